"""A server's own process: started by pg_ctl on a free port, told from others of its number, and stopped."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

from lessonlab.errors import ServerError
from lessonlab.postgres.account import Account, server_account
from lessonlab.postgres.initialise import last_lines
from lessonlab.postgres.limits import limit_memory
from lessonlab.postgres.programs import Programs, runnable_programs
from lessonlab.system import files, network, processes
from lessonlab.system.cures import cure
from lessonlab.system.paths import in_code_page

if TYPE_CHECKING:
    from lessonlab.postgres.owned import Owned

SETTINGS = Path(__file__).with_name("server.conf")
START_SECONDS = 180.0  # after a kill it reads its log first, on a machine that may be busy
STOP_SECONDS = 6  # for sessions to end in good order: a function may hear of no end
PID_LINES = 8  # of postmaster.pid, once the server is ready


def read_state(owned: Owned) -> tuple[int, int] | None:
    """Return process number and port of the server that last said it was ready."""
    try:
        lines = (owned.data / "postmaster.pid").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return None
    if len(lines) < PID_LINES or lines[7].strip() != "ready":
        return None
    return int(lines[0]), int(lines[3])


def segment_of(owned: Owned) -> tuple[int, int] | None:
    """Return key and number of the shared memory that the server last had."""
    try:
        lines = (owned.data / "postmaster.pid").read_text(encoding="utf-8", errors="replace").splitlines()
        key, number = lines[6].split()
        return int(key), int(number)
    except (OSError, IndexError, ValueError):
        return None


def is_there(owned: Owned) -> bool:
    """Say whether a process of the server is there, ready or not."""
    pid = _pid(owned)
    return pid is not None and is_server(pid, owned.data)


def is_server(pid: int, data: Path) -> bool:
    """Say whether *pid* is the server of *data*, and not another process that got its number."""
    return processes.works_in(pid, data, "postgres")


def launch(owned: Owned, programs: Programs, account: Account) -> None:
    """Start on a free port; try again when another process took it, or a killed server is not quite gone."""
    sync = f"recovery_init_sync_method = {files.sync_setting()}\n"
    account.write(owned.data / "lessonlab.conf", SETTINGS.read_text(encoding="utf-8") + sync + owned.settings)
    deadline = time.monotonic() + START_SECONDS
    while True:
        _forget_dead(owned)
        size = owned.log.stat().st_size if owned.log.exists() else 0
        options = ["-D", "data", "-l", "server.log", "-w", "-t", str(int(START_SECONDS))]
        code, _ = account.run(
            [programs.path("pg_ctl"), "start", *options, "-o", f"-p {_free_port()}"],
            in_code_page(owned.folder),
            START_SECONDS * 2,
        )
        if code == 0:
            state = read_state(owned)
            if state:
                limit_memory(state[0])
            return
        said = said_since(owned.log, size)
        passing = "pre-existing shared memory" in said or "could not bind" in said or "already in use" in said
        if not passing or time.monotonic() > deadline:
            raise start_failure(owned, last_lines(said))
        time.sleep(0.2)


def halt(owned: Owned) -> bool:
    """Stop the server: in good order, at once where a session does not end, or else by the system."""
    state = read_state(owned)
    if state is None or not is_server(state[0], owned.data):
        return False
    account = server_account()
    programs = runnable_programs(owned.programs, owned.home, account)
    for mode in ("fast", "immediate"):
        options = ["-D", "data", "-m", mode, "-w", "-t", str(STOP_SECONDS)]
        _, output = account.run([programs.path("pg_ctl"), "stop", *options], in_code_page(owned.folder))
        if not is_server(state[0], owned.data):
            return True
    processes.end_family(state[0])
    if is_server(state[0], owned.data):
        raise ServerError(f"the server did not stop: {output.strip()}", cure=cure("end a process", state[0]))
    return True


def said_since(log: Path, size: int) -> str:
    """Return what *log* got after its first *size* bytes; on Windows its lines end in two."""
    try:
        return log.read_bytes()[size:].decode("utf-8", "replace").replace("\r\n", "\n")
    except OSError:
        return ""


def start_failure(owned: Owned, reason: str) -> ServerError:
    """Return the error of a server that does not start."""
    return ServerError(
        f"the server does not start: {reason}", cure=f"read {str(owned.log)!r}, then run: lessonlab doctor"
    )


def _forget_dead(owned: Owned) -> None:
    """Remove the pid file of a server that was killed, lest its number has gone to another process."""
    pid = _pid(owned)
    if pid is not None and not is_server(pid, owned.data) and not owned.data.is_symlink():
        files.remove(owned.data / "postmaster.pid")


def _pid(owned: Owned) -> int | None:
    """Return the number that the pid file has, whoever's it is by now."""
    try:
        text = (owned.data / "postmaster.pid").read_text(encoding="utf-8", errors="replace")
        return int(text.split("\n", 1)[0])
    except (OSError, ValueError):
        return None


def _free_port() -> int:
    try:
        return network.free_port()
    except OSError as error:
        raise ServerError(
            f"this machine has no loopback network: {error.strerror or error}", cure=cure("loopback")
        ) from None
