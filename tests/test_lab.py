"""The object that a reader holds."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import textwrap
import time
from pathlib import Path
from uuid import UUID

import nbformat
import psycopg
import pytest
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell, new_notebook
from psycopg import conninfo

import lessonlab
from lessonlab import content
from lessonlab.authoring.sanitise import load_patterns, sanitise
from lessonlab.errors import ClaimError, ConfigError, ServerError, ServerGone, SqlError, UnknownName
from lessonlab.lab import lab as lab_module
from lessonlab.postgres import local_server
from lessonlab.postgres.owned import Owned
from lessonlab.postgres.programs import wheel_programs
from lessonlab.postgres.templates import ensure_template

SAID = r"a fresh database: the small class, \d,\d{3} rows of progress; your changes are gone\n"


@pytest.fixture
def lab(server):
    """Return a lab on the small class."""
    ensure_template(server, "small")
    opened = lessonlab.open("00")
    yield opened
    opened.close()


def test_open_says_in_one_line_what_there_is(server, capsys):
    """Title, server, rows and time, in one line."""
    ensure_template(server, "small")
    lessonlab.open("00").close()
    said = capsys.readouterr().out

    assert said.startswith("00_start_here · PostgreSQL ⟨")
    assert "rows of progress · ready in ⟨" in said
    assert said.count("\n") == 1


@pytest.mark.slow
def test_open_and_reset_keep_the_scale(capsys):
    """One number makes the class larger or smaller, and a reset does not forget it."""
    opened = lessonlab.open("00", size="large", scale=0.02)
    opened.reset()
    rows = opened.value("SELECT count(*) FROM lesson_progress")
    opened.close()

    assert "20,000 rows of progress" in capsys.readouterr().out
    assert rows == 20_000


def test_unknown_chapter_is_named():
    """A chapter that there is not is our error with the next command."""
    with pytest.raises(UnknownName, match="no chapter '99'") as caught:
        lessonlab.open("99")

    assert caught.value.cure == "lessonlab list"


def test_values_rows_and_tables(lab):
    """`:name` stands for a value; `%` and casts reach the server untouched."""
    assert lab.value("SELECT count(*) FROM users WHERE name = :who", who="Mina") == 1
    assert lab.value("SELECT 1 WHERE false") is None
    assert lab.rows("SELECT 7 % 4, '50%'::text, :n::int", n=2) == [(3, "50%", 2)]
    assert "(things · 1 row)" in repr(lab.table("SELECT 1 AS one", caption="things"))


def test_refused_says_the_sqlstate_and_leaves_nothing(lab):
    """An accepted statement is rolled back, a refused one names its code."""
    before = lab.value("SELECT count(*) FROM users")

    assert lab.refused("DELETE FROM users") is None
    assert lab.value("SELECT count(*) FROM users") == before
    assert lab.refused("INSERT INTO users (id) VALUES ('user-1')") == "22P02"
    assert lab.refused("DELETE FROM users", keep=True) is None
    assert lab.value("SELECT count(*) FROM users") == 0


def test_refused_inside_a_transaction_keeps_the_transaction(lab):
    """It works in a savepoint where the reader has begun a transaction."""
    lab.run("BEGIN; CREATE TABLE mine ()")
    assert lab.refused("SELECT 1 / 0") == "22012"
    assert lab.value("SELECT to_regclass('mine')::text") == "mine"
    lab.run("ROLLBACK")
    assert lab.value("SELECT to_regclass('mine')::text") is None


@pytest.mark.parametrize(
    "ask",
    [
        lambda lab: lab.explain("SELECT 1"),
        lambda lab: lab.compare("SELECT 1", settings={"work_mem": "64kB"}),
        lambda lab: lab.race({"one": "SELECT 1"}),
        lambda lab: lab.query("score_distribution", course=UUID(int=1)),
        lambda lab: lab.query_plan("score_distribution", course=UUID(int=1)),
        lambda lab: lab.review(),
        lambda lab: lab.diagram(),
    ],
)
def test_a_failed_transaction_is_said_by_whatever_is_asked_in_it(lab, caplog, ask):
    """Each member raises our error with the server's code, and nothing is said beside it."""
    with pytest.raises(SqlError):
        lab.run("BEGIN; SELECT 1/0")
    with pytest.raises(SqlError) as caught:
        ask(lab)

    assert "25P02" == caught.value.sqlstate
    assert "" == caplog.text


def test_refused_in_a_failed_transaction(lab, caplog):
    """Everything is refused there."""
    with pytest.raises(SqlError):
        lab.run("BEGIN; SELECT 1/0")

    assert "25P02" == lab.refused("SELECT 1")
    assert "" == caplog.text


def test_refused_at_the_end_of_a_transaction_that_is_kept(lab):
    """A deferred constraint speaks when all is done, and its code is the answer too."""
    lab.run("CREATE TABLE pair (a int UNIQUE DEFERRABLE INITIALLY DEFERRED)")

    assert "23505" == lab.refused("INSERT INTO pair VALUES (1), (1)", keep=True)
    assert 0 == lab.value("SELECT count(*) FROM pair")


@pytest.mark.parametrize("ask", [lambda lab: lab.refused("SELECT 1"), lambda lab: lab.review()])
def test_a_session_that_was_ended_is_said(lab, ask):
    """Whoever ended it, the reader hears that it is gone, and the next call opens another."""
    lab.session.another().connection.execute(
        "SELECT pg_terminate_backend(%s, 5000)", [lab.connection.info.backend_pid]
    )
    with pytest.raises(ServerGone):
        ask(lab)

    assert 1 == lab.value("SELECT 1")


def test_query_plan_without_its_tables(lab):
    """The plan of a query that the server refuses names the query."""
    lab.run("DROP TABLE lesson_progress CASCADE")
    with pytest.raises(SqlError, match="query:  score_distribution"):
        lab.query_plan("score_distribution", course=UUID(int=1))


def test_sql_error_has_sqlstate_and_caret(lab):
    """A refused statement is a SqlError as psql shows it."""
    with pytest.raises(SqlError) as caught:
        lab.rows("SELECT nam FROM users")

    assert caught.value.sqlstate == "42703"
    assert "LINE 1: SELECT nam FROM users\n               ^" in str(caught.value)


def test_explain_counts_pages_and_leaves_no_trace(lab):
    """A plan of a write is run and rolled back."""
    before = lab.value("SELECT count(*) FROM lesson_progress")
    plan = lab.explain("DELETE FROM lesson_progress")

    assert plan.pages > 0
    assert lab.value("SELECT count(*) FROM lesson_progress") == before


def test_compare_takes_an_index_away_and_gives_it_back(lab):
    """Both plans, what the index is worth, and a database that has it still."""
    mina = lab.value("SELECT id FROM users WHERE name = 'Mina'")
    query = "SELECT id FROM lesson_progress WHERE id = :mina"
    found = lab.compare(query, without="lesson_progress_pkey", rounds=2, mina=mina)

    assert (("lesson_progress_pkey",), False) == (found.before.indexes, found.same)
    assert found.pages_ratio > 3
    assert found.before.root.conditions[0].text == "id = :mina"
    assert lab.explain(query, mina=mina, options="settings").indexes == ("lesson_progress_pkey",)


def test_race_gives_a_ratio(lab):
    """Two queries are timed in turn; the slow one is slower."""
    race = lab.race({"slow": "SELECT pg_sleep(0.02)", "fast": "SELECT 1"}, rounds=3)

    assert float(race.ratio("slow", "fast")) > 3


def test_claim_that_reality_denies_fails(lab):
    """A verdict that is not what was measured is an error that says want and have."""
    assert "wrong" in repr(lab.claim("G005", percent=66.7))
    with pytest.raises(ClaimError, match=r"want '66.7', have '65'"):
        lab.claim("G005", percent=65)


def test_needs_says_what_is_missing(lab, capsys):
    """A cell that lacks something says so in one line and goes on."""
    capsys.readouterr()
    assert lab.needs("superuser") is True
    assert capsys.readouterr().out == ""
    assert lab.needs(since=99) is False
    assert capsys.readouterr().out == "not run here: this cell needs PostgreSQL 99\n"
    with pytest.raises(ConfigError, match="unknown privilege 'magic'"):
        lab.needs("magic")


def test_reset_gives_a_fresh_database(lab, capsys):
    """What was done is gone, the connection is to the new one, and a line says so."""
    lab.run("DROP TABLE lesson_progress")
    name = lab.session.name
    lab.reset()
    assert re.fullmatch(SAID, capsys.readouterr().out)

    assert lab.value("SELECT count(*) > 0 FROM lesson_progress") is True
    assert lab.session.name != name


def test_close_drops_the_database(server, lab):
    """Nothing is left on the server."""
    name = lab.session.name
    lab.close()
    with psycopg.connect(server.dsn) as connection:
        assert connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone() is None


def test_unreachable_server_is_one_clear_error(monkeypatch):
    """A wrong LESSONLAB_DSN is our error, not psycopg's."""
    monkeypatch.setenv("LESSONLAB_DSN", "postgresql://ada@127.0.0.1:1/x")
    with pytest.raises(ServerError, match=r"no server answers at 127\.0\.0\.1:1"):
        lessonlab.open("00")


def executed(*sources, folder):
    """Return a notebook of the cells *sources*, run in a real kernel whose folder is *folder*."""
    nb = new_notebook(cells=[new_code_cell(source) for source in sources])
    resources = {"metadata": {"path": str(folder)}}
    NotebookClient(nb, timeout=120, allow_errors=True, resources=resources).execute(stderr=subprocess.DEVNULL)
    return nb


def texts(nb, index):
    """Return the text of the outputs of the code cell *index*."""
    outputs = nb.cells[index].outputs
    return "\n".join(
        o.get("text") or "\n".join(o.get("traceback", [])) or o["data"].get("text/plain", "") for o in outputs
    )


@pytest.mark.slow
def test_notebook_opened_from_another_folder(server, tmp_path):
    """A kernel's folder does not matter."""
    ensure_template(server, "small")
    folder = tmp_path / "a b's $HOME 陈"
    folder.mkdir()
    nb = executed("import lessonlab\nlab = lessonlab.open('00')", "lab.value('SELECT 1')", folder=folder)

    assert texts(nb, 1) == "1"


@pytest.mark.slow
def test_set_up_cell_run_twice_gives_a_fresh_database(server, tmp_path):
    """The old one is dropped when the name is bound anew."""
    ensure_template(server, "small")
    nb = executed(
        "import lessonlab\nlab = lessonlab.open('00')\nfirst = lab.session.name",
        "%%sql\nCREATE TABLE mine ()",
        "lab = lessonlab.open('00')",
        "%sql SELECT to_regclass('mine') IS NULL AS gone, current_database() <> :first AS other",
        "lab.value('SELECT count(*) FROM pg_database WHERE datname = :first', first=first)",
        folder=tmp_path,
    )

    assert "true | true" in texts(nb, 3)
    assert texts(nb, 4) == "0"


@pytest.mark.skipif(os.name == "nt", reason="kill -9 is POSIX")
@pytest.mark.skipif(
    bool(os.environ.get("LESSONLAB_TEST_DSN")), reason="an outside server is not ours to kill"
)
@pytest.mark.slow
def test_server_killed_in_the_middle_of_a_cell(tmp_path):
    """The cell fails with one clear error, and the next one works on the same database."""
    home = Path(os.environ["LESSONLAB_HOME"]).parent / f"{Path(os.environ['LESSONLAB_HOME']).name}-killed"
    ours = Owned(home, wheel_programs())
    pid_file = str(ours.data / "postmaster.pid")
    kill = f"""
        import os, pathlib, signal, threading
        pid = int(pathlib.Path({pid_file!r}).read_text().split()[0])
        threading.Timer(0.5, os.kill, (pid, signal.SIGKILL)).start()
    """
    try:
        nb = executed(
            f"import os\nos.environ['LESSONLAB_HOME'] = {str(home)!r}",
            "import lessonlab\nlab = lessonlab.open('00')",
            "%%sql\nCREATE TABLE kept ()",
            textwrap.dedent(kill),
            "%%sql\nSELECT pg_sleep(20)",
            "%sql SELECT to_regclass('kept')::text AS found",
            "lab.value('SELECT 1')",
            folder=tmp_path,
        )

        assert texts(nb, 4) == (
            "lessonlab: the server stopped while it ran this statement\n"
            "next: run the cell again; the lab starts the server anew if it must"
        )
        assert "kept" in texts(nb, 5)
        assert texts(nb, 6) == "1"
    finally:
        local_server.stop(ours)
        shutil.rmtree(home, ignore_errors=True)


def test_kernel_that_is_killed_leaves_the_others_alone(server):
    """Two labs share a server; the death of one's process does not touch the other."""
    ensure_template(server, "small")
    script = "import os, lessonlab; lab = lessonlab.open('00'); os.kill(os.getpid(), 9)"
    lab = lessonlab.open("00")
    left = subprocess.run([os.sys.executable, "-c", script], capture_output=True, check=False)

    assert left.returncode == -signal.SIGKILL
    assert lab.value("SELECT 1") == 1
    lab.close()


def test_stored_notebooks_are_nbformat_4_5():
    """Cell ids need it."""
    for path in content.folder("notebooks").glob("*.ipynb"):
        nb = nbformat.read(path, as_version=nbformat.NO_CONVERT)
        assert (nb.nbformat, nb.nbformat_minor) == (4, 5)


def test_dsn_of_a_lab_is_not_shown(lab):
    """The password is in no text that a reader sees."""
    password = conninfo.conninfo_to_dict(lab._server.dsn).get("password", "")

    assert password not in repr(lab) or not password


def test_a_session_that_said_nothing_for_too_long_is_told_why(lab, server):
    """The code is shown, and the next cell has a session again."""
    pid = lab.connection.info.backend_pid
    lab.run("SET idle_in_transaction_session_timeout = '50ms'; BEGIN; SELECT 1")
    with psycopg.connect(server.dsn, autocommit=True) as somebody:
        while somebody.execute("SELECT FROM pg_stat_activity WHERE pid = %s", [pid]).fetchone() is not None:
            time.sleep(0.02)

    with pytest.raises(SqlError) as refused:
        lab.value("SELECT 1")

    assert ("25P03", 1) == (refused.value.sqlstate, lab.value("SELECT 1"))


def test_a_bar_is_drawn_over_itself_and_leaves_nothing(capsys):
    """Whoever waits for a class sees how far it is; what is compared of a page does not know of it."""
    for fraction, what in ((0.0, "courses"), (0.5, "statistics"), (1.0, "ready")):
        lab_module._say(fraction, what)
    said = capsys.readouterr().out
    drawn = [line.rstrip() for line in said.split("\r")]

    assert drawn[0].startswith("⟨building the class of learners ░░")
    assert "████████████░░░░░░░░░░░░ 50% statistics⟩" in drawn[1]
    assert drawn[2:] == ["", ""]
    assert "\n" not in said
    rules = load_patterns(Path(__file__).with_name("sanitize.cfg"))
    assert sanitise("15 · ready\n", rules) == sanitise(f"{said}15 · ready\n", rules)
