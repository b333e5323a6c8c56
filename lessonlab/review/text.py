"""A review as text: object, what was seen, why it matters, what to do."""

from __future__ import annotations

import textwrap
from itertools import groupby
from typing import TYPE_CHECKING

from lessonlab.review.rules import LEVELS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lessonlab.review.findings import Finding, Review
    from lessonlab.review.rules import Rule

MARKS = {"fault": "✗", "cost": "◐", "note": "·"}
WIDTH = 90  # what a notebook beside its list of files shows in one line


def draw(review: Review) -> str:
    """Return *review* as lines: the rules that were broken, each with its objects, and a summary."""
    parts = [
        "\n".join(block(rule, list(found)))
        for rule, found in groupby(review.findings, key=lambda finding: finding.rule)
    ]
    return "\n\n".join([*parts, review.summary])


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
