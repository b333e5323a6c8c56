"""`%sql --persist frame`: a table made of a pandas frame, or rows of one added to it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import psycopg
from sqlalchemy.exc import DBAPIError

from lessonlab.errors import ConfigError
from lessonlab.magics import elsewhere
from lessonlab.postgres.sqlerrors import Place, refused

if TYPE_CHECKING:
    from collections.abc import Mapping


def persist(
    other: Any, conn: psycopg.Connection[Any] | None, name: str, names: Mapping[str, Any], *, append: bool
) -> str:
    """Make a table of the frame *name*, or add its rows to one; inside a BEGIN it is part of that."""
    import pandas as pd  # noqa: PLC0415 - slow, and seldom needed

    name = name.strip().rstrip(";")
    frame = names.get(name)
    if not isinstance(frame, (pd.DataFrame, pd.Series)):
        raise ConfigError(f"have {name!r}, want the name of a pandas frame", cure="%sql --persist frame")
    engine = other.internal_connection.engine if conn is None else elsewhere.engine_on(conn)
    table = re.sub(r"\W", "_", name.lower())
    try:
        frame.to_sql(table, engine, if_exists="append" if append else "fail")
    except ValueError as error:
        raise ConfigError(str(error), cure=f"DROP TABLE {table}, or: %sql --append {name}") from None
    except DBAPIError as error:
        if conn is None or not isinstance(error.orig, psycopg.Error):
            raise
        raise refused(conn, error.orig, Place(""), lambda _at: 0) from None
    return f"Persisted {table}"
