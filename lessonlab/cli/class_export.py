"""`lessonlab class export`: what a class knows of one person."""

from __future__ import annotations

from pathlib import Path

import click

from lessonlab.cli.options import absolute
from lessonlab.workshop import private
from lessonlab.workshop.class_folder import open_class
from lessonlab.workshop.people import folder_name


@click.command("export")
@click.argument("person", metavar="PERSON")
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR", default=".")
@click.option(
    "--to", "target", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="The zip."
)
def command(person: str, folder: Path, *, target: Path | None) -> None:
    """Write everything that the class in DIR knows of PERSON to a zip."""
    opened = open_class(absolute(folder))
    whose = opened.person(person)
    path = absolute(target or Path(f"{folder_name(whose.email)}.zip"))
    names = private.export(opened, whose, path)
    click.echo(f"{len(names)} files of {whose.name} <{whose.email}>: {path}")
