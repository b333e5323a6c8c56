"""Plans, races and claims: what a lab measures."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from lessonlab.lab.base import Asking
from lessonlab.statements import binding
from lessonlab.statements.named_values import NONE, takes_values

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lessonlab.course.shown import Shown
    from lessonlab.plans import Comparison, Plan
    from lessonlab.review import Review
    from lessonlab.statements.race import Race


class Measuring(Asking):
    """What the server does for a statement, what it costs, and what the guide says of it."""

    @takes_values
    def explain(
        self,
        query: str,
        /,
        *,
        analyze: bool = True,
        options: str = "",
        values: Mapping[str, Any] = NONE,
        **named: Any,
    ) -> Plan:
        """
        Return the plan of *query*, run and rolled back; its pages and rows are counted, its times vary.

        *options* are those of EXPLAIN, as `%%explain` takes them: `"wal settings"`.  Values go in as in
        `rows`.
        """
        from lessonlab.statements import explaining

        asked = explaining.read_options(options if analyze else f"off {options}")
        return explaining.explain_text(self.connection, query, {**named, **values}, asked)

    @takes_values
    def compare(
        self,
        query: str,
        /,
        *,
        without: str | Sequence[str] = (),
        hiding: str | Sequence[str] = (),
        adding: str = "",
        instead: str = "",
        settings: Mapping[str, object] = MappingProxyType({}),
        rounds: int = 9,
        seconds: float = 30.0,
        values: Mapping[str, Any] = NONE,
        **named: Any,
    ) -> Comparison:
        """
        Return the plans of *query* before and after a change, side by side, and how much the change is worth.

        Examples:

            query = "SELECT lesson_id FROM lesson_progress WHERE user_id = :mina"
            lab.compare(query, mina=mina, without="idx_lesson_progress_user_id")

            lab.compare("SELECT id FROM lesson_progress WHERE score > 95",
                        adding="CREATE INDEX ON lesson_progress (score)")

        The change is one or several of these:

            without="idx_a"               an index is dropped, or several of a list
            hiding="idx_a"                it is there, and the planner does not see it
            adding="CREATE INDEX …"       an index is made
            settings={"work_mem": "64kB"} settings of the server's
            instead="SELECT …"            another statement is run

        It is rolled back: the database stays as it is, whatever happens in between.  It takes *seconds* at
        most, and *rounds* of timing.  Values go in as in `rows`: where the query says `:seconds`,
        `seconds=60` is its value; *values* holds them apart, whatever their names.
        """
        from lessonlab.statements import explaining
        from lessonlab.statements.what_if import WhatIf

        change = WhatIf.of(without, hiding, adding, instead, settings)
        given = {**named, **values}
        return explaining.compare_text(self.connection, query, given, change, rounds=rounds, seconds=seconds)

    @takes_values
    def race(
        self,
        queries: Mapping[str, str],
        /,
        *,
        rounds: int = 9,
        values: Mapping[str, Any] = NONE,
        **named: Any,
    ) -> Race:
        """
        Return the median times of *queries* taken in turn, as a table; writes are rolled back.

        Values go in as in `rows`.
        """
        from lessonlab.statements.race import race

        given = {**named, **values}
        bound = {name: binding.bind(query, given, self.connection).text for name, query in queries.items()}
        return race(self.connection, bound, rounds=rounds)

    def claim(self, name: str | Mapping[str, Mapping[str, Any]], /, **facts: Any) -> Shown:
        """
        State the guide's claim *name*, what was just measured, and the verdict.

        A family of claims goes into one table: `lab.claim({"G001": {…}, "G002": {…}})`.  Raise `ClaimError`
        when the facts disagree with the verdict that the course teaches.
        """
        from lessonlab.course.claims import find_claim, insist, judge
        from lessonlab.course.shown import Shown

        measured = {name: facts} if isinstance(name, str) else name
        judged = tuple(judge(find_claim(one), seen, self.version) for one, seen in measured.items())
        insist(judged)
        return Shown(judged)

    def review(self) -> Review:
        """Return what the chapters would say of this database's schema: findings, each with its cure."""
        from lessonlab.review import review

        return review(self.connection)
