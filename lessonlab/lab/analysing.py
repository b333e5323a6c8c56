"""The analytics files, and pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lessonlab import queries as analytics
from lessonlab.lab.asking import Asking
from lessonlab.notebook import asking, charts, diagram, pictures, running

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from pandas import DataFrame

    from lessonlab.notebook.tables import Preformatted, Table
    from lessonlab.plans import Plan


class Analysing(Asking):
    """What a class did, as frames, charts and drawings."""

    def query(self, name: str, **parameters: Any) -> DataFrame:
        """
        Return the rows of the query *name* of `sql/analytics`, typed; `lab.queries()` lists them all.

        Raise `UnknownName` for a query that is not there, `ConfigError` for parameters that do not fit.
        """
        return analytics.run(self.connection, analytics.find(name), parameters)

    def queries(self, name: str = "") -> Table | Preformatted:
        """Return the list of queries that `lab.query` knows, or the file of the one called *name*."""
        return asking.text(name) if name else asking.listing()

    def query_plan(self, name: str, **parameters: Any) -> Plan:
        """Return the plan of the query *name* with *parameters*; see `explain`."""
        return asking.plan(self.connection, name, parameters)

    def chart(self, name: str, **parameters: Any) -> charts.Chart:
        """Return the rows of the query *name* as a picture, with the table that it was drawn from below."""
        return charts.chart(name, self.query(name, **parameters))

    def dashboard(self, *, course: Any) -> charts.Chart:
        """Return six charts of *course* on one page, its completion rate below."""
        found = {name: self.query(name, course=course) for name in charts.DASHBOARD}
        return charts.dashboard(found, self.query("completion_rate", course=course))

    def picture(self, figure: Figure, *, alt: str) -> pictures.Picture:
        """Return *figure* as a picture that says in words what it shows."""
        return pictures.picture(figure, alt)

    def diagram(self) -> pictures.Picture:
        """Return the tables, keys and references of this database as a drawing."""
        with running.ours(self.connection):
            return diagram.diagram(self.connection)
