"""The analytics files: asked, planned, drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lessonlab.former_names import once_took
from lessonlab.lab.base import Asking
from lessonlab.statements.named_values import NONE, takes_values

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pandas import DataFrame

    from lessonlab.charts.chart import Chart
    from lessonlab.plans import Plan
    from lessonlab.show.tables import Table


class Analysing(Asking):
    """What a class did, as frames and charts."""

    def query(self, name: str, /, **parameters: Any) -> DataFrame:
        """
        Return the rows of the query *name* of `sql/analytics`, typed; `lab.queries()` lists them all.

        Raise `UnknownName` for a query that is not there, `ConfigError` for parameters that do not fit.
        """
        from lessonlab import queries as analytics

        return analytics.run(self.connection, analytics.find(name), parameters)

    @once_took('lab.sql("analytics/{}")', lambda lab, name: lab.sql(f"analytics/{name}"))
    def queries(self) -> Table:
        """Return what `lab.query` knows; `lab.sql("analytics/dropout")` is the file of one."""
        from lessonlab.charts import questions

        return questions.listing()

    def query_plan(self, name: str, /, **parameters: Any) -> Plan:
        """Return the plan of the query *name* with *parameters*; see `explain`."""
        from lessonlab.charts import questions

        return questions.plan(self.connection, name, parameters)

    def chart(self, name: str, /, **parameters: Any) -> Chart:
        """Return the rows of the query *name* as a picture, with the table that it was drawn from below."""
        from lessonlab.charts import chart as charts

        return charts.chart(name, self.query(name, **parameters))

    def dashboard(self, *, course: Any) -> Chart:
        """Return six charts of *course* on one page, its completion rate below."""
        from lessonlab.charts import chart as charts

        found = {name: self.query(name, course=course) for name in charts.DASHBOARD}
        return charts.dashboard(found, self.query("completion_rate", course=course))

    @takes_values
    def bars(
        self,
        rows: Any,
        /,
        *,
        of: str = "",
        alt: str = "",
        values: Mapping[str, Any] = NONE,
        **named: Any,
    ) -> Chart:
        """
        Return a bar for each of *rows*: a query, a `Table`, or what `%%sql name <<` keeps.

        Examples:

            lab.bars("SELECT lesson_id, count(*) AS tries FROM lesson_progress GROUP BY lesson_id")

        The first column of words names the bars, each column of numbers is drawn beside the others; the
        column *of* stands pale behind them, as the whole of which they are parts.
        """
        from lessonlab.charts import own_rows

        return own_rows.bars(self._table(rows, {**named, **values}), alt, of=of)

    @takes_values
    def dots(
        self,
        rows: Any,
        /,
        *,
        label: Sequence[str] = (),
        panels: str = "",
        alt: str = "",
        values: Mapping[str, Any] = NONE,
        **named: Any,
    ) -> Chart:
        """
        Return a dot for each of *rows*, the first column of numbers across and the second up; see `bars`.

        The rows called as *label* says stand out; each value of the column *panels* has a drawing of its own.
        """
        from lessonlab.charts import own_rows

        return own_rows.dots(self._table(rows, {**named, **values}), alt, label=label, panels=panels)

    @takes_values
    def curve(
        self,
        rows: Any,
        /,
        *,
        labels: Sequence[str] = (),
        alt: str = "",
        values: Mapping[str, Any] = NONE,
        **named: Any,
    ) -> Chart:
        """
        Return a line for each column of numbers of *rows* but the first, which runs across; see `bars`.

        *labels* chooses some of the columns.  An axis counts by tens where the largest is a hundred times
        the smallest.
        """
        from lessonlab.charts import own_rows

        return own_rows.curve(self._table(rows, {**named, **values}), alt, labels=labels)
