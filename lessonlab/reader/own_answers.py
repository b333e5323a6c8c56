"""A reader's own answers: listed, and put back into a cell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import psycopg

from lessonlab.errors import ConfigError, LessonLabError, UnknownName
from lessonlab.reader.record import Record
from lessonlab.show.tables import Table
from lessonlab.system.console import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lessonlab.reader.notes import KeptAnswer

TIME = "%Y-%m-%d %H:%M UTC"


def listed(key: str, kept: Sequence[KeptAnswer]) -> Table:
    """Return the answers to the exercise *key*, numbered, each with its verdict."""
    rows = [
        (number, f"{one.answered_at:{TIME}}", one.verdict, one.answer.strip())
        for number, one in enumerate(kept, start=1)
    ]
    caption = (
        f'lab.answers("{key}", {len(rows)}) puts the last one into a cell' if rows else f"none to {key} yet"
    )
    return Table(("no.", "when", "verdict", "answer"), rows, caption, unit="answer", limit=None)


def of_mine(record: object, key: str) -> list[tuple[str, str]]:
    """Return what is told of *key* below its question: when it was passed, and the last answer."""
    if not isinstance(record, Record):
        return []
    try:
        kept, passed = record.answers(key), record.passed_at(key)
    except (LessonLabError, psycopg.Error):
        return []
    told = [("", f"You passed it at {passed:{TIME}}.")] if passed else []
    if kept:
        last = kept[-1]
        told.append(("", f"Your last answer, at {last.answered_at:{TIME}}: {last.verdict}."))
        told.append(("sql", last.answer.strip()))
    return told


def chosen(key: str, kept: Sequence[KeptAnswer], number: int) -> str:
    """Return the cell of the answer *number* to *key*; raise `UnknownName` where there is none."""
    if not 1 <= number <= len(kept):
        have = f"1 to {len(kept)}" if kept else "none"
        raise UnknownName(
            f"there is no answer {number!r} to {key}, have {have}", cure=f'lab.answers("{key}")'
        )
    return f"%%answer {key}\n{kept[number - 1].answer.strip()}"


def put_back(shell: Any, cell: str) -> None:
    """Put *cell* below the cell that runs, and print it where there are no cells."""
    if shell is None:
        raise ConfigError("an answer is put back in a notebook", cure="run it in a cell of JupyterLab")
    shell.set_next_input(cell)
    say("The answer is in the cell below; run it to hand it in again.")
