"""Why the rows of two results differ, where it can be said: what people get wrong by name, or the place."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING, Any

from lessonlab.grading.verdict import Difference

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ONLY_THERE = "only there"
MOST_APART = 2  # columns: of more one would not say "only"
MOST_DECIMALS, TINY = 6, 1e-9
MOST_ROWS_APART = 1000  # what takes a tenth of a second, at most

Row = tuple[Any, ...]


def repeated(
    missing: Counter[Row], extra: Counter[Row], ours: list[Row], theirs: list[Row]
) -> list[Difference]:
    """Return that the rows are right but for how often they come."""
    if not extra and set(missing) <= set(ours):
        return [Difference("duplicates", "these rows are wanted more often than they are there")]
    if not missing and set(extra) <= set(theirs):
        return [Difference("duplicates", "these rows are there more often than they are wanted")]
    return []


def reasons(missing: Counter[Row], extra: Counter[Row], columns: Sequence[str]) -> list[Difference]:
    """Return what people get wrong so often that it has a name, by column."""
    words = [(cell_reason(i, missing, extra), i, column) for i, column in enumerate(columns)]
    return [Difference(word, f"in column {i + 1} ({column})") for word, i, column in words if word]


def elsewhere(missing: Counter[Row], extra: Counter[Row], columns: Sequence[str]) -> list[Difference]:
    """
    Return the one column, or the two, in which all rows differ that are not as they are wanted.

    What is left of a row must tell it from the others: else any two would be a pair.

    >>> want, have = Counter([(1, "a", 5), (2, "b", 6)]), Counter([(1, "a", 7), (2, "b", 8)])
    >>> [str(found) for found in elsewhere(want, have, ("id", "name", "score"))]
    ['only there: score; all else in these rows is as it is wanted']
    """
    if len(columns) <= MOST_APART or not 0 < missing.total() == extra.total() <= MOST_ROWS_APART:
        return []
    for many in range(1, MOST_APART + 1):
        for where in combinations(range(len(columns)), many):
            rest = without(missing, where)
            if rest == without(extra, where) and set(rest.values()) == {1}:
                names = " and ".join(called(columns, i) for i in where)
                return [Difference(ONLY_THERE, f"{names}; all else in these rows is as it is wanted")]
    return []


def called(columns: Sequence[str], i: int) -> str:
    """Return what column *i* is called, or where it stands, if it has no name of its own."""
    return columns[i] if columns.count(columns[i]) == 1 and columns[i] != "?column?" else f"column {i + 1}"


def without(rows: Counter[Row], where: Sequence[int]) -> Counter[Row]:
    """Return *rows* but for their columns *where*."""
    found: Counter[Row] = Counter()
    for row, count in rows.items():
        found[tuple(cell for i, cell in enumerate(row) if i not in where)] += count
    return found


def cell_reason(i: int, missing: Iterable[Row], extra: Iterable[Row]) -> str:
    """Return why rows that agree but for column *i* differ there, '' when there is no simple reason."""
    rest = {row[:i] + row[i + 1 :]: row[i] for row in extra}
    pairs = [(rest[key], row[i]) for row in missing if (key := row[:i] + row[i + 1 :]) in rest]
    words = {pair_reason(mine, wanted) for mine, wanted in pairs}
    return words.pop() if len(words) == 1 else ""


def pair_reason(have: Any, want: Any) -> str:
    """
    Return why one value was given for another.

    >>> pair_reason(0.0, None), pair_reason(None, 0.0), pair_reason(66.0, 66.7), pair_reason(5.0, 7.0)
    ('0 where NULL is wanted', 'NULL where 0 is wanted', 'off by rounding', '')
    """
    if have is None or want is None:
        other = want if have is None else have
        if other == 0:
            return "NULL where 0 is wanted" if have is None else "0 where NULL is wanted"
        return "NULL where a value is wanted" if have is None else ""
    if isinstance(have, float) and isinstance(want, float):
        return "off by rounding" if is_rounded(have, want) else ""
    if isinstance(have, str) and isinstance(want, str) and have.strip().lower() == want.strip().lower():
        return "off by capitals or blanks"
    return ""


def is_rounded(have: float, want: float) -> bool:
    """
    Say whether one value is the other with fewer decimals, or differs by one in the last that both have.

    >>> is_rounded(66.0, 66.7), is_rounded(66.6, 66.7), is_rounded(66.3, 66.7)
    (True, True, False)
    """
    decimals = min(decimals_of(have), decimals_of(want))
    apart = abs(have - want)
    return apart < 1 if decimals == 0 else apart <= 10.0**-decimals + TINY


def decimals_of(value: float) -> int:
    """Return how many decimals *value* has, to the sixth."""
    return next(
        (many for many in range(MOST_DECIMALS) if abs(round(value, many) - value) < TINY), MOST_DECIMALS
    )
