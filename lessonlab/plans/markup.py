"""
A plan as a static picture: plain HTML that a saved notebook keeps before it is trusted.

Styles are inline, colours are inherited or mid-tones that read on white and on black, and each bar has its
figure in words beside it.  Every step opens by click or Enter, and then says what it does.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from lessonlab.plans import drawn_text, step_notes
from lessonlab.plans.meaning import does
from lessonlab.plans.step_notes import around, speak, tame, varying
from lessonlab.plans.told import told
from lessonlab.show.shorten import shorten_inside
from lessonlab.show.wrapping import ANYWHERE, breakable
from lessonlab.varying import mark, significant

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lessonlab.plans.columns import PlanLine
    from lessonlab.plans.tree import Node, Tree, Trigger

TABLE = "border-collapse:collapse;margin:0"
CAPTION = "caption-side:top;text-align:left;padding:4px 6px"
TOP = "vertical-align:top;white-space:normal"
STEP = f"text-align:left;font-weight:400;{TOP};{ANYWHERE};min-width:7em;padding:2px 10px 3px "
CELL = f"text-align:right;{TOP};padding:2px 8px"
FIGURE = "min-width:4.5em;font-weight:400;opacity:.7;padding:2px 8px;text-align:right"
HEAD = "font-weight:400;opacity:.7;padding:2px 10px;text-align:left"
QUIET = "opacity:.75"
PAGES, TIME = "#3d8bd4", "#c17a2c"
NAME, FEW, MANY = 60, 300, 1200  # characters of a name, of a condition in view, of one in full
ROOM = drawn_text.Room()


def plan_html(plan: Tree) -> str:
    """Return *plan* as a table: a row for each step, with its own pages and its own time."""
    known = {"rows": True, "own pages": plan.pages is not None, "own time": plan.root.ms is not None}
    heads = [head for head, there in known.items() if there]
    columns = "".join(f'<th scope="col" style="{FIGURE}">{head}</th>' for head in heads)
    whole = Whole(plan.pages, drawn_text.pages_vary(plan), plan.root.ms_total)
    rows = "".join(row(*view, whole) for view in views(plan))
    return (
        f'<table style="{TABLE}"><caption style="{CAPTION}">{caption(plan)}</caption>'
        f'<thead><tr><th scope="col" style="{HEAD}">step</th>{columns}</tr></thead>'
        f"<tbody>{rows}</tbody></table>"
    )


def caption(plan: Tree) -> str:
    """Return what the whole statement took, and what ran beside the tree."""
    head = drawn_text.lines(plan, ROOM)[0]
    if not plan.analyzed:
        said = ["the plan, not run"]
    else:
        pages = varying(head.pages.strip(), varies=head.pages_vary)
        said = [head.rows.strip(), *([pages] if plan.pages is not None else []), mark(took(plan))]
    lines = [*(fired(plan, trigger) for trigger in plan.triggers), *around(plan)]
    more = "".join(f'<div style="{QUIET}">{escape(line)}</div>' for line in lines)
    return f"<b>{escape(' · '.join(part for part in said if part))}</b>{more}"


def took(plan: Tree) -> str:
    """Return how long *plan* ran, was planned, and compiled, where it was; all of it varies."""
    jit = plan.details.get("JIT")
    timing = jit.get("Timing", {}) if isinstance(jit, dict) else {}
    total = timing.get("Total") if isinstance(timing, dict) else None
    compiled = total.get("Total") if isinstance(total, dict) else total
    parts = ((plan.execution_ms, "to run"), (plan.planning_ms, "to plan"), (compiled, "to compile"))
    return ", ".join(f"{significant(ms)} ms {what}" for ms, what in parts if isinstance(ms, int | float))


def fired(plan: Tree, trigger: Trigger) -> str:
    """Return a trigger's line, with its share of the time."""
    line = step_notes.fired(trigger)
    if trigger.ms is None or not plan.execution_ms:
        return line
    return f"{line} {mark(f'{share(trigger.ms, plan.execution_ms)} % of the time')}"


@dataclass(frozen=True, slots=True)
class Whole:
    """What a step is a part of: the pages and the time of the whole plan, `None` where none were counted."""

    pages: int | None
    pages_vary: bool
    ms: float | None


def views(plan: Tree) -> Iterator[tuple[Node, PlanLine, int]]:
    """Yield each node with its line and its depth."""
    for (node, depth), line in zip(plan.root.depths(), drawn_text.lines(plan, ROOM), strict=True):
        yield node, line, depth


def row(node: Node, line: PlanLine, depth: int, whole: Whole) -> str:
    """Return one step's row."""
    cells = [rows(node, line)]
    if whole.pages is not None:
        cells.append(own_pages(node, line, whole))
    if whole.ms is not None:
        cells.append(own_time(node, whole))
    figures = "".join(f'<td style="{CELL}">{cell}</td>' for cell in cells)
    return f'<tr><th scope="row" style="{STEP}{8 + 18 * depth}px">{step(node, line)}</th>{figures}</tr>'


def step(node: Node, line: PlanLine) -> str:
    """Return what a step is, behind it what it does, and under it its conditions and facts."""
    return disclosed(node, line) + known(node)


def known(node: Node) -> str:
    """Return the conditions of a step that are news, and what happened in it."""
    below = " · ".join([*(speak(one, FEW) for one in drawn_text.news(node)), *step_notes.facts(node)])
    return f'<div style="{QUIET}">{escape(below)}</div>' if below else ""


def disclosed(node: Node, line: PlanLine) -> str:
    """Return the name of a step, which opens to say what it does and whatever the server told."""
    inside = "".join(f"<div>{escape(each)}</div>" for each in (f"{does(node)}.", *told(node, line, MANY)))
    return f"<details><summary>{title(node)}</summary>{inside}</details>"


def title(node: Node) -> str:
    """Return the kind of a step and the name of what it works on, which may be in any script."""
    name = drawn_text.named(node)
    known = f" <code>{breakable(shorten_inside(name, NAME))}</code>" if name else ""
    sub = f"{escape(shorten_inside(tame(node.subplan), NAME))}: " if node.subplan else ""
    return f"{sub}<b>{escape(shorten_inside(tame(node.kind), NAME))}</b>{known}"


def rows(node: Node, line: PlanLine) -> str:
    """Return the rows that came, and what was expected: that varies, and stands between marks."""
    came = varying(line.rows.strip(), varies=line.rows_vary)
    if node.loops is None or node.never_executed or node.rows_actual is None:
        return came
    said = f"▲ {line.off}" if line.off else f"expected {node.rows_estimated:,}"
    return f'{came}<div style="{QUIET}">{mark(said)}</div>'


def own_pages(node: Node, line: PlanLine, whole: Whole) -> str:
    """Return the pages that a step touched itself, their share of all, and a bar as long as that."""
    if node.pages is None or node.never_executed:
        return ""
    part = share(node.pages, whole.pages or 0)
    said = varying(f"{node.pages:,}", varies=line.pages_vary)
    percent = f" · {varying(f'{part} %', varies=whole.pages_vary or line.pages_vary)}" if node.pages else ""
    return f"{said}{percent}{bar(part, PAGES)}"


def own_time(node: Node, whole: Whole) -> str:
    """Return the time that a step took itself, its share, and a bar as long as that."""
    if node.ms is None or node.never_executed:
        return ""
    part = share(node.ms, whole.ms or 0)
    return f"{mark(f'{significant(node.ms)} ms · {part} %')}{bar(part, TIME)}"


def share(part: float, whole: float) -> int:
    """
    Return how many per cent *part* is of *whole*.

    >>> share(1, 3), share(0, 0)
    (33, 0)
    """
    return min(round(100 * part / whole), 100) if whole else 0


def bar(percent: int, colour: str, *, right: bool = True) -> str:
    """Return a bar; tests/sanitize.cfg knows it by its look, for its length may be one of time."""
    place = "margin-left:auto;" if right else ""
    return f'<div style="{place}width:{percent}%;border-top:4px solid {colour}"></div>'
