"""Other accounts of the machine, and what the server's own may put in our way; tried with real ones."""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
import subprocess
import time

import psycopg
import pytest

if os.name != "nt":
    import pwd

from lessonlab import config
from lessonlab.config import Settings
from lessonlab.errors import ServerError, WorkspaceError
from lessonlab.grading import library
from lessonlab.grading.judge import Judge
from lessonlab.postgres import leases, local_server
from lessonlab.postgres.account import server_account
from lessonlab.postgres.connect import connect
from lessonlab.postgres.owned import Owned
from lessonlab.postgres.programs import wheel_programs
from lessonlab.postgres.server import use_server
from lessonlab.reader.workspace import open_workspace
from lessonlab.system.files import new_folder

NEIGHBOUR = "lessonlab-neighbour"
SBIN = "/usr/sbin:/usr/bin:/sbin:/bin"
PYTHON = shutil.which("python3", path=SBIN)  # ours may lie where only root can enter
USERADD, USERDEL = shutil.which("useradd", path=SBIN), shutil.which("userdel", path=SBIN)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        os.name == "nt" or not config.is_root() or not (USERADD and PYTHON),
        reason="a second account can be made by root alone, with useradd, and needs a Python of the system",
    ),
]


@pytest.fixture(scope="module")
def neighbour():
    """Return another account of the machine, which is gone afterwards."""
    with contextlib.suppress(KeyError):
        pwd.getpwnam(NEIGHBOUR)
        subprocess.run([USERDEL, NEIGHBOUR], check=True)
    subprocess.run(
        [USERADD, "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", NEIGHBOUR], check=True
    )
    yield pwd.getpwnam(NEIGHBOUR)
    subprocess.run([USERDEL, NEIGHBOUR], check=True)


@pytest.fixture
def home():
    """Return the path of a home that everybody may pass through, and stop what runs there."""
    base = new_folder("lessonlab-home-")
    base.chmod(0o711)
    made = base / "home"
    yield made
    local_server.stop(Owned(made, wheel_programs()))
    shutil.rmtree(base, ignore_errors=True)


def as_account(account, source, *arguments):
    """Run Python *source* as *account*; return what came of it."""
    return subprocess.run(
        [PYTHON, "-I", "-c", source, *map(str, arguments)],
        user=account.pw_uid,
        group=account.pw_gid,
        extra_groups=[],
        cwd="/",
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_nobody_else_can_hold_our_lock(home, neighbour):
    """Who can open a lock file can hold it, and root would wait for ever."""
    with use_server(Settings(home)):
        hold = "import fcntl, sys; fcntl.flock(open(sys.argv[1]), fcntl.LOCK_EX)"
        tried = as_account(neighbour, hold, home / "lock")

    assert "PermissionError" in tried.stderr
    assert stat.S_IMODE((home / "lock").stat().st_mode) == 0o600


def test_the_lock_of_an_older_version_is_closed(home):
    """A lock file that others may read is closed to them with the next use."""
    local_server.make_home(home)
    (home / "lock").touch(mode=0o644)
    with leases.server_lock(home):
        pass

    assert stat.S_IMODE((home / "lock").stat().st_mode) == 0o600


def test_a_link_in_the_data_folder_is_not_followed(home):
    """The server's account can put a link where root writes at the next start: its target stays as it was."""
    ours = Owned(home, wheel_programs())
    with use_server(Settings(home)):
        pass
    target = home.parent / "roots-own"
    target.write_text("precious")
    target.chmod(0o600)
    (ours.data / "lessonlab.conf").unlink()
    (ours.data / "lessonlab.conf").symlink_to(target)
    with use_server(Settings(home)) as server, connect(server.dsn) as connection:
        shown = connection.execute("SHOW authentication_timeout").fetchone()

    assert ("10s",) == shown
    assert target.read_text() == "precious"
    assert target.stat().st_uid == 0


def test_no_owner_changes_outside_of_what_we_made(home):
    """An owner is given to a link itself, never to what it leads to."""
    home.mkdir()
    target = home / "roots-own"
    target.touch()
    (home / "link").symlink_to(target)
    account = server_account()
    account.own(home / "link")

    assert target.stat().st_uid == 0
    assert (home / "link").lstat().st_uid == account.uid


def test_silent_connections_keep_nobody_out_for_long(home, neighbour):
    """Whoever opens all the connections there are and says nothing is let go after seconds."""
    hold = """
import socket, sys, time
held = []
for _ in range(300):
    try:
        held.append(socket.create_connection(("127.0.0.1", int(sys.argv[1])), timeout=5))
    except OSError:
        pass
print(len(held), flush=True)
time.sleep(120)
"""
    ours = Owned(home, wheel_programs())
    with use_server(Settings(home)) as server:
        port = local_server.read_state(ours)[1]
        with subprocess.Popen(
            [PYTHON, "-I", "-c", hold, str(port)],
            user=neighbour.pw_uid,
            group=neighbour.pw_gid,
            extra_groups=[],
            cwd="/",
            stdout=subprocess.PIPE,
            encoding="utf-8",
        ) as holding:
            held = int(holding.stdout.readline())
            refused, until = 0, time.monotonic() + 60
            while time.monotonic() < until:
                try:
                    psycopg.connect(server.dsn, connect_timeout=30).close()
                    break
                except psycopg.OperationalError:
                    refused += 1
                    time.sleep(0.2)
            else:
                pytest.fail(f"{held} silent connections kept us out for a minute")
            still = holding.poll()
            holding.kill()

    assert held > 100
    assert still is None


def test_a_folder_that_a_neighbour_made_is_not_taken(neighbour, monkeypatch, tmp_path):
    """Where the home falls back to a shared folder, one that others made or may write to is left alone."""
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o1777)
    monkeypatch.setattr(config.tempfile, "gettempdir", lambda: str(shared))
    monkeypatch.setattr(config, "can_make", lambda _: False)
    first = config.default_home()
    first.mkdir()
    os.chown(first, neighbour.pw_uid, neighbour.pw_gid)
    second = config.default_home()
    second.mkdir()
    second.chmod(0o777)
    third = config.default_home()
    third.symlink_to(tmp_path)

    assert len({first, second, third, config.default_home()}) == 4


def test_a_home_of_another_account_is_refused(home, neighbour):
    """Whoever owns the folder can put what they like into it."""
    home.mkdir()
    os.chown(home, neighbour.pw_uid, neighbour.pw_gid)
    with (
        pytest.raises(ServerError, match="it belongs to another account") as caught,
        use_server(Settings(home)),
    ):
        pass

    assert "LESSONLAB_HOME" in caught.value.cure


def test_a_folder_for_the_token_is_ours_alone(neighbour, tmp_path):
    """`.lessonlab` made beforehand by another is refused, one of ours that is open to others is closed."""
    (tmp_path / "theirs" / ".lessonlab").mkdir(parents=True)
    os.chown(tmp_path / "theirs" / ".lessonlab", neighbour.pw_uid, neighbour.pw_gid)
    (tmp_path / "open" / ".lessonlab").mkdir(parents=True, mode=0o755)
    with pytest.raises(WorkspaceError, match="not yours alone") as caught:
        open_workspace(tmp_path / "theirs")
    opened = open_workspace(tmp_path / "open")

    assert "--workspace" in caught.value.cure
    assert stat.S_IMODE(opened.hidden.stat().st_mode) == 0o700


def test_an_answers_role_enters_nothing_but_its_own_and_nobody_enters_as_it(home, seed):
    """Its password is known to who set it: while the answer runs, a login from outside is refused."""
    exercise = library.find("06-01")
    with (
        use_server(Settings(home)) as server,
        Judge(server, seed) as judge,
        judge.ground.stages.on("tables") as stage,
    ):
        with stage.enter() as inside:
            inside.execute("ALTER ROLE CURRENT_USER PASSWORD 'known'")
            named = {"user": stage.login.role, "password": "known"}
            with pytest.raises(psycopg.OperationalError, match="not permitted to log in"):
                psycopg.connect(server.dsn, dbname=stage.database, **named)
            query = "SELECT datname FROM pg_database WHERE has_database_privilege(oid, 'CONNECT') ORDER BY 1"
            open_to_it = [name for (name,) in inside.execute(query)]
        assert judge.check(exercise, exercise.solution.text).correct
        with psycopg.connect(server.dsn) as admin:
            ours = "^(lab_|lessonlab_|postgres|template1)"
            listed = {
                name
                for (name,) in admin.execute("SELECT datname FROM pg_database WHERE datname ~ %s", [ours])
            }

    assert set(open_to_it) & listed == {stage.database}
