"""Advisory locks: one process at a time does what others wait for, on whatever server it is."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from psycopg import Connection

PAUSE = 0.3
KEY = "hashtextextended(%s, 0)"


@contextmanager
def alone(
    connection: Connection[Any], name: str, meanwhile: Callable[[], object] | None = None
) -> Iterator[None]:
    """
    Hold the lock *name* while inside; it goes with the connection, too.

    Wait for whoever has it, and call *meanwhile* now and then.  A class's server keeps these locks from its
    roles, as one could take all there are: nobody is waited for there, a database is one person's.
    """
    if not may_lock(connection):
        yield
        return
    while meanwhile is not None and not take_if_free(connection, name):
        meanwhile()
        time.sleep(PAUSE)
    if meanwhile is None:
        connection.execute(f"SELECT pg_catalog.pg_advisory_lock(pg_catalog.{KEY})".encode(), [name])
    try:
        yield
    finally:
        if not connection.closed:
            connection.execute(f"SELECT pg_catalog.pg_advisory_unlock(pg_catalog.{KEY})".encode(), [name])


def may_lock(connection: Connection[Any]) -> bool:
    """Say whether the role may take such locks."""
    query = "SELECT pg_catalog.has_function_privilege('pg_catalog.pg_advisory_lock(bigint)', 'EXECUTE')"
    return connection.execute(query).fetchone() == (True,)


def take_if_free(connection: Connection[Any], name: str) -> bool:
    """Take the lock *name* until the connection ends, and say so; say no where another process has it."""
    query = f"SELECT pg_catalog.pg_try_advisory_lock(pg_catalog.{KEY})".encode()
    return connection.execute(query, [name]).fetchone() == (True,)
