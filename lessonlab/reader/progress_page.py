"""A reader's progress on one page of HTML, which can be shown to others: no script, nothing is fetched."""

from __future__ import annotations

from datetime import UTC, datetime
from html import escape
from importlib import resources
from string import Template
from typing import TYPE_CHECKING

from lessonlab.course.outline import outline
from lessonlab.grading import library
from lessonlab.reader.course_map import CourseMap, duration, row_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lessonlab.reader.standing import Standing

GENERATOR = "lessonlab progress"  # told in the page: a file without it is not ours to write over
NEVER = "–"


def page(standing: Standing, now: datetime | None = None) -> str:
    """Return the page on *standing*, made *now*."""
    now = now or datetime.now(UTC)
    course = CourseMap(standing)
    template = Template((resources.files(__package__) / "progress_page.html").read_text(encoding="utf-8"))
    return template.substitute(
        title=escape(f"How far {standing.reader} is"),
        figures="\n".join(
            f"<div><dt>{escape(what)}</dt><dd>{value}</dd></div>" for what, value in figures(standing)
        ),
        where=escape(f"{course.where()}."),
        pages=table("The pages of the course", PAGE_COLUMNS, page_rows(standing), right={3, 4, 5}),
        exercises=table("The exercises of the course", EXERCISE_COLUMNS, exercise_rows(standing), right={3}),
        made=escape(f"Made by lessonlab on {day(now)}, of what the reader's own record says."),
    )


PAGE_COLUMNS = ("No.", "Page", "State", "Exercises", "Minutes spent", "Minutes left")
EXERCISE_COLUMNS = ("No.", "Exercise", "State", "Tries")


def figures(standing: Standing) -> list[tuple[str, str]]:
    """Return the figures at the top: pages, exercises, time."""
    pages, keys = outline(), library.keys()
    done = sum(standing.is_done(one) for one in pages)
    return [
        ("pages done", f"{done} of {len(pages)}"),
        ("exercises passed", f"{len(standing.passed.intersection(keys))} of {len(keys)}"),
        ("time spent", duration(standing.seconds // 60)),
    ]


def page_rows(standing: Standing) -> Iterable[tuple[str, ...]]:
    """Yield a row for each page."""
    for one in outline():
        number, title, state, exercises, left = row_of(one, standing)
        row = standing.pages.get(one.name)
        spent = f"{row.time_spent_seconds // 60}" if row else ""
        yield number, title, state or NEVER, exercises, spent, str(left)


def exercise_rows(standing: Standing) -> Iterable[tuple[str, ...]]:
    """Yield a row for each exercise."""
    for exercise in library.exercises():
        row = standing.exercises.get(exercise.key)
        state = NEVER
        if row is not None:
            state = f"✓ passed on {day(row.completed_at)}" if row.completed_at else "tried"
        yield exercise.key, exercise.title, state, f"{row.attempts}" if row else ""


def table(caption: str, columns: Sequence[str], rows: Iterable[Sequence[str]], right: set[int]) -> str:
    """Return *rows* as a table whose second column names each row."""

    def cell(i: int, text: str) -> str:
        kind = ' class="right"' if i in right else ""
        return f'<th scope="row">{escape(text)}</th>' if i == 1 else f"<td{kind}>{escape(text)}</td>"

    heads = []
    for i, name in enumerate(columns):
        kind = ' class="right"' if i in right else ""
        heads.append(f'<th scope="col"{kind}>{escape(name)}</th>')
    body = "\n".join(f"<tr>{''.join(cell(i, text) for i, text in enumerate(row))}</tr>" for row in rows)
    head = f"<caption>{escape(caption)}</caption><thead><tr>{''.join(heads)}</tr></thead>"
    return f"<table>{head}\n<tbody>{body}</tbody></table>"


def day(at: datetime) -> str:
    """
    Return the day of *at* as it is said.

    >>> day(datetime(2026, 3, 5, tzinfo=UTC))
    '5 March 2026'
    """
    return f"{at.day} {at:%B %Y}"
