"""`lessonlab doctor`: what is wrong, and what to do about it."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import click

from lessonlab.cli.checks import CHECKS
from lessonlab.cli.machine import Examined, Patient
from lessonlab.cli.options import dsn_option, read_settings, workspace_option
from lessonlab.errors import LessonLabError
from lessonlab.postgres.connect import place
from lessonlab.postgres.server import use_server

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lessonlab.config import Settings

MARKS = {True: "✓", False: "✗", None: "–"}


@click.command("doctor")
@click.option("--mend", is_flag=True, help="First put right what SQL has broken on the lab's own server.")
@dsn_option
@workspace_option
def command(dsn: str | None, workspace: Path, *, mend: bool) -> None:
    """
    Look at each thing that can be wrong, and say what cures it.

    ✓ is well, ✗ is not, – does not apply here.  The exit code is 1 when anything is wrong.  Without --mend
    nothing is started or changed.  With it the lab's own server is started, and its roles, databases and
    settings are put right; each thing that was wrong is said.  A server of others is left alone.

    \b
    Examples:
      lessonlab doctor
      lessonlab doctor --mend
      lessonlab doctor --dsn postgresql://ada@db.example.org/postgres
    """
    patient = Patient(read_settings(dsn), workspace)
    if mend:
        with mended(patient.settings):
            examine(patient)
    else:
        examine(patient)


@contextlib.contextmanager
def mended(settings: Settings) -> Iterator[None]:
    """Put the lab's own server right, and hold it; what cannot be is found by the checks too."""
    if settings.dsn:
        click.echo(f"The server at {place(settings.dsn)} is not the lab's own: nothing there is mended.")
        yield
        return
    with contextlib.ExitStack() as stack:
        try:
            stack.enter_context(use_server(settings, "lessonlab doctor"))
        except LessonLabError as error:
            click.echo(f"not mended: {error.message}")
        yield


def examine(patient: Patient) -> None:
    """Say what each check finds; leave with 1 where something is wrong."""
    findings = [(name, check(patient)) for name, check in CHECKS.items()]
    for name, finding in findings:
        click.echo(line(name, finding))
    wrong = sum(finding.well is False for _, finding in findings)
    click.echo(f"{wrong} wrong." if wrong else "All is well.")
    if wrong:
        raise SystemExit(1)


def line(name: str, finding: Examined) -> str:
    """
    Return *finding* as a line, with its cure below it.

    >>> print(line("disk", Examined(False, "80 MB free", "lessonlab clean")))
    ✗ disk       80 MB free
                 next: lessonlab clean
    """
    text = f"{MARKS[finding.well]} {name:<10} {finding.said}"
    return text + (f"\n{'':13}next: {finding.cure}" if finding.cure else "")
