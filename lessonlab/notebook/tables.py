"""
Rows as a small table: plain HTML that every notebook's sanitiser keeps, and a twin in plain text.

Colours are inherited, so a table reads on light and dark; meaning is in words, `<th scope>` and `title`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from html import escape
from typing import TYPE_CHECKING, Any

from lessonlab.measure import Measure
from lessonlab.notebook.values import text_of
from lessonlab.notebook.widths import pad, width

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ROWS = 20  # shown; the others are counted
CELL = 80  # characters of one cell; the whole value is its title
TABLE = 120  # characters of one row; beyond it uuids are shortened
BRIEF = 8
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
NULL = "NULL"
EDGE = "border:0;border-bottom:1px solid #8884"
CAPTION = "caption-side:bottom;text-align:left;padding-left:6px;opacity:0.7"
PRE = "text-align:left;margin:0;padding-left:6px;white-space:pre;overflow-x:auto;line-height:1.35"


@dataclass(frozen=True, slots=True, repr=False)
class Table:
    """
    Columns and rows that show themselves; *caption* stands beside the count of the rows.

    *written* are the first rows as the server wrote them, which are shown in place of the values.  *count* is
    how many rows there are when *rows* are only the first of them.  *numeric* columns are set to
    the right; when `None`, those whose values are all numbers.

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
        return self.rows if self.limit is None else self.rows[: self.limit]

    @property
    def label(self) -> str:
        """Return the caption: what the table is, and how long."""
        rows = f"{self.total:,} {self.unit}{'' if self.total == 1 else 's'}"
        return f"{self.caption} · {rows}" if self.caption else rows

    @property
    def rest(self) -> str:
        """Return what is said about the rows that are not shown."""
        more = self.total - len(self.shown)
        return f"… {more:,} more row{'' if more == 1 else 's'}" if more else ""

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
        return f'<pre style="{PRE}{self.edge}">{escape(self.text, quote=False)}</pre>'


def is_numeric(values: Iterable[Any]) -> bool:
    """
    Say whether *values* are numbers and NULLs, with one number at least.

    >>> is_numeric([1, None]), is_numeric([None]), is_numeric([True])
    (True, False, False)
    """
    present = [value for value in values if value is not None]
    return bool(present) and all(
        isinstance(value, (int, float, Decimal, Measure)) and not isinstance(value, bool) for value in present
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
    """Return *table* as HTML with inline styles only; a shortened cell has its whole value as title."""
    right = table.to_the_right
    sides = ["right" if i in right else "left" for i, _ in enumerate(table.columns)]
    head = "".join(
        f'<th scope="col" style="text-align:{side};{EDGE}">{escape(name)}</th>'
        for side, name in zip(sides, table.columns, strict=True)
    )
    body = "".join(
        f"<tr>{''.join(map(html_cell, whole, brief, sides))}</tr>"
        for whole, brief in zip(texts(table), brief_cells(table), strict=True)
    )
    if table.rest:
        span = f'colspan="{max(1, len(table.columns))}"'
        body += f'<tr><td {span} style="text-align:left;opacity:0.7">{table.rest}</td></tr>'
    return (
        '<table style="margin:0;border-collapse:collapse">'
        f'<caption style="{CAPTION}">{escape(table.label)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def html_cell(whole: str | None, brief: str, side: str) -> str:
    """
    Return one cell.

    >>> html_cell(None, "NULL", "left")
    '<td style="text-align:left"><i style="opacity:0.6">NULL</i></td>'
    """
    if whole is None:
        return f'<td style="text-align:{side}"><i style="opacity:0.6">{NULL}</i></td>'
    title = f' title="{escape(whole)}"' if whole != brief else ""
    keep = ";white-space:pre-wrap" if "\n" in brief or "  " in brief else ""
    return f'<td style="text-align:{side}{keep}"{title}>{escape(brief, quote=False)}</td>'


def texts(table: Table) -> list[list[str | None]]:
    """Return the whole text of each cell that is shown, `None` for NULL."""
    if table.written is not None:
        return [list(row) for row in table.written[: table.limit]]
    return [[text_of(value) for value in row] for row in table.shown]


def brief_cells(table: Table) -> list[list[str]]:
    """
    Return what each cell shows: long values cut, uuids too where the table is wide and they stay distinct.

    >>> brief_cells(Table(["x"], [["a" * 99]]))[0][0][-3:]
    'aa…'
    """
    rows = [[NULL if cell is None else shorten(cell) for cell in row] for row in texts(table)]
    if max((sum(map(width, row)) for row in rows), default=0) <= TABLE:
        return rows
    for i, _ in enumerate(table.columns):
        values = {row[i] for row in rows} - {NULL}
        heads = {value[:BRIEF] for value in values}
        if len(heads) == len(values) and all(map(UUID.fullmatch, values)):
            for row in rows:
                row[i] = row[i] if row[i] == NULL else f"{row[i][:BRIEF]}…"
    return rows


def shorten(text: str) -> str:
    """Return *text*, or its beginning and a sign that there is more."""
    return text if len(text) <= CELL else f"{text[: CELL - 1]}…"


def one_line(text: str) -> str:
    r"""
    Return *text* with its line ends made visible.

    >>> one_line("a\nb\tc")
    'a↵b c'
    """
    return re.sub(r"\r?\n", "↵", text).replace("\t", " ")
