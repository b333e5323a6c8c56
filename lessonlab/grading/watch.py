"""
A watch over sessions that run untrusted SQL: it ends them from outside, whatever they did to their own
limits.

Ended is a session that takes longer than it may, whose server process or whose answer takes too much
memory, or whose database grows too much.
"""

from __future__ import annotations

import contextlib
import os
import socket
import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import psutil
import psycopg

from lessonlab.errors import ServerError
from lessonlab.postgres.connect import connect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from psycopg import Connection

    from lessonlab.postgres.server import Server

POLL = 0.02
SIZE_POLL = 0.1
BACKEND_MB = 768
CLIENT_MB = 384
DATABASE_MB = 96
GRACE = 1.5
SECONDS_TO_GO = 1.0  # one that cannot be interrupted is not waited for longer


@dataclass(slots=True)
class Watched:
    """A session under watch: when it must have ended, and why it was ended."""

    pid: int
    database: str
    deadline: float
    connection: Connection[Any]
    bytes: int = 0
    reason: str = ""
    ended: float = 0.0


class Watch:
    """One thread and one connection that look after all the sessions of a judge."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._admin: Connection[Any] | None = None
        self._lock = threading.Lock()
        self._connecting = threading.Lock()
        self._sessions: list[Watched] = []
        self._wake = threading.Event()
        self._closed = False
        self._memory = 0
        self._thread: threading.Thread | None = None

    @contextlib.contextmanager
    def over(self, connection: Connection[Any], seconds: float) -> Iterator[Watched]:
        """
        Look after *connection* while inside; what is yielded says afterwards why it was ended, if it was.
        """
        info = connection.info
        session = Watched(info.backend_pid, info.dbname, time.monotonic() + seconds, connection)
        with self._lock:
            if not self._sessions:
                self._memory = psutil.Process().memory_info().rss
            self._sessions.append(session)
            self._start()
        self._wake.set()
        try:
            yield session
        finally:
            with self._lock:
                self._sessions.remove(session)

    def wait_until_gone(self, pid: int) -> None:
        """
        Wait for the process of a session just closed: it may still hold the server's whole lock table.

        The cage's own connection would not do: it may be making a database, which waits for such processes.
        """
        until = time.monotonic() + SECONDS_TO_GO
        while time.monotonic() < until:
            with contextlib.suppress(psycopg.Error, ServerError):  # there may be no lock left for us
                ask = "SELECT FROM pg_stat_activity WHERE pid = %s"
                if not self._connection().execute(ask, [pid]).fetchall():
                    return
            time.sleep(POLL / 10)

    def close(self) -> None:
        """End the thread and its connection."""
        self._closed = True
        self._wake.set()
        if self._thread is not None:
            self._thread.join(timeout=5)
        if self._admin is not None:
            self._admin.close()

    def _start(self) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="lessonlab watch", daemon=True)
            self._thread.start()

    def _run(self) -> None:
        checked = 0.0
        while not self._closed:
            with self._lock:
                sessions = list(self._sessions)
                if not sessions:
                    self._wake.clear()
            if not sessions:
                self._wake.wait()
                continue
            sizes = time.monotonic() - checked > SIZE_POLL
            checked = time.monotonic() if sizes else checked
            for session in sessions:
                session.reason = session.reason or self._too_much(session, sizes=sizes)
                if session.reason:
                    self._end(session)
            time.sleep(POLL)

    def _too_much(self, session: Watched, *, sizes: bool) -> str:
        """Return what *session* has too much of, '' when nothing."""
        if time.monotonic() > session.deadline:
            return "it took too long"
        if psutil.Process().memory_info().rss - self._memory > CLIENT_MB * 2**20:
            return "its result is too big"
        if self._server.local and _resident(session.pid) > BACKEND_MB * 2**20:
            return "it took too much memory"
        if sizes and session.database and self._grown(session) > DATABASE_MB * 2**20:
            return "it wrote too much"
        return ""

    def _grown(self, session: Watched) -> int:
        try:
            row = self._connection().execute("SELECT pg_database_size(%s)", [session.database]).fetchone()
        except (psycopg.Error, OSError):
            return 0
        size = int(row[0]) if row else 0
        session.bytes = session.bytes or size
        return size - session.bytes

    def _end(self, session: Watched) -> None:
        """
        End the session: through the server, or by the system where the server no longer lets us.

        Some functions cannot be interrupted, `position` in a long text for one.  Their session is left to
        itself, and whoever waits for it goes on.
        """
        session.ended = session.ended or time.monotonic()
        if time.monotonic() - session.ended > GRACE:
            hang_up(session.connection)
        try:
            self._connection().execute("SELECT pg_terminate_backend(%s)", [session.pid])
        except (psycopg.Error, OSError):
            if self._server.local:
                with contextlib.suppress(psutil.Error, OSError):
                    os.kill(session.pid, 15)

    def _connection(self) -> Connection[Any]:
        with self._connecting:
            if self._admin is None or self._admin.closed:
                self._admin = connect(self._server.dsn, application_name="lessonlab watch")
            return self._admin


def hang_up(connection: Connection[Any]) -> None:
    """Cut the line to the server under whoever waits at it; the connection is closed for both."""
    with contextlib.suppress(OSError, psycopg.Error):
        line = socket.socket(fileno=connection.pgconn.socket)
        try:
            line.shutdown(socket.SHUT_RDWR)
        finally:
            line.detach()  # the number belongs to the connection


def _resident(pid: int) -> int:
    """Return the bytes of memory of the server's process *pid* that it shares with none."""
    with contextlib.suppress(psutil.Error, AttributeError):
        memory = psutil.Process(pid).memory_info()
        return int(memory.rss - getattr(memory, "shared", 0))
    return 0
