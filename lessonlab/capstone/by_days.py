"""A design held against good and bad days."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import psycopg

from lessonlab.capstone.acting import CannotBeSaid, DayPlayer
from lessonlab.grading.answer_session import failed
from lessonlab.grading.by_probes import ACCEPTED, OTHERWISE, REFUSED, brief
from lessonlab.grading.verdict import Difference

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from psycopg import Connection

    from lessonlab.capstone.days import Day
    from lessonlab.capstone.design import Design

RULE = "23"  # the class of what a rule refuses
RAISED = "P0001"  # what a trigger refuses without a code of its own
LEFT = "still there"
LOST = "gone too"


def judge_days(connection: Connection[Any], design: Design, days: Iterable[Day]) -> tuple[Difference, ...]:
    """Return what *design* takes and should refuse, refuses and should take, keeps or loses."""
    return tuple(found for day in days for found in play(connection, design, day))


def play(connection: Connection[Any], design: Design, day: Day) -> Iterator[Difference]:
    """Play one day, and take it back."""
    actor = DayPlayer(connection, design)
    *before, last = day.steps
    with connection.transaction(force_rollback=True):
        for step in before:
            if said := refusal(actor, step):
                yield Difference(REFUSED, f"{day.label}\n{said}", day.why)
                return
        said = refusal(actor, last)
        if day.bad:
            yield from told_of_bad(day, said)
        elif said:
            yield Difference(REFUSED, f"{day.label}\n{said}")
        else:
            yield from (Difference(LEFT, f"{day.label}: {name}") for name in day.gone if actor.is_there(name))
            yield from (
                Difference(LOST, f"{day.label}: {name}") for name in day.stay if not actor.is_there(name)
            )


def told_of_bad(day: Day, said: str) -> Iterator[Difference]:
    """Yield what is wrong where a bad day's last step came to *said*."""
    if not said:
        yield Difference(ACCEPTED, day.label, day.why)
    elif not any(f"(SQLSTATE {code}" in said for code in (RULE, RAISED)):
        yield Difference(OTHERWISE, f"{day.label}\n{said}", day.why)


def refusal(actor: DayPlayer, step: Any) -> str:
    """Do *step*; return the line that says how it was refused, '' when it was done."""
    try:
        with actor.connection.transaction():
            actor.do(step)
            actor.connection.execute("SET CONSTRAINTS ALL IMMEDIATE")
    except CannotBeSaid as error:
        return f"one column, {error}, would need two values (SQLSTATE 23000)"
    except psycopg.Error as error:
        if actor.connection.closed:
            raise
        return brief(failed(error, ""))
    return ""
