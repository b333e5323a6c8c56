"""
A watch over sessions that run untrusted SQL: it ends them from outside, whatever they did to their own
limits.

Ended is a session that takes longer than it may, whose server process or whose answer takes too much
memory, or whose database grows too much.
"""

from __future__ import annotations

import contextlib
import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import psycopg

from lessonlab import content
from lessonlab.errors import ServerError
from lessonlab.grading.ending import SAFE, ask_to_end, begin_anew, hang_up, write_out
from lessonlab.postgres.connect import connect
from lessonlab.system import memory, processes

if TYPE_CHECKING:
    from collections.abc import Iterator

    import psutil
    from psycopg import Connection

    from lessonlab.postgres.server import Server

SLOW = 0.25  # of its time: what takes longer may be what cannot be ended
POLL = 0.02
SIZE_POLL = 0.1
BACKEND_MB = 768
CLIENT_MB = 384
DATABASE_MB = 96
GRACE = 0.7  # seconds that a session may take to hear of its end
LONGEST_GRACE = 1.5  # and one that nearly never got a processor meanwhile
DEAF = 0.15  # seconds of a processor in which any other session has heard
SECONDS_TO_GO = 1.0  # one that cannot be interrupted is not waited for longer


@dataclass(slots=True)
class Watched:
    """A session under watch: when it must have ended, and why it was ended."""

    pid: int
    database: str
    slow: float
    deadline: float
    connection: Connection[Any]
    process: psutil.Process | None
    room: int = DATABASE_MB
    bytes: int = 0
    reason: str = ""
    ended: float = 0.0
    used: float = 0.0  # of a processor, when it was asked to end
    written_out: bool = False
    stays: bool = False  # on a server of others, who alone can end it

    def begin_to_end(self) -> None:
        """Note when the session was first asked to end."""
        if not self.ended:
            self.used = processes.seconds_used(self.process) if self.process else 0.0
            self.ended = time.monotonic()

    @property
    def is_deaf(self) -> bool:
        """Say whether the session, which was asked to end, will not hear of it."""
        since = time.monotonic() - self.ended
        if self.process is None or since > LONGEST_GRACE:
            return since > GRACE
        return since > GRACE and processes.seconds_used(self.process) - self.used > DEAF


class Watch:
    """One thread and one connection that look after all the sessions of a judge."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self._admin: Connection[Any] | None = None
        self._lock = threading.Lock()
        self._connecting = threading.Lock()
        self._sessions: list[Watched] = []
        self._wake = threading.Event()
        self._closed = False
        self._memory = 0
        self.began_anew = False
        self._thread: threading.Thread | None = None

    @contextlib.contextmanager
    def over(self, connection: Connection[Any], seconds: float, room: int) -> Iterator[Watched]:
        """Look after *connection* while inside; what is yielded says afterwards why it was ended, if so."""
        info = connection.info
        pid, now = info.backend_pid, time.monotonic()
        process = self._process(pid)
        session = Watched(pid, info.dbname, now + seconds * SLOW, now + seconds, connection, process, room)
        with self._lock:
            if not self._sessions:
                self._memory = memory.own_bytes()
            self._sessions.append(session)
            self._start()
        self._wake.set()
        try:
            yield session
        finally:
            with self._lock:
                self._sessions.remove(session)
            if session.reason:
                self._see_off(session)

    def waits_for(self, pid: int, others: list[int]) -> bool:
        """Say whether the session *pid* waits for a lock of one of *others*, whatever its database holds."""
        with contextlib.suppress(psycopg.Error, ServerError):
            asked = {"pid": pid, "others": others}
            return self._connection().execute(content.sql("cage/waits_for"), asked).fetchone() == (True,)
        return False

    def wait_until_gone(self, pid: int) -> bool:
        """
        Wait for the process of a session just closed, which may still hold the server's whole lock table; say
        whether it is gone.

        The cage's own connection would not do: it may be making a database, which waits for such processes.
        """
        until = time.monotonic() + SECONDS_TO_GO
        while time.monotonic() < until:
            with contextlib.suppress(psycopg.Error, ServerError):  # there may be no lock left for us
                ask = "SELECT FROM pg_catalog.pg_stat_activity WHERE pid = %s"
                if not self._connection().execute(ask, [pid]).fetchall():
                    return True
            time.sleep(POLL / 10)
        return False

    def begin_again(self) -> None:
        """Forget the connection to a server that has begun anew."""
        self.began_anew = False
        if self._admin is not None:
            self._admin.close()

    def close(self) -> None:
        """End the thread and its connection."""
        self._closed = True
        self._wake.set()
        if self._thread is not None:
            self._thread.join(timeout=5)
        if self._admin is not None:
            self._admin.close()

    def _start(self) -> None:
        if self._thread is None or not self._thread.is_alive():
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
                elif time.monotonic() > session.slow and not session.written_out:
                    session.written_out = True
                    self._write_out()
            time.sleep(POLL)

    def _too_much(self, session: Watched, *, sizes: bool) -> str:
        """Return what *session* has too much of, '' when nothing."""
        if time.monotonic() > session.deadline:
            return "it took too long"
        if memory.own_bytes() - self._memory > CLIENT_MB * 2**20:
            return "its result is too big"
        if session.process and memory.private_bytes(session.process.pid) > BACKEND_MB * 2**20:
            return "it took too much memory"
        if sizes and session.database and self._grown(session) > session.room * 2**20:
            return "it wrote too much"
        return ""

    def _grown(self, session: Watched) -> int:
        try:
            row = (
                self._connection()
                .execute("SELECT pg_catalog.pg_database_size(%s)", [session.database])
                .fetchone()
            )
        except (psycopg.Error, OSError, ServerError):  # it may be beginning anew
            return 0
        size = int(row[0]) if row else 0
        session.bytes = session.bytes or size
        return size - session.bytes

    def _end(self, session: Watched) -> None:
        """
        End the session: through the server, or by the system where the server no longer lets us.

        Some functions cannot be interrupted, `position` in a long text for one: whoever waits for such a
        session goes on.
        """
        session.begin_to_end()
        if session.is_deaf:
            hang_up(session.connection)
        try:
            self._connection().execute("SELECT pg_catalog.pg_terminate_backend(%s)", [session.pid])
        except (psycopg.Error, OSError, ServerError):
            if session.process:
                ask_to_end(session.process)

    def _see_off(self, session: Watched) -> None:
        """
        Wait until an ended session is gone; one that hears of no end is ended together with all others.

        It would hold up every CREATE and DROP DATABASE of the server.  The server begins anew within a
        second: what was committed is there, whoever was connected connects again.  Not where it is somebody
        else's: then the session is left to itself.
        """
        session.begin_to_end()
        session.stays = session.process is None and not self.wait_until_gone(session.pid)
        while session.process and processes.is_there(session.process):
            if session.is_deaf:
                self.began_anew = True
                begin_anew(self.server, session.process)
                return
            time.sleep(POLL / 10)

    def _write_out(self) -> None:
        """Have a server of ours write its data to disk while there is time: it may have to begin anew."""
        if self.server.local:
            threading.Thread(target=write_out, args=[self.server], daemon=True).start()

    def _process(self, pid: int) -> psutil.Process | None:
        """Return the process of a session of a server of ours."""
        return processes.found(pid) if self.server.local else None

    def _connection(self) -> Connection[Any]:
        with self._connecting:
            if self._admin is None or self._admin.closed:
                self._admin = connect(self.server.dsn, application_name="lessonlab watch", options=SAFE)
            return self._admin
