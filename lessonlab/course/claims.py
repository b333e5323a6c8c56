"""
The guide's claims and our own, what the course says of each, and whether the server at hand agrees.

The claims are data: `claims.toml`, whose head explains every key.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from itertools import groupby
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from lessonlab.course.facts import agree, show
from lessonlab.errors import ClaimError, ContentError, UnknownName

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

VERDICTS = ("holds", "holds if", "wrong", "does not run", "not testable")
NEEDED: dict[str, type] = {"chapter": str, "claim": str, "verdict": str}
OLDER = {f"before_{major}": major for major in (18, 17, 16)}  # in this order: the oldest has the last word
ALLOWED = NEEDED | dict.fromkeys(("condition", "truth", "versions"), str)
ALLOWED |= {"expect": dict, "shown": list, "counted": dict, **dict.fromkeys(OLDER, dict)}
SOURCES = {"G": "the guide", "L": "our claim"}  # who says so, by the letter of the id
AGAIN = "lab.reset(), then Run All Cells"
REINSTALL = "python -m pip install --force-reinstall lessonlab"


@dataclass(frozen=True, slots=True)
class Older:
    """What differs on servers before a major version: facts replaced, facts left out."""

    expect: Mapping[str, object] = field(default_factory=dict)
    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """
    One claim of the guide, or one of our own, as `claims.toml` has it.

    *expect* says what its facts must be, *shown* names facts that nobody judges, *counted* holds figures
    taken from the guide's text.
    """

    id: str
    chapter: str
    claim: str
    verdict: str
    condition: str = ""
    truth: str = ""
    versions: str = ""
    expect: Mapping[str, object] = field(default_factory=dict)
    shown: tuple[str, ...] = ()
    counted: Mapping[str, object] = field(default_factory=dict)
    older: Mapping[int, Older] = field(default_factory=dict)

    @property
    def source(self) -> str:
        """Return who says so."""
        return SOURCES[self.id[0]]

    def expected(self, major: int) -> dict[str, object]:
        """Return the facts that are judged on a server of version *major*, with what they must be."""
        wanted = dict(self.expect)
        for older in self.older_than(major):
            wanted |= older.expect
            for name in older.without:
                wanted.pop(name, None)
        return wanted

    def facts(self, major: int) -> set[str]:
        """Return the names of all facts that a cell has to measure on a server of version *major*."""
        left_out = {name for older in self.older_than(major) for name in older.without}
        return {*self.expected(major), *self.shown} - left_out

    def older_than(self, major: int) -> list[Older]:
        """Return what applies to a server of version *major*, the latest version first."""
        return [older for version, older in self.older.items() if major < version]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A fact that is not what the course teaches."""

    fact: str
    want: str
    have: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """A claim beside what was *seen*, name by name and ready to print."""

    claim: Claim
    seen: Mapping[str, str]
    disagreements: tuple[Disagreement, ...] = ()

    @property
    def agrees(self) -> bool:
        """Say whether the server does what the course says."""
        return not self.disagreements


def judge(claim: Claim, facts: Mapping[str, object], major: int) -> Judgement:
    """
    Hold the measured *facts* against what the course teaches for servers of version *major*.

    A fact too many or too few is a `ClaimError`; one that disagrees is in the verdict, for `insist` to raise.

    >>> judge(find_claim("G005"), {"percent": 65}, 18).disagreements
    (Disagreement(fact='percent', want='66.7', have='65'),)
    """
    _compare_names(claim, set(facts), claim.facts(major))
    wanted = claim.expected(major)
    seen = {name: show(have, wanted.get(name)) for name, have in facts.items()}
    wrong = (name for name, want in wanted.items() if not agree(want, facts[name]))
    found = tuple(Disagreement(name, show(wanted[name]), seen[name]) for name in wrong)
    return Judgement(claim, MappingProxyType(seen), found)


def insist(verdicts: Iterable[Judgement], cure: str = AGAIN) -> None:
    """Raise a `ClaimError` that names every fact of *verdicts* which is not as the course teaches it."""
    lines = [
        f"claim {verdict.claim.id}: {found.fact} differs: want {found.want!r}, have {found.have!r}"
        for verdict in verdicts
        for found in verdict.disagreements
    ]
    if lines:
        raise ClaimError("\n".join(lines), cure=cure)


def _compare_names(claim: Claim, have: set[str], want: set[str]) -> None:
    """Refuse facts that *claim* does not know, and the lack of facts that it needs."""
    differ = {"missing": sorted(want - have), "extra": sorted(have - want)}
    if have != want:
        said = "; ".join(f"{word} {', '.join(names)}" for word, names in differ.items() if names)
        call = "".join(f", {name}=…" for name in sorted(want))
        raise ClaimError(f"claim {claim.id}: facts differ: {said}", cure=f'lab.claim("{claim.id}"{call})')


@cache
def load_claims() -> Mapping[str, Claim]:
    """Return the course's claims by id."""
    return parse_claims((resources.files(__package__) / "claims.toml").read_text(encoding="utf-8"))


def find_claim(name: str) -> Claim:
    """
    Return the claim called *name*.

    >>> find_claim("G005").chapter
    '01'
    """
    known = load_claims()
    if name not in known:
        near = re.sub(r"\d+", lambda digits: digits[0].zfill(3), str(name).strip().upper())  # g64 is G064
        meant = f"did you mean {near!r}" if near in known else f"have {' and '.join(_spans(known))}"
        raise UnknownName(f"there is no claim {name!r}, {meant}", cure="lessonlab list --claims")
    return known[name]


def _spans(ids: Iterable[str]) -> list[str]:
    """
    Return the first and the last of *ids*, those of each letter apart.

    >>> _spans(["G001", "G002", "G003", "L001"])
    ['G001 to G003', 'L001']
    """
    of_letter = [list(same) for _, same in groupby(sorted(ids), key=lambda name: name[0])]
    return [" to ".join(dict.fromkeys((same[0], same[-1]))) for same in of_letter]


def parse_claims(text: str) -> Mapping[str, Claim]:
    """
    Return the claims that *text* describes; a `ContentError` says what is wrong with it.

    >>> parse_claims('[G001]\\nchapter = "01"\\nclaim = "all is well"\\nverdict = "holds"\\n')["G001"].verdict
    'holds'
    """
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ContentError(f"claims.toml is not TOML: {error}", cure=REINSTALL) from None
    return MappingProxyType({name: _parse_claim(name, table) for name, table in tables.items()})


def _parse_claim(name: str, table: dict[str, Any]) -> Claim:
    """Return the claim *name* of one TOML *table*, checked."""
    _check_keys(name, table, NEEDED, ALLOWED)
    older = {version: _parse_older(name, table.pop(key)) for key, version in OLDER.items() if key in table}
    claim = Claim(
        id=name,
        **table
        | {"expect": _freeze(table.get("expect", {})), "shown": tuple(table.get("shown", ()))}
        | {"counted": _freeze(table.get("counted", {})), "older": MappingProxyType(older)},
    )
    for wrong, said in _faults(claim):
        if wrong:
            raise _broken(name, said)
    return claim


def _parse_older(name: str, table: dict[str, Any]) -> Older:
    _check_keys(name, table, {}, {"expect": dict, "without": list})
    return Older(_freeze(table.get("expect", {})), tuple(table.get("without", ())))


def _check_keys(name: str, table: object, needed: Mapping[str, type], allowed: Mapping[str, type]) -> None:
    """Refuse a *table* that lacks a key, has one nobody knows, or one of another type."""
    if not isinstance(table, dict):
        raise _broken(name, f"want a table, have {table!r}")
    for key in needed.keys() - table.keys():
        raise _broken(name, f"{key!r} is missing")
    for key, value in table.items():
        if key not in allowed:
            raise _broken(name, f"want keys among {', '.join(allowed)}, have {key!r}")
        if not isinstance(value, allowed[key]):
            raise _broken(name, f"{key!r}: want {allowed[key].__name__}, have {value!r}")


def _faults(claim: Claim) -> Iterator[tuple[bool, str]]:
    """Yield what could be wrong with *claim*, each with whether it is."""
    names = [*claim.expect, *claim.shown, *(name for older in claim.older.values() for name in older.expect)]
    yield not re.fullmatch(r"[GL]\d{3}", claim.id), "want an id like 'G001', or 'L001' for one of our own"
    yield not re.fullmatch(r"\d\d", claim.chapter), f"chapter: want two digits, have {claim.chapter!r}"
    yield claim.verdict not in VERDICTS, f"verdict: want one of {', '.join(VERDICTS)}, have {claim.verdict!r}"
    yield (
        bool(claim.condition) != (claim.verdict == "holds if"),
        "a condition stands with 'holds if', nowhere else",
    )
    yield claim.verdict in {"wrong", "does not run"} and not claim.truth, f"{claim.verdict!r} needs a truth"
    yield not all(name.isidentifier() for name in names), f"facts are Python names, have {', '.join(names)}"
    yield bool({*claim.expect} & {*claim.shown}), "a fact is judged or shown, not both"


def _freeze(table: Mapping[str, Any]) -> Mapping[str, object]:
    """Return *table* so that nobody can change it."""
    return MappingProxyType({key: tuple(v) if isinstance(v, list) else v for key, v in table.items()})


def _broken(name: str, said: str) -> ContentError:
    return ContentError(f"claims.toml: {name}: {said}", cure=REINSTALL)
