"""Rows before and after a statement, a square each: which stayed, which changed, which are gone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING, Any

from lessonlab.show.pictures import Picture, svg_picture
from lessonlab.show.svg import FONT, GONE, HEAD, INK, ON_HEAD, OTHER, document, text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    Tables = Mapping[str, Mapping[Any, str]] | Iterable[tuple[str, Any, str]]

CHANGED = OTHER
SIDE, STEP, IN_A_LINE = 19, 23, 10
MARGIN, BETWEEN, TITLE, BELOW = 12, 44, 26, 14
HALF = IN_A_LINE * STEP


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of the rows of one *table*: the label of each before, and after or `None`."""

    table: str
    rows: tuple[tuple[str, str | None], ...]

    @property
    def left(self) -> int:
        """Return how many rows are still there."""
        return sum(after is not None for _, after in self.rows)

    @property
    def height(self) -> float:
        """Return how much room the squares and their title take."""
        return TITLE + STEP * max(1, -(-len(self.rows) // IN_A_LINE)) + BELOW

    def __str__(self) -> str:
        gone = Counter(before for before, after in self.rows if after is None)
        changed = Counter(
            f"{before} to {after}" for before, after in self.rows if after not in {None, before}
        )
        parts = [f"{self.table}: {len(self.rows)} before, {self.left} after"]
        for word, counted in ("gone", gone), ("changed", changed):
            if counted:
                parts.append(f"{word} " + ", ".join(f"{n} × {label}" for label, n in counted.items()))
        return "; ".join(parts)


@dataclass(frozen=True, slots=True)
class Square:
    """A row at its place, with the first letter of its *label*."""

    x: float
    y: float
    label: str
    what: str


def survivors(before: Tables, after: Tables) -> Picture:
    """
    Return a drawing of the rows of each table *before* something, and beside them what is left *after*.

    Each row is known by a key and shown by a short label; a label that differs is a row that changed.

    >>> survivors({"users": {1: "M", 2: "J"}}, {"users": {2: "J"}})
    users: 2 before, 1 after; gone 1 × M
    >>> survivors([("users", 1, "M"), ("users", 2, "J")], [("users", 2, "J")])
    users: 2 before, 1 after; gone 1 × M
    """
    left = by_table(after)
    fates = [
        Fate(table, tuple((label, left.get(table, {}).get(key)) for key, label in rows.items()))
        for table, rows in by_table(before).items()
    ]
    told = "\n".join(map(str, fates))
    return Picture(svg_picture(draw_squares(fates), f"a square for each row. {told}").html, told)


def by_table(rows: Tables) -> Mapping[str, Mapping[Any, str]]:
    """Return *rows* by table and key; a query gives them as table, key and label."""
    if isinstance(rows, Mapping):
        return rows
    found: dict[str, dict[Any, str]] = {}
    for table, key, label in rows:
        found.setdefault(table, {})[key] = label
    return found


def draw_squares(fates: list[Fate]) -> str:
    """Return *fates* as SVG: all rows as they were on the left, what became of them on the right."""
    right = MARGIN + HALF + BETWEEN
    titles = [title("before", MARGIN, MARGIN, "bold"), title("after", right, MARGIN, "bold")]
    squares: list[Square] = []
    y = float(MARGIN + TITLE + BELOW)
    for fate in fates:
        titles.append(title(f"{fate.table} · {len(fate.rows)}", MARGIN, y))
        titles.append(title(f"{fate.table} · {fate.left}", right, y))
        for i, (label, later) in enumerate(fate.rows):
            across, down = STEP * (i % IN_A_LINE), y + TITLE + STEP * (i // IN_A_LINE)
            squares.append(Square(MARGIN + across, down, label, "kept"))
            squares.append(Square(right + across, down, later or label, state(label, later)))
        y += fate.height
    width, height = right + HALF + MARGIN, y + MARGIN
    return document(width, height, (*titles, *drawn(squares)))


def state(before: str, after: str | None) -> str:
    """
    Return what became of a row.

    >>> state("M", None), state("M", "–"), state("M", "M")
    ('gone', 'changed', 'kept')
    """
    if after is None:
        return "gone"
    return "kept" if after == before else "changed"


def title(words: str, x: float, y: float, weight: str = "normal") -> str:
    """Return what stands above squares."""
    return text(x, y + FONT / 2, words, f'fill="{INK}" font-weight="{weight}"')


def drawn(squares: list[Square]) -> Iterator[str]:
    """Yield the squares by kind: full what stays, a frame what changed, crossed out what is gone."""
    for what, colour in (("kept", HEAD), ("changed", CHANGED), ("gone", GONE)):
        some = [square for square in squares if square.what == what]
        if some:
            fill = HEAD if what == "kept" else "none"
            dashes = ' stroke-dasharray="3 2"' if what == "gone" else ""
            frames = "".join(f"M{s.x:g} {s.y:g}h{SIDE}v{SIDE}h-{SIDE}z" for s in some)
            yield f'<path d="{frames}" fill="{fill}" stroke="{colour}" stroke-width="1.3"{dashes}/>'
            yield from letters(some, ON_HEAD if what == "kept" else colour)
        if some and what == "gone":
            crosses = "".join(f"M{s.x:g} {s.y + SIDE:g}l{SIDE} -{SIDE}" for s in some)
            yield f'<path d="{crosses}" stroke="{colour}" stroke-width="1.3"/>'


def letters(squares: list[Square], ink: str) -> Iterator[str]:
    """Yield the first letters of *squares*, those of one line as one text."""
    for y, line in groupby(sorted(squares, key=lambda s: (s.y, s.x)), key=lambda s: s.y):
        some = list(line)
        across = " ".join(f"{s.x + SIDE / 2:g}" for s in some)
        words = escape("".join(s.label[:1] for s in some))
        place = f'x="{across}" y="{y + SIDE / 2 + FONT * 0.35:.1f}"'
        yield f'<text {place} fill="{ink}" text-anchor="middle">{words}</text>'
