"""
`:name` of a Python variable becomes a value; everything else reaches the server as it was typed.

Values are written as literals, quoted by psycopg, and not sent beside the statement: so a parameter works in
any statement (CREATE TABLE, SET, PREPARE), before `::text`, after IN, and plans show it.
"""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg.sql import Literal
from psycopg.types.json import Jsonb

from lessonlab.errors import ConfigError
from lessonlab.postgres.scan import SILENT, Token, tokens
from lessonlab.show.values import is_missing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of what is sent, and where the reader typed it; a value was typed as its *name*."""

    text: str
    typed_at: int
    name: str = ""


@dataclass(frozen=True, slots=True)
class Bound:
    """A statement ready to send, which remembers how it was typed."""

    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """Return what is sent."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def names(self) -> frozenset[str]:
        """Return the names of the variables in it."""
        return frozenset(piece.name for piece in self.pieces if piece.name)

    def typed_at(self, position: int) -> int:
        """
        Return where the character at *position* of what is sent was typed.

        >>> Bound((Piece("x = ", 0), Piece("'Mina'", 4, "who"), Piece(" y", 9))).typed_at(11)
        10
        """
        start = 0
        for piece in self.pieces:
            if position < start + len(piece.text):
                return piece.typed_at if piece.name else piece.typed_at + position - start
            start += len(piece.text)
        last = self.pieces[-1]
        return last.typed_at + (0 if last.name else len(last.text))


def bind(text: str, names: Mapping[str, Any], conn: psycopg.Connection[Any] | None = None) -> Bound:
    """
    Return *text* with each `:name` that *names* has replaced by its value.

    Quotes, comments, dollar bodies, casts, `:=` and slices such as `[i:j]` are left alone, and so is a
    `:name` that is no variable.

    >>> bind("SELECT :a::int, ':a', s[i:a], :b", {"a": 1}).text
    "SELECT 1::int, ':a', s[i:a], :b"
    >>> bind("x IN :ids OR x = ANY(:ids)", {"ids": (1, 2)}).text
    "x IN (1, 2) OR x = ANY('{1,2}'::int2[])"
    """
    every = list(tokens(text))
    return Bound(tuple(pieces(text, every, names, conn)))


def parameters(text: str) -> frozenset[str]:
    """
    Return the names that *text* has a `:name` for.

    >>> sorted(parameters("x > :seconds AND s[i:j] = ':quoted' AND y::int = :rounds"))
    ['rounds', 'seconds']
    """
    return frozenset(
        token.text[1:]
        for token in tokens(text)
        if token.kind == "name" and not follows_operand(text, token.start)
    )


def pieces(
    text: str, every: Sequence[Token], names: Mapping[str, Any], conn: psycopg.Connection[Any] | None
) -> Iterator[Piece]:
    """Yield what is sent for the tokens *every* of *text*."""
    before: list[str] = []
    for token in every:
        name = token.text[1:]
        if token.kind == "name" and name in names and not follows_operand(text, token.start):
            value = names[name]
            yield Piece(written(name, value, before, conn), token.start, name)
        else:
            yield Piece(token.text, token.start)
        if token.kind not in SILENT:
            before = [*before[-1:], token.text.lower()]


def follows_operand(text: str, position: int) -> bool:
    """
    Say whether what stands before *position* makes a colon there a slice, not the start of a name.

    >>> follows_operand("s[i:j]", 3), follows_operand("x=:j", 2)
    (True, False)
    """
    return position > 0 and (text[position - 1].isalnum() or text[position - 1] in "_)]\"'$:")


def written(name: str, value: Any, before: Sequence[str], conn: psycopg.Connection[Any] | None) -> str:
    """Return *value* as SQL; a list after IN is written out, elsewhere it is an array."""
    several = plain(value)
    if not isinstance(several, list) or "in" not in before[-2:] or before[-1] not in {"in", "("}:
        return literal(name, value, conn)
    if not several:
        raise ConfigError(f":{name} is empty, and IN needs a value", cure=f"write = ANY(:{name})")
    inner = ", ".join(literal(name, item, conn) for item in several)
    return inner if before[-1] == "(" else f"({inner})"


def literal(name: str, value: Any, conn: psycopg.Connection[Any] | None) -> str:
    """
    Return *value* as an SQL literal; say so if it has none.

    >>> literal("x", "it's", None), literal("x", {"a": 1}, None)
    ("'it''s'", '\\'{"a": 1}\\'::jsonb')
    """
    value = plain(value)
    try:
        return Literal(value).as_string(conn).strip()
    except psycopg.Error:
        raise ConfigError(
            f":{name} is a Python {type(value).__name__}, which SQL has no value for",
            cure=f"give {name} a number, a text, a time, a list or a dict",
        ) from None


def plain(value: Any) -> Any:
    """
    Return *value* as the Python value that psycopg knows how to write.

    >>> plain({3}), plain((1, 2)), plain(b"x")
    ([3], [1, 2], b'x')
    """
    if is_missing(value):
        return None
    if isinstance(value, Mapping):
        return Jsonb(dict(value))
    if isinstance(value, (tuple, AbstractSet)):
        return list(value)
    if hasattr(value, "tolist") and hasattr(value, "dtype"):  # NumPy's scalars and arrays, a pandas Series
        return value.tolist()
    return value
