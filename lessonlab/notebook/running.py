"""Statements of a cell run one after the other on a psycopg connection, as psql runs a file."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg import pq

from lessonlab.errors import ConfigError
from lessonlab.notebook.binding import Bound, Piece, bind
from lessonlab.notebook.loading import tolerate_times
from lessonlab.notebook.outcomes import BOOLEAN, PLAN, Outcome
from lessonlab.notebook.sqlerrors import Place, interrupted, notice, refused
from lessonlab.notebook.tables import ROWS
from lessonlab.postgres.scan import Statement, split

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from contextlib import AbstractContextManager

WORDS = {b"t": "true", b"f": "false"}


def run(
    conn: psycopg.Connection[Any],
    text: str,
    names: Mapping[str, Any],
    *,
    say: Callable[[str], None] = print,
    keep: int | None = ROWS,
) -> Iterator[Outcome]:
    """
    Run the statements of *text*, and yield what each gave before the next one runs.

    A statement that fails ends the run: those before it stay done unless a transaction of the reader's holds
    them, as in psql, and the error says which one failed.  Notices and the lines of COPY go to *say*.
    """
    statements = split(text)
    for i, statement in enumerate(statements):
        place = Place(text, i + 1, len(statements))
        bound = bind(statement.text, names, conn)
        with reported(conn, bound, statement, place), noticed(conn, say):
            outcome = run_one(conn, bound, statement, say, keep)
        yield replace(outcome, last=i + 1 == len(statements))


@contextmanager
def reported(
    conn: psycopg.Connection[Any], bound: Bound, statement: Statement, place: Place, *, before: int = 0
) -> Iterator[None]:
    """
    Raise what psycopg raises inside as an error of ours, placed where the reader typed it.

    *before* characters were sent that the reader did not type.
    """
    try:
        yield
    except psycopg.Error as error:

        def typed_at(position: int) -> int:
            return statement.start + bound.typed_at(max(0, position - before))

        raise refused(conn, error, place, typed_at) from None
    except KeyboardInterrupt:
        raise interrupted(place) from None


def ours(conn: psycopg.Connection[Any]) -> AbstractContextManager[None]:
    """Raise what psycopg raises inside as an error of ours, of a statement that no reader typed."""
    return reported(conn, Bound((Piece("", 0),)), Statement("", 0), Place(""))


@contextmanager
def noticed(conn: psycopg.Connection[Any], say: Callable[[str], None]) -> Iterator[None]:
    """Pass the server's notices on to *say* while inside."""

    def hear(diagnostic: psycopg.errors.Diagnostic) -> None:
        say(notice(diagnostic))

    conn.add_notice_handler(hear)
    try:
        yield
    finally:
        conn.remove_notice_handler(hear)


def run_one(
    conn: psycopg.Connection[Any],
    bound: Bound,
    statement: Statement,
    say: Callable[[str], None],
    keep: int | None,
) -> Outcome:
    """Run one statement; COPY needs a way of its own, or the connection is lost to it."""
    with conn.cursor() as cursor:
        tolerate_times(cursor.adapters)
        if statement.words[:1] == ["copy"] and not {"stdin", "stdout"}.isdisjoint(statement.words):
            return copy(cursor, bound, statement, say)
        cursor.execute(bound.text.encode(), prepare=False)
        tag = cursor.statusmessage or ""
        if cursor.description is None or cursor.pgresult is None:
            return Outcome(tag)
        columns = tuple(column.name for column in cursor.description)
        types = tuple(column.type_code for column in cursor.description)
        wanted = None if columns == PLAN else keep
        texts = texts_of(cursor.pgresult, wanted)
        return Outcome(tag, columns, types, tuple(cursor.fetchall()), texts)


def copy(
    cursor: psycopg.Cursor[Any], bound: Bound, statement: Statement, say: Callable[[str], None]
) -> Outcome:
    """Show what COPY … TO STDOUT sends; refuse FROM STDIN, which has nothing to read."""
    if "stdout" not in statement.words:
        raise ConfigError(
            "COPY … FROM STDIN has no input in a notebook", cure="INSERT, or: %sql --persist frame"
        )
    with cursor.copy(bound.text.encode()) as stream:
        lines = "".join(bytes(block).decode(errors="replace") for block in stream)
    say(lines.removesuffix("\n"))
    return Outcome(cursor.statusmessage or "")


def texts_of(result: pq.abc.PGresult, keep: int | None) -> tuple[tuple[str | None, ...], ...]:
    """Return the first *keep* rows of *result* as the server wrote them, booleans as words."""
    count = result.ntuples if keep is None else min(keep, result.ntuples)
    boolean = [result.ftype(column) == BOOLEAN for column in range(result.nfields)]
    return tuple(
        tuple(text_of(result.get_value(row, column), boolean[column]) for column in range(result.nfields))
        for row in range(count)
    )


def text_of(value: bytes | None, boolean: bool) -> str | None:  # noqa: FBT001 - a column's type
    """
    Return one value as it is shown.

    >>> text_of(b"t", True), text_of(b"t", False), text_of(None, False)
    ('true', 't', None)
    """
    if value is None:
        return None
    return WORDS[value] if boolean else value.decode(errors="replace")
