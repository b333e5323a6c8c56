"""Answers that do right where they are asked, and something else beside it."""

from __future__ import annotations

import pytest

from lessonlab.grading import library
from lessonlab.grading.judge import Judge
from lessonlab.grading.verdict import State

HONEST = "user_id UUID, lesson_id TEXT, attempt INTEGER, score INTEGER"
KEY = "PRIMARY KEY (user_id, lesson_id, attempt)"
BOTH = "CHECK (score BETWEEN 0 AND 100)"


@pytest.fixture(scope="module")
def judge(server, seed):
    """Return a judge."""
    with Judge(server, seed) as made:
        yield made


@pytest.fixture(scope="module")
def design():
    """Return the exercise that asks for a table of results."""
    return library.find("06-01")


FOR_THE_JUDGE_ALONE = {
    "the role": f"CHECK (session_user !~ '^lab_' OR attempt >= 1), {BOTH}",
    "the current role": f"CHECK (current_user = 'ada' OR attempt >= 1), {BOTH}",
    "the statement": r"CHECK (current_query() !~ '(, -1|, 101|, 0)\)$')",
    "the name of the client": f"CHECK (current_setting('application_name') <> '' OR attempt >= 1), {BOTH}",
    "the clock": f"CHECK (now() > '2030-01-01' OR attempt >= 1), {BOTH}",
    "how often": f"CHECK (nextval('often') > 1000 OR attempt >= 1), {BOTH}",
    "luck": f"CHECK (random() > 2 OR attempt >= 1), {BOTH}",
    "a domain that asks": f"at_last one_up, CHECK (attempt >= 1), {BOTH}",
    "a function that asks": f"CHECK (asks(attempt)), {BOTH}",
}
MADE_BEFORE = {
    "a domain that asks": "CREATE DOMAIN one_up AS INTEGER CHECK (VALUE >= 1 OR pg_backend_pid() = 1);",
    "a function that asks": """
        CREATE FUNCTION asks(INTEGER) RETURNS BOOLEAN IMMUTABLE LANGUAGE plpgsql AS
        $$ BEGIN RETURN $1 >= 1 OR session_user = 'ada'; END $$;
        """,
}


@pytest.mark.parametrize("name", FOR_THE_JUDGE_ALONE)
def test_a_rule_for_the_judge_alone_does_not_pass(judge, design, name):
    """A rule that asks who asks, when, how often or by which statement is refused, and named."""
    text = f"""
    CREATE SEQUENCE often;
    {MADE_BEFORE.get(name, "")}
    CREATE TABLE quiz_result ({HONEST}, {KEY}, {FOR_THE_JUDGE_ALONE[name]});
    """
    verdict = judge.check(design, text)

    assert verdict.state is State.NOT_YET
    assert "a rule asks who asks" in " ".join(map(str, verdict.differences))


STAND_INS = {
    "a function of the judge's": """
        CREATE FUNCTION format(text, name, regclass) RETURNS text LANGUAGE sql AS $$ SELECT 'none' $$;
        CREATE FUNCTION cheat() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
          IF NEW.attempt < 1 OR NEW.score NOT BETWEEN 0 AND 100 THEN RAISE check_violation; END IF;
          RETURN NEW; END $$;
        CREATE TRIGGER cheat BEFORE INSERT ON quiz_result FOR EACH ROW EXECUTE FUNCTION cheat();
        """,
    "an operator of the judge's": """
        CREATE FUNCTION no(oid, int4) RETURNS bool LANGUAGE sql AS 'SELECT false';
        CREATE OPERATOR >= (LEFTARG = oid, RIGHTARG = int4, FUNCTION = no);
        ALTER TABLE quiz_result ADD CHECK (attempt >= 1), ADD CHECK (score BETWEEN 0 AND 100);
        """,
}


@pytest.mark.parametrize("name", STAND_INS)
def test_what_is_called_like_a_part_of_the_server_does_not_pass(judge, design, name):
    """An overload in the student's schema hides nothing from the judge, and is named."""
    verdict = judge.check(design, f"CREATE TABLE quiz_result ({HONEST}, {KEY}); {STAND_INS[name]}")
    said = " ".join(map(str, verdict.differences))

    assert verdict.state is State.NOT_YET
    assert "is called like a part of the server" in said
    assert ("cheat on quiz_result" in said) is ("cheat" in STAND_INS[name])


ELSEWHERE = {
    "an index of another table": (
        "DROP INDEX idx_lesson_progress_completed",
        "idx_lesson_progress_completed",
    ),
    "a trigger that is off": (
        "ALTER TABLE lesson_progress DISABLE TRIGGER USER",
        "update_lesson_progress_updated_at",
    ),
    "a rule of another table": (
        "ALTER TABLE lesson_progress DROP CONSTRAINT lesson_progress_score_check",
        "lesson_progress_score_check",
    ),
    "a column more": ("ALTER TABLE users ADD nickname TEXT", "nickname of users"),
    "a row": ("INSERT INTO users (email, name) VALUES ('a', 'A')", "the rows of users"),
    "a function": (
        """
        CREATE OR REPLACE FUNCTION update_updated_at_column() RETURNS trigger LANGUAGE plpgsql
        AS $$ BEGIN RETURN NEW; END $$
        """,
        "update_updated_at_column()",
    ),
    "a table": ("DROP TABLE course_progress", "the table course_progress is gone"),
}


@pytest.mark.parametrize("name", ELSEWHERE)
def test_what_was_there_stays_as_it_was(judge, design, name):
    """A right table, and something else that changes: it is named."""
    statement, said = ELSEWHERE[name]
    verdict = judge.check(design, f"{design.solution.text}; {statement}")

    assert [d.word for d in verdict.differences] == ["something else changes"]
    assert said in verdict.differences[0].text
