"""
Verdicts and questions as they are shown: in words and signs, as text and as HTML that a sanitiser keeps.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from lessonlab.grading import library
from lessonlab.grading.verdict import SIGNS, State, Verdict
from lessonlab.notebook.tables import PRE, Table, draw_html, draw_text

if TYPE_CHECKING:
    from lessonlab.grading.desk import Desk
    from lessonlab.grading.exercise import Exercise
    from lessonlab.grading.verdict import Grid

EDGES = {
    State.CORRECT: "#2a8f4f",
    State.NOT_YET: "#c80",
    State.NOT_ATTEMPTED: "#888",
    State.COULD_NOT_RUN: "#c33",
}
INDENT = "  "
IN_FULL = 3  # differences that are shown with their statement


@dataclass(frozen=True, slots=True, repr=False)
class ShownVerdict:
    """A verdict that shows itself; *note* is what can be done next."""

    verdict: Verdict
    note: str = ""

    def __repr__(self) -> str:
        return text(self.verdict, self.note)

    def _repr_html_(self) -> str:
        return html(self.verdict, self.note)


@dataclass(frozen=True, slots=True, repr=False)
class Page:
    """A few paragraphs and pieces of SQL under a title: a question, a hint, a solution."""

    title: str
    parts: tuple[tuple[str, str], ...]

    def __repr__(self) -> str:
        return "\n\n".join([self.title, *(part for _, part in self.parts)])

    def _repr_markdown_(self) -> str:
        blocks = [f"```{kind}\n{part}\n```" if kind else part for kind, part in self.parts]
        return "\n\n".join([f"**{self.title}**", *blocks])


def head(verdict: Verdict) -> str:
    """
    Return the first line of a verdict.

    >>> head(Verdict("06-02", "Refuse a negative time", State.NOT_YET))
    '✗ 06-02 Refuse a negative time: not yet'
    """
    return f"{SIGNS[verdict.state]} {verdict.key} {verdict.title}: {verdict.state.value}"


def text(verdict: Verdict, note: str = "") -> str:
    """Return a verdict as plain text."""
    lines = [head(verdict), *differences(verdict)]
    lines += [indented(verdict.mistake)] if verdict.mistake else []
    lines += [indented(verdict.hint)] if verdict.hint else []
    if verdict.example:
        lines.append(indented("The smallest data that show it:"))
        lines += [indented(f"{grid.caption}\n{draw_text(table(grid))}") for grid in verdict.example]
    lines += [indented(note)] if note else []
    return "\n".join(lines)


def differences(verdict: Verdict) -> list[str]:
    """Return the lines that say what differs, in a column their word; of many only the first in full."""
    many = len(verdict.differences) > IN_FULL
    wide = max((len(difference.word) for difference in verdict.differences), default=0)
    lines = []
    for number, difference in enumerate(verdict.differences):
        first, *rest = difference.text.splitlines() or [""]
        lines.append(f"{INDENT}{difference.word:<{wide}}  {first}")
        lines += [f"{INDENT}{' ' * wide}  {line}" for line in rest if not (many and number)]
    return lines


def html(verdict: Verdict, note: str = "") -> str:
    """Return a verdict as HTML with inline styles only."""
    parts = [f"<strong>{escape(head(verdict))}</strong>"]
    if verdict.differences:
        parts.append(f'<pre style="{PRE}">{escape(chr(10).join(differences(verdict)), quote=False)}</pre>')
    parts += [f"<p>{escape(words)}</p>" for words in (verdict.mistake, verdict.hint) if words]
    if verdict.example:
        parts.append("<p>The smallest data that show it:</p>")
        tables = "".join(
            f'<div style="margin:0 16px 8px 0">{draw_html(table(grid))}</div>' for grid in verdict.example
        )
        parts.append(f'<div style="display:flex;flex-wrap:wrap">{tables}</div>')
    parts += [f'<p style="opacity:0.7">{escape(note)}</p>'] if note else []
    edge = f"border-left:4px solid {EDGES[verdict.state]};padding:2px 0 2px 10px;text-align:left"
    return f'<div style="{edge}">{"".join(parts)}</div>'


def table(grid: Grid) -> Table:
    """Return a grid as a table."""
    return Table(grid.columns, grid.rows, grid.caption)


def indented(words: str) -> str:
    """Return *words* with each line set in."""
    return "\n".join(f"{INDENT}{line}".rstrip() for line in words.splitlines())


def next_step(desk: Desk, exercise: Exercise, verdict: Verdict) -> str:
    """Return what a reader can type now."""
    if verdict.state is State.CORRECT:
        return f'The solution, and other right ways: lab.solution("{exercise.key}")'
    left = desk.hints_left(exercise)
    if not left:
        return "" if verdict.state is State.NOT_ATTEMPTED else f'lab.solution("{exercise.key}")'
    return f'{left} hint{"" if left == 1 else "s"} left: lab.hint("{exercise.key}")'


def judged(desk: Desk, name: str, text: str) -> ShownVerdict:
    """Return the verdict on *text* as it is shown."""
    exercise = library.find(name)
    verdict = desk.answer(exercise, text)
    return ShownVerdict(verdict, next_step(desk, exercise, verdict))


def question(exercise: Exercise) -> Page:
    """Return the question with its stub."""
    stars = "●" * exercise.front.level + "○" * (3 - exercise.front.level)
    title = f"{exercise.key} {exercise.title} · {stars} · {exercise.front.minutes} minutes"
    kind = "" if exercise.front.answer == "text" else "sql"
    stub = f"%%answer {exercise.key}\n{exercise.stub.strip()}"
    return Page(title, (("", exercise.question), (kind or "text", stub)))


def hint(desk: Desk, exercise: Exercise) -> Page:
    """Return the next hint."""
    given, left = desk.hint(exercise)
    return Page(f"{exercise.key} hint, {left} left", (("", given.text),))


def solution(desk: Desk, exercise: Exercise) -> Page:
    """Return the solution with its why, and the other right answers."""
    desk.require_try(exercise)
    parts = []
    for answer in (exercise.solution, *exercise.right):
        parts += [("", answer.note), ("text" if exercise.front.answer == "text" else "sql", answer.text)]
    return Page(f"{exercise.key} {exercise.title}: one way, and others", tuple(parts))
