"""
A database of its own for every open notebook: cloned from a template, dropped with its kernel.

Each carries its owner in its comment; one whose owner was killed is dropped when the next is cloned.
"""

from __future__ import annotations

import contextlib
import json
import platform
import re
import uuid
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg import conninfo, sql

from lessonlab import content
from lessonlab.errors import PrivilegeError, ServerError, TemplateError
from lessonlab.postgres.advisory import take_if_free
from lessonlab.postgres.connect import connect
from lessonlab.postgres.doors import close_statement
from lessonlab.postgres.given import no_copy
from lessonlab.postgres.roles import owner_for
from lessonlab.postgres.templates import (
    BUILDING,
    PREFIX,
    drop_database,
    drop_template,
    ensure_template,
    templates,
)
from lessonlab.system import shared_blocks
from lessonlab.system.living import Living, life

if TYPE_CHECKING:
    from psycopg import Connection

    from lessonlab.postgres.server import Server
    from lessonlab.postgres.sizes import Kind
    from lessonlab.postgres.templates import Progress

LAB_PREFIX = "lab_"
FILE_COPY_SIZES = ("large",)  # copying files beats writing them to the log from some 50 MB on
ATTEMPTS = 5
OURS = re.compile(r"lab_(cage_[0-9a-f]{12}|.+_[0-9a-f]{8})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner(Living):
    """The process that a database belongs to, and the notebook it was cloned for."""

    host: str
    notebook: str

    @property
    def is_gone(self) -> bool:
        """Say whether the process is known to have ended; another machine's is not."""
        return self.host == platform.node() and not self.is_alive


@dataclass(frozen=True, slots=True)
class Database:
    """A clone: its name, its owner if it can be read, and how many are connected."""

    name: str
    owner: Owner | None
    visitors: int


def clone(
    server: Server, notebook: str, size: str, progress: Progress | None = None, *, scale: float = 1
) -> str:
    """
    Return the connection string of a new database for *notebook* with the class of *size*, times *scale*.

    What killed kernels left is dropped first: each may be hundreds of megabytes, and this needs room.  Raise
    `PrivilegeError` when the role may not create databases, `TemplateError` when the disk is full.
    """
    if server.given:
        raise no_copy()
    with contextlib.suppress(psycopg.Error):  # another kernel may be dropping the same
        drop_unused(server)
    name = f"{LAB_PREFIX}{notebook}_{uuid.uuid4().hex[:8]}"
    for attempt in range(ATTEMPTS):
        template = ensure_template(server, size, progress, scale=scale)
        with connect(server.dsn) as connection:
            try:
                if server.local and size in FILE_COPY_SIZES and can_share_blocks(connection):
                    connection.execute("SET file_copy_method = clone")
                connection.execute(content.sql("catalog/hold_name"), {"name": name})  # see `_unsaid`
                connection.execute(_clone_statement(name, template, size, owner_for(connection)))
                connection.execute(close_statement(name))
                connection.execute(_record_statement(name, notebook))
                break
            except psycopg.Error as error:
                if not _passing(error) or attempt == ATTEMPTS - 1:
                    raise _failure(connection, error) from None
    return conninfo.make_conninfo(server.reader_dsn, dbname=name)


def can_share_blocks(connection: Connection[Any]) -> bool:
    """
    Say whether our server copies a database best by sharing blocks: it is 18 or newer, its file system can.

    Elsewhere `file_copy_method = clone` fails, or takes longer than an ordinary copy.
    """
    row = connection.execute(content.sql("catalog/file_cloning")).fetchone()
    return row is not None and shared_blocks.shares_blocks(Path(row[0]).parent)


def owner_record(notebook: str = "") -> str:
    """Return what a database or role says of the process that it belongs to."""
    return json.dumps({"host": platform.node(), **life(), "notebook": notebook})


def is_abandoned(comment: str | None) -> bool:
    """Say whether the process that wrote the record *comment* is known to have ended."""
    owner = _owner(comment)
    return owner is not None and owner.is_gone


def databases(connection: Connection[Any]) -> list[Database]:
    """Return the databases cloned for notebooks that the role may drop, the one made last at the end."""
    rows = connection.execute(
        content.sql("catalog/lab_databases"), {"pattern": LAB_PREFIX.replace("_", r"\_") + "%"}
    )
    return [Database(name, _owner(comment), visitors) for name, comment, visitors in rows]


def live_database(server: Server, notebook: str) -> str | None:
    """Return the connection string of a living kernel's database for *notebook*, the one made last."""
    if server.given:
        return server.dsn
    with connect(server.dsn) as connection:
        names = [
            d.name
            for d in databases(connection)
            if d.owner and d.owner.notebook == notebook and not d.owner.is_gone
        ]
    return conninfo.make_conninfo(server.reader_dsn, dbname=names[-1]) if names else None


def drop_clone(server: Server, name: str) -> None:
    """Drop the database *name*; a server that is gone has nothing left to drop."""
    try:
        with connect(server.dsn, connect_timeout=2) as connection:
            drop_database(connection, name)
    except (psycopg.Error, ServerError):
        return


def drop_unused(server: Server, *, stale_templates: bool = False, visited: bool = False) -> list[str]:
    """
    Drop the databases whose owner has ended, and return their names.

    Those that somebody is connected to stay, but for *visited*.  With *stale_templates* also templates that
    nobody builds any more, those not the newest of their size, and those of another scale than the course's.
    """
    dropped = []
    with connect(server.dsn) as connection:
        for database in databases(connection):
            if database.visitors and not visited:
                continue
            if database.owner.is_gone if database.owner else visited and _unsaid(connection, database):
                drop_database(connection, database.name)
                dropped.append(database.name)
        if stale_templates:
            dropped += _drop_stale_templates(connection)
    return dropped


def _unsaid(connection: Connection[Any], database: Database) -> bool:
    """
    Say whether a database without a record was left by a process that was killed before it could write one.

    Who makes a database holds its name until the record is there.
    """
    if database.visitors or not OURS.fullmatch(database.name):
        return False
    free = connection.execute(content.sql("catalog/try_name"), {"name": database.name}).fetchone()
    return free == (True,)


def _drop_stale_templates(connection: Connection[Any]) -> list[str]:
    seen: set[Kind] = set()
    dropped = []
    for template in templates(connection):
        if template.kind in seen or template.kind.scale != 1:
            drop_template(connection, template.name)
            dropped.append(template.name)
        else:
            seen.add(template.kind)
    rows = connection.execute(
        content.sql("catalog/templates"), {"pattern": f"{PREFIX}%{BUILDING}"}
    ).fetchall()
    for name, _, _ in rows:
        if take_if_free(connection, name):
            drop_database(connection, name)
            dropped.append(name)
    return dropped


def _clone_statement(name: str, template: str, size: str, owner: str) -> sql.Composed:
    strategy = sql.SQL("FILE_COPY" if size in FILE_COPY_SIZES else "WAL_LOG")
    return sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY {} OWNER {}").format(
        sql.Identifier(name), sql.Identifier(template), strategy, sql.Identifier(owner)
    )


def _record_statement(name: str, notebook: str) -> sql.Composed:
    return sql.SQL("COMMENT ON DATABASE {} IS {}").format(
        sql.Identifier(name), sql.Literal(owner_record(notebook))
    )


def _owner(comment: str | None) -> Owner | None:
    try:
        return Owner(**json.loads(comment or ""))
    except (ValueError, TypeError):
        return None


def _passing(error: psycopg.Error) -> bool:
    """Say whether the template was just replaced, or another clone of it is being made."""
    return error.sqlstate in {"3D000", "55006"}


def _failure(connection: Connection[Any], error: psycopg.Error) -> TemplateError | PrivilegeError:
    if error.sqlstate == "42501":
        return PrivilegeError(
            f"the role {connection.info.user!r} may not create databases",
            cure=f'as an administrator: ALTER ROLE "{connection.info.user}" CREATEDB',
        )
    if error.sqlstate == "53100":
        return TemplateError(
            "the disk is full: there is no room for this notebook's database", cure="lessonlab clean"
        )
    return TemplateError(
        f"the notebook's database could not be made: {str(error).strip()}", cure="lessonlab doctor"
    )
