"""
Clones with a role of their own, one for each script: the next one is made while the last one is being read
about.
"""

from __future__ import annotations

import contextlib
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lessonlab.grading.bases import base_name, ensure_base
from lessonlab.grading.surroundings import look

if TYPE_CHECKING:
    from collections.abc import Iterator

    from psycopg import Connection

    from lessonlab.grading.cage import Cage
    from lessonlab.grading.door import Login
    from lessonlab.grading.surroundings import Surroundings


@dataclass(frozen=True, slots=True)
class Stage:
    """A clone of *template* in which one answer is run and probed, and the role that does it."""

    cage: Cage
    login: Login
    database: str
    template: str

    def enter(self, **settings: str) -> Connection[Any]:
        """Return a new session of the answer's role."""
        return self.cage.enter(self.login, self.database, **settings)

    def settings_left(self) -> set[tuple[str, str]]:
        """Return what the role had set for its own sessions; each began without."""
        return {("setting", one) for one in self.cage.door.settings_left(self.login.role)}


class Stages:
    """Makes stages ahead of need, and clears them away behind the answer's back."""

    def __init__(self, cage: Cage) -> None:
        self._cage = cage
        self._behind = ThreadPoolExecutor(1, thread_name_prefix="lessonlab stages")
        self._next: dict[str, Future[Stage]] = {}
        self._plain: dict[str, Surroundings] = {}

    @contextlib.contextmanager
    def on(self, base: str) -> Iterator[Stage]:
        """Yield a stage on *base* that is gone afterwards."""
        stage = self._ready(base)
        try:
            yield stage
        finally:
            # Dropped first: the checkpoint that goes with it would write out a clone that was just made.
            self._clear(stage)
            if base != "large":
                self._next[base] = self._behind.submit(self._make, base)

    def plain(self, stage: Stage) -> Surroundings:
        """Return what there is on *stage* before anybody has touched it."""
        if stage.template not in self._plain:
            with stage.enter() as asking:
                self._plain[stage.template] = look(asking)
        return self._plain[stage.template]

    def begin_again(self) -> None:
        """Make ready anew what was being made when the server began anew."""
        for base, ready in self._next.items():
            with contextlib.suppress(Exception):
                self._clear(ready.result())
            self._next[base] = self._behind.submit(self._make, base)

    def close(self) -> None:
        """Wait for what is being made and cleared away; the cage drops the rest."""
        self._behind.shutdown(wait=True)

    def _ready(self, base: str) -> Stage:
        """Return the stage that was made ahead; not one of rows that have grown old while nobody asked."""
        ahead = self._next.pop(base, None)
        if ahead is None:
            return self._make(base)
        stage = ahead.result()
        if stage.template == base_name(self._cage, base):
            return stage
        self._clear(stage)
        return self._make(base)

    def _clear(self, stage: Stage) -> None:
        self._behind.submit(self._cage.drop, stage.database, stage.login.role)

    def _make(self, base: str) -> Stage:
        template = ensure_base(self._cage, base)
        login = self._cage.make_login("author")
        clone = self._cage.clone(template, [login.role], temporary=True)
        return Stage(self._cage, login, clone, template)
