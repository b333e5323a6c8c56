"""A lesson whose time is recorded from a notebook, by the service and over connections of its own."""

from __future__ import annotations

import weakref
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg import conninfo

from lessonlab import content
from lessonlab.errors import ConfigError, ProgressUnavailable, UnknownName
from lessonlab.postgres.connect import connect
from lessonlab.postgres.server import running_server
from lessonlab.postgres.sqlerrors import sql_error
from lessonlab.progress import Patience, ProgressService, install
from lessonlab.progress.changes import as_slug, as_uuid
from lessonlab.progress.pool import open_pool

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID
    from weakref import finalize

    from psycopg import Connection

    from lessonlab.postgres.session import Session

PATIENCE = Patience(seconds=2.0)  # the page sends a beat again, and the kernel has other things to do
OPTIONS = "-c lock_timeout=3s"  # a cell may hold a lock for as long as its reader thinks


@dataclass(frozen=True, slots=True)
class Lesson:
    """A learner in a lesson, by ids, and by names for people."""

    user_id: UUID
    course_id: UUID
    lesson_id: str
    name: str
    title: str

    @property
    def key(self) -> str:
        """Return what tells this lesson of this learner from all others."""
        return f"{self.user_id}/{self.course_id}/{self.lesson_id}"

    def __str__(self) -> str:
        return f"{self.name} in {self.title}: {self.lesson_id}"


class Recorder:
    """
    Adds beats to the row of *lesson* in the database of *session*.

    Beats arrive while a cell runs: they must not be part of its transaction, so they have a connection of
    their own.  It ends with the session; after a reset the next beat goes to the fresh database.
    """

    def __init__(self, session: Session, user_id: object, course_id: object, lesson_id: object) -> None:
        self._session = weakref.ref(session)
        self._service: ProgressService | None = None
        self._name = ""
        self._closing: finalize[Any, Session] | None = None
        where = as_uuid(user_id, "user"), as_uuid(course_id, "course"), as_slug(lesson_id)
        self._open()
        self.lesson = Lesson(*where, *self._names(session, where))

    def __call__(self, operation: UUID, seconds: int) -> int:
        """Add *seconds* once under the name *operation*; return the seconds that the row has then."""
        where = self.lesson.user_id, self.lesson.course_id, self.lesson.lesson_id
        service = self._open()
        try:
            return service.add_time(*where, seconds, operation=operation).time_spent_seconds
        except ProgressUnavailable:
            self.close()  # the server may be somewhere else by now
            raise

    def seconds(self) -> int:
        """Return the seconds that the row has now; 0 where there is none yet."""
        row = self._open().lesson(self.lesson.user_id, self.lesson.course_id, self.lesson.lesson_id)
        return row.time_spent_seconds if row else 0

    def close(self) -> None:
        """Close the connection; the next beat opens another."""
        if self._closing is not None:
            self._closing()
        self._service = self._closing = None

    def _open(self) -> ProgressService:
        """Return the service on the session's database of this moment, made ready to record."""
        session = self._session()
        if session is None:
            raise ConfigError("the database of this tracker is gone", cure="run the tracker's cell again")
        if self._service is None or session.name != self._name:
            self.close()
            with self._connected(session) as connection:
                install(connection, strict=False)
            service = ProgressService(open_pool(dsn(session), most=1), patience=PATIENCE)
            self._name, self._service = session.name, service
            self._closing = weakref.finalize(session, service.close)
        return self._service

    def _names(self, session: Session, where: tuple[UUID, UUID, str]) -> tuple[str, str]:
        """Return what the learner and the course are called."""
        user_id, course_id, _ = where
        with self._connected(session) as connection:
            who = {"user_id": user_id, "course_id": course_id}
            names = connection.execute(content.sql("progress/names"), who).fetchone()
        if names is None:
            raise UnknownName(
                f"no user {user_id} or no course {course_id}",
                cure="SELECT id, name FROM users, or: SELECT id, title FROM courses",
            )
        return str(names[0]), str(names[1])

    @staticmethod
    @contextmanager
    def _connected(session: Session) -> Iterator[Connection[Any]]:
        """Yield a connection that no cell uses; what the server refuses on it is raised as ours."""
        with connect(dsn(session), options=OPTIONS) as connection:
            try:
                yield connection
            except psycopg.Error as error:
                raise sql_error(error) from None


def dsn(session: Session) -> str:
    """Return the connection string of the database that *session* has at this moment."""
    return conninfo.make_conninfo(running_server(session.settings).reader_dsn, dbname=session.name)
