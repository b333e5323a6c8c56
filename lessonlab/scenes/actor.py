"""One of several sessions of a scene: what a reader makes it say, and what it answers."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, Protocol

import psycopg
from psycopg.pq import TransactionStatus

from lessonlab.errors import LessonLabError, SqlError
from lessonlab.postgres.scan import split
from lessonlab.postgres.undone import undone
from lessonlab.scenes.own_limits import gives_up_soon
from lessonlab.scenes.speech import Said, Speech
from lessonlab.scenes.steps import one_line
from lessonlab.show.tables import ROWS
from lessonlab.statements.named_values import NONE, takes_values
from lessonlab.statements.outcomes import SHOWN, Keep, Outcome, shape
from lessonlab.statements.running import run

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lessonlab.postgres.second import Second, Work
    from lessonlab.postgres.waiting import Wait
    from lessonlab.show.tables import Preformatted, Table

GIVE_UP = "300ms"  # that `refused` waits for a lock
STATES = {TransactionStatus.INTRANS: "open", TransactionStatus.INERROR: "failed"}
STATES[TransactionStatus.ACTIVE] = "open"


class Director(Protocol):
    """What an actor needs of the scene that it plays in."""

    def look(self) -> None: ...

    def names_of(self, wait: Wait | None) -> tuple[str, ...]: ...

    def play(self, actor: Actor, speech: tuple[Speech, Callable[[], None]], expected: str) -> Said: ...

    def named(self, error: SqlError) -> SqlError: ...


class Actor:
    """A session with a *name*.  What it says goes into the picture of its scene."""

    def __init__(self, name: str, scene: Director, second: Second) -> None:
        self.name = name
        self.second = second
        self.line = Speech(("",))
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

    @takes_values
    def run(
        self,
        script: str,
        /,
        *,
        expect: str = "",
        label: str = "",
        values: Mapping[str, Any] = NONE,
        **named: Any,
    ) -> Said:
        """
        Say *script*, in which `:name` stands for a value; return what came of it.

        If it has to wait for another session, that is what is returned: the statement goes on waiting, and
        ends after the other has spoken.  A statement that is refused raises `SqlError`, unless *expect* names
        its SQLSTATE: then one that is not refused raises `NotExpected`.  *label* stands in the picture in
        place of the SQL.  Where the script says `:label`, `label="x"` is its value; *values* holds values
        apart, whatever their names.
        """
        return self._scene.play(self, self.speech(script, {**named, **values}, label), expect)

    def say(self, script: str, names: Mapping[str, Any], expect: str = "") -> Said:
        """Do what `run` does, with the values in *names*, and keep the rows that are shown."""
        return self._scene.play(self, self.speech(script, names, "", Keep(ROWS, ROWS)), expect)

    @takes_values
    def rows(
        self, query: str, /, *, label: str = "", values: Mapping[str, Any] = NONE, **named: Any
    ) -> list[tuple[Any, ...]]:
        """Return the rows of *query* as this session sees them; see `run`."""
        self.run(query, label=label, values={**named, **values})
        return self.answer

    @takes_values
    def value(self, query: str, /, *, label: str = "", values: Mapping[str, Any] = NONE, **named: Any) -> Any:
        """Return the first column of the first row of *query* as this session sees it; see `run`."""
        found = self.rows(query, label=label, values={**named, **values})
        return found[0][0] if found else None

    @takes_values
    def table(
        self,
        query: str,
        /,
        *,
        caption: str = "",
        label: str = "",
        values: Mapping[str, Any] = NONE,
        **named: Any,
    ) -> Table | Preformatted:
        """Return the rows of *query* as this session sees them, as a small table; see `run`."""
        self.run(query, label=label, values={**named, **values})
        return shape(self.last, caption=caption)

    @takes_values
    def refused(
        self, script: str, /, *, label: str = "", values: Mapping[str, Any] = NONE, **named: Any
    ) -> str | None:
        """
        Return the SQLSTATE that *script* is refused with, `None` when it is accepted.

        What it did is undone.  It waits for no lock: where another session holds one, the code is 55P03.
        """
        line, speak = self.speech(script, {**named, **values}, label or one_line(script))
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
        if self.last.total > len(self.last.rows):
            raise LessonLabError(
                f"{len(self.last.rows)} of {self.last.total:,} rows were kept",
                cure=f'{self.name.lower()}.rows("SELECT …") keeps all',
            )
        return list(self.last.rows)

    def waiting(self, what: str) -> LessonLabError:
        """Return the error of something that cannot be done while the session waits."""
        others = " and ".join(self.waits_for) or "nobody"
        return LessonLabError(
            f"{self.name} waits for {others}, and {what}",
            cure=f'let {others} say "COMMIT" or "ROLLBACK"',
        )

    def speech(
        self, script: str, values: Mapping[str, Any], label: str, keep: Keep = SHOWN
    ) -> tuple[Speech, Callable[[], None]]:
        """Return what is to be said, and the function that says it and notes what comes of it."""
        statements = tuple(one_line(statement.text) for statement in split(script))
        line = Speech(statements or ("",), label)

        def speak() -> None:
            connection = self.second.connection
            try:
                for outcome in run(connection, script, values, say=line.notices.append, keep=keep):
                    line.outcomes.append((outcome, self.state))
                    self.gives_up_soon = gives_up_soon(connection)
            except SqlError as error:
                line.error, line.sqlstate = self._scene.named(error), error.sqlstate
                raise
            except LessonLabError as error:
                line.error = error

        return line, speak

    def begin(self, line: Speech, speak: Callable[[], None]) -> Work:
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
