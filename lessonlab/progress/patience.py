"""Trying again: what is worth it, how often, and how long to wait in between."""

from __future__ import annotations

import random
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import psycopg
from psycopg_pool import PoolClosed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

T = TypeVar("T")

PASSING = frozenset(
    {
        "40001",  # serialization_failure
        "40P01",  # deadlock_detected
        "53300",  # too_many_connections
        "55P03",  # lock_not_available: lock_timeout
        "57P01",  # admin_shutdown
        "57P02",  # crash_shutdown
        "57P03",  # cannot_connect_now: starting up
        "57P05",  # idle_session_timeout
        "25P03",  # idle_in_transaction_session_timeout
    }
)
CONNECTION = "08"  # the class of a connection that failed
TOO_EARLY = "lesson_progress_updated_after_created"


@dataclass(frozen=True, slots=True)
class Patience:
    """
    How long to try: at most *tries* times and *seconds* in all, waiting from *first* up to *longest* seconds.

    >>> [round(wait, 2) for wait in Patience(tries=6, first=0.1, longest=0.5).waits(lambda: 1.0)]
    [0.1, 0.2, 0.4, 0.5, 0.5]
    """

    tries: int = 40
    seconds: float = 30.0
    first: float = 0.01
    longest: float = 1.0

    def waits(self, chance: Callable[[], float] = random.random) -> Iterator[float]:
        """Yield the pauses between tries: each up to twice the last, by chance, so that rivals part."""
        for n in range(self.tries - 1):
            yield min(self.longest, self.first * 2**n) * (0.5 + chance() / 2)


@dataclass(frozen=True, slots=True)
class Retry:
    """A try that failed: its number from 1, the SQLSTATE if the server said one, the pause after it."""

    number: int
    sqlstate: str | None
    reason: str
    wait: float


def is_passing(error: psycopg.Error) -> bool:
    """
    Say whether the same request may succeed a moment later.

    >>> is_passing(psycopg.errors.DeadlockDetected()), is_passing(psycopg.errors.CheckViolation())
    (True, False)
    """
    if isinstance(error, PoolClosed):
        return False
    if error.sqlstate is None:
        return isinstance(error, (psycopg.OperationalError, psycopg.InterfaceError))
    return error.sqlstate in PASSING or error.sqlstate.startswith(CONNECTION) or _began_too_early(error)


def _began_too_early(error: psycopg.Error) -> bool:
    """
    Say whether the transaction is older than the row that it waited for.

    The guide's trigger sets updated_at to the time the transaction began; the strict set refuses one before
    created_at.  Another transaction begins later.
    """
    return error.diag.constraint_name == TOO_EARLY


def keep_trying(action: Callable[[], T], patience: Patience, between: Callable[[Retry], None]) -> T:
    """
    Return what *action* returns, after as many tries as it takes.

    *between* hears of each failure that may pass, before the pause.  The last one is raised as it is.
    """
    deadline = time.monotonic() + patience.seconds
    for number, wait in enumerate(patience.waits(), start=1):
        try:
            return action()
        except psycopg.Error as error:
            if not is_passing(error) or time.monotonic() + wait > deadline:
                raise
            between(Retry(number, error.sqlstate, str(error).strip().split("\n")[0], wait))
        time.sleep(wait)
    return action()
