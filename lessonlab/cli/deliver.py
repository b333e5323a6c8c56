"""`lessonlab deliver`: the pages, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from lessonlab.cli.options import outputs_option, read_settings, workspace_option
from lessonlab.cli.start import deliver_on_hub, say_delivered, sign_pages
from lessonlab.course.chapters import START, find
from lessonlab.reader.hub import hub_prefix
from lessonlab.reader.remembered import remember
from lessonlab.reader.workspace import open_workspace

if TYPE_CHECKING:
    from pathlib import Path


@click.command("deliver")
@outputs_option
@workspace_option
def command(*, outputs: bool, workspace: Path) -> None:
    """
    Put the pages into your folder, and say where they are; a page that you have changed stays as it is.

    It is for a hub, where JupyterLab runs already: no server is started, nothing is opened.  lessonlab start
    does the same there.

    \b
    Examples:
      lessonlab deliver
      lessonlab deliver --workspace ~/sql-course
    """
    if hub_prefix():
        deliver_on_hub(workspace, START, outputs=outputs)
        return
    settings, folder = read_settings(), open_workspace(workspace)
    remember(settings.home, folder.root)
    with folder.lock():
        say_delivered(folder, settings, outputs=outputs)
        sign_pages(folder, settings)
    click.echo(f"next: open {folder.root / find(START).filename} in Jupyter")
