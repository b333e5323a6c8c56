"""Statements of a cell run one after the other on a psycopg connection, as psql runs a file."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg.pq import TransactionStatus

from lessonlab.errors import ConfigError
from lessonlab.postgres.scan import Statement, split
from lessonlab.postgres.sqlerrors import Place, interrupted, notice, refused
from lessonlab.statements import fetching
from lessonlab.statements.binding import Bound, Piece, bind
from lessonlab.statements.only_reading import only_reads
from lessonlab.statements.outcomes import SHOWN, Keep, Outcome
from lessonlab.statements.tolerant_times import tolerate_times

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from contextlib import AbstractContextManager

FORGETTING = frozenset(  # psycopg looks at these, and forgets what it has prepared
    {"drop", "alter", "rollback", "abort", "commit", "end", "prepare", "discard", "deallocate"}
)
MOST_LINES = 1_000  # of COPY … TO STDOUT that are shown


def run(
    conn: psycopg.Connection[Any],
    text: str,
    names: Mapping[str, Any],
    *,
    say: Callable[[str], None] = print,
    keep: Keep = SHOWN,
) -> Iterator[Outcome]:
    """
    Run the statements of *text*, and yield what each gave before the next one runs.

    A statement that fails ends the run: those before it stay done unless a transaction of the reader's holds
    them, as in psql, and the error says which one failed.  Notices and the lines of COPY go to *say*.  *keep*
    is for the last statement; of those before it only what is shown is kept.
    """
    statements = split(text)
    for i, statement in enumerate(statements):
        place = Place(text, i + 1, len(statements))
        is_last = place.number == place.count
        bound = bind(statement.text, names, conn)
        with reported(conn, bound, statement, place), noticed(conn, say):
            keep_encoding(conn, lambda _: None)
            outcome = run_one(conn, bound, statement, say, keep if is_last else keep.brief)
            keep_encoding(conn, say)
        yield replace(outcome, last=is_last)


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
    keep: Keep,
) -> Outcome:
    """Run one statement; COPY needs a way of its own, or the connection is lost to it."""
    with conn.cursor() as cursor:
        tolerate_times(cursor.adapters)
        if statement.words[:1] == ["copy"] and not {"stdin", "stdout"}.isdisjoint(statement.words):
            return copy(cursor, bound, statement, say)
        if statement.words[:1] and statement.words[0] in FORGETTING:
            cursor.execute(bound.text.encode(), prepare=False)
            return Outcome(cursor.statusmessage or "")
        is_alone = conn.info.transaction_status == TransactionStatus.IDLE and conn.autocommit
        return fetching.execute(
            cursor, bound.text, keep, lambda: is_alone and ended_early(conn, statement.text)
        )


def ended_early(conn: psycopg.Connection[Any], text: str) -> bool:
    """Have the server end the statement *text*, which runs by itself, if nobody can tell: it only reads."""
    if only_reads(conn, text):
        conn.cancel_safe()
        return True
    return False


def keep_encoding(conn: psycopg.Connection[Any], say: Callable[[str], None]) -> None:
    """Set the session's encoding back to UTF-8, in which a notebook is written, if a statement changed it."""
    state = conn.info.transaction_status
    if conn.info.parameter_status("client_encoding") == "UTF8" or state == TransactionStatus.INERROR:
        return
    conn.execute(b"SET client_encoding TO 'UTF8'")
    say("client_encoding stays UTF8: a notebook is written in it")


def copy(
    cursor: psycopg.Cursor[Any], bound: Bound, statement: Statement, say: Callable[[str], None]
) -> Outcome:
    """Show what COPY … TO STDOUT sends; refuse FROM STDIN, which has nothing to read."""
    if "stdout" not in statement.words:
        raise ConfigError(
            "COPY … FROM STDIN has no input in a notebook", cure="INSERT, or: %sql --persist frame"
        )
    lines: list[str] = []
    more = 0
    with cursor.copy(bound.text.encode()) as stream:
        for block in stream:
            if len(lines) < MOST_LINES:
                lines.append(bytes(block).decode(errors="replace"))
            else:
                more += 1
    rest = f"\n… {more:,} more lines: %%sql --csv FILE above a SELECT writes all" if more else ""
    say("".join(lines).removesuffix("\n") + rest)
    return Outcome(cursor.statusmessage or "")
