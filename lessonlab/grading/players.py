"""Two sessions that take turns: what each sends, what it waits for, and what came of it."""

from __future__ import annotations

import contextlib
import time
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg.pq import TransactionStatus

from lessonlab.grading import answer_session
from lessonlab.grading.answer_session import Failed
from lessonlab.grading.schedules import Move, before_the_first

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future, ThreadPoolExecutor

    from psycopg import Connection

    from lessonlab.grading.schedules import Schedule

AGAIN = {"40001", "40P01"}
LEFT_OPEN = "25000"
UNFRAMED = {"25001", "2D000"}  # what may not stand in a transaction is sent without ours
TRIES = 5
MOMENT = 0.002  # seconds after which we look again whether a statement waits for a lock
MOST_TURNS = 400
BEGUN = -1  # for the number of a move: the transaction began, and nothing else yet


@dataclass(slots=True)
class Player:
    """One session: what it has to say, how far it is, and what it waits for; *begun* statements ahead."""

    name: str
    connection: Connection[Any]
    moves: tuple[Move, ...]
    at: int = 0
    begun: int = 0
    tries: int = 1
    waiting: Future[Failed | None] | None = None
    failed: Failed | None = None

    @property
    def done(self) -> bool:
        """Say whether it has nothing more to do."""
        return self.waiting is None and (self.failed is not None or self.at >= len(self.moves))


@dataclass(slots=True)
class Round:
    """
    One order, played: *waits_for* says whether a session waits; *told* is what happened, move by move.

    *gate* is the process of who keeps everybody from writing, and *open_gate* lets them; 0 when nobody does.
    """

    players: dict[str, Player]
    waits_for: Callable[[int, list[int]], bool]
    pool: ThreadPoolExecutor
    again: bool = False
    gate: int = 0
    open_gate: Callable[[], object] = bool
    told: list[tuple[str, int, str]] = field(default_factory=list)
    held: bool = False

    def play(self, schedule: Schedule) -> None:
        """
        Let both go on by *schedule* until both are done; *held* says that the second had to wait at once.

        A gate is opened when the moves of *schedule* are made.
        """
        if schedule.early:
            self.begin(self.players[schedule.early])
        for number, (name, count) in enumerate(schedule.turns):
            for _ in range(count):
                if self.players[name].done:
                    break
                if not self.turn(self.players[name]):
                    self.held = self.held or number == 1
                    break
            if self._over():
                break
        if self.gate:
            self.open_gate()
            self.gate = 0
        for name in "ab" * MOST_TURNS:
            self.turn(self.players[name])
            if self._over():
                return

    def alone(self, name: str, moves: tuple[Move, ...]) -> Failed | None:
        """Let somebody come when all is over, on the session *name*; return how that failed."""
        self.players = {name: Player(name, self.players[name].connection, moves)}
        while not self.players[name].done:
            self.turn(self.players[name])
        return self.players[name].failed

    def begin(self, player: Player) -> None:
        """Let *player* send what comes before its first statement: its clock stands still from now on."""
        head = before_the_first(player.moves)
        if head and send(player.connection, Move(head)) is None:
            player.begun = len(head)
            self.told.append((player.name, BEGUN, ""))

    def turn(self, player: Player) -> bool:
        """Let *player* make its next move; `False` when it has to wait for the other."""
        if player.done:
            return True
        if player.waiting is None:
            move = player.moves[player.at]
            move, player.begun = replace(move, statements=move.statements[player.begun :]), 0
            player.waiting = self.pool.submit(send, player.connection, move)
            self.told.append((player.name, player.at, ""))
        if not self._settles(player):
            if self.told[-1][0] == player.name:
                self.told[-1] = (*self.told[-1][:2], "waits")
            return False
        self._settle(player)
        for other in self.players.values():  # who waited goes on now, before anybody else moves
            if other is not player and other.waiting is not None and self._settles(other):
                self._settle(other)
        return True

    def _settle(self, player: Player) -> None:
        """Take note of how the move of *player* ended."""
        if player.waiting is None:
            return
        error, player.waiting = player.waiting.result(), None
        if error is None:
            player.at += 1
        else:
            with contextlib.suppress(psycopg.Error):
                player.connection.execute("ROLLBACK")
            if self.again and error.sqlstate in AGAIN and player.tries < TRIES:
                player.at, player.tries = 0, player.tries + 1
            else:
                player.failed = error
        if player.done:
            leave(player)

    def _settles(self, player: Player) -> bool:
        """Say whether a move ends; `False` as soon as it waits for another session, or at the gate."""
        if player.waiting is None:
            return True
        while True:
            with contextlib.suppress(TimeoutError):
                player.waiting.result(timeout=MOMENT)
                return True
            if self.waits_for(player.connection.info.backend_pid, self._in_the_way_of(player)):
                time.sleep(MOMENT)
                return player.waiting.done()

    def _in_the_way_of(self, player: Player) -> list[int]:
        """Return whom *player* can wait for in vain; when both wait, the server will end one of them."""
        others = [other for other in self.players.values() if other is not player]
        if self.gate:
            return [self.gate, *(other.connection.info.backend_pid for other in others)]
        if any(other.waiting and not other.waiting.done() for other in others):
            return []
        return [other.connection.info.backend_pid for other in others]

    def _over(self) -> bool:
        return all(player.done for player in self.players.values())


def leave(player: Player) -> None:
    """End the session of *player* with its script: what is not committed is lost, its locks are free."""
    with contextlib.suppress(psycopg.Error):
        if player.connection.info.transaction_status != TransactionStatus.IDLE:
            player.failed = player.failed or Failed(LEFT_OPEN, "the script ends within a transaction")
            player.connection.execute("ROLLBACK")
        player.connection.execute("DISCARD ALL")


def send(connection: Connection[Any], move: Move) -> Failed | None:
    """Run the statements of one move; return how they failed."""
    for statement in move.statements:
        error = send_one(connection, statement)
        if error is not None and move.framed and error.sqlstate in UNFRAMED:
            connection.execute("ROLLBACK")
            error = send_one(connection, statement)
        if error is not None:
            return error
    return None


def send_one(connection: Connection[Any], statement: str) -> Failed | None:
    """Run one statement; return how it failed."""
    try:
        answer_session.execute(connection, statement, typed=True)
    except Failed as error:
        return error
    except psycopg.Error:
        return Failed("57P01", "stopped: it took too long")
    return None
