"""The course's list of contents, as a table in a notebook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lessonlab import content
from lessonlab.course.chapters import chapters, read_heading
from lessonlab.show.tables import Table

if TYPE_CHECKING:
    from pathlib import Path


def contents(folder: Path | None = None) -> Table:
    """Return the notebooks of *folder*, the course's own if `None`: number, title, minutes of both kinds."""
    folder = folder or content.folder("notebooks")
    found = [(chapter.key, read_heading(folder / chapter.filename)) for chapter in chapters(folder)]
    rows = [(key, head.title, head.minutes or "", head.exercise_minutes or "") for key, head in found]
    names = ("no.", "notebook", "minutes", "exercises")
    return Table(names, rows, unit="notebook", numeric=frozenset({2, 3}), limit=None)
