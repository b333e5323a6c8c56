"""`lessonlab reset`: begin a chapter anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from lessonlab.cli.options import dsn_option, outputs_option, read_settings, say_workspace, workspace_option
from lessonlab.course.chapters import Chapter, chapters, find
from lessonlab.postgres.connect import connect
from lessonlab.postgres.local_server import running_dsn
from lessonlab.postgres.provider import databases, drop_clone
from lessonlab.postgres.server import Server, our_server
from lessonlab.reader import jupyter
from lessonlab.reader.own_pages import PageState, reset, state
from lessonlab.reader.remembered import remember
from lessonlab.reader.workspace import Workspace, open_workspace
from lessonlab.system.files import is_same
from lessonlab.system.processes import folder_of

if TYPE_CHECKING:
    from pathlib import Path

    from lessonlab.config import Settings


@click.command("reset")
@click.argument("name", required=False, metavar="[CHAPTER]")
@click.option("--yes", "-y", is_flag=True, help="Do not ask before resetting all chapters.")
@outputs_option
@dsn_option
@workspace_option
def command(name: str | None, *, yes: bool, outputs: bool, dsn: str | None, workspace: Path) -> None:
    """
    Give a chapter a fresh notebook and a fresh database.

    A notebook that you changed is kept beside the new one under a dated name, always.  Without CHAPTER all
    chapters are reset, after a question.

    \b
    Examples:
      lessonlab reset 03
      lessonlab reset --yes             all chapters
    """
    place = open_workspace(workspace)
    settings = read_settings(dsn)
    remember(settings.home, place.root)
    chosen = [find(name, place.course)] if name else chapters(place.course)
    say_workspace(place.root)
    if not name and not yes:
        confirm_all(place, chosen)
    environ = jupyter.jupyter_environ(settings.home)
    with place.lock():
        for chapter in chosen:
            kept = reset(place, chapter, outputs=outputs)
            jupyter.sign([place.path(chapter)], environ)
            click.echo(f"{chapter.name} is fresh" + (f"; yours is kept as {kept.name!r}" if kept else ""))
    if drop_databases(settings, place, {chapter.name for chapter in chosen}):
        click.echo(
            "Its database is gone: reload the notebook in JupyterLab and run its first code cell again."
        )


def confirm_all(workspace: Workspace, chosen: list[Chapter]) -> None:
    """Ask before every chapter is reset, saying which copies will be kept."""
    edited = [chapter.key for chapter in chosen if state(workspace, chapter) is not PageState.NOT_OPENED]
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
    at = folder_of(pid)
    return at is not None and is_same(at, folder)
