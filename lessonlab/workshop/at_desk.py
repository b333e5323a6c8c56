"""A class at a student's desk: what is open, how many tries are left, and each try kept."""

from __future__ import annotations

import datetime as dt
import threading
from importlib import metadata
from typing import TYPE_CHECKING

from lessonlab.errors import LessonLabError, NotExpected
from lessonlab.workshop.sending import send
from lessonlab.workshop.tries import Try, append, read_tries

if TYPE_CHECKING:
    from pathlib import Path

    from lessonlab.grading.exercise import Exercise
    from lessonlab.grading.verdict import Verdict
    from lessonlab.workshop.class_file import ClassFile
    from lessonlab.workshop.joined import Joined

SEND_SECONDS = 5.0


class AtDesk:
    """The rules of a class for one student, and the file of their tries."""

    def __init__(self, course: ClassFile, who: Joined, path: Path) -> None:
        self._course, self._who, self._path = course, who, path

    def admit(self, exercise: Exercise) -> None:
        """Raise `NotExpected` where an answer would not count: not asked here, not open, no tries left."""
        terms = self._course.exercises.get(exercise.key)
        if terms is None:
            if exercise.closed:  # it is neither judged here nor handed in
                raise NotExpected(f"{exercise.key} is no exercise of this class", cure="lessonlab list")
            return
        now = dt.datetime.now(dt.UTC)
        if terms.opens and now < terms.opens:
            when = terms.opens.astimezone(self._course.zone)
            raise NotExpected(f"{exercise.key} opens {when:%Y-%m-%d %H:%M %Z}", cure="come back then")
        used = sum(one.exercise == exercise.key for one in read_tries(self._path)) if terms.attempts else 0
        if terms.attempts and used >= terms.attempts:
            raise NotExpected(
                f"all {terms.attempts} tries at {exercise.key} are used; the best of them counts",
                cure="lessonlab hand-in",
            )

    def judges(self, exercise: Exercise) -> bool:
        """Say whether an answer is judged here; else it is kept for the instructor."""
        terms = self._course.exercises.get(exercise.key)
        return not exercise.closed and (terms is None or terms.judged == "here")

    def keeps(self, exercise: Exercise) -> bool:
        """Say whether a try is kept to be handed in."""
        return exercise.key in self._course.exercises

    def require_solution(self, exercise: Exercise, *, passed: bool) -> None:
        """Raise `NotExpected` while the class does not show the solution of *exercise*."""
        now = dt.datetime.now(dt.UTC)
        if self._course.shows_solution(exercise.key, now, passed=passed) and not exercise.closed:
            return
        terms = self._course.exercises.get(exercise.key)
        when = terms.solutions if terms else "never"
        if exercise.closed and terms and terms.judged != "here":  # no bundle has it
            when = "by instructor"
        if when == "after due" and terms and terms.due:
            when = f"after {terms.due.astimezone(self._course.zone):%Y-%m-%d %H:%M %Z}"
        said = {
            "never": "is not shown in this class",
            "after pass": "is shown once you have passed it",
            "by instructor": "stays with your instructor",
            "open": "comes with your instructor's next bundle",
        }.get(when, f"is shown {when}")
        raise NotExpected(f"the solution of {exercise.key} {said}", cure=f"%%answer {exercise.key}")

    def __call__(self, exercise: Exercise, verdict: Verdict, answer: str = "") -> None:
        """Keep a try, and send it where the class has a server; what cannot be sent is sent by `hand-in`."""
        if not self.keeps(exercise):
            return
        now = dt.datetime.now(dt.UTC).isoformat(timespec="milliseconds")
        one = Try(
            exercise.key, answer, now, verdict.state.value, verdict.mistake, metadata.version("lessonlab")
        )
        append(self._path, one)
        if self._course.address and self._course.live and self._who.token:
            threading.Thread(target=self._send, args=(one,), daemon=True).start()

    def _send(self, one: Try) -> None:
        try:
            send(self._course.address, self._who, [one], SEND_SECONDS)
        except LessonLabError:
            return  # `lessonlab hand-in` sends all of them, and says what is wrong

    def close(self) -> None:
        """Nothing is open between two tries."""
