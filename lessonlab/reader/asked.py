"""What stands beside a question: the tables that it is about, and how the expected rows look."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from uuid import UUID

import psycopg

from lessonlab import content
from lessonlab.errors import LessonLabError
from lessonlab.show.shorten import shorten
from lessonlab.show.values import text_of
from lessonlab.varying import mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from psycopg import Connection

    from lessonlab.grading.exercise import Exercise
    from lessonlab.postgres.copies import Copies

ROWS = 2
WIDE = 50  # letters of a table's longest words
CELL = 40  # characters of a value
SECONDS = 5
# What these give is another tomorrow, and so is a day.
OF_THIS_MOMENT = re.compile(
    r"\bnow\(\)|\bcurrent_(date|timestamp)\b|\bstatement_timestamp\b|\btime zone\b|::date\b|\bextract\b",
    re.IGNORECASE,
)
DAY = re.compile(r"\d{4}-\d\d-\d\d")


def beside_question(exercise: Exercise, copies: Copies) -> list[str]:
    """Return the paragraphs beside a question; none where the server cannot be asked now."""
    if exercise.front.base == "empty":
        return []
    try:
        with copies.one() as connection:
            connection.execute(f"SET statement_timeout = '{SECONDS}s'")
            if exercise.setup:
                connection.execute(exercise.setup.encode())
            told = [tables(exercise, connection)]
            if exercise.front.answer == "query" and not exercise.closed:
                told.append(expected(exercise, connection))
    except (LessonLabError, psycopg.Error):
        return []
    return [part for part in told if part]


def tables(exercise: Exercise, connection: Connection[Any]) -> str:
    """Return the tables that the question is about, each with its columns."""
    words = set(re.findall(r"\w+", f"{exercise.question} {exercise.stub} {exercise.solution.text}"))
    found = connection.execute(content.sql("record/tables_of_copy")).fetchall()
    lines = [f"- `{name}`: {columns}" for name, columns in found if name in words]
    return "\n".join(["The tables that it is about:", "", *lines]) if lines else ""


def expected(exercise: Exercise, connection: Connection[Any]) -> str:
    """Return how the expected rows look: their columns, how many, and two of them."""
    cursor = connection.execute(exercise.solution.text.encode())
    columns = [column.name for column in cursor.description or ()]
    rows = [[shown(value) for value in row] for row in cursor.fetchall()]
    if not exercise.front.ordered:
        rows.sort()
    count = f"{len(rows):,} row{'' if len(rows) == 1 else 's'}"
    if OF_THIS_MOMENT.search(exercise.solution.text):
        count, rows = mark(count), [[mark(cell) for cell in row] for row in rows]
    head = f"Expected on the class that you see: {count}{', of which two' if len(rows) > ROWS else ''}."
    return "\n".join([head, "", grid(columns, rows[:ROWS])])


def shown(value: Any) -> str:
    """
    Return *value* as a cell of the table; a day is marked, for it is another in each class that is built.

    >>> shown(None), shown(0.5), shown("2026-03-05")
    ('NULL', '0.5', '⟨2026-03-05⟩')
    """
    text = text_of(value)
    if text is None:
        return "NULL"
    if isinstance(value, UUID):
        return f"{text[:8]}…"  # no table of whole ones fits into half a window
    brief = shorten(text.replace("\n", " "), CELL)
    return mark(brief) if DAY.fullmatch(brief) else brief


def grid(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """
    Return a table in Markdown.

    >>> print(grid(["title", "rate"], [["Art", "37.5"]]))
    | title | rate |
    |---|---|
    | Art | 37.5 |
    """

    def line(cells: Sequence[str]) -> str:
        return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"

    longest = [
        max(len(word) for cell in column for word in f"{cell} ".split(" "))
        for column in zip(columns, *rows, strict=True)
    ]
    if sum(longest) > WIDE:  # a name may break behind its underscores, so that half a window holds it
        columns = [name.replace("_", "_<wbr>") for name in columns]
    return "\n".join([line(columns), f"|{'---|' * len(columns)}", *map(line, rows)])
