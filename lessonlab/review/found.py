"""What a review finds, as values: what breaks which rule, and what may stay as it is."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from lessonlab.review.rules import LEVELS

if TYPE_CHECKING:
    from lessonlab.review.rules import Rule

ANY = "*"


@dataclass(frozen=True, slots=True)
class Finding:
    """One object that breaks *rule*: what was *seen* there, and the *cure* as a statement or in words."""

    rule: Rule
    object: str
    seen: str
    cure: str

    def as_dict(self) -> dict[str, str]:
        """Return the finding as plain text values, for JSON."""
        found = {"rule": self.rule.name, "level": self.rule.level, "chapter": self.rule.chapter}
        found |= {"reason": self.rule.reason}
        return found | {name: value for name, value in asdict(self).items() if name != "rule"}


@dataclass(frozen=True, slots=True)
class Ignore:
    """Findings of *rule* about objects like *object* may stay, for a *reason*."""

    rule: str
    reason: str
    object: str = ANY

    def __str__(self) -> str:
        return self.rule if self.object == ANY else f"{self.rule}:{self.object}"

    def covers(self, finding: Finding) -> bool:
        """Say whether *finding* is one of these."""
        same = finding.object == self.object or fnmatchcase(finding.object, self.object)
        return self.rule in (ANY, finding.rule.name) and same


@dataclass(frozen=True, slots=True, repr=False)
class Findings:
    """
    All *findings* about the *tables* tables of *schemas*, the worst first; a `Review` shows itself.

    What was *ignored*, and by what, is not among them, nor what was there *before*; *idle* covers nothing.
    """

    schemas: tuple[str, ...]
    tables: int
    findings: tuple[Finding, ...]
    ignored: tuple[tuple[Finding, Ignore], ...] = ()
    idle: tuple[Ignore, ...] = ()
    before: int = 0

    def count(self, level: str) -> int:
        """Return how many findings have *level*."""
        return sum(finding.rule.level == level for finding in self.findings)

    @property
    def summary(self) -> str:
        """Return the findings in one line."""
        counts = Counter(finding.rule.level for finding in self.findings)
        said = [plural(counts[level], level) for level in LEVELS if counts[level]]
        nothing = "nothing new" if self.before else "nothing found"
        return f"{plural(self.tables, 'table')}: {', '.join(said) or nothing}"


def plural(number: int, noun: str) -> str:
    """
    Return *number* with its noun.

    >>> plural(1, "fault"), plural(2, "cost")
    ('1 fault', '2 costs')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
