"""
Verdicts and questions as they are shown: in words and signs, as text and as HTML that a sanitiser keeps.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from html import escape
from typing import TYPE_CHECKING, Any

import psycopg

from lessonlab.errors import LessonLabError
from lessonlab.grading import library
from lessonlab.grading.verdict import SIGNS, State, Verdict
from lessonlab.reader import told_causes
from lessonlab.reader.going_on import Onward, after_pass
from lessonlab.reader.told_causes import INDENT, plain, words_html
from lessonlab.show.tables import Table, draw_html, draw_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from psycopg import Connection

    from lessonlab.grading.exercise import Exercise
    from lessonlab.grading.verdict import Grid
    from lessonlab.reader.desk import Desk

EDGES = {
    State.CORRECT: "#2a8f4f",
    State.NOT_YET: "#c80",
    State.NOT_ATTEMPTED: "#888",
    State.COULD_NOT_RUN: "#c33",
    State.KEPT: "#888",
}


@dataclass(frozen=True, slots=True, repr=False)
class ShownVerdict:
    """A verdict that shows itself; *note* is what can be done next, *onward* where a pass leads."""

    verdict: Verdict
    note: str = ""
    onward: Onward | None = None

    def __repr__(self) -> str:
        return text(self.verdict, self.note, self.onward)

    def _repr_html_(self) -> str:
        return html(self.verdict, self.note, self.onward)


@dataclass(frozen=True, slots=True, repr=False)
class Page:
    """A few paragraphs and pieces of SQL under a title: a question, a hint, a solution."""

    title: str
    parts: tuple[tuple[str, str], ...]
    in_words: bool = False  # its text is read as it stands, not drawn: without backticks

    def __repr__(self) -> str:
        parts = (plain(part) if self.in_words and not kind else part for kind, part in self.parts)
        return "\n\n".join([self.title, *parts]).replace("<wbr>", "")

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


def text(verdict: Verdict, note: str = "", onward: Onward | None = None) -> str:
    """Return a verdict as plain text."""
    lines = [head(verdict), *told_causes.in_text(verdict.differences)]
    lines += [indented(plain(words)) for words in (verdict.mistake, verdict.hint) if words]
    if verdict.example:
        lines.append(indented("The smallest data that show it:"))
        lines += [indented(f"{grid.caption}\n{draw_text(table(grid))}") for grid in verdict.example]
    if onward:
        lines += [indented(f"{grid.caption}\n{draw_text(table(grid))}") for grid in verdict.beside]
        lines.append(indented(onward.text()))
    lines += [indented(note)] if note else []
    return "\n".join(lines)


def html(verdict: Verdict, note: str = "", onward: Onward | None = None) -> str:
    """Return a verdict as HTML with inline styles only."""
    parts = [f"<strong>{escape(head(verdict))}</strong>"]
    parts.append(told_causes.in_html(verdict.differences))
    parts += [f"<p>{words_html(words)}</p>" for words in (verdict.mistake, verdict.hint) if words]
    if verdict.example:
        parts += ["<p>The smallest data that show it:</p>", side_by_side(verdict.example)]
    if onward:
        parts += [side_by_side(verdict.beside)] if verdict.beside else []
        parts.append(f"<p>{onward.html()}</p>")
    parts += [f'<p style="opacity:0.7">{escape(note)}</p>'] if note else []
    edge = f"border-left:4px solid {EDGES[verdict.state]};padding:2px 0 2px 10px;text-align:left"
    return f'<div style="{edge}">{"".join(parts)}</div>'


def side_by_side(grids: Iterable[Grid]) -> str:
    """Return *grids* beside each other, below each other where there is no room."""
    tables = "".join(f'<div style="margin:0 16px 8px 0">{draw_html(table(grid))}</div>' for grid in grids)
    return f'<div style="display:flex;flex-wrap:wrap">{tables}</div>'


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
    if verdict.state is State.KEPT:
        return "It is kept, and judged by your instructor; lessonlab hand-in sends it."
    left = desk.hints_left(exercise)
    if not left:
        member = "exercise" if verdict.state is State.NOT_ATTEMPTED else "solution"
        return f'lab.{member}("{exercise.key}")'
    return f'{left} hint{"" if left == 1 else "s"} left: lab.hint("{exercise.key}")'


def judged(
    desk: Desk, name: str, text: str, home: Callable[[], Connection[Any]] | None = None
) -> ShownVerdict:
    """Return the verdict on *text* as it is shown; a connection *home* knows the names of the class."""
    exercise = library.find(name)
    verdict = desk.answer(exercise, text)
    if home is not None:
        with suppress(LessonLabError):
            verdict = told_causes.with_near_name(verdict, text, home())
    return ShownVerdict(verdict, next_step(desk, exercise, verdict), onward(desk, verdict))


def onward(desk: Desk, verdict: Verdict) -> Onward | None:
    """Return where a pass leads, `None` where it is none; a record that cannot be read knows of this one."""
    if not verdict.correct or desk.record is None:
        return None
    try:
        passed = desk.record.passed()
    except (LessonLabError, psycopg.Error):
        passed = set()
    made = after_pass(verdict.key, passed)
    trouble = desk.record.trouble
    return replace(made, counts=f"This pass is not recorded: {trouble}. {made.counts}") if trouble else made


def question(exercise: Exercise, beside: Sequence[str] = (), mine: Sequence[tuple[str, str]] = ()) -> Page:
    """Return the question, what stands *beside* it, its stub, and what is known of *mine*."""
    stars = "●" * exercise.front.level + "○" * (3 - exercise.front.level)
    title = f"{exercise.key} {exercise.title} · {stars} · {exercise.front.minutes} minutes"
    kind = "" if exercise.front.answer == "text" else "sql"
    stub = f"%%answer {exercise.key}\n{exercise.stub.strip()}"
    told = [("", exercise.question), *(("", part) for part in beside), (kind or "text", stub), *mine]
    return Page(title, tuple(told))


def hint(desk: Desk, exercise: Exercise) -> Page:
    """Return the next hint."""
    given, left = desk.hint(exercise)
    return Page(f"{exercise.key} hint, {left} left", (("", given.text),), in_words=True)


def solution(desk: Desk, exercise: Exercise) -> Page:
    """Return the solution with its why, and the other right answers."""
    desk.require_try(exercise)
    parts = []
    for answer in (exercise.solution, *exercise.right):
        parts += [("", answer.note), ("text" if exercise.front.answer == "text" else "sql", answer.text)]
    return Page(f"{exercise.key} {exercise.title}: one way, and others", tuple(parts))
