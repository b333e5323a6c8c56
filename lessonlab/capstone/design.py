"""A student's design as the catalog has it: which columns a row of a part fills, and from where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg import sql
from psycopg.rows import dict_row

from lessonlab import content
from lessonlab.capstone.parts import GIVEN, PARTS
from lessonlab.grading.answer_session import Failed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from psycopg import Connection

    from lessonlab.capstone.parts import Casting

Row = dict[str, Any]
Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Design:
    """
    Each part's *tables* and *columns*, the *keys* by which a row is found again, and *links*: for each
    reference of a part the columns that it fills, each with the parent's column that it holds.
    """

    tables: Mapping[str, sql.Composable]
    columns: Mapping[str, Mapping[str, str]]
    keys: Mapping[str, tuple[str, ...]]
    links: Mapping[str, Mapping[str, Pairs]]

    def insert(self, part: str, filled: Row) -> sql.Composed:
        """Return an INSERT of the columns *filled*, which gives the whole row back."""
        if not filled:
            return sql.SQL("INSERT INTO {} DEFAULT VALUES RETURNING *").format(self.tables[part])
        return sql.SQL("INSERT INTO {} ({}) VALUES ({}) RETURNING *").format(
            self.tables[part], names(filled), sql.SQL(", ").join(map(sql.Placeholder, filled))
        )

    def find(self, part: str) -> sql.Composed:
        """Return the condition that finds a row by its key."""
        same = (
            sql.SQL("{} = {}").format(sql.Identifier(one), sql.Placeholder(f"key {one}"))
            for one in self.keys[part]
        )
        return sql.SQL(" AND ").join(same)

    def key_of(self, part: str, row: Row) -> Row:
        """Return what `find` needs for *row*."""
        return {f"key {one}": row[one] for one in self.keys[part]}


def names(columns: Any) -> sql.Composed:
    """Return *columns* with commas between them."""
    return sql.SQL(", ").join(map(sql.Identifier, columns))


def find_design(connection: Connection[Any], played: Mapping[str, Casting]) -> Design:
    """Return the design that plays the parts; raise `Failed` where there is no such table or column."""
    tables: dict[str, sql.Composable] = {}
    columns: dict[str, Mapping[str, str]] = {}
    keys: dict[str, tuple[str, ...]] = {}
    links: dict[str, Mapping[str, Pairs]] = {}
    spelt = {**GIVEN, **{part: one.table for part, one in played.items()}}
    for part, table in spelt.items():
        have = columns_of(connection, table)
        tables[part] = sql.SQL(table)  # read by to_regclass, so it is a name
        keys[part] = primary_key(connection, table)
        columns[part] = {} if part in GIVEN else own_columns(part, played[part], have)
    for part, one in played.items():
        links[part] = {
            ref: link(connection, (part, one.table), one.columns[ref], (parent, spelt[parent]), keys[parent])
            for ref, parent in PARTS[part].refers.items()
        }
    return Design(tables, columns, keys, links)


def columns_of(connection: Connection[Any], table: str) -> list[str]:
    """Return the columns of *table*."""
    try:
        rows = connection.execute(content.sql("capstone/columns"), {"table": table}).fetchall()
    except psycopg.Error as error:
        raise Failed(error.sqlstate or "", f"parts.toml: {table!r} is no table's name") from None
    if not rows:
        raise Failed("42P01", f"parts.toml names the table {table!r}, which schema.sql does not make")
    return [name for (name,) in rows]


def own_columns(part: str, played: Casting, have: list[str]) -> Mapping[str, str]:
    """Return who plays the columns of *part*, each seen to be there."""
    said = {key: found for key, found in played.columns.items() if key not in PARTS[part].later}
    for key, found in said.items():
        for name in found:
            if name not in have:
                raise Failed(
                    "42703", f"parts.toml: {played.table} has no column {name!r}, which plays {key!r}"
                )
    return {key: found[0] for key, found in played.columns.items() if key not in PARTS[part].refers}


def primary_key(connection: Connection[Any], table: str) -> tuple[str, ...]:
    """Return the columns of the primary key of *table*."""
    for key in keys_of(connection, table):
        if key["kind"] == "p":
            return tuple(key["columns"])
    raise Failed("", f"{table} has no primary key: nothing says which row is which")


def keys_of(connection: Connection[Any], table: str, parent: str = "") -> list[Row]:
    """Return the primary and foreign keys of *table*, each with whether it refers to *parent*."""
    with connection.cursor(row_factory=dict_row) as cursor:
        asked = {"table": table, "parent": parent or table}
        return cursor.execute(content.sql("capstone/keys"), asked).fetchall()


def link(
    connection: Connection[Any],
    child: tuple[str, str],
    said: tuple[str, ...],
    parent: tuple[str, str],
    key: tuple[str, ...],
) -> Pairs:
    """Return which columns a reference fills: of the foreign key over them, else of the parent's key."""
    for found in keys_of(connection, child[1], parent[1]):
        if found["kind"] == "f" and found["to_parent"] and set(said) <= set(found["columns"]):
            return tuple(zip(found["columns"], found["parent_columns"], strict=True))
    if len(said) != len(key):
        raise Failed(
            "",
            f"parts.toml: {child[0]} names {parent[0]} by {', '.join(said)}, whose key is {', '.join(key)}",
        )
    return tuple(zip(said, key, strict=True))
