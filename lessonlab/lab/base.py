"""What every member of a lab stands on: its session, and a statement run in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lessonlab.errors import ConfigError, SqlError
from lessonlab.postgres.connect import server_version
from lessonlab.postgres.undone import require_whole
from lessonlab.show.tables import Table
from lessonlab.statements import running
from lessonlab.statements.named_values import NONE, takes_values
from lessonlab.statements.outcomes import ALL, SHOWN, Keep, Outcome, ahead, shape
from lessonlab.system.console import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from psycopg import Connection

    from lessonlab.postgres.session import Session
    from lessonlab.show.tables import Preformatted


class Asking:
    """Statements in the notebook's one session."""

    session: Session

    @property
    def connection(self) -> Connection[Any]:
        """Return the psycopg connection that `%sql` uses too; autocommit, in UTC."""
        return self.session.connection()

    @property
    def version(self) -> int:
        """Return the server's major version: 18; `SHOW server_version` says it whole."""
        return server_version(self.connection) // 10_000

    @takes_values
    def rows(self, query: str, /, *, values: Mapping[str, Any] = NONE, **named: Any) -> list[tuple[Any, ...]]:
        """
        Return the rows of *query*; `SqlError` when it is refused.

        `:name` in it is the value of that name: `lab.rows("… WHERE id = :user", user=3)`.  A setting of a
        call, as `caption` of `lab.table`, may be a value's name too: what the query names is its value.  Who
        needs both gives the value in *values*: `values={"caption": "x"}`.
        """
        return list(self._outcome(query, {**named, **values}).rows)

    @takes_values
    def value(self, query: str, /, *, values: Mapping[str, Any] = NONE, **named: Any) -> Any:
        """Return the first column of the first row of *query*, `None` when it has no rows; see `rows`."""
        found = self._outcome(query, {**named, **values}, Keep(0, 1)).rows
        return found[0][0] if found else None

    @takes_values
    def table(
        self, query: str, /, *, caption: str = "", values: Mapping[str, Any] = NONE, **named: Any
    ) -> Table | Preformatted:
        """Return the rows of *query* as a small table that shows itself; see `rows`."""
        return shape(self._outcome(query, {**named, **values}, ahead()), caption=caption)

    @takes_values
    def run(self, script: str, /, *, values: Mapping[str, Any] = NONE, **named: Any) -> None:
        """Run one statement or several, and return nothing; see `rows`."""
        self._outcome(script, {**named, **values}, Keep(0, 0))

    @takes_values
    def refused(
        self, script: str, /, *, keep: bool = False, values: Mapping[str, Any] = NONE, **named: Any
    ) -> str | None:
        """
        Return the SQLSTATE that *script* is refused with, `None` when the database accepts it; see `rows`.

        What it did is rolled back unless *keep* is set.
        """
        connection = self.connection
        try:
            with running.ours(connection):
                require_whole(connection)
                with connection.transaction(force_rollback=not keep):
                    self._outcome(script, {**named, **values}, Keep(0, 0))
        except SqlError as error:
            return error.sqlstate
        return None

    def needs(self, privilege: str = "", *, since: int = 0) -> bool:
        """
        Say whether the role has *privilege* on a server from major *since* on; print it if not.

        On the lab's own server it may become a superuser: `SET ROLE lessonlab_superuser`.
        """
        from lessonlab.postgres.needs import lacking

        said = lacking(self.connection, privilege, since)
        if said:
            say(said)
        return not said

    def _table(self, rows: Any, values: Mapping[str, Any]) -> Table:
        """Return *rows* as a table: those of a query, or those that `%%sql name <<` or a member kept."""
        asked = isinstance(rows, str)
        found = shape(self._outcome(rows, values, SHOWN)) if asked else getattr(rows, "table", rows)
        if not isinstance(found, Table):
            raise ConfigError(
                "have no rows to draw", cure="give a SELECT, or what %%sql name << SELECT … kept"
            )
        if found.total > len(found.rows):
            raise ConfigError(
                f"have {len(found.rows):,} of {found.total:,} rows to draw", cure="give the SELECT itself"
            )
        return found

    def _outcome(self, script: str, values: Mapping[str, Any], keep: Keep = ALL) -> Outcome:
        """Run *script* and return what its last statement gave."""
        outcome = Outcome("")
        for outcome in running.run(self.connection, script, values, keep=keep):  # noqa: B007 - the last is wanted
            pass
        return outcome
