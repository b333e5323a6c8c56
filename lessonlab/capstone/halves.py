"""A rule of two parts, with one part left out: a test of the other notices nothing."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from lessonlab.postgres.scan import tokens

if TYPE_CHECKING:
    from collections.abc import Iterator


def without_one(condition: str) -> Iterator[tuple[str, str]]:
    """
    Yield each part of a *condition* that the server wrote and that AND joins, and what is left without it.

    >>> list(without_one("((mark >= 0) AND (mark <= 100))"))
    [('(mark >= 0)', '(mark <= 100)'), ('(mark <= 100)', '(mark >= 0)')]
    >>> list(without_one("((mark IS NULL) OR ((mark > 0) AND (mark < 9)))"))
    []
    """
    parts = joined(condition)
    if len(parts) > 1:
        for i, part in enumerate(parts):
            yield part, " AND ".join([*parts[:i], *parts[i + 1 :]])


def joined(condition: str) -> list[str]:
    """
    Return the parts that AND joins one level below the brackets around a *condition*.

    >>> joined("((a > 0) AND (b = ' AND ') AND (c < 9))")
    ['(a > 0)', "(b = ' AND ')", '(c < 9)']
    """
    depth, cuts = 0, [1]
    for token in tokens(condition):
        depth += {"(": 1, ")": -1}.get(token.text, 0)
        if depth == 1 and token.kind == "word" and token.text == "AND":
            cuts += [token.start, token.end]
    edges = [*cuts, len(condition) - 1]
    return [condition[start:end].strip() for start, end in list(pairwise(edges))[::2]]
