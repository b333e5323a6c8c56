"""Big results: what is shown is kept, the others are counted, and who wants more gets it."""

from __future__ import annotations

import csv
import re

import nbformat
import psycopg
import pytest
from nbclient import NotebookClient

from lessonlab.errors import ConfigError, LessonLabError, SqlError
from lessonlab.magics import lab_magics
from lessonlab.magics.first_rows import FirstRows
from lessonlab.magics.result_set import ResultSet
from lessonlab.statements.fetching import MOST
from lessonlab.statements.only_reading import only_reads

SETUP = """
import psycopg
from lessonlab.magics import lab_magics

class Session:
    made = psycopg.connect({dsn!r}, autocommit=True)
    def connection(self):
        return self.made

lab_magics.register(get_ipython(), Session())
"""
MANY = MOST * 5 // 2
RESIDENT = 'int(open("/proc/self/statm").read().split()[1]) * 4096 // 1_000_000'
MEGABYTES = 50
MADE = """
CREATE TABLE seen (n int);
CREATE FUNCTION noted(n int) RETURNS int LANGUAGE sql AS 'INSERT INTO seen VALUES (n) RETURNING n';
CREATE VIEW noting AS SELECT noted(i) FROM generate_series(1, 30) AS i;
CREATE SEQUENCE counter;
"""


@pytest.fixture
def cell(lab, shell):
    """Return a function that runs a cell and returns what it gives."""
    lab_magics.register(shell, lab.session, lab.desk)
    lab.run(MADE)

    def run(source):
        result = shell.run_cell(source, store_history=True)
        result.raise_error()
        return result.result

    yield run
    lab.run(
        "ROLLBACK; RESET ALL; DROP VIEW noting; DROP FUNCTION noted; DROP TABLE seen; DROP SEQUENCE counter"
    )


@pytest.mark.skipif("not __import__('pathlib').Path('/proc/self/statm').exists()", reason="Linux tells it")
def test_a_million_rows_cost_a_kernel_little(large):
    """Three times a million rows: the kernel is as large as before."""
    cells = [
        SETUP.format(dsn=large),
        "%sql SELECT * FROM lesson_progress LIMIT 100",
        RESIDENT,
        *["%%sql\nSELECT * FROM lesson_progress", "%sql SELECT * FROM lesson_progress"] * 2,
        RESIDENT,
        "%sql --more",
    ]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source) for source in cells])
    NotebookClient(notebook, timeout=300, kernel_name="python3").execute()
    texts = [one.outputs[-1].data["text/plain"] for one in notebook.cells[1:]]

    assert MEGABYTES > int(texts[-2]) - int(texts[1])
    assert ["(100 rows)", *["(1,000,000 rows)"] * 4] == [texts[i].split("\n")[-1] for i in (0, 2, 3, 4, 5)]
    assert "(rows 21 to 40 of 1,000,000)" in texts[-1]


def test_out_keeps_what_is_shown(cell):
    """A result that is only shown has its first rows, knows how many there were, and says how to go on."""
    found = cell("%%sql\nSELECT n FROM generate_series(1, 3000) AS n")
    assert (FirstRows, 20, 3000) == (type(found), len(found.outcome.rows), len(found))
    onward = "… 2,980 more rows: %sql --more up to row 1,020, %%sql --csv FILE writes all"
    assert f" {onward}\n(3,000 rows)" in repr(found)
    assert f"{onward}</td>" in found._repr_html_()
    assert "… 980 more rows: %sql --more\n" in repr(
        cell("%%sql\nSELECT n FROM generate_series(1, 1000) AS n")
    )


def test_what_is_all_shown_is_a_result_set(cell):
    """Up to twenty rows nothing is different."""
    assert ResultSet is type(cell("%sql SELECT n FROM generate_series(1, 20) AS n"))


@pytest.mark.parametrize(
    "source",
    [
        "rows = %sql SELECT n FROM generate_series(1, 3000) AS n",
        "%sql rows << SELECT n FROM generate_series(1, 3000) AS n",
        "%%sql rows <<\nSELECT n FROM generate_series(1, 3000) AS n",
        "rows = get_ipython().run_cell_magic('sql', '', 'SELECT n FROM generate_series(1, 3000) AS n')",
    ],
)
def test_a_name_keeps_all(cell, shell, source):
    """Who gives the rows a name gets all of them."""
    cell(source)
    rows = shell.user_ns["rows"]
    assert (3000, 4_501_500) == (len(rows), sum(row[0] for row in rows))
    assert (3000, 1) == rows.DataFrame().shape


def test_many_that_are_kept_are_said(cell, capsys):
    """A name for very many rows says what takes less."""
    cell("rows = %sql SELECT n FROM generate_series(1, 150000) AS n")
    assert (
        "150,000 rows are kept in memory: an aggregate, LIMIT or --csv FILE takes less\n"
        in capsys.readouterr().out
    )


def test_a_shown_result_is_ipython_sql_s(cell, shell):
    """Iteration, an index and a frame have all rows: they are asked for anew, with the values of then."""
    shell.user_ns["most"] = 50
    found = cell("%sql SELECT n FROM generate_series(1, :most) AS n")
    shell.user_ns["most"] = 3
    assert (50, (50, 1), 1275) == (len(found), found.DataFrame().shape, sum(row[0] for row in found))
    assert [(1,), (50,), (50,), [(2,), (3,)]] == [found[0], found[-1], found[49], found[1:3]]
    assert ["n"] == found.keys


@pytest.mark.parametrize(
    "query",
    [
        "INSERT INTO seen SELECT generate_series(1, 30) RETURNING n",
        "SELECT noted(i) FROM generate_series(1, 30) AS i",
        "SELECT * FROM noting",
        "WITH x AS (INSERT INTO seen SELECT generate_series(1, 30) RETURNING n) SELECT * FROM x",
    ],
)
def test_what_writes_runs_once_and_to_its_end(cell, lab, query):
    """All rows are written, though twenty are shown; and none a second time when the others are asked for."""
    found = cell(f"%sql {query}")
    with pytest.raises(LessonLabError, match="20 of 30 rows were kept") as refused:
        list(found)
    assert "rows << before the statement keeps all of them" == refused.value.cure
    assert 30 == lab.value("SELECT count(*) FROM seen")


def test_an_error_after_many_rows_is_one(cell):
    """What fails at its last row has failed."""
    with pytest.raises(SqlError, match="division by zero"):
        cell("%sql SELECT 1 / (99999 - n) FROM generate_series(1, 100000) AS n")


def test_very_many_rows_are_counted_up_to_a_number(cell):
    """A statement that only reads is ended, and the line says that there are more."""
    found = cell(f"%sql SELECT n FROM generate_series(1, {MANY}) AS n")
    onward = "%sql --more up to row 1,020, %%sql --csv FILE writes all"
    assert f" … at least {MOST - 20:,} more rows: {onward}\n(at least {MOST:,} rows)" in repr(found)
    assert "(1 row)" in repr(cell("%sql SELECT 7"))


def test_what_may_change_something_is_not_ended(cell, lab):
    """A function that writes is called for every row, also beyond that number."""
    cell(f"%sql SELECT nextval('counter') FROM generate_series(1, {MOST + 9})")
    assert MOST + 9 == lab.value("SELECT last_value FROM counter")


def test_a_transaction_of_the_reader_is_not_broken(cell, lab):
    """Within BEGIN all rows are counted: ending a statement would fail the transaction."""
    cell("%sql BEGIN; INSERT INTO seen VALUES (1)")
    assert MANY == len(cell(f"%sql SELECT n FROM generate_series(1, {MANY}) AS n"))
    cell("%sql COMMIT")
    assert 1 == lab.value("SELECT count(*) FROM seen")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("SELECT * FROM lesson_progress", True),
        ("TABLE users", True),
        ("WITH x AS (SELECT count(*) FROM users) SELECT random(), now() FROM x", True),
        ("SELECT * FROM pg_stat_activity", True),
        ("SELECT noted(1)", False),
        ("SELECT pg_catalog.nextval('counter')", False),
        ('SELECT "noted"(1)', False),
        ("SELECT pg_terminate_backend(1)", False),
        ("SELECT * FROM noting", False),
        ("SELECT 1 FROM users FOR UPDATE", False),
        ("SELECT 1 INTO t", False),
        ("WITH x AS (DELETE FROM users RETURNING *) TABLE x", False),
        ("FETCH ALL FROM c", False),
        ("EXECUTE x", False),
    ],
)
@pytest.mark.usefixtures("cell")
def test_what_only_reads(lab, query, expected):
    """What is not known to change nothing counts as changing something."""
    assert expected == only_reads(lab.connection, query)


def test_more(cell):
    """The next rows of the last result, so many as one likes, until what was kept ends."""
    cell("%sql SELECT n FROM generate_series(1, 3000) AS n")
    after = [repr(cell(source)).split("\n") for source in ("%sql --more", "%sql --more 3", "%sql --more 977")]

    assert [["21", "40"], ["41", "43"], ["44", "1020"]] == [[x[2].strip(), x[-3].strip()] for x in after]
    assert ["(rows 21 to 40 of 3,000)", "(rows 41 to 43 of 3,000)"] == [x[-1] for x in after[:2]]
    assert " … 2,960 more rows: %sql --more up to row 1,020, %%sql --csv FILE writes all" == after[0][-2]
    assert " … 1,980 more rows: OFFSET in the statement goes on, %%sql --csv FILE writes all" == after[2][-2]
    with pytest.raises(ConfigError, match="the next 1,980 rows were not kept"):
        cell("%sql --more")


def test_more_to_the_end(cell):
    """The last rows end it, and a statement without rows between does not."""
    cell("%sql SELECT n FROM generate_series(1, 30) AS n")
    cell("%sql SET work_mem TO '5MB'")
    assert repr(cell("%sql --more")).endswith("\n 30\n(rows 21 to 30 of 30)")
    with pytest.raises(ConfigError, match="that was all: 30 rows"):
        cell("%sql --more")


@pytest.mark.parametrize(
    ("before", "source"),
    [("%sql SELECT 1", "%sql --more"), ("%sql SELECT generate_series(1, 30)", "%sql --more of it")],
)
def test_more_of_nothing(cell, before, source):
    """One line says what is missing."""
    cell(before)
    with pytest.raises(ConfigError) as refused:
        cell(source)
    assert refused.value.cure.startswith("%sql")


def test_what_is_kept_for_more_has_a_size(cell, shell):
    """A few very long values are not kept beside those that are shown."""
    cell("%sql SELECT repeat('x', 1000000) FROM generate_series(1, 300)")
    kept = shell.__dict__["_lessonlab_magics"].ipython_sql.latest.outcome
    assert 20 <= len(kept.rows) < 60


def test_values_of_which_python_has_none(cell):
    """A value that Python cannot hold is text, in every row of it, whatever chunk it comes in."""
    rows = cell(
        "%%sql\nSELECT CASE n WHEN 90 THEN '[0,1)'::text ELSE '[1,2)' END::int4range AS r, "
        "CASE n WHEN 95 THEN 'infinity' ELSE '2026-01-01' END::date AS d FROM generate_series(1, 100) AS n"
    )
    assert ["2026-01-01", "infinity"] == sorted({str(row[1]) for row in rows})


def test_csv(cell, tmp_path, capsys):
    """All rows go to a file with their names, as the server writes them."""
    file = tmp_path / "rows.csv"
    query = "SELECT n, 'a,\"b' AS t, NULL AS nothing FROM generate_series(1, 5000) AS n -- all"
    cell(f"%%sql --csv {file}\n{query}")
    with file.open(newline="") as lines:
        rows = list(csv.reader(lines))
    assert f"5,000 rows written to {file}\n" == capsys.readouterr().out
    assert (5001, ["n", "t", "nothing"], ["5000", 'a,"b', ""]) == (len(rows), rows[0], rows[-1])


def test_csv_keeps_what_was_there(cell, tmp_path, capsys):
    """Another file of that name is kept; the same rows once more change nothing."""
    file = tmp_path / "rows.csv"
    file.write_text("mine")
    cell(f"%%sql --csv {file}\nINSERT INTO seen VALUES (5) RETURNING n")
    cell(f"%%sql --csv {file}\nSELECT n FROM seen")
    assert ["n", "5"] == file.read_text().split()
    assert "mine" == (tmp_path / "rows.csv.before").read_text()
    assert ["; what was there is rows.csv.before", ""] == re.findall("rows.csv(.*)", capsys.readouterr().out)


@pytest.mark.parametrize(
    ("line", "query", "said"),
    [
        ("rows.csv", "SELECT nam FROM users", "LINE 1: SELECT nam FROM users\n               ^"),
        ("rows.csv", "SHOW work_mem", "--csv writes the rows of one SELECT"),
        ("rows.csv", "SELECT 1; SELECT 2", "--csv writes the rows of one SELECT"),
        ("none/rows.csv", "SELECT 1", "rows.csv cannot be written: No such file"),
    ],
)
def test_csv_that_cannot_be(cell, tmp_path, line, query, said):
    """One clear error, and no half of a file is left."""
    with pytest.raises(LessonLabError) as refused:
        cell(f"%%sql --csv {tmp_path}/{line}\n{query}")
    assert said in str(refused.value)
    assert [] == list(tmp_path.iterdir())


def test_copy_shows_so_many_lines(cell, capsys):
    """COPY … TO STDOUT is shown, not all of a million lines."""
    cell("%sql COPY (SELECT n FROM generate_series(1, 1500) AS n) TO STDOUT")
    lines = capsys.readouterr().out.split("\n")
    assert ["1000", "… 500 more lines: %%sql --csv FILE above a SELECT writes all"] == lines[999:1001]


def test_a_table_of_the_lab_keeps_a_bounded_number(lab):
    """`lab.table` shows twenty; more than a thousand beside them are let go, and cannot be drawn."""
    table = lab.table("SELECT n, n AS m FROM generate_series(1, 5000) AS n")
    assert (1020, 5000) == (len(table.rows), table.total)
    with pytest.raises(ConfigError, match="have 1,020 of 5,000 rows to draw"):
        lab.bars(table)


def test_a_session_of_a_scene_keeps_what_is_shown(cell, lab, shell):
    """`%%sql @ben` keeps what it shows; `ben.rows` has all."""
    (ben,) = lab.scene("Ben")
    shell.user_ns["ben"] = ben
    cell("%%sql @ben\nSELECT n FROM generate_series(1, 500) AS n")
    assert (20, 500) == (len(ben.last.rows), ben.last.total)
    with pytest.raises(LessonLabError, match="20 of 500 rows were kept"):
        _ = ben.answer
    assert 500 == len(ben.rows("SELECT n FROM generate_series(1, 500) AS n"))


def test_a_connection_that_begins_by_itself(cell, shell, dsn):
    """A reader's own connection in psycopg's way, a transaction from the first statement on, works too."""
    with psycopg.connect(dsn) as conn:
        shell.user_ns["mine"] = conn
        cell("%%sql @mine\nCREATE TABLE t (n int)")
        assert 30 == len(cell("%%sql @mine\nINSERT INTO t SELECT generate_series(1, 30) RETURNING n"))
        assert psycopg.pq.TransactionStatus.INTRANS == conn.info.transaction_status
        conn.rollback()
        assert conn.execute("SELECT to_regclass('t')").fetchone() == (None,)
