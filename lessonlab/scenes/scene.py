"""
Several sessions in one notebook, each with a name: who does what, and who waits for whom.

A statement that must wait does so in the background.  A cell goes on when nothing moves any more: every
statement has ended, or waits for a session that has yet to speak.
"""

from __future__ import annotations

import re
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Self

import psycopg
from psycopg.pq import TransactionStatus

from lessonlab.errors import ConfigError, LessonLabError, SqlError
from lessonlab.postgres.second import close_all
from lessonlab.postgres.sqlerrors import Place, interrupted
from lessonlab.postgres.waiting import Wait, Watcher, at_rest, everyone_before
from lessonlab.scenes import PATIENCE
from lessonlab.scenes.actor import Actor
from lessonlab.scenes.news import news
from lessonlab.scenes.own_limits import seconds
from lessonlab.scenes.sequence import picture
from lessonlab.scenes.speech import Said
from lessonlab.show.tables import Table
from lessonlab.statements import expect
from lessonlab.varying import mark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from lessonlab.postgres.second import Second
    from lessonlab.scenes.speech import Speech
    from lessonlab.scenes.steps import Step
    from lessonlab.show.pictures import Picture

MOMENT = 0.01
A_LOOK = 0.2  # seconds that the server may take to look for a deadlock
HOME, STRANGER = "this notebook", "another session"
LOCKS = ("who", "table", "lock", "has it")
ENDS = {"commit", "rollback", "end", "abort"}
HOME_LIMIT = "5s"
LONGEST_WAIT = "10min"


class Scene:
    """
    Sessions with *names*, made by `lab.scene`; unpacks into them, and shows itself as a picture.

    *another* makes a session in the lab's database, *home* is the lab's own connection: while the scene is
    open it gives up after 5 seconds when it has to wait for one of the sessions.
    """

    def __init__(
        self,
        names: Sequence[str],
        another: Callable[[], Second],
        home: psycopg.Connection[Any],
        patience: float = PATIENCE,
    ) -> None:
        if not names or len({*names, HOME, STRANGER}) < len(names) + 2:
            raise ConfigError(
                f"have {list(names)}, want a name of its own for each", cure='lab.scene("Ana", "Ben")'
            )
        self.patience = patience
        self._home = home
        self._watcher = Watcher(another())
        self.actors = tuple(Actor(name, self, another()) for name in names)
        self.steps: list[Step] = []
        for actor in self.actors:
            actor.second.connection.execute(f"SET lock_timeout = '{LONGEST_WAIT}'")
        self._limit_home(f"SET lock_timeout = '{HOME_LIMIT}'")

    def __iter__(self) -> Iterator[Actor]:
        return iter(self.actors)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return self.picture.text

    def _repr_html_(self) -> str:
        return self.picture.html

    @property
    def picture(self) -> Picture:
        """Return what was said so far, and who waited for whom, as a drawing and in words."""
        self.look()
        return picture([actor.name for actor in self.actors], self.steps)

    @property
    def is_open(self) -> bool:
        """Say whether the sessions can still speak."""
        return not self._watcher.session.connection.closed

    def locks(self) -> Table:
        """Return the tables that the sessions have locked or wait to lock."""
        pids = [actor.second.pid for actor in self.actors]
        rows = [(self.name_of(pid), *lock) for pid, *lock in self._watcher.locks(pids)]
        return Table(LOCKS, rows, unit="lock")

    def close(self) -> None:
        """End the sessions; what they had not committed is undone."""
        close_all([*(actor.second for actor in self.actors), self._watcher.session])
        self._limit_home("RESET lock_timeout")

    def play(self, actor: Actor, speech: tuple[Speech, Callable[[], None]], expected: str) -> Said:
        """Let *actor* say something, wait until nothing moves, and return what came of it."""
        codes = expect.wanted_codes(expected) if expected else ()
        self._insist(actor)
        before = len(self.steps)
        try:
            self._let_the_server_look(actor, speech[0])
            actor.begin(*speech).wait(2 * MOMENT)  # most have ended by then
            self._settle()
        except KeyboardInterrupt:
            actor.second.cancel()
            if actor.line is not speech[0]:  # it had not begun to speak
                raise interrupted(Place("")) from None
        self._write(actor)
        said = Said(tuple(self.steps[before:]), tuple(actor.line.notices))
        return self._judged(actor, said, codes)

    def name_of(self, pid: int) -> str:
        """Return whose the process *pid* is."""
        names = {actor.second.pid: actor.name for actor in self.actors}
        if not self._home.closed:
            names[self._home.info.backend_pid] = HOME
        return names.get(pid, STRANGER)

    def names_of(self, wait: Wait | None) -> tuple[str, ...]:
        """Return for whom somebody waits."""
        return tuple(sorted({self.name_of(pid) for pid in wait.blockers})) if wait else ()

    def named(self, error: SqlError) -> SqlError:
        """Return *error* with our names in place of process ids, and marks around what else varies."""
        message = re.sub(r"[Pp]rocess (\d+)", lambda found: self.name_of(int(found[1])), error.message)
        message = re.sub(r"(transaction|tuple) (\d+|\(\d+,\d+\))", lambda f: f"{f[1]} {mark(f[2])}", message)
        return SqlError(
            message, sqlstate=error.sqlstate, primary=error.primary, cure=error.cure, tip=error.tip
        )

    def _insist(self, actor: Actor) -> None:
        """Refuse to let *actor* speak in a scene that is over, or while it waits."""
        if not self.is_open:
            raise LessonLabError("this scene is over", cure="run the cell with lab.scene(…) again")
        self.look()
        if actor.second.is_busy:
            raise actor.waiting("cannot speak")
        if actor.second.connection.closed:
            raise LessonLabError(
                f"the session of {actor.name} was ended", cure="run the cell with lab.scene(…) again"
            )

    def _let_the_server_look(self, actor: Actor, line: Speech) -> None:
        """
        Let those who wait for *actor* be first to look for a deadlock.

        A session looks once, some time after it began to wait.  So whoever closes the circle is who finds it,
        and is stopped: without this pause it could be either.
        """
        if line.statements[0].lower().partition(" ")[0] in ENDS:
            return
        waits = self._waits()
        since = [
            other.line.since
            for other in self.actors
            if other.second.is_busy and actor.second.pid in everyone_before(other.second.pid, waits)
        ]
        if since:
            looked = max(since) + seconds(self._watcher.deadlock_timeout()) + A_LOOK
            time.sleep(min(max(0.0, looked - time.monotonic()), self.patience))

    def _waits(self) -> dict[int, Wait]:
        """Return who waits now, and for whom."""
        return self._watcher.waits([actor.second.pid for actor in self.actors if actor.second.is_busy])

    def look(self) -> None:
        """Note what happened to those who waited, if something outside of the scene let them go on."""
        if self.is_open:
            self._settle()
            self._write(None)

    def _settle(self) -> None:
        """Wait until nothing moves any more; stop what still works when patience is over."""
        deadline = time.monotonic() + self.patience
        before: dict[int, Wait] | None = None
        while True:
            busy = [other for other in self.actors if other.second.is_busy]
            waits = self._waits()
            calm = self._is_calm(busy, waits)
            if not busy or (calm and waits == before):
                break
            if time.monotonic() > deadline:
                self._stop([other for other in busy if other.second.pid not in waits])
                break
            before = waits if calm else None
            time.sleep(MOMENT)
        for other in self.actors:
            other.saw(waits.get(other.second.pid) if other.second.is_busy else None)

    def _is_calm(self, busy: Sequence[Actor], waits: Mapping[int, Wait]) -> bool:
        """Say whether all that are *busy* wait for somebody here; a vacuum, or who gives up, is soon over."""
        strangers = any(STRANGER in self.names_of(wait) for wait in waits.values())
        impatient = any(actor.gives_up_soon for actor in busy)
        return not strangers and not impatient and at_rest([actor.second.pid for actor in busy], waits)

    def _stop(self, actors: Sequence[Actor]) -> None:
        """Stop what *actors* do, and let the error say why."""
        for actor in actors:
            actor.second.cancel()
            actor.line.error = LessonLabError(
                f"{actor.name} was still busy after {self.patience:g} s and was stopped",
                cure="lab.scene(…, patience=60), if it may take longer",
            )

    def _write(self, speaker: Actor | None) -> None:
        """Add what happened to the scene: to *speaker*, then to the others in the order of the queue."""
        queue = sorted(self.actors, key=lambda actor: (actor is not speaker, actor.line.since))
        for actor in queue:
            self.steps += news(actor)

    @staticmethod
    def _judged(actor: Actor, said: Said, codes: tuple[str, ...]) -> Said:
        """Return *said* if it is what was expected, an error of one of *codes* or none; raise otherwise."""
        line, work = actor.line, actor.second.work
        if work is not None and work.error is not None and line.error is None and not line.sqlstate:
            raise work.error
        if codes and isinstance(line.error, SqlError):
            expect.met(line.error, codes)
        elif line.error is not None:
            raise line.error
        elif codes:
            raise expect.nothing_failed(codes)
        return said

    def _limit_home(self, statement: str) -> None:
        """Set how long the lab's own session waits for a lock, unless it stands in a transaction."""
        with suppress(psycopg.OperationalError):  # a server that is gone has no session to limit
            if not self._home.closed and self._home.info.transaction_status == TransactionStatus.IDLE:
                self._home.execute(statement.encode())
