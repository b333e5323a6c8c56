"""
In which order two sessions take their moves: every order in which one of them is stopped half way, the
other goes some way, and both go on.

A move is what a session sends before the other's turn comes.  A statement outside a transaction is two: it
has run and is not committed yet, and it is committed.  In between it holds its locks, as it does for a
moment whenever it runs; without that moment two single statements would never overlap.

Who has begun first may write last, with a clock that is behind what it finds: that is an order too.

A block that commits by itself cannot be held open.  There a third session keeps everybody from writing until
both have read what they read first: the gate.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from lessonlab import content
from lessonlab.postgres.scan import split

if TYPE_CHECKING:
    from collections.abc import Iterable

BEGINS = frozenset({"begin", "start"})
ENDS = frozenset({"commit", "end", "rollback", "abort"})
QUIET = BEGINS | {"set", "savepoint", "release"}  # nobody notices them before the next statement
FREE = frozenset({"do", "call"})  # may end transactions of their own, which no transaction around them lets
MOST = 40  # orders of one kind that are played; a long script's are taken at even steps
TO_THE_END = 1_000


@dataclass(frozen=True, slots=True)
class Move:
    """Statements that are sent one after the other; *framed* says that BEGIN or COMMIT is ours."""

    statements: tuple[str, ...]
    framed: bool = False


@dataclass(frozen=True, slots=True)
class Schedule:
    """
    Whose turn it is, and for how many moves; *overlap* says that one begins before the other is done, *gate*
    what a third session holds until both have gone as far as they can, *early* whose transaction, and so its
    clock, begins before all of that.
    """

    turns: tuple[tuple[str, int], ...]
    overlap: bool = True
    gate: str = ""
    early: str = ""


def moves(script: str) -> tuple[Move, ...]:
    """
    Return the moves of *script*.

    >>> [move.statements for move in moves("BEGIN; SELECT 1; COMMIT")]
    [('BEGIN', 'SELECT 1'), ('COMMIT',)]
    >>> [move.statements for move in moves("UPDATE a SET b = 1")]
    [('BEGIN', 'UPDATE a SET b = 1'), ('COMMIT',)]
    """
    found: list[Move] = []
    quiet: list[str] = []
    inside = False
    for statement in split(script):
        words = statement.words or [""]
        if words[0] in QUIET:
            quiet.append(statement.text)
            inside = inside or words[0] in BEGINS
            continue
        if inside or words[0] in ENDS or (words[0] in FREE and "commit" in statement.text.lower()):
            found.append(Move((*quiet, statement.text)))
        else:
            found += [Move((*quiet, "BEGIN", statement.text), framed=True), Move(("COMMIT",), framed=True)]
        inside = inside and not (words[0] in ENDS and "to" not in words and "chain" not in words)
        quiet = []
    return (*found, Move(tuple(quiet))) if quiet else tuple(found)


def one_after_the_other() -> tuple[Schedule, ...]:
    """Return the two orders in which nobody is disturbed."""
    return tuple(
        Schedule(((first, TO_THE_END), (second, TO_THE_END)), overlap=False) for first, second in ("ab", "ba")
    )


def in_turn() -> tuple[Schedule, ...]:
    """Return the orders in which each makes a move after the other."""
    return tuple(Schedule(((first, 1), (second, 1)) * TO_THE_END) for first, second in ("ab", "ba"))


def overtaken(script: str) -> tuple[Schedule, ...]:
    """
    Return the orders in which who begins first writes last: its now() is before that of the row it finds.

    >>> len(overtaken("UPDATE a SET b = 1")), len(overtaken("DO $$ BEGIN COMMIT; END $$"))
    (2, 0)
    """
    if not before_the_first(moves(script)):
        return ()
    return tuple(
        Schedule(((first, TO_THE_END), (second, TO_THE_END)), early=second) for first, second in ("ab", "ba")
    )


def before_the_first(script: tuple[Move, ...]) -> tuple[str, ...]:
    """
    Return what a session may have sent before its first statement; nothing where no transaction begins.

    >>> before_the_first(moves("SET lock_timeout = 0; BEGIN; UPDATE a SET b = 1; COMMIT"))
    ('SET lock_timeout = 0', 'BEGIN')
    """
    head = script[0].statements[:-1] if script else ()
    return head if any(set(statement.words[:1]) & BEGINS for one in head for statement in split(one)) else ()


def at_gates(script: str, gates: Iterable[str] = ()) -> tuple[Schedule, ...]:
    """
    Return the orders in which a third session stands in the way of both at *gates*, and then lets them go.

    A script with a block, which may commit within, is kept from writing until both have read.

    >>> len(at_gates("DO $$ BEGIN COMMIT; END $$")), len(at_gates("BEGIN; SELECT 1; COMMIT"))
    (2, 0)
    """
    closed = tuple(gates)
    if any((one.words or [""])[0] in FREE for one in split(script)):
        closed = (*closed, content.sql("cage/shut_gate"))
    return tuple(
        Schedule(((first, TO_THE_END), (second, TO_THE_END)), gate=gate)
        for gate in closed
        for first, second in ("ab", "ba")
    )


def stops(count: int) -> list[tuple[int, int]]:
    """
    Return after which move the first is stopped, and after which the second then is.

    >>> stops(2)
    [(1, 1), (1, 2)]
    """
    pairs = list(product(range(1, count), range(1, count + 1)))
    step = -(-len(pairs) // MOST)
    return pairs[::step] if step else []


def stopped(first: str, second: str, here: int, there: int) -> Schedule:
    """Return the order in which *first* is stopped after *here* moves, and *second* then after *there*."""
    return Schedule(((first, here), (second, there), (first, TO_THE_END), (second, TO_THE_END)))
