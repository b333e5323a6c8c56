"""Sessions as lanes, time running down, arrows from who waits to whom: an SVG for light and dark pages."""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lessonlab.show.svg import (
    CORNER,
    GONE,
    HEAD,
    INK,
    KEY,
    LETTER,
    LINE,
    ON_HEAD,
    OTHER,
    WIDE,
    document,
    text,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lessonlab.scenes.steps import Step

OPEN, WAITS, FAILED = KEY, OTHER, GONE
COLOURS = {"open": OPEN, "failed": FAILED, "waits": WAITS}
MARGIN, BETWEEN, PAD = 12, 26, 11
BAR, INDENT = 7, 20  # the bar of a transaction, and how far text stands from the edge of its lane
FEWEST, MOST = 14, 60  # letters in a line of a lane
STATEMENT = 168  # letters of one that are shown
NARROW = 24  # letters: fewer have no room for every name
ROW, HEADER = 18, 26
HEAD_OF_ARROW = 8
ARROW = 6  # room below who waits


class Narrow(textwrap.TextWrapper):
    """Breaks a line behind an underscore too."""

    wordsep_re = re.compile(r"(\s+|[^\s_]*_+(?=\w))")


@dataclass(frozen=True, slots=True)
class Moment:
    """A step at its place: *top* of its first line, the lines of its words, and those of its *answer*."""

    step: Step
    top: float
    lines: tuple[str, ...]
    answer: tuple[str, ...]

    @property
    def result_at(self) -> float:
        """Return the middle of the answer's first line."""
        return self.top + ROW * (len(self.lines) + 0.5)

    @property
    def arrow_at(self) -> float:
        """Return the height of the arrows, below the answer."""
        return self.top + ROW * (len(self.lines) + len(self.answer) + 0.25)

    @property
    def bottom(self) -> float:
        """Return where the next step may begin."""
        room = ARROW if self.step.waits_for else 0
        return self.top + ROW * (len(self.lines) + len(self.answer)) + PAD + room


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of the bar beside a lane: from where to where, and in which *state* the session was."""

    lane: str
    state: str
    top: float
    bottom: float


def draw_lanes(lanes: Sequence[str], steps: Sequence[Step]) -> str:
    """Return *steps* as SVG with one column for each of *lanes*."""
    letters = letters_of(len(lanes))
    wide = letters * LETTER + INDENT
    at = {name: MARGIN + i * (wide + BETWEEN) for i, name in enumerate(lanes)}
    moments = place(steps, letters)
    height = (moments[-1].bottom if moments else MARGIN + HEADER + PAD) + MARGIN
    width = MARGIN * 2 + len(lanes) * (wide + BETWEEN) - BETWEEN
    parts = [
        *(part for name in lanes for part in header(name, at[name], wide, height)),
        *(bar(stretch, at[stretch.lane]) for stretch in stretches(moments, height - MARGIN)),
        *(part for moment in moments for part in said(moment, at)),
    ]
    return document(width, height, parts)


def letters_of(lanes: int) -> int:
    """
    Return how many letters a line of one of so many *lanes* has.

    >>> [letters_of(lanes) for lanes in (1, 2, 3, 6)]
    [60, 30, 18, 14]
    """
    lanes = max(lanes, 1)
    room = (WIDE - 2 * MARGIN - BETWEEN * (lanes - 1)) / lanes - INDENT
    return min(MOST, max(FEWEST, int(room / LETTER)))


def place(steps: Sequence[Step], letters: int) -> list[Moment]:
    """Return each step at its height below the one before."""
    moments: list[Moment] = []
    top = float(MARGIN + HEADER + PAD)
    for step in steps:
        moments.append(Moment(step, top, wrap(step.said, letters), wrap(step.answer, letters)))
        top = moments[-1].bottom
    return moments


def wrap(words: str, letters: int) -> tuple[str, ...]:
    """
    Return *words* in lines of so many *letters*.

    >>> wrap("UPDATE users SET name = 'Ana'", 14)
    ('UPDATE users', 'SET name =', "'Ana'")
    >>> wrap("DROP INDEX idx_lesson_progress_user_id", 18)
    ('DROP INDEX idx_', 'lesson_progress_', 'user_id')
    """
    kind = Narrow if letters < NARROW else textwrap.TextWrapper
    most = -(-STATEMENT // letters)
    return tuple(kind(width=letters, max_lines=most, placeholder=" …").wrap(words))


def stretches(moments: Sequence[Moment], end: float) -> Iterator[Stretch]:
    """Yield the pieces of each lane's bar: from a step that opened something to the next of that lane."""
    last: dict[str, tuple[str, float]] = {}
    for moment in moments:
        who = moment.step.who
        state, since = last.pop(who, ("idle", 0))
        here = moment.result_at if not moment.lines else moment.top + ROW / 2
        if state != "idle":
            yield Stretch(who, state, since, here)
        state = "waits" if moment.step.waits_for else moment.step.state
        last[who] = state, here
    for who, (state, since) in last.items():
        if state != "idle":
            yield Stretch(who, state, since, end)


def header(name: str, x: float, wide: float, height: float) -> Iterator[str]:
    """Yield the name of a lane, and the line that runs down from it."""
    yield f'<rect x="{x:.1f}" y="{MARGIN}" width="{wide:.1f}" height="{HEADER}" rx="{CORNER}" fill="{HEAD}"/>'
    style = f'fill="{ON_HEAD}" font-weight="bold" text-anchor="middle"'
    yield text(x + wide / 2, MARGIN + HEADER / 2, name, style)
    middle = x + BAR / 2
    yield (
        f'<path d="M{middle:.1f} {MARGIN + HEADER}V{height - MARGIN:.1f}" stroke="{LINE}" stroke-width="1"'
        ' stroke-dasharray="2 4" fill="none"/>'
    )


def bar(stretch: Stretch, x: float) -> str:
    """Return a piece of bar; one that waits is hollow, so that it differs without its colour."""
    colour = COLOURS[stretch.state]
    fill = "none" if stretch.state == "waits" else colour
    return (
        f'<rect x="{x + 0.5:.1f}" y="{stretch.top:.1f}" width="{BAR - 1}"'
        f' height="{stretch.bottom - stretch.top:.1f}" rx="2" fill="{fill}" stroke="{colour}"'
        ' stroke-width="1.5"/>'
    )


def said(moment: Moment, at: Mapping[str, float]) -> Iterator[str]:
    """Yield a step's words in its lane, its result below, and an arrow to each for whom it waits."""
    step, x = moment.step, at[moment.step.who] + INDENT
    for i, line in enumerate(moment.lines):
        yield text(x, moment.top + ROW * (i + 0.5), line, f'fill="{INK}" font-weight="bold"')
    colour = FAILED if step.failed else WAITS if step.waits_for else INK
    for i, line in enumerate(moment.answer):
        yield text(x, moment.result_at + ROW * i, line, f'fill="{colour}"')
    for name in step.waits_for:
        yield arrow(at[step.who], at[name], moment.arrow_at)


def arrow(start: float, end: float, y: float) -> str:
    """Return an arrow from the bar at *start* to the bar at *end*."""
    to_left = end < start
    tip = end + BAR + 2 if to_left else end - 2
    tail = start if to_left else start + BAR
    back = HEAD_OF_ARROW if to_left else -HEAD_OF_ARROW
    head = f"M{tip + back:.1f} {y - 4:.1f}L{tip:.1f} {y:.1f}L{tip + back:.1f} {y + 4:.1f}"
    return f'<path d="M{tail:.1f} {y:.1f}H{tip:.1f}{head}" fill="none" stroke="{WAITS}" stroke-width="1.6"/>'
