"""What every member of a lab stands on: its session, and a statement run in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lessonlab.errors import ConfigError, SqlError
from lessonlab.notebook import running
from lessonlab.notebook.outcomes import Outcome, shape
from lessonlab.notebook.tables import ROWS
from lessonlab.postgres.connect import server_version
from lessonlab.postgres.undone import require_whole

if TYPE_CHECKING:
    from collections.abc import Mapping

    from psycopg import Connection

    from lessonlab.notebook.tables import Preformatted, Table
    from lessonlab.postgres.session import Session

PRIVILEGES = {"superuser": "rolsuper", "createrole": "rolcreaterole", "createdb": "rolcreatedb"}


class Asking:
    """Statements in the notebook's one session."""

    session: Session

    @property
    def connection(self) -> Connection[Any]:
        """Return the psycopg connection that `%sql` uses too; autocommit, in UTC."""
        return self.session.connection()

    @property
    def server_version(self) -> str:
        """Return the server's version as text: 18.6."""
        number = server_version(self.connection)
        return f"{number // 10_000}.{number % 10_000}"

    @property
    def version(self) -> int:
        """Return the server's major version: 18."""
        return server_version(self.connection) // 10_000

    def rows(self, query: str, **values: Any) -> list[tuple[Any, ...]]:
        """Return the rows of *query*, in which `:name` stands for a value; `SqlError` when it is refused."""
        return list(self._outcome(query, values).rows)

    def value(self, query: str, **values: Any) -> Any:
        """Return the first column of the first row of *query*, `None` when it has no rows."""
        found = self.rows(query, **values)
        return found[0][0] if found else None

    def table(self, query: str, *, caption: str = "", **values: Any) -> Table | Preformatted:
        """Return the rows of *query* as a small table that shows itself."""
        return shape(self._outcome(query, values, keep=ROWS), caption=caption)

    def run(self, script: str, **values: Any) -> None:
        """Run one statement or several, and return nothing."""
        self._outcome(script, values)

    def refused(self, script: str, *, keep: bool = False, **values: Any) -> str | None:
        """
        Return the SQLSTATE that *script* is refused with, `None` when the database accepts it.

        What it did is rolled back unless *keep* is set.
        """
        connection = self.connection
        try:
            with running.ours(connection):
                require_whole(connection)
            with connection.transaction(force_rollback=not keep):
                self._outcome(script, values)
        except SqlError as error:
            return error.sqlstate
        return None

    def needs(self, privilege: str = "", *, since: int = 0) -> bool:
        """Say whether the role has *privilege* on a server from major *since* on; print it if not."""
        lacking = []
        if privilege and not self._has(privilege):
            lacking.append(f"a role with {privilege.upper()}")
        if self.version < since:
            lacking.append(f"PostgreSQL {since}")
        if lacking:
            print(f"not run here: this cell needs {' and '.join(lacking)}")
        return not lacking

    def _has(self, privilege: str) -> bool:
        if privilege not in PRIVILEGES:
            raise ConfigError(f"unknown privilege {privilege!r}", cure=f"name one of {', '.join(PRIVILEGES)}")
        return bool(self.value(f"SELECT {PRIVILEGES[privilege]} FROM pg_roles WHERE rolname = current_user"))  # noqa: S608

    def _outcome(self, script: str, values: Mapping[str, Any], *, keep: int = 0) -> Outcome:
        """Run *script* and return what its last statement gave."""
        outcome = Outcome("")
        for outcome in running.run(self.connection, script, values, keep=keep):  # noqa: B007 - the last is wanted
            pass
        return outcome
