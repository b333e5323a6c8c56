"""`%sql`, `%%expect_error` and `%%explain` beyond the sharp edges: results, sessions, connections."""

from __future__ import annotations

import inspect
import re
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pandas as pd
import psycopg
import pytest
import sql.connection
from IPython.utils.capture import capture_output

from lessonlab.errors import ConfigError, LessonLabError, NotExpected, ServerError, ServerGone, SqlError
from lessonlab.magics import lab_magics
from lessonlab.magics.lab_magics import LabMagics


@pytest.fixture
def connections(dsn):
    """Return a session's way to a connection: a new one when the old one broke."""
    made = []

    def connection():
        if not made or made[-1].closed:
            made.append(psycopg.connect(dsn, autocommit=True))
        return made[-1]

    yield connection
    for each in made:
        each.close()


@pytest.fixture
def cell(shell, connections):
    """Return a function that runs a cell and gives its result, or raises what it raised."""
    lab_magics.register(shell, SimpleNamespace(connection=connections))

    def run(source, **variables):
        shell.user_ns.update(variables)
        with capture_output() as captured:
            done = shell.run_cell(source)
        run.out, run.displayed = captured.stdout.partition("Out[")[0], captured.stdout
        if error := done.error_before_exec or done.error_in_exec:
            raise error
        return done.result

    yield run
    for made in list(sql.connection.Connection.connections.values()):
        made.internal_connection.close()
        made.internal_connection.engine.dispose()
    sql.connection.Connection.connections.clear()


def test_no_lab_is_open(shell):
    """Before a lab is open, %sql says how to open one."""
    lab_magics.load_ipython_extension(shell)
    with capture_output():
        error = shell.run_cell("%sql SELECT 1").error_in_exec
    assert 'no lab is open yet\nnext: lab = lessonlab.open("00_start_here")' == str(error)


def test_register_again_replaces_the_session(cell, shell, dsn):
    """A second lab takes %sql over, and options that were set stay."""
    cell("%config SqlMagic.autopandas = True")
    with psycopg.connect(dsn, autocommit=True) as second:
        lab_magics.register(shell, SimpleNamespace(connection=lambda: second))
        frame = cell("%sql SELECT pg_backend_pid() AS pid")
        assert [second.info.backend_pid] == list(frame.pid)
    assert 1 == len({id(known) for known in shell.configurables if type(known).__name__ == "SqlMagic"})


def test_the_connection_is_the_session_s(cell, connections):
    """What a cell begins, the session's connection is in."""
    cell("%sql BEGIN")
    assert psycopg.pq.TransactionStatus.INTRANS == connections().info.transaction_status


def test_load_ext_sql_is_too_late(cell):
    """%load_ext sql does not bring plain ipython-sql back."""
    cell("%load_ext sql")
    assert "SELECT 1" == cell("%sql SELECT 1").outcome.tag


@pytest.mark.slow
def test_pandas_and_ipython_sql_wait_until_they_are_needed():
    """Registering loads neither SQLAlchemy nor pandas; the first %sql still does not load pandas."""
    code = (
        "import sys; from IPython.core.interactiveshell import InteractiveShell as S; s = S.instance()\n"
        "import lessonlab.magics.lab_magics as m; m.register(s, None)\n"
        "a = 'sqlalchemy' in sys.modules; s.magics_manager.magics['line']['sql'].__self__.loaded()\n"
        "print(a, 'sqlalchemy' in sys.modules, 'pandas' in sys.modules)\n"
        "import pandas; print(pandas.DataFrame.__name__)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert "False True False\nDataFrame\n" == done.stdout


def test_line_result_into_a_variable(cell, shell):
    """`x = %sql …` and `x << …` keep ipython-sql's result."""
    cell("x = %sql SELECT 1 AS a, 'b' AS b")
    cell("%%sql\ny <<\nSELECT 2 AS a")
    assert ({"a": (1,), "b": ("b",)}, [(2,)]) == (shell.user_ns["x"].dict(), shell.user_ns["y"])


def test_csv(cell):
    """`.csv()` is ipython-sql's."""
    assert "a,b\r\n1,\r\n" == cell("%sql SELECT 1 AS a, NULL AS b").csv()


def test_frame(cell):
    """`.DataFrame()` of a full result equals the frame that one would write by hand."""
    expected = pd.DataFrame({"a": [1, 2], "b": ["x", None]})
    frame = cell("%sql SELECT * FROM (VALUES (1, 'x'), (2, NULL)) AS v (a, b)").DataFrame()
    pd.testing.assert_frame_equal(expected, frame, check_dtype=False)


def test_each_statement_shows_what_it_gives(cell):
    """In a cell of several statements rows and tags come in order, as in psql."""
    cell("%%sql\nCREATE TABLE t (i int);\nSELECT 7 AS n;\nDROP TABLE t")
    expected = "CREATE TABLE\n n\n---\n 7\n(1 row)\n"
    assert expected == cell.out


def test_feedback_off_hides_the_tags(cell):
    """ipython-sql's own option for less."""
    cell("%config SqlMagic.feedback = False")
    assert (None, "") == (cell("%%sql\nCREATE TABLE t (i int);\nDROP TABLE t"), cell.out)


def test_displaylimit(cell):
    """ipython-sql's displaylimit says how many rows are shown; the result has them all."""
    cell("%config SqlMagic.displaylimit = 1")
    result = cell("%sql SELECT generate_series(1, 3) AS n")
    assert (3, " n\n---\n 1\n … 2 more rows: %sql --more\n(3 rows)") == (len(result), repr(result))


def test_displaylimit_of_nothing_shows_all(cell):
    """Zero is no limit, as in ipython-sql."""
    cell("%config SqlMagic.displaylimit = 0")
    assert "25" == repr(cell("%sql SELECT generate_series(1, 25) AS n")).split("\n")[-2].strip()


def test_a_comment_is_no_option(cell):
    """Options stand on the magic's line only."""
    assert [(1,)] == cell("%%sql\n--append\nSELECT 1")


def test_the_columns_of_a_row_become_names(cell, shell):
    """`--gset` is psql's \\gset: later cells say `:name`; a NULL is NULL."""
    assert cell("%%sql --gset\nSELECT 7 AS mina, NULL::text AS photo") is None
    assert cell.out == ":mina  = 7\n:photo = NULL\n"
    assert (shell.user_ns["mina"], shell.user_ns["photo"]) == (7, None)
    assert [(8, True)] == cell("%%sql\nSELECT :mina + 1, :photo IS NULL")


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("SELECT 1 AS a WHERE false", "takes the values of one row, have 0"),
        ("SELECT generate_series(1, 1200) AS a", "takes the values of one row, have 1,200"),
        ("SELECT 1", "makes a name of each column, and '?column?' cannot be one"),
        ("SELECT 1 AS a, 2 AS a", "'a' cannot be one"),
        ("SELECT 1 AS lab", "'lab' cannot be one"),
        ('SELECT 1 AS "class"', "'class' cannot be one"),
    ],
)
def test_what_cannot_become_names(cell, shell, query, said):
    """No name is made or changed, and the message says how to go on."""
    with pytest.raises(ConfigError, match="next: ") as refusal:
        cell(f"%%sql --gset\n{query}")
    assert said in str(refusal.value)
    assert "a" not in shell.user_ns


def test_a_command_gives_no_names(cell):
    """A statement without rows is not one of one row."""
    with pytest.raises(ConfigError, match="have 0"):
        cell("%%sql --gset\nCREATE TEMP TABLE t ()")


@pytest.mark.parametrize("magic", ["%%sql", "%%explain", "%%expect_error 42P01"])
@pytest.mark.parametrize(("needs", "lacks"), [("99", "PostgreSQL 99"), ("superuser,99", "PostgreSQL 99")])
def test_a_cell_that_needs_more_passes(cell, magic, needs, lacks):
    """It says what is lacking, and none of it runs."""
    assert cell(f"{magic} --needs {needs}\nTRUNCATE nowhere") is None
    assert cell.out == f"not run here: this cell needs {lacks}\n"


def test_a_cell_whose_needs_are_met_runs(cell):
    """As if they had not been named."""
    assert [(1,)] == cell("%%sql --needs superuser,15\nSELECT 1")
    assert "42P01" in repr(cell("%%expect_error --needs=15 42P01\nTABLE nowhere"))


def test_a_cell_that_needs_something_in_a_failed_transaction_is_told_so(cell, lab):
    """What is there cannot be asked then: the server's refusal as one of ours."""
    with pytest.raises(SqlError):
        cell("%%sql\nBEGIN; TABLE nowhere")
    with pytest.raises(SqlError) as told:
        cell("%%sql --needs superuser\nSELECT 1")
    lab.run("ROLLBACK")
    assert told.value.sqlstate == "25P02"


def test_nobody_has_an_unknown_privilege(cell):
    """A misspelt one is not simply lacking."""
    with pytest.raises(ConfigError, match="unknown privilege 'superman'"):
        cell("%%sql --needs superman\nSELECT 1")


def test_sql_looks_like_options(cell):
    """A minus in SQL is no option, and an apostrophe in a dollar body needs no partner."""
    assert [(4, "it's", -2)] == cell("%sql SELECT 5 -1, $$it's$$, -1 -a FROM (SELECT 1 AS a) AS v")


def test_parameters_of_many_kinds(cell):
    """Scalars, lists, dicts and None are values wherever a statement has one."""
    cell(
        "%sql CREATE TABLE t AS SELECT :n AS n, :j AS j, :nothing::int AS o", n=5, j={"a": [1]}, nothing=None
    )
    assert [(5, {"a": [1]}, None)] == cell("%sql SELECT * FROM t WHERE n = ANY(:ns)", ns=[5, 6])


def test_a_slice_is_no_parameter(cell):
    """`[i:j]` keeps its colon although j is a Python variable."""
    query = "SELECT (ARRAY[1, 2, 3])[i:j] FROM (VALUES (2, 3)) AS v (i, j)"
    assert [([2, 3],)] == cell(f"%sql {query}", j=99)


def test_a_value_that_sql_has_not(cell):
    """A function is no SQL value, and the error says so without a traceback."""
    with pytest.raises(ConfigError, match=":who is a Python builtin_function_or_method"):
        cell("%sql SELECT :who", who=len)


def test_local_variables(cell):
    """In a function, `:name` is the function's own variable."""
    cell("def f():\n    mine = 3\n    return get_ipython().run_line_magic('sql', 'SELECT :mine')")
    assert [(3,)] == cell("f()")


def test_the_server_goes(cell):
    """A lost server is said in two lines, and the next cell works."""
    with pytest.raises(ServerGone, match="the server stopped while it ran this statement"):
        cell("%sql SELECT pg_terminate_backend(pg_backend_pid())")
    assert [(1,)] == cell("%sql SELECT 1")


def test_persist(cell, connections):
    """--persist makes a table of a frame inside the reader's own transaction."""
    cell("%sql BEGIN")
    cell("%sql --persist people", people=pd.DataFrame({"name": ["Mina"]}))
    assert [("Mina",)] == cell("%sql SELECT name FROM people")
    cell("%sql ROLLBACK")
    assert connections().execute("SELECT to_regclass('people') IS NULL").fetchone()[0]


def test_persist_twice(cell):
    """A table that is there already is not overwritten, and the error says what to type."""
    cell("%sql --persist people", people=pd.DataFrame({"name": ["Mina"]}))
    with pytest.raises(ConfigError, match="next: DROP TABLE people, or: %sql --append people"):
        cell("%sql --persist people")


def test_another_connection_and_back(cell, dsn):
    """A URL changes the connection for good, the same URL opens no second one, `lab@lessonlab` goes back."""
    home = cell("%sql SELECT pg_backend_pid()")[0][0]
    parts = psycopg.conninfo.conninfo_to_dict(dsn)
    url = f"postgresql://?{'&'.join(f'{k}={v}' for k, v in parts.items() if k != 'options')}"
    away = cell(f"%sql {url} SELECT pg_backend_pid()")[0][0]
    again = cell("%sql SELECT pg_backend_pid()")[0][0]
    named = cell(f"%sql {url} SELECT pg_backend_pid()")[0][0]
    back = cell("%sql lab@lessonlab SELECT pg_backend_pid()")[0][0]
    assert (True, {away}, home) == (away != home, {again, named}, back)


def test_a_new_lab_takes_sql_back(cell, shell, connections):
    """Opening a lab ends the use of another connection."""
    cell("%sql sqlite://")
    lab_magics.register(shell, SimpleNamespace(connection=connections))
    assert [(connections().info.backend_pid,)] == cell("%sql SELECT pg_backend_pid()")


def test_another_connection_fails(cell):
    """A server that does not answer is one line, and the lab's connection is still the one in use."""
    with pytest.raises(ServerError, match="no connection"):
        cell("%sql postgresql+psycopg://ada:secret@127.0.0.1:1/x SELECT 1")
    assert [(1,)] == cell("%sql SELECT 1")


@pytest.mark.parametrize("name", sorted({*LabMagics.magics["line"], *LabMagics.magics["cell"]}))
def test_every_magic_has_a_docstring_and_a_test(name):
    """What `%%name?` shows is there, and a test runs a cell of it."""
    tests = [*Path(__file__).parent.glob("test_magics*.py")]
    told = inspect.getdoc(getattr(LabMagics, LabMagics.magics["cell"].get(name, name))) or ""
    called = f"%%{name}" if name in LabMagics.magics["cell"] else f"%{name}"

    assert called in told, f"the docstring of {name} shows no {called}"
    calls = rf"""["'(]{called}\b"""
    assert any(re.search(calls, test.read_text(encoding="utf-8")) for test in tests), f"no test has {called}"


def test_sqlite(cell):
    """Another driver runs the way of ipython-sql."""
    assert [(2,)] == cell("%sql sqlite:// SELECT 1 + 1")


def test_a_refusal_of_another_database_says_how_to_come_back(cell):
    """Who forgot that it is another one is told which, and what leads to the lab's."""
    cell("%sql sqlite://")
    with pytest.raises(SqlError, match="no such table: users") as caught:
        cell("%sql SELECT * FROM users")
    assert caught.value.cure.startswith("%sql lab@lessonlab ")
    assert [(1,)] == cell("%sql lab@lessonlab SELECT 1")


def test_expect_error_shows_the_error(cell):
    """The expected error is ordinary output, in text and in HTML."""
    shown = cell("%%expect_error 22012\nSELECT 1/0")
    text = "ERROR:  division by zero\nSQLSTATE 22012 (division_by_zero)"
    assert (text, True) == (repr(shown), shown._repr_html_().startswith("<pre"))


def test_expect_error_takes_several_codes(cell):
    """Servers differ: any of the codes will do."""
    assert "42601" in repr(cell("%%expect_error 42P01|42601\nSELEC 1"))


def test_expect_error_when_nothing_fails(cell):
    """A cell that should fail and does not is a failure."""
    with pytest.raises(NotExpected, match=r"have a cell that ran without an error, want 23514"):
        cell("%%expect_error 23514\nSELECT 1")


def test_expect_error_when_something_else_fails(cell):
    """The error says what came and what was wanted."""
    with pytest.raises(NotExpected, match=r"have 22012 \(division_by_zero\), want 23514 \(check_violation\)"):
        cell("%%expect_error 23514\nSELECT 1/0")


def test_expect_error_keeps_what_ran_before(cell):
    """Statements before the failing one stay done, as in psql, and the session is not in a transaction."""
    cell("%%expect_error 22012\nCREATE TABLE t (i int);\nINSERT INTO t SELECT 1/0")
    assert [(0,)] == cell("%sql SELECT count(*) FROM t")


def test_expect_error_wants_a_code(cell):
    """Without a code the error says how to write one."""
    with pytest.raises(
        ConfigError, match="have '', want a SQLSTATE of five characters\nnext: %%expect_error"
    ):
        cell("%%expect_error\nSELECT 1/0")


def test_explain_leaves_nothing_behind(cell):
    """The statement runs and is rolled back, in a transaction of the reader's too."""
    cell("%%sql\nCREATE TABLE t (i int);\nBEGIN")
    plan = cell("%%explain\nINSERT INTO t VALUES (:n)", n=1)
    assert ("Insert", [(0,)]) == (plan.nodes[0].kind, cell("%sql SELECT count(*) FROM t"))


def test_explain_off(cell):
    """`off` only plans, and a per cent sign is no parameter."""
    cell("%sql CREATE TABLE t AS SELECT 1 AS i")
    assert not cell(
        "%%explain off\nDELETE FROM t WHERE i::text NOT LIKE '%x' AND pg_sleep(9) IS NULL"
    ).analyzed


def test_explain_points_at_the_reader_s_text(cell):
    """LINE and caret are where the reader typed, not where EXPLAIN stands."""
    with pytest.raises(SqlError, match=r"LINE 2:  WHERE nam = :who\n               \^"):
        cell("%%explain\nSELECT 1 FROM pg_class\n WHERE nam = :who", who="Mina")


def test_explain_stops_in_time(cell):
    """A statement may take as long as one says."""
    with pytest.raises(SqlError, match=r"more than 0.2 s"):
        cell("%%explain 0.2s\nSELECT pg_sleep(20)")


def test_explain_one_statement(cell):
    """Two statements have no plan together."""
    with pytest.raises(LessonLabError, match="have 2 statements, want one"):
        cell("%%explain\nSELECT 1; SELECT 2")


def test_explain_alone_is_about_the_query_before(cell):
    """`%%explain` with nothing under it plans the query that ran last; an index made since then is used."""
    with pytest.raises(ConfigError, match="no query ran yet to explain\nnext: %%explain above a SELECT"):
        cell("%%explain")
    cell("%%sql\nCREATE TABLE t AS SELECT g AS i FROM generate_series(1, 9999) AS g;\nANALYZE t")
    cell("%%sql\nSELECT count(*) FROM t WHERE i = :n", n=7)
    before = cell("%%explain\n")
    cell("%%sql\nCREATE INDEX by_i ON t (i)")

    assert ((), ("by_i",)) == (before.indexes, cell("%%explain buffers=off").indexes)
    assert cell("%%explain --compare without=by_i").before.indexes == ("by_i",)


def test_explain_takes_options(cell):
    """EXPLAIN's own options go on the line; one that the server does not know is its error."""
    cell("%sql CREATE TABLE t AS SELECT 1 AS i")
    plan = cell("%%explain verbose wal buffers=off\nINSERT INTO t VALUES (2)")
    assert (None, True) == (plan.pages, {"Output", "WAL Records"} <= set(plan.root.children[0].details))
    with pytest.raises(SqlError, match='unrecognized EXPLAIN option "teleport"'):
        cell("%%explain teleport\nSELECT 1")
    with pytest.raises(ConfigError, match="have 'format=text', want 'off', a time"):
        cell("%%explain format=text\nSELECT 1")


def test_explain_generic_plan(cell):
    """A statement with `$1` is planned without a value."""
    plan = cell("%%explain generic_plan\nSELECT * FROM pg_class WHERE oid = $1")
    assert (False, "oid = $1") == (plan.analyzed, plan.root.conditions[0].text)


def test_explain_compares(cell):
    """`--compare` takes what is different as name=value, and quotes around what has blanks."""
    cell("%sql CREATE TABLE t AS SELECT g AS i FROM generate_series(1, 9999) AS g")
    cell("%%sql\nCREATE INDEX by_i ON t (i);\nANALYZE t")
    gone = cell("%%explain --compare without=by_i enable_sort=off 60s\nSELECT * FROM t WHERE i = :n", n=7)
    new = cell('%%explain --compare adding="CREATE INDEX rev ON t ((-i))"\nSELECT * FROM t WHERE -i = -7')
    assert (("by_i",), (), "as it is") == (gone.before.indexes, gone.after.indexes, gone.names[0])
    assert ("with rev", ("rev",)) == (new.names[1], new.after.indexes)
    assert [("by_i",)] == cell("%sql SELECT relname FROM pg_class WHERE relname IN ('by_i', 'rev')")


def test_explain_compares_two_statements(cell):
    """Two statements in the cell are compared with each other; three are not."""
    found = cell("%%explain --compare\nSELECT 1;\nSELECT 1 WHERE false")
    assert (1, 0) == found.rows
    with pytest.raises(ConfigError, match="have 3 statements, want one or two"):
        cell("%%explain --compare\nSELECT 1; SELECT 2; SELECT 3")
    with pytest.raises(ConfigError, match="have 'by_i', want name=value"):
        cell("%%explain --compare by_i\nSELECT 1")
    with pytest.raises(ConfigError, match="nothing to compare with"):
        cell("%%explain --compare\nSELECT 1")
