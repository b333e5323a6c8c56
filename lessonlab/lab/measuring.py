"""Plans, races and claims: what a lab measures."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from lessonlab.course.claims import find_claim, insist, judge
from lessonlab.course.shown import Shown
from lessonlab.lab.asking import Asking
from lessonlab.notebook import binding, explaining, race
from lessonlab.notebook.changes import Change
from lessonlab.review import review

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lessonlab.plans import Comparison, Plan
    from lessonlab.review import Review


class Measuring(Asking):
    """What the server does for a statement, what it costs, and what the guide says of it."""

    def explain(self, query: str, *, analyze: bool = True, options: str = "", **values: Any) -> Plan:
        """
        Return the plan of *query*, run and rolled back; its pages and rows are counted, its times vary.

        *options* are those of EXPLAIN, as `%%explain` takes them: `"wal settings"`.
        """
        asked = explaining.read_options(options if analyze else f"{options} off")
        return explaining.explain_text(self.connection, query, values, asked)

    def compare(
        self,
        query: str,
        *,
        without: str | Sequence[str] = (),
        hiding: str | Sequence[str] = (),
        adding: str = "",
        instead: str = "",
        settings: Mapping[str, object] = MappingProxyType({}),
        rounds: int = 9,
        seconds: float = 30.0,
        **values: Any,
    ) -> Comparison:
        """
        Return the plans of *query* before and after a change, side by side, and how much the change is worth.

        The change is one or several of these: an index *without* which it runs, or several; one that is there
        but *hiding* from the planner; an index that *adding* makes, `"CREATE INDEX …"`; *settings*; another
        statement *instead*.  It is rolled back: the database stays as it is, whatever happens in between.
        """
        change = Change.of(without, hiding, adding, instead, settings)
        return explaining.compare_text(self.connection, query, values, change, rounds=rounds, seconds=seconds)

    def race(self, queries: Mapping[str, str], *, rounds: int = 9, **values: Any) -> race.Race:
        """Return the median times of *queries* taken in turn, as a table; writes are rolled back."""
        bound = {name: binding.bind(query, values, self.connection).text for name, query in queries.items()}
        return race.race(self.connection, bound, rounds=rounds)

    def claim(self, name: str, **facts: Any) -> Shown:
        """
        State the guide's claim *name*, what was just measured, and the verdict.

        Raise `ClaimError` when *facts* disagree with the verdict that the course teaches.
        """
        return self.claims({name: facts})

    def claims(self, measured: Mapping[str, Mapping[str, Any]]) -> Shown:
        """State a family of claims in one table; see `claim`."""
        judged = tuple(judge(find_claim(name), facts, self.version) for name, facts in measured.items())
        insist(judged)
        return Shown(judged)

    def review(self) -> Review:
        """Return what the chapters would say of this database's schema: findings, each with its cure."""
        return review(self.connection)
