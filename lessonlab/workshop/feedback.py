"""A page a person: what came of each exercise, in the words that a notebook would have used."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from lessonlab.grading import library
from lessonlab.grading.verdict import State
from lessonlab.reader.result_page import result_page
from lessonlab.system.foreign import printed
from lessonlab.workshop.mark_files import write
from lessonlab.workshop.marking import MISSING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from lessonlab.workshop.class_file import ClassFile
    from lessonlab.workshop.class_folder import ClassFolder
    from lessonlab.workshop.mark_files import Marks
    from lessonlab.workshop.marking import Mark
    from lessonlab.workshop.roster import Person

SIGNS = {State.CORRECT.value: "✓", MISSING: "○"}
CLOCKS = {"server": "the class's clock", "student": "your own clock", "file": "the file's time"}
CLASSES = {State.CORRECT.value: "passed", MISSING: "missing"}


def write_pages(folder: Path, opened: ClassFolder, marks: Marks) -> list[Path]:
    """Write everybody's page into *folder*, and return the files; each is called by its person's address."""
    folder.mkdir(parents=True, exist_ok=True)
    titles = {one.key: one.title for one in library.exercises()}
    made = []
    for person in opened.people:
        path = folder / f"{person.email}.html"
        write(path, page(person, opened.course, marks[person.email], titles))
        made.append(path)
    return made


def page(person: Person, course: ClassFile, mine: Mapping[str, Mark], titles: Mapping[str, str]) -> str:
    """Return the page of *person*; whatever somebody wrote stands in it as text."""
    points = sum(one.points for one in mine.values())
    who = f"{person.name}, {points:g} of {course.points:g} points"
    return result_page(
        course.title, who, (section(mine[key], titles[key], course) for key in course.exercises)
    )


def handed_in(mark: Mark, course: ClassFile) -> str:
    """Return when what counts was handed in, and by whose clock."""
    if mark.when is None:
        return ""
    return f", handed in {mark.when.astimezone(course.zone):%Y-%m-%d %H:%M %Z} by {CLOCKS[mark.clock]}"


def section(mark: Mark, title: str, course: ClassFile) -> str:
    """Return one exercise's part of the page; in an exam the data that show a mistake stay with the class."""
    sign = SIGNS.get(mark.verdict, "✗")
    late = ", late" if mark.late else ""
    points = f"{mark.points:g} of {course.exercises[mark.key].points:g}"
    parts = [
        f"<h2>{sign} {escape(mark.key)} {escape(title)}</h2>",
        f"<p>{mark.verdict}{late}: {points} points{handed_in(mark, course)}</p>",
    ]
    said = mark.mistake if course.exam else mark.said.partition("\n")[2]
    if said and mark.verdict != State.CORRECT.value:
        parts.append(f"<pre>{escape(printed(said, lines=True))}</pre>")
    if mark.text:
        text = escape(printed(mark.text, lines=True))
        parts.append(f"<details><summary>what you handed in</summary><pre>{text}</pre></details>")
    return f'<section class="{CLASSES.get(mark.verdict, "not_yet")}">{"".join(parts)}</section>'
