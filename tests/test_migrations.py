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
    """Twelve files on any version; the second time there is nothing to do."""
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


@pytest.mark.parametrize("name", [name for name in NAMES if "lock_timeout" in text_of(name)])
def test_a_file_that_gets_no_lock_gives_up_and_can_be_tried_again(dsn, name):
    """With the table taken by somebody, the file is refused 55P03, leaves nothing, and applies afterwards."""
    with connect(dsn) as connection, connect(dsn) as somebody:
        apply_set(connection, "schema")
        upto = NAMES.index(name)
        folder_apply(connection, NAMES[:upto])
        with somebody.transaction():
            somebody.execute("LOCK TABLE lesson_progress, courses")
            with pytest.raises(SqlError) as refused:
                folder_apply(connection, NAMES[: upto + 1], tries=1)
            assert "55P03" == refused.value.sqlstate
        assert upto == len(applied(connection, SET))
        folder_apply(connection, NAMES[: upto + 1])
        assert upto + 1 == len(applied(connection, SET))


def folder_apply(connection, names, tries=2):
    """Apply only the files *names* of the set."""
    with tempfile.TemporaryDirectory() as folder:
        for name in names:
            (Path(folder) / name).write_text(text_of(name), encoding="utf-8")
        apply_set(connection, SET, Path(folder), tries)


STOPS_WRITERS = """SELECT relation::REGCLASS::TEXT FROM pg_locks
    WHERE pid = pg_backend_pid() AND locktype = 'relation' AND relation = ANY(%s)
      AND mode IN ('ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock')"""
IN_USE = """SELECT array_agg(oid) FROM pg_class
    WHERE relkind = 'r' AND relnamespace = 'public'::REGNAMESPACE"""
WORK = """SELECT oid::REGCLASS::TEXT, pg_stat_get_xact_numscans(oid), pg_relation_filenode(oid)
    FROM unnest(%s::OID[]) AS oid"""


def work_under_a_strong_lock(connection, text):
    """Return which tables in use *text* locks against writers, and which it reads or writes anew."""
    with connection.transaction(force_rollback=True):
        ((tables,),) = connection.execute(IN_USE).fetchall()
        before = set(connection.execute(WORK, [tables]).fetchall())
        connection.execute(text)
        stopped = {name for (name,) in connection.execute(STOPS_WRITERS, [tables])}
        touched = {name for name, *_ in set(connection.execute(WORK, [tables]).fetchall()) - before}
    return stopped, touched


def lets_writers_go_on(connection, text):
    """Say whether *text* either stops no writer, or reads and writes no rows while it does."""
    stopped, touched = work_under_a_strong_lock(connection, text)
    return not stopped or not touched


IN_TRANSACTION = [name for name in NAMES if "no-transaction" not in text_of(name)]


@pytest.mark.parametrize("name", IN_TRANSACTION)
def test_no_rows_are_read_under_a_lock_that_stops_writers(small, name):
    """A file that stops writers reads no table in use, and one that reads stops nobody."""
    with connect(small) as connection:
        folder_apply(connection, NAMES[: NAMES.index(name)])

        assert lets_writers_go_on(connection, text_of(name))


NEW_ROWS, OLD_ROWS = text_of("08_lessons_of_new_rows.sql"), text_of("09_lessons_of_old_rows.sql")
BAD = {
    "trigger, then a read": (
        8,
        NEW_ROWS + OLD_ROWS,
    ),
    "a CHECK that is asked at once": (2, text_of("02_attempts_known.sql").replace("NOT VALID", "")),
    "NOT NULL without a CHECK": (2, "ALTER TABLE lesson_progress ALTER COLUMN attempts SET NOT NULL"),
    "a foreign key that is asked at once": (
        10,
        text_of("10_lessons_foreign_key.sql").replace("NOT VALID", ""),
    ),
    "an index that is not built beside": (5, "CREATE INDEX ON lesson_progress (score)"),
    "a default for each row": (1, "ALTER TABLE lesson_progress ADD COLUMN t UUID DEFAULT gen_random_uuid()"),
    "a table of lessons, filled at once": (
        7,
        text_of("07_lessons.sql") + OLD_ROWS,
    ),
}


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_file_would_be_seen(small, kind):
    """Files as they are written in a hurry do read under a lock that stops writers."""
    number, text = BAD[kind]
    with connect(small) as connection:
        folder_apply(connection, NAMES[: number - 1])

        assert not lets_writers_go_on(connection, text)


@pytest.mark.parametrize("name", IN_TRANSACTION)
def test_whatever_takes_a_strong_lock_says_how_long_it_waits(small, name):
    """Each file that locks a table in use against writers sets a lock_timeout, before anything else."""
    with connect(small) as connection:
        folder_apply(connection, NAMES[: NAMES.index(name)])
        stopped, _ = work_under_a_strong_lock(connection, text_of(name))
    first = next(line for line in text_of(name).splitlines() if not line.startswith("--"))

    assert not stopped or first.startswith("SET LOCAL lock_timeout")
