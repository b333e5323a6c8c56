"""Mutants of a script that two sessions run: a lock less, a statement less, another isolation, other rows."""

from __future__ import annotations

import re

from lessonlab.postgres.scan import split

FIGURES = r"(?=(?:time_spent_seconds|attempts|score)\b)"
CHANGES = (
    ("drop a lock", r"\s+FOR (?:NO KEY )?UPDATE\b", ""),
    ("do nothing about it", r"DO UPDATE\s+SET[^;]*", "DO NOTHING"),
    ("expect no conflict", r"\s*ON CONFLICT[^;)]*(?:\([^)]*\)[^;)]*)?(?=;|\)|$)", ""),
    ("count what came", rf"\b(?:lesson_progress|lp|p)\.{FIGURES}", "EXCLUDED."),
    ("count what was there", rf"\bEXCLUDED\.{FIGURES}", "lesson_progress."),
    ("keep one snapshot", r"\bBEGIN;", "BEGIN ISOLATION LEVEL REPEATABLE READ;"),
    ("every lesson", r"\s+AND lesson_id = 'joins'", ""),
    ("every course", r"\s+AND course_id = :uuid_c", ""),
    ("every learner", r"user_id = :uuid_u AND ", ""),
    ("one too many", r"\+ 30\b", "+ 31"),
    ("twice as much", r"\+ :seconds\b", "+ 2 * :seconds"),
    ("two tries", r"attempts \+ 1\b", "attempts + 2"),
    ("the worse score", r"\bgreatest\(", "least("),
    ("replace it", r"completed_lessons \|\| (?=to_jsonb)", "'[]' || "),
    ("another column", r"\bSET (?=time_spent|attempts|completed_lessons)", "SET created_at = '2020-01-01', "),
)  # fmt: skip


def session_mutants(script):
    """Return the texts of all mutants of *script*, and what was changed in each."""
    found = {}
    for change, pattern, other in CHANGES:
        for match in re.finditer(pattern, script):
            found.setdefault(script[: match.start()] + other + script[match.end() :], change)
    statements = [one.text for one in split(script)]
    for i in range(len(statements)) if len(statements) > 1 else ():
        less = statements[:i] + statements[i + 1 :]
        found.setdefault(";\n".join(less), f"leave out {statements[i].split()[0]}")
    found.pop(script, None)
    return found
