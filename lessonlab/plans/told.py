"""Whatever else the server told of a step: for who opens it."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from lessonlab.plans.step_notes import SPEAK, speak, tame
from lessonlab.show.shorten import shorten_inside
from lessonlab.varying import mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lessonlab.plans.columns import PlanLine
    from lessonlab.plans.tree import Node

TITLES = frozenset(  # what the picture says elsewhere, in other words
    {
        *("Node Type", "Parent Relationship", "Parallel Aware", "Async Capable", "Join Type", "Strategy"),
        *("Partial Mode", "Operation", "Command", "Scan Direction", "Relation Name", "Index Name", "Alias"),
        *("Schema", "CTE Name", "Function Name", "Subplan Name", "Actual Rows", "Actual Loops", "Plan Rows"),
        *("Actual Startup Time", "Actual Total Time", "Startup Cost", "Total Cost", "Plan Width", "Workers"),
        *("Heap Fetches", "Workers Planned", "Workers Launched", "WAL Records", "WAL FPI", "WAL Bytes"),
        *("Sort Method", "Sort Space Used", "Sort Space Type", "Conflict Resolution", "Disabled"),
    }
)
STEADY = frozenset({"Single Copy", "Inner Unique", "Conflict Arbiter Indexes", "Output"})
PAGES: Mapping[str, str] = MappingProxyType(
    {
        "Shared Hit Blocks": "in the cache",
        "Shared Read Blocks": "read",
        "Shared Dirtied Blocks": "dirtied",
        "Temp Written Blocks": "written for the time being",
    }
)


def told(node: Node, line: PlanLine, most: int) -> Iterator[str]:
    """Yield what *node* is for and what happened in it, line after line, each in *most* characters."""
    for condition in node.conditions:
        role = "" if SPEAK.get(condition.role) else f"{condition.role.lower()}: "
        yield role + speak(condition, most).removeprefix(role)
    if node.index and node.relation:
        yield f"index {tame(node.index)} on {tame(node.relation)}"
    if node.loops is not None and node.loops != 1:
        processes = f" in {node.processes} processes" if node.parallel else ""
        loops = "never run" if node.never_executed else f"run {node.loops:,} times{processes}"
        yield mark(loops) if node.parallel else loops
    if node.pages_total and node.children:
        total = f"{line.pages.strip()} with all below"
        yield mark(total) if line.pages_vary else total
    yield from effort(node)
    yield from rest(node, most)


def effort(node: Node) -> Iterator[str]:
    """Yield how a step sorted and hashed, and where its pages came from: how much is chance."""
    if node.sort_method:
        place = f"{node.disk_kb:,} kB on disk" if node.disk_kb else f"{node.memory_kb or 0:,} kB of memory"
        yield mark(f"{node.sort_method}, {place}")
    elif node.memory_kb:
        yield mark(f"{node.memory_kb:,} kB of memory")
    counts = ((node.details.get(key), word) for key, word in PAGES.items())
    pages = [f"{number:,} {word}" for number, word in counts if isinstance(number, int) and number]
    if pages:
        yield f"pages with all below: {mark(', '.join(pages))}"


def rest(node: Node, most: int) -> Iterator[str]:
    """Yield the keys that nobody expected, as they came; their values are taken to vary."""
    roles = {condition.role for condition in node.conditions}
    for key, value in node.details.items():
        blocks = key.endswith((" Blocks", " Time")) or key.startswith("Rows Removed")
        if key in TITLES or key in roles or blocks or not value:
            continue
        said = shorten_inside(tame(flat(value)), most)
        yield f"{tame(key).lower()}: {said if key in STEADY else mark(said)}"


def flat(value: object) -> str:
    """
    Return *value* of EXPLAIN's JSON in a line.

    >>> flat({"Group Count": 1200, "Sort Methods Used": ["quicksort", "top-N heapsort"]})
    'group count 1,200, sort methods used quicksort, top-N heapsort'
    """
    if isinstance(value, dict):
        return ", ".join(f"{str(key).lower()} {flat(one)}" for key, one in value.items())
    if isinstance(value, list):
        return ", ".join(map(flat, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:,}" if isinstance(value, int) else str(value)
