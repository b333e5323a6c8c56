"""
The smallest data that tell an answer from the solution: rows are taken away for as long as the two still
differ.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg import sql

from lessonlab.grading import answer_session
from lessonlab.grading.answer_session import Failed
from lessonlab.grading.by_rows import leave
from lessonlab.grading.verdict import Grid
from lessonlab.grading.written_rows import brief
from lessonlab.postgres.scan import tokens

if TYPE_CHECKING:
    from psycopg import Connection

    from lessonlab.grading.by_rows import ByRows
    from lessonlab.grading.exercise import Exercise
    from lessonlab.grading.ground import DataSet
    from lessonlab.grading.same_rows import Result

SECONDS = 0.6
ORDER = ("users", "courses", "course_progress", "lesson_progress")
ROWS = 6
ALWAYS = {"users": "name", "courses": "title", "lesson_progress": "lesson_id"}


def counterexample(by_rows: ByRows, exercise: Exercise, text: str, data: DataSet) -> tuple[Grid, ...]:
    """
    Return the tables that are left of *data*, and what each query gives on them; nothing for a write.

    All of it happens in one transaction that is rolled back, in a session that may change rows and nothing
    else.
    """
    if exercise.front.answer != "query" or data.sample is None:
        return ()
    connection = by_rows.ground.session(data, "writer")
    trial = Trial(by_rows, exercise, text, connection)
    try:
        with by_rows.ground.watched(connection, SECONDS + exercise.front.seconds):
            connection.execute("BEGIN")
            trial.shrink(tables(connection))
            return trial.grids()
    except (Failed, psycopg.Error):
        return ()
    finally:
        leave(connection)
        if not by_rows.ground.cage.superuser:
            connection.close()


def tables(connection: Connection[Any]) -> list[str]:
    """Return the tables that have rows with an id, those that others refer to first."""
    found = [name for (name,) in connection.execute(TABLES)]
    return sorted(found, key=lambda name: ORDER.index(name) if name in ORDER else len(ORDER))


TABLES = """
SELECT relname FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid
WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND attname = 'id'
"""


class Trial:
    """An answer and the solution in one transaction, while its rows become fewer."""

    def __init__(self, by_rows: ByRows, exercise: Exercise, text: str, connection: Connection[Any]) -> None:
        self.by_rows, self.exercise, self.text = by_rows, exercise, text
        self.connection = connection
        self.until = time.monotonic() + SECONDS

    def shrink(self, names: list[str]) -> None:
        """Take rows away, halves first, then smaller pieces, until the time is over or each row is needed."""
        for name in names:
            query = sql.SQL("SELECT id::text FROM public.{}").format(sql.Identifier(name))
            ids = [row[0] for row in self.connection.execute(query)]
            size = max(1, len(ids) // 2)
            while ids:
                ids = self._pass(name, ids, size)
                if size == 1 or time.monotonic() > self.until:
                    break
                size //= 2

    def _pass(self, name: str, ids: list[str], size: int) -> list[str]:
        """Try to do without each piece of *size* rows; return those that are left."""
        kept: list[str] = []
        for start in range(0, len(ids), size):
            piece = ids[start : start + size]
            if time.monotonic() > self.until or not self._without(name, piece):
                kept += piece
        return kept

    def _without(self, name: str, ids: list[str]) -> bool:
        """Delete *ids*; put them back, and say no, when the difference goes with them."""
        self.connection.execute("SAVEPOINT trial")
        delete = sql.SQL("DELETE FROM public.{} WHERE id::text = ANY(%s)").format(sql.Identifier(name))
        self.connection.execute(delete, [ids])
        if self.differ():
            self.connection.execute("RELEASE SAVEPOINT trial")
            return True
        self.connection.execute("ROLLBACK TO SAVEPOINT trial")
        return False

    def differ(self) -> bool:
        """Say whether the two queries give different rows now."""
        mine = self._run(self.text)
        wanted = self._run(self.exercise.solution.text)
        if mine is None or wanted is None:
            return mine is None and wanted is not None
        return bool(self.by_rows.differences(self.exercise, (mine,), (wanted,)))

    def _run(self, query: str) -> Result | None:
        """Return what *query* gives, `None` when it fails."""
        self.connection.execute("SAVEPOINT running")
        try:
            return answer_session.read(self.connection, query)
        except Failed:
            return None
        finally:
            if not self.connection.closed:
                self.connection.execute("ROLLBACK TO SAVEPOINT running")

    def grids(self) -> tuple[Grid, ...]:
        """Return the rows that are left, and the two results."""
        mine, wanted = self._run(self.text), self._run(self.exercise.solution.text)
        words = {
            token.text.lower().strip('"')
            for text in (self.text, self.exercise.solution.text)
            for token in tokens(text)
        }
        left = [self._grid(name, words) for name in tables(self.connection) if name in words]
        results = [
            Grid(caption, result.columns, tuple(tuple(map(cell, row)) for row in result.texts[:ROWS]))
            for caption, result in (("your query gives", mine), ("wanted", wanted))
            if result is not None
        ]
        return (*left, *results)

    def _grid(self, name: str, words: set[str]) -> Grid:
        """Return the rows of *name*, of its columns those that either query mentions."""
        found = answer_session.rows(self.connection, f'SELECT * FROM public."{name}"')  # noqa: S608 - from the catalog
        wanted = [
            i for i, column in enumerate(found.columns) if column in words or column == ALWAYS.get(name)
        ] or [0]
        return Grid(
            name,
            tuple(found.columns[i] for i in wanted),
            tuple(tuple(cell(row[i]) for i in wanted) for row in found.texts[:ROWS]),
        )


def cell(text: str | None) -> str | None:
    """Return a cell as it is shown: of a uuid its beginning."""
    return None if text is None else brief(text)
