"""SQL as the notebook reads it: statements, parameters, the place of an error."""

from __future__ import annotations

import psycopg
import pytest

from lessonlab.errors import ConfigError, SqlError
from lessonlab.postgres.scan import split, tokens
from lessonlab.postgres.sqlerrors import excerpt
from lessonlab.statements.binding import bind
from lessonlab.statements.describe import describe
from lessonlab.statements.running import run

BODY = "BEGIN ATOMIC SELECT CASE WHEN i > 0 THEN 1 ELSE 2 END; SELECT 3; END"
ATOMIC = f"CREATE FUNCTION f(i int) RETURNS int {BODY}"
RULE = "CREATE RULE r AS ON INSERT TO t DO ALSO (INSERT INTO u VALUES (1); INSERT INTO u VALUES (2))"
TRICKY = [
    "SELECT ';'",
    'SELECT 1 AS ";"',
    "SELECT 'it''s;'",
    r"SELECT E'\';'",
    "SELECT $$;$$",
    "SELECT $f$ $$;$$ $f$",
    "SELECT 1 -- ;\n + 1",
    "SELECT 1 /* ; /* ; */ ; */",
    "SELECT a$1$ FROM t",
    ATOMIC,
    ATOMIC.replace("CREATE", "create or replace"),
    RULE,
    "DO $$ BEGIN PERFORM 1; END $$",
]


@pytest.fixture
def conn(dsn):
    """Return an autocommit connection to a fresh database."""
    with psycopg.connect(dsn, autocommit=True) as made:
        yield made


@pytest.mark.parametrize("statement", TRICKY)
def test_semicolons_that_end_nothing(statement):
    """A semicolon in quotes, comments, bodies and parentheses is part of its statement."""
    assert [statement, "SELECT 2"] == [found.text for found in split(f"{statement};\nSELECT 2;")]


@pytest.mark.parametrize(
    "text", [*TRICKY, "'open", "$$ open", "/* open", '"open', "E'open\\", "$1 :a::b := %s"]
)
def test_tokens_lose_nothing(text):
    """The tokens of a text are the text."""
    assert text == "".join(token.text for token in tokens(text))


@pytest.mark.parametrize("text", ["", " ; ;; ", "-- only\n/* words */;"])
def test_nothing_to_run(text):
    """Blank statements and comments are no statements."""
    assert [] == split(text)


def test_every_server_describes_a_table(every_server):
    """The catalog questions behind psql's backslash commands hold on all versions."""
    table = "CREATE TABLE t (i int PRIMARY KEY, j int UNIQUE REFERENCES t, CHECK (j > 0))"
    with psycopg.connect(every_server, autocommit=True) as conn:
        list(run(conn, table, {}))
        lines = repr(describe(conn, r"\d t")).split("\n")
    headings = ["Indexes:", "Check constraints:", "Foreign-key constraints:", "Referenced by:"]
    assert headings == [line for line in lines if line.endswith(":")]


def test_atomic_function_and_trigger_run(conn):
    """Bodies reach the server in one piece."""
    trigger = (
        "CREATE TABLE t (i int);\n"
        "CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS $$\n"
        "  BEGIN NEW.i := NEW.i + 1; RETURN NEW; END;\n"
        "$$;\n"
        "CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION g();\n"
        "INSERT INTO t VALUES (1) RETURNING i"
    )
    outcomes = list(run(conn, f"{ATOMIC};\n{trigger};\nSELECT f(5)", {}))
    assert [((2,),), ((3,),)] == [outcome.rows for outcome in outcomes if outcome.columns]


@pytest.mark.parametrize(
    "text", ["':a'", "$$:a$$", "-- :a", "/* :a */", '":a"', "x::a", "f(a := 1)", "s[i:a]", "s[1 + 1:a]"]
)
def test_names_that_are_no_parameters(text):
    """Quotes, comments, bodies, casts, assignments and slices stay as typed."""
    assert text == bind(text, {"a": 1}).text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (":a", "'x'"),
        (":a::text", "'x'::text"),
        ("x=:a", "x='x'"),
        ("(:a,:b)", "('x',-5)"),
        ("x in :c", "x in (1, 2)"),
        ("x IN (:c)", "x IN (1, 2)"),
        ("x NOT IN :c", "x NOT IN (1, 2)"),
        (":d", "NULL"),
        (":ab", ":ab"),
        ("'%' || :a", "'%' || 'x'"),
    ],
)
def test_parameters(text, expected):
    """A `:name` of a variable becomes its value."""
    assert expected == bind(text, {"a": "x", "b": -5, "c": (1, 2), "d": None}).text


def test_nothing_after_in():
    """An empty list after IN is said to be one."""
    with pytest.raises(ConfigError, match=r":ids is empty, and IN needs a value\nnext: write = ANY\(:ids\)"):
        bind("x IN :ids", {"ids": []})


def test_a_quote_in_a_value_stays_in_it(conn):
    """A value cannot end its own quotes."""
    (outcome,) = run(conn, "SELECT :a AS a", {"a": "'; DROP TABLE t; --\\"})
    assert (("'; DROP TABLE t; --\\",),) == outcome.rows


def place_of(conn, text, **names):
    """Return the LINE and caret of the error that *text* makes."""
    with pytest.raises(SqlError) as caught:
        list(run(conn, text, names))
    return str(caught.value).split("\n")[1:3]


def test_caret_after_wide_letters(conn):
    """The caret stands under the place although letters before it take two bytes, or two columns."""
    assert ["LINE 1: SELECT 'ä陈', nam", "                      ^"] == place_of(conn, "SELECT 'ä陈', nam")


def test_caret_in_a_later_statement(conn):
    """Lines count from the top of the cell."""
    assert ["LINE 3:   nam;", "          ^"] == place_of(conn, "SELECT 1;\nSELECT\n  nam;")


def test_caret_after_a_parameter(conn):
    """A value longer than its name does not push the caret."""
    expected = ["LINE 1: SELECT :who, nam", "                     ^"]
    assert expected == place_of(conn, "SELECT :who, nam", who="Mina Wilhelmina Harker")


def test_caret_at_a_parameter(conn):
    """An error in a value points at the name."""
    assert ["LINE 1: SELECT :who::int", "               ^"] == place_of(conn, "SELECT :who::int", who="Mina")


def test_caret_inside_a_list(conn):
    """An error in the middle of a written-out list points at the name too."""
    assert ["LINE 1: SELECT 1 IN :ids", "                    ^"] == place_of(
        conn, "SELECT 1 IN :ids", ids=(1, "x")
    )


def test_error_inside_a_function(conn):
    """An error in a body shows the body's statement, and where it was called from."""
    body = "CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN nam; END $$"
    with pytest.raises(SqlError) as caught:
        list(run(conn, f"{body};\nSELECT f()", {}))
    expected = [
        'ERROR:  column "nam" does not exist',
        "LINE 1: nam",
        "        ^",
        "QUERY:  nam",
        "CONTEXT:  PL/pgSQL function f() line 1 at RETURN",
        "SQLSTATE 42703 (undefined_column)",
        "statement 2 of 2 failed: 1 ran before it",
    ]
    assert expected == str(caught.value).split("\n")


def test_a_long_line_is_cut_around_the_caret():
    """Fifty characters before the place and thirty from it on are shown."""
    line, caret = excerpt("x" * 200 + "!" + "y" * 200, 200)
    assert ("..." + "x" * 50 + "!" + "y" * 29 + "...", line.index("!")) == (line[8:], caret.index("^"))


def test_own_sqlstate(conn):
    """A code that PostgreSQL has no name for stands alone."""
    with pytest.raises(SqlError) as caught:
        list(
            run(conn, "DO $$ BEGIN RAISE 'no' USING ERRCODE = 'LL001', DETAIL = 'd', HINT = 'h'; END $$", {})
        )
    lines = str(caught.value).split("\n")
    assert ["ERROR:  no", "DETAIL:  d", "HINT:  h", "SQLSTATE LL001"] == [*lines[:3], lines[-1]]
