"""The course on another server: the oldest version, as a role that may create databases and nothing else."""

from __future__ import annotations

import os
import subprocess
import sys

import psycopg
import pytest
from psycopg import conninfo, sql

from lessonlab import content

ROLE = "student"


@pytest.fixture
def as_student(servers):
    """Return the connection string of PostgreSQL 15 for a role with CREATEDB."""
    server = servers(15)
    with psycopg.connect(server.dsn, autocommit=True) as admin:
        admin.execute(f"CREATE ROLE {ROLE} LOGIN CREATEDB PASSWORD 'x'")
        yield conninfo.make_conninfo(server.dsn, user=ROLE, password="x")  # noqa: S106
        owned = "SELECT datname FROM pg_database WHERE datdba = (SELECT oid FROM pg_roles WHERE rolname = %s)"
        for (name,) in admin.execute(owned, [ROLE]).fetchall():
            admin.execute(sql.SQL("ALTER DATABASE {} IS_TEMPLATE false").format(sql.Identifier(name)))
            admin.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))
        admin.execute(f"DROP ROLE {ROLE}")


def test_every_notebook_runs_on_15_as_a_role_with_createdb(as_student):
    """Every claim holds there too, and what needs more says so and passes."""
    command = [sys.executable, "-m", "lessonlab", "run", "--dsn", as_student]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=os.environ)

    count = len(list(content.folder("notebooks").glob("*.ipynb")))
    assert done.returncode == 0, done.stdout
    assert f"{count} passed, 0 failed" in done.stdout
