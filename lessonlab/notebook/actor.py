"""One of several sessions of a scene: what a reader makes it say, and what it answers."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg.pq import TransactionStatus

from lessonlab.errors import LessonLabError, SqlError
from lessonlab.notebook.outcomes import Outcome, shape
from lessonlab.notebook.running import run
from lessonlab.notebook.sequence import one_line
from lessonlab.notebook.tables import ROWS
from lessonlab.postgres.scan import split
from lessonlab.postgres.undone import undone

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lessonlab.notebook.news import Said
    from lessonlab.notebook.scene import Scene
    from lessonlab.notebook.tables import Preformatted, Table
    from lessonlab.postgres.second import Second, Work
    from lessonlab.postgres.waiting import Wait

GIVE_UP = "300ms"  # that `refused` waits for a lock
SOON = 3.0  # seconds: a session whose own limit is shorter is waited for
STATES = {TransactionStatus.INTRANS: "open", TransactionStatus.INERROR: "failed"}
STATES[TransactionStatus.ACTIVE] = "open"
UNITS = {"ms": 0.001, "s": 1.0, "min": 60.0, "h": 3600.0, "d": 86400.0}


@dataclass(slots=True)
class Line:
    """What a session was told to say: its statements, and what came of them so far."""

    statements: tuple[str, ...]
    label: str = ""
    outcomes: list[tuple[Outcome, str]] = field(default_factory=list)  # each with the state after it
    notices: list[str] = field(default_factory=list)
    error: LessonLabError | None = None
    sqlstate: str | None = None
    written: int = 0  # of the outcomes, into the scene
    told: tuple[str, ...] = ()  # for whom it waits, as the scene was told
    is_over: bool = False  # its end is told
    wait: Wait | None = None
    since: float = 0.0  # when it was first seen to wait

    @property
    def now(self) -> str:
        """Return the statement that is under way, or was when it failed."""
        if self.label:
            return self.label
        return self.statements[min(len(self.outcomes), len(self.statements) - 1)]


class Actor:
    """A session with a *name*.  What it says goes into the picture of its scene."""

    def __init__(self, name: str, scene: Scene, second: Second) -> None:
        self.name = name
        self.second = second
        self.line = Line(("",))
        self.gives_up_soon = False
        self._scene = scene

    def __repr__(self) -> str:
        return f"{self.name} waits for {' and '.join(self.waits_for)}" if self.waits_for else self.name

    @property
    def waits_for(self) -> tuple[str, ...]:
        """Return the names of those whom the session waits for, none if it is free to speak."""
        self._scene.look()
        return self.blockers

    @property
    def blockers(self) -> tuple[str, ...]:
        """Return for whom it was last seen to wait."""
        return self._scene.names_of(self.line.wait) if self.second.is_busy else ()

    @property
    def sqlstate(self) -> str | None:
        """Return the SQLSTATE that its last words were refused with, `None` if they were accepted."""
        self._scene.look()
        return self.line.sqlstate

    @property
    def state(self) -> str:
        """Return whether its transaction is "open" or "failed"; "idle" if it is in none."""
        return STATES.get(self.second.connection.info.transaction_status, "idle")

    def run(self, script: str, *, expect: str = "", label: str = "", **values: Any) -> Said:
        """
        Say *script*, in which `:name` stands for a value; return what came of it.

        If it has to wait for another session, that is what is returned: the statement goes on waiting, and
        ends after the other has spoken.  A statement that is refused raises `SqlError`, unless *expect* names
        its SQLSTATE: then one that is not refused raises `NotExpected`.  *label* stands in the picture in
        place of the SQL.
        """
        return self.say(script, values, expect, label)

    def say(self, script: str, names: Mapping[str, Any], expect: str = "", label: str = "") -> Said:
        """Do what `run` does, with the values in *names*."""
        return self._scene.play(self, self.speech(script, names, label), expect)

    def rows(self, query: str, *, label: str = "", **values: Any) -> list[tuple[Any, ...]]:
        """Return the rows of *query* as this session sees them."""
        self.run(query, label=label, **values)
        return self.answer

    def value(self, query: str, *, label: str = "", **values: Any) -> Any:
        """Return the first column of the first row of *query* as this session sees it."""
        found = self.rows(query, label=label, **values)
        return found[0][0] if found else None

    def table(self, query: str, *, caption: str = "", label: str = "", **values: Any) -> Table | Preformatted:
        """Return the rows of *query* as this session sees them, as a small table."""
        self.run(query, label=label, **values)
        return shape(self.last, caption=caption)

    def refused(self, script: str, *, label: str = "", **values: Any) -> str | None:
        """
        Return the SQLSTATE that *script* is refused with, `None` when it is accepted.

        What it did is undone.  It waits for no lock: where another session holds one, the code is 55P03.
        """
        line, speak = self.speech(script, values, label or one_line(script))
        connection = self.second.connection

        def try_it() -> None:
            try:
                with undone(connection):
                    connection.execute(f"SET LOCAL lock_timeout = '{GIVE_UP}'")
                    speak()
            except (psycopg.Error, SqlError) as error:
                line.error, line.sqlstate = None, error.sqlstate
            line.outcomes = [(Outcome(said_of(line.sqlstate)), self.state)]
            self.gives_up_soon = gives_up_soon(connection)

        self.gives_up_soon = True
        self._scene.play(self, (line, try_it), "")
        return line.sqlstate

    @property
    def last(self) -> Outcome:
        """Return what its last statement gave, which must have ended."""
        if self.waits_for:
            raise self.waiting("has no answer yet")
        if self.line.error is not None:
            raise self.line.error
        return self.line.outcomes[-1][0] if self.line.outcomes else Outcome("")

    @property
    def answer(self) -> list[tuple[Any, ...]]:
        """Return the rows of its last statement, also one that has waited meanwhile."""
        return list(self.last.rows)

    def waiting(self, what: str) -> LessonLabError:
        """Return the error of something that cannot be done while the session waits."""
        others = " and ".join(self.waits_for) or "nobody"
        return LessonLabError(
            f"{self.name} waits for {others}, and {what}",
            cure=f'let {others} say "COMMIT" or "ROLLBACK"',
        )

    def speech(self, script: str, values: Mapping[str, Any], label: str) -> tuple[Line, Callable[[], None]]:
        """Return what is to be said, and the function that says it and notes what comes of it."""
        statements = tuple(one_line(statement.text) for statement in split(script))
        line = Line(statements or ("",), label)

        def speak() -> None:
            connection = self.second.connection
            try:
                for outcome in run(connection, script, values, say=line.notices.append, keep=ROWS):
                    line.outcomes.append((outcome, self.state))
                    self.gives_up_soon = gives_up_soon(connection)
            except SqlError as error:
                line.error, line.sqlstate = self._scene.named(error), error.sqlstate
                raise
            except LessonLabError as error:
                line.error = error

        return line, speak

    def begin(self, line: Line, speak: Callable[[], None]) -> Work:
        """Begin to say *line* in the background."""
        self.line = line
        return self.second.begin(speak)

    def saw(self, wait: Wait | None) -> None:
        """Note whom the session is seen to wait for."""
        if wait is not None and self.line.wait is None:
            self.line.since = time.monotonic()
        self.line.wait = wait


def said_of(sqlstate: str | None) -> str:
    """
    Return what is shown of a statement that was tried and undone.

    >>> said_of("23505"), said_of(None)
    ('refused: 23505', 'accepted, and undone')
    """
    return f"refused: {sqlstate}" if sqlstate else "accepted, and undone"


def gives_up_soon(connection: psycopg.Connection[Any]) -> bool:
    """Say whether a statement would be given up by itself after a moment; a transaction is not touched."""
    if connection.info.transaction_status == TransactionStatus.INERROR:
        return False
    limits = (connection.execute(f"SHOW {name}").fetchone() for name in ("lock_timeout", "statement_timeout"))
    return any(0 < seconds(limit[0]) <= SOON for limit in limits if limit)


def seconds(setting: str) -> float:
    """
    Return a time as the server shows it in seconds.

    >>> [seconds(s) for s in ("0", "250ms", "2s", "10min")]
    [0.0, 0.25, 2.0, 600.0]
    """
    number, unit = re.fullmatch(r"(\d+)(\w*)", setting).groups()  # type: ignore[union-attr]  # the server's form
    return int(number) * UNITS.get(unit, 0.001)
