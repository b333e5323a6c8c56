"""`%%race`, what a cell's result is kept as, and what `%%explain --compare` takes."""

import pytest

from lessonlab.errors import ConfigError, SqlError
from lessonlab.magics import lab_magics


@pytest.fixture
def cell(lab, shell):
    """Return a function that runs a cell and returns what it gives."""
    lab_magics.register(shell, lab.session, lab.desk)

    def run(source, **variables):
        shell.user_ns.update(variables)
        result = shell.run_cell(source)
        result.raise_error()
        return result.result

    yield run
    lab.run("ROLLBACK; RESET ALL")


def test_statements_are_timed_under_their_names(cell):
    """In the order of the cell, with values, and with the names that stand above."""
    race = cell(
        "%%race rounds=3\n-- slow; and why\nSELECT pg_sleep(:long); -- a remark\n-- fast\nSELECT ';'",
        long=0.02,
    )
    assert ["slow; and why", "fast"] == list(race.seconds)
    assert float(race.ratio("slow; and why", "fast")) > 3


def test_what_a_race_writes_is_rolled_back(cell, lab):
    """Each run finds what the first one found, and afterwards nothing is changed."""
    before = lab.rows("SELECT id, attempts FROM lesson_progress ORDER BY id")
    cell(
        "%%race rounds=2\n-- more\nUPDATE lesson_progress SET attempts = attempts + 1;\n"
        "-- fewer\nDELETE FROM lesson_progress WHERE attempts > 3"
    )
    assert before == lab.rows("SELECT id, attempts FROM lesson_progress ORDER BY id")


def test_a_race_in_a_transaction_of_the_reader_s_leaves_it_open(cell, lab):
    """It sees what the transaction wrote, and takes only its own back."""
    cell("%sql BEGIN")
    cell("%%sql\nCREATE TABLE mine AS SELECT 1 AS n")
    cell("%%race rounds=1\n-- one\nDELETE FROM mine;\n-- two\nTABLE mine")
    assert 1 == lab.value("SELECT n FROM mine")
    cell("%sql ROLLBACK")
    assert lab.refused("TABLE mine") == "42P01"


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("%%race\nSELECT 1;\n-- b\nSELECT 2", "a statement has no name above it"),
        ("%%race\n-- a\nSELECT 1;\n-- a\nSELECT 2", "two statements are called 'a'"),
        ("%%race\n-- a\nSELECT 1", "nothing to race: want two statements"),
        ("%%race rounds=0\n-- a\nSELECT 1;\n-- b\nSELECT 2", "have 'rounds=0', want rounds=9"),
        ("%%race often\n-- a\nSELECT 1;\n-- b\nSELECT 2", "have 'often', want rounds=9"),
    ],
)
def test_a_race_that_is_none(cell, source, told):
    """One line says what is wrong with the cell."""
    with pytest.raises(ConfigError, match=told):
        cell(source)


def test_a_statement_of_a_race_that_is_refused(cell, lab):
    """The server's report, and the lab goes on."""
    with pytest.raises(SqlError, match='column "nam" does not exist'):
        cell("%%race\n-- a\nSELECT nam FROM users;\n-- b\nSELECT 1")
    assert 1 == lab.value("SELECT 1")


def test_the_result_of_a_cell_gets_a_name(cell, shell):
    """It is shown all the same."""
    assert cell("%%race rounds=1 times <<\n-- a\nSELECT 1;\n-- b\nSELECT 2") is shell.user_ns["times"]
    assert cell("%%explain plan << off\nSELECT 1") is shell.user_ns["plan"]
    both = cell("%%explain --compare both << work_mem=64kB rounds=1\nSELECT 1")
    assert both is shell.user_ns["both"]


def test_a_comparison_takes_what_lab_compare_takes(cell):
    """Another statement instead, on the line or in the cell; several indexes; rounds."""
    written = cell("%%explain --compare instead='SELECT 2' rounds=1\nSELECT 1")
    typed = cell("%%explain --compare rounds=1\nSELECT 1;\nSELECT 2")
    assert [("as it is", "the other statement")] * 2 == [written.names, typed.names]
    assert 1 == typed.runs
    two = cell(
        "%%explain --compare adding='CREATE INDEX idx_one ON users (name)' "
        "adding='CREATE INDEX idx_two ON users (email)' rounds=1\nSELECT 1 FROM users WHERE name = 'Mina'"
    )
    assert "idx_one, idx_two" in two.names[1]


def test_a_quote_that_is_not_closed(cell):
    """One line, no traceback of the reader of words."""
    with pytest.raises(ConfigError, match="a quote is opened and not closed"):
        cell("%%explain --compare adding='CREATE INDEX\nSELECT 1")
