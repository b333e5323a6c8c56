"""A walk down a B-tree as a drawing and in words: a box for each page read, an arrow for each step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lessonlab.show.shorten import shorten_inside
from lessonlab.show.svg import CORNER, HEAD, INK, KEY, LETTER, LINE, ON_HEAD, WIDE, document, fold, text
from lessonlab.show.widths import width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lessonlab.show.tree_walk import TreePage, Walk

MARGIN, TITLE, HIGH, STEP = 12, 22, 28, 24
LEAVES = 3  # of many: more are counted
PAD, GHOST, GHOSTS = 9, 13, 6
NAME = 60  # characters of an index
MAY_NOT = "this role may not look into pages: EXPLAIN counted those that a look-up reads"
MORE = "…"


def words(walk: Walk) -> Iterator[str]:
    """Yield the lines of the drawing's twin in words."""
    yield title(walk)
    for page in told(walk):
        yield page if isinstance(page, str) else f"{said(walk, page)}: {' | '.join(shown(page))}"
    yield summary(walk)
    if not walk.pages:
        yield MAY_NOT


def told(walk: Walk) -> Iterator[TreePage | str]:
    """Yield the pages that were read from the root down; of many leaves some, and how many more."""
    leaves = walk.on(0)
    yield from walk.pages[: len(walk.pages) - len(leaves)]
    left_out = len(leaves) - LEAVES
    yield from leaves[: LEAVES - 1] if left_out > 0 else leaves
    if left_out > 0:
        yield f"{MORE} {left_out:,} more {'leaf' if left_out == 1 else 'leaves'} {MORE}"
        yield leaves[-1]


def title(walk: Walk) -> str:
    """Return which index is walked, and to what."""
    key = f"{walk.key[:8]}{MORE}" if len(walk.key) == 36 else walk.key  # noqa: PLR2004 - a uuid's length
    return f"{shorten_inside(walk.index, NAME)}: the way to {walk.column} = {key}"


def said(walk: Walk, page: TreePage) -> str:
    """Return a page in words: its level, its number, how many there are of its kind, how much it holds."""
    every = walk.levels[len(walk.levels) - 1 - page.level]
    of = "the only one" if every == 1 else f"one of {every:,}"
    taken = "" if page.level else f", {len(page.taken)} of the key"
    return f"{walk.name(page.level)}, page {page.block:,}, {of}, {len(page.entries):,} entries{taken}"


def shown(page: TreePage) -> list[str]:
    """Return the keys that are shown of a page, those taken in brackets, and dots for the others."""
    first, last = page.around()
    cells = [f"[{entry.key}]" if entry.taken else entry.key for entry in page.entries[first:last]]
    return [*[MORE] * (first > 0), *cells, *[MORE] * (last < len(page.entries))]


def summary(walk: Walk) -> str:
    """Return how much was read of how much, and what for."""
    rows = f"{walk.rows:,} row{'' if walk.rows == 1 else 's'}"
    return f"{walk.read} of {walk.whole:,} pages read, to the places of {rows}"


def draw_walk(walk: Walk) -> str:
    """Return *walk* as SVG: the root on top, the leaves at the bottom, beside each page its kind unread."""
    parts: list[str] = []
    y = spoken(parts, title(walk), float(MARGIN), "bold") + 8
    widest, came = 2.0 * MARGIN + 240, 0.0
    for page in told(walk):
        top = y
        y = spoken(parts, page if isinstance(page, str) else said(walk, page), y, aside=came)
        if isinstance(page, str):
            continue
        parts += [arrow(came, top - STEP, y)] if came else []
        cells, right, middle = boxes(page, y)
        every = walk.levels[len(walk.levels) - 1 - page.level]
        parts += [*cells, *ghosts(right, y, min(every - 1, GHOSTS))]
        widest = max(widest, right + GHOST * GHOSTS + MARGIN)
        came = middle if page.level else 0.0
        y += HIGH + STEP
    for number in range(0 if walk.pages else walk.read):
        parts += blank("root" if not number else "leaf" if number == walk.read - 1 else "inner page", y)
        y += HIGH + PAD
    for line in (summary(walk), *([] if walk.pages else [MAY_NOT])):
        y = spoken(parts, line, y, "bold")
    return document(max(widest, WIDE), y + MARGIN, parts)


def spoken(parts: list[str], words: str, y: float, weight: str = "normal", *, aside: float = 0.0) -> float:
    """Add *words* to *parts*, folded where they are long and *aside* of an arrow; return where they end."""
    x = max(float(MARGIN), aside + 14 if aside else 0.0)
    for line in fold(words, x + MARGIN):
        parts.append(text(x, y + TITLE / 2, line, f'fill="{INK}" font-weight="{weight}"'))
        y += TITLE
    return y


def boxes(page: TreePage, y: float) -> tuple[list[str], float, float]:
    """Return the cells of a page side by side, where they end, and the middle of the one that is taken."""
    x, parts, middle = float(MARGIN), [], float(MARGIN)
    for cell in shown(page):
        taken = cell.startswith("[")
        name = cell[1:-1] if taken else cell
        wide = width(name) * LETTER + 2 * PAD
        parts.append(
            f'<rect x="{x:.1f}" y="{y:.1f}" width="{wide:.1f}" height="{HIGH}"'
            f' fill="{HEAD if taken else "none"}" stroke="{KEY if taken else LINE}"'
            f' stroke-width="{2.4 if taken else 1}"/>'
        )
        ink = f'fill="{ON_HEAD}" font-weight="bold"' if taken else f'fill="{INK}"'
        parts.append(text(x + wide / 2, y + HIGH / 2, name, f'{ink} text-anchor="middle"'))
        if taken and middle == MARGIN:
            middle = x + wide / 2
        x += wide
    return parts, x, middle


def ghosts(x: float, y: float, many: int) -> Iterator[str]:
    """Yield thin boxes for pages of the same level that are not read."""
    for i in range(many):
        yield (
            f'<rect x="{x + 8 + GHOST * i:.1f}" y="{y + 5:.1f}" width="{GHOST - 5}" height="{HIGH - 10}"'
            f' fill="none" stroke="{LINE}" stroke-dasharray="2 2"/>'
        )


def arrow(x: float, start: float, end: float) -> str:
    """Return an arrow from the entry that is taken down to the page that it leads to."""
    to = max(float(MARGIN + PAD), x)
    head = f"M{to - 5:.1f} {end - 8:.1f}L{to:.1f} {end - 1:.1f}L{to + 5:.1f} {end - 8:.1f}"
    return f'<path d="M{x:.1f} {start:.1f}V{end - 2:.1f}{head}" fill="none" stroke="{KEY}" stroke-width="2"/>'


def blank(name: str, y: float) -> Iterator[str]:
    """Yield a page that was read, and whose entries this role does not see."""
    yield (
        f'<rect x="{MARGIN}" y="{y:.1f}" width="240" height="{HIGH}" rx="{CORNER}" fill="none"'
        f' stroke="{KEY}" stroke-width="2"/>'
    )
    yield text(MARGIN + 120, y + HIGH / 2, f"{name} ?", f'fill="{INK}" text-anchor="middle"')
