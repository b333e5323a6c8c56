"""What `%sql` gives back: ipython-sql's result set, shown as a small table."""

from __future__ import annotations

import math
from datetime import datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import sql.run  # type: ignore[import-untyped]

from lessonlab.show.tables import ROWS
from lessonlab.statements.outcomes import BOOLEAN, FRACTIONS, INTEGERS, Outcome, shape

if TYPE_CHECKING:
    import pandas as pd


TEXTS = frozenset({18, 19, 25, 705, 1042, 1043})
TIMES = frozenset({1114, 1184, 1186})
BIGGEST = 2**63
MUCH = 100_000  # rows


class ResultSet(sql.run.ResultSet):  # type: ignore[misc]  # ipython-sql has no types
    """
    The rows of a statement as a list of tuples, with ipython-sql's `DataFrame`, `dict`, `csv` and charts.

    A statement without rows gives an empty one that shows its command tag.
    """

    def __init__(self, outcome: Outcome, config: Any, limit: int | None = ROWS) -> None:
        list.__init__(self, outcome.rows[: config.autolimit or None])
        self.config = config
        self.outcome = outcome
        self.table = shape(outcome, limit)
        self.keys = list(outcome.columns or ())
        self.field_names = sql.run.unduplicate_field_names(self.keys)
        self.pretty = pretty(self.field_names, config) if outcome.columns is not None else None

    def __repr__(self) -> str:
        return repr(self.table)

    def __str__(self) -> str:
        return repr(self.table)

    def _repr_html_(self) -> str | None:
        return None if self.outcome.columns is None else self.table._repr_html_()

    def DataFrame(self) -> pd.DataFrame:  # noqa: N802 - ipython-sql's name
        """
        Return the rows as a pandas frame: columns kept when empty, integers whole, decimals as numbers.

        A column of which pandas' own type would change a value holds Python's values instead: a numeric that
        no float is equal to, a NaN beside a NULL, an interval of months, `infinity`.
        """
        import pandas as pd  # noqa: PLC0415 - slow, and seldom needed

        columns = [
            pd.Series([row[i] for row in self], dtype=dtype(kind, [row[i] for row in self]))
            for i, kind in enumerate(self.outcome.types)
        ]
        frame = pd.concat(columns, axis=1) if columns else pd.DataFrame(index=range(len(self)))
        frame.columns = self.keys
        return frame


def told_of_size(outcome: Outcome) -> str:
    """
    Return a line on a result that needs much memory, '' for another.

    >>> told_of_size(Outcome("SELECT 3000000", ("n",), rows=((1,),) * 2_000_000, count=3_000_000))
    'have the first 2,000,000 of 3,000,000 rows: %%sql --csv FILE writes all to a file'
    """
    if len(outcome.rows) < MUCH:
        return ""
    if outcome.total > len(outcome.rows):
        of = f"{'at least ' if outcome.at_least else ''}{outcome.total:,}"
        return f"have the first {len(outcome.rows):,} of {of} rows: %%sql --csv FILE writes all to a file"
    return f"{outcome.total:,} rows are kept in memory: an aggregate, LIMIT or --csv FILE takes less"


def pretty(names: list[str], config: Any) -> Any:
    """Return the table that ipython-sql's `csv` and styles want."""
    import prettytable  # noqa: PLC0415 - see sharpen

    return sql.run.PrettyTable(names, style=prettytable.__dict__[config.style.upper()])


def dtype(kind: int, values: list[Any]) -> str | None:
    """
    Return the pandas type for a column of the PostgreSQL type *kind*, `None` where pandas may choose.

    >>> dtype(23, [1, 2]), dtype(23, [1, None]), dtype(1700, []), dtype(25, ["a"]), dtype(1114, ["infinity"])
    ('int64', 'Int64', 'float64', None, 'object')
    """
    here = [value for value in values if value is not None]
    some = len(here) < len(values)
    if kind in INTEGERS and all(isinstance(value, int) and abs(value) < BIGGEST for value in here):
        return "Int64" if some else "int64"
    if kind in FRACTIONS and all(map(is_float, here)):
        return "object" if some and any(map(math.isnan, here)) else "float64"
    if kind == BOOLEAN:
        return "boolean" if some else "bool"
    if kind in TEXTS or (kind in TIMES and all(isinstance(value, (datetime, timedelta)) for value in here)):
        return None if values else "object"
    return "object"


def is_float(value: Any) -> bool:
    """
    Say whether a float has the very digits of *value*.

    >>> is_float(Decimal("0.10")), is_float(Decimal("99999999999999999999")), is_float(Decimal("NaN"))
    (True, False, True)
    """
    if not isinstance(value, Decimal):
        return isinstance(value, float)
    return not value.is_finite() or Decimal(repr(float(value))) == value
