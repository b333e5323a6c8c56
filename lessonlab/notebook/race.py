"""Statements timed against each other, in turn."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass
from functools import partial
from html import escape
from typing import TYPE_CHECKING, Any

import psycopg

from lessonlab.errors import ConfigError, LessonLabError, UnknownName
from lessonlab.measure import Measure, interleaved
from lessonlab.notebook.running import ours
from lessonlab.notebook.sqlerrors import Place, refused
from lessonlab.notebook.widths import pad, width
from lessonlab.plans import explain
from lessonlab.postgres.undone import undone

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

HEADS = ("", "median", "× the fastest")


@dataclass(frozen=True, slots=True, repr=False)
class Race:
    """
    The median seconds of each statement, in the order that they were given.

    >>> Race({"jsonb": 0.012, "relational": 0.004})
    jsonb        ⟨12 ms⟩   ⟨3 ×⟩ the fastest
    relational   ⟨4 ms⟩   ⟨1 ×⟩ the fastest
    """

    seconds: Mapping[str, float]

    def median(self, name: str) -> Measure:
        """
        Return the median time of the statement *name*, in milliseconds.

        >>> print(Race({"a": 0.002}).median("a"))
        ⟨2 ms⟩
        """
        if name not in self.seconds:
            raise UnknownName(f"no {name!r} ran in this race", cure=f"name one of {', '.join(self.seconds)}")
        return Measure(self.seconds[name] * 1000, "ms")

    def ratio(self, slow: str, fast: str) -> Measure:
        """
        Return how many times the time of *fast* the statement *slow* took.

        >>> print(Race({"a": 0.03, "b": 0.01}).ratio("a", "b"))
        ⟨3 ×⟩
        """
        return Measure(float(self.median(slow)) / float(self.median(fast)), "×")

    @property
    def fastest(self) -> str:
        """Return the name of the statement with the smallest median."""
        return min(self.seconds, key=self.seconds.__getitem__)

    def __repr__(self) -> str:
        names = max(map(width, self.seconds))
        return "\n".join(
            f"{pad(name, names)}   {self.median(name)}   {self.ratio(name, self.fastest)} the fastest"
            for name in self.seconds
        )

    def _repr_html_(self) -> str:
        head = "".join(f'<th scope="col" style="text-align:right">{text}</th>' for text in HEADS)
        body = "".join(
            f'<tr><th scope="row" style="text-align:left">{escape(name)}</th>'
            f'<td style="text-align:right">{self.median(name)}</td>'
            f'<td style="text-align:right">{self.ratio(name, self.fastest)}</td></tr>'
            for name in self.seconds
        )
        return (
            f'<table style="margin:0;border-collapse:collapse"><thead><tr>{head}</tr></thead>'
            f"<tbody>{body}</tbody></table>"
        )


def race(
    conn: psycopg.Connection[Any],
    queries: Mapping[str, str],
    params: Mapping[str, Any] | Sequence[Any] | None = None,
    rounds: int = 9,
    *,
    undo: bool = True,
) -> Race:
    """
    Return the median times of *queries*, each run *rounds* times in turn with all its rows fetched.

    With *undo* nothing stays: the race is a transaction that is rolled back, and each run of a statement that
    writes is undone before the next.  Without, everything stays, and what refuses a transaction can run.
    """
    if not queries or rounds < 1:
        raise ConfigError("nothing to race", cure='lab.race({"one": "SELECT …", "two": "SELECT …"})')
    with ours(conn), undone(conn) if undo else nullcontext():
        runs = {
            name: partial(run, conn, query, params, undo=undo and writes(conn, query, params))
            for name, query in queries.items()
        }
        return Race(interleaved(runs, rounds=rounds))


def writes(
    conn: psycopg.Connection[Any], query: str, params: Mapping[str, Any] | Sequence[Any] | None
) -> bool:
    """Say whether *query* writes, as its plan tells; what has no plan is taken to write."""
    try:
        plan = explain(conn, query, params, analyze=False)
    except (psycopg.Error, LessonLabError):
        return True
    return any(node.writes for node in plan.nodes)


def run(
    conn: psycopg.Connection[Any],
    query: str,
    params: Mapping[str, Any] | Sequence[Any] | None,
    *,
    undo: bool,
) -> None:
    """Run *query* and fetch its rows; planned anew each time, lest a race is won by being prepared."""
    with undone(conn) if undo else nullcontext(), conn.cursor() as cursor:
        try:
            cursor.execute(query.encode(), params, prepare=False)
        except psycopg.Error as error:
            raise refused(conn, error, Place(query), lambda at: at) from None
        if cursor.description is not None:
            cursor.fetchall()
