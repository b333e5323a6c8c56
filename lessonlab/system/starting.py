"""Programs that we start: with their output kept, apart from us, or as nobody's child."""

from __future__ import annotations

import contextlib
import shutil
import subprocess
import sys
import tempfile
from typing import TYPE_CHECKING, Any

from lessonlab.system.processes import end_family

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

NEW_PROCESS_GROUP = 0x00000200  # Windows: Ctrl+C in our console is not for it
NO_WINDOW = 0x08000000  # Windows: a console of its own that nobody sees, for it and for all that it starts
PLACES = "/usr/sbin:/usr/local/sbin:/opt/homebrew/bin"  # of servers that a package brings: in no user's PATH
NOWHERE = subprocess.DEVNULL
GUARD = """
import os, shutil, signal, sys
sys.stdin.read()
try:
    os.kill(int(sys.argv[1]), getattr(signal, "SIGKILL", signal.SIGTERM))
except OSError:
    pass
shutil.rmtree(sys.argv[2], ignore_errors=True)
"""


class TookTooLong(Exception):
    """A program did not end in the time that it had; it and those below it were ended."""


def program(name: str) -> str:
    """Return the path of the system's program *name*, '' where it is not installed."""
    return shutil.which(name) or shutil.which(name, path=PLACES) or ""


def unseen(system: str = sys.platform) -> dict[str, Any]:
    """
    Return how to start a program of the server's: it takes no Ctrl+C of ours and opens no window.

    Elsewhere the server leaves our group by itself.

    >>> unseen("win32"), unseen("linux")
    ({'creationflags': 134218240}, {})
    """
    return {"creationflags": NEW_PROCESS_GROUP | NO_WINDOW} if system == "win32" else {}


def apart(system: str = sys.platform) -> dict[str, Any]:
    """
    Return how to start a program that a Ctrl+C of ours does not reach.

    >>> apart("win32"), apart("darwin")
    ({'creationflags': 512}, {'start_new_session': True})
    """
    return {"creationflags": NEW_PROCESS_GROUP} if system == "win32" else {"start_new_session": True}


def identity(uid: int, gid: int) -> dict[str, Any]:
    """Return how to start a program as somebody else, or as ourselves where *uid* is -1."""
    return {"user": uid, "group": gid, "extra_groups": []} if uid >= 0 else {}


def run_to_end(
    command: Sequence[str | Path],
    *,
    cwd: Path,
    environ: Mapping[str, str],
    seconds: float,
    given: str = "",
    **how: Any,
) -> tuple[int, str]:
    """
    Run *command* in *cwd*, with *given* as its input; return its exit code and what it printed.

    The output goes to a file: a server that the program leaves behind may hold on to it, and a pipe would
    not end before the server does.  Raise `TookTooLong` after so many *seconds*.
    """
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as read:
        read.write(given.encode())
        read.seek(0)
        process = subprocess.Popen(
            [str(part) for part in command],
            cwd=cwd,
            env=environ,
            stdin=read if given else subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            **how,
        )
        try:
            code = process.wait(seconds)
        except BaseException as error:
            end_family(process.pid)
            process.wait()
            if isinstance(error, subprocess.TimeoutExpired):
                raise TookTooLong(f"it took longer than {seconds:g} seconds") from None
            raise
        output.seek(0)
        return code, output.read().decode("utf-8", "replace")


def run_in_terminal(command: Sequence[str], environ: Mapping[str, str]) -> int:
    """Run *command* in our own terminal, where its user types; return its exit code."""
    return subprocess.run(command, env=environ, check=False).returncode


def launch(
    command: Sequence[str | Path],
    *,
    cwd: Path,
    environ: Mapping[str, str],
    log: Path,
    uid: int = -1,
    gid: int = -1,
) -> subprocess.Popen[bytes]:
    """
    Start *command*, which goes on beside us and writes to *log*; Ctrl+C reaches only us.

    It runs as *uid* and *gid*, or as ourselves.
    """
    with log.open("wb") as output:
        return subprocess.Popen(
            [str(part) for part in command],
            cwd=cwd,
            env=environ,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            **apart(),
            **identity(uid, gid),
        )


def talk_to(command: Sequence[str], environ: Mapping[str, str]) -> subprocess.Popen[str]:
    """Start *command*, which is told lines and answers in lines; Ctrl+C reaches only us."""
    return subprocess.Popen(
        command,
        env=environ,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
        **apart(),
    )


def ends_within(process: subprocess.Popen[bytes], seconds: float) -> bool:
    """Say whether *process* ends in so many *seconds*; without a limit Windows lets nobody interrupt."""
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(timeout=seconds)
        return True
    return False


def guard(pid: int, folder: Path) -> subprocess.Popen[bytes]:
    """
    Start a process that ends *pid* and removes *folder* once we are gone, which shows as the end of a pipe.
    """
    return subprocess.Popen(
        [sys.executable, "-I", "-S", "-c", GUARD, str(pid), str(folder)],
        stdin=subprocess.PIPE,
        **apart(),  # a signal to our whole group must not end it before us
    )


def call_off(guarding: subprocess.Popen[bytes]) -> None:
    """End a process that guards another."""
    guarding.kill()
    guarding.communicate()


def orphan(command: Sequence[str], system: str = sys.platform) -> tuple[list[str], dict[str, Any]]:
    """
    Return how to start *command* as nobody's child.

    >>> orphan(["keep", "it"], "win32")
    (['keep', 'it'], {'creationflags': 134217728})
    >>> orphan(["keep", "it"], "linux")
    (['/bin/sh', '-c', '"$@" &', 'sh', 'keep', 'it'], {'start_new_session': True})
    """
    if system == "win32":
        return list(command), {"creationflags": NO_WINDOW}
    return ["/bin/sh", "-c", '"$@" &', "sh", *command], {"start_new_session": True}


def leave_behind(command: Sequence[str], cwd: str) -> None:
    """Start *command* so that it outlives us, with no output and in no window."""
    line, how = orphan(command)
    null = subprocess.DEVNULL
    process = subprocess.Popen(line, cwd=cwd, stdin=null, stdout=null, stderr=null, **how)
    if sys.platform == "win32":
        process.returncode = 0  # nobody waits for it, and Python would complain
    elif process.wait():
        raise OSError(process.returncode, "a process could not be started")
