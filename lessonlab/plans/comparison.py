"""Two plans of one question, before and after a change, and what the change was worth."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lessonlab.plans.matching import Match, match
from lessonlab.varying import Varying

if TYPE_CHECKING:
    from lessonlab.plans.tree import Tree


@dataclass(frozen=True, slots=True, repr=False)
class BeforeAfter:
    """
    A statement's plan *before* and *after* a change; a `Comparison` is one that shows itself.

    *names* say what the two are, *notes* what else the change took away.  *before_ms* and *after_ms* are the
    medians of the times that the server took to run the statement, in turn and warm; the time on the way to
    it and back is in neither.
    """

    before: Tree
    after: Tree
    names: tuple[str, str]
    before_ms: float
    after_ms: float
    runs: int = 1
    notes: tuple[str, ...] = ()

    @property
    def same(self) -> bool:
        """Whether the server goes about it in the same way: same nodes, indexes and conditions."""
        return self.before.shape == self.after.shape

    @property
    def pairs(self) -> tuple[Match, ...]:
        """The nodes of both plans, matched, in the order of the drawing."""
        return match(self.before.nodes, self.after.nodes)

    @property
    def moved(self) -> tuple[Match, ...]:
        """The pairs that differ, or stand in one plan only."""
        return tuple(pair for pair in self.pairs if not pair.same)

    @property
    def pages(self) -> tuple[int, int]:
        """The pages before and after."""
        return self.before.pages or 0, self.after.pages or 0

    @property
    def rows(self) -> tuple[int, int]:
        """The rows that came back before and after."""
        return self.before.rows or 0, self.after.rows or 0

    @property
    def pages_ratio(self) -> float:
        """How many times the pages the statement touches after the change; 1.0 where both touch none."""
        before, after = self.pages
        return max(after, 1) / max(before, 1) if before != after else 1.0

    @property
    def times_ratio(self) -> Varying:
        """How many times the time the statement takes after the change."""
        return Varying(self.after_ms / self.before_ms, "×")

    @property
    def times(self) -> tuple[Varying, Varying]:
        """The median times before and after."""
        return Varying(self.before_ms, "ms"), Varying(self.after_ms, "ms")
