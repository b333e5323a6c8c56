"""The types of parameters and columns: what Python value a parameter becomes, what dtype a column."""

from __future__ import annotations

import re
from datetime import timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING, Any
from uuid import UUID

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

DTYPES: Mapping[str, str] = MappingProxyType(
    {
        "uuid": "string",
        "text": "string",
        "integer": "Int64",
        "bigint": "Int64",
        "numeric": "Float64",
        "double precision": "Float64",
        "boolean": "boolean",
        "date": "datetime64[s]",
        "timestamptz": "datetime64[us, UTC]",
        "interval": "timedelta64[us]",
    }
)
TYPES = frozenset(DTYPES)
SPAN = re.compile(r"(\d+(?:\.\d+)?) ?(second|minute|hour|day|week)s?")
SMALLEST, LARGEST = -(2**31), 2**31 - 1


def read(kind: str, value: Any) -> Any:
    """
    Return *value* as what PostgreSQL's type *kind* takes; raise `ValueError` or `TypeError` when it is none.

    >>> read("interval", "30 days"), read("integer", "4"), read("integer", 4)
    (datetime.timedelta(days=30), 4, 4)
    """
    return READERS[kind](value)


def to_uuid(value: Any) -> UUID:
    """Return an id, also one written as text."""
    if isinstance(value, UUID):
        return value
    if not isinstance(value, str):
        raise TypeError(value)
    return UUID(value)


def to_text(value: Any) -> str:
    """Return text as it is."""
    if not isinstance(value, str):
        raise TypeError(value)
    return str(value)


def to_integer(value: Any) -> int:
    """Return a whole number; true and false are none."""
    if hasattr(value, "item"):  # NumPy's
        value = value.item()
    if isinstance(value, str) and re.fullmatch(r"-?\d+", value):
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int) or not SMALLEST <= value <= LARGEST:
        raise ValueError(value)
    return value


def to_interval(value: Any) -> timedelta:
    """
    Return a span of time, also one written out.

    >>> to_interval("1.5 hours")
    datetime.timedelta(seconds=5400)
    """
    if isinstance(value, timedelta):
        return value
    found = SPAN.fullmatch(value.strip()) if isinstance(value, str) else None
    if found is None:
        raise ValueError(value)
    return timedelta(**{f"{found[2]}s": float(found[1])})


READERS: Mapping[str, Callable[[Any], Any]] = MappingProxyType(
    {"uuid": to_uuid, "text": to_text, "integer": to_integer, "interval": to_interval}
)
