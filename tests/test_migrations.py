"""The migrations of chapter 21: they apply on every version, and each can be refused its lock."""

import tempfile
from pathlib import Path

import psycopg
import pytest

from lessonlab import content
from lessonlab.errors import SqlError
from lessonlab.postgres.apply import applied, apply_set, pending, read_set
from lessonlab.postgres.connect import connect
from lessonlab.review import review

SET = "migrations"
NAMES = [file.name for file in read_set(SET)]


def text_of(name):
    """Return the text of the file *name* of the set."""
    return (content.folder("sql") / SET / name).read_text(encoding="utf-8")


PARENT = """INSERT INTO users (email, name) VALUES ('a@example.org', 'Ada');
            INSERT INTO courses (title, lesson_count) VALUES ('SQL', 3)"""
ROW = """INSERT INTO lesson_progress (user_id, course_id, lesson_id)
         SELECT users.id, courses.id, %s FROM users, courses"""


@pytest.fixture
def db(every_server):
    """Yield a connection to a database with the guide's schema and one learner's row."""
    with connect(every_server) as connection:
        apply_set(connection, "schema")
        connection.execute(PARENT)
        connection.execute(ROW, ["joins"])
        yield connection


def test_all_apply_once(db):
    """Eleven files on any version; the second time there is nothing to do."""
    assert NAMES == [file.name for file in apply_set(db, SET)]
    assert [] == apply_set(db, SET)
    assert [] == pending(db, SET)


def test_what_they_leave(db):
    """A known lesson is there, an unknown one is refused, and a course can still be deleted whole."""
    apply_set(db, SET)

    assert [("joins", None)] == db.execute("SELECT lesson_id, title FROM lessons").fetchall()
    with pytest.raises(psycopg.errors.ForeignKeyViolation):
        db.execute(ROW, ["jions"])
    with pytest.raises(psycopg.errors.NotNullViolation):
        db.execute("UPDATE lesson_progress SET attempts = NULL")
    db.execute("DELETE FROM courses")
    assert [(0, 0)] == db.execute(
        "SELECT (SELECT count(*) FROM lessons), (SELECT count(*) FROM lesson_progress)"
    ).fetchall()


def test_a_review_finds_nothing_new(db):
    """The tables that migrations make have what chapter 18 asks for: keys, indexes, comments."""
    before = {finding.object for finding in review(db).findings}
    apply_set(db, SET)

    after = {finding.object for finding in review(db).findings}

    assert "lesson_progress.attempts" in before - after
    assert set() == after - before


@pytest.mark.parametrize(
    "name", [name for name in NAMES if "no-transaction" not in text_of(name) and "lessons.sql" not in name]
)
def test_a_file_that_gets_no_lock_gives_up_and_can_be_tried_again(dsn, name):
    """With the table taken by somebody, the file is refused 55P03, leaves nothing, and applies afterwards."""
    with connect(dsn) as connection, connect(dsn) as somebody:
        apply_set(connection, "schema")
        upto = NAMES.index(name)
        folder_apply(connection, NAMES[:upto])
        with somebody.transaction():
            somebody.execute("LOCK TABLE lesson_progress")
            with pytest.raises(SqlError) as refused:
                folder_apply(connection, NAMES[: upto + 1])
            assert "55P03" == refused.value.sqlstate
        assert upto == len(applied(connection, SET))
        folder_apply(connection, NAMES[: upto + 1])
        assert upto + 1 == len(applied(connection, SET))


def folder_apply(connection, names):
    """Apply only the files *names* of the set."""
    with tempfile.TemporaryDirectory() as folder:
        for name in names:
            (Path(folder) / name).write_text(text_of(name), encoding="utf-8")
        apply_set(connection, SET, Path(folder))


@pytest.mark.parametrize("name", NAMES)
def test_whatever_takes_a_strong_lock_says_how_long_it_waits(name):
    """Each file that changes lesson_progress in a transaction begins with a lock_timeout."""
    text = text_of(name)
    changes = "lesson_progress" in text and ("ALTER TABLE" in text or "TRIGGER" in text)

    assert ("SET LOCAL lock_timeout" in text) == changes
