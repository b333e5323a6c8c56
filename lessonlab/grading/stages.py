"""
Clones with a role of their own, one for each script: the next one is made while the last one is being read
about.
"""

from __future__ import annotations

import contextlib
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lessonlab import content
from lessonlab.grading.bases import ensure_base

if TYPE_CHECKING:
    from collections.abc import Iterator

    from psycopg import Connection

    from lessonlab.grading.cage import Cage, Login


@dataclass(frozen=True, slots=True)
class Stage:
    """A clone in which one answer is run and probed, and the role that does it."""

    cage: Cage
    login: Login
    database: str

    def enter(self, **settings: str) -> Connection[Any]:
        """Return a new session of the answer's role."""
        return self.cage.enter(self.login, self.database, **settings)


class Stages:
    """Makes stages ahead of need, and clears them away behind the answer's back."""

    def __init__(self, cage: Cage) -> None:
        self._cage = cage
        self._behind = ThreadPoolExecutor(1, thread_name_prefix="lessonlab stages")
        self._next: dict[str, Future[Stage]] = {}
        self._plain: dict[str, set[tuple[str, str]]] = {}

    @contextlib.contextmanager
    def on(self, base: str) -> Iterator[Stage]:
        """Yield a stage on *base* that is gone afterwards."""
        ready = self._next.pop(base, None)
        stage = ready.result() if ready else self._make(base)
        try:
            yield stage
        finally:
            # Dropped first: the checkpoint that goes with it would write out a clone that was just made.
            self._behind.submit(self._cage.drop, stage.database, stage.login.role)
            if base != "large":
                self._next[base] = self._behind.submit(self._make, base)

    def plain(self, stage: Stage, base: str) -> set[tuple[str, str]]:
        """Return what stands in for rules on *base* before anybody has touched it."""
        if base not in self._plain:
            with stage.enter() as asking:
                self._plain[base] = stand_ins(asking)
        return self._plain[base]

    def close(self) -> None:
        """Wait for what is being made and cleared away; the cage drops the rest."""
        self._behind.shutdown(wait=True)

    def _make(self, base: str) -> Stage:
        template = ensure_base(self._cage, base)
        login = self._cage.make_login("author")
        return Stage(self._cage, login, self._cage.clone(template, [login.role], temporary=True))


def stand_ins(connection: Connection[Any]) -> set[tuple[str, str]]:
    """Return what could pass for a rule of a table."""
    connection.execute("SET search_path = pg_catalog, public, pg_temp")
    return {(str(what), str(name)) for what, name in connection.execute(content.sql("cage/stand_ins"))}
