"""
A class in the tables that the course teaches: what `class grade` found, written by the service of chapter 19.

It is made anew each time, so that a mended mark and a forgotten person are gone.  Nobody's name is in it: a
learner is called by the alias, as on the board.
"""

from __future__ import annotations

import datetime as dt
import json
import shlex
import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lessonlab import content
from lessonlab.errors import ConfigError
from lessonlab.grading.verdict import State
from lessonlab.postgres.advisory import alone
from lessonlab.postgres.connect import connect
from lessonlab.progress import install, open_service
from lessonlab.workshop.collected import collect
from lessonlab.workshop.mark_files import RECORD

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from psycopg import Connection

    from lessonlab.progress import ProgressService
    from lessonlab.workshop.class_folder import ClassFolder
    from lessonlab.workshop.tokens import Pass

NAMESPACE = uuid.UUID("6c657373-6f6e-4c61-8b00-636c61737300")
LOCK = "lessonlab class record"
FULL = 100


@dataclass(frozen=True, slots=True)
class TriedExercise:
    """What somebody did in one exercise: *done* is when it was passed, `None` where it was not."""

    key: str
    tries: int
    score: int
    began: dt.datetime
    last: dt.datetime
    done: dt.datetime | None


def course_id(opened: ClassFolder) -> uuid.UUID:
    """Return the id of the class as a course: one of its title."""
    return uuid.uuid5(NAMESPACE, opened.course.title)


def graded(opened: ClassFolder, now: dt.datetime) -> dict[str, list[TriedExercise]]:
    """Return by address of mail what each did who tried something, as the last `class grade` found it."""
    try:
        marks = json.loads((opened.marks / RECORD).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        cure = f"lessonlab class grade {shlex.quote(str(opened.path))}"
        raise ConfigError("nothing of this class is graded yet", cure=cure) from None
    times: dict[tuple[str, str], list[dt.datetime]] = {}
    for one in collect(opened, now).handed:
        times.setdefault((one.email, one.key), []).append(one.when)
    found: dict[str, list[TriedExercise]] = {person.email: [] for person in opened.people}
    for mark in marks:
        terms = opened.course.exercises.get(mark["key"])
        when = times.get((mark["email"], mark["key"]))
        if terms is None or not when or not mark["tries"] or mark["email"] not in found:
            continue
        done = dt.datetime.fromisoformat(mark["when"]) if mark["verdict"] == State.CORRECT.value else None
        score = round(FULL * mark["points"] / terms.points) if done and terms.points else FULL * bool(done)
        lesson = TriedExercise(mark["key"], mark["tries"], score, min(when), max(when), done)
        found[mark["email"]].append(lesson)
    return {email: lessons for email, lessons in found.items() if lessons}


def record(opened: ClassFolder, dsn: str, now: dt.datetime, progress: Callable[[float, str], None]) -> int:
    """Write the class into the database at *dsn*, in place of what is there; return how many learners."""
    found = graded(opened, now)
    course, host = course_id(opened), f"{course_id(opened).hex}.invalid"
    with connect(dsn) as inside, alone(inside, LOCK), open_service(dsn) as service:
        install(inside)
        inside.execute(content.sql("progress/forget_course"), {"course_id": course, "host": host})
        long = {"id": course, "title": opened.course.title, "count": max(1, len(opened.course.exercises))}
        inside.execute(content.sql("progress/keep_course"), long)
        for number, (email, lessons) in enumerate(found.items(), 1):
            who = learner(opened.passes.get(email), host)
            inside.execute(content.sql("progress/enrol_reader"), who)
            count(service, who["id"], course, lessons)
            date(inside, who["id"], course, lessons)
            progress(number / len(found), who["name"])
    return len(found)


def learner(known: Pass | None, host: str) -> dict[str, Any]:
    """Return somebody as a row of `users`: an alias that says nothing, and an address that is none."""
    alias = known.alias if known else f"guest {uuid.uuid4().hex[:8]}"
    address = f"{alias.replace(' ', '-')}@{host}"
    return {"id": uuid.uuid5(NAMESPACE, address), "email": address, "name": alias}


def count(
    service: ProgressService, user: uuid.UUID, course: uuid.UUID, lessons: Iterable[TriedExercise]
) -> None:
    """Record each try, and what was passed."""
    for one in lessons:
        for number in range(1, one.tries + 1):
            service.attempt(user, course, one.key, one.score if number == one.tries else None)
        if one.done:
            service.complete(user, course, one.key, one.score)


def date(inside: Connection[Any], user: uuid.UUID, course: uuid.UUID, lessons: list[TriedExercise]) -> None:
    """Give what was recorded the times at which it was handed in."""
    where = {"user_id": user, "course_id": course, "outline": []}
    times = {
        "lessons": [one.key for one in lessons],
        "began": [one.began for one in lessons],
        "last": [one.last for one in lessons],
        "done": [one.done for one in lessons],
    }
    with inside.transaction():
        inside.execute(content.sql("progress/lock_course"), where)
        inside.execute(content.sql("progress/date_lessons"), where | times)
        inside.execute(content.sql("progress/summarise_course"), where)
