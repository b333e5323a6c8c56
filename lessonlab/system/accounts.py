"""Who runs us."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

from lessonlab.system.starting import run_to_end

if sys.platform != "win32":
    import pwd

MAKES = "useradd"
MADE = {0, 9}  # 9: another process has just made the account
MAKING_SECONDS = 60.0


def is_root() -> bool:
    """Say whether this process runs as root, as which PostgreSQL refuses to run."""
    return sys.platform != "win32" and os.geteuid() == 0


def is_elevated() -> bool:
    """Say whether this process has an administrator's rights on Windows."""
    if sys.platform != "win32":
        return False
    import ctypes  # noqa: PLC0415 - for this alone

    return bool(ctypes.windll.shell32.IsUserAnAdmin())


def is_nameless() -> bool:
    """Say whether the system has only a number for us: initdb wants a name."""
    if sys.platform == "win32":
        return False
    try:
        pwd.getpwuid(os.geteuid())
    except KeyError:
        return True
    return False


def user_number() -> int:
    """Return our number, -1 where there is none."""
    return -1 if sys.platform == "win32" else os.geteuid()


def user_tag() -> str:
    """Return what tells this user's folders from another's."""
    return os.environ.get("USERNAME", "user") if sys.platform == "win32" else str(os.getuid())


def numbers_of(name: str) -> tuple[int, int] | None:
    """Return the numbers of the user *name* and of its group, `None` where there is none."""
    if sys.platform == "win32":
        return None
    try:
        entry = pwd.getpwnam(name)
    except KeyError:
        return None
    return entry.pw_uid, entry.pw_gid


def make_account(name: str) -> str:
    """Make the system account *name*; return what went wrong, '' where nothing did."""
    program = shutil.which(MAKES, path=os.environ.get("PATH", "") + os.pathsep + "/usr/sbin")
    if program is None:
        return f"there is no program {MAKES!r}"
    command = [program, "--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", name]
    code, said = run_to_end(
        command, cwd=Path(tempfile.gettempdir()), environ=os.environ, seconds=MAKING_SECONDS
    )
    return "" if code in MADE else said.strip()
