"""`lessonlab progress`: how far one is, as a map, a file or a page."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lessonlab.cli.options import absolute, dsn_option, read_settings, say_workspace, workspace_option
from lessonlab.cli.report import refuse_strangers, write
from lessonlab.errors import ConfigError
from lessonlab.postgres.connect import connect
from lessonlab.postgres.server import our_server, use_server
from lessonlab.reader import progress_page, record_file
from lessonlab.reader.course_map import CourseMap
from lessonlab.reader.record import Record
from lessonlab.reader.standing import Standing, read_standing
from lessonlab.reader.who import reader_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lessonlab.config import Settings

FILE = click.Path(path_type=Path)


@click.command("progress")
@click.option("--export", "out", type=FILE, metavar="FILE", help="Write your record to a file.")
@click.option("--import", "given", type=FILE, metavar="FILE", help="Add what such a file says to yours.")
@click.option("--mine", is_flag=True, help="With --import: the file is yours, though it has another name.")
@click.option("--html", type=FILE, metavar="FILE", help="Write a page that you can show.")
@dsn_option
@workspace_option
def command(
    out: Path | None, given: Path | None, html: Path | None, *, mine: bool, dsn: str | None, workspace: Path
) -> None:
    """
    Say how far you are: where to go on, each page, what is passed and what is left.

    Your record is kept on this machine.  --import adds and takes nothing away: of each lesson the more stays.

    \b
    Examples:
      lessonlab progress
      lessonlab progress --html progress.html
      lessonlab progress --export ada.json
      lessonlab progress --import ada.json
    """
    if sum(path is not None for path in (out, given, html)) > 1:
        raise click.UsageError("one of --export, --import and --html at a time")
    settings = read_settings(dsn)
    file = record_file.find_path(settings.home, {"LESSONLAB_WORKSPACE": str(workspace)})
    if given is not None:
        click.echo(bring_in(settings, file, absolute(given), mine=mine))
        return
    if html is not None:
        refuse_strangers(absolute(html), progress_page.GENERATOR)
    found = standing_of(settings, file)
    if out is not None:
        click.echo(take_out(settings, file, absolute(out), found))
    elif html is not None:
        write(absolute(html), progress_page.page(found))
        click.echo(f"{CourseMap(found).done()}: {html}")
    else:
        click.echo(repr(CourseMap(found)))
        say_workspace(workspace)


def standing_of(settings: Settings, file: Path) -> Standing:
    """Return how far the reader is; nothing is made where nothing was ever written."""
    name = reader_name()
    back = record_file.own_path(file, name).exists()
    if settings.dsn is None and not our_server(settings).data.exists() and not back:
        return Standing(name)
    with use_server(settings, "lessonlab progress") as server:
        found = read_standing(server, name)
        if found.is_empty and back:
            with contextlib.closing(Record(lambda: server, name, file)) as record:
                return record.standing()
        return found


def take_out(settings: Settings, file: Path, target: Path, found: Standing) -> str:
    """Write the record to *target*, and say what is in it; a file that is no record is kept."""
    if found.is_empty:
        raise ConfigError(f"nothing is recorded of {found.reader!r} yet", cure="lessonlab start")
    if target.exists():
        whose = record_file.read(target).get("reader")
        if whose not in (None, found.reader):
            raise ConfigError(
                f"{str(target)!r} is the record of {whose!r}, and is kept", cure="name another file"
            )
    with opened(settings, file) as record, connect(record.dsn()) as inside:
        record_file.write(target, record_file.collect(inside, record.reader, record.name))
    return f"{CourseMap(found).done()}: {target}"


def bring_in(settings: Settings, file: Path, source: Path, *, mine: bool) -> str:
    """Add the record in *source* to the reader's own, and say how far that is."""
    said, name = record_file.read(source), reader_name()
    whose = said.get("reader", name)
    if whose != name and not mine:
        raise ConfigError(
            f"{str(source)!r} is the record of {whose!r}, and you are {name!r}",
            cure="if it is yours all the same: lessonlab progress --mine --import FILE",
        )
    with opened(settings, file) as record:
        with connect(record.dsn()) as inside:
            count = record_file.merge(inside, record.reader, said)
        record.export()
        return f"{count} lessons came from {source}. Now: {CourseMap(record.standing()).done()}"


@contextlib.contextmanager
def opened(settings: Settings, file: Path) -> Iterator[Record]:
    """Yield the reader's record, made when it is missing, on a server that is started as needed."""
    with (
        use_server(settings, "lessonlab progress") as server,
        contextlib.closing(Record(lambda: server, file=file)) as record,
    ):
        yield record
