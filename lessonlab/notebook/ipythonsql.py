"""ipython-sql's SqlMagic with its options and results, and with our way of running a statement."""

from __future__ import annotations

import re
from collections import ChainMap
from pathlib import Path
from typing import TYPE_CHECKING, Any

import prettytable
import psycopg
import sql.connection  # type: ignore[import-untyped]
import sql.magic  # type: ignore[import-untyped]
import sql.run  # type: ignore[import-untyped]
from sqlalchemy.exc import DBAPIError
from traitlets import Bool

from lessonlab.errors import ConfigError, SqlError
from lessonlab.notebook import elsewhere
from lessonlab.notebook.describe import describe, is_command
from lessonlab.notebook.options import Request, read_request
from lessonlab.notebook.outcomes import shape
from lessonlab.notebook.results import ResultSet
from lessonlab.notebook.running import run
from lessonlab.notebook.sqlerrors import Place, refused
from lessonlab.notebook.tables import ROWS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


class SqlMagic(sql.magic.SqlMagic):  # type: ignore[misc]  # ipython-sql has no types
    """
    `%sql` as ipython-sql knows it; `%config SqlMagic.…` sets its options.

    *home* gives the lab's own psycopg connection; *show* displays something, *say* prints a line.
    """

    displaycon = Bool(default_value=False, config=True, help="Show the name of the connection after execute")
    autocommit = Bool(
        default_value=False, config=True, help="No effect: a statement is a transaction until BEGIN"
    )

    def __init__(
        self,
        shell: Any,
        home: Callable[[], psycopg.Connection[Any]],
        show: Callable[[Any], None],
        say: Callable[[str], None],
    ) -> None:
        super().__init__(shell)
        self.home, self.show, self.say = home, show, say
        self.other: Any = None
        for style in prettytable.TableStyle:  # prettytable 3.12 moved the names that ipython-sql looks up
            prettytable.__dict__.setdefault(style.name, style)

    def execute(self, line: str = "", cell: str = "", local_ns: Mapping[str, Any] | None = None) -> Any:
        """Run what *line* and *cell* ask for, and return what the last statement gave."""
        known = sql.connection.Connection.connections
        request = read_request(line, cell, {elsewhere.LAB, *known, *(c.name for c in known.values())})
        names = ChainMap(dict(local_ns or {}), self.shell.user_ns)
        if request.option("connections") is not None:
            return known
        if (closing := request.option("close")) is not None:
            return self.close(closing)
        if request.connection == elsewhere.LAB:
            self.other = None
        elif request.connection or request.option("section"):
            self.other = elsewhere.open_connection(request, names, self)
        for option in ("persist", "append"):
            if request.option(option) is not None:
                return self.persist(request.text, names, append=option == "append")
        return self.answer(request, read_file(request), names)

    def connection(self) -> psycopg.Connection[Any] | None:
        """Return the connection that statements run on, `None` if it is none of psycopg's."""
        return self.home() if self.other is None else elsewhere.psycopg_of(self.other)

    def close(self, name: str) -> None:
        """Close the connection *name* to another database, and go back to the lab's."""
        known = sql.connection.Connection.connections
        key = next((key for key, made in known.items() if name in {key, made.name}), None)
        if key is None:
            raise ConfigError(
                f"have {list(known)}, want one of them, not {name!r}", cure="%sql --connections"
            )
        made = known.pop(key)
        made.internal_connection.close()
        self.other = None if self.other is made else self.other

    def answer(self, request: Request, text: str, names: Mapping[str, Any]) -> Any:
        """Run *text*; put the result where the request wants it, or return it."""
        conn = self.connection()
        if self.displaycon:
            self.say(elsewhere.LAB if self.other is None else self.other.name)
        result = self.foreign(text, names) if conn is None else self.statements(conn, text, names)
        if not isinstance(result, ResultSet):
            return result
        value = result.DataFrame() if self.autopandas and result.outcome.columns is not None else result
        if request.variable:
            self.say(f"Returning data to local variable {request.variable}")
            self.shell.user_ns[request.variable] = value
            return None
        if self.column_local_vars:
            self.shell.user_ns.update(result.dict())
            return None
        return value if self.feedback or result.outcome.columns is not None else None

    def statements(self, conn: psycopg.Connection[Any], text: str, names: Mapping[str, Any]) -> Any:
        """Run *text* on *conn*, show what each statement gives, and return what the last one gave."""
        if is_command(text):
            return describe(conn, text)
        limit = ROWS if self.displaylimit is None else self.displaylimit or None
        for outcome in run(conn, text, names, say=self.say, keep=limit):
            if outcome.last:
                return ResultSet(outcome, self, limit)
            if outcome.columns is not None:
                self.show(shape(outcome, limit))
            elif self.feedback:
                self.say(outcome.tag)
        return None

    def foreign(self, text: str, names: Mapping[str, Any]) -> Any:
        """Run *text* the way of ipython-sql on a database that is not PostgreSQL."""
        try:
            return sql.run.run(self.other, text, self, dict(names)) if text.strip() else None
        except DBAPIError as error:
            message = str(error.orig)
            raise SqlError(f"ERROR:  {message}", sqlstate=None, primary=message) from None

    def persist(self, name: str, names: Mapping[str, Any], *, append: bool) -> str:
        """Make a table of the frame *name*, or add its rows to one; inside a BEGIN it is part of that."""
        import pandas as pd  # noqa: PLC0415 - slow, and seldom needed

        name = name.strip().rstrip(";")
        frame = names.get(name)
        if not isinstance(frame, (pd.DataFrame, pd.Series)):
            raise ConfigError(f"have {name!r}, want the name of a pandas frame", cure="%sql --persist frame")
        conn = self.connection()
        engine = self.other.internal_connection.engine if conn is None else elsewhere.engine_on(conn)
        table = re.sub(r"\W", "_", name.lower())
        try:
            frame.to_sql(table, engine, if_exists="append" if append else "fail")
        except ValueError as error:
            raise ConfigError(str(error), cure=f"DROP TABLE {table}, or: %sql --append {name}") from None
        except DBAPIError as error:
            if conn is None or not isinstance(error.orig, psycopg.Error):
                raise
            raise refused(conn, error.orig, Place(""), lambda _at: 0) from None
        return f"Persisted {table}"


def read_file(request: Request) -> str:
    """Return the text to run: the file that the request names, then its own."""
    path = request.option("file")
    if path is None:
        return request.text
    try:
        return f"{Path(path).read_text(encoding='utf-8')}\n{request.text}"
    except OSError as error:
        raise ConfigError(
            f"the file {path!r} cannot be read: {error.strerror}", cure="%sql --file PATH"
        ) from None
