r"""psql's `\d` and `\dt`, for those who know them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from lessonlab.content import sql
from lessonlab.errors import ConfigError
from lessonlab.postgres.scan import Statement
from lessonlab.postgres.sqlerrors import Place
from lessonlab.show.tables import Preformatted, Table
from lessonlab.statements.binding import bind
from lessonlab.statements.running import reported

if TYPE_CHECKING:
    import psycopg

CURE = r"%sql \d, %sql \d NAME, or in a terminal: lessonlab psql"
COLUMNS = ("Column", "Type", "Nullable", "Default")
RELATIONS = ("Schema", "Name", "Type")


@dataclass(frozen=True, slots=True, repr=False)
class Description:
    """A table's columns, and below them what hangs on it."""

    columns: Table
    parts: Preformatted

    def __repr__(self) -> str:
        return f"{self.columns!r}\n{self.parts!r}".rstrip()

    def _repr_html_(self) -> str:
        return self.columns._repr_html_() + self.parts._repr_html_()


def is_command(text: str) -> bool:
    r"""
    Say whether *text* is a command of psql's rather than SQL.

    >>> is_command(r" \d users"), is_command("SELECT 1")
    (True, False)
    """
    return text.lstrip().startswith("\\")


def describe(conn: psycopg.Connection[Any], text: str) -> Table | Description:
    r"""Return what psql shows for `\d NAME`, `\d` or `\dt`."""
    command, _, name = text.strip().rstrip(";").partition(" ")
    name = name.strip()
    with reported(conn, bind(text, {}), Statement(text, 0), Place(text)):
        if command in {"\\d", "\\dt", "\\dv"} and not name:
            kinds = {"\\dt": "rp", "\\dv": "vm"}.get(command, "rpvmSf")
            found = conn.execute(sql("catalog/list_relations").encode(), {"kinds": list(kinds)}).fetchall()
            return Table(RELATIONS, found, limit=None)
        if command in {"\\d", "\\d+"} and name and "\n" not in name:
            return describe_relation(conn, name)
    raise ConfigError(f"psql's {text.strip()!r} is not known here", cure=CURE)


def describe_relation(conn: psycopg.Connection[Any], name: str) -> Description:
    """Return the columns of the table or view *name*, its indexes, constraints and triggers."""
    who = {"name": name}
    columns = conn.execute(sql("catalog/describe_columns").encode(), who).fetchall()
    if not columns:
        raise ConfigError(f"there is no table or view {name!r}", cure=r"%sql \d")
    parts = conn.execute(sql("catalog/describe_parts").encode(), who).fetchall()
    lines = [
        line
        for heading, group in groupby(parts, key=lambda part: part[0])
        for line in (f"{heading}:", *(f"    {text}" for _, text in group))
    ]
    return Description(
        Table(COLUMNS, columns, name, limit=None, unit="column"), Preformatted("\n".join(lines))
    )
