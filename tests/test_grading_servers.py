"""The judge on every server, and as a role that may only make databases and roles."""

from __future__ import annotations

import uuid

import psycopg
import pytest
from psycopg import conninfo, sql

from lessonlab.errors import PrivilegeError
from lessonlab.grading import library
from lessonlab.grading.bases import base_name
from lessonlab.grading.judge import Judge
from lessonlab.grading.verdict import State
from lessonlab.postgres.server import Server
from lessonlab.postgres.templates import drop_template, templates

pytestmark = pytest.mark.slow

KEYS = ("06-01", "06-02", "14-01", "03-01", "03-02", "12-01")  # one of each way to judge


def grader(server, privileges):
    """Make a role with *privileges* alone, and return the server as that role sees it."""
    name, password = f"grader_{uuid.uuid4().hex[:8]}", uuid.uuid4().hex
    with psycopg.connect(server.dsn, autocommit=True) as admin:
        admin.execute(
            sql.SQL("CREATE ROLE {} LOGIN PASSWORD {} " + privileges).format(
                sql.Identifier(name), sql.Literal(password)
            )
        )
    return Server(conninfo.make_conninfo(server.dsn, user=name, password=password), local=False), name


def clear(server, name):
    """Drop a grader with all that it made."""
    with psycopg.connect(server.dsn, autocommit=True) as admin:
        rows = admin.execute("SELECT datname FROM pg_database WHERE datdba = %s::regrole", [name]).fetchall()
        for (database,) in rows:
            drop_template(admin, database)
        roles = admin.execute("SELECT rolname FROM pg_roles WHERE rolname ~ '^lessonlab_cage_'").fetchall()
        for (role,) in roles:
            held = admin.execute(
                "SELECT 1 FROM pg_auth_members WHERE roleid = %s::regrole AND member = %s::regrole",
                [role, name],
            ).fetchone()
            if held:
                admin.execute(sql.SQL("DROP ROLE {}").format(sql.Identifier(role)))
        admin.execute(sql.SQL("DROP ROLE {}").format(sql.Identifier(name)))


@pytest.mark.parametrize("major", [16, 17])
def test_the_same_verdicts_on_every_server(servers, seed, major):
    """Rows and probes get the same verdicts; 15 is below."""
    with Judge(servers(major), seed) as judge:
        for key in KEYS[:1] + KEYS[2:3]:
            exercise = library.find(key)
            assert judge.check(exercise, exercise.solution.text).state is State.CORRECT, key
            assert not judge.check(exercise, exercise.wrong[0].text).correct, key


@pytest.mark.parametrize("major", [15, 18])
def test_a_role_that_may_make_databases_and_roles_is_enough(servers, seed, major):
    """A grading server's role is no superuser, and judges alike."""
    whole = servers(major)
    limited, name = grader(whole, "CREATEDB CREATEROLE")
    try:
        with Judge(limited, seed) as judge:
            assert not judge.ground.cage.superuser
            for key in KEYS:
                exercise = library.find(key)
                verdict = judge.check(exercise, exercise.solution.text)
                assert verdict.state is State.CORRECT, (key, verdict)
                assert not judge.check(exercise, exercise.wrong[0].text).correct, key
            locks = "SELECT count(pg_advisory_lock(g))::text, 1.0 FROM generate_series(1, 1000000) AS g"
            for _ in range(10):  # the lock table is free again for who comes next
                assert not judge.check(library.find("14-01"), locks).correct
                assert judge.check(library.find("14-01"), library.find("14-01").solution.text).correct
            endless = "SELECT count(*)::text, 1.0 FROM generate_series(1, 1e12)"
            assert judge.check(library.find("14-01"), endless).state is State.COULD_NOT_RUN
    finally:
        clear(whole, name)


def test_a_role_that_may_not_make_roles_is_told(servers):
    """It says what the role lacks and how it gets it."""
    limited, name = grader(servers(18), "CREATEDB")
    try:
        with pytest.raises(PrivilegeError, match="CREATEROLE"):
            Judge(limited)
    finally:
        clear(servers(18), name)


def test_templates_of_the_judge_are_not_taken_for_classes(server, seed):
    """The list of classes does not hold what the judge builds."""
    with Judge(server, seed) as judge:
        judge.warm()
        with psycopg.connect(server.dsn) as admin:
            names = {template.name for template in templates(admin)}

        assert base_name(judge.ground.cage, "tables") not in names
