"""`lessonlab hand-in`: send what one has tried."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from lessonlab.cli.options import absolute, read_settings, workspace_option
from lessonlab.config import HIDDEN
from lessonlab.errors import ConfigError
from lessonlab.workshop import joined, sending, tries


@click.command("hand-in")
@workspace_option
@click.option(
    "--to", "target", type=click.Path(path_type=Path), metavar="DIR", help="Write a file into DIR instead."
)
def command(workspace: Path, *, target: Path | None) -> None:
    """
    Send all that you have tried to your class's server, or write it to a file where there is none.

    Everything goes each time: what was sent before counts once, from when it came first.

    \b
    Examples:
      lessonlab hand-in
      lessonlab hand-in --to ~/Desktop      a file, to be sent by mail or uploaded
    """
    settings = read_settings()
    course = joined.class_here()
    if course is None:
        raise ConfigError("you are in no class here", cure="install the file that your instructor gave you")
    who = joined.joined(settings.home)
    places = (absolute(workspace) / HIDDEN / tries.FILE, settings.home / tries.FILE)
    mine = [one for place in places for one in tries.read_tries(place)]
    if not mine:
        raise ConfigError(f"nothing was tried in {absolute(workspace)}", cure="%%answer 06-01 in a notebook")
    for one in mine:
        if tries.size_of(one) > tries.MOST_PART:
            click.echo(f"left out: a try at {one.exercise} that is longer than {tries.MOST_PART // 2**20} MB")
    if course.address and target is None:
        if not who.token:
            raise ConfigError("it is not known who you are", cure="lessonlab join you@example.org TOKEN")
        came = list(sending.send_all(course.address, who, mine, click.echo))
        if not came:
            raise ConfigError("nothing is left to hand in", cure="%%answer 06-01 in a notebook")
        last, count = came[-1], sum(one.tries for one in came)
        click.echo(f"{count} tries handed in, received {last.received}; on the board you are {last.alias}")
        if last.note:
            click.echo(last.note)
        return
    name = "".join(letter if letter.isalnum() or letter in "@.-_" else "_" for letter in who.person)
    stem = f"hand-in_{name}_{dt.datetime.now(dt.UTC):%Y-%m-%dT%H%M%S}"
    for number, part in enumerate(tries.in_parts(mine)):
        path = absolute(target or Path()) / f"{stem}{f'_{number + 1}' if number else ''}.json"
        sending.write_file(path, who, part)
        click.echo(f"{len(part)} tries of {who.person}, packed for your instructor: {path}")
