"""
The database in which a reader's progress is kept: one for each reader, which no reset touches.

It holds two courses: *Exercises*, each exercise a lesson of it, and *lessonlab*, each page a lesson.
"""

from __future__ import annotations

import hashlib
import uuid
from typing import TYPE_CHECKING

from psycopg import conninfo

from lessonlab import content
from lessonlab.course.chapters import chapters
from lessonlab.errors import PrivilegeError, ServerError
from lessonlab.postgres.advisory import alone
from lessonlab.postgres.connect import connect, server_version
from lessonlab.postgres.doors import close_statement
from lessonlab.postgres.given import OWN_MACHINE
from lessonlab.postgres.templates import create_statement
from lessonlab.reader.notes import make_notes
from lessonlab.reader.unkept import NO_RECORD

if TYPE_CHECKING:
    from psycopg import Connection

    from lessonlab.postgres.server import Server

NAMESPACE = uuid.UUID("6c657373-6f6e-4c61-8b00-000000000000")
COURSE = uuid.uuid5(NAMESPACE, "lessonlab")
EXERCISES = uuid.uuid5(NAMESPACE, "exercises")
PREFIX = "lessonlab_progress_"
LOCK = "lessonlab progress"


def reader_id(name: str) -> uuid.UUID:
    """Return the id of the reader called *name*, the same on every server."""
    return uuid.uuid5(NAMESPACE, f"reader {name}")


def database_name(reader: str) -> str:
    """
    Return the name of a reader's own database.

    >>> database_name("ada")
    'lessonlab_progress_fdee430d'
    """
    return f"{PREFIX}{hashlib.sha256(reader.encode()).hexdigest()[:8]}"


def find_database(admin: Connection[tuple[object, ...]], reader: str) -> tuple[str, bool]:
    """
    Return what *reader*'s own database is called on the server of *admin*, and whether it is there.

    Where another role has one of that name, somebody else is called the same: the role tells the two apart.
    """
    for name in (database_name(reader), database_name(f"{reader} as {admin.info.user}")):
        owned = admin.execute(content.sql("record/owned"), {"name": name}).fetchone()
        if owned != (False,):
            return name, owned is not None
    raise ServerError(
        f"another role has the database {name!r}, which is to hold your record",
        cure="say who you are: LESSONLAB_READER=a-name-of-your-own",
    )


def own_dsn(server: Server, reader: str) -> str | None:
    """Return the connection string of *reader*'s own database, `None` where there is none yet."""
    with connect(server.dsn) as admin:
        name, made = find_database(admin, reader)
    return conninfo.make_conninfo(server.dsn, dbname=name) if made else None


def ensure_database(server: Server, reader: str) -> str:
    """Return the connection string of *reader*'s own database, made now when it is missing."""
    if server.given:
        raise PrivilegeError(NO_RECORD, cure=OWN_MACHINE)
    with connect(server.dsn) as admin, alone(admin, LOCK):
        name, made = find_database(admin, reader)
        if not made:
            admin.execute(create_statement(name, server_version(admin)))
            admin.execute(close_statement(name))
    return conninfo.make_conninfo(server.dsn, dbname=name)


def prepare(inside: Connection[tuple[object, ...]], reader: uuid.UUID, name: str) -> None:
    """Make the database ready: the strict schema, the notes, the reader, the courses as they are now."""
    from lessonlab.grading import library  # noqa: PLC0415 - with the first thing that is written
    from lessonlab.progress import install  # noqa: PLC0415 - as above

    install(inside)
    make_notes(inside)
    whose = {"id": reader, "email": f"{name}@localhost", "name": name}
    inside.execute(content.sql("progress/enrol_reader"), whose)
    lengths = (
        (COURSE, "lessonlab", len(chapters())),
        (EXERCISES, "Exercises", len(library.folders())),
    )
    for course, title, lessons in lengths:
        values = {"id": course, "title": title, "count": max(1, lessons)}  # a course has a lesson
        inside.execute(content.sql("progress/keep_course"), values)
