"""Failures that pass: each is made for real, the service tries again, and the change counts once."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from uuid import UUID

import psycopg
import pytest
from psycopg import IsolationLevel

from lessonlab.postgres.connect import connect
from lessonlab.progress import Patience, install, open_service
from lessonlab.progress.patience import Retry, keep_trying

MINA = UUID("00000000-0000-4000-8000-000000000001")
WEB = UUID("00000000-0000-4000-8000-00000000000a")
HOOKS = (MINA, WEB, "react-hooks")
WAITERS = """SELECT count(*) FROM pg_stat_activity
             WHERE datname = current_database() AND cardinality(pg_blocking_pids(pid)) > 0"""


@pytest.fixture(scope="module")
def database(server, fresh):
    """Return the connection string of a database with one learner and one course, ready to record."""
    with fresh(server) as made, connect(made) as connection:
        install(connection)
        connection.execute(
            "INSERT INTO users (id, email, name) VALUES (%s, 'mina@example.org', 'Mina')", [MINA]
        )
        connection.execute("INSERT INTO courses (id, title, lesson_count) VALUES (%s, 'Web', 18)", [WEB])
        yield made


@pytest.fixture
def heard():
    """Return the list of the tries that failed."""
    return []


@pytest.fixture
def other(database):
    """Return another program's session."""
    with psycopg.connect(database) as session:
        yield session
        session.rollback()


def meanwhile(session, call, *arguments):
    """Begin a call in the background; return its answer to come, once it waits for a lock."""
    answer = ThreadPoolExecutor(1).submit(call, *arguments)
    with connect(session.info.dsn, password=session.info.password) as look:
        while not answer.done() and look.execute(WAITERS).fetchone() == (0,):
            time.sleep(0.01)
    return answer


def test_a_serialisation_failure_is_tried_again(database, heard, other):
    """At REPEATABLE READ a row that changed while one waited is 40001, and no error for the caller."""
    with open_service(database, isolation=IsolationLevel.REPEATABLE_READ, on_retry=heard.append) as service:
        before = service.start(*HOOKS).time_spent_seconds
        other.execute("UPDATE course_progress SET updated_at = now()")
        answer = meanwhile(other, service.add_time, *HOOKS, 30)
        other.commit()

        assert before + 30 == answer.result().time_spent_seconds
    assert ["40001"] == [retry.sqlstate for retry in heard]


@pytest.mark.slow
def test_a_deadlock_is_tried_again(database, heard, other):
    """A program that locks the lesson before the course closes a circle; the service steps back."""
    with open_service(database, options="-c deadlock_timeout=2s", on_retry=heard.append) as service:
        before = service.start(*HOOKS).time_spent_seconds
        other.execute("SET deadlock_timeout = '60s'")
        other.execute("UPDATE lesson_progress SET attempts = attempts")
        answer = meanwhile(other, service.add_time, *HOOKS, 30)
        other.execute("UPDATE course_progress SET updated_at = now()")
        other.commit()

        assert before + 30 == answer.result().time_spent_seconds
    assert ["40P01"] == [retry.sqlstate for retry in heard]


def test_a_transaction_that_is_older_than_the_row_is_tried_again(database, heard, other):
    """The trigger's now() would be before created_at, which the strict set refuses; the next is not."""
    lesson = (MINA, WEB, "routing")
    with open_service(database, on_retry=heard.append) as service:
        service.start(*HOOKS)
        other.execute("SELECT FROM course_progress FOR UPDATE")
        answer = meanwhile(other, service.complete, *lesson)
        other.execute(
            """INSERT INTO lesson_progress (user_id, course_id, lesson_id, first_started_at, last_accessed_at,
                                            created_at, updated_at)
               SELECT %s, %s, %s, moment, moment, moment, moment FROM clock_timestamp() AS moment""",
            lesson,
        )
        other.commit()

        assert answer.result().completed
        assert [] == service.drift()
    assert ["23514"] == [retry.sqlstate for retry in heard]


def test_a_failure_that_stays_is_tried_once():
    """What is about the value is raised as it is."""
    tries = []

    def fail():
        tries.append(1)
        raise psycopg.errors.CheckViolation

    with pytest.raises(psycopg.errors.CheckViolation):
        keep_trying(fail, Patience(first=0), print)
    assert [1] == tries


@pytest.mark.parametrize(
    ("patience", "want"), [(Patience(tries=4, first=0), 4), (Patience(seconds=0, first=0.01), 1)]
)
def test_patience_is_limited(patience, want):
    """By tries, and by seconds; the last failure is the caller's."""
    tries: list[int] = []

    def fail():
        tries.append(1)
        raise psycopg.errors.SerializationFailure

    retries: list[Retry] = []
    with pytest.raises(psycopg.errors.SerializationFailure):
        keep_trying(fail, patience, retries.append)
    assert (want, want - 1) == (len(tries), len(retries))
