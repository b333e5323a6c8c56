"""`lessonlab class record`: a class in the tables that the course teaches."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from lessonlab.cli.class_overdue import remind
from lessonlab.cli.options import absolute, dsn_option, progress_bar
from lessonlab.errors import ConfigError
from lessonlab.workshop.class_folder import open_class
from lessonlab.workshop.recorded import record


@click.command("record")
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR", default=".")
@dsn_option
def command(folder: Path, dsn: str | None) -> None:
    """
    Write what class grade found into lesson_progress and course_progress of a database of yours.

    The class is a course there and an exercise a lesson; the service of chapter 19 writes, so the analytics
    files of chapter 14 and lessonlab report read it.  People are called by their aliases.  Each run replaces
    what the last one wrote; nobody's seconds in a page are known here, and are 0.

    \b
    Examples:
      lessonlab class record spring --dsn postgresql://me@localhost/teaching
      lessonlab report --html class.html --dsn postgresql://me@localhost/teaching
    """
    opened = open_class(absolute(folder))
    remind(opened)
    if dsn is None:
        raise ConfigError(
            "which database?", cure="lessonlab class record DIR --dsn postgresql://me@localhost/teaching"
        )
    with progress_bar("recording") as bar:
        learners = record(opened, dsn, dt.datetime.now(dt.UTC), bar)
    click.echo(
        f"{opened.course.title}: {learners} learners in {len(opened.course.exercises)} lessons are recorded\n"
        "next: lessonlab report --html class.html --dsn …"
    )
