"""The server that the lab uses: our own, or the one that the user names."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lessonlab.postgres import leases, owned
from lessonlab.postgres.connect import connect
from lessonlab.postgres.initialise import make_home
from lessonlab.postgres.programs import wheel_programs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lessonlab.config import Settings


@dataclass(frozen=True, slots=True)
class Server:
    """A running server: how to reach it, and whether it is ours."""

    dsn: str
    local: bool


def our_server(settings: Settings) -> owned.Owned:
    """Return the server that *settings* would have us start."""
    return owned.Owned(settings.home, wheel_programs())


def find_server(settings: Settings) -> Server:
    """Return a running server: the one that *settings* names, or ours, started as needed."""
    if settings.dsn is not None:
        connect(settings.dsn).close()
        return Server(settings.dsn, local=False)
    return Server(owned.start(our_server(settings)), local=True)


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
            yield Server(owned.start(ours), local=True)
    finally:
        owned.stop_if_unused(ours)
