"""`lessonlab doctor`: what is wrong, and what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from lessonlab.cli.checks import CHECKS
from lessonlab.cli.machine import Finding, Patient
from lessonlab.cli.options import absolute, dsn_option, read_settings, workspace_option

if TYPE_CHECKING:
    from pathlib import Path

MARKS = {True: "✓", False: "✗", None: "–"}


@click.command("doctor")
@dsn_option
@workspace_option
def command(dsn: str | None, workspace: Path) -> None:
    """
    Look at each thing that can be wrong, and say what cures it.

    Nothing is started or changed.  ✓ is well, ✗ is not, – does not apply here.  The exit code is 1 when
    anything is wrong.

    \b
    Examples:
      lessonlab doctor
      lessonlab doctor --dsn postgresql://ada@db.example.org/postgres
    """
    patient = Patient(read_settings(dsn), absolute(workspace))
    findings = [(name, check(patient)) for name, check in CHECKS.items()]
    for name, finding in findings:
        click.echo(line(name, finding))
    wrong = sum(finding.well is False for _, finding in findings)
    click.echo(f"{wrong} wrong." if wrong else "All is well.")
    if wrong:
        raise SystemExit(1)


def line(name: str, finding: Finding) -> str:
    """
    Return *finding* as a line, with its cure below it.

    >>> print(line("disk", Finding(False, "80 MB free", "lessonlab clean")))
    ✗ disk       80 MB free
                 next: lessonlab clean
    """
    text = f"{MARKS[finding.well]} {name:<10} {finding.said}"
    return text + (f"\n{'':13}next: {finding.cure}" if finding.cure else "")
