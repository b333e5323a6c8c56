"""
`%sql`, `%%sql`, `%%explain`, `%%expect_error`, `%%answer`, `%claims`, `%%race` and `%%js`: each a few lines.

All run on the session that `lab` uses, so BEGIN in a cell is seen by `lab.value` and by the next cell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from IPython.core.magic import (
    cell_magic,
    line_cell_magic,
    line_magic,
    magics_class,
    needs_local_scope,
    no_var_expand,
)
from IPython.display import display

from lessonlab.errors import ConfigError, SqlError
from lessonlab.magics import told_on_request
from lessonlab.magics.as_meant import with_a_body
from lessonlab.magics.at_home import MagicsAtHome, no_lab
from lessonlab.magics.keeping import keeping
from lessonlab.magics.named_connections import on_named
from lessonlab.magics.shown_only import MarkShown, told_shown
from lessonlab.magics.told_on_request import tells
from lessonlab.magics.under_load import under_load
from lessonlab.magics.where_able import where_able
from lessonlab.system.console import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from IPython.core.interactiveshell import InteractiveShell

    from lessonlab.course.shown import Shown
    from lessonlab.magics.at_home import Connected
    from lessonlab.plans import Comparison, Plan
    from lessonlab.postgres.copies import Copies
    from lessonlab.reader.desk import Desk
    from lessonlab.reader.reading import Reading
    from lessonlab.reader.told_verdicts import ShownVerdict
    from lessonlab.show.tables import Preformatted
    from lessonlab.statements.race import Race


def register(
    ipython: InteractiveShell,
    session: Connected | None,
    desk: Desk | None = None,
    copies: Copies | None = None,
    reading: Reading | None = None,
    *,
    opener: Callable[[], object] | None = None,
) -> None:
    """
    Make `%sql` and its companions work on *session*; a second call brings them all to its session.

    Without a session the first of them calls *opener*, which opens a lab and so calls this.
    ipython-sql itself is loaded by the first cell that needs it: it takes longer than opening a lab.
    """
    magics: LabMagics | None = ipython.__dict__.get("_lessonlab_magics")
    if magics is None:
        magics = ipython.__dict__["_lessonlab_magics"] = LabMagics(ipython)
        ipython.register_magics(magics)
        ipython.events.register("pre_run_cell", magics.prepare)
        ipython.events.register("post_run_cell", magics.end_cell)
        ipython.input_transformers_cleanup.append(with_a_body)
        ipython.ast_transformers.append(MarkShown())
        ipython.Completer.custom_matchers.append(magics.matcher())
        if ipython.extension_manager is not None:  # %load_ext sql would bring the sharp edges back
            ipython.extension_manager.loaded.add("sql")
    magics.keep_ours()
    magics.desk = desk or magics.desk
    magics.copies = copies or magics.copies
    magics.reading = reading or magics.reading
    magics.opener = opener or magics.opener
    if session is not None:
        magics.session = session
        if magics.ipython_sql is not None:
            magics.ipython_sql.other = None


@magics_class
class LabMagics(MagicsAtHome):
    """The magics themselves, each a few lines over a function of `statements`."""

    @no_var_expand
    @needs_local_scope
    @line_cell_magic
    @tells(told_on_request.SQL)
    @told_shown
    @on_named
    @where_able
    @under_load
    def sql(self, line: str, cell: str | None = None, local_ns: Mapping[str, Any] | None = None) -> Any:
        """Run SQL on the lab's database: a line with `%sql`, a whole cell below `%%sql`."""
        if line.lstrip().startswith("@"):
            self.require_lab()
            from lessonlab.magics import speaking

            return speaking.say_cell(line, cell or "", self.ipython.user_ns, display, say)
        self.loaded().is_shown = self.is_shown
        result = self.loaded().execute(line, cell or "", local_ns)
        self.remember(line if cell is None else cell)
        return result

    @no_var_expand
    @cell_magic
    @tells(told_on_request.EXPECT_ERROR)
    @on_named
    @where_able
    def expect_error(self, line: str, cell: str) -> Preformatted:
        """Run a cell of SQL that is meant to fail, and show its error."""
        line, at, name = line.partition("@")
        if at:
            from lessonlab.magics import speaking

            return speaking.refused_cell(line, name, cell, self.ipython.user_ns)
        from lessonlab.statements import expect

        codes = expect.wanted_codes(line)
        try:
            self.show_all(cell)
        except SqlError as error:
            return expect.met(error, codes)
        raise expect.nothing_failed(codes)

    @no_var_expand
    @cell_magic
    @tells(told_on_request.EXPLAIN)
    @on_named
    @where_able
    @keeping
    def explain(self, line: str, cell: str) -> Plan | Comparison:
        """Show how the server runs the statement of a cell, or the one before: its plan, rows and times."""
        from lessonlab.statements import explaining

        if not (cell.strip() or self.last_query):
            raise ConfigError("no query ran yet to explain", cure="%%explain above a SELECT")
        cell = cell if cell.strip() else self.last_query
        plan = explaining.explain_cell(self.connection(), line, cell, self.ipython.user_ns, say)
        self.remember(cell)
        return plan

    @no_var_expand
    @cell_magic
    @tells(told_on_request.RACE)
    @on_named
    @where_able
    @keeping
    def race(self, line: str, cell: str) -> Race:
        """Time the statements of a cell in turn, each below its name; what they write is rolled back."""
        from lessonlab.statements import race

        return race.race_cell(self.connection(), line, cell, self.ipython.user_ns)

    @no_var_expand
    @cell_magic
    @tells(told_on_request.ANSWER)
    def answer(self, line: str, cell: str) -> ShownVerdict:
        """Hand in the cell as an answer to an exercise; the verdict stands under it."""
        self.require_lab()
        if self.desk is None:
            raise no_lab()
        from lessonlab.reader import told_verdicts

        return told_verdicts.judged(self.desk, line.strip(), cell, self.home if self.session else None)

    @no_var_expand
    @line_magic
    @tells(told_on_request.CLAIMS)
    @where_able
    def claims(self, line: str) -> Shown | None:
        """Measure claims of the guide in a fresh copy of the class, and say whether they hold."""
        self.require_lab()
        if self.copies is None:
            raise no_lab()
        if lacking := self.copies.lacking():
            say(lacking)
            return None
        from lessonlab.statements import claim_cells

        return claim_cells.judged(self.copies, line)

    @no_var_expand
    @cell_magic
    @tells(told_on_request.JS)
    def js(self, line: str, cell: str) -> Preformatted | None:
        """Run JavaScript, with a clock, a page and a server that the cell holds, and show its last value."""
        from lessonlab.magics.js_cells import JsCells

        if self.javascript is None:
            self.javascript = JsCells(self.home, say)
        return self.javascript.run(line, cell, self.ipython.user_ns)


def load_ipython_extension(ipython: InteractiveShell) -> None:
    """Register the magics without a session: they say how to open one."""
    register(ipython, None)
