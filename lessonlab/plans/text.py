"""A plan as text: what each step does, with rows, pages and time in columns."""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lessonlab.measure import mark, significant
from lessonlab.plans.columns import Line, align

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lessonlab.plans.tree import Condition, Node, Plan, Trigger

SPEAK = {
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
TOGETHER = ("Parallel Seq Scan", "Partial Aggregate")
REPEATS_ITS_INDEX = "Recheck Cond"


@dataclass(frozen=True, slots=True)
class Room:
    """
    How many columns a node's label may take, the name in it at least, and a line of details.

    In a *narrow* one what varies in length has a line to itself.
    """

    label: int = 62  # leaves room for the figures
    name: int = 24
    line: int = 100
    narrow: bool = False


def draw(plan: Plan) -> str:
    """
    Return *plan* as a tree with rows, pages and time; those of a line include what is below it.

    Only what varies from run to run is marked: times, estimates, and counts that depend on how many parallel
    workers there were or that writing changes.
    """
    return "\n".join([*align(lines(plan, Room())), *(fired(trigger) for trigger in plan.triggers)])


def lines(plan: Plan, room: Room) -> list[Line]:
    """Return a line for each node of *plan*, depth first."""
    writes = any(node.writes for node in plan.nodes)
    return list(branch(plan.root, "", "", room, analyzed=plan.analyzed, unsteady=writes))


def pages_vary(plan: Plan) -> bool:
    """Say whether another run of *plan* may touch other pages in all."""
    return lines(plan, Room())[0].pages_vary


def branch(
    node: Node,
    before: str,
    under: str,
    room: Room,
    *,
    analyzed: bool,
    unsteady: bool,
    limited: bool = False,
) -> Iterator[Line]:
    """Yield the line of *node*, which starts with *before*, and those below it, which start with *under*."""
    limited = limited or node.kind == "Limit"
    bar = under + ("│ " if node.children else "  ")
    yield Line(
        label=fit(before, node, room),
        rows=rows(node, analyzed=analyzed),
        pages="" if node.pages_total is None or node.never_executed else count(node.pages_total, "page"),
        ms="" if node.ms_total is None or node.never_executed else f"{significant(node.ms_total)} ms",
        rows_vary=not analyzed or not steady_rows(node),
        pages_vary=unsteady or not steady_pages(node, limited=limited),
        details=tuple(details(node, bar, room)),
        bar=bar,
    )
    for child in node.children:
        last = child is node.children[-1]
        yield from branch(
            child,
            under + ("└─ " if last else "├─ "),
            under + ("   " if last else "│  "),
            room,
            analyzed=analyzed,
            unsteady=unsteady,
            limited=limited,
        )


def fit(before: str, node: Node, room: Room) -> str:
    """Return the label of *node*, with the middle of a long name left out."""
    start = before + (f"{node.subplan}: " if node.subplan else "") + node.kind
    name = node.name or ""
    if node.alias and node.alias not in (node.relation, node.source, name):
        name = f"{name} {node.alias}"
    return f"{start}  {shorten(name, max(room.label - len(start), room.name))}".rstrip()


def shorten(name: str, most: int) -> str:
    """
    Return *name* in at most *most* characters, the middle left out.

    >>> shorten("lesson_progress_user_id_course_id_lesson_id_key", 30)
    'lesson_progress_user_…n_id_key'
    """
    if len(name) <= most:
        return name
    end = (most - 1) * 3 // 10
    return f"{name[: most - 1 - end]}…{name[-end:]}"


def rows(node: Node, *, analyzed: bool) -> str:
    """Return how many rows *node* gave, or would give."""
    if not analyzed:
        return f"about {count(node.rows_estimated, 'row')}"
    if node.never_executed:
        return "never executed"
    if node.rows_actual is None or (node.writes and not node.rows_actual):
        return ""
    return count(node.rows_actual, "row") if node.rows_exact else f"about {count(node.rows_actual, 'row')}"


def steady_rows(node: Node) -> bool:
    """Say whether another run gives the same rows, whatever workers it finds."""
    return not node.parallel and node.steady


def steady_pages(node: Node, *, limited: bool) -> bool:
    """
    Say whether another run touches the same pages.

    Workers that share one Seq Scan do, unless a Limit stops them somewhere; each other one also reads what
    its siblings do, and a new process looks up operators.
    """
    parallel = [below for below in node.walk() if below.parallel]
    return not parallel or (not limited and all(below.kind in TOGETHER for below in parallel))


def count(number: int, unit: str) -> str:
    """
    Return *number* of *unit*, with room for the plural so that units stand under each other.

    >>> count(1, "row"), count(17242, "page")
    ('1 row ', '17,242 pages')
    """
    return f"{number:,} {unit}{' ' if number == 1 else 's'}"


def details(node: Node, bar: str, room: Room) -> Iterator[str]:
    """Yield the lines under a node: its conditions, and on the last of them what is worth knowing."""
    texts = [speak(one) for one in node.conditions if shown(one, node)]
    known = "    ".join(facts(node))
    alone = room.narrow and "⟨" in known
    if known and texts and not alone and steady_width(bar + texts[-1] + known) + 4 <= room.line:
        texts[-1] += f"    {known}"
    elif known:
        texts.append(known)
    for text in texts:
        yield from (
            textwrap.wrap(text, room.line, initial_indent=bar, subsequent_indent=f"{bar}  ")
            if steady_width(bar + text) > room.line
            else [bar + text]
        )


def shown(condition: Condition, node: Node) -> bool:
    """Say whether *condition* is news: a bitmap's is repeated by the index scans below it."""
    return condition.role != REPEATS_ITS_INDEX or not node.children


def speak(condition: Condition) -> str:
    """Return *condition* with a word for its role where the role is not plain."""
    return SPEAK.get(condition.role, f"{condition.role.lower()}: ") + condition.text


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
        yield varying(f"{node.heap_fetches:,} {noun}", varies=shared)
    if (node.index_searches or 0) > max(loops, 1):
        yield varying(f"{node.index_searches:,} index searches", varies=shared)
    if node.spilled and shared:
        return  # how much one process sorted is chance
    if node.disk_kb:
        yield f"{node.disk_kb:,} kB on disk"
    elif node.spilled:
        yield f"in {node.batches:,} batches on disk"


def varying(text: str, *, varies: bool) -> str:
    """Return *text*, marked if it *varies* from run to run."""
    return mark(text) if varies else text


def steady_width(text: str) -> int:
    """
    Return how long *text* is without what varies, so that no line breaks in another place next time.

    >>> steady_width("a ⟨123⟩") == steady_width("a ⟨5⟩")
    True
    """
    return len(re.sub("⟨[^⟩]*⟩", "⟨⟩", text))


def fired(trigger: Trigger) -> str:
    """Return the line of a trigger that fired."""
    where = f" on {trigger.relation}" if trigger.relation else ""
    took = "" if trigger.ms is None else f"   {mark(f'{significant(trigger.ms)} ms')}"
    return f"trigger {trigger.name}{where}: {count(trigger.calls, 'call').strip()}{took}"
