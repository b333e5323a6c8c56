"""A review as text: how much was found, then object, what was seen, why it matters, what to do."""

from __future__ import annotations

import textwrap
from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from lessonlab.review.rules import LEVELS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lessonlab.review.found import Finding, Findings
    from lessonlab.review.rules import Rule

MARKS = {"fault": "✗", "cost": "◐", "note": "·"}
WIDTH = 90  # what a notebook beside its list of files shows in one line


def review_text(review: Findings, *, everything: bool = False) -> str:
    """
    Return *review* as lines: how much was found, each broken rule with its objects, and what was left out.

    The objects of a rule that is only counted show when *everything* does.
    """
    found = groupby(sorted(review.findings, key=lambda one: one.rule.counted), key=lambda one: one.rule)
    groups = [(rule, list(each)) for rule, each in found]
    head = "\n".join([review.summary, *overview(groups, everything=everything)])
    blocks = ["\n".join(block(rule, each)) for rule, each in groups if everything or not rule.counted]
    return "\n\n".join(part for part in (head, *blocks, "\n".join(left_out(review))) if part)


def overview(groups: list[tuple[Rule, list[Finding]]], *, everything: bool) -> Iterator[str]:
    """Yield a line for each rule that was broken: how often."""
    wide = max((len(rule.title) for rule, _ in groups), default=0)
    digits = max((len(f"{len(found):,}") for _, found in groups), default=0)
    for rule, found in groups:
        aside = "  only counted" if rule.counted and not everything else ""
        yield f"  {MARKS[rule.level]} {rule.level:<5}  {rule.title:<{wide}}  {len(found):>{digits},}{aside}"


def left_out(review: Findings) -> Iterator[str]:
    """Yield what is not among the findings, and why."""
    if review.before:
        yield f"known from before: {review.before:,}"
    counts = Counter(ignore for _, ignore in review.ignored)
    yield from (f"ignored: {number:,} of {ignore} ({ignore.reason})" for ignore, number in counts.items())
    yield from (f"nothing to ignore any more: {ignore} ({ignore.reason})" for ignore in review.idle)


def block(rule: Rule, findings: list[Finding]) -> Iterator[str]:
    """Yield the lines of one rule: its reason once, then each object with its cure."""
    yield f"{MARKS[rule.level]} {rule.level}  {rule.title}  (chapter {rule.chapter})"
    yield from textwrap.wrap(rule.reason, WIDTH, initial_indent="    ", subsequent_indent="    ")
    for finding in findings:
        yield f"  {finding.object}: {finding.seen}"
        yield f"    cure: {finding.cure}"


def legend() -> str:
    """
    Return what the marks mean.

    >>> legend().splitlines()[0]
    '✗ fault  rows can be wrong, or a statement will fail'
    """
    return "\n".join(f"{MARKS[level]} {level:<5}  {meaning}" for level, meaning in LEVELS.items())
