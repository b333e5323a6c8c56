"""What a condition keeps on which pages of a table, and an order of coming to them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Order:
    """The pages of the rows in the order in which the node of a plan comes to them."""

    node: str
    index: str
    pages: tuple[int, ...]

    @property
    def turns(self) -> int:
        """Return how often the scan turns to another page, the first one too."""
        return sum(a != b for a, b in pairwise((-1, *self.pages)))

    @property
    def back(self) -> int:
        """
        Return how often it turns back, to an earlier page.

        >>> Order("Index Scan", "idx", (5, 2, 2, 9)).back
        1
        """
        return sum(a > b for a, b in pairwise(self.pages))

    @property
    def way(self) -> str:
        """
        Return in words how it goes through the table.

        >>> Order("Index Scan", "idx", (5, 2, 2, 9)).way, Order("Bitmap Heap Scan", "", (2, 5, 9)).way
        ('3 turns to a page, 1 of them back', 'each of 3 pages once, first to last')
        """
        if self.back:
            return f"{self.turns:,} turns to a page, {self.back:,} of them back"
        return f"each of {self.turns:,} pages once, first to last"

    def __str__(self) -> str:
        return f"{self.node} {self.index}".rstrip() + f": {self.way}"


@dataclass(frozen=True, slots=True)
class Matches:
    """What a *condition* keeps: how many rows on which of a table's pages."""

    condition: str
    rows_of: Mapping[int, int]

    @property
    def rows(self) -> int:
        """Return how many rows there are."""
        return sum(self.rows_of.values())

    @property
    def most(self) -> int:
        """Return how many stand on the page with the most."""
        return max(self.rows_of.values(), default=0)

    def title(self, pages: int) -> str:
        """
        Return what is found on how many of all *pages*.

        >>> Matches("score > 95", {3: 1, 7: 2}).title(20)
        'score > 95: 3 rows on 2 of 20 pages, at most 2 on one'
        """
        most = f", at most {self.most} on one" if self.rows_of else ""
        rows = f"{self.rows:,} row{'' if self.rows == 1 else 's'}"
        return f"{self.condition}: {rows} on {len(self.rows_of):,} of {pages:,} pages{most}"
