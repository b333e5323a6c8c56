"""Make a database ready to record progress."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lessonlab.postgres.apply import apply_set

if TYPE_CHECKING:
    from psycopg import Connection

    from lessonlab.postgres.apply import Applied

OPERATIONS = "progress/schema"


def install(connection: Connection[Any], *, strict: bool = True) -> list[Applied]:
    """
    Apply what is missing of the guide's schema, the stricter constraints and the record of operations.

    Return the files applied, none when the database has them all.  Without *strict* the guide's schema stays
    as printed.  *connection* is in autocommit.
    """
    sets = ("schema", "strict", OPERATIONS) if strict else ("schema", OPERATIONS)
    return [file for name in sets for file in apply_set(connection, name)]
