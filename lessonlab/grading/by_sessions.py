"""
Scripts that two sessions run at the same time, judged by what is left when both are done.

Every order in which one is stopped half way is played, each with learners and courses of its own.  One that
waits for a lock is left waiting while the other session goes on, as it would be.
"""

from __future__ import annotations

import contextlib
import random
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lessonlab import content
from lessonlab.errors import ContentError
from lessonlab.grading import answer_session
from lessonlab.grading.answer_session import Failed
from lessonlab.grading.by_order import Found
from lessonlab.grading.by_probes import PROBE_SECONDS, brief, probe_all, probe_do, run_script, shown
from lessonlab.grading.players import BEGUN, Player, Round
from lessonlab.grading.probes import Values
from lessonlab.grading.schedules import (
    at_gates,
    in_turn,
    moves,
    one_after_the_other,
    overtaken,
    stopped,
    stops,
)
from lessonlab.grading.spoken import drawn, spoken
from lessonlab.grading.unchanged import changed, looked_at
from lessonlab.grading.verdict import Difference
from lessonlab.postgres.scan import split
from lessonlab.system.machine_load import busy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from psycopg import Connection

    from lessonlab.grading.exercise import Exercise
    from lessonlab.grading.ground import Ground
    from lessonlab.grading.schedules import Move, Schedule
    from lessonlab.grading.stages import Stage

SEATS: tuple[dict[str, str], ...] = ({}, {}, {"search_path": "pg_catalog,public,pg_temp"})
LIMIT = 3  # all orders together may take so many times as long as one, on a machine with nothing else to do
NO_QUESTION = ("do", "same", "held")  # verbs of blocks that are not asked when both are done
FAILS = "a session fails"
WHY_FAILED = {
    "23505": "An INSERT met the key of a row that was there already, made by the other session or before it.",
    "25000": "BEGIN is there, and the COMMIT that belongs to it is not: what the script has written is taken"
    " back when its session ends.",
    "40001": "With one snapshot for all of its statements, a session is refused a row that the other has"
    " changed: it must begin again, and nothing makes it.",
    "40P01": "Each holds a lock that the other waits for: take them in one order, and the strongest first.",
    "42P10": "No unique key has just the columns that ON CONFLICT names: it wants all columns of one key.",
}


@dataclass(frozen=True, slots=True)
class Theatre:
    """The sessions of one answer: the two that run it, and one that probes."""

    exercise: Exercise
    one: Connection[Any]
    other: Connection[Any]
    probing: Connection[Any]


class BySessions:
    """Judges scripts of two sessions on one ground."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground

    def judge(self, exercise: Exercise, text: str) -> tuple[Difference, ...]:
        """Return what goes wrong, and in which orders; each order has learners and courses of its own."""
        found = Found()
        for schedule, differences, told in self.each_order(exercise, text):
            found.note(schedule, differences, told)
        return found.differences()

    def each_order(
        self, exercise: Exercise, text: str
    ) -> Iterator[tuple[Schedule, tuple[Difference, ...], str]]:
        """Play one order after the other: yield each with what went wrong in it, and what happened."""
        with self.ground.stages.on(exercise.front.base) as stage, contextlib.ExitStack() as stack:
            self._open_locks(stage)
            clock = {"timezone": exercise.front.timezone}
            seats = [stack.enter_context(stage.enter(**clock, **settings)) for settings in SEATS]
            theatre = Theatre(exercise, *seats)
            run_script(theatre.probing, exercise.setup)
            until = time.monotonic() + exercise.front.seconds * LIMIT * busy()
            played = failed = False
            gates = [probe.text for probe in exercise.probes if probe.verb == "held"]
            for schedule, held in orders(text, gates):
                differences, told, held[0] = self.play(theatre, text, schedule, played=played)
                played, failed = True, failed or bool(differences)
                yield schedule, differences, told
                if time.monotonic() > until:
                    if not failed:
                        raise Failed("57P01", "stopped: it took too long")
                    break

    def play(
        self, theatre: Theatre, text: str, schedule: Schedule, *, played: bool = False
    ) -> tuple[tuple[Difference, ...], str, bool]:
        """
        Let both sessions run *text* by *schedule*, and probe what is left.

        Return what is wrong, what happened, and whether somebody had to wait.  It may have *played* before:
        then what does not work any more is its own doing.
        """
        exercise = theatre.exercise
        values = Values(random.Random(self.ground.random.getrandbits(64)))  # noqa: S311
        with self.ground.watched(theatre.probing, exercise.front.seconds + PROBE_SECONDS):
            for probe in exercise.probes:
                problem = (
                    probe_do(theatre.probing, probe, values.fill(probe.text)) if probe.verb == "do" else None
                )
                if problem and played:  # it worked before the answer had run
                    raise Failed("", f"what it leaves behind is in the way of others: {problem}")
                if problem:
                    raise ContentError(f"exercise {exercise.key}: {problem}", cure="lessonlab exercise test")
            before = looked_at(theatre.probing, exercise.probes, values)
            game, failures = self._perform(theatre, text, values, schedule)
            after = tuple(probe for probe in exercise.probes if probe.verb not in NO_QUESTION)
            wrong = probe_all(theatre.probing, after, values, [])[0]
            others = changed(before, looked_at(theatre.probing, exercise.probes, values))
        return (*failures, *wrong, *others), story(game, moves(text)), game.held

    def _perform(
        self, theatre: Theatre, text: str, values: Values, schedule: Schedule
    ) -> tuple[Round, list[Difference]]:
        """Run both sessions to their end, and then who comes later; return how they failed."""
        front = theatre.exercise.front
        said = {
            name: moves(spoken(text, drawn(front.sessions.get(name, {}), values), values))
            for name in {"a", "b", *front.sessions}
        }
        with contextlib.ExitStack() as stack:
            pool = stack.enter_context(ThreadPoolExecutor(2))
            players = {}
            for name, connection in (("a", theatre.one), ("b", theatre.other)):
                stack.enter_context(self.ground.watched(connection, front.seconds))
                connection.execute("DISCARD ALL")
                players[name] = Player(name, connection, said[name])
            game = Round(players, self.ground.watch.waits_for, pool, again=front.retry)
            if schedule.gate:
                shut_gate(game, theatre.probing, values.fill(schedule.gate))
            game.play(schedule)
            failures = [player.failed for player in players.values() if player.failed]
            for player in players.values():
                player.connection.rollback()
            if "c" in said:
                late = game.alone("a", said["c"])
                failures += [late] if late else []
            theatre.one.rollback()
        return game, [
            Difference(FAILS, brief(failure), WHY_FAILED.get(failure.sqlstate, "")) for failure in failures
        ]

    def _open_locks(self, stage: Stage) -> None:
        """Let the sessions of *stage* take advisory locks: the database is theirs alone."""
        if self.ground.cage.superuser:
            with self.ground.own_session(stage.database) as inside:
                inside.execute(content.sql("cage/open_locks"))


def orders(text: str, gates: Iterable[str] = ()) -> Iterator[tuple[Schedule, list[bool]]]:
    """
    Yield the orders to play, each with a place for whether somebody had to wait in it.

    Who has to wait goes no further, however far it might: such orders are one.
    """
    for schedule in (*one_after_the_other(), *in_turn(), *overtaken(text), *at_gates(text, gates)):
        yield schedule, [False]
    for first, second in ("ab", "ba"):
        blocked = 0
        for here, there in stops(len(moves(text))):
            if here == blocked:
                continue
            held = [False]
            yield stopped(first, second, here, there), held
            blocked = here if held[0] else 0


def shut_gate(game: Round, connection: Connection[Any], gate: str) -> None:
    """Let *connection* hold what *gate* locks until the two sessions of *game* are let go."""
    connection.execute("BEGIN")
    for statement in split(gate):
        answer_session.execute(connection, statement.text)
    game.gate, game.open_gate = connection.info.backend_pid, connection.rollback


def story(game: Round, script: tuple[Move, ...]) -> str:
    """Return what happened in *game*, a line for each move of *script*."""
    return "\n".join(
        f"{name}: {'(begins)' if at == BEGUN else told(script[at])}{f'   ({note})' if note else ''}"
        for name, at, note in game.told
    )


def told(move: Move) -> str:
    """
    Return a move in one line; a transaction that is ours is not shown as the student's.

    >>> [told(move) for move in moves("UPDATE a SET b = :c")]
    ['UPDATE a SET b = :c', '(commits)']
    """
    if move.framed and move.statements == ("COMMIT",):
        return "(commits)"
    said = "; ".join(one for one in move.statements if not (move.framed and one == "BEGIN"))
    return shown(said)
