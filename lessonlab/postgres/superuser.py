"""The superuser that notebooks may become on a server of ours, where something asks for one by name."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from lessonlab import content
from lessonlab.postgres.roles import NOTEBOOKS, SUPERUSER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from psycopg import Connection


def superuser_role(connection: Connection[Any]) -> str | None:
    """Return the superuser that the role of *connection* is not and may become, `None` where none is."""
    if connection.info.user != NOTEBOOKS:
        return None
    row = connection.execute(content.sql("mending/superuser_role"), {"superuser": SUPERUSER}).fetchone()
    return SUPERUSER if row == (True,) else None


@contextmanager
def for_a_moment(connection: Connection[Any]) -> Iterator[None]:
    """Be a superuser inside a transaction that is open, where the role may become one."""
    role = superuser_role(connection)
    if role is None:
        yield
        return
    row = connection.execute("SELECT pg_catalog.current_setting('role')").fetchone()
    become(connection, role)
    yield
    become(connection, row[0] if row else "none")  # after an error the transaction takes it back


def become(connection: Connection[Any], role: str) -> None:
    """Be *role* until the transaction ends."""
    connection.execute("SELECT pg_catalog.set_config('role', %s, true)", [role])
