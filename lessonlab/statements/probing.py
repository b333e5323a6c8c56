"""One probe of a claim: run, and taken back unless it prepares what others need."""

from __future__ import annotations

from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lessonlab.course.facts import ACCEPTED
from lessonlab.errors import ContentError, SqlError
from lessonlab.grading.claim_probes import CURE
from lessonlab.plans.explain import explain
from lessonlab.statements.binding import bind, parameters
from lessonlab.statements.outcomes import Keep, Outcome
from lessonlab.statements.running import ours, run

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from psycopg import Connection

    from lessonlab.grading.probes import Probe
    from lessonlab.plans import Plan

YES, NO, NONE, NO_ROW = "yes", "no", "none", "no row"
SECONDS = 30.0  # for a statement whose plan is asked for


@dataclass(frozen=True, slots=True)
class Prober:
    """
    What runs probes on *connection*, with the values *names*.

    With *together* it stands in a transaction, and takes back what a probe did; else each statement is by
    itself and stays.
    """

    connection: Connection[Any]
    names: Mapping[str, Any]
    together: bool = True

    def value(self, text: str) -> object:
        """Return the first column of the first row, which is NULL only where there is one."""
        rows = self._outcome(text).rows
        return rows[0][0] if rows else NO_ROW

    def steps(self, text: str) -> object:
        """Return the first column of all rows."""
        return tuple(row[0] for row in self._outcome(text).rows)

    def sqlstate(self, text: str) -> object:
        """Return the code that *text* is refused with, `None` when it is accepted."""
        error = self._error(text)
        return error.sqlstate if error else None

    def pages(self, text: str) -> object:
        """Return how many pages the statement reads."""
        return self._plan(text, analyze=True).pages or 0

    def index(self, text: str) -> object:
        """Return the names of the indexes in the statement's plan."""
        found = {node.index for node in self._plan(text, analyze=False).nodes if node.index}
        return ", ".join(sorted(found)) or NONE

    def judge(self, probe: Probe) -> tuple[str, str]:
        """Return what must come of a probe that judges by itself, and what came of it."""
        try:
            return JUDGES[probe.verb](self, probe)
        except SqlError as error:
            insist_on_going(error)
            return YES, brief(error)

    def prepare(self, probe: Probe) -> tuple[str, str]:
        """Run what must work, and keep what it did."""
        error = self._error(probe.text, keep=True)
        return ACCEPTED, brief(error) if error else ACCEPTED

    def accept(self, probe: Probe) -> tuple[str, str]:
        """Run what must work, and take it back."""
        error = self._error(probe.text)
        return ACCEPTED, brief(error) if error else ACCEPTED

    def refuse(self, probe: Probe) -> tuple[str, str]:
        """Run what must be refused with one of the probe's codes."""
        error = self._error(probe.text)
        code = str(error.sqlstate) if error else ACCEPTED
        return (code if code in probe.codes else probe.argument), code

    def confirm(self, probe: Probe) -> tuple[str, str]:
        """Ask what must be true."""
        answer = self.value(probe.text)
        return YES, YES if answer is True else NO if answer is False else f"{answer}"

    def limit(self, probe: Probe) -> tuple[str, str]:
        """Count the pages that a statement reads, which must be few."""
        pages, want = self._plan(probe.text, analyze=True).pages or 0, f"fewer than {probe.limit:,}"
        return want, want if pages < probe.limit else f"{pages:,}"

    def require_names(self, probe: Probe, where: str) -> None:
        """Raise `ContentError` when *probe* has a `:name` without a value."""
        for name in sorted(parameters(probe.text) - self.names.keys()):
            raise ContentError(
                f"{where}: `{probe.label}`: sql/claims/names.sql has no :{name} in this class", cure=CURE
            )

    def _plan(self, text: str, *, analyze: bool) -> Plan:
        bound = bind(text.rstrip().rstrip(";"), self.names, self.connection).text
        with ours(self.connection):
            return explain(self.connection, bound, analyze=analyze, timeout=SECONDS)

    def _error(self, text: str, *, keep: bool = False) -> SqlError | None:
        """Run the statements of *text*; return what refused one of them, now or at a COMMIT."""
        try:
            with self._taken_back(keep=keep):
                self._run(text)
                if self.together:  # what waits for COMMIT is tried, and waits on
                    with self.connection.transaction(force_rollback=True):
                        self.connection.execute("SET CONSTRAINTS ALL IMMEDIATE")
        except SqlError as error:
            insist_on_going(error)
            return error
        return None

    def _outcome(self, text: str) -> Outcome:
        with self._taken_back():
            return self._run(text)

    def _run(self, text: str) -> Outcome:
        """Run the statements of *text* and return what the last one gave."""
        outcome = Outcome("")
        for outcome in run(self.connection, text, self.names, say=lambda _: None, keep=Keep(0)):  # noqa: B007
            pass
        return outcome

    @contextmanager
    def _taken_back(self, *, keep: bool = False) -> Iterator[None]:
        connection = self.connection
        with (
            ours(connection),
            connection.transaction(force_rollback=not keep) if self.together else nullcontext(),
        ):
            yield


JUDGES = {
    "do": Prober.prepare,
    "accepted": Prober.accept,
    "refused": Prober.refuse,
    "true": Prober.confirm,
    "pages": Prober.limit,
}


def insist_on_going(error: SqlError) -> None:
    """Raise *error* if it is the reader who stopped the statement: that is no answer of the server's."""
    if isinstance(error.__context__, KeyboardInterrupt):
        raise error


def brief(error: SqlError) -> str:
    """Return one line of *error*: its message and code."""
    return f"{error.primary} (SQLSTATE {error.sqlstate})"
