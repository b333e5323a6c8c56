"""The columns of a drawn plan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lessonlab.show.widths import pad, width
from lessonlab.varying import mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ASIDE = " · "  # comes between a figure and what is said of it


@dataclass(frozen=True, slots=True)
class PlanLine:
    """
    One node's line before the columns are aligned; *details* are the lines under it.

    *bar* is what begins a line under it; *off* is what there is to say of its estimate.
    """

    label: str
    rows: str
    pages: str
    ms: str
    rows_vary: bool
    pages_vary: bool
    details: tuple[str, ...]
    bar: str = ""
    off: str = ""


def align(lines: list[PlanLine]) -> Iterator[str]:
    """
    Yield *lines* in columns, each with its details below.

    Widths come from what is steady; a marked figure is padded inside its marks, so that the text around it
    never moves.
    """
    label = max(width(line.label) for line in lines)
    rows_width = widths((line.rows, line.rows_vary) for line in lines)
    pages_width = widths((line.pages, line.pages_vary) for line in lines)
    time = max(len(line.ms.partition(ASIDE)[0]) for line in lines)
    for line in lines:
        cells = [pad(line.label, label), cell(line.rows, rows_width, varies=line.rows_vary)]
        if pages_width[1]:
            cells.append(cell(line.pages, pages_width, varies=line.pages_vary))
        cells += [mark(padded(line.ms, time))] if line.ms else []
        yield "   ".join(cells).rstrip()
        yield from line.details


def padded(ms: str, columns: int) -> str:
    """
    Return *ms* with its figure in *columns* columns, whatever is said behind it.

    >>> padded("5 ms · expected 3 rows", 7)
    '   5 ms · expected 3 rows'
    """
    figure, aside, more = ms.partition(ASIDE)
    return figure.rjust(columns) + aside + more


def widths(cells: Iterable[tuple[str, bool]]) -> tuple[int, int]:
    """
    Return the widths of a column's steady cells and of its marked ones.

    >>> widths([("5 rows", False), ("50,000 rows", True)])
    (6, 13)
    """
    cells = list(cells)
    steady = max((len(text) for text, varies in cells if not varies), default=0)
    return steady, max([steady, *(len(text) + 2 for text, varies in cells if varies and text)])


def cell(text: str, room: tuple[int, int], *, varies: bool) -> str:
    """
    Return *text* right-aligned in *room*, the padding inside the marks if it *varies*.

    >>> cell("5 rows", (8, 10), varies=False), cell("5 rows", (8, 10), varies=True)
    ('  5 rows', '⟨  5 rows⟩')
    """
    steady, marked = room
    return mark(text.rjust(marked - 2)) if varies and text else text.rjust(steady)
