"""Schemas, functions and indexes, judged by what the database does when it is probed."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import psycopg

from lessonlab.errors import LessonLabError
from lessonlab.grading import answer_session
from lessonlab.grading.answer_session import Failed, failed
from lessonlab.grading.probes import Probe, Values
from lessonlab.grading.same_rows import Result, compare
from lessonlab.grading.surroundings import NOT_SO, changed, fired_by, look, made_up, untouched
from lessonlab.grading.verdict import Difference
from lessonlab.plans.explain import explain
from lessonlab.postgres.scan import split

if TYPE_CHECKING:
    from collections.abc import Iterator

    from psycopg import Connection

    from lessonlab.grading.exercise import Answer, Exercise
    from lessonlab.grading.ground import Ground

ACCEPTED = "accepted, but should be refused"
REFUSED = "refused, but should be accepted"
OTHERWISE = "refused for another reason"
PAGES = "too many pages"
IN_THE_WAY = (
    "This works with every right answer, and something of yours is in its way: the message says what."
)
PROBE_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Played:
    """What came of an answer: what failed, and the rows of its probes."""

    differences: tuple[Difference, ...]
    rows: tuple[Result, ...] = ()


class ByProbes:
    """Judges scripts on one ground."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self._triggers: dict[tuple[str, str], frozenset[str]] = {}

    def judge(self, exercise: Exercise, text: str) -> tuple[Difference, ...]:
        """Return what is wrong with *text*; raise `Failed` when it does not run."""
        seed = self.ground.random.getrandbits(64)
        played = self.play(exercise, text, seed)
        if played.differences or not any(probe.verb == "rows" for probe in exercise.probes):
            return played.differences
        with self.ground.off_the_clock():
            wanted = self.play(exercise, exercise.solution.text, seed)
        front = exercise.front
        asked = [probe for probe in exercise.probes if probe.verb == "rows"]
        return tuple(
            Difference(found.word, f"{probe.label}: {found.text}", probe.why)
            for have, want, probe in zip(played.rows, wanted.rows, asked, strict=True)
            for found in compare(have, want, ordered=front.ordered, digits=front.digits, names=front.names)
        )

    def same_triggers(self, exercise: Exercise, known: Answer, text: str) -> bool:
        """Say whether *text* fires at the same moments as the stored mistake *known*, if it fires at all."""
        if (exercise.key, known.text) not in self._triggers:
            self.play(exercise, known.text, 0)
        return self._triggers.get((exercise.key, known.text)) == self._triggers.get((exercise.key, text))

    def play(self, exercise: Exercise, text: str, seed: int) -> Played:
        """Run *text* in a clone of its own, and probe it with values that *seed* gives."""
        base, clock = exercise.front.base, exercise.front.timezone
        values = Values(random.Random(seed))  # noqa: S311
        with self.ground.stages.on(base) as stage:
            before = self.ground.stages.plain(stage)
            if exercise.setup:
                with stage.enter() as setting:
                    run_script(setting, exercise.setup)
                    for rows_nobody_has_seen in exercise.data.values():
                        run_script(setting, values.fill(rows_nobody_has_seen))
                    before = look(setting)
            with stage.enter(timezone=clock) as typing, self.ground.watched(typing, exercise.front.seconds):
                run_script(typing, text)
                answer_session.settle(typing)
            with (
                stage.enter(timezone=clock, search_path="pg_catalog,public,pg_temp") as probing,
                self.ground.watched(probing, PROBE_SECONDS + exercise.front.seconds),
            ):
                after = look(probing, set(before.rows), stage.settings_left())
                self._triggers[exercise.key, text] = fired_by(before, after)
                cheats = [*made_up(exercise, before, after), *changed(exercise, before, after)]
                probing.execute("RESET ALL")
                found, rows = probe_all(probing, exercise.probes, values, cheats)
                return Played((*found, *untouched(before, after)) if found else (), rows)


def run_script(connection: Connection[Any], text: str) -> None:
    """Run the statements of *text* one by one, as psql would; raise `Failed` at the first that fails."""
    statements = split(text)
    for number, statement in enumerate(statements, 1):
        try:
            answer_session.execute(connection, statement.text, typed=True)
        except Failed as error:
            if len(statements) > 1:
                raise Failed(error.sqlstate, f"statement {number}: {error.text}") from None
            raise


def probe_all(
    connection: Connection[Any], probes: tuple[Probe, ...], values: Values, cheats: list[Difference]
) -> tuple[tuple[Difference, ...], tuple[Result, ...]]:
    """
    Return what failed of *probes*, and the rows of those that give rows; a failed `do` ends it.

    What an answer changes that is none of its business stands first: other things may fail for that.
    """
    found: list[Difference] = []
    rows: list[Result] = []
    for probe in probes:
        connection.execute("DISCARD ALL")
        text = values.fill(probe.text)
        if probe.verb == "rows":
            difference = probe_rows(connection, probe, text, rows)
        else:
            difference = VERBS[probe.verb](connection, probe, text)
        found += [replace(difference, why=probe.why or difference.why)] if difference else []
        if difference and probe.verb == "do":
            break
    return (*cheats, *found), tuple(rows)


def attempt(connection: Connection[Any], text: str, *, keep: bool) -> Failed | None:
    """Run the statements of *text* in a transaction; return what refused them."""
    try:
        with connection.transaction(force_rollback=not keep):
            for statement in split(text):
                answer_session.execute(connection, statement.text)
            connection.execute("SET CONSTRAINTS ALL IMMEDIATE")
    except Failed as error:
        return error
    except psycopg.Error as error:
        if connection.closed:
            raise
        return failed(error, text)
    return None


def probe_do(connection: Connection[Any], probe: Probe, text: str) -> Difference | None:
    """Run what must work and stays."""
    error = attempt(connection, text, keep=True)
    return Difference(REFUSED, f"{probe.label}\n{brief(error)}", IN_THE_WAY) if error else None


def probe_accepted(connection: Connection[Any], probe: Probe, text: str) -> Difference | None:
    """Run what must work, and take it back."""
    error = attempt(connection, text, keep=False)
    return Difference(REFUSED, f"{probe.label}\n{brief(error)}\n{shown(probe.text)}") if error else None


def probe_refused(connection: Connection[Any], probe: Probe, text: str) -> Difference | None:
    """Run what must be refused with one of the probe's codes."""
    error = attempt(connection, text, keep=False)
    if error is None:
        return Difference(ACCEPTED, f"{probe.label}\n{shown(probe.text)}")
    if error.sqlstate in probe.codes:
        return None
    want = " or ".join(probe.codes)
    return Difference(OTHERWISE, f"{probe.label}\n{brief(error)}, want {want}\n{shown(probe.text)}")


def probe_rows(connection: Connection[Any], probe: Probe, text: str, rows: list[Result]) -> Difference | None:
    """Ask for the rows that the solution's are held against, and put them behind *rows*."""
    try:
        rows.append(answer_session.rows(connection, text))
    except Failed as error:
        return Difference(NOT_SO, f"{probe.label}\n{brief(error)}")
    return None


def probe_true(connection: Connection[Any], probe: Probe, text: str) -> Difference | None:
    """Ask what must be true, in one transaction with the statements before the question; take it back."""
    *before, question = [statement.text for statement in split(text)]
    try:
        with connection.transaction(force_rollback=True):
            for statement in before:
                answer_session.execute(connection, statement)
            found = answer_session.rows(connection, question).texts
    except Failed as error:
        return Difference(NOT_SO, f"{probe.label}\n{brief(error)}")
    except psycopg.Error as error:
        if connection.closed:
            raise
        return Difference(NOT_SO, f"{probe.label}\n{brief(failed(error, text))}")
    return None if found == (("t",),) else Difference(NOT_SO, probe.label)


def probe_pages(connection: Connection[Any], probe: Probe, text: str) -> Difference | None:
    """Count the pages that a statement reads."""
    pages = count_pages(connection, text)
    if pages < probe.limit:
        return None
    return Difference(PAGES, f"{probe.label}: have {pages:,}, want fewer than {probe.limit:,}")


def count_pages(connection: Connection[Any], text: str) -> int:
    """Return how many pages the server reads for a statement; raise `Failed`."""
    try:
        return explain(connection, text.strip().rstrip(";"), timeout=PROBE_SECONDS).pages or 0
    except psycopg.Error as error:
        if connection.closed:
            raise
        raise failed(error, text) from None
    except LessonLabError as error:
        raise Failed("57014", error.message) from None


VERBS = {
    "do": probe_do,
    "accepted": probe_accepted,
    "refused": probe_refused,
    "true": probe_true,
    "pages": probe_pages,
}


def brief(error: Failed) -> str:
    """Return one line of an error: its message and code."""
    return f"{error.text.splitlines()[0]} (SQLSTATE {error.sqlstate})"


def shown(text: str) -> str:
    """Return a statement in one line for a message."""
    line = " ".join(text.split())
    return line if len(line) <= 160 else f"{line[:159]}…"  # noqa: PLR2004 - it is read


def lines(differences: tuple[Difference, ...]) -> Iterator[str]:
    """Yield the first line of each difference."""
    for difference in differences:
        yield str(difference).splitlines()[0]
