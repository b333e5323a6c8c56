"""What a reader asks a lab about exercises: the question, a hint, the solution."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lessonlab.grading import library
from lessonlab.notebook import answers

if TYPE_CHECKING:
    from lessonlab.grading.desk import Desk


class Exercising:
    """A lab's way to its desk."""

    desk: Desk

    def exercise(self, name: str = "") -> answers.Page:
        """Return the question of an exercise, to be answered below `%%answer`."""
        return answers.question(library.find(name))

    def hint(self, name: str = "") -> answers.Page:
        """Return the next hint for an exercise."""
        return answers.hint(self.desk, library.find(name))

    def solution(self, name: str = "") -> answers.Page:
        """Return the solution of an exercise with its why, and other right ways, once you have tried."""
        return answers.solution(self.desk, library.find(name))
