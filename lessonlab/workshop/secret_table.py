"""A table that is the instructor's alone, such as tokens: read whole, and written at once with mode 0600."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from lessonlab.errors import ConfigError
from lessonlab.system.files import move, write_private

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path


def read_rows(path: Path, head: Sequence[str], cure: str) -> list[tuple[int, dict[str, str]]]:
    """
    Return the rows of the file at *path* by column, each with the number of its line; none without a file.

    Raise `ConfigError` with *cure* where it cannot be read, or has other columns than *head*.
    """
    try:
        rows = csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig")))
        if tuple(rows.fieldnames or ()) != tuple(head):
            want = f"{path.name} has the columns {rows.fieldnames}; want {', '.join(head)}"
            raise ConfigError(want, cure=cure)
        return [(rows.line_num, {name: (row[name] or "").strip() for name in head}) for row in rows]
    except FileNotFoundError:
        return []
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise ConfigError(f"{str(path)!r} cannot be read: {error}", cure=cure) from None


def write_rows(path: Path, head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Write *head* and *rows* to *path*: who looks meanwhile sees the old file or the new one."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(head)
    writer.writerows(rows)
    new = path.with_name(f".{path.name}.new")
    write_private(new, text.getvalue())
    move(new, path)
