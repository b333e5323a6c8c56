"""A connection to a server, or one clear word on why there is none."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg import conninfo
from psycopg.pq import PGconn, Ping

from lessonlab.errors import ConfigError, NoDatabase, ServerError
from lessonlab.postgres.roles import ADMIN
from lessonlab.system import network
from lessonlab.system.cures import cure

if TYPE_CHECKING:
    from psycopg import Connection

OLDEST = 15
SECONDS = 10
SECONDS_HERE = 60  # a machine with much else to do answers late, and one that has no server refuses at once
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
        if given.get("hostaddr", given.get("host")) == network.HOST:
            fixed["connect_timeout"] = SECONDS_HERE
        before = given.get("options") or os.environ.get("PGOPTIONS", "")
        options = f"{before} -c timezone=UTC".strip()
        merged = conninfo.make_conninfo(**(fixed | given | {"options": options} | overrides))
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
    """
    Return our word for a login that failed.

    libpq has no SQLSTATE for it, and what the server said may be in any language: whether somebody listens, a
    password was asked for, and another database lets us in tell what is wrong.
    """
    given = conninfo.conninfo_to_dict(dsn)
    user, where, reason = str(given.get("user") or "you"), place(dsn), cause(str(error))
    if not _answers(dsn):
        if network.loopback_fault():
            return ServerError(f"this machine has no loopback network: {reason}", cure=cure("loopback"))
        return ServerError(
            f"no server answers at {where}: {reason}",
            cure=f"start it or correct LESSONLAB_DSN, then run: {CURE}",
        )
    if _lets_in(dsn):
        return NoDatabase(
            f"there is no database {given.get('dbname')!r} for {user!r} at {where}: {reason}",
            cure=f"correct LESSONLAB_DSN, then run: {CURE}",
        )
    if user == ADMIN:
        return ServerError(f"the lab's own server does not let it in: {reason}", cure=f"{CURE} --mend")
    return _turned_away(error, user, where, reason)


def _turned_away(error: psycopg.OperationalError, user: str, where: str, reason: str) -> ServerError:
    """Return our word for a server that knows *user*, and lets nobody of that name in now."""
    if "too many" in reason:  # in English: libpq says only that there was a password, not that it was right
        return ServerError(
            f"the server at {where} has no session left for {user!r}: {reason}",
            cure=f"close a notebook or another program that is connected, then run: {CURE}",
        )
    if error.pgconn is not None and (error.pgconn.needs_password or error.pgconn.used_password):
        return ServerError(
            f'the server at {where} refused the password for "{user}"',
            cure=f"set it in LESSONLAB_DSN or in {cure('password file')}, then run: {CURE}",
        )
    return ServerError(
        f"the server at {where} lets {user!r} not in: {reason}",
        cure=f"close a notebook where it has no free connection, or correct LESSONLAB_DSN; then run: {CURE}",
    )


def is_ready(dsn: str) -> bool:
    """Say whether a server lets sessions in: one that is starting does not yet."""
    return PGconn.ping(dsn.encode()) == Ping.OK


def is_starting(dsn: str) -> bool:
    """Say whether a server is there and lets no session in yet."""
    return PGconn.ping(dsn.encode()) == Ping.REJECT


def _answers(dsn: str) -> bool:
    """Say whether a server listens, whatever it thinks of us."""
    return PGconn.ping(dsn.encode()) in {Ping.OK, Ping.REJECT}


def _lets_in(dsn: str) -> bool:
    """Say whether another database of the same server lets us in."""
    for name in ("postgres", "template1"):
        try:
            psycopg.connect(conninfo.make_conninfo(dsn, dbname=name)).close()
        except psycopg.OperationalError:
            continue
        return True
    return False


def cause(text: str) -> str:
    r"""
    Return why nobody answered, out of what libpq said; the question that it asks back is no cause.

    >>> cause('connection to server at "::1", port 1 failed: Connection refused\n\tIs the server running?')
    'Connection refused'
    >>> cause("timeout expired"), cause("")
    ('timeout expired', 'no answer')
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    said = [line for line in lines if not line.startswith(("Is the server", "Multiple connection attempts"))]
    causes = [line.rpartition(" failed: ")[2] for line in said]
    return "; ".join(dict.fromkeys(causes)) or "no answer"
