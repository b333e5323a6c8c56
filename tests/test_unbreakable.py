"""
Nothing is broken for good, whatever SQL a reader runs.

Each statement runs in a notebook's own session, as its ordinary role or, where that is refused, as the
superuser that a cell asks for by name.  Then the lab is reset, and the next cell works: as an ordinary role,
on a fresh class, with all that the lab needs.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import time

import psycopg
import pytest
from click.testing import CliRunner

import lessonlab
from lessonlab.cli import commands
from lessonlab.config import Settings
from lessonlab.errors import LessonLabError, SqlError
from lessonlab.grading import library
from lessonlab.grading.verdict import State, Verdict
from lessonlab.postgres import leases, local_server, mending
from lessonlab.postgres.connect import connect
from lessonlab.postgres.owned import Owned
from lessonlab.postgres.programs import wheel_programs
from lessonlab.postgres.roles import ADMIN
from lessonlab.postgres.server import find_server, our_server
from lessonlab.reader.record import EXERCISES, Record, passed_by
from lessonlab.system import files
from lessonlab.system.accounts import is_root

pytestmark = pytest.mark.slow

PRELOAD = "SET session_preload_libraries = 'nonsense'"
ORDINARY = {  # what a notebook's own role may do, or is refused
    "schema": "DROP SCHEMA public CASCADE",
    "owned": "DROP OWNED BY CURRENT_USER CASCADE",
    "reassign": "CREATE ROLE heir; GRANT heir TO CURRENT_USER; REASSIGN OWNED BY CURRENT_USER TO heir",
    "revoke tables": "REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC, CURRENT_USER",
    "revoke schema": "REVOKE ALL ON SCHEMA public FROM PUBLIC, pg_database_owner, CURRENT_USER",
    "revoke database": "REVOKE ALL ON DATABASE {own} FROM PUBLIC, CURRENT_USER",
    "password": "ALTER USER CURRENT_USER PASSWORD 'x'",
    "no password": "ALTER USER CURRENT_USER PASSWORD NULL",
    "role settings": "ALTER ROLE CURRENT_USER SET search_path = 'nowhere'",
    "role timeout": "ALTER ROLE CURRENT_USER SET statement_timeout = '1ms'",
    "role read-only": "ALTER ROLE CURRENT_USER SET default_transaction_read_only = on",
    "role role": "CREATE ROLE mask; GRANT mask TO CURRENT_USER; ALTER ROLE CURRENT_USER SET role = 'mask'",
    "database settings": "ALTER DATABASE {own} SET default_transaction_read_only = on",
    "database closed": "ALTER DATABASE {own} ALLOW_CONNECTIONS false",
    "database limit": "ALTER DATABASE {own} CONNECTION LIMIT 0",
    "database owner": "CREATE ROLE buyer; GRANT buyer TO CURRENT_USER; ALTER DATABASE {own} OWNER TO buyer",
    "another database": "CREATE DATABASE mine; ALTER DATABASE mine IS_TEMPLATE true",
    "ten thousand tables": "DO 'BEGIN FOR n IN 1..10000 LOOP EXECUTE ''CREATE TABLE t'' || n || ''()'';"
                           " IF n % 500 = 0 THEN COMMIT; END IF; END LOOP; END'",
    "everybody's sessions": "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid > 0",
    "a lock": "BEGIN; LOCK users, courses, lesson_progress, course_progress",
    "an open end": "BEGIN; DELETE FROM users; SELECT 1/0",
    "a name of the system's": "CREATE FUNCTION public.count(text) RETURNS text RETURN 'no'",
    "postgres": "DROP DATABASE postgres",
    "lab's role": f"DROP ROLE {ADMIN}",
    "system": "ALTER SYSTEM SET port = 1",
    "leave membership": "REVOKE lessonlab_superuser FROM CURRENT_USER",
    "its own end": "DROP ROLE CURRENT_USER",
}  # fmt: skip
SUPERUSER = {
    "drop postgres": "DROP DATABASE postgres WITH (FORCE)",
    "drop template1": "UPDATE pg_database SET datistemplate = false; DROP DATABASE template1",
    "drop template0": "UPDATE pg_database SET datistemplate = false; DROP DATABASE template0",
    "drop all three": "UPDATE pg_database SET datistemplate = false; DROP DATABASE template0;"
                      " DROP DATABASE template1; DROP DATABASE postgres WITH (FORCE)",
    "drop classes": "DO 'BEGIN UPDATE pg_database SET datistemplate = false; END'; {drop_templates}",
    "forget classes": "{forget_templates}",
    "open classes": "UPDATE pg_database SET datallowconn = true WHERE datname ~ 'template'",
    "close databases": "UPDATE pg_database SET datallowconn = false",
    "limit databases": "UPDATE pg_database SET datconnlimit = 0",
    "no login": f"ALTER ROLE {ADMIN} NOLOGIN",
    "no connections": f"ALTER ROLE {ADMIN} CONNECTION LIMIT 0; ALTER ROLE lessonlab CONNECTION LIMIT 0",
    "too late": f"ALTER ROLE {ADMIN} VALID UNTIL '2001-01-01'",
    "lab's password": f"ALTER ROLE {ADMIN} PASSWORD 'x'",
    "lab's role set": f"ALTER ROLE {ADMIN} SET role = 'lessonlab'",
    "lab's path": f"ALTER ROLE {ADMIN} SET search_path = nowhere",
    "lab's read-only": f"ALTER ROLE {ADMIN} SET default_transaction_read_only = on",
    "lab's preload": f"ALTER ROLE {ADMIN} {PRELOAD}",
    "lab's name": f"ALTER ROLE {ADMIN} RENAME TO somebody",
    "no superusers": "UPDATE pg_authid SET rolsuper = false",
    "no roles of ours": "DELETE FROM pg_authid WHERE rolname ~ 'lessonlab'",
    "no roles": "DELETE FROM pg_authid",
    "other names": "UPDATE pg_authid SET rolname = rolname || '_once'",
    "ordinary no more": "ALTER ROLE lessonlab NOLOGIN NOCREATEDB NOCREATEROLE",
    "superuser no more": "ALTER ROLE lessonlab_superuser NOSUPERUSER",
    "superuser gone": "SET ROLE lessonlab_superuser; REASSIGN OWNED BY lessonlab_superuser TO lessonlab;"
                      " RESET ROLE; DROP ROLE lessonlab_superuser",
    "members": "REVOKE lessonlab_superuser, pg_monitor FROM lessonlab",
    "always a superuser": "ALTER ROLE lessonlab SUPERUSER",
    "settings for all": "ALTER ROLE ALL SET default_transaction_read_only = on",
    "preload for all": f"ALTER ROLE ALL {PRELOAD}",
    "preload in postgres": f"ALTER DATABASE postgres {PRELOAD}; ALTER DATABASE template1 {PRELOAD}",
    "reassign all": "REASSIGN OWNED BY lessonlab TO lessonlab_superuser",
    "drop owned": "DROP OWNED BY lessonlab, lessonlab_superuser CASCADE",
    "revoke from public": "REVOKE ALL ON ALL FUNCTIONS IN SCHEMA pg_catalog FROM PUBLIC;"
                          " REVOKE ALL ON ALL TABLES IN SCHEMA pg_catalog FROM PUBLIC",
    "drop pg_catalog": "SET allow_system_table_mods = on; DROP SCHEMA pg_catalog CASCADE",
    "drop information_schema": "DROP SCHEMA information_schema CASCADE",
    "sessions of all": "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()",
    "slot": "SELECT pg_create_physical_replication_slot('kept', true)",
    "lock of logins": "BEGIN; LOCK pg_authid, pg_database",
    "system, at once": "ALTER SYSTEM SET default_transaction_read_only = on; SELECT pg_reload_conf()",
    "system, no memory": "ALTER SYSTEM SET work_mem = '64kB'; SELECT pg_reload_conf()",
    "system, shut": f"ALTER SYSTEM {PRELOAD}; SELECT pg_reload_conf()",
    "no functions": "DELETE FROM pg_proc",
    "no tables": "DELETE FROM pg_class",
}  # fmt: skip
STARTS = {  # what shows when the server is started the next time
    "preload": "ALTER SYSTEM SET shared_preload_libraries = 'nonsense'",
    "connections": "ALTER SYSTEM SET max_connections = 262143",
    "memory": "ALTER SYSTEM SET shared_buffers = '8000GB'",
    "address": "ALTER SYSTEM SET listen_addresses = '192.0.2.1'",
    "port": "ALTER SYSTEM SET port = 1",
    "hba": "COPY (SELECT 'local all all reject') TO '{data}/pg_hba.conf'; SELECT pg_reload_conf()",
    "configuration": "COPY (SELECT 'nonsense') TO '{data}/postgresql.conf'",
    "no way in": f"ALTER ROLE {ADMIN} NOLOGIN; UPDATE pg_database SET datallowconn = false",
    "no databases": "DELETE FROM pg_database",
    "no map": "COPY (SELECT 'x') TO '{data}/global/pg_filenode.map'",
    "no version": "COPY (SELECT '9.6') TO '{data}/PG_VERSION'",
}


@pytest.fixture(scope="module")
def home():
    """
    Return a home of this module's own, which the kernels' lab uses too, and stop what runs there.

    Its name has a word that stands in the messages of a server that lacks memory.
    """
    made = files.new_folder("lessonlab in memory ")
    made.chmod(0o711)
    before = {name: os.environ.pop(name, None) for name in ("LESSONLAB_HOME", "LESSONLAB_DSN")}
    os.environ["LESSONLAB_HOME"] = str(made)
    leases.take_lease(made, "pytest")
    yield made
    os.environ.pop("LESSONLAB_HOME")
    os.environ.update({name: value for name, value in before.items() if value is not None})
    local_server.stop(Owned(made, wheel_programs()))
    shutil.rmtree(made, ignore_errors=True)


@pytest.fixture
def lab(home):
    """Return a lab on that server, whatever the test before did to it."""
    opened = lessonlab.open(6)
    assert opened.session.settings.home == home
    yield opened
    opened.close()


def do(lab, script, *, superuser=False):
    """Run each statement of *script* in the notebook's session; what is refused is refused."""
    data = our_server(lab.session.settings).data
    script = script.format(own=lab.session.name, data=data, **of_templates(lab))
    raised = lab.session.as_superuser() if superuser else contextlib.nullcontext()
    with contextlib.suppress(SqlError, LessonLabError, psycopg.Error), raised:
        for statement in script.split("; "):
            with contextlib.suppress(SqlError):
                lab.run(statement)


def of_templates(lab):
    """Return statements about each class that is built."""
    with connect(find_server(lab.session.settings).dsn) as admin:
        rows = admin.execute("SELECT datname FROM pg_database WHERE datname ~ '^lessonlab_template'")
        names = [name for (name,) in rows]
    return {
        "drop_templates": "; ".join(f"DROP DATABASE {name}" for name in names),
        "forget_templates": "; ".join(f"COMMENT ON DATABASE {name} IS 'no record'" for name in names),
    }


def works(lab):
    """Assert that the next cell works, and that the notebook has what each page counts on."""
    assert lab.value("SELECT count(*) FROM users") == 120
    role = "SELECT session_user, rolname, rolsuper, rolcreatedb, rolcreaterole FROM pg_roles"
    found = lab.rows(f"{role} WHERE rolname = current_user")
    assert found == [("lessonlab", "lessonlab", False, True, True)]
    lab.run("UPDATE users SET name = name; CREATE TABLE after_all (id INTEGER); DROP TABLE after_all")
    with lab.session.as_superuser():
        assert lab.value("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
    assert lab.value("SELECT current_user") == "lessonlab"
    assert mending.wrong(find_server(lab.session.settings).dsn) == []


@pytest.mark.parametrize("script", ORDINARY.values(), ids=ORDINARY)
def test_reset_mends_what_a_cell_did(lab, script):
    """As the ordinary role that notebooks are."""
    do(lab, script)
    lab.reset()

    works(lab)


@pytest.mark.parametrize("script", SUPERUSER.values(), ids=SUPERUSER)
def test_reset_mends_what_a_superuser_did(lab, script):
    """As the role that a cell asks for by name; another notebook that is open goes on too."""
    do(lab, script, superuser=True)
    lab.reset()

    works(lab)


@pytest.mark.parametrize("script", STARTS.values(), ids=STARTS)
def test_the_next_start_mends_what_stops_a_server(lab, script, capsys):
    """The server ends, and is started as if nothing had been; one line says what was wrong."""
    do(lab, script, superuser=True)
    server = our_server(lab.session.settings)
    lab.session.close()
    local_server.stop(server)
    capsys.readouterr()
    local_server.start(server)
    said = capsys.readouterr().out
    lab.reset()

    assert "put right: " in said, said
    works(lab)


def test_the_doctor_says_what_is_wrong_and_mends_it_when_told(lab):
    """Without --mend it names the command; with it a line each says what was wrong."""
    do(lab, "DROP DATABASE postgres WITH (FORCE); ALTER USER lessonlab PASSWORD 'x'", superuser=True)
    doctor = [CliRunner().invoke(commands, ["doctor", *more]).output for more in ([], ["--mend"], [])]

    assert (
        "✗ server     the role lessonlab had another password; the database postgres was missing" in doctor[0]
    )
    assert "next: lessonlab doctor --mend" in doctor[0]
    assert "put right: the role lessonlab had another password" in doctor[1]
    assert "put right: the database postgres was missing" in doctor[1]
    assert all("✓ server     PostgreSQL" in said and "put right" not in doctor[2] for said in doctor[1:])
    works(lab)


@pytest.mark.parametrize("command", [["start"], ["psql", "06", "--", "-c", "SELECT 1"], ["clean"], ["list"]])
def test_every_command_mends_first(lab, command, tmp_path):
    """Each that meets the server; `lessonlab start` meets it before JupyterLab."""
    do(lab, f"UPDATE pg_database SET datallowconn = false; ALTER ROLE {ADMIN} PASSWORD 'x'", superuser=True)
    if command == ["start"]:
        find_server(lab.session.settings)  # what it does before anything else
    else:
        run = [sys.executable, "-m", "lessonlab", *command]
        done = subprocess.run(run, capture_output=True, encoding="utf-8", check=False, cwd=tmp_path)
        assert done.returncode == 0, done.stdout + done.stderr
    lab.reset()

    works(lab)


def test_the_record_comes_back_with_a_new_data_folder(lab, tmp_path, capsys):
    """Data that nothing mends is put aside, whole; what was passed is in the file, and in the new data."""
    ours = our_server(lab.session.settings)
    record = Record(lambda: find_server(lab.session.settings), "ada", tmp_path / "record.json")
    record(library.find("06-01"), Verdict("06-01", "", State.CORRECT))
    lab.session.close()
    local_server.kill(ours)
    shutil.rmtree(ours.data / "global")
    (ours.data / "global").mkdir()
    local_server.server_account().own(ours.data / "global")
    listed = passed_by(find_server(lab.session.settings), "ada", record.file)
    said = capsys.readouterr().out
    record(library.find("06-02"), Verdict("06-02", "", State.NOT_YET))
    tried = record.service().lesson(record.reader, EXERCISES, "06-02").attempts
    passed = record.passed()
    record.close()
    lab.reset()

    assert "the old data is kept in " in said
    assert len(list(ours.folder.glob("data-kept-*"))) >= 1
    assert (listed, passed, tried) == ({"06-01"}, {"06-01"}, 1)
    works(lab)


def test_a_data_folder_of_before_is_taken_over(lab):
    """One whose first role is a superuser called lessonlab, as older versions made it: all in it stays."""
    names = (
        "UPDATE pg_authid SET rolname = 'gone' WHERE rolname = 'lessonlab'; "
        f"UPDATE pg_authid SET rolname = 'lessonlab' WHERE rolname = '{ADMIN}'"
    )
    do(lab, names, superuser=True)
    dsn = local_server.running_dsn(our_server(lab.session.settings))
    with contextlib.closing(psycopg.connect(dsn, user="lessonlab", autocommit=True)) as before:
        before.execute("CREATE DATABASE of_before")
    again = lessonlab.open(6)
    kept = again.value("SELECT rolname FROM pg_database AS d JOIN pg_roles AS r ON r.oid = datdba "
                       "WHERE datname = 'of_before'")  # fmt: skip
    works(again)
    again.close()

    assert kept == ADMIN


def test_a_settings_file_that_was_put_aside_is_kept(lab):
    """What ALTER SYSTEM wrote is in a copy beside the data, whoever took it away."""
    ours = our_server(lab.session.settings)
    do(lab, "ALTER SYSTEM SET work_mem = '77MB'", superuser=True)
    lab.reset()

    kept = [path.read_text(encoding="utf-8") for path in ours.folder.glob("postgresql.auto.conf-kept-*")]
    assert any("work_mem = '77MB'" in text for text in kept)


def test_a_cell_that_was_a_superuser_leaves_an_ordinary_role(lab):
    """After an error, in a transaction that it left open, and once that has ended."""
    with contextlib.suppress(SqlError), lab.session.as_superuser():
        lab.run("BEGIN; SELECT 1/0")
    failed = lab.connection.info.transaction_status
    lab.run("ROLLBACK")
    role = "SELECT current_user"
    after_error = lab.value(role)
    with lab.session.as_superuser():
        lab.run("BEGIN")
    within = lab.value(role)
    lab.run("ROLLBACK")

    assert failed == psycopg.pq.TransactionStatus.INERROR
    assert [after_error, within, lab.value(role)] == ["lessonlab"] * 3


def test_a_server_of_others_is_left_alone(lab, home, capsys):
    """Nothing is put right there: what is wrong may be meant.  The doctor says so."""
    server = find_server(lab.session.settings)
    name = "ALTER ROLE lessonlab SET work_mem = '5MB'"
    with connect(server.dsn) as admin:
        admin.execute(name)
    capsys.readouterr()
    find_server(Settings(home, dsn=server.dsn))
    said = CliRunner().invoke(commands, ["doctor", "--mend", "--dsn", server.dsn]).output
    wrong = mending.wrong(server.dsn)

    assert capsys.readouterr().out == ""
    assert "is not the lab's own: nothing there is mended." in said
    assert wrong == ["lessonlab began every session with work_mem=5MB"]


def test_nothing_wrong_is_one_query(lab):
    """What is looked at each time a page is opened costs no more than a statement of the reader's."""
    dsn = find_server(lab.session.settings).dsn
    with mending.enter(dsn) as admin:
        started = time.perf_counter()
        for _ in range(10):
            assert mending._found(admin, dsn, settings=True) == []
        looked = time.perf_counter() - started
        started = time.perf_counter()
        for _ in range(10):
            admin.execute("SELECT count(*) FROM pg_proc, generate_series(1, 50)")
        asked = time.perf_counter() - started

    assert looked < asked * 3


@pytest.fixture
def small_disk():
    """Return a folder on a disk of 420 MB; only root can make one."""
    if not is_root() or sys.platform != "linux":
        pytest.skip("only root can mount a small disk")
    base = files.new_folder("lessonlab-full-")
    subprocess.run(["/bin/mount", "-t", "tmpfs", "-o", "size=420m", "tmpfs", str(base)], check=True)
    base.chmod(0o711)
    yield base
    subprocess.run(["/bin/umount", "-l", str(base)], check=True)
    base.rmdir()


def test_a_disk_that_a_cell_filled(small_disk, monkeypatch):
    """Up to its last block, so that the server went down: reset, and the next cell works."""
    monkeypatch.setenv("LESSONLAB_HOME", str(small_disk / "home"))
    lab = lessonlab.open(6)
    for _ in range(3):
        for rows in (10_000_000, 20_000, 200):
            with contextlib.suppress(LessonLabError, psycopg.Error):
                lab.run(f"CREATE TABLE IF NOT EXISTS big AS SELECT repeat(md5(g::text), 200) AS x "
                        f"FROM generate_series(1, {rows}) AS g; INSERT INTO big TABLE big")  # fmt: skip
    (small_disk / "left").write_bytes(bytes(max(0, shutil.disk_usage(small_disk).free - 4096)))
    with contextlib.suppress(LessonLabError, psycopg.Error):
        lab.run("CREATE TABLE more AS TABLE big; CREATE TABLE yet_more AS TABLE lesson_progress")
    local_server.kill(our_server(lab.session.settings))
    lab.session.close()
    lab.reset()

    works(lab)
    lab.close()
    local_server.stop(Owned(small_disk / "home", wheel_programs()))
