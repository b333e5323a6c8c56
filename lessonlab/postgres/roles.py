"""
The roles of a server of ours, and who logs in with which password.

The lab's own role makes and drops; it was there first, so PostgreSQL itself keeps it.  Notebooks are an
ordinary role, which may become a superuser where a cell asks for one by name.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from typing import TYPE_CHECKING, Any

from psycopg import conninfo, sql

if TYPE_CHECKING:
    from psycopg import Connection

ADMIN = "lessonlab_admin"
NOTEBOOKS = "lessonlab"
SUPERUSER = "lessonlab_superuser"
GIVEN_PREFIX = "student_"  # of a role that a class's server gives, and of its database
HOME = "postgres"  # the database that the lab's own role enters
SALT = b"lessonlab, no guess"  # the passwords are drawn, so one salt is as good as another
ITERATIONS = 1  # and to hash them 4,096 times only makes every connection slow


def reader_dsn(dsn: str) -> str:
    """
    Return the connection string of notebooks beside the lab's own *dsn*; another's stays as it is.

    >>> "user=lessonlab " in reader_dsn("postgresql://lessonlab_admin:secret@127.0.0.1/postgres")
    True
    >>> reader_dsn("postgresql://ada@db.example.org/school")
    'postgresql://ada@db.example.org/school'
    """
    given = conninfo.conninfo_to_dict(dsn)
    if given.get("user") != ADMIN:
        return dsn
    return conninfo.make_conninfo(dsn, user=NOTEBOOKS, password=reader_password(str(given["password"])))


def owner_for(connection: Connection[Any]) -> str:
    """Return whose a notebook's database is, made on *connection*: the notebooks' role's, or our own."""
    user = connection.info.user
    return NOTEBOOKS if user == ADMIN else user


def role_number(connection: Connection[Any]) -> int:
    """Return the number of the role that owns the tables of a class of ours, -1 on a server of others."""
    owner = owner_for(connection)
    if owner == connection.info.user:
        return -1
    asked = "SELECT oid::BIGINT FROM pg_catalog.pg_roles WHERE rolname = %s"
    row = connection.execute(asked, [owner]).fetchone()
    return int(row[0]) if row else 0


def owner_statement(name: str, owner: str) -> sql.Composed:
    """Return what gives the database *name* to *owner*."""
    return sql.SQL("ALTER DATABASE {} OWNER TO {}").format(sql.Identifier(name), sql.Identifier(owner))


def reader_password(secret: str) -> str:
    """Return the notebooks' password, which says nothing of the lab's own, *secret*."""
    made = hmac.digest(secret.encode(), NOTEBOOKS.encode(), "sha256")
    return base64.urlsafe_b64encode(made).decode().rstrip("=")


def verifier(password: str) -> str:
    """
    Return what a server keeps of *password*, always the same: it tells whether somebody changed it.

    >>> verifier("pencil").startswith("SCRAM-SHA-256$1:")
    True
    """
    salted = hashlib.pbkdf2_hmac("sha256", password.encode(), SALT, ITERATIONS)
    stored = hashlib.sha256(hmac.digest(salted, b"Client Key", "sha256")).digest()
    server = hmac.digest(salted, b"Server Key", "sha256")
    salt, stored_text, server_text = (base64.b64encode(part).decode() for part in (SALT, stored, server))
    return f"SCRAM-SHA-256${ITERATIONS}:{salt}${stored_text}:{server_text}"
