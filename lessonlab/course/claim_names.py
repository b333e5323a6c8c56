"""Claims as a line names them: `G064–G067, L001`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lessonlab.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Iterator

ONE = r"([A-Za-z])(\d{3})"
SPAN = re.compile(rf"{ONE}(?:[-–—]{ONE})?")
AROUND = re.compile(r"\s*([-–—])\s*")


def claim_ids(line: str) -> tuple[str, ...]:
    """
    Return the ids that *line* names: one, several, or from one to another.

    >>> claim_ids("G064–G066, L001"), claim_ids("G009 G011-G012")
    (('G064', 'G065', 'G066', 'L001'), ('G009', 'G011', 'G012'))
    """
    words = AROUND.sub(r"\1", line).replace(",", " ").split()
    if not words:
        raise ConfigError("no claim is named", cure="%claims G064–G067")
    return tuple(dict.fromkeys(name for word in words for name in _of(word)))


def _of(word: str) -> Iterator[str]:
    """Yield the ids of one *word*; what is no id is left to whoever looks it up."""
    found = SPAN.fullmatch(word)
    if found is None or found[3] is None:
        yield word
        return
    letter, first, other, last = found.groups()
    if letter != other or first >= last:
        raise ConfigError(
            f"{word} is no span of claims: it goes from one to a later one of the same letter",
            cure="%claims G064–G067",
        )
    yield from (f"{letter}{number:03}" for number in range(int(first), int(last) + 1))
