"""
Citus: refused with a clear word where a server has none, and the layout that it needs.

`LESSONLAB_TEST_CITUS` names a coordinator, `LESSONLAB_TEST_CITUS_WORKERS` its workers as `host:port`; without
a coordinator what needs one is skipped by name.
"""

import os
import re
import uuid
from types import SimpleNamespace

import pytest
from click.testing import CliRunner
from psycopg import conninfo
from psycopg_pool import ConnectionPool

from lessonlab import cli, content
from lessonlab.errors import ConfigError
from lessonlab.postgres.citus import citus_version, prepare_worker, read_worker, require_citus, spread
from lessonlab.postgres.connect import connect
from lessonlab.postgres.templates import create_statement, drop_database
from lessonlab.progress import ProgressService
from lessonlab.queries import queries, run

pytestmark = pytest.mark.slow

COORDINATOR = os.environ.get("LESSONLAB_TEST_CITUS", "")
WORKERS = os.environ.get("LESSONLAB_TEST_CITUS_WORKERS", "").split()
NEEDS_CITUS = pytest.mark.skipif(not COORDINATOR, reason="Citus: LESSONLAB_TEST_CITUS names no coordinator")
PLAIN = ("01_tables", "03_foreign_keys")  # the files without a word of Citus
ROWS = """INSERT INTO users (email, name) VALUES ('a@example.org', 'Ada'), ('b@example.org', 'Bo');
          INSERT INTO courses (title, lesson_count) VALUES ('SQL', 3);
          INSERT INTO lesson_progress (user_id, course_id, lesson_id)
          SELECT users.id, courses.id, 'joins' FROM users, courses"""


def test_a_server_without_citus_is_refused_in_one_sentence(every_server):
    """The reader learns which server it is, and what to do."""
    with connect(every_server) as connection:
        assert citus_version(connection) is None
        with pytest.raises(ConfigError, match=r"the server at 127\.0\.0\.1:\d+ has no Citus") as refused:
            spread(connection)

    assert "LESSONLAB_DSN" in refused.value.cure


def test_a_worker_without_citus_is_named(every_server):
    """No database is made there, and the worker is said, not the coordinator."""
    with connect(every_server) as connection:
        name = f"spread_{uuid.uuid4().hex[:8]}"
        info = connection.info
        elsewhere = SimpleNamespace(
            info=SimpleNamespace(dsn=info.dsn, dbname=name, password=info.password, host="db1", port=1)
        )
        with pytest.raises(ConfigError, match=rf"the server at {info.host}:{info.port} has no Citus"):
            prepare_worker(elsewhere, info.host, info.port)

        assert connection.execute("SELECT FROM pg_database WHERE datname = %s", [name]).fetchall() == []


@pytest.mark.parametrize("text", ["", "db2:", "db2:0", "db2:65536", "a b", "postgresql://db2", "db2:54x"])
def test_what_names_no_worker(text):
    """The message says what a worker looks like."""
    with pytest.raises(ConfigError, match="want a worker's host and port"):
        read_worker(text)


def test_the_command_wants_a_coordinator():
    """The lab's own server has no Citus: the cure is the command with one."""
    done = CliRunner().invoke(cli.commands, ["spread"], env={"LESSONLAB_DSN": None})

    assert done.exit_code == 1
    assert "next: lessonlab spread --dsn postgresql://" in done.output


def test_the_command_says_which_server_has_none(every_server):
    """So does the lab's member."""
    done = CliRunner().invoke(cli.commands, ["spread", "--dsn", every_server, "--worker", "localhost:1"])

    assert done.exit_code == 1
    assert "has no Citus" in done.output


def test_the_layout_holds_on_any_server(every_server):
    """Its tables and keys are plain SQL: the full key, and a user's rows go with the user."""
    with connect(every_server) as connection:
        for name in PLAIN:
            connection.execute(content.sql(f"citus/{name}").encode())
        connection.execute(ROWS)
        connection.execute("DELETE FROM users WHERE name = 'Ada'")

        assert (1,) == connection.execute("SELECT count(*) FROM lesson_progress").fetchone()


def test_every_key_holds_the_column_that_spreads_the_rows(dsn):
    """Citus refuses a primary key or a unique index of a spread table without it."""
    with connect(dsn) as connection:
        connection.execute(content.sql("citus/01_tables").encode())
        keys = connection.execute("""
            SELECT i.indrelid::regclass::text, array_agg(a.attname::text ORDER BY a.attnum)
            FROM pg_index AS i
            JOIN pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey::smallint[])
            WHERE i.indisunique
              AND i.indrelid::regclass::text IN ('users', 'course_progress', 'lesson_progress')
            GROUP BY i.indexrelid, i.indrelid
        """).fetchall()

    spread_by = {"users": "id", "course_progress": "user_id", "lesson_progress": "user_id"}
    assert set(spread_by) == {table for table, _ in keys}
    assert [] == [(table, columns) for table, columns in keys if spread_by[table] not in columns]


COPIED = {
    "courses": "id, title, lesson_count, passing_score, created_at",
    "users": "id, email, name, time_zone, created_at",
    "course_progress": "user_id, course_id, completed_lessons, progress_percentage, last_accessed_at",
    "lesson_progress": """user_id, course_id, lesson_id, completed, time_spent_seconds, attempts, score,
                          first_started_at, last_accessed_at, completed_at, created_at, updated_at""",
}


def copy_class(source, target):
    """Copy the rows of the small class from one database into the tables of the other."""
    for table, columns in COPIED.items():
        with (
            source.cursor().copy(f"COPY {table} ({columns}) TO STDOUT") as rows,
            target.cursor().copy(f"COPY {table} ({columns}) FROM STDIN") as into,
        ):
            for block in rows:
                into.write(block)


def answers(connection, course, user):
    """Return what each analytics query says of a course and a user."""
    given = {"course": course, "user": user}
    found = {}
    for query in queries():
        values = {p.name: given[p.name] for p in query.parameters if p.name in given}
        frame = run(connection, query, values)
        for name in frame.select_dtypes("timedelta"):  # since when: the two are asked at two moments
            frame[name] = frame[name].dt.days
        found[query.name] = frame.astype(str).to_csv(index=False)
    return found


def test_the_same_analytics_answer_alike_on_the_layout(small, dsn):
    """Every query of sql/analytics reads the spread tables as it reads the guide's, to the last digit."""
    with connect(small) as guide, connect(dsn) as layout:
        for name in PLAIN:
            layout.execute(content.sql(f"citus/{name}").encode())
        copy_class(guide, layout)
        course, user = guide.execute(
            """SELECT course_id, user_id FROM lesson_progress
               GROUP BY 1, 2 ORDER BY count(*) DESC, 1, 2 LIMIT 1"""
        ).fetchone()
        want, have = (answers(one, course, user) for one in (guide, layout))

    assert [] == [name for name in want if want[name] != have[name]]
    assert any(len(text.splitlines()) > 5 for text in want.values())


def test_no_query_asks_for_what_citus_refuses():
    """It runs no distributed query with GROUPING: two levels are two questions."""
    words = re.compile(r"\b(?:ROLLUP|CUBE|GROUPING)\b", re.IGNORECASE)
    found = [name for name in (query.name for query in queries()) if words.search(plain(name))]

    assert [] == found
    assert words.search("GROUP BY ROLLUP (lesson_id)")


def plain(name):
    """Return the statement of an analytics query without its comments."""
    return re.sub(r"--.*", "", content.sql(f"analytics/{name}"))


@pytest.fixture
def coordinator():
    """Return the connection string of an empty database of the coordinator."""
    name = f"test_{uuid.uuid4().hex[:12]}"
    with connect(COORDINATOR) as admin:
        admin.execute(create_statement(name, admin.info.server_version))
        yield conninfo.make_conninfo(COORDINATOR, dbname=name)
        drop_database(admin, name)


@NEEDS_CITUS
def test_citus_gives_the_same_answers(small, coordinator):
    """On a coordinator every analytics query says what it says on one server."""
    with connect(small) as guide, connect(coordinator) as spread_out:
        spread(spread_out, WORKERS)
        copy_class(guide, spread_out)
        course, user = guide.execute("SELECT course_id, user_id FROM lesson_progress LIMIT 1").fetchone()

        assert answers(guide, course, user) == answers(spread_out, course, user)


@NEEDS_CITUS
def test_citus_takes_the_files_and_answers(coordinator):
    """On a coordinator the tables are spread, hold rows, and cascade."""
    with connect(coordinator) as connection:
        assert require_citus(connection)
        assert ["01_tables.sql", "02_distribute.sql", "03_foreign_keys.sql"] == [
            file.name for file in spread(connection, WORKERS)
        ]
        connection.execute(ROWS)
        connection.execute("DELETE FROM users WHERE name = 'Ada'")

        assert (1,) == connection.execute("SELECT count(*) FROM lesson_progress").fetchone()


def use_service(dsn):
    """Record a lesson of the first learner through the progress service; return its row and the course's."""
    with connect(dsn) as connection:
        connection.execute(ROWS)
        user, course = connection.execute("SELECT user_id, course_id FROM lesson_progress LIMIT 1").fetchone()
    with ConnectionPool(dsn, min_size=1, max_size=2, kwargs={"autocommit": True}) as pool:
        service = ProgressService(pool)
        service.start(user, course, "keys")
        service.add_time(user, course, "keys", 40)
        service.attempt(user, course, "keys", 80)
        service.complete(user, course, "keys")
        drift = [found for found in service.drift() if found.user_id == user]
        return service.lesson(user, course, "keys"), service.course_summary(user, course), drift


def test_the_progress_service_works_on_the_layout(dsn):
    """What it records and notes of its operations has its place there."""
    with connect(dsn) as layout:
        for name in PLAIN:
            layout.execute(content.sql(f"citus/{name}").encode())
    lesson, course, drift = use_service(dsn)

    assert (lesson.completed, lesson.time_spent_seconds, lesson.score) == (True, 40, 80)
    assert (course.completed_lessons, drift) == (("keys",), [])


@NEEDS_CITUS
def test_the_progress_service_works_on_citus(coordinator):
    """So it does where the tables are spread."""
    with connect(coordinator) as connection:
        spread(connection, WORKERS)
    lesson, course, drift = use_service(coordinator)

    assert (lesson.completed, lesson.time_spent_seconds, lesson.score) == (True, 40, 80)
    assert (course.completed_lessons, drift) == (("keys",), [])


@NEEDS_CITUS
@pytest.mark.skipif(not WORKERS, reason="Citus: LESSONLAB_TEST_CITUS_WORKERS names no worker")
def test_every_worker_holds_shards(coordinator):
    """What is spread lies on the workers."""
    with connect(coordinator) as connection:
        spread(connection, WORKERS)
        nodes = connection.execute("SELECT DISTINCT nodename || ':' || nodeport FROM citus_shards").fetchall()

        assert {f"{host}:{port}" for host, port in map(read_worker, WORKERS)} <= {node for (node,) in nodes}
