"""
Our own server: made, started, found again after any kill, and stopped.

Its folder is `pg<major>` below the home: the data, the log, and the port in postmaster.pid.  The programs run
in that folder and name the data by a relative path, so that the home's path may hold any character.  It
listens on loopback only and lets in who knows a random password that is kept in a file for us alone.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psutil

from lessonlab.errors import ServerError
from lessonlab.postgres import leases
from lessonlab.postgres.account import Account, server_account
from lessonlab.postgres.initialise import ROLE, initialise, last_lines, make_home, require_reach
from lessonlab.postgres.programs import Programs, runnable_programs

START_SECONDS = 60.0
PID_LINES = 8  # of postmaster.pid, once the server is ready


@dataclass(frozen=True, slots=True)
class Owned:
    """A server of ours below *home*; nothing is touched until `start`."""

    home: Path
    programs: Programs

    @property
    def folder(self) -> Path:
        """Return the folder that the server's account owns."""
        return self.home / f"pg{self.programs.major}"

    @property
    def data(self) -> Path:
        """Return the data folder."""
        return self.folder / "data"

    @property
    def log(self) -> Path:
        """Return the server's log."""
        return self.folder / "server.log"

    @property
    def password_file(self) -> Path:
        """Return the file that holds the password."""
        return self.home / f"pg{self.programs.major}.password"


def running_dsn(owned: Owned) -> str | None:
    """Return the connection string of the running server, `None` when none runs; takes no lock."""
    state = read_state(owned)
    if state is None or not _is_server(state[0], owned.data):
        return None
    password = owned.password_file.read_text(encoding="ascii")
    return (
        f"postgresql://{ROLE}:{quote(password)}@127.0.0.1:{state[1]}/postgres"
        "?sslmode=disable&gssencmode=disable&require_auth=scram-sha-256"
    )


def start(owned: Owned) -> str:
    """Return the connection string of the server, after making and starting it as needed; one at a time."""
    dsn = running_dsn(owned)
    if dsn:
        return dsn
    make_home(owned.home)
    with leases.server_lock(owned.home):
        dsn = running_dsn(owned)
        if dsn:
            return dsn
        account = server_account()
        programs = runnable_programs(owned.programs, owned.home, account)
        require_reach(owned.home, account)
        if not (owned.data / "PG_VERSION").is_file():
            initialise(owned, programs, account)
        _start(owned, programs, account)
        dsn = running_dsn(owned)
        if dsn is None:
            raise _start_failure(owned, "it ended at once")
        _spawn_keeper(owned)
        return dsn


def stop(owned: Owned) -> bool:
    """Stop the server; say whether one ran."""
    if not owned.home.is_dir():
        return False
    with leases.server_lock(owned.home):
        return _stop(owned)


def stop_if_unused(owned: Owned) -> bool:
    """Stop the server unless a living process holds a lease; say whether it was stopped."""
    with leases.server_lock(owned.home):
        return not leases.live_leases(owned.home) and _stop(owned)


def read_state(owned: Owned) -> tuple[int, int] | None:
    """Return process number and port of the server that last said it was ready."""
    try:
        lines = (owned.data / "postmaster.pid").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return None
    if len(lines) < PID_LINES or lines[7].strip() != "ready":
        return None
    return int(lines[0]), int(lines[3])


def _is_server(pid: int, data: Path) -> bool:
    """Say whether *pid* is the server of *data*, and not another process that got its number."""
    try:
        process = psutil.Process(pid)
        if process.status() == psutil.STATUS_ZOMBIE or not process.name().startswith("postgres"):
            return False
        return Path(process.cwd()).samefile(data)
    except psutil.AccessDenied:
        return True
    except (psutil.Error, OSError):
        return False


def _stop(owned: Owned) -> bool:
    state = read_state(owned)
    if state is None or not _is_server(state[0], owned.data):
        return False
    account = server_account()
    programs = runnable_programs(owned.programs, owned.home, account)
    command: list[str | Path] = [
        programs.path("pg_ctl"),
        "stop",
        "-D",
        "data",
        "-m",
        "fast",
        "-w",
        "-t",
        str(int(START_SECONDS)),
    ]
    code, output = account.run(command, owned.folder)
    if code and _is_server(state[0], owned.data):
        raise ServerError(f"the server did not stop: {output.strip()}", cure=f"kill {state[0]}")
    return True


def _start(owned: Owned, programs: Programs, account: Account) -> None:
    """Start on a free port; try again when another process took it, or a killed server is not quite gone."""
    shutil.copyfile(Path(__file__).with_name("server.conf"), owned.data / "lessonlab.conf")
    account.own(owned.data / "lessonlab.conf")
    deadline = time.monotonic() + START_SECONDS
    while True:
        _forget_dead(owned)
        size = owned.log.stat().st_size if owned.log.exists() else 0
        options = ["-D", "data", "-l", "server.log", "-w", "-t", str(int(START_SECONDS))]
        code, _ = account.run(
            [programs.path("pg_ctl"), "start", *options, "-o", f"-p {_free_port()}"], owned.folder
        )
        if code == 0:
            return
        said = owned.log.read_text(encoding="utf-8", errors="replace")[size:] if owned.log.exists() else ""
        passing = "pre-existing shared memory" in said or "could not bind" in said or "already in use" in said
        if not passing or time.monotonic() > deadline:
            raise _start_failure(owned, last_lines(said))
        time.sleep(0.2)


def _forget_dead(owned: Owned) -> None:
    """Remove the pid file of a server that was killed, lest its number has gone to another process."""
    pid_file = owned.data / "postmaster.pid"
    try:
        pid = int(pid_file.read_text(encoding="utf-8", errors="replace").split("\n", 1)[0])
    except (OSError, ValueError):
        return
    if not _is_server(pid, owned.data):
        pid_file.unlink(missing_ok=True)


def _start_failure(owned: Owned, reason: str) -> ServerError:
    return ServerError(
        f"the server does not start: {reason}", cure=f"read {str(owned.log)!r}, then run: lessonlab doctor"
    )


def _free_port() -> int:
    with socket.socket() as probe:
        try:
            probe.bind(("127.0.0.1", 0))
        except OSError as error:
            raise ServerError(
                f"this machine has no loopback network: {error.strerror}", cure="ip link set lo up"
            ) from None
        port: int = probe.getsockname()[1]
        return port


def _spawn_keeper(owned: Owned) -> None:
    """Start the process that stops the server once nobody is left who needs it, as nobody's child."""
    programs = owned.programs
    keeper = ["lessonlab.postgres.keeper", str(owned.home.absolute()), str(programs.bin), str(programs.major)]
    command = [sys.executable, "-m", *keeper]
    null = subprocess.DEVNULL
    pipes: dict[str, Any] = {"cwd": owned.home.anchor or "/", "stdin": null, "stdout": null, "stderr": null}
    if os.name == "nt":
        subprocess.Popen(command, creationflags=0x00000008 | 0x00000200, **pipes)  # detached, its own group
    else:
        subprocess.run(
            ["/bin/sh", "-c", '"$@" &', "sh", *command], start_new_session=True, check=True, **pipes
        )
