"""What happens on a day, done to a student's tables: rows are put in, changed and removed, by their parts."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from psycopg import sql
from psycopg.rows import dict_row

from lessonlab.capstone.design import names
from lessonlab.capstone.parts import GIVEN, PARTS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from psycopg import Connection

    from lessonlab.capstone.design import Design, Row

NOBODY = "nobody"  # a learner, or a course, that there is not


@dataclass(frozen=True, slots=True)
class Put:
    """A row of *part*, called *name*, comes in; a value of a reference is the name of another row."""

    part: str
    name: str
    values: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Alter:
    """Values of the row *name* change."""

    name: str
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Remove:
    """The row *name* goes."""

    name: str


Step = Put | Alter | Remove


class CannotBeSaid(Exception):
    """A row that the design has no way to write down: two references want two values in one column."""


class DayPlayer:
    """Does the steps of a day through *connection*, and remembers the rows that it made."""

    def __init__(self, connection: Connection[Any], design: Design) -> None:
        self.connection, self.design = connection, design
        self.rows: dict[str, tuple[str, Row]] = {}

    def do(self, step: Step) -> None:
        """Do *step*; what the server refuses is psycopg's error."""
        if isinstance(step, Put):
            self.rows[step.name] = step.part, self._put(step)
        elif isinstance(step, Alter):
            part, row = self.rows[step.name]
            changed = {self.design.columns[part][key]: value for key, value in step.values.items()}
            told = sql.SQL(", ").join(
                sql.SQL("{} = {}").format(sql.Identifier(one), sql.Placeholder(one)) for one in changed
            )
            self._run(sql.SQL("UPDATE {} SET {} WHERE {}").format(
                self.design.tables[part], told, self.design.find(part)
            ), changed | self.design.key_of(part, row))  # fmt: skip
        else:
            part, row = self.rows[step.name]
            query = sql.SQL("DELETE FROM {} WHERE {}").format(
                self.design.tables[part], self.design.find(part)
            )
            self._run(query, self.design.key_of(part, row))

    def is_there(self, name: str) -> bool:
        """Say whether the row *name* is still there."""
        part, row = self.rows[name]
        query = sql.SQL("SELECT FROM {} WHERE {}").format(self.design.tables[part], self.design.find(part))
        return bool(self._run(query, self.design.key_of(part, row)))

    def value(self, name: str, key: str) -> Any:
        """Return what the row *name* has now for *key*."""
        part, row = self.rows[name]
        query = sql.SQL("SELECT {} AS value FROM {} WHERE {}").format(
            names([self.design.columns[part][key]]), self.design.tables[part], self.design.find(part)
        )
        found = self._run(query, self.design.key_of(part, row))
        return found[0]["value"] if found else None

    def count(self, part: str, **refers: str) -> int:
        """Return how many rows of *part* refer to the rows named."""
        filled = self.filled(part, refers)
        same = [sql.SQL("{} = {}").format(sql.Identifier(one), sql.Placeholder(one)) for one in filled]
        query = sql.SQL("SELECT count(*) AS n FROM {} WHERE {}").format(
            self.design.tables[part], sql.SQL(" AND ").join(same)
        )
        return int(self._run(query, filled)[0]["n"])

    def filled(self, part: str, values: Mapping[str, Any]) -> Row:
        """Return the columns that *values* of a row of *part* fill."""
        found: Row = {}
        for key, value in values.items():
            if key in PARTS[part].refers:
                for column, theirs in self.design.links[part][key]:
                    have = uuid.uuid4() if value == NOBODY else self.rows[value][1][theirs]
                    if column in found and found[column] != have:
                        raise CannotBeSaid(column)
                    found[column] = have
            else:
                found[self.design.columns[part][key]] = value
        return found

    def _put(self, step: Put) -> Row:
        if step.part in GIVEN:
            query = sql.SQL("INSERT INTO {} ({}) VALUES ({}) RETURNING *").format(
                self.design.tables[step.part], names(step.values),
                sql.SQL(", ").join(map(sql.Placeholder, step.values)),
            )  # fmt: skip
            return self._run(query, dict(step.values))[0]
        filled = self.filled(step.part, step.values)
        made = self._run(self.design.insert(step.part, filled), filled)
        return made[0] if made else filled

    def _run(self, query: sql.Composed, values: Row) -> list[Row]:
        with self.connection.cursor(row_factory=dict_row) as cursor:
            cursor.execute(query, values, prepare=False)
            return cursor.fetchall() if cursor.description is not None else []
