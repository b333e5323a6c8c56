"""From what was handed in to marks: which tries count, which are late, and what came of them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lessonlab.grading import library
from lessonlab.grading.verdict import State

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Mapping

    from lessonlab.workshop.class_file import ClassFile
    from lessonlab.workshop.collected import Handed
    from lessonlab.workshop.roster import Person

MISSING = "missing"
MOST_JUDGED = 200  # of one person's answers to an exercise; each takes up to seconds


@dataclass(frozen=True, slots=True)
class Judged:
    """What came of one answer: *verdict* in the words of `State`, and what the student is told."""

    verdict: str
    mistake: str = ""
    said: str = ""

    @property
    def correct(self) -> bool:
        """Say whether it passes."""
        return self.verdict == State.CORRECT.value


@dataclass(frozen=True, slots=True)
class Mark:
    """What one person has for an exercise: *counted* of *tries* may count, *when* is of the one that does."""

    email: str
    key: str
    verdict: str
    points: float
    tries: int = 0
    counted: int = 0
    late: bool = False
    extended: bool = False
    when: dt.datetime | None = None
    clock: str = ""
    mistake: str = ""
    said: str = ""
    text: str = ""


def mark(
    person: Person, key: str, tries: Iterable[Handed], course: ClassFile, judge: Callable[[Handed], Judged]
) -> Mark:
    """
    Return what *person* has for *key*: the best that came in time, else what came late, else what came last.

    Of a limited number of attempts the first ones count.  What came before the exercise opened does not.  Of
    thousands only those are judged that are likely to pass: one person's would hold up everybody's marks.
    """
    terms = course.exercises[key]
    due = person.due(course, key)
    mine = [one for one in tries if terms.opens is None or one.when >= terms.opens]
    counting = mine[: terms.attempts] if terms.attempts else mine
    blank = Mark(person.email, key, MISSING, 0.0, len(mine), len(counting), extended=due != terms.due)
    if not counting:
        return blank
    in_time = [one for one in counting if due is None or one.when <= due]
    late = [one for one in counting if one not in in_time]
    judged: dict[Handed, Judged] = {}
    for group, share in ((in_time, 1.0), (late, terms.late)):
        for one in likely_first(group)[:MOST_JUDGED]:
            judged[one] = judge(one)
            if judged[one].correct:
                return filled(blank, one, judged[one], terms.points * share, late=group is late)
    last = (in_time or late)[-1]
    last = next((one for one in judged if one.text == last.text), last)
    if last not in judged:
        judged[last] = judge(last)
    return filled(blank, last, judged[last], 0.0, late=not in_time)


def filled(blank: Mark, one: Handed, came: Judged, points: float, *, late: bool) -> Mark:
    """Return the mark for the try that counts."""
    return replace(
        blank,
        verdict=came.verdict,
        points=points,
        late=late,
        when=one.when,
        clock=one.clock,
        mistake=came.mistake,
        said=came.said,
        text=one.text,
    )


def likely_first(tries: Iterable[Handed]) -> list[Handed]:
    """
    Return *tries*, each text once, in the order in which a pass is found soonest.

    What the student's machine called correct comes first, then the newest: that decides nothing but time.
    """
    newest = list({one.text: one for one in tries}.values())[::-1]
    return sorted(newest, key=lambda one: one.said != State.CORRECT.value)


def fingerprint(key: str, text: str, known: Mapping[str, str]) -> str:
    """Return what a verdict holds for: this text, and this exercise as its files are now."""
    return hashlib.sha256(f"{key}\0{known[key]}\0{text}".encode("utf-8", "backslashreplace")).hexdigest()


def exercises_as_they_are() -> dict[str, str]:
    """Return a digest of each exercise's files by its key."""
    found = {}
    for folder in library.folders():
        digest = hashlib.sha256()
        for path in sorted(one for one in folder.rglob("*") if one.is_file()):
            digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
        found[f"{folder.parent.name[:2]}-{folder.name[:2]}"] = digest.hexdigest()
    return found
