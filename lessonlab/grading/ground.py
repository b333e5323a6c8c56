"""
The grounds of one judge: its cage, its watch, and the data sets that queries are tried on, made once and
kept.
"""

from __future__ import annotations

import contextlib
import math
import random
import secrets
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg import sql

from lessonlab.grading.answer_session import watched
from lessonlab.grading.bases import ensure_base
from lessonlab.grading.cage import Cage
from lessonlab.grading.door import FIXED, Login
from lessonlab.grading.sample import NATURES, Sample, draw_sample
from lessonlab.grading.stages import Stages
from lessonlab.grading.watch import DATABASE_MB, Watch
from lessonlab.postgres.connect import connect
from lessonlab.postgres.scan import split
from lessonlab.postgres.templates import MAX_AGE
from lessonlab.system.machine_load import busy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from psycopg import Connection

    from lessonlab.grading.exercise import Exercise
    from lessonlab.postgres.server import Server

VISIBLE = "your data"
MOMENT = 0.05


@dataclass(slots=True)
class DataSet:
    """A database of rows: *name* says of what nature, *visible* that the student sees these rows too."""

    name: str
    database: str
    sample: Sample | None
    sessions: dict[str, Connection[Any]] = field(default_factory=dict)

    @property
    def visible(self) -> bool:
        """Say whether a student may see what is in it."""
        return self.sample is None

    def leave(self) -> None:
        """Close all sessions on it."""
        for session in self.sessions.values():
            session.close()
        self.sessions.clear()


class Ground:
    """What a judge stands on; close it when done."""

    def __init__(self, server: Server, seed: int | None = None) -> None:
        self.server = server
        self.cage = Cage(server)
        self.watch = Watch(server)
        self.random = random.Random(secrets.randbits(64) if seed is None else seed)  # noqa: S311
        self.stages = Stages(self.cage)
        self._left = math.inf
        self._logins: dict[str, Login] = {}
        self._standard: list[DataSet] = []
        self._own: dict[str, list[DataSet]] = {}
        self.drawn_at = datetime.now(UTC)

    def data_sets(self, exercise: Exercise) -> list[DataSet]:
        """Return the data sets for *exercise*: the visible one, then the hidden ones."""
        self._drop_old()
        self._leave_all_but(exercise.key)
        if exercise.setup:
            if exercise.key not in self._own:
                self._own[exercise.key] = [
                    *(self._prepared(one, exercise) for one in self._samples()),
                    *self._extra(exercise),
                ]
            return self._own[exercise.key]
        if exercise.data and exercise.key not in self._own:
            self._own[exercise.key] = self._extra(exercise)
        return [*self.standard(), *self._own.get(exercise.key, [])]

    def _drop_old(self) -> None:
        """Drop data sets whose "last week" is over: a notebook may lie open for days."""
        if datetime.now(UTC) - self.drawn_at < MAX_AGE:
            return
        for data in self._made_sets():
            data.leave()
            self.cage.drop(data.database)
        self._standard.clear()
        self._own.clear()
        self.drawn_at = datetime.now(UTC)

    def _made_sets(self) -> list[DataSet]:
        return [*self._standard, *(one for many in self._own.values() for one in many)]

    def _leave_all_but(self, key: str) -> None:
        """Close the sessions on the data sets of other exercises: a role may not have many."""
        for other, many in self._own.items():
            if other != key:
                for data in many:
                    data.leave()

    def standard(self) -> list[DataSet]:
        """Return the data sets that all exercises share."""
        if not self._standard:
            self._standard = [self._made(sample) for sample in self._samples()]
        return self._standard

    def recover(self) -> None:
        """Connect again after the server has begun anew: only sessions were lost, and stages being made."""
        for data in self._made_sets():
            data.leave()
        self.watch.begin_again()
        self.cage.reconnect()
        self.stages.begin_again()

    def login(self, group: str) -> Login:
        """Return this judge's login role for *group*: reader or writer."""
        if group not in self._logins:
            self._logins[group] = self.cage.make_login(group)
        return self._logins[group]

    def session(self, data: DataSet, group: str) -> Connection[Any]:
        """Return a session of *group* on *data*, as clean as a new one."""
        session = data.sessions.get(group)
        if session is not None and not session.closed:
            with contextlib.suppress(psycopg.Error):
                session.rollback()
                session.execute("DISCARD ALL")
                return session
        made = self.cage.enter(self.login(group), data.database)
        data.sessions[group] = made
        return made

    def trusted(self, data: DataSet) -> Connection[Any]:
        """Return a session of our own on *data*, for the queries that are the course's."""
        session = data.sessions.get("trusted")
        if session is None or session.closed:
            session = data.sessions["trusted"] = self.own_session(data.database)
        return session

    def own_session(self, database: str) -> Connection[Any]:
        """Return a session of our own on *database* with the settings that answers have."""
        options = " ".join(f"-c {name}={value}" for name, value in FIXED.items())
        session = connect(self.server.dsn, dbname=database, options=options)
        session.prepare_threshold = None  # DISCARD ALL would take prepared statements away under psycopg
        return session

    def count(self, seconds: float) -> None:
        """Begin to count the time of a new answer: its runs get so many *seconds*, more where others work."""
        self._left = seconds * busy()

    @contextlib.contextmanager
    def off_the_clock(self) -> Iterator[None]:
        """Run what is inside, which is the course's own, without counting its time."""
        left, self._left = self._left, math.inf
        try:
            yield
        finally:
            self._left = left

    @contextlib.contextmanager
    def watched(self, session: Connection[Any], seconds: float, room: int = DATABASE_MB) -> Iterator[None]:
        """Run what is inside under watch, for *seconds*, or more as in `count`, no longer than is left."""
        began, left, seconds = time.monotonic(), max(self._left, MOMENT), round(seconds * busy(), 1)
        limit = f"limit {seconds:g} s" if seconds <= left else "limit for all its runs"
        try:
            with watched(self.watch, session, min(seconds, left), limit, room):
                yield
        finally:
            self._left = min(self._left, left - (time.monotonic() - began))  # inner ones have counted

    def close(self) -> None:
        """Drop everything."""
        for data in self._made_sets():
            data.leave()
        self.stages.close()
        self.watch.close()
        self.cage.close()

    def _samples(self) -> list[Sample | None]:
        return [None, *(draw_sample(nature, self.random) for nature in NATURES)]

    def _made(self, sample: Sample | None) -> DataSet:
        """Return a database that holds *sample*, or the small class."""
        base = ensure_base(self.cage, "class" if sample is None else "tables")
        roles = [self.cage.group("reader"), self.cage.group("writer")]
        database = self.cage.clone(base, roles)
        if sample is not None:
            with self.own_session(database) as inside, inside.transaction():
                put_in(inside, sample)
        return DataSet(VISIBLE if sample is None else sample.name, database, sample)

    def _prepared(self, sample: Sample | None, exercise: Exercise) -> DataSet:
        """Return *sample* with what the exercise sets up; the course's own SQL, run as ourselves."""
        data = self._made(sample)
        with self.own_session(data.database) as inside:
            for statement in split(exercise.setup):
                inside.execute(statement.text.encode())
            self._grant(inside)
        return data

    def _extra(self, exercise: Exercise) -> list[DataSet]:
        """Return the data sets that the exercise brings."""
        found = []
        for name, text in exercise.data.items():
            data = self._prepared(Sample(name, {}), exercise)
            with self.own_session(data.database) as inside:
                for statement in split(text):
                    inside.execute(statement.text.encode())
            found.append(data)
        return found

    def _grant(self, inside: Connection[Any]) -> None:
        for group, rights in (("reader", "SELECT"), ("writer", "SELECT, INSERT, UPDATE, DELETE")):
            inside.execute(
                sql.SQL(f"GRANT {rights} ON ALL TABLES IN SCHEMA public TO {{}}").format(
                    sql.Identifier(self.cage.group(group))
                )
            )


def put_in(inside: Connection[Any], sample: Sample) -> None:
    """Insert the rows of *sample*."""
    with inside.cursor() as cursor:
        for table, rows in sample.tables.items():
            for row in rows:
                cursor.execute(insert_statement(table, tuple(row)), list(row.values()))


def insert_statement(table: str, columns: tuple[str, ...]) -> sql.Composed:
    """Return an INSERT with a place for each of *columns*."""
    return sql.SQL("INSERT INTO public.{} ({}) VALUES ({})").format(
        sql.Identifier(table),
        sql.SQL(", ").join(map(sql.Identifier, columns)),
        sql.SQL(", ").join([sql.Placeholder()] * len(columns)),
    )
