"""Two plans side by side as a static picture."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from lessonlab.plans import beside, markup
from lessonlab.plans.step_notes import varying
from lessonlab.show.wrapping import ANYWHERE, breakable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lessonlab.plans.columns import PlanLine
    from lessonlab.plans.comparison import BeforeAfter
    from lessonlab.plans.matching import Match
    from lessonlab.plans.tree import Node, Tree

SCALE = 120  # pixels that the longer bar takes
WORD = "font-weight:400;opacity:.75;text-align:left;vertical-align:top;white-space:nowrap;padding:2px 8px"
EDGE = ";border-left:1px solid #8888"


def beside_html(comparison: BeforeAfter) -> str:
    """Return *comparison* as a table of figures, and one of the steps: once where both plans are the same."""
    tree = markup.plan_html(comparison.after) if comparison.same else steps(comparison)
    return f"{summary(comparison)}{tree}"


def summary(comparison: BeforeAfter) -> str:
    """Return pages, rows and time of both, with bars, and how many times it is."""
    said = "the same plan" if comparison.same else "two plans"
    notes = "".join(f'<div style="{markup.QUIET}">{escape(note)}</div>' for note in comparison.notes)
    columns = heads("figure", *comparison.names, "after, beside before")
    rows = "".join(map(figure, beside.figures(comparison)))
    return (
        f'<table style="{markup.TABLE}">'
        f'<caption style="{markup.CAPTION}"><b>{said}</b>{notes}</caption>'
        f"<thead><tr>{columns}</tr></thead><tbody>{rows}</tbody></table>"
    )


def heads(first: str, *names: str) -> str:
    """Return the heads of the columns: the *first* one of words of ours, the others of any names."""
    return f'<th scope="col" style="{markup.HEAD}">{first}</th>' + "".join(
        f'<th scope="col" style="{markup.HEAD};{ANYWHERE}">{breakable(name)}</th>' for name in names
    )


def figure(line: beside.Figure) -> str:
    """Return one figure of both sides as a row."""
    most = max(line.values)
    colour = markup.TIME if line.name == "time" else markup.PAGES
    cells = "".join(
        f'<td style="{markup.STEP}10px;min-width:{SCALE}px">{varying(shown, varies=line.varies)}'
        f"{scaled(markup.share(value, most), colour) if line.name != 'rows' else ''}</td>"
        for value, shown in zip(line.values, line.texts, strict=True)
    )
    ratio = varying(line.ratio, varies=line.varies) if line.ratio else ""
    return (
        f'<tr><th scope="row" style="{WORD}">{line.name}</th>{cells}'
        f'<td style="{markup.STEP}10px"><b>{ratio}</b></td></tr>'
    )


def scaled(percent: int, colour: str) -> str:
    """Return a bar on a scale that both sides share, however wide their columns are."""
    return f'<div style="width:{SCALE}px">{markup.bar(percent, colour, right=False)}</div>'


def steps(comparison: BeforeAfter) -> str:
    """Return the steps of both plans, those that do each other's work on one row."""
    columns = heads("change", *comparison.names)
    sides = (known(comparison.before), known(comparison.after))
    rows = "".join(row(pair, *sides) for pair in comparison.pairs)
    return (
        f'<table style="{markup.TABLE}">'
        f'<caption style="{markup.CAPTION}">step by step; pages with all below</caption>'
        f"<thead><tr>{columns}</tr></thead><tbody>{rows}</tbody></table>"
    )


def known(plan: Tree) -> Mapping[int, tuple[PlanLine, int]]:
    """Return the line and the depth of each node of *plan*, by its `id`."""
    return {id(node): (line, depth) for node, line, depth in markup.views(plan)}


def row(
    pair: Match, before: Mapping[int, tuple[PlanLine, int]], after: Mapping[int, tuple[PlanLine, int]]
) -> str:
    """Return one row: a word for what happened to the step, and the step on both sides."""
    cells = side(pair.before, before) + side(pair.after, after)
    return f'<tr><th scope="row" style="{WORD}">{word(pair)}</th>{cells}</tr>'


def word(pair: Match) -> str:
    """Return what happened to a step."""
    if pair.before is None:
        return "+ new"
    if pair.after is None:
        return "− gone"
    return "= same" if pair.same else "≠ changed"


def side(node: Node | None, lines: Mapping[int, tuple[PlanLine, int]]) -> str:
    """Return a step's cell, an empty one where the plan has none."""
    if node is None:
        return f'<td style="{markup.STEP}10px{EDGE}"></td>'
    line, depth = lines[id(node)]
    cells = ((line.rows.strip(), line.rows_vary), (line.pages.strip(), line.pages_vary))
    figures = " · ".join(varying(cell, varies=varies) for cell, varies in cells if cell)
    return (
        f'<td style="{markup.STEP}{10 + 18 * depth}px{EDGE}">'
        f"{markup.disclosed(node, line)}<div>{figures}</div>{markup.known(node)}</td>"
    )
