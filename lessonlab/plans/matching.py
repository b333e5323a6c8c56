"""Two plans node by node: which step of the one is which of the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lessonlab.plans.tree import describe

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lessonlab.plans.tree import Node

EQUAL, SAME_TABLE, SAME_WORK = 4, 3, 2
WORK = {
    "join": ("Nested Loop", "Hash Join", "Merge Join", "Left Join", "Right Join", "Semi Join", "Anti Join"),
    "order": ("Sort", "Incremental Sort"),
    "group": ("Aggregate", "HashAggregate", "GroupAggregate", "MixedAggregate", "Group", "Unique"),
    "gather": ("Gather", "Gather Merge"),
    "append": ("Append", "Merge Append"),
}


@dataclass(frozen=True, slots=True)
class Match:
    """A step before and the one that does its work after; `None` where only one plan has it."""

    before: Node | None
    after: Node | None

    @property
    def same(self) -> bool:
        """Whether the step is there in both, on the same index and with the same conditions."""
        return (
            self.before is not None
            and self.after is not None
            and describe(self.before) == describe(self.after)
        )


def match(before: Sequence[Node], after: Sequence[Node]) -> tuple[Match, ...]:
    """
    Return the nodes of two plans in pairs, in the order of both drawings.

    Of all ways to line them up the one wins in which most nodes meet their like: an equal node, another way
    into the same table, another way to do the same work.

    >>> from lessonlab.plans.tree import Node
    >>> top, old, new = Node("Aggregate"), Node("Seq Scan", relation="t"), Node("Index Scan", relation="t")
    >>> [(p.before and p.before.kind, p.after.kind) for p in match([top, old], [top, Node("Sort"), new])]
    [('Aggregate', 'Aggregate'), (None, 'Sort'), ('Seq Scan', 'Index Scan')]
    """
    best = scores(before, after)
    return tuple(trace(before, after, best))


def scores(before: Sequence[Node], after: Sequence[Node]) -> list[list[int]]:
    """Return how well the nodes from each place on can be lined up."""
    best = [[0] * (len(after) + 1) for _ in range(len(before) + 1)]
    for i in reversed(range(len(before))):
        for j in reversed(range(len(after))):
            together = likeness(before[i], after[j])
            best[i][j] = max(best[i + 1][j], best[i][j + 1], together + best[i + 1][j + 1] if together else 0)
    return best


def trace(before: Sequence[Node], after: Sequence[Node], best: list[list[int]]) -> Iterator[Match]:
    """Yield the pairs that *best* found."""
    i = j = 0
    while i < len(before) and j < len(after):
        together = likeness(before[i], after[j])
        if together and best[i][j] == together + best[i + 1][j + 1]:
            yield Match(before[i], after[j])
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            yield Match(before[i], None)
            i += 1
        else:
            yield Match(None, after[j])
            j += 1
    yield from (Match(node, None) for node in before[i:])
    yield from (Match(None, node) for node in after[j:])


def likeness(one: Node, other: Node) -> int:
    """Return how much the work of two nodes is the same, 0 if it is not."""
    if describe(one) == describe(other):
        return EQUAL
    if one.relation and one.relation == other.relation and one.alias == other.alias:
        return SAME_TABLE
    if one.relation or other.relation or work(one) != work(other):
        return 0
    return SAME_WORK


def work(node: Node) -> str:
    """
    Return what kind of work *node* does, whichever way.

    >>> from lessonlab.plans.tree import Node
    >>> work(Node("Partial HashAggregate")), work(Node("Nested Loop Left Join")), work(Node("Limit"))
    ('group', 'join', 'Limit')
    """
    bare = node.kind.removeprefix("Parallel ").removeprefix("Partial ").removeprefix("Finalize ")
    return next((name for name, kinds in WORK.items() if bare in kinds or bare.endswith(kinds)), bare)
