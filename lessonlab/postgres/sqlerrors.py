"""
What the server refuses, shown as psql shows it: message, LINE and caret, DETAIL, HINT, SQLSTATE.

The one place that translates psycopg's errors, draws a caret and names a SQLSTATE.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg.errors import Diagnostic, lookup

from lessonlab.errors import LessonLabError, ServerGone, SqlError
from lessonlab.postgres.roles import GIVEN_PREFIX
from lessonlab.show.widths import width

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

SYNTAX_ERROR, CANCELED = "42601", "57014"
# Limits of its own for a session that says nothing, and a pooler's for who waits for one.
ENDED_BY_A_LIMIT = ("25P03", "25P04", "57P05", "08P01")
SHOWN_BEFORE, SHOWN_AFTER = 50, 30  # of a long line, around the caret
ODD_NAMES = {"XX000": "internal_error", "22037": "non_unique_keys_in_a_json_object"}


@dataclass(frozen=True, slots=True)
class Place:
    """Which statement of how many, and the whole text that they stand in."""

    text: str
    number: int = 1
    count: int = 1


def refused(
    conn: psycopg.Connection[Any], error: psycopg.Error, place: Place, typed_at: Callable[[int], int]
) -> LessonLabError:
    """Return *error* as ours; *typed_at* says where in the text a character of what was sent was typed."""
    if conn.closed:
        return sql_error(error) if error.sqlstate in ENDED_BY_A_LIMIT else gone(conn)
    from lessonlab.postgres.advice import advice  # noqa: PLC0415 - only what is refused needs it

    at = position_of(error, typed_at)
    more = advice(conn, error.diag, place.text, place.number, at) if error.diag.message_primary else ""
    return sql_error(error, place, typed_at, tip=more)


def position_of(error: psycopg.Error, typed_at: Callable[[int], int]) -> int | None:
    """Return where in the text the error is, `None` where the server does not say."""
    position = error.diag.statement_position
    return typed_at(int(position) - 1) if position else None


def sql_error(
    error: psycopg.Error,
    place: Place | None = None,
    typed_at: Callable[[int], int] = lambda at: at,
    *,
    heading: str = "",
    notes: Sequence[str] = (),
    cure: str = "",
    tip: str = "",
) -> SqlError:
    """
    Return *error* as ours: message, the line of *place* with a caret, DETAIL, HINT and SQLSTATE.

    *heading* stands before the message in place of `ERROR:  `, *notes* below it.  Without a *place* the text
    is not the reader's, and no line of it is shown.
    """
    diagnostic = error.diag
    if diagnostic.message_primary is None:
        lines = [message_of(error)]
    else:
        at = position_of(error, typed_at) if place is not None else None
        lines = report(diagnostic, place.text if place is not None else "", at)
        lines[0] = diagnostic.message_primary if heading else lines[0]
    if heading or diagnostic.message_primary is None:
        lines[0] = f"{heading or 'ERROR:  '}{lines[0]}"
    lines[1:1] = notes
    lines += [*sqlstate_line(error.sqlstate), *(which(place) if place is not None else ())]
    text = "\n".join(lines)
    return SqlError(text, sqlstate=error.sqlstate, primary=message_of(error), cure=cure, tip=tip)


def message_of(error: psycopg.Error) -> str:
    """Return the first line of what the server said, or what psycopg says where the server said nothing."""
    return error.diag.message_primary or str(error).strip()


def gone(conn: psycopg.Connection[Any]) -> ServerGone:
    """Return the error of a connection that broke; on a class's server somebody has ended it."""
    with suppress(psycopg.Error):
        if conn.info.user.startswith(GIVEN_PREFIX):
            return ServerGone(
                "your session was ended: another page of yours took the database, or your class's watch found"
                " a statement of a minute, a transaction left open, or too many locks",
                cure="run the cell again",
            )
    return ServerGone(
        "the server stopped while it ran this statement",
        cure="run the cell again; the lab starts the server anew if it must",
    )


def too_slow(error: SqlError | psycopg.Error, seconds: float, cure: str, what: str = "statement") -> SqlError:
    """Return that *what* was stopped after so many *seconds*; *error* is what the server said of it."""
    return SqlError(
        f"the {what} took more than {seconds:g} s and was stopped",
        sqlstate=error.sqlstate,
        primary=error.primary if isinstance(error, SqlError) else message_of(error),
        cure=cure,
    )


def interrupted(place: Place) -> SqlError:
    """Return the error of a statement that the reader stopped."""
    message = "canceling statement due to user request"
    lines = [f"ERROR:  {message}", *sqlstate_line(CANCELED), *which(place)]
    return SqlError("\n".join(lines), sqlstate=CANCELED, primary=message)


def report(diagnostic: Diagnostic, text: str, at: int | None) -> list[str]:
    """Return the lines that psql prints for *diagnostic*; *at* is the place in *text* that it means."""
    lines = [f"{diagnostic.severity_nonlocalized or 'ERROR'}:  {diagnostic.message_primary}"]
    hint = diagnostic.message_hint
    if at is not None:
        lines += excerpt(text, at)
        hint = hint or unknown_name(diagnostic.sqlstate, text, at)
    elif diagnostic.internal_query and diagnostic.internal_position:
        lines += excerpt(diagnostic.internal_query, int(diagnostic.internal_position) - 1)
    parts = {
        "DETAIL": diagnostic.message_detail,
        "HINT": hint,
        "QUERY": diagnostic.internal_query,
        "CONTEXT": diagnostic.context,
    }
    return [*lines, *(f"{name}:  {part}" for name, part in parts.items() if part)]


def notice(diagnostic: Diagnostic) -> str:
    """Return a notice as psql prints it; psql leaves the CONTEXT of notices out."""
    lines = [f"{diagnostic.severity_nonlocalized}:  {diagnostic.message_primary}"]
    parts = {"DETAIL": diagnostic.message_detail, "HINT": diagnostic.message_hint}
    return "\n".join([*lines, *(f"{name}:  {part}" for name, part in parts.items() if part)])


def excerpt(text: str, at: int) -> list[str]:
    """
    Return the line of *text* that holds the character *at*, numbered, and a caret below that character.

    A long line is cut on both sides; wide characters take two columns.

    >>> print("\\n".join(excerpt("SELECT 1,\\n  nam\\nFROM users", 12)))
    LINE 2:   nam
              ^
    """
    number = text.count("\n", 0, at) + 1
    start = text.rfind("\n", 0, at) + 1
    line = re.split(r"\r?\n", text[start:], maxsplit=1)[0].replace("\t", " ")
    left = max(0, at - start - SHOWN_BEFORE)
    right = min(len(line), at - start + SHOWN_AFTER)
    opening, closing = "..." if left else "", "..." if right < len(line) else ""
    shown = f"LINE {number}: {opening}"
    caret = " " * (len(shown) + width(line[left : at - start])) + "^"
    return [f"{shown}{line[left:right]}{closing}", caret]


def unknown_name(sqlstate: str | None, text: str, at: int) -> str | None:
    """
    Return a hint where the server stumbled over a `:name` that is no Python variable.

    >>> unknown_name("42601", "x = :who", 4)
    "there is no Python variable 'who' for :who"
    """
    found = re.match(r":([^\W\d]\w*)", text[at:]) if sqlstate == SYNTAX_ERROR else None
    return f"there is no Python variable {found[1]!r} for :{found[1]}" if found else None


def sqlstate_line(sqlstate: str | None) -> list[str]:
    """
    Return the line that names the error's code.

    >>> sqlstate_line("23514"), sqlstate_line("LL001")
    (['SQLSTATE 23514 (check_violation)'], ['SQLSTATE LL001'])
    """
    if sqlstate is None:
        return []
    name = condition(sqlstate)
    return [f"SQLSTATE {sqlstate} ({name})" if name else f"SQLSTATE {sqlstate}"]


def condition(sqlstate: str) -> str:
    """
    Return PostgreSQL's name of the condition *sqlstate*, '' if it has none.

    >>> condition("40001"), condition("22P02"), condition("XX000")
    ('serialization_failure', 'invalid_text_representation', 'internal_error')
    """
    try:
        name = lookup(sqlstate).__name__
    except KeyError:
        return ""
    return ODD_NAMES.get(sqlstate) or re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


def which(place: Place) -> list[str]:
    """
    Return the line that says which of several statements failed.

    >>> which(Place("", 2, 3))
    ['statement 2 of 3 failed: 1 ran before it, 1 did not run']
    """
    if place.count == 1:
        return []
    before, after = place.number - 1, place.count - place.number
    line = f"statement {place.number} of {place.count} failed: {before or 'none'} ran before it"
    return [f"{line}, {after} did not run" if after else line]
