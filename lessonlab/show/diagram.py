"""The tables, keys and references of a live database, read from its catalog."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from psycopg.rows import tuple_row

from lessonlab import content
from lessonlab.show.drawing import draw_tables
from lessonlab.show.entities import Entity, Reference, TableColumn
from lessonlab.show.pictures import Picture, svg_picture

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import psycopg


def diagram(conn: psycopg.Connection[Any]) -> Picture:
    """Return the tables of *conn*'s database as a drawing, in words too."""
    tables = read(conn)
    if not tables:
        return Picture("<p>no tables yet</p>", "no tables yet")
    drawn = svg_picture(
        draw_tables(tables),
        f"tables {', '.join(table.name for table in tables)}: {'; '.join(relations(tables))}",
    )
    return Picture(drawn.html, "\n".join(describe(tables)))


def read(conn: psycopg.Connection[Any]) -> list[Entity]:
    """Return the tables on the search path in the order that they were made."""
    with conn.cursor(row_factory=tuple_row) as cursor:
        columns = cursor.execute(content.sql("catalog/columns_and_keys").encode()).fetchall()
        keys = cursor.execute(content.sql("catalog/references").encode()).fetchall()
    return [
        Entity(
            table,
            tuple(
                TableColumn(name, kind, tuple(key.partition(" ")[2] for key in marks))
                for _, name, kind, marks in rows
            ),
            tuple(Reference(tuple(names), *rest) for child, names, *rest in keys if child == table),
        )
        for table, rows in groupby(columns, key=lambda row: row[0])
    ]


def relations(tables: Sequence[Entity]) -> Iterator[str]:
    """
    Yield each reference in words.

    >>> one = Entity("users", (TableColumn("id", "uuid", ("PK",)),))
    >>> to_users = Reference(("user_id",), "users", cascades=True)
    >>> two = Entity("visits", (TableColumn("user_id", "uuid", ("FK",)),), (to_users,))
    >>> list(relations([one, two]))
    ['users 1 to many visits by user_id, deleted with it']
    """
    for table in tables:
        for reference in table.references:
            end = ", deleted with it" if reference.cascades else ""
            by = ", ".join(reference.columns)
            yield f"{reference.parent} {reference.one} to {reference.many} {table.name} by {by}{end}"


def describe(tables: Sequence[Entity]) -> Iterator[str]:
    """Yield the lines of the drawing's twin in words: each table with its keys, then the references."""
    for table in tables:
        keys = (f"{column.name} ({', '.join(column.marks)})" for column in table.columns if column.marks)
        yield f"{table.name}: {len(table.columns)} columns; keys {', '.join(keys) or 'none'}"
    yield from relations(tables)
