"""
Which node touched how many pages, and took how much time.

EXPLAIN counts a node's pages and time with those of all below it.  What is below is not always what ran
inside: a CTE or an InitPlan hangs under one node and runs when another first asks for its result.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

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


def own(root: Raw, totals: Mapping[int, float]) -> dict[int, float]:
    """
    Return what of *totals* each node used itself, all by `id`; together they are the root's total.

    >>> leaf = {"Parent Relationship": "Outer"}
    >>> root = {"Plans": [leaf]}
    >>> list(own(root, {id(root): 5, id(leaf): 4}).values())
    [1, 4]
    """
    found = {id(raw): totals[id(raw)] - below(raw, totals) for raw in walk(root)}
    for raw in walk(root):
        for child in children(raw):
            if runs_elsewhere(child):
                charge(found, totals[id(child)], raw, child)
    return found


def below(raw: Raw, totals: Mapping[int, float]) -> float:
    """Return what the children that run inside *raw* used of *totals*."""
    return sum(totals[id(child)] for child in children(raw) if not runs_elsewhere(child))


def charge(found: dict[int, float], left: float, parent: Raw, plan: Raw) -> None:
    """Take the *left* that *plan* used from the nodes that asked for its result, then from *parent*."""
    for asker in [*askers(parent, plan), parent]:
        taken = min(left, max(found[id(asker)], 0))
        found[id(asker)] -= taken
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
