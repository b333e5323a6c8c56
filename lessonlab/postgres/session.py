"""A notebook's one connection, made anew when the server was lost, and others beside it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from psycopg import conninfo, sql
from psycopg.pq import TransactionStatus

from lessonlab.errors import NoDatabase, ServerError
from lessonlab.postgres.connect import connect
from lessonlab.postgres.given import require_mark
from lessonlab.postgres.second import Second, close_all
from lessonlab.postgres.server import find_server, running_server
from lessonlab.postgres.superuser import superuser_role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from psycopg import Connection

    from lessonlab.config import Settings
    from lessonlab.postgres.server import Server


class Session:
    """
    The connection of a notebook to its database *name*.

    Everything in the notebook shares it, so that a BEGIN in one cell is seen by the next.  *title* says in
    messages whose it is; *mark*, on a class's server, whether the one database is still this notebook's.
    """

    def __init__(self, settings: Settings, name: str, title: str) -> None:
        self.settings = settings
        self.name = name
        self.title = title
        self.mark = ""
        self._connection: Connection[Any] | None = None
        self._others: list[Second] = []
        self._owes_a_reset = False

    def connection(self) -> Connection[Any]:
        """
        Return the connection; another one after the server was lost, which starts our server as needed.

        Raise `ServerError` when there is no server, or it no longer has the database.
        """
        if self._connection is None or self._connection.closed:
            self._connection = self._connect()
            self._owes_a_reset = False
        elif self._owes_a_reset and self._connection.info.transaction_status == TransactionStatus.IDLE:
            self._come_down()
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

    @contextmanager
    def as_superuser(self) -> Iterator[None]:
        """Be a superuser inside, where the notebook's role may become one; then what it was again."""
        connection = self.connection()
        role = superuser_role(connection)
        if role is None:
            yield
            return
        connection.execute(sql.SQL("SET ROLE {}").format(sql.Identifier(role)))
        try:
            yield
        finally:
            self._come_down()

    def _come_down(self) -> None:
        """
        Be the notebook's own role again.

        What is set in a transaction goes with it, so one that is open is looked at again once it has ended.
        """
        connection = self._connection
        status = TransactionStatus.UNKNOWN if connection is None else connection.info.transaction_status
        if connection is not None and status in {TransactionStatus.IDLE, TransactionStatus.INTRANS}:
            connection.execute("RESET ROLE")
        self._owes_a_reset = status in {TransactionStatus.INTRANS, TransactionStatus.INERROR}

    def _connect(self) -> Connection[Any]:
        """
        Return a new connection; where ours refuses one, what is wrong with the server is put right first.
        """
        server = running_server(self.settings)
        try:
            connection = connect(conninfo.make_conninfo(server.reader_dsn, dbname=self.name))
            if self.mark:
                require_mark(connection, self.mark, self.title)
        except NoDatabase:
            raise self._gone() from None
        except ServerError:
            if not server.local:
                raise
        else:
            return connection
        server = find_server(self.settings)
        if not has_database(server, self.name):
            raise self._gone()
        return connect(conninfo.make_conninfo(server.reader_dsn, dbname=self.name))

    def _gone(self) -> ServerError:
        return ServerError(
            f"the database of {self.title} is gone",
            cure="run the notebook's first code cell again: it makes a new one",
        )


def has_database(server: Server, name: str) -> bool:
    """Say whether *server* has the database *name*."""
    with connect(server.dsn) as connection:
        asked = "SELECT FROM pg_catalog.pg_database WHERE datname = %s"
        return connection.execute(asked, [name]).rowcount == 1
