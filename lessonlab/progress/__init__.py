"""
Recording what learners do, in the tables that the course teaches.

    with open_service(dsn) as service:
        service.complete(user_id, course_id, "joins", score=90)

`install` makes a database ready for it; a `Cache` may stand in front of its answers.  Chapter 19 takes the
service apart, chapter 20 asks what its two tables are worth.
"""

from __future__ import annotations

from lessonlab.progress.cache import Cache, MemoryCache
from lessonlab.progress.install import forget_operations, install
from lessonlab.progress.opening import open_service
from lessonlab.progress.patience import Patience, Retry
from lessonlab.progress.results import CourseSummary, Drift, LessonProgress
from lessonlab.progress.service import ProgressService

__all__ = [
    "Cache",
    "CourseSummary",
    "Drift",
    "LessonProgress",
    "MemoryCache",
    "Patience",
    "ProgressService",
    "Retry",
    "forget_operations",
    "install",
    "open_service",
]
