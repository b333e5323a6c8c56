"""The service that records progress: full keys, nothing lost or twice, guide's schema and strict."""

from __future__ import annotations

import threading
from uuid import UUID, uuid4

import psycopg
import pytest

from lessonlab.errors import ConfigError, ProgressRefused, ProgressUnavailable
from lessonlab.postgres.apply import apply_set
from lessonlab.postgres.connect import connect
from lessonlab.progress import MemoryCache, Patience, ProgressService, install, open_service
from lessonlab.progress.kept import dump, parse
from lessonlab.progress.pool import open_pool

MINA = UUID("00000000-0000-4000-8000-000000000001")
OMAR = UUID("00000000-0000-4000-8000-000000000002")
WEB = UUID("00000000-0000-4000-8000-00000000000a")
SQL = UUID("00000000-0000-4000-8000-00000000000b")
NOBODY = UUID("00000000-0000-4000-8000-0000000000ff")


@pytest.fixture(scope="module")
def databases(server, fresh):
    """Return the connection strings of two databases, with the guide's schema and with the strict one."""
    with fresh(server) as guide, fresh(server) as strict:
        yield {"guide": prepare(guide, strict=False), "strict": prepare(strict, strict=True)}


@pytest.fixture(params=["guide", "strict"])
def made(request, databases):
    """Return the connection string of a database with two learners and two courses, and no progress."""
    return emptied(databases[request.param])


@pytest.fixture
def strict(databases):
    """Return the same with the stricter constraints only."""
    return emptied(databases["strict"])


def emptied(dsn):
    """Forget all progress; return *dsn*."""
    with connect(dsn) as connection:
        for table in ("lesson_progress", "course_progress", "lessonlab_record.progress_operation"):
            connection.execute(f"DELETE FROM {table}")
    return dsn


def prepare(dsn, *, strict):
    """Make the database of *dsn* ready, with learners and courses."""
    with connect(dsn) as connection:
        install(connection, strict=strict)
        for n, user in enumerate((MINA, OMAR)):
            connection.execute(
                "INSERT INTO users (id, email, name) VALUES (%s, %s, 'x')", [user, f"{n}@x.org"]
            )
        for course, lessons in ((WEB, 18), (SQL, 12)):
            connection.execute(
                "INSERT INTO courses (id, title, lesson_count) VALUES (%s, 'x', %s)", [course, lessons]
            )
    return dsn


@pytest.fixture
def service(made):
    """Return a service on it."""
    with open_service(made) as opened:
        yield opened


def rows(dsn, query, *values):
    """Return the rows of a query."""
    with connect(dsn) as connection:
        return connection.execute(query, values).fetchall()


def test_every_operation_runs_on_every_server(every_server):
    """The statements are good for PostgreSQL 15 to 18."""
    with open_service(prepare(every_server, strict=True)) as service:
        service.start(MINA, WEB, "routing")
        service.add_time(MINA, WEB, "routing", 60)
        service.attempt(MINA, WEB, "routing", 40)
        done = service.complete(MINA, WEB, "routing", 90)

        assert (True, 60, 1, 90) == (done.completed, done.time_spent_seconds, done.attempts, done.score)
        assert done == service.lesson(MINA, WEB, "routing")


def test_one_course_is_changed_and_not_its_namesake(service):
    """A slug that two courses have is one lesson in each."""
    service.start(MINA, WEB, "introduction")
    service.start(MINA, SQL, "introduction")
    service.add_time(MINA, SQL, "introduction", 30)

    assert [0, 30] == [service.lesson(MINA, c, "introduction").time_spent_seconds for c in (WEB, SQL)]


@pytest.mark.parametrize("call", ["start", "add_time", "attempt", "complete"])
def test_a_lesson_that_was_never_started_is_started(service, call):
    """No operation needs another one before it."""
    more = [30] if call == "add_time" else []
    row = getattr(service, call)(MINA, WEB, "routing", *more)

    assert row.first_started_at is not None
    assert "routing" == row.lesson_id


def test_completing_keeps_the_score_and_the_first_time(service):
    """A second completion changes neither; one with a score brings the score."""
    service.attempt(MINA, WEB, "routing", 85)
    first = service.complete(MINA, WEB, "routing")
    second = service.complete(MINA, WEB, "routing")

    assert (85, 85) == (first.score, second.score)
    assert first.completed_at == second.completed_at
    assert 95 == service.complete(MINA, WEB, "routing", 95).score


def test_a_completion_with_a_score_and_no_try_counts_one(service):
    """A score comes from a try."""
    assert 1 == service.complete(MINA, WEB, "routing", 90).attempts


def test_a_try_without_a_score_keeps_the_score(service):
    """What was reached once is not forgotten."""
    service.attempt(MINA, WEB, "routing", 0)

    row = service.attempt(MINA, WEB, "routing")
    assert (2, 0) == (row.attempts, row.score)


def test_the_course_is_in_step_with_its_lessons(service, made):
    """The array, the percentage and the last visit are those of the lessons."""
    for lesson in ("routing", "html-basics", "css-layout"):
        service.complete(MINA, WEB, lesson)
    service.start(MINA, WEB, "forms")
    summary = service.course_summary(MINA, WEB)

    assert ("routing", "html-basics", "css-layout") == summary.completed_lessons
    assert (17, 15) == (summary.progress_percentage, summary.lessons_left)
    last = rows(made, "SELECT max(last_accessed_at) FROM lesson_progress")
    assert [(summary.last_accessed_at,)] == last


def test_the_array_follows_the_order_of_the_course(made):
    """Where the course's lessons are known, the array has them in order, and unknown ones after them."""
    outline = {WEB: ["html-basics", "css-layout", "routing"]}
    with ProgressService(open_pool(made), outlines=outline) as service:
        for lesson in ("bonus", "routing", "html-basics"):
            service.complete(MINA, WEB, lesson)
        summary = service.course_summary(MINA, WEB)

    assert ("html-basics", "routing", "bonus") == summary.completed_lessons


def test_the_current_lesson_is_the_last_one_open(service):
    """Completed lessons are none to go on with."""
    assert service.current_lesson(MINA, WEB) is None
    for lesson in ("html-basics", "css-layout", "routing"):
        service.start(MINA, WEB, lesson)
    service.complete(MINA, WEB, "routing")

    assert "css-layout" == service.current_lesson(MINA, WEB).lesson_id


@pytest.mark.parametrize("call", ["start", "add_time", "attempt", "complete"])
def test_an_operation_that_is_sent_again_changes_nothing(service, made, call):
    """Not a second, not a try, not a time stamp."""
    more, operation = ([30] if call == "add_time" else []), uuid4()
    first = getattr(service, call)(MINA, WEB, "routing", *more, operation=operation)
    before = rows(made, "SELECT * FROM lesson_progress, course_progress")

    assert first == getattr(service, call)(MINA, WEB, "routing", *more, operation=operation)
    assert before == rows(made, "SELECT * FROM lesson_progress, course_progress")


def test_what_was_deleted_since_is_not_made_again_by_a_repeat(service, made):
    """The repeat of an operation whose row is gone says so."""
    operation = uuid4()
    service.start(MINA, WEB, "routing", operation=operation)
    with connect(made) as connection:
        connection.execute("DELETE FROM lesson_progress")

    with pytest.raises(ProgressRefused, match="deleted since"):
        service.start(MINA, WEB, "routing", operation=operation)


def test_a_course_row_that_was_missing_is_made_whole(service, made):
    """Opening a lesson makes the row with all that was completed before, not an empty one."""
    service.complete(MINA, WEB, "html-basics")
    with connect(made) as connection:
        connection.execute("DELETE FROM course_progress")
    service.start(MINA, WEB, "routing")

    assert ("html-basics",) == service.course_summary(MINA, WEB).completed_lessons
    assert [] == service.drift()


def test_an_id_that_asks_for_something_else_is_refused(service):
    """An id is a request's, not a client's."""
    operation = uuid4()
    service.add_time(MINA, WEB, "routing", 30, operation=operation)

    with pytest.raises(ProgressRefused, match="asked for something else"):
        service.add_time(MINA, WEB, "routing", 31, operation=operation)
    service.add_time(OMAR, WEB, "routing", 30, operation=operation)
    assert [30, 30] == [service.lesson(u, WEB, "routing").time_spent_seconds for u in (MINA, OMAR)]


@pytest.mark.parametrize(
    ("user", "course", "message"), [(NOBODY, WEB, "no user 0"), (MINA, NOBODY, "no course 0")]
)
def test_unknown_users_and_courses_are_named(service, made, user, course, message):
    """Nothing is left behind of what was refused."""
    with pytest.raises(ProgressRefused, match=message):
        service.start(user, course, "routing")
    assert [] == rows(made, "SELECT FROM course_progress UNION ALL SELECT FROM lesson_progress")


def test_an_unknown_lesson_is_named_where_the_migrations_made_a_table_of_them(dsn):
    """Once lessons have a foreign key, a misspelt one is not taken for an unknown user."""
    with connect(prepare(dsn, strict=False)) as connection:
        apply_set(connection, "migrations")

    with open_service(dsn) as service, pytest.raises(ProgressRefused, match="no lesson 'routng'"):
        service.start(MINA, WEB, "routng")


@pytest.mark.parametrize(
    ("call", "arguments", "message"),
    [
        ("complete", ("routing", 101), "101 is no score"),
        ("attempt", ("routing", -1), "-1 is no score"),
        ("attempt", ("routing", 89.5), "89.5 is no score"),
        ("add_time", ("routing", -5), "-5 cannot be the seconds"),
        ("add_time", ("routing", 10**9), "1000000000 cannot be the seconds"),
        ("add_time", ("routing", True), "True cannot be the seconds"),
        ("start", ("",), "'' is no name of a lesson"),
        ("start", ("Routing ",), "'Routing ' is no name of a lesson"),
        ("start", ("x" * 256,), "is no name of a lesson"),
    ],
)
def test_what_cannot_be_meant_is_refused(service, call, arguments, message):
    """The values are checked before they are sent, on the guide's schema too."""
    with pytest.raises(ProgressRefused, match=message):
        getattr(service, call)(MINA, WEB, *arguments)


def test_a_name_is_no_id(service):
    """An id is a UUID; one written as text will do."""
    with pytest.raises(ProgressRefused, match="'Mina' is no id of a user"):
        service.start("Mina", WEB, "routing")
    assert MINA == service.start(str(MINA), WEB, "routing").user_id


def test_a_thousand_hours_are_enough(strict):
    """What the database refuses is told by the rule's name."""
    with connect(strict) as connection, open_service(strict) as service:
        service.start(MINA, WEB, "routing")
        connection.execute("UPDATE lesson_progress SET time_spent_seconds = 3600000")

        with pytest.raises(ProgressRefused, match="lesson_progress_time_is_plausible"):
            service.add_time(MINA, WEB, "routing", 1)


def test_a_database_without_the_record_of_operations_says_what_to_do(small):
    """The class is not ready to record; one call makes it so."""
    with open_service(small) as service, connect(small) as connection:
        mina, course = connection.execute("SELECT user_id, course_id FROM lesson_progress LIMIT 1").fetchone()
        with pytest.raises(ConfigError, match="install"):
            service.start(mina, course, "introduction")
        install(connection)
        service.start(mina, course, "introduction")


def test_no_completion_is_lost_among_many(strict):
    """Eight threads complete sixteen lessons of one learner at once, the first of the course among them."""
    lessons = [f"lesson-{n}" for n in range(16)]
    with open_service(strict, most=8) as service:
        threads = [
            threading.Thread(
                target=lambda mine=lessons[n::8]: [service.complete(MINA, WEB, one) for one in mine]
            )
            for n in range(8)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        assert sorted(lessons) == sorted(service.course_summary(MINA, WEB).completed_lessons)


def test_a_connection_that_was_cut_is_replaced(strict):
    """The server ends every session; the next call does not notice."""
    heard = []
    with ProgressService(open_pool(strict), on_retry=heard.append) as service, connect(strict) as admin:
        service.start(MINA, WEB, "routing")
        cut(admin)
        service.add_time(MINA, WEB, "routing", 30)

        assert 30 == service.lesson(MINA, WEB, "routing").time_spent_seconds
    assert ["57P01"] == [retry.sqlstate for retry in heard]


def test_many_dead_connections_cost_one_try(strict):
    """After the first failure the pool looks at all of them."""
    heard, pool = [], open_pool(strict)
    with ProgressService(pool, on_retry=heard.append) as service, connect(strict) as admin:
        with pool.connection(), pool.connection(), pool.connection():
            pass
        cut(admin)
        service.start(MINA, WEB, "routing")

    assert 1 == len(heard)


def cut(admin):
    """End every session of the service."""
    ended = admin.execute(
        """SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
           WHERE application_name = 'lessonlab progress'"""
    )
    assert ended.fetchall()


def test_patience_ends(strict):
    """A row that somebody keeps locked is given up after a while, with the id to send again."""
    operation = uuid4()
    patience = Patience(tries=2, first=0.01)
    pool = open_pool(strict, options="-c lock_timeout=50ms")
    with psycopg.connect(strict) as other, ProgressService(pool, patience=patience) as service:
        service.start(MINA, WEB, "routing")
        other.execute("SELECT FROM course_progress FOR UPDATE")
        with pytest.raises(ProgressUnavailable, match=f"operation={operation}") as raised:
            service.add_time(MINA, WEB, "routing", 30, operation=operation)
        other.rollback()

        assert (
            30
            == service.add_time(MINA, WEB, "routing", 30, operation=raised.value.operation).time_spent_seconds
        )


def test_a_closed_service_says_so(made):
    """It is not tried again and again."""
    service = open_service(made)
    service.close()

    with pytest.raises(ConfigError, match="closed"):
        service.start(MINA, WEB, "routing")


def test_a_cache_answers_until_something_is_recorded(strict):
    """A second question is not asked of the database; a change is seen at once."""
    cache = MemoryCache()
    with ProgressService(open_pool(strict), cache=cache) as service:
        service.start(MINA, WEB, "routing")
        for _ in range(3):
            assert "routing" == service.current_lesson(MINA, WEB).lesson_id
            assert () == service.course_summary(MINA, WEB).completed_lessons
        assert (2, 4) == (cache.counts.loads, cache.counts.hits)
        service.complete(MINA, WEB, "routing")

        assert service.current_lesson(str(MINA).upper(), str(WEB).upper()) is None
        assert ("routing",) == service.course_summary(MINA, WEB).completed_lessons


def test_a_cache_forgets_what_was_reconciled(strict):
    """The repaired row is what is answered."""
    with ProgressService(open_pool(strict), cache=MemoryCache()) as service, connect(strict) as connection:
        service.complete(MINA, WEB, "routing")
        connection.execute("UPDATE course_progress SET completed_lessons = '[]'")
        assert () == service.course_summary(MINA, WEB).completed_lessons
        service.reconcile()

        assert ("routing",) == service.course_summary(MINA, WEB).completed_lessons


def test_answers_survive_as_text(strict):
    """What a cache of text keeps is the very answer."""
    with open_service(strict) as service:
        service.complete(MINA, WEB, "routing", 90)
        for answer in (service.lesson(MINA, WEB, "routing"), service.course_summary(MINA, WEB), None):
            assert answer == parse(dump(answer))
