"""Memory of other processes: what is theirs alone, and what a killed server left."""

from __future__ import annotations

import ctypes
import sys
from contextlib import suppress
from pathlib import Path

import psutil

from lessonlab.system.starting import TookTooLong, run_to_end

REMOVE = 0  # IPC_RMID on Linux and macOS


def private_bytes(pid: int) -> int:
    """Return the bytes of memory that the process *pid* shares with none; 0 when it cannot be asked."""
    with suppress(psutil.Error):
        process = psutil.Process(pid)
        memory = process.memory_info()
        if hasattr(memory, "shared"):  # Linux
            return int(memory.rss - memory.shared)
        own = getattr(memory, "private", None)  # Windows
        if own is not None:
            return int(own)
        return int(process.memory_full_info().uss)  # macOS, where buffers shared with others count in rss
    return 0


def available_bytes() -> int:
    """Return the bytes of memory that a program can still get here."""
    return int(psutil.virtual_memory().available)


def own_bytes() -> int:
    """Return the bytes of memory that this process has."""
    return int(psutil.Process().memory_info().rss)


def has_segment(key: int, number: int) -> bool:
    """Say whether the System V segment *number* is there, and is the one of *key*."""
    if sys.platform == "win32":
        return False
    return bool(_system().shmget(key, 0, 0) == number)


def count_segments() -> tuple[int, int] | None:
    """Return how many System V segments there are, and how many there can be; `None` where nobody says."""
    try:
        if sys.platform == "linux":
            taken = Path("/proc/sysvipc/shm").read_text(encoding="ascii").count("\n") - 1
            return taken, int(Path("/proc/sys/kernel/shmmni").read_text(encoding="ascii"))
        if sys.platform == "darwin":
            listed = _said(["/usr/bin/ipcs", "-m"])
            taken = sum(line.startswith("m ") for line in listed.splitlines())
            return taken, int(_said(["/usr/sbin/sysctl", "-n", "kern.sysv.shmmni"]))
    except (OSError, ValueError, TookTooLong):
        pass
    return None


def _said(command: list[str]) -> str:
    return run_to_end(command, cwd=Path("/"), environ={}, seconds=10.0)[1]


def remove_segment(key: int, number: int) -> bool:
    """
    Remove the System V segment *number* if it is the one of *key*; say whether it was.

    A killed server leaves one, which goes when the server comes back.  Where its data go there is none to
    come back, and macOS has room for 32 in all.
    """
    return has_segment(key, number) and _system().shmctl(number, REMOVE, None) == 0


def _system() -> ctypes.CDLL:
    library = ctypes.CDLL(None)
    library.shmget.argtypes = [ctypes.c_int, ctypes.c_size_t, ctypes.c_int]
    library.shmctl.argtypes = [ctypes.c_int, ctypes.c_int, ctypes.c_void_p]
    return library
