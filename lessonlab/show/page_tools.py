"""Raw pages, read by `pageinspect` where the role may install it; it is gone again when they are read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import psycopg
from psycopg.rows import tuple_row

from lessonlab import content

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
OURS = "lessonlab_pages"
MAY_NOT = (
    psycopg.errors.InsufficientPrivilege,
    psycopg.errors.FeatureNotSupported,  # the server has no such extension
    psycopg.errors.UndefinedFile,
    psycopg.errors.ReadOnlySqlTransaction,
)


def looked_into(
    conn: psycopg.Connection[Any], read: Callable[[psycopg.Cursor[tuple[Any, ...]]], T]
) -> T | None:
    """Return what *read* finds with the tools at hand, `None` where this role may not have them."""
    try:
        with conn.transaction(force_rollback=True), conn.cursor(row_factory=tuple_row) as cursor:
            found = cursor.execute(content.sql("catalog/page_tools").encode()).fetchone()
            if found is None:
                cursor.execute(content.sql("catalog/make_page_tools").encode())
            place = found[0] if found else OURS
            cursor.execute("SELECT set_config('search_path', %s, true)", [f"{place}, pg_catalog"])
            return read(cursor)
    except MAY_NOT:
        return None
