"""Who may come in: no database of ours is open to roles that do not need it."""

from __future__ import annotations

from psycopg import sql

from lessonlab.postgres.connect import connect


def close_statement(name: str) -> sql.Composed:
    """Return what keeps other roles out of the database *name*: an answer's is one that needs it not."""
    return sql.SQL("REVOKE CONNECT ON DATABASE {} FROM PUBLIC").format(sql.Identifier(name))


def close_doors(dsn: str) -> None:
    """Let no role but the lab's own into the databases that came with it; a standby follows."""
    with connect(dsn) as connection:
        if connection.execute("SELECT pg_catalog.pg_is_in_recovery()").fetchone() == (True,):
            return
        for name in ("postgres", "template1"):
            connection.execute(close_statement(name))
