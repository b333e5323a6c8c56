"""
Where untrusted SQL runs: roles with nothing but what an answer needs, in databases that are thrown away.

Three groups hold the privileges: the author owns the tables of a clone, the reader may read rows, the
writer may change them.  Login roles are made for one run, or for one process, and are dropped. What an
answer makes is only ever touched as its own role.  The same on a laptop, where we are superuser, and on a
grading server, where CREATEDB and CREATEROLE are enough.
"""

from __future__ import annotations

import contextlib
import hashlib
import secrets
import weakref
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg import sql

from lessonlab import content
from lessonlab.errors import PrivilegeError, ServerError
from lessonlab.grading.door import Door, Login
from lessonlab.postgres import provider
from lessonlab.postgres.connect import connect
from lessonlab.postgres.given import no_copy
from lessonlab.postgres.templates import drop_database

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from psycopg import Connection

    from lessonlab.postgres.server import Server

LOGIN_PREFIX = "lab_cage_"
GROUPS = ("author", "reader", "writer")
ADMIN = "-c search_path=pg_catalog -c synchronous_commit=off"  # what is made here is dropped again
SECONDS_TO_DROP = "5s"
SESSIONS = 16  # of a role: one on each data set of an exercise, and some that are still leaving


class Cage:
    """
    The grounds on one server: an administrator's connection, the groups, and the login roles made here.

    Close it, or let it go: what it made is dropped.
    """

    def __init__(self, server: Server) -> None:
        if server.given:
            raise no_copy("judging an answer")
        self.server = server
        self.admin = connect(server.dsn, application_name="lessonlab grading", options=ADMIN)
        self.superuser = self._is_superuser()
        self.tag = role_tag(self.admin)
        self.door = Door(server, superuser=self.superuser)
        self._made: set[str] = set()
        self._held_up = False
        self._finalizer = weakref.finalize(self, _drop_all, server, self._made)
        try:
            self._ensure_groups()
        except psycopg.errors.InsufficientPrivilege:
            user = self.admin.info.user
            self.close()
            raise PrivilegeError(
                f"the role {user!r} may not make roles, which judging an answer needs",
                cure=f'as an administrator: ALTER ROLE "{user}" CREATEDB CREATEROLE',
            ) from None
        self._drop_stale()

    def group(self, name: str) -> str:
        """Return the name of the group *name*; each grading role has its own."""
        return f"lessonlab_cage_{self.tag}_{name}"

    def make_login(self, group: str) -> Login:
        """Make a login role that is a member of *group* alone."""
        login = Login(f"{LOGIN_PREFIX}{secrets.token_hex(6)}")
        self._made.add(login.role)
        self.admin.execute(self._login_statements(login, group))
        return login

    def clone(self, template: str, roles: Iterable[str], *, temporary: bool = False) -> str:
        """Return a new database like *template*, which nobody but *roles* may enter."""
        name = f"{LOGIN_PREFIX}{secrets.token_hex(6)}"
        self._made.add(name)
        made = sql.Identifier(name)
        self.admin.execute(content.sql("catalog/hold_name"), {"name": name})  # until it says whose it is
        self.admin.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY {}").format(
                made, sql.Identifier(template), sql.SQL("FILE_COPY" if "_large_" in template else "WAL_LOG")
            )
        )
        rights = sql.SQL("CONNECT, TEMPORARY" if temporary else "CONNECT")
        allowed = sql.SQL(", ").join(map(sql.Identifier, roles))
        self.admin.execute(
            sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC; GRANT {} ON DATABASE {} TO {};").format(
                made, rights, made, allowed
            )
            + sql.SQL("COMMENT ON DATABASE {} IS {}").format(made, sql.Literal(provider.owner_record()))
        )
        self.admin.execute(content.sql("catalog/free_name"), {"name": name})
        return name

    def enter(self, login: Login, database: str, **settings: str) -> Connection[Any]:
        """
        Return a connection of *login* to *database*, in autocommit; *settings* add to those that are fixed.
        """
        return self.door.enter(login, database, **settings)

    def drop(self, *names: str) -> None:
        """
        Drop databases and login roles made here.

        On a server of others a session that hears of no end may hold up each DROP DATABASE: then the rest is
        left for the end, or for `clean`.
        """
        if self._held_up:
            return
        options = "" if self.server.local else f" -c statement_timeout={SECONDS_TO_DROP}"
        with connect(self.server.dsn, options=ADMIN + options) as admin:
            for name in names:
                try:
                    _drop(admin, name)
                except psycopg.errors.QueryCanceled:
                    self._held_up = True
                    return
                self._made.discard(name)

    def reconnect(self) -> None:
        """Connect again after the server has begun anew; what was made here is still there."""
        self.door.close()
        self.admin.close()
        self.admin = connect(self.server.dsn, application_name="lessonlab grading", options=ADMIN)

    def close(self) -> None:
        """Drop everything made here and leave."""
        self.door.close()
        self.admin.close()
        self._finalizer()

    def _login_statements(self, login: Login, group: str) -> sql.Composed:
        """Return the statements that make a login role, for one journey to the server."""
        role = sql.Identifier(login.role)
        return sql.SQL(";").join(
            [
                sql.SQL("CREATE ROLE {} NOLOGIN CONNECTION LIMIT {}").format(role, sql.Literal(SESSIONS)),
                sql.SQL("GRANT {} TO {}").format(sql.Identifier(self.group(group)), role),
                sql.SQL("GRANT {} TO {}").format(role, sql.Identifier(self.admin.info.user)),
                sql.SQL("COMMENT ON ROLE {} IS {}").format(role, sql.Literal(provider.owner_record())),
            ]
        )

    def _do(self, statement: sql.Composed) -> None:
        self.admin.execute(statement)

    def _is_superuser(self) -> bool:
        row = self.admin.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user").fetchone()
        return row == (True,)

    def _ensure_groups(self) -> None:
        rows = self.admin.execute(
            "SELECT rolname FROM pg_roles WHERE rolname LIKE %s", [f"lessonlab\\_cage\\_{self.tag}\\_%"]
        )
        known = {name for (name,) in rows}
        for name in GROUPS:
            group = sql.Identifier(self.group(name))
            if self.group(name) not in known:
                with contextlib.suppress(psycopg.errors.DuplicateObject, psycopg.errors.UniqueViolation):
                    self._do(sql.SQL("CREATE ROLE {} NOLOGIN").format(group))
                self._do(sql.SQL("GRANT {} TO {}").format(group, sql.Identifier(self.admin.info.user)))

    def _drop_stale(self) -> None:
        """Drop the roles of processes that died."""
        if stale_roles(self.admin):
            provider.drop_unused(self.server)
            drop_stale_roles(self.admin)


def stale_roles(connection: Connection[Any]) -> list[str]:
    """Return the login roles, with what they have set, of processes that died."""
    pattern = LOGIN_PREFIX.replace("_", r"\_") + "%"
    rows = connection.execute(content.sql("cage/stale_roles"), {"pattern": pattern}).fetchall()
    return [name for name, comment in rows if provider.is_abandoned(comment)]


def drop_stale_roles(connection: Connection[Any]) -> list[str]:
    """Drop the login roles of processes that died, and return those that are gone."""
    dropped = []
    for name in stale_roles(connection):
        with contextlib.suppress(psycopg.Error):
            _drop(connection, name)
            dropped.append(name)
    return dropped


def role_tag(connection: Connection[Any]) -> str:
    """Return what stands for the role in names: each grading role has groups and templates of its own."""
    return hashlib.sha256(connection.info.user.encode()).hexdigest()[:6]


def _drop(connection: Connection[Any], name: str) -> None:
    """Drop the database and the role *name*, whichever there is."""
    drop_database(connection, name)
    _drop_role(connection, name)


def _drop_all(server: Server, made: set[str]) -> None:
    """Drop what a cage made, databases first: a role goes when nothing depends on it."""
    try:
        with connect(server.dsn, connect_timeout=2) as connection:
            connection.execute(sql.SQL("SET statement_timeout = {}").format(sql.Literal(SECONDS_TO_DROP)))
            for drop in (drop_database, _drop_role):
                with contextlib.suppress(psycopg.errors.QueryCanceled):  # what holds one up holds up all
                    for name in sorted(made):
                        _drop_if_possible(connection, drop, name)
    except (psycopg.Error, ServerError):
        return


def _drop_if_possible(
    connection: Connection[Any], drop: Callable[[Connection[Any], str], None], name: str
) -> None:
    """Drop *name*; one that cannot go holds no other, but what times out says so."""
    try:
        drop(connection, name)
    except psycopg.errors.QueryCanceled:
        raise
    except psycopg.DatabaseError:
        return


def _drop_role(connection: Connection[Any], name: str) -> None:
    connection.execute(sql.SQL("DROP ROLE IF EXISTS {}").format(sql.Identifier(name)))
