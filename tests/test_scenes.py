"""Several sessions in one notebook: who waits for whom, what a cell shows of it, and that none hangs."""

from __future__ import annotations

import os
import re
import signal
import threading
import time
import uuid
from base64 import b64decode
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace

import psycopg
import pytest
from IPython.utils.capture import capture_output
from psycopg import conninfo

import lessonlab
from lessonlab.errors import ConfigError, LessonLabError, NotExpected, ServerGone, SqlError
from lessonlab.magics import lab_magics
from lessonlab.postgres.connect import connect
from lessonlab.postgres.second import Second
from lessonlab.scenes.lanes import draw_lanes
from lessonlab.scenes.scene import Scene
from lessonlab.scenes.steps import Step
from lessonlab.show.svg import OTHER

FEW_SECONDS = 8  # what no cell may exceed, on a busy machine


def open_scene(dsn, *names, **options):
    """Return a scene on a fresh table of three rows."""
    home = connect(dsn)
    home.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER); INSERT INTO t VALUES (1), (2), (3)")
    return Scene(names, lambda: Second(connect(dsn)), home, **options)


@pytest.fixture
def scene(dsn):
    """Return a scene of Ana and Ben that is closed afterwards."""
    with open_scene(dsn, "Ana", "Ben") as made:
        yield made
    made._home.close()


@pytest.fixture
def lab():
    """Return a lab of the small class."""
    made = lessonlab.open("03b_two_tables_in_step")
    yield made
    made.close()


def updates(n, row=1):
    """Return the statement that sets *row* to *n*."""
    return f"UPDATE t SET n = {n} WHERE id = {row}"


def test_who_must_wait_waits_in_the_background_until_the_other_ends(every_server):
    """The call returns when the wait is seen; the statement ends with the other's COMMIT."""
    with open_scene(every_server, "Ana", "Ben") as scene:
        ana, ben = scene
        ana.run(f"BEGIN; {updates(10)}")
        said = ben.run(updates(20))
        waited = ben.waits_for
        committed = ana.run("COMMIT")

        assert (repr(said), waited) == ("Ben  waits for Ana: a row of t", ("Ana",))
        assert repr(committed) == "Ana  COMMIT\nBen  UPDATE 1"
        assert (ben.waits_for, ana.value("SELECT n FROM t WHERE id = 1")) == ((), 20)
    scene._home.close()


def test_the_text_twin_tells_the_whole_story(scene):
    """A line for each statement, numbered; what ends later stands where it ended."""
    ana, ben = scene
    ana.run("BEGIN")
    ana.run("UPDATE t -- all of them\n   SET n = :n", n=1)
    ben.run("DELETE FROM t WHERE id = 1")
    ana.run("ROLLBACK")

    assert repr(scene) == (
        "1  Ana  BEGIN\n"
        "2  Ana  UPDATE t SET n = :n           UPDATE 3\n"
        "3  Ben  DELETE FROM t WHERE id = 1    waits for Ana: a row of t\n"
        "4  Ana  ROLLBACK\n"
        "   Ben  …                             DELETE 1"
    )


def test_a_queue_is_told_as_it_stands(dsn):
    """
    The third waits for the second, the second for the first; they end in that order.

    The first rolls back: after a COMMIT both who wait would race for the row's new version.
    """
    with open_scene(dsn, "Ana", "Ben", "Cleo") as scene:
        ana, ben, cleo = scene
        ana.run(f"BEGIN; {updates(1)}")
        ben.run(f"BEGIN; {updates(2)}")
        cleo.run(updates(3))

        assert (ben.waits_for, cleo.waits_for) == (("Ana",), ("Ben",))
        assert repr(ana.run("ROLLBACK")) == "Ana  ROLLBACK\nBen  UPDATE 1"
        assert cleo.waits_for == ("Ben",)
        assert repr(ben.run("ROLLBACK")) == "Ben  ROLLBACK\nCleo  UPDATE 1"
    scene._home.close()


def test_who_closes_the_circle_is_stopped(every_server):
    """Of a deadlock always the same one is the victim, so that outputs are stable."""
    with open_scene(every_server, "Ana", "Ben") as scene:
        ana, ben = scene
        ana.run(f"BEGIN; {updates(1, row=1)}")
        ben.run(f"BEGIN; {updates(1, row=2)}")
        ana.run(updates(2, row=2))
        said = ben.run(updates(2, row=1), expect="40P01")

        assert repr(said) == "Ben  ERROR 40P01 deadlock_detected\nAna  UPDATE 1"
        assert (ana.state, ben.state) == ("open", "failed")
        assert "Ben waits for ShareLock on transaction ⟨" in str(ben.line.error)
    scene._home.close()


def test_an_error_of_a_scene_keeps_its_cure_and_its_tip(scene):
    """Only process ids become names; what helps stays beside the message, and is said once."""
    error = SqlError("Process 1 waits", sqlstate="40P01", primary="p", cure="do this", tip="that")
    named = scene.named(error)

    assert (named.cure, named.tip) == ("do this", "that")
    assert str(named) == f"{named.message}\nnext: do this\nTIP:  that"


def test_a_serialization_failure_is_ours_with_its_code(scene):
    """REPEATABLE READ refuses the second writer; the session's error is an SqlError."""
    ana, ben = scene
    for session in scene:
        session.run("BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT n FROM t")
    ana.run(f"{updates(1)}; COMMIT")

    with pytest.raises(SqlError, match="could not serialize") as caught:
        ben.run(updates(2))
    assert (caught.value.sqlstate, ben.sqlstate, ben.state) == ("40001", "40001", "failed")


def test_a_waiting_statement_may_fail_when_its_turn_comes(scene):
    """The one who let it go on is not blamed; the code is the session's."""
    ana, ben = scene
    ana.run("BEGIN; INSERT INTO t VALUES (4)")
    assert repr(ben.run("INSERT INTO t VALUES (4)")) == "Ben  waits for Ana: the end of a transaction"

    assert repr(ana.run("COMMIT")) == "Ana  COMMIT\nBen  ERROR 23505 unique_violation"
    assert ben.sqlstate == "23505"
    with pytest.raises(SqlError, match="duplicate key"):
        ben.answer  # noqa: B018 - asked for, it raises


def test_what_a_waiting_query_gave_can_be_asked_for_afterwards(scene):
    """While it waits there is no answer; then there is the other's new row."""
    ana, ben = scene
    ana.run(f"BEGIN; {updates(7)}")
    ben.run("SELECT n FROM t WHERE id = 1 FOR UPDATE")
    with pytest.raises(LessonLabError, match="Ben waits for Ana, and has no answer yet"):
        ben.answer  # noqa: B018
    with pytest.raises(LessonLabError, match="cannot speak"):
        ben.run("SELECT 1")
    ana.run("COMMIT")

    assert ben.answer == [(7,)]


def test_rows_and_values_are_what_the_session_itself_sees(scene):
    """Uncommitted rows are seen by their session only."""
    ana, ben = scene
    ana.run("BEGIN; INSERT INTO t VALUES (:four, 44)", four=4)

    assert ana.rows("SELECT id, n FROM t WHERE id = :id", id=4) == [(4, 44)]
    assert [session.value("SELECT count(*) FROM t") for session in (ana, ben)] == [4, 3]
    assert repr(ben.table("SELECT id FROM t ORDER BY id LIMIT 1")) == " id\n----\n  1\n(1 row)"


def test_refused_gives_the_code_and_leaves_nothing_behind(scene):
    """A lock that another has is 55P03 after a moment; what is accepted is undone."""
    ana, ben = scene
    ana.run("BEGIN; ALTER TABLE t DISABLE TRIGGER USER")
    started = time.monotonic()

    assert ben.refused(updates(1)) == "55P03"
    assert ben.refused("SELECT :text::INTEGER", text="x") == "22P02"
    assert ben.refused("CREATE TABLE other ()") is None
    assert ben.value("SELECT to_regclass('other') IS NULL")
    assert ben.value("SHOW lock_timeout") == "10min"
    assert time.monotonic() - started < FEW_SECONDS
    assert "refused: 55P03" in repr(scene)


def test_refused_in_a_failed_transaction(scene, caplog):
    """Everything is refused there, and nothing is said beside it."""
    ana, _ = scene
    ana.run("BEGIN; SELECT 1 / 0", expect="22012")

    assert "25P02" == ana.refused("SELECT 1")
    assert "" == caplog.text


def test_refused_inside_a_transaction_leaves_it_open(scene):
    """A savepoint is what is rolled back."""
    ana, _ = scene
    ana.run("BEGIN; INSERT INTO t VALUES (4)")

    assert ana.refused("INSERT INTO t VALUES (4)") == "23505"
    assert (ana.state, ana.value("SELECT count(*) FROM t")) == ("open", 4)


def test_a_session_with_a_limit_of_its_own_is_waited_for(scene):
    """With a short lock_timeout the call returns the refusal, not the wait."""
    ana, ben = scene
    ana.run(f"BEGIN; {updates(1)}")
    ben.run("SET lock_timeout = '200ms'")
    said = ben.run(updates(2), expect="55P03")

    assert repr(said) == "Ben  ERROR 55P03 lock_not_available"


def test_nothing_works_longer_than_the_patience(dsn):
    """A statement that works, and does not wait, is stopped, and the session goes on."""
    with open_scene(dsn, "Ana", patience=0.5) as scene:
        (ana,) = scene
        started = time.monotonic()
        with pytest.raises(LessonLabError, match=r"Ana was still busy after 0\.5 s"):
            ana.run("SELECT pg_sleep(60)")

        assert time.monotonic() - started < FEW_SECONDS
        assert ana.value("SELECT 1") == 1
    scene._home.close()


def test_the_labs_own_session_gives_up_while_a_scene_is_open(scene):
    """`%sql` does not hang on a session of the scene; afterwards it has no limit again."""
    limit = scene._home.execute("SHOW lock_timeout").fetchone()
    scene.close()

    assert (limit, scene._home.execute("SHOW lock_timeout").fetchone()) == (("5s",), ("0",))


def test_the_lab_itself_can_be_who_is_waited_for(scene):
    """It is called this notebook; what it does is noticed when somebody looks."""
    ana, _ = scene
    scene._home.execute("BEGIN; UPDATE t SET n = 1")
    ana.run(updates(2))
    waited = ana.waits_for
    scene._home.execute("COMMIT")

    assert waited == ("this notebook",)
    assert repr(scene).splitlines()[-1].split() == ["Ana", "…", "UPDATE", "1"]
    assert "this notebook" in drawn(scene)


def test_what_the_lab_let_go_is_told_before_the_next_word(scene):
    """The statement that had waited is not lost when its session speaks on."""
    ana, _ = scene
    scene._home.execute("BEGIN; UPDATE t SET n = 1")
    ana.run(updates(2))
    scene._home.execute("COMMIT")

    assert ana.value("SELECT n FROM t WHERE id = 1") == 2
    assert [step.result for step in scene.steps] == ["waits for this notebook: a row of t", "UPDATE 1", "2"]


def test_a_stranger_who_soon_lets_go_is_not_told(scene):
    """A vacuum, or another passer-by, would make one run of a notebook differ from the next."""
    ana, _ = scene
    with psycopg.connect(scene._home.info.dsn, password=scene._home.info.password) as stranger:
        stranger.execute("LOCK TABLE t")
        timer = threading.Timer(0.5, stranger.rollback)
        timer.start()
        said = ana.run(updates(1))
        timer.join()

    assert repr(said) == "Ana  UPDATE 1"


def test_a_stranger_who_stays_is_told_when_patience_is_over(dsn):
    """The statement goes on waiting, the cell does not."""
    with open_scene(dsn, "Ana", patience=0.5) as scene:
        (ana,) = scene
        home = scene._home
        with psycopg.connect(home.info.dsn, password=home.info.password) as stranger:
            stranger.execute("LOCK TABLE t")
            said = ana.run(updates(1))

        assert repr(said) == "Ana  waits for another session: t, in RowExclusiveLock"
        assert ana.waits_for == ()
        home.close()


def test_a_scene_whose_watcher_is_lost_says_that_the_server_is_gone(scene):
    """No traceback of the driver's."""
    ana, ben = scene
    ana.run(f"BEGIN; {updates(1)}")
    ben.run(updates(2))
    scene._home.execute("SELECT pg_terminate_backend(%s)", [scene._watcher.session.pid])

    with pytest.raises(ServerGone):
        scene.locks()
    with pytest.raises(LessonLabError, match="this scene is over"):
        ana.run("COMMIT")


def test_an_interrupted_cell_leaves_nothing_running(scene):
    """The statement is cancelled, the cell fails as any interrupted one, the session can speak."""
    ana, _ = scene
    timer = threading.Timer(0.5, os.kill, (os.getpid(), signal.SIGINT))
    timer.start()
    with pytest.raises(SqlError, match="canceling statement due to user request"):
        ana.run("SELECT pg_sleep(60)")

    assert ana.value("SELECT 1") == 1


def test_closing_undoes_and_ends_all(dsn):
    """An open transaction and a waiting statement are both gone, and no session is left."""
    scene = open_scene(dsn, "Ana", "Ben")
    ana, ben = scene
    ana.run(f"BEGIN; {updates(1)}")
    ben.run(updates(2))
    started = time.monotonic()
    scene.close()

    assert time.monotonic() - started < FEW_SECONDS
    others = (
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
        " AND backend_type = 'client backend' AND pid <> pg_backend_pid()"
    )
    while scene._home.execute(others).fetchone() != (0,):  # the last of them is on its way out
        assert time.monotonic() - started < FEW_SECONDS
    assert scene._home.execute("SELECT sum(n) FROM t").fetchone() == (None,)
    with pytest.raises(LessonLabError, match="this scene is over"):
        ana.run("SELECT 1")
    scene._home.close()


def test_a_server_that_ended_a_session_is_said(scene):
    """A terminated session is an error of ours."""
    ana, ben = scene
    scene._home.execute("SELECT pg_terminate_backend(%s)", [ana.second.pid])
    with pytest.raises(LessonLabError):
        ana.run("SELECT 1")
    with pytest.raises(LessonLabError, match="the session of Ana was ended"):
        ana.run("SELECT 1")

    assert ben.value("SELECT 1") == 1


def test_a_session_that_its_own_limit_ended_shows_the_code(scene):
    """Who said nothing for too long within a transaction is told so, and others go on at once."""
    ana, ben = scene
    ana.run("SET idle_in_transaction_session_timeout = '100ms'; BEGIN; SELECT * FROM t FOR UPDATE")

    ben.run("SET lock_timeout = '3s'; UPDATE t SET n = 1")
    ana.run("SELECT 1", expect="25P03")

    with pytest.raises(LessonLabError, match="the session of Ana was ended"):
        ana.run("SELECT 1")


def test_a_role_that_may_only_create_databases_sees_who_waits(dsn):
    """No superuser is needed for anything here."""
    role = f"plain_{uuid.uuid4().hex[:8]}"
    with psycopg.connect(dsn, autocommit=True) as admin:
        admin.execute(f"CREATE ROLE {role} LOGIN CREATEDB PASSWORD '{role}'")
        admin.execute(f"GRANT CREATE, USAGE ON SCHEMA public TO {role}")
    try:
        with open_scene(conninfo.make_conninfo(dsn, user=role, password=role), "Ana", "Ben") as scene:
            ana, ben = scene
            ana.run(f"BEGIN; {updates(1)}")
            ben.run(updates(2))
            assert ben.waits_for == ("Ana",)
        scene._home.close()
    finally:
        with psycopg.connect(dsn, autocommit=True) as admin:
            admin.execute(f"DROP OWNED BY {role}; DROP ROLE {role}")


def test_locks_are_listed_by_name_without_process_ids(scene):
    """Who holds what on which table, and who waits for it."""
    ana, ben = scene
    ana.run("BEGIN; ALTER TABLE t DISABLE TRIGGER USER")
    ben.run(updates(1))

    assert scene.locks().rows == [
        ("Ana", "t", "ShareRowExclusiveLock", True),
        ("Ben", "t", "RowExclusiveLock", False),
    ]
    assert "waits for Ana: t, in RowExclusiveLock" in repr(scene)


def test_expected_errors_are_insisted_on(scene):
    """A statement that is accepted, or refused with another code, is not what was expected."""
    ana, _ = scene
    with pytest.raises(NotExpected, match="ran without an error"):
        ana.run("SELECT 1", expect="23505")
    with pytest.raises(NotExpected, match="have 22012"):
        ana.run("SELECT 1/0", expect="23505|40001")


def test_a_label_stands_for_the_statements(scene):
    """One step, named; the SQL is not shown."""
    ana, _ = scene
    ana.run(f"BEGIN; {updates(1)}; COMMIT", label="adds 30 s")

    assert repr(scene) == "1  Ana  adds 30 s    COMMIT"


def test_names_are_needed_and_distinct():
    """No name, or one twice, is refused before anything is opened."""
    for names in ((), ("Ana", "Ana"), ("this notebook",)):
        with pytest.raises(ConfigError, match="want a name of its own"):
            Scene(names, lambda: pytest.fail("opened a session"), None)


def drawn(scene):
    """Return the SVG inside of the picture of *scene*."""
    return b64decode(re.search(r"base64,([^\"]+)", scene._repr_html_())[1]).decode()


def test_the_picture_shows_waiting_as_an_arrow_and_varies_with_nothing(dsn):
    """Two runs of one scene give the same bytes; an arrow starts at who waits; the alt text says it."""

    def play():
        with open_scene(dsn, "Ana", "Ben") as scene:
            ana, ben = scene
            ana.run(f"BEGIN; {updates(1)}")
            ben.run(updates(2))
            ana.run("COMMIT; SELECT now(), gen_random_uuid(); SELECT now()")
            html = scene._repr_html_()
            scene._home.execute("DROP TABLE t")
            scene._home.close()
            return html, drawn(scene)

    (first, svg), (second, _) = play(), play()

    assert first == second
    assert svg.count(f'stroke="{OTHER}"') == 2  # the hollow bar and the arrow
    assert "Ben: UPDATE t SET n = 2 WHERE id = 1: waits for Ana: a row of t" in first


def test_a_bar_marks_an_open_and_a_failed_transaction():
    """Blue from BEGIN on, red from the error on, nothing after ROLLBACK."""
    steps = [
        Step("Ana", "BEGIN", "BEGIN", state="open"),
        Step("Ana", "SELECT 1/0", "ERROR 22012", failed=True, state="failed"),
        Step("Ana", "ROLLBACK", "ROLLBACK"),
        Step("Ana", "SELECT 1", "1"),
    ]
    bars = re.findall(r'<rect [^>]*fill="(#\w+)" stroke="#', draw_lanes(["Ana"], steps))

    assert bars == ["#4f7cab", "#bf5b52"]


@pytest.fixture
def cell(scene, shell):
    """Return a function that runs a cell with `ana` and `ben` and gives its output."""
    lab_magics.register(shell, SimpleNamespace(connection=lambda: scene._home))

    def run(source, **variables):
        ana, ben = scene
        shell.user_ns.update(variables, ana=ana, ben=ben)
        with capture_output() as captured:
            done = shell.run_cell(source)
        if error := done.error_before_exec or done.error_in_exec:
            raise error
        return captured.stdout

    return run


def test_a_sql_cell_can_be_said_by_a_session(cell):
    """`%%sql @ben` shows rows as a table and waits as a line; values come from the notebook."""
    assert cell("%%sql @ana\nBEGIN;\nUPDATE t SET n = :n WHERE id = 1", n=5) == "Ana  BEGIN\nAna  UPDATE 1\n"
    assert "(Ana · 1 row)" in cell("%sql @ana SELECT n FROM t WHERE n = 5")
    assert cell("%%sql @ben\nUPDATE t SET n = 6 WHERE id = 1") == "Ben  waits for Ana: a row of t\n"


def test_an_expected_error_can_be_a_sessions(cell):
    """`%%expect_error CODE @ben` shows the report, and fails when nothing failed."""
    assert "SQLSTATE 23505" in cell("%%expect_error 23505 @ben\nINSERT INTO t VALUES (1)")
    with pytest.raises(NotExpected):
        cell("%%expect_error 23505 @ben\nSELECT 1")


def test_a_name_that_holds_no_session_is_said(cell):
    """The error shows how one is made."""
    with pytest.raises(ConfigError, match="there is no session 'cleo' in a variable"):
        cell("%%sql @cleo\nSELECT 1")


def test_a_lab_has_one_scene_at_a_time(lab):
    """The next scene, a reset and the end of the lab end the one before."""
    first = lab.scene("Ana")
    second = lab.scene("Ana", "Ben")
    assert (first.is_open, second.is_open) == (False, True)
    ana, _ = second
    assert ana.value("SELECT count(*) > 0 FROM lesson_progress")
    assert ana.value("SHOW timezone") == "UTC"
    lab.reset()

    assert not second.is_open
    (ana,) = third = lab.scene("Ana")
    assert ana.value("SELECT 1") == 1
    lab.close()
    assert not third.is_open


def test_each_thread_that_asks_for_another_session_gets_its_own(lab):
    """Asked for at the same time they differ, and all end with the lab."""
    with ThreadPoolExecutor(8) as threads:
        made = list(threads.map(lambda _: lab.session.another(), range(8)))
    lab.close()

    assert len({second.pid for second in made}) == 8
    assert all(second.connection.closed for second in made)
