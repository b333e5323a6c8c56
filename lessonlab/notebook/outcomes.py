"""What one statement gave, and the shape in which it is shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from lessonlab.notebook.tables import ROWS, Preformatted, Table

PLAN = ("QUERY PLAN",)
INTEGERS = frozenset({20, 21, 23, 26})
FRACTIONS = frozenset({700, 701, 1700})
MONEY, BOOLEAN = 790, 16
NUMBERS = INTEGERS | FRACTIONS | {MONEY}


@dataclass(frozen=True, slots=True)
class Outcome:
    """
    What one statement gave: its command *tag* and, if it returns rows, its columns and rows.

    *texts* are the first rows as the server wrote them, which is how psql shows them; *rows* are Python's.
    """

    tag: str
    columns: tuple[str, ...] | None = None
    types: tuple[int, ...] = ()
    rows: tuple[tuple[Any, ...], ...] = ()
    texts: tuple[tuple[str | None, ...], ...] = ()
    last: bool = True


def shape(outcome: Outcome, limit: int | None = ROWS, caption: str = "") -> Table | Preformatted:
    """
    Return what is shown of *outcome*: its rows, a plan as it stands, or the command tag.

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
    return Table(outcome.columns, outcome.rows, caption, numeric=right, limit=limit, written=outcome.texts)
