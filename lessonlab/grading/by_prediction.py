"""Predictions, judged by what the server says when it is asked: the truth is measured, never stored."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from psycopg.errors import lookup

from lessonlab.errors import ContentError
from lessonlab.grading import session
from lessonlab.grading.by_probes import attempt, probe_do, run_script
from lessonlab.grading.probes import Probe, Values
from lessonlab.grading.session import Failed
from lessonlab.grading.verdict import Difference

if TYPE_CHECKING:
    from psycopg import Connection

    from lessonlab.grading.exercise import Exercise
    from lessonlab.grading.ground import Ground

WORD = "not what the server says"
LINE = re.compile(r"^\s*(?:(?P<name>\w+)\s*[:=)]\s*)?(?P<value>.*?)\s*$")
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
        return tuple(
            Difference(WORD, f"{name}: {said[name]}") if name in said else Difference("missing", name)
            for name, truth in truths.items()
            if not agrees(said.get(name, ""), truth)
        )

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
        rows = session.rows(connection, text).texts
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
    >>> read_predictions("A) 23505 -- twice\\n", ("a", "b"))
    {'a': '23505'}
    """
    said = {}
    for line in text.splitlines():
        match = LINE.match(line.partition("#")[0].partition("--")[0])
        if match and match["value"]:
            name = match["name"] or (names[0] if len(names) == 1 else "")
            name = next((known for known in names if known.lower() == name.lower()), name)
            said[name] = match["value"].rstrip(";")
    return said


def agrees(said: str, truth: str) -> bool:
    """
    Say whether a prediction means the *truth*: a number in any form, a code or its name, a list in its order.

    >>> agrees("2.0", "2"), agrees("unique_violation", "23505"), agrees("a,b", "a, b"), agrees("b, a", "a, b")
    (True, True, True, False)
    >>> agrees("22_590", "22590"), agrees("23505", "23514")
    (True, False)
    """
    one, other = [part.strip() for part in said.split(",")], [part.strip() for part in truth.split(",")]
    return len(one) == len(other) and all(plain(x) == plain(y) for x, y in zip(one, other, strict=True))


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
    try:
        return re.sub(r"(?<!^)(?=[A-Z])", "_", lookup(code).__name__).lower()
    except KeyError:
        return code.lower()
