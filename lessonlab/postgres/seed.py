"""
The class of learners: the same rows on every server, made from their keys; times count back from an anchor.

`small` reads well; `large` is 1,000,000 rows of lesson_progress for plans and timings.  The statements are in
`sql/seed`; what they need is in a schema `seeding` that is dropped at the end.
"""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import psycopg

from lessonlab import content
from lessonlab.errors import ConfigError
from lessonlab.postgres.second import Second

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import datetime

    from psycopg import Connection

    from lessonlab.postgres.second import Work

    Progress = Callable[[float, str], None]
    Task = Callable[[Connection[Any]], object]

ROWS_PER_LEARNER = 100
LARGE_ROWS = 1_000_000
MOST_ROWS = 10_000_000
NEIGHBOURS = 50  # learners that go the same way through different courses: each course gets as many rows
SMALL = ("seed/small_users", "seed/small_courses", "seed/small_lesson_progress", "seed/small_course_progress")
TABLES = ("users", "courses", "course_progress", "lesson_progress")
FREEZINGS, MOMENT = (
    10,
    0.2,
)  # a statement elsewhere, as CREATE DATABASE, may have begun before the rows were there
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
        _prepare(connection, "seed/functions", "seed/learners", "seed/small_lessons", "seed/small_enrolments")
        for name in SMALL:
            connection.execute(content.sql(name), values)
        connection.execute(content.sql("seed/drop"))
    progress(0.8, "statistics for the planner")
    _vacuum(connection)


def _seed_large(connection: Connection[Any], values: dict[str, Any], progress: Progress) -> None:
    rows = values["learners"] * ROWS_PER_LEARNER
    with _settings(connection), _second_session(connection) as aside:
        keys = {table: _take_keys(connection, table) for table in BULK_TABLES}
        progress(0.0, "courses and learners")
        _prepare(connection, "seed/functions", "seed/learners", "seed/large_lessons")
        for name in ("seed/large_learners", "seed/large_users", "seed/large_courses"):
            connection.execute(content.sql(name), values)
        connection.execute("ANALYZE seeding.pupil, seeding.journey")
        progress(0.02, f"{rows:,} lessons")
        story = psycopg.ClientCursor(connection).mogrify(content.sql("seed/large_story"), values)
        connection.execute(story.encode())
        copy = aside(lambda second: second.execute(content.sql("seed/large_course_progress")))
        connection.execute(content.sql("seed/large_lesson_progress"))
        copy.result()
        connection.execute(content.sql("seed/drop"))
        progress(0.5, "statistics for the planner")
        others = [table for table in TABLES if table != "lesson_progress"]
        # Both before anything that takes a snapshot here: beside one that is as old as somebody's open
        # transaction elsewhere on the server, no row would count as visible to all.
        seen = aside(lambda second: _freeze(second, others))
        _freeze(connection, ["lesson_progress"])
        seen.result()
        rest = aside(lambda second: _finish(second, others, keys["course_progress"], lambda *_: None))
        _finish(connection, ["lesson_progress"], keys["lesson_progress"], progress)
        rest.result()


@contextmanager
def _second_session(connection: Connection[Any]) -> Iterator[Callable[[Task], Work]]:
    """
    Yield a function that begins a task in a session of its own, on the other processor.

    Who ends meanwhile, as `lessonlab start` does by Ctrl+C, does not wait for the task.
    """
    info = connection.info
    aside = psycopg.connect(info.dsn, password=info.password or None, autocommit=True)
    second = Second(aside)
    try:
        _set(aside, BULK_SETTINGS)
        yield lambda task: second.begin(lambda: task(aside))
    finally:
        second.close()


def _prepare(connection: Connection[Any], *names: str) -> None:
    for name in names:
        connection.execute(content.sql(name))


def _vacuum(connection: Connection[Any], tables: Sequence[str] = TABLES) -> None:
    """Leave what a server leaves that had time: statistics, and every page known to be visible to all."""
    _freeze(connection, tables)
    connection.execute(f"ANALYZE {', '.join(tables)}".encode())


def _freeze(connection: Connection[Any], tables: Sequence[str]) -> None:
    """Let every page of *tables* be known to be visible to all; wait for who may still see them otherwise."""
    names = list(tables)
    for _ in range(FREEZINGS):
        connection.execute(f"VACUUM (FREEZE) {', '.join(names)}".encode())
        found = connection.execute(content.sql("catalog/unseen_pages"), {"tables": names}).fetchall()
        names = [name for (name,) in found]
        if not names:
            return
        time.sleep(MOMENT)


@contextmanager
def _settings(connection: Connection[Any]) -> Iterator[None]:
    _set(connection, BULK_SETTINGS)
    yield
    for name in BULK_SETTINGS:
        connection.execute(f"RESET {name}".encode())


def _set(connection: Connection[Any], settings: Mapping[str, str]) -> None:
    for name, value in settings.items():
        connection.execute("SELECT set_config(%s, %s, false)", [name, value])


def _take_keys(connection: Connection[Any], table: str) -> list[tuple[str, str, str | None]]:
    """Take keys and indexes from *table*; return how each is dropped, made again, and commented."""
    statements = connection.execute(content.sql("catalog/bulk_load"), {"tables": [table]}).fetchall()
    for drop, _, _ in reversed(statements):
        connection.execute(drop)
    return statements


def _finish(
    connection: Connection[Any],
    tables: Sequence[str],
    keys: list[tuple[str, str, str | None]],
    progress: Progress,
) -> None:
    """Analyse *tables*, and make *keys* again as they were, in the same order."""
    connection.execute(f"ANALYZE {', '.join(tables)}".encode())
    # Nobody waits for the log of an index: a class is whole or dropped.  Before VACUUM it had to be written,
    # or the rows would not yet count as visible to all.
    _set(connection, {"synchronous_commit": "off"})
    for done, (_, make, comment) in enumerate(keys):
        progress(0.55 + 0.45 * done / len(keys), "keys and indexes")
        connection.execute(make.encode())
        if comment:
            connection.execute(comment.encode())
