"""What a session of a scene said, and what came of it: as a value, and as one line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lessonlab.statements.outcomes import Outcome

GOES_ON = "…"


@dataclass(frozen=True, slots=True)
class Step:
    """
    One thing that happened to *who*: the statement that was *said*, and its *result*.

    A statement that had to wait has two steps: in the first it *waits_for* others, in the second, which says
    nothing, it ends.  *state* is the transaction afterwards: "idle", "open" or "failed".
    """

    who: str
    said: str
    result: str
    waits_for: tuple[str, ...] = ()
    failed: bool = False
    state: str = "idle"
    outcome: Outcome | None = None

    @property
    def what(self) -> str:
        """Return what was said, or the sign that an earlier statement goes on."""
        return self.said or GOES_ON

    @property
    def answer(self) -> str:
        """
        Return the result, nothing where it only repeats the words.

        >>> Step("Ana", "BEGIN ISOLATION LEVEL SERIALIZABLE", "BEGIN").answer
        ''
        """
        return "" if f"{self.said} ".upper().startswith(f"{self.result} ") else self.result


def one_line(text: str) -> str:
    r"""
    Return SQL as one line without its comments.

    >>> one_line("UPDATE t  -- all of it\n   SET n = 1")
    'UPDATE t SET n = 1'
    """
    return " ".join(re.sub(r"--[^\n]*", " ", text).split())
