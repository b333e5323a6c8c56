"""What stands before the cursor of a cell: whether it is SQL, which word is begun, which tables are named."""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lessonlab.magics.aliases import aliases
from lessonlab.magics.as_meant import CELL_MAGICS, GOES_ON
from lessonlab.magics.derived import Derived, derived
from lessonlab.postgres.names import spoken
from lessonlab.postgres.scan import Statement, split, tokens
from lessonlab.postgres.tips import shape_of

if TYPE_CHECKING:
    from collections.abc import Iterator

CELL = re.compile(rf"\A\s*(?:(?:#|--)[^\n]*\n\s*)*%%({CELL_MAGICS})\b([^\n]*)\n?")
LINE = re.compile(r"^\s*(?:[\w, ]+=\s*)?%sql\b(.*)$")
WORD = re.compile(r"""(?P<sign>::|:|@)?(?:(?P<of>\w+|"(?:[^"]|"")+")\.)?(?P<word>\w*)$""")
TABLE = re.compile(
    r"(?:\b(?:from|join|update|into|table|references|only|truncate|view)\s+|\\d\+?\s+)$", re.IGNORECASE
)
LISTED = re.compile(
    r"""\bfrom\s+(?:[\w."]+(?:\s+(?:as\s+)?\w+)?\s*,\s*)+$""", re.IGNORECASE
)  # the last of several
INDEX = re.compile(r"\bindex\s+(?:if\s+exists\s+|concurrently\s+)*$", re.IGNORECASE)
MADE = re.compile(
    r"(?:\bwith\s+(?:recursive\s+)?|\)\s*,\s*)(\w+)(?:\s*\([\w\s,]*\))?\s+as\s+(?:\w+\s+)*\(", re.IGNORECASE
)
SIGNS = {":": "value", "::": "type", "@": "actor"}
ASKED = re.compile(r"(--\w+|\w+)[ =](?:[^\s=]*,)?$")  # what the word is a value of
TAKING = {"--load": "value", "--persist": "value", "--with": "value", "--needs": "need"}
TAKING |= {"without": "index", "hiding": "index"}
UNFINISHED = frozenset({"string", "comment", "identifier"})


@dataclass(frozen=True, slots=True)
class Typed:
    """
    The *word* that is begun, in a *place*: sql, value, type, exercise, option, need, index, actor or nothing.

    *aliases* are the tables of the statement, each schema and name, under the names that it gives them;
    *made* are those of its WITH, *derived* all that it makes for itself.  *magic* is the cell's.
    """

    place: str
    word: str
    magic: str = "sql"
    qualifier: str = ""
    wants_table: bool = False
    aliases: dict[str, tuple[str, str]] = field(default_factory=dict)
    made: tuple[str, ...] = ()
    derived: tuple[Derived, ...] = ()


def read_typed(text: str, line: int, column: int) -> Typed | None:
    """
    Return what is typed before the cursor in *line* and *column* of a cell, `None` where that is Python's.

    >>> read_typed("%%sql\\nSELECT p. FROM lesson_progress p", 1, 9).aliases
    {'p': ('', 'lesson_progress')}
    >>> read_typed("%%answer 06-", 0, 12).place, read_typed("x = 1", 0, 5)
    ('exercise', None)
    """
    lines = text.split("\n")
    cursor = sum(len(one) + 1 for one in lines[:line]) + column
    if cell := CELL.match(text):
        start, end = cell.span(2)
        if start < cursor <= end:
            return of_the_line(cell[1], text[start:], cursor - start)
        if cursor <= start:
            return None
        return in_sql(text[end:], cursor - end) if cell[1] != "js" else nothing(text[:cursor])
    first = LINE.match(lines[0])
    if first and len(lines) > 1 and GOES_ON.match(lines[1]) and cursor > first.start(1):
        return of_the_line("sql", text[first.start(1) :], cursor - first.start(1))
    one = LINE.match(lines[line])
    return of_the_line("sql", one[1], column - one.start(1)) if one and column > one.start(1) else None


def of_the_line(magic: str, text: str, cursor: int) -> Typed | None:
    """Return what is begun at *cursor* behind a magic; *text* goes on below its line where that is SQL."""
    before = text[:cursor]
    word = re.split(r"[\s=,]", before)[-1]
    left = before[: len(before) - len(word)]
    asked = ASKED.search(left)
    taken = asked[1] if asked else ""
    if word.startswith("@"):
        return Typed("actor", word[1:])
    if taken == "--file":
        return None  # IPython knows the files
    if place := TAKING.get(taken):
        return Typed(place, word, magic)
    if magic == "answer":
        return Typed("nothing" if left.strip() else "exercise", word)
    return in_sql(text, cursor) if magic == "sql" and word[:1] != "-" else Typed("option", word, magic)


def nothing(before: str) -> Typed:
    """Return that there is nothing to offer, of Python neither, for the word at the end of *before*."""
    return Typed("nothing", re.findall(r"\w*$", before)[0])


def in_sql(text: str, cursor: int) -> Typed:
    """Return what is begun at *cursor* in SQL, also in the body of a function."""
    before = text[:cursor]
    last = next(iter(deque(tokens(before), maxlen=1)), None)
    head, quoted = before, ""
    if last and last.kind == "dollar":
        mark = last.text[: last.text.index("$", 1) + 1]
        start, end = last.start + len(mark), text.find(mark, cursor)
        is_over = last.text.endswith(mark) and len(last.text) > len(mark)
        return nothing(before) if is_over else in_sql(text[start : end if end > 0 else None], cursor - start)
    if last and last.kind == "identifier" and not last.text[1:].endswith('"'):
        head, quoted = before[: last.start], last.text
    elif last and last.kind in UNFINISHED and not last.text.endswith("\n"):
        return nothing(before)
    found = WORD.search(head)
    if found is None:  # it fits anywhere: this is for those who check types
        return nothing(before)
    word = quoted or found["word"]
    if found["sign"]:
        return Typed(SIGNS[found["sign"]], word)
    left = shape_of(head[: found.start()])
    if INDEX.search(left):
        return Typed("index", word)
    text, cursor = before[: cursor - len(word)] + text[cursor:], cursor - len(word)  # a quote in it is open
    here = (one for one in split(text) if one.start <= cursor <= one.start + len(one.text) + 1)
    one = next(here, Statement(text, 0))
    own = tuple(derived(one.text))
    return Typed(
        "sql",
        word,
        qualifier=spoken(found["of"] or ""),
        wants_table=bool(TABLE.search(left) or LISTED.search(left)),
        aliases={made.name: ("", made.name) for made in own}
        | dict(seen_from(cursor - one.start, one.text, own)),
        made=tuple(MADE.findall(shape_of(one.text).lower())),
        derived=own,
    )


def seen_from(cursor: int, statement: str, own: tuple[Derived, ...]) -> Iterator[tuple[str, tuple[str, str]]]:
    """Return the tables of *statement* that are seen at *cursor*: none of a query in which that is not."""
    for one in own:
        start, end = one.body.start, one.body.stop
        if not start <= cursor <= end:
            statement = statement[:start] + " " * (end - start) + statement[end:]
    return aliases(statement)
