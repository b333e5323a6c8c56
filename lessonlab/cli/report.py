"""`lessonlab report`: a course on one page, with no notebook."""

from __future__ import annotations

import contextlib
import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import psycopg
from psycopg import IsolationLevel, conninfo

from lessonlab.cli.options import absolute, dsn_option, progress_bar, read_settings
from lessonlab.course.chapters import find
from lessonlab.errors import ServerError, SqlError, WorkspaceError
from lessonlab.postgres.connect import connect
from lessonlab.postgres.provider import clone, drop_clone, live_database
from lessonlab.postgres.server import Server, use_server
from lessonlab.postgres.sizes import SIZES
from lessonlab.postgres.sqlerrors import sql_error

if TYPE_CHECKING:
    from collections.abc import Iterator

    from psycopg import Connection

TABLES = "SELECT count(to_regclass(name)) = 3 FROM unnest(%s::text[]) AS name"
NEEDED = ["users", "courses", "lesson_progress"]


@click.command("report")
@click.option(
    "--html",
    type=click.Path(path_type=Path),
    metavar="FILE",
    required=True,
    help="Where the page is written.",
)
@click.option("--course", metavar="TITLE", help="Title or id; the course that most began when not said.")
@click.option("--notebook", metavar="CHAPTER", help="The database that this chapter's notebook has open.")
@click.option(
    "--size", type=click.Choice(SIZES), default="small", show_default=True, help="Otherwise: a class of ours."
)
@click.option("--without-names", is_flag=True, help="Leave out whom to write to.")
@dsn_option
def command(
    html: Path, *, course: str | None, notebook: str | None, size: str, without_names: bool, dsn: str | None
) -> None:
    """
    Write a course on one page: six charts, their figures, and whom to write to.

    The page is one file without script or network.  A database named by --dsn that has the tables users,
    courses and lesson_progress is reported on as it is, and only read; else a class of ours is used.

    \b
    Examples:
      lessonlab report --html class.html
      lessonlab report --html class.html --course "Public Speaking, Autumn 2025"
      lessonlab report --html class.html --notebook 14d
      lessonlab report --html class.html --dsn postgresql://teacher@db/school --without-names
    """
    from lessonlab.charts import report_page  # noqa: PLC0415 - who asks for help need not wait for it

    target = absolute(html)
    refuse_strangers(target, report_page.GENERATOR)
    with (
        use_server(read_settings(dsn), "lessonlab report") as server,
        database(server, notebook, size) as connection,
    ):
        try:
            chosen = report_page.choose(report_page.courses(connection), course)
            written = report_page.page(connection, chosen, names=not without_names)
        except psycopg.Error as error:
            raise refused(error) from None
    write(target, written)
    click.echo(f"{chosen.title}, {chosen.learners:,} learners: {html}")


@contextlib.contextmanager
def database(server: Server, notebook: str | None, size: str) -> Iterator[Connection[Any]]:
    """Yield a connection that reads one moment of what to report on; a clone is dropped afterwards."""
    if notebook:
        chapter = find(notebook).name
        live = live_database(server, chapter)
        if live is None:
            raise ServerError(f"no notebook has {chapter} open", cure=f"lessonlab start {notebook}")
        with reading(live) as connection:
            yield connection
    elif not server.local and has_tables(server.dsn):
        with reading(server.dsn) as connection:
            yield connection
    else:
        click.echo(f"A fresh {size} class of ours is reported on.", err=True)
        with progress_bar(f"building the {size} class") as progress:
            made = clone(server, "report", size, progress)
        try:
            with reading(made) as connection:
                yield connection
        finally:
            drop_clone(server, str(conninfo.conninfo_to_dict(made)["dbname"]))


@contextlib.contextmanager
def reading(dsn: str) -> Iterator[Connection[Any]]:
    """Yield a connection in a transaction that sees one moment and cannot write."""
    with connect(dsn) as connection:
        connection.isolation_level = IsolationLevel.REPEATABLE_READ
        connection.read_only = True
        with connection.transaction():
            yield connection


def has_tables(dsn: str) -> bool:
    """Say whether the database has what a report reads."""
    with connect(dsn) as connection:
        return connection.execute(TABLES, [NEEDED]).fetchone() == (True,)


def refuse_strangers(target: Path, mark: str) -> None:
    """Raise `WorkspaceError` where *target* cannot be written, or is a file that no report made."""
    if not target.parent.is_dir():
        raise WorkspaceError(
            f"there is no folder {str(target.parent)!r}", cure=f"mkdir -p {shlex.quote(str(target.parent))}"
        )
    if target.is_dir():
        raise WorkspaceError(f"{str(target)!r} is a folder", cure="--html FILE, such as class.html")
    if target.exists() and mark not in target.read_text(encoding="utf-8", errors="replace"):
        raise WorkspaceError(
            f"{str(target)!r} is not a report, and is kept", cure="name another file with --html"
        )


def write(target: Path, page: str) -> None:
    """Write the page; say it in our words where that fails."""
    try:
        target.write_text(page, encoding="utf-8")
    except OSError as error:
        raise WorkspaceError(
            f"{str(target)!r} cannot be written: {error.strerror}", cure="name another file with --html"
        ) from None


def refused(error: psycopg.Error) -> SqlError:
    """Return the server's refusal as ours."""
    cure = "the tables must be those of the course: sql/schema, readable by your role"
    return sql_error(error, heading="the server refused: ", cure=cure)
