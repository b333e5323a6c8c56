"""`lessonlab class doctor`: homework for students, a line to send back before the day."""

from __future__ import annotations

import platform
import time
from importlib import metadata
from typing import TYPE_CHECKING

import click

from lessonlab.cli.checks import CHECKS
from lessonlab.cli.machine import Patient
from lessonlab.cli.options import build_templates, dsn_option, read_settings, workspace_option
from lessonlab.errors import LessonLabError
from lessonlab.postgres.connect import connect, server_version
from lessonlab.postgres.server import use_server
from lessonlab.workshop.joined import joined

if TYPE_CHECKING:
    from pathlib import Path

    from lessonlab.config import Settings


@click.command("doctor")
@dsn_option
@workspace_option
def command(dsn: str | None, workspace: Path) -> None:
    """
    See that this machine is ready for the class, and print one line to send to your instructor.

    It really starts PostgreSQL and builds the small class, so it takes some seconds the first time.  The line
    says who you are, your system and its versions; it says nothing else of your machine.
    """
    settings = read_settings(dsn)
    who = joined(settings.home)
    found = [(name, check(Patient(settings, workspace))) for name, check in CHECKS.items()]
    wrong = [f"{name}: {one.said}" for name, one in found if one.well is False]
    server = ""
    if not wrong:
        try:
            server = begin(settings)
        except LessonLabError as error:
            wrong.append(f"server: {error.message}")
    parts = [
        "NOT READY" if wrong else "ready",
        who.person,
        f"lessonlab {metadata.version('lessonlab')}",
        f"{platform.system()} {platform.release()} {platform.machine()}",
        f"Python {platform.python_version()}",
        *([server] if server else []),
        *wrong,
    ]
    click.echo(" · ".join(part.replace("\n", " ") for part in parts))
    if wrong:
        click.echo("next: lessonlab doctor, which says what cures it", err=True)
        raise SystemExit(1)


def begin(settings: Settings) -> str:
    """Start the server, build the small class, and return which server it is and how long that took."""
    started = time.perf_counter()
    with use_server(settings, "lessonlab class doctor") as server:
        build_templates(server, ["small"])
        with connect(server.dsn) as connection:
            version = server_version(connection)
    seconds = time.perf_counter() - started
    return f"PostgreSQL {version // 10_000}.{version % 10_000} in {seconds:.0f} s"
