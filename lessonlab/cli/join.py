"""`lessonlab join`: say who one is in a class."""

from __future__ import annotations

import click

from lessonlab.cli.options import read_settings
from lessonlab.workshop import joined


@click.command("join")
@click.argument("person", metavar="EMAIL")
@click.argument("token", metavar="TOKEN")
def command(person: str, token: str) -> None:
    """
    Say who you are in your class, with the token that your instructor sent you.

    It is kept beside the lab's own server, readable by you alone.

    \b
    Example:
      lessonlab join ada@example.org TOKEN
    """
    joined.join(read_settings().home, person, token)
    course = joined.class_here()
    where = f" in {course.title}" if course else ""
    click.echo(
        f"you are {person.strip().lower()}{where}\nnext: lessonlab hand-in, when you have answered something"
    )
