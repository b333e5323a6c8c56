"""The template that the databases of a class are cloned from: built once on a server, for all its roles."""

from __future__ import annotations

import datetime as dt
from contextlib import closing
from typing import TYPE_CHECKING, Any

from psycopg import sql

from lessonlab import content
from lessonlab.postgres.advisory import alone
from lessonlab.postgres.apply import apply_set
from lessonlab.postgres.connect import connect, server_version
from lessonlab.postgres.seed import seed
from lessonlab.postgres.templates import create_statement, drop_database, drop_template
from lessonlab.workshop.hardening import OWNER

if TYPE_CHECKING:
    from psycopg import Connection

PREFIX = "lessonlab_given_"
BUILDING = f"{PREFIX}building"


def template_name() -> str:
    """Return what the template is called: another name when what is in it is another."""
    return f"{PREFIX}{content.fingerprint('schema', 'seed', 'catalog', 'provision')}"


def has_template(connection: Connection[Any]) -> bool:
    """Say whether the server has the template as it would be built now."""
    asked = "SELECT FROM pg_catalog.pg_database WHERE datname = %s AND datistemplate"
    return bool(connection.execute(asked, [template_name()]).fetchall())


def ensure_given_template(connection: Connection[Any], dsn: str) -> str:
    """Return the name of the template, built now if there is none; older ones are dropped then."""
    name = template_name()
    with alone(connection, PREFIX):
        if not has_template(connection):
            drop_older(connection)
            build(connection, dsn, name)
    return name


def drop_older(connection: Connection[Any]) -> None:
    """Drop what is left of former templates, finished or not."""
    asked = "SELECT datname FROM pg_catalog.pg_database WHERE datname LIKE %s"
    for (name,) in connection.execute(asked, [PREFIX.replace("_", r"\_") + "%"]).fetchall():
        drop_template(connection, name)


def build(connection: Connection[Any], dsn: str, name: str) -> None:
    """
    Build the template *name*: the schema and the small class, in which one role can stop no other.

    All in it is made as a role that cannot log in, whose things become a student's in each clone.
    """
    building = sql.Identifier(BUILDING)
    owner = sql.Identifier(OWNER)
    if not connection.execute("SELECT FROM pg_catalog.pg_roles WHERE rolname = %s", [OWNER]).fetchall():
        connection.execute(sql.SQL("CREATE ROLE {} NOLOGIN").format(owner))
    connection.execute(create_statement(BUILDING, server_version(connection)))
    try:
        connection.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(building))
        connection.execute(sql.SQL("GRANT CREATE ON DATABASE {} TO {}").format(building, owner))
        with closing(connect(dsn, dbname=BUILDING)) as inside:
            inside.execute(sql.SQL("ALTER SCHEMA public OWNER TO {}").format(owner))
            inside.execute(sql.SQL("SET ROLE {}").format(owner))
            apply_set(inside, "schema")
            seed(inside, "small", dt.datetime.now(dt.UTC), lambda *_: None)
            inside.execute("RESET ROLE")
            inside.execute(content.sql("provision/close_functions").encode())
            inside.execute(content.sql("provision/guard").encode())
        for statement in (
            "REVOKE ALL ON DATABASE {0} FROM {1}",
            "ALTER DATABASE {0} WITH ALLOW_CONNECTIONS false",
            "ALTER DATABASE {0} RENAME TO {2}",
            "ALTER DATABASE {2} WITH IS_TEMPLATE true",  # from here on it is found
        ):
            connection.execute(sql.SQL(statement).format(building, owner, sql.Identifier(name)))
    except BaseException:
        drop_database(connection, BUILDING)
        raise
