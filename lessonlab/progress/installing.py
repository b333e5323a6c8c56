"""Make a database ready to record progress, and keep it from filling up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lessonlab import content
from lessonlab.postgres.apply import apply_set

if TYPE_CHECKING:
    from psycopg import Connection

    from lessonlab.postgres.apply import Applied

DAYS = 30  # no client sends an operation again after so long


def install(connection: Connection[Any], *, strict: bool = True) -> list[Applied]:
    """
    Apply what is missing of the guide's schema, the stricter constraints and the record of operations.

    Return the files applied, none when the database has them all.  Without *strict* the guide's schema stays
    as printed.  *connection* is in autocommit.
    """
    sets = ("schema", "strict", "operations") if strict else ("schema", "operations")
    return [file for name in sets for file in apply_set(connection, name)]


def forget_operations(connection: Connection[Any], *, days: int = DAYS) -> int:
    """Forget the operations that were carried out more than *days* ago; return how many there were."""
    return connection.execute(content.sql("progress/forget_operations"), {"days": days}).rowcount
