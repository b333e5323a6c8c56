"""The tables of a statement, and the names that it gives them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lessonlab.postgres.names import KINDS, spoken
from lessonlab.postgres.scan import SILENT, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lessonlab.postgres.scan import Token

BEFORE_TABLE = frozenset({"from", "join", "update", "into", "using", "table"})
BETWEEN = frozenset({"only", "lateral", "as", "if", "not", "exists"})
# What may stand behind a table's name and is no alias; but for JOIN and its kin it ends a list.
JOINS = frozenset("join inner left right full cross natural on lateral as".split())  # noqa: SIM905 - as below
NO_ALIASES = JOINS | frozenset(
    """where group order limit set values using having union returning offset select default do when then for
    window except intersect add alter drop rename column""".split()  # noqa: SIM905 - the list is read by people
)


def aliases(statement: str) -> Iterator[tuple[str, tuple[str, str]]]:
    """
    Yield the name that *statement* calls a table by, with its schema and name.

    >>> dict(aliases('SELECT a, b c FROM users u, app.notes JOIN "Odd One" AS o ON true'))
    {'u': ('', 'users'), 'notes': ('app', 'notes'), 'o': ('', 'Odd One')}
    """
    found = [one for one in tokens(statement) if one.kind not in SILENT]
    listed = [False]  # whether a comma is followed by a table, at each depth of parentheses
    at = 0
    while at < len(found):
        word, at = found[at].text.lower(), at + 1
        if word == "(":
            listed.append(False)
        elif word == ")":
            listed = listed[:-1] or [False]
        elif word in BEFORE_TABLE or (word == "," and listed[-1]):
            listed[-1] = word in {"from", "using", ","} or (word == "join" and listed[-1])
            table, at = read_table(found, at)
            yield from table
        elif word in NO_ALIASES - JOINS:
            listed[-1] = False


def read_table(found: Sequence[Token], at: int) -> tuple[list[tuple[str, tuple[str, str]]], int]:
    """Return the table that is named at *at*, if one is, and where its name and alias end."""
    at = behind(found, at)
    if not names(found, at):
        return [], at
    schema, name, at = "", spoken(found[at].text), at + 1
    if at + 1 < len(found) and found[at].text == "." and names(found, at + 1):
        schema, name, at = name, spoken(found[at + 1].text), at + 2
    there = behind(found, at)
    if names(found, there) and found[there].text.lower() not in NO_ALIASES:
        return [(spoken(found[there].text), (schema, name))], there + 1
    return [(name, (schema, name))], at


def behind(found: Sequence[Token], at: int) -> int:
    """Return the next place from *at* on that is no ONLY, LATERAL, AS or IF EXISTS."""
    while at < len(found) and found[at].text.lower() in BETWEEN:
        at += 1
    return at


def names(found: Sequence[Token], at: int) -> bool:
    """Say whether a name stands at *at*."""
    return at < len(found) and found[at].kind in KINDS
