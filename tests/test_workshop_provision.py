"""
A class on a server of the instructor's: what one student can do to another, and a page in a given database.

Two students and an instructor, on one server; the attacks are rows.
"""

from __future__ import annotations

import contextlib
import csv
import os
import signal
import stat
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest
from click.testing import CliRunner
from psycopg import conninfo, sql

import lessonlab
from lessonlab.cli import commands
from lessonlab.config import HIDDEN, Settings
from lessonlab.errors import ConfigError, PrivilegeError, ServerError, SqlError
from lessonlab.grading.judge import Judge
from lessonlab.magics import lab_magics
from lessonlab.postgres.connect import connect
from lessonlab.postgres.copies import Copies
from lessonlab.postgres.given import NO_COPY
from lessonlab.postgres.server import find_server, our_server
from lessonlab.reader import told_verdicts
from lessonlab.workshop import class_server, databases, provisioning, tokens, tries
from lessonlab.workshop.class_folder import new_class, open_class
from lessonlab.workshop.watching import Allowed, ClassWatch

pytestmark = pytest.mark.slow  # a server of their own, and attacks on it

ADA, BEN, CARL = "ada@example.org", "ben@example.org", "carl@example.org"
DENIED, TOO_MUCH = "42501", "53400"
SECONDS = 10.0  # in which what is to happen at once has happened


@dataclass
class Room:
    """A class's folder and the server that it was provisioned on, as the instructor reaches it."""

    folder: Path
    dsn: str

    @property
    def given(self):
        """Return what `databases.csv` says, by address."""
        return databases.read_databases(self.folder / databases.FILE)

    def dsn_of(self, email):
        """Return the connection string that the person was sent."""
        with (self.folder / databases.FILE).open(encoding="utf-8", newline="") as file:
            return {row["email"]: row["dsn"] for row in csv.DictReader(file)}[email]

    def enter(self, email, **overrides):
        """Return a session of the person."""
        return psycopg.connect(conninfo.make_conninfo(self.dsn_of(email), **overrides), autocommit=True)

    def admin(self):
        """Return a session of the instructor."""
        return psycopg.connect(self.dsn, autocommit=True)

    def provision(self, *words):
        """Run the command; return its exit code and what it said."""
        return lessonlab_class("provision", self.folder, "--dsn", self.dsn, *words)

    def people(self, *emails):
        """Write the roster anew."""
        lines = "".join(f"{one.partition('@')[0].title()},{one}\n" for one in emails)
        (self.folder / "roster.csv").write_text(f"name,email\n{lines}", encoding="utf-8")


def lessonlab_class(*words):
    """Run a command of `lessonlab class`; return its exit code and all that it said."""
    done = CliRunner().invoke(commands, ["class", *map(str, words)])
    said = f"{done.output}{done.exception}" if isinstance(done.exception, Exception) else done.output
    return done.exit_code, said


def made_room(folder, dsn):
    """Return a class of two on the server of *dsn*."""
    new_class(folder)
    room = Room(folder, dsn)
    room.people(ADA, BEN)
    tokens.make_tokens(folder / tokens.FILE, open_class(folder).people)
    code, said = room.provision()
    assert code == 0, said
    return room


def close_room(room):
    """Drop what was made, and open what was closed: others use this server."""
    provisioning.remove(room.dsn, room.given.values())
    with room.admin() as admin:
        admin.execute("GRANT CONNECT ON DATABASE postgres TO PUBLIC")


@pytest.fixture(scope="module")
def room(server, tmp_path_factory):
    """Return a class of two on the server that the tests have."""
    with psycopg.connect(server.dsn) as admin:
        if admin.execute("SHOW is_superuser").fetchone() != ("on",):
            pytest.skip("wants a superuser")
    made = made_room(tmp_path_factory.mktemp("spring term") / "a class", server.dsn)
    yield made
    close_room(made)


@pytest.fixture
def ada(room):
    """Yield a session of Ada's."""
    with contextlib.closing(room.enter(ADA)) as session:
        yield session


REFUSED = {  # workshop.md B2 and B3: what a student types, and what the server says
    "a program of the server's": ("COPY (SELECT 1) TO PROGRAM 'id'", DENIED),
    "a file into a table": ("COPY public.users FROM '/etc/passwd'", DENIED),
    "a file read": ("SELECT pg_catalog.pg_read_file('/etc/passwd')", DENIED),
    "a folder listed": ("SELECT pg_catalog.pg_ls_dir('.')", DENIED),
    "a file as a large object": ("SELECT pg_catalog.lo_import('/etc/passwd')", DENIED),
    "a large object": ("SELECT pg_catalog.lo_create(0)", DENIED),
    "an extension that is trusted": ("CREATE EXTENSION hstore", DENIED),
    "an extension that is not": ("CREATE EXTENSION dblink", DENIED),
    "a publication": ("CREATE PUBLICATION p", DENIED),
    "a subscription": (
        "CREATE SUBSCRIPTION s CONNECTION 'host=x' PUBLICATION p WITH (connect = false)",
        DENIED,
    ),
    "an event trigger": (
        "CREATE EVENT TRIGGER e ON ddl_command_start EXECUTE FUNCTION lessonlab_guard.refuse()",
        DENIED,
    ),
    "the guard dropped": ("DROP EVENT TRIGGER lessonlab_guard", DENIED),
    "the guard's schema dropped": ("DROP SCHEMA lessonlab_guard CASCADE", DENIED),
    "the guard's function replaced": (
        "CREATE OR REPLACE FUNCTION lessonlab_guard.refuse() RETURNS event_trigger LANGUAGE SQL AS ''",
        DENIED,
    ),
    "a library": ("LOAD '/tmp/x.so'", DENIED),
    "a setting of the server's": ("ALTER SYSTEM SET work_mem = '1GB'", DENIED),
    "a replication slot": ("SELECT pg_catalog.pg_create_physical_replication_slot('s')", DENIED),
    "a role": ("CREATE ROLE friend LOGIN", DENIED),
    "a database": ("CREATE DATABASE more", DENIED),
    "a tablespace": ("CREATE TABLESPACE t LOCATION '/tmp'", DENIED),
    "the right to make databases": ("ALTER ROLE {ada} CREATEDB", DENIED),
    "more sessions": ("ALTER ROLE {ada} CONNECTION LIMIT 100", DENIED),
    "the other's password": ("ALTER ROLE {ben} PASSWORD 'x'", DENIED),
    "to become the other": ("SET ROLE {ben}", DENIED),
    "to be the other": ("SET SESSION AUTHORIZATION {ben}", DENIED),
    "oneself given to the other": ("GRANT {ada} TO {ben}", DENIED),
    "to become the template's owner": ("SET ROLE lessonlab_given_owner", DENIED),
    "to become the instructor": ("SET ROLE {instructor}", DENIED),
    "the other's database dropped": ("DROP DATABASE {ben}", DENIED),
    "one's own database dropped": ("DROP DATABASE {ada}", DENIED),
    "one's own database set": ("ALTER DATABASE {ada} SET search_path = evil, pg_catalog", DENIED),
    "one's own database given away": ("ALTER DATABASE {ada} OWNER TO {ben}", DENIED),
    "one's database marked": ("COMMENT ON DATABASE {ada} IS 'mine'", DENIED),
    "the other's session ended": ("SELECT pg_catalog.pg_terminate_backend({bens_pid})", DENIED),
    "the other's statement ended": ("SELECT pg_catalog.pg_cancel_backend({bens_pid})", DENIED),
    "a million advisory locks": (
        "SELECT pg_catalog.pg_advisory_lock(g) FROM generate_series(1, 1000000) AS g",
        DENIED,
    ),
    "one for a transaction": ("SELECT pg_catalog.pg_try_advisory_xact_lock(1)", DENIED),
    "a message to all": ("SELECT pg_catalog.pg_notify('c', 'x')", DENIED),
    "the log of writes": ("SELECT pg_catalog.pg_logical_emit_message(false, 'x', 'y')", DENIED),
    "more room for spilling": ("SET temp_file_limit = -1", DENIED),
    "that for ever": ("ALTER ROLE {ada} SET temp_file_limit = '-1'", DENIED),
    "a log that tells more": ("SET log_min_messages = debug5", DENIED),
    "each statement logged": ("SET log_statement = 'all'", DENIED),
    "a transaction that outlives its session": ("BEGIN; PREPARE TRANSACTION 'x'", "55000"),
    "passwords": ("SELECT rolpassword FROM pg_catalog.pg_authid", DENIED),
    "spilling without end": (
        "SELECT count(*) FROM (SELECT repeat('x', 2000) || a FROM generate_series(1, 60000) a ORDER BY 1) r",
        TOO_MUCH,
    ),
}


@pytest.mark.parametrize("attack", REFUSED)
def test_what_one_student_types_is_refused(room, ada, attack):
    """By the server, in the words of the code; nobody needs to watch."""
    text, code = REFUSED[attack]
    with room.enter(BEN) as ben, room.admin() as admin:
        names = {"ada": ada.info.user, "ben": ben.info.user, "instructor": admin.info.user}
        ada.execute("SET work_mem = '1MB'")
        with pytest.raises(psycopg.Error) as refused:
            ada.execute(text.format(**names, bens_pid=ben.info.backend_pid))
        assert refused.value.sqlstate == code, refused.value
        assert ben.execute("SELECT 1").fetchone() == (1,)


@pytest.mark.parametrize("place", ["ben", "postgres", "template1", "template"])
def test_no_other_database_lets_one_in(room, place):
    """Neither the other's, nor those that came with the server, nor what all are cloned from."""
    with room.admin() as admin:
        asked = "SELECT datname FROM pg_database WHERE datname LIKE 'lessonlab\\_given\\_%'"
        [(template,)] = admin.execute(asked).fetchall()
    names = {"ben": room.given[BEN].name, "template": template}
    with pytest.raises(psycopg.OperationalError):
        room.enter(ADA, dbname=names.get(place, place))
    room.enter(ADA).close()


def test_friends_are_not_let_in(room, ada):
    """Who does not own a database cannot let others in; where no right is given, that is a warning."""
    names = (sql.Identifier(ada.info.dbname), sql.Identifier(room.given[BEN].name))
    with contextlib.suppress(psycopg.errors.InsufficientPrivilege):
        ada.execute(sql.SQL("GRANT CONNECT ON DATABASE {} TO {}").format(*names))
    with pytest.raises(psycopg.OperationalError):
        room.enter(BEN, dbname=ada.info.dbname)


def test_one_takes_ten_sessions_and_leaves_the_others_theirs(room):
    """One more is refused to Ada, and that is said; Ben comes in."""
    with contextlib.ExitStack() as stack:
        for _ in range(10):
            stack.enter_context(room.enter(ADA))
        with pytest.raises(ServerError, match="has no session left for 'student_"):
            connect(room.dsn_of(ADA))
        stack.enter_context(room.enter(BEN))


def test_names_say_nothing(room, ada):
    """What every role can read of roles, databases and settings names nobody, and holds no secret."""
    read = (
        "SELECT rolname || coalesce(rolconfig::TEXT, '') || coalesce(shobj_description(oid, 'pg_authid'), '')"
        " FROM pg_roles UNION ALL SELECT datname || coalesce(shobj_description(oid, 'pg_database'), '')"
        " FROM pg_database"
    )
    told = "\n".join(text for (text,) in ada.execute(read).fetchall())
    assert room.given[BEN].name in told
    for secret in ("example.org", "Ada", "Ben", *(one.password for one in room.given.values())):
        assert secret not in told


def test_the_others_statements_are_hidden(room, ada):
    """Who has a role of their own is not read by others."""
    with room.enter(BEN) as ben:
        ben.execute("SELECT 'secret of Ben'")
        rows = ada.execute("SELECT query FROM pg_stat_activity WHERE pid = %s", [ben.info.backend_pid])
        assert rows.fetchall() == [("<insufficient privilege>",)]


def test_nothing_there_runs_with_more_rights(ada):
    """The instructor's one function is not SECURITY DEFINER, and has a search path of its own."""
    found = ada.execute(
        "SELECT proname, proconfig, prosecdef FROM pg_proc"
        " WHERE oid >= 16384 AND proowner <> current_user::REGROLE"
    )
    assert found.fetchall() == [("refuse", ["search_path=pg_catalog, pg_temp"], False)]


def test_nobody_fills_the_log(room, ada, server, settings):
    """RAISE LOG and a long statement that fails leave nothing in the server's log."""
    if not server.local:
        pytest.skip("the log is on another machine")
    mark = f"mark of {ada.info.user}"
    ada.execute(f"DO $$ BEGIN RAISE LOG '{mark}'; RAISE WARNING '{mark}'; END $$")
    with pytest.raises(psycopg.Error):
        ada.execute(f"SELECT '{mark}' FROM nowhere")
    with room.admin() as admin:
        admin.execute(f"DO $$ BEGIN RAISE LOG 'end of {mark}'; END $$")
    log = our_server(settings).log
    said = log.read_text(encoding="utf-8", errors="replace").replace(f"end of {mark}", "")
    assert mark not in said


LOOP = (
    "DO $$ BEGIN LOOP BEGIN LOOP END LOOP; EXCEPTION WHEN query_canceled OR OTHERS THEN NULL;"
    " END; END LOOP; END $$"
)
MANY = (
    "DO $$ BEGIN FOR i IN 1..300 LOOP EXECUTE format('CREATE TABLE m%s (a INT PRIMARY KEY)', i);"
    " END LOOP; END $$"
)
MANY_LOCKS = " locks"
STEADY = "many short statements in one"
WATCHED = {  # what no right keeps from a role: what is said when it is ended
    "a loop that catches its end": (LOOP, "a statement of"),
    "a sleep": ("SELECT pg_sleep(60)", "a statement of"),
    "rows without end": (
        "SELECT count(*) FROM generate_series(1, 9999) a, generate_series(1, 9999) b, pg_class",
        "a statement of",
    ),
    "a transaction left open": ("BEGIN; LOCK TABLE users", "a transaction that rests"),
    "a listener left in one": ("LISTEN c; BEGIN; SELECT 1", "a transaction that rests"),
    STEADY: ("BEGIN", "a transaction of"),
    "many tables in one": (f"BEGIN; {MANY}", MANY_LOCKS),
}
BRIEF = Allowed(statement=0.6, idle=0.6, transaction=1.2)
GROWING = (
    "DO $$ BEGIN CREATE TABLE big (a TEXT); LOOP INSERT INTO big SELECT repeat('x', 1000)"
    " FROM generate_series(1, 2000); PERFORM pg_sleep(0.02); END LOOP; END $$"
)


@contextlib.contextmanager
def watched(room, allowed=BRIEF):
    """Yield what a watch, of little patience if nothing is said, says as it says it."""
    told = []
    watching = ClassWatch(room.dsn, room.folder / databases.FILE, allowed, told.append)
    watching.start()
    yield told
    watching.close()


def test_the_watch_ends_who_fills_the_disk(room, ada):
    """What was written in the statement is gone with it, and what is short still runs: DROP TABLE for one."""
    with watched(room, Allowed(database_mb=25)) as told, pytest.raises(psycopg.OperationalError):
        ada.execute(f"SET statement_timeout = '20s'; {GROWING}")
    assert [f"ended {ada.info.user}: a database of"] == [line.rpartition(" of ")[0] + " of" for line in told]
    with room.enter(ADA) as again:
        assert again.execute("SELECT pg_database_size(current_database()) < 25 * 1048576").fetchone() == (
            True,
        )


def strike(session, text, again):
    """Run *text*, and go on in its transaction if it does so *again* and again."""
    with contextlib.suppress(psycopg.Error):
        session.execute(text)
        while again:
            session.execute("SELECT 1")
            time.sleep(0.02)


@pytest.mark.parametrize("attack", WATCHED)
def test_the_watch_ends_what_would_stop_the_others(room, ada, attack):
    """Whatever limits the role has lifted; Ben, and a long statement of the instructor's, go on."""
    text, why = WATCHED[attack]
    for limit in ("statement_timeout", "idle_in_transaction_session_timeout"):
        ada.execute(f"SET {limit} = 0")
    allowed = BRIEF if why != MANY_LOCKS else Allowed()
    with watched(room, allowed) as watch, room.admin() as admin, room.enter(BEN) as ben:
        began = time.monotonic()
        threads = [
            threading.Thread(target=strike, args=[ada, text, attack == STEADY]),
            threading.Thread(target=admin.execute, args=["SELECT pg_sleep(0.8)"]),
        ]
        for thread in threads:
            thread.start()
        while not watch and time.monotonic() - began < SECONDS:
            assert ben.execute("SELECT count(*) FROM pg_class").fetchone()[0] > 100
            time.sleep(0.02)
        for thread in threads:
            thread.join(SECONDS)
        assert admin.execute("SELECT 1").fetchone() == (1,)
    assert [f"ended {ada.info.user}"] == [line.partition(":")[0] for line in watch]
    assert why in watch[0]
    with pytest.raises(psycopg.OperationalError):
        ada.execute("SELECT 1")


def test_the_class_s_server_has_the_watch(room, ada):
    """Beside hand-ins and board; who is ended is said by the name that others see."""
    command = [sys.executable, "-m", "lessonlab", "class", "serve", room.folder, "--port", "0"]
    serving = subprocess.Popen(
        [*command, "--dsn", room.dsn, "--longest", "1"], stdout=subprocess.PIPE, encoding="utf-8"
    )
    try:
        assert serving.stdout.readline().startswith("watching over the server at")
        ada.execute("SET statement_timeout = 0")
        with pytest.raises(psycopg.OperationalError):
            ada.execute("SELECT pg_sleep(30)")
        said = [serving.stdout.readline() for _ in range(3)]
        alias = open_class(room.folder).passes[ADA].alias
        assert f"ended {alias}: a statement of" in "".join(said)
    finally:
        serving.kill()
        serving.wait()
        serving.stdout.close()


def test_the_watch_asks_the_system_where_the_server_does_not(room, ada, server):
    """Where the server has no lock left for it, or does not let it: a process of this machine is asked."""
    if not server.local:
        pytest.skip("its processes are on another machine")
    with room.admin() as admin:
        admin.execute("CREATE ROLE looker LOGIN PASSWORD 'x' IN ROLE pg_monitor")
        admin.execute("GRANT CONNECT ON DATABASE postgres TO looker")
    try:
        ada.execute("BEGIN")
        time.sleep(0.1)
        dsn = conninfo.make_conninfo(room.dsn, user="looker", password="x")  # noqa: S106
        watch = ClassWatch(dsn, room.folder / databases.FILE, Allowed(idle=0.05), print)
        watch.know()
        [line] = watch.look()
        assert line.startswith(f"{ada.info.user}: a transaction that rests")
        watch.close()
        strike(ada, "SELECT 1", again=True)  # until it hears of its end
        assert ada.broken
    finally:
        with room.admin() as admin:
            admin.execute("DROP OWNED BY looker; DROP ROLE looker")


def test_what_a_role_does_to_itself_is_taken_back(room, ada):
    """Its password, its settings, and a door that somebody has opened: provisioned again all is as it was."""
    name = sql.Identifier(ada.info.user)
    for text in (
        "ALTER ROLE {} PASSWORD 'mine'",
        "ALTER ROLE {} SET statement_timeout = 0",
        "ALTER ROLE {} IN DATABASE {} SET search_path = evil",
        "DROP OWNED BY {}",
    ):
        ada.execute(sql.SQL(text).format(name, name))
    with room.admin() as admin:
        admin.execute(sql.SQL("GRANT CONNECT ON DATABASE {} TO PUBLIC").format(name))
    with pytest.raises(psycopg.OperationalError):
        room.enter(ADA)
    code, said = room.provision("--dry-run")
    assert (code, "would put right 1: ada@example.org" in said) == (0, True), said
    code, said = room.provision()
    assert (code, "0 made, 1 put right, 1 as they were" in said) == (0, True), said
    with room.enter(ADA) as again:
        assert again.execute("SHOW statement_timeout").fetchone() == ("1min",)
        assert again.execute("SHOW search_path").fetchone() == ('"$user", public',)
        again.execute("CREATE SCHEMA other; CREATE TEMP TABLE t (); DROP SCHEMA other")
    with pytest.raises(psycopg.OperationalError):
        room.enter(BEN, dbname=room.given[ADA].name)
    assert room.provision("--empty", ADA)[0] == 0  # she has dropped the class


TRAP = """
CREATE SCHEMA IF NOT EXISTS trap;
CREATE OR REPLACE FUNCTION trap.take() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN EXECUTE format('ALTER ROLE %I SUPERUSER', session_user); RETURN NEW; END $$;
CREATE TABLE IF NOT EXISTS trap.bait (a INT);
CREATE OR REPLACE TRIGGER take BEFORE INSERT ON trap.bait FOR EACH ROW EXECUTE FUNCTION trap.take();
"""


def entered(admin, name):
    """Return how many sessions a database has had, once none is there: each is counted as it leaves."""
    there, until = "SELECT FROM pg_stat_activity WHERE datname = %s", time.monotonic() + SECONDS
    while admin.execute(there, [name]).fetchall() and time.monotonic() < until:
        time.sleep(0.02)
    return admin.execute("SELECT sessions FROM pg_stat_database WHERE datname = %s", [name]).fetchone()[0]


def test_the_instructor_enters_no_student_s_database(room, ada):
    """What lies there would run with a superuser's rights: neither provisioning nor the watch goes in."""
    ada.execute(TRAP)
    with watched(room), room.admin() as admin:
        ada.close()
        before = entered(admin, room.given[ADA].name)
        assert before > 0
        code, said = room.provision()
        assert code == 0, said
        assert before == entered(admin, room.given[ADA].name)
        asked = "SELECT rolsuper FROM pg_roles WHERE rolname = %s"
        assert admin.execute(asked, [room.given[ADA].name]).fetchone() == (False,)


@pytest.fixture
def spare(room):
    """Yield the room, and put back the people that it had."""
    yield room
    room.people(ADA, BEN)
    code, said = room.provision("--remove-left")
    assert code == 0, said


def test_it_goes_on_where_it_was_ended(spare):
    """A role without a database, a database that nobody may enter yet; both are in the file."""
    spare.people(ADA, BEN, CARL, "dora@example.org")
    had = spare.given
    known = databases.with_new(had, open_class(spare.folder).people)
    databases.write_databases(spare.folder / databases.FILE, known.values(), "host=x port=1")
    with spare.admin() as admin:
        for email in (CARL, "dora@example.org"):
            name = sql.Identifier(known[email].name)
            admin.execute(sql.SQL("CREATE ROLE {} LOGIN PASSWORD 'old'").format(name))
        admin.execute(sql.SQL("CREATE DATABASE {} CONNECTION LIMIT 0").format(name))
    code, said = spare.provision()
    assert (code, "2 made, 0 put right, 2 as they were" in said) == (0, True), said
    assert known == spare.given
    for email in (CARL, "dora@example.org", ADA):
        with spare.enter(email) as session:
            assert session.execute("SELECT count(*) FROM users").fetchone() == (120,)
            assert session.info.dbname == known[email].name


@pytest.mark.skipif(os.name == "nt", reason="Ctrl+C is sent to a process of POSIX")
def test_who_ends_it_hears_that_it_goes_on(spare):
    """Ctrl+C while databases are made: one line, exit code 1, and everything that was made is in the file."""
    spare.people(ADA, BEN, *(f"p{number}@example.org" for number in range(40)))
    command = [sys.executable, "-m", "lessonlab", "class", "provision", spare.folder, "--dsn", spare.dsn]
    made = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8")
    with spare.admin() as admin:
        asked = "SELECT count(*) FROM pg_database WHERE datname = ANY (%s)"
        there, until = 0, time.monotonic() + 120
        while there < 3 and time.monotonic() < until and made.poll() is None:  # Ada's, Ben's, and one more
            time.sleep(0.02)
            there = admin.execute(asked, [[one.name for one in spare.given.values()]]).fetchone()[0]
        made.send_signal(signal.SIGINT)
        _, said = made.communicate(timeout=120)
        there = admin.execute(asked, [[one.name for one in spare.given.values()]]).fetchone()[0]
    line = "ended; what was made stays, and the same command goes on from there"
    assert (made.returncode, said.splitlines()[-1]) == (1, line), said
    assert 3 <= there < 42


def test_who_left_keeps_theirs_until_it_is_said(spare):
    """Their database stays, and a later run with the option drops it; nothing is dropped by a dry run."""
    spare.people(ADA, BEN, CARL)
    assert spare.provision()[0] == 0
    carl = spare.dsn_of(CARL)
    spare.people(ADA, BEN)
    for words in ([], ["--dry-run", "--remove-left"]):
        code, said = spare.provision(*words)
        assert (code, CARL in said) == (0, True), said
        psycopg.connect(carl).close()
    code, said = spare.provision("--remove-left")
    assert (code, "dropped 1 who left the roster: carl@example.org" in said) == (0, True), said
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(carl)
    assert CARL not in spare.given


def test_a_new_password_for_one(room, ada):
    """The old one ends, with who came in by it; a fresh database for one; nobody else changes."""
    old, ben = room.dsn_of(ADA), room.dsn_of(BEN)
    ada.execute("CREATE TABLE IF NOT EXISTS public.mine (a INT)")
    code, said = room.provision("--again", "Ada")
    assert (code, "0 made, 1 put right, 1 as they were" in said) == (0, True), said
    with pytest.raises(psycopg.OperationalError):
        ada.execute("SELECT 1")
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(old)
    with room.enter(ADA) as session:
        assert session.execute("SELECT to_regclass('mine') IS NULL").fetchone() == (False,)
    code, said = room.provision("--empty", ADA)
    assert (code, "1 made, 0 put right, 1 as they were" in said) == (0, True), said
    with room.enter(ADA) as session:
        assert session.execute("SELECT to_regclass('mine') IS NULL").fetchone() == (True,)
    assert ben == room.dsn_of(BEN)


def test_a_dry_run_changes_nothing(server, tmp_path):
    """No file is written, and no role made."""
    new_class(tmp_path / "dry")
    code, said = lessonlab_class("provision", tmp_path / "dry", "--dsn", server.dsn, "--dry-run")
    assert (code, "would make 3: ada@example.org, ben@example.org" in said) == (0, True), said
    assert not (tmp_path / "dry" / databases.FILE).exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps who may read elsewhere")
def test_passwords_are_the_instructors_alone(room):
    """Nobody else may read the file, and git leaves it out, also of a class that was there before."""
    assert stat.S_IMODE((room.folder / databases.FILE).stat().st_mode) == 0o600
    ignored = room.folder / ".gitignore"
    ignored.write_text("marks/", encoding="utf-8")
    assert room.provision()[0] == 0
    assert ignored.read_text(encoding="utf-8").split() == ["marks/", databases.FILE]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("email,name\na@x,student_1", "has the columns"),
        ("email,name,password,dsn\na@x,postgres,p,", "line 2: want an address, a student_"),
        ("email,name,password,dsn\na@x,student_1,p,\na@x,student_2,p,", "is there twice"),
    ],
)
def test_a_file_that_was_broken_is_no_new_one(tmp_path, text, said):
    """It is said, for without it nobody knows whose a database is; what is no student's is never touched."""
    (tmp_path / databases.FILE).write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=said):
        databases.read_databases(tmp_path / databases.FILE)


def test_a_server_that_asks_no_password_is_refused(room, server):
    """Its roles would be anybody's; the line of pg_hba.conf is named, too."""
    if not server.local:
        pytest.skip("its files are on another machine")
    ada = room.given[ADA]
    with room.admin() as admin:
        path = Path(admin.execute("SHOW hba_file").fetchone()[0])
        had = path.read_text(encoding="utf-8")
        class_server.require_password(room.dsn, ada)
        try:
            path.write_text(f"host all {ada.name} 127.0.0.1/32 trust\n{had}", encoding="utf-8")
            admin.execute("SELECT pg_reload_conf(), pg_sleep(0.2)")
            code, said = room.provision()
            assert (code, "the server asks nobody for a password" in said) == (1, True), said
            told = class_server.advice(admin, [ada.name])
            assert "pg_hba.conf, line 1: trust lets people in without a password" in told
        finally:
            path.write_text(had, encoding="utf-8")
            admin.execute("SELECT pg_reload_conf()")


def test_a_role_that_is_no_superuser_makes_no_class(room, tmp_path):
    """It says what is wanted, and leaves no file behind."""
    new_class(tmp_path / "c")
    code, said = lessonlab_class("provision", tmp_path / "c", "--dsn", room.dsn_of(BEN))
    assert (code, "is no superuser" in said) == (1, True), said
    assert not (tmp_path / "c" / databases.FILE).exists()


# --- a page in the one database that a person has


@pytest.fixture
def at_home(room, monkeypatch):
    """Yield the room, with Ada's connection string where her kernel finds it."""
    monkeypatch.setenv("LESSONLAB_DSN", room.dsn_of(ADA))
    return room


def test_a_page_fills_the_one_database_anew(at_home, capsys):
    """What was there is gone, but for what is kept; a second page takes it, and the first says so."""
    with at_home.enter(ADA) as session:
        session.execute(
            "CREATE TABLE old (); CREATE SCHEMA other; CREATE TABLE other.t (a INT) PARTITION BY LIST (a);"
            "CREATE TABLE other.t1 PARTITION OF other.t FOR VALUES IN (1); CREATE SCHEMA keep_this;"
            "CREATE TABLE keep_this.t (); DROP TABLE public.users CASCADE"
        )
    first = lessonlab.open("06")
    assert "your one database on your class's server, filled anew" in capsys.readouterr().out
    assert first.session.name == at_home.given[ADA].name
    asked = "to_regclass('public.old'), to_regclass('other.t'), to_regclass('keep_this.t')::TEXT"
    assert first.rows(f"SELECT {asked}") == [(None, None, "keep_this.t")]
    counts = "(SELECT count(*) FROM users), (SELECT count(*) FROM lesson_progress)"
    assert first.rows(f"SELECT {counts}") == [(120, 3465)]
    first.run("DELETE FROM lesson_progress")
    first.reset()
    assert first.value("SELECT count(*) FROM lesson_progress") == 3465
    second = lessonlab.open("04")
    with pytest.raises(ServerError, match="your session was ended: another page of yours"):
        first.value("SELECT 1")
    with pytest.raises(ServerError, match="04_table_design has taken your one database"):
        first.value("SELECT 1")
    assert second.value("SELECT count(*) FROM users") == 120
    second.close()
    first.close()
    with at_home.enter(ADA) as session:
        assert session.execute("SELECT count(*) FROM users").fetchone() == (120,)


@pytest.mark.usefixtures("at_home")
def test_what_wants_more_says_so_in_a_line(shell, capsys):
    """The large class, a copy for claims, a superuser's cell, one's record, the judge."""
    settings = Settings.from_environment()

    def spoken(cell):
        """Return what a cell prints."""
        capsys.readouterr()
        shell.run_cell(cell).raise_error()
        return capsys.readouterr().out.strip()

    with pytest.raises(PrivilegeError, match="this page needs the large class"):
        lessonlab.open("15", size="large")
    lab = lessonlab.open("06")
    lab_magics.register(shell, lab.session, lab.desk, Copies(lambda: find_server(settings)))
    said = spoken("%claims G064")
    assert said == f"not run here: {NO_COPY}"
    assert (
        spoken("%%sql --needs superuser\nCHECKPOINT") == "not run here: this cell needs a role with SUPERUSER"
    )
    assert (
        spoken("%%sql --needs advisory\nSELECT pg_advisory_lock(7)")
        == "not run here: this cell needs the right to advisory locks"
    )
    assert "CREATE TABLE" in spoken("%%sql\nCREATE TABLE made ();")
    assert shell.run_cell("%sql SELECT count(*) FROM users").result[0] == (120,)
    with pytest.raises(SqlError, match=r"TIP:  your class's server keeps some rights from everybody"):
        lab.run("SELECT pg_advisory_lock(7)")
    with pytest.raises(ConfigError, match="no record of yours is kept"):
        _ = lab.mine
    assert "no record of yours is kept" in repr(lab.progress())
    with pytest.raises(PrivilegeError, match="judging an answer: on your class's server"):
        Judge(find_server(settings))
    with (
        pytest.raises(PrivilegeError, match="no copy of the class"),
        Copies(lambda: find_server(settings)).one(),
    ):
        pass
    lab.close()


def test_an_answer_is_kept_for_the_instructor(at_home, monkeypatch, tmp_path):
    """In a class it is kept to be handed in; elsewhere it is refused, and never said to be kept."""
    monkeypatch.setenv("LESSONLAB_WORKSPACE", str(tmp_path))
    (tmp_path / HIDDEN).mkdir()
    alone = lessonlab.open("06")
    with pytest.raises(PrivilegeError, match="06-01 is not judged on your class's server"):
        told_verdicts.judged(alone.desk, "06-01", "SELECT 2")
    monkeypatch.setenv("LESSONLAB_CLASS", str(at_home.folder / "class.toml"))
    lab = lessonlab.open("06")
    assert "kept for your instructor" in repr(told_verdicts.judged(lab.desk, "06-01", "SELECT 2"))
    with pytest.raises(PrivilegeError, match="03-02 is not judged"):
        told_verdicts.judged(lab.desk, "03-02", "SELECT 2")
    assert "SELECT 2" in (tmp_path / HIDDEN / tries.FILE).read_text(encoding="utf-8")
    lab.close()


def test_the_commands_know_a_given_database(at_home, tmp_path, monkeypatch):
    """The doctor finds nothing wrong with it; start has no classes to build."""
    monkeypatch.chdir(tmp_path)
    said = CliRunner().invoke(commands, ["doctor", "--workspace", str(tmp_path / "w")]).output
    assert f"your class's: you have the database {at_home.given[ADA].name} there" in said
    assert "each page fills your one database anew" in said
    assert "CREATEDB" not in said


@pytest.mark.slow
def test_the_oldest_server_too_pg15(servers, tmp_path, monkeypatch):
    """The same rights and limits, and a page opens."""
    room = made_room(tmp_path / "old class", servers(15).dsn)
    try:
        for name in ("an extension that is trusted", "oneself given to the other", "a large object"):
            text, code = REFUSED[name]
            with room.enter(ADA) as session, pytest.raises(psycopg.Error) as refused:
                session.execute(text.format(ada=room.given[ADA].name, ben=room.given[BEN].name))
            assert refused.value.sqlstate == code
        code, said = room.provision()
        assert (code, "0 made, 0 put right, 2 as they were" in said) == (0, True), said
        monkeypatch.setenv("LESSONLAB_DSN", room.dsn_of(ADA))
        lab = lessonlab.open("04")
        assert lab.value("SELECT count(*) FROM users") == 120
        lab.close()
    finally:
        close_room(room)
