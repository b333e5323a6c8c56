"""Which lock on a table waits for which: each tried against each, in two sessions."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any

from psycopg import sql
from psycopg.errors import LockNotAvailable

from lessonlab.postgres.second import close_all
from lessonlab.show.pictures import Picture, svg_picture
from lessonlab.show.svg import HEAD, INK, LETTER, LINE, ON_HEAD, document, text
from lessonlab.statements import running

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from psycopg import Connection

    from lessonlab.postgres.second import Second

MODES = (
    "ACCESS SHARE",
    "ROW SHARE",
    "ROW EXCLUSIVE",
    "SHARE UPDATE EXCLUSIVE",
    "SHARE",
    "SHARE ROW EXCLUSIVE",
    "EXCLUSIVE",
    "ACCESS EXCLUSIVE",
)
WAITS, TOGETHER = "waits", "·"
CORNER = "has it / wants"
MARGIN, ROW, GAP = 10, 25, 2

Answers = dict[tuple[str, str], bool]


def lock_modes(another: Callable[[], Second], table: str) -> Picture:
    """Return who waits for whom on *table*: a row for the lock that is there, a column for the one wanted."""
    sessions = has, wants = another(), another()
    try:
        with running.ours(has.connection):
            waits = tried(has.connection, wants.connection, sql.Identifier(table))
    finally:
        close_all(sessions)
    told = "\n".join(lines(waits))
    alt = f"which lock on {table} waits for which. {'. '.join(spoken(waits))}"
    return Picture(svg_picture(draw(waits), alt).html, told)


def tried(holder: Connection[Any], other: Connection[Any], table: sql.Identifier) -> Answers:
    """Return whether the *other* would have to wait for the *holder*, for each two modes."""
    lock = sql.SQL("LOCK TABLE {} IN {} MODE {}")
    found: Answers = {}
    for has, wants in product(MODES, MODES):
        with holder.transaction(force_rollback=True), other.transaction(force_rollback=True):
            holder.execute(lock.format(table, sql.SQL(has), sql.SQL("")))
            try:
                with other.transaction():
                    other.execute(lock.format(table, sql.SQL(wants), sql.SQL("NOWAIT")))
                found[has, wants] = False
            except LockNotAvailable:
                found[has, wants] = True
    return found


def labels() -> list[str]:
    """Return the modes with their numbers: 1 is the weakest."""
    return [f"{number} {mode}" for number, mode in enumerate(MODES, start=1)]


def lines(waits: Answers) -> Iterator[str]:
    """Yield the grid as lines of text."""
    wide = max(map(len, labels()))
    yield " ".join([CORNER.ljust(wide), *(str(number).center(5) for number, _ in enumerate(MODES, start=1))])
    for label, has in zip(labels(), MODES, strict=True):
        cells = (WAITS if waits[has, wants] else TOGETHER for wants in MODES)
        yield " ".join([label.ljust(wide), *(cell.center(5) for cell in cells)]).rstrip()


def spoken(waits: Answers) -> Iterator[str]:
    """Yield for each mode who waits for it, in words."""
    for has in MODES:
        behind = [wants for wants in MODES if waits[has, wants]]
        yield f"Behind {has} wait {', '.join(behind) or 'none'}"


def draw(waits: Answers) -> str:
    """Return the grid as SVG: full where the second waits, an empty frame where both go on."""
    first = max(map(len, labels())) * LETTER + 2 * GAP
    wide = len(WAITS) * LETTER + GAP
    xs = [MARGIN + first + i * (wide + GAP) for i, _ in enumerate(MODES)]
    ys = [MARGIN + ROW / 2 + i * (ROW + GAP) for i in range(len(MODES) + 1)]
    middle = f'fill="{INK}" text-anchor="middle" font-weight="bold"'
    parts = [text(MARGIN, ys[0], CORNER, f'fill="{INK}"')]
    parts += [text(x + wide / 2, ys[0], str(i), middle) for i, x in enumerate(xs, start=1)]
    for label, has, y in zip(labels(), MODES, ys[1:], strict=True):
        parts.append(text(MARGIN, y, label, f'fill="{INK}"'))
        for wants, x in zip(MODES, xs, strict=True):
            parts += cell(x, y, wide, waits=waits[has, wants])
    return document(xs[-1] + wide + MARGIN, ys[-1] + ROW / 2 + MARGIN, parts)


def cell(x: float, y: float, wide: float, *, waits: bool) -> Iterator[str]:
    """Yield one field of the grid; who waits is also written, for eyes that see no colour."""
    fill, edge = (HEAD, HEAD) if waits else ("none", LINE)
    yield (
        f'<rect x="{x:.1f}" y="{y - ROW / 2:.1f}" width="{wide:.1f}" height="{ROW}" rx="3" '
        f'fill="{fill}" stroke="{edge}"/>'
    )
    if waits:
        yield text(x + wide / 2, y, WAITS, f'fill="{ON_HEAD}" text-anchor="middle"')
