"""EXPLAIN's JSON → the frozen tree, the same from PostgreSQL 15 as from 18."""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from lessonlab.plans.conditions import simplify
from lessonlab.plans.counts import (
    Around,
    estimated,
    inside,
    removed,
    steady,
    total_rows,
    wall_ms,
    wall_times,
)
from lessonlab.plans.pages import children, counted, own, strings, walk
from lessonlab.plans.plan import Plan
from lessonlab.plans.tree import Condition, Node, Trigger

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lessonlab.plans.pages import Raw

AGGREGATES = {"Sorted": "Group", "Hashed": "Hash", "Mixed": "Mixed"}
ROLES = re.compile(r"( Cond|Filter| Key|Order By|Run Condition)$")
HAS_A_FIELD = frozenset({"Plan", "Planning Time", "Execution Time", "Triggers"})
RETURNS = re.compile(r"(InitPlan \d+) \(returns (.*)\)")
RESULT = re.compile(r"\$\d+\b")


def parse(document: Mapping[str, Any], names: Mapping[str, str] | None = None) -> Plan:
    """
    Return the plan in *document*, one element of what EXPLAIN (FORMAT JSON) returns.

    *names* maps values to the names of the parameters that they were given as.  Nodes and keys that we do not
    know are kept as they are.

    >>> parse({"Plan": {"Node Type": "Levitate", "Plan Rows": 3}}).root.kind
    'Levitate'
    """
    root: Raw = document["Plan"]
    reader = Reader(
        names or {},
        own(root, {id(raw): counted(raw) or 0 for raw in walk(root)}),
        own(root, dict(wall_times(root, Around()))),
        results(root),
    )
    return Plan(
        root=reader.node(root, Around()),
        planning_ms=document.get("Planning Time"),
        execution_ms=document.get("Execution Time"),
        triggers=tuple(trigger(raw) for raw in document.get("Triggers", [])),
        details=MappingProxyType({key: value for key, value in document.items() if key not in HAS_A_FIELD}),
    )


@dataclass(frozen=True, slots=True)
class Reader:
    """Turns raw nodes into frozen ones; knows what concerns the whole plan."""

    names: Mapping[str, str]
    own_pages: Mapping[int, float]
    own_ms: Mapping[int, float]
    results: Mapping[str, str]

    def node(self, raw: Raw, around: Around) -> Node:
        """Return *raw* and all below it."""
        loops = raw.get("Actual Loops")
        rows, exact = total_rows(raw, around)
        below = tuple(
            self.node(child, inside(raw, child, around, rows if exact else None)) for child in children(raw)
        )
        ms_total = wall_ms(raw, around)
        name = raw.get("Subplan Name")
        return Node(
            kind=kind(raw),
            relation=raw.get("Relation Name"),
            index=raw.get("Index Name"),
            alias=raw.get("Alias"),
            source=raw.get("CTE Name") or raw.get("Function Name") or raw.get("Alias"),
            subplan=name.partition(" (returns")[0] if name else None,
            conditions=tuple(self.conditions(raw)),
            rows_estimated=estimated(raw, around),
            rows_actual=rows,
            rows_exact=exact,
            rows_removed=removed(raw),
            loops=None if loops is None else int(loops),
            parallel=around.parallel,
            processes=around.processes,
            steady=steady(raw, around),
            pages=None if counted(raw) is None or loops is None else round(self.own_pages[id(raw)]),
            pages_total=None if loops is None else counted(raw),
            ms=None if ms_total is None else max(self.own_ms[id(raw)], 0.0),
            ms_total=ms_total,
            heap_fetches=raw.get("Heap Fetches"),
            index_searches=raw.get("Index Searches"),
            children=below,
            details=MappingProxyType({key: value for key, value in raw.items() if key != "Plans"}),
            **effort(raw),
        )

    def conditions(self, raw: Raw) -> Iterator[Condition]:
        """Yield what *raw* compares or orders by; results of InitPlans as PostgreSQL 17 and 18 write them."""
        for key, value in raw.items():
            texts = list(strings(value))
            if texts and ROLES.search(key):
                text = ", ".join(simplify(text, self.names) for text in texts)
                yield Condition(key, RESULT.sub(lambda found: self.results.get(found[0], found[0]), text))


def kind(raw: Raw) -> str:
    """
    Return what EXPLAIN's text calls the node *raw*.

    >>> kind({"Node Type": "Aggregate", "Strategy": "Hashed", "Partial Mode": "Partial"})
    'Partial HashAggregate'
    >>> [kind({"Node Type": name, "Join Type": "Left"}) for name in ("Nested Loop", "Hash Join")]
    ['Nested Loop Left Join', 'Hash Left Join']
    >>> kind({"Node Type": "Index Scan", "Scan Direction": "Backward", "Parallel Aware": True})
    'Parallel Index Scan Backward'
    """
    name = str(raw.get("Node Type", "Unknown"))
    join = raw.get("Join Type", "Inner")
    if name == "ModifyTable":
        name = raw.get("Operation", name)
    elif name == "Aggregate":
        name = AGGREGATES.get(raw.get("Strategy", ""), "") + name
        name = name if raw.get("Partial Mode", "Simple") == "Simple" else f"{raw['Partial Mode']} {name}"
    elif name == "SetOp":
        name = f"{AGGREGATES.get(raw.get('Strategy', ''), '')}SetOp {raw.get('Command', '')}".strip()
        name = name.removeprefix("Group")
    elif join != "Inner":
        name = f"{name.removesuffix(' Join')} {join} Join"
    name += " Backward" if raw.get("Scan Direction") == "Backward" else ""
    return f"Parallel {name}" if raw.get("Parallel Aware") else name


def effort(raw: Raw) -> dict[str, Any]:
    """Return what sorting, hashing and parallel work took, as `Node` names it."""
    on_disk = raw.get("Sort Space Type") == "Disk"
    used = raw.get("Sort Space Used", 0)
    return {
        "sort_method": raw.get("Sort Method"),
        "batches": raw.get("Hash Batches", raw.get("HashAgg Batches")),
        "memory_kb": raw.get("Peak Memory Usage", None if on_disk else raw.get("Sort Space Used")),
        "disk_kb": int(raw.get("Disk Usage", 0)) + (int(used) if on_disk else 0),
        "workers_planned": raw.get("Workers Planned"),
        "workers_launched": raw.get("Workers Launched"),
    }


def results(root: Raw) -> dict[str, str]:
    """
    Return how 17 and 18 write the results that 15 and 16 call `$0`, `$1`, …

    >>> results({"Subplan Name": "InitPlan 1 (returns $0)"})
    {'$0': '(InitPlan 1).col1'}
    """
    found = (RETURNS.match(str(raw.get("Subplan Name", ""))) for raw in walk(root))
    return {
        one: f"({match[1]}).col{place}"
        for match in found
        if match
        for place, one in enumerate(match[2].split(","), 1)
    }


def trigger(raw: Raw) -> Trigger:
    """Return a trigger that fired."""
    return Trigger(
        name=raw.get("Constraint Name") or raw.get("Trigger Name", "?"),
        relation=raw.get("Relation"),
        calls=int(raw.get("Calls", 0)),
        ms=raw.get("Time"),
    )
