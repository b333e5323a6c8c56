"""
How long a page takes, and how long its exercises: one rule for all, so that a reader can plan.

A technical text is read at 130 words a minute, half the speed of a novel: its sentences are looked at again.
A cell is run and its answer read in a quarter of a minute, and each of its lines takes four seconds to read;
a plan, a picture or a race has to be looked at.  The minutes of an exercise stand in its own file.
"""

from __future__ import annotations

import re
from copy import deepcopy
from typing import TYPE_CHECKING

from lessonlab.authoring.exercise_places import placed
from lessonlab.authoring.shown_text import without_fences
from lessonlab.course.chapters import MINUTES
from lessonlab.grading import library

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nbformat import NotebookNode

WORDS = 130.0  # a minute
CELL = 0.25  # minutes: to run it, and to read what came
LINE = 0.06  # for each line of it
LOOK = 0.7  # more for what has to be looked at: a plan, a picture, sessions that meet
CLAIM = 0.3  # for each row of the table of verdicts
PREDICTION = 0.5  # to make one before reading on
STEP = 5  # what is told is a multiple of
LOOKED_AT = re.compile(
    r"%%(?:explain|race)\b|\blab\.(?:btree|chart|compare|dashboard|diagram|explain|lanes|picture|query_plan"
    r"|race|scene|spread|survivors|timeline)\("
)
CLAIMS = re.compile(r"\b[GL]\d{3}\b")
RANGE = re.compile(r"\b([GL])(\d{3})[–-]\1?(\d{3})\b")
PREDICT = "**Predict"
OF_EXERCISES = re.compile(r"exercise|answer-")  # how the ids of their cells begin
KEY = re.compile(r"\b\d\d-\d\d\b")
LOOKED_UP = {"00b_glossary": 5}  # not read from its top to its end


def page_minutes(name: str, nb: NotebookNode) -> int:
    """Return how long the page takes without its exercises."""
    if name in LOOKED_UP:
        return LOOKED_UP[name]
    own = [cell for cell in nb.cells if not OF_EXERCISES.match(cell.id)]
    prose = "\n".join(without_fences(cell.source) for cell in own if cell.cell_type == "markdown")
    code = [cell.source for cell in own if cell.cell_type == "code"]
    took = (
        len(re.findall(r"[\w'’]+", prose)) / WORDS
        + len(code) * CELL
        + sum(len(source.splitlines()) for source in code) * LINE
        + sum(bool(LOOKED_AT.search(source)) for source in code) * LOOK
        + sum(map(_claims, code)) * CLAIM
        + prose.count(PREDICT) * PREDICTION
    )
    return _told(took)


def exercise_minutes(nb: NotebookNode) -> int:
    """Return how long the exercises of a page take, 0 for a page that has none."""
    minutes = {exercise.key: exercise.front.minutes for exercise in library.exercises()}
    asked = {
        *placed(nb),
        *(key for cell in nb.cells if OF_EXERCISES.match(cell.id) for key in KEY.findall(cell.source)),
    }
    took = sum(minutes.get(key, 0) for key in asked)
    return _told(took) if took else 0


def stated(name: str, nb: NotebookNode) -> str:
    """Return what the head of a page says of its minutes."""
    exercises = exercise_minutes(nb)
    also = f", and {exercises} for its exercises" if exercises else ""
    return f"{page_minutes(name, nb)} minutes{also}"


def with_minutes(name: str, nb: NotebookNode) -> NotebookNode:
    """Return *nb* with the minutes in its first cell put right; a page that says none stays as it is."""
    nb = deepcopy(nb)
    if nb.cells:
        nb.cells[0].source = MINUTES.sub(lambda _: stated(name, nb), nb.cells[0].source, count=1)
    return nb


def check_minutes(name: str, nb: NotebookNode) -> Iterator[str]:
    """The head says how long the page takes, and its exercises, by the one rule."""
    found = MINUTES.search(nb.cells[0].source) if nb.cells else None
    want = stated(name, nb)
    if found is None:
        yield f"the first cell of {name} says no minutes: put '{want}' at the end of what a reader needs"
    elif found[0] != want:
        yield f"{name} says {found[0]!r}, by its words and cells it is {want!r}: lessonlab normalise {name}"


def _claims(source: str) -> int:
    """Return how many claims a cell shows the verdicts on."""
    if not re.search(r"%claims\b|\blab\.claim\(", source):
        return 0
    ranges = sum(int(last) - int(first) - 1 for _, first, last in RANGE.findall(source))
    named = set(CLAIMS.findall(source)) | {kind + last for kind, _, last in RANGE.findall(source)}
    return len(named) + ranges


def _told(minutes: float) -> int:
    """
    Return *minutes* as they are told.

    >>> _told(22.4), _told(1), _told(23)
    (20, 5, 25)
    """
    return max(STEP, STEP * round(minutes / STEP))
