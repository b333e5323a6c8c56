"""
`%sql`, `%%sql`, `%%explain`, `%%expect_error` and `%%answer`: the one module that knows IPython.

All run on the session that `lab` uses, so BEGIN in a cell is seen by `lab.value` and by the next cell.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, Protocol

from IPython.core.magic import (
    Magics,
    cell_magic,
    line_cell_magic,
    magics_class,
    needs_local_scope,
    no_var_expand,
)
from IPython.display import display

from lessonlab.errors import LessonLabError, SqlError
from lessonlab.notebook import answers, expect, explaining, speaking
from lessonlab.notebook.outcomes import shape
from lessonlab.notebook.running import run

if TYPE_CHECKING:
    from collections.abc import Mapping

    import psycopg
    from IPython.core.interactiveshell import InteractiveShell

    from lessonlab.grading.desk import Desk
    from lessonlab.notebook.answers import ShownVerdict
    from lessonlab.notebook.ipythonsql import SqlMagic
    from lessonlab.notebook.tables import Preformatted
    from lessonlab.plans import Comparison, Plan

PANDAS_OF_IPYTHON_SQL = "pandas.core.frame"


class Session(Protocol):
    """What the magics need of a lab: a connection that works, a new one after the old one broke."""

    def connection(self) -> psycopg.Connection[Any]: ...


def register(ipython: InteractiveShell, session: Session | None, desk: Desk | None = None) -> None:
    """
    Make `%sql` and its companions work on *session*; a second call brings them all to its session.

    ipython-sql itself is loaded by the first cell that needs it: it takes longer than opening a lab.
    """
    magics: LabMagics | None = ipython.__dict__.get("_lessonlab_magics")
    if magics is None:
        magics = ipython.__dict__["_lessonlab_magics"] = LabMagics(ipython)
        ipython.register_magics(magics)
        ipython.events.register("pre_run_cell", magics.prepare)
        ipython.input_transformers_cleanup.append(with_a_body)
        if ipython.extension_manager is not None:  # %load_ext sql would bring the sharp edges back
            ipython.extension_manager.loaded.add("sql")
    magics.desk = desk or magics.desk
    if session is not None:
        magics.session = session
        if magics.ipython_sql is not None:
            magics.ipython_sql.other = None


@magics_class
class LabMagics(Magics):
    """The magics, and the session that they work on."""

    def __init__(self, shell: InteractiveShell) -> None:
        super().__init__(shell)
        self.ipython = shell
        self.session: Session | None = None
        self.desk: Desk | None = None
        self.ipython_sql: SqlMagic | None = None

    @no_var_expand
    @needs_local_scope
    @line_cell_magic
    def sql(self, line: str, cell: str | None = None, local_ns: Mapping[str, Any] | None = None) -> Any:
        """
        Run SQL on the lab's database: `%sql SELECT 1`, or `%%sql` above a cell of statements.

        `:name` is the value of your Python variable; everything else reaches the server as you type it.
        `rows = %sql SELECT …` or `rows << SELECT …` keeps the result, `rows.DataFrame()` is a pandas frame.
        Each statement is a transaction of its own until you say BEGIN; then it is yours until COMMIT or
        ROLLBACK, also in later cells.  In a cell of several statements each shows what it gives, as in psql.
        If one fails, the cell fails: those before it stay done, and the error says which one it was.

        `%%sql @ben` lets the session `ben` of a scene say the cell.
        """
        if line.lstrip().startswith("@"):
            return speaking.say_cell(line, cell or "", self.ipython.user_ns, display, say)
        return self.loaded().execute(line, cell or "", local_ns)

    @no_var_expand
    @cell_magic
    def expect_error(self, line: str, cell: str) -> Preformatted:
        """
        Run a cell that is meant to fail: `%%expect_error 23514`, or several codes as `23001|23503`.

        The error is shown as ordinary output.  The cell fails if nothing failed, or something else did.
        `%%expect_error 40P01 @ben` is said by the session `ben` of a scene.
        """
        line, at, name = line.partition("@")
        if at:
            return speaking.refused_cell(line, name, cell, self.ipython.user_ns)
        codes = expect.wanted_codes(line)
        try:
            self.show_all(cell)
        except SqlError as error:
            return expect.met(error, codes)
        raise expect.nothing_failed(codes)

    @no_var_expand
    @cell_magic
    def explain(self, line: str, cell: str) -> Plan | Comparison:
        """
        Show how the server runs a statement: `%%explain`; `%%explain off` only plans it.

        The statement runs and is rolled back; it may take 30 seconds, or what you say: `%%explain 60s`.
        Options of EXPLAIN go on the same line: `%%explain wal settings verbose buffers=off`.

        `%%explain --compare` shows it before and after a change, which is rolled back too:
        `without=idx_a,idx_b`, `hiding=idx_a`, `adding="CREATE INDEX …"`, any setting as `work_mem=64kB`.
        A second statement in the cell is run instead of the first.
        """
        return explaining.explain_cell(self.connection(), line, cell, self.ipython.user_ns, say)

    @no_var_expand
    @cell_magic
    def answer(self, line: str, cell: str) -> ShownVerdict:
        """
        Hand in an answer to an exercise: `%%answer 06-02`, and the verdict stands under it.

        The answer runs in a database of its own, away from yours; `lab.exercise("06-02")` shows the question,
        `lab.hint("06-02")` the next hint.
        """
        if self.desk is None:
            raise LessonLabError("no lab is open yet", cure='lab = lessonlab.open("00_start_here")')
        return answers.judged(self.desk, line.strip(), cell)

    def show_all(self, text: str) -> None:
        """Run the statements of *text* and show what each gives."""
        for outcome in run(self.connection(), text, self.ipython.user_ns, say=say):
            if outcome.columns is None:
                say(outcome.tag)
            else:
                display(shape(outcome))  # type: ignore[no-untyped-call]

    def connection(self) -> psycopg.Connection[Any]:
        """Return the connection that `%sql` uses now."""
        elsewhere = self.ipython_sql.connection() if self.ipython_sql and self.ipython_sql.other else None
        return elsewhere or self.home()

    def home(self) -> psycopg.Connection[Any]:
        """Return the lab's connection."""
        if self.session is None:
            raise LessonLabError("no lab is open yet", cure='lab = lessonlab.open("00_start_here")')
        return self.session.connection()

    def prepare(self, info: Any) -> None:
        """Load ipython-sql before a cell that sets its options: %config must find them."""
        if "SqlMagic" in (info.raw_cell or ""):
            self.loaded()

    def loaded(self) -> SqlMagic:
        """Return ipython-sql's magic, loaded on first use and without pandas, which takes as long again."""
        if self.ipython_sql is None:
            absent = PANDAS_OF_IPYTHON_SQL not in sys.modules
            if absent:
                sys.modules[PANDAS_OF_IPYTHON_SQL] = None  # type: ignore[assignment]  # "cannot be imported"
            try:
                from lessonlab.notebook.ipythonsql import SqlMagic  # noqa: PLC0415
            finally:
                if absent:
                    del sys.modules[PANDAS_OF_IPYTHON_SQL]
            self.ipython_sql = SqlMagic(self.ipython, self.home, display, say)
        return self.ipython_sql


def with_a_body(lines: list[str]) -> list[str]:
    """
    Return the lines of a cell; an `%%answer` with nothing under it gets an empty line.

    IPython refuses a cell magic without a body, and an empty answer is one that was not attempted.

    >>> with_a_body(["%%answer 06-02\\n"])
    ['%%answer 06-02\\n', '\\n']
    """
    return [*lines, "\n"] if len(lines) == 1 and lines[0].startswith("%%answer") else lines


def say(text: str) -> None:
    """Print a line of psql's: a notice, a command tag."""
    print(text)  # noqa: T201 - the cell's output is where it goes


def load_ipython_extension(ipython: InteractiveShell) -> None:
    """Register the magics without a session: they say how to open one."""
    register(ipython, None)
