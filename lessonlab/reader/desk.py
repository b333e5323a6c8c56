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

from lessonlab.errors import LessonLabError, NotExpected, PrivilegeError, ServerError
from lessonlab.grading.plain_text import is_untouched
from lessonlab.grading.verdict import Difference, State, Verdict
from lessonlab.postgres.given import OWN_MACHINE
from lessonlab.reader.record import open_record
from lessonlab.reader.unkept import NO_RECORD, UnkeptRecord

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from lessonlab.grading.exercise import Exercise, Hint
    from lessonlab.grading.judge import Judge
    from lessonlab.postgres.server import Server
    from lessonlab.reader.record import Record


class Listener(Protocol):
    """Whoever wants to hear of verdicts."""

    def __call__(self, exercise: Exercise, verdict: Verdict, answer: str, /) -> None: ...

    def close(self) -> None: ...


class Gate(Protocol):
    """The rules of a class: what may be answered, where it is judged, when a solution is shown."""

    def admit(self, exercise: Exercise) -> None: ...

    def judges(self, exercise: Exercise) -> bool: ...

    def keeps(self, exercise: Exercise) -> bool: ...

    def require_solution(self, exercise: Exercise, *, passed: bool) -> None: ...


@dataclass(slots=True)
class Tries:
    """What was done about one exercise here: tries, hints given, and the last verdict."""

    tries: int = 0
    hints: int = 0
    last: Verdict | None = None


@dataclass(slots=True)
class Desk:
    """The desk of one notebook or one run; the judge is made with the first answer that is one."""

    find_server: Callable[[], Server]
    listeners: tuple[Listener, ...] = ()
    record: Record | UnkeptRecord | None = None
    gate: Gate | None = None
    _work: dict[str, Tries] = field(default_factory=dict)
    _judge: Judge | None = None

    def answer(self, exercise: Exercise, text: str) -> Verdict:
        """Return the verdict on *text*, and tell it to whoever listens."""
        from lessonlab.grading.judge import Judge  # noqa: PLC0415 - only a page with exercises

        if is_untouched(exercise, text):
            return Verdict(exercise.key, exercise.title, State.NOT_ATTEMPTED)
        if self.gate is not None:
            self.gate.admit(exercise)
        if exercise.closed or not self._is_judged_here(exercise):
            verdict = Verdict(exercise.key, exercise.title, State.KEPT)
        else:
            if self._judge is None:
                self._judge = Judge(self.find_server())
            verdict = self._check(self._judge, exercise, text)
        work = self.work(exercise)
        work.tries, work.last = work.tries + 1, verdict
        for listener in self.listeners:
            listener(exercise, verdict, text)
        return verdict

    def _is_judged_here(self, exercise: Exercise) -> bool:
        """
        Say whether an answer is judged here, or kept for the instructor.

        On a class's server it is kept.  A verdict wants a role and copies that are not the answer's own, and
        these are what such a server does not let a role make; in the one database that there is an answer
        could read the hidden rows and spoil the page.  The instructor judges all again anyway.  Raise
        `PrivilegeError` where it would not be kept either.
        """
        if self.gate is not None and not self.gate.judges(exercise):
            return False
        if self._judge is not None or not self.find_server().given:
            return True
        if self.gate is None or not self.gate.keeps(exercise):
            said = f"{exercise.key} is not judged on your class's server, and is not asked for by your class"
            raise PrivilegeError(said, cure=OWN_MACHINE)
        return False

    def answer_of_others(self, exercise: Exercise, text: str) -> Verdict:
        """Return the verdict on what somebody handed in: whatever is wrong with it, the run goes on."""
        for last in (False, True):
            try:
                return self.answer(exercise, text)
            except ServerError as error:  # the next try gets another server
                said = error.message
                if not last:
                    continue
            except Exception as error:  # noqa: BLE001 - an error is the answer's own
                said = (
                    error.message if isinstance(error, LessonLabError) else f"{type(error).__name__}: {error}"
                )
            break
        difference = Difference("error", said)
        return Verdict(exercise.key, exercise.title, State.COULD_NOT_RUN, (difference,)).kept()

    def _check(self, judge: Judge, exercise: Exercise, text: str) -> Verdict:
        """Return the judge's verdict; where the server fails the judge, the next answer gets a new one."""
        try:
            return judge.check(exercise, text)
        except (psycopg.Error, ServerError) as error:
            self._judge = None
            with contextlib.suppress(psycopg.Error, ServerError):
                judge.close()
            if isinstance(error, ServerError):
                raise
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
        if self.gate is not None:
            passed = self.record is not None and exercise.key in self.record.passed()
            last = self.work(exercise).last
            self.gate.require_solution(exercise, passed=passed or (last is not None and last.correct))

    def reset(self, name: str) -> None:
        """Forget what was tried and hinted of one exercise."""
        from lessonlab.grading import library  # noqa: PLC0415 - as the judge

        self._work.pop(library.find(name).key, None)

    def work(self, exercise: Exercise) -> Tries:
        """Return what was done about *exercise*."""
        return self._work.setdefault(exercise.key, Tries())

    def close(self) -> None:
        """Let the judge go, and whoever listens."""
        for listener in self.listeners:
            listener.close()
        if self._judge is not None:
            self._judge.close()
            self._judge = None


def open_desk(find_server: Callable[[], Server], file: Path | None = None, *, kept: bool = True) -> Desk:
    """Return a desk whose verdicts are written to the reader's own database, and to *file*, if *kept*."""
    record = open_record(find_server, file) if kept else UnkeptRecord(NO_RECORD, OWN_MACHINE)
    return Desk(find_server, (record,), record)
