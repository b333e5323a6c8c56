"""What each page holds, as the course delivers it: its cells of code in order, its exercises among them."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from lessonlab import content
from lessonlab.course.chapters import Chapter, Heading, chapters, parse_heading

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

ANSWER = re.compile(r"%%answer\s+(\d\d-\d\d)\b")
HEAD_CELLS = 3  # of text: a heading stands in the first of them


@dataclass(frozen=True, slots=True)
class PageOutline:
    """
    A page: *cells* are the ids of its cells of code, *exercises* the cells that answers are written in.

    >>> page = PageOutline(Chapter(6, "constraints"), Heading("Break", 35), ("setup", "answer-06-01"))
    >>> page.name, page.number("answer-06-01"), page.number("a cell of the reader's own")
    ('06_constraints', 2, None)
    """

    chapter: Chapter
    heading: Heading
    cells: tuple[str, ...] = ()
    exercises: Mapping[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """Return the page's name, which is what its lesson is called in the reader's record."""
        return self.chapter.name

    def number(self, cell: str) -> int | None:
        """Return which of the cells of code *cell* is, counted from 1; `None` for one that is not ours."""
        return self.cells.index(cell) + 1 if cell in self.cells else None


def outline() -> tuple[PageOutline, ...]:
    """Return the pages of the course in order."""
    return _outline(content.folder("notebooks"))


def find_page(name: str) -> PageOutline | None:
    """Return the page called *name*: `06_constraints`; `None` where the course has none."""
    return next((page for page in outline() if page.name == name), None)


def page_of(key: str) -> PageOutline | None:
    """Return the page in which the exercise *key* stands, `None` where it stands in none."""
    return next((page for page in outline() if key in page.exercises), None)


@cache
def _outline(folder: Path) -> tuple[PageOutline, ...]:
    return tuple(read_page(chapter, folder / chapter.filename) for chapter in chapters(folder))


def read_page(chapter: Chapter, path: Path) -> PageOutline:
    """Return what the notebook at *path* holds; of what is no notebook, its name alone."""
    try:
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        told = [
            (cell["cell_type"], str(cell.get("id", "")), "".join(cell["source"]))
            for cell in cells
            if cell["cell_type"] in ("code", "markdown")
        ]
    except (OSError, ValueError, KeyError, TypeError):
        return PageOutline(chapter, Heading(title=path.stem, minutes=None))
    texts = [source for kind, _, source in told if kind == "markdown"]
    code = [(id_, source) for kind, id_, source in told if kind == "code"]
    asked = [(match[1], id_) for id_, source in code if (match := ANSWER.match(source))]
    return PageOutline(
        chapter,
        parse_heading("\n\n".join(texts[:HEAD_CELLS])),
        tuple(id_ for id_, _ in code),
        dict(asked),
    )
