"""Rows in a message: a few of them, short; of a row with many columns what is special, by name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

SHOWN = 3
SHORT = 6  # columns of a row that is read without their names
KEY = 3  # columns that say which row it is, where there are many
NEAR = 200
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")

Cells = tuple[str | None, ...]


def listed(rows: Sequence[Cells], others: Sequence[Cells], columns: Sequence[str]) -> str:
    """Return the first of *rows*, and how many more there are; of long ones what is special, by name."""
    if len(columns) > SHORT:
        written = [by_name(row, others, columns) for row in rows[:SHOWN]]
    else:
        written = [shown(row) for row in rows[:SHOWN]]
    more = len(rows) - SHOWN
    return ", ".join(written) + (f" and {more:,} more" if more > 0 else "")


def by_name(row: Cells, others: Sequence[Cells], columns: Sequence[str]) -> str:
    """
    Return the key of *row*, which stands first, and the columns in which it differs from the nearest other.

    >>> by_name(("1", "2", "3", "4", "5"), [("1", "2", "3", "0", "5")], ("a", "b", "c", "tries", "score"))
    '(a 1, b 2, c 3, tries 4)'
    """
    nearest = min(others[:NEAR], key=lambda other: apart(row, other), default=())
    alike = bool(nearest) and apart(row, nearest) <= len(row) // 2
    cells = [
        f"{column} {'NULL' if cell is None else brief(cell)}"
        for i, (column, cell) in enumerate(zip(columns, row, strict=True))
        if i < KEY or not alike or nearest[i] != cell
    ]
    return f"({', '.join(cells)})"


def apart(one: Cells, other: Cells) -> int:
    """Return in how many columns two rows differ; those of the key count more."""
    return sum((i < KEY) * KEY + 1 for i, (a, b) in enumerate(zip(one, other, strict=True)) if a != b)


def brief(cell: str) -> str:
    """
    Return a cell as it is shown: of a uuid its beginning.

    >>> brief("376a4b7b-49f2-4ec6-a194-b84736b76f02"), brief("joins")
    ('376a4b7b…', 'joins')
    """
    return f"{cell[:8]}…" if UUID.fullmatch(cell) else shortened(cell)


def shown(row: Sequence[Any]) -> str:
    """
    Return a row for a message.

    >>> shown(("Databases", "75.0", None))
    '(Databases, 75.0, NULL)'
    """
    return "(" + ", ".join("NULL" if cell is None else shortened(str(cell)) for cell in row) + ")"


def shortened(text: str) -> str:
    """Return *text*, cut when it is long."""
    return text if len(text) <= 60 else f"{text[:59]}…"  # noqa: PLR2004 - a message is read


def named(columns: Sequence[str]) -> str:
    """Return the names of columns for a message."""
    return f"({', '.join(columns)})"
