"""
Numbered SQL files, applied to a database once and in order.

A set is a folder of files `NN_slug.sql`.  Each runs in one transaction together with its record in
`lessonlab_record.applied_file`, after which the session's settings are reset.  A file whose first line is
`--! no-transaction` runs outside one, holds a single statement, and is recorded after it.
"""

from __future__ import annotations

import hashlib
import re
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg.pq import TransactionStatus
from psycopg.rows import class_row

from lessonlab import content
from lessonlab.errors import ContentError
from lessonlab.postgres.report import sql_error

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from psycopg import Connection

FILE_NAME = re.compile(r"(\d{2})_([a-z0-9]+(?:_[a-z0-9]+)*)\.sql")
NO_TRANSACTION = "--! no-transaction"
LOCK = 1_165_976_001  # of the session that applies files to a database
NOT_THE_FILES_FAULT = ("08", "53", "57", "58")  # classes of SQLSTATE: connection, resources, operator, system


@dataclass(frozen=True, slots=True)
class NumberedFile:
    """
    A file of a set: its place in the order, its name, its text with `\\n` at line ends.

    >>> NumberedFile(4, "lesson_progress", "SELECT 1").name
    '04_lesson_progress.sql'
    """

    number: int
    slug: str
    text: str

    @property
    def name(self) -> str:
        """The file's name."""
        return f"{self.number:02}_{self.slug}.sql"

    @property
    def checksum(self) -> str:
        """SHA-256 of the text, the same whatever the line ends on disk."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    @property
    def in_transaction(self) -> bool:
        """Whether it runs in a transaction with its record, as all do but those that say otherwise."""
        return self.text.split("\n", 1)[0].rstrip() != NO_TRANSACTION


@dataclass(frozen=True, slots=True)
class Applied:
    """A file that a database has: of which set, its number and slug, its checksum then, and when."""

    set_name: str
    number: int
    slug: str
    checksum: str
    applied_at: datetime

    @property
    def name(self) -> str:
        """The file's name."""
        return f"{self.number:02}_{self.slug}.sql"


def apply_set(connection: Connection[Any], set_name: str, folder: Path | None = None) -> list[Applied]:
    """
    Apply the files of *set_name* that the database lacks, and return their records; none when it has all.

    *folder* holds the files in place of `sql/<set_name>`.  *connection* is in autocommit.  A file that fails
    leaves nothing behind, those before it stay.  Raise `ContentError` when the files break a rule or are not
    those that were applied, `SqlError` when the server refuses one; a server that is full or goes away
    raises psycopg's own error.
    """
    files = read_set(set_name, folder)
    with _alone(connection):
        connection.execute(content.sql("catalog/make_applied_file"))
        return [_apply(connection, set_name, file) for file in _missing(applied(connection, set_name), files)]


def pending(connection: Connection[Any], set_name: str, folder: Path | None = None) -> list[str]:
    """Return the names of the files of *set_name* that the database lacks, in order; change nothing."""
    return [file.name for file in _missing(applied(connection, set_name), read_set(set_name, folder))]


def applied(connection: Connection[Any], set_name: str) -> list[Applied]:
    """Return the records of *set_name* in order, none when nothing was ever applied; change nothing."""
    if connection.execute("SELECT to_regclass('lessonlab_record.applied_file')").fetchone() == (None,):
        return []
    with connection.cursor(row_factory=class_row(Applied)) as cursor:
        return cursor.execute(content.sql("catalog/applied_files"), {"set_name": set_name}).fetchall()


def read_set(set_name: str, folder: Path | None = None) -> list[NumberedFile]:
    """Return the files of a set in order; raise `ContentError` when a name or a number is wrong."""
    folder = content.folder("sql") / set_name if folder is None else folder
    if not folder.is_dir():
        raise ContentError(f"there is no set of SQL files {set_name!r}", cure="name a folder below sql/")
    files = [_read(set_name, path) for path in sorted(folder.iterdir()) if not path.name.startswith(".")]
    _check_numbers(set_name, files)
    return files


def _read(set_name: str, path: Path) -> NumberedFile:
    match = FILE_NAME.fullmatch(path.name)
    if match is None:
        raise ContentError(
            f"sql/{set_name}: {path.name!r} is wrongly named; want two digits, _, a slug in lower case, .sql",
            cure="rename it like 04_lesson_progress.sql, or move it elsewhere",
        )
    try:
        text = path.read_text(encoding="utf-8")  # universal newlines: \r\n and \n are one file
    except UnicodeDecodeError:
        raise ContentError(
            f"sql/{set_name}: {path.name!r} is not UTF-8; want every SQL file in UTF-8",
            cure="save it as UTF-8",
        ) from None
    return NumberedFile(int(match[1]), match[2], text)


def _check_numbers(set_name: str, files: list[NumberedFile]) -> None:
    for want, file in enumerate(files, start=1):
        twin = files[want - 2]
        if want > 1 and file.number == twin.number:
            raise ContentError(
                f"sql/{set_name}: {twin.name!r} and {file.name!r} have one number; want each number once",
                cure="renumber the later one and all after it",
            )
        if file.number != want:
            raise ContentError(
                f"sql/{set_name}: have {file.name!r}, want number {want:02}; numbers have no gap",
                cure=f"renumber it, or put file {want:02} back",
            )


def _missing(records: list[Applied], files: list[NumberedFile]) -> list[NumberedFile]:
    """Return the files without a record, once every record is seen to have its file, unchanged."""
    by_name = {file.name: file for file in files}
    for record in records:
        file = by_name.get(record.name)
        if file is None:
            raise ContentError(
                f"sql/{record.set_name}: {record.name!r} was applied to this database and is gone;"
                " applied files stay",
                cure="put it back, or start from a fresh database: lessonlab reset",
            )
        if file.checksum != record.checksum:
            raise ContentError(
                f"sql/{record.set_name}: {record.name!r} was changed after it was applied to this database"
                f" (have {file.checksum[:8]!r}, want {record.checksum[:8]!r}); applied files never change",
                cure="undo the change and add a new file, or start from a fresh database: lessonlab reset",
            )
    return files[len(records) :]


def _apply(connection: Connection[Any], set_name: str, file: NumberedFile) -> Applied:
    try:
        connection.execute("SET search_path = public")
        if file.in_transaction:
            with connection.transaction():
                connection.execute(file.text.encode())
                _check_transaction(connection, set_name, file)
                return _record(connection, set_name, file)
        connection.execute(file.text.encode())
        return _record(connection, set_name, file)
    except psycopg.Error as error:
        if not error.sqlstate or error.sqlstate.startswith(NOT_THE_FILES_FAULT):
            raise
        raise sql_error(error, file.text, file=f"sql/{set_name}/{file.name}") from None
    finally:
        if not connection.closed:
            connection.execute("RESET ALL")


def _check_transaction(connection: Connection[Any], set_name: str, file: NumberedFile) -> None:
    if connection.info.transaction_status != TransactionStatus.INTRANS:
        raise ContentError(
            f"sql/{set_name}: {file.name!r} ends its transaction; want no COMMIT or ROLLBACK in a file",
            cure=f"remove it, or begin the file with {NO_TRANSACTION}",
        )


def _record(connection: Connection[Any], set_name: str, file: NumberedFile) -> Applied:
    values = {"set_name": set_name, "number": file.number, "slug": file.slug, "checksum": file.checksum}
    with connection.cursor(row_factory=class_row(Applied)) as cursor:
        return cursor.execute(content.sql("catalog/record_applied_file"), values).fetchall()[0]


@contextmanager
def _alone(connection: Connection[Any]) -> Iterator[None]:
    """Keep any other process from applying files to this database meanwhile."""
    connection.execute("SELECT pg_advisory_lock(%s)", [LOCK])
    try:
        yield
    finally:
        if not connection.closed:
            connection.execute("SELECT pg_advisory_unlock(%s)", [LOCK])
