"""
One page being read: that it was opened, the time between its cells, and the cell that was run last.

Cells only say that they ended.  A thread of its own writes it down a moment later, so that neither opening a
page nor running a cell waits for the record; and what cannot be written is one line, never an error.
"""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

import psycopg

from lessonlab.course.outline import find_page
from lessonlab.errors import LessonLabError
from lessonlab.reader.notes import Passage
from lessonlab.reader.record import Record
from lessonlab.reader.unkept import is_tracked

if TYPE_CHECKING:
    from collections.abc import Callable

    from lessonlab.reader.unkept import UnkeptRecord

PAUSE = 2.0  # seconds after a cell: what runs one after the other is written at once
IDLE = 300.0  # seconds between two cells that count as reading; who was away longer was away
MOST_UNSENT = 20
END_SECONDS = 1.0


class Reading:
    """The reading of *page*, written to *record*; `trouble` is what is to be said of it, once."""

    def __init__(self, record: Record, page: str, now: Callable[[], float] = time.monotonic) -> None:
        self.record = record
        self.page = page
        self.wanted: bool | None = None  # not known before the record was asked
        self._outline = find_page(page)
        self._now = now
        self._last = now()
        self._left = 0.0
        self._unsent = [Passage()]
        self._trouble, self._had_trouble = "", False
        self._guard = threading.Lock()
        self._something, self._over = threading.Event(), threading.Event()
        self._something.set()  # the page was opened
        self._thread = threading.Thread(target=self._keep_writing, name="lessonlab reading", daemon=True)
        self._thread.start()

    def cell_ended(self, cell: str) -> None:
        """Count the time since the cell before, and note *cell* if it is one of the page's own."""
        number = self._outline.number(cell) if self._outline else None
        with self._guard:
            now = self._now()
            self._left += min(now - self._last, IDLE)
            self._last = now
            if not self._unsent:
                self._unsent.append(Passage())
            passage = self._unsent[-1]
            passage.seconds += int(self._left)
            self._left -= int(self._left)
            if number is not None:
                passage.cell, passage.number = cell, number
                passage.finished = passage.finished or self._finishes(number)
        self._something.set()

    def told_trouble(self) -> str:
        """Return what is to be said of the record, and nothing the next time."""
        with self._guard:
            said, self._trouble = self._trouble, ""
        return said

    def close(self) -> None:
        """Write what is left if the record is open, and end; the kernel does not wait for more."""
        self._over.set()
        self._something.set()
        self._thread.join(END_SECONDS)
        if not self._thread.is_alive() and self.record.is_open:
            self.write()

    def write(self) -> None:
        """Write what is not written yet; keep it for later where that fails."""
        with self._guard:
            unsent, self._unsent = self._unsent, []
        try:
            if self.wanted is None:
                self.wanted = self.record.wants_tracking()
            while unsent and self.wanted:
                self.record.read_on(self.page, unsent[0])
                unsent.pop(0)
        except (LessonLabError, psycopg.Error, OSError) as error:
            self._keep(unsent, str(getattr(error, "message", error)).strip().partition("\n")[0])

    def _keep(self, unsent: list[Passage], reason: str) -> None:
        """Try *unsent* again with the next cell, and say why once."""
        self.record.close()
        with self._guard:
            if not self._had_trouble:
                self._trouble = f"this page is not recorded: {reason}; next: lessonlab doctor"
                self._had_trouble = True
            self._unsent = [*unsent, *self._unsent][-MOST_UNSENT:]
            self._unsent.append(Passage())  # one that was sent may have been recorded: nothing is added to it

    def _finishes(self, number: int) -> bool:
        """Say whether the page is read with this cell: its last, where no exercise says more."""
        page = self._outline
        return page is not None and not page.exercises and number == len(page.cells)

    def _keep_writing(self) -> None:
        while not self._over.is_set():
            self._something.wait()
            self._something.clear()
            if not self._over.wait(PAUSE):
                self.write()


def open_reading(record: Record | UnkeptRecord | None, page: str) -> Reading | None:
    """Return the reading of *page*, `None` where no record is kept or no time is to be noted."""
    return Reading(record, page) if isinstance(record, Record) and is_tracked() else None
