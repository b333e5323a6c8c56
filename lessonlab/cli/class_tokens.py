"""`lessonlab class tokens`: what each person shows in place of a password."""

from __future__ import annotations

from pathlib import Path

import click

from lessonlab.cli.options import absolute
from lessonlab.errors import ConfigError
from lessonlab.workshop import roster, tokens
from lessonlab.workshop.class_folder import open_class


@click.command("tokens")
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR", default=".")
@click.option("--rotate", multiple=True, metavar="PERSON", help="Give PERSON a new token; the old one ends.")
@click.option("--rotate-all", is_flag=True, help="Give everybody a new token.")
def command(folder: Path, *, rotate: tuple[str, ...], rotate_all: bool) -> None:
    """
    Give everybody in the roster a token who has none.

    They stand in tokens.csv, beside the name that others see on the board; send each person their own line.

    \b
    Examples:
      lessonlab class tokens spring
      lessonlab class tokens spring --rotate ada@example.org
    """
    opened = open_class(absolute(folder))
    if opened.passes and not opened.people:  # all would lose theirs
        cure = f"put people into {opened.path / roster.FILE}, or end the class: class forget --everybody"
        raise ConfigError(f"nobody is in the roster, and {len(opened.passes)} have a token", cure=cure)
    people = opened.people if rotate_all else tuple(map(opened.person, rotate))
    renewed = {person.email for person in people} & set(opened.passes)
    made = tokens.make_tokens(opened.path / tokens.FILE, opened.people, rotate=renewed)
    new = len(set(made) - set(opened.passes))
    gone = len(set(opened.passes) - set(made))
    click.echo(f"{new} new, {len(renewed)} renewed, {gone} gone; {len(made)} in {opened.path / tokens.FILE}")
