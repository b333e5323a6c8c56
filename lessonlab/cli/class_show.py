"""`lessonlab class show`: a class read back."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lessonlab.cli.class_overdue import remind
from lessonlab.cli.options import absolute
from lessonlab.workshop.class_folder import open_class

if TYPE_CHECKING:
    import datetime as dt

    from lessonlab.workshop.class_file import ClassFile, Terms


@click.command("show")
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR", default=".")
def command(folder: Path) -> None:
    """Read the class in DIR and say what it means: who is in it, what counts, until when, for whom longer."""
    opened = open_class(absolute(folder))
    remind(opened)
    course = opened.course
    groups = sorted({one.group for one in opened.people if one.group})
    where = f" in groups {', '.join(groups)}" if groups else ""
    click.echo(f"{course.title}: {people(len(opened.people))}{where}")
    click.echo(f"pages {' '.join(course.pages) or '(all)'}" + (", as an exam" if course.exam else ""))
    exercises = "1 exercise" if len(course.exercises) == 1 else f"{len(course.exercises)} exercises"
    click.echo(f"{exercises}, {course.points:g} points")
    for key, rule in course.exercises.items():
        click.echo(f"  {key}  {said(rule)}")
    for person in opened.people:
        longer = [key for key in course.exercises if person.due(course, key) != course.exercises[key].due]
        if longer:
            until = "; ".join(f"{key} until {clock(person.due(course, key), course)}" for key in longer)
            click.echo(f"{person.name} <{person.email}>: {until}")
    without = [one.email for one in opened.people if one.email not in opened.passes]
    if without:
        click.echo(f"{people(len(without))} without a token")
        click.echo(f"next: lessonlab class tokens {shlex.quote(str(folder))}")


def people(number: int) -> str:
    """
    Return how many people.

    >>> people(1), people(30)
    ('1 person', '30 people')
    """
    return f"{number} {'person' if number == 1 else 'people'}"


def said(rule: Terms) -> str:
    """
    Return what holds for an exercise, in words.

    >>> from lessonlab.workshop.class_file import Terms
    >>> said(Terms(points=2, attempts=3, solutions="never"))
    '2 points, 3 tries, solution never, judged here'
    """
    parts = [f"{rule.points:g} point{'' if rule.points == 1 else 's'}"]
    parts += [f"opens {rule.opens:%Y-%m-%d %H:%M %Z}"] if rule.opens else []
    parts += [f"due {rule.due:%Y-%m-%d %H:%M %Z}"] if rule.due else []
    parts += [f"{rule.attempts} {'try' if rule.attempts == 1 else 'tries'}"] if rule.attempts else []
    return ", ".join([*parts, f"solution {rule.solutions}", f"judged {rule.judged}"])


def clock(when: dt.datetime | None, course: ClassFile) -> str:
    """Return a moment as the class's own clock shows it."""
    return f"{when.astimezone(course.zone):%Y-%m-%d %H:%M %Z}" if when else "whenever"
