"""
Citus, the extension that spreads tables over several machines: the schema that it needs, as `sql/citus`.

It is used where a server has it, and asked for in one clear sentence where none has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import psycopg

from lessonlab.errors import ConfigError, PrivilegeError
from lessonlab.postgres.apply import apply_set
from lessonlab.postgres.connect import place

if TYPE_CHECKING:
    from psycopg import Connection

    from lessonlab.postgres.apply import Applied

SET = "citus"
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


def spread(connection: Connection[Any]) -> list[Applied]:
    """
    Make the course's tables in an empty database and spread them over the machines of a Citus coordinator.

    A coordinator without workers keeps all shards itself.  Raise `ConfigError` when the server has no Citus,
    `PrivilegeError` when the role may not create the extension.
    """
    require_citus(connection)
    try:
        connection.execute("CREATE EXTENSION IF NOT EXISTS citus")
    except psycopg.errors.InsufficientPrivilege as error:
        raise PrivilegeError(
            f"the role may not create the extension: {error.diag.message_primary}",
            cure="as an administrator, in this database: CREATE EXTENSION citus",
        ) from None
    if connection.execute("SELECT count(*) FROM pg_dist_node").fetchone() == (0,):
        host, port = connection.info.host or "localhost", connection.info.port
        connection.execute("SELECT citus_set_coordinator_host(%s, %s)", [host, port])
        connection.execute("SELECT citus_set_node_property(%s, %s, 'shouldhaveshards', true)", [host, port])
    return apply_set(connection, SET)
