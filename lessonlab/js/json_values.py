"""A value of Python's as JavaScript has it."""

from __future__ import annotations

import json
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from lessonlab.errors import ConfigError


def as_json(name: str, value: Any) -> str:
    """
    Return *value* as JSON; a moment becomes a Date, a result of `%sql` a list of objects.

    >>> as_json("a", [1, Decimal("4.5"), None])
    '[1, 4.5, null]'
    >>> as_json("a", datetime(2024, 1, 15, 9))
    '{"$date": "2024-01-15T09:00:00"}'
    >>> as_json("a", {1})
    Traceback (most recent call last):
    lessonlab.errors.ConfigError: 'a' is a Python set, which JavaScript has no value for
    next: give it a number, a text, a moment, a list or a dict
    """
    keys = getattr(value, "field_names", None)
    if keys is not None:
        value = [dict(zip(keys, row, strict=True)) for row in value]

    def plain(part: Any) -> Any:
        if isinstance(part, (datetime, date)):
            return {"$date": part.isoformat()}
        if isinstance(part, Decimal):
            return float(part)
        if isinstance(part, UUID):
            return str(part)
        raise ConfigError(
            f"{name!r} is a Python {type(part).__name__}, which JavaScript has no value for",
            cure="give it a number, a text, a moment, a list or a dict",
        )

    return json.dumps(value, default=plain)
