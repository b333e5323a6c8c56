"""Two sessions begin an attempt, or answer, at the same time: in no order may anything be lost."""

from __future__ import annotations

import contextlib
import random
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from psycopg.sql import Literal

from lessonlab import content
from lessonlab.capstone.acting import DayPlayer
from lessonlab.capstone.draw import Draw
from lessonlab.grading.by_probes import brief
from lessonlab.grading.by_sessions import orders, shut_gate, story
from lessonlab.grading.players import Player, Round
from lessonlab.grading.probes import Values
from lessonlab.grading.schedules import moves
from lessonlab.grading.spoken import spoken
from lessonlab.grading.verdict import Difference

if TYPE_CHECKING:
    from collections.abc import Callable

    from psycopg import Connection

    from lessonlab.capstone.submission import StageWork

SECONDS = 60.0
TOLD_NO = ("23", "40")  # one may be told that the other was first, or that it should come again


@dataclass(slots=True)
class TwoSessions:
    """Two sessions that play, the one that looks, and what they play about."""

    work: StageWork
    one: Connection[Any]
    other: Connection[Any]
    looking: Connection[Any]

    def prepare(self, *more: Any) -> DayPlayer:
        """Return an actor who has put a learner, a course, a quiz and two questions in, for good."""
        actor, draw = DayPlayer(self.looking, self.work.design), Draw(self.work.source)
        first, second = draw.question(place=1, points=9), draw.question("second", place=2, points=9)
        for step in (draw.learner(), draw.course(), draw.quiz(), first, second, *more):
            actor.do(step)
        return actor

    def play(self, script: str, schedule: Any, said: dict[str, dict[str, Any]]) -> tuple[Round, list[str]]:
        """Let both say *script* by *schedule*, each with its own values; return how they failed."""
        ground, values = self.work.ground, Values(random.Random(0))  # noqa: S311 - none is drawn here
        with contextlib.ExitStack() as stack:
            pool, players = stack.enter_context(ThreadPoolExecutor(2)), {}
            for name, connection in (("a", self.one), ("b", self.other)):
                stack.enter_context(ground.watched(connection, SECONDS))
                connection.execute("DISCARD ALL")
                given = {key: Literal(value).as_string(connection) for key, value in said[name].items()}
                players[name] = Player(name, connection, moves(spoken(script, given, values)))
            game = Round(players, ground.watch.waits_for, pool)
            if schedule.gate:
                shut_gate(game, self.looking, schedule.gate)
            game.play(schedule)
            for player in players.values():
                player.connection.rollback()
        return game, [brief(player.failed) for player in players.values() if player.failed]


def judge(work: StageWork, connection: Connection[Any]) -> tuple[Difference, ...]:
    """Return what goes wrong when two sessions run `start.sql`, and when two run `answer.sql`."""
    with work.stage.enter() as one, work.stage.enter() as other:
        open_locks(work)
        theatre = TwoSessions(work, one, other, connection)
        found = each_order(theatre, "start.sql", begins)
        if "answer.sql" not in work.submission.scripts:
            return (*found, Difference("missing", "there is no answer.sql"))
        return (
            *found,
            *each_order(theatre, "answer.sql", answers),
            *each_order(theatre, "answer.sql", answers_twice),
        )


def open_locks(work: StageWork) -> None:
    """Let the sessions take advisory locks: the database is theirs alone."""
    if work.ground.cage.superuser:
        with work.ground.own_session(work.stage.database) as inside:
            inside.execute(content.sql("cage/open_locks"))


def each_order(
    theatre: TwoSessions, name: str, scene: Callable[[TwoSessions, str, Any], tuple[list[str], str, bool]]
) -> tuple[Difference, ...]:
    """Play *scene* in every order; return what went wrong in the first in which something did."""
    script, until = theatre.work.submission.scripts[name], time.monotonic() + SECONDS
    for schedule, held in orders(script):
        wrong, told, held[0] = scene(theatre, script, schedule)
        if wrong:
            return tuple(Difference(f"{name}, two at once", f"{said}\n{told}") for said in wrong)
        if time.monotonic() > until:
            break
    return ()


def begins(theatre: TwoSessions, script: str, schedule: Any) -> tuple[list[str], str, bool]:
    """Two sessions begin an attempt of one learner at one quiz: one is open in the end."""
    actor = theatre.prepare()
    same = told_of(actor)
    game, failed = theatre.play(script, schedule, {"a": same, "b": same})
    count = actor.count("attempt", learner="learner", quiz="quiz")
    wrong = [] if count == 1 else [f"want one open attempt in the end, have {count}"]
    wrong += [f"a session fails: {said}" for said in failed if not is_told_no(said)]
    wrong += ["both sessions were refused"] if len(failed) > 1 else []
    return wrong, story(game, moves(script)), game.held


def answers(theatre: TwoSessions, script: str, schedule: Any) -> tuple[list[str], str, bool]:
    """Two sessions answer two questions of one attempt: both answers are there in the end."""
    return answered(theatre, script, schedule, (1, 2), 2)


def answers_twice(theatre: TwoSessions, script: str, schedule: Any) -> tuple[list[str], str, bool]:
    """Two sessions answer one question of one attempt: one answer is there, and one may be told no."""
    return answered(theatre, script, schedule, (1, 1), 1)


def answered(
    theatre: TwoSessions, script: str, schedule: Any, places: tuple[int, int], want: int
) -> tuple[list[str], str, bool]:
    """Return what is wrong when *places* are answered at once, and *want* answers should be there."""
    actor = theatre.prepare(Draw(theatre.work.source).attempt())
    said = {
        name: told_of(actor) | {"place": place, "points": 3} for name, place in zip("ab", places, strict=True)
    }
    game, failed = theatre.play(script, schedule, said)
    count = actor.count("answer", attempt="attempt")
    wrong = [] if count == want else [f"want {want} answers in the end, have {count}"]
    allowed = want == 1
    wrong += [f"a session fails: {one}" for one in failed if not (allowed and is_told_no(one))]
    wrong += ["both sessions were refused"] if len(failed) > 1 else []
    return wrong, story(game, moves(script)), game.held


def told_of(actor: DayPlayer) -> dict[str, Any]:
    """Return what a script is told: the ids of learner and course, and the title of the quiz."""
    return {
        "learner": actor.rows["learner"][1]["id"],
        "course": actor.rows["course"][1]["id"],
        "title": actor.value("quiz", "title"),
    }


def is_told_no(said: str) -> bool:
    """Say whether a session was refused as the second may be."""
    return any(f"(SQLSTATE {code}" in said for code in TOLD_NO)
