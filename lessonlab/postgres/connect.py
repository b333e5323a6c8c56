"""A connection to a server, or one clear word on why there is none."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg import conninfo

from lessonlab.errors import ConfigError, ServerError

if TYPE_CHECKING:
    from psycopg import Connection

OLDEST = 15
SECONDS = 10
CURE = "lessonlab doctor"


def connect(dsn: str, **overrides: Any) -> Connection[Any]:
    """
    Return an autocommit connection to *dsn*, in UTC whatever the server's own zone.

    *overrides* are libpq parameters such as `dbname`.  Raise `ServerError` where none answers, it refuses
    us, or it is older than PostgreSQL 15; `ConfigError` where *dsn* cannot be read.
    """
    fixed: dict[str, Any] = {"application_name": "lessonlab", "connect_timeout": SECONDS}
    try:
        given = conninfo.conninfo_to_dict(dsn)
        options = f"{given.get('options', '')} -c timezone=UTC".strip()
        merged = conninfo.make_conninfo(dsn, **(fixed | {"options": options} | overrides))
    except psycopg.ProgrammingError as error:
        raise ConfigError(
            f"the connection string cannot be read: {str(error).strip()}",
            cure="write it as postgresql://user@host:5432/database",
        ) from None
    try:
        connection = psycopg.connect(merged, autocommit=True)
    except psycopg.OperationalError as error:
        raise _refused(merged, error) from None
    version = server_version(connection)
    if version < OLDEST * 10_000:
        connection.close()
        raise ServerError(
            f"the server at {place(merged)} is PostgreSQL {version // 10_000}: want {OLDEST} or newer",
            cure="name a newer server in LESSONLAB_DSN, or unset it to use the lab's own",
        )
    return connection


def server_version(connection: Connection[Any]) -> int:
    """Return the server's version as a number: 180006 for 18.6."""
    return connection.info.server_version


def place(dsn: str) -> str:
    """
    Return host and port of *dsn* for a message.

    >>> place("postgresql://ada:secret@db.example.org/x")
    'db.example.org:5432'
    """
    given = conninfo.conninfo_to_dict(dsn)
    host = given.get("host") or given.get("hostaddr") or os.environ.get("PGHOST") or "the local socket"
    return f"{host}:{given.get('port') or os.environ.get('PGPORT') or 5432}"


def _refused(dsn: str, error: psycopg.OperationalError) -> ServerError:
    """Return our word for a login that failed, by SQLSTATE where there is one."""
    given = conninfo.conninfo_to_dict(dsn)
    user, where = given.get("user") or "you", place(dsn)
    text = str(error)
    if "password" in text or "authentication" in text or error.sqlstate in {"28P01", "28000"}:
        return ServerError(
            f'the server at {where} refused the password for "{user}"',
            cure=f"set it in LESSONLAB_DSN or in ~/.pgpass, then run: {CURE}",
        )
    if error.sqlstate == "3D000" or "does not exist" in text:
        return ServerError(
            f"there is no database {given.get('dbname')!r} or no role {user!r} at {where}",
            cure=f"correct LESSONLAB_DSN, then run: {CURE}",
        )
    if error.sqlstate == "53300" or "too many clients" in text or "connection slots" in text:
        return ServerError(
            f"the server at {where} has no free connection", cure="close a notebook, then try again"
        )
    reason = (
        text.strip().splitlines()[-1].strip().removeprefix("Is the server").strip()
        if text.strip()
        else "no answer"
    )
    return ServerError(
        f"no server answers at {where}: {reason}", cure=f"start it or correct LESSONLAB_DSN, then run: {CURE}"
    )
