"""
The course records itself in the tables that it teaches: an opened page is a lesson, a check is an attempt.

The service of chapter 19 writes, into the reader's own database and, with each pass, into a file beside the
notebooks.
"""

from __future__ import annotations

import contextlib
import threading
import uuid
from typing import TYPE_CHECKING

import psycopg

from lessonlab import content
from lessonlab.course.outline import page_of
from lessonlab.errors import LessonLabError
from lessonlab.grading.verdict import State
from lessonlab.postgres.advisory import alone
from lessonlab.postgres.connect import connect
from lessonlab.reader import notes, record_file
from lessonlab.reader.own_database import (
    COURSE,
    EXERCISES,
    LOCK,
    ensure_database,
    own_dsn,
    prepare,
    reader_id,
)
from lessonlab.reader.standing import Standing, standing
from lessonlab.reader.unkept import UnkeptRecord, is_kept
from lessonlab.reader.who import reader_name

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from lessonlab.grading.exercise import Exercise
    from lessonlab.grading.verdict import Verdict
    from lessonlab.postgres.server import Server
    from lessonlab.progress import ProgressService

FULL = 100
MOST_SECONDS = 86_400  # of one report, as the service has it


class Record:
    """Hears verdicts and writes them down; what cannot be written is not the reader's trouble."""

    def __init__(
        self, find_server: Callable[[], Server], reader: str | None = None, file: Path | None = None
    ) -> None:
        self._find_server = find_server
        self.name = reader or reader_name()
        self.reader = reader_id(self.name)
        self.file = file
        self.trouble = ""
        self._service: ProgressService | None = None
        self._dsn: str | None = None
        self._guard = threading.RLock()  # a cell hands in while a page's reading is written
        self._server: Server | None = None

    @property
    def is_open(self) -> bool:
        """Say whether something was written, and can be again without a wait."""
        return self._service is not None

    def __call__(self, exercise: Exercise, verdict: Verdict, answer: str = "") -> None:
        """Count a try, and complete what the verdict completes; once more where the database was lost."""
        operation = uuid.uuid4()  # a try is counted once
        for _ in range(2):
            try:
                if self._service is not None and not self._is_there():
                    self.close()
                self.write(exercise, verdict, answer, operation)
            except (LessonLabError, psycopg.Error) as error:
                self.trouble = str(getattr(error, "message", error)).strip().partition("\n")[0]
                self.close()
            else:
                self.trouble = ""
                return

    def _is_there(self) -> bool:
        """Say whether what was opened is still there: the pool would wait for it, and the reader with it."""
        server = self._find_server()  # at another port, if it was started anew
        return server == self._server and own_dsn(server, self.name) == self._dsn

    def write(
        self, exercise: Exercise, verdict: Verdict, answer: str = "", operation: uuid.UUID | None = None
    ) -> None:
        """Write one verdict on *answer*, and the file; raise what the service raises."""
        service, score = self.service(), FULL if verdict.correct else 0
        if answer:
            with connect(self.dsn()) as inside:
                notes.keep_answer(inside, self.reader, exercise.key, verdict.state.value, answer)
        if verdict.state is not State.KEPT:  # nobody has judged it yet
            service.attempt(self.reader, EXERCISES, exercise.key, score, operation=operation)
        page = page_of(exercise.key)
        name = page.name if page else exercise.chapter
        if verdict.correct:
            service.complete(self.reader, EXERCISES, exercise.key, score)
        if verdict.correct and (set(page.exercises) if page else {exercise.key}) <= self.passed():
            service.complete(self.reader, COURSE, name)
        else:
            service.start(self.reader, COURSE, name)
        self.export()

    def read_on(self, page: str, passage: notes.Passage) -> None:
        """Write that *page* was read on: the time, the cell that was run last, and whether that ends it."""
        service = self.service()
        if passage.seconds:
            seconds = min(passage.seconds, MOST_SECONDS)
            service.add_time(self.reader, COURSE, page, seconds, operation=passage.operation)
        else:
            service.start(self.reader, COURSE, page, operation=passage.operation)
        if passage.cell:
            with connect(self.dsn()) as inside:
                notes.keep_place(inside, self.reader, page, passage.cell, passage.number)
        if passage.finished:
            service.complete(self.reader, COURSE, page)

    def export(self) -> None:
        """Write the record to its file; what cannot be written is written with the next verdict."""
        if self.file is None or self._dsn is None:
            return
        unsure = contextlib.suppress(LessonLabError, psycopg.Error)
        with unsure, connect(self._dsn) as inside, alone(inside, LOCK):
            record_file.export(inside, self.reader, self.name, self.file)

    def passed(self) -> set[str]:
        """Return the keys of the exercises that were passed at some time."""
        return passed_in(self.service(), self.reader)

    def standing(self) -> Standing:
        """Return how far the reader is."""
        with connect(self.dsn()) as inside:
            return standing(inside, self.name)

    def answers(self, key: str) -> list[notes.KeptAnswer]:
        """Return what was handed in for the exercise *key*, the first one first."""
        with connect(self.dsn()) as inside:
            return notes.answers(inside, self.reader, key)

    def passed_at(self, key: str) -> datetime | None:
        """Return when the exercise *key* was passed, `None` where it was not."""
        row = self.service().lesson(self.reader, EXERCISES, key)
        return row.completed_at if row else None

    def take_back(self, key: str) -> None:
        """Forget that the exercise *key* was tried and passed; its answers stay."""
        with connect(self.dsn()) as inside, inside.transaction():
            where = {"user_id": self.reader, "course_id": EXERCISES, "lesson_id": key, "outline": []}
            for name in ("progress/lock_course", "record/take_back", "progress/summarise_course"):
                inside.execute(content.sql(name), where)
        self.export()

    def wants_tracking(self) -> bool:
        """Say whether the reader lets time and place be noted."""
        with connect(self.dsn()) as inside:
            return notes.wants_tracking(inside, self.reader)

    def wish_tracking(self, *, tracking: bool) -> None:
        """Keep whether the reader lets time and place be noted."""
        with connect(self.dsn()) as inside:
            notes.wish_tracking(inside, self.reader, tracking=tracking)

    def dsn(self) -> str:
        """Return the connection string of the reader's own database, made when it is missing."""
        self.service()
        return str(self._dsn)

    def service(self) -> ProgressService:
        """Return the service on the reader's own database, made when it is missing."""
        from lessonlab.progress import open_service  # noqa: PLC0415 - with the first thing that is written

        with self._guard:
            if self._service is None:
                self._server = self._find_server()
                dsn = ensure_database(self._server, self.name)
                with connect(dsn) as inside:
                    prepare(inside, self.reader, self.name)
                    if self.file is not None:
                        record_file.bring_back(inside, self.reader, self.name, self.file)
                self._dsn, self._service = dsn, open_service(dsn)
            return self._service

    def close(self) -> None:
        """Let the connections go; the database stays."""
        with self._guard:
            if self._service is not None:
                self._service.close()
                self._service = self._dsn = None


def open_record(find_server: Callable[[], Server], file: Path | None = None) -> Record | UnkeptRecord:
    """Return the reader's record, or one that is not kept where the environment wants none."""
    return Record(find_server, file=file) if is_kept() else UnkeptRecord()


def passed_by(server: Server, reader: str | None = None, file: Path | None = None) -> set[str]:
    """
    Return the keys of the exercises that *reader* passed at some time; make nothing where nothing is.

    Where the server's data is new, the record's *file* says it.
    """
    from lessonlab.progress import open_service  # noqa: PLC0415 - as above

    name = reader or reader_name()
    dsn = own_dsn(server, name)
    if dsn is None:
        return passed_in_file(file, name)
    with open_service(dsn) as service:
        return passed_in(service, reader_id(name))


def passed_in_file(file: Path | None, reader: str | None = None) -> set[str]:
    """Return the keys of the exercises that *reader*'s record in *file* has as passed; none without one."""
    try:
        own = record_file.own_path(file, reader or reader_name()) if file else None
        return record_file.completed(record_file.read(own), EXERCISES) if own else set()
    except LessonLabError:
        return set()


def passed_in(service: ProgressService, reader: uuid.UUID) -> set[str]:
    """Return the keys of the exercises that *service* knows as completed by *reader*."""
    summary = service.course_summary(reader, EXERCISES)
    return set(summary.completed_lessons) if summary else set()
