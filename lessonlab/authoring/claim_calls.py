"""Which claims the notebooks show, read from their code without running it."""

from __future__ import annotations

import ast
import json
import re
from typing import TYPE_CHECKING

from lessonlab.course.chapters import chapters, needed_sizes
from lessonlab.course.claim_names import claim_ids
from lessonlab.course.claims import load_claims
from lessonlab.postgres.needs import read_needs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

CLAIMS = re.compile(r"^[ \t]*%claims[ \t]+(\S.*)$", re.MULTILINE)
MAGIC = re.compile(r"^([ \t]*)(?:[\w, ]+=[ \t]*)?[%!].*$", re.MULTILINE)  # %sql …, rows = %sql …, !ls


def shown_claims(notebook_sources: Iterable[str]) -> set[str]:
    """
    Return the ids that code cells show by `lab.claim("G001")`, `lab.claim({"G001": …})` or `%claims G001`.

    >>> sorted(shown_claims(['lab.claim("G001")', 'lab.claim({"G002": {}})', "%claims G004–G006"]))
    ['G001', 'G002', 'G004', 'G005', 'G006']
    """
    return {name for source in notebook_sources for name in _named(source)}


def chapter_claims(folder: Path) -> dict[str, set[str]]:
    """Return the ids shown by the notebooks of *folder*, by the two digits of their chapter."""
    shown: dict[str, set[str]] = {}
    for chapter in chapters(folder):
        found = shown_claims(code_cells(folder / chapter.filename))
        shown.setdefault(f"{chapter.number:02}", set()).update(found)
    return shown


def claim_sizes(folder: Path) -> dict[str, set[str]]:
    """Return the sizes of the classes in which the notebooks of *folder* show each claim of their chapter."""
    claims, sizes = load_claims(), dict[str, set[str]]()
    for chapter in chapters(folder):
        path = folder / chapter.filename
        for name in shown_claims(code_cells(path)):
            if name in claims and claims[name].chapter == f"{chapter.number:02}":
                sizes.setdefault(name, set()).update(needed_sizes(path))
    return sizes


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
    for line in CLAIMS.findall(source):
        yield from claim_ids(read_needs(line)[0])
    try:
        tree = ast.parse(MAGIC.sub(r"\1pass", source))
    except SyntaxError:
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args:
            yield from _ids(node.func.attr, node.args[0])


def _ids(called: str, first: ast.expr) -> Iterator[str]:
    """Yield the ids in the *first* argument of a method *called* claim: one, or the keys of a family."""
    if called != "claim":
        return
    named: list[ast.expr | None] = [*first.keys] if isinstance(first, ast.Dict) else [first]
    yield from (key.value for key in named if isinstance(key, ast.Constant) and isinstance(key.value, str))
