"""The files of `sql/`: read, and applied to a database in their order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from lessonlab import content
from lessonlab.lab.base import Asking
from lessonlab.show.sql_text import SqlText

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from psycopg import Connection

    from lessonlab.postgres.apply import Applied
    from lessonlab.show.phases import Phase
    from lessonlab.show.pictures import Picture

PHASE = re.compile(r"(?:--! .*\n)?-- ([A-Z][a-z]+(?: [a-z]+)?): ")  # how a file begins: what it is in a move


class Files(Asking):
    """Statements that stand in files, under the name that they have there."""

    def sql(self, name: str, /) -> SqlText:
        """Return the text of a file of `sql/`: `lab.sql("progress/drift")`."""
        return SqlText(content.sql(name.removesuffix(".sql")).rstrip())

    def apply(self, name: str, /, *, to: Connection[Any] | None = None) -> list[Applied]:
        """
        Apply the numbered files of `sql/<name>/` that the database lacks, and return what was applied.

        *to* is another connection than the notebook's own.  Raise `SqlError` when the server refuses a file:
        it leaves nothing behind, and those before it stay.
        """
        from lessonlab.postgres.apply import apply_set

        return apply_set(to or self.connection, name)

    def phases(self, name: str, /, **apps: str) -> Picture:
        """
        Apply the files of `sql/<name>/` one at a time, try *apps* after each, and draw which of them worked.

        Examples:

            lab.phases("migrations", old_app="SELECT old_app()", new_app="SELECT new_app()")

        Each statement is what an app sends; what it did is taken back.
        """
        from lessonlab.postgres.sqlerrors import condition
        from lessonlab.show.phases import phases

        seen = list(self._phases(name, list(apps.values())))
        return phases([app.replace("_", " ") for app in apps], seen, condition)

    def _phases(self, name: str, statements: Sequence[str]) -> Iterator[Phase]:
        """Yield what *statements* get before and after each file that is pending."""
        from lessonlab.postgres.apply import apply_set
        from lessonlab.show.phases import Phase

        yield Phase("before", "", tuple(map(self.refused, statements)))
        for file in self.pending(name):
            apply_set(self.connection, name, most=1)
            called = PHASE.match(content.sql(f"{name}/{file.removesuffix('.sql')}"))
            tried = tuple(map(self.refused, statements))
            yield Phase(file.removesuffix(".sql"), called[1] if called else "", tried)

    def pending(self, name: str, /) -> list[str]:
        """Return the names of the files of `sql/<name>/` that the database lacks, in order."""
        from lessonlab.postgres.apply import pending

        return pending(self.connection, name)

    def citus_version(self) -> str | None:
        """Return the version of Citus that the server has ready, `None` when it has none."""
        from lessonlab.postgres import citus

        return citus.citus_version(self.connection)

    def spread(self, workers: Sequence[str] = ()) -> list[Applied]:
        """
        Make the course's tables and spread them over the machines of a Citus coordinator.

        *workers* are `"host:port"` of those that it does not know yet.
        """
        from lessonlab.postgres import citus

        return citus.spread(self.connection, workers)
