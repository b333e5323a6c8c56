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


def by_key(root: Path | None = None) -> dict[str, Path]:
    """Return the folders of all exercises by key: who asks for many names looks for them once."""
    return {_key(path): path for path in folders(root)}


def find(name: str, root: Path | None = None) -> Exercise:
    """Return the exercise called *name*: `06-02`, `6-2`, its folder's name, a path into it."""
    known = by_key(root)
    key = key_of(name, known)
    if not key:
        raise UnknownName("which exercise? say its number, such as 06-02", cure="lessonlab exercise list")
    if key not in known:
        near = [other for other in known if other[:2] == key[:2]]
        have = f", chapter {key[:2]} has {', '.join(near)}" if near else ""
        said = _bare(name)
        raise UnknownName(f"there is no exercise {said!r}{have}", cure="lessonlab exercise list")
    return read_exercise(known[key])


def key_of(name: str, known: dict[str, Path] | None = None) -> str:
    """
    Return the key of the exercise called *name*, in whichever way it is written; *name* where there is none.

    >>> [key_of(name) for name in ("6-2", "06.02", "'06 02'", "x/02_name_the_code", "nothing")]
    ['06-02', '06-02', '06-02', '06-02', 'nothing']
    """
    name = _bare(name)
    if wanted := KEY.fullmatch(name):
        return f"{int(wanted[1]):02}-{int(wanted[2]):02}"
    return _named(name, by_key() if known is None else known)


def _bare(name: str) -> str:
    return str(name).strip().strip("'\"").strip()  # %%answer "06-02", lab.hint(6)


def _key(path: Path) -> str:
    return f"{path.parent.name[:2]}-{path.name[:2]}"


def _named(name: str, known: dict[str, Path]) -> str:
    """Return the key of the exercise whose folder is in *name*."""
    parts = re.split(r"[/\\]", name)
    return next((key for key, path in known.items() if path.name in parts), name)
