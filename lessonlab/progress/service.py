"""
The service that records what learners do: right under concurrency, safe to repeat.

Every change is one transaction: lock the learner's row of the course, note the operation, change the lesson,
bring the course's row in step.  The lock comes first, so that whatever is read after it is settled.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Self, TypeVar

import psycopg
from psycopg.rows import class_row

from lessonlab import content
from lessonlab.progress.cache import progress_key
from lessonlab.progress.changes import Change, as_score, as_seconds, as_slug, as_uuid, make_change
from lessonlab.progress.patience import Patience, keep_trying
from lessonlab.progress.reconcile import find_drift, repair
from lessonlab.progress.refusals import deleted, refusal, reused
from lessonlab.progress.results import CourseSummary, Drift, LessonProgress

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from types import TracebackType
    from uuid import UUID

    from psycopg import Connection
    from psycopg_pool import ConnectionPool

    from lessonlab.progress.cache import Cache
    from lessonlab.progress.patience import Retry

T = TypeVar("T")

KEPT = {"current_lesson": "progress/current_lesson", "course_summary": "progress/course_summary"}
STATEMENTS = {
    "start": "progress/start_lesson",
    "add_time": "progress/add_time",
    "attempt": "progress/record_attempt",
    "complete": "progress/complete_lesson",
}


class ProgressService:
    """
    Records learners' progress in the database behind *pool*; threads may share it.

    *outlines* are the lessons of courses in order, where they are known.  *cache* may keep answers for a
    while.  *on_retry* hears of every try that failed and is repeated.
    """

    def __init__(
        self,
        pool: ConnectionPool[Connection[Any]],
        *,
        patience: Patience | None = None,
        outlines: Mapping[UUID, Sequence[str]] | None = None,
        cache: Cache[Any] | None = None,
        on_retry: Callable[[Retry], None] | None = None,
    ) -> None:
        self._pool = pool
        self._patience = patience or Patience()
        self._outlines = dict(outlines or {})
        self._cache = cache
        self._on_retry = on_retry

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections; what was answered is recorded."""
        self._pool.close()

    def start(
        self, user_id: UUID, course_id: UUID, lesson_id: str, *, operation: UUID | None = None
    ) -> LessonProgress:
        """Record that the lesson was opened; return its row."""
        return self._record(make_change("start", (user_id, course_id, lesson_id), None, operation))

    def add_time(
        self, user_id: UUID, course_id: UUID, lesson_id: str, seconds: int, *, operation: UUID | None = None
    ) -> LessonProgress:
        """
        Add *seconds* to the time spent in the lesson; return its row.

        The same *operation* adds once, however often it is sent.
        """
        change = make_change("add_time", (user_id, course_id, lesson_id), as_seconds(seconds), operation)
        return self._record(change)

    def attempt(
        self,
        user_id: UUID,
        course_id: UUID,
        lesson_id: str,
        score: int | None = None,
        *,
        operation: UUID | None = None,
    ) -> LessonProgress:
        """Count a try at the lesson's quiz, and keep its *score* as the latest; return the lesson's row."""
        change = make_change("attempt", (user_id, course_id, lesson_id), as_score(score), operation)
        return self._record(change)

    def complete(
        self,
        user_id: UUID,
        course_id: UUID,
        lesson_id: str,
        score: int | None = None,
        *,
        operation: UUID | None = None,
    ) -> LessonProgress:
        """
        Complete the lesson, in its row and in the course's; return the lesson's row.

        A second time keeps the first time of completion; without a *score* the one that is there stays.
        """
        change = make_change("complete", (user_id, course_id, lesson_id), as_score(score), operation)
        return self._record(change)

    def lesson(self, user_id: UUID, course_id: UUID, lesson_id: str) -> LessonProgress | None:
        """Return the row of the lesson, `None` when the learner never opened it."""
        return self._read("progress/lesson", LessonProgress, user_id, course_id, lesson_id=as_slug(lesson_id))

    def current_lesson(self, user_id: UUID, course_id: UUID) -> LessonProgress | None:
        """Return the lesson that the learner was in last and has not completed, `None` when there is none."""
        return self._cached("current_lesson", LessonProgress, user_id, course_id)

    def course_summary(self, user_id: UUID, course_id: UUID) -> CourseSummary | None:
        """Return the course at a glance, `None` when the learner never opened a lesson of it."""
        return self._cached("course_summary", CourseSummary, user_id, course_id)

    def drift(self) -> list[Drift]:
        """Return where a course's row does not say what its lessons' rows say; nothing if all is well."""
        return self._patiently(find_drift)

    def reconcile(self) -> list[Drift]:
        """
        Bring every row of course_progress in step with its lessons; return what was wrong.

        One learner at a time, while others are at work.  What an array listed in surplus is in the answer
        and nowhere else any more.
        """
        found = self.drift()
        for one in found:
            self._patiently(partial(repair, drift=one, outline=self._outline(one.course_id)))
            self._forget(one.user_id, one.course_id)
        return found

    def _record(self, change: Change) -> LessonProgress:
        """Carry *change* out once, whatever happens on the way; return the lesson's row."""
        try:
            return self._patiently(partial(self._carry_out, change=change), change)
        finally:  # also when it is not known whether it was recorded
            self._forget(change.user_id, change.course_id)

    def _carry_out(self, connection: Connection[Any], change: Change) -> LessonProgress:
        values = {**change.values(), "outline": self._outline(change.course_id)}
        with connection.transaction():
            made = self._lock(connection, values)
            if not self._is_first(connection, values):
                return self._repeat(connection, change)
            row = _one(connection, STATEMENTS[change.kind], LessonProgress, values)
            assert row is not None  # noqa: S101 - every statement that writes returns its row
            if made or change.kind == "complete":
                connection.execute(content.sql("progress/summarise_course"), values)
            else:
                seen = {**values, "last_accessed_at": row.last_accessed_at}
                connection.execute(content.sql("progress/touch_course"), seen)
            return row

    def _lock(self, connection: Connection[Any], values: Mapping[str, Any]) -> bool:
        """Lock the learner's row of the course; say whether it had to be made."""
        return connection.execute(content.sql("progress/lock_course"), values).rowcount == 1

    def _is_first(self, connection: Connection[Any], values: Mapping[str, Any]) -> bool:
        return connection.execute(content.sql("progress/record_operation"), values).rowcount == 1

    def _repeat(self, connection: Connection[Any], change: Change) -> LessonProgress:
        """Return the row as it is; refuse an id that asked for something else the first time."""
        same = connection.execute(content.sql("progress/find_operation"), change.values()).fetchone()
        row = _one(connection, "progress/lesson", LessonProgress, change.values())
        if same != (True,):
            raise reused(change)
        if row is None:
            raise deleted(change)
        return row

    def _outline(self, course_id: UUID) -> list[str]:
        return list(self._outlines.get(course_id, ()))

    def _cached(self, name: str, row: type[T], user_id: UUID, course_id: UUID) -> T | None:
        if self._cache is None:
            return self._read(KEPT[name], row, user_id, course_id)
        key = f"{progress_key(as_uuid(user_id, 'user'), as_uuid(course_id, 'course'))}:{name}"
        kept: T | None = self._cache.get(key, partial(self._read, KEPT[name], row, user_id, course_id))
        return kept

    def _forget(self, user_id: UUID, course_id: UUID) -> None:
        """Forget what is kept of the course: after the commit, or the old answer would be kept again."""
        if self._cache is not None:
            key = progress_key(user_id, course_id)
            self._cache.forget(*(f"{key}:{name}" for name in KEPT))

    def _read(self, name: str, row: type[T], user_id: UUID, course_id: UUID, **more: Any) -> T | None:
        values = {"user_id": as_uuid(user_id, "user"), "course_id": as_uuid(course_id, "course"), **more}
        return self._patiently(partial(_one, name=name, row=row, values=values))

    def _patiently(self, action: Callable[[Connection[Any]], T], change: Change | None = None) -> T:
        """Return what *action* returns on a connection, tried again while that may help."""

        def once() -> T:
            with self._pool.connection() as connection:
                return action(connection)

        try:
            return keep_trying(once, self._patience, self._again)
        except psycopg.Error as error:
            raise refusal(error, change) from None

    def _again(self, retry: Retry) -> None:
        """Let the pool see which of its connections the server has cut, and tell who wants to know."""
        if retry.sqlstate is None or not retry.sqlstate.startswith(("40", "55", "23")):
            self._pool.check()
        if self._on_retry is not None:
            self._on_retry(retry)


def _one(connection: Connection[Any], name: str, row: type[T], values: Mapping[str, Any]) -> T | None:
    with connection.cursor(row_factory=class_row(row)) as cursor:
        return cursor.execute(content.sql(name), values).fetchone()
