"""
Two results compared as people mean it: rows as a bag of typed values, their order only where it is asked for.

Numbers of all types are one kind and agree to six digits behind the point, NaN is NaN; NULL is itself alone;
an instant is not a wall clock; JSON agrees whatever the order of its keys; text agrees letter by letter.
"""

from __future__ import annotations

import contextlib
import json
import re
from collections import Counter
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from lessonlab.grading.row_reasons import Row, elsewhere, reasons, repeated
from lessonlab.grading.verdict import Difference
from lessonlab.grading.written_rows import Cells, listed, named, shown

if TYPE_CHECKING:
    from collections.abc import Sequence

FAMILIES = {
    "number": (20, 21, 23, 26, 700, 701, 790, 1700),
    "boolean": (16,),
    "text": (18, 19, 25, 705, 1042, 1043),
    "timestamp with time zone": (1184,),
    "timestamp": (1114,),
    "date": (1082,),
    "interval": (1186,),
    "json": (114, 3802),
    "uuid": (2950,),
}
BY_OID = {oid: name for name, oids in FAMILIES.items() for oid in oids}
WRITTEN_IN_MANY_WAYS = {"number", "interval", "json"}  # others are equal when their texts are
SPAN = re.compile(r"([+-]?\d+) (year|mon|day)s?|([+-]?)(\d+):(\d\d):(\d\d(?:\.\d+)?)")
UNITS = {"year": 360 * 86400, "mon": 30 * 86400, "day": 86400}
WIDE = Context(prec=60)


@dataclass(frozen=True, slots=True)
class Result:
    """What a query gave: names and families of its columns, and its rows as the server wrote them."""

    columns: tuple[str, ...]
    families: tuple[str, ...]
    texts: tuple[tuple[str | None, ...], ...]
    # What a known mistake gives is compared with each answer: typed once, not each time.
    _typed: dict[int, list[Row]] = field(default_factory=dict, compare=False, repr=False)

    def typed(self, digits: int = 6) -> list[Row]:
        """Return the rows as values that are equal when people mean the same."""
        if digits not in self._typed:
            columns = zip(*self.texts, strict=True)
            typed = (
                [value(text, kind, digits) for text in column] if kind in WRITTEN_IN_MANY_WAYS else column
                for kind, column in zip(self.families, columns, strict=bool(self.texts))
            )
            self._typed[digits] = list(zip(*typed, strict=True)) if self.families else [()] * len(self.texts)
        return self._typed[digits]


def family(oid: int) -> str:
    """
    Return which kind of value the type *oid* is.

    >>> family(23) == family(1700), family(1114) == family(1184)
    (True, False)
    """
    return BY_OID.get(oid, f"type {oid}")


def value(text: str | None, kind: str, digits: int = 6) -> Any:
    """
    Return the value of *kind* that the server wrote as *text*.

    >>> value("75.00", "number"), value("75", "number"), value("75", "text"), value(None, "text")
    (75.0, 75.0, '75', None)
    >>> value("1 day", "interval") == value("24:00:00", "interval")
    True
    """
    if text is None:
        return None
    if kind == "number":
        return number(text, digits)
    if kind == "interval":
        return seconds(text)
    if kind == "json":
        with contextlib.suppress(ValueError, RecursionError):  # too long a number, or too deep
            return json.dumps(json.loads(text), sort_keys=True)
    return text


@lru_cache(maxsize=4096)  # a result says the same few scores and counts thousands of times
def number(text: str, digits: int) -> float | str:
    """
    Return a number rounded to *digits*, halves up as NUMERIC does; NaN, infinity and money are words.

    >>> number("62.25", 1), number("62.3", 1), number("-0.00", 1), number("1e300", 1), number("NaN", 1)
    (62.3, 62.3, 0.0, 1e+300, 'NaN')
    """
    try:
        found = Decimal(text)
    except InvalidOperation:
        return text
    if found.is_finite() and found.adjusted() < WIDE.prec // 2:
        found = found.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP, WIDE)
    return float(found) + 0.0 if found.is_finite() else text


def seconds(text: str) -> float:
    """
    Return an interval in seconds, as the server compares it: a month has 30 days.

    >>> seconds("1 mon 2 days -00:00:01.5")
    2764798.5
    """
    total = 0.0
    for count, unit, sign, hours, minutes, rest in SPAN.findall(text):
        if unit:
            total += int(count) * UNITS[unit]
        else:
            clock = int(hours) * 3600 + int(minutes) * 60 + float(rest)
            total += -clock if sign == "-" else clock
    return round(total, 6)


def compare(
    have: Result, want: Result, *, ordered: bool = False, digits: int = 6, names: bool = False
) -> tuple[Difference, ...]:
    """
    Return how *have* differs from *want*; nothing when it does not.

    >>> one, two = (Result(("n",), ("number",), rows) for rows in ((("1",),), (("1",), ("2",))))
    >>> [str(difference) for difference in compare(one, two)]
    ['missing rows: (2)']
    """
    shape = different_columns(have, want, names=names)
    if shape:
        return shape
    if have.texts == want.texts or (not ordered and Counter(have.texts) == Counter(want.texts)):
        return ()
    ours, theirs = have.typed(digits), want.typed(digits)
    missing, extra = Counter(theirs) - Counter(ours), Counter(ours) - Counter(theirs)
    if not missing and not extra:
        return different_order(have, want, ours, theirs) if ordered else ()
    mine, wanted = chosen(extra, ours, have.texts), chosen(missing, theirs, want.texts)
    found = [
        Difference(word, listed(rows, others, want.columns))
        for word, rows, others in (("missing rows", wanted, mine), ("extra rows", mine, wanted))
        if rows
    ]
    why = [*repeated(missing, extra, ours, theirs), *reasons(missing, extra, want.columns)]
    return (*found, *(why or elsewhere(missing, extra, want.columns)))


def alike(have: Result, want: Result, *, ordered: bool = False, digits: int = 6) -> bool:
    """
    Say whether `compare` finds nothing, for those who need not know what.

    >>> one, two = (Result(("n",), ("number",), rows) for rows in ((("1",), ("2",)), (("2.0",), ("1",))))
    >>> alike(one, two), alike(one, two, ordered=True)
    (True, False)
    """
    if different_columns(have, want, names=False) or len(have.texts) != len(want.texts):
        return False
    if have.texts == want.texts:
        return True
    ours, theirs = have.typed(digits), want.typed(digits)
    return ours == theirs if ordered else Counter(ours) == Counter(theirs)


def different_columns(have: Result, want: Result, *, names: bool) -> tuple[Difference, ...]:
    """Return the columns' difference: how many, of which types, called what."""
    if len(have.columns) != len(want.columns):
        return (Difference("columns differ", f"have {named(have.columns)}, want {named(want.columns)}"),)
    found = [
        f"column {i} ({column}): have {mine}, want {theirs}"
        for i, (column, mine, theirs) in enumerate(
            zip(want.columns, have.families, want.families, strict=True), 1
        )
        if mine != theirs
    ]
    if not found and names and have.columns != want.columns:
        found = [f"have {named(have.columns)}, want {named(want.columns)}"]
    return tuple(Difference("columns differ", text) for text in found)


def different_order(have: Result, want: Result, ours: list[Row], theirs: list[Row]) -> tuple[Difference, ...]:
    """Return the first row that stands in another place."""
    for i, (mine, wanted) in enumerate(zip(ours, theirs, strict=True)):
        if mine != wanted:
            text = f"row {i + 1}: have {shown(have.texts[i])}, want {shown(want.texts[i])}"
            return (Difference("order differs", text),)
    return ()


def chosen(rows: Counter[Row], typed: list[Row], texts: Sequence[Cells]) -> list[Cells]:
    """Return those of *rows* as the server wrote them."""
    wanted, written = Counter(rows), []
    for row, cells in zip(typed, texts, strict=True):
        if wanted[row] > 0:
            wanted[row] -= 1
            written.append(cells)
    return written
