"""Judging the answers of a class: on throw-away servers, several at a time, each answer once."""

from __future__ import annotations

import contextlib
import json
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import asdict
from multiprocessing import get_context
from multiprocessing.util import Finalize
from typing import TYPE_CHECKING

from lessonlab.errors import ServerError
from lessonlab.grading import library
from lessonlab.grading.verdict import State
from lessonlab.postgres.throwaway import throwaway
from lessonlab.reader import told_verdicts
from lessonlab.reader.desk import Desk
from lessonlab.system.appending import append_line
from lessonlab.workshop.marking import Judged, exercises_as_they_are, fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from lessonlab.workshop.collected import Handed

FILE = "verdicts.jsonl"
KEPT = (State.CORRECT.value, State.NOT_YET.value)  # what could not run may run the next time

_desk: Desk | None = None
_ending = contextlib.ExitStack()


class KnownVerdicts:
    """Verdicts of earlier runs, a line each in a file that grows: a killed run goes on from there."""

    def __init__(self, path: Path, *, afresh: bool = False) -> None:
        self._path = path
        self._exercises = exercises_as_they_are()
        self._known = {} if afresh else dict(self._read())

    def _read(self) -> Iterator[tuple[str, Judged]]:
        if self._path.is_file():
            for line in self._path.read_text(encoding="utf-8", errors="replace").splitlines():
                with contextlib.suppress(ValueError, KeyError, TypeError, AttributeError):
                    entry = json.loads(line)
                    yield entry.pop("of"), Judged(**entry)

    def __contains__(self, one: Handed) -> bool:
        return fingerprint(one.key, one.text, self._exercises) in self._known

    def __call__(self, one: Handed) -> Judged:
        """Return the verdict on *one*, which is known."""
        return self._known[fingerprint(one.key, one.text, self._exercises)]

    def learn(self, one: Handed, came: Judged) -> None:
        """Keep a verdict."""
        of = fingerprint(one.key, one.text, self._exercises)
        self._known[of] = came
        if came.verdict in KEPT:
            append_line(self._path, json.dumps({"of": of} | asdict(came), ensure_ascii=False))


class JudgingRoom:
    """Some processes that judge, each on a server of its own below *home*."""

    def __init__(self, home: Path, jobs: int) -> None:
        self._home, self._jobs = home, jobs
        self._pool: ProcessPoolExecutor | None = None

    def judge(self, handed: Iterable[Handed]) -> Iterator[tuple[Handed, Judged]]:
        """
        Yield each of *handed* with its verdict, as they come.

        What was waiting when an answer ended a process is tried once more, one after the other.
        """
        left = []
        futures = [(one, self._processes().submit(_judge, one.key, one.text)) for one in handed]
        for one, future in futures:
            try:
                yield one, future.result()
            except BrokenProcessPool:
                left.append(one)
        for one in left:
            self.close()
            try:
                yield one, self._processes().submit(_judge, one.key, one.text).result()
            except BrokenProcessPool:
                yield one, Judged(State.COULD_NOT_RUN.value, said="it ended the process that judged it")

    def _processes(self) -> ProcessPoolExecutor:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(self._jobs, get_context("spawn"), _begin, (self._home,))
        return self._pool

    def close(self) -> None:
        """Let the processes go, and their servers."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None


def _begin(home: Path) -> None:
    """Take a seat: a desk on a server of this process's own."""
    global _desk  # noqa: PLW0603 - one a process
    made = _ending.enter_context(throwaway(home))
    _desk = _ending.enter_context(contextlib.closing(Desk(made.server)))
    Finalize(None, _ending.close, exitpriority=10)


def _judge(key: str, text: str) -> Judged:
    if _desk is None:
        raise ServerError("there is no desk to judge at", cure="lessonlab doctor")
    verdict = _desk.answer_of_others(library.find(key), text)
    return Judged(verdict.state.value, verdict.mistake, told_verdicts.text(verdict))
