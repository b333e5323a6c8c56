"""Which stored mistake an answer is: the one that gives the same rows on every data set."""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING

from lessonlab.grading.plain_text import told_apart
from lessonlab.grading.same_rows import alike

if TYPE_CHECKING:
    from lessonlab.grading.by_rows import ByRows, Results
    from lessonlab.grading.exercise import Exercise

FRESH = 60.0  # seconds; between the rows near an edge lie minutes


class StoredMistakes:
    """Compares answers with stored mistakes; what these give is remembered, and asked again as it ages."""

    def __init__(self, by_rows: ByRows) -> None:
        self._by_rows = by_rows
        self._given: dict[tuple[str, str, str], tuple[float, Results]] = {}

    def same(self, exercise: Exercise, text: str) -> str:
        """Return the name of the stored wrong answer that gives the same rows as *text* everywhere, or ''."""
        mine = self._by_rows.everywhere(exercise, text)
        for wrong in told_apart(exercise.wrong, text):
            theirs = self._rows(exercise, wrong.text)
            if not (mine and theirs):
                continue
            if same(exercise, mine, theirs):
                return wrong.name
            if exercise.front.ordered and same(exercise, mine, theirs, ordered=False):
                # Rows that its ORDER BY leaves equal change places with the plan, as after an autovacuum.
                now = self._by_rows.everywhere(exercise, text), self._rows(exercise, wrong.text, fresh=0)
                if same(exercise, *now):
                    return wrong.name
        return ""

    def _rows(self, exercise: Exercise, text: str, *, fresh: float = FRESH) -> Results:
        """
        Return what a stored mistake gives everywhere; what is older than *fresh* seconds is asked again: rows
        near the edge of "the last seven days" have crossed it since.
        """
        ground = self._by_rows.ground
        key = exercise.key, text, ground.data_sets(exercise)[0].database
        asked, found = self._given.get(key, (-math.inf, ()))
        if time.monotonic() - asked > fresh:
            with ground.off_the_clock():
                found = self._by_rows.everywhere(exercise, text)
            self._given[key] = time.monotonic(), found
        return found


def same(exercise: Exercise, one: Results, other: Results, *, ordered: bool | None = None) -> bool:
    """Say whether two answers give the same everywhere; in order if the exercise, or *ordered*, says so."""
    front = exercise.front
    ordered = front.ordered if ordered is None else ordered
    return len(one) == len(other) and all(
        alike(mine, theirs, ordered=ordered, digits=front.digits)
        for mine, theirs in zip(one, other, strict=True)
    )
