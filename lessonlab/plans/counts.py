"""
Totals out of EXPLAIN's averages.

The server tells what one loop did on average, and a loop of a parallel process is a loop like another.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lessonlab.plans.pages import children, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lessonlab.plans.pages import Raw

GATHERS = ("Gather", "Gather Merge")
LEADER_SHARE_LOST = 0.3  # of the leader's time per worker, as the planner has it
BITMAPS = ("BitmapAnd", "BitmapOr")
UNDER_ONE_ROW = 0.5


@dataclass(frozen=True, slots=True)
class Around:
    """
    What surrounds a node.

    *processes* run it, among which the planner divided its rows by *divisor*; *rows* must come of it.
    """

    parallel: bool = False
    processes: int = 1
    divisor: float = 1.0
    rows: float | None = None


def total_rows(raw: Raw, around: Around) -> tuple[int | None, bool]:
    """
    Return the rows that *raw* gave over all loops, and whether the number is exact.

    The average is rounded to whole rows (18: to hundredths).  Where the parent passes every row on, the
    parent's count settles what the rounding left open.  A bitmap of bitmaps counts no rows.

    >>> raw = {"Actual Rows": 33333, "Actual Loops": 3}
    >>> total_rows(raw, Around()), total_rows(raw, Around(rows=100000))
    ((99999, False), (100000, True))
    """
    if "Actual Rows" not in raw or raw.get("Node Type") in BITMAPS:
        return None, True
    average, loops = raw["Actual Rows"], raw.get("Actual Loops", 1)
    slack = loops * (0.005 if isinstance(average, float) else 0.5)
    total = round(average * loops)
    if loops <= 1 or slack <= UNDER_ONE_ROW:
        return total, True
    if around.rows is not None and abs(around.rows - average * loops) <= slack + 1e-6:
        return round(around.rows), True
    return total, False


def inside(raw: Raw, child: Raw, around: Around, rows: float | None) -> Around:
    """Return what surrounds *child* of *raw*, which gave *rows*; a Gather starts processes."""
    if raw.get("Node Type") in GATHERS:
        loops = max(int(raw.get("Actual Loops", 1)), 1)
        launched = int(raw.get("Workers Launched") or 0)
        processes = min(max(int(child.get("Actual Loops", 0)) // loops, 1), launched + 1)
        if child.get("Parent Relationship") == "InitPlan":
            return around
        workers = int(raw.get("Workers Planned", 0))
        return Around(True, processes, workers + max(1 - LEADER_SHARE_LOST * workers, 0), rows)
    return Around(around.parallel, around.processes, around.divisor, rows if passes_on(raw, child) else None)


def passes_on(raw: Raw, child: Raw) -> bool:
    """Say whether each row of *child* is one of *raw*: the inner side of a plain nested loop."""
    return (
        raw.get("Node Type") == "Nested Loop"
        and raw.get("Join Type") == "Inner"
        and child.get("Parent Relationship") == "Inner"
        and "Join Filter" not in raw
        and "Filter" not in raw
    )


def estimated(raw: Raw, around: Around) -> int:
    """
    Return the rows that the planner expected over all loops; a divided node's estimate is for one process.

    >>> estimated({"Plan Rows": 416667, "Parallel Aware": True, "Actual Loops": 3}, Around(True, 3, 2.4))
    1000001
    """
    rows = float(raw.get("Plan Rows", 0))
    loops = float(raw.get("Actual Loops") or around.processes)
    if divided(raw):
        return round(rows * around.divisor * loops / around.processes)
    return round(rows * loops)


def divided(raw: Raw) -> bool:
    """Say whether parallel processes share the work of *raw*; otherwise each does it all."""
    return any(node.get("Parallel Aware") for node in walk(raw))


def steady(raw: Raw, around: Around) -> bool:
    """Say whether the rows of *raw* are the same however many workers there happened to be."""
    if raw.get("Node Type") in GATHERS or around.parallel:
        return divided(raw) and not any(node.get("Partial Mode") == "Partial" for node in walk(raw))
    return True


def removed(raw: Raw) -> int | None:
    """Return the rows that *raw* read and threw away over all loops."""
    counts = [value for key, value in raw.items() if key.startswith("Rows Removed by ")]
    return round(sum(counts) * raw.get("Actual Loops", 1)) if counts else None


def wall_ms(raw: Raw, around: Around) -> float | None:
    """Return the milliseconds that *raw* and all below it took, by a clock on the wall."""
    if "Actual Total Time" not in raw:
        return None
    return float(raw["Actual Total Time"]) * float(raw["Actual Loops"]) / around.processes


def wall_times(raw: Raw, around: Around) -> Iterator[tuple[int, float]]:
    """Yield `id` and milliseconds of *raw* and of each node below it, 0 where the server did not tell."""
    yield id(raw), wall_ms(raw, around) or 0.0
    for child in children(raw):
        yield from wall_times(child, inside(raw, child, around, None))
