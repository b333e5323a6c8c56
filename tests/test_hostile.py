"""
What ends, freezes or misleads a judge, each as somebody handed it in: `hostile/` holds the smallest inputs.

Each is contained within ten seconds, the next honest answer takes a second more at most, and nothing stays.
On a machine that has more to do than it has processors both are longer by as much.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import psutil
import psycopg
import pytest

from lessonlab.grading import library
from lessonlab.grading.exercise import read_exercise
from lessonlab.grading.judge import RUNS
from lessonlab.grading.submissions import collect
from lessonlab.grading.verdict import State
from lessonlab.grading.watch import GRACE
from lessonlab.postgres import local_server
from lessonlab.postgres.connect import connect
from lessonlab.postgres.leases import live_leases
from lessonlab.postgres.owned import Owned
from lessonlab.postgres.programs import wheel_programs
from lessonlab.postgres.throwaway import remove_left, throwaway
from lessonlab.reader.desk import Desk
from lessonlab.system.files import new_folder
from lessonlab.system.machine_load import MOST_BUSY

pytestmark = pytest.mark.slow
HOSTILE = Path(__file__).with_name("hostile")
INPUTS = sorted(path.name for path in HOSTILE.glob("*_[0-9][0-9]-[0-9][0-9].*"))
EXERCISES = [read_exercise(folder) for folder in library.folders()]
CONTAINED = 10.0
MORE = 1.0
LEFT = """
SELECT count(*) FROM pg_stat_activity
WHERE usename LIKE 'lab\\_cage\\_%' AND (state <> 'idle' OR query ~ 'lo_|LISTEN') AND pid <> pg_backend_pid()
"""

AT_WORK = """
SELECT count(*) FROM pg_stat_activity
WHERE usename LIKE 'lab\\_cage\\_%' AND state = 'active'
  AND clock_timestamp() - query_start > interval '0.05 s'
"""


def busy():
    """Return how many times longer than alone things take on this machine now."""
    return max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1)) if hasattr(os, "getloadavg") else 4.0


def key_of(name):
    """Return the exercise that an input is handed in to."""
    return re.findall(r"\d\d-\d\d", name)[-1]


@pytest.fixture(scope="module")
def home():
    """Return a home that the server's account can pass through."""
    base = new_folder("lessonlab-hostile-")
    base.chmod(0o711)
    yield base
    shutil.rmtree(base, ignore_errors=True)


@pytest.fixture(scope="module")
def server(home):
    """Return a server that is thrown away."""
    with throwaway(home) as made:
        yield made.server()


@pytest.fixture(scope="module")
def desk(server):
    """Return a desk on it."""
    made = Desk(lambda: server)
    yield made
    made.close()


def honest(desk, key):
    """Return how long the right answer to *key* takes; it is right."""
    exercise = library.find(key)
    started = time.monotonic()
    verdict = desk.answer(exercise, exercise.solution.text)
    assert verdict.state is State.CORRECT, verdict
    return time.monotonic() - started


@pytest.mark.parametrize("name", INPUTS)
def test_what_is_handed_in_is_contained(desk, server, name):
    """It gets a verdict in time and never "correct"; who comes next notices nothing, and nothing runs on."""
    key = key_of(name)
    honest(desk, key)
    usual = honest(desk, key)
    text = (HOSTILE / name).read_bytes().decode("utf-8", "surrogateescape")
    started = time.monotonic()
    verdict = desk.answer(library.find(key), text)
    took = time.monotonic() - started
    with psycopg.connect(server.dsn, autocommit=True) as admin:
        still = admin.execute(LEFT).fetchone()
        admin.execute("SET statement_timeout = '30s'")
        admin.execute("CREATE DATABASE others_go_on")
        admin.execute("DROP DATABASE others_go_on")
    following = honest(desk, key)

    assert took < CONTAINED * busy(), f"{name} was contained after {took:.1f} s"
    assert following < usual + MORE * busy(), f"{name}: the next took {following - usual:.1f} s more"
    assert (0,) == still
    assert verdict.state is not State.CORRECT
    assert sum(len(str(one)) for one in verdict.differences) < 200_000


def test_no_exercise_lets_an_answer_run_for_longer():
    """All runs of an answer, and a session that is deaf to its end, take ten seconds at most."""
    times = {one.key: one.front.seconds * RUNS[one.front.answer == "sessions"] for one in EXERCISES}

    assert {} == {key: most for key, most in times.items() if most + GRACE > CONTAINED}


def test_on_a_server_of_others_the_next_go_on_beside_what_nobody_can_end(home):
    """Its reader hears what an administrator can do; queries and designs are judged while it runs on."""
    frozen = "SELECT length(btrim(repeat('a', 3000000), repeat('b', 40000) || 'a'))::text, 1.0"
    with throwaway(home) as made:
        theirs = replace(made.server(), local=False)
        desk = Desk(lambda: theirs)
        verdict = desk.answer(library.find("14-01"), frozen)
        said = str(verdict.differences[0])
        pid = int(said.partition("kill -QUIT ")[2].partition(",")[0])
        for key in ("14-01", "06-01", "06-01", "06-01", "14-01"):
            honest(desk, key)
        runs_on = psutil.Process(pid).is_running()
        desk.close()

    assert verdict.state is State.COULD_NOT_RUN
    stopped = re.match(
        r"error: stopped: it took too long \(limit ([\d.]+) s\); the server cannot end it", said
    )
    assert stopped
    assert 3 <= float(stopped[1]) <= 3 * MOST_BUSY
    assert runs_on
    assert left_in(home) == []


def check(home, *arguments, **how):
    """Run `lessonlab check` as a user does."""
    command = [sys.executable, "-m", "lessonlab", "check", *map(str, arguments)]
    environ = {**os.environ, "LESSONLAB_HOME": str(home), "COLUMNS": "200"}
    return subprocess.Popen(
        command, env=environ, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", **how
    )


def test_no_file_ends_the_run_of_a_class(home, tmp_path):
    """Everybody gets a verdict, in text, JSON and XML; the terminal is only written to, and nothing stays."""
    inputs = [name for name in INPUTS if name[0] == "S" and name[:3] not in {"S01", "S02"}]  # the quick ones
    for name in [*inputs, "S10_terminal.sql", "S11a_junit.sql"]:
        (tmp_path / name.split("_")[0]).mkdir(exist_ok=True)
        shutil.copy(HOSTILE / name, tmp_path / name.split("_")[0] / name)
    (tmp_path / "S10" / "\x1b[2J 06-01.sql").write_text("SELECT 1")
    (tmp_path / "zoe").mkdir()
    (tmp_path / "zoe" / "14-01.sql").write_text(library.find("14-01").solution.text, encoding="utf-8")
    done = check(
        home, *sorted(tmp_path.iterdir()), "--json", tmp_path / "v.json", "--junit", tmp_path / "v.xml"
    )
    said, _ = done.communicate(timeout=600)
    data = json.loads((tmp_path / "v.json").read_text(encoding="utf-8"))
    suite = ET.parse(tmp_path / "v.xml").getroot()  # noqa: S314 - we wrote it

    assert done.returncode == 1
    assert "Traceback" not in said
    assert "\x1b" not in said
    assert len(data) == len(inputs) + 4
    assert len({one["where"] for one in data}) == len(data)
    assert [one["where"] for one in data if one["verdict"] == "correct"] == [
        str(tmp_path / "zoe" / "14-01.sql")
    ]
    assert (suite.attrib["tests"], len(suite)) == (str(len(data)), len(data))
    assert (tmp_path / "v.json").stat().st_size < 10**6
    assert left_in(home) == []


def test_two_students_are_never_one(home, tmp_path):
    """The same file name in two folders is two places, in all three forms."""
    for who in ("ada", "ben"):
        (tmp_path / who).mkdir()
        (tmp_path / who / "06-01.sql").write_text("SELECT 1")
    done = check(home, tmp_path / "ada", tmp_path / "ben", "--brief", "--json", tmp_path / "v.json")
    said, _ = done.communicate(timeout=300)
    where = [one["where"] for one in json.loads((tmp_path / "v.json").read_text(encoding="utf-8"))]

    assert where == [str(tmp_path / who / "06-01.sql") for who in ("ada", "ben")]
    assert all(place in said for place in where)


def test_many_spellings_of_a_key_are_one(tmp_path):
    """Of all tries in one notebook at one exercise the last counts."""
    spelt = (
        "06-02",
        "6-2",
        "6_2",
        "6.2",
        '"06-02"',
        "''06-02",
        "02_name_the_code",
        "x/02_name_the_code/y",
        "06 02",
    )
    cells = [{"cell_type": "code", "source": f"%%answer {key}\n{number}"} for number, key in enumerate(spelt)]
    (tmp_path / "x.ipynb").write_text(json.dumps({"cells": cells}))
    found = collect(tmp_path / "x.ipynb")[0]

    assert [(one.key, one.text) for one in found] == [("06-02", str(len(spelt) - 1))]


@pytest.mark.skipif(os.name == "nt", reason="signals are POSIX")
def test_a_run_that_is_killed_keeps_what_it_had(home, tmp_path):
    """The verdicts so far stand in whole files, and the next run or `clean` removes the server."""
    (tmp_path / "a 14-01.sql").write_text(library.find("14-01").solution.text, encoding="utf-8")
    (tmp_path / "b 06-01.sql").write_text("DO $$ BEGIN LOOP END LOOP; END $$")
    files = ("--json", tmp_path / "v.json", "--junit", tmp_path / "v.xml")
    with check(home, tmp_path, "--brief", *files) as running:
        running.stdout.readline()
        running.send_signal(signal.SIGKILL)
    data = json.loads((tmp_path / "v.json").read_text(encoding="utf-8"))
    left = left_in(home)
    removed = remove_left(home)

    assert [one["verdict"] for one in data] == ["correct"]
    assert ET.parse(tmp_path / "v.xml").getroot().attrib["tests"] == "1"  # noqa: S314 - we wrote it
    assert left == [path for path in removed if path in left]
    assert left_in(home) == []


@pytest.mark.skipif(os.name == "nt", reason="signals are POSIX")
def test_a_run_whose_server_is_lost_for_good_makes_another(home, tmp_path):
    """Who is judged when it goes gets a verdict on the next one, and nobody is judged wrongly."""
    text = library.find("14-01").solution.text
    for number in range(8):
        (tmp_path / f"{number} 14-01.sql").write_text(text, encoding="utf-8")
    solved = text.strip().rstrip(";")
    slow = f"SELECT a.* FROM (SELECT count(*) FROM generate_series(1, 1500000)) AS wait, ({solved}) AS a"
    (tmp_path / "1 14-01.sql").write_text(slow, encoding="utf-8")
    before = set((home / "judges").glob("*"))
    with check(home, tmp_path, "--brief", "--json", tmp_path / "v.json") as running:
        running.stdout.readline()
        (made,) = set((home / "judges").glob("*")) - before
        owned = Owned(made, wheel_programs())
        with contextlib.closing(connect(local_server.running_dsn(owned))) as looking:
            until = time.monotonic() + 60
            while looking.execute(AT_WORK).fetchone() == (0,) and time.monotonic() < until:
                time.sleep(0.02)
        local_server.kill(owned)
        said = running.stdout.read()
    data = json.loads((tmp_path / "v.json").read_text(encoding="utf-8"))

    assert [one["verdict"] for one in data] == ["correct"] * 8, said
    assert running.returncode == 0
    assert left_in(home) == []


def left_in(home):
    """Return the servers below *home* whose runs are over; none of their processes outlives its folder."""
    mine = [path for path in (home / "judges").glob("*") if not live_leases(path)]
    for process in psutil.process_iter(["cwd"]):
        where = process.info["cwd"] or ""
        assert not any(where.startswith(str(path)) for path in mine if not path.exists()), process
    return mine
