"""Tables as boxes and references as lines: an SVG that reads on a light page and on a dark one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lessonlab.show.svg import CORNER, HEAD, INK, KEY, LETTER, LINE, ON_HEAD, WIDE, document, fold, text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lessonlab.show.entities import Entity, Reference

STROKE = f'fill="none" stroke="{LINE}" stroke-width="1.4"'
ROW, HEADER, EDGE = 21, 28, 10
BETWEEN, BELOW, MARGIN = 160, 34, 12
FOOT = 13  # of the crow
TOGETHER = "UNIQUE+"
LEGEND = "UNIQUE+  unique together with the others of its table that are marked so"
LEAD = 46  # a line leaves its box straight, under its label
LOOP, TURN = 16, 8  # how far apart lines run beside one column of tables, and the radius of their corners


@dataclass(frozen=True, slots=True)
class Box:
    """A table at its place; columns of text begin at *marks* and *types* letters."""

    table: Entity
    x: float
    y: float
    width: float
    column: int

    @property
    def height(self) -> float:
        """Return how high it is."""
        return HEADER + ROW * len(self.table.columns) + EDGE / 2

    def row(self, name: str) -> float:
        """Return the middle of the row of the column *name*, of the header if there is none."""
        for place, column in enumerate(self.table.columns):
            if column.name == name:
                return self.y + HEADER + ROW * (place + 0.5) + EDGE / 4
        return self.y + HEADER / 2

    def side(self, *, right: bool) -> float:
        """Return where its left or right side is."""
        return self.x + self.width if right else self.x


def draw_tables(tables: Sequence[Entity]) -> str:
    """
    Return *tables* as SVG: those that only others point to on the outside, the others between.

    Where that is wider than a narrow page all stand below one another, those that others point to on top.
    """
    boxes = place(columns_of(tables))
    if width_of(boxes) > WIDE:
        boxes = place([[table for column in columns_of(tables, turned=True) for table in column]])
    width = width_of(boxes)
    height = max(box.y + box.height for box in boxes.values()) + MARGIN
    parts = [*lines(boxes), *(part for box in boxes.values() for part in drawn(box))]
    if any(TOGETHER in column.marks for table in tables for column in table.columns):
        for line_ in fold(LEGEND, WIDE - width + 2 * MARGIN):
            height += ROW
            parts.append(text(MARGIN, height - ROW / 2 - 2, line_, f'fill="{INK}"'))
    return document(width, height, parts)


def width_of(boxes: Mapping[str, Box]) -> float:
    """Return how wide *boxes* and the lines on their right are."""
    looping = len(loops(boxes))
    lines = LEAD + LOOP * looping if looping else 0
    return max(box.x + box.width for box in boxes.values()) + lines + MARGIN


def place(columns: Sequence[Sequence[Entity]]) -> dict[str, Box]:
    """Return the box of each table by its name."""
    boxes: dict[str, Box] = {}
    columns = [column for column in columns if column]
    tall = max(stack(column) for column in columns)
    x = float(MARGIN)
    for number, column in enumerate(columns):
        width = max(width_of_table(table) for table in column)
        y = MARGIN + (tall - stack(column)) / 2
        for table in column:
            boxes[table.name] = box = Box(table, x, y, width, number)
            y += box.height + BELOW
        x += width + BETWEEN
    return boxes


def columns_of(tables: Sequence[Entity], *, turned: bool = False) -> list[list[Entity]]:
    """
    Return which tables stand left, between and right: parents by turns outside, all others between.

    *turned* it is all parents, and all others.
    """
    named = {reference.parent for table in tables for reference in table.references}
    parents = [table for table in tables if table.name in named and not table.references]
    others = [table for table in tables if table not in parents]
    return [parents, others] if turned else [parents[::2], others, parents[1::2]]


def stack(column: Sequence[Entity]) -> float:
    """Return how high the boxes of *column* are on top of each other."""
    return sum(Box(table, 0, 0, 0, 0).height for table in column) + BELOW * (len(column) - 1)


def letters(table: Entity) -> tuple[int, int, int]:
    """Return how many letters the marks, names and types of *table* need."""
    marks = max((len(" ".join(column.marks)) for column in table.columns), default=0)
    names = max((len(column.name) for column in table.columns), default=0)
    types = max((len(short(column.type)) for column in table.columns), default=0)
    return marks, names, types


def width_of_table(table: Entity) -> float:
    """Return how wide the box of *table* must be."""
    gaps = 4
    return max(sum(letters(table)) + gaps, len(table.name) + 2) * LETTER + 2 * EDGE


def short(name: str) -> str:
    """
    Return the type *name* as one writes it.

    >>> short("timestamp with time zone"), short("character varying(255)")
    ('timestamptz', 'varchar(255)')
    """
    for long, brief in {
        "timestamp with time zone": "timestamptz",
        "timestamp without time zone": "timestamp",
        "character varying": "varchar",
    }.items():
        name = name.replace(long, brief)
    return name


def drawn(box: Box) -> Iterator[str]:
    """Yield the parts of a box: frame, header, and a row for each column."""
    x, y, width = box.x, box.y, box.width
    frame = f'<rect x="{x}" y="{y}" width="{width}" height="{box.height}" rx="{CORNER}"'
    yield f'{frame} fill="none" stroke="{LINE}"/>'
    top = f"q0 -{CORNER} {CORNER} -{CORNER}h{width - 2 * CORNER}q{CORNER} 0 {CORNER} {CORNER}"
    straight = HEADER - CORNER
    yield f'<path d="M{x} {y + HEADER}v-{straight}{top}v{straight}z" fill="{HEAD}"/>'
    yield text(
        x + width / 2,
        y + HEADER / 2,
        box.table.name,
        f'fill="{ON_HEAD}" font-weight="bold" text-anchor="middle"',
    )
    marks, names, _ = letters(box.table)
    for column in box.table.columns:
        middle = box.row(column.name)
        at = x + EDGE
        if column.marks:
            yield text(at, middle, " ".join(column.marks), f'fill="{KEY}" font-weight="bold"')
        weight = ' font-weight="bold"' if "PK" in column.marks else ""
        yield text(at + (marks + 2) * LETTER, middle, column.name, f'fill="{INK}"{weight}')
        yield text(at + (marks + names + 4) * LETTER, middle, short(column.type), f'fill="{INK}"')


def lines(boxes: Mapping[str, Box]) -> Iterator[str]:
    """Yield the line of each reference whose two tables are drawn."""
    turns = {id(reference): place for place, reference in enumerate(loops(boxes))}
    for box in boxes.values():
        for reference in box.table.references:
            if reference.parent in boxes:
                yield from line(box, boxes[reference.parent], reference, turns.get(id(reference), 0))


def loops(boxes: Mapping[str, Box]) -> list[Reference]:
    """Return the references within one column of tables, whose lines run beside it: the shortest inside."""
    found = [
        (abs(box.y - boxes[reference.parent].y), reference)
        for box in boxes.values()
        for reference in box.table.references
        if reference.parent in boxes and boxes[reference.parent].column == box.column
    ]
    return [reference for _, reference in sorted(found, key=lambda pair: pair[0])]


def line(child: Box, parent: Box, reference: Reference, turn: int) -> Iterator[str]:
    """Yield a line from *child* to *parent*, a crow's foot where many rows point, and what the ends mean."""
    beside = child.column == parent.column
    to_right = beside or parent.column > child.column
    key = next((column.name for column in parent.table.columns if "PK" in column.marks), "")
    x1, y1 = child.side(right=to_right), child.row(reference.columns[0])
    x2, y2 = parent.side(right=beside or not to_right), parent.row(key)
    out = 1 if to_right else -1
    back = 1 if beside or not to_right else -1
    a, b = x1 + out * LEAD, x2 + back * LEAD
    middle = (a + b) / 2
    curve = f"H{a:.1f}C{middle:.1f} {y1:.1f} {middle:.1f} {y2:.1f} {b:.1f} {y2:.1f}"
    if beside:
        up = -1 if y2 < y1 else 1
        x = max(x1, x2) + LEAD + LOOP * turn
        curve = f"H{x:.1f}q{TURN} 0 {TURN} {up * TURN}V{y2 - up * TURN:.1f}q0 {up * TURN} -{TURN} {up * TURN}"
    yield f'<path d="M{x1:.1f} {y1:.1f}{curve}H{x2:.1f}" {STROKE}/>'
    yield foot(x1, y1, out, many=not reference.at_most_one)
    yield foot(x2, y2, back, many=False)
    yield label(x1, y1, out, reference.many)
    yield label(x2, y2, back, reference.one)


def foot(x: float, y: float, out: int, *, many: bool) -> str:
    """Return the end of a line at a box: three toes for many rows, a bar for one."""
    toes = f"M{x} {y - 6}L{x + out * FOOT} {y}L{x} {y + 6}" if many else f"M{x + out * 8} {y - 6}v12"
    return f'<path d="{toes}" {STROKE}/>'


def label(x: float, y: float, out: int, words: str) -> str:
    """Return what stands above the end of a line."""
    anchor = "start" if out > 0 else "end"
    return text(x + out * (FOOT + 3), y - 9, words, f'fill="{INK}" text-anchor="{anchor}"')
