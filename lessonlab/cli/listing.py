"""`lessonlab list`: the chapters, or the claims."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import click
import psycopg

from lessonlab import content
from lessonlab.cli.options import dsn_option, read_settings, say_workspace, workspace_option
from lessonlab.course.chapters import chapters, read_heading
from lessonlab.course.claims import load_claims
from lessonlab.errors import LessonLabError
from lessonlab.grading import library
from lessonlab.grading.claim_probes import kind_of
from lessonlab.postgres.server import our_server, use_server
from lessonlab.reader.own_pages import PageState, state
from lessonlab.reader.record import passed_by, passed_in_file
from lessonlab.reader.record_file import find_path
from lessonlab.reader.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from lessonlab.config import Settings


@click.command("list")
@dsn_option
@workspace_option
@click.option("--claims", is_flag=True, help="List the claims, and what measures each, instead.")
def command(dsn: str | None, workspace: Path, *, claims: bool) -> None:
    """
    List the chapters, how long each takes and its exercises, what you did with it, and how many you passed.

    \b
    Examples:
      lessonlab list
      lessonlab list --workspace ~/sql-course
      lessonlab list --claims
    """
    rows = claim_rows() if claims else chapter_rows(workspace, read_settings(dsn))
    if not claims:
        say_workspace(workspace)
    for line in columns(rows):
        click.echo(line)


def claim_rows() -> list[tuple[str, str, str, str]]:
    """Return the claims: what each is called, its verdict, its measure, chapter and text."""
    return [
        (one.id, one.verdict, kind_of(one), f"{one.chapter}  {one.claim}") for one in load_claims().values()
    ]


def chapter_rows(workspace: Path, settings: Settings) -> list[tuple[str, str, str, str]]:
    """Return the chapters: number, title, minutes, what the reader did."""
    folder = content.folder("notebooks")
    place = Workspace(workspace, folder)
    solved = exercises_passed(library.keys(), passed(settings, place.root))
    rows = []
    for chapter in chapters(folder):
        heading = read_heading(folder / chapter.filename)
        done = state(place, chapter) if place.root.is_dir() else PageState.NOT_OPENED
        did = ", ".join(filter(None, [done.value, solved.get(chapter.key, "")]))
        rows.append((chapter.key, heading.title, heading.told_minutes, did))
    return rows


def passed(settings: Settings, workspace: Path) -> set[str]:
    """Return the keys of the exercises that the reader passed; where no server was started, the file's."""
    file = find_path(settings.home, {"LESSONLAB_WORKSPACE": str(workspace)})
    try:
        if settings.dsn is None and not our_server(settings).data.exists():
            return passed_in_file(file)
        with use_server(settings, "lessonlab list") as server:
            return passed_by(server, file=file)
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
