"""How far a reader is: what the record says of each page and exercise, at one moment."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from psycopg.rows import class_row

from lessonlab import content
from lessonlab.postgres.connect import connect
from lessonlab.reader import notes
from lessonlab.reader.own_database import COURSE, EXERCISES, own_dsn, prepare, reader_id

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from psycopg import Connection

    from lessonlab.course.outline import PageOutline
    from lessonlab.postgres.server import Server
    from lessonlab.progress.results import LessonProgress


@dataclass(frozen=True, slots=True)
class Standing:
    """
    The lessons of a reader by page and by exercise, and the places, the newest first.

    *trouble* says why the record could not be read; then it is as empty as that of somebody who begins.
    """

    reader: str = ""
    pages: Mapping[str, LessonProgress] = field(default_factory=dict)
    exercises: Mapping[str, LessonProgress] = field(default_factory=dict)
    places: Sequence[notes.LastCell] = ()
    tracking: bool = True
    trouble: str = ""

    @property
    def is_empty(self) -> bool:
        """Say whether nothing was ever written."""
        return not (self.pages or self.exercises)

    @property
    def passed(self) -> frozenset[str]:
        """Return the keys of the exercises that were passed."""
        return frozenset(key for key, row in self.exercises.items() if row.completed)

    @property
    def seconds(self) -> int:
        """Return the seconds that were spent in all pages."""
        return sum(row.time_spent_seconds for row in self.pages.values())

    def is_done(self, page: PageOutline) -> bool:
        """Say whether *page* is completed: all its exercises passed; where it has none, its end reached."""
        if page.exercises:
            return self.passed.issuperset(page.exercises)
        return page.name in self.pages and self.pages[page.name].completed

    def place(self, page: str) -> notes.LastCell | None:
        """Return how far the reader is in *page*, `None` where that is not known."""
        return next((place for place in self.places if place.page == page), None)


def read_standing(server: Server, name: str) -> Standing:
    """Return how far the reader called *name* is; make nothing where nothing was written yet."""
    dsn = own_dsn(server, name)
    if dsn is None:
        return Standing(name)
    with connect(dsn) as inside:
        prepare(inside, reader_id(name), name)  # what an earlier version left has no notes
        return standing(inside, name)


def standing(connection: Connection[Any], name: str) -> Standing:
    """Return how far the reader called *name* is, from the database that *connection* leads to."""
    reader = reader_id(name)
    return Standing(
        name,
        _lessons(connection, reader, COURSE),
        _lessons(connection, reader, EXERCISES),
        tuple(notes.places(connection, reader)),
        notes.wants_tracking(connection, reader),
    )


def _lessons(connection: Connection[Any], reader: UUID, course: UUID) -> dict[str, LessonProgress]:
    from lessonlab.progress import results  # noqa: PLC0415 - with the first look at a record

    with connection.cursor(row_factory=class_row(results.LessonProgress)) as cursor:
        values = {"user_id": reader, "course_id": course}
        return {row.lesson_id: row for row in cursor.execute(content.sql("record/lessons"), values)}
