"""The server that a class shares, as its instructor sees it: who may, who gets in, what to know of it."""

from __future__ import annotations

import secrets
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg import conninfo, sql

from lessonlab import content
from lessonlab.errors import PrivilegeError, ServerError
from lessonlab.postgres.connect import connect

if TYPE_CHECKING:
    from collections.abc import Collection

    from psycopg import Connection

    from lessonlab.workshop.databases import GivenDatabase

OWN_WORDS = "-c search_path=pg_catalog -c timezone=UTC"
CLOSED = ("postgres", "template1")  # the databases that come with a server
AT_WORK = 2  # sessions that a person has most of the time
OTHERS = 20


def open_admin(dsn: str) -> Connection[Any]:
    """Return a connection of a superuser; raise `PrivilegeError` where the role is none."""
    connection = connect(dsn, application_name="lessonlab class", options=OWN_WORDS)
    row = connection.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user").fetchone()
    if row != (True,):
        user = connection.info.user
        connection.close()
        raise PrivilegeError(
            f"the role {user!r} is no superuser: limits that a student cannot lift are set by one",
            cure="name one in --dsn, as postgresql://postgres@db.example.org/postgres",
        )
    return connection


def close_doors(admin: Connection[Any]) -> None:
    """Let no role but their owner into the databases that come with a server."""
    for name in CLOSED:
        admin.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(sql.Identifier(name)))


def require_password(dsn: str, one: GivenDatabase) -> None:
    """Raise `ServerError` where the server lets *one* in with a password that is none."""
    given = {name: str(value) for name, value in conninfo.conninfo_to_dict(dsn).items()}
    given.pop("require_auth", None)  # a student's connection string has none
    given |= {"user": one.name, "dbname": one.name, "password": secrets.token_urlsafe(9)}
    with suppress(psycopg.OperationalError):
        psycopg.connect(conninfo.make_conninfo(**given)).close()
        raise ServerError(
            "the server asks nobody for a password: whoever reaches it is who they say they are",
            cure="write scram-sha-256 in place of trust in pg_hba.conf, reload it, then run the same again",
        )


def advice(admin: Connection[Any], names: Collection[str]) -> list[str]:
    """Return what the instructor of the people with the databases *names* should know, a line each."""
    lines = []
    opened = [name for (name,) in admin.execute(content.sql("provision/open_databases").encode())]
    if strangers := [name for name in opened if name not in {*CLOSED, *names}]:
        lines.append(f"students can enter {', '.join(strangers)}: REVOKE CONNECT ON DATABASE … FROM PUBLIC")
    numbers = [str(number) for (number,) in admin.execute(content.sql("provision/trusting_lines").encode())]
    if numbers:
        lines.append(f"pg_hba.conf, line {', '.join(numbers)}: trust lets people in without a password")
    [(most,)] = admin.execute("SHOW max_connections").fetchall()
    if int(most) < (wanted := AT_WORK * len(names) + OTHERS):
        lines.append(f"max_connections is {most}: for {len(names)} people at work set {wanted}")
    return lines
