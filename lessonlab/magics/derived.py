"""The tables that a statement makes for itself, by WITH or by a query in parentheses, and their columns."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lessonlab.magics.aliases import NO_ALIASES, aliases
from lessonlab.postgres.names import KINDS, RESERVED, spoken
from lessonlab.postgres.scan import SILENT, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lessonlab.postgres.scan import Token

NAMED = r'(?P<name>\w+|"[^"]+")\s*(?:\((?P<own>[\w\s,"]*)\))?'
BEFORE = re.compile(NAMED + r"\s*\bas\s+(?:not\s+)?(?:materialized\s*)?$", re.IGNORECASE)
BEHIND = re.compile(r"\s*(?:as\s+)?" + NAMED, re.IGNORECASE)
QUERIES = frozenset({"select", "values", "with", "insert", "update", "delete"})
CLAUSES = frozenset("select from where group having order limit window set values returning".split())  # noqa: SIM905
OVER = CLAUSES | {"into", "union", "except", "intersect", "offset", "fetch", "for"}  # what ends a list
NAMING = KINDS | {"number", "string"}  # what a name may follow


@dataclass(frozen=True, slots=True)
class Derived:
    """A table called *name*, made by *body*; `*` and `x.*` among its *columns* are those of its *of*."""

    name: str
    body: slice
    columns: tuple[str, ...]
    of: dict[str, tuple[str, str]]


def derived(statement: str) -> Iterator[Derived]:
    """
    Yield the tables that *statement* makes for itself, inner ones first.

    >>> [(one.name, one.columns) for one in derived("WITH a AS (SELECT 1 x, count(*), u.id::text FROM u) "
    ...     "SELECT (SELECT 1) AS no FROM a, (VALUES (1, 2)) AS v (p, q), (SELECT * FROM u) AS s")]
    [('a', ('x', 'count', 'id')), ('v', ('p', 'q')), ('s', ('*',))]
    """
    found = [one for one in tokens(statement) if one.kind not in SILENT]
    opened, clauses = [0], [""]
    for at, token in enumerate(found):
        word = token.text.lower()
        if word == "(":
            opened.append(at)
            clauses.append("")
        elif word == ")" and len(opened) > 1:
            start, _ = opened.pop(), clauses.pop()
            body = found[start + 1 : at]
            named = BEFORE.search(statement[: found[start].start])
            if named is None and clauses[-1] == "from":
                named = BEHIND.match(statement, token.end)
            if named and named["name"].lower() not in NO_ALIASES and body and body[0].text.lower() in QUERIES:
                own = tuple(spoken(one) for one in re.findall(r'\w+|"[^"]+"', named["own"] or ""))
                query = slice(found[start].end, token.start)
                of = dict(aliases(statement[query]))
                yield Derived(spoken(named["name"]), query, own or tuple(columns(body)), of)
        elif word in CLAUSES:
            clauses[-1] = word


def columns(body: Sequence[Token]) -> Iterator[str]:
    """Yield the names of the columns that the query *body* gives."""
    words = [one.text.lower() if not deep else "" for one, deep in nested(body)]
    begins = next((one for one in ("returning", "select") if one in words), "values")
    start = words.index(begins) + 1 if begins in words else len(body)
    end = next((at for at in range(start, len(body)) if words[at] in OVER), len(body))
    if begins == "values":
        yield from (f"column{n}" for n, _ in enumerate(listed(next(listed(body[start:]), [])[1:-1]), start=1))
    else:
        yield from filter(None, map(name_of, listed(body[start:end])))


def nested(part: Sequence[Token]) -> Iterator[tuple[Token, int]]:
    """Yield each token, and in how many parentheses it stands."""
    depth = 0
    for token in part:
        depth += {"(": 1, ")": -1}.get(token.text, 0)
        yield token, depth


def listed(part: Sequence[Token]) -> Iterator[list[Token]]:
    """Yield the pieces of *part* between its commas."""
    piece: list[Token] = []
    for token, deep in nested(part):
        if token.text == "," and not deep:
            yield piece
            piece = []
        else:
            piece.append(token)
    yield piece


def name_of(piece: Sequence[Token]) -> str:
    """Return what the server calls the column of an expression, '' where that is nothing that one types."""
    words = [one.text.lower() for one in piece]
    if words[:1] in (["distinct"], ["all"]):
        return name_of(piece[words.index(")") + 1 if words[1:2] == ["on"] and ")" in words else 1 :])
    if words[-1:] == ["*"]:
        return "".join(words) if words == ["*"] or words[1:-1] == ["."] else ""
    is_word = bool(piece) and piece[-1].kind in KINDS and words[-1] not in RESERVED
    if is_word and (len(piece) == 1 or words[-2] in {"as", ".", ")"} or piece[-2].kind in NAMING):
        return spoken(piece[-1].text)
    if "::" in words:
        return name_of(piece[: words.index("::")])
    return words[0] if words[1:2] == ["("] and piece[0].kind in KINDS else ""
