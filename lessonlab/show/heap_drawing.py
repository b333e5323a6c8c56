"""The versions of a row as boxes that lead to each other, the places of their pages above; and in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lessonlab.show.row_versions import NORMAL, REDIRECT
from lessonlab.show.svg import (
    CORNER,
    HEAD,
    INK,
    KEY,
    LETTER,
    LINE,
    ON_HEAD,
    OTHER,
    WIDE,
    document,
    fold,
    text,
)
from lessonlab.show.tables import UUID
from lessonlab.show.widths import width

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lessonlab.show.row_versions import HeapPlace, RowVersions

MARGIN, TITLE, ROW, SIDE, GAP = 12, 24, 20, 12, 26
ACROSS = 36  # places in a line
BEFORE = OTHER
MAY_NOT = "this role may not look into pages: older versions are not shown, the server's count is"


def words(found: RowVersions) -> Iterator[str]:
    """Yield the lines of the drawing's twin in words."""
    yield title(found)
    for one in found.chain:
        yield f"{name(one)}: {'; '.join(told(found, one))}"
    if not found.chain:
        yield from unseen(found)


def title(found: RowVersions) -> str:
    """Return which row it is, and how many places it has."""
    column, _, value = found.key.partition(" = ")
    key = f"{column} = {value[:8]}…" if UUID.fullmatch(value) else found.key
    count = len(found.chain)
    many = f", {count} place{'' if count == 1 else 's'}" if count else ""
    return f"{found.table}, the row {key}{many}"


def unseen(found: RowVersions) -> Iterator[str]:
    """Yield what a role knows that may not look into pages."""
    yield f"page {found.page}, place {found.place}: the one that is seen"
    yield f"updates of {found.table}: {found.counted[0]:,}, {found.counted[1]:,} of them HOT"
    yield MAY_NOT


def name(one: HeapPlace) -> str:
    """Return where a place is."""
    return f"page {one.page}, place {one.place}"


def told(found: RowVersions, one: HeapPlace) -> list[str]:
    """Return what a place is, and for the first one that all indexes lead there."""
    return [*(["indexes lead here"] if one is found.chain[0] else []), *found.story(one)]


def draw_versions(found: RowVersions) -> str:
    """Return *found* as SVG: its pages, and its versions below one another."""
    parts: list[str] = []
    y = spoken(parts, [title(found)], float(MARGIN), "bold") + 6
    if not found.chain:
        y = spoken(parts, unseen(found), y)
        return document(WIDE, y + MARGIN, parts)
    for page in found.pages:
        y = spoken(parts, [strip_title(found, page)], y) + 2
        drawn, y = strip(found, page, y)
        parts += drawn
    widest = 0.0
    for one in found.chain:
        parts += [arrow(MARGIN + GAP, y - GAP, y)] if one is not found.chain[0] else []
        wide = max(width(line) for line in [name(one), *told(found, one)]) * LETTER + 20
        high = ROW * (len(told(found, one)) + 1) + 10
        parts += box(found, one, (MARGIN, y, wide, high))
        widest, y = max(widest, wide), y + high + GAP
    across = max(widest, ACROSS * (SIDE + 3), len(title(found)) * LETTER)
    return document(min(WIDE, across + 2 * MARGIN), y - GAP + MARGIN, parts)


def spoken(parts: list[str], lines: Iterable[str], y: float, weight: str = "normal") -> float:
    """Add *lines* to *parts*, each folded where it is long; return where they end."""
    for piece in (piece for line in lines for piece in fold(line, 2 * MARGIN)):
        parts.append(text(MARGIN, y + ROW / 2, piece, f'fill="{INK}" font-weight="{weight}"'))
        y += ROW
    return y


def strip_title(found: RowVersions, page: int) -> str:
    """Return what stands above the places of *page*."""
    count = sum(one.page == page for one in found.places)
    return f"page {page}: {count} places, those of the row are full; dashed: pointers and free ones"


def strip(found: RowVersions, page: int, y: float) -> tuple[list[str], float]:
    """Return the places of *page* as squares, those of the chain full and numbered, and where they end."""
    places = [one for one in found.places if one.page == page]
    parts = []
    for i, one in enumerate(places):
        x, top = MARGIN + (i % ACROSS) * (SIDE + 3), y + (i // ACROSS) * (SIDE + 3)
        mine = one in found.chain
        full = HEAD if mine and one.flags == NORMAL else "none"
        dashes = "" if one.flags == NORMAL else ' stroke-dasharray="2 2"'
        edge = KEY if mine else LINE
        parts.append(
            f'<rect x="{x}" y="{top:.1f}" width="{SIDE}" height="{SIDE}" fill="{full}" stroke="{edge}"'
            f' stroke-width="{2 if mine else 1}"{dashes}/>'
        )
    return parts, y + (-(-len(places) // ACROSS)) * (SIDE + 3) + 14


def box(found: RowVersions, one: HeapPlace, at: tuple[float, float, float, float]) -> Iterator[str]:
    """Yield a version as a box: full head for the one that is seen, dashed where it is no row any more."""
    x, y, wide, high = at
    seen = one is found.chain[-1]
    edge = KEY if seen else BEFORE
    dashes = ' stroke-dasharray="4 3"' if one.flags == REDIRECT else ""
    yield (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{wide:.1f}" height="{high}" rx="{CORNER}" fill="none"'
        f' stroke="{edge}" stroke-width="{2.4 if seen else 1.4}"{dashes}/>'
    )
    if seen:
        head = f'width="{wide:.1f}" height="{ROW + 4}" rx="{CORNER}" fill="{HEAD}"'
        yield f'<rect x="{x:.1f}" y="{y:.1f}" {head}/>'
    ink = ON_HEAD if seen else INK
    yield text(x + 10, y + ROW / 2 + 2, name(one), f'fill="{ink}" font-weight="bold"')
    for i, line in enumerate(told(found, one), 1):
        yield text(x + 10, y + ROW * (i + 0.5) + 6, line, f'fill="{INK}"')


def arrow(x: float, y: float, end: float) -> str:
    """Return an arrow from one version down to the next."""
    head = f"M{x - 5:.1f} {end - 9:.1f}L{x:.1f} {end - 2:.1f}L{x + 5:.1f} {end - 9:.1f}"
    return f'<path d="M{x:.1f} {y + 3:.1f}V{end - 3:.1f}{head}" fill="none" stroke="{KEY}" stroke-width="2"/>'
