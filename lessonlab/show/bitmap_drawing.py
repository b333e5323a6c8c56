"""A table's pages as a grid, a square as large as its rows are many; and two orders of coming to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lessonlab.show.svg import INK, KEY, LINE, OTHER, WIDE, document, fold, text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lessonlab.show.matches import Matches, Order

ACROSS, MOST_LINES = 36, 10
STEP, SIDE = 14, 12
MARGIN, TITLE, BETWEEN = 12, 24, 14
ROW, HIGH = 18, 110  # of words, and of a drawing of an order
STEPS = 100  # of an order: more are not told apart
BACK = OTHER


def draw_pages(pages: int, found: Sequence[Matches], orders: Sequence[Order]) -> str:
    """Return the grids of *found* below each other, and below them each of *orders*, as SVG."""
    parts: list[str] = []
    y = float(MARGIN)
    width = MARGIN * 2 + ACROSS * STEP
    for matches in found:
        for line in fold(matches.title(pages), 2 * MARGIN):
            parts.append(text(MARGIN, y + ROW / 2, line, f'fill="{INK}" font-weight="bold"'))
            y += ROW
        y += TITLE - ROW
        lines, drawn = grid(pages, matches, y)
        parts += drawn
        y += lines * STEP + BETWEEN
    each = per_cell(pages)
    legend = (
        "a square is one page, as large as it has rows"
        if each == 1
        else f"a square is {each} pages, as large as the part of them that holds a row"
    )
    for line in fold(f"{legend}; a dot: none", 2 * MARGIN):
        parts.append(text(MARGIN, y, line, f'fill="{INK}"'))
        y += ROW
    y += BETWEEN / 2
    for order in orders:
        parts += path(order, pages, MARGIN, y, width - 2 * MARGIN)
        y += 2.8 * TITLE + HIGH + BETWEEN
    return document(WIDE, y + MARGIN, parts)


def per_cell(pages: int) -> int:
    """
    Return how many pages a square stands for.

    >>> per_cell(300), per_cell(18161)
    (1, 51)
    """
    return max(1, -(-pages // (ACROSS * MOST_LINES)))


def grid(pages: int, matches: Matches, y: float) -> tuple[int, list[str]]:
    """Return how many lines the squares take, and the squares: what is full, and what holds nothing."""
    each = per_cell(pages)
    cells = -(-pages // each) or 1
    held = [0] * cells
    for page, rows in matches.rows_of.items():
        held[min(page // each, cells - 1)] += rows if each == 1 else 1
    largest = (matches.most if each == 1 else each) or 1
    full: list[str] = []
    empty: list[str] = []
    for place, some in enumerate(held):
        cx = MARGIN + STEP * (place % ACROSS) + STEP / 2
        cy = y + STEP * (place // ACROSS) + STEP / 2
        side = max(3.0, SIDE * (some / largest) ** 0.5) if some else 1.6
        square = f"M{cx - side / 2:.1f} {cy - side / 2:.1f}h{side:.1f}v{side:.1f}h-{side:.1f}z"
        (full if some else empty).append(square)
    parts = [f'<path d="{"".join(empty)}" fill="{LINE}"/>', f'<path d="{"".join(full)}" fill="{KEY}"/>']
    return -(-cells // ACROSS), parts


def path(order: Order, pages: int, x: float, y: float, wide: float) -> Iterator[str]:
    """Yield the way of one scan: its steps from left to right, the table's pages from top to bottom."""
    yield text(x, y + TITLE / 2, order.node, f'fill="{INK}" font-weight="bold"')
    yield text(x, y + 1.4 * TITLE, order.way, f'fill="{INK}"')
    steps = order.pages[:STEPS]
    some = f"its first {STEPS:,} rows" if len(order.pages) > STEPS else "its rows"
    yield text(x, y + 2.3 * TITLE, f"{some} →, pages ↓", f'fill="{INK}"')
    top = y + 2.8 * TITLE
    yield f'<rect x="{x:.1f}" y="{top:.1f}" width="{wide:.1f}" height="{HIGH}" fill="none" stroke="{LINE}"/>'
    if not steps:
        return
    across = (wide - 12) / max(1, len(steps) - 1)
    lowest, highest = (0, max(pages - 1, 1)) if len(order.pages) <= STEPS else (min(steps), max(steps) or 1)
    scale = (HIGH - 12) / max(1, highest - lowest)
    points = [(x + 6 + i * across, top + 6 + (page - lowest) * scale) for i, page in enumerate(steps)]
    hue, dashes = (BACK, ' stroke-dasharray="5 2"') if order.back else (KEY, "")
    line = " ".join(f"{a:.1f},{b:.1f}" for a, b in points)
    yield f'<polyline points="{line}" fill="none" stroke="{hue}" stroke-width="1.3"{dashes}/>'
    dots = "".join(f"M{a - 1.5:.1f} {b - 1.5:.1f}h3v3h-3z" for a, b in points)
    yield f'<path d="{dots}" fill="{hue}"/>'
