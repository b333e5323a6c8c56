"""Which exercise the name of a file means, among dates and numbers of students."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

DATES = (  # a date is no key; that of ISO first: 06-01-2025-12-01 holds one, and 06-01
    re.compile(r"(?<!\d)(?:19|20)\d\d([-_.]?)\d\d\1\d\d(?!\d)"),
    re.compile(r"(?<!\d)\d\d([-_.])\d\d\1(?:19|20)\d\d(?!\d)"),
)
RUN = re.compile(r"(?<!\d)\d\d(?:[-_.]\d\d)+(?!\d)")
PAIR = re.compile(r"(?<!\d)(?=(\d\d)[-_.](\d\d)(?!\d))")  # looks ahead: 12-06-01 holds two
ALONE = 5  # letters of 06-01


def keys_in(name: str, known: Collection[str]) -> tuple[str, ...]:
    """
    Return the keys that a file's *name* may mean: those that are *known*, or else the last that looks so.

    A pair that stands alone counts before one in a longer row of numbers.

    >>> known = {"06-01", "06-02", "12-01"}
    >>> keys_in("student12-06-01.sql", {"06-01"}), keys_in("06-01_2025-12-01.sql", known)
    (('06-01',), ('06-01',))
    >>> keys_in("25-12-01 06-01.sql", known), keys_in("06-01 and 06-02.sql", known)
    (('06-01',), ('06-01', '06-02'))
    >>> keys_in("99-01.sql", known), keys_in("ada.sql", known)
    (('99-01',), ())
    """
    for date in DATES:
        name = date.sub(" ", name)
    runs = [match[0] for match in RUN.finditer(name)]
    alone = _pairs(" ".join(run for run in runs if len(run) == ALONE))
    rest = _pairs(" ".join(runs))
    for pairs in (alone, rest):
        found = tuple(dict.fromkeys(pair for pair in pairs if pair in known))
        if found:
            return found
    return tuple(rest[-1:])


def _pairs(text: str) -> list[str]:
    return [f"{match[1]}-{match[2]}" for match in PAIR.finditer(text)]
