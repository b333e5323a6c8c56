"""The server that the lab uses: our own, or the one that the user names."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lessonlab.postgres import leases, local_server
from lessonlab.postgres.connect import connect
from lessonlab.postgres.given import given_name
from lessonlab.postgres.initialise import make_home
from lessonlab.postgres.owned import Owned
from lessonlab.postgres.programs import wheel_programs
from lessonlab.postgres.roles import reader_dsn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lessonlab.config import Settings


@dataclass(frozen=True, slots=True)
class Server:
    """A running server: how the lab reaches it, whether it is ours, and the database *given* to us there."""

    dsn: str
    local: bool
    given: str = ""

    @property
    def reader_dsn(self) -> str:
        """Return how notebooks reach it: on ours as an ordinary role, elsewhere as the lab does."""
        return reader_dsn(self.dsn) if self.local else self.dsn


def our_server(settings: Settings) -> Owned:
    """Return the server that *settings* would have us start."""
    return Owned(settings.home, wheel_programs())


def running_server(settings: Settings) -> Server:
    """Return what `find_server` does, without a look at what may be wrong with one of ours that runs."""
    if settings.dsn is not None:
        return Server(settings.dsn, local=False)
    return Server(local_server.start(our_server(settings)), local=True)


def find_server(settings: Settings) -> Server:
    """
    Return a running server: the one that *settings* names, or ours, started and put right as needed.

    On a server of others nothing is put right.
    """
    if settings.dsn is not None:
        with contextlib.closing(connect(settings.dsn)) as connection:
            return Server(settings.dsn, local=False, given=given_name(connection))
    return Server(local_server.put_right(our_server(settings)), local=True)


@contextlib.contextmanager
def use_server(settings: Settings, what: str = "lessonlab") -> Iterator[Server]:
    """Yield a running server and hold a lease on it; the last to leave stops ours."""
    if settings.dsn is not None:
        yield find_server(settings)
        return
    ours = our_server(settings)
    make_home(settings.home)
    try:
        with leases.held(settings.home, what):
            yield Server(local_server.put_right(ours), local=True)
    finally:
        local_server.stop_if_unused(ours)
