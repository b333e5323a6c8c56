"""
Who needs the server: a lease is a small file that names a living process.

A process that dies without a word leaves its file behind; the file counts for nothing once the process is
gone, as told by its number and the moment it began.
"""

from __future__ import annotations

import contextlib
import json
import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lessonlab.errors import ServerError
from lessonlab.system import files
from lessonlab.system.living import Living, life

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LOCK_SECONDS = 600.0  # who holds it may be making a server on a busy machine
PRIVATE = 0o600


@dataclass(frozen=True, slots=True, kw_only=True)
class Lease(Living):
    """A process that needs the server for *what*."""

    what: str


@contextlib.contextmanager
def server_lock(home: Path, seconds: float = LOCK_SECONDS) -> Iterator[None]:
    """
    Hold the lock that serialises starting, stopping and taking a lease; it dies with its holder.

    Nobody else may open it: who can read a file can hold its lock.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415 - who only imports us takes no lock

    try:
        path = home / "lock"
        with contextlib.suppress(OSError):
            files.close_to_others(path)  # one that an older version made
        with FileLock(path, timeout=seconds, mode=PRIVATE):
            yield
    except Timeout:
        raise ServerError(
            f"another process has been starting or stopping the server of {str(home)!r} for too long",
            cure="lessonlab stop, then run the same again",
        ) from None


def take_lease(home: Path, what: str) -> Path:
    """
    Write a lease of this process; the server is not stopped while it is live.

    It gets its name once it is whole: a keeper looks without the lock, and removes what it cannot read.
    """
    folder = home / "leases"
    lease = {**life(), "what": what}
    path = folder / f"{lease['pid']}-{uuid.uuid4().hex[:8]}.json"
    with server_lock(home):
        folder.mkdir(exist_ok=True)
        half = folder / "half"
        half.write_text(json.dumps(lease), encoding="utf-8")
        files.move(half, path)
    return path


@contextlib.contextmanager
def held(home: Path, what: str) -> Iterator[None]:
    """Hold a lease while inside."""
    path = take_lease(home, what)
    try:
        yield
    finally:
        forget(path)


def live_leases(home: Path) -> list[Lease]:
    """Return the leases of living processes; the files of dead ones are removed, where they can be."""
    found = []
    for path in sorted((home / "leases").glob("*.json")):
        try:
            lease = Lease(**json.loads(files.patiently(path.read_bytes)))
        except OSError:  # just removed by its owner, or held by a scanner: the next look tells
            continue
        except (ValueError, TypeError):  # half written by a process that was killed
            forget(path)
            continue
        if lease.is_alive:
            found.append(lease)
        else:
            forget(path)
    return found


def forget(path: Path) -> None:
    """Remove a lease; one that cannot be removed counts for nothing once its process has ended."""
    with contextlib.suppress(OSError):
        files.remove(path)
