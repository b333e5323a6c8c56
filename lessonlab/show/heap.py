"""
The versions of one row, as they stand on the pages of its table.

They are the server's own, read by `pageinspect`; a role that may not have it is told where the version stands
that it sees, and how many updates were HOT, which the server counts for everybody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from psycopg import sql
from psycopg.rows import dict_row, tuple_row

from lessonlab import content
from lessonlab.errors import ConfigError, UnknownName
from lessonlab.show.heap_drawing import draw_versions, words
from lessonlab.show.page_tools import looked_into
from lessonlab.show.pictures import Picture, svg_picture
from lessonlab.show.row_versions import HeapPlace, RowVersions

if TYPE_CHECKING:
    from collections.abc import Mapping

    import psycopg

    Rows = psycopg.Cursor[tuple[Any, ...]]

MOST_PAGES = (
    1_000  # of a table, in all of which older versions are looked for; of a larger one on the row's page
)


def heap(conn: psycopg.Connection[Any], table: str, key: object) -> Picture:
    """Return the versions of the row of *table* whose primary key is *key*."""
    with conn.cursor(row_factory=dict_row) as cursor:
        known = cursor.execute(content.sql("catalog/key_of_table").encode(), {"table": table}).fetchone()
    if known is None:
        raise UnknownName(f"no table {table!r} here", cure="lab.diagram() shows the tables")
    if known["key"] is None:
        raise ConfigError(f"{table} has no primary key of one column", cure="name a table that has one")
    page, place = placed(conn, known, str(key))
    bare = RowVersions(known["relation"], f"{known['key']} = {key}", page, place)
    found = looked_into(conn, lambda cursor: versions(cursor, known, bare)) or counted(conn, known, bare)
    told = "\n".join(words(found))
    return Picture(svg_picture(draw_versions(found), told).html, told)


def placed(conn: psycopg.Connection[Any], known: Mapping[str, Any], key: str) -> tuple[int, int]:
    """Return where the row of *key* is seen; raise `UnknownName` if there is none."""
    query = sql.SQL(content.sql("catalog/place_of_row")).format(
        relation=sql.SQL(known["relation"]), key=sql.SQL(known["key"]), type=sql.SQL(known["type"])
    )
    with conn.cursor(row_factory=tuple_row) as cursor:
        found = cursor.execute(query, {"key_value": key}).fetchone()
    if found is None:
        raise UnknownName(
            f"no row of {known['relation']} has {known['key']} = {key}",
            cure="name the primary key of a row that is there",
        )
    return found[0], found[1]


def versions(cursor: Rows, known: Mapping[str, Any], bare: RowVersions) -> RowVersions:
    """Return *bare* with the places that lead to the one that is seen, the oldest first."""
    everywhere = known["pages"] <= MOST_PAGES
    first, last = (0, known["pages"] - 1) if everywhere else (bare.page, bare.page)
    query = content.sql("catalog/heap_places").encode()
    found = cursor.execute(query, {**known, "first": first, "last": last}).fetchall()
    every = tuple(HeapPlace(*row) for row in found)
    chain = [one for one in every if (one.page, one.place) == (bare.page, bare.place)]
    while before := [one for one in every if one not in chain and one.leads_to(chain[0])]:
        chain.insert(0, before[0])
    pages = {one.page for one in chain}
    return RowVersions(
        bare.table,
        bare.key,
        bare.page,
        bare.place,
        tuple(one for one in every if one.page in pages),
        tuple(chain),
    )


def counted(conn: psycopg.Connection[Any], known: Mapping[str, Any], bare: RowVersions) -> RowVersions:
    """Return *bare* with what the server counted of the table's updates."""
    with conn.cursor(row_factory=tuple_row) as cursor:
        cursor.execute("SELECT pg_stat_force_next_flush()")
        found = cursor.execute(content.sql("catalog/hot_updates").encode(), known).fetchall()
    return RowVersions(bare.table, bare.key, bare.page, bare.place, counted=found[0])
