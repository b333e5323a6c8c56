"""Whether a record is kept at all, and what stands in its place where none is: in runs without a reader."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lessonlab.grading.exercise import Exercise
    from lessonlab.grading.verdict import Verdict

NO_RECORD = "on your class's server no record of yours is kept, but what you hand in"
OFF = frozenset({"off", "0", "no", "false"})


class UnkeptRecord:
    """Knows what was passed in this run, and keeps nothing; *why*, and the *cure*, is for who asks."""

    trouble = ""

    def __init__(
        self,
        why: str = "no record is kept in this run",
        cure: str = "open the page without LESSONLAB_RECORD=off",
    ) -> None:
        self.why, self.cure = why, cure
        self._passed: set[str] = set()

    def __call__(self, exercise: Exercise, verdict: Verdict, answer: str = "") -> None:  # noqa: ARG002
        """Remember a pass until the run is over."""
        if verdict.correct:
            self._passed.add(exercise.key)

    def passed(self) -> set[str]:
        """Return the keys of the exercises that were passed in this run."""
        return set(self._passed)

    def close(self) -> None:
        """Keep nothing, as ever."""


def is_kept(environ: Mapping[str, str] | None = None) -> bool:
    """
    Say whether a record is kept: `LESSONLAB_RECORD=off` is for runs in which nobody reads.

    >>> is_kept({}), is_kept({"LESSONLAB_RECORD": "off"})
    (True, False)
    """
    return not _is_off("LESSONLAB_RECORD", environ)


def is_tracked(environ: Mapping[str, str] | None = None) -> bool:
    """
    Say whether the environment lets time and place be noted; `LESSONLAB_TRACKING=off` does not.

    >>> is_tracked({}), is_tracked({"LESSONLAB_TRACKING": "off"}), is_tracked({"LESSONLAB_RECORD": "off"})
    (True, False, False)
    """
    return is_kept(environ) and not _is_off("LESSONLAB_TRACKING", environ)


def _is_off(name: str, environ: Mapping[str, str] | None) -> bool:
    return (os.environ if environ is None else environ).get(name, "").strip().lower() in OFF
