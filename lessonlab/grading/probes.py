"""
What an answer is probed with: blocks of SQL, each under a line that says what must come of it.

    --@ refused 23514: a negative time
    INSERT INTO lesson_progress …;
"""

from __future__ import annotations

import re
import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lessonlab.errors import ContentError
from lessonlab.postgres.scan import tokens

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator

VERBS = {
    "do": "",  # must work; what it did stays
    "accepted": "",  # must work; it is taken back
    "refused": r"[0-9A-Z]{5}(?:\|[0-9A-Z]{5})*",  # must fail with one of these codes
    "true": "",  # a query that gives one true
    "rows": "",  # a query that gives what it gives after the solution
    "pages": r"< *[0-9]+",  # a statement that reads fewer pages than this
    "value": r"\w+",  # predict: the truth called so is what this query gives
    "sqlstate": r"\w+",  # predict: the truth called so is the code that this fails with, or 00000
    "steps": r"\w+",  # predict: the truth called so is the first column of this query, in order
}
HEAD = re.compile(r"^--@ *(?P<verb>\w+) *(?P<argument>[^:\n]*?) *: *(?P<label>[^\n]*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Probe:
    """One block: *verb* says how to judge, *label* says to a student what is tried."""

    verb: str
    argument: str
    label: str
    text: str

    @property
    def codes(self) -> tuple[str, ...]:
        """Return the SQLSTATEs that it must be refused with."""
        return tuple(self.argument.split("|"))

    @property
    def limit(self) -> int:
        """Return how many pages are too many."""
        return int(self.argument.lstrip("< "))


def parse_probes(text: str, where: str = "") -> tuple[Probe, ...]:
    """
    Return the probes of a file.

    >>> parse_probes("--@ refused 23514: below zero\\nSELECT 1;\\n")
    (Probe(verb='refused', argument='23514', label='below zero', text='SELECT 1;'),)
    """
    heads = list(HEAD.finditer(text))
    if text.count("--@") != len(heads):
        raise ContentError(f"{where}: a line of probe.sql is not `--@ VERB: what is tried`", cure=CURE)
    ends = [*(head.start() for head in heads[1:]), len(text)][: len(heads)]
    found = []
    for head, end in zip(heads, ends, strict=True):
        verb, argument = head["verb"], head["argument"]
        if verb not in VERBS or not re.fullmatch(VERBS[verb], argument):
            raise ContentError(f"{where}: {head[0]!r}; want {', '.join(VERBS)} as described", cure=CURE)
        found.append(Probe(verb, argument, head["label"], text[head.end() : end].strip()))
    return tuple(found)


CURE = "lessonlab exercise --help"


class Values:
    """
    What stands for `:uuid_…`, `:int_…` and `:text_…` in one run: drawn anew each time, so that nobody can
    know it.

    >>> from random import Random
    >>> values = Values(Random(1))
    >>> values.fill("SELECT :int_a = :int_a") == f"SELECT {values['int_a']} = {values['int_a']}"
    True
    """

    def __init__(self, source: random.Random) -> None:
        self._source = source
        self._drawn: dict[str, str] = {}

    def __getitem__(self, name: str) -> str:
        if name not in self._drawn:
            self._drawn[name] = self._draw(name.partition("_")[0])
        return self._drawn[name]

    def fill(self, text: str) -> str:
        """Return *text* with the values in place of their names."""
        return "".join(self._pieces(text))

    def _pieces(self, text: str) -> Iterator[str]:
        for token in tokens(text):
            known = token.kind == "name" and token.text[1:].partition("_")[0] in ("uuid", "int", "text")
            yield self[token.text[1:]] if known else token.text

    def _draw(self, kind: str) -> str:
        if kind == "uuid":
            return f"'{uuid.UUID(int=self._source.getrandbits(128), version=4)}'::uuid"
        if kind == "int":
            return str(self._source.randint(1_000, 999_999))
        return f"'lesson-{self._source.getrandbits(32):08x}'"
