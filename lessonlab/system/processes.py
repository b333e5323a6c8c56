"""Processes: whether one is there, where it works, and its end with all below it."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import time
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import psutil

if TYPE_CHECKING:
    from collections.abc import Iterable

SAME_SECONDS = 2.0  # numbers are not used again so soon
STARTED = 19  # of the fields behind a process's name in /proc
MOMENT = 0.05
LAST = 15  # of 19: behind all that is not nice
HAS_A_WORD = sys.platform != "win32"  # there, asking a process to end is to end it


def began(pid: int) -> float:
    """
    Return when the process *pid* began, in seconds that no clock moves; 0 when there is none.

    Linux counts them from its boot, and the boot's own number is added, so that no process of another boot
    began at the same moment.  Seconds since 1970, as others keep them with the process, would there be
    counted anew from the clock each time: once it is set, every process would look like another one.
    """
    try:
        status = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
        return _boot() + int(status.rpartition(")")[2].split()[STARTED]) / os.sysconf("SC_CLK_TCK")
    except (OSError, ValueError, IndexError, AttributeError):
        return _began_by_clock(pid)


@cache
def _boot() -> int:
    return int(Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii")[:8], 16)


def _began_by_clock(pid: int) -> float:
    try:
        return psutil.Process(pid).create_time()
    except psutil.Error:
        return 0.0


def is_alive(pid: int, since: float) -> bool:
    """Say whether the process *pid* that began at *since* still runs; older versions wrote the clock's."""
    moments = (began(pid), _began_by_clock(pid))
    return any(abs(moment - since) < SAME_SECONDS for moment in moments) and is_active(pid)


def is_active(pid: int) -> bool:
    """Say whether the process *pid* runs; one that nobody buries has ended."""
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.AccessDenied:
        return True
    except psutil.Error:
        return False


def folder_of(pid: int) -> Path | None:
    """Return the folder that the process *pid* works in, `None` when nobody says."""
    with contextlib.suppress(psutil.Error, OSError):
        return Path(psutil.Process(pid).cwd())
    return None


def works_in(pid: int, folder: Path, program: str) -> bool:
    """Say whether *pid* is *program* at work in *folder*, and not another that got its number."""
    try:
        process = psutil.Process(pid)
        if process.status() == psutil.STATUS_ZOMBIE or not process.name().startswith(program):
            return False
        return folder.samefile(process.cwd())
    except psutil.AccessDenied:
        return True
    except (psutil.Error, OSError):
        return False


def found(pid: int) -> psutil.Process | None:
    """Return the process *pid*, `None` when there is none."""
    with contextlib.suppress(psutil.Error):
        return psutil.Process(pid)
    return None


def is_command(process: psutil.Process, program: str, *words: str) -> bool:
    """Say whether *process* is *program*, and what it calls itself has *words* in it."""
    with contextlib.suppress(psutil.Error):
        told = " ".join(process.cmdline())
        return process.name().startswith(program) and all(word in told for word in words)
    return False


def is_there(process: psutil.Process) -> bool:
    """Say whether *process* itself, and no other that got its number, still runs."""
    with contextlib.suppress(psutil.Error):
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    return False


def seconds_used(process: psutil.Process) -> float:
    """Return how long *process* has had a processor; 0 when nobody says."""
    with contextlib.suppress(psutil.Error):
        times = process.cpu_times()
        return float(times.user + times.system)
    return 0.0


def ask(process: psutil.Process) -> bool:
    """Ask *process* to end; say whether this system has a word for it."""
    if HAS_A_WORD:
        with contextlib.suppress(psutil.Error, OSError):
            process.terminate()
    return HAS_A_WORD


def quit_now(process: psutil.Process, seconds: float) -> None:
    """End *process* without a word, by the signal that PostgreSQL knows for it where there is one."""
    with contextlib.suppress(psutil.Error, OSError):
        process.send_signal(getattr(signal, "SIGQUIT", signal.SIGTERM))
        psutil.wait_procs([process], timeout=seconds)
        process.kill()


def kill(pid: int) -> None:
    """End the process *pid* without a word, as a power cut would."""
    with contextlib.suppress(psutil.Error):
        psutil.Process(pid).kill()


def give_way(pid: int) -> None:
    """Let the process *pid* have a processor when nobody else wants it, where the system lets us."""
    with contextlib.suppress(psutil.Error, OSError):
        psutil.Process(pid).nice(getattr(psutil, "IDLE_PRIORITY_CLASS", LAST))


def end_family(pid: int, ask: Iterable[float] = ()) -> None:
    """
    End the process *pid* and those below it.

    Each number in *ask* is how many seconds it has to end by itself, after a word where the system has one.
    """
    with contextlib.suppress(psutil.Error):
        process = psutil.Process(pid)
        family = [*process.children(recursive=True), process]
        for seconds in ask:
            if HAS_A_WORD:
                process.terminate()
            _wait_for(family, seconds)
        for stubborn in family:
            with contextlib.suppress(psutil.Error):
                stubborn.kill()
        _wait_for(family, sum(ask) or 5.0)


def _wait_for(family: list[psutil.Process], seconds: float) -> None:
    """Wait until *family* has ended, at most so many *seconds*."""
    deadline = time.monotonic() + seconds
    while any(map(is_there, family)) and time.monotonic() < deadline:
        time.sleep(MOMENT)


def leave(code: int) -> NoReturn:
    """End this process at once, whatever its threads do."""
    os._exit(code)


def own_number() -> int:
    """Return this process's number."""
    return os.getpid()
