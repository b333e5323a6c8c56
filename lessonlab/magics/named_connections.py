"""Cells on a connection that a variable holds: `%%sql @standby`, `%%expect_error 25006 @standby`."""

from __future__ import annotations

import functools
import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

from lessonlab.errors import LessonLabError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import psycopg

Magic = TypeVar("Magic", bound="Callable[..., object]")
NAME = re.compile(r"(?:^|(?<=\s))@(\w+)(?:\s+|$)")


class Held:
    """A session that is one connection, of which nobody here makes a new one."""

    def __init__(self, name: str, held: psycopg.Connection[Any]) -> None:
        self.name, self.held = name, held

    def connection(self) -> psycopg.Connection[Any]:
        """Return the connection; `LessonLabError` once its server or somebody else has ended it."""
        if self.held.closed:
            raise LessonLabError(
                f"the session of {self.name} was ended", cure=f"run the cell again that made {self.name}"
            )
        return self.held


def on_named(magic: Magic) -> Magic:
    """Have *magic* run on the connection that `@name` on its line names, if that is what the name holds."""

    @functools.wraps(magic)
    def run(self: Any, line: str, *cell: Any, **named: Any) -> object:
        line, held = read_named(line, self.ipython.user_ns)
        if held is None:
            return magic(self, line, *cell, **named)
        with lent(self, held):
            return magic(self, line, *cell, **named)

    return run  # type: ignore[return-value]


def read_named(line: str, names: Mapping[str, Any]) -> tuple[str, Held | None]:
    """
    Return *line* without its `@name`, and the connection that *names* has for it; all of it for another.

    >>> read_named("23505 @ben", {"ben": "no connection"})
    ('23505 @ben', None)
    """
    found = NAME.search(line)
    if found is None:
        return line, None
    import psycopg  # noqa: PLC0415 - magics are there before what they use

    if not isinstance(names.get(found[1]), psycopg.Connection):
        return line, None
    return line[: found.start()] + line[found.end() :], Held(found[1], names[found[1]])


@contextmanager
def lent(magics: Any, held: Held) -> Iterator[None]:
    """Let *magics* work on *held*, and afterwards where they worked before."""
    session, ours = magics.session, magics.ipython_sql
    other = ours.other if ours else None
    magics.session = held
    if ours:
        ours.other = None
    try:
        yield
    finally:
        magics.session = session
        if ours:
            ours.other = other
