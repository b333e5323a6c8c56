"""What all magics share: the session that they work on, ipython-sql when it is wanted, and Tab."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any, Protocol

from IPython.core.completer import context_matcher
from IPython.core.magic import Magics
from IPython.display import display

from lessonlab.errors import LessonLabError
from lessonlab.system.console import say

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    import psycopg
    from IPython.core.completer import CompletionContext, SimpleMatcherResult
    from IPython.core.interactiveshell import InteractiveShell

    from lessonlab.magics.completing import Catalog
    from lessonlab.magics.ipythonsql import SqlMagic
    from lessonlab.magics.js_cells import JsCells
    from lessonlab.postgres.copies import Copies
    from lessonlab.reader.desk import Desk
    from lessonlab.reader.reading import Reading

PANDAS_OF_IPYTHON_SQL = "pandas.core.frame"


class Connected(Protocol):
    """What the magics need of a lab: a connection that works, a new one after the old one broke."""

    def connection(self) -> psycopg.Connection[Any]: ...


def no_lab() -> LessonLabError:
    """Return what is said where a cell needs a lab and there is none."""
    return LessonLabError("no lab is open yet", cure='lab = lessonlab.open("00_start_here")')


class MagicsAtHome(Magics):
    """The session that the magics work on, and what they remember of it."""

    def __init__(self, shell: InteractiveShell) -> None:
        super().__init__(shell)
        self.ipython = shell
        self.session: Connected | None = None
        self.desk: Desk | None = None
        self.copies: Copies | None = None
        self.reading: Reading | None = None
        self.opener: Callable[[], object] | None = None
        self.ipython_sql: SqlMagic | None = None
        self.catalog: Catalog | None = None
        self.javascript: JsCells | None = None
        self.last_query = ""
        self.is_shown = False

    def show_all(self, text: str) -> None:
        """Run the statements of *text* and show what each gives."""
        from lessonlab.show.tables import ROWS
        from lessonlab.statements.outcomes import Keep, shape
        from lessonlab.statements.running import run

        for outcome in run(self.connection(), text, self.ipython.user_ns, say=say, keep=Keep(ROWS, ROWS)):
            if outcome.columns is None:
                say(outcome.tag)
            else:
                display(shape(outcome))  # type: ignore[no-untyped-call]

    def remember(self, text: str) -> None:
        """Keep the last query of *text*: `%%explain` alone shows its plan."""
        from lessonlab.statements import explaining

        self.last_query = explaining.plannable(text) or self.last_query

    def connection(self) -> psycopg.Connection[Any]:
        """Return the connection that `%sql` uses now."""
        elsewhere = self.ipython_sql.connection() if self.ipython_sql and self.ipython_sql.other else None
        return elsewhere or self.home()

    def as_superuser(self) -> AbstractContextManager[None]:
        """Be a superuser on the lab's connection inside; another's is what it is."""
        elsewhere = self.ipython_sql is not None and self.ipython_sql.other
        raised = None if elsewhere else getattr(self.session, "as_superuser", None)
        return raised() if raised else nullcontext()

    def home(self) -> psycopg.Connection[Any]:
        """Return the lab's connection."""
        self.require_lab()
        if self.session is None:
            raise no_lab()
        return self.session.connection()

    def require_lab(self) -> None:
        """Have the page opened by its file's name, where its first cell has not run and that can be done."""
        if self.session is None and self.opener is not None:
            self.opener()

    def connection_if_open(self) -> psycopg.Connection[Any]:
        """Return the connection; to press Tab opens no page."""
        if self.session is None:
            raise no_lab()
        return self.connection()

    def prepare(self, info: Any) -> None:
        """Load ipython-sql before a cell that sets its options: %config must find them."""
        self.keep_ours()
        if "SqlMagic" in (info.raw_cell or ""):
            self.loaded()

    def end_cell(self, result: Any) -> None:
        """Say what a cell leaves behind, and note that it ran."""
        if self.ipython_sql is not None:
            self.ipython_sql.end_cell()
        if self.reading is not None:
            self.reading.cell_ended(getattr(getattr(result, "info", None), "cell_id", None) or "")
            if said := self.reading.told_trouble():
                say(said)

    def matcher(self) -> Any:
        """Return what answers Tab in a SQL cell; what it needs is loaded with the first Tab."""

        @context_matcher(identifier="lessonlab.sql")  # type: ignore[untyped-decorator]
        def complete(context: CompletionContext) -> SimpleMatcherResult:
            from lessonlab.magics import completing

            self.catalog = self.catalog or completing.Catalog()
            return completing.complete(context, self.catalog, self.connection_if_open, self.ipython.user_ns)

        return complete

    def keep_ours(self) -> None:
        """Bring our `%sql` back where ipython-sql's took its place, and let `%reload_ext sql` bring ours."""
        module = sys.modules.get("sql.magic")
        if module is not None:
            vars(module)["load_ipython_extension"] = lambda shell: shell.register_magics(self)
        now = self.ipython.magics_manager.magics["cell"].get("sql")
        if getattr(now, "__self__", None) is not self:
            self.ipython.register_magics(self)

    def loaded(self) -> SqlMagic:
        """Return ipython-sql's magic, loaded on first use and without pandas, which takes as long again."""
        if self.ipython_sql is None:
            absent = PANDAS_OF_IPYTHON_SQL not in sys.modules
            if absent:
                sys.modules[PANDAS_OF_IPYTHON_SQL] = None  # type: ignore[assignment]  # "cannot be imported"
            try:
                from lessonlab.magics.ipythonsql import SqlMagic
            finally:
                if absent:
                    del sys.modules[PANDAS_OF_IPYTHON_SQL]
            self.ipython_sql = SqlMagic(self.ipython, self.home, display, say)
            self.keep_ours()
        return self.ipython_sql
