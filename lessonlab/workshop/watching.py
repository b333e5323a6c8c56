"""
The watch over a class's server: it ends the sessions of students that would stop all others.

A role may lift its own timeouts, loop, leave a transaction open, fill the disk and the lock table that all
databases share; no right can be taken from it for that.  So its sessions are looked at five times a second,
by functions that ask for no lock of that table, and ended by the server, or by the system where the server
can no longer.  Sessions of others than the class's are never touched.
"""

from __future__ import annotations

import threading
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg.rows import class_row

from lessonlab import content
from lessonlab.errors import LessonLabError
from lessonlab.postgres.connect import connect
from lessonlab.system import processes
from lessonlab.workshop.databases import read_databases

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from psycopg import Connection

EVERY_SECONDS = 0.2
AGAIN_SECONDS = 2.0  # after the server did not answer; and between two looks at files and sizes
A_MOMENT = 0.5  # who has too much may still drop it: that takes less
SAFE = "-c search_path=pg_catalog -c statement_timeout=5s"


@dataclass(frozen=True, slots=True)
class Allowed:
    """What one may take: seconds of a statement, of rest in a transaction, of one; locks; MB in all."""

    statement: float = 60
    idle: float = 300
    transaction: float = 900
    locks: int = 500
    advisory: int = 10
    database_mb: int = 500

    def broken(self, seen: StudentSession, database_mb: int = 0) -> str:
        """
        Return what *seen*, in a database of so many MB, has too much of, '' where nothing.

        >>> Allowed().broken(StudentSession(1, 2, 61.2, 0, 61.2, 3, 0))
        'a statement of 61 s'
        >>> Allowed().broken(StudentSession(1, 2, 0, 0, 0, 30, 11))
        '11 advisory locks'
        """
        if seen.locks > self.locks:
            return f"{seen.locks:,} locks"
        if seen.advisory > self.advisory:
            return f"{seen.advisory} advisory locks"
        if seen.statement > self.statement:
            return f"a statement of {seen.statement:.0f} s"
        if database_mb > self.database_mb and seen.statement > A_MOMENT:
            return f"a database of {database_mb:,} MB"
        if seen.idle > self.idle:
            return f"a transaction that rests for {seen.idle:.0f} s"
        return f"a transaction of {seen.transaction:.0f} s" if seen.transaction > self.transaction else ""


@dataclass(frozen=True, slots=True)
class StudentSession:
    """What a session does now: the process *pid* of the *role* of this number, in seconds and locks."""

    pid: int
    role: int
    statement: float
    idle: float
    transaction: float
    locks: int
    advisory: int


class ClassWatch:
    """
    Looks at the sessions of the roles in a class's `databases.csv`, and says whom it has ended and why.

    Who is called otherwise than their role is in *aliases*, by address of mail.
    """

    def __init__(
        self,
        dsn: str,
        path: Path,
        allowed: Allowed,
        say: Callable[[str], object],
        aliases: Mapping[str, str] | None = None,
    ) -> None:
        self._dsn, self._path, self._allowed, self._say = dsn, path, allowed, say
        self._aliases = aliases or {}
        self._admin: Connection[Any] | None = None
        self._roles: Mapping[int, str] = {}
        self._called: Mapping[str, str] = {}
        self._mb: Mapping[int, int] = {}
        self._over = threading.Event()
        self._trouble = ""
        self._thread = threading.Thread(target=self._run, name="lessonlab class watch", daemon=True)

    def start(self) -> None:
        """Begin to look."""
        self._thread.start()

    def close(self) -> None:
        """End, and let the connection go."""
        self._over.set()
        if self._thread.is_alive():
            self._thread.join(timeout=AGAIN_SECONDS)
        self._leave()

    def look(self) -> list[str]:
        """Look once, and return whom that has ended, and why."""
        ended = [(self._roles[seen.role], why) for seen, why in self._found() if self._end(seen)]
        return [f"{self._called[role]}: {why}" for role, why in ended]

    def know(self) -> None:
        """Read whose sessions are looked at, also those who came meanwhile, and how large databases are."""
        given = read_databases(self._path).values()
        self._called = {one.name: self._aliases.get(one.email, one.name) for one in given}
        asked = "SELECT oid::BIGINT, rolname FROM pg_roles WHERE rolname = ANY (%s)"
        self._roles = dict(self._connection().execute(asked, [list(self._called)]).fetchall())
        sizes = content.sql("provision/database_sizes")
        self._mb = dict(self._connection().execute(sizes, {"roles": list(self._roles)}).fetchall())

    def _found(self) -> Iterator[tuple[StudentSession, str]]:
        with self._connection().cursor(row_factory=class_row(StudentSession)) as cursor:
            seen = cursor.execute(content.sql("provision/sessions"), {"roles": list(self._roles)}).fetchall()
        for one in seen:
            if why := self._allowed.broken(one, self._mb.get(one.role, 0)):
                yield one, why

    def _end(self, seen: StudentSession) -> bool:
        """End a session; where the server has no lock left to look its role up, by the system."""
        try:
            asked = "SELECT pg_terminate_backend(%s)"
            return self._connection().execute(asked, [seen.pid]).fetchone() == (True,)
        except psycopg.Error:
            process, role = processes.found(seen.pid), self._roles[seen.role]
            # The server may be on another machine, where the number is somebody else's.
            is_it = process is not None and processes.is_command(process, "postgres", role)
            return process is not None and is_it and processes.ask(process)

    def _run(self) -> None:
        looked = AGAIN_SECONDS
        while not self._over.is_set():
            try:
                if looked >= AGAIN_SECONDS:
                    self.know()
                    looked = 0.0
                for line in self.look():
                    self._say(f"ended {line}")
                self._trouble = ""
            except (LessonLabError, psycopg.Error, OSError) as error:
                self._tell(error)
                self._leave()
                self._over.wait(AGAIN_SECONDS)
            looked += EVERY_SECONDS
            self._over.wait(EVERY_SECONDS)

    def _tell(self, error: Exception) -> None:
        """Say once why nothing is watched now."""
        said = str(getattr(error, "message", error)).strip().partition("\n")[0]
        if said != self._trouble:
            self._trouble = said
            self._say(f"the class's server is not watched now: {said}")

    def _connection(self) -> Connection[Any]:
        if self._admin is None or self._admin.closed:
            self._admin = connect(self._dsn, application_name="lessonlab class watch", options=SAFE)
        return self._admin

    def _leave(self) -> None:
        if self._admin is not None:
            with suppress(psycopg.Error):
                self._admin.close()
            self._admin = None
