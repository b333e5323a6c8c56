"""
The course records itself in the tables that it teaches: a check is an attempt, a pass completes.

A database of the reader's own, which no reset touches, holds two courses: *Exercises*, each exercise a
lesson of it, and *lessonlab*, each chapter a lesson, completed with the last of its exercises.  The service
of chapter 19 writes.
"""

from __future__ import annotations

import getpass
import hashlib
import uuid
from typing import TYPE_CHECKING

import psycopg
from psycopg import conninfo

from lessonlab import content
from lessonlab.course.chapters import chapters
from lessonlab.errors import LessonLabError
from lessonlab.grading import library
from lessonlab.postgres.connect import connect, server_version
from lessonlab.postgres.templates import create_statement
from lessonlab.progress import install, open_service

if TYPE_CHECKING:
    from collections.abc import Callable

    from psycopg import Connection

    from lessonlab.grading.exercise import Exercise
    from lessonlab.grading.verdict import Verdict
    from lessonlab.postgres.server import Server
    from lessonlab.progress import ProgressService

NAMESPACE = uuid.UUID("6c657373-6f6e-4c61-8b00-000000000000")
COURSE = uuid.uuid5(NAMESPACE, "lessonlab")
EXERCISES = uuid.uuid5(NAMESPACE, "exercises")
PREFIX = "lessonlab_progress_"
FULL = 100
LOCK = "lessonlab progress"


class Record:
    """Hears verdicts and writes them down; what cannot be written is not the reader's trouble."""

    def __init__(self, find_server: Callable[[], Server], reader: str | None = None) -> None:
        self._find_server = find_server
        self.name = reader or reader_name()
        self.reader = reader_id(self.name)
        self._service: ProgressService | None = None

    def __call__(self, exercise: Exercise, verdict: Verdict) -> None:
        """Count a try, and complete what the verdict completes."""
        try:
            self.write(exercise, verdict)
        except (LessonLabError, psycopg.Error):
            self.close()

    def write(self, exercise: Exercise, verdict: Verdict) -> None:
        """Write one verdict; raise what the service raises."""
        service = self.service()
        score = FULL if verdict.correct else 0
        service.attempt(self.reader, EXERCISES, exercise.key, score)
        if not verdict.correct:
            service.start(self.reader, COURSE, exercise.chapter)
            return
        service.complete(self.reader, EXERCISES, exercise.key, score)
        if keys(exercise.chapter) <= self.passed():
            service.complete(self.reader, COURSE, exercise.chapter)

    def passed(self) -> set[str]:
        """Return the keys of the exercises that were passed at some time."""
        return passed_in(self.service(), self.reader)

    def service(self) -> ProgressService:
        """Return the service on the reader's own database, made when it is missing."""
        if self._service is None:
            server = self._find_server()
            dsn = ensure_database(server, self.name)
            with connect(dsn) as inside:
                prepare(inside, self.reader, self.name)
            self._service = open_service(dsn)
        return self._service

    def close(self) -> None:
        """Let the connections go; the database stays."""
        if self._service is not None:
            self._service.close()
            self._service = None


def passed_by(server: Server, reader: str | None = None) -> set[str]:
    """Return the keys of the exercises that *reader* passed at some time; make nothing where nothing is."""
    name = reader or reader_name()
    with connect(server.dsn) as admin:
        database = database_name(name)
        if admin.execute("SELECT 1 FROM pg_database WHERE datname = %s", [database]).fetchone() is None:
            return set()
    with open_service(conninfo.make_conninfo(server.dsn, dbname=database)) as service:
        return passed_in(service, reader_id(name))


def passed_in(service: ProgressService, reader: uuid.UUID) -> set[str]:
    """Return the keys of the exercises that *service* knows as completed by *reader*."""
    summary = service.course_summary(reader, EXERCISES)
    return set(summary.completed_lessons) if summary else set()


def keys(chapter: str) -> set[str]:
    """Return the keys of the exercises of *chapter*."""
    return {exercise.key for exercise in library.exercises() if exercise.chapter == chapter}


def reader_name() -> str:
    """Return who reads: the name that the system knows."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "reader"


def reader_id(name: str) -> uuid.UUID:
    """Return the id of the reader called *name*, the same on every server."""
    return uuid.uuid5(NAMESPACE, f"reader {name}")


def database_name(reader: str) -> str:
    """
    Return the name of a reader's own database.

    >>> database_name("ada")
    'lessonlab_progress_fdee430d'
    """
    return f"{PREFIX}{hashlib.sha256(reader.encode()).hexdigest()[:8]}"


def ensure_database(server: Server, reader: str) -> str:
    """Return the connection string of *reader*'s own database, made now when it is missing."""
    name = database_name(reader)
    with connect(server.dsn) as admin:
        admin.execute("SELECT pg_advisory_lock(hashtextextended(%s, 0))", [LOCK])
        there = admin.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone()
        if there is None:
            admin.execute(create_statement(name, server_version(admin)))
    return conninfo.make_conninfo(server.dsn, dbname=name)


def prepare(inside: Connection[tuple[object, ...]], reader: uuid.UUID, name: str) -> None:
    """Make the database ready: the strict schema, the reader, and the courses as long as they are now."""
    install(inside)
    whose = {"id": reader, "email": f"{name}@localhost", "name": name}
    inside.execute(content.sql("progress/enrol_reader"), whose)
    lengths = (
        (COURSE, "lessonlab", len(chapters())),
        (EXERCISES, "Exercises", len(library.folders())),
    )
    for course, title, lessons in lengths:
        values = {"id": course, "title": title, "count": max(1, lessons)}  # a course has a lesson
        inside.execute(content.sql("progress/keep_course"), values)
