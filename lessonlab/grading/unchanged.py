"""What an answer must leave as it is: the rows of `same` blocks, before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lessonlab.grading import answer_session
from lessonlab.grading.answer_session import Failed
from lessonlab.grading.same_rows import Result, alike
from lessonlab.grading.verdict import Difference

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from psycopg import Connection

    from lessonlab.grading.probes import Probe, Values

ELSE = "something else changes"


def looked_at(connection: Connection[Any], probes: Iterable[Probe], values: Values) -> dict[Probe, Result]:
    """Return what the `same` blocks of *probes* see now; what cannot be asked any more has no columns."""
    return {probe: _seen(connection, values.fill(probe.text)) for probe in probes if probe.verb == "same"}


def _seen(connection: Connection[Any], query: str) -> Result:
    try:
        return answer_session.rows(connection, query)
    except Failed:
        return Result((), (), ())


def changed(before: Mapping[Probe, Result], after: Mapping[Probe, Result]) -> list[Difference]:
    """Return which of the rows *before* are others *after*."""
    return [
        Difference(ELSE, probe.label, why=probe.why)
        for probe, rows in before.items()
        if not alike(after[probe], rows)
    ]
