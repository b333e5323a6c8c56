"""From the differences that were found to a verdict: what it is called, and whose mistake it looks like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lessonlab.errors import ServerError
from lessonlab.grading.answer_session import Failed
from lessonlab.grading.by_probes import OTHERWISE, PAGES
from lessonlab.grading.plain_text import commands, told_apart
from lessonlab.grading.row_reasons import ONLY_THERE
from lessonlab.grading.surroundings import NOTHING
from lessonlab.grading.verdict import Difference, State, Verdict
from lessonlab.postgres.sqlerrors import sqlstate_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    import psycopg

    from lessonlab.grading.by_rows import Departure
    from lessonlab.grading.exercise import Answer, Exercise

NOT_THERE = ("(SQLSTATE 42P01)", "(SQLSTATE 42703)")  # a table, a column: the message names it
FIRST_REFUSED = (
    "This row is refused, but for another reason than the one in question: the message says what came first."
)
OURS = ("stopped: ", "the session ended")  # how our own words on an error begin: nobody's rows are in them


def interrupted(error: psycopg.Error | ServerError) -> Failed:
    """Return why an answer has no verdict of its own."""
    said = (
        error.message if isinstance(error, ServerError) else error.diag.message_primary or str(error).strip()
    )
    return Failed("", f"the judge was interrupted: {said}")


def settled(exercise: Exercise, found: tuple[Difference, ...], known: Answer | None = None) -> Verdict:
    """Return the verdict that follows from the differences."""
    if not found:
        return Verdict(exercise.key, exercise.title, State.CORRECT)
    hints = {hint.key: hint.text for hint in exercise.hints}
    return Verdict(
        exercise.key,
        exercise.title,
        State.NOT_YET,
        found,
        mistake=(known.note if known else "") or explained(found),
        hint=hints.get(known.hint or known.name, "") if known else "",
    )


def explained(found: tuple[Difference, ...]) -> str:
    """
    Return what the first probe that failed explains: of those after it the cause may be the same.

    Where a name is missing, or nothing was done, the probes fail for that, and not for what they explain.
    """
    if is_missing(found) or any(one.word == NOTHING for one in found):
        return ""
    told = sorted(found, key=lambda one: one.word == PAGES)  # many pages come of something: that is the cause
    whys = [one.why for one in told if one.why and one.word != OTHERWISE]
    if whys or not found:
        return "".join(whys[:1])
    return FIRST_REFUSED if found[0].word == OTHERWISE else ""


def known_mistakes(exercise: Exercise) -> frozenset[str]:
    """Return all that a verdict on *exercise* can call a mistake: no course calls it otherwise."""
    notes = (one.note for one in exercise.wrong)
    return frozenset({*notes, *(probe.why for probe in exercise.probes), FIRST_REFUSED} - {""})


def is_missing(found: tuple[Difference, ...]) -> bool:
    """Say whether a table or a column that the probes name is not there."""
    return any(code in one.text for one in found for code in NOT_THERE)


def could_not_run(exercise: Exercise, error: Failed) -> Verdict:
    """Return the verdict on an answer that failed where the student may see everything."""
    return Verdict(exercise.key, exercise.title, State.COULD_NOT_RUN, (Difference("error", error.text),))


def hidden_error(finding: Departure) -> tuple[Difference, ...]:
    """Return that an answer fails on hidden data: the kind of error, and none of its words."""
    error = finding.failed
    if error is None:
        return ()
    if error.text.startswith(OURS):
        return (Difference("fails on other rows", error.text),)
    return (Difference("fails on other rows", "".join(sqlstate_line(error.sqlstate))),)


def named(exercise: Exercise, name: str) -> Answer | None:
    """Return the stored wrong answer *name*."""
    return next((wrong for wrong in exercise.wrong if wrong.name == name), None)


def recognised(exercise: Exercise, found: tuple[Difference, ...], answer: str) -> Iterator[Answer]:
    """
    Yield each stored wrong answer whose `says` are just what was found.

    An answer that does nothing of the kind, or leaves a name missing, fails like some mistakes and is none.
    """
    texts = [str(difference) for difference in found if difference.word != ONLY_THERE]
    if is_missing(found):
        return
    done = commands(answer)
    for wrong in told_apart(exercise.wrong, answer):
        if not commands(wrong.text) <= done:
            continue
        said = (any(says in text for text in texts) for says in wrong.says)
        if wrong.says and len(wrong.says) == len(texts) and all(said):
            yield wrong
