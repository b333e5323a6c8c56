"""What is said of an answer: its cause first and once, in lines that wrap, and what to type at the end."""

from __future__ import annotations

import re

import pytest

from lessonlab.grading.judge import Judge
from lessonlab.grading.verdict import Difference, State, Verdict
from lessonlab.reader.told_causes import causes, in_html, place_of
from lessonlab.reader.told_verdicts import Page, ShownVerdict, judged, text

GONE = 'column "score" does not exist (SQLSTATE 42703)'
ASIDE = 'column "score" of relation "quiz" does not exist (SQLSTATE 42703)'
NULL = 'null value in column "place" violates not-null constraint (SQLSTATE 23502)'


@pytest.fixture(scope="module")
def judging(lab, server, seed):
    """Return a function that hands an answer in to a desk of the tests' server and returns the verdict."""
    with Judge(server, seed) as judge:
        lab.desk._judge = judge
        yield lambda key, answer: judged(lab.desk, key, answer, lambda: lab.connection)
        lab.desk._judge = None


def test_one_missing_column_is_one_cause(judging):
    """Twenty-odd probes fail of it: it is told once, and first, with how many."""
    table = """CREATE TABLE quiz_result (user_id uuid NOT NULL, lesson_id text NOT NULL, tri int NOT NULL,
               score int CHECK (score BETWEEN 0 AND 100), UNIQUE (user_id, lesson_id, tri))"""
    shown = repr(judging("06-01", table))

    assert 'column "attempt"' in shown.splitlines()[1]
    assert 1 == shown.count("(SQLSTATE 42703)")
    assert re.search(r"\n +2\d things cannot be tried without it: .*; and \d+ more\n", shown)
    assert 5 > len(shown.splitlines())


def test_what_follows_from_one_cause_is_told_once():
    """The server's words are compared, whatever was wanted; the first cause stands first."""
    found = [
        Difference("not so", "the rest\nELSE"),
        Difference("refused, but should be accepted", f"a\n{NULL}\nINSERT 1"),
        Difference("refused, but should be accepted", f"b\n{NULL}\nINSERT 2"),
        Difference("refused for another reason", f"c\n{ASIDE}, want 23514\nINSERT 3"),
        Difference("not so", f"d\n{GONE}"),
    ]
    assert [
        f"missing: {ASIDE}\n2 things cannot be tried without it: c; d",
        "not so: the rest\nELSE",
        f"refused, but should be accepted: {NULL}\nso answers: a; b",
    ] == [str(one) for one in causes(found)]


def test_an_answer_that_does_nothing_is_told_so_first(judging):
    """That nothing is new is the cause: it stands first, and the rest in one line."""
    lines = repr(judging("12-02", "SELECT 1")).splitlines()
    assert lines[1].split("  ")[1] == "nothing is new"
    assert re.search(r"\d+ things fail for that: ", lines[2])


@pytest.mark.parametrize(
    ("key", "answer", "line"),
    [
        ("14-01", "SELECT title FROM coursess", "TIP: did you mean courses?"),
        ("14-01", "SELECT title,\n  1 FROM\n  coursess", "TIP: did you mean courses?"),
        (
            "14-01",
            "SELECT titel FROM courses",
            'HINT: Perhaps you meant to reference the column "courses.title".',
        ),
        ("06-03", "UPDATE lesson_progres SET score = 1", "TIP: did you mean lesson_progress?"),
        ("06-01", "ALTER attempt", "TIP: ALTER of what kind? A table is ALTER TABLE attempt"),
        (
            "14-01",
            'SELECT title FROM courses WHERE title = "SQL"',
            "TIP: double quotes are for names; a text stands",
        ),
        (
            "14-01",
            "SELECT title FROM courses WHERE title = ‘SQL’",
            "TIP: ‘ and “ are a word processor's quotes",
        ),
    ],
)
def test_a_mistyped_answer_is_told_as_in_any_cell(judging, key, answer, line):
    """The hints and near names of cells are said of answers too, and the last line says what to type."""
    shown = repr(judging(key, answer))
    assert any(found.strip().startswith(line) for found in shown.splitlines())
    assert re.fullmatch(rf'  (\d hints? left: )?lab\.\w+\("{key}"\)', shown.splitlines()[-1])


def test_html_marks_the_word_and_wraps(judging):
    """The whole word is underlined, no caret stands below it, and every line may break."""
    html = judging("06-01", "ALTER attempt")._repr_html_()
    assert 'ALTER <u style="text-decoration:underline wavy #c33">attempt</u>' in html
    assert "^" not in html
    assert re.findall("white-space:[a-z-]+", html)
    assert {"white-space:pre-wrap"} == set(re.findall("white-space:[a-z-]+", html))


def test_a_caret_that_points_into_a_word_marks_the_word():
    """No mark stands within one."""
    html = in_html([Difference("error", "syntax error\nLINE 1: ALTER attempt\n               ^")])
    assert ">attempt</u>" in html


def test_hints_have_no_backticks():
    """Code in a hint is drawn as code, in text it stands as it is."""
    verdict = Verdict("06-01", "t", State.NOT_YET, (Difference("not so", "`a` is b"),), "`c < d`", "see `e`")
    shown = ShownVerdict(verdict, "")
    assert "`" not in text(verdict) + shown._repr_html_()
    assert "<code>c &lt; d</code>" in shown._repr_html_()
    assert "t\n\nsee e\n\nSELECT `f`" == repr(
        Page("t", (("", "see `e`"), ("sql", "SELECT `f`")), in_words=True)
    )


def test_what_an_answer_says_is_no_markup():
    """Neither the server's words nor the statement are read as HTML."""
    html = in_html([Difference("error", "no <b>x</b>\nLINE 1: SELECT <i>\n               ^\nHINT: <u>`<s>`")])
    assert not re.search("<[bis]>|<u>", html)


def test_where_the_caret_stands_in_a_long_line():
    """A line that the report cut is found in the answer."""
    answer = f"SELECT 1,\n{'x, ' * 30}nam FROM users"
    lines = ["LINE 2: ...x, x, nam FROM us...", "                 ^"]
    assert answer.index("nam") == place_of(lines, answer)
