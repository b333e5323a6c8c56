"""`lessonlab class grade`: what was handed in, judged again and marked."""

from __future__ import annotations

import contextlib
import datetime as dt
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lessonlab.cli.class_overdue import remind
from lessonlab.cli.options import absolute, progress_bar, read_settings
from lessonlab.workshop import feedback, mark_files
from lessonlab.workshop.class_folder import open_class, require_answers
from lessonlab.workshop.collected import collect
from lessonlab.workshop.judging_room import FILE, JudgingRoom, KnownVerdicts
from lessonlab.workshop.marking import MISSING, Judged, mark
from lessonlab.workshop.similar import find_alike

if TYPE_CHECKING:
    from lessonlab.workshop.class_folder import ClassFolder
    from lessonlab.workshop.collected import Handed

NAMED = 5


@click.command("grade")
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR", default=".")
@click.option("--jobs", type=click.IntRange(1, 64), default=1, show_default=True, help="So many at a time.")
@click.option(
    "--feedback", "pages", type=click.Path(path_type=Path), metavar="DIR", help="A page a person, into DIR."
)
@click.option("--regrade", is_flag=True, help="Judge everything anew; without it only what is new is judged.")
def command(folder: Path, *, jobs: int, pages: Path | None, regrade: bool) -> None:
    """
    Judge what was handed in to the class in DIR with your own files, and write the marks.

    What a student's machine said is not believed.  Hand-ins lie below DIR/handed-in, each person's in a
    folder that is called by their address, alias or name; what a learning platform packs is unpacked there.
    All is judged on servers that are thrown away; an exercise that you mended is judged anew by itself.

    \b
    DIR/marks gets
      marks.csv            everybody, a column an exercise
      answers.csv          a line for each person and exercise: late, extended, tries, mistake
      moodle.csv           for Moodle: Grades, Import, by address of mail
      canvas.csv           for Canvas: Grades, Import, by SIS Login ID
      similar.csv          answers that look alike, for you to look at
      not-understood.csv   files that count for nobody, and why
    """
    started = time.perf_counter()
    opened = open_class(absolute(folder))
    remind(opened)
    require_answers(opened)
    found = collect(opened, dt.datetime.now(dt.UTC))
    counted = [one for one in found.handed if one.key in opened.course.exercises]
    had = mark_files.read_marks(opened.marks / mark_files.RECORD)
    known = KnownVerdicts(opened.marks / FILE, afresh=regrade)
    marks, judged = mark_everybody(opened, counted, known, jobs)
    alike = find_alike(counted, judged)
    mark_files.write_all(opened, marks, found.rest, alike)
    if pages:
        feedback.write_pages(absolute(pages), opened, marks)
    for line in mark_files.changes(had, marks):
        click.echo(line)
    said = [one for mine in marks.values() for one in mine.values()]
    for person in opened.people:
        mine = marks[person.email].values()
        if all(one.verdict == MISSING for one in mine):
            click.echo(f"nothing from {person.name} <{person.email}>")
    for one in found.rest[:NAMED]:
        click.echo(f"not understood: {one.where} {one.why}")
    if len(found.rest) > NAMED:
        click.echo(f"and {len(found.rest) - NAMED} more in {opened.marks / 'not-understood.csv'}")
    if own := mark_files.on_trust(opened.course, marks):
        click.echo(own)
    states = [one.verdict for one in said]
    counts = ", ".join(f"{states.count(state)} {state}" for state in dict.fromkeys(sorted(states)))
    click.echo(
        f"{len(opened.people)} people: {counts}; {sum(one.late for one in said)} late, {len(alike)} alike; "
        f"{time.perf_counter() - started:.0f} s\n{opened.marks}"
    )


class NotJudged(Exception):
    """Marking asks for a verdict that is not there yet."""


def mark_everybody(
    opened: ClassFolder, handed: list[Handed], known: KnownVerdicts, jobs: int
) -> tuple[mark_files.Marks, dict[Handed, Judged]]:
    """
    Return everybody's marks, and the verdicts that they rest on.

    Marking stops where a verdict is missing; what all wait for is judged together, as many at a time as there
    are jobs, and marking goes on.  So nothing is judged that no mark needs.
    """
    tries: dict[tuple[str, str], list[Handed]] = {}
    for one in handed:
        tries.setdefault((one.email, one.key), []).append(one)
    marks: mark_files.Marks = {person.email: {} for person in opened.people}
    judged: dict[Handed, Judged] = {}
    left = [(person, key) for person in opened.people for key in opened.course.exercises]
    with contextlib.closing(JudgingRoom(read_settings().home, jobs)) as room, progress_bar("judging") as bar:
        while left:
            wanted: dict[tuple[str, str], Handed] = {}
            waiting = []
            for person, key in left:
                try:
                    mine = tries.get((person.email, key), [])
                    marks[person.email][key] = mark(
                        person, key, mine, opened.course, VerdictAsker(known, judged)
                    )
                except NotJudged as error:
                    one = error.args[0]
                    wanted.setdefault((one.key, one.text), one)
                    waiting.append((person, key))
            left = waiting
            for number, (one, came) in enumerate(room.judge(wanted.values()), 1):
                known.learn(one, came)
                bar(number / len(wanted), one.key)
    return marks, judged


@dataclass(frozen=True, slots=True)
class VerdictAsker:
    """What marking asks for verdicts: those that are known, which *judged* takes down."""

    known: KnownVerdicts
    judged: dict[Handed, Judged]

    def __call__(self, one: Handed) -> Judged:
        """Return the verdict on *one*, or raise `NotJudged`."""
        if one not in self.known:
            raise NotJudged(one)
        self.judged[one] = self.known(one)
        return self.judged[one]
