"""
A server for what others wrote: data of its own, made for one run, and gone with it.

Whatever runs in it can only hurt this run, and where the server is lost another is made.
"""

from __future__ import annotations

import contextlib
import uuid
from pathlib import Path
from typing import TYPE_CHECKING

from lessonlab.errors import ServerError
from lessonlab.postgres import leases, local_server
from lessonlab.postgres.connect import connect
from lessonlab.postgres.initialise import make_home
from lessonlab.postgres.owned import Owned
from lessonlab.postgres.postmaster import read_state
from lessonlab.postgres.programs import wheel_programs
from lessonlab.postgres.server import Server
from lessonlab.system import files, processes

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = "judges"
SETTINGS = Path(__file__).with_name("throwaway.conf")


class Throwaway:
    """One such server at a time, below *home*."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self._owned: Owned | None = None
        self._lease: Path | None = None

    def server(self) -> Server:
        """Return the running server; another one where it does not answer any more."""
        if self._owned is not None:
            dsn = local_server.running_dsn(self._owned)
            with contextlib.suppress(ServerError):
                if dsn:
                    connect(dsn).close()
                    return Server(dsn, local=True)
        self.discard()
        return Server(self._make(), local=True)

    def discard(self) -> None:
        """End the server, whatever it does, and remove its data."""
        if self._owned is not None:
            if self._lease is not None:
                files.remove(self._lease)
            discard_at_once(self._owned)
            self._owned = None

    def _make(self) -> str:
        home = self._home / FOLDER / uuid.uuid4().hex[:12]
        make_home(home.parent)
        make_home(home)
        settings = SETTINGS.read_text(encoding="utf-8")
        self._owned = Owned(home, wheel_programs(), settings)
        self._lease = leases.take_lease(home, "lessonlab check")
        return local_server.start(self._owned)


@contextlib.contextmanager
def throwaway(home: Path) -> Iterator[Throwaway]:
    """Yield such a server, made when it is first asked for; what killed runs left goes first."""
    remove_left(home)
    made = Throwaway(home)
    try:
        yield made
    finally:
        made.discard()


def remove_left(home: Path) -> list[Path]:
    """Remove the servers of runs that were killed, and return where they were."""
    removed = []
    for left in sorted((home / FOLDER).glob("*")):
        if left.is_dir() and not left.is_symlink() and not leases.live_leases(left):
            discard_at_once(Owned(left, wheel_programs()))
            removed.append(left)
    return removed


def discard_at_once(owned: Owned) -> None:
    """Remove a server whose data nobody wants, without waiting for anything that it does."""
    state = read_state(owned)
    if state and local_server.running_dsn(owned):
        processes.end_family(state[0])
    local_server.discard(owned)
