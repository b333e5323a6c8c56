"""
Recording what learners do, in the tables that the course teaches.

    with open_service(dsn) as service:
        service.complete(user_id, course_id, "joins", score=90)

`install` makes a database ready for it; a `Cache` may stand in front of its answers, and `RedisCache` is one
that processes share.  Chapter 19 takes the
service apart, chapter 20 asks what its two tables are worth.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lessonlab.progress.cache import Cache, MemoryCache, progress_key
    from lessonlab.progress.installing import forget_operations, install
    from lessonlab.progress.opening import open_service
    from lessonlab.progress.patience import Patience, Retry
    from lessonlab.progress.redis_cache import RedisCache, connect_redis
    from lessonlab.progress.redis_server import RedisServer
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
    "RedisCache",
    "RedisServer",
    "Retry",
    "connect_redis",
    "forget_operations",
    "install",
    "open_service",
    "progress_key",
]
_MODULES = {
    "cache": ("Cache", "MemoryCache", "progress_key"),
    "installing": ("forget_operations", "install"),
    "opening": ("open_service",),
    "patience": ("Patience", "Retry"),
    "redis_cache": ("RedisCache", "connect_redis"),
    "redis_server": ("RedisServer",),
    "results": ("CourseSummary", "Drift", "LessonProgress"),
    "service": ("ProgressService",),
}
_PLACES = {name: module for module, names in _MODULES.items() for name in names}


def __getattr__(name: str) -> Any:
    """Load what is asked for: a page that opens a service has no use for Redis."""
    if name not in _PLACES:
        raise AttributeError(f"module 'lessonlab.progress' has no attribute {name!r}")
    return getattr(importlib.import_module(f"lessonlab.progress.{_PLACES[name]}"), name)


def __dir__() -> list[str]:
    """Return what a reader may use."""
    return [*__all__, *(name for name in globals() if name.startswith("__") and name.endswith("__"))]
