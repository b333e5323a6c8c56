"""
What keeps people on one server apart: a role with nothing but its own database, and limits of its own.

The database is the instructor's, its contents are the role's.  What a role can change of itself (its
password, a timeout) is put back whenever the class is provisioned again; what it can do within its rights (a
loop, ten thousand tables in a transaction, memory, the disk) is for the watch of `class serve`, and for the
limits of the machine.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from typing import TYPE_CHECKING, Any

from psycopg import sql

from lessonlab.postgres.given import RECORD

if TYPE_CHECKING:
    from psycopg import Connection

    from lessonlab.workshop.databases import GivenDatabase

OWNER = "lessonlab_given_owner"  # whose the tables of the template are, until they are somebody's
SESSIONS = 10  # of one person: a page, a scene of three, a load of four, and who watches them
LIMITS = {
    # only a superuser changes these
    "temp_file_limit": "64MB",
    "log_min_messages": "fatal",
    "log_min_error_statement": "fatal",
    "log_statement": "none",
    "log_min_duration_statement": "-1",
    "log_temp_files": "-1",
    # these the role may set as it likes: they are for who forgets, the watch is for who does not want to
    "statement_timeout": "60s",
    "idle_in_transaction_session_timeout": "10min",
}
SETTINGS = sorted(f"{name}={value}" for name, value in LIMITS.items())


def role_statements(one: GivenDatabase, verifier: str, *, there: bool) -> sql.Composed:
    """Return what makes the role of *one*, or makes it again what it was when it is *there*."""
    role = sql.Identifier(one.name)
    options = (
        "LOGIN NOSUPERUSER INHERIT NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS CONNECTION LIMIT {} "
        "PASSWORD {} VALID UNTIL {}"
    )
    made = sql.SQL(f"{'ALTER' if there else 'CREATE'} ROLE {{}} {options}").format(
        role, sql.Literal(SESSIONS), sql.Literal(verifier), sql.Literal("infinity")
    )
    statements = [made]
    if there:
        statements.append(sql.SQL("ALTER ROLE {} RESET ALL").format(role))
    statements += [
        sql.SQL("ALTER ROLE {} SET {} = {}").format(role, sql.Identifier(name), sql.Literal(value))
        for name, value in LIMITS.items()
    ]
    return sql.SQL("; ").join(statements)


def clone_statement(name: str, template: str) -> sql.Composed:
    """Return what makes the database *name*, into which only a superuser comes until `door_statements`."""
    return sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY WAL_LOG CONNECTION LIMIT 0").format(
        sql.Identifier(name), sql.Identifier(template)
    )


def door_statements(name: str) -> sql.Composed:
    """
    Return what lets the role *name* into the database *name*, and nobody else, and says that it is whole.

    It may make schemas there; that it could install trusted extensions, too, an event trigger refuses.
    """
    return sql.SQL(
        "REVOKE ALL ON DATABASE {0} FROM PUBLIC; GRANT CONNECT, CREATE, TEMPORARY ON DATABASE {0} TO {0};"
        "ALTER DATABASE {0} CONNECTION LIMIT -1; COMMENT ON DATABASE {0} IS {1}"
    ).format(sql.Identifier(name), sql.Literal(RECORD))


def verifier(connection: Connection[Any], one: GivenDatabase) -> str:
    """Return what the server keeps of a password, made here: the password itself is in no log."""
    pg, name = connection.pgconn, one.name.encode()
    return pg.encrypt_password(one.password.encode(), name, b"scram-sha-256").decode()


def is_verifier_of(kept: str | None, password: str) -> bool:
    """
    Say whether *kept*, as a server has it, is of *password*: its role may have changed it.

    >>> is_verifier_of("md5c8ce", "pencil"), is_verifier_of(None, "pencil")
    (False, False)
    """
    try:
        scheme, cost, keys = (kept or "").split("$")
        rounds, _, salt = cost.partition(":")
        stored = keys.partition(":")[0]
        salted = hashlib.pbkdf2_hmac("sha256", password.encode(), base64.b64decode(salt), int(rounds))
    except ValueError:
        return False
    found = hashlib.sha256(hmac.digest(salted, b"Client Key", "sha256")).digest()
    return scheme == "SCRAM-SHA-256" and hmac.compare_digest(base64.b64encode(found).decode(), stored)
