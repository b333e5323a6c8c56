"""What a student hands in, and what a stage has at hand to judge it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lessonlab.capstone.parts import parse_parts
from lessonlab.grading.submissions import CAPSTONE, FoundFile, kind_of, read_text

if TYPE_CHECKING:
    import random
    from collections.abc import Mapping

    from lessonlab.capstone.design import Design
    from lessonlab.capstone.parts import Casting
    from lessonlab.grading.ground import Ground
    from lessonlab.grading.stages import Stage

FOLDERS = ("questions", "change")


@dataclass(frozen=True, slots=True)
class Submission:
    """A folder that a student hands in: who plays which part, and its scripts by name."""

    folder: Path
    played: Mapping[str, Casting]
    scripts: Mapping[str, str]

    def some(self, pattern: str) -> dict[str, str]:
        """Return the scripts whose names match *pattern*, in order."""
        return {name: text for name, text in sorted(self.scripts.items()) if Path(name).match(pattern)}


def read_submission(folder: Path) -> Submission:
    """Return what *folder* hands in; raise `ConfigError` where a file of it cannot be read."""
    scripts = {}
    for below in (folder, *(folder / name for name in FOLDERS)):
        found = sorted(below.glob("*.sql")) if kind_of(below) == "a folder" else []
        for path in found:
            scripts[path.relative_to(folder).as_posix()] = read_text(FoundFile(path, no_file=kind_of(path)))
    parts = folder / CAPSTONE
    return Submission(
        folder, parse_parts(read_text(FoundFile(parts, no_file=kind_of(parts))), parts), scripts
    )


@dataclass(slots=True)
class StageWork:
    """What a stage has at hand: the *ground*, a *stage* with the student's schema, and its *design*."""

    ground: Ground
    stage: Stage
    submission: Submission
    design: Design
    source: random.Random
    scale: float
