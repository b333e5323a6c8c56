"""What is said of an answer."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import Any


class State(Enum):
    """The four verdicts, in the words that a student reads."""

    CORRECT = "correct"
    NOT_YET = "not yet"
    NOT_ATTEMPTED = "not attempted"
    COULD_NOT_RUN = "could not run"


SIGNS = {State.CORRECT: "✓", State.NOT_YET: "✗", State.NOT_ATTEMPTED: "○", State.COULD_NOT_RUN: "!"}


@dataclass(frozen=True, slots=True)
class Difference:
    """
    One thing that differs: *word* is pgTAP's, *text* says what.

    >>> print(Difference("missing rows", "('Databases', 75.0)"))
    missing rows: ('Databases', 75.0)
    """

    word: str
    text: str

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
    answer differs, where hidden data showed it.
    """

    key: str
    title: str
    state: State
    differences: tuple[Difference, ...] = ()
    mistake: str = ""
    hint: str = ""
    example: tuple[Grid, ...] = ()
    tried: str = ""
    seconds: float = field(default=0.0, compare=False)

    @property
    def correct(self) -> bool:
        """Say whether the answer passes."""
        return self.state is State.CORRECT
