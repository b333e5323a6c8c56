"""The parts that a design has to play, and the file in which a student says by which table and column."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from lessonlab.errors import ConfigError
from lessonlab.grading.submissions import CAPSTONE as FILE

if TYPE_CHECKING:
    from collections.abc import Mapping

CURE = "lessonlab capstone --new DIR makes one to compare it with"


@dataclass(frozen=True, slots=True)
class Part:
    """One part: its own *columns*, and by which column it *refers* to which other part; *later* come more."""

    name: str
    columns: tuple[str, ...]
    refers: Mapping[str, str]
    later: tuple[str, ...] = ()


GIVEN: Mapping[str, str] = MappingProxyType({"learner": "users", "course": "courses"})  # are there already
PARTS: Mapping[str, Part] = MappingProxyType(
    {
        part.name: part
        for part in (
            Part("quiz", ("title", "pass_mark", "tries"), MappingProxyType({"course": "course"})),
            Part(
                "question", ("place", "wording", "points"), MappingProxyType({"quiz": "quiz"}), ("withdrawn",)
            ),
            Part(
                "attempt",
                ("number", "started", "handed_in"),
                MappingProxyType({"learner": "learner", "quiz": "quiz"}),
                ("device",),
            ),
            Part(
                "answer",
                ("points",),
                MappingProxyType({"attempt": "attempt", "question": "question"}),
            ),
        )
    }
)


@dataclass(frozen=True, slots=True)
class Casting:
    """By which *table* a part is played, and by which of its *columns* each column and reference is."""

    table: str
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def parse_parts(text: str, path: object = FILE) -> Mapping[str, Casting]:
    """
    Return who plays which part.

    >>> parse_parts('[quiz]\\ntable = "quiz"')  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    ...
    lessonlab.errors.ConfigError: parts.toml: [quiz] does not say which column plays 'title'
    next: ...
    """
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise wrong(path, f"it is not TOML: {error}") from None
    for name in tables:
        if name not in PARTS:
            raise wrong(path, f"there is no part {name!r}, have {', '.join(PARTS)}")
    return MappingProxyType({name: parse_part(part, tables.get(name), path) for name, part in PARTS.items()})


def parse_part(part: Part, table: Any, path: object) -> Casting:
    """Return who plays *part*."""
    if not isinstance(table, dict):
        raise wrong(path, f"[{part.name}] is missing: every part has a table")
    wanted = ("table", *part.columns, *part.refers)
    for key in wanted:
        if key not in table:
            said = "table plays it" if key == "table" else f"column plays {key!r}"
            raise wrong(path, f"[{part.name}] does not say which {said}")
    found: dict[str, tuple[str, ...]] = {}
    for key, value in table.items():
        names = value if isinstance(value, list) else [value]
        if key not in (*wanted, *part.later):
            raise wrong(path, f"[{part.name}] has no {key!r}, want {', '.join((*wanted, *part.later))}")
        if not names or not all(isinstance(name, str) and name for name in names):
            want = "a table's name" if key == "table" else "a column's name, or a list of names"
            raise wrong(path, f"[{part.name}] {key}: want {want}")
        if len(names) > 1 and key not in part.refers:
            raise wrong(path, f"[{part.name}] {key}: one column plays it, have {len(names)}")
        found[key] = tuple(names)
    return Casting(found.pop("table")[0], MappingProxyType(found))


def wrong(path: object, said: str) -> ConfigError:
    """Return the error of a file that cannot be used."""
    return ConfigError(f"{path}: {said}", cure=CURE)
