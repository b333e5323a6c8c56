"""
Numbered SQL files, applied to a database once and in order.

A set is a folder of files `NN_slug.sql`.  Each runs in one transaction together with its record in
`lessonlab_record.applied_file`, after which the session's settings are reset.  A file whose first line is
`--! no-transaction` runs outside one, holds a single statement, and is recorded after it.

A file that sets a `lock_timeout` and does not get its lock in time is tried again a few times, with a pause
in which those go on who waited behind it.
"""

from __future__ import annotations

import hashlib
import re
import time
from dataclasses import dataclass
from functools import partial
from operator import add
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg.pq import TransactionStatus
from psycopg.rows import class_row

from lessonlab import content
from lessonlab.errors import ContentError, SqlError
from lessonlab.postgres.advisory import alone
from lessonlab.postgres.scan import split
from lessonlab.postgres.sqlerrors import Place, sql_error

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from psycopg import Connection

FILE_NAME = re.compile(r"(\d{2})_([a-z0-9]+(?:_[a-z0-9]+)*)\.sql")
NO_TRANSACTION = "--! no-transaction"
LOCK = "lessonlab numbered files"
NOT_THE_FILES_FAULT = ("08", "53", "57", "58")  # classes of SQLSTATE: connection, resources, operator, system
NO_LOCK = "55P03"
TRIES = 5  # at a file that does not get its lock
PAUSE = 0.1  # seconds after the first try, and twice as long after each other


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


def apply_set(
    connection: Connection[Any],
    set_name: str,
    folder: Path | None = None,
    tries: int = TRIES,
    most: int | None = None,
) -> list[Applied]:
    """
    Apply the first *most* files of *set_name* that the database lacks, and return their records.

    *folder* holds the files in place of `sql/<set_name>`.  *connection* is in autocommit.  A file that
    fails leaves nothing behind, those before it stay; one that gets no lock in time has *tries*.
    Raise `ContentError` when the files break a rule or are not
    those that were applied, `SqlError` when the server refuses one; a server that is full or goes away
    raises psycopg's own error.
    """
    files = read_set(set_name, folder)
    with alone(connection, LOCK):
        connection.execute(content.sql("catalog/make_applied_file"))
        missing = _missing(applied(connection, set_name), files)
        return [_patiently(connection, set_name, file, tries) for file in missing[:most]]


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


def _patiently(connection: Connection[Any], set_name: str, file: NumberedFile, tries: int) -> Applied:
    """Apply *file*; where it gets no lock in time, let the others go on and try again."""
    for done in range(1, tries):
        try:
            return _apply(connection, set_name, file)
        except SqlError as error:
            # outside of a transaction a try leaves something behind, as an invalid index
            if error.sqlstate != NO_LOCK or not file.in_transaction:
                raise
        time.sleep(PAUSE * 2 ** (done - 1))
    try:
        return _apply(connection, set_name, file)
    except SqlError as error:
        if error.sqlstate == NO_LOCK and file.in_transaction:
            error.tip = f"tried {tries} times: somebody keeps the table; end that, and apply again"
        raise


def _apply(connection: Connection[Any], set_name: str, file: NumberedFile) -> Applied:
    try:
        connection.execute("SET search_path = public")
        if file.in_transaction:
            with connection.transaction():
                _run(connection, set_name, file)
                return _record(connection, set_name, file)
        _run(connection, set_name, file)
        return _record(connection, set_name, file)
    finally:
        if not connection.closed:
            connection.execute("RESET ALL")


def _run(connection: Connection[Any], set_name: str, file: NumberedFile) -> None:
    """Run the statements of *file* one by one: some servers, as Citus, take no two of them in one message."""
    statements = split(file.text)
    for number, statement in enumerate(statements, start=1):
        try:
            connection.execute(statement.text.encode())
        except psycopg.Error as error:
            if not error.sqlstate or error.sqlstate.startswith(NOT_THE_FILES_FAULT):
                raise
            place, typed_at = Place(file.text, number, len(statements)), partial(add, statement.start)
            raise sql_error(error, place, typed_at, heading=f"sql/{set_name}/{file.name}: ") from None
        if file.in_transaction:
            _check_transaction(connection, set_name, file)


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
