"""`lessonlab list`: the chapters."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from lessonlab import content
from lessonlab.cli.options import absolute, workspace_option
from lessonlab.course.chapters import chapters, read_heading
from lessonlab.course.workspace import State, Workspace, state

if TYPE_CHECKING:
    from pathlib import Path


@click.command("list")
@workspace_option
def command(workspace: Path) -> None:
    """
    List the chapters, how long each takes, and what you did with it.

    \b
    Examples:
      lessonlab list
      lessonlab list --workspace ~/sql-course
    """
    folder = content.folder("notebooks")
    place = Workspace(absolute(workspace), folder)
    rows = []
    for chapter in chapters(folder):
        heading = read_heading(folder / chapter.filename)
        minutes = f"{heading.minutes} min" if heading.minutes else ""
        done = state(place, chapter) if place.root.is_dir() else State.NOT_OPENED
        rows.append((chapter.key, heading.title, minutes, done.value))
    for line in columns(rows):
        click.echo(line)


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
