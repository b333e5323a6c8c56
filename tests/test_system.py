"""What differs between systems, each system's choice looked at on this one."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
import uuid
from pathlib import Path

import psutil
import pytest

from lessonlab import config
from lessonlab.cli import differing, psql
from lessonlab.cli.machine import Patient
from lessonlab.config import Settings
from lessonlab.postgres import leases
from lessonlab.postgres.account import Account
from lessonlab.postgres.server import our_server
from lessonlab.system import (
    accounts,
    console,
    cures,
    files,
    memory,
    network,
    paths,
    processes,
    shared_blocks,
    starting,
)
from lessonlab.system.living import Living, life

GRANDCHILD = """
import subprocess, sys
print("said", flush=True)
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)", sys.argv[1]])
print(child.pid, flush=True)
"""
EVERY = ("linux", "darwin", "win32")


def test_a_grandchild_that_keeps_the_output_holds_nobody_up(tmp_path):
    """A server that a program leaves behind has its output: what was said comes while it still runs."""
    command = [sys.executable, "-c", GRANDCHILD, "left"]
    code, said = starting.run_to_end(command, cwd=tmp_path, environ=os.environ, seconds=300.0)
    left = int(said.split()[1])

    assert (0, "said", True) == (code, said.split()[0], processes.is_active(left))
    processes.kill(left)


@pytest.mark.slow
def test_a_program_that_takes_too_long_is_ended_with_all_below_it(tmp_path):
    """Its time is up also when a grandchild has its output."""
    mark = f"mark-{uuid.uuid4().hex}"
    command = [sys.executable, "-c", GRANDCHILD + "child.wait()", mark]
    with pytest.raises(starting.TookTooLong, match="longer than 3 seconds"):
        starting.run_to_end(command, cwd=tmp_path, environ=os.environ, seconds=3.0)

    assert [] == [p for p in psutil.process_iter(["cmdline"]) if mark in (p.info["cmdline"] or [])]


def orphaned(system):
    """Return how the keeper is started."""
    return starting.orphan(["x"], system)[1]


@pytest.mark.parametrize(
    ("start", "posix", "windows"),
    [
        (starting.unseen, {}, {"creationflags": 0x00000200 | 0x08000000}),
        (starting.apart, {"start_new_session": True}, {"creationflags": 0x00000200}),
        (orphaned, {"start_new_session": True}, {"creationflags": 0x08000000}),
    ],
    ids=["the server's programs", "JupyterLab", "the keeper"],
)  # fmt: skip
def test_how_each_process_is_started_on_each_system(start, posix, windows):
    """Ctrl+C is not for the server or JupyterLab, no console stays open; DETACHED_PROCESS is nowhere."""
    assert [posix, posix, windows] == [start(system) for system in EVERY]


class Started(Exception):
    """How a process was to be started."""


SESSION = {"start_new_session": True}
GROUP, HIDDEN = 0x00000200, 0x08000000


@pytest.mark.parametrize(
    ("start", "flags"),
    [
        (lambda folder: starting.launch(["x"], cwd=folder, environ={}, log=folder / "log"), (SESSION, GROUP)),
        (lambda folder: starting.guard(2**22 + 1, folder), (SESSION, GROUP)),
        (lambda folder: starting.leave_behind(["x"], str(folder)), (SESSION, HIDDEN)),
        (lambda folder: Account().run(["x"], folder), ({}, GROUP | HIDDEN)),
        (lambda _: starting.run_in_terminal(["x"], {}), ({}, 0)),
    ],
    ids=["launch", "guard", "leave_behind", "the server's account", "run_in_terminal"],
)  # fmt: skip
@pytest.mark.parametrize("system", EVERY)
def test_what_each_process_is_really_given(start, flags, system, monkeypatch, tmp_path):
    """Each place that starts a process asks for its flags, those of the system that it runs on."""

    def record(*_given, **how):
        kept = {name: how[name] for name in ("start_new_session", "creationflags") if name in how}
        raise Started(kept)

    for choice in (starting.unseen, starting.apart, starting.orphan):
        monkeypatch.setattr(choice, "__defaults__", (system,))
    monkeypatch.setattr(subprocess, "Popen", record)
    with pytest.raises(Started) as started:
        start(tmp_path)

    posix, windows = flags
    expected = posix if system != "win32" else {"creationflags": windows} if windows else {}
    assert expected == started.value.args[0]


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX")
@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a process keeps the moment of its beginning")
@pytest.mark.parametrize("seconds", [3600.0, -5.0])
def test_a_clock_that_is_set_makes_no_process_another_one(seconds, monkeypatch, tmp_path):
    """Linux counts from its boot, which the clock moves: leases and databases stay whose they are."""
    mine, at_boot = Living(**life()), psutil._pslinux.boot_time
    by_clock = psutil.Process().create_time()
    lease = leases.take_lease(tmp_path, "a notebook")
    monkeypatch.setattr(psutil._pslinux, "boot_time", lambda: at_boot() + seconds)

    assert psutil.Process().create_time() == pytest.approx(by_clock + seconds)
    assert mine.is_alive
    assert [one.what for one in leases.live_leases(tmp_path)] == ["a notebook"]
    assert lease.exists()
    assert not Living(pid=os.getpid(), began=mine.began - 60).is_alive


def test_an_interrupt_is_psqls_own_while_it_runs():
    """Ctrl+C reaches both: psql ends its query, and its caller waits for it."""
    code = "import os, signal, sys; os.kill(os.getppid(), signal.SIGINT); sys.exit(7)"
    assert 7 == psql.run_psql(sys.executable, "postgresql://nobody@127.0.0.1/none", ["-c", code])


def test_windows_folders_take_no_list_of_their_own():
    """0o700 would lock an administrator's server out, and its user afterwards."""
    assert [0o700, 0o700, 0o777] == [files.mode_for(0o700, system) for system in EVERY]


@pytest.mark.parametrize("times", [1, 2])
@pytest.mark.parametrize("do", ["unlink", "replace"])
def test_a_file_that_is_held_for_a_moment_is_waited_for(do, times, tmp_path, monkeypatch):
    """A scanner holds what was just written: two refusals, then it works."""
    path = tmp_path / "a"
    path.touch()
    real, refusals = getattr(Path, do), [PermissionError(13, "held")] * times

    def held(*given, **named):
        if refusals:
            raise refusals.pop()
        return real(*given, **named)

    monkeypatch.setattr(Path, do, held)
    if do == "unlink":
        files.remove(path)
    else:
        files.move(path, tmp_path / "b")

    assert ([], not path.exists()) == (refusals, True)


def test_a_file_that_is_held_for_good_is_an_error(tmp_path, monkeypatch):
    """Patience ends."""
    monkeypatch.setattr(files, "PAUSES", (0.0,))

    def held(*_given, **_named):
        raise PermissionError(13, "held")

    monkeypatch.setattr(Path, "unlink", held)
    with pytest.raises(PermissionError):
        files.remove(tmp_path / "a")


@pytest.mark.skipif(sys.platform != "linux", reason="the folder of processes is Linux's")
def test_a_folder_that_only_seems_writable_is_none():
    """`os.access` says yes to root there, and no file can be made."""
    assert not files.can_write(Path("/proc"))
    assert not files.can_make(Path("/proc/lessonlab/home"))


def test_a_folder_that_may_be_made_is_left_as_it_was(tmp_path):
    """Nothing is left of looking."""
    assert files.can_make(tmp_path / "a" / "b")
    assert [] == list(tmp_path.iterdir())


@pytest.mark.skipif(sys.platform != "linux", reason="cp knows it on Linux")
def test_blocks_are_shared_where_cp_can(tmp_path):
    """What is said of a file system is what cp finds; nothing is left of the question."""
    (tmp_path / "a").write_bytes(bytes(4096))
    command = [shutil.which("cp"), "--reflink=always", "a", "b"]
    can = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False).returncode == 0
    before = set(tmp_path.iterdir())

    assert shared_blocks.shares_blocks(tmp_path) is can
    assert shared_blocks.shares_blocks(Path("/proc")) is False
    assert before == set(tmp_path.iterdir())


@pytest.mark.skipif(os.name == "nt", reason="masks are POSIX")
@pytest.mark.parametrize("mask", [0o027, 0o077])
def test_a_mask_of_the_users_closes_no_folder_that_we_make(mask, tmp_path):
    """The folder and those above it that were missing can be passed through; what was there stays."""
    there = tmp_path / "there"
    there.mkdir(mode=0o700)
    before = os.umask(mask)
    try:
        files.make_folder(there / "a" / "b", 0o711)
    finally:
        os.umask(before)

    modes = [path.stat().st_mode & 0o777 for path in (there, there / "a", there / "a" / "b")]
    assert [0o700, 0o711, 0o711] == modes


def test_a_folder_is_found_in_another_by_what_it_is_not_by_its_letters(tmp_path, monkeypatch):
    """Where `A` and `a` are one name, `SQL` lies in `sql`."""
    (tmp_path / "sql").mkdir()
    (tmp_path / "SQL").mkdir(exist_ok=True)
    real = Path.samefile
    monkeypatch.setattr(
        Path, "samefile", lambda one, other: str(one).lower() == str(other).lower() or real(one, other)
    )

    assert files.is_within(tmp_path / "SQL" / "new", tmp_path / "sql")
    assert not files.is_within(tmp_path / "other", tmp_path / "sql")


def test_each_cure_has_words_for_each_system():
    """Nobody is told to type what their system does not know."""
    for what in cures.CURES:
        for system in EVERY:
            assert cures.cure(what, system=system)
    windows = " ".join(cures.cure(what, system="win32") for what in cures.CURES)

    assert [] == re.findall(r"(?<!task)kill|ip link|~/|sudo|ifconfig", windows)
    assert "'" not in cures.cure("redis")  # cmd takes it for a letter


@pytest.mark.skipif(sys.platform == "win32", reason="System V's memory is POSIX")
def test_memory_that_is_shared_is_not_ours_alone():
    """With or without the system's word for it, a process's own memory is counted, and no more than all."""
    own = memory.private_bytes(os.getpid())

    assert 0 < own < psutil.Process().memory_info().rss
    assert 0 == memory.private_bytes(2**22 + 1)


def test_memory_without_a_count_of_what_is_shared(monkeypatch):
    """On macOS psutil says no `shared`: what is shared is left out all the same."""
    whole = psutil.Process().memory_info().rss

    class Mac:
        rss = whole

    monkeypatch.setattr(psutil.Process, "memory_info", lambda _self: Mac())

    assert 0 < memory.private_bytes(os.getpid()) < whole


def test_loopback_is_there():
    """A port is free, and a call to it is answered."""
    assert network.free_port() > 0
    assert "" == network.loopback_fault()


@pytest.mark.skipif(sys.platform != "linux", reason="name spaces are Linux's")
def test_no_loopback_is_said():
    """Where `lo` is down one can bind and listen: only a call tells."""
    command = "from lessonlab.system import network; print(network.loopback_fault())"
    alone = [shutil.which("unshare") or "unshare", "--user", "--map-root-user", "--net"]
    done = subprocess.run(
        [*alone, sys.executable, "-c", command],
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    if "unshare" in done.stderr:
        pytest.skip(done.stderr.strip())

    assert "Network is unreachable" == done.stdout.strip()


@pytest.mark.parametrize("folder", ["Jörg Ä b", "陈"])
def test_programs_are_named_in_letters_that_they_know(folder):
    """On Windows they know the code page's: elsewhere any."""
    known = sys.platform != "win32" or folder == folder.encode("mbcs", "replace").decode("mbcs")

    assert known == paths.is_in_code_page(Path(folder))
    assert ("陈" not in folder) == paths.is_in_code_page(Path(folder), "cp1252")
    assert paths.in_code_page(Path(folder)) == Path(folder)  # a folder that is not there has no short name


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_every_text_can_be_shown(encoding):
    """What a stream has no letter for is shown by a plain one."""
    shown = console.as_shown("✓ „a“ – 3 × b… 陈 → ä", encoding)

    assert shown.encode(encoding)
    assert shown.startswith("+ " if encoding != "utf-8" else "✓ ")


MODULES = {
    "ctypes", "fcntl", "getpass", "msvcrt", "platform", "psutil", "pwd", "resource", "signal", "stat",
    "subprocess", "tempfile",
}  # fmt: skip
HARMLESS = {"environ", "path", "pathsep", "PathLike", "fspath", "linesep"}  # of os: the same everywhere
METHODS = {
    "chmod", "chown", "expanduser", "is_symlink", "lstat", "mkdtemp", "rename", "rmtree", "symlink_to",
    "unlink",
}  # fmt: skip
ATTRIBUTES = {"st_uid", "st_gid", "st_mode"}
NAMES = {"sys.platform", "Path.home", "shutil.which", "shutil.disk_usage"}
SAME_PATHS = {"os.path.basename", "os.path.join"}  # of os.path: the same everywhere
PLACES = {  # outside of the room for it, each with its reason
    "cli/__init__.py: Path.home",  # whether it can be said at all is what is asked
    "cli/check.py: .is_symlink()",  # a folder that is a link is not gone into
    "cli/checks.py: tempfile",  # a folder that is there, to ask a program for its version
    "cli/class_doctor.py: platform",  # what the system and Python call themselves
    "cli/differing.py: shutil.which",  # the doctor looks at what PATH means
    "cli/machine.py: platform",  # Python's own version
    "cli/machine.py: shutil.disk_usage",  # the same on each system
    "cli/options.py: .expanduser()",  # `~` of an option, as Python knows it on each system
    "cli/options.py: os.path.abspath",  # a path is kept as it was typed, links and all
    "cli/psql.py: shutil.which",  # a psql of the user's own
    "config.py: .expanduser()",  # `~` of a setting
    "config.py: .is_symlink()",  # a folder below the temporary one that somebody else may have made
    "config.py: tempfile",
    "grading/submissions.py: .lstat()",  # hand-ins are opened without following or waiting
    "grading/submissions.py: .st_mode",
    "grading/submissions.py: os.O_RDONLY",
    "grading/submissions.py: os.fdopen",
    "grading/submissions.py: os.fstat",
    "grading/submissions.py: os.open",
    "grading/submissions.py: stat",
    "magics/csv_files.py: .expanduser()",  # `~` of an option, as Python knows it on each system
    "postgres/account.py: .st_gid",  # only where root's server runs as another account, which Windows has not
    "postgres/account.py: .st_mode",
    "postgres/account.py: .st_uid",
    "postgres/kept_log.py: sys.platform",  # the command that a server copies a file with
    "postgres/limits.py: resource",  # what a server may take at most
    "postgres/postmaster.py: .is_symlink()",  # a data folder that is a link is not ours to tidy
    "postgres/programs.py: .is_symlink()",  # others must not give us programs
    "postgres/programs.py: .lstat()",
    "postgres/programs.py: .st_mode",
    "postgres/programs.py: .st_uid",
    "postgres/programs.py: sys.platform",  # the ending of a program's name
    "postgres/programs.py: tempfile",  # a place that a shell can name
    "postgres/provider.py: platform",  # this machine's name, for whose a database is
    "postgres/rescue.py: shutil.disk_usage",  # the same on each system
    "postgres/templates.py: shutil.disk_usage",
    "postgres/throwaway.py: .is_symlink()",  # a link in our folder is not a server of ours
    "reader/kernels.py: os.path.abspath",  # a link to a Python is another Python: names are compared
    "reader/kernels.py: os.path.normcase",
    "reader/who.py: getpass",  # whose record it is, where nobody says so
    "workshop/store.py: .lstat()",  # what a file takes of the disk, and not what a link leads to
    "reader/workspace.py: .is_symlink()",  # a hidden folder that leads elsewhere is not ours
}


def places():
    """Yield where the package, but for its own room, uses what depends on the system."""
    package = Path(processes.__file__).parents[1]
    for path in sorted(package.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        name = path.relative_to(package).as_posix()
        if not name.startswith("system/"):
            yield from (f"{name}: {what}" for what in system_dependent(tree))


def system_dependent(tree):
    """Yield the modules, functions and methods in *tree* that mean something else on another system."""
    types = {
        id(n)
        for t in ast.walk(tree)
        if isinstance(t, ast.If) and "TYPE_CHECKING" in ast.unparse(t.test)
        for n in ast.walk(t)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Import) and id(node) not in types:
            yield from (alias.name for alias in node.names if alias.name in MODULES)
        elif (
            isinstance(node, ast.ImportFrom)
            and (node.module in MODULES | {"os", "os.path"})
            and id(node) not in types
        ):
            yield str(node.module)
        elif isinstance(node, ast.Attribute):
            whole = ast.unparse(node)
            of_os = ast.unparse(node.value) == "os" and node.attr not in HARMLESS
            of_paths = ast.unparse(node.value) == "os.path" and whole not in SAME_PATHS
            if whole in NAMES or of_os or of_paths or node.attr in ATTRIBUTES:
                yield whole if node.attr not in ATTRIBUTES else f".{node.attr}"
        elif isinstance(node, ast.Call):
            called = ast.unparse(node.func).rpartition(".")[2]
            if called == "replace" and len(node.args) == 1 and not node.keywords:
                yield ".replace()"  # of a path: a text's takes two
            if called in METHODS or (called == "mkdir" and any(word.arg == "mode" for word in node.keywords)):
                yield f".{called}()"
            if called == "import_module" and ast.unparse(node.args[0]).strip("'") in MODULES:
                yield ast.unparse(node.args[0]).strip("'")


def test_what_depends_on_the_system_is_in_one_room():
    """A new place is a question for each system: answer it in `lessonlab/system`, or say here why not."""
    found = set(places())

    assert set() == found - PLACES, f"new: {sorted(found - PLACES)}"
    assert set() == PLACES - found, "gone: take it off the list"


@pytest.mark.parametrize(
    "planted",
    [
        "import subprocess", "import signal", "from subprocess import run", "import os; os.kill(1, 9)",
        "path.chmod(0o600)", "folder.mkdir(mode=0o700)", "path.unlink()", "os.getuid()",
        "if sys.platform == 'x': pass",
        "import importlib; importlib.import_module('resource')", "import_module('resource')",
        "import tempfile", "import platform", "import getpass", "import stat",
        "from tempfile import gettempdir", "from os.path import abspath",
        "path.expanduser()", "path.is_symlink()", "path.lstat()", "path.stat().st_uid", "info.st_gid",
        "info.st_mode & 0o22", "os.path.normcase(name)", "os.path.abspath(name)", "Path.home()",
        "shutil.which('psql')", "shutil.disk_usage(folder)", "path.replace(target)",
    ],
)  # fmt: skip
def test_a_planted_place_is_found(planted):
    """The test above can fail."""
    assert list(system_dependent(ast.parse(planted)))


EVERY_COMMAND = """
import sys
from lessonlab.cli import COMMANDS, commands
from lessonlab.system.console import let_streams_show_all
let_streams_show_all(ours=True)
calls = [[name, "--help"] for name in COMMANDS]
calls += [["list"], ["doctor"], ["exercise", "list"], ["clean"], ["run", "99"]]
for call in calls:
    try:
        commands(call, prog_name="lessonlab")
    except SystemExit as end:
        print(*call, "ended with", end.code)
"""
OPENED = "import lessonlab; lab = lessonlab.open('00'); print(lab.value('SELECT 7'))"


@pytest.mark.slow
@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
@pytest.mark.parametrize("code", [EVERY_COMMAND, OPENED], ids=["commands", "open"])
def test_a_console_of_few_letters_shows_everything(code, encoding, server, tmp_path):
    """No command and no `lessonlab.open` ends because a stream has no letter for a mark."""
    assert server.local or pytest.skip("one server is enough")
    environ = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, env=environ, cwd=tmp_path, check=False
    )
    said = done.stdout.decode(encoding)  # it is what was asked for, to the last letter

    assert (0, "") == (
        done.returncode,
        "".join(re.findall(r"Traceback|UnicodeE\w+", done.stderr.decode(encoding))),
    )
    if code is OPENED:
        assert "?" not in said  # a mark is shown by a plain one
        assert "PostgreSQL" in said
        assert said.endswith(("7\n", "7\r\n"))
    else:
        assert "+ Python" in said
        assert 5 <= said.count("ended with 0")
        assert "run 99 ended with 1" in said


@pytest.mark.parametrize(
    ("row", "fault", "told"),
    [
        (differing.check_account, ("accounts", "is_nameless", True), ("initdb wants a name", "/etc/passwd")),
        (differing.check_home, ("files", "can_make", False), ("cannot be written to", "LESSONLAB_HOME")),
        (differing.check_path, ("paths", "is_in_code_page", False), ("code page", "LESSONLAB_HOME")),
        (differing.check_segments, ("memory", "count_segments", (32, 32)), ("32 of 32", "ipcs")),
    ],
    ids=["no name", "access", "path", "shared memory"],
)
def test_the_doctor_sees_what_systems_differ_in(row, fault, told, monkeypatch, tmp_path):
    """Each row is well here, and says what is wrong and what to type where it is not."""
    patient = Patient(Settings(tmp_path), tmp_path)
    assert row(patient).well is not False or accounts.is_root()
    room, name, value = fault
    monkeypatch.setattr(getattr(differing, room), name, lambda *_: value)
    found = row(patient)

    assert found.well is False
    assert told[0] in found.said
    assert told[1] in found.cure


def test_the_doctor_only_advises_an_administrator(monkeypatch, tmp_path):
    """PostgreSQL drops the rights and runs: nothing is wrong, and an ordinary terminal is better."""
    monkeypatch.setattr(differing.accounts, "is_elevated", lambda: True)
    monkeypatch.setattr(differing.accounts, "is_nameless", lambda: False)
    found = differing.check_account(Patient(Settings(tmp_path), tmp_path))

    assert found.well is None
    assert "administrator" in found.said
    assert "ordinary terminal" in found.cure


def test_the_doctor_tries_to_read_the_servers_data(monkeypatch, tmp_path):
    """A list of who may enter that shuts its user out is found by reading, not by asking for the mode."""
    monkeypatch.setattr(differing.accounts, "numbers_of", lambda _: None)  # whom root's server runs as
    patient = Patient(Settings(tmp_path), tmp_path)
    version = our_server(patient.settings).data / "PG_VERSION"
    version.mkdir(parents=True)  # no account can read a folder
    closed = differing.check_home(patient)
    version.rmdir()
    version.write_text("18", encoding="ascii")

    assert (False, True) == (closed.well, differing.check_home(patient).well)
    assert "cannot be read" in closed.said
    assert "LESSONLAB_HOME" in closed.cure


def test_the_doctor_says_how_to_call_a_command_that_is_not_on_the_path(monkeypatch, tmp_path):
    """The Scripts of Windows often are not; another installation's word may be."""
    patient = Patient(Settings(tmp_path), tmp_path)
    for found in (None, str(tmp_path / "lessonlab")):
        monkeypatch.setattr(differing.shutil, "which", lambda _name, found=found: found)
        assert differing.check_command(patient).well is None
        assert "python -m lessonlab" in differing.check_command(patient).cure


def test_a_user_whose_folder_nobody_knows_has_a_home_for_the_server(monkeypatch):
    """A number without a name and without HOME, as containers have it: the temporary folder serves."""

    def nobody_knows(*_given, **_named):
        raise RuntimeError("could not determine the home directory")

    monkeypatch.setattr(config, "is_root", lambda: False)
    monkeypatch.setattr(config.platformdirs, "user_data_dir", nobody_knows)
    monkeypatch.setattr(Path, "home", nobody_knows)

    assert config.default_home().name.startswith("lessonlab-")
    assert not files.can_make(files.users_folder())
