"""Tables, their columns and what they point to, as values."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column, its type, and its keys: PK, FK, UNIQUE; UNIQUE+ if it is unique with others only."""

    name: str
    type: str
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reference:
    """A foreign key: *columns* point to one row of *parent*, or to none where *optional*."""

    columns: tuple[str, ...]
    parent: str
    at_most_one: bool = False
    optional: bool = False
    cascades: bool = False

    @property
    def many(self) -> str:
        """How many rows may point to one row of the parent: "many", or "1" where a key allows no more."""
        return "1" if self.at_most_one else "many"

    @property
    def one(self) -> str:
        """How many rows of the parent a row points to."""
        return "0 or 1" if self.optional else "1"


@dataclass(frozen=True, slots=True)
class Entity:
    """A table with its columns and what they point to."""

    name: str
    columns: tuple[TableColumn, ...]
    references: tuple[Reference, ...] = ()
