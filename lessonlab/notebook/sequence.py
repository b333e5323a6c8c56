"""What several sessions said in turn, and who had to wait: as lines of text, and in one sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lessonlab.notebook.lanes import draw
from lessonlab.notebook.pictures import Picture, svg_picture
from lessonlab.notebook.widths import pad, width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lessonlab.notebook.outcomes import Outcome

LONG = 64  # characters of a statement in a line of text
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


def shorten(text: str, letters: int = LONG) -> str:
    """
    Return *text* cut behind a word.

    >>> shorten("UPDATE lesson_progress SET score = 90", 24)
    'UPDATE lesson_progress …'
    """
    if len(text) <= letters:
        return text
    cut = text[: letters - 1].rpartition(" ")[0] or text[: letters - 2]
    return f"{cut} {GOES_ON}"


def waiting(names: Sequence[str], what: str) -> str:
    """
    Return that somebody waits, in words.

    >>> waiting(["Ana", "Ben"], "a row of users")
    'waits for Ana and Ben: a row of users'
    """
    return f"waits for {' and '.join(names)}: {what}"


def text(steps: Sequence[Step]) -> str:
    """
    Return *steps* as one line each; those that only go on have no number.

    >>> print(text([Step("Ana", "COMMIT", "COMMIT"), Step("Ben", "", "UPDATE 1")]))
    1  Ana  COMMIT
       Ben  …         UPDATE 1
    """
    if not steps:
        return "nobody has said anything yet"
    names = max(width(step.who) for step in steps)
    said = max(len(shorten(step.what)) for step in steps)
    numbers, count = [], 0
    for step in steps:
        count += bool(step.said)
        numbers.append(str(count) if step.said else "")
    places = len(str(count))
    return "\n".join(
        f"{number:>{places}}  {pad(step.who, names)}  {shorten(step.what):{said}}    {step.answer}".rstrip()
        for number, step in zip(numbers, steps, strict=True)
    )


def describe(lanes: Sequence[str], steps: Sequence[Step]) -> str:
    """
    Return what one sees in the drawing.

    >>> describe(["Ana", "Ben"], [Step("Ana", "COMMIT", "COMMIT"), Step("Ben", "", "UPDATE 1")])
    'time runs down, one lane each for Ana, Ben. Ana: COMMIT; Ben: UPDATE 1'
    """
    told = "; ".join(": ".join(filter(None, (step.who, shorten(step.said), step.answer))) for step in steps)
    return f"time runs down, one lane each for {', '.join(lanes)}. {told}"


def picture(lanes: Sequence[str], steps: Sequence[Step]) -> Picture:
    """Return *steps* as a drawing with a lane for each session, and as lines of text."""
    shown = [*lanes, *sorted({name for step in steps for name in step.waits_for} - set(lanes))]
    drawn = svg_picture(draw(shown, steps), describe(shown, steps))
    return Picture(drawn.html, text(steps))
