"""The judge: an exercise and an answer in, a verdict out."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING, Self

from psycopg.errors import lookup

from lessonlab.grading.bases import ensure_base
from lessonlab.grading.by_prediction import ByPrediction
from lessonlab.grading.by_probes import ByProbes, count_pages
from lessonlab.grading.by_rows import ByRows, Finding
from lessonlab.grading.by_sessions import BySessions
from lessonlab.grading.counterexample import counterexample
from lessonlab.grading.ground import Ground
from lessonlab.grading.session import Failed
from lessonlab.grading.verdict import Difference, State, Verdict
from lessonlab.postgres.scan import SILENT, split, tokens

if TYPE_CHECKING:
    from collections.abc import Callable

    from lessonlab.grading.exercise import Answer, Exercise
    from lessonlab.grading.verdict import Grid
    from lessonlab.postgres.server import Server

NO_TABLE = "(SQLSTATE 42P01)"
OURS = ("stopped: ", "the session ended")  # how our own words on an error begin: nobody's rows are in them


class Judge:
    """Judges answers on one server; what it needs is made when first needed, and dropped by `close`."""

    def __init__(self, server: Server, seed: int | None = None) -> None:
        self.ground = Ground(server, seed)
        self.by_rows = ByRows(self.ground)
        self.by_probes = ByProbes(self.ground)
        self.by_prediction = ByPrediction(self.ground)
        self.by_sessions = BySessions(self.ground)
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
        if is_untouched(exercise, text):
            verdict = Verdict(exercise.key, exercise.title, State.NOT_ATTEMPTED)
        elif not is_text(text):
            said = "it holds a character that is no text: NUL, or half of a surrogate pair"
            verdict = could_not_run(exercise, Failed("22021", said))
        else:
            verdict = self._judge(exercise, text)
        return replace(verdict, seconds=time.perf_counter() - started)

    def _judge(self, exercise: Exercise, text: str) -> Verdict:
        try:
            if exercise.front.answer in ("query", "write"):
                return self._by_rows(exercise, text)
            if exercise.front.answer == "text":
                found = self.by_prediction.judge(exercise, text)
                return settled(exercise, found, same_text(exercise, text))
            by = self.by_sessions if exercise.front.answer == "sessions" else self.by_probes
            found = by.judge(exercise, text)
        except Failed as error:
            return could_not_run(exercise, error)
        return settled(exercise, found, recognised(exercise, found, text))

    def _by_rows(self, exercise: Exercise, text: str) -> Verdict:
        finding = self.by_rows.find(exercise, text)
        if finding is None:
            found = self._pages(exercise, text)
            return settled(exercise, found, recognised(exercise, found, text))
        if finding.failed is not None and finding.data.visible:
            return could_not_run(exercise, finding.failed)
        name = self.by_rows.same_mistake(exercise, text)
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
        return (Difference("too many pages", f"have {pages:,}, want fewer than {limit:,}"),)

    def warm(self) -> None:
        """Make what the first check would have to wait for."""
        for base in ("tables", "class"):
            ensure_base(self.ground.cage, base)
        self.ground.standard()


def is_untouched(exercise: Exercise, text: str) -> bool:
    """Say whether there is nothing in *text* that the stub did not have."""
    plain: Callable[[str], object] = bare_lines if exercise.front.answer == "text" else bare
    return plain(text) in (plain(""), plain(exercise.stub))


def is_text(text: str) -> bool:
    """
    Say whether a server reads *text* as it stands: it ends what it is sent at NUL, and is sent UTF-8.

    >>> is_text("SELECT 'ä'"), is_text("SELECT 1" + chr(0)), is_text(chr(0xD800))
    (True, False, False)
    """
    return "\0" not in text and not any("\ud800" <= character <= "\udfff" for character in text)


def bare(text: str) -> str:
    """
    Return SQL without comments, white space and a last semicolon.

    >>> bare("-- a\\nSELECT  1 ;\\n") == bare("select 1"), bare("-- TODO")
    (False, '')
    """
    return " ".join(token.text for token in tokens(text) if token.kind not in SILENT).rstrip("; ")


def bare_lines(text: str) -> list[str]:
    """
    Return the lines of a prediction that say something.

    >>> bare_lines("# which?\\na:\\nb: 2\\n")
    ['b: 2']
    """
    lines = [line.partition("#")[0].partition("--")[0].strip() for line in text.splitlines()]
    return [line for line in lines if line and not line.endswith((":", "="))]


def settled(exercise: Exercise, found: tuple[Difference, ...], known: Answer | None) -> Verdict:
    """Return the verdict that follows from the differences."""
    if not found:
        return Verdict(exercise.key, exercise.title, State.CORRECT)
    hints = {hint.key: hint.text for hint in exercise.hints}
    return Verdict(
        exercise.key,
        exercise.title,
        State.NOT_YET,
        found,
        mistake=known.note if known else "",
        hint=hints.get(known.hint or known.name, "") if known else "",
    )


def could_not_run(exercise: Exercise, error: Failed) -> Verdict:
    """Return the verdict on an answer that failed where the student may see everything."""
    return Verdict(exercise.key, exercise.title, State.COULD_NOT_RUN, (Difference("error", error.text),))


def hidden_error(finding: Finding) -> tuple[Difference, ...]:
    """Return that an answer fails on hidden data: the kind of error, and none of its words."""
    error = finding.failed
    if error is None:
        return ()
    if error.text.startswith(OURS):
        return (Difference("fails on other rows", error.text),)
    return (Difference("fails on other rows", f"SQLSTATE {error.sqlstate} ({condition(error.sqlstate)})"),)


def condition(code: str) -> str:
    """
    Return Python's name of an error code.

    >>> condition("22012")
    'DivisionByZero'
    """
    try:
        return lookup(code).__name__
    except KeyError:
        return "unknown"


def named(exercise: Exercise, name: str) -> Answer | None:
    """Return the stored wrong answer *name*."""
    return next((wrong for wrong in exercise.wrong if wrong.name == name), None)


def recognised(exercise: Exercise, found: tuple[Difference, ...], answer: str) -> Answer | None:
    """
    Return the stored wrong answer whose `says` are just what was found.

    An answer that does nothing of the kind, or leaves a name missing, fails like some mistakes and is none.
    """
    texts = [str(difference) for difference in found]
    if any(NO_TABLE in text for text in texts):
        return None
    done = commands(answer)
    for wrong in exercise.wrong:
        if not commands(wrong.text) <= done:
            continue
        said = (any(says in text for text in texts) for says in wrong.says)
        if wrong.says and len(wrong.says) == len(texts) and all(said):
            return wrong
    return None


def commands(text: str) -> set[str]:
    """
    Return the words that the statements of *text* begin with.

    >>> sorted(commands("-- a\\ncreate table a (); BEGIN; INSERT INTO a DEFAULT VALUES"))
    ['BEGIN', 'CREATE', 'INSERT']
    """
    return {bare(statement.text).partition(" ")[0].upper() for statement in split(text)}


def same_text(exercise: Exercise, text: str) -> Answer | None:
    """Return the stored wrong prediction that says the same as *text*."""
    mine = bare_lines(text.lower())
    return next((wrong for wrong in exercise.wrong if bare_lines(wrong.text.lower()) == mine), None)
