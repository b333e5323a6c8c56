"""What one statement gave, and the shape in which it is shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from lessonlab.show.tables import ROWS, Preformatted, Table

PLAN = ("QUERY PLAN",)
INTEGERS = frozenset({20, 21, 23, 26})
FRACTIONS = frozenset({700, 701, 1700})
MONEY, BOOLEAN = 790, 16
NUMBERS = INTEGERS | FRACTIONS | {MONEY}


@dataclass(frozen=True, slots=True)
class Keep:
    """
    How many rows of a statement are kept, `None` for all; the others are counted and let go.

    *shown* are kept as the server wrote them, *rows* as Python's values.  Once they have *size* bytes no more
    are kept, but for the first *least*.
    """

    shown: int | None = ROWS
    rows: int | None = None
    size: int | None = None
    least: int = 0

    @property
    def brief(self) -> Keep:
        """Return the same for a result that nobody can ask about later: what is shown."""
        shown = self.least or self.shown
        return Keep(shown, shown)


ALL = Keep(shown=0)
SHOWN = Keep()  # and all as values


def ahead(limit: int | None = ROWS) -> Keep:
    """Return what is kept of a result that is only shown: that, and what a reader may want of it next."""
    return Keep(None) if limit is None else Keep(limit + 1_000, limit + 1_000, 8_000_000, limit)


@dataclass(frozen=True, slots=True)
class Outcome:
    """
    What one statement gave: its command *tag* and, if it returns rows, its columns and rows.

    *texts* are the first rows as the server wrote them, which is how psql shows them; *rows* are Python's.
    *count* says how many there were where fewer are kept; *at_least* that nobody counted to the end.
    """

    tag: str
    columns: tuple[str, ...] | None = None
    types: tuple[int, ...] = ()
    rows: tuple[tuple[Any, ...], ...] = ()
    texts: tuple[tuple[str | None, ...], ...] = ()
    last: bool = True
    count: int | None = None
    at_least: bool = False

    @property
    def total(self) -> int:
        """Return how many rows there were, kept or not."""
        return len(self.rows) if self.count is None else self.count


def shape(
    outcome: Outcome, limit: int | None = ROWS, caption: str = "", onward: str = "", skipped: int = 0
) -> Table | Preformatted:
    """
    Return what is shown of *outcome*: its rows, a plan as it stands, or the command tag.

    *onward* says how to see the rows that are not shown, *skipped* how many were before.

    >>> shape(Outcome("SELECT 1", ("n",), (23,), ((7,),), (("7",),)))
     n
    ---
     7
    (1 row)
    """
    if outcome.columns is None:
        return Preformatted(outcome.tag)
    if outcome.columns == PLAN:
        return Preformatted("\n".join(row[0] or "" for row in outcome.texts))
    right = frozenset(i for i, kind in enumerate(outcome.types) if kind in NUMBERS)
    return Table(
        outcome.columns,
        outcome.rows,
        caption,
        count=outcome.total,
        at_least=outcome.at_least,
        numeric=right,
        limit=limit,
        written=outcome.texts,
        onward=onward,
        skipped=skipped,
    )
