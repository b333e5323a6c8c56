"""`lessonlab stop`: end what was started."""

from __future__ import annotations

import click

from lessonlab.cli.options import read_settings
from lessonlab.course.jupyter import end_all
from lessonlab.postgres import owned
from lessonlab.postgres.server import our_server


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
    ran = owned.running_dsn(server) is not None
    ended = end_all(settings.home)
    for lab in ended:
        click.echo(f"Stopped JupyterLab on {lab.root}")
    owned.stop(server)  # unless it went with the last JupyterLab
    if ran:
        click.echo("Stopped PostgreSQL.")
    if not ended and not ran:
        click.echo("Nothing was running.")
