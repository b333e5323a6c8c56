"""
Tab in a SQL cell: tables, columns, aliases, `:names`, exercises after `%%answer`, sessions after `@`.

The catalog is read beside the reader's session, which may stand in an open or a failed transaction, and in
the background: who presses Tab waits a third of a second at most, and gets what was known before.
"""

from __future__ import annotations

import re
from functools import cache, partial
from types import FunctionType, ModuleType
from typing import TYPE_CHECKING, Any

from IPython.core.completer import SimpleCompletion
from psycopg import Connection, errors
from psycopg.pq import TransactionStatus

from lessonlab.errors import LessonLabError
from lessonlab.grading import library
from lessonlab.magics.typed_sql import Typed, read_typed
from lessonlab.postgres.names import Relation, read_names, written
from lessonlab.postgres.second import Work
from lessonlab.scenes.actor import Actor

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from IPython.core.completer import CompletionContext, SimpleMatcherResult

PATIENCE = 0.3  # seconds that Tab waits for the catalog
CREATED = re.compile(r"\bcreate\s+(?:\w+\s+)?(?:table|view)\s+(?:if\s+not\s+exists\s+)?(\w+)", re.IGNORECASE)
NO_VALUES = frozenset({"In", "Out", "exit", "quit", "get_ipython", "open"})
NEEDS = ("superuser", "18", "citus")
SHARED = ("--needs",)
OPTIONS = {
    "sql": ("--gset", "--load", "--file", "--persist", "--append", "--connections", "--close", *SHARED),
    "explain": (
        *("off", "buffers", "wal", "settings", "verbose", "memory", *SHARED),
        *("--compare", "without=", "hiding=", "adding=", "rounds="),
    ),
    "race": ("rounds=", *SHARED),
    "js": ("--with",),
}
TYPES = """
    bigint boolean bytea char date daterange double integer interval json jsonb numeric real regclass smallint
    text text[] time timestamp timestamptz tstzrange uuid varchar
""".split()  # noqa: SIM905 - the list is read by people
WORDS = """
    ADD ALL ALTER AND ANY AS ASC AVG BEGIN BETWEEN BIGINT BOOLEAN BY CASCADE CASE CAST CHECK COALESCE COLUMN
    COMMIT CONFLICT CONSTRAINT COUNT CREATE CROSS CURRENT_DATE DEFAULT DELETE DESC DISTINCT DROP ELSE END
    EXISTS EXPLAIN FALSE FILTER FOREIGN FROM FULL GENERATED GROUP HAVING IDENTITY ILIKE IN INDEX INNER INSERT
    INTEGER INTERVAL IS JOIN JSONB KEY LATERAL LEFT LIKE LIMIT MAX MIN NOT NULL NUMERIC OFFSET ON OR ORDER
    OVER PARTITION PRIMARY REFERENCES RETURNING RIGHT ROLLBACK SAVEPOINT SELECT SET SUM TABLE TEXT THEN
    TIMESTAMPTZ TRUE UNION UNIQUE UPDATE USING UUID VALUES VIEW WHEN WHERE WINDOW WITH
""".split()  # noqa: SIM905 - the list is read by people


class Catalog:
    """What was last seen of a database's names."""

    def __init__(self) -> None:
        self.names: tuple[Relation, ...] = ()
        self._work: Work | None = None

    def look(self, conn: Connection[Any]) -> tuple[Relation, ...]:
        """Return the names as they are now, or as they were if nobody answers in time."""
        if self._work is None or self._work.is_done:
            self._work = Work(partial(self._read, conn))
        self._work.wait(PATIENCE)
        return self.names

    def _read(self, conn: Connection[Any]) -> None:
        self.names = read_names(conn) or self.names


def complete(
    context: CompletionContext,
    catalog: Catalog,
    connection: Callable[[], Connection[Any]],
    names: Mapping[str, Any],
) -> SimpleMatcherResult:
    """Return what fits at the cursor, nothing outside of SQL; *names* are the reader's variables."""
    typed = read_typed(context.full_text, context.cursor_line, context.cursor_position)
    if typed is None:
        return {"completions": []}
    found = dict(offers(typed, partial(relations, catalog, connection, names), names))
    fitting = [SimpleCompletion(text=name, type=found[name]) for name in found if fits(name, typed.word)]
    return {"completions": fitting or Nothing(), "matched_fragment": typed.word, "suppress": True}


class Nothing(list[SimpleCompletion]):
    """No completions, and none of Python's: IPython leaves those out only where it counts some of ours."""

    def __len__(self) -> int:
        return 1


def fits(name: str, word: str) -> bool:
    """
    Say whether *name* is what begins with *word*, quoted or not.

    >>> fits('"Full name"', "fu"), fits("users", '"us'), fits("users", "se")
    (True, True, False)
    """
    return name.strip('"').lower().startswith(word.strip('"').lower())


def relations(
    catalog: Catalog, connection: Callable[[], Connection[Any]], names: Mapping[str, Any]
) -> list[Relation]:
    """Return the tables that a query can name; those that an open transaction made are known by its cells."""
    try:
        conn = connection()
    except LessonLabError:
        return []
    found = list(catalog.look(conn))
    if conn.info.transaction_status != TransactionStatus.IDLE:
        made = {name for text in names.get("In", [])[-20:] for name in CREATED.findall(text)}
        known = {one.name for one in found}
        found += [Relation("", name, bare=True, columns=()) for name in sorted(made - known)]
    return found


def offers(
    typed: Typed, tables: Callable[[], list[Relation]], names: Mapping[str, Any]
) -> Iterator[tuple[str, str]]:
    """Yield what fits at the cursor, each with its kind."""
    if typed.place == "exercise":
        yield from ((key, "exercise") for key in library.keys())  # noqa: SIM118 - a function
    elif typed.place == "option":
        codes = sqlstates() if typed.magic == "expect_error" else ()
        yield from ((word, "option") for word in (*codes, *OPTIONS.get(typed.magic, SHARED)))
    elif typed.place == "need":
        yield from ((word, "option") for word in NEEDS)
    elif typed.place == "type":
        yield from ((word, "type") for word in TYPES)
    elif typed.place == "actor":
        sessions = (Actor, Connection)
        yield from ((name, "session") for name, value in names.items() if isinstance(value, sessions))
    elif typed.place == "value":
        yield from ((name, "variable") for name, value in names.items() if is_value(name, value))
    elif typed.place == "index":
        yield from ((written(index), "index") for one in tables() if one.bare for index in one.indexes)
    elif typed.place == "sql":
        yield from of_sql(typed, tables())


def of_sql(typed: Typed, tables: list[Relation]) -> Iterator[tuple[str, str]]:
    """Yield the names that fit at the cursor in a statement; quoted where the word is."""
    for name, kind in in_order(typed, tables):
        if kind == "keyword":
            yield (name.lower() if typed.word.islower() else name), kind
        else:
            yield (f'"{name}"' if typed.word[:1] == '"' != name[:1] else name), kind


def in_order(typed: Typed, tables: list[Relation]) -> Iterator[tuple[str, str]]:
    """Yield the names that fit at the cursor: what the statement names comes before all that there is."""
    known = with_derived(typed, tables)
    if typed.qualifier:
        schema, name = typed.aliases.get(typed.qualifier, ("", typed.qualifier))
        yield from columns_of(called(known, schema, name))
        yield from ((written(one.name), "table") for one in tables if one.schema == typed.qualifier)
        return
    here = [one for schema, name in typed.aliases.values() for one in called(known, schema, name)]
    bare = [one for one in tables if one.bare]
    if not typed.wants_table:
        yield from columns_of(here or bare)
        theirs = {one.name for one in tables}
        yield from ((written(one), "alias") for one in typed.aliases if one not in theirs)
        if here and not typed.word:
            return
    yield from ((written(name), "table") for name in (*(one.name for one in bare), *typed.made))
    yield from ((written(one.schema), "schema") for one in tables if not one.bare)
    if not typed.wants_table and typed.word[:1].isalpha():
        yield from ((word, "keyword") for word in WORDS)


def with_derived(typed: Typed, tables: list[Relation]) -> list[Relation]:
    """Return *tables* with those that the statement makes for itself, in place of what has their names."""
    known = tables
    for one in typed.derived:
        stars = {f"{alias}.*": called(known, *place) for alias, place in one.of.items()}
        stars["*"] = [table for found in stars.values() for table in found]
        own = [name for column in one.columns for name in names_of(column, stars)]
        others = [table for table in known if table.name != one.name or not table.bare]
        known = [*others, Relation("", one.name, bare=True, columns=tuple(own))]
    return known


def names_of(column: str, stars: Mapping[str, list[Relation]]) -> list[str]:
    """Return the names that *column* of a list stands for: a star is all columns of its tables."""
    if not column.endswith("*"):
        return [column]
    return [name for table in stars.get(column, ()) for name in table.columns]


def called(tables: Iterable[Relation], schema: str, name: str) -> list[Relation]:
    """Return those of *tables* that a query calls by *schema* and *name*."""
    return [one for one in tables if one.name == name and (one.schema == schema if schema else one.bare)]


@cache
def sqlstates() -> tuple[str, ...]:
    """Return the codes that an error may have."""
    found = {getattr(one, "sqlstate", None) for one in vars(errors).values() if isinstance(one, type)}
    return tuple(sorted(code for code in found if isinstance(code, str)))


def columns_of(tables: Iterable[Relation]) -> Iterator[tuple[str, str]]:
    """Yield the columns of *tables*."""
    yield from ((written(column), "column") for one in tables for column in one.columns)


def is_value(name: str, value: Any) -> bool:
    """
    Say whether a variable may be meant as a value.

    >>> is_value("mina", 3), is_value("_1", 3), is_value("re", re)
    (True, False, False)
    """
    hidden = name.startswith("_") or name in NO_VALUES
    return not hidden and not isinstance(value, (ModuleType, FunctionType, type, Actor, Connection))
