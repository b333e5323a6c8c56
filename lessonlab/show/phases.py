"""Which apps work before and after each file of a migration: as a drawing and in words."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from lessonlab.show.pictures import Picture, svg_picture
from lessonlab.show.svg import GONE, HEAD, INK, KEY, LETTER, ON_HEAD, document, text
from lessonlab.show.widths import pad

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

MARGIN, ROW, BETWEEN, CORNER = 12, 24, 18, 5
WORKS = "works"


@dataclass(frozen=True, slots=True)
class Phase:
    """A file of a migration, what it is *called* in it, and the code that each app got, `None` for none."""

    name: str
    called: str
    tried: tuple[str | None, ...]

    @property
    def told(self) -> tuple[str, ...]:
        """Return what each app got, in words."""
        return tuple(code or WORKS for code in self.tried)


def phases(apps: Sequence[str], seen: Sequence[Phase], named: Callable[[str], str]) -> Picture:
    """
    Return a drawing of *seen*, one below the other, with a lane for each of *apps*: full where it works.

    What a code is *named* stands below.

    >>> seen = [Phase("before", "", (None, "42P01")), Phase("01_a", "Expand", (None, None))]
    >>> phases(["old", "new"], seen, {"42P01": "undefined_table"}.get)
                   old    new
    before         works  42P01
    01_a    Expand works  works
    42P01 undefined_table
    """
    codes = sorted({code for one in seen for code in one.tried if code})
    meant = [f"{code} {named(code)}".rstrip() for code in codes]
    told = "\n".join([*lines(apps, seen), *meant])
    drawn = draw(apps, seen, meant)
    return Picture(svg_picture(drawn, f"a lane for each app, files run down. {told}").html, told)


def lines(apps: Sequence[str], seen: Sequence[Phase]) -> Iterator[str]:
    """Yield a line for each file, below the names of the apps."""
    names, called = (max(map(len, words)) for words in columns(seen))
    wide = [max(len(app), len(WORKS)) for app in apps]
    rows = [("", "", tuple(apps)), *((one.name, one.called, one.told) for one in seen)]
    for name, what, said in rows:
        got = "  ".join(pad(word, size) for word, size in zip(said, wide, strict=True))
        yield f"{pad(name, names)}  {pad(what, called)} {got}".rstrip()


def columns(seen: Sequence[Phase]) -> tuple[list[str], list[str]]:
    """Return the names of the files, and what they are called."""
    return [one.name for one in seen], [one.called for one in seen]


def draw(apps: Sequence[str], seen: Sequence[Phase], meant: Sequence[str]) -> str:
    """Return *seen* as SVG, and below it what codes are *meant* to say."""
    names, called = (max(map(len, words)) * LETTER for words in columns(seen))
    lane = (max(map(len, (*apps, WORKS))) + 2) * LETTER
    first = MARGIN + names + BETWEEN + called + BETWEEN * bool(called)
    top = MARGIN + ROW
    parts = []
    for i, one in enumerate(seen):
        y = top + ROW * (i + 0.5)
        parts.append(text(MARGIN, y, one.name, f'fill="{INK}"'))
        parts.append(text(MARGIN + names + BETWEEN, y, one.called, f'fill="{KEY}" font-weight="bold"'))
    for number, app in enumerate(apps):
        x = first + number * (lane + BETWEEN)
        middle = f'font-weight="bold" text-anchor="middle" fill="{INK}"'
        parts.append(text(x + lane / 2, MARGIN + ROW / 2, app, middle))
        at = 0
        for said, some in groupby(one.told[number] for one in seen):
            count = len(list(some))
            parts += bar(x, top + ROW * at, lane, count, said)
            at += count
    for number, words in enumerate(meant, len(seen)):
        parts.append(text(MARGIN, top + ROW * (number + 1), words, f'fill="{GONE}"'))
    lanes = first + len(apps) * (lane + BETWEEN) - BETWEEN
    wide = max(lanes, *(MARGIN + LETTER * len(words) for words in meant), 0)
    high = top + ROW * (len(seen) + len(meant) + bool(meant) / 2)  # half a row between
    return document(wide + MARGIN, high + MARGIN, parts)


def bar(x: float, y: float, width: float, rows: int, said: str) -> Iterator[str]:
    """Yield how it went for *rows* files: a full bar where it works, else a dashed frame with the code."""
    works = said == WORKS
    style = f'fill="{HEAD}"' if works else f'fill="none" stroke="{GONE}" stroke-dasharray="3 2"'
    high = ROW * rows - 4
    yield f'<rect x="{x:.1f}" y="{y + 2:.1f}" width="{width:.1f}" height="{high:.1f}" rx="{CORNER}" {style}/>'
    hue = ON_HEAD if works else GONE
    yield text(x + width / 2, y + 2 + high / 2, said, f'fill="{hue}" text-anchor="middle"')
