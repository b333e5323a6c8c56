"""A group of commands, each a module here that is imported when it is asked for."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Mapping


class LazyGroup(click.Group):
    """
    The commands that *lines* names, each with its line of help.

    The module of one is called *prefix* and its name, unless *modules* says another; its `command` is it.
    """

    def __init__(
        self,
        *args: Any,
        lines: Mapping[str, str],
        modules: Mapping[str, str] | None = None,
        prefix: str = "",
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self._lines, self._modules, self._prefix = lines, modules or {}, prefix

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the commands in the order in which they are met."""
        return list(self._lines)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return the command *cmd_name*, `None` when there is none."""
        if cmd_name not in self._lines:
            return None
        name = self._modules.get(cmd_name, cmd_name)
        command: click.Command = importlib.import_module(f"{__package__}.{self._prefix}{name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the commands, each with its line."""
        with formatter.section("Commands"):
            formatter.write_dl(list(self._lines.items()))
