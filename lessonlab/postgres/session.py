"""A notebook's one connection, made anew when the server was lost, and others beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from psycopg import conninfo

from lessonlab.errors import ServerError
from lessonlab.postgres.connect import connect
from lessonlab.postgres.second import Second, close_all
from lessonlab.postgres.server import find_server

if TYPE_CHECKING:
    from psycopg import Connection

    from lessonlab.config import Settings


class Session:
    """
    The connection of a notebook to its database *name*.

    Everything in the notebook shares it, so that a BEGIN in one cell is seen by the next.  *title* says in
    messages whose it is.
    """

    def __init__(self, settings: Settings, name: str, title: str) -> None:
        self.settings = settings
        self.name = name
        self.title = title
        self._connection: Connection[Any] | None = None
        self._others: list[Second] = []

    def connection(self) -> Connection[Any]:
        """
        Return the connection; another one after the server was lost, which starts our server as needed.

        Raise `ServerError` when there is no server, or it no longer has the database.
        """
        if self._connection is None or self._connection.closed:
            self._connection = self._connect()
        return self._connection

    def another(self) -> Second:
        """Return a new session in the same database, which ends with this one; threads may ask at once."""
        made = Second(self._connect())
        self._others.append(made)
        return made

    def close(self) -> None:
        """Close the connection and those beside it; the database stays."""
        close_all(self._others)
        self._others = []
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _connect(self) -> Connection[Any]:
        server = find_server(self.settings)
        try:
            return connect(conninfo.make_conninfo(server.dsn, dbname=self.name))
        except ServerError as error:
            if "no database" not in error.message:
                raise
            raise ServerError(
                f"the database of {self.title} is gone",
                cure="run the notebook's first code cell again: it makes a new one",
            ) from None
