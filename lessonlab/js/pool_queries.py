"""What `pool.query` of a cell's JavaScript asks the notebook's database, answered as node-postgres does."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg import RawCursor

from lessonlab.statements.running import noticed

if TYPE_CHECKING:
    from collections.abc import Callable

    from psycopg import Connection

BIGINT = 20  # a text, as is a numeric: a number of JavaScript's holds neither whole


def answer(conn: Connection[Any], request: str, say: Callable[[str], None]) -> str:
    """
    Return what the statement of *request* gives, as JSON: rows and their count, or what was wrong.

    It runs in the reader's own session, so that a transaction there is seen and kept; `$1` is the first of
    its parameters, which are texts.
    """
    asked = json.loads(request)
    try:
        with noticed(conn, say), RawCursor(conn) as cursor:
            cursor.execute(asked["text"].encode(), asked["parameters"], prepare=False)
            return json.dumps(result(cursor))
    except psycopg.Error as error:
        return json.dumps({"error": told(error)})


def result(cursor: RawCursor[Any]) -> dict[str, Any]:
    """Return what the last statement gave, under node-postgres's names."""
    while cursor.nextset():
        pass
    command = (cursor.statusmessage or "").split(" ")[0]
    columns = cursor.description or ()
    rows = cursor.fetchall() if cursor.description else []
    kinds = [(column.name, column.type_code) for column in columns]
    return {
        "command": command,
        "rowCount": cursor.rowcount if cursor.rowcount >= 0 else None,
        "rows": [
            {name: value_of(value, kind) for (name, kind), value in zip(kinds, row, strict=True)}
            for row in rows
        ],
    }


def value_of(value: Any, kind: int) -> Any:
    """
    Return *value* of the PostgreSQL type *kind* as JSON has it.

    >>> value_of(5, 23), value_of(5, BIGINT)
    (5, '5')
    >>> value_of(datetime(2024, 1, 15, 9), 1114)
    {'$date': '2024-01-15T09:00:00Z'}
    """
    if value is None or isinstance(value, (bool, float, str)):
        return value
    if isinstance(value, datetime):
        return {"$date": value.isoformat() + ("Z" if value.tzinfo is None else "")}
    if isinstance(value, date):
        return {"$date": f"{value.isoformat()}T00:00:00Z"}
    if isinstance(value, (list, tuple)):
        return [value_of(one, 0) for one in value]
    if isinstance(value, dict) or (isinstance(value, int) and kind != BIGINT):
        return value
    return str(value)


def told(error: psycopg.Error) -> dict[str, Any]:
    """Return what node-postgres tells of an error: its code, and what the server names."""
    found = error.diag
    return {
        "message": found.message_primary or str(error),
        "code": error.sqlstate,
        **{
            name: value
            for name, value in {
                "detail": found.message_detail,
                "constraint": found.constraint_name,
                "table": found.table_name,
                "column": found.column_name,
            }.items()
            if value
        },
    }
