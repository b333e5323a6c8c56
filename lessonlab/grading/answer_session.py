"""
One session of an answer: its statements run one at a time, under watch, and what the server said is kept
short.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg.pq import TransactionStatus

from lessonlab.grading.one_select import no_select
from lessonlab.grading.same_rows import Result, family
from lessonlab.grading.watch import DATABASE_MB
from lessonlab.postgres.connect import is_ready
from lessonlab.postgres.sqlerrors import excerpt, message_of, sqlstate_line
from lessonlab.postgres.tips import tip
from lessonlab.show.shorten import shorten

if TYPE_CHECKING:
    from collections.abc import Iterator

    from psycopg import Connection

    from lessonlab.grading.watch import Watch

MOST_ROWS = 20_000
CHUNK = 2_000
MOST_SAID = 600  # characters of an error's message: it may be as long as a statement likes
RUNS_ON = (
    "; the server cannot end it: an administrator ends process {0} on the server's machine by kill -QUIT {0}"
    ", which makes the server begin anew"
)
CURSOR = "DECLARE lessonlab_answer NO SCROLL CURSOR FOR\n"


class Failed(Exception):
    """A statement that failed: its SQLSTATE, and what may be said of it where the data are visible."""

    def __init__(self, sqlstate: str, text: str) -> None:
        super().__init__(text)
        self.sqlstate = sqlstate
        self.text = text


@contextlib.contextmanager
def watched(
    watch: Watch, connection: Connection[Any], seconds: float, limit: str = "", room: int = DATABASE_MB
) -> Iterator[None]:
    """
    Run what is inside under watch; raise `Failed` when the session was ended; *limit* says after what.

    The database may grow by *room* megabytes.
    """
    limit = limit or f"limit {seconds:g} s"
    with watch.over(connection, seconds, room) as session:
        try:
            yield
        except psycopg.Error:
            if not session.reason:
                if connection.closed and is_ready(watch.server.dsn):
                    raise Failed("57P01", "the session ended before the answer did") from None
                raise  # where the server is gone too it was not the answer that ended its session
        except MemoryError:
            raise Failed("54000", "stopped: its result is too big") from None
    if session.reason:
        stopped = f"stopped: {session.reason} ({limit})"
        raise Failed("57P01", stopped + (RUNS_ON.format(session.pid) if session.stays else ""))


def failed(error: psycopg.Error, text: str, before: int = 0, *, typed: bool = False) -> Failed:
    """
    Return *error* in short: message, the place in *text*, SQLSTATE; *before* characters are not the
    student's.  Where a student *typed* the text a tip is said too, as in any cell.
    """
    diagnosis = error.diag
    at = int(diagnosis.statement_position) - 1 - before if diagnosis.statement_position else None
    lines = [shorten(message_of(error), MOST_SAID)]
    if at is not None and 0 <= at <= len(text):
        lines += excerpt(text, at)
    lines += [shorten(f"HINT: {diagnosis.message_hint}", MOST_SAID)] if diagnosis.message_hint else []
    more = tip(error.sqlstate, text, at) if typed and not diagnosis.context else None
    lines += [f"TIP: {more}"] if more else []
    lines += sqlstate_line(error.sqlstate)
    return Failed(error.sqlstate or "", "\n".join(lines))


def read(connection: Connection[Any], query: str) -> Result:
    """
    Return the rows of *query*, which must be one statement that only reads.

    It is the body of a cursor, sent by the protocol that takes one statement: there SELECT, VALUES and WITH
    are all that the server accepts.  Raise `Failed`.
    """
    if why := no_select(query):
        raise Failed("42601", why)
    try:
        with connection.cursor(binary=False) as cursor:
            cursor.execute((CURSOR + query).encode(), prepare=False, binary=True)
            result = fetch(cursor)
            cursor.execute("CLOSE lessonlab_answer")
            return result
    except psycopg.Error as error:
        if connection.closed:
            raise
        raise failed(error, query, len(CURSOR), typed=True) from None


def fetch(cursor: psycopg.Cursor[Any]) -> Result:
    """Return the rows of the open cursor as the server writes them."""
    columns: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    texts: list[tuple[str | None, ...]] = []
    while True:
        cursor.execute(f"FETCH {CHUNK} FROM lessonlab_answer".encode())
        found = cursor.pgresult
        if found is None or cursor.description is None:
            break
        columns = tuple(column.name for column in cursor.description)
        families = tuple(family(column.type_code) for column in cursor.description)
        texts += texts_of(found)
        if found.ntuples < CHUNK:
            break
        if len(texts) > MOST_ROWS:
            raise Failed("54000", f"stopped: its result has more than {MOST_ROWS:,} rows")
    return Result(columns, families, tuple(texts))


def texts_of(found: Any) -> list[tuple[str | None, ...]]:
    """Return the rows of a result as texts."""
    return [
        tuple(
            None if (cell := found.get_value(row, column)) is None else bytes(cell).decode("utf-8", "replace")
            for column in range(found.nfields)
        )
        for row in range(found.ntuples)
    ]


def rows(connection: Connection[Any], query: str) -> Result:
    """Return the rows of a query of ours, run as it stands; raise `Failed` when it does not run."""
    with ours(connection, query), connection.cursor() as cursor:
        cursor.execute(query.encode(), prepare=False)
        found = cursor.pgresult
        if found is None or cursor.description is None:
            return Result((), (), ())
        columns = tuple(column.name for column in cursor.description)
        families = tuple(family(column.type_code) for column in cursor.description)
        return Result(columns, families, tuple(texts_of(found)))


def settle(connection: Connection[Any]) -> None:
    """Commit what a script left open; raise `Failed` when a rule refuses it only now."""
    with ours(connection, "COMMIT"):
        connection.commit()


@contextlib.contextmanager
def ours(connection: Connection[Any], text: str) -> Iterator[None]:
    """Turn an error of our statements into `Failed`; why a session ended is for the watch to say."""
    try:
        yield
    except psycopg.Error as error:
        if connection.closed:
            raise
        raise failed(error, text) from None


def execute(connection: Connection[Any], statement: str, *, typed: bool = False) -> None:
    """Run one statement, a student *typed* it or not, by the protocol that takes only one; raise `Failed`."""
    try:
        with connection.cursor() as cursor:
            cursor.execute(statement.encode(), prepare=False, binary=True)
    except psycopg.Error as error:
        if connection.closed:
            raise
        if connection.info.transaction_status == TransactionStatus.ACTIVE:  # it wants, or sends, a file
            connection.close()
            raise Failed("0A000", "COPY from or to the client is not run here: there is no file") from None
        raise failed(error, statement, typed=typed) from None
