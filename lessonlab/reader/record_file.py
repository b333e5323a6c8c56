"""
The reader's record as a file, which outlives the server's data.

It is JSON: `lessonlab_record` is the version of the format, `lessons` has a row a lesson as `lesson_progress`
has it, `answers` and `places` are the notes beside them.  Keys that we do not know are left alone: a later
version wrote them.
"""

from __future__ import annotations

import hashlib
import json
import os
import uuid
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg.rows import dict_row

from lessonlab import content
from lessonlab.config import HIDDEN
from lessonlab.errors import ConfigError
from lessonlab.reader import notes
from lessonlab.system import files

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from psycopg import Connection

    from lessonlab.reader.notes import KeptAnswer, LastCell

VERSION = 1
MARK = "lessonlab_record"
NAME = "record.json"
CURE = "name a file that lessonlab wrote: it is record.json in the folder .lessonlab of your workspace"


def find_path(home: Path, environ: Mapping[str, str] | None = None) -> Path:
    """
    Return where the record is kept: with the reader's notebooks, or else in the lab's *home*.

    A kernel of `lessonlab start` is told the workspace; any other is in it, or knows of none.
    """
    told = (os.environ if environ is None else environ).get("LESSONLAB_WORKSPACE")
    workspace = Path(told) if told else Path.cwd()
    folder = workspace / HIDDEN
    return (folder if folder.is_dir() else home) / NAME


def read(path: Path) -> dict[str, Any]:
    """Return the record in *path*; raise `ConfigError` where there is none that we can read."""
    try:
        record: Any = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(f"the record {str(path)!r} cannot be read: {error.strerror}", cure=CURE) from None
    except ValueError:
        raise ConfigError(f"the file {str(path)!r} is no record: it is not JSON", cure=CURE) from None
    version = record.get(MARK) if isinstance(record, dict) else None
    if not isinstance(version, int) or not isinstance(record.get("lessons"), list):
        raise ConfigError(f"the file {str(path)!r} is no record of lessonlab", cure=CURE)
    if version > VERSION:
        raise ConfigError(
            f"the record {str(path)!r} has format {version}: have {VERSION}",
            cure="python -m pip install --upgrade lessonlab",
        )
    return dict(record)


def own_path(path: Path, name: str) -> Path:
    """Return the file of the reader called *name*: *path*, or one beside it where *path* is another's."""
    try:
        whose = read(path).get("reader", name)
    except ConfigError:  # there is none, or none that says whose
        return path
    tag = hashlib.sha256(name.encode()).hexdigest()[:8]
    return path if whose == name else path.with_name(f"{path.stem}-{tag}{path.suffix}")


def completed(record: Mapping[str, Any], course: UUID) -> set[str]:
    """Return the lessons of *course* that *record* has as completed."""
    rows = [row for row in record["lessons"] if isinstance(row, dict) and row.get("completed_at")]
    return {str(row.get("lesson")) for row in rows if row.get("course") == str(course)}


def write(path: Path, record: Mapping[str, Any]) -> None:
    """Write *record* to *path*, all or nothing."""
    text = json.dumps(record, indent=1, ensure_ascii=False, default=str) + "\n"
    try:
        files.write_whole(path, text)
    except OSError as error:
        raise ConfigError(
            f"the record cannot be written to {str(path)!r}: {error.strerror}",
            cure="free some disk space, or name a file in a folder that you can write to",
        ) from None


def collect(connection: Connection[Any], reader: UUID, name: str) -> dict[str, Any]:
    """Return the record of *reader*, called *name*, from the database that *connection* leads to."""
    with connection.cursor(row_factory=dict_row) as cursor:
        rows = cursor.execute(content.sql("progress/lessons_of_reader"), {"user_id": reader}).fetchall()
    return {
        MARK: VERSION,
        "reader": name,
        "written": datetime.now(UTC).isoformat(timespec="seconds"),
        "lessons": [{column: _plain(value) for column, value in row.items()} for row in rows],
        "answers": [_row(one) for one in notes.answers(connection, reader)],
        "places": [_row(one) for one in notes.places(connection, reader)],
        "tracking": notes.wants_tracking(connection, reader),
    }


def export(connection: Connection[Any], reader: UUID, name: str, path: Path) -> None:
    """Write the record of *reader* to *path*; what is there and cannot be read is kept beside it."""
    path, known = own_path(path, name), {}
    if path.exists():
        try:
            known = read(path)
        except ConfigError:
            put_aside(path)
    write(path, known | collect(connection, reader, name))


def merge(connection: Connection[Any], reader: UUID, record: Mapping[str, Any]) -> int:
    """
    Add what *record* says to the database's rows of *reader*; return how many lessons it named.

    The courses are there.  Raise `ConfigError`, and change nothing, where a row of it is refused.
    """
    values = {"user_id": reader, "lessons": json.dumps(record["lessons"])}
    try:
        with connection.transaction():
            merged = connection.execute(content.sql("progress/merge_lessons"), values).rowcount
            notes.merge(connection, reader, record)
            begun = "SELECT DISTINCT course_id FROM lesson_progress WHERE user_id = %s ORDER BY course_id"
            for (course,) in connection.execute(begun, [reader]).fetchall():
                where = {"user_id": reader, "course_id": course, "outline": []}
                connection.execute(content.sql("progress/lock_course"), where)
                connection.execute(content.sql("progress/summarise_course"), where)
    except (psycopg.DataError, psycopg.IntegrityError, psycopg.ProgrammingError) as error:
        raise ConfigError(
            f"the record has a row that cannot be: {error.diag.message_primary}", cure=CURE
        ) from None
    return merged


def bring_back(connection: Connection[Any], reader: UUID, name: str, path: Path) -> int:
    """
    Add what is in *path* to a database that knows nothing of *reader* *name*; return how many lessons came.

    A file that cannot be read or merged is put aside, lest the next export takes its place.
    """
    known = connection.execute("SELECT EXISTS (SELECT FROM lesson_progress WHERE user_id = %s)", [reader])
    path = own_path(path, name)
    if known.fetchone() == (True,) or not path.exists():
        return 0
    try:
        return merge(connection, reader, read(path))
    except ConfigError:
        put_aside(path)
        return 0


def put_aside(path: Path) -> Path:
    """Give the file *path* a dated name, and return it."""
    from lessonlab.reader.own_pages import keep  # noqa: PLC0415 - hardly ever

    kept = keep(path)
    files.remove(path)
    return kept


def _row(kept: KeptAnswer | LastCell) -> dict[str, Any]:
    """Return what is noted as JSON has it."""
    return {name: _plain(value) for name, value in asdict(kept).items()}


def _plain(value: Any) -> Any:
    """Return *value* as JSON has it: a time in full, an id as text."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return str(value) if isinstance(value, uuid.UUID) else value
