"""
Which node touched how many pages.

EXPLAIN counts a node's pages with those of all below it.  What is below is not always what ran inside: a CTE
or an InitPlan hangs under one node and runs when another first asks for its result.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

Raw = dict[str, Any]


def counted(raw: Raw) -> int | None:
    """
    Return the shared pages of *raw* and all below it, `None` where nothing was counted.

    >>> counted({"Shared Hit Blocks": 3, "Shared Read Blocks": 2}), counted({})
    (5, None)
    """
    if "Shared Hit Blocks" not in raw:
        return None
    return int(raw["Shared Hit Blocks"]) + int(raw.get("Shared Read Blocks", 0))


def own_pages(root: Raw) -> dict[int, int]:
    """
    Return each node's own pages by `id`; together they are the root's total.

    >>> leaf = {"Shared Hit Blocks": 4, "Parent Relationship": "Outer"}
    >>> list(own_pages({"Shared Hit Blocks": 5, "Plans": [leaf]}).values())
    [1, 4]
    """
    own = {id(raw): (counted(raw) or 0) - below(raw) for raw in walk(root)}
    for raw in walk(root):
        for child in children(raw):
            if runs_elsewhere(child):
                charge(own, raw, child)
    return own


def below(raw: Raw) -> int:
    """Return the pages of the children that run inside *raw*."""
    return sum(counted(child) or 0 for child in children(raw) if not runs_elsewhere(child))


def charge(own: dict[int, int], parent: Raw, plan: Raw) -> None:
    """Take the pages of *plan* from the nodes that asked for its result, then from *parent*."""
    left = counted(plan) or 0
    for asker in [*askers(parent, plan), parent]:
        taken = min(left, max(own[id(asker)], 0))
        own[id(asker)] -= taken
        left -= taken


def askers(parent: Raw, plan: Raw) -> Iterator[Raw]:
    """Yield the nodes around *plan* that ask for its result: scan the CTE, or use the value."""
    name = str(plan.get("Subplan Name", ""))
    kind, _, rest = name.partition(" ")
    inside = {id(raw) for raw in walk(plan)}
    for raw in walk(parent):
        scans = kind == "CTE" and raw.get("Node Type") == "CTE Scan" and raw.get("CTE Name") == rest
        uses = kind == "InitPlan" and mentions(raw, name)
        if (scans or uses) and id(raw) not in inside:
            yield raw


def mentions(raw: Raw, name: str) -> bool:
    """
    Say whether *raw* uses the result of the InitPlan *name*: `$1` in 15 and 16, `(InitPlan 2).col1` since.

    >>> mentions({"Filter": "(n > $1)"}, "InitPlan 2 (returns $1)")
    True
    >>> mentions({"Filter": "(n > (InitPlan 2).col1)"}, "InitPlan 2")
    True
    """
    label, _, returns = name.partition(" (returns ")
    marks = [f"({label})"] + [
        mark.strip() + end for mark in returns.rstrip(")").split(",") if mark for end in ")], "
    ]
    texts = [f"{part} " for value in raw.values() for part in strings(value)]
    return any(mark in text for mark in marks for text in texts)


def strings(value: object) -> Iterator[str]:
    """Yield *value* if it is text, or the texts in it if it is a list."""
    for part in value if isinstance(value, list) else [value]:
        if isinstance(part, str):
            yield part


def children(raw: Raw) -> list[Raw]:
    """Return the nodes right below *raw*."""
    plans: list[Raw] = raw.get("Plans", [])
    return plans


def runs_elsewhere(raw: Raw) -> bool:
    """Say whether *raw* is a CTE or an InitPlan, which run when somebody first asks."""
    return raw.get("Parent Relationship") == "InitPlan"


def walk(raw: Raw) -> Iterator[Raw]:
    """Yield *raw* and all below it, depth first."""
    yield raw
    for child in children(raw):
        yield from walk(child)
