"""What the class's server knows: the class as its files say now, whose a token is, what came, the board."""

from __future__ import annotations

import datetime as dt
import logging
import secrets
import time
from collections import deque
from typing import TYPE_CHECKING

from lessonlab.errors import LessonLabError
from lessonlab.system.files import write_private
from lessonlab.workshop import class_file, roster, tokens
from lessonlab.workshop.board import Board
from lessonlab.workshop.class_folder import open_class
from lessonlab.workshop.collected import collect
from lessonlab.workshop.store import Store
from lessonlab.workshop.tries import MOST_SENT

if TYPE_CHECKING:
    from pathlib import Path

    from lessonlab.workshop.class_folder import ClassFolder
    from lessonlab.workshop.tokens import Pass

KEY_FILE = "board.key"
SHORTEST_KEY = 16
IN_A_MINUTE = 30  # hand-ins of one person
MOST_IN_A_MINUTE = 4 * MOST_SENT  # bytes of them: reading them holds the others up
MINUTE = 60.0
LOOK_AGAIN = 2.0  # seconds between two looks at the class's files


log = logging.getLogger(__name__)


class Host:
    """What the server knows: the class as its files say now, what came, and the board."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.opened = open_class(folder)
        self.store = Store(self.opened)
        self.key = read_key(folder / KEY_FILE)
        self.trouble = ""
        self._passes = self._known_passes()
        self._files = self._stamp()
        self._looked = time.monotonic()
        self._came: dict[str, deque[tuple[float, int]]] = {}
        self.board = self._filled_board()

    def _known_passes(self) -> dict[str, Pass]:
        """Return the passes by digest of those who are in the roster: for others no mark is given."""
        passes = self.opened.passes
        return tokens.by_digest(
            {one.email: passes[one.email] for one in self.opened.people if one.email in passes}
        )

    def _filled_board(self) -> Board:
        """Return a board with everything that came."""
        board = Board(self.opened)
        for one in collect(self.opened, dt.datetime.now(dt.UTC)).handed:
            board.take(one)
        return board

    def _stamp(self) -> list[int]:
        names = (class_file.FILE, roster.FILE, tokens.FILE)
        paths = [self.folder / name for name in names]
        return [path.stat().st_mtime_ns if path.exists() else 0 for path in paths]

    def look(self) -> ClassFolder:
        """Return the class; where its files have changed they are read again, unless they are broken now."""
        if time.monotonic() - self._looked > LOOK_AGAIN:
            self._looked = time.monotonic()
            stamp = self._stamp()
            if stamp != self._files:
                self._files = stamp
                try:
                    self.opened = open_class(self.folder)
                except LessonLabError as error:
                    self.trouble = error.message
                    log.warning("the class stays as it was: %s", error.message)
                else:
                    self.trouble = ""
                    self._passes = self._known_passes()
                    if self._is_told_enough():
                        self.board.know(self.opened)
                    else:
                        self.board = self._filled_board()
        return self.opened

    def _is_told_enough(self) -> bool:
        """Say whether the board need only learn who came: of who left or was forgotten nothing stays."""
        there = {person.email for person in self.opened.people}
        same = list(self.opened.course.exercises) == list(self.board.course.exercises)
        return same and there >= self.board.emails

    def whose(self, token: str) -> Pass | None:
        """Return whose *token* is, `None` where it is nobody's, or was rotated away."""
        self.look()
        return self._passes.get(tokens.digest(token)) if token else None

    def seconds_to_wait(self, email: str, size: int) -> float:
        """
        Count a hand-in of *size* bytes of *email*, and return 0.

        Where there were too many within a minute, or too much, it is not counted: return when to come again.
        """
        now = time.monotonic()
        came = self._came.setdefault(email, deque())
        while came and now - came[0][0] > MINUTE:
            came.popleft()
        total = sum(one for _, one in came)
        if came and (len(came) >= IN_A_MINUTE or total + size > MOST_IN_A_MINUTE):
            return MINUTE - (now - came[0][0])
        came.append((now, size))
        return 0.0

    def make_wait(self, email: str) -> None:
        """Let *email*, who sent what is no hand-in, wait a minute: to read it takes longest."""
        self._came[email].append((time.monotonic(), MOST_IN_A_MINUTE))


def read_key(path: Path) -> str:
    """Return the key of the board, made when it is missing."""
    key = path.read_text(encoding="utf-8", errors="replace").strip() if path.is_file() else ""
    if len(key) < SHORTEST_KEY:  # an empty one, which a full disk leaves, would open the board to everybody
        key = secrets.token_urlsafe(18)
        write_private(path, key)
    return key
