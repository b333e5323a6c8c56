"""
The door of a cage: it lets a session of an answer's role in, and is locked while the session is there.

An answer can change its role's password and settings, and give up its rights.  Before each session all of
that is as it was; while an answer runs, nobody logs in as its role, whatever password they know.
"""

from __future__ import annotations

import contextlib
import secrets
import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg import conninfo, sql

from lessonlab import content
from lessonlab.errors import ServerError
from lessonlab.postgres.connect import connect
from lessonlab.postgres.roles import verifier

if TYPE_CHECKING:
    from psycopg import Connection

    from lessonlab.postgres.server import Server

SECONDS_TO_LEAVE = 5.0
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
    "deadlock_timeout": "100ms",
}
SAFE = "-c search_path=pg_catalog -c statement_timeout=20s"


@dataclass(frozen=True, slots=True)
class Login:
    """A role that was just made; the door gives it a password for each session."""

    role: str


class Door:
    """Lets sessions in, through a connection of its own: the cage's may be making a database."""

    def __init__(self, server: Server, *, superuser: bool) -> None:
        self._server = server
        self._limits = SUPERUSER_ONLY if superuser else {}
        self._admin: Connection[Any] | None = None
        self._lock = threading.Lock()
        self._left: dict[str, set[str]] = {}

    def enter(self, login: Login, database: str, **settings: str) -> Connection[Any]:
        """
        Return a connection of *login* to *database*, in autocommit; *settings* add to those that are fixed.
        """
        options = " ".join(f"-c {name}={value}" for name, value in (FIXED | settings).items())
        password = secrets.token_urlsafe(18)
        dsn = conninfo.make_conninfo(
            self._server.dsn, dbname=database, user=login.role, password=password, options=options
        )
        with self._lock:
            self._make_ready(login.role, database, password)
            try:
                return _let_in(dsn)
            finally:
                with contextlib.suppress(psycopg.Error):
                    self._do(sql.SQL("ALTER ROLE {} NOLOGIN").format(sql.Identifier(login.role)))

    def settings_left(self, role: str) -> set[str]:
        """Return what *role* had set for its own sessions, at any time since it was made."""
        return self._left.get(role, set())

    def close(self) -> None:
        """Let the connection go."""
        if self._admin is not None:
            self._admin.close()

    def _make_ready(self, role: str, database: str, password: str) -> None:
        """Take back what the role has done to itself, and unlock the door with a new key."""
        asked = {"role": role, "database": database}
        row = self._connection().execute(content.sql("cage/role_settings"), asked).fetchone()
        enters, found = (row[0], set(row[1])) if row else (False, set())
        ours = {f"{name}={limit}" for name, limit in self._limits.items()}
        self._left.setdefault(role, set()).update(found - ours)
        names = {"role": sql.Identifier(role), "database": sql.Identifier(database)}
        statements = ["ALTER ROLE {role} LOGIN PASSWORD {password}"]
        statements += [] if enters else ["GRANT CONNECT ON DATABASE {database} TO {role}"]
        if found - ours:
            statements += [
                "ALTER ROLE {role} RESET ALL",
                "ALTER ROLE {role} IN DATABASE {database} RESET ALL",
            ]
        if found != ours:
            statements += [
                f"ALTER ROLE {{role}} SET {name} = '{limit}'" for name, limit in self._limits.items()
            ]
        # a random key for one session need not be dear to compute from what the server keeps of it
        self._do(sql.SQL("; ".join(statements)).format(password=sql.Literal(verifier(password)), **names))

    def _do(self, statements: sql.Composed) -> None:
        self._connection().execute(statements)

    def _connection(self) -> Connection[Any]:
        if self._admin is None or self._admin.closed:
            options = f"{SAFE} -c synchronous_commit=off"  # nothing that is made here outlives the judge
            self._admin = connect(self._server.dsn, application_name="lessonlab grading", options=options)
        return self._admin


def _let_in(dsn: str) -> Connection[Any]:
    """Return a connection; sessions just closed are still leaving, and are waited for."""
    until = time.monotonic() + SECONDS_TO_LEAVE
    while True:
        try:
            return psycopg.connect(dsn, autocommit=True, prepare_threshold=None)
        except psycopg.OperationalError as error:
            if time.monotonic() < until:
                time.sleep(MOMENT)
                continue
            said = str(error).strip().splitlines()[-1]
            raise ServerError(
                f"the server does not let in the role of an answer: {said}",
                cure="allow logins with a password (scram-sha-256) in pg_hba.conf",
            ) from None
