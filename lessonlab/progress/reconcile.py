"""The two tables compared, and the course's row brought back in step with the rows of its lessons."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from psycopg.rows import class_row

from lessonlab import content
from lessonlab.progress.results import Drift

if TYPE_CHECKING:
    from collections.abc import Sequence

    from psycopg import Connection


def find_drift(connection: Connection[Any]) -> list[Drift]:
    """Return what is out of step, nothing when the two tables agree."""
    with connection.cursor(row_factory=class_row(Drift)) as cursor:
        return cursor.execute(content.sql("progress/drift")).fetchall()


def repair(connection: Connection[Any], drift: Drift, outline: Sequence[str]) -> None:
    """
    Write anew what the rows say, under the same lock as every other change.

    The rows are what is believed: they know when and how often, the array only what.
    """
    values = {"user_id": drift.user_id, "course_id": drift.course_id, "outline": list(outline)}
    with connection.transaction():
        connection.execute(content.sql("progress/lock_course"), values)
        connection.execute(content.sql("progress/summarise_course"), values)
