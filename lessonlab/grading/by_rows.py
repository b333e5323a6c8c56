"""Queries and writes, judged by the rows that they give or leave on each of several data sets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import psycopg
from psycopg import sql

from lessonlab.errors import ContentError
from lessonlab.grading import answer_session
from lessonlab.grading.answer_session import Failed
from lessonlab.grading.one_select import first_word
from lessonlab.grading.same_rows import Result, compare
from lessonlab.grading.verdict import Grid
from lessonlab.postgres.scan import split

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from psycopg import Connection

    from lessonlab.grading.exercise import Exercise
    from lessonlab.grading.ground import DataSet, Ground
    from lessonlab.grading.verdict import Difference

Results = tuple[Result, ...]
READS = frozenset({"select", "with", "values", "table", "("})
WRITES = READS | {"insert", "update", "delete", "merge"}
FIRST_ROWS = 5
READING = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
FRAMES = frozenset({"begin", "start transaction", "commit", "end", "begin transaction", "commit transaction"})


@dataclass(frozen=True, slots=True)
class Departure:
    """Where an answer differs first: on *data*, in what; *failed* when it did not even run there."""

    data: DataSet
    differences: tuple[Difference, ...]
    failed: Failed | None = None


class ByRows:
    """Runs answers of one ground; what the solutions give is remembered."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self._wanted: dict[tuple[str, str, str], Results] = {}

    def find(self, exercise: Exercise, text: str) -> Departure | None:
        """Return where *text* first differs from the solution, `None` when it never does."""
        for data in self.ground.data_sets(exercise):
            try:
                differences = self._beside_what_is_wanted(exercise, text, data)
            except Failed as error:
                return Departure(data, (), error)
            if differences:
                return Departure(data, differences)
        return None

    def _beside_what_is_wanted(self, exercise: Exercise, text: str, data: DataSet) -> tuple[Difference, ...]:
        """
        Return how *text* differs from the solution on *data*; what the solution gave earlier is asked again
        before it speaks against an answer: `now()` has moved on.
        """
        remembered = self._key(exercise, data) in self._wanted
        differences = self.differences(exercise, self.run(exercise, text, data), self.wanted(exercise, data))
        if not (differences and remembered):
            return differences
        del self._wanted[self._key(exercise, data)]
        return self.differences(exercise, self.run(exercise, text, data), self.wanted(exercise, data))

    def _key(self, exercise: Exercise, data: DataSet) -> tuple[str, str, str]:
        return exercise.key, exercise.solution.text, data.database

    def differences(self, exercise: Exercise, have: Results, want: Results) -> tuple[Difference, ...]:
        """Return how the results differ; the rows of a write are compared query by query."""
        front = exercise.front
        found: list[Difference] = []
        for mine, theirs in zip(have, want, strict=True):
            found += compare(mine, theirs, ordered=front.ordered, digits=front.digits, names=front.names)
        return tuple(found)

    def beside_the_solution(
        self, exercise: Exercise, text: str, connection: Connection[Any]
    ) -> tuple[Difference, ...]:
        """Return how *text* and the solution differ there, in one transaction: both see one `now()`."""
        begin(connection, READING, exercise)
        try:
            want = answer_session.read(connection, exercise.solution.text)
            return self.differences(exercise, (answer_session.read(connection, text),), (want,))
        finally:
            leave(connection)

    def wanted(self, exercise: Exercise, data: DataSet) -> Results:
        """
        Return what the solution gives on *data*; it runs as ourselves, on a session that no answer sees.
        """
        key = self._key(exercise, data)
        if key not in self._wanted:
            self._wanted[key] = collect(exercise, exercise.solution.text, self.ground.trusted(data))
        return self._wanted[key]

    def run(self, exercise: Exercise, text: str, data: DataSet) -> Results:
        """
        Return what *text* gives on *data* in the cage; raise `Failed`.

        A session goes on to the next answer only where nothing can be left in it: one that failed is
        closed, and every one where we are no superuser, who has taken the functions away that lock for a
        whole session.
        """
        writes = exercise.front.answer == "write"
        connection = self.ground.session(data, "writer" if writes else "reader")
        good, pid = False, connection.info.backend_pid
        try:
            with self.ground.watched(connection, exercise.front.seconds):
                found = collect(exercise, text, connection)
            good = self.ground.cage.superuser
            return found
        finally:
            if not good:
                connection.close()
                self.ground.watch.wait_until_gone(pid)

    def side_by_side(self, exercise: Exercise, text: str) -> tuple[Grid, ...]:
        """Return the first rows that *text* gives on what the student sees, and those that were expected."""
        data = self.ground.data_sets(exercise)[0]
        try:
            both = self.run(exercise, text, data), self.wanted(exercise, data)
        except Failed:  # it ran a moment ago, and is right all the same
            return ()
        return tuple(
            first_rows(caption, result[0], ordered=exercise.front.ordered)
            for caption, result in zip(("yours", "expected"), both, strict=True)
        )

    def everywhere(self, exercise: Exercise, text: str) -> Results:
        """Return what *text* gives on all data sets, one after the other; nothing where it fails on one."""
        try:
            found = [self.run(exercise, text, data) for data in self.ground.data_sets(exercise)]
        except Failed:
            return ()
        return tuple(result for results in found for result in results)


def first_rows(caption: str, result: Result, *, ordered: bool) -> Grid:
    """Return the first rows of *result*; where their order does not count, that of their text."""
    rows = list(result.texts)
    if not ordered:
        rows.sort(key=lambda row: [cell or "" for cell in row])
    count = f"{len(rows):,} row{'' if len(rows) == 1 else 's'}"
    return Grid(f"{caption}, {count}", result.columns, tuple(rows[:FIRST_ROWS]))


def collect(exercise: Exercise, text: str, connection: Connection[Any]) -> Results:
    """Return the rows that *text* gives, or leaves, in a transaction that is rolled back."""
    run: Callable[[], Results]
    if exercise.front.answer == "write":
        mode, run = "BEGIN", lambda: written(exercise, text, connection)
    else:
        mode = READING
        run = lambda: (answer_session.read(connection, text),)  # noqa: E731 - the other branch's twin
    begin(connection, mode, exercise)
    try:
        return run()
    finally:
        leave(connection)


def begin(connection: Connection[Any], mode: str, exercise: Exercise) -> None:
    """Begin the transaction of an answer, where the exercise's clock is."""
    connection.execute(mode)
    zone = exercise.front.timezone
    if zone != "UTC":
        try:
            connection.execute(sql.SQL("SET LOCAL TIME ZONE {}").format(sql.Literal(zone)))
        except psycopg.errors.InvalidParameterValue:
            leave(connection)
            raise ContentError(
                f"exercise {exercise.key}: the server knows no time zone {zone!r}",
                cure="SELECT name FROM pg_timezone_names",
            ) from None


def leave(connection: Connection[Any]) -> None:
    """Take back what an answer did; a session that cannot is fit for no other answer."""
    if not connection.closed:
        try:
            connection.execute("ROLLBACK")
        except psycopg.Error:
            connection.close()


def written(exercise: Exercise, text: str, connection: Connection[Any]) -> Results:
    """Return what the probes of *exercise* see once the statements of *text* have run."""
    connection.execute("SAVEPOINT lessonlab_answer")
    for statement in split(text):
        if " ".join(statement.words) in FRAMES:
            continue
        if first_word(statement.text) not in WRITES:
            raise Failed(
                "0A000", f"only INSERT, UPDATE, DELETE, MERGE and SELECT are run here: {statement.text[:60]}"
            )
        answer_session.execute(connection, statement.text, typed=True)
    with answer_session.ours(connection, text):
        connection.execute("RELEASE SAVEPOINT lessonlab_answer")
        connection.execute("SET CONSTRAINTS ALL IMMEDIATE")
        connection.execute("SET LOCAL TIME ZONE 'UTC'")  # as a reader sees times
    queries = [probe.text for probe in exercise.probes if probe.verb == "rows"]
    if not queries:
        raise ContentError(
            f"exercise {exercise.key} has no `--@ rows:` in probe.sql", cure="lessonlab exercise --help"
        )
    return tuple(answer_session.rows(connection, query) for query in queries)
