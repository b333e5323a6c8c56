"""Whose record it is: told by one function, and never another's."""

from __future__ import annotations

import getpass
import uuid

import psycopg
import pytest
from psycopg import conninfo, sql

from lessonlab.grading import library
from lessonlab.grading.verdict import State, Verdict
from lessonlab.postgres import provider
from lessonlab.postgres.server import Server
from lessonlab.reader.record import Record, passed_by
from lessonlab.reader.who import reader_name


@pytest.mark.parametrize(
    ("environ", "want"),
    [
        ({"LESSONLAB_READER": "ada", "JUPYTERHUB_USER": "bo"}, "ada"),
        ({"LESSONLAB_READER": "  ", "JUPYTERHUB_USER": "bo"}, "bo"),
        ({"JUPYTERHUB_USER": " bo "}, "bo"),
        ({}, getpass.getuser()),
    ],
    ids=["ours", "ours is empty", "the hub's", "the login"],
)
def test_the_first_that_says_a_name_counts(environ, want):
    """LESSONLAB_READER, the hub's user, the login, in this order."""
    assert want == reader_name(environ)


@pytest.fixture
def names(server):
    """Return a function that makes names nobody has, whose databases are dropped afterwards."""
    before = databases(server)
    yield lambda: f"reader-{uuid.uuid4().hex[:8]}"
    for name in databases(server) - before:
        provider.drop_clone(server, name)


def databases(server):
    """Return the names of all readers' databases."""
    with psycopg.connect(server.dsn) as admin:
        query = r"SELECT datname FROM pg_database WHERE datname LIKE 'lessonlab\_progress\_%'"
        return {name for (name,) in admin.execute(query)}


def passes(server, reader, key):
    """Let *reader* pass the exercise *key*."""
    record = Record(lambda: server, reader)
    exercise = library.find(key)
    record.write(exercise, Verdict(exercise.key, "", State.CORRECT))
    record.close()


def test_two_readers_with_one_role_never_share(server, names):
    """A class on one server with one role: each has a record of their own."""
    ada, bo = names(), names()

    passes(server, ada, "06-01")
    passes(server, bo, "06-02")

    assert ({"06-01"}, {"06-02"}) == (passed_by(server, ada), passed_by(server, bo))


def test_two_roles_with_one_name_never_share(server, names):
    """A name that two people have, each with a role of their own: the second has another database."""
    kept, both, roles = databases(server), names(), [f"role_{uuid.uuid4().hex[:8]}" for _ in range(2)]
    with psycopg.connect(server.dsn, autocommit=True) as admin:
        for role in roles:
            admin.execute(sql.SQL("CREATE ROLE {} LOGIN CREATEDB PASSWORD 'x'").format(sql.Identifier(role)))
    one, other = (
        Server(conninfo.make_conninfo(server.dsn, user=role, password="x"), local=False)  # noqa: S106
        for role in roles
    )

    passes(one, both, "06-01")
    before = passed_by(other, both)
    passes(other, both, "06-02")
    found = [passed_by(place, both) for place in (one, other)]
    for name in databases(server) - kept:
        provider.drop_clone(server, name)
    with psycopg.connect(server.dsn, autocommit=True) as admin:
        for role in roles:
            admin.execute(sql.SQL("DROP ROLE {}").format(sql.Identifier(role)))

    assert (set(), [{"06-01"}, {"06-02"}]) == (before, found)
