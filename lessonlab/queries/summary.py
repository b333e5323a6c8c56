"""
The counts and sums of each lesson, worked out before anybody asks: by a view, or by triggers.

A view is as old as its last refresh, which reads every row again.  The table is never old; every write pays
for it, and whoever writes to one lesson waits for the others who do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lessonlab import content

if TYPE_CHECKING:
    from psycopg import Connection


def keep_by_view(connection: Connection[Any]) -> None:
    """Make `lesson_summary_view`; `REFRESH MATERIALIZED VIEW CONCURRENTLY` brings it up to date."""
    with connection.transaction():
        connection.execute(content.sql("summary/view").encode())


def keep_by_triggers(connection: Connection[Any]) -> None:
    """Make `lesson_summary`, fill it, and have every later write keep it; no write comes in between."""
    with connection.transaction():
        connection.execute(b"LOCK TABLE lesson_progress IN SHARE ROW EXCLUSIVE MODE")
        connection.execute(content.sql("summary/table").encode())
        connection.execute(content.sql("summary/triggers").encode())
