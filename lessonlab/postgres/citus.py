"""
Citus, the extension that spreads tables over several machines: the schema that it needs, as `sql/citus`.

It is used where a server has it, and asked for in one clear sentence where none has.
"""

from __future__ import annotations

import re
from contextlib import closing
from typing import TYPE_CHECKING, Any

import psycopg

from lessonlab.errors import ConfigError, NoDatabase, PrivilegeError
from lessonlab.postgres.apply import apply_set
from lessonlab.postgres.connect import connect, place, server_version
from lessonlab.postgres.templates import create_statement

if TYPE_CHECKING:
    from collections.abc import Sequence

    from psycopg import Connection

    from lessonlab.postgres.apply import Applied

SET = "citus"
PORT = 5432
WORKER = re.compile(r"(?:\[(?P<six>[0-9a-fA-F:.]+)\]|(?P<host>[\w.-]+))(?::(?P<port>\d{1,5}))?")
AVAILABLE = "SELECT default_version FROM pg_available_extensions WHERE name = 'citus'"
# A role that may not read the setting sees no row: what the server offers is then believed.
LOADED = """SELECT coalesce((SELECT setting ~ '\\ycitus\\y' FROM pg_settings
                             WHERE name = 'shared_preload_libraries'), true)"""


def citus_version(connection: Connection[Any]) -> str | None:
    """Return the version of Citus that the server has ready, `None` when it has none."""
    available = connection.execute(AVAILABLE).fetchone()
    loaded = connection.execute(LOADED).fetchone()
    return str(available[0]) if available and loaded == (True,) else None


def require_citus(connection: Connection[Any]) -> str:
    """Return the version of Citus; raise `ConfigError` when the server does not have it."""
    version = citus_version(connection)
    if version is None:
        raise ConfigError(
            f"the server at {place(connection.info.dsn)} has no Citus",
            cure="name a Citus coordinator in LESSONLAB_DSN; all but this part of chapter 23 runs without",
        )
    return version


def spread(connection: Connection[Any], workers: Sequence[str] = ()) -> list[Applied]:
    """
    Make the course's tables in an empty database and spread them over the machines of a Citus coordinator.

    *workers* are `host` or `host:port` of the machines that take shards; each gets a database of the same
    name and is made known, as Citus knows its workers database by database.  A coordinator without workers
    keeps all shards itself.  Raise `ConfigError` when a server has no Citus, `PrivilegeError` when the role
    may not create the extension, `ServerError` when a worker does not answer.
    """
    require_citus(connection)
    make_extension(connection)
    host, port = connection.info.host or "localhost", connection.info.port
    known = connection.execute("SELECT count(*) FROM pg_dist_node").fetchone()
    if known == (0,):
        connection.execute("SELECT citus_set_coordinator_host(%s, %s)", [host, port])
    for worker in map(read_worker, workers):
        prepare_worker(connection, *worker)
        connection.execute("SELECT citus_add_node(%s, %s)", worker)
    if known == (0,) and not workers:
        connection.execute("SELECT citus_set_node_property(%s, %s, 'shouldhaveshards', true)", [host, port])
    return apply_set(connection, SET)


def make_extension(connection: Connection[Any]) -> None:
    """Make the extension in the database of *connection*, where it is not there."""
    try:
        connection.execute("CREATE EXTENSION IF NOT EXISTS citus")
    except psycopg.errors.InsufficientPrivilege as error:
        raise PrivilegeError(
            f"the role may not create the extension: {error.diag.message_primary}",
            cure=f"as an administrator, in {connection.info.dbname} at {place(connection.info.dsn)}:"
            " CREATE EXTENSION citus",
        ) from None


def read_worker(text: str) -> tuple[str, int]:
    """
    Return host and port of a worker.

    >>> read_worker("db2.example.org"), read_worker("10.0.0.3:5433"), read_worker("[::1]:5433")
    (('db2.example.org', 5432), ('10.0.0.3', 5433), ('::1', 5433))
    """
    found = WORKER.fullmatch(text.strip())
    if found is None or not 0 < int(found["port"] or PORT) < 2**16:
        raise ConfigError(f"have {text!r}, want a worker's host and port", cure="--worker db2:5432")
    return found["six"] or found["host"], int(found["port"] or PORT)


def prepare_worker(connection: Connection[Any], host: str, port: int) -> None:
    """Make the coordinator's database on a worker too, and the extension in it."""
    given = connection.info
    where = {"host": host, "port": port, "hostaddr": None, "password": given.password or None}
    try:
        worker = connect(given.dsn, **where)
    except NoDatabase:
        with closing(connect(given.dsn, **where, dbname="postgres")) as admin:
            require_citus(admin)
            admin.execute(create_statement(given.dbname, server_version(admin)))
        worker = connect(given.dsn, **where)
    with closing(worker):
        require_citus(worker)
        make_extension(worker)
