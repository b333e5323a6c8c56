"""The six stages of the capstone, each of which can be passed alone."""

from __future__ import annotations

import random
import time
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Any

import psycopg

from lessonlab.capstone import five_questions, moving, own_tests, two_writers
from lessonlab.capstone.by_days import judge_days
from lessonlab.capstone.days import days
from lessonlab.capstone.design import find_design
from lessonlab.capstone.submission import StageWork
from lessonlab.errors import ServerError
from lessonlab.grading.answer_session import Failed
from lessonlab.grading.by_probes import run_script
from lessonlab.grading.verdict import Difference
from lessonlab.grading.watch import DATABASE_MB
from lessonlab.postgres.connect import is_ready
from lessonlab.postgres.sqlerrors import message_of
from lessonlab.review import review

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from psycopg import Connection

    from lessonlab.capstone.submission import Submission
    from lessonlab.grading.ground import Ground

SECONDS = 10.0
ROOM = 2_000  # megabytes that a school of a million answers may take
CROWDED = (4, 5)
BASE = "tables"
SCHEMAS = ("public",)
OF_USE = ("never_analysed", "unused_index")  # what a table that was just made cannot have


class How(Enum):
    """How a stage ended."""

    PASSED = "passed"
    NOT_YET = "not yet"
    NOT_THERE = "not there"


@dataclass(frozen=True, slots=True)
class Staged:
    """What came of one stage: its *title*, how it ended, and what was wrong."""

    number: int
    title: str
    how: How
    differences: tuple[Difference, ...] = ()
    told: str = ""
    seconds: float = field(default=0.0, compare=False)


def stage_days(work: StageWork, connection: Connection[Any]) -> tuple[Difference, ...]:
    """Good days go in, bad ones are refused."""
    return judge_days(connection, work.design, days(work.source))


def stage_review(work: StageWork, connection: Connection[Any]) -> tuple[Difference, ...]:
    """The review finds nothing that the course teaches, beside what the course's own tables had before."""
    with work.ground.stages.on(BASE) as plain, plain.enter() as before:
        known = {(found.rule.name, found.object) for found in review(before, SCHEMAS).findings}
    return tuple(
        Difference(found.rule.title, f"{found.object}: {found.seen}", found.cure)
        for found in review(connection, SCHEMAS).findings
        if found.rule.level in ("fault", "cost")
        and found.rule.name not in OF_USE
        and (found.rule.name, found.object) not in known
    )


STAGES: dict[int, tuple[str, str, Any]] = {
    1: ("good days go in, bad days are refused", "schema.sql", stage_days),
    2: ("the review finds nothing", "schema.sql", stage_review),
    3: ("two writers at once lose nothing", "start.sql", two_writers.judge),
    4: ("five questions within their pages", "questions/1.sql", five_questions.judge),
    5: ("the change moves live data, and nobody waits", "change/*.sql", moving.judge),
    6: ("your tests kill what is planted", "tests.sql", own_tests.judge),
}


def judge(
    ground: Ground,
    submission: Submission,
    stages: Sequence[int] = (),
    *,
    scale: float = 1.0,
    seed: int | None = None,
) -> Iterator[Staged]:
    """Yield what comes of each of *stages*, of all where none is named; *scale* 1 is a million answers."""
    source = random.Random(ground.random.getrandbits(64) if seed is None else seed)  # noqa: S311
    for number in stages or STAGES:
        title, needs, played = STAGES[number]
        began = time.monotonic()
        if not submission.some(needs):
            yield Staged(number, title, How.NOT_THERE, told=f"there is no {needs}")
            continue
        found = judge_one(Sitting(ground, submission, source, scale), played, crowded=number in CROWDED)
        how = How.NOT_YET if found else How.PASSED
        yield Staged(number, title, how, found, seconds=time.monotonic() - began)


@dataclass(frozen=True, slots=True)
class Sitting:
    """Who is judged where, with what is drawn from *source*, in a school of this *scale*."""

    ground: Ground
    submission: Submission
    source: random.Random
    scale: float


def judge_one(trial: Sitting, played: Any, *, crowded: bool) -> tuple[Difference, ...]:
    """Return what is wrong in one stage, played in a clone of its own with the student's schema."""
    ground, submission = trial.ground, trial.submission
    try:
        with ground.stages.on(BASE) as stage:
            ground.count(SECONDS * 40)
            with stage.enter() as making, ground.watched(making, SECONDS):
                run_script(making, submission.scripts.get("schema.sql", ""))
                design = find_design(making, submission.played)
            work = StageWork(ground, stage, submission, design, trial.source, trial.scale)
            room = ROOM if crowded else DATABASE_MB
            with stage.enter() as connection, ground.watched(connection, SECONDS * 20, room=room):
                return tuple(played(work, connection))
    except Failed as error:
        return (Difference("error", error.text),)
    except psycopg.Error as error:
        if not is_ready(ground.server.dsn):
            raise ServerError("the server stopped while it was asked", cure="ask again") from None
        return (Difference("error", message_of(error)),)
