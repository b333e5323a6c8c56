"""The room `queries`: headers, what a caller gives, what comes back, and what it costs on a million rows."""

from __future__ import annotations

import uuid
from datetime import timedelta

import numpy as np
import pandas as pd
import pytest
from psycopg import conninfo

import lessonlab
from lessonlab import content
from lessonlab.errors import ConfigError, ContentError, ServerGone, SqlError, UnknownName
from lessonlab.plans import explain
from lessonlab.postgres import provider
from lessonlab.postgres.connect import connect
from lessonlab.postgres.templates import ensure_template
from lessonlab.queries import find, queries, run
from lessonlab.queries.arguments import arguments
from lessonlab.queries.header import parse
from lessonlab.queries.kinds import DTYPES
from lessonlab.queries.summary import keep_by_triggers, keep_by_view

HEADER = """-- easy: What is one and one?
-- takes course uuid: the course
-- gives sum integer [lessons]: two
-- order one row
-- guide none
-- index none
-- reads course
SELECT 1 + 1 AS sum WHERE :course IS NOT NULL
"""
LEARNER_PAGES = 250  # a learner has 100 rows, each may lie on a page of its own, below three pages of index


@pytest.fixture(scope="module")
def shared(server):
    """Return the connection string of one clone of the small class."""
    ensure_template(server, "small")
    made = provider.clone(server, "tests", "small")
    yield made
    provider.drop_clone(server, conninfo.conninfo_to_dict(made)["dbname"])


@pytest.fixture
def school(shared):
    """Return a connection to the small class, in a transaction that is rolled back."""
    with connect(shared) as connection, connection.transaction(force_rollback=True):
        yield connection


@pytest.fixture(scope="session")
def million(large):
    """Return a connection to the large class, to be read only, that plans without parallel workers."""
    with connect(large) as connection:
        connection.execute("SET default_transaction_read_only = on")
        connection.execute("SET max_parallel_workers_per_gather = 0")
        yield connection


def ids(connection):
    """Return the ids that most queries need: a course's and a learner's."""
    course = connection.execute("SELECT id FROM courses WHERE title = 'Databases'").fetchone()[0]
    user = connection.execute("SELECT id FROM users WHERE email = 'mina@example.org'").fetchone()[0]
    return {"course": course, "user": user}


def fitting(query, known):
    """Return those of *known* that *query* must have."""
    return {p.name: known[p.name] for p in query.parameters if p.required}


# ------------------------------------------------------------------ the files


def test_every_file_of_the_folder_is_a_query():
    """Each file is found, under its own name, and has a header that can be read."""
    files = {path.stem for path in (content.folder("sql") / "analytics").glob("*.sql")}

    assert {query.name for query in queries()} == files


@pytest.mark.parametrize("query", queries(), ids=lambda query: query.name)
def test_header_says_what_comes(school, query):
    """Names, order and types of the columns are those that the server gives."""
    names = {700: "double precision", 701: "double precision", 20: "bigint", 23: "integer", 16: "boolean"}
    names |= {25: "text", 1043: "text", 2950: "uuid", 1184: "timestamptz", 1186: "interval", 1700: "numeric"}
    names |= {1082: "date"}
    values = arguments(query, fitting(query, ids(school)))
    cursor = school.execute(query.statement, values)

    have = [(column.name, names[column.type_code]) for column in cursor.description]
    assert have == [(column.name, column.type) for column in query.columns]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("-- easy: What", "-- hard: What", "the first line is not"),
        ("and one?", "and one.", "the first line is not"),
        ("-- takes course uuid: the course\n", "", "parameters of header and statement differ: course"),
        ("WHERE :course IS NOT NULL", "", "parameters of header and statement differ: course"),
        ("sum integer", "sum money", "want 'name type [unit]: what it is'"),
        ("-- order one row\n", "", "want one line '-- order …'"),
        ("reads course", "reads much", "want one of learner, course, everything"),
        ("-- guide none", "-- gide none", "cannot be read"),
    ],
)
def test_header_that_is_not_whole_is_refused(old, new, said):
    """Each part of a header is needed, and the error names the part."""
    assert parse("easy", HEADER).columns[0].unit == "lessons"
    assert old in HEADER

    with pytest.raises(ContentError, match=r"sql/analytics/easy\.sql") as caught:
        parse("easy", HEADER.replace(old, new))
    assert said in caught.value.message


def test_statement_casts_each_parameter():
    """What the server gets has the parameter's type in it, so that NULL has one too."""
    assert parse("easy", HEADER).statement == "SELECT 1 + 1 AS sum WHERE %(course)s::uuid IS NOT NULL"


# ------------------------------------------------------------------ what a caller gives


def test_unknown_query_is_named_with_its_neighbour():
    """A slip of the pen gets the name that was meant, and where all names are."""
    with pytest.raises(UnknownName) as caught:
        find("dificult_lesons")

    assert str(caught.value) == (
        "there is no query 'dificult_lesons', did you mean 'difficult_lessons'\nnext: lab.queries()"
    )


@pytest.mark.parametrize(
    ("name", "given", "said"),
    [
        ("dropout", {}, "dropout needs course: the course"),
        ("dropout", {"curse": 1}, "dropout takes no 'curse', did you mean 'course'"),
        ("dropout", {"course": "Databases"}, "course of dropout is a uuid, have 'Databases'"),
        ("dropout", {"course": 7}, "course of dropout is a uuid, have 7"),
        ("dropout", {"course": None}, "course of dropout is a uuid, have NULL"),
        ("dropout", {"course": uuid.UUID(int=1), "idle": 30}, "idle of dropout is an interval, have 30"),
        ("dropout", {"course": uuid.UUID(int=1), "idle": "a while"}, "idle of dropout is an interval"),
        ("user_engagement", {"top": True}, "top of user_engagement is an integer, have True"),
        ("user_engagement", {"top": 2.5}, "top of user_engagement is an integer, have 2.5"),
        ("user_engagement", {"top": 2**40}, "top of user_engagement is an integer"),
        ("user_engagement", {"top": None}, "top of user_engagement is an integer, have NULL"),
        ("activity_by_hour", {"course": uuid.UUID(int=1), "zone": 2}, "zone of activity_by_hour is a text"),
    ],
)
def test_parameter_that_does_not_fit_is_our_error(name, given, said):
    """Missing, unknown, of another type, NULL: said with the name, before the server is asked."""
    with pytest.raises(ConfigError) as caught:
        arguments(find(name), given)

    assert caught.value.message.startswith(said)
    assert caught.value.cure


def test_title_in_place_of_an_id_is_cured_by_looking_it_up():
    """The next command finds the id."""
    with pytest.raises(ConfigError) as caught:
        arguments(find("funnel"), {"course": "Databases"})

    assert (
        caught.value.cure == "lab.value(\"SELECT id FROM courses WHERE title = :title\", title='Databases')"
    )


def test_parameters_are_taken_in_the_forms_that_people_have():
    """Ids as text, NumPy's and pandas' values, spans written out, NA for NULL where it may be."""
    course = uuid.uuid4()

    assert arguments(find("dropout"), {"course": str(course), "idle": "2 weeks"}) == {
        "course": course,
        "idle": timedelta(days=14),
    }
    assert arguments(find("user_engagement"), {"top": np.int64(3), "course": pd.NA}) == {
        "course": None,
        "top": 3,
    }
    assert arguments(find("dropout"), {"course": course, "idle": pd.Timedelta(days=2)})["idle"].days == 2


# ------------------------------------------------------------------ what comes back


@pytest.mark.parametrize("query", queries(), ids=lambda query: query.name)
@pytest.mark.parametrize("course", ["a course", "no course"])
def test_frame_has_the_promised_types_with_rows_and_without(school, query, course):
    """Integers are Int64, times aware, spans timedelta, flags boolean, whatever the rows."""
    known = ids(school) if course == "a course" else {"course": uuid.uuid4(), "user": uuid.uuid4()}
    frame = run(school, query, fitting(query, known))

    have = {name: str(dtype) for name, dtype in frame.dtypes.items()}
    want = {c.name: DTYPES[c.type] for c in query.columns}
    assert {n: d.split("[")[0] for n, d in have.items()} == {n: d.split("[")[0] for n, d in want.items()}
    assert all("UTC" in have[c.name] for c in query.columns if c.type == "timestamptz")


def test_null_stays_na_beside_integers(school):
    """A lesson without a quiz has no score: NA, not NaN and not 0."""
    frame = run(school, find("user_progress_summary"), ids(school))

    score = frame.loc[frame.lesson_id == "introduction", "score"].iloc[0]
    assert score is pd.NA
    assert frame.score.sum() == int(frame.score.sum())


def test_refusal_of_the_server_is_our_error_and_names_the_query(school):
    """A time zone that nobody lives in is found by the server only."""
    with pytest.raises(SqlError) as caught:
        run(school, find("activity_by_hour"), {"course": ids(school)["course"], "zone": "Mars/Olympus"})

    assert str(caught.value) == (
        'ERROR:  time zone "Mars/Olympus" not recognized\n'
        "query:  activity_by_hour(course, zone=NULL)\n"
        "SQLSTATE 22023 (invalid_parameter_value)"
    )


def test_lost_connection_is_said(shared):
    """A server that went away is no SQL error."""
    with connect(shared) as connection:
        known = ids(connection)
        connection.close()
        with pytest.raises(ServerGone):
            run(connection, find("funnel"), {"course": known["course"]})


# ------------------------------------------------------------------ what it costs on a million rows


def planned(connection, query):
    """Return the plan of *query* with what it must have."""
    return explain(connection, query.statement, arguments(query, fitting(query, ids(connection))))


def reads(plan):
    """Return the nodes that read lesson_progress, an index's bitmap not counted."""
    return [
        node for node in plan.nodes if node.relation == "lesson_progress" and "Bitmap Index" not in node.kind
    ]


@pytest.mark.parametrize("query", [q for q in queries() if q.reads == "learner"], ids=lambda q: q.name)
def test_query_about_a_learner_touches_a_bounded_number_of_pages(million, query):
    """As many as the learner has rows, not as many as there are."""
    plan = planned(million, query)

    assert plan.pages <= LEARNER_PAGES
    assert set(plan.indexes) & set(query.index.split(", "))


@pytest.mark.parametrize("query", [q for q in queries() if q.reads == "course"], ids=lambda q: q.name)
def test_query_about_a_course_uses_its_index_once(million, query, record_property):
    """One visit by the index that the header names; how many pages that is goes on the record."""
    plan = planned(million, query)
    record_property("pages", plan.pages)

    assert query.index in plan.indexes
    assert len(reads(plan)) == 1
    assert reads(plan)[0].loops == 1
    assert plan.pages < table_pages(million)


@pytest.mark.parametrize("query", [q for q in queries() if q.reads == "everything"], ids=lambda q: q.name)
def test_query_about_everything_reads_the_table_once(million, query):
    """One scan, in one loop, and not a page twice."""
    plan = planned(million, query)

    assert [(node.kind, node.loops) for node in reads(plan)] == [("Seq Scan", 1)]
    assert reads(plan)[0].pages <= table_pages(million)


def table_pages(connection):
    """Return the pages of the table."""
    return connection.execute("SELECT pg_relation_size('lesson_progress') / 8192").fetchone()[0]


# ------------------------------------------------------------------ kept before anybody asks

FRESH = content.sql("summary/view").split("AS\n", 1)[1].split(";")[0]


def test_triggers_keep_the_summary_through_every_kind_of_write(school):
    """Inserts, updates, a slug renamed, deletes, a cascade, TRUNCATE: the summary is as if counted anew."""
    keep_by_triggers(school)
    known = ids(school)
    for statement in (
        "UPDATE lesson_progress SET attempts = coalesce(attempts, 0) + 1, completed = NOT completed",
        "UPDATE lesson_progress SET lesson_id = 'renamed' WHERE lesson_id = 'joins'",
        "UPDATE lesson_progress SET score = NULL, time_spent_seconds = NULL WHERE score > 90",
        "DELETE FROM lesson_progress WHERE score < 75",
        "INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (%(user)s, %(course)s, 'new')",
        "DELETE FROM users WHERE id = %(user)s",
        "TRUNCATE lesson_progress",
    ):
        school.execute(statement, known)
        kept = "SELECT * FROM lesson_summary WHERE started <> 0"
        differ = school.execute(
            f"({kept} EXCEPT ALL {FRESH}) UNION ALL ({FRESH} EXCEPT ALL {kept})"
        ).fetchall()

        assert differ == [], statement


def test_view_is_as_old_as_its_refresh(school):
    """A write is not seen until the view is refreshed, which may go on beside readers."""
    keep_by_view(school)
    count = "SELECT sum(completed) FROM lesson_summary_view"
    before = school.execute(count).fetchone()
    school.execute("UPDATE lesson_progress SET completed = true")

    assert school.execute(count).fetchone() == before
    school.execute("REFRESH MATERIALIZED VIEW CONCURRENTLY lesson_summary_view")
    assert (
        school.execute(count).fetchone() == school.execute("SELECT count(*) FROM lesson_progress").fetchone()
    )


def test_lab_offers_the_queries(server):  # noqa: ARG001 - it must run
    """What a reader types: the list, the file, the rows, the plan."""
    lab = lessonlab.open("03")
    course = lab.value("SELECT id FROM courses WHERE title = 'Databases'")
    try:
        assert [row[0] for row in lab.queries().rows] == [query.signature for query in queries()]
        assert lab.sql("analytics/dropout").startswith("-- dropout: At which lessons")
        assert lab.query("completion_rate", course=course).to_dict("records")[0]["started"] == 561
        assert "idx_lesson_progress_course_id" in lab.query_plan("dropout", course=course).indexes
        assert lab.chart("dropout", course=course).table.rows[0][0] == "select"
    finally:
        lab.close()
