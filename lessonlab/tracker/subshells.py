"""Messages of a widget that are meant for a subshell which has ended: to the main shell with them."""

from __future__ import annotations

from typing import Any


def hear_always(comm: Any) -> None:
    """
    Let what the page says on *comm* arrive even if the subshell that it is meant for is no more.

    After a restart JupyterLab 4.6 deletes a subshell that new widgets already use, and ipykernel 7.4 sends a
    page's messages to the subshell that spoke last.  Either way they are answered with an error that no
    widget sees.  In the main shell they wait for the cell that runs, and arrive.
    """

    def route(_: object, subshell: str | None) -> str | None:
        thread = getattr(comm.kernel, "shell_channel_thread", None)
        return subshell if thread and subshell in thread.manager.list_subshell() else None

    comm._reply_subshell_for = route  # noqa: SLF001 - ipykernel's hook; a version without it never asks
