"""
A statement before and after a change: an index away, another one there, one that no plan may use.

All of it happens in one transaction that is rolled back.  Whatever stops it, an error, an interrupt or the
end of the kernel, the server has the indexes that it had.
"""

from __future__ import annotations

import statistics
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import psycopg

from lessonlab.errors import ConfigError, SqlError
from lessonlab.plans import Comparison, Plan, explain, prefix
from lessonlab.plans.explain import run
from lessonlab.postgres.sqlerrors import CANCELED, Place, refused, too_slow
from lessonlab.postgres.undone import undone
from lessonlab.statements.running import ours
from lessonlab.statements.what_if import Clock, WhatIf, prepared, sides

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lessonlab.statements.what_if import Side

ROUNDS = 9
SECONDS = 30.0
ENOUGH = 4.0  # seconds of timing; a slow statement has fewer rounds
QUICK_MS = 100.0  # a shorter run is repeated, and the second counts
TIMED = prefix(analyze=True, options={"timing": "off", "buffers": "off"})


def compare(
    conn: psycopg.Connection[Any],
    query: str,
    change: WhatIf,
    *,
    names: Mapping[str, Any] | None = None,
    rounds: int = ROUNDS,
    seconds: float = SECONDS,
) -> Comparison:
    """
    Return the plans of *query* before and after *change*, and the median times of both, taken in turn.

    It is one transaction, in a reader's own a savepoint, that is rolled back at the end; a side that drops an
    index does so in a savepoint.  Constraints that need the index go with it meanwhile.  *names* are the
    parameters that are written into *query*.  All together may take *seconds*.

    Like any look at a plan it leaves what no transaction takes back: counts such as `idx_scan`, dead rows of
    a statement that writes, the next value of a sequence.
    """
    if change == WhatIf():
        raise ConfigError("nothing to compare with", cure='lab.compare("SELECT …", without="idx_…")')
    clock = Clock(time.monotonic() + seconds, seconds)
    with ours(conn), in_time(clock), undone(conn):
        conn.execute("SET LOCAL client_min_messages = warning")  # what goes with an index is in the notes
        watch(conn)
        before, after, notes = sides(conn, query, change, clock)
        plans = [look(conn, side, names or {}, clock) for side in (before, after)]
        times = time_in_turn(conn, (before, after), rounds, clock)
    medians = [statistics.median(each) for each in times]
    return Comparison(
        plans[0], plans[1], (before.name, after.name), medians[0], medians[1], len(times[0]), notes
    )


def watch(conn: psycopg.Connection[Any]) -> None:
    """Let the server look every now and then whether we are still there, if its machine can."""
    try:
        with conn.transaction():
            conn.execute("SET LOCAL client_connection_check_interval = '500ms'")
    except psycopg.errors.InvalidParameterValue:
        return


@contextmanager
def in_time(clock: Clock) -> Iterator[None]:
    """Say that the time is over where the server stopped because it was."""
    try:
        yield
    except (SqlError, psycopg.errors.QueryCanceled) as error:
        if error.sqlstate != CANCELED or not clock.over:
            raise
        raise too_slow(error, clock.seconds, "give it more time: seconds=120", "comparison") from None


def look(conn: psycopg.Connection[Any], side: Side, names: Mapping[str, Any], clock: Clock) -> Plan:
    """Return the plan of one side."""
    with prepared(conn, side, clock):
        try:
            return explain(conn, side.query, names=names, timeout=clock.left)
        except psycopg.Error as error:
            raise refused(conn, error, Place(side.query), lambda at: at - len(prefix(analyze=True))) from None


def time_in_turn(
    conn: psycopg.Connection[Any], both: Sequence[Side], rounds: int, clock: Clock
) -> tuple[list[float], list[float]]:
    """Return the milliseconds of each side's runs, one of each a round, until it is enough."""
    times: tuple[list[float], list[float]] = ([], [])
    started = time.monotonic()
    for _ in range(max(rounds, 1)):
        for side, taken in zip(both, times, strict=True):
            with prepared(conn, side, clock):
                taken.append(time_once(conn, side.query, clock))
        if time.monotonic() - started > min(ENOUGH, clock.seconds / 4):
            break
    return times


def time_once(conn: psycopg.Connection[Any], query: str, clock: Clock) -> float:
    """Return the milliseconds that the server takes for *query*, once what it needs was loaded."""
    for _ in range(2):
        took = float(run(conn, TIMED + query, timeout=clock.left)["Execution Time"])
        if took > QUICK_MS:
            break
    return max(took, 0.001)
