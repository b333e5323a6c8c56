"""Predictions, judged by what the server says when it is asked: the truth is measured, never stored."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from lessonlab.errors import ContentError
from lessonlab.grading import answer_session
from lessonlab.grading.answer_session import Failed
from lessonlab.grading.by_probes import attempt, probe_do, run_script
from lessonlab.grading.probes import Probe, Values
from lessonlab.grading.verdict import Difference
from lessonlab.postgres.sqlerrors import condition

if TYPE_CHECKING:
    from collections.abc import Mapping

    from psycopg import Connection

    from lessonlab.grading.exercise import Answer, Exercise
    from lessonlab.grading.ground import Ground

WORD = "not what the server says"
MARKS = "`*\"' "  # what Markdown and SQL put around a word
NAMED = re.compile(r"(?:[-*+•|]\s*)?[`*\"']*(\w+?)[`*\"']*(?:\s*(?:->|=>|→|[:=).|]|[-–](?=\s))|\s)")
HEAD = 200  # characters within which a line has said its name
BOTH = re.compile(r"([^()]+)\(([^()]+)\)")
THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+")
COUNTED = re.compile(r"(-?[\d.,_]+) *(?:rows?|hours?|h|pages?|titles?|notes?|versions?|ms|MB)", re.IGNORECASE)
WORDS = (
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
SMALL = {word: str(n) for n, word in enumerate(WORDS)} | {"none": "0"}
OF_ALL = re.compile(r"(\S+) of (?:the |all )?(\w+)(?: rows)?", re.IGNORECASE)  # 5 of five
SHORT_TIME = re.compile(r"\d:[0-5]\d")
FEW = 2  # so many different answers can be guessed
SAME = {"t": "true", "yes": "true", "f": "false", "no": "false", "00000": "accepted"}


class ByPrediction:
    """Measures truths on one ground, and remembers them."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self._truths: dict[str, dict[str, str]] = {}

    def judge(self, exercise: Exercise, text: str) -> tuple[Difference, ...]:
        """Return the predictions that are wrong or missing."""
        truths = self.truths(exercise)
        said = read_predictions(text, tuple(truths))
        missing = [Difference("missing", name) for name in truths if name not in said]
        wrong = [name for name, truth in truths.items() if name in said and not agrees(said[name], truth)]
        if wrong and len({plain(truth) for truth in truths.values()}) <= FEW:
            return (Difference(WORD, f"{len(wrong)} of {len(truths)}"), *missing)
        return (*(Difference(WORD, f"{name}: {said[name]}") for name in wrong), *missing)

    def same_mistakes(self, exercise: Exercise, text: str) -> list[Answer]:
        """
        Return the stored mistakes that are in *text*, the one that explains most first.

        Each of its wrong lines stands there with the same value; where lines can be guessed, no others do.
        """
        truths = self.truths(exercise)
        mine = wrong_lines(text, truths)
        few = len({plain(truth) for truth in truths.values()}) <= FEW
        found: list[tuple[int, Answer]] = []
        for wrong in exercise.wrong:
            theirs = wrong_lines(wrong.text, truths)
            if theirs and (theirs == mine if few else theirs.items() <= mine.items()):
                found.append((len(theirs), wrong))
        return [wrong for _, wrong in sorted(found, key=lambda pair: -pair[0])]

    def truths(self, exercise: Exercise) -> dict[str, str]:
        """Return what the server says to each question of *exercise*."""
        if exercise.key not in self._truths:
            self._truths[exercise.key] = self._measure(exercise)
        return self._truths[exercise.key]

    def _measure(self, exercise: Exercise) -> dict[str, str]:
        values, found = Values(self.ground.random), {}
        with self.ground.stages.on(exercise.front.base) as stage, stage.enter() as asking:
            run_script(asking, exercise.setup)
            for probe in exercise.probes:
                text = values.fill(probe.text)
                if probe.verb == "do":
                    problem = probe_do(asking, probe, text)
                    if problem:
                        raise ContentError(f"{exercise.key}: {problem}", cure="lessonlab exercise test")
                else:
                    found[probe.argument] = measured(asking, probe, text)
        return found


def measured(connection: Connection[Any], probe: Probe, text: str) -> str:
    """Return what the server says to one question."""
    if probe.verb == "sqlstate":
        error = attempt(connection, text, keep=False)
        return error.sqlstate if error else "00000"
    try:
        rows = answer_session.rows(connection, text).texts
    except Failed as error:
        return error.sqlstate or "no answer"
    cells = ["NULL" if row[0] is None else row[0] for row in rows]
    return ", ".join(cells) if probe.verb == "steps" else cells[0] if cells else "no row"


def read_predictions(text: str, names: tuple[str, ...]) -> dict[str, str]:
    """
    Return what *text* says to each of *names*; where there is only one, its name may be left out.

    >>> read_predictions("# mine\\na: 23505\\nb = two rows\\n", ("a", "b"))
    {'a': '23505', 'b': 'two rows'}
    >>> read_predictions("42", ("n",))
    {'n': '42'}
    >>> read_predictions("A) 23505 -- twice\\n- `b`: **12**.\\n", ("a", "b"))
    {'a': '23505', 'b': '12'}
    """
    known = {name.lower(): name for name in names}
    said: dict[str, str] = {}
    for line in text.splitlines():
        words = line.partition("#")[0].partition("--")[0].strip()
        match = NAMED.match(words[:HEAD])
        name = known.get(match[1].lower()) if match else None
        if match and name is not None:
            value = words[match.end() :].strip(MARKS).rstrip(";,.|").strip(MARKS)
            said |= {name: value} if value else {}
        elif words and len(names) == 1:
            said[names[0]] = words.rstrip(";")
    return said


def wrong_lines(text: str, truths: Mapping[str, str]) -> dict[str, str]:
    """Return what *text* says otherwise than *truths*, in one form for all who mean the same."""
    said = read_predictions(text, tuple(truths))
    return {
        name: ",".join(map(plain, value.split(",")))
        for name, value in said.items()
        if not agrees(value, truths[name])
    }


def agrees(said: str, truth: str) -> bool:
    """
    Say whether a prediction means the *truth*: a number in any form, a code or its name, a list in its order.

    >>> agrees("2.0", "2"), agrees("unique_violation", "23505"), agrees("a,b", "a, b"), agrees("b, a", "a, b")
    (True, True, True, False)
    >>> agrees("22_590", "22590"), agrees("23505", "23514"), agrees("23505 (unique_violation)", "23505")
    (True, False, True)
    """
    said = as_asked(said, truth)
    both = BOTH.fullmatch(said)
    if both:  # a code and its name: both must be meant
        return agrees(both[1], truth) and agrees(both[2], truth)
    one, other = [part.strip() for part in said.split(",")], [part.strip() for part in truth.split(",")]
    return len(one) == len(other) and all(plain(x) == plain(y) for x, y in zip(one, other, strict=True))


def as_asked(said: str, truth: str) -> str:
    """
    Return *said* without what people add to a number or leave out of a time, where *truth* is one of these.

    >>> as_asked("2,250 rows", "2250"), as_asked("8:00", "08:00"), as_asked("1,010", "1, 10")
    ('2250', '08:00', '1,010')
    >>> as_asked("19 ms", "19"), as_asked("1,024 MB", "1024"), as_asked("19 s", "19")
    ('19', '1024', '19 s')
    >>> as_asked("5 of five", "5"), as_asked("none of the 5", "0"), as_asked("five", "5")
    ('5', '0', '5')
    >>> as_asked("12 or 13", "12"), as_asked("23505 rows", "23505"), as_asked("1 of them all", "1")
    ('12 or 13', '23505 rows', '1 of them all')
    """
    if re.fullmatch(r"\d\d:\d\d", truth):
        return f"0{said}" if SHORT_TIME.fullmatch(said) else said
    if not re.fullmatch(r"-?[\d.]+", truth) or named(truth) != truth:
        return said
    part = OF_ALL.fullmatch(said)
    if part and SMALL.get(part[2].lower(), part[2]).isdigit():
        said = part[1]
    counted = COUNTED.fullmatch(said)
    number = counted[1] if counted else said
    number = SMALL.get(number.lower(), number)
    return number.replace(",", "") if THOUSANDS.fullmatch(number) else number


def plain(text: str) -> str:
    """Return *text* in the form in which two that mean the same are the same."""
    word = text.strip().strip("'\"").lower()
    word = SAME.get(word, word)
    try:
        return f"{float(word.replace('_', '')):.6f}" if named(word) == word else named(word)
    except ValueError:
        return named(word.upper()) if re.fullmatch(r"[0-9a-z]{5}", word) else word


def named(code: str) -> str:
    """Return PostgreSQL's name of a code, or the code."""
    return condition(code) or code.lower()
