"""
How a claim is measured: the probes of `sql/claims/g064.sql`, held against the facts of `claims.toml`.

    --@ sqlstate null_id: NULL as the key
    INSERT INTO lesson_progress …;

The verbs are those of an exercise's probes, and three of their own.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lessonlab import content
from lessonlab.course.claims import load_claims
from lessonlab.errors import ClaimError, ContentError
from lessonlab.grading.probes import HEAD, VERBS, Probe, parse_probes
from lessonlab.postgres.scan import SILENT, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lessonlab.course.claims import Claim

FACT = r"[^\W\d]\w*"
MEASURING = ("value", "steps", "sqlstate", "pages", "index")  # of a fact, which claims.toml judges
JUDGING = ("refused", "accepted", "true", "pages")  # by themselves, under their label
CLAIM_VERBS = {verb: VERBS[verb] for verb in ("do", *JUDGING)}
CLAIM_VERBS |= dict.fromkeys(MEASURING, FACT)
CLAIM_VERBS |= {
    "do": r"\w*",  # what must work; with a name, what `sql/prepared/` has under it, and then what stands here
    "pages": rf"{VERBS['pages']}|{FACT}",  # fewer pages than so many; or, with a name: that is how many
    "index": FACT,  # the names of the indexes in the statement's plan, or none
    "apart": "",  # first of all: a clone of its own, each statement by itself and none taken back
}
NEWEST = 99
CURE = "lessonlab report"
KINDS = ("probes", "lab.claim", "not testable", "counted")


@dataclass(frozen=True, slots=True)
class Measures:
    """The *probes* of one claim; *apart* says why they need a database of their own, if they do."""

    claim: Claim
    probes: tuple[Probe, ...] = ()
    apart: str = ""


def fact_of(probe: Probe) -> str:
    """
    Return the fact that *probe* measures, nothing for one that judges by itself or only prepares.

    >>> [fact_of(Probe("pages", argument, "x", "SELECT 1")) for argument in ("reads", "< 4")]
    ['reads', '']
    """
    return probe.argument if probe.verb in MEASURING and not probe.argument.startswith("<") else ""


def path_of(claim: Claim) -> Path:
    """Return where the probes of *claim* are, or would be."""
    return content.folder("sql") / "claims" / f"{claim.id.lower()}.sql"


def measures_of(claim: Claim) -> Measures:
    """
    Return how *claim* is measured; one without facts needs no probes.

    Raise `ClaimError` when its facts are measured by a cell of its page, `ContentError` for a broken file.
    """
    path = path_of(claim)
    if path.is_file():
        return parse_measures(claim, path.read_text(encoding="utf-8"))
    if claim.facts(NEWEST):
        facts = "".join(f", {name}=…" for name in sorted(claim.facts(NEWEST)))
        raise ClaimError(
            f"claim {claim.id} has no probes: a cell of its page measures it",
            cure=f'lab.claim("{claim.id}"{facts})',
        )
    return Measures(claim)


def parse_measures(claim: Claim, text: str) -> Measures:
    """Return the probes of *claim* that *text* holds; a `ContentError` says what is wrong with it."""
    where = f"sql/claims/{claim.id.lower()}.sql"
    probes = tuple(map(_filled, parse_probes(text, where, CLAIM_VERBS, CURE)))
    first = HEAD.search(text)
    apart = probes[0].label if probes and probes[0].verb == "apart" else ""
    measures = Measures(claim, probes[1:] if apart else probes, apart)
    for said in (*_stray(text[: first.start()] if first else text), *_faults(measures)):
        raise ContentError(f"{where}: {said}", cure=CURE)
    return measures


def kind_of(claim: Claim) -> str:
    """Return how *claim* is measured, one of `KINDS`."""
    if path_of(claim).is_file():
        return "probes"
    if claim.facts(NEWEST):
        return "lab.claim"
    return "not testable" if claim.verdict == "not testable" else "counted"


def kinds() -> dict[str, list[str]]:
    """Return the ids of all claims by how they are measured."""
    found: dict[str, list[str]] = {kind: [] for kind in KINDS}
    for claim in load_claims().values():
        found[kind_of(claim)].append(claim.id)
    return found


def _filled(probe: Probe) -> Probe:
    """Return *probe*; a `do` that names a file of `sql/prepared` runs it first."""
    if probe.verb != "do" or not probe.argument:
        return probe
    return replace(probe, text=f"{content.sql('prepared/' + probe.argument)}\n{probe.text}")


def _stray(text: str) -> Iterator[str]:
    """Yield what is wrong with the *text* before the first probe: only comments may stand there."""
    if any(token.kind not in SILENT for token in tokens(text)):
        yield "SQL stands above the first `--@ VERB: what is tried`"


def _faults(measures: Measures) -> Iterator[str]:
    """Yield what is wrong with *measures*."""
    labels = [probe.label for probe in measures.probes]
    have = [fact for probe in measures.probes if (fact := fact_of(probe))]
    want = measures.claim.facts(NEWEST)
    if not measures.probes:
        yield "it has no probes"
    for probe in measures.probes:
        if probe.verb == "apart":
            yield "`--@ apart: why` stands only once, above all others"
        elif not probe.label or all(token.kind in SILENT for token in tokens(probe.text)):
            yield f"`--@ {probe.verb} {probe.argument}: {probe.label}` needs a label, and SQL below it"
    for name in sorted({name for some in (labels, have) for name in some if some.count(name) > 1}):
        yield f"two probes are called {name!r}"
    for name in sorted(want - {*have}):
        yield f"claims.toml has a fact {name!r} that no probe measures"
    for name in sorted({*have} - want):
        yield f"it measures {name!r}, which is no fact of {measures.claim.id} in claims.toml"
