"""
No word before its box: what a page must have explained when it uses a term.

A box is one line of a page, `> **TERM** says what it is.`  The terms are data, `course/glossary.toml`; the
lab's members and the magics are terms too, and are given by whoever knows the lab.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from importlib import resources
from typing import TYPE_CHECKING

from lessonlab.authoring.exercise_places import ANSWER
from lessonlab.authoring.shown_text import text_of
from lessonlab.errors import ContentError
from lessonlab.grading import library

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from nbformat import NotebookNode

BOX = re.compile(r"^> \*\*(?P<term>[^*\n]+)\*\*(?P<text>[,:]? \S.*)$", re.MULTILINE)
NEXT = re.compile(r"^\W*\*\*Next\..*", re.MULTILINE | re.DOTALL)  # names what is still to come
KEYS = {"used": list, "outputs": bool, "before": dict}
GLOSSARY = "00b_glossary"


@dataclass(frozen=True, slots=True)
class Term:
    """A word to be explained, and what tells that a page uses it."""

    name: str
    used: tuple[re.Pattern[str], ...]
    outputs: bool = False
    before: Mapping[str, str] = field(default_factory=dict)

    def found(self, text: str) -> bool:
        """Say whether *text* uses the term."""
        return any(pattern.search(text) for pattern in self.used)


@dataclass(frozen=True, slots=True)
class Explained:
    """Where a page explains a term, in one line; *text* is what follows it, with a comma or colon."""

    term: str
    text: str
    page: str
    cell: str


def load_terms() -> dict[str, Term]:
    """Return the terms of the course by name."""
    return parse_terms((resources.files("lessonlab.course") / "glossary.toml").read_text(encoding="utf-8"))


def parse_terms(text: str) -> dict[str, Term]:
    """Return the terms that *text* describes; `ContentError` says what is wrong with one."""
    try:
        given = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _broken(f"is not TOML: {error}") from None
    return {name: _term(name, entry) for name, entry in given.items()}


def _term(name: str, entry: object) -> Term:
    if not isinstance(entry, dict) or not entry.get("used"):
        raise _broken(f"has {name!r} without used = ['a pattern']")
    for key, value in entry.items():
        if not isinstance(value, KEYS.get(key, ())):
            raise _broken(f"has {key} = {value!r} for {name!r}; its head explains each key")
    try:
        used = tuple(re.compile(pattern) for pattern in entry["used"])
    except re.error as error:
        raise _broken(f"has a pattern for {name!r} that is none: {error}") from None
    return Term(name, used, entry.get("outputs", False), entry.get("before", {}))


def boxes(name: str, nb: NotebookNode) -> list[Explained]:
    """Return the boxes of a page, in order."""
    return [box for cell in nb.cells for box in boxes_of(name, cell)]


def boxes_of(name: str, cell: NotebookNode) -> Iterator[Explained]:
    """Yield the boxes of a cell."""
    for match in BOX.finditer(cell.source) if cell.cell_type == "markdown" else ():
        yield Explained(match["term"].replace("`", ""), match["text"], name, cell.id)


def check_words(pages: Mapping[str, NotebookNode], terms: Iterable[Term]) -> Iterator[tuple[str, str]]:
    """Yield each page that uses a term before any box explained it, and what to do; *pages* in order."""
    terms = list(terms)
    explained: set[str] = set()
    for name, nb in pages.items():
        told: set[str] = set()
        for cell in nb.cells[1:]:  # the head says what will be learned
            explained |= {box.term.casefold() for box in boxes_of(name, cell)}
            texts = [] if name == GLOSSARY else [*_texts(cell)]
            for term in terms:
                word = term.name.casefold()
                if word in explained or word in told or name in term.before:
                    continue
                if any(term.found(text) for text, printed in texts if term.outputs or not printed):
                    told.add(word)
                    yield name, _unexplained(name, cell.id, term.name)


def _unexplained(name: str, cell: str, term: str) -> str:
    return (
        f"cell {cell!r} of {name} uses {term}, and no box explains it before: "
        f"put a line '> **{term}** …' into this page, or into one before it"
    )


def check_boxes(pages: Mapping[str, NotebookNode], terms: Iterable[Term]) -> Iterator[tuple[str, str]]:
    """Yield each page with a box that no term has, or with two of one term, and what to do."""
    known = {term.name.casefold() for term in terms}
    for name, nb in pages.items():
        seen: set[str] = set()
        for box in boxes(name, nb):
            if box.term.casefold() not in known:
                yield name, f"cell {box.cell!r} of {name} explains {box.term!r}: put it into glossary.toml"
            if box.term.casefold() in seen:
                yield name, f"{name} explains {box.term} twice: keep the first box"
            seen.add(box.term.casefold())


def _texts(cell: NotebookNode) -> Iterator[tuple[str, bool]]:
    """Yield what a reader meets in a cell: its text, an answer that it asks for, and what it *printed*."""
    if cell.cell_type == "markdown":
        yield NEXT.sub("", BOX.sub("", cell.source)), False
        return
    yield cell.source, False
    if answer := ANSWER.match(cell.source):
        exercise = library.find(answer[1])
        yield f"{exercise.question}\n{exercise.solution.text}", False
    for output in cell.outputs:
        yield text_of(output), True


def _broken(what: str) -> ContentError:
    return ContentError(f"glossary.toml {what}", cure="mend lessonlab/course/glossary.toml")
