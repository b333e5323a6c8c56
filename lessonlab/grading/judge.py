"""The judge: an exercise and an answer in, a verdict out."""

from __future__ import annotations

import contextlib
import time
from dataclasses import replace
from typing import TYPE_CHECKING, Self

import psycopg

from lessonlab.errors import ServerError
from lessonlab.grading.answer_session import Failed
from lessonlab.grading.bases import ensure_base
from lessonlab.grading.by_prediction import ByPrediction
from lessonlab.grading.by_probes import PAGES, ByProbes, count_pages
from lessonlab.grading.by_rows import ByRows
from lessonlab.grading.by_sessions import BySessions
from lessonlab.grading.counterexample import counterexample
from lessonlab.grading.ending import wait_for
from lessonlab.grading.ground import Ground
from lessonlab.grading.plain_text import bare, is_text, is_too_long, is_untouched
from lessonlab.grading.settling import could_not_run, hidden_error, interrupted, named, recognised, settled
from lessonlab.grading.stored_mistakes import StoredMistakes
from lessonlab.grading.verdict import Difference, State, Verdict

if TYPE_CHECKING:
    from lessonlab.grading.exercise import Exercise
    from lessonlab.grading.verdict import Grid
    from lessonlab.postgres.server import Server

SECONDS_TO_RECOVER = 30.0
RUNS = (2, 3)  # times its limit is what all runs of an answer may take; of one by two sessions


class Judge:
    """Judges answers on one server; what it needs is made when first needed, and dropped by `close`."""

    def __init__(self, server: Server, seed: int | None = None) -> None:
        self._seed = seed
        self._stand_on(Ground(server, seed))

    def _stand_on(self, ground: Ground) -> None:
        self._lost = False
        self.ground = ground
        self.by_rows = ByRows(ground)
        self.stored_mistakes = StoredMistakes(self.by_rows)
        self.by_probes = ByProbes(ground)
        self.by_prediction = ByPrediction(ground)
        self.by_sessions = BySessions(ground)
        self._examples: dict[tuple[str, str], tuple[Grid, ...]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Drop every database and role that was made here."""
        self.ground.close()

    def check(self, exercise: Exercise, text: str) -> Verdict:
        """Return the verdict on *text*, an answer to *exercise*."""
        started = time.perf_counter()
        if is_too_long(text):
            verdict = could_not_run(exercise, Failed("54000", "it is longer than 64 kB, and no answer is"))
        elif is_untouched(exercise, text):
            verdict = Verdict(exercise.key, exercise.title, State.NOT_ATTEMPTED)
        elif not is_text(text):
            said = "it holds a character that is no text: NUL, or half of a surrogate pair"
            verdict = could_not_run(exercise, Failed("22021", said))
        else:
            verdict = self._whatever_happens(exercise, text).kept()
        return replace(verdict, seconds=time.perf_counter() - started)

    def _whatever_happens(self, exercise: Exercise, text: str) -> Verdict:
        """
        Return the verdict, also where the server failed under it: then the ground is made anew.

        Who was interrupted at once is judged again: it may have been another's doing.
        """
        for last in (False, True):
            self._get_ready(SECONDS_TO_RECOVER)
            began = time.monotonic()  # of the answer: making a new ground is none of its doing
            self.ground.count(exercise.front.seconds * RUNS[exercise.front.answer == "sessions"])
            try:
                return self._judge(exercise, text)
            except (psycopg.Error, ServerError) as error:
                if isinstance(error, ServerError) and last:
                    raise
                self._lost = True
                if last or time.monotonic() - began > exercise.front.seconds:
                    return could_not_run(exercise, interrupted(error))
            finally:
                with contextlib.suppress(psycopg.Error, ServerError):  # the next one hears of it
                    self._get_ready(0)
        raise AssertionError  # one of the two has returned

    def _get_ready(self, seconds: float) -> None:
        """Stand on firm ground again where the server began anew; wait for it so many *seconds* at most."""
        if not (self._lost or self.ground.watch.began_anew):
            return
        if not wait_for(self.ground.server, seconds) and not seconds:
            return
        if self._lost:
            self._renew()
        else:
            self.ground.recover()

    def _renew(self) -> None:
        """Leave the ground for a new one."""
        left = self.ground
        with contextlib.suppress(psycopg.Error, ServerError):
            left.close()
        self._stand_on(Ground(left.server, self._seed))

    def _judge(self, exercise: Exercise, text: str) -> Verdict:
        try:
            if exercise.front.answer in ("query", "write"):
                return self._by_rows(exercise, text)
            if exercise.front.answer == "text":
                found = self.by_prediction.judge(exercise, text)
                return settled(exercise, found, *self.by_prediction.same_mistakes(exercise, text)[:1])
            by = self.by_sessions if exercise.front.answer == "sessions" else self.by_probes
            found = by.judge(exercise, text)
            likely = recognised(exercise, found, text)
            if by is self.by_probes:
                likely = (one for one in likely if self.by_probes.same_triggers(exercise, one, text))
            known = next(likely, None)
        except Failed as error:
            return could_not_run(exercise, error)
        return settled(exercise, found, known)

    def _by_rows(self, exercise: Exercise, text: str) -> Verdict:
        finding = self.by_rows.find(exercise, text)
        if finding is None:
            found = self._pages(exercise, text)
            verdict = settled(exercise, found, next(recognised(exercise, found, text), None))
            shown = verdict.correct and exercise.front.answer == "query"
            return replace(verdict, beside=self.by_rows.side_by_side(exercise, text)) if shown else verdict
        if finding.failed is not None and finding.data.visible:
            return could_not_run(exercise, finding.failed)
        name = self.stored_mistakes.same(exercise, text)
        verdict = settled(exercise, finding.differences or hidden_error(finding), named(exercise, name))
        if finding.data.visible:
            return verdict
        mistake = (exercise.key, name or bare(text))
        if mistake not in self._examples:
            self._examples[mistake] = counterexample(self.by_rows, exercise, text, finding.data)
        return replace(verdict, example=self._examples[mistake], tried=finding.data.name)

    def _pages(self, exercise: Exercise, text: str) -> tuple[Difference, ...]:
        """
        Return that a query reads too many pages, where the exercise counts them.

        Its rows must be right there too: a query can tell a big table from a small one and read nothing.
        """
        limit = exercise.front.pages
        if not limit:
            return ()
        with (
            self.ground.stages.on("large") as stage,
            stage.enter() as asking,
            self.ground.watched(asking, exercise.front.seconds + 5),
        ):
            pages = count_pages(asking, text)
            if pages < limit:
                return self.by_rows.beside_the_solution(exercise, text, asking)
        return (Difference(PAGES, f"have {pages:,}, want fewer than {limit:,}"),)

    def warm(self) -> None:
        """Make what the first check would have to wait for."""
        for base in ("tables", "class"):
            ensure_base(self.ground.cage, base)
        self.ground.standard()
