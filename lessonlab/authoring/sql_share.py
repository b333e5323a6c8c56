"""
How much of a page is SQL: what a reader of this course reads and types.

A cell is SQL, Python, or counts as neither: JavaScript of the guide, and the table of verdicts.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from nbformat import NotebookNode

SQL_CELL = re.compile(r"%%(sql|explain|expect_error|race|answer)\b")
SQL_LINE = re.compile(r"(?:[\w, ]+=\s*)?%sql\b")
NEITHER = re.compile(r"%%js\b|%claims\b")
LEAST = 0.6  # of the code cells of a page
LEAST_WITH_REASON = 0.5
LEAST_OF_ALL = 0.5  # of the code cells of all pages together
HELD = frozenset((*range(15), *range(17, 23)))  # the chapters whose subject is SQL; others are Python's too


def kind(source: str) -> str:
    r"""
    Return what a code cell is: `sql`, `python`, or `neither`.

    >>> [kind(s) for s in ("%%sql @ben\nSELECT 1", "x = %sql SELECT 1", "%claims G001", "x = 1")]
    ['sql', 'sql', 'neither', 'python']
    """
    if SQL_CELL.match(source):
        return "sql"
    if NEITHER.match(source):
        return "neither"
    lines = [line for line in source.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    return "sql" if lines and all(SQL_LINE.match(line) for line in lines) else "python"


def counted(pages: Iterable[NotebookNode]) -> tuple[int, int]:
    """Return how many code cells of *pages* are SQL, and how many are SQL or Python."""
    kinds = [kind(cell.source) for nb in pages for cell in nb.cells if cell.cell_type == "code"]
    return kinds.count("sql"), len(kinds) - kinds.count("neither")


def check_share(name: str, nb: NotebookNode, least: float = LEAST) -> Iterator[str]:
    """At least *least* of a page's code cells are SQL, where SQL is the chapter's subject."""
    sql, cells = counted([nb])
    if int(name[:2]) in HELD and sql < least * cells:
        yield (
            f"{sql} of {cells} code cells of {name} are SQL, expected {least:.0%}: "
            "put a statement into a %%sql cell, or join Python cells"
        )


def check_share_of_all(pages: Iterable[NotebookNode]) -> Iterator[str]:
    """At least half of the code cells of the whole course are SQL."""
    sql, cells = counted(pages)
    if sql < LEAST_OF_ALL * cells:
        yield (
            f"{sql} of {cells} code cells of the course are SQL, expected {LEAST_OF_ALL:.0%}: "
            "put statements into %%sql cells"
        )
