"""
The board: who is where, who is stuck, how far the class is, and what it gets wrong.

It takes tries one by one and keeps counts, so that a look at it costs the same after the first try and after
the last.  A verdict is what a student's machine said: the board shows where help is needed, it marks nothing.
Words of a student's own are shown nowhere but in their SQL, which is folded away; and however much one person
sends, what is kept of it here has an end.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lessonlab.grading import library
from lessonlab.grading.settling import known_mistakes
from lessonlab.grading.verdict import State
from lessonlab.system.foreign import printed
from lessonlab.workshop.similar import squeezed
from lessonlab.workshop.tries import MOST_WORD

if TYPE_CHECKING:
    from lessonlab.workshop.class_file import ClassFile
    from lessonlab.workshop.class_folder import ClassFolder
    from lessonlab.workshop.collected import Handed

STUCK = dt.timedelta(minutes=10)
STUCK_TRIES = 3
COMMONEST = 5
MOST_SQL = 600
MOST_READ = 1_000  # characters of an answer that are compared with others: that holds up whoever waits
MOST_LISTED = 300  # wrong answers of one person that are compared


@dataclass(slots=True)
class Progress:
    """
    How far one person is: *passed* and *tried* exercises, and since when nothing new was passed.

    What the instructor judges is *kept*: nobody is stuck at it.
    """

    alias: str
    name: str
    group: str
    passed: set[str] = field(default_factory=set)
    kept: set[str] = field(default_factory=set)
    tried: Counter[str] = field(default_factory=Counter)
    here: str = ""
    listed: int = 0
    last: dt.datetime | None = None
    since: dt.datetime | None = None

    def is_stuck(self, now: dt.datetime) -> bool:
        """Say whether help may be wanted: several tries at one exercise, and ten minutes without a pass."""
        if self.since is None or not self.here or self.here in self.passed | self.kept:
            return False
        return self.tried[self.here] >= STUCK_TRIES or now - self.since > STUCK


@dataclass(frozen=True, slots=True)
class WrongAnswer:
    """A wrong answer that several people gave: how many, its mistake, and one of their texts."""

    key: str
    people: int
    mistake: str
    sql: str


@dataclass(frozen=True, slots=True)
class Funnel:
    """One exercise: how many tried it and how many passed, of all, and the tries of those who passed."""

    key: str
    title: str
    tried: int
    passed: int
    of: int
    tries: int


@dataclass(frozen=True, slots=True)
class View:
    """The board at one moment."""

    title: str
    now: dt.datetime
    people: tuple[Progress, ...]
    funnels: tuple[Funnel, ...]
    wrong: tuple[WrongAnswer, ...]

    @property
    def stuck(self) -> tuple[Progress, ...]:
        """Return those who may want help, the longest first."""
        found = [one for one in self.people if one.is_stuck(self.now)]
        return tuple(sorted(found, key=lambda one: one.since or self.now))


class Board:
    """The counts of one class."""

    def __init__(self, opened: ClassFolder) -> None:
        self.course: ClassFile = opened.course
        exercises = [one for one in library.exercises() if one.key in self.course.exercises]
        self._titles = {one.key: one.title for one in exercises}
        self._mistakes = {
            one.key: {printed(said[:MOST_WORD]) for said in known_mistakes(one)} for one in exercises
        }
        self._people: dict[str, Progress] = {}
        self._wrong: dict[str, dict[str, tuple[set[str], str, str]]] = {key: {} for key in self._titles}
        self._seen: set[bytes] = set()
        self.know(opened)

    @property
    def emails(self) -> set[str]:
        """Return whose tries it counts."""
        return set(self._people)

    def know(self, opened: ClassFolder) -> None:
        """Learn who is in the class now; what they did stays."""
        self.course = opened.course
        known = self._people
        self._people = {}
        for person in opened.people:
            had = known.get(person.email) or Progress("", "", "")
            pass_ = opened.passes.get(person.email)
            had.alias, had.name, had.group = pass_.alias if pass_ else "", person.name, person.group
            self._people[person.email] = had

    def take(self, one: Handed) -> None:
        """Count a try; one that was sent before, with another hand-in, counts once."""
        person = self._people.get(one.email)
        whole = f"{one.email}\0{one.key}\0{one.at}\0{one.text}"
        same = hashlib.sha256(whole.encode("utf-8", "backslashreplace")).digest()
        if person is None or one.key not in self._titles or same in self._seen:
            return
        self._seen.add(same)
        person.tried[one.key] += 1
        person.here, person.last = one.key, max(one.when, person.last or one.when)
        person.since = person.since or one.when
        if one.said == State.CORRECT.value:
            person.passed.add(one.key)
            person.since = one.when
        elif one.said == State.KEPT.value:
            person.kept.add(one.key)
            person.since = one.when
        elif one.said == State.NOT_YET.value:
            self._take_wrong(one, person)

    def _take_wrong(self, one: Handed, person: Progress) -> None:
        """Count a wrong answer, under its mistake where the course knows that, else under its SQL."""
        mistake = one.mistake if one.mistake in self._mistakes[one.key] else ""
        if not mistake:
            person.listed += 1
            if person.listed > MOST_LISTED:
                return
        how = mistake or squeezed(one.text[:MOST_READ])
        people, _, _ = self._wrong[one.key].setdefault(how, (set(), mistake, one.text[:MOST_SQL]))
        people.add(one.email)

    def view(self, now: dt.datetime) -> View:
        """Return the board as it is *now*."""
        people = tuple(self._people.values())
        funnels = []
        for key, title in self._titles.items():
            tried = [one for one in people if key in one.tried]
            passed = [one for one in tried if key in one.passed]
            tries = sum(one.tried[key] for one in passed)
            funnels.append(Funnel(key, title, len(tried), len(passed), len(people), tries))
        wrong = [
            WrongAnswer(key, len(who), mistake, sql)
            for key, found in self._wrong.items()
            for who, mistake, sql in found.values()
        ]
        wrong.sort(key=lambda one: -one.people)
        return View(self.course.title, now, people, tuple(funnels), tuple(wrong[:COMMONEST]))
