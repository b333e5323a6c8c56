"""The class of learners: the same rows everywhere, at times that stay on their side of a boundary."""

from __future__ import annotations

import tomllib
import uuid
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psycopg
import pytest
from psycopg import conninfo, sql

from lessonlab.errors import ConfigError
from lessonlab.postgres.apply import apply_set, read_set
from lessonlab.postgres.connect import connect
from lessonlab.postgres.seed import learners, seed
from lessonlab.postgres.templates import create_statement, drop_database

ANCHOR = datetime(2027, 1, 5, 6, 7, 8, tzinfo=UTC)
TABLES = ("users", "courses", "course_progress", "lesson_progress")
# Changes only when the class is meant to change: the same on each major version and each machine.
SUMS = tomllib.loads(Path(__file__).with_name("seed_sums.toml").read_text(encoding="utf-8"))
HUNDREDTH = 0.01  # of the million rows of the large class


@pytest.fixture
def connection(dsn):
    """Return a connection to a database that has the schema."""
    with connect(dsn) as made:
        apply_set(made, "schema")
        yield made


@pytest.fixture(scope="module")
def classes(server):
    """Return a function from a size to a database with that class, made once, counted from ANCHOR."""
    made = {}

    def find(size):
        if size not in made:
            name = f"test_seed_{uuid.uuid4().hex[:8]}"
            with psycopg.connect(server.dsn, autocommit=True) as admin:
                admin.execute(create_statement(name, admin.info.server_version))
            made[size] = conninfo.make_conninfo(server.dsn, dbname=name)
            with connect(made[size]) as owner:
                apply_set(owner, "schema")
                seed(owner, size, ANCHOR, say_nothing, scale=HUNDREDTH)
        return made[size]

    yield find
    with psycopg.connect(server.dsn, autocommit=True) as admin:
        for dsn in made.values():
            drop_database(admin, conninfo.conninfo_to_dict(dsn)["dbname"])


@pytest.fixture
def small_class(classes):
    """Return a connection to a small class, only to read."""
    with connect(classes("small")) as reader:
        reader.read_only = True
        yield reader


@pytest.fixture(params=["small", "large"])
def any_class(request, classes):
    """Return a connection to a small class, then to a hundredth of the large one, only to read."""
    with connect(classes(request.param)) as reader:
        reader.read_only = True
        yield reader


def say_nothing(_fraction, _what):
    """Hear of progress and keep it."""


def value(connection, query, **values):
    """Return the one value of *query*."""
    ((found,),) = connection.execute(query, values).fetchall()
    return found


def sums(connection, anchor):
    """Return a sum over each column of all tables, in the rows' order; times as ages at *anchor*, mostly."""
    found = {}
    for table in TABLES:
        columns = connection.execute(
            "SELECT attname, atttypid = 'timestamptz'::regtype FROM pg_attribute"
            " WHERE attrelid = %s::regclass AND attnum > 0 ORDER BY attnum",
            [table],
        ).fetchall()
        for name, is_time in columns:
            dated = "CASE WHEN {0} < '2025-12-01' THEN {0} - '2000-01-01' ELSE {1} - {0} END"
            part = sql.SQL(dated if is_time else "{0}").format(sql.Identifier(name), sql.Literal(anchor))
            query = sql.SQL("SELECT left(md5(string_agg(ROW({})::text, ';' ORDER BY ctid)), 12) FROM {}")
            found[f"{table}.{name}"] = value(connection, query.format(part, sql.Identifier(table)))
    return found


def changed(connection, size, anchor):
    """Return the columns whose values are not those of tests/seed_sums.toml, each with its sum now."""
    have = sums(connection, anchor)
    return {
        name: have.get(name, "gone")
        for name in {*have, *SUMS[size]}
        if have.get(name) != SUMS[size].get(name)
    }


def schema_of(connection):
    """Return all that the tables have beside rows, in the order in which it was made."""
    return connection.execute("""
        SELECT conname::text, pg_get_constraintdef(oid), obj_description(oid, 'pg_constraint'), 0
        FROM pg_constraint
        WHERE connamespace = 'public'::regnamespace
        UNION ALL
        SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid),
               obj_description(indexrelid, 'pg_class'),
               row_number() OVER (PARTITION BY indrelid ORDER BY indexrelid)
        FROM pg_index WHERE indrelid IN (SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace)
        UNION ALL
        SELECT tgname, pg_get_triggerdef(oid), tgenabled::text, 0 FROM pg_trigger WHERE NOT tgisinternal
        UNION ALL
        SELECT attname, attrelid::regclass::text, attnotnull::text, attnum FROM pg_attribute
        JOIN pg_class ON pg_class.oid = attrelid
        WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND attnum > 0
        ORDER BY 1, 2
    """).fetchall()


def test_the_small_class_is_the_same_on_every_version(every_server):
    """Rows come from their keys: same values, same order on disk, on each major version."""
    with connect(every_server) as connection:
        apply_set(connection, "schema")
        seed(connection, "small", ANCHOR, say_nothing)
        assert changed(connection, "small", ANCHOR) == {}


def test_the_large_class_is_the_same_on_every_version(every_server):
    """So are the rows of the large one."""
    with connect(every_server) as connection:
        apply_set(connection, "schema")
        seed(connection, "large", ANCHOR, say_nothing, scale=HUNDREDTH)
        assert changed(connection, "large", ANCHOR) == {}


@pytest.mark.parametrize("size", ["small", "large"])
def test_all_times_count_back_from_the_anchor(connection, size):
    """Another anchor moves every time alike, the dated course excepted."""
    later = ANCHOR + timedelta(days=100, hours=5, seconds=1)
    seed(connection, size, later, say_nothing, scale=HUNDREDTH)
    assert changed(connection, size, later) == {}


def test_no_time_lies_near_a_boundary(any_class):
    """None within 12 hours of a 24-hour, 7-day or 30-day boundary, none in the future."""
    query = """
        SELECT count(*) FROM (
          SELECT unnest(ARRAY[first_started_at, last_accessed_at, completed_at, created_at, updated_at])
          FROM lesson_progress
          UNION ALL SELECT unnest(ARRAY[last_accessed_at, created_at, updated_at]) FROM course_progress
          UNION ALL SELECT created_at FROM users
          UNION ALL SELECT created_at FROM courses
        ) AS t (moment)
        CROSS JOIN LATERAL (SELECT %(anchor)s - moment AS age) AS a
        WHERE age < '0' OR (age > '12 hours' AND age < '36 hours')
           OR (age > '6 days 12 hours' AND age < '7 days 12 hours')
           OR (age > '29 days 12 hours' AND age < '30 days 12 hours')
    """
    assert 0 == value(any_class, query, anchor=ANCHOR)


@pytest.mark.parametrize("age", ["24 hours", "7 days", "30 days"])
def test_each_boundary_has_rows_on_both_sides(any_class, age):
    """A question about recent activity has an answer, and leaves rows out."""
    query = """
        SELECT count(*) FILTER (WHERE last_accessed_at > %(anchor)s - %(age)s::interval) > 5
           AND count(*) FILTER (WHERE last_accessed_at < %(anchor)s - %(age)s::interval) > 5
        FROM lesson_progress
    """
    assert value(any_class, query, anchor=ANCHOR, age=age)


def test_times_of_a_row_are_in_order(any_class):
    """Begun, completed, last seen; the audit times say the same."""
    query = """
        SELECT count(*) FROM lesson_progress
        WHERE first_started_at > last_accessed_at OR completed_at < first_started_at
           OR completed_at > last_accessed_at
           OR created_at <> first_started_at OR updated_at <> last_accessed_at
    """
    assert 0 == value(any_class, query)


def test_nobody_spends_more_time_than_has_passed(any_class):
    """The seconds in a lesson fit between its beginning and its end."""
    query = """
        SELECT count(*) FROM lesson_progress
        WHERE time_spent_seconds > extract(epoch FROM last_accessed_at - first_started_at)
    """
    assert 0 == value(any_class, query)


def test_people_and_courses_come_before_progress(any_class):
    """Nobody begins before signing up, or before the course is published."""
    query = """
        SELECT count(*) FROM lesson_progress AS p
        JOIN users AS u ON u.id = p.user_id JOIN courses AS c ON c.id = p.course_id
        WHERE p.first_started_at < u.created_at OR p.first_started_at < c.created_at
    """
    assert 0 == value(any_class, query)


def test_course_progress_says_what_lesson_progress_says(any_class):
    """The completed lessons, their percentage, the first and the last visit: two stores, one truth."""
    query = """
        SELECT count(*) FROM (
          SELECT user_id, course_id, count(*) FILTER (WHERE completed) AS done,
                 coalesce(jsonb_agg(lesson_id ORDER BY lesson_id) FILTER (WHERE completed), '[]') AS lessons,
                 min(first_started_at) AS began, max(last_accessed_at) AS seen
          FROM lesson_progress GROUP BY user_id, course_id
        ) AS p
        FULL JOIN course_progress AS c USING (user_id, course_id)
        LEFT JOIN courses ON courses.id = course_id
        WHERE p.lessons IS DISTINCT FROM (SELECT coalesce(jsonb_agg(l ORDER BY l #>> '{}'), '[]')
                                          FROM jsonb_array_elements(c.completed_lessons) AS l)
           OR c.progress_percentage IS DISTINCT FROM round(100.0 * p.done / courses.lesson_count)::integer
           OR (p.began, p.seen) IS DISTINCT FROM (c.created_at, c.last_accessed_at)
    """
    assert 0 == value(any_class, query)


@pytest.mark.parametrize("size", ["small", "large"])
def test_the_strict_set_fits_on_the_class(connection, size):
    """Chapter 06 adds the stricter rules to the class as it is."""
    seed(connection, size, ANCHOR, say_nothing, scale=HUNDREDTH)
    applied = [file.name for file in apply_set(connection, "strict")]

    assert [file.name for file in read_set("strict")] == applied


def test_ids_look_like_random_ones(any_class):
    """Version 4, variant 8, none twice."""
    query = """
        SELECT count(*) FILTER (WHERE id::text !~ '^.{14}4.{3}-8') + count(*) - count(DISTINCT id) FROM (
          SELECT id FROM users UNION ALL SELECT id FROM courses
          UNION ALL SELECT id FROM course_progress UNION ALL SELECT id FROM lesson_progress
        ) AS ids
    """
    assert 0 == value(any_class, query)


def test_scores_follow_tries(any_class):
    """Who never tried has no score, who completed a quiz passed it, some failed with nothing right."""
    query = """
        SELECT (count(*) FILTER (WHERE (attempts = 0) <> (score IS NULL)),
                count(*) FILTER (WHERE completed AND score < 70),
                count(*) FILTER (WHERE score = 0) > 0,
                count(*) FILTER (WHERE completed AND score IS NULL) > 0)::text
        FROM lesson_progress
    """
    assert "(0,0,t,t)" == value(any_class, query)


def test_seeding_leaves_the_schema_as_it_was(connection):
    """Keys, indexes and their comments are there again, in the same order; the tools are gone."""
    before = schema_of(connection)
    seed(connection, "large", ANCHOR, say_nothing, scale=HUNDREDTH)
    assert (before, None) == (
        schema_of(connection),
        value(connection, "SELECT to_regnamespace('seeding')::text"),
    )


def test_seeding_leaves_the_session_as_it_was(connection):
    """Memory asked for the load is given back."""
    query = "SELECT string_agg(name || setting, ' ' ORDER BY name) FROM pg_settings WHERE source = 'session'"
    before = value(connection, query)
    seed(connection, "large", ANCHOR, say_nothing, scale=HUNDREDTH)
    assert before == value(connection, query)


def test_the_class_is_vacuumed_and_analysed(any_class):
    """Plans have statistics, and index-only scans need no page of the table."""
    query = """
        SELECT bool_and(relallvisible = relpages AND reltuples > 0) FROM pg_class
        WHERE relname = ANY (%(names)s)
    """
    assert value(any_class, query, names=list(TABLES))


@pytest.mark.parametrize("size", ["small", "large"])
def test_progress_goes_from_nothing_to_ready(connection, size):
    """Fractions rise from 0 to 1, each with its words."""
    heard = []
    seed(connection, size, ANCHOR, lambda *step: heard.append(step), scale=HUNDREDTH)
    fractions = [fraction for fraction, _ in heard]
    assert ([0.0, 1.0], sorted(fractions), []) == (
        [fractions[0], fractions[-1]],
        fractions,
        [what for _, what in heard if not what],
    )


def test_a_role_that_only_owns_the_database_is_enough(server):
    """Seeding needs no superuser."""
    name, password = "test_seed_owner", uuid.uuid4().hex
    role, database = sql.Identifier(name), sql.Identifier(name)
    with psycopg.connect(server.dsn, autocommit=True) as admin:
        drop_database(admin, name)
        admin.execute(sql.SQL("DROP ROLE IF EXISTS {}").format(role))
        admin.execute(
            sql.SQL("CREATE ROLE {} LOGIN CREATEDB PASSWORD {}").format(role, sql.Literal(password))
        )
        admin.execute(sql.SQL("CREATE DATABASE {} OWNER {} TEMPLATE template0").format(database, role))
        try:
            with connect(server.dsn, user=name, password=password, dbname=name) as owner:
                apply_set(owner, "schema")
                seed(owner, "large", ANCHOR, say_nothing, scale=HUNDREDTH)
                assert 10_000 == value(owner, "SELECT count(*) FROM lesson_progress")
        finally:
            drop_database(admin, name)
            admin.execute(sql.SQL("DROP ROLE {}").format(role))


def test_an_unknown_size_is_refused(connection):
    """The two that exist are named."""
    with pytest.raises(ConfigError, match="no class of size 'huge'"):
        seed(connection, "huge", ANCHOR, say_nothing)


@pytest.mark.parametrize("scale", [0, 0.001, 10.01, -1])
def test_a_scale_out_of_range_is_refused(scale):
    """From 5,000 to 10,000,000 rows."""
    with pytest.raises(ConfigError, match="want 5,000 to 10,000,000"):
        learners(scale)


def test_the_small_class_has_mina_at_react_hooks(small_class):
    """12 of 18 lessons are 67 per cent, and the next one, already begun, is react-hooks."""
    query = """
        SELECT (c.title, c.lesson_count, jsonb_array_length(p.completed_lessons), p.progress_percentage,
                (SELECT l.lesson_id FROM lesson_progress AS l
                 WHERE (l.user_id, l.course_id) = (p.user_id, p.course_id) AND NOT l.completed))::text
        FROM users AS u JOIN course_progress AS p ON p.user_id = u.id JOIN courses AS c ON c.id = p.course_id
        WHERE u.name = 'Mina' AND c.title = 'Web Development'
    """
    assert '("Web Development",18,12,67,react-hooks)' == value(small_class, query)


def test_the_hardest_lesson_of_web_development_is_react_hooks(small_class):
    """It takes about four tries, the most of its course."""
    query = """
        SELECT lesson_id || ' ' || round(avg(attempts))
        FROM lesson_progress AS p JOIN courses AS c ON c.id = p.course_id
        WHERE c.title = 'Web Development' GROUP BY lesson_id ORDER BY avg(attempts) DESC LIMIT 1
    """
    assert "react-hooks 4" == value(small_class, query)


def test_the_small_class_reads_well(small_class):
    """120 people of different names, some of whom never began, in eight courses and many time zones."""
    query = """
        SELECT (count(*), count(DISTINCT name), count(*) FILTER (WHERE email LIKE '%%@example.org'),
                count(*) FILTER (WHERE NOT EXISTS (SELECT FROM lesson_progress WHERE user_id = users.id)),
                (SELECT count(*) FROM courses), count(DISTINCT time_zone) >= 40,
                bool_and(EXISTS (SELECT FROM pg_timezone_names AS z WHERE z.name = time_zone)))::text
        FROM users
    """
    assert "(120,120,120,9,8,t,t)" == value(small_class, query)


def test_a_slug_stands_in_two_courses(small_class):
    """So (user_id, lesson_id) is no key, and somebody can show it."""
    query = """
        SELECT array_agg(DISTINCT lesson_id ORDER BY lesson_id)::text FROM (
          SELECT lesson_id FROM lesson_progress GROUP BY user_id, lesson_id HAVING count(*) > 1
        ) AS twice
    """
    assert "{final-project,functions,grouping,introduction,joins,testing}" == value(small_class, query)


def test_some_lessons_were_begun_at_the_same_moment(small_class):
    """A learner's page ordered by first_started_at alone has ties."""
    query = """
        SELECT count(*) >= 10 FROM (
          SELECT FROM lesson_progress GROUP BY user_id, first_started_at HAVING count(*) > 1
        ) AS tied
    """
    assert value(small_class, query)


def test_somebody_spent_no_time_at_all(small_class):
    """Sums of time have zeros to show."""
    query = """
        SELECT count(*) > 0 FROM (
          SELECT FROM lesson_progress GROUP BY user_id HAVING sum(time_spent_seconds) = 0
        ) AS idle
    """
    assert value(small_class, query)


def test_the_dated_course_crosses_the_end_of_summer_time(small_class):
    """One evening hour by the wall clock in New York is two hours of UTC, a week apart."""
    query = """
        SELECT array_agg(DISTINCT extract(hour FROM first_started_at AT TIME ZONE 'UTC')::integer)::text
        FROM lesson_progress AS p JOIN courses AS c ON c.id = p.course_id JOIN users AS u ON u.id = p.user_id
        WHERE c.title LIKE '%%Autumn 2025' AND u.time_zone LIKE 'America/%%'
          AND extract(hour FROM first_started_at AT TIME ZONE u.time_zone) = 20
    """
    assert len(value(small_class, query).split(",")) >= 2


def test_the_large_class_has_a_million_rows(large):
    """10,000 learners with 100 rows each among 20,000 people, 50 courses alike, 10 per cent completed."""
    query = """
        SELECT ((SELECT count(*) FROM users), (SELECT count(*) FROM courses),
                (SELECT count(*) FROM course_progress),
                sum(n), count(*), min(n), max(n), sum(done),
                (SELECT (min(n), max(n)) FROM (
                   SELECT count(*) AS n FROM lesson_progress GROUP BY course_id) AS c))::text
        FROM (SELECT count(*) AS n, count(*) FILTER (WHERE completed) AS done
              FROM lesson_progress GROUP BY user_id) AS p
    """
    with connect(large) as connection:
        assert '(20000,50,100000,1000000,10000,100,100,100000,"(20000,20000)")' == value(connection, query)


def test_rows_of_a_learner_lie_far_apart(large):
    """As time would have written them: a hundred rows on about as many pages."""
    query = """
        SELECT count(DISTINCT (p.ctid::text::point)[0]) FROM lesson_progress AS p
        JOIN users AS u ON u.id = p.user_id
        WHERE u.email = 'mina@example.org'
    """
    with connect(large) as connection:
        assert value(connection, query) >= 95


def test_rows_lie_in_the_order_of_their_beginning(large):
    """The table was written as the lessons were begun."""
    query = """
        SELECT correlation FROM pg_stats WHERE tablename = 'lesson_progress' AND attname = 'first_started_at'
    """
    with connect(large) as connection:
        assert 1.0 == pytest.approx(value(connection, query), abs=0.01)
