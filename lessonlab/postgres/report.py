"""What the server said about a statement, as psql shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lessonlab.errors import SqlError

if TYPE_CHECKING:
    import psycopg


def point_at(statement: str, position: int) -> str:
    """
    Return the line of *statement* that holds its *position*-th character, numbered, above a caret.

    Characters count from 1, as the server counts them; a tab counts as one blank so that the caret fits.

    >>> print(point_at("SELECT 1,\\n  wrong", 13))
    LINE 2:   wrong
              ^
    """
    before = statement[: position - 1]
    number = before.count("\n") + 1
    line = statement.split("\n")[number - 1].rstrip("\r").expandtabs(1)
    column = len(before) - (before.rfind("\n") + 1)
    head = f"LINE {number}: "
    return f"{head}{line}\n{' ' * (len(head) + column)}^"


def sql_error(error: psycopg.Error, statement: str, *, file: str = "") -> SqlError:
    """Return *error* as ours: file, message, the line with a caret, DETAIL, HINT and SQLSTATE."""
    diagnosis = error.diag
    primary = diagnosis.message_primary or str(error).strip()
    lines = [f"{file}: {primary}" if file else f"ERROR:  {primary}"]
    if diagnosis.statement_position:
        lines.append(point_at(statement, int(diagnosis.statement_position)))
    if diagnosis.message_detail:
        lines.append(f"DETAIL: {diagnosis.message_detail}")
    if diagnosis.message_hint:
        lines.append(f"HINT: {diagnosis.message_hint}")
    if error.sqlstate:
        lines.append(f"SQLSTATE {error.sqlstate}")
    return SqlError("\n".join(lines), sqlstate=error.sqlstate, primary=primary)
