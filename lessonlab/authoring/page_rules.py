"""
What a notebook of the course must be: one function a rule, each yielding what breaks it.

Most faults are cured by `lessonlab normalise NAME`, which re-runs the notebook and stores the normal form;
the rest are the author's to cure, and the message says how.
"""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from lessonlab.authoring.displays import shows
from lessonlab.authoring.minutes import check_minutes
from lessonlab.authoring.next_link import check_next
from lessonlab.authoring.normal_form import METADATA, dump, is_slug, normal
from lessonlab.authoring.page_imports import check_imports
from lessonlab.authoring.shown_text import html_of, text_of, without_fences
from lessonlab.authoring.sql_share import kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from nbformat import NotebookNode

    Rule = Callable[[str, NotebookNode], Iterator[str]]

CELLS = range(20, 61)  # one statement a cell: what was 40 cells of up to 15 lines
EXERCISES = ("exercise-", "exercises", "answer-")  # how the ids of their cells begin
SHORT = ("00_start_here", "00b_glossary", "24_what_you_can_do")  # a door, a list of words, a farewell
CODE_LINES = 15
SQL_LINES = 20  # a table of thirteen columns stands whole
CODE_WIDTH = 96  # characters: what a page of 1280 px shows without scrolling
RAISES = "raises-exception"
UNSEEN_TAGS = ("nbval-skip", "nbval-ignore-output")  # would hide a cell from the comparison
UNSEEN = re.compile(r"NBVAL_(SKIP|IGNORE_OUTPUT)|PYTEST_VALIDATE_IGNORE_OUTPUT")
SETUP = re.compile(r"\blessonlab\.open\(")
OWN_SETUP = re.compile(r"""\blessonlab\.open\(\s*["'](?P<name>[^"']*)["']""")
PICTURES = ("image/png", "image/jpeg", "image/svg+xml")
IMG = re.compile(r"<img\b[^>]*>", re.IGNORECASE)
IMG_ALT = re.compile(r"""\balt=(?:"[^"]*\w[^"]*"|'[^']*\w[^']*')""", re.IGNORECASE)
MARKDOWN_IMAGE = re.compile(r"!\[([^\]]*)\]\(")
MACHINE = re.compile(
    r"/(?:tmp|home|root|Users|work|var|private)/[\w.]|[A-Z]:\\\\?[A-Z]|site-packages|\bat 0x[0-9a-f]{4,}"
)


def _code(nb: NotebookNode) -> list[NotebookNode]:
    return [cell for cell in nb.cells if cell.cell_type == "code"]


def _markdown(nb: NotebookNode) -> list[NotebookNode]:
    return [cell for cell in nb.cells if cell.cell_type == "markdown"]


def _tags(cell: NotebookNode) -> Sequence[str]:
    tags: Sequence[str] = cell.metadata.get("tags", ())
    return tags


def _rerun(name: str) -> str:
    return f"lessonlab normalise {name}"


def check_metadata(name: str, nb: NotebookNode) -> Iterator[str]:
    """The notebook's metadata names the kernel and the language, a cell's only tags."""
    if nb.metadata != METADATA:
        yield f"the notebook's metadata says more or less than the kernel: {_rerun(name)}"
    for cell in nb.cells:
        if set(cell.metadata) - {"tags"} or cell.metadata.get("tags") == []:
            yield f"cell {cell.id!r} has metadata besides tags: {_rerun(name)}"


def check_tags(name: str, nb: NotebookNode) -> Iterator[str]:
    """No cell hides from the comparison of outputs."""
    for cell in nb.cells:
        hidden = set(_tags(cell)) & set(UNSEEN_TAGS) or UNSEEN.search(cell.source)
        if hidden:
            yield f"cell {cell.id!r} of {name} is not compared: put what varies between ⟨ and ⟩ instead"


def check_ids(name: str, nb: NotebookNode) -> Iterator[str]:
    """Ids are slugs, each once."""
    seen: set[str] = set()
    for cell in nb.cells:
        if not is_slug(cell.id) or cell.id in seen:
            yield f"id {cell.id!r} is not a slug of its own: {_rerun(name)}"
        seen.add(cell.id)


def check_counts(name: str, nb: NotebookNode) -> Iterator[str]:
    """Execution counts run from 1, in cells and outputs: nbval compares nothing in a cell without one."""
    for count, cell in enumerate(_code(nb), start=1):
        results = [output for output in cell.outputs if output.output_type == "execute_result"]
        counts = [cell.execution_count, *(output.execution_count for output in results)]
        if set(counts) != {count}:
            yield f"cell {cell.id!r} is counted {counts}, expected {count}: {_rerun(name)}"


def check_sources(name: str, nb: NotebookNode) -> Iterator[str]:
    """No cell is empty or ends in blank lines."""
    for cell in nb.cells:
        if not cell.source.strip():
            yield f"cell {cell.id!r} of {name} is empty: remove it"
        elif cell.source != cell.source.rstrip():
            yield f"cell {cell.id!r} ends in blank lines: {_rerun(name)}"


def check_length(name: str, nb: NotebookNode) -> Iterator[str]:
    """A chapter has 20 to 60 cells beside its exercises, a code cell at most 15 lines, 20 of SQL."""
    least = 1 if name in SHORT else CELLS.start
    own = [cell for cell in nb.cells if not cell.id.startswith(EXERCISES)]
    if not least <= len(own) < CELLS.stop:
        yield f"{name} has {len(own)} cells, expected {least} to {CELLS.stop - 1}: add, split or join some"
    for cell in _code(nb):
        lines = len(cell.source.splitlines())
        most = SQL_LINES if kind(cell.source) == "sql" else CODE_LINES
        if lines > most:
            yield f"cell {cell.id!r} of {name} has {lines} lines, expected at most {most}: split it"


def check_width(name: str, nb: NotebookNode) -> Iterator[str]:
    """Code lines of at most 96 characters, or they run out of the editor."""
    for cell in _code(nb):
        if any(len(line) > CODE_WIDTH for line in cell.source.splitlines()):
            yield f"cell {cell.id!r} of {name} has lines of over {CODE_WIDTH} characters: break them"


def check_title(name: str, nb: NotebookNode) -> Iterator[str]:
    """The first line is the only H1."""
    headings = [
        (cell.id, line)
        for cell in _markdown(nb)
        for line in without_fences(cell.source).splitlines()
        if line.startswith("# ")
    ]
    if not nb.cells or not nb.cells[0].source.startswith("# ") or nb.cells[0].cell_type != "markdown":
        yield f"{name} does not begin with a title: put '# …' on the first line"
    elif len(headings) != 1:
        yield f"{name} has {len(headings)} titles, expected one: make {headings[-1][1]!r} a '## …'"


def check_setup(name: str, nb: NotebookNode) -> Iterator[str]:
    """Exactly one cell opens the lab, by the notebook's own name, before any other code runs."""
    openings = [cell for cell in _code(nb) if SETUP.search(cell.source)]
    if len(openings) != 1:
        yield f"{name} has {len(openings)} cells with lessonlab.open(, expected one"
    for cell in openings:
        match = OWN_SETUP.search(cell.source)
        if match is None or match["name"] != name:
            yield f"cell {cell.id!r} opens another chapter: lessonlab.open({name!r}"
    if openings and openings[0] is not _code(nb)[0]:
        yield f"cell {openings[0].id!r} of {name} is not the first code cell: move it up"


def check_streams(name: str, nb: NotebookNode) -> Iterator[str]:
    """Neighbouring pieces of one stream are one output."""
    for cell in _code(nb):
        kinds = [(output.output_type, output.get("name")) for output in cell.outputs]
        for before, after in itertools.pairwise(kinds):
            if before == after and after[0] == "stream":
                yield f"cell {cell.id!r} holds {after[1]} in pieces: {_rerun(name)}"


def check_shown(name: str, nb: NotebookNode) -> Iterator[str]:
    """A cell that shows something has its output stored."""
    for cell in _code(nb):
        if shows(cell.source) and not cell.outputs:
            yield f"cell {cell.id!r} shows something, and no output is stored: {_rerun(name)}"


def check_errors(name: str, nb: NotebookNode) -> Iterator[str]:
    """An error is stored where a cell is tagged for it, and only there."""
    for cell in _code(nb):
        failed = any(output.output_type == "error" for output in cell.outputs)
        if failed and RAISES not in _tags(cell):
            yield f"cell {cell.id!r} of {name} stores an error: cure it, or tag the cell {RAISES}"
        if not failed and RAISES in _tags(cell):
            yield f"{cell.id!r} of {name} is tagged {RAISES} and stores no error: untag it or make it fail"


def check_alt(name: str, nb: NotebookNode) -> Iterator[str]:
    """Every picture says in words what it shows."""
    for cell in _markdown(nb):
        text = without_fences(cell.source)
        bare = any(not alt.strip() for alt in MARKDOWN_IMAGE.findall(text))
        if bare or any(not IMG_ALT.search(img) for img in IMG.findall(text)):
            yield f"cell {cell.id!r} of {name} has a picture without alt text: ![what it shows](…)"
    for cell in _code(nb):
        for output in cell.outputs:
            pictures = [mime for mime in PICTURES if mime in output.get("data", {})]
            images = IMG.findall(html_of(output))
            described = output.get("metadata", {})
            if any(not described.get(mime, {}).get("alt") for mime in pictures) or any(
                not IMG_ALT.search(img) for img in images
            ):
                yield f"cell {cell.id!r} of {name} shows a picture without alt text: lab.picture(…, alt=…)"


def check_machine(name: str, nb: NotebookNode) -> Iterator[str]:
    """Nothing stored tells where the author's files or objects lie."""
    for cell in _code(nb):
        for output in cell.outputs:
            match = MACHINE.search(text_of(output))
            if match:
                yield f"cell {cell.id!r} of {name} shows {match[0]!r}, which differs by machine: show less"


def check_form(name: str, nb: NotebookNode) -> Iterator[str]:
    """Whatever no other rule names: the notebook is exactly its normal form."""
    if dump(nb) != dump(normal(nb)):
        yield f"{name} is not in the normal form: {_rerun(name)}"


RULES: tuple[Rule, ...] = (
    check_imports,
    check_metadata,
    check_tags,
    check_ids,
    check_counts,
    check_sources,
    check_length,
    check_width,
    check_title,
    check_setup,
    check_streams,
    check_shown,
    check_errors,
    check_alt,
    check_machine,
    check_minutes,
    check_next,
    check_form,
)


def broken(name: str, nb: NotebookNode) -> list[str]:
    """Return what breaks any rule in the notebook *nb* of the chapter *name*."""
    return [message for rule in RULES for message in rule(name, nb)]
