"""What is said beside a statement that the server accepted, where it may not have done what was meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lessonlab.postgres.scan import tokens
from lessonlab.postgres.tips import shape_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lessonlab.postgres.scan import Statement
    from lessonlab.statements.outcomes import Outcome

OPEN = "a transaction is open: COMMIT keeps it, ROLLBACK takes it back"
EVERY_ROW = "no WHERE: that means every row"  # not that each was changed: a trigger may keep some as they are
CHANGING = frozenset({"insert", "update", "delete", "merge"})
READING = re.compile(
    r"(SHOW|EXPLAIN|SET|RESET|SAVEPOINT|RELEASE|ROLLBACK|COMMIT|FETCH|MOVE|DECLARE CURSOR|CLOSE CURSOR"
    r"|PREPARE|DEALLOCATE|DISCARD|LISTEN|UNLISTEN|NOTIFY|LOCK TABLE|LOAD|CHECKPOINT|VACUUM|ANALYZE)\b"
)
COMPARED = re.compile(r"(<>|!=|(?<![<>!=:])=)\s*null\b", re.IGNORECASE)
CLAUSE = re.compile(r"\b(where|and|or|on|having|when|not|set|select|values|returning|to)\b", re.IGNORECASE)
CONDITIONS = frozenset({"where", "and", "or", "on", "having", "when", "not"})


def remark(text: str, tag: str) -> str:
    """
    Return a line on the statement *text*, which gave *tag*; '' for none.

    >>> remark("SELECT id FROM t WHERE score = NULL", "SELECT 0")
    '= NULL is never true: write IS NULL'
    >>> remark("UPDATE t SET score = NULL WHERE id = 5", "UPDATE 0")
    ''
    """
    if not tag.endswith(" 0"):
        return ""
    shape = shape_of(text)
    for found in COMPARED.finditer(shape):
        clauses = CLAUSE.findall(shape[: found.start()])
        if clauses and clauses[-1].lower() in CONDITIONS:
            wanted = "IS NULL" if found[1] == "=" else "IS NOT NULL"
            return f"{found[1]} NULL is never true: write {wanted}"
    return ""


def every_row(text: str, tag: str) -> str:
    """
    Return what is said beside the *tag* of a statement that names no rows; '' for nothing.

    >>> every_row("UPDATE t SET n = (SELECT 1 FROM u WHERE b)", "UPDATE 120")
    'no WHERE: that means every row'
    >>> every_row("WITH x AS (SELECT 1) DELETE FROM t WHERE id IN (TABLE x)", "DELETE 1")
    ''
    """
    verb, _, count = tag.partition(" ")
    outside = list(outside_parentheses(text))
    names_rows = verb not in {"UPDATE", "DELETE"} or outside[:1] == ["execute"] or "where" in outside
    return "" if names_rows or count == "0" else EVERY_ROW


def outside_parentheses(text: str) -> Iterator[str]:
    """
    Yield the bare words of a statement that stand in no parentheses, in lower case.

    >>> list(outside_parentheses('DELETE FROM "where" -- where'))
    ['delete', 'from']
    """
    depth = 0
    for token in tokens(text):
        if token.kind == "word" and not depth:
            yield token.text.lower()
        elif token.kind == "mark":
            depth += {"(": 1, ")": -1}.get(token.text, 0)


def is_news(statement: Statement, outcome: Outcome) -> bool:
    """Say whether a transaction that is open after *statement* began with it, or was given a change by it."""
    words, tag = statement.words, outcome.tag
    if tag.startswith("SELECT"):  # which CREATE TABLE AS says too
        return outcome.columns is None or (words[:1] == ["with"] and not CHANGING.isdisjoint(words))
    if "chain" in words and tag in {"COMMIT", "ROLLBACK"}:
        return True
    return not (tag.endswith(" 0") or READING.match(tag))
