"""Cells on a connection that a variable holds: another server's, or one through a pooler."""

import psycopg
import pytest
from IPython.utils.capture import capture_output

from lessonlab.errors import ConfigError, LessonLabError
from lessonlab.magics import lab_magics
from lessonlab.statements.expect import NotExpected


@pytest.fixture
def other(server):
    """Return a connection to another database than the lab's."""
    with psycopg.connect(server.dsn, autocommit=True) as connection:
        yield connection


@pytest.fixture
def cell(lab, shell, other):
    """Return a function that runs a cell and returns what it gives, with the connection as `other`."""
    lab_magics.register(shell, lab.session, lab.desk)
    shell.user_ns["other"] = other

    def run(source):
        with capture_output() as captured:
            done = shell.run_cell(source)
        done.raise_error()
        return captured.stdout + repr(done.result)

    return run


def test_a_cell_runs_where_its_name_says(cell):
    """The next cell is at home again."""
    database = "SELECT current_database() AS here"
    assert "postgres" in cell(f"%%sql @other\n{database}")
    assert "postgres" in cell(f"%sql @other {database}")
    assert "postgres" not in cell(f"%%sql\n{database}")


def test_values_and_names_go_with_it(cell, shell):
    """`:name` is a value there, and --gset makes names."""
    cell("%%sql --gset @other\nSELECT 6 * 7 AS answer, current_database() AS place")
    assert (42, "postgres") == (shell.user_ns["answer"], shell.user_ns["place"])
    assert "43" in cell("%%sql @other\nSELECT :answer + 1 AS more")


def test_a_cell_that_fails_brings_the_lab_back(cell):
    """The session at home is the lab's after an error, too."""
    assert "SQLSTATE 22012" in cell("%%expect_error 22012 @other\nSELECT 1 / 0")
    with pytest.raises(NotExpected):
        cell("%%expect_error 22012 @other\nSELECT 1")
    assert "postgres" not in cell("%%sql\nSELECT current_database()")


def test_a_plan_is_that_server_s(cell):
    """%%explain runs there."""
    cell("%%sql @other\nCREATE TEMP TABLE only_there AS SELECT 1 AS n")
    assert "only_there" in cell("%%explain @other\nSELECT n FROM only_there")


def test_an_ended_connection_is_said(cell, other):
    """No statement runs at home in its place."""
    other.close()
    with pytest.raises(LessonLabError, match="the session of other was ended"):
        cell("%%sql @other\nSELECT 1")


def test_a_name_that_holds_neither_is_said(cell):
    """The error shows how a session is made."""
    with pytest.raises(ConfigError, match="there is no session 'nobody' in a variable"):
        cell("%%sql @nobody\nSELECT 1")
