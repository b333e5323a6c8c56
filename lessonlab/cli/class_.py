"""`lessonlab class`: everything about a class; each command under it is a module `class_NAME` here."""

from __future__ import annotations

import click

from lessonlab.cli.lazy import LazyGroup

COMMANDS = {  # said here, so that the help need not load them all
    "init": "Make the folder that is a class.",
    "show": "Say who is in a class, what counts and when.",
    "tokens": "Give everybody what they show in place of a password.",
    "bundle": "Make what students get, without the answers that are closed.",
    "provision": "Give everybody a database on a server of yours.",
    "doctor": "For students: see that this machine is ready, in a line to send back.",
    "serve": "Take hand-ins, and show the board.",
    "board": "Show the board in this terminal.",
    "grade": "Judge what was handed in again, and write the marks.",
    "record": "Write what was graded into the tables that the course teaches.",
    "export": "Give somebody what the class knows of them.",
    "forget": "Remove what the class knows of somebody.",
}


@click.group("class", cls=LazyGroup, lines=COMMANDS, prefix="class_")
def command() -> None:
    """
    For instructors: prepare a class, take what is handed in, mark it, and see who is stuck.

    A class is a folder; DIR is this one where none is named.

    \b
    Examples:
      lessonlab class init spring        make the folder, then edit class.toml and roster.csv
      lessonlab class show spring        see that it says what you mean
      lessonlab class grade spring       judge what lies below spring/handed-in
    """
