"""
What a dashboard costs on many rows: `python tests/benchmarks/analytics.py [MILLIONS]`, 10 when not said.

Seeds the large class at that scale on a server of its own, asks the dashboard's questions about one course
directly, then has the counts of every lesson kept by a materialised view and by triggers, and prints what
reading, refreshing and writing cost.  Ten million rows take some minutes and about 6 GB of disk.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from datetime import UTC, datetime

from psycopg import conninfo

from lessonlab.charts.chart import DASHBOARD
from lessonlab.config import Settings
from lessonlab.plans import explain
from lessonlab.postgres.apply import apply_set
from lessonlab.postgres.connect import connect
from lessonlab.postgres.seed import seed
from lessonlab.postgres.server import use_server
from lessonlab.postgres.templates import create_statement
from lessonlab.queries import find
from lessonlab.queries.arguments import arguments
from lessonlab.queries.summary import keep_by_triggers, keep_by_view

ROUNDS = 5
WRITES = 200
LESSONS = """
    SELECT lesson_id, count(*), count(*) FILTER (WHERE completed), count(*) FILTER (WHERE attempts > 0),
           sum(attempts), count(score), sum(score), sum(time_spent_seconds)
    FROM lesson_progress WHERE course_id = %(course)s GROUP BY lesson_id"""
FROM_VIEW = "SELECT * FROM lesson_summary_view WHERE course_id = %(course)s"
FROM_TABLE = "SELECT * FROM lesson_summary WHERE course_id = %(course)s"
REFRESH = "REFRESH MATERIALIZED VIEW {}lesson_summary_view"
WRITE = "UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + 30 WHERE id = ANY(%s)"


def median_ms(work, rounds=ROUNDS) -> float:
    """Return the median milliseconds of *work*, run once before."""
    taken = []
    for round_ in range(rounds + 1):
        start = time.perf_counter()
        work()
        if round_:
            taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken)


def say(what: str, ms: float, pages: int | None = None, more: str = "") -> None:
    """Print one line."""
    touched = "" if pages is None else f"{pages:>10,} pages"
    print(f"{what:<46} {ms:>12,.2f} ms {touched:<17} {more}", flush=True)


def ask(connection, what: str, statement: str, values) -> tuple[float, int]:
    """Run a statement some times, print and return its time and its pages."""
    pages = explain(connection, statement, values).pages or 0
    ms = median_ms(lambda: connection.execute(statement, values, prepare=False).fetchall())
    say(what, ms, pages)
    return ms, pages


def measure_direct(connection, course) -> None:
    """Ask each question of the dashboard, then the counts of every lesson alone."""
    total = [
        ask(connection, name, find(name).statement, arguments(find(name), {"course": course}))
        for name in (*DASHBOARD, "completion_rate")
    ]
    say("the whole dashboard", sum(ms for ms, _ in total), sum(pages for _, pages in total))
    ask(connection, "counts of every lesson, from the rows", LESSONS, {"course": course})


def measure_view(connection, course, ids) -> None:
    """Make, read and refresh the materialised view, refreshed when nothing and when something changed."""
    say("view: made", median_of_one(lambda: keep_by_view(connection)))
    ask(connection, "counts of every lesson, from the view", FROM_VIEW, {"course": course})
    say("view: refreshed", median_ms(lambda: connection.execute(REFRESH.format("")), 3))
    say(
        "view: refreshed concurrently",
        median_ms(lambda: connection.execute(REFRESH.format("CONCURRENTLY ")), 3),
    )
    connection.execute(WRITE, [ids])
    say(
        "  after 10,000 rows changed",
        median_of_one(lambda: connection.execute(REFRESH.format("CONCURRENTLY "))),
    )


def median_of_one(work) -> float:
    """Return the milliseconds of *work*, run once."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def measure_writes(connection, label: str, ids) -> None:
    """Change one row at a time, then ten thousand at once."""
    singles = iter(ids)
    one = median_ms(lambda: connection.execute(WRITE, [[next(singles)]]), WRITES)
    say(f"one row written, {label}", one)
    say(f"10,000 rows written at once, {label}", median_ms(lambda: connection.execute(WRITE, [ids]), 3))


def measure_table(connection, course, ids) -> None:
    """Make the summary table and its triggers, read it, and write below it."""
    measure_writes(connection, "no triggers", ids)
    say("table and triggers: made", median_of_one(lambda: keep_by_triggers(connection)))
    ask(connection, "counts of every lesson, from the table", FROM_TABLE, {"course": course})
    measure_writes(connection, "triggers", ids)
    differ = connection.execute(
        """SELECT count(*) FROM lesson_summary AS s FULL JOIN (
             SELECT course_id, lesson_id, count(*) AS started, sum(time_spent_seconds) AS seconds
             FROM lesson_progress GROUP BY course_id, lesson_id) AS p USING (course_id, lesson_id)
           WHERE (s.started, s.seconds) IS DISTINCT FROM (p.started, p.seconds)"""
    ).fetchone()
    print(f"lessons whose summary differs from their rows: {differ[0]}")


def main(millions: float) -> None:
    """Build, measure, print."""
    from homes import temporary_home  # noqa: PLC0415 - pytest looks for doctests here, and finds no neighbours

    with temporary_home() as home:
        os.environ["LESSONLAB_HOME"] = str(home)
        with use_server(Settings.from_environment(), "a benchmark") as server:
            with connect(server.dsn) as admin:
                admin.execute(create_statement("analytics", 180000))
            with connect(conninfo.make_conninfo(server.dsn, dbname="analytics")) as connection:
                apply_set(connection, "schema")
                start = time.perf_counter()
                seed(connection, "large", datetime.now(UTC), lambda *_: None, scale=millions)
                print(f"{millions:g} million rows seeded in {time.perf_counter() - start:,.0f} s", flush=True)
                row = connection.execute("SELECT id FROM courses WHERE title = 'Databases'").fetchone()
                course = row[0]
                ids = [
                    found[0]
                    for found in connection.execute(
                        "SELECT id FROM lesson_progress TABLESAMPLE SYSTEM (2) REPEATABLE (7) LIMIT 10000"
                    )
                ]
                measure_direct(connection, course)
                measure_view(connection, course, ids)
                measure_table(connection, course, ids)


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 10)
