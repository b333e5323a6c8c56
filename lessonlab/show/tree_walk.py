"""A walk down a B-tree: the pages that are read on the way to a key, and what stands on them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

BELOW_ALL = "−∞"  # the first entry of an inner page has no key
ROOT, LEAF = "root", "leaf"


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a page: its key as one writes it, its rows, and whether the walk takes it."""

    key: str
    rows: int = 1
    taken: bool = False


@dataclass(frozen=True, slots=True)
class TreePage:
    """A page that was read; the walk takes one entry of an inner page, and all that match on a leaf."""

    block: int
    level: int
    entries: tuple[Entry, ...]

    @property
    def taken(self) -> tuple[int, ...]:
        """Return where the entries stand that the walk takes."""
        return tuple(i for i, entry in enumerate(self.entries) if entry.taken)

    @property
    def rows(self) -> int:
        """Return the rows that the taken entries stand for."""
        return sum(entry.rows for entry in self.entries if entry.taken)

    def around(self, beside: int = 1) -> tuple[int, int]:
        """
        Return from where to where entries are shown: at most two that are taken, and *beside* of them.

        >>> TreePage(1, 0, tuple(Entry(str(n), taken=n == 5) for n in range(9))).around()
        (4, 7)
        """
        taken = self.taken or (0,)
        first, last = taken[0], min(taken[-1], taken[0] + 1)
        return max(0, first - beside), min(len(self.entries), last + beside + 1)


@dataclass(frozen=True, slots=True)
class Walk:
    """
    A walk down to the rows of a key: which pages of how many were read.

    *levels* are the pages of each level, the root first; where the role may not look into pages it is empty,
    *pages* too, and *counted* is what EXPLAIN counted: how many pages, and how many rows.
    """

    index: str
    column: str
    key: str
    whole: int
    levels: tuple[int, ...] = ()
    pages: tuple[TreePage, ...] = ()
    counted: tuple[int, int] = (0, 0)

    @property
    def read(self) -> int:
        """Return how many pages were read."""
        return len(self.pages) or self.counted[0]

    @property
    def rows(self) -> int:
        """Return how many rows the key leads to."""
        return sum(page.rows for page in self.pages if not page.level) if self.pages else self.counted[1]

    def on(self, level: int) -> Sequence[TreePage]:
        """Return the pages that were read on *level*, 0 for the leaves."""
        return [page for page in self.pages if page.level == level]

    def name(self, level: int) -> str:
        """
        Return what a level is called.

        >>> Walk("i", "id", "7", 9, levels=(1, 2, 5)).name(1)
        'level 1'
        """
        top = len(self.levels) - 1
        return (
            (ROOT if level == top else f"level {level}") if level else LEAF if top else f"{ROOT} and {LEAF}"
        )
