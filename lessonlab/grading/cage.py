"""
Where untrusted SQL runs: roles with nothing but what an answer needs, in databases that are thrown away.

Three groups hold the privileges: the author owns the tables of a clone, the reader may read rows, the
writer may change them.  Login roles are made for one run, or for one process, with a random password, and
are dropped. What an answer makes is only ever touched as its own role.  The same on a laptop, where we are
superuser, and on a grading server, where CREATEDB and CREATEROLE are enough.
"""

from __future__ import annotations

import contextlib
import hashlib
import secrets
import time
import weakref
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg import conninfo, sql

from lessonlab import content
from lessonlab.errors import PrivilegeError, ServerError
from lessonlab.postgres import provider
from lessonlab.postgres.connect import connect
from lessonlab.postgres.templates import drop_database

if TYPE_CHECKING:
    from collections.abc import Iterable

    from psycopg import Connection

    from lessonlab.postgres.server import Server

LOGIN_PREFIX = "lab_cage_"
GROUPS = ("author", "reader", "writer")
FULL = ("too many connections", "out of shared memory")
SECONDS_TO_LEAVE = 5.0
SECONDS_TO_DROP = "10s"
MOMENT = 0.02
FIXED = {
    "timezone": "UTC",
    "datestyle": "ISO",
    "intervalstyle": "postgres",
    "extra_float_digits": "1",
    "bytea_output": "hex",
    "search_path": "public",
    "jit": "off",
    "synchronous_commit": "off",
    "max_parallel_workers_per_gather": "0",
}
SUPERUSER_ONLY = {
    "temp_file_limit": "65536",
    "log_min_messages": "fatal",
    "log_min_error_statement": "fatal",
}


@dataclass(frozen=True, slots=True)
class Login:
    """A role that was just made, and its password."""

    role: str
    password: str


class Cage:
    """
    The grounds on one server: an administrator's connection, the groups, and the login roles made here.

    Close it, or let it go: what it made is dropped.
    """

    def __init__(self, server: Server) -> None:
        self.server = server
        self.admin = connect(server.dsn, application_name="lessonlab grading")
        self.admin.execute("SET synchronous_commit = off")  # nothing that is made here outlives the judge
        self.superuser = self._is_superuser()
        self.tag = role_tag(self.admin)
        self._made: set[str] = set()
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
        login = Login(f"{LOGIN_PREFIX}{secrets.token_hex(6)}", secrets.token_urlsafe(18))
        self._made.add(login.role)
        self.admin.execute(self._login_statements(login, group))
        return login

    def clone(self, template: str, roles: Iterable[str], *, temporary: bool = False) -> str:
        """Return a new database like *template*, which nobody but *roles* may enter."""
        name = f"{LOGIN_PREFIX}{secrets.token_hex(6)}"
        self._made.add(name)
        made = sql.Identifier(name)
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
        return name

    def enter(self, login: Login, database: str, **settings: str) -> Connection[Any]:
        """
        Return a connection of *login* to *database*, in autocommit; *settings* add to those that are fixed.
        """
        options = " ".join(f"-c {name}={value}" for name, value in (FIXED | settings).items())
        dsn = conninfo.make_conninfo(
            self.server.dsn, dbname=database, user=login.role, password=login.password, options=options
        )
        until = time.monotonic() + SECONDS_TO_LEAVE
        while True:
            try:
                return psycopg.connect(dsn, autocommit=True, prepare_threshold=None)
            except psycopg.OperationalError as error:
                full = any(words in str(error) for words in FULL)
                if full and time.monotonic() < until:  # sessions just closed are still leaving
                    time.sleep(MOMENT)
                    continue
                said = str(error).strip().splitlines()[-1]
                raise ServerError(
                    f"the server does not let in the role of an answer: {said}",
                    cure="allow logins with a password (scram-sha-256) in pg_hba.conf",
                ) from None

    def drop(self, *names: str) -> None:
        """Drop databases and login roles made here."""
        for name in names:
            _drop(self.admin, name)
            self._made.discard(name)

    def close(self) -> None:
        """Drop everything made here and leave."""
        self.admin.close()
        self._finalizer()

    def _login_statements(self, login: Login, group: str) -> sql.Composed:
        """Return the statements that make a login role, for one journey to the server."""
        role = sql.Identifier(login.role)
        limits = SUPERUSER_ONLY if self.superuser else {}
        return sql.SQL(";").join(
            [
                sql.SQL("CREATE ROLE {} LOGIN CONNECTION LIMIT 30 PASSWORD {}").format(
                    role, sql.Literal(login.password)
                ),
                sql.SQL("GRANT {} TO {}").format(sql.Identifier(self.group(group)), role),
                sql.SQL("GRANT {} TO {}").format(role, sql.Identifier(self.admin.info.user)),
                sql.SQL("COMMENT ON ROLE {} IS {}").format(role, sql.Literal(provider.owner_record())),
                *(
                    sql.SQL("ALTER ROLE {} SET {} = {}").format(role, sql.SQL(name), sql.Literal(limit))
                    for name, limit in limits.items()
                ),
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
        pattern = LOGIN_PREFIX.replace("_", r"\_") + "%"
        rows = self.admin.execute(content.sql("cage/stale_roles"), {"pattern": pattern}).fetchall()
        stale = [name for name, comment in rows if provider.is_abandoned(comment)]
        if stale:
            provider.drop_unused(self.server)
            for name in stale:
                with contextlib.suppress(psycopg.Error):
                    _drop(self.admin, name)


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
                for name in sorted(made):
                    with contextlib.suppress(psycopg.DatabaseError):  # one that cannot go holds no other
                        drop(connection, name)
    except (psycopg.Error, ServerError):
        return


def _drop_role(connection: Connection[Any], name: str) -> None:
    connection.execute(sql.SQL("DROP ROLE IF EXISTS {}").format(sql.Identifier(name)))
