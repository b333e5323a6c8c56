"""
Two servers of our own for one notebook: a primary, and a standby that follows it.

Both live in a folder that goes with the pair.  They are the lab's own in everything else: loopback only, a
password, a keeper that stops them once their kernel was killed.
"""

from __future__ import annotations

import contextlib
import time
import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from psycopg import OperationalError

from lessonlab.errors import LessonLabError, ServerError
from lessonlab.postgres import kept_log, leases, local_server
from lessonlab.postgres.account import server_account
from lessonlab.postgres.connect import connect
from lessonlab.postgres.initialise import make_home
from lessonlab.postgres.owned import Owned
from lessonlab.postgres.programs import Programs, wheel_programs
from lessonlab.postgres.second import Work
from lessonlab.system import files

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

    from psycopg import Connection

    from lessonlab.show.pictures import Picture

FOLDER = "pairs"
BACKUP = "backup"
NAMES = ("primary", "standby", BACKUP)
FOLLOW_SECONDS = 30.0
MOMENT = 0.01


@dataclass(frozen=True, slots=True)
class Pair:
    """A primary and its standby, each with a connection that is open while the server is."""

    home: Path
    servers: tuple[Owned, Owned]
    primary: Connection[Any]
    standby: Connection[Any]

    def close(self) -> None:
        """Stop both servers and remove their data."""
        for connection in (self.primary, self.standby):
            connection.close()
        _remove(self.home, (*self.servers, self._backup()))

    def kill_primary(self) -> None:
        """End the primary as a power cut would: no process of it gets a word."""
        local_server.kill(self.servers[0])
        self.primary.close()

    def restart_primary(self) -> Connection[Any]:
        """Start the killed primary again, as if the power came back, and return a connection to it."""
        return connect(local_server.start(self.servers[0]))

    def rewind_primary(self) -> Connection[Any]:
        """
        Let the old primary follow the standby that took over, and return a connection to it.

        pg_rewind takes back what it wrote since the two went apart.
        """
        old, new = self.servers
        dsn = local_server.running_dsn(new)
        if dsn is None or self.standby.execute("SELECT pg_is_in_recovery()").fetchone() == (True,):
            raise LessonLabError("the standby has not taken over", cure="SELECT pg_promote() on the standby")
        local_server.stop(old)
        kept_log.rewind(dsn, old)
        return connect(local_server.start(old))

    def back_up(self) -> None:
        """Copy the primary's files with pg_basebackup; its log is kept in any case."""
        dsn = local_server.running_dsn(self.servers[0])
        if dsn is None:
            raise LessonLabError("the primary does not run", cure="run the cells again from lab.pair()")
        backup = self._backup()
        local_server.discard(backup)
        make_home(backup.home)
        leases.take_lease(backup.home, "a notebook's pair")
        kept_log.copy_server(dsn, backup, follow=False)

    def restore(self, until: datetime | None = None) -> Connection[Any]:
        """
        Start the backup, let it read the kept log up to the moment *until*, and return a connection to it.
        """
        backup = self._backup(kept_log.reads_log(until))
        if not backup.data.is_dir():
            raise LessonLabError("there is no backup yet", cure="pair.back_up()")
        if not self.primary.closed:
            kept_log.keep_now(self.primary)
        server_account().write(backup.data / "recovery.signal", "")
        restored = connect(local_server.start(backup))
        _wait_for(restored, "SELECT NOT pg_is_in_recovery()", [], FOLLOW_SECONDS)
        return restored

    def _backup(self, settings: str = "") -> Owned:
        return Owned(self.home / BACKUP, self.servers[0].programs, settings, keeps_settings=True)

    def cancel_commit(self) -> None:
        """Cancel the primary's next commit that waits for a standby; this returns before there is one."""
        pid, dsn = self.primary.info.backend_pid, local_server.running_dsn(self.servers[0])
        question = (
            "SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE pid = %s AND wait_event = 'SyncRep'"
        )

        def cancel() -> None:
            with contextlib.closing(connect(str(dsn))) as watch:
                _wait_for(watch, question, [pid], FOLLOW_SECONDS)

        Work(cancel)

    def picture(self) -> Picture:
        """Return how far the primary and the standby are in the log, and what slots keep of it."""
        from lessonlab.postgres.log_drawn import log_drawn  # noqa: PLC0415 - only who looks needs it

        try:
            return log_drawn(self.primary, self.standby)
        except OperationalError:
            raise LessonLabError(
                "one of the two servers does not run", cure="draw them while both run"
            ) from None

    def caught_up(self, seconds: float = FOLLOW_SECONDS) -> bool:
        """Wait until the standby shows all that the primary has written, at most so many *seconds*."""
        row = self.primary.execute("SELECT pg_current_wal_lsn()::text").fetchone()
        return _wait_for(self.standby, "SELECT pg_last_wal_replay_lsn() >= %s::pg_lsn", row, seconds)


def start_pair(home: Path, programs: Programs | None = None) -> Pair:
    """
    Return a new pair below the lab's *home*; pairs that a killed kernel left there are removed.

    Raise `ServerError` when the programs are not installed or a server does not start.
    """
    make_home(home)
    folder = home / FOLDER
    make_home(folder)
    programs = programs or wheel_programs()
    place = folder / uuid.uuid4().hex[:8]
    first, second = (
        Owned(place / name, programs, kept_log.keeps_log(), keeps_settings=True) for name in NAMES[:2]
    )
    with leases.server_lock(folder):  # between a folder and its lease another kernel would take it for dead
        _forget_dead(folder, programs)
        make_home(place)
        for server in (first, second):
            make_home(server.home)
            leases.take_lease(server.home, "a notebook's pair")
        files.make_folder(place / kept_log.LOG)
        server_account().own(place / kept_log.LOG)
    try:
        dsn = local_server.start(first)
        kept_log.copy_server(dsn, second, follow=True)
        return Pair(place, (first, second), connect(dsn), connect(local_server.start(second)))
    except BaseException:
        _remove(place, (first, second))
        raise


def _wait_for(connection: Connection[Any], question: str, given: Any, seconds: float) -> bool:
    """Ask until the answer is true, at most so many *seconds*; say whether it was."""
    until = time.monotonic() + seconds
    while connection.execute(question, given).fetchone() != (True,):
        if time.monotonic() > until:
            return False
        time.sleep(MOMENT)
    return True


def _forget_dead(folder: Path, programs: Programs) -> None:
    """Remove the pairs in *folder* whose kernel is gone, and stop what still runs of them."""
    for place in folder.iterdir():
        homes = [place / name for name in NAMES if (place / name).is_dir()]
        if not place.is_dir() or any(leases.live_leases(home) for home in homes):
            continue
        _remove(place, [Owned(home, programs) for home in homes])


def _remove(place: Path, servers: Sequence[Owned]) -> None:
    """Stop *servers* and remove their data, and their folder *place* with them."""
    for server in servers:
        with contextlib.suppress(ServerError):
            local_server.discard(server)
    if not any(map(local_server.running_dsn, servers)):
        files.remove_tree(place)
