"""What a statement needs of the role and the server; a cell that lacks it says so in one line and passes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from lessonlab.errors import ConfigError
from lessonlab.postgres.advisory import may_lock
from lessonlab.postgres.citus import citus_version
from lessonlab.postgres.connect import server_version
from lessonlab.postgres.pooler import PROGRAM, lacks_pooler
from lessonlab.postgres.superuser import superuser_role

if TYPE_CHECKING:
    from psycopg import Connection

CITUS = "citus"
ADVISORY = "advisory"  # a class's server keeps these locks from everybody
SUPERUSER = "superuser"
PRIVILEGES = {SUPERUSER: "rolsuper", "createrole": "rolcreaterole", "createdb": "rolcreatedb"}
OPTION = re.compile(r"(?:^|\s)--needs(?:=|\s+)(\S+)")


def lacking(connection: Connection[Any], privilege: str = "", since: int = 0) -> str:
    """Return the line that says what is lacking of *privilege* and a server from major *since* on, or ''."""
    found = [said for name in filter(None, privilege.split(",")) if (said := lacks(connection, name))]
    if server_version(connection) // 10_000 < since:
        found.append(f"PostgreSQL {since}")
    return f"not run here: this cell needs {' and '.join(found)}" if found else ""


def lacks(connection: Connection[Any], name: str) -> str:
    """Return what is wanted where there is no *name*, '' where there is."""
    if name == CITUS:
        return "" if citus_version(connection) else "a server with Citus"
    if name == PROGRAM:
        return lacks_pooler()
    if name == ADVISORY:
        return "" if may_lock(connection) else "the right to advisory locks"
    return "" if has(connection, name) else f"a role with {name.upper()}"


def has(connection: Connection[Any], privilege: str) -> bool:
    """Say whether the role has *privilege*, or may become a role that has."""
    if privilege not in PRIVILEGES:
        known = (*PRIVILEGES, CITUS, PROGRAM, ADVISORY)
        raise ConfigError(f"unknown privilege {privilege!r}", cure=f"name one of {', '.join(known)}")
    if privilege == SUPERUSER and superuser_role(connection):
        return True
    query = f"SELECT {PRIVILEGES[privilege]} FROM pg_catalog.pg_roles WHERE rolname = current_user"  # noqa: S608
    row = connection.execute(query).fetchone()
    return row is not None and bool(row[0])


def read_needs(line: str) -> tuple[str, str, int]:
    """
    Return the *line* of a magic without its `--needs`, and the privileges and the major that it names.

    >>> read_needs("--needs superuser,18 @ben"), read_needs("23514"), read_needs("23505 --needs=18")
    ((' @ben', 'superuser', 18), ('23514', '', 0), ('23505', '', 18))
    >>> read_needs("--needs pgbouncer,advisory")
    ('', 'pgbouncer,advisory', 0)
    """
    privileges, since = [], 0
    for word in [one for named in OPTION.findall(line) for one in named.split(",")]:
        if word.isdigit():
            since = int(word)
        else:
            privileges.append(word)
    return OPTION.sub("", line), ",".join(privileges), since
