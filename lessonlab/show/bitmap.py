"""
Which pages of a table hold the rows of a condition, and in which order two scans come to them.

Rows tell their own place (`ctid`), so any role sees this.  Both orders are the server's: the query runs
with only index scans allowed, and with only bitmap scans.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from psycopg import sql
from psycopg.rows import tuple_row

from lessonlab import content
from lessonlab.errors import ConfigError, UnknownName
from lessonlab.show.bitmap_drawing import draw_pages
from lessonlab.show.matches import Matches, Order
from lessonlab.show.pictures import Picture, svg_picture

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import psycopg

STRIP = 64  # characters of a table's pages in words
BY_INDEX = {"enable_seqscan": "off", "enable_bitmapscan": "off"}
BY_BITMAP = {"enable_seqscan": "off", "enable_indexscan": "off", "enable_indexonlyscan": "off"}
ONE_PROCESS = {"max_parallel_workers_per_gather": "0"}


def bitmap(conn: psycopg.Connection[Any], table: str, conditions: Mapping[str, str]) -> Picture:
    """
    Return where in *table* the rows of each of *conditions* are.

    A condition is what a reader wrote, and what the server is asked in its place.
    """
    if not conditions:
        raise ConfigError("have no condition", cure='lab.bitmap("lesson_progress", "score > 95")')
    relation, pages = require(conn, table)
    orders = {text: ordered(conn, relation, text, BY_INDEX) for text in conditions.values()}
    found = [Matches(said, Counter(orders[text].pages)) for said, text in conditions.items()]
    both = ordered(conn, relation, " AND ".join(f"({text})" for text in conditions.values()), BY_BITMAP)
    if len(found) > 1:
        found.append(Matches(f"all of these ({both.node})", Counter(both.pages)))
    one = next(iter(orders.values()))
    shown = (one, both) if len(found) == 1 and one.index and both.index else ()
    told = "\n".join(words(relation, pages, found, shown))
    return Picture(svg_picture(draw_pages(pages, found, shown), told).html, told)


def require(conn: psycopg.Connection[Any], table: str) -> tuple[str, int]:
    """Return the name of *table* and how many pages it has; raise `UnknownName` if it is no table."""
    with conn.cursor(row_factory=tuple_row) as cursor:
        found = cursor.execute(content.sql("catalog/table_pages").encode(), {"table": table}).fetchone()
    if found is None:
        raise UnknownName(f"no table {table!r} here", cure="lab.diagram() shows the tables")
    return found[0], found[1]


def ordered(conn: psycopg.Connection[Any], relation: str, condition: str, only: Mapping[str, str]) -> Order:
    """Return the pages of the rows that *condition* keeps as a plan under the settings *only* meets them."""
    query = sql.SQL(content.sql("catalog/matching_places")).format(
        relation=sql.SQL(relation), condition=sql.SQL(condition)
    )
    with conn.transaction(force_rollback=True), conn.cursor(row_factory=tuple_row) as cursor:
        for name, value in {**ONE_PROCESS, **only}.items():
            cursor.execute("SELECT set_config(%s, %s, true)", [name, value])
        explained = cursor.execute(sql.SQL("EXPLAIN (FORMAT JSON) {}").format(query)).fetchone()
        pages = tuple(page for (page,) in cursor.execute(query).fetchall())
    assert explained  # noqa: S101 - EXPLAIN always answers
    return Order(*scan_of(explained[0][0]["Plan"]), pages)


def scan_of(plan: Mapping[str, Any]) -> tuple[str, str]:
    """
    Return the node of *plan* that finds the rows, and the index that it goes by.

    >>> below = {"Node Type": "Bitmap Index Scan", "Index Name": "idx"}
    >>> scan_of({"Node Type": "Bitmap Heap Scan", "Plans": [below]})
    ('Bitmap Heap Scan', 'idx')
    >>> scan_of({"Node Type": "Bitmap Heap Scan", "Plans": [{"Node Type": "BitmapAnd", "Plans": [below]}]})
    ('BitmapAnd', 'idx')
    """
    node = str(plan["Node Type"])
    for child in plan.get("Plans", ()):
        below, index = scan_of(child)
        return (node if below == "Bitmap Index Scan" else below), index
    return node, str(plan.get("Index Name", ""))


def words(relation: str, pages: int, found: Sequence[Matches], orders: Sequence[Order]) -> Iterator[str]:
    """Yield the lines of the drawing's twin in words."""
    yield f"{relation}: {pages:,} pages in {min(STRIP, pages)} signs, · no page has a row, ▪ some, █ all"
    for matches in found:
        yield matches.title(pages)
        yield f"  {strip(matches.rows_of, pages)}"
    yield from map(str, orders)
    if len(found) == 1 and not orders:
        yield f"no index serves this: all {pages:,} pages are read"


def strip(rows_of: Mapping[int, int], pages: int) -> str:
    """
    Return a sign for each stretch of a table's *pages*.

    >>> strip({0: 1, 1: 2, 2: 1, 100: 3}, 128)
    '█▪················································▪·············'
    """
    length = min(STRIP, max(pages, 1))
    sizes, filled = [0] * length, [0] * length
    for page in range(pages):
        place = page * length // pages
        sizes[place] += 1
        filled[place] += page in rows_of
    return "".join(
        "·" if not some else "█" if some == every else "▪" for some, every in zip(filled, sizes, strict=True)
    )
