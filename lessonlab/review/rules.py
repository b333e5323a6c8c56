"""
The rules: one file below `sql/review` each, its reason, level and chapter in the header.

A rule is a query over the catalog that gives a row for each object which breaks it: *object*, what was
*seen*, and the *cure*.  `%(schemas)s` are the OIDs of the schemas looked at; what stands in them a rule
takes from `sql/catalog/reviewed.sql`, which comes before it: tables, columns, indexes, constraints.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from lessonlab import content
from lessonlab.errors import ContentError

FOLDER = "review"
LEVELS = {
    "fault": "rows can be wrong, or a statement will fail",
    "cost": "it works, and takes more time or room than it needs",
    "note": "worth a look",
}
HEADER = re.compile(
    r"-- (?P<reason>[^\n]+)\n-- level: (?P<level>\w+)\n-- chapter: (?P<chapter>\d\d)\n"
    r"(?P<counted>-- only counted\n)?"
)


@dataclass(frozen=True, slots=True)
class Rule:
    """
    What a schema is asked: *query* finds what breaks the rule, *reason* says why it matters.

    Of a *counted* one there are so many findings that a review says how many, and shows them when asked to.
    """

    name: str
    reason: str
    level: str
    chapter: str
    query: str
    counted: bool = False

    @property
    def title(self) -> str:
        """
        Return the name as words.

        >>> Rule("nullable_flag", "", "fault", "05", "").title
        'nullable flag'
        """
        return self.name.replace("_", " ")


def rules() -> list[Rule]:
    """Return all rules, the worst level first, then by chapter and name."""
    folder, before = content.folder("sql") / FOLDER, content.sql("catalog/reviewed")
    texts = {path.stem: path.read_text(encoding="utf-8") for path in folder.glob("*.sql")}
    found = [
        replace(rule, query=before + rule.query) for rule in (parse_rule(*each) for each in texts.items())
    ]
    return sorted(found, key=lambda rule: (list(LEVELS).index(rule.level), rule.chapter, rule.name))


def parse_rule(name: str, text: str) -> Rule:
    r"""
    Return the rule that a file holds; raise `ContentError` when its header does not say what it must.

    >>> parse_rule("no_key", "-- nothing names a row\n-- level: fault\n-- chapter: 05\nSELECT 1\n").chapter
    '05'
    """
    header = HEADER.match(text.replace("\r\n", "\n"))
    if header is None or header["level"] not in LEVELS:
        raise ContentError(
            f"sql/{FOLDER}/{name}.sql: want a reason, '-- level: {'|'.join(LEVELS)}' and '-- chapter: NN'",
            cure="python -m pip install --force-reinstall lessonlab",
        )
    said = header.groupdict()
    counted = said.pop("counted") is not None
    return Rule(name, query=text, counted=counted, **said)
