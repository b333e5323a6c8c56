"""What was there before an answer: tables with their parts and rows, and what is said when they change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from psycopg import sql

from lessonlab import content
from lessonlab.grading.verdict import Difference

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from psycopg import Connection

    from lessonlab.grading.exercise import Exercise

ELSE = "something else changes"
NOT_SO = "not so"
NOTHING = "nothing is new"
STAND_INS = {
    "trigger": "a trigger stands in for a rule of the table",
    "rule": "a rewrite rule stands in for a rule of the table",
    "view": "a view stands in for a table",
    "foreign table": "a foreign table stands in for a table",
    "row security": "row security stands in for a rule of the table",
    "setting": "a setting of the role stays behind",
    "not valid": "a constraint is NOT VALID: rows that were there before are not checked",
    "not enforced": "a constraint is NOT ENFORCED: it refuses nothing",
    "overload": "something of yours is called like a part of the server and can stand in for it",
    "changing rule": "a rule asks who asks, when, or by which statement: it must be the same for everybody",
}
BELONGS = (
    "A rule belongs to the table itself, where it holds for everybody and at every time: NOT NULL, CHECK,"
    " UNIQUE, a reference."
)
WHY_STAND_IN = {
    "view": "The question wants a table.",
    "foreign table": "The question wants a table.",
    "setting": "An answer says what the tables are, and sets nothing for those who come later.",
    "not valid": "VALIDATE CONSTRAINT looks at the rows that were there.",
    "not enforced": "Leave NOT ENFORCED away.",
    "overload": "Give it another name.",
    "changing rule": "What hangs on the clock, on who asks or on the statement says another thing next time.",
}
GONE = "The {} was there before, and nothing in the question asks for it to go."
ANOTHER = "The {} was there before, and nothing in the question asks for it to change."
NOT_WANTED = "Nothing in the question asks for the {}."
ROWS_CHANGED = "The rows of {} were there before, and nothing in the question asks for them to change."
NEW = {"function": ("trigger",), "plan": ("index",)}  # what may come to a table that was there
# What an answer made shadows no name, and a row is the same text in a session of whichever time zone.
PLAINLY = "SET search_path = pg_catalog, pg_temp; SET timezone = 'UTC'"
ROWS = "SELECT count(*), sum(hashtextextended(t::TEXT, 0)) FROM public.{} AS t"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What could pass for a rule, the parts of each table, and a figure that stands for its rows."""

    stand_ins: frozenset[tuple[str, str]]
    parts: Mapping[tuple[str, str, str], str]
    rows: Mapping[str, tuple[Any, ...]]


def look(
    connection: Connection[Any],
    tables: set[str] | None = None,
    settings: AbstractSet[tuple[str, str]] = frozenset(),
) -> Surroundings:
    """
    Return what there is; the rows of *tables*, or of all; *settings* of the role stand in as well.

    The session keeps a search_path and a time zone of ours.
    """
    connection.execute(PLAINLY)
    found = connection.execute(content.sql("cage/stand_ins"))
    stand_ins = frozenset((str(what), str(name)) for what, name in found) | settings
    parts = {
        (str(table), str(what), str(name)): str(definition)
        for table, what, name, definition in connection.execute(content.sql("cage/what_is_there"))
    }
    here = {table for table, what, _ in parts if what == "table"}
    rows = {
        table: connection.execute(sql.SQL(ROWS).format(sql.Identifier(table))).fetchone() or ()
        for table in sorted(here if tables is None else here & tables)
    }
    return Surroundings(stand_ins, parts, rows)


def made_up(exercise: Exercise, before: Surroundings, after: Surroundings) -> Iterator[Difference]:
    """Yield what an answer made that only looks like a rule of a table, or is one for the judge alone."""
    allowed = {*exercise.front.allow, *(("trigger",) if exercise.front.kind == "function" else ())}
    for what, name in sorted(after.stand_ins - before.stand_ins):
        if what not in allowed:
            yield Difference(NOT_SO, f"{STAND_INS[what]}: {name}", WHY_STAND_IN.get(what, BELONGS))


def untouched(before: Surroundings, after: Surroundings) -> Iterator[Difference]:
    """Yield that an answer made and changed nothing: what else fails comes of that."""
    if before == after:
        yield Difference(
            NOTHING, "tables, indexes, functions, triggers and rows are as they were before the answer"
        )


def changed(exercise: Exercise, before: Surroundings, after: Surroundings) -> Iterator[Difference]:
    """Yield what an answer changes that is none of its business: all that the exercise does not name."""
    may = exercise.front.changes
    gone = {table for table, what, _ in before.parts.keys() - after.parts.keys() if what == "table"}
    for table in sorted(gone):
        yield Difference(ELSE, f"the table {table} is gone", GONE.format(f"table {table}"))
    for key, definition in before.parts.items():
        table, what, name = key
        if what == "table" or table in gone or after.parts.get(key) == definition or is_free(may, key):
            continue
        part = f"{what} {placed(name, table)}"
        if key in after.parts:
            yield Difference(ELSE, f"the {part} is another", ANOTHER.format(part))
        else:
            yield Difference(ELSE, f"the {part} is gone", GONE.format(part))
    for key in after.parts.keys() - before.parts.keys():
        table, what, name = key
        new = what in NEW.get(exercise.front.kind, ()) or is_free(may, key)
        if table in before.rows and not new:
            part = f"{what} {placed(name, table)}"
            yield Difference(ELSE, f"the {part} is new", NOT_WANTED.format(part))
    for table, figure in before.rows.items():
        if after.rows.get(table, figure) != figure and not is_free(may, (table, "rows", "")):
            yield Difference(ELSE, f"the rows of {table} are others than before", ROWS_CHANGED.format(table))


def is_free(may: Iterable[str], part: tuple[str, str, str]) -> bool:
    """
    Say whether an answer may change *part*, a table's name, a kind and a name of its own.

    >>> part = ("invoice", "column", "user_id")
    >>> [is_free([one], part) for one in ("column", "column of invoice", "column user_id of invoice")]
    [True, True, True]
    >>> is_free(["column cents of invoice", "column of bookmark", "rows"], part)
    False
    >>> is_free(["function public.f()"], ("", "function", "public.f()"))
    True
    """
    table, what, name = part
    return not {what, f"{what} of {table}", f"{what} {placed(name, table)}"}.isdisjoint(may)


def fired_by(before: Surroundings, after: Surroundings) -> frozenset[str]:
    """Return when the triggers fire that came: all of their definitions but their names and functions."""
    new = (definition for key, definition in after.parts.items() if before.parts.get(key) != definition)
    return frozenset(
        definition.partition(" TRIGGER ")[2].partition(" ")[2].partition(" EXECUTE ")[0]
        for definition in new
        if definition.startswith(("CREATE TRIGGER ", "CREATE CONSTRAINT TRIGGER "))
    )


def placed(name: str, table: str) -> str:
    """Return what a part is called in a message."""
    return f"{name} of {table}" if table else name
