"""
One line more for a beginner, beside what the server says: which one is in `tips.toml`.

Found by SQLSTATE and by the shape of the statement, never by the words of a message: a server may say them
in another language.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lessonlab.postgres.scan import tokens

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lessonlab.postgres.scan import Token

FILE = Path(__file__).with_name("tips.toml")
FLAGS = re.IGNORECASE | re.DOTALL
NEVER_CLOSED, OPENED, CLOSED = "¿", "⊂", "⊃"  # a quote; a ( that is never closed; a ) that was never opened
PATTERNS = {"at": "at", "before": "before", "inside": "in", "unless": "unless"}
QUOTED = {"string": "'", "identifier": '"', "dollar": "$"}


@dataclass(frozen=True, slots=True)
class Tip:
    """What is said where an error's code and the shape of its statement fit; see `tips.toml`."""

    codes: frozenset[str]
    say: str
    at: str = ""
    before: str = ""
    inside: str = ""
    unless: str = ""
    examples: tuple[str, ...] = ()
    others: tuple[str, ...] = ()

    def line(self, statement: str, shape: str, at: int | None) -> str | None:
        """Return what is said of *statement*, whose *shape* went wrong at the character *at*, if it fits."""
        words: dict[str, str] = {}
        if at is not None:
            there = re.compile(self.at, FLAGS).match(shape, at)
            behind = re.search(rf"(?:{self.before})\s*\Z", shape[:at], FLAGS)
            if there is None or behind is None:
                return None
            words = {"at": bare(statement, at), **named(there, statement), **named(behind, statement)}
        elif self.at or self.before or "{at}" in self.say:
            return None
        inside = self.inside.replace("(?P=name)", re.escape(words.get("name", "")))
        found = re.search(inside, shape, FLAGS)
        if found is None or (self.unless and re.search(self.unless, shape, FLAGS)):
            return None
        return self.say.format_map(words | named(found, statement))


def tip(sqlstate: str | None, statement: str, at: int | None) -> str | None:
    """
    Return the line that helps with an error *sqlstate* in *statement*, at its character *at*, if one does.

    >>> tip("42703", 'SELECT id FROM users WHERE name = "Mina"', 34)
    "double quotes are for names; a text stands in single ones: 'Mina'"
    >>> tip("42703", "SELECT nam FROM users", 7)
    """
    shape = shape_of(statement)
    fitting = (one for one in tips() if sqlstate in one.codes)
    return next((line for one in fitting if (line := one.line(statement, shape, at))), None)


@cache
def tips() -> tuple[Tip, ...]:
    """Return the list, in its order: the first that fits is said."""
    entries: list[Mapping[str, Any]] = tomllib.loads(FILE.read_text(encoding="utf-8"))["tip"]
    return tuple(read_tip(entry) for entry in entries)


def read_tip(entry: Mapping[str, Any]) -> Tip:
    """Return one entry of the file as a tip."""
    code = entry["code"]
    patterns = {name: entry[key] for name, key in PATTERNS.items() if key in entry}
    examples, others = (tuple(entry.get(key, ())) for key in ("for", "not"))
    codes = frozenset([code] if isinstance(code, str) else code)
    return Tip(codes, entry["say"], **patterns, examples=examples, others=others)


def shape_of(text: str) -> str:
    """
    Return *text* letter for letter, with what stands in quotes and comments blanked, and odd marks marked.

    >>> shape_of("SELECT 'a b', (1 -- c")
    "SELECT '___', ⊂1     "
    """
    shape: list[str] = []
    opened: list[int] = []
    for token in tokens(text):
        blanked = blank(token)
        if token.kind == "mark" and token.text == "(":
            opened.append(token.start)
        elif token.kind == "mark" and token.text == ")":
            blanked = ")" if opened else CLOSED
            del opened[-1:]
        shape += blanked
    for start in opened:
        shape[start] = OPENED
    return "".join(shape)


def blank(token: Token) -> str:
    """Return as many letters as *token* has, without its words if it is quoted."""
    if token.kind == "comment":
        return re.sub(r"[^\n]", " ", token.text)
    mark = QUOTED.get(token.kind)
    if mark is None:
        return token.text
    if not token.text[1:].endswith(mark):
        return NEVER_CLOSED + "_" * (len(token.text) - 1)
    return mark + "_" * (len(token.text) - 2) + mark


def bare(statement: str, at: int) -> str:
    """
    Return the word at the character *at* of *statement*, without quotes.

    >>> bare('a = "Mina"', 4), bare("SELECT 1 2", 9), bare("SELECT", 6)
    ('Mina', '2', 'the end')
    """
    token = next((one for one in tokens(statement) if one.start <= at < one.end), None)
    if token is None:
        return "the end"
    return token.text[1:-1] if token.kind == "identifier" else token.text


def named(found: re.Match[str], statement: str) -> dict[str, str]:
    """Return what the named groups of *found* stand for in *statement*."""
    return {name: statement[slice(*found.span(name))] for name, hit in found.groupdict().items() if hit}
