"""
A student's place: what was tried, which hints were given, and a judge that is called when something is
handed in.

Whoever wants to hear of verdicts says so to a desk: it is the one place that knows them all.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

import psycopg

from lessonlab.errors import NotExpected, ServerError
from lessonlab.grading import library
from lessonlab.grading.judge import Judge, is_untouched
from lessonlab.grading.record import Record
from lessonlab.grading.verdict import State, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable

    from lessonlab.grading.exercise import Exercise, Hint
    from lessonlab.postgres.server import Server


class Listener(Protocol):
    """Whoever wants to hear of verdicts."""

    def __call__(self, exercise: Exercise, verdict: Verdict) -> None: ...

    def close(self) -> None: ...


@dataclass(slots=True)
class Work:
    """What was done about one exercise here: tries, hints given, and the last verdict."""

    tries: int = 0
    hints: int = 0
    last: Verdict | None = None


@dataclass(slots=True)
class Desk:
    """The desk of one notebook or one run; the judge is made with the first answer that is one."""

    find_server: Callable[[], Server]
    listeners: tuple[Listener, ...] = ()
    _work: dict[str, Work] = field(default_factory=dict)
    _judge: Judge | None = None

    def answer(self, exercise: Exercise, text: str) -> Verdict:
        """Return the verdict on *text*, and tell it to whoever listens."""
        if is_untouched(exercise, text):
            return Verdict(exercise.key, exercise.title, State.NOT_ATTEMPTED)
        if self._judge is None:
            self._judge = Judge(self.find_server())
        verdict = self._check(self._judge, exercise, text)
        work = self.work(exercise)
        work.tries, work.last = work.tries + 1, verdict
        for listener in self.listeners:
            listener(exercise, verdict)
        return verdict

    def _check(self, judge: Judge, exercise: Exercise, text: str) -> Verdict:
        """Return the judge's verdict; where the server fails the judge, the next answer gets a new one."""
        try:
            return judge.check(exercise, text)
        except psycopg.Error as error:
            self._judge = None
            with contextlib.suppress(psycopg.Error):
                judge.close()
            raise ServerError(
                f"the judge was interrupted: {error.diag.message_primary or str(error).strip()}",
                cure="hand it in again; lessonlab doctor says whether something is wrong",
            ) from None

    def hint(self, exercise: Exercise) -> tuple[Hint, int]:
        """Return the next hint, and how many more there are; after the last one the last again."""
        work, steps = self.work(exercise), exercise.steps
        work.hints = min(work.hints + 1, len(steps))
        return steps[work.hints - 1], len(steps) - work.hints

    def hints_left(self, exercise: Exercise) -> int:
        """Return how many hints have not been given."""
        return len(exercise.steps) - self.work(exercise).hints

    def require_try(self, exercise: Exercise) -> None:
        """Raise `NotExpected` unless an answer was tried here: the solution is for those who have looked."""
        if not self.work(exercise).tries:
            raise NotExpected(
                f"the solution of {exercise.key} is shown after a try", cure=f"%%answer {exercise.key}"
            )

    def reset(self, name: str) -> None:
        """Forget what was tried and hinted of one exercise."""
        self._work.pop(library.find(name).key, None)

    def work(self, exercise: Exercise) -> Work:
        """Return what was done about *exercise*."""
        return self._work.setdefault(exercise.key, Work())

    def close(self) -> None:
        """Let the judge go, and whoever listens."""
        for listener in self.listeners:
            listener.close()
        if self._judge is not None:
            self._judge.close()
            self._judge = None


def open_desk(find_server: Callable[[], Server]) -> Desk:
    """Return a desk whose verdicts are written down in the reader's own database."""
    return Desk(find_server, (Record(find_server),))
