"""
Rows as a small table: plain HTML that every notebook's sanitiser keeps, and a twin in plain text.

Colours are inherited, so a table reads on light and dark; meaning is in words and `<th scope>`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from html import escape
from typing import TYPE_CHECKING, Any

from lessonlab.show.shorten import shorten
from lessonlab.show.values import text_of
from lessonlab.show.whole_values import opening
from lessonlab.show.widths import pad, width
from lessonlab.show.wrapping import ANYWHERE, breakable, least_width, lines_html
from lessonlab.varying import Varying

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ROWS = 20  # shown; the others are counted
CELL = 80  # characters of one cell; a longer one opens
TABLE = 120  # characters of one row; beyond it uuids are shortened
BRIEF = 8
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
NULL = "NULL"
EDGE = "border:0;border-bottom:1px solid #8884"
CAPTION = "caption-side:bottom;text-align:left;padding-left:6px;opacity:0.7"
PRE = f"text-align:left;margin:0;padding-left:6px;white-space:pre-wrap;{ANYWHERE};line-height:1.35"
QUIET = "opacity:0.7"  # as far as it goes: 4.5 to 1 on the darker lines of a light page's table


@dataclass(frozen=True, slots=True, repr=False)
class Table:
    """
    Columns and rows that show themselves; *caption* stands beside the count of the rows.

    *written* are the first rows as the server wrote them, which are shown in place of the values.  *count* is
    how many rows there are when *rows* are only some of them, *at_least* when there may be more, *skipped*
    how many stand before them, and *onward* how those are seen that are not shown.  *numeric* columns are set
    to the right; when `None`, those whose values are all numbers.

    >>> Table(("name", "score"), [("Mina", 90), ("Li", None)])
     name | score
    ------+-------
     Mina |    90
     Li   |  NULL
    (2 rows)
    """

    columns: Sequence[str]
    rows: Sequence[Sequence[Any]]
    caption: str = ""
    count: int | None = None
    numeric: frozenset[int] | None = None
    limit: int | None = ROWS
    written: Sequence[Sequence[str | None]] | None = None
    unit: str = "row"
    at_least: bool = False
    onward: str = ""
    skipped: int = 0

    def __repr__(self) -> str:
        return draw_text(self)

    def _repr_html_(self) -> str:
        return draw_html(self)

    @property
    def total(self) -> int:
        """Return how many rows there are, shown or not."""
        return len(self.rows) if self.count is None else self.count

    @property
    def shown(self) -> Sequence[Sequence[Any]]:
        """Return the rows that are shown."""
        if self.written is not None:
            return self.written[: self.limit]
        return self.rows[: self.limit]

    @property
    def label(self) -> str:
        """Return the caption: what the table is, and how long."""
        rows = f"{'at least ' if self.at_least else ''}{self.total:,}"
        if self.skipped:
            rows = f"{self.unit}s {self.skipped + 1:,} to {self.skipped + len(self.shown):,} of {rows}"
        else:
            rows = f"{rows} {self.unit}{'' if self.total == 1 else 's'}"
        return f"{self.caption} · {rows}" if self.caption else rows

    @property
    def rest(self) -> str:
        """Return what is said about the rows that are not shown."""
        more = self.total - self.skipped - len(self.shown)
        if not more:
            return ""
        onward = f": {self.onward}" if self.onward else ""
        return f"… {'at least ' if self.at_least else ''}{more:,} more row{'' if more == 1 else 's'}{onward}"

    @property
    def to_the_right(self) -> frozenset[int]:
        """Return the columns of numbers."""
        if self.numeric is not None:
            return self.numeric
        return frozenset(i for i, _ in enumerate(self.columns) if is_numeric(row[i] for row in self.shown))


@dataclass(frozen=True, slots=True, repr=False)
class Preformatted:
    """Lines that keep their indentation: a plan, an error that was expected."""

    text: str
    edge: str = ""

    def __repr__(self) -> str:
        return self.text

    def _repr_html_(self) -> str:
        return f'<pre style="{PRE}{self.edge}">{lines_html(self.text)}</pre>'


def is_numeric(values: Iterable[Any]) -> bool:
    """
    Say whether *values* are numbers and NULLs, with one number at least.

    >>> is_numeric([1, None]), is_numeric([None]), is_numeric([True])
    (True, False, False)
    """
    present = [value for value in values if value is not None]
    return bool(present) and all(
        isinstance(value, (int, float, Decimal, Varying)) and not isinstance(value, bool) for value in present
    )


def draw_text(table: Table) -> str:
    """Return *table* as psql draws it."""
    header = list(table.columns)
    cells = [[one_line(cell) for cell in row] for row in brief_cells(table)]
    right = table.to_the_right
    widths = [max(map(width, column)) for column in zip(header, *cells, strict=True)]

    def line(row: Sequence[str]) -> str:
        padded = (pad(cell, widths[i], right=i in right) for i, cell in enumerate(row))
        return f" {' | '.join(padded)}".rstrip()

    rule = "+".join("-" * (columns + 2) for columns in widths)
    rest = [f" {table.rest}"] if table.rest else []
    return "\n".join([line(header), rule, *map(line, cells), *rest, f"({table.label})"])


def draw_html(table: Table) -> str:
    """Return *table* as HTML with inline styles only; a shortened cell opens to its whole value."""
    right = table.to_the_right
    sides = ["right" if i in right else "left" for i, _ in enumerate(table.columns)]
    head = "".join(html_head(name, side, len(sides)) for side, name in zip(sides, table.columns, strict=True))
    body = "".join(
        f"<tr>{''.join(map(html_cell, whole, brief, sides))}</tr>"
        for whole, brief in zip(texts(table), brief_cells(table), strict=True)
    )
    if table.rest:
        span = f'colspan="{max(1, len(table.columns))}"'
        body += f'<tr><td {span} style="text-align:left;{QUIET}">{table.rest}</td></tr>'
    return (
        '<table style="margin:0;border-collapse:collapse">'
        f'<caption style="{CAPTION}">{escape(table.label)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def html_head(name: str, side: str, columns: int) -> str:
    """
    Return the head of one column; one without a name is no head.

    >>> html_head("", "left", 2)
    '<td style="border:0;border-bottom:1px solid #8884"></td>'
    """
    if not name.strip():
        return f'<td style="{EDGE}"></td>'
    style = f"text-align:{side};{EDGE};{least_width(name, columns)};{ANYWHERE}"
    return f'<th scope="col" style="{style}">{breakable(name)}</th>'


def html_cell(whole: str | None, brief: str, side: str) -> str:
    """
    Return one cell.

    >>> html_cell(None, "NULL", "left")
    '<td style="text-align:left"><i style="opacity:0.7">NULL</i></td>'
    """
    if whole is None:
        return f'<td style="text-align:{side}"><i style="{QUIET}">{NULL}</i></td>'
    drawn = escape(brief, quote=False) if whole == brief else opening(brief, whole)
    keep = ";white-space:pre-wrap" if "\n" in brief or "  " in brief else ""
    wrap = f";{ANYWHERE}" if side == "left" else ""
    return f'<td style="text-align:{side}{keep}{wrap}">{drawn}</td>'


def texts(table: Table) -> list[list[str | None]]:
    """Return the whole text of each cell that is shown, `None` for NULL."""
    if table.written is not None:
        return [list(row) for row in table.shown]
    return [[text_of(value) for value in row] for row in table.shown]


def brief_cells(table: Table) -> list[list[str]]:
    """
    Return what each cell shows: long values cut, uuids too where the table is wide and they stay distinct.

    >>> brief_cells(Table(["x"], [["a" * 99]]))[0][0][-3:]
    'aa…'
    """
    rows = [[NULL if cell is None else shorten(cell, CELL) for cell in row] for row in texts(table)]
    if max((sum(map(width, row)) for row in rows), default=0) <= TABLE:
        return rows
    for i, _ in enumerate(table.columns):
        values = {row[i] for row in rows} - {NULL}
        heads = {value[:BRIEF] for value in values}
        if len(heads) == len(values) and all(map(UUID.fullmatch, values)):
            for row in rows:
                row[i] = row[i] if row[i] == NULL else shorten(row[i], BRIEF + 1)
    return rows


def one_line(text: str) -> str:
    r"""
    Return *text* with its line ends made visible.

    >>> one_line("a\nb\tc")
    'a↵b c'
    """
    return re.sub(r"\r?\n", "↵", text).replace("\t", " ")
