"""A course on one static page: six charts, their figures, whom to write to; no script, no network."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING, Any

from lessonlab import content
from lessonlab.charts.chart import DASHBOARD, chart
from lessonlab.charts.each_query import span
from lessonlab.charts.frames import cells
from lessonlab.errors import UnknownName
from lessonlab.queries import find, run
from lessonlab.show.tables import Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from uuid import UUID

    from pandas import DataFrame
    from psycopg import Connection

GENERATOR = '<meta name="generator" content="lessonlab">'
LETTERS = ("name", "reason", "completed", "lessons", "idle", "stuck_on", "attempts")
HEADS = ("learner", "why", "completed", "last here, ago", "stuck on", "tries")


@dataclass(frozen=True, slots=True)
class ReportedCourse:
    """A course that a report can be on, and how many learners began it."""

    id: UUID
    title: str
    learners: int


def courses(connection: Connection[Any]) -> list[ReportedCourse]:
    """Return the courses, the most begun first."""
    return [ReportedCourse(*row) for row in connection.execute(content.sql("catalog/courses_begun").encode())]


def choose(known: Sequence[ReportedCourse], wanted: str | None) -> ReportedCourse:
    """
    Return the course whose title or id is *wanted*; the most begun when that is `None`.

    >>> from uuid import UUID
    >>> known = [ReportedCourse(UUID(int=1), "Python", 9), ReportedCourse(UUID(int=2), "SQL", 5)]
    >>> choose(known, "sql").learners
    5
    """
    if not known:
        raise UnknownName("this database has no courses", cure="name another with --dsn")
    if wanted is None:
        return known[0]
    found = [course for course in known if wanted.casefold() in {course.title.casefold(), str(course.id)}]
    if len(found) == 1:
        return found[0]
    if found:
        ids = ", ".join(str(course.id) for course in found)
        raise UnknownName(f"{len(found)} courses are called {wanted!r}", cure=f"name one by its id: {ids}")
    titles = [course.title for course in known]
    close = difflib.get_close_matches(wanted, titles, n=1, cutoff=0.4)
    near = f", did you mean {close[0]!r}" if close else f", have {', '.join(map(repr, titles[:8]))}"
    raise UnknownName(f"there is no course {wanted!r}{near}", cure=f"--course {(close or titles)[0]!r}")


def page(connection: Connection[Any], course: ReportedCourse, *, names: bool = True) -> str:
    """Return the page of *course* as HTML; without *names* nobody is named on it."""

    def ask(name: str) -> DataFrame:
        return run(connection, find(name), {"course": course.id})

    template = Template((Path(__file__).parent / "report_page.html").read_text(encoding="utf-8"))
    now = datetime.now(UTC)
    return template.substitute(
        title=escape(course.title),
        about=f"{course.learners:,} learners began this course. As of {now:%d %B %Y, %H:%M} UTC.",
        headline="\n".join(headline(ask("completion_rate"))),
        charts="\n".join(section(name, ask(name)) for name in DASHBOARD),
        letters=letters(ask("learners_at_risk")) if names else "",
        made=f"Made by lessonlab from the queries {', '.join(DASHBOARD)}: sql/analytics.",
    )


def headline(frame: DataFrame) -> Iterator[str]:
    """Yield the figures that stand above the charts."""
    row: Mapping[str, Any] = dict(zip(frame.columns, next(cells(frame)), strict=True))
    for what, value in {
        "of the course completed": percent(row["rate_of_course"]),
        "of the lessons that were opened": percent(row["rate"]),
        "lessons completed": f"{row['completed']:,}",
        "lessons opened": f"{row['started']:,}",
    }.items():
        yield f"<div><dt>{what}</dt><dd>{value}</dd></div>"


def percent(value: float | None) -> str:
    """
    Return a rate, or that there is none.

    >>> percent(91.4), percent(None)
    ('91.4 %', 'nothing yet')
    """
    return "nothing yet" if value is None else f"{value:g} %"


def section(name: str, frame: DataFrame) -> str:
    """Return one chart with its question, and its figures to be opened."""
    drawn = chart(name, frame)
    return (
        f"<section><h2>{escape(find(name).question)}</h2>{drawn.picture.html}"
        f"<details><summary>The figures</summary>{drawn.table._repr_html_()}</details></section>"
    )


def letters(frame: DataFrame) -> str:
    """Return whom to write to this week, as a table."""
    rows = [
        (name, why, f"{done} of {lessons}", span(idle), stuck_on or "", "" if tries is None else str(tries))
        for name, why, done, lessons, idle, stuck_on, tries in cells(frame, *LETTERS)
    ]
    table = Table(HEADS, rows, limit=None, unit="learner")
    shown = table._repr_html_() if rows else "<p>Nobody: everybody was here this week, or has left.</p>"
    return f'<section class="wide"><h2>{escape(find("learners_at_risk").question)}</h2>{shown}</section>'
