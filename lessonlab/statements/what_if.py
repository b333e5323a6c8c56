"""What is different between the two sides of a comparison, done inside a transaction and taken back."""

from __future__ import annotations

import difflib
import time
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg.rows import dict_row

from lessonlab import content
from lessonlab.errors import PrivilegeError, UnknownName
from lessonlab.postgres.sqlerrors import Place, refused
from lessonlab.postgres.superuser import for_a_moment
from lessonlab.postgres.undone import undone
from lessonlab.statements import running
from lessonlab.statements.outcomes import Keep

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What is different after: indexes gone, hidden or made, settings, or another statement *instead*."""

    without: tuple[str, ...] = ()
    hiding: tuple[str, ...] = ()
    adding: str = ""
    instead: str = ""
    settings: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    @classmethod
    def of(
        cls,
        without: str | Sequence[str] = (),
        hiding: str | Sequence[str] = (),
        adding: str = "",
        instead: str = "",
        settings: Mapping[str, object] = MappingProxyType({}),
    ) -> WhatIf:
        """
        Return the change that a reader wrote: one name or several, values as Python has them.

        >>> WhatIf.of(without="idx_a", settings={"enable_seqscan": False}).settings["enable_seqscan"]
        'off'
        """
        words = {True: "on", False: "off"}
        texts = {
            name: words[value] if isinstance(value, bool) else str(value) for name, value in settings.items()
        }
        return cls(several(without), several(hiding), adding, instead, MappingProxyType(texts))

    def names(self, made: Sequence[str] = ()) -> tuple[str, str]:
        """
        Return what before and after are called; *made* are the indexes that `adding` made.

        >>> WhatIf(without=("idx_a",)).names(), WhatIf(settings={"work_mem": "64kB"}).names()
        (('with idx_a', 'without idx_a'), ('as it is', 'work_mem = 64kB'))
        """
        gone, hidden, new = (", ".join(names) for names in (self.without, self.hiding, made))
        after = [f"without {gone}"] if gone else []
        after += [f"{hidden} hidden"] if hidden else []
        after += [f"with {new}"] if new else []
        after += [" ".join(self.adding.split())] if self.adding and not new else []
        after += [f"{name} = {value}" for name, value in self.settings.items()]
        after += ["the other statement"] if self.instead else []
        if len(after) > 1 or not (gone or hidden or new):
            return "as it is", ", ".join(after)
        one = len(self.without + self.hiding) == 1
        return (f"without {new}" if new else f"with {gone or hidden if one else 'them'}"), after[0]


def several(names: str | Sequence[str]) -> tuple[str, ...]:
    """
    Return *names* as a tuple, a single one too.

    >>> several("idx_a"), several(["idx_a", "idx_b"])
    (('idx_a',), ('idx_a', 'idx_b'))
    """
    return (names,) if isinstance(names, str) else tuple(names)


@dataclass(frozen=True, slots=True)
class Preparation:
    """One statement of ours, and its values."""

    text: str
    values: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """A statement, what it is called, and what is done before it runs, which a savepoint takes back."""

    query: str
    name: str
    steps: tuple[Preparation, ...] = ()
    script: str = ""


@dataclass(frozen=True, slots=True)
class Clock:
    """When a comparison must be done."""

    until: float
    seconds: float

    @property
    def left(self) -> float:
        """Return the seconds that are left, at least a thousandth."""
        return max(self.until - time.monotonic(), 0.001)

    @property
    def over(self) -> bool:
        """Say whether no time is left, or next to none."""
        return self.left < self.seconds / 100


def sides(
    conn: psycopg.Connection[Any], query: str, change: WhatIf, clock: Clock
) -> tuple[Side, Side, tuple[str, ...]]:
    """Return both sides, and what goes with the indexes that go."""
    gone = [find(conn, name) for name in change.without]
    hidden = [find(conn, name) for name in change.hiding]
    made = add(conn, change.adding, clock) if change.adding else []
    hide, setting = content.sql("catalog/hide_index"), "SELECT set_config(%(name)s, %(value)s, true)"
    steps = [
        *(Preparation(index["drop_statement"]) for index in gone),
        *(Preparation(hide, {"index": index["name"]}) for index in hidden),
        *(Preparation(setting, {"name": name, "value": value}) for name, value in change.settings.items()),
    ]
    undone = tuple(Preparation(find(conn, name)["drop_statement"]) for name in made)
    script = "" if made else change.adding
    keys = [key for index in gone for key in index["foreign_keys"]]
    notes = (f"with it go, for as long as it is gone: {', '.join(keys)}",) if keys else ()
    names = change.names(made)
    after = Side(change.instead or query, names[1], tuple(steps), script)
    return Side(query, names[0], undone), after, notes


def find(conn: psycopg.Connection[Any], name: str) -> Mapping[str, Any]:
    """Return what the catalog knows of the index *name*; `UnknownName` with the nearest there is."""
    known = indexes(conn)
    if name not in known:
        near = difflib.get_close_matches(name, known, n=3, cutoff=0.5) or known[:3]
        cure = f"name one of {', '.join(near)}" if near else "CREATE INDEX … makes one"
        raise UnknownName(f"no index {name!r} here", cure=cure)
    with conn.cursor(row_factory=dict_row) as cursor:
        found = cursor.execute(content.sql("catalog/describe_index"), {"index": name}).fetchone()
    assert found is not None  # noqa: S101 - it was in the list
    return found


def indexes(conn: psycopg.Connection[Any]) -> list[str]:
    """Return the names of all indexes, as one would write them."""
    return [row[0] for row in conn.execute(content.sql("catalog/list_indexes"))]


def add(conn: psycopg.Connection[Any], script: str, clock: Clock) -> list[str]:
    """
    Run *script* and return the indexes that it made.

    If it made none it is undone: what else it did cannot be taken away by itself, so the side that it is for
    runs it each time.
    """
    there = indexes(conn)
    with conn.transaction():
        execute(conn, script, clock)
        made = [name for name in indexes(conn) if name not in there]
        if not made:
            raise psycopg.Rollback
    for name in made:
        trust(conn, name)
    return made


def trust(conn: psycopg.Connection[Any], name: str) -> None:
    """Let plans use the new index *name* although rows under it were changed a moment ago, if we may."""
    try:
        with conn.transaction(), for_a_moment(conn):
            conn.execute(content.sql("catalog/trust_index"), {"index": name})
    except psycopg.errors.InsufficientPrivilege:
        return


def execute(conn: psycopg.Connection[Any], script: str, clock: Clock) -> None:
    """Run the statements of *script* in the time that is left."""
    limit(conn, clock)
    for _ in running.run(conn, script, {}, say=lambda _: None, keep=Keep(0, 0)):
        pass


def limit(conn: psycopg.Connection[Any], clock: Clock) -> None:
    """Stop what the server does next when the time is over."""
    conn.execute(f"SET LOCAL statement_timeout = {max(round(clock.left * 1000), 1)}")


@contextmanager
def prepared(conn: psycopg.Connection[Any], side: Side, clock: Clock) -> Iterator[None]:
    """Do what *side* needs, and take it back afterwards."""
    with undone(conn):
        limit(conn, clock)
        for step in side.steps:
            try:
                with for_a_moment(conn) if hides(step) else nullcontext():
                    conn.execute(step.text.encode(), step.values)
            except psycopg.errors.InsufficientPrivilege:
                raise not_allowed(step) from None
            except psycopg.Error as error:
                raise refused(conn, error, Place(step.text), lambda at: at) from None
        if side.script:
            execute(conn, side.script, clock)
        yield


def hides(step: Preparation) -> bool:
    """Say whether *step* hides an index, which is a superuser's trick."""
    return step.text == content.sql("catalog/hide_index")


def not_allowed(step: Preparation) -> PrivilegeError:
    """Return the error of a role that may not do *step*."""
    if hides(step):
        return PrivilegeError("only a superuser may hide an index", cure="take it away: without=…")
    return PrivilegeError(f"only its owner may run: {step.text}", cure="ask as the owner of the table")
