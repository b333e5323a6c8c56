"""SQL cells as a student meets them: settings of the server's, a file, a frame, a slip."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from decimal import Decimal

import nbformat
import pytest
from nbclient import NotebookClient

from lessonlab.errors import ConfigError, SqlError
from lessonlab.magics import lab_magics
from lessonlab.postgres.templates import ensure_template


@pytest.fixture
def cell(lab, shell):
    """Return a function that runs a cell and returns what it gives."""
    lab_magics.register(shell, lab.session, lab.desk)

    def run(source):
        result = shell.run_cell(source, store_history=True)
        result.raise_error()
        return result.result

    yield run
    lab.run("ROLLBACK; RESET ALL")


@pytest.mark.slow
def test_the_kernel_keeps_our_magic(server):
    """`%reload_ext sql` brings ours: the next cell works, and an error of it is the cell's."""
    ensure_template(server, "small")
    sources = ["import lessonlab\nlab = lessonlab.open('00')", "%sql SELECT 1 AS n", "%reload_ext sql"]
    sources += ["%sql SELECT 2 AS n", "%reload_ext sql\n%sql SELECT 3 AS n", "%sql SELECT nam FROM users"]
    cells = [nbformat.v4.new_code_cell(source) for source in (*sources, "lab.close()")]
    notebook = nbformat.v4.new_notebook(cells=cells)
    NotebookClient(notebook, timeout=120, kernel_name="python3", allow_errors=True).execute()
    shown = [one.outputs[-1] for one in (notebook.cells[3], notebook.cells[4])]
    assert [" 2", " 3"] == [one.data["text/plain"].split("\n")[2] for one in shown]
    assert notebook.cells[5].outputs[-1].output_type == "error"


@pytest.mark.parametrize(
    "setting", ["datestyle = 'German'", "datestyle = 'SQL, DMY'", "intervalstyle = 'iso_8601'"]
)
def test_times_in_another_style_are_the_server_s_text(cell, setting):
    """What Python has no value for is text, alone, in an array and in a range."""
    columns = (
        "now(), current_date, ARRAY[now()], tstzrange(now(), NULL), interval '1 day 2 hours', NULL::date"
    )
    assert len(cell(f"%sql SET {setting}; SELECT {columns}")) == 1


def test_the_encoding_stays_ours(cell, lab, capsys):
    """A statement may change it; the next one is read and stored as it was typed."""
    result = cell("%sql SET client_encoding = 'LATIN1'; SELECT 'é', length('é')")
    assert [("é", 1)] == list(result)
    assert "client_encoding stays UTF8" in capsys.readouterr().out
    assert lab.value("SELECT length('é')") == 1


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_file_is_read_as_check_reads_it(cell, tmp_path, coding):
    """With the mark that Windows writes, and in UTF-16."""
    path = tmp_path / "f.sql"
    path.write_bytes("SELECT 'é'".encode(coding))
    assert [("é",)] == list(cell(f"%sql --file {path}"))


def test_a_file_in_another_coding_is_one_clear_line(cell, tmp_path):
    """Latin-1 is not guessed."""
    path = tmp_path / "f.sql"
    path.write_bytes("SELECT 'é'".encode("latin-1"))
    with pytest.raises(ConfigError, match="is no UTF-8"):
        cell(f"%sql --file {path}")


def test_a_frame_changes_no_value(cell):
    """A column whose values pandas would change holds them as they are."""
    first = "interval '1 month' i, 99999999999999999999::numeric n, 0.1::numeric f, 9007199254740993 b"
    query = f"SELECT {first}, 'infinity'::timestamptz t UNION ALL SELECT NULL, NULL, NULL, NULL, NULL"
    frame = cell(f"%sql {query}").DataFrame()
    assert ["1 mon", Decimal(99999999999999999999), 0.1, 9007199254740993, "infinity"] == list(frame.iloc[0])
    assert ["object", "object", "float64", "Int64", "object"] == [str(one) for one in frame.dtypes]


@pytest.mark.parametrize("line", ["buffers off", "(BUFFERS OFF, WAL)", "buffers=off", "analyze false", "off"])
def test_explain_takes_explain_s_own_spelling(cell, line):
    """An option and its value may stand apart; `buffers off` still runs the statement."""
    plan = cell(f"%%explain {line}\nSELECT 1")
    assert ("about" in repr(plan)) == (line in {"analyze false", "off"})


def test_explain_above_explain(cell):
    """It is said, and what to do."""
    with pytest.raises(ConfigError, match="says EXPLAIN itself"):
        cell("%%explain\nEXPLAIN SELECT 1")


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("# of mine\n%%sql\nSELECT 7 AS n", [(7,)]),
        ("-- of mine\n\n%%sql\nSELECT 7 AS n", [(7,)]),
        ("%sql SELECT count(*) > 0\nFROM users\nWHERE true", [(True,)]),
    ],
)
def test_a_slip_is_read_as_it_is_meant(cell, source, wanted):
    """A comment above `%%sql`, and `%sql` over several lines."""
    assert wanted == list(cell(source))


def test_a_stream_that_takes_ascii_alone():
    """What `open` prints can be printed anywhere."""
    code = (
        "import lessonlab; lab = lessonlab.open('00'); print(lab.table('SELECT 1', caption='⟨')); lab.close()"
    )
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=False)
    assert (0, b"") == (done.returncode, done.stderr)


@pytest.mark.parametrize(
    ("query", "line"),
    [
        ("SELECT id FROM users WHERE name = NULL", "TIP:  = NULL is never true: write IS NULL"),
        ("SELECT id FROM users WHERE name <> NULL", "TIP:  <> NULL is never true: write IS NOT NULL"),
        ("UPDATE users SET name = NULL WHERE false", ""),
        ("SELECT id FROM users WHERE name = ' = NULL'", ""),
        ("SELECT id FROM users WHERE name IS NULL", ""),
    ],
)
def test_a_comparison_with_null_is_told(cell, capsys, query, line):
    """It gives no rows and no error; nothing is said where it is not the cause."""
    cell(f"%sql {query}")
    said = capsys.readouterr().out
    assert (line in said, "TIP" in said) == (True, bool(line))


def test_an_error_inside_begin_says_what_ends_it(cell):
    """Beside the first error, and beside each that follows."""
    with pytest.raises(SqlError, match="the transaction has failed: ROLLBACK ends it"):
        cell("%sql BEGIN; SELECT 1/0")
    with pytest.raises(SqlError, match="TIP:  ROLLBACK ends it"):
        cell("%sql SELECT 1")


EVERY = "no WHERE: that means every row"
OPEN = "a transaction is open: COMMIT keeps it, ROLLBACK takes it back\n"
MADE = "CREATE TEMP TABLE t AS SELECT n, n AS m FROM generate_series(1, 3) n"


@pytest.fixture
def said(cell, capsys):
    """Return a function that runs a cell beside a table of three rows, and returns all that it shows."""
    cell(f"%sql {MADE}")
    capsys.readouterr()

    def run(source):
        cell(source)
        return re.sub(r"^Out\[\d+\]: *\n?", "", capsys.readouterr().out, flags=re.MULTILINE)

    yield run
    cell("%sql ROLLBACK; DROP TABLE IF EXISTS t")


@pytest.mark.parametrize(
    ("query", "tag"),
    [
        ("UPDATE t SET n = 0", f"UPDATE 3 · {EVERY}"),
        ("DELETE FROM t", f"DELETE 3 · {EVERY}"),
        ("DELETE FROM t -- WHERE n = 1", f"DELETE 3 · {EVERY}"),
        ("UPDATE t SET n = (SELECT min(id) FROM (SELECT 1 WHERE true) AS x (id))", f"UPDATE 3 · {EVERY}"),
        ("WITH x AS (SELECT 1 AS n WHERE true) UPDATE t SET n = x.n FROM x", f"UPDATE 3 · {EVERY}"),
        ("UPDATE t SET n = x.m FROM t AS x WHERE x.n = t.n", "UPDATE 3"),
        ("WITH x AS (SELECT 1 AS n) UPDATE t SET m = 0 FROM x WHERE x.n = t.n", "UPDATE 1"),
        ("DELETE FROM t WHERE true", "DELETE 3"),
        ("UPDATE t SET n = 0 WHERE n = 1", "UPDATE 1"),
        ("DELETE FROM t USING t AS x WHERE x.n = t.n", "DELETE 3"),
        ("TRUNCATE t", "TRUNCATE TABLE"),
        ("MERGE INTO t USING (VALUES (1)) AS v (n) ON t.n = v.n WHEN MATCHED THEN DELETE", "MERGE 1"),
        ("PREPARE p AS DELETE FROM t WHERE n = 1; EXECUTE p; DEALLOCATE p", "PREPARE\nDELETE 1\nDEALLOCATE"),
        (
            "DELETE FROM t WHERE n > 9; DELETE FROM t WHERE n > 0; DELETE FROM t",
            "DELETE 0\nDELETE 3\nDELETE 0",
        ),
        ("INSERT INTO t VALUES (1, 1) ON CONFLICT DO NOTHING", "INSERT 0 1"),
        ("DO $$ BEGIN DELETE FROM t; END $$", "DO"),
    ],
)
def test_a_change_of_every_row_is_said(said, query, tag):
    """Beside the tag, where no WHERE of the statement's own stands; what names its rows has its tag alone."""
    assert f"{tag}\n" == said(f"%sql {query}")


def test_a_change_of_every_row_that_returns_some(said):
    """The line stands above the rows; the result is the rows."""
    assert said("%sql x << DELETE FROM t RETURNING n").startswith(f"DELETE 3 · {EVERY}\n")
    assert said("x").endswith("(3 rows)\n")


def test_a_trigger_that_keeps_a_row(said):
    """The line does not claim that each row was changed."""
    said(
        "%%sql\nCREATE FUNCTION pg_temp.keep() RETURNS TRIGGER "
        "LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';\n"
        "CREATE TRIGGER k BEFORE UPDATE ON t FOR EACH ROW WHEN (OLD.n = 1) EXECUTE FUNCTION pg_temp.keep()"
    )
    assert said("%sql UPDATE t SET n = 0") == f"UPDATE 2 · {EVERY}\n"


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        (["BEGIN"], [True]),
        (["START TRANSACTION READ ONLY", "SELECT 1"], [True, False]),
        (
            ["BEGIN; INSERT INTO t VALUES (4)", "SELECT n FROM t", "SAVEPOINT a", "ROLLBACK TO a", "COMMIT"],
            [True, False, False, False, False],
        ),
        (
            ["BEGIN", "UPDATE t SET n = 0 WHERE n = 9", "UPDATE t SET n = 0 WHERE n = 1", "ROLLBACK"],
            [True, False, True, False],
        ),
        (["BEGIN", "CREATE TEMP TABLE u AS SELECT 1 WHERE false", "TABLE u"], [True, True, False]),
        (["BEGIN", "WITH x AS (DELETE FROM t RETURNING n) SELECT n FROM x"], [True, True]),
        (
            ["BEGIN", "SELECT n FROM t FOR UPDATE", "SHOW timezone", "SET LOCAL timezone = 'UTC'"],
            [True, False, False, False],
        ),
        (["BEGIN", "COMMIT AND CHAIN", "COMMIT AND NO CHAIN"], [True, True, False]),
        (["BEGIN; INSERT INTO t VALUES (4); ROLLBACK", "SELECT 1"], [False, False]),
        (["BEGIN; COMMIT; BEGIN", "ROLLBACK"], [True, False]),
        (["INSERT INTO t VALUES (4)", "SELECT 1"], [False, False]),
    ],
)
def test_a_transaction_left_open_is_said_once(said, sources, expected):
    """At the end of the cell that begins it, and of one that changes something in it; of no other."""
    assert expected == [OPEN in said(f"%sql {source}") for source in sources]


def test_a_cell_of_several_lines_ends_once(said):
    """What one cell begins and ends is no news; what it leaves open is said at its end."""
    assert OPEN not in said("%sql BEGIN\n%sql DELETE FROM t WHERE n = 1\n%sql ROLLBACK")
    text = said("%sql BEGIN\nprint('between')\n%sql DELETE FROM t WHERE n = 1")
    assert (1, True) == (text.count(OPEN), text.index(OPEN) > text.index("between"))
    assert OPEN not in said("x = 1")


def test_cells_that_are_meant_to_fail_say_no_more(said):
    """Nor does one that fails: its error says what ends the transaction."""
    assert EVERY not in said("%%expect_error 22012\nUPDATE t SET n = 0; SELECT 1/0")
    assert OPEN not in said("%%expect_error 22012\nBEGIN; SELECT 1/0")
    said("%sql ROLLBACK")
    with pytest.raises(SqlError):
        said("%sql BEGIN; SELECT 1/0")
    assert OPEN not in said("%sql ROLLBACK")


@pytest.mark.parametrize("magic", ["%%sql", "%%answer 06-02", "%%explain", "%%expect_error 23514"])
@pytest.mark.parametrize(
    "above",
    ["x = 1\n", "import re\n\n# of mine\n", "for i in 1, 2:\n    i\n", "%sql SELECT 1\n", "y = !ls\n"],
)
def test_a_cell_magic_below_other_lines(shell, cell, above, magic):
    """It is said in words of ours, and nothing of the cell is run: not the Python either."""
    name = magic.split()[0]
    with pytest.raises(ConfigError) as caught:
        cell(f"ran = 1\n{above}{magic}\nSELECT 'it''s'")
    assert str(caught.value) == (
        f"{name} stands below other lines: none of this cell was run\n"
        f"next: a cell of its own, with {name} in its first line"
    )
    assert "ran" not in shell.user_ns


@pytest.mark.parametrize(
    "source",
    [
        'x = """\n%%sql\n"""',
        "x = f'''a\n  %%sql\n{1}'''",
        "%sql SELECT 1\nx = '''\n%%sql\n%sql '''",
        "x = 'a\\\n%%sql'",
        "x = 1\n# %%sql",
        "%%capture\nx = '''\n%%sql\n'''",
    ],
)
def test_python_that_names_a_magic_stays_as_it_is(shell, cell, source):
    """In a string, in a comment, in another magic's body."""
    cell(source)
    assert "x" in shell.user_ns
