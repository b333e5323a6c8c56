"""
What answers may try: nothing changes a verdict, reads an answer, leaves its database or outlasts its limit.
"""

from __future__ import annotations

import time
from dataclasses import replace

import psycopg
import pytest

from lessonlab.grading import library
from lessonlab.grading.exercise import Front
from lessonlab.grading.judge import Judge
from lessonlab.grading.verdict import State

pytestmark = pytest.mark.slow

SECRET = "the-solution-of-this-exercise"  # noqa: S105 - what must not be read


@pytest.fixture(scope="module")
def judge(server, seed):
    """Return a judge on the tests' server."""
    with Judge(server, seed) as made:
        yield made


@pytest.fixture(scope="module")
def query():
    """Return a query exercise whose solution carries a word that nobody may see."""
    exercise = library.find("14-01")
    solution = replace(exercise.solution, text=f"/* {SECRET} */ {exercise.solution.text}")
    return replace(exercise, front=replace(exercise.front, seconds=1.0), solution=solution)


@pytest.fixture(scope="module")
def design():
    """Return a design exercise with a short limit."""
    exercise = library.find("06-01")
    return replace(exercise, front=replace(exercise.front, seconds=1.0))


@pytest.fixture(scope="module")
def write():
    """Return an exercise that changes rows."""
    exercise = library.find("03-01")
    return replace(exercise, front=replace(exercise.front, seconds=1.0))


QUERIES = {
    "two statements": "SELECT 1; DELETE FROM lesson_progress",
    "commit, then write": "COMMIT; DELETE FROM lesson_progress",
    "read write": "ROLLBACK; BEGIN READ WRITE; DELETE FROM lesson_progress",
    "set transaction": "SET TRANSACTION READ WRITE",
    "lone commit": "COMMIT",
    "delete": "DELETE FROM lesson_progress RETURNING *",
    "delete in WITH": "WITH x AS (DELETE FROM lesson_progress RETURNING id) SELECT count(*) FROM x",
    "select into": "SELECT 1 AS a INTO TEMPORARY t",
    "for update": "SELECT title, 1.0 FROM courses FOR UPDATE",
    "do": "DO $$ BEGIN COMMIT; DELETE FROM lesson_progress; END $$",
    "copy program": "COPY courses TO PROGRAM 'id'",
    "copy file": "COPY courses TO '/tmp/x'",
    "explain analyze": "EXPLAIN ANALYZE DELETE FROM lesson_progress",
    "reset role": "RESET ROLE",
    "set role": "SET ROLE postgres",
    "session authorization": "SET SESSION AUTHORIZATION postgres",
    "another role by set_config": "SELECT title, 1.0 FROM courses, set_config('role', 'none', false)",
    "ts_stat": "SELECT word, 1.0 FROM ts_stat('SELECT to_tsvector(''x'')')",
    "query_to_xml": "SELECT query_to_xml('SELECT 1', true, true, '')::text, 1.0",
    "read a file": "SELECT pg_read_file('/etc/passwd'), 1.0",
    "list a folder": "SELECT pg_ls_dir('/'), 1.0",
    "large object": "SELECT lo_import('/etc/passwd')::text, 1.0",
    "dblink": "SELECT * FROM dblink('dbname=postgres', 'SELECT 1') AS t(a text)",
    "advisory locks": "SELECT pg_advisory_lock(g)::text, 1.0 FROM generate_series(1, 100000) AS g",
    "notify": "SELECT pg_notify('x', 'y')::text, 1.0",
    "end others": "SELECT pg_terminate_backend(pid)::text, 1.0 FROM pg_stat_activity",
    "end itself": "SELECT pg_terminate_backend(pg_backend_pid())::text, 1.0",
    "a new cursor": "SELECT 1; CLOSE lessonlab_answer",
    "close the comment": "SELECT 1 -- */",
    "unfinished": "SELECT (",
    "nothing but sign": ";",
    "a procedure": "CALL x()",
    "show": "SHOW ALL",
    "prepared": "EXECUTE p",
    "password": "ALTER ROLE CURRENT_USER PASSWORD 'x'",
    "system": "ALTER SYSTEM SET work_mem = '1GB'",
    "load": "LOAD 'auto_explain'",
    "a table": "CREATE TABLE courses2 (a INT)",
    "temporary table": "CREATE TEMPORARY TABLE courses (a INT)",
    "raise": "SELECT cast((SELECT string_agg(title, ',') FROM courses) AS INT)::text, 1.0",
}


@pytest.mark.parametrize("name", QUERIES)
def test_no_query_gets_out_of_its_cage(judge, query, name):
    """None passes, none hangs, and the honest answer passes right after it."""
    started = time.monotonic()
    verdict = judge.check(query, QUERIES[name])

    assert verdict.state in {State.COULD_NOT_RUN, State.NOT_YET, State.NOT_ATTEMPTED}
    assert time.monotonic() - started < 20
    assert judge.check(library.find("14-01"), query.right[0].text).state is State.CORRECT


ENDLESS = {
    "cross join": "SELECT count(*)::text, 1.0 FROM generate_series(1, 1e7), generate_series(1, 1e7) AS b",
    "recursion": "WITH RECURSIVE r AS (SELECT 1 UNION ALL SELECT 1 FROM r) SELECT count(*)::text, 1.0 FROM r",
    "sleep": "SELECT pg_sleep(60)::text, 1.0",
    "without its timeout": "SELECT set_config('statement_timeout', '0', false), 1.0 "
    "FROM generate_series(1, 1e12) AS g WHERE g < 0",
    "too many rows": "SELECT repeat('x', 1000), 1.0 FROM generate_series(1, 100000000)",
    "one cell": "SELECT repeat('x', 900000000), 1.0",
    "many big cells": "SELECT repeat('x', 100000000), 1.0 FROM generate_series(1, 100)",
}


@pytest.mark.parametrize("name", ENDLESS)
def test_what_has_no_end_is_ended(judge, query, name):
    """It stops by its limit and says so in one line."""
    started = time.monotonic()
    verdict = judge.check(query, ENDLESS[name])

    assert verdict.state is State.COULD_NOT_RUN
    assert time.monotonic() - started < 15


PEEKS = {
    "activity": "SELECT query, 1.0 FROM pg_stat_activity",
    "prepared": "SELECT statement, 1.0 FROM pg_prepared_statements",
    "cursors": "SELECT statement, 1.0 FROM pg_cursors",
    "routines": "SELECT prosrc, 1.0 FROM pg_proc WHERE prosrc <> ''",
    "views": "SELECT definition, 1.0 FROM pg_views",
    "comments": "SELECT description, 1.0 FROM pg_description",
}


@pytest.mark.parametrize("name", PEEKS)
def test_no_query_sees_the_solution(judge, query, name):
    """What the server tells about others holds no text of the solution, nor of its own checks."""
    judge.check(query, query.solution.text.replace(SECRET, ""))  # the solution has run on every data set
    data = judge.ground.standard()[1]
    with judge.ground.off_the_clock():
        found = judge.by_rows.run(query, PEEKS[name], data)[0].texts

    assert not [row for row in found if SECRET in (row[0] or "")]


def test_hidden_rows_do_not_come_out_through_an_error(judge, query):
    """An error on hidden data shows its code, never its words."""
    text = """
    SELECT CASE WHEN (SELECT count(*) FROM users) = 120 THEN title
           ELSE (SELECT string_agg(name, ',') FROM users)::int::text END, 1.0 FROM courses
    """
    first = judge.ground.standard()[0]
    want = judge.by_rows.wanted(query, first)[0]
    rows = ", ".join(f"('{title}', {rate or 'NULL'}::numeric)" for title, rate in want.texts)
    text = f"""
    SELECT t.a, t.b FROM (VALUES {rows}) AS t(a, b)
    WHERE (SELECT count(*) FROM users) = 120 OR (SELECT string_agg(name || '!', ',') FROM users)::int > 0
    """
    verdict = judge.check(query, text)

    assert verdict.state is State.NOT_YET
    assert [str(one) for one in verdict.differences] == [
        "fails on other rows: SQLSTATE 22P02 (invalid_text_representation)"
    ]


def test_the_visible_rows_typed_in_do_not_pass(judge, query):
    """An answer that only knows the rows that the student sees meets others."""
    want = judge.by_rows.wanted(query, judge.ground.standard()[0])[0]
    rows = ", ".join(f"('{title}', {rate or 'NULL'}::numeric)" for title, rate in want.texts)

    assert judge.check(query, f"SELECT * FROM (VALUES {rows}) AS t(a, b)").state is State.NOT_YET


WRITES = {
    "commit and chain": "COMMIT AND CHAIN; DELETE FROM lesson_progress",
    "rollback": "DELETE FROM lesson_progress; ROLLBACK",
    "truncate": "TRUNCATE lesson_progress",
    "drop": "DROP TABLE lesson_progress",
    "shadow": "CREATE TEMPORARY TABLE lesson_progress (a INT)",
    "search path": "SET search_path = pg_temp",
    "search path in a query": "SELECT set_config('search_path', 'pg_temp', false)",
    "commit behind a comment": "/* a /* b */ */ COMMIT; DELETE FROM lesson_progress",
    "savepoint": "ROLLBACK TO SAVEPOINT lessonlab_answer",
    "release": "RELEASE SAVEPOINT lessonlab_answer; COMMIT",
    "prepared": "PREPARE TRANSACTION 'x'",
    "do": "DO $$ BEGIN COMMIT; END $$",
    "copy": "COPY lesson_progress FROM PROGRAM 'id'",
    "lock": "LOCK TABLE lesson_progress",
    "endless": "UPDATE lesson_progress SET attempts = (SELECT count(*) FROM generate_series(1, 1000000000))",
    "delete all": "DELETE FROM users",
}


@pytest.mark.parametrize("name", WRITES)
def test_no_write_leaves_a_trace(judge, write, name):
    """None passes; the data sets are as they were, and the honest answer passes right after it."""
    verdict = judge.check(write, WRITES[name])

    assert verdict.state in {State.COULD_NOT_RUN, State.NOT_YET}
    assert judge.check(library.find("03-01"), write.right[0].text).state is State.CORRECT


HONEST = "user_id UUID, lesson_id TEXT, attempt INTEGER, score INTEGER"
KEY = "PRIMARY KEY (user_id, lesson_id, attempt)"
SCRIPTS = {
    "trigger": f"""
        CREATE TABLE quiz_result ({HONEST}, {KEY});
        CREATE FUNCTION cheat() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF NEW.attempt < 1 OR NEW.score NOT BETWEEN 0 AND 100 THEN RAISE check_violation; END IF;
          RETURN NEW;
        END $$;
        CREATE TRIGGER cheat BEFORE INSERT ON quiz_result FOR EACH ROW EXECUTE FUNCTION cheat();
        """,
    "not valid": f"""
        CREATE TABLE quiz_result ({HONEST}, {KEY});
        ALTER TABLE quiz_result ADD CHECK (attempt >= 1) NOT VALID;
        ALTER TABLE quiz_result ADD CHECK (score BETWEEN 0 AND 100) NOT VALID;
        """,
    "view": f"""
        CREATE TABLE hidden ({HONEST}, {KEY}, CHECK (attempt >= 1), CHECK (score BETWEEN 0 AND 100));
        CREATE VIEW quiz_result AS SELECT * FROM hidden;
        """,
    "ids of other probes": f"""
        CREATE TABLE quiz_result ({HONEST}, {KEY}, CHECK (attempt >= 1 AND (score BETWEEN 0 AND 100)
          OR user_id <> '00000000-0000-4000-8000-000000000902'));
        """,
    "search path of the role": f"""
        CREATE TABLE quiz_result ({HONEST});
        CREATE SCHEMA evil;
        ALTER ROLE CURRENT_USER SET search_path = evil;
        """,
    "endless": "DO $$ BEGIN LOOP NULL; END LOOP; END $$",
    "endless that catches": """
        SET statement_timeout = 0;
        DO $$ BEGIN LOOP BEGIN PERFORM count(*) FROM generate_series(1, 1000000000);
        EXCEPTION WHEN query_canceled THEN NULL; END; END LOOP; END $$
        """,
    "endless check": f"""
        CREATE FUNCTION slow(INT) RETURNS BOOLEAN LANGUAGE plpgsql IMMUTABLE AS
        $$ BEGIN LOOP NULL; END LOOP; END $$;
        CREATE TABLE quiz_result ({HONEST}, {KEY}, CHECK (slow(attempt)));
        """,
    "disk": "CREATE TABLE big AS SELECT repeat(md5(g::text), 30) FROM generate_series(1, 100000000) AS g",
    "temporary disk": "CREATE TEMPORARY TABLE big AS SELECT repeat(md5(g::text), 30) "
    "FROM generate_series(1, 100000000) AS g",
    "many tables": """
        DO $$ BEGIN FOR i IN 1..99999 LOOP EXECUTE 'CREATE TABLE t' || i || '()'; END LOOP; END $$
        """,
    "extension": "CREATE EXTENSION dblink",
    "foreign server": "CREATE EXTENSION postgres_fdw",
    "file": "COPY (SELECT 1) TO '/tmp/lessonlab-cheat'",
    "program": "COPY (SELECT 1) TO PROGRAM 'id'",
    "a role": "CREATE ROLE other LOGIN",
    "a database": "CREATE DATABASE other",
    "event trigger": "CREATE EVENT TRIGGER t ON ddl_command_end EXECUTE FUNCTION pg_catalog.now()",
    "system": "ALTER SYSTEM SET work_mem = '1GB'",
    "untrusted language": "CREATE FUNCTION f() RETURNS int LANGUAGE c AS 'x'",
    "superuser": "ALTER ROLE CURRENT_USER SUPERUSER",
    "another database": "ALTER DATABASE postgres SET work_mem = '1MB'",
}


@pytest.mark.parametrize("name", SCRIPTS)
def test_no_script_passes_by_a_trick_or_outlasts_its_limit(judge, design, name):
    """None passes, and each ends in time."""
    started = time.monotonic()
    verdict = judge.check(design, SCRIPTS[name])

    assert verdict.state in {State.COULD_NOT_RUN, State.NOT_YET}
    assert time.monotonic() - started < 25


def test_a_constraint_that_is_not_enforced_does_not_pass(judge, design):
    """PostgreSQL 18's NOT ENFORCED refuses nothing, and is named."""
    text = f"""
    CREATE TABLE quiz_result ({HONEST}, {KEY}, CHECK (attempt >= 1) NOT ENFORCED);
    ALTER TABLE quiz_result ADD CHECK (score BETWEEN 0 AND 100);
    """
    verdict = judge.check(design, text)

    assert verdict.state is State.NOT_YET
    assert any("NOT ENFORCED" in difference.text for difference in verdict.differences)


def test_what_an_answer_makes_never_runs_as_a_superuser(judge):
    """A default, a check and a trigger of the answer run as the answer's own role when it is probed."""
    text = f"""
    CREATE TABLE seen (who TEXT, super BOOLEAN);
    CREATE FUNCTION note() RETURNS BOOLEAN LANGUAGE plpgsql VOLATILE AS $$
    BEGIN
      IF (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
        EXECUTE 'CREATE ROLE lessonlab_cheat_was_here';
      END IF;
      RETURN true;
    END $$;
    CREATE TABLE quiz_result ({HONEST}, {KEY}, d BOOLEAN DEFAULT note(), CHECK (note()),
      CHECK (attempt >= 1), CHECK (score BETWEEN 0 AND 100));
    """
    verdict = judge.check(library.find("06-01"), text)
    assert [difference.text.rpartition(": ")[2] for difference in verdict.differences] == [
        "the function note"
    ]
    with psycopg.connect(judge.ground.server.dsn) as admin:
        row = admin.execute(
            "SELECT count(*) FROM pg_roles WHERE rolname = 'lessonlab_cheat_was_here'"
        ).fetchone()

    assert (0,) == row


def test_nothing_is_left_behind(server, seed):
    """Databases and roles of a judge are gone when it is."""
    with Judge(server, seed) as made:
        made.check(library.find("06-01"), library.find("06-01").solution.text)
        mine = set(made.ground.cage._made)
    with psycopg.connect(server.dsn) as admin:
        names = admin.execute(
            "SELECT datname FROM pg_database UNION ALL SELECT rolname FROM pg_roles"
        ).fetchall()

    assert mine
    assert mine & {name for (name,) in names} == set()


ESCAPES = {
    "what the server reads behind a carriage return": "DELETE FROM users; -- \rCOMMIT /*\nSELECT */",
    "the same, alone": "-- \rCOMMIT /*\nSELECT */",
    "the same, by rolling back": "-- \rROLLBACK /*\nSELECT */",
    "the same, and chained": "DELETE FROM lesson_progress; -- \rCOMMIT AND CHAIN /*\nSELECT */",
    "settings": "UPDATE pg_settings SET setting = 'pg_temp' WHERE name = 'search_path'",
    "NUL": "DELETE FROM lesson_progress;\0 SELECT 1",
    "half a character": "SELECT '\ud800'",
    "a table that the checks look for": "SELECT 1; TRUNCATE lesson_progress",
    "a deep document": "UPDATE course_progress SET completed_lessons = "
    "(repeat('[', 3000) || repeat(']', 3000))::jsonb",
    "a time beyond all times": "UPDATE lesson_progress SET last_accessed_at = 'infinity'",
}


@pytest.mark.parametrize("name", ESCAPES)
def test_no_write_gets_out_of_its_transaction(judge, write, name):
    """Its rows are as they were in every data set, and no error of ours comes out."""
    before = rows_of_all(judge, write)
    verdict = judge.check(write, ESCAPES[name])

    assert verdict.state in {State.COULD_NOT_RUN, State.NOT_YET}
    assert before == rows_of_all(judge, write)


def rows_of_all(judge, write):
    """Return what is in every data set; the time of an answer that was judged before is not ours."""
    with judge.ground.off_the_clock():
        return [judge.by_rows.run(write, "SELECT 1", data) for data in judge.ground.standard()]


LOOSE_ENDS = {
    "a rule that is only asked at the end": (
        "BEGIN; CREATE TABLE a (id INT PRIMARY KEY);"
        "CREATE TABLE b (id INT REFERENCES a DEFERRABLE INITIALLY DEFERRED); INSERT INTO b VALUES (1)"
    ),
    "a trigger that only fires at the end, and has none": """
        BEGIN; CREATE TABLE a (id INT);
        CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN LOOP NULL; END LOOP; END $$;
        CREATE CONSTRAINT TRIGGER t AFTER INSERT ON a DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION slow();
        INSERT INTO a VALUES (1)
        """,
    "a setting of the role": f"""
        CREATE TABLE quiz_result ({HONEST}, {KEY}, CHECK (attempt >= 1), CHECK (score BETWEEN 0 AND 100));
        ALTER ROLE CURRENT_USER SET enable_seqscan = off
        """,
    "a setting of the role in this database": f"""
        CREATE TABLE quiz_result ({HONEST}, {KEY}, CHECK (attempt >= 1), CHECK (score BETWEEN 0 AND 100));
        DO $$ BEGIN EXECUTE format('ALTER ROLE CURRENT_USER IN DATABASE %I SET enable_sort = off',
                                   current_database()); END $$
        """,
    "the role of the others": "SET ROLE NONE; SET SESSION AUTHORIZATION DEFAULT; RESET ROLE; DISCARD ALL",
    "no schema at all": "DROP SCHEMA public CASCADE",
    "its own end": "SELECT pg_terminate_backend(pg_backend_pid())",
}


@pytest.mark.parametrize("name", LOOSE_ENDS)
def test_no_script_leaves_loose_ends(judge, design, name):
    """What is open when a script ends, or stays behind it, does not pass, nor breaks the judge."""
    verdict = judge.check(design, LOOSE_ENDS[name])

    assert verdict.state in {State.COULD_NOT_RUN, State.NOT_YET}
    assert judge.check(library.find("06-01"), design.right[0].text).state is State.CORRECT


def test_rows_that_cannot_be_asked_for_are_a_difference(judge):
    """Who has not made the table that is asked for reads so."""
    verdict = judge.check(library.find("04-02"), "CREATE TABLE other (course TEXT, email TEXT)")

    assert verdict.state is State.NOT_YET
    assert str(verdict.differences[0]).startswith("not so: who is invited\nrelation")


def test_a_query_that_knows_the_big_table_does_not_pass(judge):
    """Few pages are no merit when the rows are not there."""
    text = """
    SELECT user_id, course_id, lesson_id FROM lesson_progress
    WHERE completed_at + INTERVAL '7 days' > now()
      AND (SELECT reltuples < 50000 FROM pg_class WHERE oid = 'public.lesson_progress'::regclass)
    """
    verdict = judge.check(library.find("07-03"), text)

    assert verdict.state is State.NOT_YET
    assert verdict.differences[0].word == "missing rows"


def test_an_error_is_never_correct_even_where_the_solution_fails_too(judge, query):
    """Two failures are not two equal results."""
    broken = replace(query, solution=replace(query.solution, text="SELECT 1/0 FROM nowhere"))

    assert judge.check(broken, "SELECT 1/0 FROM nowhere").state is State.COULD_NOT_RUN


def test_the_limits_are_those_of_the_front_matter():
    """A limit is a number of seconds, three unless the exercise says otherwise."""
    assert Front("t", "query").seconds == 3.0


def test_what_cannot_be_interrupted_is_ended_with_the_server(judge, query, design):
    """
    The server does not hear of an end in the middle of this function: it begins anew, and the judge goes on.

    Nothing is frozen: not the next verdict, not the databases that others make and drop.
    """
    judge.check(query, query.right[0].text)
    judge.check(design, "SELECT 1")
    text = "SELECT position('b' || repeat('a', 400000) IN repeat('a', 1000000))::text, 1.0"
    verdict = judge.check(query, text)
    running = (
        "SELECT count(*) FROM pg_stat_activity WHERE query ~ 'SELECT position' AND pid <> pg_backend_pid()"
    )
    with psycopg.connect(judge.ground.server.dsn, autocommit=True) as admin:
        admin.execute("SET statement_timeout = '20s'")
        still = admin.execute(running).fetchone()
        admin.execute("CREATE DATABASE others_make_databases_meanwhile")
        admin.execute("DROP DATABASE others_make_databases_meanwhile")

    assert verdict.differences[0].text.startswith("stopped: it took too long")
    assert still == (0,)
    assert judge.check(library.find("14-01"), query.right[0].text).state is State.CORRECT
    assert judge.check(library.find("06-01"), design.right[0].text).state is State.CORRECT


CLOSED = {
    "pg_advisory_lock", "pg_advisory_xact_lock", "pg_try_advisory_lock", "pg_advisory_lock_shared",
    "pg_sleep", "pg_sleep_for", "pg_sleep_until", "lo_create", "lo_import", "lo_export", "lo_from_bytea",
    "pg_notify", "set_config", "ts_stat", "query_to_xml", "pg_terminate_backend", "pg_cancel_backend",
    "pg_logical_emit_message", "loread", "lowrite",
}  # fmt: skip


@pytest.mark.parametrize("group", ["reader", "author"])
def test_what_hurts_others_is_closed(judge, group):
    """No answer may call what locks, sleeps, stores or reaches beyond its database; each is named."""
    asked = """
    SELECT DISTINCT proname FROM pg_catalog.pg_proc
    WHERE pronamespace = 'pg_catalog'::regnamespace AND has_function_privilege(oid, 'EXECUTE')
    """
    if group == "reader":
        session = judge.ground.session(judge.ground.standard()[0], "reader")
        open_to_it = {name for (name,) in session.execute(asked)}
        session.rollback()
    else:
        with judge.ground.stages.on("tables") as stage, stage.enter() as session:
            open_to_it = {name for (name,) in session.execute(asked)}

    assert open_to_it & CLOSED == set()
    assert "now" in open_to_it
