"""
Beats of the time tracker: what a page sends, checked, handed on and answered.

A page sends a beat again until it has an answer, under the same name.  Whoever records beats adds each name
once, so that a beat may come twice, late, or after a later one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from lessonlab.errors import ConfigError, LessonLabError

DAY = 86_400  # seconds; a page makes several beats of more
CURE = "run the tracker's cell again"

Record = Callable[[UUID, int], int]


@dataclass(frozen=True, slots=True)
class Beat:
    """*seconds* of a reader's time, to be added once under the name *operation*."""

    operation: UUID
    seconds: int


def read(content: object) -> Beat:
    """
    Return the beat that a page sent as *content*; raise `ConfigError` where it is none.

    >>> read({"id": "6f1c0c3e-0b0a-4c55-9b0e-3d5f3f0c7a11", "seconds": 30}).seconds
    30
    """
    if not isinstance(content, Mapping):
        raise ConfigError(f"a beat is a {type(content).__name__}: want an object", cure=CURE)
    return Beat(_read_name(content.get("id")), _read_seconds(content.get("seconds")))


def _read_name(name: object) -> UUID:
    try:
        return UUID(name if isinstance(name, str) else "")
    except ValueError:
        raise ConfigError(f"a beat is called {_brief(name)}: want a uuid", cure=CURE) from None


def _read_seconds(seconds: object) -> int:
    if isinstance(seconds, bool) or not isinstance(seconds, int):
        raise ConfigError(f"a beat has {_brief(seconds)} seconds: want a whole number", cure=CURE)
    if not 1 <= seconds <= DAY:
        raise ConfigError(f"a beat has {_brief(seconds)} seconds: want 1 to {DAY:,}", cure=CURE)
    return seconds


def _brief(value: object) -> str:
    """Return *value* as Python writes it, not more than a line of it."""
    text = repr(value)
    return text if len(text) <= 40 else f"{text[:39]}…"  # noqa: PLR2004 - a line


def answer(content: object, record: Record) -> tuple[dict[str, Any], int | None]:
    """
    Record the beat in *content*; return the answer for the page, and the seconds that the row has now.

    A beat that is refused is answered with the reason, and the page keeps it.
    """
    name = content.get("id") if isinstance(content, Mapping) else None
    try:
        beat = read(content)
        seconds = record(beat.operation, beat.seconds)
    except LessonLabError as error:
        return {"kind": "refused", "id": name, "message": str(error).replace("\n", "; ")}, None
    return {"kind": "recorded", "id": name}, seconds
