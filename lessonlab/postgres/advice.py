"""What is said beside an error, where something helps: a beginner's tip, or the name that was meant."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lessonlab.postgres.names import UNDEFINED_COLUMN, UNDEFINED_TABLE, near_name
from lessonlab.postgres.roles import GIVEN_PREFIX
from lessonlab.postgres.scan import split
from lessonlab.postgres.tips import tip

if TYPE_CHECKING:
    import psycopg
    from psycopg.errors import Diagnostic

DENIED = "42501"
KEPT_BACK = "your class's server keeps some rights from everybody; lessonlab start, without --dsn, runs this"
NAMES = frozenset({UNDEFINED_TABLE, UNDEFINED_COLUMN})


def advice(
    conn: psycopg.Connection[Any], diagnostic: Diagnostic, text: str, number: int, at: int | None
) -> str:
    """
    Return the line for an error of statement *number* of *text*, at its character *at*; '' for none.

    What happened inside a function or trigger is not in the reader's statement, and where the server itself
    names what was meant nobody need guess.
    """
    if diagnostic.context or diagnostic.internal_query:
        return ""
    statements = split(text)
    if not 0 < number <= len(statements):
        return ""
    statement = statements[number - 1]
    where = None if at is None else at - statement.start
    state = diagnostic.sqlstate
    is_quoted = where is not None and statement.text[where : where + 1] == '"'
    if state in NAMES and diagnostic.message_hint and not is_quoted:
        return ""
    known = near_name(conn, state, statement.text, where) or tip(state, statement.text, where)
    return known or (KEPT_BACK if state == DENIED and conn.info.user.startswith(GIVEN_PREFIX) else "")
