"""A small load: it goes on while something is done, and says what its writers felt of it."""

import time

import pytest

import lessonlab
from lessonlab.errors import ConfigError

HOLD = "SELECT pg_sleep(2)"
SESSIONS = """SELECT count(*) FROM pg_stat_activity
              WHERE datname = current_database() AND backend_type = 'client backend'"""


def wait_until_alone(lab):
    """Wait until the sessions of a load that has ended are gone: they leave a moment later."""
    until = time.monotonic() + 60
    while lab.value(SESSIONS) != 1:
        assert time.monotonic() < until
        time.sleep(0.05)


@pytest.fixture(scope="module")
def lab():
    """Return a lab of the small class."""
    made = lessonlab.open("17_common_pitfalls")
    yield made
    made.close()


def test_a_load_that_nobody_disturbs(lab):
    """The writers write, wait for nothing, and are refused nothing."""
    before = lab.value("SELECT sum(time_spent_seconds) FROM lesson_progress")
    with lab.load() as load:
        lab.run("SELECT 1")
    gained = lab.value("SELECT sum(time_spent_seconds) FROM lesson_progress") - before

    assert ((), {}) == (load.waits, load.errors)
    assert gained > 0
    assert gained % 30 == 0
    assert repr(load).endswith("waited for nothing that anybody would notice\nerrors     none")


@pytest.mark.slow
def test_writers_wait_for_a_table_that_is_held(lab):
    """A lock that is held is named."""
    with lab.load(patience=60) as load, lab.connection.transaction():
        lab.run(f"LOCK TABLE lesson_progress; {HOLD}")

    assert (("the table lesson_progress",), {}) == (load.waits, load.errors)
    assert load.longest.value >= 0.5


@pytest.mark.slow
def test_a_lock_that_lets_writers_pass_is_no_wait(lab):
    """SHARE UPDATE EXCLUSIVE, which VALIDATE and CREATE INDEX CONCURRENTLY take, disturbs nobody."""
    with lab.load(patience=60) as load, lab.connection.transaction():
        lab.run(f"LOCK TABLE lesson_progress IN SHARE UPDATE EXCLUSIVE MODE; {HOLD}")

    assert ((), {}) == (load.waits, load.errors)


@pytest.mark.slow
def test_who_loses_patience_gets_an_error(lab):
    """A statement over the limit is cancelled, and the writer goes on."""
    with lab.load(patience=0.5) as load, lab.connection.transaction():
        lab.run(f"LOCK TABLE lesson_progress; {HOLD}")

    assert ["57014"] == list(load.errors)
    assert load.statements > sum(load.errors.values())


def test_a_statement_that_fails_is_counted_and_the_load_goes_on(lab):
    """An app whose column is gone gets an error each time."""
    with lab.load("SELECT no_such_column FROM lesson_progress WHERE id = :id") as load:
        lab.run("SELECT 1")

    assert {"42703": load.statements} == load.errors


def test_the_number_of_writers_is_chosen(lab):
    """Three writers are three sessions beside one that looks on, and gone afterwards."""
    wait_until_alone(lab)
    with lab.load(writers=3) as load:
        during = lab.value(SESSIONS)
    wait_until_alone(lab)

    assert (5, "3 writers") == (during, repr(load)[:9])


def test_an_error_inside_goes_through_and_leaves_no_writer(lab):
    """What the reader's own statement is refused with is not hidden by the load."""
    with pytest.raises(lessonlab.LessonLabError, match="no_such_table"), lab.load():
        lab.run("SELECT * FROM no_such_table")

    wait_until_alone(lab)


def test_a_load_of_nothing(lab):
    """No writers is an error of ours."""
    with pytest.raises(ConfigError, match="nothing to load"):
        lab.load(writers=0)


def test_a_load_whose_sessions_are_ended_says_so(lab):
    """Writers that somebody terminated are not waited for."""
    end = """SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
             WHERE datname = current_database() AND pid <> pg_backend_pid()
             AND query LIKE '%lesson_progress%'"""
    with pytest.raises(lessonlab.LessonLabError, match="came to a halt"), lab.load():
        assert lab.value(end) > 0


def test_a_load_that_does_not_begin_leaves_no_session(lab):
    """Writers that were ended before they could begin, and their watcher, are closed."""
    load = lab.load()
    lab.value("""SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
                 WHERE datname = current_database() AND query LIKE 'SET statement_timeout%'""")
    with pytest.raises(lessonlab.LessonLabError, match="came to a halt"), load:
        pass

    assert load._watcher.connection.closed


def test_a_load_may_be_used_again(lab):
    """The second time it begins anew, and leaves no session either."""
    load = lab.load("SELECT no_such_column FROM lesson_progress WHERE id = :id", "SELECT 1")
    with load:
        lab.run("ALTER TABLE lesson_progress ADD COLUMN no_such_column TEXT")
    first = load.errors
    with load:
        lab.run("SELECT 1")
    wait_until_alone(lab)
    lab.run("ALTER TABLE lesson_progress DROP COLUMN no_such_column")

    assert (["42703"], {}) == (list(first), load.errors)
