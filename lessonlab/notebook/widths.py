"""How many columns of a terminal a text takes."""

from __future__ import annotations

import unicodedata


def width(text: str) -> int:
    """
    Return the columns that *text* takes: wide characters two, combining ones none.

    >>> width("Mina"), width("陈"), width("e\\u0301")
    (4, 2, 1)
    """
    if text.isascii():
        return len(text)
    return sum(character_width(character) for character in text)


def character_width(character: str) -> int:
    """Return the columns that one character takes."""
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def pad(text: str, columns: int, *, right: bool = False) -> str:
    """
    Return *text* filled up to *columns*, to the left, or to the right for numbers.

    >>> pad("7", 3, right=True), pad("陈", 4)
    ('  7', '陈  ')
    """
    fill = " " * (columns - width(text))
    return fill + text if right else text + fill
