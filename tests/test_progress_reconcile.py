"""Drift between the two tables: found whatever its kind, repaired under the lock, nothing else touched."""

from __future__ import annotations

import pytest
from psycopg import conninfo

from lessonlab.postgres import provider
from lessonlab.postgres.connect import connect
from lessonlab.postgres.templates import ensure_template
from lessonlab.progress import forget_operations, install, open_service

WHERE = "WHERE (user_id, course_id) = (SELECT user_id, course_id FROM course_progress ORDER BY id LIMIT 1)"
DRIFTS = {
    "a lesson is missing": "UPDATE course_progress SET completed_lessons = completed_lessons - 0",
    "a lesson too many": """UPDATE course_progress SET completed_lessons = completed_lessons || '"never"'""",
    "a lesson twice": "UPDATE course_progress SET completed_lessons = completed_lessons || completed_lessons",
    "another percentage": "UPDATE course_progress SET progress_percentage = 99",
    "another last visit": "UPDATE course_progress SET last_accessed_at = now()",
    "no array": """UPDATE course_progress SET completed_lessons = '"all of them"'""",
    "no row": "DELETE FROM course_progress",
    "a lesson completed behind its back": """UPDATE lesson_progress SET completed = true, completed_at = now()
        WHERE id = (SELECT id FROM lesson_progress WHERE NOT completed ORDER BY id LIMIT 1)""",
}


@pytest.fixture(scope="module")
def ready(server):
    """Return a connection to a clone of the small class, ready to record, and a service on it."""
    ensure_template(server, "small")
    made = provider.clone(server, "tests", "small")
    with connect(made) as connection, open_service(made) as service:
        install(connection, strict=False)
        yield connection, service
    provider.drop_clone(server, conninfo.conninfo_to_dict(made)["dbname"])


@pytest.mark.parametrize("what", DRIFTS)
def test_drift_is_found_and_repaired(ready, what):
    """One learner is out of step, is found, and is in step again; all others stay as they were."""
    connection, service = ready
    before = documents(connection)
    spoil = DRIFTS[what]
    connection.execute(spoil if "WHERE" in spoil else f"{spoil} {WHERE}")

    found = service.drift()
    assert 1 == len(found)
    assert found == service.reconcile()
    assert [] == service.drift()
    after = documents(connection)
    assert [(found[0].user_id, found[0].course_id)] == [key for key in after if after[key] != before[key]]


def documents(connection):
    """Return when each learner's row of a course was written."""
    rows = connection.execute("SELECT user_id, course_id, updated_at FROM course_progress")
    return {(user, course): written for user, course, written in rows}


def test_the_class_is_in_step(ready):
    """What the seed made agrees."""
    assert [] == ready[1].drift()


def test_drift_says_which_lessons(ready):
    """What the array lacks, and what it has too many."""
    connection, service = ready
    lessons = """UPDATE course_progress SET completed_lessons = completed_lessons - 'joins' || '"never"'
        WHERE completed_lessons ? 'joins' AND user_id = (SELECT id FROM users WHERE name = 'Mina')"""
    connection.execute(lessons)

    (one,) = service.reconcile()
    assert (("joins",), ("never",)) == (one.missing, one.surplus)


def test_old_operations_are_forgotten(ready):
    """Those of a month ago go, those of today stay."""
    connection, service = ready
    user, course = connection.execute("SELECT user_id, course_id FROM course_progress LIMIT 1").fetchone()
    service.start(user, course, "introduction")
    service.start(user, course, "introduction")
    connection.execute(
        """UPDATE lessonlab_record.progress_operation SET recorded_at = now() - INTERVAL '31 days'
           WHERE operation = (SELECT min(operation::TEXT)::UUID FROM lessonlab_record.progress_operation)"""
    )

    assert [1, 0] == [forget_operations(connection), forget_operations(connection)]
