"""Rows of a statement as they come: some are kept, the others counted, and none of those stays in memory."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg import adapt, pq
from psycopg.errors import error_from_result
from psycopg.generators import fetch, send
from psycopg.pq import ExecStatus

from lessonlab.statements.outcomes import BOOLEAN, PLAN, Keep, Outcome

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from psycopg.abc import PQGen, Transformer
    from psycopg.pq.abc import PGresult

TOGETHER = 32  # rows that libpq hands over at once, where it can
MOST = 2_000_000  # rows that are counted before a statement that only reads is stopped,
SECONDS = 10  # or after so long
ROWS_OF = frozenset({ExecStatus.SINGLE_TUPLE, ExecStatus.TUPLES_CHUNK, ExecStatus.TUPLES_OK})
WORDS = {b"t": "true", b"f": "false"}


@dataclass(slots=True)
class Taking:
    """What has come so far of one statement."""

    keep: Keep
    stop: Callable[[], bool]
    held: list[PGresult] = field(default_factory=list)
    rows: int = 0
    count: int = 0
    counted: int = 0  # when it was stopped
    size: int = 0
    began: float = 0.0
    columns: tuple[str, ...] | None = None
    types: tuple[int, ...] = ()
    tag: str = ""
    refused: PGresult | None = None
    stopped: bool | None = None  # `None` until it was asked for

    def take(self, result: PGresult) -> None:
        """Keep of *result* what is wanted, and count it."""
        if result.status not in ROWS_OF:
            self.tag = (result.command_status or b"").decode()
            if result.status == ExecStatus.FATAL_ERROR:
                self.refused = self.refused or result
            return
        if self.columns is None:
            self.columns = tuple((result.fname(i) or b"").decode() for i in range(result.nfields))
            self.types = tuple(result.ftype(i) for i in range(result.nfields))
            self.began = time.monotonic()
        self.tag = (result.command_status or b"").decode() or self.tag
        self.count += result.ntuples
        if result.ntuples and self.wants_more():
            self.held.append(result)
            self.rows += result.ntuples
            self.size += 0 if self.keep.size is None else size_of(result)
        if self.stopped is None and self.is_long():
            self.stopped, self.counted = self.stop(), self.count

    def wants_more(self) -> bool:
        """Say whether more rows are kept: a plan is kept whole, and a limit of bytes leaves what is shown."""
        if self.keep.rows is None or self.columns == PLAN:
            return True
        full = self.keep.size is not None and self.size > self.keep.size
        return self.rows < (self.keep.least if full else self.keep.rows)

    def is_long(self) -> bool:
        """Say whether enough is counted of what nobody will see."""
        late = time.monotonic() - self.began > SECONDS
        return self.keep.rows is not None and self.count > self.keep.rows and (late or self.count >= MOST)


def execute(cursor: psycopg.Cursor[Any], text: str, keep: Keep, stop: Callable[[], bool]) -> Outcome:
    """
    Run one statement and keep of its rows what *keep* says; *stop* ends it when far more come.

    A statement runs to its end: what it changes is changed, what it fails of fails, and its rows are counted.
    Only where *stop* finds that it may be ended, by returning true, the count is a lower bound.
    """
    taking = Taking(keep, stop)
    conn = cursor.connection
    if not conn.autocommit:
        cursor.execute(b"")  # psycopg begins the transaction
    conn.wait(sent(conn.pgconn, text.encode(), taking))
    if taking.refused is not None and not (taking.stopped and is_canceled(taking.refused)):
        raise error_from_result(taking.refused, conn.info.encoding)
    if taking.columns is None:
        return Outcome(taking.tag)
    shown = keep.shown if taking.columns != PLAN else None
    return Outcome(
        taking.tag,
        taking.columns,
        taking.types,
        rows_of(cursor, taking.held, keep.rows),
        texts_of(taking.held, shown),
        count=taking.counted if taking.refused else taking.count,
        at_least=taking.refused is not None,
    )


def sent(pgconn: pq.abc.PGconn, query: bytes, taking: Taking) -> PQGen[None]:
    """Send *query* and take its results one after the other."""
    pgconn.send_query(query)
    if pq.version() >= 170000:  # noqa: PLR2004 - libpq's number of 17
        pgconn.set_chunked_rows_mode(TOGETHER)
    else:
        pgconn.set_single_row_mode()
    yield from send(pgconn)
    while True:
        try:
            result = yield from fetch(pgconn)
        except psycopg.OperationalError:
            if taking.refused is not None:  # it says why the server hung up
                return
            raise
        if result is None:
            return
        taking.take(result)


def is_canceled(result: PGresult) -> bool:
    """Say whether *result* is the end that we asked for."""
    return result.error_field(pq.DiagnosticField.SQLSTATE) == b"57014"


def size_of(result: PGresult) -> int:
    """Return how many bytes the values of *result* have."""
    rows, columns = range(result.ntuples), range(result.nfields)
    return sum(len(result.get_value(row, column) or b"") for row in rows for column in columns)


def rows_of(
    cursor: psycopg.Cursor[Any], held: Sequence[PGresult], most: int | None
) -> tuple[tuple[Any, ...], ...]:
    """Return the first *most* rows as Python's values; all as texts where Python has no value for one."""
    transformer = adapt.Transformer(cursor)
    try:
        rows = tuple(row for result in held for row in loaded(transformer, result))
    except (ValueError, ArithmeticError, NotImplementedError, RecursionError, psycopg.DataError):
        return texts_of(held, most)
    return rows[:most]


def loaded(transformer: Transformer, result: PGresult) -> list[tuple[Any, ...]]:
    """Return the rows of *result* as tuples of Python's values."""
    transformer.set_pgresult(result)
    return transformer.load_rows(0, result.ntuples, tuple)


def texts_of(held: Sequence[PGresult], most: int | None) -> tuple[tuple[str | None, ...], ...]:
    """Return the first *most* rows as the server wrote them, booleans as words."""
    rows: list[tuple[str | None, ...]] = []
    for result in held:
        if most is not None and len(rows) >= most:
            break
        rows += written(result)
    return tuple(rows[:most])


def written(result: PGresult) -> Iterator[tuple[str | None, ...]]:
    """Yield the rows of *result* as texts."""
    boolean = [result.ftype(column) == BOOLEAN for column in range(result.nfields)]
    for row in range(result.ntuples):
        yield tuple(text_of(result.get_value(row, i), boolean[i]) for i in range(result.nfields))


def text_of(value: bytes | None, boolean: bool) -> str | None:  # noqa: FBT001 - a column's type
    """
    Return one value as it is shown.

    >>> text_of(b"t", True), text_of(b"t", False), text_of(None, False)
    ('true', 't', None)
    """
    if value is None:
        return None
    return WORDS[value] if boolean else value.decode(errors="replace")
