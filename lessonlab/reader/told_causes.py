"""What differs in an answer, as it is told: its cause first and once, in lines that find room on any page."""

from __future__ import annotations

import re
from dataclasses import replace
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from lessonlab.grading.surroundings import NOTHING
from lessonlab.grading.verdict import Difference, State, Verdict
from lessonlab.postgres.names import near_name
from lessonlab.postgres.scan import tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from psycopg import Connection

IN_FULL = 3  # differences that are told with their statement
INDENT = "  "
MISSING = "missing"
FIRST = 6  # of many things that fail for one cause are named
SERVER_SAID = re.compile(r"(?P<said>.* \(SQLSTATE (?P<code>\w{5})\))(?P<want>, want .*)?")
NOT_THERE = frozenset({"42P01", "42703", "42883", "42704", "3F000"})  # a table, a column, a function, a type
NAME = re.compile(r'"([^"]+)"')
LINE = re.compile(r"(LINE \d+: (?:\.\.\.)?)(.*)")
CODE = re.compile(r"`([^`]+)`")
WRAP = "white-space:pre-wrap;overflow-wrap:anywhere"
CODE_LINES = f"margin:2px 0;padding:0 0 0 6px;{WRAP};line-height:1.35;text-align:left"


def causes(found: Sequence[Difference]) -> tuple[Difference, ...]:
    """
    Return what differs with one entry for one cause, and first what the others follow from.

    >>> gone = 'column "score" does not exist (SQLSTATE 42703)'
    >>> print(*causes([Difference("not so", f"a\\n{gone}"), Difference("refused", f"b\\n{gone}, want 1")]))
    missing: column "score" does not exist (SQLSTATE 42703)
    2 things cannot be tried without it: a; b
    >>> print(*causes([Difference("missing", "line c")]))
    missing: line c
    """
    groups: dict[tuple[str, str], list[Difference]] = {}
    for one in found:
        groups.setdefault(cause_of(one), []).append(one)
    first = [
        one
        for (word, said), group in groups.items()
        if word == MISSING and said
        for one in told_once(MISSING, group)
    ]
    nothing = [one for one in found if one.word == NOTHING]
    others = [
        one
        for (word, said), group in groups.items()
        if word != NOTHING and not (word == MISSING and said)
        for one in (told_once(word, group) if said and len(group) > 1 else group)
    ]
    if nothing and others:
        others = [Difference(others[0].word, f"{counted(len(others))} for that: {labels(others)}")]
    return (*first, *nothing, *others)


def cause_of(one: Difference) -> tuple[str, str]:
    """Return what an entry is grouped by: its word, and what the server said, '' where it said nothing."""
    second = one.text.splitlines()[1:2]
    said = SERVER_SAID.fullmatch(second[0]) if second else None
    if said is None:
        return one.word, ""
    if said["code"] in NOT_THERE:
        name = NAME.search(said["said"])
        return MISSING, f"{said['code']} {name[1] if name else said['said']}"
    return one.word, said["said"]


def told_once(word: str, group: Sequence[Difference]) -> Iterator[Difference]:
    """Yield one entry for a *group* of one cause."""
    said = SERVER_SAID.fullmatch(group[0].text.splitlines()[1])
    cause = said["said"] if said else ""
    why = f"{things(len(group))} cannot be tried without it" if word == MISSING else "so answers"
    yield Difference(word, f"{cause}\n{why}: {labels(group)}")


def counted(number: int) -> str:
    """Return how many things fail."""
    return f"{things(number)} {'fails' if number == 1 else 'fail'}"


def things(number: int) -> str:
    """
    Return a number of things.

    >>> things(1), things(13)
    ('1 thing', '13 things')
    """
    return f"{number} thing{'' if number == 1 else 's'}"


def labels(group: Sequence[Difference]) -> str:
    """Return what was tried, of many the first."""
    every = [one.text.splitlines()[0] if one.text else one.word for one in group]
    more = f"; and {len(every) - FIRST} more" if len(every) > FIRST else ""
    return "; ".join(every[:FIRST]) + more


def in_text(found: Sequence[Difference]) -> list[str]:
    """Return the lines that say what differs, in a column their word; of many only the first in full."""
    told = causes(found)
    many = len(told) > IN_FULL
    wide = max((len(one.word) for one in told), default=0)
    lines = []
    for number, one in enumerate(told):
        first, *rest = plain(one.text).splitlines() or [""]
        lines.append(f"{INDENT}{one.word:<{wide}}  {first}")
        lines += [f"{INDENT}{' ' * wide}  {line}" for line in rest if not (many and number)]
    return lines


def in_html(found: Sequence[Difference]) -> str:
    """Return what differs as HTML: each word once, what it is said of below it."""
    told = causes(found)
    many = len(told) > IN_FULL
    parts: list[str] = []
    word = ""
    for number, one in enumerate(told):
        first, *rest = one.text.splitlines() or [""]
        if one.word != word:
            parts.append(f'<p style="margin:6px 0 0 0"><strong>{escape(one.word)}</strong></p>')
        word = one.word
        parts.append(f'<p style="margin:0 0 0 12px;{WRAP}">{words_html(first)}</p>')
        parts += [] if many and number else [f'<div style="margin-left:12px">{below(rest)}</div>']
    return "".join(parts)


def below(lines: Sequence[str]) -> str:
    """Return the lines below the first: the place in the statement with its word marked, and words."""
    drawn = []
    for line, after in zip(lines, [*lines[1:], ""], strict=False):
        if LINE.fullmatch(line) and after.strip() == "^":
            drawn.append(f'<pre style="{CODE_LINES}">{marked(line, after.index("^"))}</pre>')
        elif line.strip() != "^":
            drawn.append(f'<p style="margin:0;{WRAP}">{words_html(line)}</p>')
    return "".join(drawn)


def marked(line: str, column: int) -> str:
    """
    Return a line of SQL as HTML with the whole word in *column* underlined: a mark in no word's middle.

    >>> marked("LINE 1: SELECT nam FROM users", 15)
    'LINE 1: SELECT <u style="text-decoration:underline wavy #c33">nam</u> FROM users'
    """
    head = LINE.fullmatch(line)
    start = len(head[1]) if head else 0
    token = next((one for one in tokens(line[start:]) if one.start <= column - start < one.end), None)
    if token is None:
        return f"{escape(line, quote=False)} …"
    at, end = start + token.start, start + token.end
    style = "text-decoration:underline wavy #c33"
    parts = (escape(part, quote=False) for part in (line[:at], line[at:end], line[end:]))
    before, word, behind = parts
    return f'{before}<u style="{style}">{word}</u>{behind}'


def plain(words: str) -> str:
    """
    Return *words* without backticks, which are for a page that draws them as code.

    >>> plain("a CHECK lets NULL through: `score BETWEEN 0 AND 100`")
    'a CHECK lets NULL through: score BETWEEN 0 AND 100'
    """
    return CODE.sub(r"\1", words)


def words_html(words: str) -> str:
    """
    Return *words* as HTML, with what stands between backticks as code.

    >>> words_html("`a < 1` is no key")
    '<code>a &lt; 1</code> is no key'
    """
    return CODE.sub(r"<code>\1</code>", escape(words, quote=False))


def with_near_name(verdict: Verdict, text: str, conn: Connection[Any]) -> Verdict:
    """Return *verdict* with the table or column that was meant, where the answer *text* mistyped one."""
    for one in verdict.differences[:1] if verdict.state is State.COULD_NOT_RUN else ():
        lines = one.text.splitlines()
        state = next((line.split()[1] for line in lines if line.startswith("SQLSTATE ")), "")
        at = place_of(lines, text)
        if at is None or any(line.startswith("HINT:") for line in lines):
            continue
        if near := near_name(conn, state, text, at):
            told = "\n".join([*lines[:-1], f"TIP: {near}", lines[-1]])
            return replace(verdict, differences=(Difference(one.word, told), *verdict.differences[1:]))
    return verdict


def place_of(lines: Sequence[str], text: str) -> int | None:
    """
    Return the character of *text* that the server's caret in *lines* stands below, if it can be found.

    >>> place_of(["LINE 1: SELECT nam", "               ^"], "SELECT 1;\\nSELECT nam")
    17
    """
    for line, after in pairwise(lines):
        head = LINE.fullmatch(line)
        if head and after.strip() == "^":
            shown = head[2].removesuffix("...")
            start = text.find(shown)
            return None if start < 0 else start + after.index("^") - len(head[1])
    return None
