"""
Two servers of our own for one notebook: a primary, and a standby that follows it.

Both live in a folder that goes with the pair.  They are the lab's own in everything else: loopback only, a
password, a keeper that stops them once their kernel was killed.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import time
import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from psycopg import conninfo

from lessonlab.errors import ServerError
from lessonlab.postgres import leases, owned
from lessonlab.postgres.account import server_account
from lessonlab.postgres.connect import connect
from lessonlab.postgres.initialise import last_lines, make_home
from lessonlab.postgres.programs import Programs, runnable_programs, wheel_programs

if TYPE_CHECKING:
    from pathlib import Path

    from psycopg import Connection

FOLDER = "pairs"
NAMES = ("primary", "standby")
FOLLOW_SECONDS = 30.0
MOMENT = 0.01


@dataclass(frozen=True, slots=True)
class Pair:
    """A primary and its standby, each with a connection that is open while the server is."""

    home: Path
    servers: tuple[owned.Owned, owned.Owned]
    primary: Connection[Any]
    standby: Connection[Any]

    def close(self) -> None:
        """Stop both servers and remove their data."""
        for connection in (self.primary, self.standby):
            connection.close()
        for server in self.servers:
            with contextlib.suppress(ServerError):
                owned.stop(server)
        shutil.rmtree(self.home, ignore_errors=True)

    def kill_primary(self) -> None:
        """End the primary as a power cut would: no process of it gets a word."""
        state = owned.read_state(self.servers[0])
        if state is not None:
            os.kill(state[0], signal.SIGKILL if os.name != "nt" else signal.SIGTERM)
        self.primary.close()

    def caught_up(self, seconds: float = FOLLOW_SECONDS) -> bool:
        """Wait until the standby shows all that the primary has written, at most so many *seconds*."""
        row = self.primary.execute("SELECT pg_current_wal_lsn()::text").fetchone()
        until = time.monotonic() + seconds
        behind = "SELECT pg_last_wal_replay_lsn() >= %s::pg_lsn"
        while row and self.standby.execute(behind, row).fetchone() != (True,):
            if time.monotonic() > until:
                return False
            time.sleep(MOMENT)
        return True


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
    first, second = (owned.Owned(place / name, programs) for name in NAMES)
    with leases.server_lock(folder):  # between a folder and its lease another kernel would take it for dead
        _forget_dead(folder, programs)
        make_home(place)
        for server in (first, second):
            make_home(server.home)
            leases.take_lease(server.home, "a notebook's pair")
    try:
        dsn = owned.start(first)
        _copy(dsn, second)
        return Pair(place, (first, second), connect(dsn), connect(owned.start(second)))
    except BaseException:
        for server in (first, second):
            with contextlib.suppress(ServerError):
                owned.stop(server)
        shutil.rmtree(place, ignore_errors=True)
        raise


def _copy(dsn: str, standby: owned.Owned) -> None:
    """Make *standby*'s data out of the running primary at *dsn*, and let it follow."""
    account = server_account()
    programs = runnable_programs(standby.programs, standby.home, account)
    standby.folder.mkdir(mode=0o700)
    account.own(standby.folder)
    given = conninfo.conninfo_to_dict(dsn)
    password = str(given["password"])
    secret = standby.folder / "passfile"
    secret.write_text(f"*:*:*:*:{password}\n", encoding="ascii")
    secret.chmod(0o600)
    account.own(secret)
    kept = {name: str(value) for name, value in given.items() if name not in {"password", "dbname"}}
    source = conninfo.make_conninfo(**kept, passfile=str(secret.absolute()))
    options = ["-d", source, "-D", "data", "-R", "--checkpoint=fast", "--no-sync"]
    code, output = account.run([programs.path("pg_basebackup"), *options], standby.folder)
    if code:
        raise ServerError(
            f"the standby could not be made: {last_lines(output)}",
            cure="free some disk space, then run the cell again",
        )
    standby.password_file.write_text(password, encoding="ascii")
    standby.password_file.chmod(0o600)


def _forget_dead(folder: Path, programs: Programs) -> None:
    """Remove the pairs in *folder* whose kernel is gone, and stop what still runs of them."""
    for place in folder.iterdir():
        homes = [place / name for name in NAMES if (place / name).is_dir()]
        if not place.is_dir() or any(leases.live_leases(home) for home in homes):
            continue
        servers = [owned.Owned(home, programs) for home in homes]
        for server in servers:
            with contextlib.suppress(ServerError):
                owned.stop(server)
        if not any(map(owned.running_dsn, servers)):
            shutil.rmtree(place, ignore_errors=True)
