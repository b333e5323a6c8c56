"""
Who needs the server: a lease is a small file that names a living process.

A process that dies without a word leaves its file behind; the file counts for nothing once the process is
gone, as told by its number and the moment it began.
"""

from __future__ import annotations

import contextlib
import json
import os
import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING

import psutil
from filelock import FileLock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LOCK_SECONDS = 180.0
SAME_SECONDS = 2.0  # clocks are set; numbers are not used again so soon


@dataclass(frozen=True, slots=True)
class Lease:
    """A process *pid*, begun at *began* (seconds since 1970), that needs the server for *what*."""

    pid: int
    began: float
    what: str

    @property
    def live(self) -> bool:
        """Say whether the process is still there."""
        return is_alive(self.pid, self.began)


def is_alive(pid: int, began: float) -> bool:
    """Say whether the process *pid* that began at *began* still runs."""
    try:
        process = psutil.Process(pid)
        same = abs(process.create_time() - began) < SAME_SECONDS
        return same and process.status() != psutil.STATUS_ZOMBIE
    except psutil.Error:
        return False


def server_lock(home: Path) -> FileLock:
    """Return the lock that serialises starting, stopping and taking a lease; it dies with its holder."""
    return FileLock(home / "lock", timeout=LOCK_SECONDS)


def take_lease(home: Path, what: str) -> Path:
    """
    Write a lease of this process; the server is not stopped while it is live.

    It gets its name once it is whole: a keeper looks without the lock, and removes what it cannot read.
    """
    folder = home / "leases"
    lease = {"pid": os.getpid(), "began": psutil.Process().create_time(), "what": what}
    path = folder / f"{os.getpid()}-{uuid.uuid4().hex[:8]}.json"
    with server_lock(home):
        folder.mkdir(exist_ok=True)
        half = folder / "half"
        half.write_text(json.dumps(lease), encoding="utf-8")
        half.replace(path)
    return path


@contextlib.contextmanager
def held(home: Path, what: str) -> Iterator[None]:
    """Hold a lease while inside."""
    path = take_lease(home, what)
    try:
        yield
    finally:
        path.unlink(missing_ok=True)


def live_leases(home: Path) -> list[Lease]:
    """Return the leases of living processes; the files of dead ones are removed."""
    found = []
    for path in sorted((home / "leases").glob("*.json")):
        try:
            lease = Lease(**json.loads(path.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):  # half written by a process that was killed
            path.unlink(missing_ok=True)
            continue
        if lease.live:
            found.append(lease)
        else:
            path.unlink(missing_ok=True)
    return found
