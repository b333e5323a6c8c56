"""
A pooler of our own, with the real PgBouncer: who shares what, who is let in, and nothing is left behind.

Where PgBouncer is not installed what needs it is skipped by name; in CI it is there.
"""

import gc
import subprocess
import sys
import uuid
from contextlib import closing
from pathlib import Path

import nbformat
import psutil
import psycopg
import pytest
from nbclient import NotebookClient
from psycopg import sql

import lessonlab
from lessonlab import content
from lessonlab.errors import ServerError
from lessonlab.postgres import pooler as module
from lessonlab.postgres.connect import connect
from lessonlab.postgres.pooler import Pooler

pytestmark = pytest.mark.slow
NEEDS_PROGRAM = pytest.mark.usefixtures("pgbouncer")
HIDE = "import os, lessonlab.system.starting as s; s.PLACES = ''; os.environ['PATH'] = ''"


@pytest.fixture
def pooler(dsn, pgbouncer):  # noqa: ARG001 - it skips
    """Return a running pooler before an empty database."""
    with closing(connect(dsn)) as connection, Pooler(connection) as made:
        yield made


def value(connection, query):
    """Return the one value of *query*."""
    return connection.execute(query).fetchone()[0]


def folders():
    """Return the folders of poolers that are there."""
    return set(Path(module.files.new_folder("x-").parent).glob("lessonlab-pooler-*"))


@NEEDS_PROGRAM
def test_clients_share_sessions_by_transaction_and_have_their_own_by_session(pooler):
    """Fifty clients one after the other need one session; in session mode each has another."""
    many = pooler.connect("transaction", 50)
    ana, ben = pooler.connect("session", 2)

    assert 1 == len({value(one, "SELECT pg_backend_pid()") for one in many})
    assert 2 == len({value(one, "SELECT pg_backend_pid()") for one in (ana, ben, ana)})
    assert [["transaction", 50, 0, 0, 1], ["session", 2, 0, 2, 0]] == [*map(list, pooler.pools().rows)]


@NEEDS_PROGRAM
@pytest.mark.parametrize(("mode", "his"), [("transaction", "5s"), ("session", "0")])
def test_a_setting_of_one_is_another_s_by_transaction_only(pooler, mode, his):
    """So is all that a session keeps."""
    ana, ben = pooler.connect(mode, 2)
    ana.execute("SET statement_timeout = '5s'")

    assert his == value(ben, "SHOW statement_timeout")


@NEEDS_PROGRAM
def test_who_finds_the_pool_full_is_sent_away(pooler):
    """Two who are idle in a transaction have all there is."""
    *both, cleo = pooler.connect("transaction", 3)
    for one in both:
        one.execute("BEGIN")
        one.execute("SELECT 1")
    assert [["transaction", 3, 0, 2, 0]] == [*map(list, pooler.pools().rows)]
    with pytest.raises(psycopg.errors.ProtocolViolation, match="query_wait_timeout"):
        cleo.execute("SELECT 1")


@NEEDS_PROGRAM
@pytest.mark.parametrize("threshold", [None, 0])
def test_a_driver_that_prepares_is_lost_before_1_21(pooler, threshold):
    """One that does not is never."""
    ana, ben = pooler.connect("transaction", 2)
    ana.prepare_threshold = threshold
    ana.execute("SELECT 1 AS one")
    with ben.transaction():
        ben.execute("SELECT 2")
        try:
            end = ana.execute("SELECT 1 AS one").statusmessage
        except psycopg.Error as error:
            end = error.sqlstate

    keeps = threshold is None or pooler.version >= (1, 21)
    assert end == ("SELECT 1" if keeps else "26000")


@NEEDS_PROGRAM
@pytest.mark.parametrize("given", [{"password": "wrong"}, {"user": "somebody"}, {"dbname": "postgres"}])
def test_nobody_else_is_let_in(pooler, given):
    """The password is its own, and there are two databases."""
    client = pooler.connect("transaction")[0]
    right = {"user": client.info.user, "password": client.info.password, "dbname": "transaction"}
    where = {"host": "127.0.0.1", "port": pooler.port, "connect_timeout": 10}

    psycopg.connect(**where, **right).close()
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(**where, **(right | given))


@NEEDS_PROGRAM
def test_odd_names_and_passwords(server):
    """What is written into its settings says just what it is."""
    name, secret = f"it's {uuid.uuid4().hex[:8]}", "a'b\\ \"c; #=é"
    with closing(connect(server.dsn)) as admin:
        role, database = sql.Identifier(name), sql.Identifier(f"{name} too")
        admin.execute(sql.SQL("CREATE ROLE {} LOGIN PASSWORD {}").format(role, sql.Literal(secret)))
        admin.execute(sql.SQL("CREATE DATABASE {}").format(database))
        try:
            admin.execute(sql.SQL("GRANT CONNECT ON DATABASE {} TO {}").format(database, role))
            where = {"user": name, "password": secret, "dbname": f"{name} too"}
            with closing(connect(server.dsn, **where)) as connection, Pooler(connection) as pooler:
                assert name == value(pooler.connect("transaction")[0], "SELECT current_user")
        finally:
            admin.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(database))
            admin.execute(sql.SQL("DROP ROLE {}").format(role))


@NEEDS_PROGRAM
def test_a_mode_that_is_none(pooler):
    """The message names those that there are."""
    with pytest.raises(ServerError, match="no mode 'statement'") as refused:
        pooler.connect("statement")
    assert "transaction, session" in refused.value.cure


@NEEDS_PROGRAM
def test_nothing_is_left_of_one_that_is_closed_or_forgotten(dsn):
    """Neither the program nor its folder, in which the server's password stands."""
    before = folders()
    with closing(connect(dsn)) as connection:
        with Pooler(connection) as pooler:
            [mine] = folders() - before
            assert 0o077 & mine.stat().st_mode == 0
            assert [] == [
                file for file in mine.iterdir() if file.suffix != ".log" and file.stat().st_mode & 0o077
            ]
        forgotten = Pooler(connection)
        assert folders() > before
        del forgotten
        gc.collect()
    assert folders() == before
    assert pooler.port not in {
        one.laddr.port for one in psutil.net_connections("tcp") if one.status == "LISTEN"
    }


@NEEDS_PROGRAM
def test_it_ends_with_a_process_that_is_killed(dsn):
    """Nobody closes it then."""
    before = folders()
    code = "import sys, time; from lessonlab.postgres.connect import connect;"
    code += "from lessonlab.postgres.pooler import Pooler; p = Pooler(connect(sys.argv[1]));"
    code += "print(p.port, flush=True); time.sleep(600)"
    with subprocess.Popen(
        [sys.executable, "-c", code, dsn], stdout=subprocess.PIPE, encoding="utf-8"
    ) as child:
        assert int(child.stdout.readline())
        assert folders() > before
        child.kill()
    until = module.time.monotonic() + 30
    while folders() != before and module.time.monotonic() < until:
        module.time.sleep(0.1)
    assert folders() == before


def test_without_pgbouncer_one_line_says_so(monkeypatch, capsys):
    """The clients are nobody, and closing ends nothing."""
    lab = lessonlab.open("23e")
    monkeypatch.setattr(module.starting, "PLACES", "")
    monkeypatch.setenv("PATH", "")
    capsys.readouterr()
    pooler = lab.pooler()

    assert capsys.readouterr().out.startswith("not run here: this cell needs PgBouncer (")
    assert ([None] * 3, []) == (pooler.connect("session", 3), pooler.pools().rows)
    pooler.close()
    lab.close()


@pytest.mark.usefixtures("server")  # it cannot be started without a PATH
def test_the_page_runs_through_without_pgbouncer():
    """Each cell that needs it says so in a line, and none fails."""
    text = (content.folder("notebooks") / "23e_pooler.ipynb").read_text(encoding="utf-8")
    page = nbformat.reads(text, as_version=4)
    page.cells.insert(1, nbformat.v4.new_code_cell(HIDE))
    NotebookClient(page, timeout=120, kernel_name="python3", coalesce_streams=True).execute()
    asking = [cell for cell in page.cells if cell.cell_type == "code" and "--needs pgbouncer" in cell.source]

    assert len(asking) > 20
    assert {1} == {len(cell.outputs) for cell in asking}
    assert all(cell.outputs[0].text.startswith("not run here: this cell needs PgBouncer") for cell in asking)
