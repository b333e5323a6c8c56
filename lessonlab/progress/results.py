"""What the service answers: values that do not change, and say which moment they are of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID


@dataclass(frozen=True, slots=True)
class LessonProgress:
    """A learner in a lesson: a row of lesson_progress as it was when the service answered."""

    user_id: UUID
    course_id: UUID
    lesson_id: str
    completed: bool
    time_spent_seconds: int
    attempts: int
    score: int | None
    first_started_at: datetime | None
    last_accessed_at: datetime | None
    completed_at: datetime | None


@dataclass(frozen=True, slots=True)
class CourseSummary:
    """
    A learner in a course at a glance: a row of course_progress, with the course's number of lessons.

    >>> from uuid import UUID
    >>> CourseSummary(UUID(int=1), UUID(int=2), ["joins"], 12, 8, None).lessons_left
    11
    """

    user_id: UUID
    course_id: UUID
    completed_lessons: tuple[str, ...]
    lesson_count: int
    progress_percentage: int
    last_accessed_at: datetime | None

    def __post_init__(self) -> None:
        """Keep the lessons as a tuple: JSONB gives a list, which somebody could change."""
        object.__setattr__(self, "completed_lessons", tuple(self.completed_lessons))

    @property
    def lessons_left(self) -> int:
        """Return how many lessons of the course are not completed yet."""
        return max(0, self.lesson_count - len(self.completed_lessons))


@dataclass(frozen=True, slots=True)
class Drift:
    """
    A row of course_progress that does not say what the rows of its lessons say.

    *missing* are completed lessons that its array lacks, *surplus* words of it that are no completed lesson.
    *stored_percentage* is `None` where the row itself is missing.  With both empty and the percentages equal
    a lesson stands there twice, or the time of the last visit is another.
    """

    user_id: UUID
    course_id: UUID
    stored_percentage: int | None
    right_percentage: int
    missing: tuple[str, ...]
    surplus: tuple[str, ...]

    def __post_init__(self) -> None:
        """Keep the lessons as tuples."""
        object.__setattr__(self, "missing", tuple(self.missing))
        object.__setattr__(self, "surplus", tuple(self.surplus))
