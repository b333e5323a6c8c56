"""Notes beside a reader's progress: answers that were handed in, places, and what is not wanted."""

from __future__ import annotations

import json
import uuid
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from psycopg.rows import class_row

from lessonlab import content
from lessonlab.postgres.apply import apply_set

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from uuid import UUID

    from psycopg import Connection


MERGES = {"answers": "record/merge_answers", "places": "record/merge_places"}


@dataclass(frozen=True, slots=True)
class KeptAnswer:
    """An answer that was handed in, and its verdict in a word or two."""

    exercise: str
    answered_at: datetime
    verdict: str
    answer: str


@dataclass(frozen=True, slots=True)
class LastCell:
    """The cell that was run last in a page, and which of its cells of code it is."""

    page: str
    cell: str
    number: int
    was_at: datetime


@dataclass(slots=True)
class Passage:
    """A piece of reading that is to be written once: its *operation* tells it from all others."""

    seconds: int = 0
    cell: str = ""
    number: int = 0
    finished: bool = False
    operation: uuid.UUID = field(default_factory=uuid.uuid4)


def make_notes(connection: Connection[Any]) -> None:
    """Make the tables of the notes where they are missing."""
    apply_set(connection, "reader")


def keep_answer(connection: Connection[Any], reader: UUID, exercise: str, verdict: str, answer: str) -> None:
    """Keep *answer*; what is no text for the server is kept as far as it is."""
    text = answer.replace("\0", "").encode("utf-8", "replace").decode("utf-8")
    values = {"user_id": reader, "exercise": exercise, "verdict": verdict, "answer": text}
    connection.execute(content.sql("record/keep_answer"), values)


def answers(connection: Connection[Any], reader: UUID, exercise: str | None = None) -> list[KeptAnswer]:
    """Return what *reader* handed in for *exercise*, or for all, the first one first."""
    with connection.cursor(row_factory=class_row(KeptAnswer)) as cursor:
        values = {"user_id": reader, "exercise": exercise}
        return cursor.execute(content.sql("record/answers"), values).fetchall()


def keep_place(connection: Connection[Any], reader: UUID, page: str, cell: str, number: int) -> None:
    """Note the cell of *page* that was run last."""
    values = {"user_id": reader, "page": page, "cell": cell, "number": number}
    connection.execute(content.sql("record/keep_place"), values)


def places(connection: Connection[Any], reader: UUID) -> list[LastCell]:
    """Return how far *reader* is in each page, the newest first."""
    with connection.cursor(row_factory=class_row(LastCell)) as cursor:
        return cursor.execute(content.sql("record/places"), {"user_id": reader}).fetchall()


def wants_tracking(connection: Connection[Any], reader: UUID) -> bool:
    """Say whether *reader* lets time and place be noted, as everybody does who said nothing."""
    row = connection.execute(content.sql("record/tracking"), {"user_id": reader}).fetchone()
    return row is None or bool(row[0])


def wish_tracking(connection: Connection[Any], reader: UUID, *, tracking: bool) -> None:
    """Keep whether *reader* lets time and place be noted."""
    connection.execute(content.sql("record/wish_tracking"), {"user_id": reader, "tracking": tracking})


def merge(connection: Connection[Any], reader: UUID, record: Mapping[str, Any]) -> None:
    """Add the answers and places of *record*, a file's, to those that are there; the newer place counts."""
    for name, statement in MERGES.items():
        values = {"user_id": reader, "notes": json.dumps(record.get(name) or [])}
        connection.execute(content.sql(statement), values)
    if record.get("tracking") is False:
        wish_tracking(connection, reader, tracking=False)
