"""What a page takes from the package: public names alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lessonlab.public_names import PLACES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nbformat import NotebookNode

PUBLIC = ", ".join(sorted(PLACES))
INNER = re.compile(r"(?:from|import)\s+lessonlab\.\w+|\blessonlab\.\w+\.\w+")
TAKEN = re.compile(r"^\s*from lessonlab import (.+)$", re.MULTILINE)


def check_imports(name: str, nb: NotebookNode) -> Iterator[str]:
    """A page takes public names alone: readers keep copies, and inner paths must be free to move."""
    for cell in (one for one in nb.cells if one.cell_type == "code"):
        inner = INNER.search(cell.source)
        if inner:
            yield f"cell {cell.id!r} of {name} names {inner[0].strip()!r}: from lessonlab import {PUBLIC}"
        for names in TAKEN.findall(cell.source):
            unknown = set(re.findall(r"\w+", names.partition("#")[0])) - set(PLACES)
            if unknown:
                yield f"cell {cell.id!r} of {name} imports {', '.join(sorted(unknown))}: there is {PUBLIC}"
