"""What the class's server takes: kept as files before it is acknowledged, each once, with its own time."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from typing import TYPE_CHECKING

from lessonlab.errors import WorkspaceError
from lessonlab.system import files
from lessonlab.system.appending import append_line
from lessonlab.workshop.collected import RECEIVED, read_received
from lessonlab.workshop.people import folder_name
from lessonlab.workshop.tries import parse_hand_in

if TYPE_CHECKING:
    from pathlib import Path

    from lessonlab.workshop.class_folder import ClassFolder
    from lessonlab.workshop.tries import HandIn

MOST_KEPT = 100 * 2**20  # bytes of the disk for one person: several times a term of hand-ins
BLOCK = 4096
OURS = f"{'?' * 8}T{'?' * 6}-{'?' * 16}.json"  # what the instructor puts beside them counts for nobody


class NoRoom(WorkspaceError):
    """Somebody has sent as much as the class keeps of one person."""


class Store:
    """The folder of hand-ins of one class."""

    def __init__(self, opened: ClassFolder) -> None:
        self._folder = opened.handed_in
        self._came = read_received(self._folder / RECEIVED)
        self._kept: dict[str, int] = {}

    def keep(self, email: str, body: bytes, now: dt.datetime) -> tuple[HandIn, dt.datetime, bool]:
        """
        Keep what *email* sends; return it, when it came first, and whether that is now.

        It is in the book of what came when, and on disk, before this returns.  The book comes first: a file
        that it does not know would count at its student's clock.  Raise `ConfigError` for what is no hand-in,
        `NoRoom` where somebody has sent all that is taken of one, and `WorkspaceError` where it could not be
        kept: then it must be sent again.
        """
        sent = parse_hand_in(body)
        digest = hashlib.sha256(body).hexdigest()
        person = self._folder / folder_name(email)
        came = self._came.get((person.name, digest))
        path = person / f"{(came or now).astimezone(dt.UTC):%Y%m%dT%H%M%S}-{digest[:16]}.json"
        if came and path.exists():
            return sent, came, False
        if self._kept_of(person) + room_of(len(body)) > MOST_KEPT:
            raise NoRoom(
                f"you have handed in {MOST_KEPT // 2**20} MB, all that the class keeps of one person",
                cure="lessonlab hand-in --to DIR, and give the file to your instructor",
            )
        try:
            files.make_folder(person)
            if not came:
                entry = {"digest": digest, "received": now.isoformat(), "file": f"{person.name}/{path.name}"}
                append_line(self._folder / RECEIVED, json.dumps(entry))
                self._came[person.name, digest] = now
            files.write_whole(path, body.decode("utf-8"), newline="")  # as the digest is of
        except OSError as error:
            raise WorkspaceError(
                f"it could not be kept: {error.strerror}",
                cure="send it again later; your file stays as it is",
            ) from None
        self._kept[person.name] += room_of(len(body))
        return sent, came or now, True

    def _kept_of(self, person: Path) -> int:
        """Return how many bytes of the disk the files in the folder *person* take."""
        if person.name not in self._kept:
            files_there = person.glob(OURS) if person.is_dir() else ()
            self._kept[person.name] = sum(room_of(one.lstat().st_size) for one in files_there)
        return self._kept[person.name]


def room_of(size: int) -> int:
    """
    Return the bytes that a file of *size* bytes takes on a disk, which has them in blocks.

    >>> room_of(1), room_of(BLOCK + 1)
    (4096, 8192)
    """
    return -(-size // BLOCK) * BLOCK
