"""The service's answers as text, for a cache that processes share: `RedisCache(url, dump=…, parse=…)`."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import datetime
from typing import Any
from uuid import UUID

from lessonlab.progress.results import CourseSummary, LessonProgress

KINDS = {kind.__name__: kind for kind in (LessonProgress, CourseSummary)}
IDS = ("user_id", "course_id")


def dump(answer: LessonProgress | CourseSummary | None) -> str:
    """
    Return *answer* as JSON that says what it is.

    >>> dump(None)
    'null'
    """
    if answer is None:
        return "null"
    return json.dumps({"kind": type(answer).__name__, **asdict(answer)}, default=_text)


def parse(text: str) -> LessonProgress | CourseSummary | None:
    """
    Return the answer that `dump` made *text* of.

    >>> summary = CourseSummary(UUID(int=1), UUID(int=2), ("joins",), 12, 8, datetime(2026, 1, 1))
    >>> parse(dump(summary)) == summary
    True
    """
    values: dict[str, Any] | None = json.loads(text)
    if values is None:
        return None
    kind = KINDS[values.pop("kind")]
    return kind(**{name: _value(name, value) for name, value in values.items()})


def _text(value: UUID | datetime) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)


def _value(name: str, value: Any) -> Any:
    if name in IDS:
        return UUID(value)
    return datetime.fromisoformat(value) if name.endswith("_at") and value else value
