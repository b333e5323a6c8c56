"""The versions of one row on the pages of its table, and how they lead to each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

UNUSED, NORMAL, REDIRECT, DEAD = range(4)  # what a place is, as the page says it


@dataclass(frozen=True, slots=True)
class HeapPlace:
    """One place of a page: a version of a row, a pointer to another place, or room that is free again."""

    page: int
    place: int
    flags: int
    leads: int = 0
    made: str | None = None
    ended: str | None = None
    next_page: int | None = None
    next_place: int | None = None
    hot_updated: bool | None = None
    heap_only: bool | None = None

    def leads_to(self, later: HeapPlace) -> bool:
        """
        Say whether this is the version before *later*, or a pointer to it.

        >>> HeapPlace(0, 1, 1, 0, "7", "8", 0, 2).leads_to(HeapPlace(0, 2, 1, 0, "8"))
        True
        """
        if self is later:
            return False
        if self.flags == REDIRECT:
            return (self.page, self.leads) == (later.page, later.place)
        there = (self.next_page, self.next_place) == (later.page, later.place)
        return self.flags == NORMAL and there and self.ended is not None and self.ended == later.made


@dataclass(frozen=True, slots=True)
class RowVersions:
    """
    The *chain* of places that a row has, the oldest first and the one that is seen last.

    *places* are all those of the chain's pages.  A role that may not look into pages knows *page* and *place*
    only, and what is *counted*: the updates of the table, and how many were HOT.
    """

    table: str
    key: str
    page: int
    place: int
    places: tuple[HeapPlace, ...] = ()
    chain: tuple[HeapPlace, ...] = ()
    counted: tuple[int, int] = (0, 0)

    @property
    def pages(self) -> Sequence[int]:
        """Return the pages of the chain."""
        return sorted({place.page for place in self.chain})

    def transaction(self, number: str | None) -> str:
        """Return a transaction by its turn, T1 for the first: its number is another on every server."""
        every = [xid for one in self.chain for xid in (one.made, one.ended) if xid]
        return f"T{list(dict.fromkeys(every)).index(number) + 1}" if number in every else ""

    def story(self, one: HeapPlace) -> list[str]:
        """Return what one place of the chain is, in a few short parts."""
        if one.flags == REDIRECT:
            return ["a pointer, no row", f"leads to place {one.leads}"]
        ended = f", ended by {self.transaction(one.ended)}" if one.ended else ""
        parts = [f"made by {self.transaction(one.made)}{ended}"]
        if one.ended and one is not self.chain[-1]:
            same = one.next_page == one.page
            parts.append(f"leads to {'' if same else f'page {one.next_page}, '}place {one.next_place}")
        else:
            parts.append("the one that is seen")
        if one.hot_updated:
            parts.append("HOT: no index heard of it")
        if one.heap_only:
            parts.append("no index leads here")
        elif one is not self.chain[0]:
            parts.append("index entries of its own")
        return parts
