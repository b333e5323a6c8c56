"""What is said of an answer."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Any

from lessonlab.show.shorten import shorten
from lessonlab.system.foreign import printed

MOST_TEXT = 2_000
MOST_DIFFERENCES = 60
MOST_CELL = 200
MOST_COLUMNS = 40


class State(Enum):
    """The verdicts, in the words that a student reads; the last is none."""

    CORRECT = "correct"
    NOT_YET = "not yet"
    NOT_ATTEMPTED = "not attempted"
    COULD_NOT_RUN = "could not run"
    KEPT = "kept for your instructor"


SIGNS = {
    State.CORRECT: "✓",
    State.NOT_YET: "✗",
    State.NOT_ATTEMPTED: "○",
    State.COULD_NOT_RUN: "!",
    State.KEPT: "→",
}


@dataclass(frozen=True, slots=True)
class Difference:
    """
    One thing that differs: *word* is pgTAP's, *text* says what; *why* explains it, where the probe does.

    >>> print(Difference("missing rows", "('Databases', 75.0)"))
    missing rows: ('Databases', 75.0)
    """

    word: str
    text: str
    why: str = field(default="", compare=False)

    def __str__(self) -> str:
        return f"{self.word}: {self.text}"


@dataclass(frozen=True, slots=True)
class Grid:
    """A small table to show: a piece of the data, or what came of it."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """
    The verdict on one answer.

    *mistake* is what the course knows about just this mistake; *example* the smallest data on which the
    answer differs, where hidden data showed it.  *beside* are the first rows of a right query, and those that
    were expected.
    """

    key: str
    title: str
    state: State
    differences: tuple[Difference, ...] = ()
    mistake: str = ""
    hint: str = ""
    example: tuple[Grid, ...] = ()
    tried: str = ""
    beside: tuple[Grid, ...] = field(default=(), compare=False)
    seconds: float = field(default=0.0, compare=False)

    def kept(self) -> Verdict:
        """Return it as it is kept: what an answer brings about may be of any length, and hold anything."""
        return replace(
            self,
            differences=tuple(
                Difference(one.word, _cut(one.text, MOST_TEXT)) for one in self.differences[:MOST_DIFFERENCES]
            ),
            example=tuple(map(_cut_grid, self.example)),
            beside=tuple(map(_cut_grid, self.beside)),
        )

    @property
    def correct(self) -> bool:
        """Say whether the answer passes."""
        return self.state is State.CORRECT


def _cut_grid(grid: Grid) -> Grid:
    """Return *grid* as it is kept."""
    return Grid(
        grid.caption,
        tuple(_cut(name, MOST_CELL) for name in grid.columns[:MOST_COLUMNS]),
        tuple(tuple(_cut(cell, MOST_CELL) for cell in row[:MOST_COLUMNS]) for row in grid.rows),
    )


def _cut(value: Any, most: int) -> Any:
    """Return *value*, if a text as it can be printed, and cut where it has more than *most* characters."""
    if not isinstance(value, str):
        return value
    return printed(shorten(value, most), lines=True)
