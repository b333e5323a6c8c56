"""The guide's schema: its names, its faults; and the stricter set that stops fourteen bad rows."""

from __future__ import annotations

import re

import psycopg
import pytest

from lessonlab import content
from lessonlab.postgres.apply import apply_set
from lessonlab.postgres.connect import connect
from lessonlab.postgres.scan import split

MINA = "00000000-0000-4000-8000-000000000001"
WEB = "00000000-0000-4000-8000-000000000002"

# What is wrong: the columns that say so, the SQLSTATE, and the rule of the strict set that refuses it.
BAD_ROWS = {
    "completed, but never": ({"completed": True}, "23514", "lesson_progress_completed_has_time"),
    "a time of completion, but not completed": (
        {"first_started_at": "2024-03-01 10:00+00", "completed_at": "2024-03-01 10:20+00"},
        "23514",
        "lesson_progress_completed_has_time",
    ),
    "completed before it was begun": (
        {
            "completed": True,
            "first_started_at": "2024-03-02 10:00+00",
            "last_accessed_at": "2024-03-02 10:00+00",
            "completed_at": "2024-03-01 10:00+00",
        },
        "23514",
        "lesson_progress_completed_after_start",
    ),
    "last seen before it was begun": (
        {"first_started_at": "2024-03-02 10:00+00", "last_accessed_at": "2024-03-01 10:00+00"},
        "23514",
        "lesson_progress_accessed_after_start",
    ),
    "never begun": ({"first_started_at": None}, "23502", "first_started_at"),
    "nobody knows when it was last seen": ({"last_accessed_at": None}, "23502", "last_accessed_at"),
    "nobody knows when it was made": ({"created_at": None}, "23502", "created_at"),
    "nobody knows when it was changed": ({"updated_at": None}, "23502", "updated_at"),
    "made in 2126": (
        {"created_at": "2126-03-01 10:00+00", "updated_at": "2126-03-01 10:00+00"},
        "23514",
        "lesson_progress_times_of_this_century",
    ),
    "changed before it was made": (
        {"created_at": "2024-03-02 10:00+00", "updated_at": "2024-03-01 10:00+00"},
        "23514",
        "lesson_progress_updated_after_created",
    ),
    "sixty-three years in one lesson": (
        {"time_spent_seconds": 2_000_000_000},
        "23514",
        "lesson_progress_time_is_plausible",
    ),
    "nobody knows how long": ({"time_spent_seconds": None}, "23502", "time_spent_seconds"),
    "nobody knows how often": ({"attempts": None}, "23502", "attempts"),
    "a score without a try": ({"score": 90}, "23514", "lesson_progress_score_needs_attempt"),
    "a lesson without a name": ({"lesson_id": ""}, "23514", "lesson_progress_lesson_id_is_slug"),
    "the same lesson in capitals": ({"lesson_id": "Lesson-1"}, "23514", "lesson_progress_lesson_id_is_slug"),
    "the same lesson and a blank": ({"lesson_id": "lesson-1 "}, "23514", "lesson_progress_lesson_id_is_slug"),
}
FINE_ROWS = {
    "just begun": {},
    "a video": {
        "completed": True,
        "first_started_at": "2024-03-01",
        "completed_at": "2024-03-01 00:00:01",
    },
    "failed with nothing right": {"attempts": 1, "score": 0},
    "a name with an underscore": {"lesson_id": "03_storage_models"},
}


@pytest.fixture
def lax(every_server):
    """Return a connection to a database with the guide's schema, one learner and one course."""
    with connect(every_server) as made:
        apply_set(made, "schema")
        made.execute("INSERT INTO users (id, email, name) VALUES (%s, 'mina@example.org', 'Mina')", [MINA])
        made.execute("INSERT INTO courses (id, title, lesson_count) VALUES (%s, 'Web', 18)", [WEB])
        yield made


@pytest.fixture
def strict(lax):
    """Return the same with the stricter set on top."""
    apply_set(lax, "strict")
    return lax


@pytest.fixture
def schema(dsn):
    """Return a connection to a database with the guide's schema on one server."""
    with connect(dsn) as made:
        apply_set(made, "schema")
        yield made


def insert(connection, changes):
    """Insert a row of progress that is fine but for *changes*; nothing stays."""
    row = {"user_id": MINA, "course_id": WEB, "lesson_id": "lesson-1"} | changes
    names, marks = ", ".join(row), ", ".join(f"%({name})s" for name in row)
    with connection.transaction(force_rollback=True):
        connection.execute(f"INSERT INTO lesson_progress ({names}) VALUES ({marks})", row)


def refusal(connection, changes):
    """Return the SQLSTATE and the constraint or column that refuses the row, `None` when it is accepted."""
    try:
        insert(connection, changes)
    except psycopg.errors.IntegrityError as error:
        return error.sqlstate, error.diag.constraint_name or error.diag.column_name
    return None


def names(connection, query):
    """Return the first column of *query*."""
    return [row[0] for row in connection.execute(query)]


def rules(connection):
    """Return the checks on a lesson's progress, and the columns that must have a value."""
    table = "'lesson_progress'::regclass"
    checks = f"SELECT conname FROM pg_constraint WHERE contype = 'c' AND conrelid = {table}"
    columns = f"SELECT attname FROM pg_attribute WHERE attnum > 0 AND attnotnull AND attrelid = {table}"
    return {*names(connection, checks), *names(connection, columns)}


def test_each_rule_that_the_strict_set_adds_has_a_bad_row(lax):
    """A rule without one could not be seen to refuse anything."""
    before = rules(lax)
    apply_set(lax, "strict")
    assert {rule for _, _, rule in BAD_ROWS.values()} == rules(lax) - before


def test_the_guides_schema_accepts_every_bad_row(lax):
    """Its faults must be there to be seen."""
    assert {} == {name: seen for name, (row, _, _) in BAD_ROWS.items() if (seen := refusal(lax, row))}


def test_the_strict_set_refuses_every_bad_row(strict):
    """Each by one rule, which names what is wrong."""
    have = {name: refusal(strict, row) for name, (row, _, _) in BAD_ROWS.items()}
    assert {name: (state, rule) for name, (_, state, rule) in BAD_ROWS.items()} == have


def test_each_strict_rule_is_needed(strict):
    """Without its rule a bad row is accepted again."""
    left = {}
    for name, (row, state, rule) in BAD_ROWS.items():
        drop = f"DROP CONSTRAINT {rule}" if state == "23514" else f"ALTER {rule} DROP NOT NULL"
        with strict.transaction(force_rollback=True):
            strict.execute(f"ALTER TABLE lesson_progress {drop}")
            if seen := refusal(strict, row):
                left[name] = seen
    assert {} == left


def test_the_strict_set_accepts_rows_that_are_fine(strict):
    """It refuses faults, not learners."""
    assert {} == {name: seen for name, row in FINE_ROWS.items() if (seen := refusal(strict, row))}


def test_strict_times_are_finite(strict):
    """Infinity is a timestamp, and no time at which anything happens."""
    assert ("23514", "lesson_progress_times_of_this_century") == refusal(
        strict, {"last_accessed_at": "infinity"}
    )


def test_strict_completed_lessons_are_an_array(strict):
    """JSONB alone would take a number."""
    with pytest.raises(psycopg.errors.CheckViolation, match="course_progress_lessons_are_array"):
        strict.execute(
            "INSERT INTO course_progress (user_id, course_id, completed_lessons) VALUES (%s, %s, '3')",
            [MINA, WEB],
        )


@pytest.mark.parametrize(
    ("changes", "state", "rule"),
    [
        ({"time_spent_seconds": -100}, "23514", "lesson_progress_time_spent_seconds_check"),
        ({"attempts": -1}, "23514", "lesson_progress_attempts_check"),
        ({"score": 150}, "23514", "lesson_progress_score_check"),
        ({"score": -10}, "23514", "lesson_progress_score_check"),
        ({"user_id": None}, "23502", "user_id"),
        ({"lesson_id": None}, "23502", "lesson_id"),
        ({"completed": None}, "23502", "completed"),
        ({"user_id": WEB}, "23503", "lesson_progress_user_id_fkey"),
        ({"course_id": MINA}, "23503", "lesson_progress_course_id_fkey"),
    ],
)
def test_the_guides_rules_hold(schema, changes, state, rule):
    """What the guide says is refused is refused, by the constraint of that name."""
    schema.execute("INSERT INTO users (id, email, name) VALUES (%s, 'mina@example.org', 'Mina')", [MINA])
    schema.execute("INSERT INTO courses (id, title, lesson_count) VALUES (%s, 'Web', 18)", [WEB])
    assert (state, rule) == refusal(schema, changes)


def test_names_of_constraints_are_those_the_server_gives(lax):
    """The guide's constraints have no names of their own; messages show the server's."""
    query = """
        SELECT conname FROM pg_constraint
        WHERE conrelid = 'lesson_progress'::regclass AND contype <> 'n' ORDER BY conname
    """
    assert [
        "lesson_progress_attempts_check",
        "lesson_progress_course_id_fkey",
        "lesson_progress_pkey",
        "lesson_progress_score_check",
        "lesson_progress_time_spent_seconds_check",
        "lesson_progress_user_id_course_id_lesson_id_key",
        "lesson_progress_user_id_fkey",
    ] == names(lax, query)


def test_indexes_stand_in_the_guides_order(lax):
    """Of two that cost the same the planner takes the newer: the order is part of the schema."""
    query = """
        SELECT indexrelid::regclass::text FROM pg_index
        WHERE indrelid = 'lesson_progress'::regclass ORDER BY pg_index.indexrelid
    """
    assert [
        "lesson_progress_pkey",
        "lesson_progress_user_id_course_id_lesson_id_key",
        "idx_lesson_progress_user_id",
        "idx_lesson_progress_course_id",
        "idx_lesson_progress_lesson_id",
        "idx_lesson_progress_user_course",
        "idx_lesson_progress_completed",
        "idx_lesson_progress_completed_at",
    ] == names(lax, query)


def test_public_holds_the_guides_tables_only(schema):
    """Four tables, one trigger, one function."""
    tables = names(schema, "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")
    triggers = names(schema, "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal")
    functions = names(schema, "SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace")
    assert (
        ["course_progress", "courses", "lesson_progress", "users"],
        ["update_lesson_progress_updated_at"],
        ["update_updated_at_column"],
    ) == (tables, triggers, functions)


def test_every_constraint_that_a_comment_names_is_made(dsn):
    """A rule that was dropped is missed by its name, before its comment fails for want of it."""
    named = re.compile(r"COMMENT ON CONSTRAINT (\w+) ON (\w+)", re.IGNORECASE)
    statements = [
        statement.text
        for folder in ("schema", "strict")
        for path in sorted((content.folder("sql") / folder).glob("*.sql"))
        for statement in split(path.read_text(encoding="utf-8"))
    ]
    told = {match.groups() for text in statements for match in named.finditer(text)}
    with connect(dsn) as made:
        for text in statements:
            if not re.search(r"COMMENT ON", text):
                made.execute(text)
        there = set(made.execute("SELECT conname::text, conrelid::regclass::text FROM pg_constraint"))

    assert told - there == set(), "constraints that have a comment and that no table has"


def test_every_table_and_column_has_a_comment(schema):
    """What a column means stands beside it."""
    query = """
        SELECT c.relname || '.' || coalesce(a.attname, '') FROM pg_class c
        LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
          AND (col_description(c.oid, a.attnum) IS NULL OR obj_description(c.oid, 'pg_class') IS NULL)
    """
    assert [] == names(schema, query)


def test_every_index_trigger_and_strict_rule_has_a_comment(schema):
    """So does why it is there; keys and NOT NULL speak for themselves."""
    apply_set(schema, "strict")
    query = """
        SELECT conname::text FROM pg_constraint
        WHERE connamespace = 'public'::regnamespace AND obj_description(oid, 'pg_constraint') IS NULL
          AND contype IN ('c', 'f', 'u')
          AND conname NOT LIKE 'courses%' AND conname NOT LIKE '%percentage_check'
        UNION ALL
        SELECT indexrelid::regclass::text FROM pg_index
        WHERE obj_description(indexrelid, 'pg_class') IS NULL
          AND indrelid = 'lesson_progress'::regclass AND NOT indisunique
        UNION ALL
        SELECT tgname::text FROM pg_trigger
        WHERE NOT tgisinternal AND obj_description(oid, 'pg_trigger') IS NULL
    """
    assert [] == names(schema, query)


def test_the_guides_own_insert_for_a_user_works(schema):
    """The cascade test of the guide names id, email and name only."""
    schema.execute("INSERT INTO users (id, email, name) VALUES (%s, 'test@example.com', 'Test')", [MINA])
    assert ["UTC"] == names(schema, "SELECT time_zone FROM users")


def test_deleting_a_learner_leaves_nothing(schema):
    """Both kinds of progress go."""
    schema.execute("INSERT INTO users (id, email, name) VALUES (%s, 'mina@example.org', 'Mina')", [MINA])
    schema.execute("INSERT INTO courses (id, title, lesson_count) VALUES (%s, 'Web', 18)", [WEB])
    schema.execute(
        "INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (%s, %s, 'x')", [MINA, WEB]
    )
    schema.execute("INSERT INTO course_progress (user_id, course_id) VALUES (%s, %s)", [MINA, WEB])
    schema.execute("DELETE FROM users")
    assert [0] == names(
        schema, "SELECT (SELECT count(*) FROM lesson_progress) + (SELECT count(*) FROM course_progress)"
    )


def test_the_trigger_moves_updated_at_and_nothing_else(schema):
    """An update that forgets last_accessed_at leaves it where it was."""
    schema.execute("INSERT INTO users (id, email, name) VALUES (%s, 'mina@example.org', 'Mina')", [MINA])
    schema.execute("INSERT INTO courses (id, title, lesson_count) VALUES (%s, 'Web', 18)", [WEB])
    schema.execute(
        "INSERT INTO lesson_progress (user_id, course_id, lesson_id, last_accessed_at, updated_at)"
        " VALUES (%s, %s, 'x', '2024-01-01', '2024-01-01')",
        [MINA, WEB],
    )
    schema.execute("UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + 30")
    query = "SELECT updated_at > '2024-01-01', last_accessed_at = '2024-01-01' FROM lesson_progress"
    assert (True, True) == schema.execute(query).fetchone()
