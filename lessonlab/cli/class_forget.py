"""`lessonlab class forget`: remove what a class knows of a person."""

from __future__ import annotations

from pathlib import Path

import click

from lessonlab.cli.options import absolute
from lessonlab.errors import ConfigError
from lessonlab.workshop import private
from lessonlab.workshop.class_folder import open_class


@click.command("forget")
@click.argument("people", metavar="PERSON...", nargs=-1)
@click.option(
    "--class", "folder", type=click.Path(path_type=Path), metavar="DIR", default=".", help="The class."
)
@click.option("--everybody", is_flag=True, help="After the class: everybody.")
@click.option("--yes", is_flag=True, help="Do not ask.")
def command(people: tuple[str, ...], folder: Path, *, everybody: bool, yes: bool) -> None:
    """
    Remove everything that a class knows of PERSON: hand-ins, feedback, token, the roster's line.

    Tables of marks have everybody in them; they go, too, and `class grade` makes them anew for the others.
    What you have copied elsewhere, or keep in git, is yours to remove.
    """
    opened = open_class(absolute(folder))
    if bool(people) == everybody:
        raise ConfigError("whom?", cure="lessonlab class forget ada@example.org, or --everybody")
    whom = list(opened.people) if everybody else [opened.person(person) for person in people]
    if not yes:
        names = ", ".join(one.email for one in whom)
        click.confirm(f"Remove all of {names} from {opened.path}?", abort=True)
    for person in whom:
        for line in private.forget(opened, person):
            click.echo(f"removed {line}")
        opened = open_class(opened.path)
