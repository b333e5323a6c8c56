"""
A small load: writers that go on while something is done to their table, and what they felt of it.

Short waits come and go with the machine; what counts is a wait that a user would notice.
"""

from __future__ import annotations

import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from functools import partial
from html import escape
from typing import TYPE_CHECKING, Self

import psycopg

from lessonlab.errors import ConfigError, ServerError
from lessonlab.postgres.second import Second, Work, close_all
from lessonlab.postgres.waiting import Wait, read_waits
from lessonlab.show.tables import PRE
from lessonlab.varying import Varying, mark

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

NOTICED = 0.4  # seconds of waiting for one lock
LOOKS = 0.01  # seconds between two looks at the locks
BREATH = 0.002  # seconds between two statements of a writer
STARTS = 10.0  # seconds that the writers may take to begin, and to end


@dataclass(slots=True)
class Writer:
    """One session of the load: its *statements*, how many were done, refused and how, and the longest."""

    second: Second
    statements: Sequence[str]
    done: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    longest: float = 0.0

    def go(self, until: threading.Event) -> None:
        """Run the statements over and over, until told to stop."""
        while not until.is_set():
            for statement in self.statements:
                began = time.monotonic()
                try:
                    self.second.connection.execute(statement.encode())
                except psycopg.Error as error:
                    if self.second.connection.closed:
                        raise
                    self.refused[error.sqlstate or "?"] += 1
                self.longest = max(self.longest, time.monotonic() - began)
                self.done += 1
            until.wait(BREATH)


class Load:
    """
    Writers that go on while the block inside is executed; shows what became of them.

    *scripts* holds the statements of each writer.  One that takes longer than *patience* seconds is an error
    of the writer's, as in an app that gives up.  It may be used again, and then tells of the last time.
    """

    def __init__(
        self, scripts: Sequence[Sequence[str]], another: Callable[[], Second], patience: float
    ) -> None:
        if not scripts or not all(scripts):
            raise ConfigError("nothing to load the table with", cure="with lab.load() as load: …")
        self._scripts, self._another, self._patience = scripts, another, patience
        self._open()

    def _open(self) -> None:
        """Open the sessions, of which nothing has felt anything yet."""
        self._watcher = self._another()
        self._writers = [Writer(self._another(), statements) for statements in self._scripts]
        limit = f"SET statement_timeout = {round(self._patience * 1000)}"
        for writer in self._writers:  # a disk that is slow to confirm a commit is not what is looked for
            writer.second.connection.execute(f"{limit}; SET synchronous_commit = off".encode())
        self._stop = threading.Event()
        self._waits: Counter[str] = Counter()

    def __enter__(self) -> Self:
        if self._watcher.connection.closed:  # it has gone on before
            self._open()
        for writer in self._writers:
            writer.second.begin(partial(writer.go, self._stop))
        self._looking = Work(self._look)
        try:
            self._each_says_one_more()
        except BaseException:  # nobody calls __exit__ then
            self._end()
            raise
        return self

    def __exit__(self, error: object, *_: object) -> None:
        try:
            if error is None:
                self._each_says_one_more()
        finally:
            self._end()

    @property
    def statements(self) -> int:
        """Return how many statements the writers ran, refused ones included."""
        return sum(writer.done for writer in self._writers)

    @property
    def errors(self) -> dict[str, int]:
        """Return how often which SQLSTATE came back."""
        return dict(sorted(sum((writer.refused for writer in self._writers), Counter()).items()))

    @property
    def waits(self) -> tuple[str, ...]:
        """Return what the writers waited for so long that somebody would notice."""
        return tuple(sorted(self._waits))

    @property
    def longest(self) -> Varying:
        """Return the seconds that the slowest statement took."""
        return Varying(max(writer.longest for writer in self._writers), "s")

    def __repr__(self) -> str:
        errors = ", ".join(f"{code} {mark(f'{n} times')}" for code, n in self.errors.items())
        return (
            f"{plural(len(self._writers))} {mark(f'{self.statements:,} statements')}, "
            f"the slowest {self.longest}\n"
            f"waited for {' and '.join(self.waits) or 'nothing that anybody would notice'}\n"
            f"errors     {errors or 'none'}"
        )

    def _repr_html_(self) -> str:
        return f'<pre style="{PRE}">{escape(repr(self), quote=False)}</pre>'

    def _each_says_one_more(self) -> None:
        """Wait until every writer has begun and ended one statement more: the load is there, or again."""
        want = {id(writer): writer.done + 2 for writer in self._writers}
        until = time.monotonic() + STARTS
        while any(writer.done < want[id(writer)] for writer in self._writers):
            if time.monotonic() > until or not all(writer.second.is_busy for writer in self._writers):
                self._stop.set()
                raise ServerError("the writers of the load came to a halt", cure="lab.reset()")
            time.sleep(LOOKS)

    def _end(self) -> None:
        """Stop the writers and close their sessions."""
        self._stop.set()
        for work in (self._looking, *(w.second.work for w in self._writers if w.second.work)):
            work.wait(STARTS)
        close_all([*(writer.second for writer in self._writers), self._watcher])

    def _look(self) -> None:
        """Note each wait for one lock that lasts."""
        pids = {writer.second.pid: writer for writer in self._writers}
        since: dict[tuple[int, int], float] = {}
        while not self._stop.wait(LOOKS):
            now = time.monotonic()
            waits = read_waits(self._watcher.connection, list(pids))
            keys = {(pid, pids[pid].done): wait for pid, wait in waits.items()}
            since = {key: since.get(key, now) for key in keys}
            for key, wait in keys.items():
                if now - since[key] >= NOTICED:
                    self._waits[said(wait)] += 1


def plural(writers: int) -> str:
    """
    Return how many *writers* there are, as wide as the words below.

    >>> plural(1), plural(2)
    ('1 writer  ', '2 writers ')
    """
    return f"{writers} writer{'' if writers == 1 else 's'}".ljust(10)


def said(wait: Wait) -> str:
    """
    Return what is waited for, in a word.

    >>> said(Wait(frozenset({7}), "relation", "RowExclusiveLock", "users"))
    'the table users'
    """
    return f"the table {wait.relation}" if wait.kind == "relation" else wait.what
