"""Scripts of two sessions: which orders are played, who waits, and what a verdict says of it."""

from __future__ import annotations

import os
from dataclasses import replace

import pytest

from lessonlab.grading import library
from lessonlab.grading.by_sessions import orders
from lessonlab.grading.judge import Judge
from lessonlab.grading.schedules import MOST, moves, stops
from lessonlab.system.machine_load import MOST_BUSY, busy

pytestmark = pytest.mark.slow

LOST = """
UPDATE course_progress SET completed_lessons = (
  SELECT completed_lessons FROM course_progress WHERE user_id = :uuid_u AND course_id = :uuid_c
) || to_jsonb(:lesson::text) WHERE user_id = :uuid_u AND course_id = :uuid_c
"""
SERIAL = """
BEGIN ISOLATION LEVEL SERIALIZABLE;
UPDATE course_progress SET completed_lessons = completed_lessons || to_jsonb(:lesson::text)
WHERE user_id = :uuid_u AND course_id = :uuid_c;
COMMIT
"""
CROSSED = """
BEGIN;
SELECT FROM users WHERE id = :uuid_u FOR UPDATE;
SELECT FROM courses WHERE id = :uuid_c FOR UPDATE;
UPDATE course_progress SET completed_lessons = completed_lessons || to_jsonb(:lesson::text)
WHERE user_id = :uuid_u AND course_id = :uuid_c;
COMMIT
"""


@pytest.fixture(scope="module")
def judge(server, seed):
    """Return a judge whose values are those of the run's seed."""
    with Judge(server, seed) as made:
        yield made


@pytest.mark.parametrize(("load", "times"), [(0.1, 1.0), (3.0, 1.0), (4.5, 1.5), (80.0, MOST_BUSY)])
def test_an_answer_gets_more_time_where_others_work_too(monkeypatch, load, times):
    """As many times more as the load says, and never less: a right answer of many orders could not run."""
    monkeypatch.setattr(os, "getloadavg", lambda: (load, 9.0, 9.0), raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)

    assert times == busy()


def test_statement_of_its_own_is_two_moves():
    """It has run, and is committed later: in between the other begins."""
    assert [("BEGIN", "UPDATE a SET b = 1"), ("COMMIT",)] == [
        move.statements for move in moves("UPDATE a SET b = 1")
    ]


@pytest.mark.parametrize(
    ("script", "count"),
    [
        ("BEGIN; SELECT 1; SELECT 2; COMMIT", 3),
        ("SELECT 1; BEGIN; SELECT 2; END; SELECT 3", 6),
        ("BEGIN; SAVEPOINT a; SELECT 1; ROLLBACK TO a; SELECT 2; COMMIT", 4),
        ("BEGIN; SELECT 1; COMMIT AND CHAIN; SELECT 2; COMMIT", 4),
        ("SET work_mem = '4MB'; SELECT 1", 2),
        ("DO $$ BEGIN COMMIT; END $$", 1),
        ("", 0),
    ],
)
def test_moves_end_where_the_other_can_notice(script, count):
    """BEGIN and SET belong to what follows them; a block that commits has none of ours."""
    assert count == len(moves(script))


def test_every_pair_of_stops_is_played_and_a_long_script_has_an_end():
    """Of three moves six pairs; of thirty as many as may be."""
    assert [(1, 1), (1, 2), (1, 3), (2, 1), (2, 2), (2, 3)] == stops(3)
    assert MOST // 2 < len(stops(30)) <= MOST


def test_orders_that_begin_with_the_same_wait_are_played_once():
    """Who has to wait after the first move goes no further in the others."""
    played = []
    for schedule, held in orders("BEGIN; SELECT 1; SELECT 2; COMMIT"):
        held[0] = True
        played.append(schedule)

    assert 6 + 2 * 2 == len(played)


def test_who_has_begun_before_the_other_may_write_after_it(judge):
    """Its now() is before that of the row that it finds: who asks for a later one loses its sum."""
    exercise = library.find("09-02")
    later = next(answer for answer in exercise.wrong if answer.name == "later_only")
    found = {schedule.early: told for schedule, wrong, told in each(judge, exercise, later.text) if wrong}

    assert {"a", "b"} == set(found)
    assert found["b"].splitlines()[0] == "b: (begins)"


def each(judge, exercise, text):
    """Return every order of *text* with what went wrong, and what happened."""
    return list(judge.by_sessions.each_order(exercise, text))


def test_two_single_statements_overlap(judge):
    """The second waits for the row, and computes from what it has read before."""
    verdict = judge.check(library.find("03-02"), LOST)

    assert not verdict.correct
    assert "both lessons are there (where they overlap)" in str(verdict.differences[0])
    assert "(waits)" in verdict.differences[0].text
    assert "(commits)" in verdict.differences[0].text


def test_who_may_begin_again_passes_where_the_exercise_lets_them(judge):
    """SERIALIZABLE refuses the second: right with a retry, a failure without."""
    exercise = library.find("03-02")

    assert judge.check(replace(exercise, front=replace(exercise.front, retry=True)), SERIAL).correct
    assert "a session fails" == judge.check(exercise, SERIAL).differences[0].word


def test_locks_in_one_order_are_right(judge):
    """Nobody waits in a circle."""
    assert judge.check(library.find("03-02"), CROSSED).correct


def test_sessions_that_wait_for_each_other_are_a_verdict(judge):
    """The server ends one of them; that is said, and takes no longer than the limit."""
    crossed = CROSSED.replace(
        "SELECT FROM users WHERE id = :uuid_u FOR UPDATE;",
        "SELECT FROM course_progress WHERE user_id = :uuid_u AND course_id = :uuid_c FOR SHARE;",
    ).replace("SELECT FROM courses WHERE id = :uuid_c FOR UPDATE;\n", "")
    verdict = judge.check(library.find("03-02"), crossed)

    assert "deadlock detected" in verdict.differences[0].text
    assert verdict.seconds < library.find("03-02").front.seconds * 4


def test_transaction_that_is_never_committed_is_named(judge):
    """The session ends with its script: the other one waits no longer, and nothing has been written."""
    verdict = judge.check(library.find("03-06"), "BEGIN;\n" + library.find("03-06").solution.text)

    assert "the script ends within a transaction" in verdict.differences[0].text
    assert "in every order" in str(verdict.differences[0])
    assert "COMMIT" in verdict.mistake


def test_lock_that_is_never_given_back_is_free_when_the_session_ends(judge):
    """An advisory lock lasts as long as its session, and a session as long as its script."""
    exercise = library.find("03-06")

    assert judge.check(exercise, f"SELECT pg_advisory_lock(1);\n{exercise.solution.text}").correct


def test_values_are_filled_in_inside_a_block(judge):
    """A DO block is one transaction, and knows its session's values."""
    block = library.find("03-02").right
    text = next(answer.text for answer in block if answer.name == "block")

    assert ":lesson" in text
    assert judge.check(library.find("03-02"), text).correct


COMMITS_WITHIN = """
DO $$
DECLARE so_far JSONB;
BEGIN
  SELECT completed_lessons INTO so_far FROM course_progress
  WHERE user_id = :uuid_u AND course_id = :uuid_c {lock};
  UPDATE course_progress SET completed_lessons = so_far || to_jsonb(:lesson::text)
  WHERE user_id = :uuid_u AND course_id = :uuid_c;
  COMMIT;
END $$
"""


def test_a_block_that_commits_by_itself_overlaps_too(judge):
    """Nobody can hold it open from outside: both read before one of them may write."""
    wrong = judge.check(library.find("03-02"), COMMITS_WITHIN.format(lock=""))

    assert "both lessons are there (where they overlap)" in str(wrong.differences[0])
    assert judge.check(library.find("03-02"), COMMITS_WITHIN.format(lock="FOR UPDATE")).correct


def test_one_statement_that_locks_two_rows_is_stopped_between_them(judge):
    """The rows of a `held` block are in its way, so that a circle of two single statements shows."""
    exercise = library.find("19-04")
    text = exercise.solution.text
    crossed = text.replace("ORDER BY lesson_id", "ORDER BY lesson_id <> :first")
    free = replace(exercise, probes=tuple(one for one in exercise.probes if one.verb != "held"))

    assert crossed != text
    assert "deadlock detected" in str(judge.check(exercise, crossed).differences[0])
    assert judge.check(free, crossed).correct
