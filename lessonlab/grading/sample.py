"""
Rows for the hidden data sets: small classes, drawn anew for every judge, each with a nature of its own.

They keep the rules of `sql/strict`, so that nobody is blamed for rows that chapter 06 would refuse, and no
time lies near the edge of a day, a week or a month that counts back from now.
"""

from __future__ import annotations

import json
import uuid
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import random

ZONES = ("UTC", "Asia/Tokyo", "America/New_York", "Europe/Berlin", "Asia/Kathmandu")
NAMES = ("Ada", "Bao McCoy", "Ada", "Chidi", "dana", "Edda", "Farid", "Gus")
TITLES = ("Databases", "Python", "Python", "Statistics", "Art")
SLUGS = ("introduction", "joins", "self-joins", "joins-again", "indexes")  # one lies within others
HOURS = ((0.5, 11), (38, 150), (182, 700), (735, 2000))  # ago: away from 24 hours, 7 days and 30 days
LESSONS = 5
MARKS = (60, 70, 72)  # courses with one title have different ones
SECONDS = (0, 30, 600, 1_800, 1_801, 7_200, 3_600_000)  # the most that `sql/strict` lets in

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Exact:
    """
    A lesson of a course: how many have a score, how many of them pass, what the sum of scores leaves.

    Where all pass, all have 100: an average of three digits.
    """

    scored: int
    passed: int
    left: int


@dataclass(frozen=True, slots=True)
class Nature:
    """What is special about a data set."""

    name: str
    users: int = 6
    courses: int = 3
    opened: float = 0.6
    scores: tuple[int | None, ...] = (None, 0, 40, 59, 60, 69, 70, 71, 72, 85, 100)
    hours: tuple[tuple[float, float], ...] = HOURS
    same_times: bool = False
    exact: tuple[Exact, ...] = ()


NATURES = (
    Nature("nobody", users=3, courses=3, opened=0.0),
    Nature("ties", scores=(70, 70, 100, None), same_times=True),
    Nature("gaps", users=5, opened=0.4, scores=(None, None, 0)),
    Nature("mixed", users=7, courses=4, opened=0.7),
    Nature("busy", users=6, courses=3, opened=0.9, hours=HOURS[:2]),
    # Averages and rates of .25, which goes up, and of .5454…, which goes down: up only when rounded twice.
    Nature(
        "halves", users=17, courses=4, opened=0.0, exact=(Exact(16, 1, 4), Exact(11, 6, 6), Exact(3, 3, 0))
    ),
)


@dataclass(frozen=True, slots=True)
class Sample:
    """The rows of each table, in the order in which they can be put in."""

    name: str
    tables: dict[str, list[Row]]


@dataclass(frozen=True, slots=True)
class Lot:
    """What rows are drawn by: of which nature, from which source of chance, seen from when."""

    nature: Nature
    source: random.Random
    now: datetime


def draw_sample(nature: Nature, source: random.Random, now: datetime | None = None) -> Sample:
    """Return rows of *nature*; the last user and the last course never have any progress."""
    now = now or datetime.now(UTC)
    lot = Lot(nature, source, now)
    users = [_user(i, source, now) for i in range(nature.users)]
    marks = source.sample(MARKS, len(MARKS))
    courses = [_course(i, marks[i % len(marks)], source, now) for i in range(nature.courses)]
    lessons = [
        _lesson(lot, user, course, slug)
        for user in users[:-1]
        for course in courses[:-1]
        if source.random() < max(nature.opened, 0.01) + 0.2 and nature.opened
        for slug in SLUGS
        if source.random() < nature.opened
    ]
    for course, wanted in zip(courses, nature.exact, strict=False):
        lessons += _exact(lot, users, course, wanted)
    source.shuffle(lessons)
    return Sample(
        nature.name,
        {
            "users": users,
            "courses": courses,
            "lesson_progress": lessons,
            "course_progress": _overviews(lessons, courses, source, now),
        },
    )


def _uuid(source: random.Random) -> str:
    return str(uuid.UUID(int=source.getrandbits(128), version=4))


def _user(i: int, source: random.Random, now: datetime) -> Row:
    made = now - timedelta(days=source.randint(100, 400))
    return {
        "id": _uuid(source),
        "email": f"user{i}-{source.randrange(1000)}@example.org",
        "name": NAMES[i % len(NAMES)],
        "time_zone": source.choice(ZONES),
        "created_at": made,
    }


def _course(i: int, mark: int, source: random.Random, now: datetime) -> Row:
    return {
        "id": _uuid(source),
        "title": TITLES[i % len(TITLES)],
        "lesson_count": LESSONS + source.choice((0, 1, 2)),
        "passing_score": mark,
        "created_at": now - timedelta(days=source.randint(100, 400)),
    }


def _lesson(lot: Lot, user: Row, course: Row, slug: str) -> Row:
    nature, source, now = lot.nature, lot.source, lot.now
    completed = source.random() < 0.55  # noqa: PLR2004 - a little more than half
    score = source.choice(nature.scores)
    low, high = source.choice(nature.hours)
    last = now - timedelta(seconds=round(source.uniform(low, high) * 3600))
    if nature.same_times:
        last = now - timedelta(hours=source.choice((3, 60, 400)))
    started = last - timedelta(seconds=source.choice((0, 600, 5_400, 200_000)))
    if not nature.same_times and source.random() < 0.15:  # noqa: PLR2004 - some in the autumn of 2025
        started = datetime(2025, 10, source.choice((20, 26, 27)), source.randrange(24), 30, tzinfo=UTC)
    return {
        "id": _uuid(source),
        "user_id": user["id"],
        "course_id": course["id"],
        "lesson_id": slug,
        "completed": completed,
        "time_spent_seconds": source.choice(SECONDS),
        "attempts": source.choice((1, 1, 2, 3, 5)) if score is not None else source.choice((0, 0, 1)),
        "score": score,
        "first_started_at": started,
        "last_accessed_at": last,
        "completed_at": last if completed else None,
        "created_at": started,
        "updated_at": last,
    }


def _exact(lot: Lot, users: list[Row], course: Row, wanted: Exact) -> list[Row]:
    """Return rows of one lesson of *course* with the scores that are *wanted*; who passes has completed."""
    source, mark = lot.source, course["passing_score"]
    rows = [_lesson(lot, user, course, SLUGS[1]) for user in users[: wanted.scored]]
    for row, score in zip(rows, _scores(wanted, mark, source), strict=True):
        done = score >= mark
        row |= {"score": score, "attempts": source.randint(1, 3), "completed": done}
        row["completed_at"] = row["last_accessed_at"] if done else None
    return rows


def _scores(wanted: Exact, mark: int, source: random.Random) -> list[int]:
    if wanted.passed == wanted.scored:
        return [100] * wanted.scored
    passing = [source.randint(mark, 100) for _ in range(wanted.passed)]
    failing = [source.randrange(mark) for _ in range(wanted.scored - wanted.passed - 1)]
    missing = (wanted.left - sum(passing) - sum(failing)) % wanted.scored
    return [*passing, *failing, source.randrange(missing, mark, wanted.scored)]


def _overviews(lessons: list[Row], courses: list[Row], source: random.Random, now: datetime) -> list[Row]:
    """Return the course_progress that agrees with *lessons*."""
    counts = {course["id"]: course["lesson_count"] for course in courses}
    found: dict[tuple[str, str], list[Row]] = {}
    for row in lessons:
        found.setdefault((row["user_id"], row["course_id"]), []).append(row)
    overviews = []
    for (user, course), rows in found.items():
        done = [row["lesson_id"] for row in rows if row["completed"]]
        overviews.append(
            {
                "id": _uuid(source),
                "user_id": user,
                "course_id": course,
                "completed_lessons": json.dumps(sorted(done, key=SLUGS.index)),
                "progress_percentage": round(100 * len(done) / counts[course]),
                "last_accessed_at": max(row["last_accessed_at"] for row in rows),
                "created_at": min(row["created_at"] for row in rows),
                "updated_at": now,
            }
        )
    return overviews
