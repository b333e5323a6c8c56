"""What there is to know of a step: its conditions, and what happened while it ran."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from lessonlab.plans.unfinished import WHOLE, Unfinished
from lessonlab.show.shorten import shorten_inside
from lessonlab.varying import mark, significant

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lessonlab.plans.tree import Condition, Node, Tree, Trigger

SPEAK: Mapping[str, str] = MappingProxyType(
    {
        "Index Cond": "",
        "Hash Cond": "",
        "Merge Cond": "",
        "TID Cond": "",
        "Sort Key": "by ",
        "Group Key": "by ",
        "Cache Key": "by ",
        "Presorted Key": "already sorted by ",
        "Order By": "nearest first: ",
        "Filter": "filter ",
        "Join Filter": "join filter ",
    }
)
RECORD = "record"
OFF = 10.0  # times more or fewer rows than expected, from which on an estimate is called off
TURNS = "\u200e\u200f\u2028-\u202e\u2066-\u2069"  # change the direction of what follows, or end the line
CONTROLS = re.compile(rf"[\x00-\x1f\x7f-\x9f{TURNS}]")
BESIDE = MappingProxyType({"⟨": "‹", "⟩": "›"})  # our marks must stay ours


def tame(text: str) -> str:
    """
    Return *text*, which somebody else chose, on one line and from left to right, with none of our marks.

    >>> tame("a\\nb⟩"), tame("naïve תוחפ")
    ('a·b›', 'naïve תוחפ')
    """
    return CONTROLS.sub("·", text).translate({ord(old): new for old, new in BESIDE.items()})


def speak(condition: Condition, most: int = 400) -> str:
    """Return *condition* with a word for its role where the role is not plain."""
    return SPEAK.get(condition.role, f"{condition.role.lower()}: ") + shorten_inside(
        tame(condition.text), most
    )


def count(number: int, unit: str) -> str:
    """
    Return *number* of *unit*, with room for the plural so that units stand under each other.

    >>> count(1, "row"), count(17242, "page")
    ('1 row ', '17,242 pages')
    """
    return f"{number:,} {unit}{' ' if number == 1 else 's'}"


def varying(text: str, *, varies: bool) -> str:
    """Return *text*, marked if it *varies* from run to run."""
    return mark(text) if varies else text


def facts(node: Node) -> Iterator[str]:
    """Yield what else there is to know of a node that ran."""
    loops, shared = node.loops or 0, node.parallel
    if node.workers_launched is not None:
        yield mark(f"{node.workers_launched} of {node.workers_planned} workers")
    if loops > node.processes:
        yield varying(f"run {loops:,} times", varies=shared)
    if node.rows_removed:
        about = "about " if loops > 1 else ""
        text = f"{about}{count(node.rows_removed, 'row').strip()} read and thrown away"
        yield varying(text, varies=shared)
    if node.heap_fetches is not None and loops:
        noun = "heap fetch" if node.heap_fetches == 1 else "heap fetches"
        yield varying(f"{node.heap_fetches:,} {noun}", varies=shared or node.heap_fetches > 0)
    if (node.index_searches or 0) > max(loops, 1):
        yield varying(f"{node.index_searches:,} index searches", varies=shared)
    if node.spilled and shared:
        return  # how much one process sorted is chance
    if node.disk_kb:
        yield f"{node.disk_kb:,} kB on disk"
    elif node.spilled:
        yield f"in {node.batches:,} batches on disk"


def estimate(node: Node, state: Unfinished = WHOLE) -> str:
    """
    Return how the planner's estimate compares with what came, if it is off by `OFF` or more.

    Of what came in *state*, only what it shows all the same is told.

    >>> from lessonlab.plans.tree import Node
    >>> many, few = (Node("Seq Scan", loops=1, rows_estimated=10, rows_actual=rows) for rows in (5000, 0))
    >>> estimate(many), estimate(few), estimate(few, Unfinished(fewer=True))
    ('expected 10 rows, 500 × too few', 'expected 10 rows, 10 × too many', '')
    >>> estimate(Node("Seq Scan", loops=1, rows_estimated=10, rows_actual=11))
    ''
    """
    off = node.off_by
    if off is None or 1 / OFF < off < OFF or (state.again if off > 1 else state.fewer):
        return ""
    expected = count(node.rows_estimated, "row").strip()
    factor, way = (off, "few") if off > 1 else (1 / off, "many")
    return f"expected {expected}, {significant(factor)} × too {way}"


def fired(trigger: Trigger) -> str:
    """Return the line of a trigger that fired."""
    where = f" on {tame(trigger.relation)}" if trigger.relation else ""
    took = "" if trigger.ms is None else f"   {mark(f'{significant(trigger.ms)} ms')}"
    return f"trigger {tame(trigger.name)}{where}: {count(trigger.calls, 'call').strip()}{took}"


def around(plan: Tree) -> Iterator[str]:
    """Yield what was asked for beside the tree: settings, write-ahead log, what sending the rows takes."""
    if plan.settings:
        named = (f"{tame(name)} = {tame(value)}" for name, value in plan.settings.items())
        yield f"settings: {', '.join(named)}"
    root = plan.root.details
    if "WAL Records" in root:
        records, size = int(str(root["WAL Records"])), int(str(root.get("WAL Bytes", 0)))
        yield f"write-ahead log: {mark(f'{count(records, RECORD).strip()}, {size:,} bytes')}"
    planning = plan.details.get("Planning")
    if isinstance(planning, dict) and "Memory Used" in planning:
        memory = f"{planning['Memory Used']:,} kB"
        yield f"memory for planning: {mark(memory)}"
    sent = plan.details.get("Serialization")
    if isinstance(sent, dict) and "Output Volume" in sent:
        volume = f"{sent['Output Volume']:,} kB"
        yield f"sent to the client: {mark(volume)}"
