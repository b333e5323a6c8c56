"""How many columns of a terminal a text takes."""

from __future__ import annotations


def width(text: str) -> int:
    """
    Return the columns that *text* takes: wide characters two, combining ones none, a control character one.

    >>> width("Mina"), width("陈"), width("e\\u0301"), width("👩\\u200d💻"), width("a\\tb")
    (4, 2, 1, 2, 3)
    """
    if text.isascii():
        return len(text)
    from wcwidth import wcswidth, wcwidth  # noqa: PLC0415 - its tables take as long as a server's driver

    found = wcswidth(text)
    return found if found >= 0 else sum(abs(wcwidth(character)) for character in text)


def pad(text: str, columns: int, *, right: bool = False) -> str:
    """
    Return *text* filled up to *columns*, to the left, or to the right for numbers.

    >>> pad("7", 3, right=True), pad("陈", 4)
    ('  7', '陈  ')
    """
    fill = " " * (columns - width(text))
    return fill + text if right else text + fill
