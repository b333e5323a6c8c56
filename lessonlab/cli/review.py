"""`lessonlab review`: a schema held against what the chapters teach."""

from __future__ import annotations

import json
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lessonlab.cli.options import absolute, dsn_option, read_settings
from lessonlab.cli.psql import database_name, fresh_database, newest_database
from lessonlab.course.chapters import Chapter, find
from lessonlab.errors import WorkspaceError
from lessonlab.postgres.connect import connect
from lessonlab.postgres.provider import drop_clone, live_database
from lessonlab.postgres.server import use_server
from lessonlab.review import LEVELS, review
from lessonlab.review.text import legend

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lessonlab.review import Review

NEVER = "never"


@click.command("review", epilog="\b\n" + legend())
@click.argument("name", required=False, metavar="[CHAPTER]")
@click.option("--schema", "schemas", multiple=True, metavar="NAME", help="Only this schema; may be repeated.")
@click.option(
    "--fail-on",
    type=click.Choice([*LEVELS, NEVER]),
    default="fault",
    show_default=True,
    help="The mildest level that makes the exit code 1.",
)
@click.option(
    "--json",
    "target",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Also write the findings to FILE.",
)
@dsn_option
def command(
    name: str | None, *, schemas: tuple[str, ...], fail_on: str, target: Path | None, dsn: str | None
) -> None:
    """
    Hold a schema against what the chapters teach, and say what to do about each finding.

    With --dsn it is that database, which is only read.  Otherwise it is the one that CHAPTER's notebook has
    open, or the one opened last; where none is open, a fresh class.

    \b
    Examples:
      lessonlab review --dsn postgresql://ada@db.example.org/shop
      lessonlab review 06
      lessonlab review --schema public --json findings.json --fail-on cost
    """
    chapter = find(name) if name else None
    with reviewed(chapter, dsn) as address, connect(address) as connection:
        found = review(connection, schemas)
    if target:
        write(found, absolute(target))
    click.echo(repr(found))
    levels = list(LEVELS)
    if fail_on != NEVER and any(map(found.count, levels[: levels.index(fail_on) + 1])):
        raise SystemExit(1)


@contextmanager
def reviewed(chapter: Chapter | None, dsn: str | None) -> Iterator[str]:
    """Yield the connection string of the database to look at; a fresh one is dropped afterwards."""
    if dsn and chapter is None:
        yield dsn
        return
    with use_server(read_settings(dsn), "lessonlab review") as server:
        live = live_database(server, chapter.name) if chapter else newest_database(server)
        address = live or fresh_database(server, chapter, "small")
        try:
            yield address
        finally:
            if live is None:
                drop_clone(server, database_name(address))


def write(found: Review, target: Path) -> None:
    """Write *found* to the file *target* as JSON."""
    document = {"schemas": found.schemas, "tables": found.tables}
    findings = [finding.as_dict() for finding in found.findings]
    try:
        target.write_text(
            json.dumps({**document, "findings": findings}, indent=2, ensure_ascii=False) + "\n",
            encoding="utf-8",
        )
    except OSError as error:
        raise WorkspaceError(
            f"the file {str(target)!r} cannot be written: {error.strerror}",
            cure="name another file with --json",
        ) from None
