"""`%%sql --load writers`: what a cell does while the writers of a load go on, and what they felt of it."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Any, TypeVar

from IPython.display import display

from lessonlab.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Callable

Magic = TypeVar("Magic", bound="Callable[..., object]")
LOAD = re.compile(r"(?:^|\s)--load(?:[ =]+([^\W\d]\w*))?(?=\s|$)")
CURE = "writers = lab.load(), then %%sql --load writers"


def read_load(line: str) -> tuple[str, str]:
    """
    Return the name of the load on *line*, and the line without it.

    >>> read_load("--load writers --needs 18"), read_load("--load")
    (('writers', ' --needs 18'), ('', ''))
    """
    found = LOAD.search(line)
    return (found[1] or "", line[: found.start()] + line[found.end() :]) if found else ("", line)


def under_load(magic: Magic) -> Magic:
    """Have *magic* take `--load name` on its line: the load goes on meanwhile, and is shown below."""

    @functools.wraps(magic)
    def run(self: Any, line: str, cell: str | None = None, *args: Any, **named: Any) -> object:
        if cell is None or not LOAD.search(line):
            return magic(self, line, cell, *args, **named)
        from lessonlab.scenes.load import Load  # noqa: PLC0415 - only a cell with --load needs it

        name, rest = read_load(line)
        load = self.ipython.user_ns.get(name)
        if not isinstance(load, Load):
            raise ConfigError(f"have {name or 'no name'!r} after --load, want the name of a load", cure=CURE)
        with load:
            result = magic(self, rest.strip(), cell, *args, **named)
        if result is not None:
            display(result)  # type: ignore[no-untyped-call]
        return load

    return run  # type: ignore[return-value]
