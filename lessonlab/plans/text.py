"""A plan as text: what each step does, with rows, pages and time in columns."""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lessonlab.measure import significant
from lessonlab.plans.columns import ASIDE, Line, align
from lessonlab.plans.facts import around, count, estimate, facts, fired, shorten, speak, tame

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lessonlab.plans.tree import Condition, Node, Plan

TOGETHER = ("Parallel Seq Scan", "Partial Aggregate")
BLOCKING = ("Sort", "Hash", "Aggregate")  # read all that there is before they give anything
MOMENT = re.compile(r"(\d{4}-\d\d-\d\d) (\d\d:\d\d)")
HELD = "\ue000"  # a private character, where no line may break
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
    return "\n".join([*align(lines(plan, Room())), *map(fired, plan.triggers), *around(plan)])


def lines(plan: Plan, room: Room) -> list[Line]:
    """Return a line for each node of *plan*, depth first."""
    writes = any(node.writes for node in plan.nodes)
    return list(branch(plan.root, "", "", room, analyzed=plan.analyzed, unsteady=writes))


def pages_vary(plan: Plan) -> bool:
    """Say whether another run of *plan* may touch other pages in all."""
    writes = any(node.writes for node in plan.nodes)
    return writes or not steady_pages(plan.root, limited=plan.root.kind == "Limit")


def branch(
    node: Node,
    before: str,
    under: str,
    room: Room,
    *,
    analyzed: bool,
    unsteady: bool,
    limited: bool = False,
    stopped: bool = False,
) -> Iterator[Line]:
    """Yield the line of *node*, which starts with *before*, and those below it, which start with *under*."""
    limited = limited or node.kind == "Limit"
    bar = under + ("│ " if node.children else "  ")
    yield Line(
        label=fit(before, node, room),
        rows=rows(node, analyzed=analyzed),
        pages="" if node.pages_total is None or node.never_executed else count(node.pages_total, "page"),
        ms=time(node, stopped=stopped),
        rows_vary=not analyzed or not steady_rows(node),
        pages_vary=unsteady or not steady_pages(node, limited=limited),
        details=tuple(details(node, bar, room)),
        bar=bar,
        stopped=stopped,
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
            stopped=stops(node) or (stopped and node.details.get("Node Type") not in BLOCKING),
        )


def fit(before: str, node: Node, room: Room) -> str:
    """Return the label of *node*, with the middle of a long name left out."""
    start = before + (f"{tame(node.subplan)}: " if node.subplan else "") + tame(node.kind)
    return f"{start}  {shorten(named(node), max(room.label - len(start), room.name))}".rstrip()


def named(node: Node) -> str:
    """Return what *node* works on, and what the statement calls it."""
    name = node.name or ""
    if node.alias and node.alias not in (node.relation, node.source, name):
        name = f"{name} {node.alias}"
    return tame(name)


def stops(node: Node) -> bool:
    """Say whether *node* may stop those below it before they are done."""
    joins = node.details.get("Node Type") == "Merge Join"
    return node.kind == "Limit" or joins or any(one.role == "Run Condition" for one in node.conditions)


def time(node: Node, *, stopped: bool) -> str:
    """Return how long *node* and all below it took, and beside it an estimate that was off: both vary."""
    if node.ms_total is None or node.never_executed:
        return ""
    off = "" if stopped else estimate(node)
    return f"{significant(node.ms_total)} ms" + (f"{ASIDE}{off}" if off else "")


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


def details(node: Node, bar: str, room: Room) -> Iterator[str]:
    """Yield the lines under a node: its conditions, and on the last of them what is worth knowing."""
    texts = [speak(one) for one in news(node)]
    known = "    ".join(facts(node))
    alone = room.narrow and "⟨" in known
    if known and texts and not alone and steady_width(bar + texts[-1] + known) + 4 <= room.line:
        texts[-1] += f"    {known}"
    elif known:
        texts.append(known)
    for text in texts:
        yield from wrap(text, bar, room.line)


def wrap(text: str, bar: str, width: int) -> list[str]:
    """
    Return *text* in lines that start with *bar*; a time and its date stay together.

    >>> wrap("at > '2026-05-01 12:30:00+00'", "│ ", 20)
    ['│ at >', "│   '2026-05-01 12:30:00+00'"]
    """
    if steady_width(bar + text) <= width:
        return [bar + text]
    held = MOMENT.sub(rf"\1{HELD}\2", text)
    lines = textwrap.wrap(
        held, width, initial_indent=bar, subsequent_indent=f"{bar}  ", break_long_words=HELD not in held
    )
    return [line.replace(HELD, " ") for line in lines]


def news(node: Node) -> tuple[Condition, ...]:
    """Return the conditions of *node* that are news: a bitmap's are repeated by the index scans below it."""
    return tuple(one for one in node.conditions if one.role != REPEATS_ITS_INDEX or not node.children)


def steady_width(text: str) -> int:
    """
    Return how long *text* is without what varies, so that no line breaks in another place next time.

    >>> steady_width("a ⟨123⟩") == steady_width("a ⟨5⟩")
    True
    """
    return len(re.sub("⟨[^⟩]*⟩", "⟨⟩", text))
