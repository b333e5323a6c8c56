"""`lessonlab spread`: the course's tables on the machines of a Citus coordinator."""

from __future__ import annotations

from contextlib import closing

import click

from lessonlab.cli.options import dsn_option, read_settings
from lessonlab.errors import ConfigError
from lessonlab.postgres.citus import spread
from lessonlab.postgres.connect import connect


@click.command("spread")
@dsn_option
@click.option("--worker", "workers", multiple=True, metavar="HOST:PORT", help="A machine for shards; repeat.")
def command(*, dsn: str | None, workers: tuple[str, ...]) -> None:
    """
    Make the course's tables in an empty database of a Citus coordinator, and spread them by learner.

    Each worker gets a database of the same name and is made known to the coordinator; without any it keeps
    all shards itself.  What is there already is left as it is: a second run adds what is missing.

    \b
    Examples:
      lessonlab spread --dsn postgresql://postgres@db1/school
      lessonlab spread --dsn postgresql://postgres@db1/school --worker db2:5432 --worker db3:5432
    """
    settings = read_settings(dsn)
    if settings.dsn is None:
        raise ConfigError(
            "the lab's own server has no Citus",
            cure="lessonlab spread --dsn postgresql://postgres@db1/school",
        )
    with closing(connect(settings.dsn)) as connection:
        for file in spread(connection, workers):
            click.echo(f"applied {file.name}")
        shards = connection.execute(
            "SELECT nodename || ':' || nodeport, count(*) FROM citus_shards GROUP BY 1 ORDER BY 1"
        )
        for node, count in shards:
            click.echo(f"{node} holds {count:,} shards")
