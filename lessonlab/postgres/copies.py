"""Copies of a class to try things in: each lives as long as it is used, and nobody else sees it."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from psycopg import conninfo

from lessonlab import content
from lessonlab.postgres import provider
from lessonlab.postgres.connect import connect
from lessonlab.postgres.given import NO_COPY
from lessonlab.postgres.roles import ADMIN, NOTEBOOKS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from psycopg import Connection

    from lessonlab.postgres.server import Server
    from lessonlab.postgres.templates import Progress

FOR = "claims"  # what such a database is called after: no page has this name


@dataclass(frozen=True, slots=True)
class Copies:
    """Whence copies come: a server, found when it is needed, and the class of *size*, times *scale*."""

    find_server: Callable[[], Server]
    size: str = "small"
    scale: float = 1
    progress: Progress | None = None

    def lacking(self) -> str:
        """Return the line that says why there are no copies here, '' where there are."""
        return f"not run here: {NO_COPY}" if self.find_server().given else ""

    @contextmanager
    def one(self) -> Iterator[Connection[Any]]:
        """Open a session in a fresh copy, and drop both afterwards, whatever happens."""
        server = self.find_server()
        dsn = provider.clone(server, FOR, self.size, self.progress, scale=self.scale)
        name = str(conninfo.conninfo_to_dict(dsn)["dbname"])
        try:
            with connect(server.dsn, dbname=name) as connection:
                share(connection)
                connection.prepare_threshold = None  # DISCARD ALL would take these away under psycopg
                yield connection
        finally:
            provider.drop_clone(server, name)


def share(connection: Connection[Any]) -> None:
    """Let notebooks use what is made on *connection*: a trigger on their tables runs as their role."""
    if connection.info.user == ADMIN:
        connection.execute(content.sql("mending/share").replace("%(notebooks)s", NOTEBOOKS).encode())
