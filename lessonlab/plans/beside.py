"""Two plans side by side as text: matched node by node, then pages, rows and time of both."""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lessonlab.plans import drawn_text
from lessonlab.show.widths import pad, width
from lessonlab.varying import mark, significant

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lessonlab.plans.columns import PlanLine
    from lessonlab.plans.comparison import BeforeAfter
    from lessonlab.plans.tree import Tree

SIDE = 54  # columns of each plan
ROOM = drawn_text.Room(label=SIDE - 2, name=14, line=SIDE, narrow=True)  # two blanks stand before a name
SAME, CHANGED = "  ", "≠ "
LAST_MARK = re.compile(r"(.*⟩)(.*)", re.DOTALL)


def beside_text(comparison: BeforeAfter) -> str:
    """Return *comparison* as text: one plan where both are the same, two beside each other where not."""
    before, after = comparison.names
    foot = ["", *map(str, figures(comparison)), *notes(comparison)]
    if comparison.same:
        drawn = [f"{before} · {after}: the same plan", drawn_text.plan_text(comparison.after)]
    elif not fits(comparison):
        drawn = [
            before,
            drawn_text.plan_text(comparison.before),
            "",
            after,
            drawn_text.plan_text(comparison.after),
        ]
    else:
        drawn = [*heads(before, after), *columns(comparison)]
    return "\n".join([*drawn, *foot])


def fits(comparison: BeforeAfter) -> bool:
    """Say whether both trees are narrow enough to stand beside each other."""
    sides = (drawn_text.lines(plan, ROOM) for plan in (comparison.before, comparison.after))
    return all(width(line.label) <= SIDE for side in sides for line in side)


def heads(before: str, after: str) -> list[str]:
    """Return the line that names both sides, or one line each where a name is long."""
    if width(before) <= SIDE >= width(after):
        return [f"{pad(before, SIDE)} {SAME}{after}"]
    return [f"left:  {before}", f"right: {after}"]


def columns(comparison: BeforeAfter) -> Iterator[str]:
    """Yield the lines of both plans, each pair of nodes beginning on one line."""
    left, right = blocks(comparison.before), blocks(comparison.after)
    for pair in comparison.pairs:
        one = left[id(pair.before)] if pair.before else []
        other = right[id(pair.after)] if pair.after else []
        sign = SAME if pair.same else CHANGED
        for row in range(max(len(one), len(other))):
            cells = [lines[row] if row < len(lines) else "" for lines in (one, other)]
            yield f"{padded(cells[0])} {sign}{cells[1]}".rstrip()
            sign = SAME


def blocks(plan: Tree) -> Mapping[int, list[str]]:
    """Return the lines of each node of *plan* by its `id`: what it is, its figures, its conditions."""
    lines = drawn_text.lines(plan, ROOM)
    return {id(node): list(block(line)) for node, line in zip(plan.nodes, lines, strict=True)}


def block(line: PlanLine) -> Iterator[str]:
    """Yield a node's lines in one column."""
    yield line.label
    cells = [(line.rows.strip(), line.rows_vary), (line.pages.strip(), line.pages_vary)]
    known = "   ".join(mark(cell) if varies else cell for cell, varies in cells if cell)
    if known:
        yield f"{line.bar}{known}"
    yield from line.details


def padded(cell: str) -> str:
    """
    Return *cell* filled up to a side's width; beside a mark, if it has one, where filling is not compared.

    >>> padded("⟨12⟩ rows") == "⟨12⟩" + " " * (SIDE - 9) + " rows", padded("陈") == "陈" + " " * (SIDE - 2)
    (True, True)
    """
    fill = " " * max(SIDE - width(cell), 0)
    found = LAST_MARK.fullmatch(cell)
    return f"{found[1]}{fill}{found[2]}" if found else cell + fill


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of both plans, as values and as texts, and how many times the first the second is."""

    name: str
    values: tuple[float, float]
    texts: tuple[str, str]
    ratio: str
    varies: bool

    def __str__(self) -> str:
        said = " → ".join(self.texts) + (f"   {self.ratio}" if self.ratio else "")
        return f"{self.name:<7} {mark(said) if self.varies else said}"


def figures(comparison: BeforeAfter) -> Iterator[Figure]:
    """Yield pages, rows and time of both plans; how many rows a write touches is told by its steps."""
    pages, rows, times_ = comparison.pages, comparison.rows, (comparison.before_ms, comparison.after_ms)
    ratio = "the same" if pages[0] == pages[1] else times(comparison.pages_ratio, "the pages")
    vary = any(drawn_text.pages_vary(plan) for plan in (comparison.before, comparison.after))
    yield Figure("pages", pages, (f"{pages[0]:,}", f"{pages[1]:,}"), ratio, vary)
    if not any(node.writes for node in comparison.before.nodes):
        yield Figure("rows", rows, (f"{rows[0]:,}", f"{rows[1]:,}"), "", varies=False)
    before, after = (f"{significant(ms)} ms" for ms in times_)
    runs = f"median of {comparison.runs} {'run' if comparison.runs == 1 else 'runs'} each"
    ratio = f"{times(comparison.times_ratio.value, 'the time')}, {runs}"
    yield Figure("time", times_, (before, after), ratio, varies=True)


def notes(comparison: BeforeAfter) -> Iterator[str]:
    """Yield what else there is to say, in lines."""
    for note in comparison.notes:
        yield from textwrap.wrap(note, 2 * SIDE, subsequent_indent="  ")


def times(ratio: float, what: str) -> str:
    """
    Return how many times *what* it is.

    >>> times(3448.4, "the pages"), times(1 / 40, "the time"), times(0.95, "the time")
    ('3,448 × the pages', '1/40 of the time', '0.95 × the time')
    """
    if ratio > 0.1:  # noqa: PLR2004 - a fraction that reads well as decimals
        return f"{significant(ratio)} × {what}"
    return f"1/{significant(1 / ratio)} of {what}"
