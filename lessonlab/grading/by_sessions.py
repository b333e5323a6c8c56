"""
Scripts that two sessions run at the same time, judged by what is left when both are done.

The statements are sent one by one in several orders.  One that waits for a lock is left waiting while the
other session goes on, as it would be.
"""

from __future__ import annotations

import contextlib
import random
import time
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg import sql

from lessonlab.errors import ContentError
from lessonlab.grading import session
from lessonlab.grading.by_probes import PROBE_SECONDS, brief, probe_all, probe_do, run_script
from lessonlab.grading.probes import Values
from lessonlab.grading.session import Failed
from lessonlab.grading.verdict import Difference
from lessonlab.postgres.scan import split, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from psycopg import Connection

    from lessonlab.grading.exercise import Exercise
    from lessonlab.grading.ground import Ground

ORDERS = {  # whose statement is next; what is over goes on with the other
    "in turn": "ab" * 40,
    "one after the other": "a" * 40 + "b" * 40,
    "the second a step ahead": "b" + "ba" * 40,
}
AGAIN = {"40001", "40P01"}
TRIES = 5
SEATS: tuple[dict[str, str], ...] = ({}, {}, {}, {"search_path": "pg_catalog,public,pg_temp"})
PATIENCE = 0.02  # seconds after which we look whether a statement waits for a lock


@dataclass(slots=True)
class Player:
    """One session: what it has to say, how far it is, and what it waits for."""

    name: str
    connection: Connection[Any]
    statements: list[str]
    at: int = 0
    tries: int = 1
    waiting: Future[Failed | None] | None = None
    failed: Failed | None = None

    @property
    def done(self) -> bool:
        """Say whether it has nothing more to do."""
        return self.waiting is None and (self.failed is not None or self.at >= len(self.statements))


@dataclass(frozen=True, slots=True)
class Theatre:
    """The sessions of one answer: the two that run it, one that looks on, one that probes."""

    exercise: Exercise
    one: Connection[Any]
    other: Connection[Any]
    observing: Connection[Any]
    probing: Connection[Any]


class BySessions:
    """Judges scripts of two sessions on one ground."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground

    def judge(self, exercise: Exercise, text: str) -> tuple[Difference, ...]:
        """Return what goes wrong, and in which orders; each order has learners and courses of its own."""
        where: dict[Difference, list[str]] = {}
        with self.ground.stages.on(exercise.front.base) as stage, contextlib.ExitStack() as stack:
            theatre = Theatre(exercise, *(stack.enter_context(stage.enter(**settings)) for settings in SEATS))
            run_script(theatre.probing, exercise.setup)
            for order, turns in ORDERS.items():
                for difference in self.play(theatre, text, turns):
                    where.setdefault(difference, []).append(order)
        return tuple(
            Difference(difference.word, f"{difference.text} ({in_words(orders)})")
            for difference, orders in where.items()
        )

    def play(self, theatre: Theatre, text: str, turns: str) -> tuple[Difference, ...]:
        """Let both sessions run *text*, whose turn it is by *turns*, and probe what is left."""
        exercise = theatre.exercise
        values = Values(random.Random(self.ground.random.getrandbits(64)))  # noqa: S311
        for probe in exercise.probes:
            problem = (
                probe_do(theatre.probing, probe, values.fill(probe.text)) if probe.verb == "do" else None
            )
            if problem:
                raise ContentError(f"exercise {exercise.key}: {problem}", cure="lessonlab exercise test")
        with self.ground.watched(theatre.probing, exercise.front.seconds + PROBE_SECONDS):
            failures = self._perform(theatre, values.fill(text), turns)
            after = tuple(probe for probe in exercise.probes if probe.verb != "do")
            return (*failures, *probe_all(theatre.probing, after, values, [])[0])

    def _perform(self, theatre: Theatre, text: str, turns: str) -> list[Difference]:
        """Run both sessions to their end; return how they failed."""
        front = theatre.exercise.front
        with contextlib.ExitStack() as stack:
            pool = stack.enter_context(ThreadPoolExecutor(2))
            players = {}
            for name, connection in (("a", theatre.one), ("b", theatre.other)):
                stack.enter_context(self.ground.watched(connection, front.seconds))
                connection.execute("DISCARD ALL")
                script = spoken(text, front.sessions.get(name, {}))
                players[name] = Player(name, connection, [one.text for one in split(script)])
            for name in [*turns, *"ab" * 400]:
                take_turn(pool, players[name], theatre.observing, again=front.retry)
                if all(player.done for player in players.values()):
                    break
            for player in players.values():
                player.connection.rollback()
            return [
                Difference(f"session {player.name} failed", brief(player.failed))
                for player in players.values()
                if player.failed
            ]


def in_words(orders: list[str]) -> str:
    """
    Return in which orders something happens.

    >>> in_words(["in turn"]), in_words(list(ORDERS))
    ('in turn', 'in every order')
    """
    return "in every order" if len(orders) == len(ORDERS) else "; ".join(orders)


def take_turn(pool: ThreadPoolExecutor, player: Player, observing: Connection[Any], *, again: bool) -> None:
    """Let *player* send its next statement, or see whether the one it waits for is through."""
    if player.done:
        return
    if player.waiting is None:
        player.waiting = pool.submit(send, player.connection, player.statements[player.at])
    if not settles(player.waiting, player.connection, observing):
        return
    error, player.waiting = player.waiting.result(), None
    if error is None:
        player.at += 1
        return
    with contextlib.suppress(psycopg.Error):
        player.connection.execute("ROLLBACK")
    if again and error.sqlstate in AGAIN and player.tries < TRIES:
        player.at, player.tries = 0, player.tries + 1
        return
    player.failed = error


def send(connection: Connection[Any], statement: str) -> Failed | None:
    """Run one statement; return how it failed."""
    try:
        session.execute(connection, statement)
    except Failed as error:
        return error
    except psycopg.Error:
        return Failed("57P01", "stopped: it took too long")
    return None


def settles(waiting: Future[Failed | None], connection: Connection[Any], observing: Connection[Any]) -> bool:
    """Say whether a statement ends; `False` as soon as it waits for the other session."""
    pid = connection.info.backend_pid
    while True:
        with contextlib.suppress(TimeoutError):
            waiting.result(timeout=PATIENCE)
            return True
        blocked = observing.execute("SELECT cardinality(pg_blocking_pids(%s)) > 0", [pid]).fetchone()
        if blocked == (True,):
            time.sleep(PATIENCE)
            return waiting.done()


def spoken(text: str, values: Mapping[str, Any]) -> str:
    """
    Return *text* with a session's own values in place of their names.

    >>> spoken("SELECT :lesson, ':lesson', 1::int", {"lesson": "joins"})
    "SELECT 'joins', ':lesson', 1::int"
    """
    return "".join(_spoken(text, values))


def _spoken(text: str, values: Mapping[str, Any]) -> Iterator[str]:
    for token in tokens(text):
        known = token.kind == "name" and token.text[1:] in values
        value = values[token.text[1:]] if known else token.text
        yield str(sql.quote(value)) if known else token.text
