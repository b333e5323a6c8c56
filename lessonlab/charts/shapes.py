"""The rows of a query made into those that are drawn: what a mark stands for, and how much it is."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from lessonlab.charts.frames import cells

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pandas import DataFrame

LISTED = 20  # marks that fit below one another; the table has the rest
HOUR = 3600  # seconds


def of(pairs: Iterable[tuple[str, Any]]) -> DataFrame:
    """Return a frame of the first *pairs*, what it is and how much; those without a figure are left out."""
    import pandas as pd  # noqa: PLC0415 - a third of a second that only who draws pays

    found = [(what, float(much)) for what, much in pairs if much is not None]
    return pd.DataFrame(found[:LISTED], columns=["what", "much"])


def rates(frame: DataFrame) -> DataFrame:
    """Return both completion rates."""
    names = ("of lessons that were opened", "of all lessons")
    return of(pair for row in cells(frame, "rate", "rate_of_course") for pair in zip(names, row, strict=True))


def all_named(frame: DataFrame) -> DataFrame:
    """Return the rows of a summary, that of all quizzes by a name too."""
    return frame.assign(lesson_id=frame.lesson_id.fillna("all quizzes"))


def visits(frame: DataFrame) -> DataFrame:
    """Return how many of the listed visits each course has, the most first."""
    counted = Counter(title for (title,) in known(frame, "title"))
    return of(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])))


def minutes(frame: DataFrame) -> DataFrame:
    """Return the minutes spent in each lesson."""
    return of((lesson, spent / 60) for lesson, spent in known(frame, "lesson_id", "time_spent_seconds"))


def hours(frame: DataFrame) -> DataFrame:
    """Return the hours spent in all lessons together."""
    return of((f"in {lessons} lessons", spent) for lessons, spent in known(frame, "lessons", "hours"))


def pauses(frame: DataFrame) -> DataFrame:
    """Return how long each event came after the one before; the first came after none."""
    rows = known(frame, "event", "lesson_id", "since_previous")
    return of((f"{event} {lesson}", round(since.total_seconds() / HOUR, 1)) for event, lesson, since in rows)


def tries(frame: DataFrame) -> DataFrame:
    """Return the tries of each learner at each lesson."""
    rows = known(frame, "name", "lesson_id", "attempts")
    return of((f"{name}: {lesson}", tried) for name, lesson, tried in rows)


def opened(frame: DataFrame) -> DataFrame:
    """Return how many lessons each learner opened."""
    return of(known(frame, "name", "lessons_started"))


def at_risk(frame: DataFrame) -> DataFrame:
    """Return how many lessons each learner has completed, and why to write."""
    rows = known(frame, "name", "reason", "completed")
    return of((f"{name}, {why}", completed) for name, why, completed in rows)


def known(frame: DataFrame, *columns: str) -> Iterable[tuple[Any, ...]]:
    """Yield the values of *columns* of those rows whose last one is known."""
    return (row for row in cells(frame, *columns) if row[-1] is not None)
