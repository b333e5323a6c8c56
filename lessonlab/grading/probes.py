"""
What an answer is probed with: blocks of SQL, each under a line that says what must come of it, and a
comment that explains the mistake of whoever fails it.

    --@ refused 23514: a negative time
    -- Nothing keeps the time from being negative.
    INSERT INTO lesson_progress …;
"""

from __future__ import annotations

import re
import uuid
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from lessonlab.errors import ContentError
from lessonlab.postgres.scan import tokens

if TYPE_CHECKING:
    import random
    from collections.abc import Mapping

VERBS = {
    "do": "",  # must work; what it did stays
    "accepted": "",  # must work; it is taken back
    "refused": r"[0-9A-Z]{5}(?: or [0-9A-Z]{5})*",  # must fail with one of these codes
    "true": "",  # a query that gives one true, in one transaction with what stands before it; taken back
    "same": "",  # a query that gives afterwards what it gave before the answer
    "held": "",  # concurrency: what a third session locks until both have gone as far as they can
    "rows": "",  # a query that gives what it gives after the solution
    "pages": r"< *[0-9]+",  # a statement that reads fewer pages than this
    "value": r"\w+",  # predict: the truth called so is what this query gives
    "sqlstate": r"\w+",  # predict: the truth called so is the code that this fails with, or 00000
    "steps": r"\w+",  # predict: the truth called so is the first column of this query, in order
}
CURE = "lessonlab exercise --help"
HEAD = re.compile(
    r"^--@ *(?P<verb>\w+) *(?P<argument>[^:\n]*?) *: *(?P<label>[^\n]*)\n?(?P<why>(?:-- [^\n]*(?:\n|\Z))*)",
    re.MULTILINE,
)
BETWEEN = re.compile(r"int_(\d+)_(\d+)_\w+")
WORDS = ("joins", "keys", "views", "grid", "basics", "loops", "html", "css3", "web", "sql", "sets", "intro")
SENTENCE = "Ünïcode, it''s 100 % {} & more: what 1 of {} means (part {})"
FIRST_DAY = datetime(2021, 1, 1, tzinfo=UTC)
DAYS = 1_500


@dataclass(frozen=True, slots=True)
class Probe:
    """One block: *verb* says how to judge, *label* what is tried, *why* what is wrong when it fails."""

    verb: str
    argument: str
    label: str
    text: str
    why: str = ""

    @property
    def codes(self) -> tuple[str, ...]:
        """Return the SQLSTATEs that it must be refused with."""
        return tuple(self.argument.split(" or "))

    @property
    def limit(self) -> int:
        """Return how many pages are too many."""
        return int(self.argument.lstrip("< "))


def parse_probes(
    text: str, where: str = "", verbs: Mapping[str, str] = VERBS, cure: str = CURE
) -> tuple[Probe, ...]:
    """
    Return the probes of a file; *verbs* are those it may use, each with what may stand behind it.

    >>> parse_probes("--@ refused 23514: below zero\\n-- No rule.\\nSELECT 1;\\n")
    (Probe(verb='refused', argument='23514', label='below zero', text='SELECT 1;', why='No rule.'),)
    """
    heads = list(HEAD.finditer(text))
    if text.count("--@") != len(heads):
        raise ContentError(f"{where}: a line is not `--@ VERB: what is tried`", cure=cure)
    ends = [*(head.start() for head in heads[1:]), len(text)][: len(heads)]
    found = []
    for head, end in zip(heads, ends, strict=True):
        verb, argument = head["verb"], head["argument"]
        if verb not in verbs or not re.fullmatch(verbs[verb], argument):
            raise ContentError(f"{where}: {head[0]!r}; want {', '.join(verbs)} as described", cure=cure)
        why = " ".join(line.removeprefix("-- ").strip() for line in head["why"].splitlines())
        found.append(Probe(verb, argument, head["label"], text[head.end() : end].strip(), why))
    return tuple(found)


class Values:
    """
    What stands for `:uuid_…`, `:int_…`, `:score_…`, `:text_…`, `:slug_…`, `:words_…` and `:time_…` in one
    run: drawn anew each time, so that nobody can know it.  No two are the same, but those between two bounds.

    >>> from random import Random
    >>> values = Values(Random(1))
    >>> values.fill("SELECT :int_a = :int_a") == f"SELECT {values['int_a']} = {values['int_a']}"
    True
    >>> 3 <= int(values["int_3_5_seats"]) <= 5
    True
    """

    def __init__(self, source: random.Random) -> None:
        self._source = source
        self._drawn: dict[str, str] = {}

    def __getitem__(self, name: str) -> str:
        kind, _, rest = name.partition("_")
        if kind == "quoted":
            return f"'{self['name_' + rest]}'"
        if name not in self._drawn:
            draw = DRAWN[kind]
            drawn = draw(self._source, name)
            while drawn in self._drawn.values() and not BETWEEN.fullmatch(name):
                drawn = draw(self._source, name)
            self._drawn[name] = drawn
        return self._drawn[name]

    def fill(self, text: str) -> str:
        """Return *text* with the values in place of their names."""
        return "".join(self[name] if name else piece for name, piece in pieces(text))


@lru_cache(maxsize=1024)  # of all probes of an exercise, which are filled anew for each answer
def pieces(text: str) -> tuple[tuple[str, str], ...]:
    """
    Return the pieces of *text*, each with the name of the value that stands for it, or ''.

    >>> pieces("SELECT :int_a::text")[2:4]
    (('int_a', ':int_a'), ('', '::'))
    """
    return tuple(
        (token.text[1:] if token.kind == "name" and is_drawn(token.text[1:]) else "", token.text)
        for token in tokens(text)
    )


def is_drawn(name: str) -> bool:
    """Say whether a value of this *name* is drawn."""
    return name.partition("_")[0] in (*DRAWN, "quoted")


def draw_uuid(source: random.Random, _: str) -> str:
    """Draw a UUID."""
    return f"'{uuid.UUID(int=source.getrandbits(128), version=4)}'::uuid"


def draw_int(source: random.Random, name: str) -> str:
    """Draw a whole number: between 3 and 5 for `int_3_5_…`, else one of at least four digits."""
    bounds = BETWEEN.fullmatch(name)
    return str(source.randint(*map(int, bounds.groups())) if bounds else source.randint(1_000, 999_999))


def draw_score(source: random.Random, _: str) -> str:
    """Draw a whole number that is a score, and neither 0 nor 100."""
    return str(source.randint(1, 99))


def draw_text(source: random.Random, _: str) -> str:
    """Draw a short text that is nobody else's."""
    return f"'lesson-{source.getrandbits(32):08x}'"


def draw_name(source: random.Random, _: str) -> str:
    """Draw what a table or a constraint can be called; `:quoted_…` is the same name as a text."""
    return f"{source.choice(WORDS)}_{source.getrandbits(32):08x}"


def draw_slug(source: random.Random, _: str) -> str:
    """Draw a slug as they are: words, hyphens, digits, some 30 to 40 letters."""
    return f"'{'-'.join(source.sample(WORDS, 5))}-{source.getrandbits(32):08x}'"


def draw_words(source: random.Random, _: str) -> str:
    """Draw a sentence of some 80 letters, with capitals, marks, and letters that are not English."""
    return "'" + SENTENCE.format(*("-".join(source.sample(WORDS, 2)) for _ in range(3))) + "'"


def draw_time(source: random.Random, _: str) -> str:
    """Draw a moment of the past years."""
    days = timedelta(days=source.randrange(DAYS), seconds=source.randrange(86_400))
    return f"'{FIRST_DAY + days:%Y-%m-%d %H:%M:%S}+00'::timestamptz"


DRAWN = {
    "uuid": draw_uuid,
    "int": draw_int,
    "score": draw_score,
    "text": draw_text,
    "name": draw_name,
    "slug": draw_slug,
    "words": draw_words,
    "time": draw_time,
}
