"""Draws what stands in the rows of a day, anew for each judgement, so that nobody can type it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from lessonlab.capstone.acting import Put

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

    from lessonlab.capstone.acting import Step

Drawn = TypeVar("Drawn", str, int)
WORDS = ("bird", "rivers", "knots", "fractions", "verbs", "maps", "planets", "sauces", "chords", "bridges")


class Draw:
    """
    Draws what stands in the rows of a day, and makes the rows that most days begin with.

    No title and no place is drawn twice: two of them in one course, or quiz, are a bad day's.
    """

    def __init__(self, source: random.Random) -> None:
        self.source = source
        self._drawn: set[str | int] = set()

    def title(self) -> str:
        """Draw a title: words, capitals, marks, letters that are not English."""
        return self._new(self._title)

    def place(self) -> int:
        """Draw the place of a question in its quiz, above those that a day names."""
        return self._new(lambda: self.source.randint(10, 999))

    def _title(self) -> str:
        word = "-".join(self.source.sample(WORDS, 3))
        return f"Prüfung: {word} (it's part {self.source.randint(1, 99)})"

    def _new(self, draw: Callable[[], Drawn]) -> Drawn:
        drawn = draw()
        while drawn in self._drawn:
            drawn = draw()
        self._drawn.add(drawn)
        return drawn

    def learner(self, name: str = "learner") -> Put:
        """Return that a learner comes."""
        mail = f"{self.source.getrandbits(40):x}@example.org"
        return Put("learner", name, {"email": mail, "name": "Mina"})

    def course(self, name: str = "course") -> Put:
        """Return that a course comes."""
        return Put("course", name, {"title": self.title(), "lesson_count": 9})

    def quiz(self, name: str = "quiz", course: str = "course", **values: Any) -> Put:
        """Return that a quiz comes."""
        usual = {"title": self.title(), "pass_mark": self.source.randint(1, 99), "tries": 3}
        return Put("quiz", name, {"course": course, **usual, **values})

    def question(self, name: str = "question", quiz: str = "quiz", **values: Any) -> Put:
        """Return that a question comes."""
        usual = {
            "place": self.place(),
            "wording": self.title(),
            "points": self.source.randint(5, 9),
        }
        return Put("question", name, {"quiz": quiz, **usual, **values})

    def attempt(
        self, name: str = "attempt", learner: str = "learner", quiz: str = "quiz", **values: Any
    ) -> Put:
        """Return that a learner begins a quiz."""
        return Put("attempt", name, {"learner": learner, "quiz": quiz, "number": 1, **values})

    def answer(self, name: str = "answer", **values: Any) -> Put:
        """Return that a question is answered."""
        return Put("answer", name, {"attempt": "attempt", "question": "question", "points": 3, **values})

    def school(self, *more: Step) -> tuple[Step, ...]:
        """Return a learner, a course, a quiz and a question, and what comes after."""
        return (self.learner(), self.course(), self.quiz(), self.question(), *more)

    def tried(self, *more: Step) -> tuple[Step, ...]:
        """Return the same with an attempt and an answer in it."""
        return self.school(self.attempt(), self.answer(), *more)
