"""Which claims the notebooks show, read from their code without running it."""

from __future__ import annotations

import ast
import json
import re
from typing import TYPE_CHECKING

from lessonlab.course.chapters import chapters
from lessonlab.course.claims import load_claims

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

MAGIC = re.compile(r"^([ \t]*)(?:[\w, ]+=[ \t]*)?[%!].*$", re.MULTILINE)  # %sql …, rows = %sql …, !ls


def shown_claims(notebook_sources: Iterable[str]) -> set[str]:
    """
    Return the ids that code cells show by `lab.claim("G001")` or `lab.claims({"G001": …})`.

    >>> sorted(shown_claims(['lab.claim("G001")', 'lab.claims({"G002": {}})', "%%sql\\nSELECT 1"]))
    ['G001', 'G002']
    """
    return {name for source in notebook_sources for name in _named(source)}


def chapter_claims(folder: Path) -> dict[str, set[str]]:
    """Return the ids shown by the notebooks of *folder*, by the two digits of their chapter."""
    shown: dict[str, set[str]] = {}
    for chapter in chapters(folder):
        found = shown_claims(code_cells(folder / chapter.filename))
        shown.setdefault(f"{chapter.number:02}", set()).update(found)
    return shown


def missing_claims(folder: Path) -> dict[str, list[str]]:
    """Return the claims that notebooks of *folder* owe, by chapter; one without a notebook owes none."""
    claims = load_claims().values()
    owed = {
        chapter: [claim.id for claim in claims if claim.chapter == chapter and claim.id not in shown]
        for chapter, shown in chapter_claims(folder).items()
    }
    return {chapter: names for chapter, names in owed.items() if names}


def code_cells(path: Path) -> list[str]:
    """Return the sources of the code cells of the notebook at *path*."""
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]


def _named(source: str) -> Iterator[str]:
    """Yield the ids in the claim calls of one cell; a cell magic, or what is not Python, has none."""
    if source.lstrip().startswith("%%"):
        return
    try:
        tree = ast.parse(MAGIC.sub(r"\1pass", source))
    except SyntaxError:
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args:
            yield from _ids(node.func.attr, node.args[0])


def _ids(called: str, first: ast.expr) -> Iterator[str]:
    """Yield the ids in the *first* argument of a method *called* claim or claims."""
    named: list[ast.expr | None] = [first] if called == "claim" else []
    if called == "claims" and isinstance(first, ast.Dict):
        named = first.keys
    yield from (key.value for key in named if isinstance(key, ast.Constant) and isinstance(key.value, str))
