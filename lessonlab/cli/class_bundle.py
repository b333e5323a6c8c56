"""`lessonlab class bundle`: what students get."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from lessonlab.cli.options import absolute
from lessonlab.workshop import bundle
from lessonlab.workshop.class_folder import open_class, require_answers


@click.command("bundle")
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR", default=".")
@click.option(
    "--to", "target", type=click.Path(path_type=Path), metavar="DIR", help="Where; DIR/bundle else."
)
def command(folder: Path, *, target: Path | None) -> None:
    """
    Make what the students of the class in DIR get.

    \b
    a wheel     python -m pip install lessonlab-…whl
    pages/      the pages without outputs, with the wheel: for nbgitpuller, a share, a hub's home
    a zip       the same folder

    Of an exercise that is judged by the instructor, or whose solution is not shown (yet), there are no
    answers, no hidden data and no probes in it.  Make it anew when something opens: students install it over
    the old one.
    """
    opened = open_class(absolute(folder))
    require_answers(opened)
    now = dt.datetime.now(dt.UTC)
    place = absolute(target) if target else opened.path / "bundle"
    place.mkdir(parents=True, exist_ok=True)
    wheel = bundle.write_wheel(opened, place, now)
    pages = bundle.write_pages(opened, place, wheel)
    packed = bundle.write_zip(place, pages, now)
    closed = bundle.closed_keys(opened, now)
    for path in (wheel, pages, packed):
        click.echo(path)
    click.echo(f"{len(closed)} exercises closed{': ' if closed else ''}{' '.join(closed)}")
