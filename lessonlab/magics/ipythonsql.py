"""ipython-sql's SqlMagic with its options and results, and with our way of running a statement."""

from __future__ import annotations

from collections import ChainMap
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import prettytable
import sql.connection  # type: ignore[import-untyped]
import sql.magic  # type: ignore[import-untyped]
import sql.run  # type: ignore[import-untyped]
from psycopg.pq import TransactionStatus
from sqlalchemy.exc import DBAPIError
from traitlets import Bool

from lessonlab import content
from lessonlab.errors import ConfigError, SqlError
from lessonlab.magics import csv_files, elsewhere, persisting, row_values
from lessonlab.magics.first_rows import FirstRows, NextRows, ShownQuery, read_number
from lessonlab.magics.line_options import Request, read_request
from lessonlab.magics.result_set import ResultSet, told_of_size
from lessonlab.postgres.scan import split
from lessonlab.show.tables import ROWS
from lessonlab.statements.describe import describe, is_command
from lessonlab.statements.fetching import MOST
from lessonlab.statements.outcomes import Keep, ahead, shape
from lessonlab.statements.remarks import OPEN, every_row, is_news, remark
from lessonlab.statements.running import run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import psycopg

    from lessonlab.postgres.scan import Statement
    from lessonlab.statements.outcomes import Outcome


FAILED = "25P02"  # the server says it itself


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
        self.is_shown = False
        self.latest: NextRows | None = None
        self.to_settle: set[psycopg.Connection[Any]] = set()
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
                return persisting.persist(
                    self.other, self.connection(), request.text, names, append=option == "append"
                )
        if request.option("more") is not None:
            return self.more(request.text)
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
        if conn is not None and (path := request.option("csv")) is not None:
            return self.say(csv_files.write_csv(conn, text, names, path, self.say))
        if (
            request.variable
            or request.option("gset") is not None
            or self.autopandas
            or self.column_local_vars
        ):
            self.is_shown = False
        if self.displaycon:
            self.say(elsewhere.LAB if self.other is None else self.other.name)
        result = self.foreign(text, names) if conn is None else self.statements(conn, text, names)
        if not isinstance(result, ResultSet):
            return result
        if request.option("gset") is not None:
            self.shell.user_ns.update(named := row_values.named(result))
            return self.say(row_values.told(named))
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
        keep = ahead(limit) if self.is_shown else Keep(limit, MOST)
        outcomes = told_of_failure(conn, run(conn, text, names, say=self.say, keep=keep))
        for statement, given in zip(split(text), outcomes, strict=False):
            outcome = self.remarked(conn, statement, given)
            if outcome.last:
                return self.given(ShownQuery(conn, statement.text, names, limit), outcome)
            if outcome.columns is not None:
                self.show(shape(outcome, limit))
            elif self.feedback:
                self.say(outcome.tag)
        return None

    def given(self, asked: ShownQuery, outcome: Outcome) -> ResultSet | FirstRows:
        """Return all that the last statement gave, or its first rows where it is only shown."""
        if outcome.columns is not None:
            self.latest = None
        if self.is_shown and asked.limit is not None and outcome.total > len(outcome.texts[: asked.limit]):
            self.latest = NextRows(outcome, asked.limit)
            return FirstRows(outcome, asked, self)
        if line := told_of_size(outcome):
            self.say(line)
        return ResultSet(outcome, self, asked.limit)

    def more(self, text: str) -> Any:
        """Return the next rows of the last result, as many as *text* says."""
        if self.latest is None:
            raise ConfigError("no result has more rows than it shows", cure="%sql SELECT … first")
        return self.latest.take(read_number(text, self.displaylimit or ROWS))

    def remarked(self, conn: psycopg.Connection[Any], statement: Statement, outcome: Outcome) -> Outcome:
        """Say what there is to say of a statement; return what it gave, a tag with what belongs beside it."""
        if conn.info.transaction_status != TransactionStatus.INTRANS:
            self.to_settle.discard(conn)
        elif is_news(statement, outcome):
            self.to_settle.add(conn)
        if line := remark(statement.text, outcome.tag):
            self.say(f"TIP:  {line}")
        if line := every_row(statement.text, outcome.tag):
            outcome = replace(outcome, tag=f"{outcome.tag} · {line}")
            if outcome.columns is not None:
                self.say(outcome.tag)
        return outcome

    def end_cell(self) -> None:
        """Say at the end of a cell that it leaves a transaction open, if that is news."""
        states = [conn.info.transaction_status for conn in self.to_settle]
        self.to_settle.clear()
        if TransactionStatus.INTRANS in states:
            self.say(OPEN)

    def foreign(self, text: str, names: Mapping[str, Any]) -> Any:
        """Run *text* the way of ipython-sql on a database that is not PostgreSQL."""
        try:
            return sql.run.run(self.other, text, self, dict(names)) if text.strip() else None
        except DBAPIError as error:
            message = str(error.orig)
            cure = f"%sql {elsewhere.LAB} if it is meant for the lab's database: this is {self.other.name}"
            raise SqlError(f"ERROR:  {message}", sqlstate=None, primary=message, cure=cure) from None


def told_of_failure(conn: psycopg.Connection[Any], outcomes: Iterator[Outcome]) -> Iterator[Outcome]:
    """Yield *outcomes*; an error inside a transaction says that this has failed, and what ends it."""
    try:
        yield from outcomes
    except SqlError as error:
        if conn.info.transaction_status == TransactionStatus.INERROR and error.sqlstate != FAILED:
            error.tip = "; ".join(filter(None, (error.tip, "the transaction has failed: ROLLBACK ends it")))
        raise


def read_file(request: Request) -> str:
    """Return the text to run: the file that the request names, then its own."""
    path = request.option("file")
    if path is None:
        return request.text
    try:
        return f"{content.decoded(Path(path).read_bytes())}\n{request.text}"
    except OSError as error:
        raise ConfigError(
            f"the file {path!r} cannot be read: {error.strerror}", cure="%sql --file PATH"
        ) from None
    except UnicodeDecodeError as error:
        raise ConfigError(
            f"the file {path!r} is no UTF-8: see its character {error.start + 1}", cure="save it as UTF-8"
        ) from None
