"""The script of a session as it is sent: values in place of their names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from psycopg import sql

from lessonlab.postgres.scan import tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lessonlab.grading.probes import Values

DOLLAR = re.compile(r"\$\w*\$")


def drawn(given: Mapping[str, Any], values: Values) -> dict[str, str]:
    """Return a session's values as SQL: a text that begins with a colon, or is in brackets, is drawn."""
    return {
        name: values.fill(value) if str(value)[:1] in (":", "(") else str(sql.quote(value))
        for name, value in given.items()
    }


def spoken(text: str, said: Mapping[str, str], values: Values) -> str:
    """
    Return *text* with values in place of their names, a session's own first; also within dollar quotes.

    >>> import random
    >>> from lessonlab.grading.probes import Values
    >>> values = Values(random.Random(1))
    >>> spoken("SELECT :lesson, ':lesson', $$ :lesson $$, 1::int", {"lesson": "'joins'"}, values)
    "SELECT 'joins', ':lesson', $$ 'joins' $$, 1::int"
    """
    return values.fill("".join(_spoken(text, said, values)))


def _spoken(text: str, said: Mapping[str, str], values: Values) -> Iterator[str]:
    for token in tokens(text):
        quote = DOLLAR.match(token.text) if token.kind == "dollar" else None
        if quote is not None and token.text.endswith(quote[0]):
            inside = token.text[len(quote[0]) : -len(quote[0])]
            yield f"{quote[0]}{spoken(inside, said, values)}{quote[0]}"
        else:
            yield said.get(token.text[1:], token.text) if token.kind == "name" else token.text
