"""What a step of a plan does, in plain words."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lessonlab.plans.tree import Node

UNKNOWN = "a step that this course has no words for"
DOES: Mapping[str, str] = MappingProxyType(
    {
        "Seq Scan": "reads the whole table, page after page",
        "Sample Scan": "reads a random part of the table",
        "Index Scan": "finds entries in the index, and fetches each row from the table",
        "Index Only Scan": "finds everything it needs in the index, without the table",
        "Bitmap Heap Scan": "fetches the pages that a bitmap names, each once and in order",
        "Bitmap Index Scan": "finds entries in the index, and notes their pages in a bitmap",
        "BitmapAnd": "keeps the pages that all bitmaps below name",
        "BitmapOr": "puts the bitmaps below together",
        "Tid Scan": "fetches rows by their place in the table",
        "Tid Range Scan": "fetches a stretch of the table, from one place to another",
        "Subquery Scan": "passes on the rows of a subquery",
        "Function Scan": "reads the rows that a function returns",
        "Table Function Scan": "reads the rows that a document is taken apart into",
        "Values Scan": "reads the rows that are written in the statement",
        "CTE Scan": "reads the result of a WITH query",
        "WorkTable Scan": "reads the rows of the round before",
        "Named Tuplestore Scan": "reads the rows that a trigger was given",
        "Foreign Scan": "asks another server for rows",
        "Custom Scan": "reads rows in a way that an extension brings",
        "Nested Loop": "takes each row from above, and looks for its partners below",
        "Hash Join": "looks up each row in a hash table of the other side",
        "Merge Join": "walks through two sorted sides together",
        "Hash": "puts its rows into a hash table",
        "Sort": "puts all its rows in order before it gives the first",
        "Incremental Sort": "sorts rows that are in order already by their first columns, group after group",
        "Materialize": "keeps its rows, to give them again",
        "Memoize": "remembers the answers for values that it has seen",
        "Unique": "drops a row that equals the one before",
        "Group": "gives one row for each group of sorted rows",
        "WindowAgg": "computes over a window of rows around each one",
        "Append": "gives the rows of its parts one after another",
        "Merge Append": "merges parts that are in order into one order",
        "Recursive Union": "repeats its second part on what came out before, until nothing new does",
        "Limit": "stops when it has enough rows",
        "LockRows": "locks each row, so that nobody else changes it",
        "Gather": "collects the rows of parallel processes",
        "Gather Merge": "collects the rows of parallel processes, and keeps their order",
        "Result": "computes a row without reading any table",
        "ProjectSet": "turns each row into as many as a function returns",
        "Insert": "writes new rows",
        "Update": "writes a new version of each row",
        "Delete": "marks each row as deleted",
        "Merge": "inserts, updates or deletes, as each row demands",
    }
)
AGGREGATES: Mapping[str, str] = MappingProxyType(
    {
        "Plain": "computes one row out of all",
        "Sorted": "computes one row for each group of sorted rows",
        "Hashed": "computes one row for each group, in a hash table",
        "Mixed": "computes one row for each group, of several groupings at once",
    }
)
JOINS: Mapping[str, str] = MappingProxyType(
    {
        "Left": "keeps rows of the first side that have no partner",
        "Right": "keeps rows of the second side that have no partner",
        "Full": "keeps the rows of both sides that have no partner",
        "Semi": "one partner is enough",
        "Right Semi": "one partner is enough",
        "Anti": "keeps only rows that have no partner",
        "Right Anti": "keeps only rows that have no partner",
    }
)
SETS: Mapping[str, str] = MappingProxyType(
    {
        "Except": "keeps the rows that only the first side has",
        "Except All": "takes the rows of the second side away from the first",
        "Intersect": "keeps the rows that both sides have",
        "Intersect All": "keeps the rows that both sides have, as often as both have them",
    }
)
PHASES: Mapping[str, str] = MappingProxyType(
    {"Partial": "each process for its own share", "Finalize": "out of the shares of all processes"}
)


def does(node: Node) -> str:
    """
    Return in plain words what *node* does.

    >>> from lessonlab.plans.tree import Node
    >>> does(Node("Hash Left Join", details={"Node Type": "Hash Join", "Join Type": "Left"}))
    'looks up each row in a hash table of the other side; keeps rows of the first side that have no partner'
    >>> does(Node("Levitate"))
    'a step that this course has no words for'
    """
    said = node.details.get
    kind = str(said("Operation") if node.writes else said("Node Type", node.kind))
    if kind == "Aggregate":
        words = AGGREGATES.get(str(said("Strategy")), AGGREGATES["Plain"])
    elif kind == "SetOp":
        words = SETS.get(str(said("Command")), UNKNOWN)
    else:
        words = DOES.get(kind, UNKNOWN)
    more = [
        JOINS.get(str(said("Join Type"))),
        PHASES.get(str(said("Partial Mode"))),
        "backwards" if said("Scan Direction") == "Backward" else None,
        "the work is shared among processes" if said("Parallel Aware") else None,
        conflict(node),
    ]
    return "; ".join([words, *(text for text in more if text)])


def conflict(node: Node) -> str | None:
    """Return what an INSERT does about rows that are there already."""
    resolution = node.details.get("Conflict Resolution")
    if resolution is None:
        return None
    return "skips rows that are there" if resolution == "NOTHING" else "changes rows that are there"
