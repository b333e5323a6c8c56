"""A primary and a standby of our own: one writes, the other follows, and neither is left behind."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil
import psycopg
import pytest

from lessonlab.errors import ServerError
from lessonlab.postgres import leases
from lessonlab.postgres.pair import start_pair
from lessonlab.postgres.programs import Programs


@pytest.fixture(scope="module")
def home():
    """Return a home for pairs, of a name that a shell would spoil."""
    folder = Path(tempfile.mkdtemp(prefix="lessonlab-pairs-"))
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
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8") as child:
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


def test_closing_leaves_no_process_and_no_file(home):
    """Servers, data and passwords are gone."""
    made = start_pair(home)
    assert servers_below(made.home)
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
