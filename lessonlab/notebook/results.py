"""What `%sql` gives back: ipython-sql's result set, shown as a small table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sql.run  # type: ignore[import-untyped]

from lessonlab.notebook.outcomes import BOOLEAN, FRACTIONS, INTEGERS, Outcome, shape
from lessonlab.notebook.tables import ROWS

if TYPE_CHECKING:
    import pandas as pd


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
        """Return the rows as a pandas frame: columns kept when empty, integers whole, decimals as numbers."""
        import pandas as pd  # noqa: PLC0415 - slow, and seldom needed

        columns = [
            pd.Series([row[i] for row in self], dtype=dtype(kind, [row[i] for row in self]))
            for i, kind in enumerate(self.outcome.types)
        ]
        frame = pd.concat(columns, axis=1) if columns else pd.DataFrame(index=range(len(self)))
        frame.columns = self.keys
        return frame


def pretty(names: list[str], config: Any) -> Any:
    """Return the table that ipython-sql's `csv` and styles want."""
    import prettytable  # noqa: PLC0415 - see sharpen

    return sql.run.PrettyTable(names, style=prettytable.__dict__[config.style.upper()])


def dtype(kind: int, values: list[Any]) -> str | None:
    """
    Return the pandas type for a column of the PostgreSQL type *kind*, `None` where pandas may choose.

    >>> dtype(23, [1, 2]), dtype(23, [1, None]), dtype(1700, []), dtype(25, ["a"])
    ('int64', 'Int64', 'float64', None)
    """
    if kind in INTEGERS:
        return "Int64" if None in values else "int64"
    if kind in FRACTIONS:
        return "float64"
    if kind == BOOLEAN:
        return "boolean" if None in values else "bool"
    return None if values else "object"
