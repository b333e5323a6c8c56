"""Numbered SQL files: applied in order, once, each with its record; every broken rule says which rule."""

from __future__ import annotations

import dataclasses
import threading

import psycopg
import pytest

from lessonlab.errors import ContentError, SqlError
from lessonlab.postgres.apply import applied, apply_set, pending, read_set
from lessonlab.postgres.connect import connect
from lessonlab.postgres.sqlerrors import excerpt


@pytest.fixture
def connection(dsn):
    """Return a connection to an empty database."""
    with connect(dsn) as made:
        yield made


@pytest.fixture
def files(tmp_path):
    """Return a function that writes files of a set, the keyword's first underscore its number's."""

    def write(**texts):
        for name, text in texts.items():
            (tmp_path / f"{name.removeprefix('f')}.sql").write_text(text, encoding="utf-8", newline="")
        return tmp_path

    return write


def tables(connection):
    """Return the names of the tables in public."""
    rows = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")
    return [name for (name,) in rows]


def test_files_are_applied_in_the_order_of_their_numbers(connection, files):
    """A later file may use what an earlier one made."""
    folder = files(
        f02_b="ALTER TABLE a ADD y INTEGER", f01_a="CREATE TABLE a (x INTEGER)", f03_c="SELECT y FROM a"
    )
    assert ["01_a.sql", "02_b.sql", "03_c.sql"] == [one.name for one in apply_set(connection, "s", folder)]


def test_applying_twice_does_nothing(connection, files):
    """The second time nothing is applied and nothing fails."""
    folder = files(f01_a="CREATE TABLE a ()")
    apply_set(connection, "s", folder)
    assert [] == apply_set(connection, "s", folder)


def test_a_new_file_is_applied_to_a_database_that_has_the_others(connection, files):
    """Only what is missing is applied."""
    apply_set(connection, "s", files(f01_a="CREATE TABLE a ()"))
    assert ["02_b.sql"] == [one.name for one in apply_set(connection, "s", files(f02_b="CREATE TABLE b ()"))]


def test_two_sets_keep_their_records_apart(connection, files):
    """One number in two sets is two files."""
    folder = files(f01_a="SELECT 1")
    apply_set(connection, "one", folder)
    assert ["01_a.sql"] == pending(connection, "two", folder)


def test_what_is_applied_and_what_is_not_can_be_asked(connection, files):
    """`applied` gives the records, `pending` the names of the rest."""
    apply_set(connection, "s", files(f01_a="SELECT 1"))
    folder = files(f02_b="SELECT 2")
    assert (["01_a.sql"], ["02_b.sql"]) == (
        [one.name for one in applied(connection, "s")],
        pending(connection, "s", folder),
    )


def test_asking_changes_nothing(connection, files):
    """`applied` and `pending` leave an untouched database untouched."""
    applied(connection, "s")
    pending(connection, "s", files(f01_a="SELECT 1"))
    assert connection.execute("SELECT to_regnamespace('lessonlab_record')").fetchone() == (None,)


def test_a_record_cannot_be_changed(connection, files):
    """Records are values."""
    (record,) = apply_set(connection, "s", files(f01_a="SELECT 1"))
    with pytest.raises(dataclasses.FrozenInstanceError):
        record.number = 2


def test_public_holds_only_what_the_files_made(connection, files):
    """The record is kept in a schema of its own."""
    apply_set(connection, "s", files(f01_a="CREATE TABLE a ()"))
    assert ["a"] == tables(connection)


def test_a_file_that_fails_leaves_nothing_behind(connection, files):
    """What came before the error in the same file is undone, and it is not recorded."""
    folder = files(f01_a="CREATE TABLE a ()", f02_b="CREATE TABLE b (); SELECT 1 / 0")
    with pytest.raises(SqlError):
        apply_set(connection, "s", folder)
    assert (["a"], ["01_a.sql"]) == (tables(connection), [one.name for one in applied(connection, "s")])


def test_a_failed_set_goes_on_where_it_stopped(connection, files):
    """Once the file is mended the rest is applied."""
    folder = files(f01_a="SELECT 1", f02_b="SELECT wrong")
    with pytest.raises(SqlError):
        apply_set(connection, "s", folder)
    files(f02_b="SELECT 2")
    assert ["02_b.sql"] == [one.name for one in apply_set(connection, "s", folder)]


def test_an_error_shows_file_line_and_caret(connection, files):
    """The report names the file, and points at the character, counted in characters."""
    folder = files(f01_a="-- übung €\nSELECT 'naïve',\n  wrong")
    with pytest.raises(SqlError) as caught:
        apply_set(connection, "s", folder)
    said = 'sql/s/01_a.sql: column "wrong" does not exist\nLINE 3:   wrong\n          ^'
    assert f"{said}\nSQLSTATE 42703 (undefined_column)" == caught.value.message


def test_an_error_without_a_place_shows_detail(connection, files):
    """A broken constraint has no position; its DETAIL is what helps."""
    folder = files(f01_a="CREATE TABLE a (x INTEGER UNIQUE); INSERT INTO a VALUES (1), (1)")
    with pytest.raises(SqlError) as caught:
        apply_set(connection, "s", folder)
    assert ("23505", "DETAIL:  Key (x)=(1) already exists.") == (
        caught.value.sqlstate,
        caught.value.message.splitlines()[1],
    )


def test_a_caret_stands_under_its_character_after_a_tab():
    """A tab is one character to the server and one blank in the report."""
    assert ["LINE 1:  wrong", "         ^"] == excerpt("\twrong", 1)


def test_settings_of_a_file_end_with_it(connection, files):
    """A SET in one file does not reach the next, nor the session."""
    folder = files(
        f01_a="SET work_mem = '1MB'", f02_b="CREATE TABLE a AS SELECT current_setting('work_mem') AS w"
    )
    before = connection.execute("SHOW work_mem").fetchone()
    apply_set(connection, "s", folder)
    assert (
        before
        == connection.execute("SELECT w FROM a").fetchone()
        == connection.execute("SHOW work_mem").fetchone()
    )


def test_a_file_may_run_outside_a_transaction(connection, files):
    """The opt-out is the file's first line, and lets CREATE INDEX CONCURRENTLY run."""
    folder = files(
        f01_a="CREATE TABLE a (x INTEGER)",
        f02_b="--! no-transaction\nCREATE INDEX CONCURRENTLY i ON a (x)",
    )
    assert ["01_a.sql", "02_b.sql"] == [one.name for one in apply_set(connection, "s", folder)]


def test_without_the_first_line_a_file_runs_in_a_transaction(connection, files):
    """The same statement is refused when nothing opts out."""
    folder = files(f01_a="CREATE TABLE a (x INTEGER)", f02_b="CREATE INDEX CONCURRENTLY i ON a (x)")
    with pytest.raises(SqlError, match="25001"):
        apply_set(connection, "s", folder)


def test_a_file_may_not_end_its_transaction(connection, files):
    """COMMIT in a file would part it from its record."""
    with pytest.raises(ContentError, match="ends its transaction"):
        apply_set(connection, "s", files(f01_a="CREATE TABLE a (); COMMIT"))


def test_a_gap_is_refused(files):
    """Numbers run from 01 without a gap."""
    with pytest.raises(ContentError, match=r"have '03_c.sql', want number 02"):
        read_set("s", files(f01_a="", f03_c=""))


def test_numbers_begin_at_one(files):
    """A set that begins with 00 or 02 is refused."""
    with pytest.raises(ContentError, match=r"have '02_b.sql', want number 01"):
        read_set("s", files(f02_b=""))


def test_a_set_does_not_begin_at_zero(files):
    """There is no file 00."""
    with pytest.raises(ContentError, match=r"have '00_a.sql', want number 01"):
        read_set("s", files(f00_a="", f01_b=""))


def test_one_number_twice_is_refused(files):
    """Both names are in the message."""
    with pytest.raises(ContentError, match=r"'01_a.sql' and '01_b.sql' have one number"):
        read_set("s", files(f01_a="", f01_b=""))


@pytest.mark.parametrize(
    "name", ["1_a.sql", "01-a.sql", "01_A.sql", "01_a.txt", "01_.sql", "readme", "01_a.SQL"]
)
def test_a_wrong_name_is_refused(tmp_path, name):
    """The message shows the form that is wanted."""
    (tmp_path / name).write_text("SELECT 1")
    with pytest.raises(ContentError, match="wrongly named; want two digits"):
        read_set("s", tmp_path)


def test_hidden_files_are_no_files_of_the_set(files, tmp_path):
    """What an editor or a file manager leaves behind does not matter."""
    (tmp_path / ".01_a.sql.swp").write_text("")
    assert ["01_a.sql"] == [one.name for one in read_set("s", files(f01_a=""))]


def test_a_file_in_another_encoding_is_refused(tmp_path):
    """SQL files are UTF-8."""
    (tmp_path / "01_a.sql").write_bytes("SELECT 'ü'".encode("latin-1"))
    with pytest.raises(ContentError, match="not UTF-8"):
        read_set("s", tmp_path)


def test_an_unknown_set_is_refused(tmp_path):
    """A folder that is not there is said to be so."""
    with pytest.raises(ContentError, match="no set of SQL files 's'"):
        read_set("s", tmp_path / "nowhere")


def test_a_changed_file_is_refused(connection, files):
    """What was applied is what the file still says."""
    apply_set(connection, "s", files(f01_a="SELECT 1"))
    with pytest.raises(ContentError, match=r"'01_a.sql' was changed after it was applied"):
        apply_set(connection, "s", files(f01_a="SELECT 2"))


def test_a_vanished_file_is_refused(connection, files, tmp_path):
    """A record needs its file."""
    apply_set(connection, "s", files(f01_a="SELECT 1", f02_b="SELECT 2"))
    (tmp_path / "02_b.sql").unlink()
    with pytest.raises(ContentError, match=r"'02_b.sql' was applied to this database and is gone"):
        pending(connection, "s", tmp_path)


def test_a_renamed_file_is_refused(connection, files, tmp_path):
    """The name belongs to the record, though the text is the same."""
    apply_set(connection, "s", files(f01_a="SELECT 1"))
    (tmp_path / "01_a.sql").rename(tmp_path / "01_b.sql")
    with pytest.raises(ContentError, match=r"'01_a.sql' was applied to this database and is gone"):
        apply_set(connection, "s", tmp_path)


def test_line_ends_do_not_change_a_file(connection, files):
    """A checkout with \\r\\n holds the same files."""
    apply_set(connection, "s", files(f01_a="SELECT 1,\n 2\n"))
    assert [] == apply_set(connection, "s", files(f01_a="SELECT 1,\r\n 2\r\n"))


def test_a_per_cent_sign_is_only_a_per_cent_sign(connection, files):
    """Files have no parameters."""
    apply_set(connection, "s", files(f01_a="CREATE TABLE a AS SELECT 7 % 4 AS x, 'a%sb' AS y"))
    assert (3, "a%sb") == connection.execute("SELECT x, y FROM a").fetchone()


def test_two_at_once_apply_each_file_once(dsn, files):
    """The second waits for the first, then finds nothing to do."""
    folder = files(f01_a="CREATE TABLE a (); SELECT pg_sleep(0.2)", f02_b="CREATE TABLE b ()")
    done = []

    def work():
        with connect(dsn) as own:
            done.append(len(apply_set(own, "s", folder)))

    threads = [threading.Thread(target=work) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [0, 0, 2] == sorted(done)


def test_a_server_that_goes_away_is_not_the_files_fault(connection, files):
    """The connection's own error comes through, not a report on the file."""
    folder = files(f01_a="SELECT pg_terminate_backend(pg_backend_pid())")
    with pytest.raises(psycopg.OperationalError):
        apply_set(connection, "s", folder)


BUSY = "SET LOCAL lock_timeout = '50ms'; LOCK TABLE a"


def hold(somebody, until):
    """Keep the table `a` in the session *somebody* until told to stop; return the thread."""
    somebody.execute("BEGIN")
    somebody.execute("LOCK TABLE a")

    def end():
        until.wait(60)
        somebody.execute("COMMIT")

    thread = threading.Thread(target=end)
    thread.start()
    return thread


def test_a_file_that_gets_no_lock_in_time_is_tried_again(dsn, connection, files, monkeypatch):
    """When the table is free before the last try, all is applied."""
    folder, until, pauses = files(f01_a="CREATE TABLE a ()"), threading.Event(), []
    apply_set(connection, "s", folder)
    with connect(dsn) as somebody:
        thread = hold(somebody, until)

        def pause(seconds):
            pauses.append(seconds)
            if len(pauses) == 2:
                until.set()
                thread.join()

        monkeypatch.setattr("lessonlab.postgres.apply.time.sleep", pause)
        done = apply_set(connection, "s", files(f02_b=BUSY, f03_c="SELECT 1"))

    assert ["02_b.sql", "03_c.sql"] == [one.name for one in done]
    assert [0.1, 0.2] == pauses


def test_the_tries_end(dsn, connection, files, monkeypatch):
    """A table that stays taken is refused after the last try, nothing is left, and it says how often."""
    pauses, until = [], threading.Event()
    monkeypatch.setattr("lessonlab.postgres.apply.time.sleep", pauses.append)
    apply_set(connection, "s", files(f01_a="CREATE TABLE a ()"))
    with connect(dsn) as somebody:
        thread = hold(somebody, until)
        with pytest.raises(SqlError, match="tried 5 times") as refused:
            apply_set(connection, "s", files(f02_b=f"CREATE TABLE b (); {BUSY}", f03_c="SELECT 1"))
        until.set()
        thread.join()

    assert ("55P03", 4) == (refused.value.sqlstate, len(pauses))
    assert (["a"], ["01_a.sql"]) == (tables(connection), [one.name for one in applied(connection, "s")])


def test_others_go_on_between_two_tries(dsn, connection, files, monkeypatch):
    """While the file pauses nothing of it stands in the queue."""
    seen = []
    apply_set(connection, "s", files(f01_a="CREATE TABLE a ()"))
    with connect(dsn) as somebody, connect(dsn) as reader:
        somebody.execute("BEGIN")
        somebody.execute("SELECT FROM a")

        def pause(_):
            reader.execute("SET lock_timeout = '1s'")
            seen.append(reader.execute("SELECT count(*) FROM a").fetchone())

        monkeypatch.setattr("lessonlab.postgres.apply.time.sleep", pause)
        with pytest.raises(SqlError):
            apply_set(connection, "s", files(f02_b=BUSY), tries=3)

    assert [(0,), (0,)] == seen


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("SELECT 1 / 0", "22012"),
        ("DO $$ BEGIN RAISE SQLSTATE '40001'; END $$", "40001"),
        ("--! no-transaction\nDO $$ BEGIN RAISE SQLSTATE '55P03'; END $$", "55P03"),
    ],
)
def test_only_a_lock_in_a_transaction_is_tried_again(connection, files, monkeypatch, text, code):
    """Another error, and a file that a try may leave half done, is raised at once."""
    pauses = []
    monkeypatch.setattr("lessonlab.postgres.apply.time.sleep", pauses.append)
    with pytest.raises(SqlError) as refused:
        apply_set(connection, "s", files(f01_a=text))

    assert (code, []) == (refused.value.sqlstate, pauses)
    assert "tried" not in str(refused.value)
