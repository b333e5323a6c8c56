"""
The 17 sharp edges of ipython-sql, each cured: every test here fails on plain ipython-sql.

A test's id begins with the number of its edge; 00 is ipython-sql with a prettytable of today.
"""

from __future__ import annotations

import re
import signal
import threading

import psycopg
import pytest
from IPython.utils.capture import capture_output

from lessonlab.errors import LessonLabError, SqlError
from lessonlab.magics import lab_magics

EDGES = []


class Session:
    """A session as `lab` is one: a connection, and a new one when the old one broke."""

    def __init__(self, dsn):
        self.dsn, self.made = dsn, []

    def connection(self):
        if not self.made or self.made[-1].closed:
            self.made.append(psycopg.connect(self.dsn, autocommit=True))
        return self.made[-1]


class Cells:
    """Cells run in a shell; what each gives, prints, displays and raises."""

    def __init__(self, shell, session):
        self.shell, self.session = shell, session
        self.out, self.displayed, self.error = "", [], None

    def __call__(self, source, **variables):
        """Run a cell that must not fail, and return its result."""
        self.run(source, **variables)
        if self.error:
            raise self.error
        return self.result

    def run(self, source, **variables):
        """Run a cell; return the error that it raised."""
        self.shell.user_ns.update(variables)
        with capture_output() as captured:
            done = self.shell.run_cell(source)
        self.result, self.error = done.result, done.error_before_exec or done.error_in_exec
        self.out = captured.stdout.partition("Out[")[0]
        self.displayed = captured.outputs
        return self.error

    def value(self, query):
        """Return one value by a connection of its own, as another session sees it."""
        with psycopg.connect(self.session.dsn, autocommit=True) as other:
            return other.execute(query).fetchone()[0]


@pytest.fixture
def cells(dsn, shell):
    """Return a shell with the magics on a fresh database."""
    session = Session(dsn)
    lab_magics.register(shell, session)
    yield Cells(shell, session)
    for made in session.made:
        made.close()


def edge(number, name):
    """Put a test under the number of the edge that it covers."""

    def add(test):
        EDGES.append(pytest.param(test, id=f"{number:02}-{name}"))
        return test

    return add


@edge(0, "prettytable")
def _(cells):
    assert [(1,)] == cells("%sql SELECT 1")


@edge(1, "rollback-in-a-cell")
def _(cells):
    cells("%sql CREATE TABLE t (i int)")
    cells("%%sql\nBEGIN; INSERT INTO t VALUES (1); ROLLBACK;")
    assert 0 == cells.value("SELECT count(*) FROM t")


@edge(1, "rollback-across-cells")
def _(cells):
    cells("%sql CREATE TABLE t (i int)")
    cells("%sql -- a word before it\n")
    cells("%sql BEGIN")
    cells("%sql INSERT INTO t VALUES (1)")
    assert (0, [(1,)]) == (cells.value("SELECT count(*) FROM t"), cells("%sql SELECT count(*) FROM t"))
    cells("%sql ROLLBACK")
    assert [(0,)] == cells("%sql SELECT count(*) FROM t")


@edge(1, "comment-before-begin")
def _(cells):
    cells("%sql CREATE TABLE t (i int)")
    cells("%%sql\n-- try it\nSTART TRANSACTION;\nINSERT INTO t VALUES (1);")
    cells("%sql ROLLBACK")
    assert 0 == cells.value("SELECT count(*) FROM t")


@edge(1, "savepoint")
def _(cells):
    cells("%sql CREATE TABLE t (i int)")
    cells("%%sql\nBEGIN;\nINSERT INTO t VALUES (1);\nSAVEPOINT s;\nINSERT INTO t VALUES (2)")
    cells("%sql ROLLBACK TO s")
    cells("%sql COMMIT")
    assert 1 == cells.value("SELECT sum(i) FROM t")


@edge(1, "aborted-transaction-says-so")
def _(cells):
    cells("%sql BEGIN")
    cells.run("%sql SELECT 1/0")
    assert "25P02" == getattr(cells.run("%sql SELECT 1"), "sqlstate", None)


@edge(2, "array-braces")
def _(cells):
    assert [([1, 2, 3],)] == cells("%sql SELECT '{1,2,3}'::int[]")


@edge(2, "regex-braces")
def _(cells):
    assert [(True,)] == cells(r"%sql SELECT '123' ~ '^\d{3}$'")


@edge(2, "dollar-parameter")
def _(cells):
    assert [(5,)] == cells("%%sql\nPREPARE p(int) AS SELECT $1+1;\nEXECUTE p(4)")


@edge(2, "dollar-body")
def _(cells):
    assert [(7,)] == cells("%%sql\nCREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$SELECT 7$$;\nSELECT f()")


@edge(2, "dollar-body-with-the-name-of-a-variable")
def _(cells):
    assert [(" x ",)] == cells("%%sql\nSELECT $body$ x $body$", body="oops")


@edge(3, "compact-json")
def _(cells):
    assert [({"a": 1, "x": True},)] == cells("""%sql SELECT '{"a":1,"x":true}'::jsonb""")


@edge(3, "colon-in-a-comment")
def _(cells):
    assert [(1,)] == cells("%%sql\n/* note: see :thing */ -- and :other\nSELECT 1")


@edge(3, "colon-in-a-string")
def _(cells):
    assert [("a :who b",)] == cells("%sql SELECT 'a :who b'", who="Mina")


@edge(3, "parameter-with-a-cast")
def _(cells):
    assert [("Mina",)] == cells("%sql SELECT :who::text", who="Mina")


@edge(3, "in-a-tuple")
def _(cells):
    assert [(True,)] == cells("%sql SELECT 2 IN :ids", ids=(1, 2))


@edge(3, "undefined-name-is-named")
def _(cells):
    assert "HINT:  there is no Python variable 'nobody' for :nobody" in str(cells.run("%sql SELECT :nobody"))


@edge(4, "an-error-raises")
def _(cells):
    error = cells.run("%sql SELECT nam FROM pg_class")
    assert (SqlError, "42703") == (type(error), getattr(error, "sqlstate", None))


@edge(4, "an-error-reads-as-in-psql")
def _(cells):
    cells("%sql CREATE TABLE t (score int CONSTRAINT t_score_check CHECK (score <= 100))")
    expected = (
        'ERROR:  new row for relation "t" violates check constraint "t_score_check"\n'
        "DETAIL:  Failing row contains (150).\n"
        "SQLSTATE 23514 (check_violation)"
    )
    assert expected == str(cells.run("%sql INSERT INTO t VALUES (:score)", score=150))


@edge(4, "an-error-shows-no-traceback")
def _(cells):
    cells.run("%sql SELECT nam")
    assert "ERROR:  column" == cells.out.strip()[: len("ERROR:  column")]


@edge(4, "a-failed-connection-raises")
def _(cells):
    assert isinstance(cells.run("%sql postgresql+psycopg://me@127.0.0.1:1/x"), LessonLabError)


@edge(5, "vacuum")
def _(cells):
    assert "VACUUM" == repr(cells("%sql VACUUM"))


@edge(5, "create-database")
def _(cells):
    name = f"{psycopg.conninfo.conninfo_to_dict(cells.session.dsn)['dbname']}_other"
    assert "CREATE DATABASE" == repr(cells(f"%sql CREATE DATABASE {name}"))
    cells(f"%sql DROP DATABASE {name}")


@edge(5, "create-index-concurrently")
def _(cells):
    cells("%sql CREATE TABLE t (i int)")
    assert "CREATE INDEX" == repr(cells("%sql CREATE INDEX CONCURRENTLY ON t (i)"))


@edge(5, "procedure-with-commit")
def _(cells):
    body = "BEGIN INSERT INTO t VALUES (1); COMMIT; INSERT INTO t VALUES (2); ROLLBACK; END"
    cells(f"%%sql\nCREATE TABLE t (i int);\nCREATE PROCEDURE p() LANGUAGE plpgsql AS $$ {body} $$;\nCALL p()")
    assert 1 == cells.value("SELECT sum(i) FROM t")


@edge(6, "which-statement-failed")
def _(cells):
    error = cells.run("%%sql\nCREATE TABLE t (i int);\nINSERT INTO t VALUES (1);\nSELECT 1/0;\nDROP TABLE t")
    assert "statement 3 of 4 failed: 2 ran before it, 1 did not run" == error.message.split("\n")[-1]
    assert 1 == cells.value("SELECT count(*) FROM t")


@edge(7, "notices")
def _(cells):
    cells("%%sql\nDO $$ BEGIN RAISE NOTICE 'so'; RAISE WARNING 'hm' USING HINT = 'look'; END $$")
    assert "NOTICE:  so\nWARNING:  hm\nHINT:  look\n" == cells.out


@edge(8, "copy-to-stdout")
def _(cells):
    cells("%sql COPY (VALUES (1, 'a'), (2, NULL)) TO STDOUT")
    assert "1\ta\n2\t\\N\n" == cells.out
    assert [(1,)] == cells("%sql SELECT 1")


@edge(8, "copy-from-stdin-is-refused")
def _(cells):
    cells("%sql CREATE TABLE t (i int)")
    assert isinstance(cells.run("%sql COPY t FROM STDIN"), LessonLabError)
    assert [(1,)] == cells("%sql SELECT 1")


@edge(9, "times-that-python-has-not")
def _(cells):
    query = "SELECT 'infinity'::timestamp AS a, '0044-03-15 BC'::date AS b, '24:00'::time AS c"
    assert [("infinity", "0044-03-15 BC", "24:00:00")] == cells(f"%sql {query}")


@edge(10, "describe-a-table")
def _(cells):
    cells("%sql CREATE TABLE t (i int PRIMARY KEY, j text DEFAULT 'x' CHECK (j <> ''))")
    expected = (
        " Column | Type    | Nullable | Default\n"
        "--------+---------+----------+-----------\n"
        " i      | integer | not null |\n"
        " j      | text    |          | 'x'::text\n"
        "(t · 2 columns)\n"
        "Indexes:\n"
        '    "t_pkey" PRIMARY KEY, btree (i)\n'
        "Check constraints:\n"
        "    \"t_j_check\" CHECK ((j <> ''::text))"
    )
    assert expected == repr(cells(r"%sql \d t"))


@edge(10, "other-commands-say-what-to-type")
def _(cells):
    assert "next: %sql \\d" in str(cells.run(r"%sql \l"))


@edge(11, "at-sign-in-a-comment")
def _(cells):
    assert [(1,)] == cells("%%sql\n--bob@example.com\nSELECT 1")


@edge(11, "address-in-a-comment")
def _(cells):
    assert [(1,)] == cells("%%sql\n--https://example.com\nSELECT 1")


@edge(12, "two-semicolons")
def _(cells):
    assert [(1,)] == cells("%sql SELECT 1;;")


@edge(13, "empty-frame-keeps-its-columns")
def _(cells):
    frame = cells("%sql SELECT 1 AS a, 'x' AS b WHERE false").DataFrame()
    assert (["a", "b"], 0) == (list(frame.columns), len(frame))


@edge(13, "integers-stay-whole-beside-null")
def _(cells):
    frame = cells("%sql SELECT * FROM (VALUES (1), (NULL)) AS v (i)").DataFrame()
    assert ("Int64", 1) == (str(frame.i.dtype), frame.i[0])


@edge(13, "decimals-are-numbers")
def _(cells):
    assert "float64" == str(cells("%sql SELECT 1.5 AS d").DataFrame().d.dtype)


@edge(13, "autopandas-and-ddl")
def _(cells):
    cells("%config SqlMagic.autopandas = True")
    assert "CREATE TABLE" == repr(cells("%sql CREATE TABLE t (i int)"))


@edge(14, "command-tag")
def _(cells):
    assert "CREATE TABLE" == repr(cells("%sql CREATE TABLE t (i int)"))
    assert "INSERT 0 2" == repr(cells("%sql INSERT INTO t VALUES (1), (2)"))


@edge(15, "plan-keeps-its-indentation")
def _(cells):
    plan = cells("%sql EXPLAIN (COSTS OFF) SELECT count(*) FROM generate_series(1, 3)")
    assert "Aggregate\n  ->  Function Scan on generate_series" == repr(plan)
    assert "text-align:left" in plan._repr_html_()
    assert "white-space:pre" in plan._repr_html_()


@edge(15, "text-stands-left")
def _(cells):
    html = cells("%sql SELECT 'x' AS t, 1 AS n")._repr_html_()
    assert re.search('<td style="text-align:left[^"]*">x</td><td style="text-align:right[^"]*">1</td>', html)


@edge(16, "no-connection-string")
def _(cells):
    cells("%sql CREATE TABLE t (i int)")
    cells("%sql INSERT INTO t VALUES (1)")
    cells("%sql SELECT 1")
    assert "" == cells.out


@edge(17, "interrupt")
def _(cells):
    timer = threading.Timer(0.5, signal.raise_signal, [signal.SIGINT])
    timer.start()
    error = cells.run("%sql SELECT pg_sleep(30)")
    expected = "ERROR:  canceling statement due to user request\nSQLSTATE 57014 (query_canceled)"
    assert expected == str(error)
    assert 2 == cells.out.strip().count("\n") + 1
    assert [(1,)] == cells("%sql SELECT 1")


@pytest.mark.parametrize("check", EDGES)
def test_edge(check, cells):
    """The edge is cured."""
    check(cells)
