"""A Python value as psql would show it."""

from __future__ import annotations

import json
import re
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


def text_of(value: Any) -> str | None:
    """
    Return *value* as it is shown in a table, `None` for NULL.

    >>> [text_of(v) for v in (True, 1.50, None, {"a": [1]}, ["x", None], b"hi")]
    ['true', '1.5', None, '{"a": [1]}', '{x,NULL}', '\\\\x6869']
    """
    if value is None:
        return None
    for kinds, write in WRITERS:
        if isinstance(value, kinds):
            return write(value)
    return str(value)


def array(items: list[Any]) -> str:
    """
    Return a list as an array; a list that holds objects came out of JSON and is shown as JSON.

    >>> array([1, [2, 3]]), array([{"a": 1}])
    ('{1,{2,3}}', '[{"a": 1}]')
    """
    if any(isinstance(item, dict) for item in items):
        return as_json(items)
    return "{" + ",".join("NULL" if item is None else str(text_of(item)) for item in items) + "}"


def moment(value: datetime | time) -> str:
    """
    Return a time stamp with no more digits than it needs.

    >>> from datetime import UTC
    >>> moment(datetime(2026, 3, 1, 9, 5, 0, 250000, tzinfo=UTC))
    '2026-03-01 09:05:00.25+00'
    """
    text = value.isoformat(sep=" ") if isinstance(value, datetime) else value.isoformat()
    text = re.sub(r"(\.\d*?)0+(?=[+-]|$)", r"\1", text)
    return re.sub(r"([+-]\d\d):00$", r"\1", text)


def interval(value: timedelta) -> str:
    """
    Return a span of time.

    >>> interval(timedelta(days=1, minutes=90)), interval(timedelta(0)), interval(timedelta(seconds=-90))
    ('1 day 01:30:00', '00:00:00', '-00:01:30')
    """
    whole = abs(value) if value < timedelta(0) else value
    sign = "-" if value < timedelta(0) else ""
    minutes, seconds = divmod(whole.seconds, 60)
    fraction = f".{whole.microseconds:06}".rstrip("0").rstrip(".")
    clock = f"{sign}{minutes // 60:02}:{minutes % 60:02}:{seconds:02}{fraction}"
    if not whole.days:
        return clock
    days = f"{sign}{whole.days} day{'' if whole.days == 1 else 's'}"
    return days if clock.lstrip("-") == "00:00:00" else f"{days} {clock}"


def words(value: bool) -> str:  # noqa: FBT001 - it is the value
    """Return a boolean as SQL writes it."""
    return "true" if value else "false"


def as_json(value: Any) -> str:
    """Return *value* as jsonb shows itself."""
    return json.dumps(value, ensure_ascii=False, default=str)


WRITERS: tuple[tuple[type | tuple[type, ...], Callable[[Any], str]], ...] = (
    (bool, words),
    (dict, as_json),
    (list, array),
    ((datetime, time), moment),
    (timedelta, interval),
    (bytes, lambda value: rf"\x{value.hex()}"),
)


def is_missing(value: object) -> bool:
    """
    Say whether *value* is a NULL: Python's, or what pandas has in its place, which is not loaded for this.

    >>> is_missing(None), is_missing(0), is_missing(float("nan"))
    (True, False, False)
    """
    return value is None or type(value).__name__ in {"NAType", "NaTType"}
