"""What each command says of a class that should be gone."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from lessonlab.workshop.class_folder import ClassFolder


def remind(opened: ClassFolder) -> None:
    """Say beside what a command prints that the day has passed on which the class was to be erased."""
    said = opened.course.overdue(dt.datetime.now(opened.course.zone).date())
    if said:
        click.echo(said, err=True)
