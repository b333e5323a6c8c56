"""`%%sql --csv FILE`: all rows of a statement in a file, none of them in memory."""

from __future__ import annotations

import filecmp
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lessonlab.errors import ConfigError
from lessonlab.postgres.scan import split
from lessonlab.postgres.sqlerrors import Place
from lessonlab.statements.binding import bind
from lessonlab.statements.only_reading import FIRST
from lessonlab.statements.running import noticed, reported
from lessonlab.system import files

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import psycopg

BEFORE, BEHIND = "COPY (", "\n) TO STDOUT (FORMAT csv, HEADER)"
WRITING = frozenset({"insert", "update", "delete", "merge"})
CURE = "%%sql --csv rows.csv above one SELECT"


def write_csv(
    conn: psycopg.Connection[Any], text: str, names: Mapping[str, Any], name: str, say: Callable[[str], None]
) -> str:
    """
    Write what the one statement of *text* gives to the file *name*, and return a line that says so.

    Another file of that name is kept as `name.before`.
    """
    path = Path(name).expanduser()
    statements = split(text)
    first = (statements[0].words[:1] or ["("])[0] if statements else ""
    if len(statements) != 1 or first not in FIRST | WRITING:
        raise ConfigError("--csv writes the rows of one SELECT, or of one RETURNING", cure=CURE)
    statement = statements[0]
    bound = bind(statement.text, names, conn)
    part = path.with_name(f"{path.name}.part")
    try:
        with (
            reported(conn, bound, statement, Place(text), before=len(BEFORE)),
            noticed(conn, say),
            conn.cursor() as cursor,
            part.open("wb") as file,
        ):
            with cursor.copy(f"{BEFORE}{bound.text}{BEHIND}".encode()) as stream:
                for block in stream:
                    file.write(block)
            rows = cursor.rowcount
        kept = put_in_place(part, path)
    except OSError as error:
        raise ConfigError(f"{name} cannot be written: {error.strerror}", cure=CURE) from None
    finally:
        files.remove(part)
    return f"{rows:,} row{'' if rows == 1 else 's'} written to {name}{kept}"


def put_in_place(part: Path, path: Path) -> str:
    """Give the file *part* the name *path*; keep what was there, and say under which name."""
    before = path.with_name(f"{path.name}.before")
    differs = path.exists() and not filecmp.cmp(part, path, shallow=False)
    if differs:
        files.move(path, before)
    files.move(part, path)
    return f"; what was there is {before.name}" if differs else ""
