"""What a reader asks a lab about exercises: the question, a hint, the solution."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lessonlab.postgres.server import Server
    from lessonlab.reader.desk import Desk
    from lessonlab.reader.told_verdicts import Page


class Exercising:
    """A lab's way to its desk."""

    desk: Desk
    _server: Server

    def exercise(self, name: str = "") -> Page:
        """Return the question of an exercise, to be answered below `%%answer`, and what you know of it."""
        from lessonlab.grading import library
        from lessonlab.postgres.copies import Copies
        from lessonlab.reader import asked, own_answers, told_verdicts

        exercise = library.find(name)
        beside = asked.beside_question(exercise, Copies(lambda: self._server))
        return told_verdicts.question(exercise, beside, own_answers.of_mine(self.desk.record, exercise.key))

    def hint(self, name: str = "") -> Page:
        """Return the next hint for an exercise."""
        from lessonlab.grading import library
        from lessonlab.reader import told_verdicts

        return told_verdicts.hint(self.desk, library.find(name))

    def forget(self, name: str, *, passed: bool = False) -> None:
        """
        Begin an exercise anew: tries and hints of this page are forgotten; a pass too if *passed* says so.

        Examples:

            lab.forget("06-02", passed=True)
        """
        self.desk.reset(name)
        if passed:
            from lessonlab.grading import library
            from lessonlab.reader.record import Record

            if isinstance(self.desk.record, Record):
                self.desk.record.take_back(library.find(name).key)

    def solution(self, name: str = "") -> Page:
        """Return the solution of an exercise with its why, and other right ways, once you have tried."""
        from lessonlab.grading import library
        from lessonlab.reader import told_verdicts

        return told_verdicts.solution(self.desk, library.find(name))
