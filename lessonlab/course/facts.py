"""
Facts: what a cell measured, held against what it must be, and as a reader sees it.

The head of `claims.toml` has the rules in words.
"""

from __future__ import annotations

import operator
import re
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeGuard

from lessonlab.varying import Varying

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

ACCEPTED, NULL = (
    "accepted",
    "NULL",
)  # what None stands for: a statement not refused, a value that is not there
SQLSTATE = re.compile(r"[0-9A-Z]{5}")
BOUND = re.compile(r"(>=|<=|>|<) *(-?\d+(?:\.\d+)?)")
OPERATORS: Mapping[str, Callable[[float, float], bool]] = MappingProxyType(
    {">=": operator.ge, "<=": operator.le, ">": operator.gt, "<": operator.lt}
)


def agree(want: object, have: object) -> bool:
    """
    Say whether the fact *have* is what *want* demands.

    >>> agree(66.7, Decimal("66.6667")), agree(">= 3", Varying(4.2, "×")), agree(1, True)
    (True, True, False)
    """
    if have is None:
        return want in {ACCEPTED, NULL}
    have = have.value if isinstance(have, Varying) else have
    if isinstance(want, bool) or isinstance(have, bool):
        return want is have
    if isinstance(want, tuple):
        return isinstance(have, list | tuple) and len(want) == len(have) and all(map(agree, want, have))
    if isinstance(want, str):
        bound = BOUND.fullmatch(want)
        return want == str(have) if bound is None else is_number(have) and _is_within(bound, float(have))
    return is_number(want) and is_number(have) and _rounds_to(have, want)


def show(fact: object, want: object = None) -> str:
    """
    Return *fact* as a reader sees it; `None` is "accepted" where *want* speaks of a statement, else "NULL".

    >>> [show(fact) for fact in (True, 1000000, Decimal("42.50"), (1, 3), Varying(2.236, "×"))]
    ['yes', '1,000,000', '42.5', '1, 3', '⟨2.2 ×⟩']
    """
    if fact is None:
        spoken = isinstance(want, str) and (want == ACCEPTED or SQLSTATE.fullmatch(want))
        return ACCEPTED if spoken else NULL
    if isinstance(fact, bool):
        return "yes" if fact else "no"
    if isinstance(fact, int):
        return f"{fact:,}"
    if isinstance(fact, float | Decimal):
        return f"{fact:,.2f}".rstrip("0").rstrip(".")
    if isinstance(fact, list | tuple):
        return ", ".join(map(show, fact))
    return str(fact)


def is_number(value: object) -> TypeGuard[int | float | Decimal]:
    """Say whether *value* is a number; true and false are ones to Python, and judged before."""
    return isinstance(value, int | float | Decimal)


def _is_within(bound: re.Match[str], value: float) -> bool:
    return OPERATORS[bound[1]](value, float(bound[2]))


def _rounds_to(have: float | Decimal, want: float | Decimal) -> bool:
    """Say whether *have* is *want* to the decimals that *want* is written with."""
    if isinstance(want, int):
        return bool(have == want)
    decimals = len(repr(float(want)).partition(".")[2])
    return (
        abs(float(have) - float(want)) <= 0.5 / 10.0**decimals + 1e-9
    )  # 1e-9: binary fractions are not exact
