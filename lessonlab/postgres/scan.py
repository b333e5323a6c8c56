"""SQL cut into tokens, statements and parameters, by the rules of psql's own scanner."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

TOKEN = re.compile(
    r"""
    (?P<comment>--[^\r\n]*|/\*)
  | (?P<dollar>\$(?:[^\W\d]\w*)?\$)
  | (?P<string>[eE]'(?:[^'\\]|\\.|'')*(?:'|\Z) | '(?:[^']|'')*(?:'|\Z))
  | (?P<identifier>"(?:[^"]|"")*(?:"|\Z))
  | (?P<word>[^\W\d][\w$]*)
  | (?P<number>\$?\d\w*)
  | (?P<colon>::|:=)
  | (?P<name>:[^\W\d]\w*)
  | (?P<space>\s+)
  | (?P<mark>.)
    """,
    re.VERBOSE | re.DOTALL,
)
SILENT = frozenset({"comment", "space"})
SHORT = 10_000  # characters: what is longer is not remembered
ROUTINE = re.compile(r"create (or replace )?(function|procedure) ")


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of SQL: what *kind* it is, its *text*, and where it starts."""

    kind: str
    text: str
    start: int

    @property
    def end(self) -> int:
        """Return the place behind the token."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement without its semicolon, and where it starts in the text that it comes from."""

    text: str
    start: int

    @property
    def words(self) -> list[str]:
        """Return the bare words in lower case: what the statement does stands in the first."""
        return [token.text.lower() for token in tokens(self.text) if token.kind == "word"]


def tokens(text: str) -> Iterator[Token]:
    """
    Yield the tokens of *text*; together they are *text* again.

    Strings, quoted identifiers, dollar bodies and comments are one token each, closed or not.

    >>> [t.text for t in tokens("a::int -- b;") if t.kind != "space"]
    ['a', '::', 'int', '-- b;']
    >>> [t.text for t in tokens("-- a\\rCOMMIT") if t.kind == "word"]
    ['COMMIT']
    >>> [t.kind for t in tokens("$f$ ';' $f$")]
    ['dollar']
    """
    position = 0
    while match := TOKEN.match(text, position):
        kind, end = str(match.lastgroup), match.end()
        if match[0] == "/*":
            end = comment_end(text, end)
        elif kind == "dollar":
            close = text.find(match[0], end)
            end = len(text) if close < 0 else close + len(match[0])
        yield Token(kind, text[position:end], position)
        position = end


def comment_end(text: str, position: int) -> int:
    """
    Return where the block comment ends whose opening ends at *position*; such comments nest.

    >>> comment_end("/* a /* b */ c */ d", 2)
    17
    """
    depth = 1
    for match in re.compile(r"/\*|\*/").finditer(text, position):
        depth += 1 if match[0] == "/*" else -1
        if not depth:
            return match.end()
    return len(text)


def split(text: str) -> list[Statement]:
    """
    Return the statements of *text*; those that are empty or all comment are left out.

    A semicolon ends a statement outside quotes, comments, parentheses and the `BEGIN ATOMIC … END` of a
    routine: psql's rule.

    >>> [s.text for s in split("SELECT 1;; -- one; two\\nSELECT ';'")]
    ['SELECT 1', "-- one; two\\nSELECT ';'"]
    """
    return list(split_once(text) if len(text) <= SHORT else _split(text))


def _split(text: str) -> tuple[Statement, ...]:
    found, start, scan = [], 0, Depth()
    for token in tokens(text):
        if token.text == ";" and not scan.inside:
            found.append((start, token.start))
            start, scan = token.end, Depth()
        else:
            scan.take(token)
    found.append((start, len(text)))
    return tuple(s for a, b in found if (s := trimmed(text, a, b)) is not None)


split_once = lru_cache(maxsize=256)(_split)  # an answer runs on many data sets, a probe for many answers


def trimmed(text: str, start: int, end: int) -> Statement | None:
    """Return the statement between *start* and *end*, `None` if there is nothing but comment."""
    piece = text[start:end]
    if all(token.kind in SILENT for token in tokens(piece)):
        return None
    return Statement(piece.strip(), start + len(piece) - len(piece.lstrip()))


class Depth:
    """How deep in parentheses and routine bodies a scan is: psql's heuristic, word for word."""

    def __init__(self) -> None:
        self.opening, self.parentheses, self.blocks = "", 0, 0

    @property
    def inside(self) -> bool:
        """Say whether a semicolon here belongs to the statement."""
        return self.parentheses > 0 or self.blocks > 0

    def take(self, token: Token) -> None:
        """Count *token*."""
        if token.kind == "mark":
            self.parentheses = max(0, self.parentheses + {"(": 1, ")": -1}.get(token.text, 0))
        elif token.kind == "word":
            word = token.text.lower()
            if len(self.opening) < len("create or replace procedure "):
                self.opening += f"{word} "
            if not self.parentheses and ROUTINE.match(self.opening):
                self.block(word)

    def block(self, word: str) -> None:
        """Open or close a block; CASE ends with END too, and counts only inside one."""
        if word == "begin" or (word == "case" and self.blocks):
            self.blocks += 1
        elif word == "end" and self.blocks:
            self.blocks -= 1
