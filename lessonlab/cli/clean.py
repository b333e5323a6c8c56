"""`lessonlab clean`: room on the disk."""

from __future__ import annotations

import click

from lessonlab import content
from lessonlab.cli.options import dsn_option, read_settings
from lessonlab.grading.bases import drop_stale
from lessonlab.grading.cage import drop_stale_roles
from lessonlab.postgres.connect import connect
from lessonlab.postgres.provider import drop_unused
from lessonlab.postgres.rescue import kept_data
from lessonlab.postgres.server import Server, use_server
from lessonlab.postgres.throwaway import remove_left
from lessonlab.system import files


@click.command("clean")
@click.option("--kept", "remove_kept", is_flag=True, help="Remove data that was put aside in a rescue, too.")
@dsn_option
def command(dsn: str | None, *, remove_kept: bool) -> None:
    """
    Drop the databases and templates that nobody uses.

    Databases of open notebooks and the newest templates stay, except of a class that was opened with another
    scale.  Notebooks are never touched.  Data on which no server started any more was put aside and stays
    until you ask for its room.

    \b
    Example:
      lessonlab clean
      lessonlab clean --kept
    """
    settings = read_settings(dsn)
    servers = [] if settings.dsn else remove_left(settings.home)
    with use_server(settings, "lessonlab clean") as server:
        sizes = database_sizes(server)
        dropped = drop_unused(server, stale_templates=True, visited=True) + drop_stale(server)
        with connect(server.dsn) as connection:
            roles = drop_stale_roles(connection)
        kept = {} if settings.dsn else kept_data(settings.home)  # it runs: nobody puts data aside meanwhile
        left = [folder for folder in kept if not (remove_kept and files.remove_tree(folder))]
    freed = sum(sizes.get(name, 0) for name in dropped)
    if dropped:
        click.echo(f"Dropped {len(dropped)} database{'s' if len(dropped) > 1 else ''}, {megabytes(freed)}.")
    if roles:
        click.echo(f"Dropped {len(roles)} role{'s' if len(roles) > 1 else ''} of answers.")
    if servers:
        click.echo(
            f"Removed {len(servers)} server{'s' if len(servers) > 1 else ''} of runs that were killed."
        )
    for folder, size in kept.items():
        what = "Put aside in a rescue" if folder in left else "Removed"
        click.echo(f"{what}: {folder}, {megabytes(size)}.")
    if left:
        again = "remove it yourself" if remove_kept else "lessonlab clean --kept"
        click.echo(f"Its databases run nowhere; the room comes back by: {again}")
    if not (dropped or roles or servers or kept):
        click.echo("Nothing to drop: every database is in use or the newest template.")


def megabytes(size: int) -> str:
    """
    Return *size* bytes in words.

    >>> megabytes(43_210_000)
    '43 MB'
    """
    return f"{size / 1_000_000:,.0f} MB"


def database_sizes(server: Server) -> dict[str, int]:
    """Return the bytes of each database that we may look into."""
    with connect(server.dsn) as connection:
        return dict(connection.execute(content.sql("catalog/sizes")).fetchall())
