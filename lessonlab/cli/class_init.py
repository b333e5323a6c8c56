"""`lessonlab class init`: the folder that is a class."""

from __future__ import annotations

import shlex
from pathlib import Path

import click

from lessonlab.cli.options import absolute
from lessonlab.workshop import class_folder


@click.command("init")
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
def command(folder: Path) -> None:
    """
    Make DIR a class: class.toml, roster.csv, tokens.csv, and room for what is handed in.

    Files that are there already stay as they are.  The folder can be kept in git: tokens, hand-ins and marks
    are left out of it.
    """
    folder = absolute(folder)
    made = class_folder.new_class(folder)
    for file in made:
        click.echo(f"made {file.name}")
    click.echo(f"{folder} is a class; edit class.toml and roster.csv")
    click.echo(f"next: lessonlab class show {shlex.quote(str(folder))}")
