"""What the sessions of a scene did since somebody last looked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lessonlab.postgres.sqlerrors import condition
from lessonlab.scenes.sequence import waiting
from lessonlab.scenes.steps import Step

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lessonlab.scenes.actor import Actor
    from lessonlab.scenes.speech import Speech
    from lessonlab.statements.outcomes import Outcome

CHANGING = frozenset({2950, 1082, 1083, 1114, 1184, 1186, 1266})  # uuid, and all that is time
SHORT = 24


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

    >>> from lessonlab.statements.outcomes import Outcome
    >>> result(Outcome("SELECT 1", ("n",), (23,), ((7,),), (("7",),))), result(Outcome("COMMIT"))
    ('7', 'COMMIT')
    """
    if outcome.columns is None:
        return outcome.tag
    single = outcome.total == len(outcome.columns) == 1
    if single and outcome.types[0] not in CHANGING and len(value := outcome.texts[0][0] or "NULL") <= SHORT:
        return value
    return f"{outcome.total:,} row{'' if outcome.total == 1 else 's'}"


def failure(line: Speech) -> str:
    """Return in a few words why a statement failed."""
    return f"ERROR {line.sqlstate} {condition(line.sqlstate)}".rstrip() if line.sqlstate else "stopped"
