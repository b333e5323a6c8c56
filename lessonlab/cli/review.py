"""`lessonlab review`: a schema held against what the chapters teach."""

from __future__ import annotations

import json
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lessonlab.cli.options import absolute, dsn_option, read_settings
from lessonlab.cli.psql import database_name, fresh_database, newest_database
from lessonlab.course.chapters import Chapter, find
from lessonlab.errors import WorkspaceError
from lessonlab.postgres.connect import connect
from lessonlab.postgres.provider import drop_clone, live_database
from lessonlab.postgres.server import use_server
from lessonlab.review import LEVELS, leave_out, review
from lessonlab.review.exceptions import (
    FILE,
    Exceptions,
    baseline,
    identity,
    parse_ignore,
    read_baseline,
    read_exceptions,
    without,
)
from lessonlab.review.printed import legend, review_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lessonlab.review import Ignore, Review

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
    "--ignore",
    "ignores",
    multiple=True,
    metavar="RULE[:OBJECT]=REASON",
    help="Leave these out, and say why; OBJECT may hold * and ?. May be repeated.",
)
@click.option(
    "--config",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help=f"In place of ./{FILE}, if there is one.",
)
@click.option(
    "--baseline", type=click.Path(path_type=Path), metavar="FILE", help="What is in FILE is not new."
)
@click.option(
    "--write-baseline",
    "kept",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write what is there now to FILE, and fail for none of it.",
)
@click.option("--comments", is_flag=True, help="Also list what has no comment; else it is only counted.")
@click.option(
    "--json",
    "target",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Also write the findings to FILE.",
)
@dsn_option
def command(
    name: str | None, *, schemas: tuple[str, ...], fail_on: str, comments: bool, dsn: str | None, **files: Any
) -> None:
    """
    Hold a schema against what the chapters teach, and say what to do about each finding.

    With --dsn or LESSONLAB_DSN, and no CHAPTER, it is that database, which is only read.  Otherwise it is the
    one that CHAPTER's notebook has open, or the one opened last; where none is open, a fresh class.

    \b
    An old schema in CI: write down once what is there, then fail for what is new.
      lessonlab review --write-baseline review.json
      lessonlab review --baseline review.json

    \b
    What may stay has a reason, on the command line or in lessonlab.toml:
      [review]
      baseline = "review.json"
      [[review.ignore]]
      rule = "updated_at_without_trigger"
      object = "legacy.*"
      reason = "the nightly import sets it"

    \b
    Examples:
      lessonlab review --dsn postgresql://ada@db.example.org/shop
      lessonlab review 06
      lessonlab review --schema public --json findings.json --fail-on cost
      lessonlab review --ignore "json_as_text:log.body=kept as it came"
    """
    chapter = find(name) if name else None
    ignores, before = exceptions(files["ignores"], files["config"], files["baseline"], writes=files["kept"])
    with reviewed(chapter, dsn) as address, connect(address) as connection:
        found = leave_out(review(connection, schemas), ignores)
    if files["kept"]:
        write(baseline(found), absolute(files["kept"]), "--write-baseline")
        before = frozenset(map(identity, found.findings))
    new = without(found, before)
    if files["target"]:
        write(as_json(new), absolute(files["target"]), "--json")
    click.echo(review_text(new, everything=comments))
    levels = list(LEVELS)
    if fail_on != NEVER and any(map(new.count, levels[: levels.index(fail_on) + 1])):
        raise SystemExit(1)


def exceptions(
    ignores: tuple[str, ...], config: Path | None, named: Path | None, *, writes: Path | None
) -> tuple[list[Ignore], frozenset[tuple[str, str]]]:
    """Return what to ignore and what was there before, as the command line and the file of settings say."""
    file = absolute(config or Path(FILE))
    said = read_exceptions(file) if config or file.is_file() else Exceptions()
    before = absolute(named) if named else said.baseline
    # what is about to be written need not be there yet
    known = read_baseline(before) if before and not writes else frozenset[tuple[str, str]]()
    return [*map(parse_ignore, ignores), *said.ignore], known


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


def as_json(found: Review) -> dict[str, Any]:
    """Return *found* as JSON has it; a later run takes it as its baseline, too."""
    ignored = [
        {"rule": finding.rule.name, "object": finding.object, "reason": ignore.reason}
        for finding, ignore in found.ignored
    ]
    return {
        "schemas": found.schemas,
        "tables": found.tables,
        "findings": [finding.as_dict() for finding in found.findings],
        "ignored": ignored,
        "before": found.before,
    }


def write(said: object, target: Path, option: str) -> None:
    """Write *said* as JSON to the file *target*, which *option* named."""
    try:
        target.write_text(json.dumps(said, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    except OSError as error:
        raise WorkspaceError(
            f"the file {str(target)!r} cannot be written: {error.strerror}",
            cure=f"name another file with {option}",
        ) from None
