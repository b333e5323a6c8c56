"""What EXPLAIN prints for a condition, made readable: no implied casts, no spare brackets, short ids."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

LITERAL = re.compile(r"'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"")
UUID = re.compile(r"\b([0-9a-f]{8})-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}([0-9a-f]{8})\b")
TYPES = (
    r"uuid|text|character varying|bpchar|character|timestamp with(?:out)? time zone|date|time without"
    r" time zone|smallint|integer|bigint|numeric|real|double precision|boolean|name|oid"
)
HELD = "\ue000-\uf8ff"  # private characters stand for the literals while brackets are counted
LITERAL_CAST = re.compile(rf"([{HELD}])::(?:{TYPES})\b(?:\(\d+(?:,\d+)?\))?(?:\[\])?")
COLUMN_CAST = re.compile(rf"\(([\w.$*{HELD}]+)\)::(?:text|character varying|bpchar)(?:\(\d+\))?(?:\[\])?")
SORTED = re.compile(r"(.*?)((?: COLLATE \S+| USING \S+| DESC| NULLS FIRST| NULLS LAST)*)", re.DOTALL)
LIKES = {" ~~ ": " LIKE ", " !~~ ": " NOT LIKE ", " ~~* ": " ILIKE ", " !~~* ": " NOT ILIKE "}
LIKE = re.compile(" !?~~\\*? ")
FIRST_HELD = 0xE000
MOST_HELD = 0xF8FF - FIRST_HELD


def simplify(text: str, names: Mapping[str, str] | None = None) -> str:
    """
    Return the condition *text* as a person would write it.

    Casts that the parser added go, ids keep eight digits, and a literal that was given as a parameter shows
    under its name: *names* maps values to parameter names.

    >>> simplify("((id = 'c4ca4238-a0b9-2382-0dcc-509a6f75849b'::uuid) AND ((slug)::text ~~ 'it''s%'::text))")
    "id = 'c4ca4238…' AND slug LIKE 'it''s%'"
    >>> simplify("((score > 50) AND (completed OR (attempts > 3)))")
    'score > 50 AND (completed OR (attempts > 3))'
    >>> simplify("(email = 'mina@example.org'::text)", {"mina@example.org": "who"})
    'email = :who'
    >>> simplify("(completed_at > (now() - '7 days'::interval))")
    "completed_at > (now() - '7 days'::interval)"
    >>> simplify("(avg(score)) DESC NULLS LAST")
    'avg(score) DESC NULLS LAST'
    """
    literals = LITERAL.findall(text)
    if len(literals) > MOST_HELD:
        return text
    held = iter(range(FIRST_HELD, FIRST_HELD + len(literals)))
    text = LITERAL.sub(lambda _: chr(next(held)), text)
    text = COLUMN_CAST.sub(r"\1", LITERAL_CAST.sub(r"\1", text))
    key, order = SORTED.fullmatch(text).groups()  # type: ignore[union-attr]
    text = " AND ".join(map(loosen, split_and(bare(key)))) + order
    text = LIKE.sub(lambda found: LIKES[found[0]], text)
    return re.sub(f"[{HELD}]", lambda found: spell(literals[ord(found[0]) - FIRST_HELD], names or {}), text)


def spell(literal: str, names: Mapping[str, str]) -> str:
    """
    Return *literal* under its parameter's name, or with its ids cut short.

    >>> spell("'00000000-0000-0000-0000-000000000007'", {})
    "'…00000007'"
    """
    name = names.get(literal[1:-1].replace("''", "'")) if literal[0] == "'" else None
    if name:
        return f":{name}"
    return UUID.sub(lambda found: f"…{found[2]}" if found[1] == "0" * 8 else f"{found[1]}…", literal)


def bare(text: str) -> str:
    """
    Return *text* without the brackets around the whole of it.

    >>> [bare(text) for text in ("((a = 1))", "(a) = (b)", "f(x)", "(a OR b)")]
    ['a = 1', '(a) = (b)', 'f(x)', 'a OR b']
    """
    while text.startswith("(") and closing(text) == len(text) - 1:
        text = text[1:-1]
    return text


def loosen(term: str) -> str:
    """
    Return *term* without brackets, unless it would then read as several terms.

    >>> loosen("(a = 1)"), loosen("(a OR b)")
    ('a = 1', '(a OR b)')
    """
    inner = bare(term)
    return term if " OR " in inner or " AND " in inner else inner


def closing(text: str) -> int:
    """
    Return where the bracket that opens *text* closes, -1 if it never does.

    >>> closing("(a(b)c)d"), closing("((")
    (6, -1)
    """
    depth = 0
    for place, character in enumerate(text):
        depth += (character == "(") - (character == ")")
        if depth == 0:
            return place
    return -1


def split_and(text: str) -> list[str]:
    """
    Return the terms that an AND outside of all brackets joins.

    >>> split_and("(a = 1) AND (b OR (c AND d))")
    ['(a = 1)', '(b OR (c AND d))']
    """
    terms, depth, start = [], 0, 0
    for place, character in enumerate(text):
        depth += (character == "(") - (character == ")")
        if depth == 0 and text.startswith(" AND ", place):
            terms.append(text[start:place])
            start = place + len(" AND ")
    terms.append(text[start:])
    return terms
