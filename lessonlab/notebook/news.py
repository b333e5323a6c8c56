"""What the sessions of a scene did since somebody last looked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lessonlab.notebook.sequence import Step, waiting
from lessonlab.notebook.sqlerrors import condition
from lessonlab.notebook.tables import Preformatted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lessonlab.notebook.actor import Actor, Line
    from lessonlab.notebook.outcomes import Outcome

CHANGING = frozenset({2950, 1082, 1083, 1114, 1184, 1186, 1266})  # uuid, and all that is time
SHORT = 24


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


def news(actor: Actor) -> Iterator[Step]:
    """Yield what the scene does not know yet of what *actor* says."""
    line, busy = actor.line, actor.second.is_busy
    done = list(enumerate(line.outcomes))
    if line.label:
        done = [] if busy else done[-1:]
    for i, (outcome, state) in done[line.written if not line.label else min(line.written, 1) :]:
        said = "" if line.told else line.label or line.statements[i]
        yield Step(actor.name, said, result(outcome), state=state, outcome=outcome)
        line.written, line.told = i + 1, ()
    names = actor.blockers
    if line.error is not None and not busy and not line.is_over:
        line.is_over = True
        yield Step(actor.name, "" if line.told else line.now, failure(line), failed=True, state=actor.state)
        line.told = ()
    elif line.wait is not None and names and names != line.told:
        told = waiting(names, line.wait.what)
        yield Step(actor.name, "" if line.told else line.now, told, names, state=actor.state)
        line.told = names


def result(outcome: Outcome) -> str:
    """
    Return in a few words what a statement gave: one short value, else how many rows, else its tag.

    >>> from lessonlab.notebook.outcomes import Outcome
    >>> result(Outcome("SELECT 1", ("n",), (23,), ((7,),), (("7",),))), result(Outcome("COMMIT"))
    ('7', 'COMMIT')
    """
    if outcome.columns is None:
        return outcome.tag
    single = len(outcome.rows) == len(outcome.columns) == 1
    if single and outcome.types[0] not in CHANGING and len(value := outcome.texts[0][0] or "NULL") <= SHORT:
        return value
    return f"{len(outcome.rows):,} row{'' if len(outcome.rows) == 1 else 's'}"


def failure(line: Line) -> str:
    """Return in a few words why a statement failed."""
    return f"ERROR {line.sqlstate} {condition(line.sqlstate)}".rstrip() if line.sqlstate else "stopped"
