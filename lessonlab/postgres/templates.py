"""
Templates: the class of learners, built once per server and content version, cloned for every notebook.

A template's comment says when its times count back from.  One older than `MAX_AGE` is built anew, so that
"the last 7 days" gives the same rows whenever a notebook is run.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import shutil
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg import sql

from lessonlab import content
from lessonlab.errors import LessonLabError, PrivilegeError, ServerError, TemplateError
from lessonlab.postgres.advisory import alone
from lessonlab.postgres.apply import apply_set
from lessonlab.postgres.building import Waiter, telling
from lessonlab.postgres.connect import connect, server_version
from lessonlab.postgres.doors import close_statement
from lessonlab.postgres.roles import owner_for, owner_statement, role_number
from lessonlab.postgres.seed import seed
from lessonlab.postgres.sizes import Kind

if TYPE_CHECKING:
    from collections.abc import Callable

    from psycopg import Connection

    from lessonlab.postgres.server import Server

    Progress = Callable[[float, str], None]

MAX_AGE = timedelta(hours=6)
PREFIX = "lessonlab_template_"
BUILDING = "_building"
RECOVERY_SECONDS = 30.0
BUILTIN_LOCALE_SINCE = 170_000


@dataclass(frozen=True, slots=True)
class Template:
    """The database *name* holds the class *kind*, its times counted back from *anchor*."""

    name: str
    kind: Kind
    anchor: datetime
    fingerprint: str
    bytes: int

    def is_fresh(self, now: datetime) -> bool:
        """Say whether it holds today's content and its times are young enough."""
        return self.fingerprint == content_version() and now - self.anchor < MAX_AGE


def content_version() -> str:
    """Return what changes when the schema or the class changes."""
    return content.fingerprint("schema", "seed", "catalog")


def templates(connection: Connection[Any]) -> list[Template]:
    """Return all finished templates on the server, the newest first."""
    found, role = [], role_number(connection)
    for name, comment, size in connection.execute(
        content.sql("catalog/templates"), {"pattern": PREFIX + "%"}
    ):
        if comment and not name.endswith(BUILDING):
            found.append(_template(name, comment, size, role))
    return sorted(found, key=lambda template: template.anchor, reverse=True)


def _template(name: str, comment: str, size: int, role: int) -> Template:
    """
    Return the template *name* as its record, *comment*, says; one that says nothing is old.

    A role that was dropped and made again owns nothing of what it had.
    """
    try:
        record = json.loads(comment)
        kind = Kind(record["size"], record.get("scale", 1))
        anchor = datetime.fromisoformat(record["anchor"])
        whose = record.get("role", min(0, role))
        return Template(name, kind, anchor, record["fingerprint"] if whose == role else "", size)
    except (ValueError, KeyError, TypeError, AttributeError):
        return Template(name, Kind("small"), datetime.min.replace(tzinfo=UTC), "", size)


def fresh_template(connection: Connection[Any], kind: Kind) -> str | None:
    """Return the name of the template of *kind* that is fit for use, `None` when it must be built."""
    now = datetime.now(UTC)
    return next((t.name for t in templates(connection) if t.kind == kind and t.is_fresh(now)), None)


def ensure_template(server: Server, size: str, progress: Progress | None = None, *, scale: float = 1) -> str:
    """
    Return the name of a fresh template of *size*, times *scale*, built now if there is none.

    Whoever comes while it is built waits.  *progress* hears of each step, also of one that another process
    takes: a fraction, a few words.  Raise `TemplateError` when the disk is full, `PrivilegeError` when the
    role may not create databases; a half-built database is dropped.
    """
    kind = Kind(size, scale).require()
    with connect(server.dsn) as connection:
        found = fresh_template(connection, kind)
        if found:
            return found
        waiter = Waiter(connection, kind, progress)
        with alone(connection, building_name(connection, kind), waiter.look):
            found = fresh_template(connection, kind)
            if found:
                waiter.done()
                return found
            return _build(server, connection, kind, telling(connection, kind, progress))


def building_name(connection: Connection[Any], kind: Kind) -> str:
    """Return what the template of *kind* is called while it is built; each role has its own."""
    role = hashlib.sha256(connection.info.user.encode()).hexdigest()[:6]
    return f"{PREFIX}{kind.word}_{role}{BUILDING}"


def drop_database(connection: Connection[Any], name: str) -> None:
    """Drop the database *name* and whoever is connected to it."""
    connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


def drop_template(connection: Connection[Any], name: str) -> None:
    """Drop the template *name*."""
    connection.execute(sql.SQL("ALTER DATABASE {} IS_TEMPLATE false").format(sql.Identifier(name)))
    drop_database(connection, name)


def create_statement(name: str, version: int) -> sql.Composed:
    """Return CREATE DATABASE with the same order of text on every server: by code point."""
    locale = (
        "LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' LOCALE 'C'"
        if version >= BUILTIN_LOCALE_SINCE
        else "LOCALE_PROVIDER libc LOCALE 'C'"
    )
    return sql.SQL("CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8' " + locale).format(
        sql.Identifier(name)
    )


def _build(server: Server, connection: Connection[Any], kind: Kind, progress: Progress) -> str:
    if server.local:
        _require_room(connection, kind)
    anchor = datetime.now(UTC).replace(microsecond=0)
    building = building_name(connection, kind)
    name = building.removesuffix(BUILDING) + f"_{anchor:%Y%m%d%H%M%S}"
    drop_database(connection, building)
    with contextlib.suppress(psycopg.errors.InvalidCatalogName):  # mostly there is none of this second
        drop_template(connection, name)  # that lost its record, or it would have been found
    try:
        connection.execute(create_statement(building, server_version(connection)))
        connection.execute(owner_statement(building, owner_for(connection)))
        _fill(server, building, kind, anchor, progress)
        _finish(connection, building, name, kind, anchor)
    except BaseException as error:
        _drop_half_built(server, building)
        if isinstance(error, psycopg.Error):
            raise _failure(connection.info.user, kind, error) from None
        raise
    _drop_older(connection, kind, name)
    return name


def _require_room(connection: Connection[Any], kind: Kind) -> None:
    """Raise `TemplateError` where the disk would become full: a server of ours goes down with it."""
    row = connection.execute("SHOW data_directory").fetchone()
    free = shutil.disk_usage(row[0]).free // 2**20 if row else 0
    if free < kind.room_mb:
        raise TemplateError(
            f"the {kind.size} class needs {kind.room_mb:,} MB of disk while it is built: have {free:,} MB",
            cure="free some with lessonlab clean, or set LESSONLAB_HOME to a folder on another disk",
        )


def _fill(server: Server, name: str, kind: Kind, anchor: datetime, progress: Progress) -> None:
    with connect(server.reader_dsn, dbname=name) as inside:
        apply_set(inside, "schema")
        seed(inside, kind.size, anchor, progress, scale=kind.scale)


def _finish(connection: Connection[Any], building: str, name: str, kind: Kind, anchor: datetime) -> None:
    """Name the database, record it, and close it to visitors: a visited template cannot be cloned."""
    record = {
        "size": kind.size,
        "scale": kind.scale,
        "anchor": anchor.isoformat(),
        "fingerprint": content_version(),
        "role": role_number(connection),
    }
    new, old = sql.Identifier(name), sql.Identifier(building)
    for statement in (
        owner_statement(building, connection.info.user),
        sql.SQL("COMMENT ON DATABASE {} IS {}").format(old, sql.Literal(json.dumps(record))),
        close_statement(building),
        sql.SQL("ALTER DATABASE {} WITH ALLOW_CONNECTIONS false").format(old),
        sql.SQL("ALTER DATABASE {} RENAME TO {}").format(old, new),  # from here on it is found
        sql.SQL("ALTER DATABASE {} WITH IS_TEMPLATE true").format(new),
    ):
        connection.execute(statement)


def _drop_older(connection: Connection[Any], kind: Kind, current: str) -> None:
    for template in templates(connection):
        if template.kind == kind and template.name != current:
            try:
                drop_template(connection, template.name)
            except psycopg.Error:  # being cloned right now: `lessonlab clean` gets it
                continue


def _drop_half_built(server: Server, building: str) -> None:
    """Drop what was begun; a server that went down with a full disk is waited for."""
    deadline = time.monotonic() + RECOVERY_SECONDS
    while True:
        try:
            with connect(server.dsn) as connection:
                return drop_database(connection, building)
        except (psycopg.Error, ServerError):
            if time.monotonic() > deadline:  # the next build drops it first
                return None
            time.sleep(0.2)


def _failure(user: str, kind: Kind, error: psycopg.Error) -> LessonLabError:
    if error.sqlstate == "42501":
        return PrivilegeError(
            f"the role {user!r} may not create databases",
            cure=f'as an administrator: ALTER ROLE "{user}" CREATEDB',
        )
    cure = f"free {kind.room_mb:,} MB, then try again; lessonlab doctor says how much there is"
    if error.sqlstate == "53100":
        return TemplateError(f"the disk became full while the {kind.size} class was built", cure=cure)
    if error.sqlstate is None or error.sqlstate.startswith("57"):
        what = f"the server stopped while the {kind.size} class was built, as it does when the disk is full"
        return TemplateError(what, cure=cure)
    return TemplateError(
        f"the {kind.size} class could not be built: {str(error).strip()}", cure="lessonlab doctor"
    )
