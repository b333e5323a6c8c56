"""A plan as text: what each step does, with rows, pages and time in columns."""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lessonlab.plans.columns import ASIDE, PlanLine, align
from lessonlab.plans.step_notes import around, count, estimate, facts, fired, speak, tame
from lessonlab.plans.unfinished import unfinished
from lessonlab.show.shorten import shorten_inside
from lessonlab.show.widths import width
from lessonlab.varying import significant

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lessonlab.plans.tree import Condition, Node, Tree

TOGETHER = ("Parallel Seq Scan", "Partial Aggregate")
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


def plan_text(plan: Tree) -> str:
    """
    Return *plan* as a tree with rows, pages and time; those of a line include what is below it.

    Only what varies from run to run is marked: times, estimates, and counts that depend on how many parallel
    workers there were or that writing changes.
    """
    return "\n".join([*align(lines(plan, Room())), *map(fired, plan.triggers), *around(plan)])


def lines(plan: Tree, room: Room) -> list[PlanLine]:
    """Return a line for each node of *plan*, depth first."""
    writes = any(node.writes for node in plan.nodes)
    states = unfinished(plan.root)
    offs = {id(node): estimate(node, states[id(node)]) for node in plan.nodes}
    return list(branch(plan.root, "", "", room, analyzed=plan.analyzed, unsteady=writes, offs=offs))


def pages_vary(plan: Tree) -> bool:
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
    offs: Mapping[int, str],
    limited: bool = False,
) -> Iterator[PlanLine]:
    """Yield the line of *node*, which starts with *before*, and those below it, which start with *under*."""
    limited = limited or node.kind == "Limit"
    bar = under + ("│ " if node.children else "  ")
    yield PlanLine(
        label=fit(before, node, room),
        rows=rows(node, analyzed=analyzed),
        pages="" if node.pages_total is None or node.never_executed else count(node.pages_total, "page"),
        ms=time(node, offs[id(node)]),
        rows_vary=not analyzed or not steady_rows(node),
        pages_vary=unsteady or not steady_pages(node, limited=limited),
        details=tuple(details(node, bar, room)),
        bar=bar,
        off=offs[id(node)],
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
            offs=offs,
        )


def fit(before: str, node: Node, room: Room) -> str:
    """Return the label of *node*, with the middle of a long name left out."""
    start = before + (f"{tame(node.subplan)}: " if node.subplan else "") + tame(node.kind)
    return f"{start}  {shorten_inside(named(node), max(room.label - width(start), room.name))}".rstrip()


def named(node: Node) -> str:
    """Return what *node* works on, and what the statement calls it."""
    name = node.name or ""
    if node.alias and node.alias not in (node.relation, node.source, name):
        name = f"{name} {node.alias}"
    return tame(name)


def time(node: Node, off: str) -> str:
    """Return how long *node* and all below it took, and how far *off* the estimate was: both vary."""
    if node.ms_total is None or node.never_executed:
        return ""
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
    its siblings do, and a new process looks up operators.  How often an index-only scan must look into the
    table hangs on who cleaned up last, and how far.
    """
    if any(below.heap_fetches for below in node.walk()):
        return False
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


def wrap(text: str, bar: str, columns: int) -> list[str]:
    """
    Return *text* in lines that start with *bar*; a time and its date stay together.

    >>> wrap("at > '2026-05-01 12:30:00+00'", "│ ", 20)
    ['│ at >', "│   '2026-05-01 12:30:00+00'"]
    """
    if steady_width(bar + text) <= columns:
        return [bar + text]
    held = MOMENT.sub(rf"\1{HELD}\2", text)
    lines = textwrap.wrap(
        held, columns, initial_indent=bar, subsequent_indent=f"{bar}  ", break_long_words=HELD not in held
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
    return width(re.sub("⟨[^⟩]*⟩", "⟨⟩", text))
