"""`lessonlab list`: the chapters."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import click
import psycopg

from lessonlab import content
from lessonlab.cli.options import absolute, read_settings, workspace_option
from lessonlab.course.chapters import chapters, read_heading
from lessonlab.course.workspace import State, Workspace, state
from lessonlab.errors import LessonLabError
from lessonlab.grading import library
from lessonlab.grading.record import passed_by
from lessonlab.postgres.server import our_server, use_server

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from lessonlab.config import Settings


@click.command("list")
@workspace_option
def command(workspace: Path) -> None:
    """
    List the chapters, how long each takes, what you did with it, and how many of its exercises you passed.

    \b
    Examples:
      lessonlab list
      lessonlab list --workspace ~/sql-course
    """
    folder = content.folder("notebooks")
    place = Workspace(absolute(workspace), folder)
    solved = exercises_passed(library.keys(), passed(read_settings()))
    rows = []
    for chapter in chapters(folder):
        heading = read_heading(folder / chapter.filename)
        minutes = f"{heading.minutes} min" if heading.minutes else ""
        done = state(place, chapter) if place.root.is_dir() else State.NOT_OPENED
        did = ", ".join(filter(None, [done.value, solved.get(chapter.key, "")]))
        rows.append((chapter.key, heading.title, minutes, did))
    for line in columns(rows):
        click.echo(line)


def passed(settings: Settings) -> set[str]:
    """Return the keys of the exercises that the reader passed; none where no server was ever started."""
    try:
        if settings.dsn is None and not our_server(settings).data.exists():
            return set()
        with use_server(settings, "lessonlab list") as server:
            return passed_by(server)
    except (LessonLabError, OSError, psycopg.Error):  # the list of chapters does not need it
        return set()


def exercises_passed(keys: Iterable[str], done: set[str]) -> dict[str, str]:
    """
    Return what to say of each chapter in which an exercise is *done*, by its number.

    >>> exercises_passed(["06-01", "06-02", "07-01"], {"06-02"})
    {'06': '1 of 2 exercises passed'}
    """
    keys = list(keys)
    have, want = (Counter(key[:2] for key in some) for some in (done.intersection(keys), keys))
    return {number: f"{have[number]} of {want[number]} exercises passed" for number in sorted(have)}


def columns(rows: list[tuple[str, str, str, str]]) -> list[str]:
    """
    Return *rows* as lines with aligned columns, figures to the right.

    >>> columns([("00", "Start here", "10 min", "edited"), ("01", "Meet", "5 min", "not opened")])
    ['00  Start here  10 min  edited', '01  Meet         5 min  not opened']
    """
    widths = [max((len(row[i]) for row in rows), default=0) for i in range(3)]
    return [
        f"{key:<{widths[0]}}  {title:<{widths[1]}}  {minutes:>{widths[2]}}  {done}"
        for key, title, minutes, done in rows
    ]
