"""Conditions on a few rows, each cell true, false or NULL: which rows WHERE keeps, which a CHECK refuses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lessonlab.errors import ConfigError
from lessonlab.show.pictures import Picture, svg_picture
from lessonlab.show.svg import HEAD, INK, KEY, LETTER, LINE, ON_HEAD, OTHER, document, text
from lessonlab.show.tables import NULL, Table, texts
from lessonlab.show.widths import pad, width

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

UNKNOWN = OTHER
MOST = 16  # rows: more are not read
MARGIN, ROW, GAP = 12, 25, 6
FEET = ("WHERE keeps", "CHECK refuses")
KEPT, REFUSED, OF_NULL = "true", "false", NULL
CURE = 'SELECT a value and conditions: SELECT score, score = 70 AS "= 70", score <> 70 AS "<> 70" FROM …'


def truth(table: Table) -> Picture:
    """
    Return *table* as a grid: its first column is a value, each other one a condition on it.

    >>> truth(Table(("score", "< 70"), [(90, False), (None, None), (60, True)]))
    score         | < 70
    90            | false
    NULL          | NULL
    60            | true
    WHERE keeps   | 1 of 3
    CHECK refuses | 1 of 3
    """
    require(table)
    rows = [[NULL if cell is None else cell for cell in row] for row in texts(table)]
    feet = [[name, *counted(rows, what)] for name, what in zip(FEET, (KEPT, REFUSED), strict=True)]
    told = "\n".join(lines([list(table.columns), *rows, *feet]))
    alt = f"a grid of {len(rows)} rows and {len(table.columns) - 1} conditions. {spoken(table.columns, rows)}"
    return Picture(svg_picture(draw_grid(table.columns, rows, feet), alt).html, told)


def require(table: Table) -> None:
    """Raise `ConfigError` unless *table* is a value and conditions on it, of rows that can be looked over."""
    conditions = [row[1:] for row in table.rows]
    if not conditions or len(table.columns) < 2:  # noqa: PLR2004 - a value and a condition
        raise ConfigError("have no conditions on rows to draw", cure=CURE)
    if len(conditions) > MOST:
        raise ConfigError(
            f"have {len(conditions)} rows, want {MOST} at most", cure="LIMIT 8, or fewer VALUES"
        )
    for row in conditions:
        for name, value in zip(table.columns[1:], row, strict=True):
            if not (value is None or isinstance(value, bool)):
                raise ConfigError(f"the column {name!r} is no condition: it holds {value!r}", cure=CURE)


def counted(rows: Sequence[Sequence[str]], what: str) -> Iterator[str]:
    """Yield for each condition how many of *rows* are *what*."""
    for column in list(zip(*rows, strict=True))[1:]:
        yield f"{column.count(what)} of {len(rows)}"


def spoken(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """
    Return each condition in words: for which values it is true, false and NULL.

    >>> spoken(["score", "= 70"], [["70", "true"], ["NULL", "NULL"], ["70", "true"]])
    '= 70: true for 70, 70; NULL for NULL'
    """
    said = []
    for i, name in enumerate(columns[1:], 1):
        found = {what: [row[0] for row in rows if row[i] == what] for what in (KEPT, REFUSED, OF_NULL)}
        parts = [f"{what} for {', '.join(values)}" for what, values in found.items() if values]
        said.append(f"{name}: {'; '.join(parts)}")
    return ". ".join(said)


def lines(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield *rows* as lines of text, each column as wide as it must be."""
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield " | ".join(pad(cell, wide) for cell, wide in zip(row, widths, strict=True)).rstrip()


def draw_grid(columns: Sequence[str], rows: Sequence[Sequence[str]], feet: Sequence[Sequence[str]]) -> str:
    """Return the grid as SVG: full what is true, an empty frame what is false, dashes what is NULL."""
    every = [columns, *rows, *feet]
    widths = [max(map(width, column)) * LETTER + 4 * GAP for column in zip(*every, strict=True)]
    starts = [MARGIN + sum(widths[:i]) + GAP * i for i, _ in enumerate(widths)]
    ys = [MARGIN + ROW / 2 + i * (ROW + GAP) for i, _ in enumerate(every)]
    parts: list[str] = []
    for row, y in zip(every, ys, strict=True):
        head = row is columns or any(row is foot for foot in feet)
        for i, (cell, x, wide) in enumerate(zip(row, starts, widths, strict=True)):
            if head or not i:
                parts.append(
                    words(cell, x, y, wide, bold=head and not (i and row is not columns), first=not i)
                )
            else:
                parts += drawn(cell, x, y, wide)
    line = ys[len(rows)] + ROW / 2 + GAP / 2
    end = starts[-1] + widths[-1]
    parts.append(f'<path d="M{MARGIN} {line:.1f}H{end:.1f}" stroke="{LINE}"/>')
    return document(end + MARGIN, ys[-1] + ROW / 2 + MARGIN, parts)


def words(cell: str, x: float, y: float, wide: float, *, bold: bool, first: bool) -> str:
    """Return a value, a condition's name or a count at its place."""
    at, anchor = (x, "start") if first else (x + wide / 2, "middle")
    style = ' font-style="italic"' if cell == NULL else ' font-weight="bold"' if bold else ""
    return text(at, y, cell, f'fill="{INK}" text-anchor="{anchor}"{style}')


def drawn(cell: str, x: float, y: float, wide: float) -> Iterator[str]:
    """Yield a cell: its word, in a frame that says the same without colour."""
    fill = HEAD if cell == KEPT else "none"
    edge = {KEPT: HEAD, REFUSED: KEY, OF_NULL: UNKNOWN}[cell]
    dashes = ' stroke-dasharray="4 3"' if cell == OF_NULL else ""
    yield (
        f'<rect x="{x:.1f}" y="{y - ROW / 2:.1f}" width="{wide:.1f}" height="{ROW}" rx="4"'
        f' fill="{fill}" stroke="{edge}" stroke-width="1.4"{dashes}/>'
    )
    ink = ON_HEAD if cell == KEPT else INK if cell == REFUSED else UNKNOWN
    style = ' font-style="italic"' if cell == OF_NULL else ""
    yield text(x + wide / 2, y, cell, f'fill="{ink}" text-anchor="middle"{style}')
