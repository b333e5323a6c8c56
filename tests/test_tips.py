"""A beginner's mistake gets one line more, the right one, and nothing else gets it."""

from __future__ import annotations

import psycopg
import pytest

from lessonlab.errors import SqlError
from lessonlab.grading import library
from lessonlab.postgres.scan import split
from lessonlab.postgres.tips import shape_of, tip, tips
from lessonlab.statements import expect

EXAMPLES = [(one.say, text) for one in tips() for text in one.examples]
OTHERS = [(one.say, text) for one in tips() for text in one.others]
NOTHING_TO_SAY = [
    "SELECT * FROM nowhere.nothing",
    "SELECT 1 +",
    "SELECT now() + now()",
    "SELECT id FROM users WHERE 1 = 5 6",
    "INSERT INTO users (id) VALUES (1, 2)",
    "SELECT 'x'::json = 'y'",
    "SELECT CASE WHEN true THEN 1",
    "CREATE TABLE t (a double precisoin NOT NULL)",
    "SELECT 1 WHERE 'a' AND true",
    "SELECT DISTINCT name FROM users GROUP BY 5",
    "SELECT (SELECT 1, 2)",
    "DO $$ BEGIN PERFORM 1/0; END $$",
    "SELECT count(*) FILTER (WHERE 1) FROM users",
]


def refusal(lab, text):
    """Return SQLSTATE and place of what the last statement of *text* is refused with, and that statement."""
    with lab.connection.transaction(force_rollback=True):
        for statement in split(text):
            found = None, None
            try:
                lab.connection.execute(statement.text.encode(), prepare=False)
            except psycopg.Error as error:
                position = error.diag.statement_position
                found = error.sqlstate, int(position) - 1 if position else None
    return *found, statement.text


def test_each_has_an_example_and_a_line_of_its_own():
    """An entry without an example could not be seen to work."""
    assert [] == [one.say for one in tips() if not one.examples and one.codes != {"42601"}]
    assert all(len(one.say) <= 110 and not one.say.endswith(".") for one in tips())


@pytest.mark.parametrize(("say", "text"), EXAMPLES)
def test_the_mistake_gets_its_line(lab, say, text):
    """The server refuses the example, and the line that is said is the entry's own."""
    sqlstate, at, statement = refusal(lab, text)
    line = tip(sqlstate, statement, at)
    assert line is not None, f"{sqlstate} at {at} of {shape_of(statement)!r}"
    assert line.startswith(say.split("{", maxsplit=1)[0])


@pytest.mark.parametrize(("say", "text"), OTHERS)
def test_another_mistake_does_not_get_it(lab, say, text):
    """The server refuses it too, for another reason."""
    sqlstate, at, statement = refusal(lab, text)
    assert sqlstate is not None
    assert not (tip(sqlstate, statement, at) or "").startswith(say.split("{", maxsplit=1)[0] or "\0")


@pytest.mark.parametrize("text", NOTHING_TO_SAY)
def test_where_nothing_is_known_nothing_is_said(lab, text):
    """No line is better than a wrong one."""
    with pytest.raises(SqlError) as caught:
        lab.run(text)
    assert "TIP" not in str(caught.value)


def test_where_the_line_stands(lab):
    """Below what the server says; an error that was expected needs no tip."""
    with pytest.raises(SqlError) as caught:
        lab.run('SELECT id FROM users WHERE name = "Mina"')
    *_, code, tip_line = str(caught.value).split("\n")
    assert "TIP" not in repr(expect.met(caught.value, ("42703",)))
    assert tip_line == "TIP:  double quotes are for names; a text stands in single ones: 'Mina'"
    assert code.startswith("SQLSTATE 42703")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("SELECT * FROM lessons_progress", "did you mean lesson_progress?"),
        ("ALTER TABLE lessons_progress ADD COLUMN x INT", "did you mean lesson_progress?"),
        (
            "ALTER TABLE lesson_progress ADD FOREIGN KEY (user_id) REFERENCES userss (id) ON DELETE CASCADE",
            "did you mean users?",
        ),
        ("CREATE INDEX CONCURRENTLY i ON lesson_progres (user_id)", "did you mean lesson_progress?"),
        ("TRUNCATE TABLE ONLY courses_progress", "did you mean course_progress?"),
        ('SELECT * FROM "Users"', "did you mean users?"),
        ('SELECT "Name" FROM users', "did you mean name?"),
        ("SELECT * FROM usr", "did you mean users?"),
        ("SELECT timespent FROM lesson_progress", "did you mean time_spent_seconds?"),
    ],
)
def test_near_names(lab, text, line):
    """A name that is nearly one of the database's is said, also where the transaction has failed."""
    with pytest.raises(SqlError) as caught:
        lab.run(text)
    said = str(caught.value)
    assert f"TIP:  {line}" in said or "HINT:  Perhaps you meant" in said


def test_near_names_see_into_no_transaction_and_end_none(lab):
    """The look is beside the session: what is open stays open, and a name that nobody has gives no line."""
    lab.run("BEGIN")
    try:
        with pytest.raises(SqlError, match="TIP:  did you mean users"):
            lab.run("SELECT * FROM userss")
        with pytest.raises(SqlError, match="TIP:  ROLLBACK ends it"):
            lab.run("SELECT 1")
    finally:
        lab.run("ROLLBACK")
    with pytest.raises(SqlError) as caught:
        lab.run("SELECT * FROM zzzzzzzz")
    assert "TIP" not in str(caught.value)


def test_a_message_in_another_language_changes_nothing():
    """The words of the server are not asked."""
    assert tip("42703", 'SELECT id FROM users WHERE name = "Mina"', 34) is not None
    assert tip("25P02", "SELECT 1", None) is not None


@pytest.mark.parametrize(
    ("answer", "line"),
    [
        ("SELECT 1; SELECT 2", "an answer here is one SELECT: yours has 2 statements"),
        ("SHOW TABLES", "an answer here is one SELECT, not SHOW"),
        ("EXPLAIN SELECT 1", "an answer here is one SELECT, not EXPLAIN"),
        ("CREATE VIEW v AS SELECT 1", "an answer here is one SELECT, not CREATE"),
        ('SELECT id FROM users WHERE name = "Mina"', "TIP: double quotes are for names"),
    ],
)
def test_an_answer_gets_it_too(lab, answer, line):
    """A cell and a file that is checked go one way: what the server refuses is explained there too."""
    exercise = next(one for one in library.exercises() if one.front.answer == "query")
    verdict = lab.desk.answer(exercise, answer)
    assert line in str(verdict.differences[0])
