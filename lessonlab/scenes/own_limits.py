"""Whether a session's own limits end what it waits for, so that a scene need not step in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from psycopg.pq import TransactionStatus

if TYPE_CHECKING:
    from psycopg import Connection

SOON = 3.0  # seconds: a session whose own limit is shorter is waited for
UNITS = {"ms": 0.001, "s": 1.0, "min": 60.0, "h": 3600.0, "d": 86400.0}


def gives_up_soon(connection: Connection[Any]) -> bool:
    """Say whether a statement would be given up by itself after a moment; a transaction is not touched."""
    if connection.info.transaction_status == TransactionStatus.INERROR:
        return False
    limits = (connection.execute(f"SHOW {name}").fetchone() for name in ("lock_timeout", "statement_timeout"))
    return any(0 < seconds(limit[0]) <= SOON for limit in limits if limit)


def seconds(setting: str) -> float:
    """
    Return a time as the server shows it in seconds.

    >>> [seconds(s) for s in ("0", "250ms", "2s", "10min")]
    [0.0, 0.25, 2.0, 600.0]
    """
    number, unit = re.fullmatch(r"(\d+)(\w*)", setting).groups()  # type: ignore[union-attr]  # the server's form
    return int(number) * UNITS.get(unit, 0.001)
