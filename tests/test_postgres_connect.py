"""A connection, or one clear word on why there is none."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import psycopg
import pytest
from psycopg import conninfo, sql

from lessonlab.config import Settings
from lessonlab.errors import ConfigError, PrivilegeError, ServerError
from lessonlab.postgres import local_server
from lessonlab.postgres.connect import connect
from lessonlab.postgres.owned import Owned
from lessonlab.postgres.programs import Programs
from lessonlab.postgres.server import Server, use_server
from lessonlab.postgres.templates import ensure_template


@pytest.fixture
def role(server):
    """Return a function that makes a role with the given options and returns the server as it sees it."""
    made = []
    with psycopg.connect(server.dsn, autocommit=True) as admin:

        def make(name, options):
            drop(admin, name)
            admin.execute(
                sql.SQL("CREATE ROLE {} LOGIN PASSWORD 'secret' " + options).format(sql.Identifier(name))
            )
            made.append(name)
            return Server(conninfo.make_conninfo(server.dsn, user=name, password="secret"), local=False)  # noqa: S106

        yield make
        for name in made:
            drop(admin, name)


def drop(admin, name):
    """Drop the role *name* and what it has."""
    if admin.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [name]).fetchone():
        for (database,) in admin.execute(
            "SELECT datname FROM pg_database d JOIN pg_roles r ON r.oid = datdba WHERE rolname = %s", [name]
        ).fetchall():
            admin.execute(sql.SQL("ALTER DATABASE {} IS_TEMPLATE false").format(sql.Identifier(database)))
            admin.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(database)))
        admin.execute(sql.SQL("DROP ROLE {}").format(sql.Identifier(name)))


def test_no_server(settings):
    """Where nobody listens, the error names host and port and what to do."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with (
        pytest.raises(ServerError, match=f"no server answers at 127.0.0.1:{port}") as caught,
        use_server(Settings(settings.home, f"postgresql://ada@127.0.0.1:{port}/x")),
    ):
        pass

    assert "lessonlab doctor" in caught.value.cure


def test_wrong_password(role):
    """A refused password names the user and says where to set it."""
    as_ada = role("ada", "")
    with pytest.raises(ServerError, match='refused the password for "ada"') as caught:
        connect(conninfo.make_conninfo(as_ada.dsn, password="wrong"))  # noqa: S106

    assert "LESSONLAB_DSN" in caught.value.cure
    assert "wrong" not in str(caught.value)


def test_unknown_database(server):
    """A database that is not there is named."""
    with pytest.raises(ServerError, match="no database 'nowhere'"):
        connect(server.dsn, dbname="nowhere")


def test_unreadable_connection_string():
    """What is no connection string says how one is written."""
    with pytest.raises(ConfigError, match="cannot be read") as caught:
        connect("host=x bogus=1")

    assert "postgresql://" in caught.value.cure


def test_server_too_old(settings):
    """PostgreSQL 14 is refused with have and want."""
    folder = os.environ.get("LESSONLAB_TEST_PG14")
    if folder is None:
        if os.environ.get("CI") == "true":
            pytest.fail("LESSONLAB_TEST_PG14 is not set")
        pytest.skip("LESSONLAB_TEST_PG14 names no PostgreSQL 14")
    old = Owned(settings.home, Programs(Path(folder), 14))
    try:
        with pytest.raises(ServerError, match="PostgreSQL 14: want 15 or newer"):
            connect(local_server.start(old))  # whichever of the two meets it first
    finally:
        local_server.stop(old)


def test_role_without_createdb(role):
    """A role that may not create databases is told what an administrator has to type."""
    with pytest.raises(PrivilegeError, match="'bea' may not create databases") as caught:
        ensure_template(role("bea", ""), "small")

    assert caught.value.cure == 'as an administrator: ALTER ROLE "bea" CREATEDB'


def test_session_is_in_utc_whatever_the_role_says(role, server):
    """The course's outputs do not depend on a server's or role's zone."""
    as_cho = role("cho", "")
    with psycopg.connect(server.dsn, autocommit=True) as admin:
        admin.execute("ALTER ROLE cho SET timezone = 'Asia/Tokyo'")
    with connect(as_cho.dsn) as connection:
        assert connection.execute("SHOW timezone").fetchone() == ("UTC",)
