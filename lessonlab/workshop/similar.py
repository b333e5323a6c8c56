"""Answers that look alike, for a human to look at: nothing is concluded from them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lessonlab.postgres import scan

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from lessonlab.workshop.collected import Handed
    from lessonlab.workshop.marking import Judged

SAME_MINUTES = 10
MOST_COMPARED = 20_000  # characters
LONG = 120  # characters without space and comments: shorter ones are alike by themselves
MANY = 1 / 3  # of those who answered: a natural answer


@dataclass(frozen=True, slots=True)
class Alike:
    """Answers of several people to one exercise, and in what they are alike."""

    key: str
    how: str
    people: tuple[str, ...]
    when: tuple[dt.datetime, ...]
    text: str


def find_alike(handed: Iterable[Handed], judged: dict[Handed, Judged]) -> list[Alike]:
    """
    Return what more than one person handed in: the same SQL, or the same mistake within ten minutes.

    Spaces, comments and capitals do not count.  What is short, or what very many wrote, is left out.
    """
    by_key: dict[str, list[Handed]] = {}
    for one in handed:
        by_key.setdefault(one.key, []).append(one)
    found = []
    for key, answers in by_key.items():
        everybody = len({one.email for one in answers})
        texts: dict[str, dict[str, Handed]] = {}
        mistakes: dict[str, list[Handed]] = {}
        for one in answers:
            texts.setdefault(squeezed(one.text), {}).setdefault(one.email, one)
            came = judged.get(one)
            if came and came.mistake:
                mistakes.setdefault(came.mistake, []).append(one)
        for text, group in texts.items():
            if len(group) > 1 and len(text) >= LONG and not natural(len(group), everybody):
                found.append(alike(key, "the same SQL", list(group.values())))
        for mistake, group_of in mistakes.items():
            how = f"the same mistake within {SAME_MINUTES} minutes: {mistake}"
            near = [group for group in within_minutes(group_of) if not natural(len(group), everybody)]
            found += [alike(key, how, group) for group in near]
    return found


def natural(group: int, everybody: int) -> bool:
    """Say whether so many of so many are too many to have copied."""
    return group > 2 and group > MANY * everybody  # noqa: PLR2004 - a pair is never natural


def within_minutes(answers: Iterable[Handed]) -> list[list[Handed]]:
    """Return groups of different people whose answers came one soon after the other."""
    groups: list[list[Handed]] = []
    for one in sorted(answers, key=lambda each: each.when):
        near = groups and (one.when - groups[-1][-1].when).total_seconds() <= SAME_MINUTES * 60
        if near and one.email not in {other.email for other in groups[-1]}:
            groups[-1].append(one)
        elif not near:
            groups.append([one])
    return [group for group in groups if len(group) > 1]


def alike(key: str, how: str, group: list[Handed]) -> Alike:
    """Return the group in the order in which it was handed in."""
    group = sorted(group, key=lambda one: one.when)
    return Alike(key, how, tuple(one.email for one in group), tuple(one.when for one in group), group[0].text)


def squeezed(text: str) -> str:
    """
    Return the beginning of SQL without what makes no difference to it: a long text holds nobody up.

    >>> squeezed("SELECT  a -- mine" + chr(10) + "FROM t;"), squeezed("select a from t")
    ('select a from t', 'select a from t')
    """
    parts = [one for one in scan.tokens(text[:MOST_COMPARED]) if one.kind not in scan.SILENT]
    kept = [one.text if one.kind in ("string", "identifier", "dollar") else one.text.lower() for one in parts]
    return " ".join(kept).rstrip("; ")
