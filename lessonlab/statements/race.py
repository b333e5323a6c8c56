"""Statements timed against each other, in turn."""

from __future__ import annotations

import re
from contextlib import nullcontext
from dataclasses import dataclass
from functools import partial
from html import escape
from typing import TYPE_CHECKING, Any

import psycopg

from lessonlab.errors import ConfigError, LessonLabError, UnknownName
from lessonlab.plans.explain import explain
from lessonlab.postgres.scan import SILENT, split, tokens
from lessonlab.postgres.sqlerrors import Place, refused
from lessonlab.postgres.undone import undone
from lessonlab.show.widths import pad, width
from lessonlab.show.wrapping import ANYWHERE
from lessonlab.statements.binding import bind
from lessonlab.statements.running import ours
from lessonlab.varying import Varying, interleaved

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ROUNDS = re.compile(r"\s*(?:rounds=([1-9]\d*))?\s*")
TWO = 2
HEADS = ("statement", "median", "× the fastest")


@dataclass(frozen=True, slots=True, repr=False)
class Race:
    """
    The median seconds of each statement, in the order that they were given.

    >>> Race({"jsonb": 0.012, "relational": 0.004})
    jsonb        ⟨12 ms⟩   ⟨3 ×⟩ the fastest
    relational   ⟨4 ms⟩   ⟨1 ×⟩ the fastest
    """

    seconds: Mapping[str, float]

    def median(self, name: str) -> Varying:
        """
        Return the median time of the statement *name*, in milliseconds.

        >>> print(Race({"a": 0.002}).median("a"))
        ⟨2 ms⟩
        """
        if name not in self.seconds:
            raise UnknownName(f"no {name!r} ran in this race", cure=f"name one of {', '.join(self.seconds)}")
        return Varying(self.seconds[name] * 1000, "ms")

    def ratio(self, slow: str, fast: str) -> Varying:
        """
        Return how many times the time of *fast* the statement *slow* took.

        >>> print(Race({"a": 0.03, "b": 0.01}).ratio("a", "b"))
        ⟨3 ×⟩
        """
        return Varying(float(self.median(slow)) / float(self.median(fast)), "×")

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
        head = "".join(
            f'<th scope="col" style="text-align:{side}">{text}</th>'
            for side, text in zip(("left", "right", "right"), HEADS, strict=True)
        )
        body = "".join(
            f'<tr><th scope="row" style="text-align:left;{ANYWHERE}">{escape(name)}</th>'
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


def race_cell(conn: psycopg.Connection[Any], line: str, cell: str, names: Mapping[str, Any]) -> Race:
    """Return the median times of the statements in *cell*, each of which has its name above it."""
    rounds = ROUNDS.fullmatch(line)
    if rounds is None:
        raise ConfigError(f"have {line.strip()!r}, want rounds=9 or nothing", cure="%%race rounds=9")
    queries: dict[str, str] = {}
    for statement in split(cell):
        name = name_above(statement.text)
        if not name or name in queries:
            problem = f"two statements are called {name!r}" if name else "a statement has no name above it"
            raise ConfigError(problem, cure="-- its name, in a line above the statement")
        queries[name] = bind(statement.text, names, conn).text
    if len(queries) < TWO:
        raise ConfigError("nothing to race: want two statements, with a ; between them", cure="%%race?")
    return race(conn, queries, rounds=int(rounds[1] or 9))


def name_above(text: str) -> str:
    """
    Return what the last comment says before a statement begins.

    >>> name_above("-- of before\\n-- by index \\nSELECT 1 -- one"), name_above("SELECT 1 -- one")
    ('by index', '')
    """
    name = ""
    for token in tokens(text):
        if token.kind not in SILENT:
            break
        if token.kind == "comment":
            name = token.text.removeprefix("--").strip()
    return name


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
