"""
`--needs superuser`, `--needs 18`: a cell that asks for more than is here says so, and passes.

On the lab's own server notebooks are an ordinary role; a cell that needs a superuser runs as one.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any, TypeVar

from lessonlab.system.console import say

if TYPE_CHECKING:
    from collections.abc import Callable

Magic = TypeVar("Magic", bound="Callable[..., object]")


def where_able(magic: Magic) -> Magic:
    """Have *magic* take `--needs` on its line, and run only where the role and the server have that."""

    @functools.wraps(magic)
    def run(self: Any, line: str, *cell: Any, **named: Any) -> object:
        if "--needs" in line:
            from lessonlab.postgres import needs  # noqa: PLC0415 - magics are there before what they use
            from lessonlab.statements import running  # noqa: PLC0415 - the same

            line, privilege, since = needs.read_needs(line)
            with running.ours(self.connection()):
                lacking = needs.lacking(self.connection(), privilege, since)
            if lacking:
                say(lacking)
                return None
            if needs.SUPERUSER in privilege.split(","):
                with self.as_superuser():
                    return magic(self, line.strip() if cell else line, *cell, **named)
        return magic(self, line.strip() if cell else line, *cell, **named)

    return run  # type: ignore[return-value]
