"""`lessonlab class serve`: takes hand-ins and shows the board."""

from __future__ import annotations

import asyncio
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lessonlab.cli.class_overdue import remind
from lessonlab.cli.options import absolute, dsn_option
from lessonlab.postgres.connect import place
from lessonlab.system.signals import ended_by_signals
from lessonlab.workshop import serving
from lessonlab.workshop.databases import FILE
from lessonlab.workshop.host import Host
from lessonlab.workshop.watching import Allowed, ClassWatch

if TYPE_CHECKING:
    from collections.abc import Iterator


@click.command("serve")
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR", default=".")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8090, show_default=True, help="0 takes a free one."
)
@dsn_option
@click.option(
    "--longest",
    type=click.FloatRange(min=1),
    default=Allowed().statement,
    show_default=True,
    metavar="SECONDS",
    help="On a class's server, what a student's statement may take.",
)
def command(folder: Path, *, host: str, port: int, dsn: str | None, longest: float) -> None:
    """
    Take hand-ins for the class in DIR, and show the board.

    What students send is kept as files below DIR/handed-in before they are told so.  Nothing of it is run
    here: lessonlab class grade does that, on servers that are thrown away.  For a room full of people put a
    proxy with TLS in front, and write its address into class.toml.

    With --dsn it watches over the server on which lessonlab class provision made everybody's database: a
    student's session that would stop the others is ended, and said here.

    \b
    Examples:
      lessonlab class serve spring
      lessonlab class serve spring --dsn postgresql://postgres@db.example.org/postgres
    """
    opened = Host(absolute(folder))
    remind(opened.opened)
    with suppress(KeyboardInterrupt), ended_by_signals() as told_to_end, watched(opened, dsn, longest):
        asyncio.run(serving.serve(opened, host, port, click.echo, told_to_end))


@contextmanager
def watched(host: Host, dsn: str | None, longest: float) -> Iterator[None]:
    """Watch over the server of *dsn* inside, where people of the class were given databases there."""
    path = host.folder / FILE
    if dsn is None or not path.is_file():
        yield
        return
    aliases = {email: one.alias for email, one in host.opened.passes.items()}
    watch = ClassWatch(dsn, path, Allowed(statement=longest), click.echo, aliases)
    click.echo(f"watching over the server at {place(dsn)}: a statement may take {longest:g} s")
    watch.start()
    try:
        yield
    finally:
        watch.close()
