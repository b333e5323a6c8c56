"""Things done to a database and taken back, in a transaction or in a savepoint of the reader's own."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from psycopg.pq import TransactionStatus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from psycopg import Connection


@contextmanager
def undone(connection: Connection[Any]) -> Iterator[None]:
    """Take back afterwards what is done inside; see `require_whole`."""
    require_whole(connection)
    with connection.transaction(force_rollback=True):
        yield


def require_whole(connection: Connection[Any]) -> None:
    """
    Let the server refuse us where the reader's transaction has failed: 25P02, in its own words.

    psycopg would look for a savepoint, which cannot be made there, and complain on the reader's screen.
    """
    if connection.info.transaction_status == TransactionStatus.INERROR:
        connection.execute("SELECT")
