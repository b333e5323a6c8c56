"""`%%sql --load writers`: a cell runs while others write, and says what they felt."""

import pytest

from lessonlab.errors import ConfigError, SqlError
from lessonlab.magics import lab_magics
from lessonlab.scenes.load import Load


@pytest.fixture
def cell(lab, shell):
    """Return a function that runs a cell and returns what it gives."""
    lab_magics.register(shell, lab.session, lab.desk)
    shell.user_ns["lab"] = lab

    def run(source, **variables):
        shell.user_ns.update(variables)
        result = shell.run_cell(source)
        result.raise_error()
        return result.result

    return run


def test_what_the_writers_felt_stands_below(cell, lab, capsys):
    """The rows of the cell are shown, then the load; and again, with the same load."""
    writers = lab.load()
    for answer in (42, 43):
        shown = cell("%%sql --load writers\nSELECT :answer AS answer", writers=writers, answer=answer)
        assert isinstance(shown, Load)
        assert shown.statements > 0
        assert str(answer) in capsys.readouterr().out


@pytest.mark.parametrize("line", ["--load", "--load nobody", "--load lab"])
def test_a_name_that_is_no_load(cell, line):
    """Another thing, or nothing, after --load is one clear error that says what to write."""
    with pytest.raises(ConfigError, match=r"lab\.load\(\)"):
        cell(f"%%sql {line}\nSELECT 1")


def test_an_error_in_the_cell_goes_through(cell, lab):
    """What the reader's statement is refused with is shown, and no writer stays."""
    writers = lab.load()
    with pytest.raises(SqlError, match="no_such_table"):
        cell("%%sql --load writers\nSELECT * FROM no_such_table", writers=writers)

    assert writers._watcher.connection.closed
