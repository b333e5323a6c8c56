"""The text of an SQL file: a string that shows itself as it stands, line by line."""

from __future__ import annotations

from lessonlab.show.tables import Preformatted


class SqlText(str):
    r"""
    SQL to read and to run.

    >>> SqlText("SELECT 1\nFROM t")
    SELECT 1
    FROM t
    """

    __slots__ = ()

    def __repr__(self) -> str:
        return str(self)

    def _repr_html_(self) -> str:
        return Preformatted(str(self))._repr_html_()
