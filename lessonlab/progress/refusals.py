"""What the server said about a change to somebody's progress, in our words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from psycopg_pool import PoolClosed

from lessonlab.errors import ConfigError, PrivilegeError, ProgressRefused, ProgressUnavailable
from lessonlab.postgres.sqlerrors import sql_error
from lessonlab.progress.patience import is_passing

if TYPE_CHECKING:
    import psycopg

    from lessonlab.errors import LessonLabError
    from lessonlab.progress.changes import Change

NO_ROW = "23503"
BROKEN_RULES = ("23", "22")  # classes of SQLSTATE: integrity constraint violation, data exception
NO_TABLE = ("42P01", "3F000")
NO_PRIVILEGE = "42501"
PREPARE = "lessonlab.progress.installing(connection)"


def refusal(error: psycopg.Error, change: Change | None = None) -> LessonLabError:
    """Return our error for one that no further try would cure."""
    if isinstance(error, PoolClosed):
        return ConfigError("the service is closed", cure="open another one: open_service(dsn)")
    if is_passing(error):
        return _unavailable(error, change)
    unknown = _unknown(error, change) if error.sqlstate == NO_ROW and change is not None else None
    return unknown or _refused(error, error.sqlstate or "")


def _refused(error: psycopg.Error, state: str) -> LessonLabError:
    if state.startswith(BROKEN_RULES):
        rule = error.diag.constraint_name or error.diag.column_name or error.diag.message_primary
        return ProgressRefused(f"the database refuses this progress: {rule}", cure="check the value sent")
    if state in NO_TABLE:
        return ConfigError("this database is not ready to record progress", cure=PREPARE)
    if state == NO_PRIVILEGE:
        return PrivilegeError(
            f"the role may not record progress: {error.diag.message_primary}",
            cure="as the owner: GRANT SELECT, INSERT, UPDATE on the tables that it names",
        )
    return sql_error(error)


def reused(change: Change) -> ProgressRefused:
    """Return the error for an id that comes back with another request."""
    return ProgressRefused(
        f"the operation {change.operation} was carried out before, and asked for something else",
        cure="make a new id for each request, and send the same one only to repeat it",
    )


def deleted(change: Change) -> ProgressRefused:
    """Return the error for a change that was carried out on a row that somebody deleted since."""
    return ProgressRefused(
        f"the operation {change.operation} was carried out, and its lesson's row was deleted since",
        cure="make a new id, if the lesson is to begin anew",
    )


def _unknown(error: psycopg.Error, change: Change) -> ProgressRefused | None:
    """Return which row that is referred to is not there, `None` for a foreign key that we did not make."""
    constraint = error.diag.constraint_name or ""
    if constraint.endswith("course_id_fkey"):
        return ProgressRefused(f"there is no course {change.course_id}", cure="SELECT id, title FROM courses")
    if constraint.endswith("user_id_fkey"):
        return ProgressRefused(f"there is no user {change.user_id}", cure="SELECT id, name FROM users")
    if constraint.endswith("lesson_fkey"):  # of sql/migrations
        return ProgressRefused(
            f"there is no lesson {change.lesson_id!r} in the course {change.course_id}",
            cure="INSERT INTO lessons (course_id, lesson_id) VALUES (…)",
        )
    return None


def _unavailable(error: psycopg.Error, change: Change | None) -> ProgressUnavailable:
    reason = str(error).strip().split("\n")[0]
    if change is None:
        return ProgressUnavailable(f"the server does not answer: {reason}", cure="lessonlab doctor")
    return ProgressUnavailable(
        f"the server did not say whether it recorded this ({change.kind}): {reason}",
        cure=f"send it again with operation={change.operation}: it counts once",
        operation=change.operation,
    )
