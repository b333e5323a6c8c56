"""
Verdicts as a reader sees them: the claim, what is so here, what was seen.

Pure text and HTML.  The HTML has plain inline styles only, in colours that suit a light and a dark page:
what JupyterLab keeps of a saved output.
"""

from __future__ import annotations

import re
import textwrap
from html import escape
from types import MappingProxyType
from typing import TYPE_CHECKING

from lessonlab.course.facts import show

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lessonlab.course.claims import Claim, Judgement

WIDTH = 100
NAMES = re.compile(  # the guide's own names keep their underscores, those of facts turn into blanks
    r"lesson_progress|course_progress|(?:user|course|lesson)_id|time_spent(?:_seconds)?"
    r"|(?:first_started|last_accessed|completed|created|updated)_at|gen_random_uuid|uuid_generate_v4"
)
WORDS: Mapping[str, tuple[str, str, str]] = MappingProxyType(
    {  # the mark, the words, a mid-tone that reads on white and on black
        "holds": ("✓", "holds", "#2f9e6e"),
        "holds if": ("◐", "holds if", "#a87a24"),
        "wrong": ("✗", "wrong", "#d0605e"),
        "does not run": ("⊘", "does not run as written", "#a2708c"),
        "not testable": ("–", "cannot be tested here", "#808890"),
    }
)
DISAGREES = ("✗", "#d0605e")
VARYING = re.compile("⟨[^⟩]*⟩")
STEADY = "⟨" + "\0" * 5 + "⟩"  # stands for one while lines are folded: as wide as most, and without a blank


def text(verdicts: Iterable[Judgement]) -> str:
    """Return *verdicts* as lines of plain text, a claim after the other."""
    return "\n".join(line for verdict in verdicts for line in _lines(verdict))


def html(verdicts: Iterable[Judgement]) -> str:
    """Return *verdicts* as one table of HTML."""
    verdicts = list(verdicts)
    rows = "".join(map(_row, verdicts))
    sources = sorted({verdict.claim.source for verdict in verdicts}, reverse=True)
    heads = "".join(f'<th scope="col" style="{HEAD}">{head}</th>' for head in ("claim", " · ".join(sources)))
    return f'<table style="{TABLE}"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>'


def outcome(claim: Claim) -> str:
    """
    Return what the course says of *claim*, in words.

    >>> from lessonlab.course.claims import find_claim
    >>> outcome(find_claim("G005"))
    'wrong: it is 67 percent'
    """
    _, word, _ = WORDS[claim.verdict]
    return word + _rest(claim)


def _rest(claim: Claim) -> str:
    """Return what follows the verdict's word."""
    condition = f" {claim.condition}" if claim.condition else ""
    parted = ";" if condition else ":"
    return condition + (f"{parted} {claim.truth}" if claim.truth else "")


def _figures(figures: Mapping[str, str]) -> list[str]:
    """Return each fact of *figures* with its name in words."""
    return [f"{words(name)}: {value}" for name, value in figures.items()]


def words(name: str) -> str:
    """
    Return the *name* of a fact in words.

    >>> words("rows_of_one_user_id")
    'rows of one user_id'
    """
    kept = NAMES.search(name)
    if not kept:
        return name.replace("_", " ")
    before, after = name[: kept.start()], name[kept.end() :]
    return before.replace("_", " ") + kept[0] + (words(after) if after else "")


def _counted(claim: Claim) -> dict[str, str]:
    return {name: show(value) for name, value in claim.counted.items()}


def _parts(verdict: Judgement) -> dict[str, str]:
    """Return what is said below the claim, by its label; what there is nothing to say of is left out."""
    claim = verdict.claim
    mark, _, _ = WORDS[claim.verdict]
    differs = [f"{words(found.fact)}: want {found.want}" for found in verdict.disagreements]
    parts = {
        "here": f"{mark} {outcome(claim)}",
        "seen": " · ".join(_figures(verdict.seen)),
        "but": " · ".join(differs),
        "counted": " · ".join(_figures(_counted(claim))),  # in the guide's text
        "version": claim.versions,
    }
    return {label: part for label, part in parts.items() if part}


def _lines(verdict: Judgement) -> list[str]:
    """Return the lines of one *verdict*: the id in the margin, labels in a column, long text folded."""
    labelled = [(verdict.claim.source, verdict.claim.claim), *_parts(verdict).items()]
    margins = [verdict.claim.id, *[""] * (len(labelled) - 1)]
    lines: list[str] = []
    for margin, (label, said) in zip(margins, labelled, strict=True):
        lead = f"{margin:<4}  {label:<9}  "
        lines += _fold(said, lead)
    return lines


def _fold(said: str, lead: str) -> list[str]:
    """Return *said* in lines that begin like *lead*; a figure that varies breaks them in the same places."""
    figures = iter(VARYING.findall(said))
    folded = textwrap.wrap(
        VARYING.sub(STEADY, said), WIDTH, initial_indent=lead, subsequent_indent=" " * len(lead)
    )
    return [re.sub(STEADY, lambda _: next(figures), line) for line in folded]


TABLE = "border-collapse: collapse; margin: 4px 0 10px 0"
HEAD = "text-align: left; font-weight: normal; opacity: 0.65; padding: 1px 12px 3px 8px"
CELL = "text-align: left; vertical-align: top; white-space: normal; padding: 4px 12px 4px 8px"
PARTS = "display: flex; flex-wrap: wrap; gap: 2px 24px"
PART = "flex: 1 1 200px"  # side by side where there is room for it, else below one another
QUIET = "opacity: 0.75"


def _row(verdict: Judgement) -> str:
    """Return one *verdict* as a row: the id, and the claim, what is so, what was seen."""
    claim = verdict.claim
    mark, word, tone = WORDS[claim.verdict]
    here = f'<b style="color: {tone}">{mark}</b> <b>{word}</b>{escape(_rest(claim))}'
    if claim.versions:
        here += f'<div style="{QUIET}">{escape(claim.versions)}</div>'
    parts = "".join(
        f'<div style="{PART}">{said}</div>' for said in (escape(claim.claim), here, _seen(verdict)) if said
    )
    edge = f"border-left: 3px solid {tone}; font-weight: normal"
    return (
        f'<tr><th scope="row" style="{CELL}; {edge}">{claim.id}</th>'
        f'<td style="{CELL}"><div style="{PARTS}">{parts}</div></td></tr>'
    )


def _seen(verdict: Judgement) -> str:
    """Return the facts of *verdict*, one a line, those that disagree with what was wanted beside them."""
    wanted = {found.fact: found.want for found in verdict.disagreements}
    mark, tone = DISAGREES
    lines = []
    for name, said in zip(verdict.seen, _figures(verdict.seen), strict=True):
        sign = f'<b style="color: {tone}">{mark}</b>'
        but = f" {sign} <b>want {escape(wanted[name])}</b>" if name in wanted else ""
        lines.append(f"<div>{escape(said)}{but}</div>")
    if counted := _figures(_counted(verdict.claim)):
        lines.append(f'<div style="{QUIET}">counted in the guide: {escape(", ".join(counted))}</div>')
    return "".join(lines)
