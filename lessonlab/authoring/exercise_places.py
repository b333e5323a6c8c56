"""Where exercises stand: each in one page of its chapter, directly under its topic."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from nbformat import NotebookNode

ANSWER = re.compile(r"%%answer\s+(\d\d-\d\d)\b")
ASKED = re.compile(r"""\blab\.exercise\(\s*["'](\d\d-\d\d)["']""")


def placed(nb: NotebookNode) -> list[str]:
    """Return the keys of the exercises that a page has an answer's cell for, in order."""
    found = [ANSWER.match(cell.source) for cell in nb.cells if cell.cell_type == "code"]
    return [match[1] for match in found if match]


def check_asked(name: str, nb: NotebookNode) -> Iterator[str]:
    """The cell before an answer's asks its question, and its number is the chapter's."""
    before = ""
    for cell in nb.cells:
        match = ANSWER.match(cell.source) if cell.cell_type == "code" else None
        if match and match[1][:2] != name[:2]:
            yield f"{name} has exercise {match[1]}: put it into a page of chapter {match[1][:2]}"
        elif match and ASKED.findall(before) != [match[1]]:
            yield f'cell {cell.id!r} of {name} was not asked: put lab.exercise("{match[1]}") before it'
        before = cell.source if cell.cell_type == "code" else before


def check_under_topic(name: str, nb: NotebookNode) -> Iterator[str]:
    """Exercises stand under their topics: two or more do not all come after everything else."""
    code = [cell.source for cell in nb.cells if cell.cell_type == "code"]
    own = [i for i, text in enumerate(code) if not (ANSWER.match(text) or ASKED.search(text))]
    answers = [i for i, text in enumerate(code) if ANSWER.match(text)]
    if len(answers) > 1 and own and answers[0] > own[-1]:
        yield f"the {len(answers)} exercises of {name} all stand at its end: put each under its topic"


def check_places(pages: Mapping[str, NotebookNode], keys: Iterable[str]) -> Iterator[str]:
    """Each exercise stands in exactly one page."""
    for key in keys:
        where = [name for name, nb in pages.items() for one in placed(nb) if one == key]
        if len(where) != 1:
            have = " and ".join(where) or "no page"
            yield f"exercise {key} stands in {have}, expected one page of chapter {key[:2]}"
