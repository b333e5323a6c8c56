"""A student's own tests: they pass on the schema, and each rule that is taken away makes one fail."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import psycopg

from lessonlab import content
from lessonlab.capstone.halves import without_one
from lessonlab.errors import ContentError
from lessonlab.grading.answer_session import Failed
from lessonlab.grading.by_probes import probe_all, run_script
from lessonlab.grading.probes import Values, parse_probes
from lessonlab.grading.verdict import Difference

if TYPE_CHECKING:
    from collections.abc import Iterator

    from psycopg import Connection

    from lessonlab.capstone.submission import StageWork
    from lessonlab.grading.probes import Probe

FILE = "tests.sql"
VERBS = ("do", "accepted", "refused", "true")
SECONDS = 30.0


def judge(work: StageWork, connection: Connection[Any]) -> tuple[Difference, ...]:
    """Return which tests fail on the schema itself, or which planted faults no test notices."""
    try:
        probes = parse_probes(work.submission.scripts[FILE], FILE)
    except ContentError as error:
        return (Difference("error", error.message),)
    if not probes:
        return (
            Difference(
                "missing", f"{FILE} has no test: each begins with a line `--@ refused 23514: what is tried`"
            ),
        )
    strange = [probe.verb for probe in probes if probe.verb not in VERBS]
    if strange:
        return (Difference("error", f"{FILE}: want {', '.join(VERBS)}, have {strange[0]}"),)
    if failing := failures(connection, probes):
        return tuple(Difference("fails on your own schema", said) for said in failing)
    return tuple(survivors(work, connection, probes))


def failures(connection: Connection[Any], probes: tuple[Probe, ...]) -> list[str]:
    """Return which of *probes* fail, and take back what they did."""
    with connection.transaction(force_rollback=True):
        found, _ = probe_all(Undoing(connection), probes, Values(random.Random(1)), [])  # type: ignore[arg-type]  # noqa: S311
    return [str(one) for one in found]


class Undoing:
    """The session of tests inside a transaction: DISCARD ALL, which ends one, is left out."""

    def __init__(self, connection: Connection[Any]) -> None:
        self._connection = connection

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)

    def execute(self, query: Any, *rest: Any) -> Any:
        """Run *query*, unless it would end the transaction."""
        return None if query == "DISCARD ALL" else self._connection.execute(query, *rest)


def survivors(
    work: StageWork, connection: Connection[Any], probes: tuple[Probe, ...]
) -> Iterator[Difference]:
    """Yield each planted fault that no test notices."""
    tables = [played.table for played in work.submission.played.values()]
    planted = connection.execute(content.sql("capstone/mutants"), {"tables": tables}).fetchall()
    for what, statement in (*planted, *weakened(connection, tables)):
        with connection.transaction(force_rollback=True):
            try:
                with connection.transaction():
                    run_script(connection, statement)
            except (Failed, psycopg.Error):
                continue  # something depends on it: it cannot be taken away
            if not failures(connection, probes):
                yield Difference("no test notices", what)


def weakened(connection: Connection[Any], tables: list[str]) -> Iterator[tuple[str, str]]:
    """Yield each CHECK of *tables* without one of its parts, and the statements that plant it."""
    checks = connection.execute(content.sql("capstone/checks"), {"tables": tables}).fetchall()
    for owner, name, condition in checks:
        for part, rest in without_one(condition):
            table = f"ALTER TABLE {owner}"
            plant = f"{table} DROP CONSTRAINT {name}; {table} ADD CONSTRAINT {name} CHECK ({rest})"
            yield f"{owner}: {name} without {part}", plant
