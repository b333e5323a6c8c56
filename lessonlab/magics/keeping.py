"""`plan << …`: a cell's result under a name of Python's, and shown as well."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Magic = TypeVar("Magic", bound="Callable[..., object]")
NAMED = re.compile(r"(?:^|\s)([^\W\d]\w*)\s*<<(?=\s|$)")


def read_name(line: str) -> tuple[str, str]:
    """
    Return the name that *line* gives the result, if any, and the line without it.

    >>> read_name("plan << buffers=off"), read_name("rounds=3 times <<"), read_name("off")
    (('plan', ' buffers=off'), ('times', 'rounds=3'), ('', 'off'))
    """
    found = NAMED.search(line)
    return (found[1], line[: found.start()] + line[found.end() :]) if found else ("", line)


def keeping(magic: Magic) -> Magic:
    """Have *magic* take `name <<` on its line, and keep what it gives."""

    @functools.wraps(magic)
    def run(self: Any, line: str, *cell: Any) -> object:
        name, rest = read_name(line)
        result = magic(self, rest, *cell)
        if name:
            self.ipython.user_ns[name] = result
        return result

    return run  # type: ignore[return-value]
