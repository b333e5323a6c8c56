"""Templates and clones: built once, replaced when old, whole or not there, a database for every notebook."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import textwrap
import threading
import time
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import psycopg
import pytest
from psycopg import conninfo, sql

from lessonlab.cli import background
from lessonlab.config import Settings, is_root
from lessonlab.errors import ConfigError, ServerError, TemplateError
from lessonlab.postgres import leases, local_server, provider
from lessonlab.postgres.connect import connect
from lessonlab.postgres.owned import Owned
from lessonlab.postgres.programs import wheel_programs
from lessonlab.postgres.server import Server
from lessonlab.postgres.session import Session
from lessonlab.postgres.sizes import Kind
from lessonlab.postgres.templates import MAX_AGE, PREFIX, building_name, ensure_template, templates
from lessonlab.system import files, processes, shared_blocks

pytestmark = pytest.mark.slow


@pytest.fixture
def own_server():
    """Return a server of this test's own: templates come and go on it."""
    with running(files.new_folder("lessonlab-templates-")) as server:
        yield server


@contextmanager
def running(base):
    """Yield a server whose home is below *base*, which goes with it."""
    base.chmod(0o711)
    ours = Owned(base / "home", wheel_programs())
    local_server.make_home(ours.home)
    try:
        with leases.held(ours.home, "a test"):
            yield Server(local_server.start(ours), local=True)
    finally:
        local_server.stop(ours)
        shutil.rmtree(base / "home", ignore_errors=True)


def names(server):
    """Return the names of all databases on *server* that are ours."""
    with psycopg.connect(server.dsn, autocommit=True) as connection:
        query = "SELECT datname FROM pg_database WHERE datname ~ '^(lab_|lessonlab_)' ORDER BY 1"
        return [name for (name,) in connection.execute(query)]


def test_built_once_for_all_who_ask_at_once(own_server):
    """Five who ask together get one template."""
    got = []
    askers = [
        threading.Thread(target=lambda: got.append(ensure_template(own_server, "small"))) for _ in range(5)
    ]
    for asker in askers:
        asker.start()
    for asker in askers:
        asker.join()

    assert len(got) == 5
    assert set(got) == set(names(own_server))


def test_who_waits_hears_how_far_the_builder_is(own_server):
    """Each step of another process's is told, and that it is done."""
    step, heard, told = threading.Event(), [], {}

    def wait_to_be_heard(_fraction, _what):
        step.wait(60)

    def hear(fraction, what):
        heard.append((fraction, what))
        step.set()

    builder = threading.Thread(
        target=lambda: told.update(name=ensure_template(own_server, "small", wait_to_be_heard))
    )
    builder.start()
    while not any(name.endswith("_building") for name in names(own_server)):
        time.sleep(0.05)
    waited = ensure_template(own_server, "small", hear)
    builder.join()

    assert told["name"] == waited
    assert [heard[0], heard[-1]] == [(0.0, "learners and their lessons"), (1.0, "ready")]


def test_the_large_class_in_the_background(own_server, capsys):
    """It is said that it is built, and that it is there; a second time there is nothing to say."""
    ensure_template(own_server, "small")
    dsn = provider.clone(own_server, "tests", "small")  # a page that was opened: what it waits for
    said = []
    with background.large_class(own_server):
        while len(said) < 2:
            time.sleep(0.2)
            said += capsys.readouterr().out.splitlines()
    with background.large_class(own_server):
        pass

    assert said[0].startswith("The large class of learners is being built meanwhile")
    assert said[1:] == ["The large class of learners is ready."]
    assert capsys.readouterr().out == ""
    assert len(names(own_server)) == 3
    provider.drop_clone(own_server, conninfo.conninfo_to_dict(dsn)["dbname"])


def test_a_background_that_fails_says_so_in_two_lines(own_server, capsys):
    """Whoever reads goes on; the next page that needs the class builds it."""
    ensure_template(own_server, "small")
    provider.clone(own_server, "tests", "small")
    said = []
    with background.large_class(own_server), psycopg.connect(own_server.dsn, autocommit=True) as admin:
        end = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname LIKE '%\\_building'"
        while len(said) < 3:
            admin.execute(end)
            time.sleep(0.05)
            said += capsys.readouterr().out.splitlines()

    assert said[1].startswith("lessonlab: the server stopped while the large class was built")
    assert said[2].startswith("next: ")


def test_who_leaves_while_it_is_built_waits_for_nothing(own_server, capsys):
    """The end of `lessonlab start` is not the end of the class, and nothing is said of what is half built."""
    ensure_template(own_server, "small")
    with background.large_class(own_server):
        pass

    assert len(capsys.readouterr().out.splitlines()) == 1


LEAVER = """
import sys, threading, psycopg
from lessonlab.postgres import seed

def build():
    with psycopg.connect(sys.argv[1], autocommit=True) as connection:
        with seed._second_session(connection) as aside:
            aside(lambda other: other.execute("SELECT pg_sleep(3600)")).result()

threading.Thread(target=build, daemon=True).start()
sys.stdin.read()
"""


def test_who_leaves_does_not_wait_for_the_second_session(own_server):
    """The session that helps to build may be slow, where others have the processors: the process ends."""
    asleep = "FROM pg_stat_activity WHERE query = 'SELECT pg_sleep(3600)'"
    leaver = subprocess.Popen([sys.executable, "-c", LEAVER, own_server.dsn], stdin=subprocess.PIPE)
    with psycopg.connect(own_server.dsn, autocommit=True) as admin:
        try:
            while not admin.execute(f"SELECT {asleep}").fetchall():
                assert leaver.poll() is None
                time.sleep(0.05)
            leaver.communicate(timeout=60)
        finally:
            leaver.kill()
            leaver.wait()
            admin.execute(f"SELECT pg_terminate_backend(pid) {asleep}")
    assert 0 == leaver.returncode


@pytest.mark.parametrize("aged", ["by time", "by content"])
def test_replaced_when_old(own_server, aged):
    """A template older than six hours, or made from other files, is built anew and the old one dropped."""
    old = ensure_template(own_server, "small")
    with psycopg.connect(own_server.dsn, autocommit=True) as connection:
        (found,) = templates(connection)
        anchor = found.anchor - (
            MAX_AGE + timedelta(minutes=1) if aged == "by time" else timedelta(minutes=1)
        )
        version = found.fingerprint if aged == "by time" else "other"
        record = json.dumps({"size": "small", "anchor": anchor.isoformat(), "fingerprint": version})
        connection.execute(
            sql.SQL("COMMENT ON DATABASE {} IS {}").format(sql.Identifier(old), sql.Literal(record))
        )
        connection.execute(sql.SQL("ALTER DATABASE {} IS_TEMPLATE false").format(sql.Identifier(old)))
        connection.execute(
            sql.SQL("ALTER DATABASE {} RENAME TO {}").format(
                sql.Identifier(old), sql.Identifier(f"{PREFIX}old")
            )
        )
        connection.execute(
            sql.SQL("ALTER DATABASE {} IS_TEMPLATE true").format(sql.Identifier(f"{PREFIX}old"))
        )
    new = ensure_template(own_server, "small")

    assert names(own_server) == [new]


def test_half_built_is_never_used(own_server):
    """What a killed builder left is dropped by the next."""
    with psycopg.connect(own_server.dsn, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {building_name(connection, Kind('small'))}")
    name = ensure_template(own_server, "small")

    assert names(own_server) == [name]


def test_a_template_that_lost_its_record_gives_its_name_up(own_server, monkeypatch):
    """Names are of the second: who builds again within it finds the one that nobody knows any more."""
    old = ensure_template(own_server, "small")
    with psycopg.connect(own_server.dsn, autocommit=True) as connection:
        (found,) = templates(connection)
        connection.execute(f"COMMENT ON DATABASE {old} IS 'no record'")

    class Clock(datetime):
        @classmethod
        def now(cls, zone=None):
            return found.anchor.astimezone(zone)

    monkeypatch.setattr("lessonlab.postgres.templates.datetime", Clock)

    assert ensure_template(own_server, "small") == old
    assert names(own_server) == [old]


def test_clean_drops_a_half_built_template(own_server):
    """`lessonlab clean` removes what nobody builds any more."""
    with psycopg.connect(own_server.dsn, autocommit=True) as connection:
        left = building_name(connection, Kind("large"))
        connection.execute(f"CREATE DATABASE {left}")

    assert provider.drop_unused(own_server, stale_templates=True) == [left]


def test_each_role_has_templates_of_its_own(own_server):
    """Two people on one server do not get each other's: the one who built it owns the rows."""
    with psycopg.connect(own_server.dsn, autocommit=True) as admin:
        for role in ("ada", "bea"):
            admin.execute(f"CREATE ROLE {role} LOGIN CREATEDB PASSWORD 'x'")
            admin.execute(f"GRANT CONNECT ON DATABASE postgres TO {role}")
    for role in ("ada", "bea"):
        server = Server(conninfo.make_conninfo(own_server.dsn, user=role, password="x"), local=False)  # noqa: S106
        dsn = provider.clone(server, "tests", "small")
        with psycopg.connect(dsn, autocommit=True) as connection:
            assert connection.execute("SELECT count(*) > 0 FROM users").fetchone() == (True,)
        provider.drop_clone(server, conninfo.conninfo_to_dict(dsn)["dbname"])

    assert len(names(own_server)) == 2


def test_unknown_size(server):
    """A size that there is not is one clear error."""
    with pytest.raises(ConfigError, match="no class of size 'huge'"):
        ensure_template(server, "huge")


def test_class_of_another_scale_has_a_template_of_its_own(server):
    """Twenty thousand rows come from another template than a million, and are found again."""
    made = [provider.clone(server, "tests", "large", scale=0.02) for _ in range(2)]
    with psycopg.connect(server.dsn, autocommit=True) as admin:
        found = [template for template in templates(admin) if template.kind == Kind("large", 0.02)]
    with psycopg.connect(made[1]) as connection:
        rows = connection.execute("SELECT count(*) FROM lesson_progress").fetchone()
    for dsn in made:
        provider.drop_clone(server, conninfo.conninfo_to_dict(dsn)["dbname"])

    assert rows == (20_000,)
    assert len(found) == 1
    assert found[0].name.startswith(f"{PREFIX}large_x0_02_")


def test_clean_drops_a_class_of_another_scale(own_server):
    """`lessonlab clean` keeps what the course opens, and gives back the room of what a reader tried."""
    kept = ensure_template(own_server, "small")
    tried = ensure_template(own_server, "large", scale=0.005)

    assert provider.drop_unused(own_server, stale_templates=True) == [tried]
    assert names(own_server) == [kept]


@pytest.mark.parametrize(
    ("size", "scale", "said"),
    [
        ("small", 2, "the small class has one scale, have 2"),
        ("large", 11, "a class of 11,000,000 rows cannot be made; want 5,000 to 10,000,000"),
        ("large", 0, "a class of 0 rows cannot be made"),
    ],
)
def test_scale_that_there_is_not(server, size, scale, said):
    """It is one clear error, before anything is built."""
    with pytest.raises(ConfigError, match=said):
        ensure_template(server, size, scale=scale)


def test_clones_know_nothing_of_each_other(server):
    """What one notebook does to its database no other sees."""
    one, two = (provider.clone(server, "tests", "small") for _ in range(2))
    with psycopg.connect(one, autocommit=True) as connection:
        connection.execute("DELETE FROM users")
    with psycopg.connect(two, autocommit=True) as connection:
        assert connection.execute("SELECT count(*) > 0 FROM users").fetchone() == (True,)
    for dsn in (one, two):
        provider.drop_clone(server, conninfo.conninfo_to_dict(dsn)["dbname"])


@pytest.mark.parametrize("major", [15, 17, 18])
def test_blocks_are_shared_by_servers_that_can(servers, settings, major):
    """Since 18, where the file system of the server's folder can."""
    with connect(servers(major).dsn) as connection:
        can = provider.can_share_blocks(connection)

    assert can is (major >= 18 and shared_blocks.shares_blocks(settings.home))


def test_database_of_a_killed_kernel_is_dropped_when_the_next_is_cloned(server):
    """A clone whose process is gone is unused; one of a living process is not."""
    living = provider.clone(server, "living", "small")
    script = """
        import os
        from lessonlab.config import Settings
        from lessonlab.postgres import provider
        from lessonlab.postgres.server import find_server
        print(provider.clone(find_server(Settings.from_environment()), "killed", "small"), flush=True)
        os.kill(os.getpid(), 9)
    """
    left = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script)], capture_output=True, encoding="utf-8", check=False
    )
    mine = provider.clone(server, "living", "small")

    there = []
    for dsn in (left.stdout.strip(), living, mine):
        name = conninfo.conninfo_to_dict(dsn)["dbname"]
        with psycopg.connect(server.dsn, autocommit=True) as connection:
            found = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone()
        there.append(found is not None)
        provider.drop_clone(server, name)
    assert there == [False, True, True]


def test_database_that_is_visited_outlives_a_clock_that_was_set(server, monkeypatch):
    """Where every process looks gone, the next notebook takes nothing from those at work."""
    mine = provider.clone(server, "at_work", "small")
    with psycopg.connect(mine) as connection:
        monkeypatch.setattr(processes, "is_alive", lambda *_: False)
        other = provider.clone(server, "next", "small")

        assert connection.execute("SELECT 1").fetchone() == (1,)
    for dsn in (mine, other):
        provider.drop_clone(server, conninfo.conninfo_to_dict(dsn)["dbname"])


def test_live_database_is_found_by_its_notebook(server):
    """`lessonlab psql 03` finds the database of the open notebook."""
    mine = provider.clone(server, "tests_psql", "small")

    assert provider.live_database(server, "tests_psql") == mine
    provider.drop_clone(server, conninfo.conninfo_to_dict(mine)["dbname"])
    assert provider.live_database(server, "tests_psql") is None


def test_session_survives_its_server(own_server, tmp_path):
    """After the server was killed the next statement has a new connection to the same database."""
    dsn = provider.clone(own_server, "tests", "small")
    name = conninfo.conninfo_to_dict(dsn)["dbname"]
    session = Session(Settings(tmp_path, own_server.dsn), name, "tests")
    session.connection().execute("CREATE TABLE kept ()")
    with psycopg.connect(own_server.dsn, autocommit=True) as admin:
        admin.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name])
    with pytest.raises(psycopg.OperationalError):
        session.connection().execute("SELECT 1")

    assert session.connection().execute("SELECT to_regclass('kept')::text").fetchone() == ("kept",)
    session.close()


def test_session_whose_database_is_gone_says_what_to_do(settings):
    """A dropped database is one clear error."""
    session = Session(settings, "lab_gone", "03_storage_models")
    with pytest.raises(ServerError, match="the database of 03_storage_models is gone") as caught:
        session.connection()

    assert "first code cell" in caught.value.cure


@pytest.fixture
def small_disk():
    """Return a folder on a file system of 200 MB."""
    if not is_root() or sys.platform != "linux":
        pytest.skip("a small file system takes root to mount")
    base = files.new_folder("lessonlab-full-")
    subprocess.run(["/bin/mount", "-t", "tmpfs", "-o", "size=200m", "tmpfs", str(base)], check=True)
    yield base
    subprocess.run(["/bin/umount", str(base)], check=True)
    base.rmdir()


def test_too_small_a_disk_is_refused_before_anything_is_written(small_disk):
    """The error says what is wanted and what there is."""
    with running(small_disk) as server:
        with pytest.raises(TemplateError, match=r"needs 1,500 MB of disk while it is built: have \d+ MB"):
            ensure_template(server, "large")
        with pytest.raises(TemplateError, match=r"needs 15,000 MB of disk"):
            ensure_template(server, "large", scale=10)
        assert names(server) == []


def test_disk_that_becomes_full_leaves_nothing_half_done(small_disk):
    """When the disk is full the error says so, the half-built database is gone, and the server lives on."""
    ours = Owned(small_disk / "home", wheel_programs())
    local_server.make_home(ours.home)
    small_disk.chmod(0o711)
    elsewhere = files.new_folder("lessonlab-wal-")
    local_server.server_account().own(elsewhere)
    try:
        with moved_log(ours, elsewhere) as dsn:
            server = Server(dsn, local=False)  # nobody knows the disk of an outside server
            with pytest.raises(TemplateError, match="the disk became full while the large class was built"):
                ensure_template(server, "large")
            assert names(server) == []
            assert [ensure_template(server, "small")] == names(server)
    finally:
        shutil.rmtree(elsewhere)


@contextmanager
def moved_log(ours, elsewhere):
    """Yield a server whose write-ahead log has room elsewhere; without that it goes down with the disk."""
    local_server.start(ours)
    local_server.stop(ours)
    shutil.move(ours.data / "pg_wal", elsewhere / "pg_wal")
    for path in (elsewhere / "pg_wal", *(elsewhere / "pg_wal").rglob("*")):
        local_server.server_account().own(path)
    (ours.data / "pg_wal").symlink_to(elsewhere / "pg_wal")
    try:
        with leases.held(ours.home, "a test"):
            yield local_server.start(ours)
    finally:
        local_server.stop(ours)
        shutil.rmtree(ours.home)


def test_times_count_back_from_now(small):
    """The class's times lie in the past, and the freshest of them within the last day."""
    with psycopg.connect(small) as connection:
        oldest, newest = connection.execute(
            "SELECT min(last_accessed_at), max(last_accessed_at) FROM lesson_progress"
        ).fetchone()

    assert oldest < newest <= datetime.now(UTC)
    assert datetime.now(UTC) - newest < timedelta(days=1) + MAX_AGE
