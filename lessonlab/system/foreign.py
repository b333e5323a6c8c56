"""Text that others wrote, as it can be printed anywhere: on a terminal, in JSON, in XML, in a page."""

from __future__ import annotations

import unicodedata

COMMANDS = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})  # a terminal, a reader or a parser obeys them
JOINERS = "\u200c\u200d"  # within words of some scripts, and between the parts of a picture
NO_CHARACTER = 0xFFFE


def printed(text: str, *, lines: bool = False) -> str:
    """
    Return *text* with what is no character written out; with *lines* its line ends and tabs stay.

    Two texts that differ still differ.

    >>> printed("a" + chr(27) + "[2J" + chr(0xDCFF)), printed("one" + chr(10) + "two")
    ('a\\\\x1b[2J\\\\udcff', 'one\\\\ntwo')
    >>> printed("one" + chr(10) + "two", lines=True)
    'one\\ntwo'
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(letter, lines=lines) for letter in text)


def _shown(letter: str, *, lines: bool) -> str:
    if letter.isprintable() or letter in JOINERS or (lines and letter in "\n\t"):
        return letter
    none = ord(letter) & NO_CHARACTER == NO_CHARACTER
    if none or unicodedata.category(letter) in COMMANDS:
        return letter.encode("unicode_escape").decode("ascii")
    return letter
