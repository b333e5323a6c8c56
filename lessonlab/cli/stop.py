"""`lessonlab stop`: end what was started."""

from __future__ import annotations

import click

from lessonlab.cli.options import read_settings
from lessonlab.postgres import local_server
from lessonlab.postgres.server import our_server
from lessonlab.postgres.throwaway import remove_left
from lessonlab.reader.jupyter import end_all


@click.command("stop")
def command() -> None:
    """
    End every JupyterLab that lessonlab started, and the lab's own PostgreSQL.

    Notebooks and data stay.  A server named by --dsn is never stopped.

    \b
    Example:
      lessonlab stop
    """
    settings = read_settings()
    server = our_server(settings)
    ran = local_server.running_dsn(server) is not None
    ended = end_all(settings.home)
    for lab in ended:
        click.echo(f"Stopped JupyterLab on {lab.root}")
    local_server.stop(server)  # unless it went with the last JupyterLab
    left = remove_left(settings.home)
    if ran or left:
        click.echo("Stopped PostgreSQL.")
    if not ended and not ran and not left:
        click.echo("Nothing was running.")
