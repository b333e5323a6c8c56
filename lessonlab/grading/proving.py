"""
An exercise held against itself: its stub is no attempt, its right answers pass, its wrong ones fail as they
say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import psycopg

from lessonlab.errors import LessonLabError
from lessonlab.grading.answer_session import Failed
from lessonlab.grading.plain_text import bare, bare_lines
from lessonlab.grading.settling import is_missing
from lessonlab.grading.surroundings import NOTHING
from lessonlab.grading.verdict import State

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lessonlab.grading.exercise import Answer, Exercise
    from lessonlab.grading.judge import Judge
    from lessonlab.grading.verdict import Verdict

NUMBERS = {"one": "1", "two": "2", "three": "3"}
CHANGES = re.compile(r"(column|constraint|index|trigger|function|rows)( \S+)??( of \S+)?")
DECIMALS = re.compile(r"\b(\d|one|two|three) decimals?\b", re.IGNORECASE)
PROBED = ("script", "sessions")
FEWEST_RIGHT, FEWEST_WRONG, FEWEST_FULL = 2, 4, 3


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with the exercise itself: in which file, and what."""

    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


def prove(judge: Judge, exercise: Exercise) -> list[Fault]:
    """Return what is wrong with *exercise*; nothing when it proves itself."""
    found = list(prove_form(exercise))
    for part in (prove_stub, prove_right, prove_wrong, prove_data):
        try:
            found.extend(part(judge, exercise))
        except (Failed, LessonLabError, psycopg.Error) as error:
            found.append(Fault("cannot be judged", str(error).strip()))
    return list(dict.fromkeys(found))


def prove_form(exercise: Exercise) -> Iterator[Fault]:
    """
    Look at what is there: enough answers, really different ones, a note on each, hints that have a text.
    """
    fewest = 1 if exercise.front.answer == "text" else FEWEST_RIGHT
    if len(exercise.right) < fewest:
        yield Fault("right/", f"have {len(exercise.right)}, want at least {fewest} beside the solution")
    if len(exercise.wrong) < FEWEST_WRONG:
        yield Fault("wrong/", f"have {len(exercise.wrong)}, want at least {FEWEST_WRONG}")
    yield from prove_notes(exercise)
    if not exercise.question:
        yield Fault("exercise.md", "there is no question")
    if not exercise.steps or not all(hint.text for hint in exercise.hints):
        yield Fault("exercise.md", "want a hint for everybody, and a text in each")
    yield from prove_digits(exercise)
    for one in exercise.front.changes:
        if not CHANGES.fullmatch(one):
            yield Fault("exercise.md", f"changes has {one!r}; want such as 'column', 'column score of quiz'")
    names = {wrong.name for wrong in exercise.wrong}
    for hint in exercise.hints:
        if hint.key and hint.key not in names:
            yield Fault("exercise.md", f"the hint for {hint.key!r} is for no file of wrong/")


def prove_digits(exercise: Exercise) -> Iterator[Fault]:
    """What the question says of decimals is what is judged: one that says two is not judged by one."""
    for word in DECIMALS.findall(exercise.question):
        said = NUMBERS.get(word.lower(), word)
        if str(exercise.front.digits) != said:
            yield Fault(
                "exercise.md", f"the question says {word} decimals, and `digits` is {exercise.front.digits}"
            )


def prove_notes(exercise: Exercise) -> Iterator[Fault]:
    """Each answer says what is special about it, and no two are one."""
    if not exercise.solution.note:
        yield Fault("solution", "its first lines must say why")
    seen: dict[object, str] = {}
    for kind, answers in (("right", exercise.right), ("wrong", exercise.wrong)):
        for answer in answers:
            if kind == "right" and not answer.note:
                yield Fault(f"right/{answer.name}", "its first lines must say what is different in it")
            if kind == "wrong" and not answer.says:
                yield Fault(f"wrong/{answer.name}", "want `-- says: …`: what the verdict must say")
    for name, text in (
        ("solution", exercise.solution.text),
        *((f"right/{answer.name}", answer.text) for answer in exercise.right),
        *((f"wrong/{answer.name}", answer.text) for answer in exercise.wrong),
    ):
        same = str(bare_lines(text)) if exercise.front.answer == "text" else bare(text).lower()
        if same in seen:
            yield Fault(name, f"is the same as {seen[same]}")
        seen[same] = name


def prove_stub(judge: Judge, exercise: Exercise) -> Iterator[Fault]:
    """The stub as it is handed out is no attempt, and would not pass if it were one."""
    verdict = judge.check(exercise, exercise.stub)
    if verdict.state is not State.NOT_ATTEMPTED:
        yield Fault("stub", f"is {verdict.state.value!r}, want 'not attempted'")
    elif judge.check(replace(exercise, stub=""), exercise.stub).correct:
        yield Fault("stub", "is a right answer; want something to do")


def prove_right(judge: Judge, exercise: Exercise) -> Iterator[Fault]:
    """The solution and the other right answers pass."""
    for name, answer in (("solution", exercise.solution), *_named("right", exercise.right)):
        verdict = judge.check(exercise, answer.text)
        if not verdict.correct:
            yield Fault(name, f"must pass and does not\n{said(verdict)}")


def prove_wrong(judge: Judge, exercise: Exercise) -> Iterator[Fault]:
    """The wrong answers fail, for the reason that they say and with the explanation that they bring."""
    for name, answer in _named("wrong", exercise.wrong):
        verdict = judge.check(exercise, answer.text)
        lacking = [says for says in answer.says if says not in said(verdict)]
        if verdict.correct or verdict.state is State.NOT_ATTEMPTED:
            yield Fault(name, f"must fail and is {verdict.state.value!r}")
        elif lacking:
            yield Fault(name, f"the verdict does not say {lacking[0]!r}\n{said(verdict)}")
        elif answer.note and verdict.state is State.NOT_YET and verdict.mistake != answer.note:
            have = verdict.mistake or "nothing is recognised"
            yield Fault(name, f"its explanation is not shown: {have}\n{said(verdict)}")
        elif exercise.front.answer in PROBED and verdict.state is State.NOT_YET and not is_explained(verdict):
            yield Fault(
                name, f"nothing explains it: want a note, or a comment under the probe\n{said(verdict)}"
            )


def prove_data(judge: Judge, exercise: Exercise) -> Iterator[Fault]:
    """An empty result proves nothing: the solution gives rows on most data sets."""
    if exercise.front.answer not in ("query", "write"):
        return
    sets = judge.ground.data_sets(exercise)
    full = [data for data in sets if any(one.texts for one in judge.by_rows.wanted(exercise, data))]
    if len(full) < min(FEWEST_FULL, len(sets)):
        yield Fault("solution", f"gives rows on {len(full)} of {len(sets)} data sets; want {FEWEST_FULL}")


def is_explained(verdict: Verdict) -> bool:
    """Say whether a verdict names a cause: a mistake, a name that is not there, or that nothing was done."""
    found = verdict.differences
    return bool(verdict.mistake) or is_missing(found) or any(one.word == NOTHING for one in found)


def said(verdict: Verdict) -> str:
    """Return all that a verdict says, for a comparison."""
    return "\n".join([verdict.state.value, *map(str, verdict.differences), verdict.mistake])


def _named(kind: str, answers: tuple[Answer, ...]) -> Iterator[tuple[str, Answer]]:
    for answer in answers:
        yield f"{kind}/{answer.name}", answer
