"""`lessonlab clean`: room on the disk."""

from __future__ import annotations

import click

from lessonlab import content
from lessonlab.cli.options import dsn_option, read_settings
from lessonlab.grading.bases import drop_stale
from lessonlab.postgres.connect import connect
from lessonlab.postgres.provider import drop_unused
from lessonlab.postgres.server import Server, use_server


@click.command("clean")
@dsn_option
def command(dsn: str | None) -> None:
    """
    Drop the databases and templates that nobody uses.

    Databases of open notebooks and the newest templates stay, except of a class that was opened with another
    scale.  Notebooks are never touched.

    \b
    Example:
      lessonlab clean
    """
    with use_server(read_settings(dsn), "lessonlab clean") as server:
        sizes = database_sizes(server)
        dropped = drop_unused(server, stale_templates=True) + drop_stale(server)
    freed = sum(sizes.get(name, 0) for name in dropped)
    if dropped:
        click.echo(
            f"Dropped {len(dropped)} database{'s' if len(dropped) > 1 else ''}, {freed / 1_000_000:,.0f} MB."
        )
    else:
        click.echo("Nothing to drop: every database is in use or the newest template.")


def database_sizes(server: Server) -> dict[str, int]:
    """Return the bytes of each database that we may look into."""
    with connect(server.dsn) as connection:
        rows = connection.execute(content.sql("catalog/templates"), {"pattern": "%"}).fetchall()
    return {name: size for name, _, size in rows}
