"""`lessonlab reset`: begin a chapter anew."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

import click
import psutil

from lessonlab.cli.options import absolute, read_settings, workspace_option
from lessonlab.course import jupyter
from lessonlab.course.chapters import Chapter, chapters, find
from lessonlab.course.workspace import State, Workspace, open_workspace, reset, state
from lessonlab.postgres.connect import connect
from lessonlab.postgres.owned import running_dsn
from lessonlab.postgres.provider import databases, drop_clone
from lessonlab.postgres.server import Server, our_server

if TYPE_CHECKING:
    from lessonlab.config import Settings


@click.command("reset")
@click.argument("name", required=False, metavar="[CHAPTER]")
@click.option("--yes", "-y", is_flag=True, help="Do not ask before resetting all chapters.")
@workspace_option
def command(name: str | None, *, yes: bool, workspace: Path) -> None:
    """
    Give a chapter a fresh notebook and a fresh database.

    A notebook that you changed is kept beside the new one under a dated name, always.  Without CHAPTER all
    chapters are reset, after a question.

    \b
    Examples:
      lessonlab reset 03
      lessonlab reset --yes             all chapters
    """
    place = open_workspace(absolute(workspace))
    chosen = [find(name, place.course)] if name else chapters(place.course)
    if not name and not yes:
        confirm_all(place, chosen)
    settings = read_settings()
    environ = jupyter.jupyter_environ(settings.home)
    with place.lock():
        for chapter in chosen:
            kept = reset(place, chapter)
            jupyter.sign([place.path(chapter)], environ)
            click.echo(f"{chapter.name} is fresh" + (f"; yours is kept as {kept.name!r}" if kept else ""))
    if drop_databases(settings, place, {chapter.name for chapter in chosen}):
        click.echo(
            "Its database is gone: reload the notebook in JupyterLab and run its first code cell again."
        )


def confirm_all(workspace: Workspace, chosen: list[Chapter]) -> None:
    """Ask before every chapter is reset, saying which copies will be kept."""
    edited = [chapter.key for chapter in chosen if state(workspace, chapter) is not State.NOT_OPENED]
    click.echo(f"Copies will be kept of {', '.join(edited)}." if edited else "You changed none of them.")
    click.confirm(f"Reset all {len(chosen)} chapters?", abort=True)


def drop_databases(settings: Settings, workspace: Workspace, names: set[str]) -> int:
    """Drop the databases that notebooks of *workspace* opened for the chapters *names*; return how many."""
    dsn = settings.dsn or running_dsn(our_server(settings))
    if dsn is None:
        return 0
    with connect(dsn) as connection:
        owned = [database for database in databases(connection) if database.owner]
    mine = [
        database.name
        for database in owned
        if database.owner
        and database.owner.notebook in names
        and not database.owner.is_gone
        and works_in(database.owner.pid, workspace.root)
    ]
    for database_name in mine:
        drop_clone(Server(dsn, local=settings.dsn is None), database_name)
    return len(mine)


def works_in(pid: int, folder: Path) -> bool:
    """Say whether the process *pid* works in *folder*, as the kernel of a notebook there does."""
    with contextlib.suppress(psutil.Error, OSError):
        return Path(psutil.Process(pid).cwd()).samefile(folder)
    return False
