"""What a server of ours may take at most, set from outside: nothing that runs in it can raise it."""

from __future__ import annotations

import contextlib
import importlib

MOST_MB = 2048  # of address space, in each of the server's processes


def limit_memory(pid: int, most_mb: int = MOST_MB) -> bool:
    """
    Let no process that the server *pid* starts from now on map more than *most_mb*; say whether that holds.

    A statement that wants more fails by "out of memory", and its session lives on.  Only Linux can do it to
    a process that runs; elsewhere the watch over sessions is all there is.
    """
    with contextlib.suppress(ImportError, AttributeError, OSError, ValueError):
        resource = importlib.import_module("resource")  # not on Windows
        most = most_mb * 2**20
        resource.prlimit(pid, resource.RLIMIT_AS, (most, most))
        return True
    return False
