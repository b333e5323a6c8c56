"""What a session of a scene was told to say, and what came of it, as it is kept and as it is shown."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lessonlab.show.tables import Preformatted

if TYPE_CHECKING:
    from lessonlab.errors import LessonLabError
    from lessonlab.postgres.waiting import Wait
    from lessonlab.scenes.steps import Step
    from lessonlab.statements.outcomes import Outcome


@dataclass(slots=True)
class Speech:
    """What a session was told to say: its statements, and what came of them so far."""

    statements: tuple[str, ...]
    label: str = ""
    outcomes: list[tuple[Outcome, str]] = field(default_factory=list)  # each with the state after it
    notices: list[str] = field(default_factory=list)
    error: LessonLabError | None = None
    sqlstate: str | None = None
    written: int = 0  # of the outcomes, into the scene
    told: tuple[str, ...] = ()  # for whom it waits, as the scene was told
    is_over: bool = False  # its end is told
    wait: Wait | None = None
    since: float = 0.0  # when it was first seen to wait

    @property
    def now(self) -> str:
        """Return the statement that is under way, or was when it failed."""
        if self.label:
            return self.label
        return self.statements[min(len(self.outcomes), len(self.statements) - 1)]


@dataclass(frozen=True, slots=True, repr=False)
class Said:
    """What one line of a scene brought about, in the order that it happened."""

    steps: tuple[Step, ...]
    notices: tuple[str, ...] = ()

    def __repr__(self) -> str:
        lines = (f"{step.who}  {step.result}" for step in self.steps)
        return "\n".join((*self.notices, *lines))

    def _repr_html_(self) -> str:
        return Preformatted(repr(self))._repr_html_()
