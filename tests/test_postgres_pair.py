"""A primary and a standby of our own: one writes, the other follows, and neither is left behind."""

import os
import re
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from pathlib import Path

import psutil
import psycopg
import pytest

from lessonlab.errors import LessonLabError, ServerError
from lessonlab.postgres import leases, local_server
from lessonlab.postgres.owned import Owned
from lessonlab.postgres.pair import start_pair
from lessonlab.postgres.programs import Programs, wheel_programs
from lessonlab.system import files, memory

pytestmark = pytest.mark.slow
MORE_THAN_MACOS_HAS, A_FEW = 40, 8


@pytest.fixture(scope="module")
def home():
    """Return a home for pairs, of a name that a shell would spoil."""
    folder = files.new_folder("lessonlab-pairs-")
    folder.chmod(0o711)
    yield folder / "a b'c 陈"
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def pair(home):
    """Return a running pair."""
    made = start_pair(home)
    yield made
    made.close()


def servers_below(folder):
    """Return the server processes that run in *folder*."""
    return [
        process
        for process in psutil.process_iter(["name", "cwd"])
        if (process.info["name"] or "").startswith("postgres") and str(folder) in (process.info["cwd"] or "")
    ]


def start_and_kill(home):
    """Start a pair in a process, kill that, and return the pair's folder."""
    code = "import sys, time; from pathlib import Path; from lessonlab.postgres.pair import start_pair;"
    code += "pair = start_pair(Path(sys.argv[1])); print(pair.home, flush=True); time.sleep(600)"
    command = [sys.executable, "-c", code, home]
    with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as child:
        place = Path(child.stdout.readline().strip())
        child.kill()
    return place


def test_the_standby_follows_and_only_reads(pair):
    """What is written on one side is read on the other, where nothing can be written."""
    pair.primary.execute("CREATE TABLE t AS SELECT 7 AS n")

    assert pair.caught_up()
    assert (7,) == pair.standby.execute("SELECT n FROM t").fetchone()
    with pytest.raises(psycopg.errors.ReadOnlySqlTransaction):
        pair.standby.execute("INSERT INTO t VALUES (8)")


def test_the_standby_takes_over_when_the_primary_is_killed(pair):
    """After a power cut it is promoted and goes on with every row that it had."""
    pair.primary.execute("CREATE TABLE t AS SELECT n FROM generate_series(1, 1000) AS n")
    pair.caught_up()
    pair.kill_primary()
    pair.standby.execute("SELECT pg_promote()")

    assert (1000,) == pair.standby.execute("SELECT count(*) FROM t").fetchone()
    assert 1 == pair.standby.execute("INSERT INTO t VALUES (0)").rowcount


def test_a_picture_says_who_is_how_far(pair):
    """What is paused, behind or kept is told from the servers' own answers; figures are marked."""
    pair.primary.execute("CREATE TABLE t (n int)")
    pair.caught_up()
    assert "the primary has streaming, async" == repr(pair.picture()).splitlines()[0]
    assert "the standby has received: all" in repr(pair.picture())
    assert repr(pair.picture()).endswith("the standby shows: all")

    pair.standby.execute("SELECT pg_wal_replay_pause()")
    pair.primary.execute("SELECT pg_create_physical_replication_slot('gone', true)")
    pair.primary.execute("INSERT INTO t SELECT generate_series(1, 10000)")
    told = repr(pair.picture()).splitlines()

    assert re.fullmatch(r"the standby shows, and pauses: all but ⟨[\d,]+ kB⟩", told[3])
    assert re.fullmatch(r"the slot gone, which nobody reads, keeps: ⟨[\d,]+ kB⟩", told[4])
    assert drawing(pair.picture()) == drawing(pair.picture())


def drawing(picture):
    """Return the image of a picture, without its words: in them figures vary."""
    return re.search(r"base64,[^\"]*", picture._repr_html_())[0]


def test_no_picture_of_a_server_that_is_gone(pair):
    """One clear line says so."""
    pair.caught_up()
    local_server.kill(pair.servers[1])
    until = time.monotonic() + 60
    with suppress(psycopg.OperationalError):  # its sessions end a moment after it
        while time.monotonic() < until:
            pair.standby.execute("SELECT 1")
    with pytest.raises(LessonLabError, match="one of the two servers does not run"):
        pair.picture()


def numbers(connection):
    """Return the numbers in the table t."""
    return [n for (n,) in connection.execute("SELECT n FROM t ORDER BY n")]


def test_a_primary_that_comes_back_writes_on_until_it_is_rewound(pair):
    """Each of the two takes a write that the other never sees; pg_rewind takes the old one's back."""
    pair.primary.execute("CREATE TABLE t AS SELECT 1 AS n")
    pair.caught_up()
    pair.kill_primary()
    pair.standby.execute("SELECT pg_promote()")
    pair.standby.execute("INSERT INTO t VALUES (2)")
    with closing(pair.restart_primary()) as old:
        old.execute("INSERT INTO t VALUES (3)")
        assert ([1, 3], [1, 2]) == (numbers(old), numbers(pair.standby))

    with closing(pair.rewind_primary()) as old:
        assert [1, 2] == numbers(old)
        assert (True,) == old.execute("SELECT pg_is_in_recovery()").fetchone()


def test_nothing_is_rewound_before_the_standby_has_taken_over(pair):
    """It would have to follow a server that follows."""
    with pytest.raises(LessonLabError, match="has not taken over"):
        pair.rewind_primary()


def test_a_backup_comes_up_to_a_moment(pair):
    """What was written between the backup and the moment is there, what came later is not."""
    pair.primary.execute("CREATE TABLE t AS SELECT 1 AS n")
    pair.back_up()
    pair.primary.execute("INSERT INTO t VALUES (2)")
    moment = pair.primary.execute("SELECT clock_timestamp()").fetchone()[0]
    pair.primary.execute("DELETE FROM t")
    with closing(pair.restore(moment)) as restored:
        assert [1, 2] == numbers(restored)
        assert 1 == restored.execute("INSERT INTO t VALUES (3)").rowcount
    assert [] == numbers(pair.primary)


def test_a_commit_that_waits_for_the_standby_can_be_cancelled(pair):
    """It is done on the primary, and the server says that the standby may not have it."""
    pair.primary.execute("CREATE TABLE t AS SELECT 1 AS n")
    pair.caught_up()
    pair.standby.execute("SELECT pg_wal_replay_pause()")
    pair.primary.execute("ALTER SYSTEM SET synchronous_standby_names = '*'")
    pair.primary.execute("SELECT pg_reload_conf(), pg_sleep(1)")
    pair.primary.execute("SET synchronous_commit = remote_apply")
    said = []
    pair.primary.add_notice_handler(lambda notice: said.append(notice.message_primary))
    pair.cancel_commit()
    pair.primary.execute("INSERT INTO t VALUES (2)")

    assert ["canceling wait for synchronous replication due to user request"] == said
    assert ([1, 2], [1]) == (numbers(pair.primary), numbers(pair.standby))


def test_nothing_is_restored_without_a_backup(pair):
    """The error names the call that makes one."""
    with pytest.raises(LessonLabError, match="no backup yet") as error:
        pair.restore()
    assert "pair.back_up()" == error.value.cure


@pytest.mark.skipif(os.name == "nt", reason="System V's memory is POSIX")
def test_a_killed_primary_leaves_no_memory(home):
    """Nor does its standby."""
    made = start_pair(home)
    segments = [local_server.segment_of(server) for server in made.servers]
    assert all(memory.has_segment(*segment) for segment in segments)
    made.kill_primary()
    made.close()

    assert [] == [segment for segment in segments if memory.has_segment(*segment)]


@pytest.mark.skipif(os.name == "nt", reason="System V's memory is POSIX")
def test_servers_that_are_killed_one_after_another_leave_no_memory(home):
    """
    macOS has room for 32 shared segments: forty fill it, if each leaves one.  Elsewhere a few show the same.

    Single servers are killed, for a pair is two of them.  Each segment is seen before its server is
    discarded, and looked for at the end.
    """
    kept = Owned(home / "kept", wheel_programs())
    local_server.start(kept)
    local_server.stop(kept)
    segments = []
    for number in range(MORE_THAN_MACOS_HAS if sys.platform == "darwin" else A_FEW):
        one = Owned(home / f"killed-{number}", kept.programs)
        subprocess.run([shutil.which("cp"), "-a", kept.home, one.home], check=True)
        local_server.start(one)
        segments.append(local_server.segment_of(one))
        local_server.kill(one)
        assert memory.has_segment(*segments[-1]), "a server that is killed leaves it"
        assert local_server.discard(one)
    local_server.discard(kept)

    assert [] == [segment for segment in segments if memory.has_segment(*segment)]


def test_closing_leaves_no_process_and_no_file(home):
    """Servers, data and passwords are gone."""
    made = start_pair(home)
    made.back_up()
    made.restore().close()
    assert len(made.servers) < len(servers_below(made.home))
    made.close()

    assert [] == servers_below(made.home)
    assert not made.home.exists()


def test_a_pair_that_another_kernel_just_begins_is_left_alone(home):
    """Between its folder and its lease it looks dead: whoever comes meanwhile waits."""
    folder = home / "pairs"
    folder.mkdir(parents=True, exist_ok=True)
    begun = folder / "begun" / "primary"
    with ThreadPoolExecutor(1) as pool:
        with leases.server_lock(folder):
            begun.mkdir(parents=True)
            (begun / "data").touch()
            coming = pool.submit(start_pair, home, Programs(home / "nowhere"))
            time.sleep(0.5)  # long enough to be taken for dead, if nobody waits for the lock
            leases.take_lease(begun, "a test")
        with pytest.raises(ServerError, match="no PostgreSQL"):
            coming.result()

    assert (begun / "data").exists()


@pytest.mark.skipif(os.name == "nt", reason="signals are POSIX")
def test_a_killed_kernel_leaves_no_server(home):
    """The keepers stop both servers, and the next pair removes the data."""
    place = start_and_kill(home)
    until = time.monotonic() + 60
    while servers_below(place) and time.monotonic() < until:
        time.sleep(0.2)

    assert [] == servers_below(place)
    start_pair(home).close()
    assert not place.exists()


@pytest.mark.skipif(os.name == "nt", reason="signals are POSIX")
def test_the_next_pair_stops_what_a_killed_kernel_left_before_its_data_go(home):
    """No server is left without its data where the keepers have not looked yet."""
    place = start_and_kill(home)
    start_pair(home).close()

    assert [] == servers_below(place)
    assert not place.exists()
