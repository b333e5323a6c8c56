"""What several sessions said in turn, and who had to wait: as lines of text, and in one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lessonlab.scenes.lanes import draw_lanes
from lessonlab.show.pictures import Picture, svg_picture
from lessonlab.show.shorten import shorten_words
from lessonlab.show.widths import pad, width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lessonlab.scenes.steps import Step


LONG = 64  # characters of a statement in a line of text


def brief(words: str) -> str:
    """Return what was said, in a line's room."""
    return shorten_words(words, LONG)


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

    >>> from lessonlab.scenes.steps import Step
    >>> print(text([Step("Ana", "COMMIT", "COMMIT"), Step("Ben", "", "UPDATE 1")]))
    1  Ana  COMMIT
       Ben  …         UPDATE 1
    """
    if not steps:
        return "nobody has said anything yet"
    names = max(width(step.who) for step in steps)
    said = max(len(brief(step.what)) for step in steps)
    numbers, count = [], 0
    for step in steps:
        count += bool(step.said)
        numbers.append(str(count) if step.said else "")
    places = len(str(count))
    return "\n".join(
        f"{number:>{places}}  {pad(step.who, names)}  {brief(step.what):{said}}    {step.answer}".rstrip()
        for number, step in zip(numbers, steps, strict=True)
    )


def describe(lanes: Sequence[str], steps: Sequence[Step]) -> str:
    """
    Return what one sees in the drawing.

    >>> from lessonlab.scenes.steps import Step
    >>> describe(["Ana", "Ben"], [Step("Ana", "COMMIT", "COMMIT"), Step("Ben", "", "UPDATE 1")])
    'time runs down, one lane each for Ana, Ben. Ana: COMMIT; Ben: UPDATE 1'
    """
    told = "; ".join(": ".join(filter(None, (step.who, brief(step.said), step.answer))) for step in steps)
    return f"time runs down, one lane each for {', '.join(lanes)}. {told}"


def picture(lanes: Sequence[str], steps: Sequence[Step]) -> Picture:
    """Return *steps* as a drawing with a lane for each session, and as lines of text."""
    shown = [*lanes, *sorted({name for step in steps for name in step.waits_for} - set(lanes))]
    drawn = svg_picture(draw_lanes(shown, steps), describe(shown, steps))
    return Picture(drawn.html, text(steps))
