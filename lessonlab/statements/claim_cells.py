"""Claims of a `%claims` line, measured by their probes in a copy of the page's class, and judged."""

from __future__ import annotations

from contextlib import ExitStack, nullcontext
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from lessonlab import content
from lessonlab.course.claim_names import claim_ids
from lessonlab.course.claims import Disagreement, Judgement, find_claim, insist, judge
from lessonlab.course.facts import show
from lessonlab.course.shown import Shown
from lessonlab.errors import SqlError
from lessonlab.grading.claim_probes import CURE, NEWEST, Measures, fact_of, measures_of
from lessonlab.postgres.connect import server_version
from lessonlab.statements.probing import Prober, brief, insist_on_going
from lessonlab.statements.running import ours

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from psycopg import Connection

    from lessonlab.grading.probes import Probe
    from lessonlab.postgres.copies import Copies

ONE_PROCESS_FROM_THE_FIRST_PAGE = "SET max_parallel_workers_per_gather = 0; SET synchronize_seqscans = off"


def judged(copies: Copies, line: str) -> Shown:
    """
    Return the verdicts on the claims that *line* names, each measured anew in one of *copies*.

    Raise `ClaimError` where the server disagrees with what the course teaches.
    """
    asked = [find_claim(name) for name in claim_ids(line)]
    verdicts = tuple(_judged(copies, [measures_of(claim) for claim in asked]))
    insist(verdicts, cure=CURE)
    return Shown(verdicts)


def _judged(copies: Copies, asked: list[Measures]) -> Iterator[Judgement]:
    """Yield the verdicts in order; all that may share one copy do, and none sees what another did."""
    with ExitStack() as stack:
        shared: Connection[Any] | None = None
        names: Mapping[str, Any] = {}
        for measures in asked:
            if not measures.probes:
                yield judge(measures.claim, {}, 0)
            elif measures.apart:
                with copies.one() as own:
                    yield seen_by(own, measures, names_of(own))
            else:
                if shared is None:
                    shared = stack.enter_context(copies.one())
                    names = names_of(shared)
                yield seen_by(shared, measures, names)


def names_of(connection: Connection[Any]) -> dict[str, Any]:
    """Return what probes call by `:name`: people, courses and nobody, those that this class has."""
    with ours(connection):
        cursor = connection.execute(content.sql("claims/names").encode())
        row = cursor.fetchone() or ()
    columns = [column.name for column in cursor.description or ()]
    return {name: value for name, value in zip(columns, row, strict=False) if value is not None}


@dataclass(slots=True)
class Seen:
    """What came of a claim's probes: *facts*, what judged by itself, and what is not as it should be."""

    facts: dict[str, object] = field(default_factory=dict)
    labelled: dict[str, str] = field(default_factory=dict)
    wrong: list[Disagreement] = field(default_factory=list)


def seen_by(connection: Connection[Any], measures: Measures, names: Mapping[str, Any]) -> Judgement:
    """
    Return the verdict on the claim that *measures* are of; what its probes did is taken back.

    Each plan is one process's and each scan begins on the first page: so are the pages always as many.
    """
    together, claim = not measures.apart, measures.claim
    prober, major = Prober(connection, names, together=together), server_version(connection) // 10_000
    with ours(connection):
        connection.execute("DISCARD ALL")
        connection.execute(ONE_PROCESS_FROM_THE_FIRST_PAGE)
        with connection.transaction(force_rollback=True) if together else nullcontext():
            seen = _see(prober, measures, major)
    if claim.facts(major) - seen.facts.keys():  # something that had to work first did not
        facts = {name: show(fact, claim.expect.get(name)) for name, fact in seen.facts.items()}
        return Judgement(claim, facts | seen.labelled, tuple(seen.wrong))
    verdict, failed = judge(claim, seen.facts, major), {found.fact for found in seen.wrong}
    also = (found for found in verdict.disagreements if found.fact not in failed)
    return Judgement(claim, {**verdict.seen, **seen.labelled}, (*seen.wrong, *also))


def _see(prober: Prober, measures: Measures, major: int) -> Seen:
    """Run the probes in order; those of a newer server's facts are left out, a `do` that fails ends it."""
    seen, claim = Seen(), measures.claim
    newer = claim.facts(NEWEST) - claim.facts(major)
    for probe in measures.probes:
        fact = fact_of(probe)
        if fact in newer:
            continue
        prober.require_names(probe, f"sql/claims/{claim.id.lower()}.sql")
        if fact:
            _measure(prober, probe, fact, seen)
            continue
        want, have = prober.judge(probe)
        if want != have:
            seen.wrong.append(Disagreement(probe.label, want, have))
        if probe.verb != "do":
            seen.labelled[probe.label] = have
        elif want != have:
            break
    return seen


def _measure(prober: Prober, probe: Probe, fact: str, seen: Seen) -> None:
    """Put what *probe* measures under *fact*; a query that fails measures nothing, and disagrees."""
    try:
        seen.facts[fact] = getattr(prober, probe.verb)(probe.text)
    except SqlError as error:
        insist_on_going(error)
        seen.facts[fact] = error.sqlstate
        seen.wrong.append(Disagreement(fact, "an answer", brief(error)))
