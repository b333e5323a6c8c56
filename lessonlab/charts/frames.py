"""A DataFrame as plain rows, as a grid, and as the table under a chart."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from lessonlab.show.tables import Table
from lessonlab.show.values import is_missing
from lessonlab.varying import Varying

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pandas import DataFrame

GRIDS = {
    "activity_by_hour": ("weekday", "hour", "begun"),
    "weekly_cohort_retention": ("cohort", "week", "share"),
}
DAY = 86400  # seconds
VARYING = {"idle"}  # columns that count from now
Grid = tuple[list[Any], list[Any], list[list[Any]]]


def cells(frame: DataFrame, *columns: str) -> Iterator[tuple[Any, ...]]:
    """Yield the values of *columns* row by row, NULL as `None`."""
    chosen = frame[list(columns)] if columns else frame
    for row in chosen.astype(object).itertuples(index=False):
        yield tuple(plain(value) for value in row)


def plain(value: Any) -> Any:
    """
    Return a cell as a plain Python value: whole spans of seconds, `None` for what is missing.

    >>> plain(3.0), plain(float("nan"))
    (3.0, None)
    """
    if is_missing(value) or value != value:  # noqa: PLR0124 - NaN alone is not itself
        return None
    if hasattr(value, "to_pytimedelta"):
        return timedelta(seconds=round(value.total_seconds()))
    if hasattr(value, "to_pydatetime"):
        moment = value.to_pydatetime()
        return moment if moment.tzinfo else moment.date()
    return value


def grid_of(frame: DataFrame, line: str, head: str, value: str) -> Grid:
    """Return the lines, the heads, and a value or `None` for each line and head of *frame*."""
    found = {(a, b): c for a, b, c in cells(frame, line, head, value)}
    lines, heads = sorted({a for a, _ in found}), sorted({b for _, b in found})
    return lines, heads, [[found.get((a, b)) for b in heads] for a in lines]


def table_of(name: str, frame: DataFrame) -> Table:
    """Return what the chart of the query *name* was drawn from, a grid as a grid."""
    if name in GRIDS:
        line, head, value = GRIDS[name]
        lines, heads, values = grid_of(frame, line, head, value)
        rows = [(first, *rest) for first, rest in zip(lines, values, strict=True)]
        return Table((line, *map(str, heads)), rows, caption=f"{value} by {line} and {head}", limit=None)
    varying = [column in VARYING for column in frame.columns]
    rows = [tuple(map(marked, row, varying)) for row in cells(frame)]
    return Table(tuple(frame.columns), rows)


def marked(value: Any, varies: bool) -> Any:  # noqa: FBT001 - one of the two that `map` gives
    """
    Return a cell of a table; a span of time that counts from now carries the mark of what varies.

    >>> print(marked(timedelta(days=3, hours=9), True), marked(3, False))
    ⟨3 days⟩ 3
    """
    return Varying(round(value.total_seconds() / DAY), "days") if varies and value is not None else value
