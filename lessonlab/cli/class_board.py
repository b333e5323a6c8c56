"""`lessonlab class board`: the board in a terminal, from a folder of files."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from lessonlab.cli.class_overdue import remind
from lessonlab.cli.options import absolute
from lessonlab.workshop import told_board
from lessonlab.workshop.board import Board
from lessonlab.workshop.class_folder import open_class
from lessonlab.workshop.collected import collect


@click.command("board")
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR", default=".")
@click.option("--names", is_flag=True, help="Show names; without it everybody is an alias.")
def command(folder: Path, *, names: bool) -> None:
    """Show who is where in the class in DIR and what it gets wrong, from what was handed in."""
    opened = open_class(absolute(folder))
    remind(opened)
    now = dt.datetime.now(dt.UTC)
    board = Board(opened)
    for one in collect(opened, now).handed:
        board.take(one)
    click.echo(told_board.text(board.view(now), names=names))
