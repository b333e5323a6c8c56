"""
The one database that a class's server gives a person, as `lessonlab class provision` made it.

Its role may make neither databases nor roles, and the database is not its own: that is what keeps it from
hurting others.  So a page is not given a clone.  It is opened in that database itself, which the role empties
and fills again with the schema and the small class: half a second, nobody else is asked, and what is in it
afterwards is the role's own, as in a clone.  A clone by the owner would want a service that makes databases
on a student's word, and no page could be opened whenever that does not run.

A page that is opened takes the database from the one before: its sessions end, and it says so when it goes
on.  A schema whose name begins with `keep` stays.
"""

from __future__ import annotations

import secrets
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import psycopg

from lessonlab import content
from lessonlab.errors import PrivilegeError, ServerError
from lessonlab.postgres.apply import apply_set
from lessonlab.postgres.connect import connect
from lessonlab.postgres.seed import seed

if TYPE_CHECKING:
    from psycopg import Connection

RECORD = '{"lessonlab": "given"}'  # the comment of such a database; only its owner can write one
OWN_MACHINE = "on your own machine: lessonlab start, without --dsn"
NO_COPY = "on your class's server you have one database, and no copy of the class can be made"


def given_name(connection: Connection[Any]) -> str:
    """Return the name of the database that *connection* is in, if it was given to its role; '' elsewhere."""
    row = connection.execute(content.sql("given/given_name").encode()).fetchone()
    return str(row[0]) if row else ""


def no_copy(what: str = "") -> PrivilegeError:
    """Return what is said where *what* needs a copy of a class."""
    return PrivilegeError(f"{what}: {NO_COPY}" if what else NO_COPY, cure=OWN_MACHINE)


def require_small(size: str) -> None:
    """Raise `PrivilegeError` for a class that the one database of a person has no room for."""
    if size != "small":
        raise PrivilegeError(
            f"this page needs the {size} class, and your database on your class's server holds the small one",
            cure=OWN_MACHINE,
        )


def refill(dsn: str, page: str) -> str:
    """
    Empty the database that *dsn* names, fill it with the small class for *page*, and return the page's mark.

    Raise `ServerError` where another page takes it meanwhile.
    """
    mark = secrets.token_hex(6)
    try:
        with closing(connect(dsn)) as connection:
            connection.execute("SET search_path = pg_catalog")  # what the role may have set for itself
            connection.execute(content.sql("given/end_others").encode())
            for name in ("given/own_tables", "given/own_schemas"):
                for (statement,) in connection.execute(content.sql(name).encode()).fetchall():
                    connection.execute(statement)
            connection.execute(content.sql("given/take").encode())
            connection.execute(content.sql("given/noted"), {"page": page, "mark": mark})
            connection.execute("SET search_path = public")
            apply_set(connection, "schema")
            seed(connection, "small", datetime.now(UTC), lambda *_: None)
    except psycopg.OperationalError:
        raise ServerError(
            "another page took your one database while it was filled, or the server ended the session",
            cure="run this cell again",
        ) from None
    except psycopg.errors.InsufficientPrivilege as error:
        raise PrivilegeError(
            f"your database lacks a right that your class's server gave it: {error.diag.message_primary}",
            cure="ask your instructor: lessonlab class provision puts it right",
        ) from None
    return mark


def require_mark(connection: Connection[Any], mark: str, page: str) -> None:
    """Close *connection* and raise `ServerError` where another page than that of *mark* has the database."""
    try:
        row = connection.execute(content.sql("given/holder").encode()).fetchone()
    except psycopg.Error:  # it was dropped with its schema: by the page itself
        return
    if row is not None and row[1] != mark:
        connection.close()
        raise ServerError(
            f"{row[0]} has taken your one database on your class's server from {page}",
            cure="run the notebook's first code cell again: it fills the database anew, for this page",
        )
