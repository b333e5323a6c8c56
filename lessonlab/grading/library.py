"""The exercises of the course: found by key, by name or by chapter."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from lessonlab import content
from lessonlab.errors import ContentError, UnknownName
from lessonlab.grading.exercise import Exercise, read_exercise

if TYPE_CHECKING:
    from pathlib import Path

KEY = re.compile(r"(\d{1,2})[-_ .](\d{1,2})")


def folders(root: Path | None = None) -> list[Path]:
    """Return the folders of all exercises in the order of the course."""
    root = root or content.folder("exercises")
    return sorted(path.parent for path in root.glob("*/*/exercise.md"))


def exercises(chapter: int | None = None, root: Path | None = None) -> list[Exercise]:
    """Return the exercises of *chapter*, or all; two with one key are an error."""
    found = [read_exercise(path) for path in folders(root) if chapter in (None, int(path.parent.name[:2]))]
    for one, other in itertools.pairwise(found):
        if one.key == other.key:
            raise ContentError(
                f"two exercises are {one.key}: {one.name!r} and {other.name!r}", cure="renumber one"
            )
    return found


def keys(root: Path | None = None) -> list[str]:
    """Return the keys of all exercises."""
    return [_key(path) for path in folders(root)]


def find(name: str, root: Path | None = None) -> Exercise:
    """Return the exercise called *name*: `06-02`, `6-2`, its folder's name, a path into it."""
    known = {_key(path): path for path in folders(root)}
    wanted = KEY.fullmatch(name.strip())
    key = f"{int(wanted[1]):02}-{int(wanted[2]):02}" if wanted else _named(name, known)
    if key not in known:
        near = [other for other in known if other[:2] == key[:2]]
        have = f", chapter {key[:2]} has {', '.join(near)}" if near else ""
        raise UnknownName(f"there is no exercise {name!r}{have}", cure="lessonlab exercise list")
    return read_exercise(known[key])


def _key(path: Path) -> str:
    return f"{path.parent.name[:2]}-{path.name[:2]}"


def _named(name: str, known: dict[str, Path]) -> str:
    """Return the key of the exercise whose folder is in *name*."""
    parts = re.split(r"[/\\]", name.strip())
    return next((key for key, path in known.items() if path.name in parts), name)
