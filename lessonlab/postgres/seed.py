"""
The class of learners: the same rows on every server, made from their keys; times count back from an anchor.

`small` reads well; `large` is 1,000,000 rows of lesson_progress for plans and timings.  The statements are in
`sql/seed`; what they need is in a schema `seeding` that is dropped at the end.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import psycopg

from lessonlab import content
from lessonlab.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import datetime

    from psycopg import Connection

    Progress = Callable[[float, str], None]

ROWS_PER_LEARNER = 100
LARGE_ROWS = 1_000_000
MOST_ROWS = 10_000_000
NEIGHBOURS = 50  # learners that go the same way through different courses: each course gets as many rows
BULK_TABLES = ("lesson_progress", "course_progress")
BULK_SETTINGS = {
    "jit": "off",
    "work_mem": "256MB",
    "maintenance_work_mem": "512MB",
    "synchronous_commit": "on",  # off while indexes are made
}


def seed(
    connection: Connection[Any], size: str, anchor: datetime, progress: Progress, *, scale: float = 1
) -> None:
    """
    Fill the tables of a database that has the schema with the class of *size*, `small` or `large`.

    Times count back from *anchor*.  *progress* hears of each step as a fraction and a few words.  *scale*
    multiplies the million rows of `large`, from 0.005 to 10.  *connection* is in autocommit.  Errors of the
    server are psycopg's own; the caller drops the database then.
    """
    if size == "small":
        _seed_small(connection, {"anchor": anchor}, progress)
    elif size == "large":
        _seed_large(connection, {"anchor": anchor, "learners": learners(scale)}, progress)
    else:
        raise ConfigError(f"there is no class of size {size!r}", cure="choose small or large")
    progress(1.0, "ready")


def learners(scale: float) -> int:
    """
    Return how many learners *scale* million rows of progress are, to the nearest fifty.

    >>> learners(1), learners(0.01), learners(10)
    (10000, 100, 100000)
    """
    rows = round(LARGE_ROWS * scale)
    if not ROWS_PER_LEARNER * NEIGHBOURS <= rows <= MOST_ROWS:
        raise ConfigError(
            f"a class of {rows:,} rows cannot be made; want 5,000 to {MOST_ROWS:,}",
            cure="choose a scale from 0.005 to 10",
        )
    return round(rows / ROWS_PER_LEARNER / NEIGHBOURS) * NEIGHBOURS


def _seed_small(connection: Connection[Any], values: dict[str, Any], progress: Progress) -> None:
    progress(0.0, "learners and their lessons")
    with connection.transaction():
        _prepare(connection, "functions", "learners", "small_lessons", "small_enrolments")
        for step in ("users", "courses", "lesson_progress", "course_progress"):
            connection.execute(content.sql(f"seed/small_{step}"), values)
        connection.execute(content.sql("seed/drop"))
    progress(0.8, "statistics for the planner")
    _vacuum(connection)


def _seed_large(connection: Connection[Any], values: dict[str, Any], progress: Progress) -> None:
    rows = values["learners"] * ROWS_PER_LEARNER
    with _settings(connection), _bulk_load(connection, progress):
        progress(0.0, "courses and learners")
        _prepare(connection, "functions", "learners", "large_lessons")
        for step in ("learners", "users", "courses"):
            connection.execute(content.sql(f"seed/large_{step}"), values)
        connection.execute("ANALYZE seeding.pupil, seeding.journey")
        progress(0.02, f"{rows:,} lessons")
        story = psycopg.ClientCursor(connection).mogrify(content.sql("seed/large_story"), values)
        connection.execute(story.encode())
        with _second_session(connection, "seed/large_course_progress"):
            connection.execute(content.sql("seed/large_lesson_progress"))
        connection.execute(content.sql("seed/drop"))
        progress(0.5, "statistics for the planner")
        _vacuum(connection)


@contextmanager
def _second_session(connection: Connection[Any], name: str) -> Iterator[None]:
    """Run the statement *name* in a session of its own, on the other processor, while inside."""
    info = connection.info

    def run() -> None:
        with psycopg.connect(info.dsn, password=info.password or None) as second:
            _set(second, BULK_SETTINGS)
            second.execute(content.sql(name))

    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(run)
        yield
        running.result()


def _prepare(connection: Connection[Any], *names: str) -> None:
    for name in names:
        connection.execute(content.sql(f"seed/{name}"))


def _vacuum(connection: Connection[Any]) -> None:
    """Leave what a server leaves that had time: statistics, and every page known to be visible to all."""
    connection.execute("VACUUM (FREEZE, ANALYZE) users, courses, course_progress, lesson_progress")


@contextmanager
def _settings(connection: Connection[Any]) -> Iterator[None]:
    _set(connection, BULK_SETTINGS)
    yield
    for name in BULK_SETTINGS:
        connection.execute(f"RESET {name}".encode())


def _set(connection: Connection[Any], settings: Mapping[str, str]) -> None:
    for name, value in settings.items():
        connection.execute("SELECT set_config(%s, %s, false)", [name, value])


@contextmanager
def _bulk_load(connection: Connection[Any], progress: Progress) -> Iterator[None]:
    """Take keys and indexes from the tables inside; make them again as they were, in the same order."""
    statements = connection.execute(
        content.sql("catalog/bulk_load"), {"tables": list(BULK_TABLES)}
    ).fetchall()
    for drop, _, _ in reversed(statements):
        connection.execute(drop)
    yield
    # Nobody waits for the log of an index: a class is whole or dropped.  Before VACUUM it had to be written,
    # or the rows would not yet count as visible to all.
    _set(connection, {"synchronous_commit": "off"})
    for done, (_, make, comment) in enumerate(statements):
        progress(0.55 + 0.45 * done / len(statements), "keys and indexes")
        connection.execute(make)
        if comment:
            connection.execute(comment)
