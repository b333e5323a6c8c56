"""
One key walked down a B-tree, from the root to the leaf where its rows stand.

The pages are the server's own, read by `pageinspect`; a role that may not have it is told how many there are
and how many a look-up reads, which EXPLAIN counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from psycopg import sql
from psycopg.rows import dict_row, tuple_row

from lessonlab import content
from lessonlab.errors import ConfigError, UnknownName
from lessonlab.show.btree_drawing import draw_walk, words
from lessonlab.show.page_tools import looked_into
from lessonlab.show.pictures import Picture, svg_picture
from lessonlab.show.raw_keys import first_key
from lessonlab.show.shorten import shorten
from lessonlab.show.tables import NULL, UUID
from lessonlab.show.tree_walk import BELOW_ALL, Entry, TreePage, Walk

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import psycopg

    Rows = psycopg.Cursor[tuple[Any, ...]]

LONGEST = 18  # characters of a key
ONLY_BITMAPS = ("enable_seqscan", "enable_indexscan", "enable_indexonlyscan")


def btree(conn: psycopg.Connection[Any], index: str, key: object) -> Picture:
    """Return the walk from the root of *index* down to the rows whose first column is *key*."""
    known = find(conn, index)
    key = str(key)
    walk = looked_into(conn, lambda cursor: descend(cursor, known, key)) or count(conn, known, key)
    told = "\n".join(words(walk))
    return Picture(svg_picture(draw_walk(walk), told).html, told)


def find(conn: psycopg.Connection[Any], index: str) -> Mapping[str, Any]:
    """Return what the catalog knows of *index*; raise an error of ours if it is no B-tree."""
    with conn.cursor(row_factory=dict_row) as cursor:
        known = cursor.execute(content.sql("catalog/tree_of_index").encode(), {"index": index}).fetchone()
    if known is None:
        raise UnknownName(f"no index {index!r} here", cure="SELECT indexname FROM pg_indexes")
    if known["kind"] != "btree":
        raise ConfigError(f"{index} is no B-tree but a {known['kind']}", cure="name a B-tree")
    return known


def descend(cursor: Rows, known: Mapping[str, Any], key: str) -> Walk:
    """Walk down as the server does: to the last entry before the key, on a leaf to all that match."""
    counted = cursor.execute(content.sql("catalog/tree_levels").encode(), known).fetchall()
    levels, block = tuple(pages for pages, _ in counted), counted[0][1]
    if not block:
        raise ConfigError(
            f"{known['name']} is empty: it has no root yet", cure="INSERT a row, then look again"
        )
    pages: list[TreePage] = []
    right = 0
    for level in reversed(range(len(levels))):
        page, block, right = read_page(cursor, known, key, block, level)
        pages.append(page)
    while right:
        page, _, right = read_page(cursor, known, key, right, 0)
        pages.append(page)
    return Walk(known["name"], known["key"], key, known["pages"], levels, tuple(pages))


def read_page(
    cursor: Rows, known: Mapping[str, Any], key: str, block: int, level: int
) -> tuple[TreePage, int, int]:
    """Return a page, the page that it leads to, and the one on its right where the key's rows may go on."""
    cursor.execute(content.sql("catalog/tree_page").encode(), {**known, "block": block})
    rows = cursor.fetchall()
    keys = [read_key(known, data, nulls=nulls) for data, nulls, *_ in rows]
    order = compared(cursor, known, key, keys)
    after = rows[0][4] if rows else 0
    ends = 1 if after else 0  # where a page has one on its right, its first entry is where it ends
    found, entries = rows[ends:], order[ends:]
    if level:
        way = max([0, *(i for i, (before, _) in enumerate(entries) if before and i)])
        taken = [i == way for i, _ in enumerate(found)]
    else:
        way = 0
        taken = [same for _, same in entries]
    page = TreePage(
        block,
        level,
        tuple(
            Entry(written(name), rows=row[3], taken=chosen)
            for name, row, chosen in zip(keys[ends:], found, taken, strict=True)
        ),
    )
    goes_on = not level and ends and any(order[0])
    return page, found[way][2] if level else 0, after if goes_on else 0


def read_key(known: Mapping[str, Any], data: str | None, *, nulls: bool) -> str | None:
    """Return the first column of an entry, "NULL" for a NULL, `None` for what stands below all keys."""
    if nulls and known["nullable"]:
        if known["columns"] > 1:
            raise ConfigError(
                "keys of several columns with NULL are not read here", cure="name another index"
            )
        return NULL
    return first_key(data, known["type"])


def compared(
    cursor: Rows, known: Mapping[str, Any], key: str, keys: Sequence[str | None]
) -> list[tuple[bool, bool]]:
    """Return of each of *keys* whether it stands before *key*, and whether it is the same."""
    query = sql.SQL(content.sql("catalog/compare_keys")).format(
        type=sql.SQL(known["type"]), collation=sql.SQL(known["collation"])
    )
    items = [None if name in {None, NULL} else name for name in keys]
    found = cursor.execute(query, {"key": key, "items": items}).fetchall()
    return [
        (name is None or (known["nulls_first"] if name == NULL else before != known["descending"]), False)
        if not same
        else (False, True)
        for name, (before, same) in zip(keys, found, strict=True)
    ]


def written(name: str | None) -> str:
    """
    Return a key as it stands in a drawing: a uuid by its first digits.

    >>> written("6b86b273-ff34-4ce1-9d6b-804eff5a3f57"), written(None)
    ('6b86b273…', '−∞')
    """
    if name is None:
        return BELOW_ALL
    return f"{name[:8]}…" if UUID.fullmatch(name) else shorten(name, LONGEST)


def count(conn: psycopg.Connection[Any], known: Mapping[str, Any], key: str) -> Walk:
    """Count by EXPLAIN, with no other index there that could serve, what a look-up reads."""
    look_up = sql.SQL(content.sql("catalog/look_up_key")).format(
        relation=sql.SQL(known["relation"]), column=sql.SQL(known["key"]), type=sql.SQL(known["type"])
    )
    with conn.transaction(force_rollback=True), conn.cursor(row_factory=tuple_row) as cursor:
        for (rival,) in cursor.execute(content.sql("catalog/rival_indexes").encode(), known).fetchall():
            described = cursor.execute(content.sql("catalog/describe_index").encode(), {"index": rival})
            cursor.execute(described.fetchall()[0][2])
        for setting in ONLY_BITMAPS:
            cursor.execute("SELECT set_config(%s, 'off', true)", [setting])
        for _ in range(2):  # the first one may read what the session keeps afterwards
            plan = cursor.execute(look_up, {"key": key}).fetchall()[0][0][0]["Plan"]
    node = (plan.get("Plans") or [{}])[0]
    if node.get("Index Name") != known["name"]:
        raise ConfigError(
            f"this role may not look into pages, and no look-up by {known['key']} uses {known['name']}",
            cure="name an index without WHERE, or connect as a superuser",
        )
    pages = node["Shared Hit Blocks"] + node["Shared Read Blocks"]
    return Walk(known["name"], known["key"], key, known["pages"], counted=(pages, round(node["Actual Rows"])))
