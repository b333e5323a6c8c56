"""
Days at the school: good ones that a design must take, and bad ones whose last step it must refuse.

Figures and titles are drawn anew for each judgement, so that nobody can type them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from lessonlab.capstone.acting import NOBODY, Alter, Remove
from lessonlab.capstone.draw import Draw

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator

    from lessonlab.capstone.acting import Step


SAID = "What may stand in this column is said in the brief."
WRONG_QUIZZES: dict[str, dict[str, Any]] = {
    "a quiz without a title": {"title": None},
    "a title of no letters": {"title": ""},
    "a pass mark of -1": {"pass_mark": -1},
    "a pass mark of 101": {"pass_mark": 101},
    "a quiz without a pass mark": {"pass_mark": None},
    "a quiz that may be tried 0 times": {"tries": 0},
}
WRONG_QUESTIONS: dict[str, dict[str, Any]] = {
    "a question in place 0": {"place": 0},
    "a question without a place": {"place": None},
    "a question of no words": {"wording": ""},
    "a question without words": {"wording": None},
    "a question for 0 points": {"points": 0},
    "a question without points": {"points": None},
}


@dataclass(frozen=True, slots=True)
class Day:
    """
    What happens on one day: *steps*, of which a *bad* day's last must be refused; *why* is for who takes it.

    After a good day the rows *gone* are gone, and those that *stay* are there.
    """

    label: str
    steps: tuple[Step, ...]
    bad: bool = False
    why: str = ""
    gone: tuple[str, ...] = ()
    stay: tuple[str, ...] = ()


def moment(hours: float = 0) -> datetime:
    """Return a time so many *hours* from now."""
    return datetime.now(UTC) + timedelta(hours=hours)


def days(source: random.Random) -> Iterator[Day]:
    """Yield all days, each of its own draw."""
    draw = Draw(source)
    yield from good_days(draw)
    yield from bad_quizzes(draw)
    yield from bad_attempts(draw)
    yield from bad_ends(draw)


def good_days(draw: Draw) -> Iterator[Day]:
    """Yield days that must be taken."""
    two, title = draw.course("other course"), draw.title()
    yield Day(
        "a quiz is made, tried, answered and handed in",
        draw.tried(Alter("attempt", {"handed_in": moment(1)})),
    )
    yield Day(
        "two courses have quizzes of one title",
        (draw.course(), two, draw.quiz(title=title), draw.quiz("other", "other course", title=title)),
    )
    yield Day(
        "two quizzes have a question in the same place",
        draw.school(
            draw.quiz("other"), draw.question(quiz="quiz", place=4), draw.question("q", "other", place=4)
        ),
    )
    yield Day("a quiz may be tried as often as one likes", (draw.course(), draw.quiz(tries=None)))
    yield Day(
        "pass marks of 0 and of 100",
        (draw.course(), draw.quiz(pass_mark=0), draw.quiz("other", pass_mark=100)),
    )
    yield Day(
        "a second attempt begins when the first is handed in",
        draw.school(draw.attempt(handed_in=moment(1)), draw.attempt("second", number=2)),
    )
    yield Day(
        "two learners are at one quiz",
        draw.school(draw.learner("ben"), draw.attempt(), draw.attempt("b", "ben")),
    )
    yield Day(
        "one learner is at two quizzes",
        draw.school(draw.quiz("other"), draw.attempt(), draw.attempt("b", quiz="other")),
    )
    now = moment()
    yield Day("handed in at the moment it was begun", draw.school(draw.attempt(started=now, handed_in=now)))
    yield Day(
        "an answer is marked later",
        draw.school(draw.attempt(), draw.answer(points=None), Alter("answer", {"points": 5})),
    )
    yield Day("an answer is worth nothing", draw.school(draw.attempt(), draw.answer(points=0)))
    yield Day("a quiz gets another title and mark", draw.tried(Alter("quiz", {"pass_mark": 55})))
    yield Day(
        "a learner leaves, and the attempts and answers go too",
        draw.tried(Remove("learner")),
        gone=("attempt", "answer"),
        stay=("quiz", "question"),
    )
    yield Day(
        "a quiz that nobody tried goes with its questions", draw.school(Remove("quiz")), gone=("question",)
    )
    yield Day(
        "a question that nobody answered goes",
        draw.school(draw.attempt(), Remove("question")),
        stay=("attempt",),
    )


def bad_quizzes(draw: Draw) -> Iterator[Day]:
    """Yield days on which a quiz, or a question, is not what the brief allows."""
    once = draw.quiz(title=draw.title())
    yield bad(
        "a title twice in one course",
        "In one course no two quizzes have one title.",
        *(draw.course(), once, draw.quiz("b", title=once.values["title"])),
    )
    for label, values in WRONG_QUIZZES.items():
        yield bad(label, SAID, draw.course(), draw.quiz(**values))
    yield bad("a quiz of no course", "A quiz belongs to a course that there is.", draw.quiz(course=NOBODY))
    yield bad(
        "two questions in one place",
        "In one quiz each place is taken once.",
        *(draw.course(), draw.quiz(), draw.question(place=4), draw.question("b", place=4)),
    )
    for label, values in WRONG_QUESTIONS.items():
        yield bad(label, SAID, draw.course(), draw.quiz(), draw.question(**values))


def bad_attempts(draw: Draw) -> Iterator[Day]:
    """Yield days on which an attempt, or an answer, is not what the brief allows."""
    handed = draw.attempt(handed_in=moment(1))
    yield bad(
        "an attempt of one number twice",
        "A learner's attempts at a quiz have numbers of their own.",
        *draw.school(handed, draw.attempt("b", handed_in=moment(2))),
    )
    yield bad(
        "two attempts are open at once",
        "A learner has one open attempt at a quiz, or none.",
        *draw.school(draw.attempt(), draw.attempt("b", number=2)),
    )
    yield bad(
        "an attempt with number 0", "Attempts are numbered from 1.", *draw.school(draw.attempt(number=0))
    )
    yield bad("an attempt without a number", "Each has a number.", *draw.school(draw.attempt(number=None)))
    yield bad(
        "handed in before it was begun",
        "Nothing is handed in before it was begun.",
        *draw.school(draw.attempt(started=moment(), handed_in=moment(-1))),
    )
    yield bad(
        "nobody knows when it was begun",
        "When an attempt began is always known.",
        *draw.school(draw.attempt(started=None)),
    )
    yield bad(
        "an attempt of no learner",
        "An attempt is a learner's who is there.",
        *draw.school(draw.attempt(learner=NOBODY)),
    )
    yield bad(
        "one question answered twice in an attempt",
        "In an attempt a question is answered once.",
        *draw.tried(draw.answer("b", points=4)),
    )
    yield bad(
        "an answer with -1 points",
        "Points are never negative.",
        *draw.school(draw.attempt(), draw.answer(points=-1)),
    )
    yield bad(
        "an answer to another quiz's question",
        "An attempt answers the questions of its own quiz.",
        *draw.school(
            draw.quiz("other"), draw.question("far", "other"), draw.attempt(), draw.answer(question="far")
        ),
    )
    yield bad(
        "an answer moves to another quiz's question later",
        "The same holds when an attempt is made first.",
        *draw.tried(draw.quiz("other"), draw.question("far", "other"), draw.answer("b", question="far")),
    )


def bad_ends(draw: Draw) -> Iterator[Day]:
    """Yield days on which something goes that must stay."""
    yield bad(
        "a course that has a quiz is deleted",
        "A course with quizzes is never deleted by accident.",
        draw.course(),
        draw.quiz(),
        Remove("course"),
    )
    yield bad(
        "a quiz that somebody tried is deleted",
        "What learners did stays.",
        *draw.school(draw.attempt(), Remove("quiz")),
    )
    yield bad(
        "a question that somebody answered is deleted",
        "What learners did stays.",
        *draw.tried(Remove("question")),
    )


def bad(label: str, why: str, *steps: Step) -> Day:
    """Return a day whose last step must be refused."""
    return Day(label, steps, bad=True, why=why)
