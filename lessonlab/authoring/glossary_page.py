"""The glossary, a page that is made from the boxes of the others: a word, its line, and where it stands."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from lessonlab.authoring.glossary import GLOSSARY, Explained, boxes
from lessonlab.authoring.normal_form import dump, load
from lessonlab.course.chapters import chapters
from lessonlab.public_names import PLACES

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from nbformat import NotebookNode

WORDS, TYPED = "words", "typed"  # the ids of the cells that are made
HEADS = {
    WORDS: "## Words of SQL, and of PostgreSQL",
    TYPED: "## What you type: magics, members of `lab`, names that a page imports",
}
TYPED_BY = ("lab.", "%")


def first_boxes(folder: Path) -> dict[str, Explained]:
    """Return the first box of each term in the pages of *folder*."""
    found: dict[str, Explained] = {}
    for chapter in chapters(folder):
        nb = load((folder / chapter.filename).read_text(encoding="utf-8"))
        for box in boxes(chapter.name, nb):
            found.setdefault(box.term.casefold(), box)
    return found


def with_words(nb: NotebookNode, found: Iterable[Explained]) -> NotebookNode:
    """Return the glossary *nb* with a line for each box, in the cells that hold them."""
    nb = deepcopy(nb)
    lines: dict[str, list[str]] = {WORDS: [], TYPED: []}
    for box in sorted(found, key=lambda box: box.term.lstrip("%").removeprefix("lab.").casefold()):
        typed = box.term.startswith(TYPED_BY) or box.term in PLACES
        lines[TYPED if typed else WORDS].append(_line(box, typed=typed))
    for cell in nb.cells:
        if cell.id in HEADS:
            cell.source = "\n".join([HEADS[cell.id], "", *lines[cell.id]]).rstrip()
    return nb


def write_glossary(folder: Path) -> bool:
    """Bring the glossary in *folder* up to date, and say whether it changed; nothing where there is none."""
    path = folder / f"{GLOSSARY}.ipynb"
    if not path.exists():
        return False
    before = path.read_text(encoding="utf-8")
    after = dump(with_words(load(before), first_boxes(folder).values()))
    if after != before:
        path.write_text(after, encoding="utf-8", newline="\n")
    return after != before


def _line(box: Explained, *, typed: bool) -> str:
    """
    Return a box as a line of the glossary, with a link to its cell as JupyterLab finds it.

    >>> _line(Explained("FILTER", " counts some rows.", "03_x", "some"), typed=False)
    '- **FILTER** counts some rows. **[03](03_x.ipynb#cell-id=some)**'
    """
    term = f"`{box.term}`" if typed else box.term
    key = box.page.partition("_")[0]
    return f"- **{term}**{box.text} **[{key}]({box.page}.ipynb#cell-id={box.cell})**"
