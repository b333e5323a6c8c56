"""Whether a statement only reads, so that it may be ended early, or asked again, and nobody can tell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import psycopg
from psycopg.rows import tuple_row

from lessonlab import content
from lessonlab.postgres.names import beside
from lessonlab.postgres.scan import SILENT, tokens

if TYPE_CHECKING:
    from psycopg import Connection

FIRST = frozenset({"select", "with", "values", "table", "("})
NOT_READING = frozenset({"insert", "update", "delete", "merge", "into", "share"})
NAMES = frozenset({"word", "identifier"})


def reads(text: str) -> bool:
    """
    Say whether the words of a statement only read; what they call is for the server to say.

    >>> reads("-- all\\nSELECT * FROM users"), reads("SELECT 1 FROM users FOR UPDATE")
    (True, False)
    >>> reads("WITH gone AS (DELETE FROM t RETURNING *) TABLE gone"), reads("FETCH ALL FROM c")
    (False, False)
    """
    first = next((token.text.lower() for token in tokens(text) if token.kind not in SILENT), "")
    return first in FIRST and NOT_READING.isdisjoint(names_in(text))


def names_in(text: str) -> list[str]:
    """Return all that may name something in *text*."""
    return [
        token.text.lower() if token.kind == "word" else token.text[1:-1].replace('""', '"')
        for token in tokens(text)
        if token.kind in NAMES
    ]


def only_reads(conn: Connection[Any], text: str) -> bool:
    """
    Say whether *text* only reads: no function that may change something, no view, rule or policy over one.

    A connection that is busy or in a failed transaction is asked beside itself.
    """
    if not reads(text):
        return False
    idle = psycopg.pq.TransactionStatus.IDLE, psycopg.pq.TransactionStatus.INTRANS
    query, names = content.sql("catalog/only_reads").encode(), {"names": names_in(text)}
    try:
        if conn.info.transaction_status in idle:
            with conn.cursor(row_factory=tuple_row) as cursor:
                found = cursor.execute(query, names, prepare=False).fetchone()
        else:
            with beside(conn) as other:
                found = other.execute(query, names).fetchone()
    except psycopg.Error:
        return False
    return bool(found and found[0])
