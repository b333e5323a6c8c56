"""Marks as files: a table for people, and the tables that Moodle and Canvas import."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from lessonlab.errors import WorkspaceError
from lessonlab.system import files
from lessonlab.system.foreign import printed
from lessonlab.workshop.marking import MISSING, Mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from lessonlab.workshop.class_file import ClassFile
    from lessonlab.workshop.class_folder import ClassFolder
    from lessonlab.workshop.collected import NotUnderstood
    from lessonlab.workshop.similar import Alike

FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet would reckon with it
RECORD = "marks.json"
SERVER = "server"  # whose clock is believed
Marks = dict[str, dict[str, Mark]]


def write_all(
    opened: ClassFolder, marks: Marks, rest: Sequence[NotUnderstood], alike: Sequence[Alike]
) -> list[Path]:
    """Write the marks of everybody in all forms, and return the files."""
    course, folder = opened.course, opened.marks
    keys = list(course.exercises)
    people = [(one, marks[one.email]) for one in opened.people]
    total = {one.email: sum(mark.points for mark in mine.values()) for one, mine in people}
    files.make_folder(folder)
    tables: dict[str, list[list[Any]]] = {
        "marks.csv": [
            ["email", "name", "group", *keys, "points", "of"],
            *(
                [
                    one.email,
                    one.name,
                    one.group,
                    *(shown(mine[key]) for key in keys),
                    total[one.email],
                    course.points,
                ]
                for one, mine in people
            ),
        ],
        "answers.csv": [
            [
                "email",
                "exercise",
                "verdict",
                "points",
                "late",
                "extended",
                "tries",
                "counted",
                "when",
                "clock",
                "mistake",
            ],
            *(row(mine[key]) for _, mine in people for key in keys),
        ],
        "moodle.csv": [
            ["Email address", *(f"{course.title} {key}" for key in keys), f"{course.title} total"],
            *(
                [one.email, *(number(mine[key].points) for key in keys), number(total[one.email])]
                for one, mine in people
            ),
        ],
        "canvas.csv": [
            ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", *keys],
            ["    Points Possible", "", "", "", "", *(number(course.exercises[key].points) for key in keys)],
            *(
                [one.name, "", "", one.email, one.group, *(number(mine[key].points) for key in keys)]
                for one, mine in people
            ),
        ],
        "not-understood.csv": [["file", "why"], *([one.where, one.why] for one in rest)],
        "similar.csv": [
            ["exercise", "alike in", "people", "when", "the first one's SQL"],
            *(
                [
                    one.key,
                    one.how,
                    " ".join(one.people),
                    " ".join(f"{when:%Y-%m-%dT%H:%M:%S%z}" for when in one.when),
                    one.text,
                ]
                for one in alike
            ),
        ],
    }
    texts = {name: as_csv(rows) for name, rows in tables.items()}
    texts[RECORD] = json.dumps(
        [asdict(mark) for _, mine in people for mark in mine.values()], indent=1, default=str
    )
    for name, text in texts.items():
        write(folder / name, text)
    return [folder / name for name in texts]


def write(path: Path, text: str) -> None:
    """Write *text* to *path*, all or nothing."""
    try:
        files.write_whole(path, text)
    except OSError as error:
        cure = "close it in other programs, free some disk space, and grade again: verdicts are kept"
        raise WorkspaceError(f"{str(path)!r} cannot be written: {error.strerror}", cure=cure) from None


def shown(mark: Mark) -> str | float:
    """
    Return a mark as a cell of the table for people: a letter says what is special.

    >>> shown(Mark("a@b", "06-01", "missing", 0.0)), shown(Mark("a@b", "06-01", "correct", 1.0, late=True))
    ('missing', '1 late')
    """
    if mark.verdict == MISSING:
        return MISSING
    return f"{mark.points:g}" + (" late" if mark.late else "")


def row(mark: Mark) -> list[Any]:
    """Return a mark as a line of the table of answers."""
    when = f"{mark.when:%Y-%m-%dT%H:%M:%S%z}" if mark.when else ""
    flags = ["late" if mark.late else "", "extended" if mark.extended else ""]
    return [
        mark.email,
        mark.key,
        mark.verdict,
        mark.points,
        *flags,
        mark.tries,
        mark.counted,
        when,
        mark.clock,
        mark.mistake,
    ]


def number(points: float) -> str:
    """Return points as a learning platform reads them."""
    return f"{points:g}"


def as_csv(rows: Iterable[Sequence[Any]]) -> str:
    """
    Return *rows* as CSV that no spreadsheet takes for formulas.

    >>> as_csv([["=1+1", 2]])
    "'=1+1,2\\n"
    """
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([[cell(value) for value in each] for each in rows])
    return text.getvalue()


def cell(value: Any) -> Any:
    """Return one value of a table, printable; text that begins like a formula gets an apostrophe."""
    if not isinstance(value, str):
        return value
    return printed(f"'{value}" if value.startswith(FORMULA) else value, lines=True)


def read_marks(path: Path) -> dict[tuple[str, str], tuple[str, float]]:
    """Return the verdict and the points of each person and exercise in an earlier run's record."""
    try:
        entries = json.loads(path.read_text(encoding="utf-8"))
        return {(one["email"], one["key"]): (one["verdict"], float(one["points"])) for one in entries}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def on_trust(course: ClassFile, marks: Marks) -> str:
    """Return how many marks rest on a time that nobody but its student says, '' where none does."""
    timed = [one for mine in marks.values() for one in mine.values() if course.exercises[one.key].due]
    count = sum(one.clock not in ("", SERVER) for one in timed)
    marks_have = "mark has" if count == 1 else "marks have"
    told = f"{count} {marks_have} a time from the student's machine: column clock of answers.csv"
    return told if count else ""


def changes(had: Mapping[tuple[str, str], tuple[str, float]], marks: Marks) -> list[str]:
    """Return a line for each mark that is not what it was."""
    lines = []
    for mine in marks.values():
        for one in mine.values():
            verdict, points = had.get((one.email, one.key), (one.verdict, one.points))
            if (verdict, points) != (one.verdict, one.points):
                lines.append(
                    f"{one.email} {one.key}: {verdict} ({points:g}) → {one.verdict} ({one.points:g})"
                )
    return lines
