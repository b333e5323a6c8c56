"""A query's rows as a DataFrame whose types are those that the header promises."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import psycopg
from psycopg.rows import tuple_row

from lessonlab.errors import ServerGone, SqlError
from lessonlab.postgres.sqlerrors import sql_error
from lessonlab.queries.arguments import arguments
from lessonlab.queries.kinds import DTYPES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pandas import DataFrame
    from psycopg import Connection

    from lessonlab.queries.header import Query


def run(connection: Connection[Any], query: Query, given: Mapping[str, Any]) -> DataFrame:
    """
    Return the rows of *query* with the parameters *given*.

    Integers stay integers, NULL is NA, times are aware and in UTC.  Raise `ConfigError` for parameters that
    do not fit, `SqlError` when the server refuses.
    """
    values = arguments(query, given)
    try:
        cursor = connection.cursor(row_factory=tuple_row)
        rows = cursor.execute(query.statement.encode(), values, prepare=False).fetchall()
    except psycopg.Error as error:
        raise refused(connection, query, error) from None
    return frame(query, rows)


def frame(query: Query, rows: Sequence[Sequence[Any]]) -> DataFrame:
    """Return *rows* with the columns and types of *query*, also when there are none."""
    import pandas as pd  # noqa: PLC0415 - a third of a second that only who asks a query pays

    columns = list(zip(*rows, strict=True)) or [()] * len(query.columns)
    return pd.DataFrame(
        {
            column.name: series(pd, column.type, values)
            for column, values in zip(query.columns, columns, strict=True)
        }
    )


def series(pd: Any, kind: str, values: Sequence[Any]) -> Any:
    """Return one column; ids become text, and numeric what pandas can compute with."""
    dtype = DTYPES[kind]
    if dtype == "string":
        values = [None if value is None else str(value) for value in values]
    elif dtype == "Float64":
        values = [None if value is None else float(value) for value in values]
    elif kind == "timestamptz":
        return pd.Series(pd.to_datetime(pd.Series(list(values), dtype=object), utc=True), dtype=dtype)
    return pd.Series(list(values), dtype=dtype)


def refused(connection: Connection[Any], query: Query, error: psycopg.Error) -> SqlError | ServerGone:
    """Return the server's refusal as an error of ours that names the query."""
    if connection.closed:
        return ServerGone("the server stopped while it ran this query", cure="run the cell again")
    return sql_error(error, notes=[f"query:  {query.signature}"])
