"""Ask a server how it runs a statement, and leave the database as it was."""

from __future__ import annotations

import time
from collections.abc import Mapping
from datetime import UTC, datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Any
from uuid import UUID

from psycopg import errors
from psycopg.rows import tuple_row
from psycopg.sql import SQL, Literal

from lessonlab.errors import NotExpected
from lessonlab.plans.parse import parse
from lessonlab.postgres.sqlerrors import too_slow
from lessonlab.postgres.undone import undone

if TYPE_CHECKING:
    from collections.abc import Sequence

    import psycopg

    from lessonlab.plans.plan import Plan

LONGER = "explain it with analyze=False, or give it a longer timeout"
AGAIN_WITHIN = 4  # the warming run may take this fraction of the time allowed


def explain(
    conn: psycopg.Connection[Any],
    query: str,
    params: Mapping[str, Any] | Sequence[Any] | None = None,
    *,
    analyze: bool = True,
    warm: bool = True,
    timeout: float = 30.0,
    names: Mapping[str, Any] | None = None,
    options: Mapping[str, str] = MappingProxyType({}),
) -> Plan:
    """
    Return the plan of *query*; with *analyze* the statement runs and is rolled back.

    It runs in a transaction of its own, or in a savepoint if one is open.  A statement that only reads runs
    once more when *warm*, and the second run counts: in a session's first the server also looks up types and
    operators, and these pages would be taken for the query's.  What no transaction takes back, such as the
    next value of a sequence, stays.  A statement over *timeout* seconds is an error.

    A condition shows `:name` for the text or id that *params* give under this name; *names* says so for
    values that are already written into *query*.  *options* are EXPLAIN's other ones, as the server knows
    them: `{"wal": ""}`.
    """
    before = prefix(analyze=analyze, options=options)
    document = run(conn, before + query, params, timeout=timeout)
    if analyze and warm and worth_repeating(parse(document), timeout):
        document = run(conn, before + query, params, timeout=timeout)
    given = params if isinstance(params, Mapping) else {}
    return parse(document, parameter_names({**given, **(names or {})}))


def worth_repeating(plan: Plan, timeout: float) -> bool:
    """Say whether *plan* only reads and was quick enough to run again."""
    took = (plan.execution_ms or 0.0) / 1000
    return took < timeout / AGAIN_WITHIN and not any(node.writes for node in plan.nodes)


def run(
    conn: psycopg.Connection[Any],
    statement: str,
    params: Mapping[str, Any] | Sequence[Any] | None = None,
    *,
    timeout: float,
) -> Mapping[str, Any]:
    """Return what the server answers to the EXPLAIN that *statement* is; what it did is rolled back."""
    limit = SQL("SET LOCAL statement_timeout = {}").format(Literal(max(round(timeout * 1000), 1)))
    # binary results need the protocol that takes one statement only: "SELECT 1; DROP TABLE users" is refused;
    # it wants a value for $1 as well, which a generic plan has none for
    open_parameters = "GENERIC_PLAN" in statement.partition("\n")[0]
    cursor = conn.cursor(binary=not open_parameters, row_factory=tuple_row)
    with undone(conn):
        cursor.execute(limit)
        until = time.monotonic() + timeout
        try:
            cursor.execute(statement.encode(), params)
        except errors.QueryCanceled as error:
            if time.monotonic() < until:  # the reader stopped it, or a limit of their own did
                raise
            raise too_slow(error, timeout, LONGER) from None
        documents = [row[0] for row in cursor.fetchall()] if cursor.description else []
    return first_plan(documents)


def prefix(*, analyze: bool, options: Mapping[str, str] = MappingProxyType({})) -> str:
    """
    Return what goes before a statement, on a line of its own; *options* go before what is usual.

    >>> prefix(analyze=False), prefix(analyze=True, options={"buffers": "off", "wal": ""})
    ('EXPLAIN (FORMAT JSON)\\n', 'EXPLAIN (ANALYZE, BUFFERS off, WAL, FORMAT JSON)\\n')
    """
    usual = {"analyze": "", "buffers": ""} if analyze else {}
    words = [f"{name.upper()} {value}".rstrip() for name, value in {**usual, **options}.items()]
    return f"EXPLAIN ({', '.join([*words, 'FORMAT JSON'])})\n"


def first_plan(documents: list[Any]) -> Mapping[str, Any]:
    """Return the first plan that came back; a rule can make several of one statement, or none."""
    for document in documents:
        for one in document if isinstance(document, list) else [document]:
            if isinstance(one, Mapping) and "Plan" in one:
                return one
    raise NotExpected(
        "the server has no plan for this statement", cure="explain a SELECT, INSERT, UPDATE or DELETE"
    )


def parameter_names(params: Mapping[str, Any]) -> dict[str, str]:
    """
    Return which value came as which parameter; a value of two is nobody's.

    >>> parameter_names({"who": "mina", "a": "x", "b": "x", "n": 5})
    {'mina': 'who'}
    """
    kinds = (str, UUID, datetime)
    texts = {name: written(value) for name, value in params.items() if isinstance(value, kinds)}
    values = list(texts.values())
    return {text: name for name, text in texts.items() if text and values.count(text) == 1}


def written(value: str | UUID | datetime) -> str:
    """
    Return *value* as the server writes it in a plan; sessions of ours are in UTC.

    >>> written(datetime(2026, 5, 1, 12, 30, 0, 250000, tzinfo=UTC))
    '2026-05-01 12:30:00.25+00'
    """
    if not isinstance(value, datetime):
        return str(value)
    local = value.astimezone(UTC).replace(tzinfo=None) if value.tzinfo else value
    text = f"{local:%Y-%m-%d %H:%M:%S.%f}".rstrip("0").rstrip(".")
    return f"{text}+00" if value.tzinfo else text
