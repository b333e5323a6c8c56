"""
How far a class is that another process builds.

Its builder says so by the name of its session, which every server shows to whoever waits there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lessonlab import content

if TYPE_CHECKING:
    from collections.abc import Callable

    from psycopg import Connection

    from lessonlab.postgres.sizes import Kind

    Progress = Callable[[float, str], None]

BUILDER = "lessonlab builds"


def telling(connection: Connection[Any], kind: Kind, progress: Progress | None) -> Progress:
    """Return what tells a step to *progress* and, by the name of *connection*, to those who wait."""

    def tell(fraction: float, what: str) -> None:
        name = f"{BUILDER} {kind.word}: {fraction:.2f} {what}"
        connection.execute("SELECT pg_catalog.set_config('application_name', %s, false)", [name])
        if progress is not None:
            progress(fraction, what)

    return tell


@dataclass(slots=True)
class Waiter:
    """One who waits on *connection* for the class of *kind*, and says to *progress* how far it is."""

    connection: Connection[Any]
    kind: Kind
    progress: Progress | None
    said: bool = False

    def look(self) -> None:
        """Say how far the builder is, if it says so."""
        beginning = f"{BUILDER} {self.kind.word}: "
        rows = self.connection.execute(
            content.sql("catalog/class_builders"), {"beginning": beginning}
        ).fetchall()
        if rows and self.progress is not None:
            fraction, _, what = rows[0][0].removeprefix(beginning).partition(" ")
            self.progress(float(fraction), what)
            self.said = True

    def done(self) -> None:
        """Say that the class is there, where something was said before."""
        if self.said and self.progress is not None:
            self.progress(1.0, "ready")
