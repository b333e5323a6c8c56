"""
The account that the server's programs run as.

PostgreSQL refuses to run as root.  For root the programs run as a system account of the lab's own, which
can enter only folders that are open to it; no folder's permissions are ever changed to let it in.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lessonlab.config import is_root
from lessonlab.errors import ServerError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

NAME = "lessonlab"
FOREIGN = ("PG", "LC_")  # settings of other servers, and locales that may not be installed


@dataclass(frozen=True, slots=True)
class Account:
    """The user and group that programs run as; *uid* -1 is whoever we are."""

    uid: int = -1
    gid: int = -1

    @property
    def other(self) -> bool:
        """Say whether programs run as somebody else than we do."""
        return self.uid >= 0

    def run(self, command: Sequence[str | Path], cwd: Path, timeout: float = 120.0) -> tuple[int, str]:
        """Run *command* in *cwd*; return its exit code and what it printed."""
        identity: dict[str, Any] = (
            {"user": self.uid, "group": self.gid, "extra_groups": []} if self.other else {}
        )
        done = subprocess.run(
            [str(part) for part in command],
            cwd=cwd,
            env=plain_environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=timeout,
            check=False,
            **identity,
        )
        return done.returncode, done.stdout.decode("utf-8", "replace")

    def can_enter(self, folder: Path) -> bool:
        """Say whether the account may pass through *folder* and all the folders above it."""
        return not self.other or all(self._may(path, 0o1) for path in (folder, *folder.parents))

    def can_read(self, path: Path) -> bool:
        """Say whether the account may read the file *path*."""
        return not self.other or (self._may(path, 0o4) and self.can_enter(path.parent))

    def own(self, path: Path) -> None:
        """Give *path*, which we made, to the account."""
        if self.other:
            os.chown(path, self.uid, self.gid)

    def _may(self, path: Path, bit: int) -> bool:
        info = path.stat()
        shift = 6 if info.st_uid == self.uid else 3 if info.st_gid == self.gid else 0
        return bool(info.st_mode >> shift & bit)


def plain_environment() -> dict[str, str]:
    """Return the environment without what would change the server's locale, zone or target."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(FOREIGN) and name not in {"LANG", "LANGUAGE", "TZ"}
    }
    return kept | {"LC_ALL": "C", "TZ": "UTC"}


def server_account() -> Account:
    """Return the account for the server's programs; for root the lab's own, made when it is missing."""
    if not is_root():
        return Account()
    import pwd  # noqa: PLC0415 - not on Windows

    try:
        entry = pwd.getpwnam(NAME)
    except KeyError:
        _make_account()
        entry = pwd.getpwnam(NAME)
    return Account(entry.pw_uid, entry.pw_gid)


def _make_account() -> None:
    useradd = shutil.which("useradd", path=os.environ.get("PATH", "") + os.pathsep + "/usr/sbin")
    if useradd is None:
        raise ServerError(
            f"PostgreSQL does not run as root; no program 'useradd' makes the account {NAME!r}",
            cure="run lessonlab as an ordinary user, or name a server with --dsn",
        )
    command = [useradd, "--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", NAME]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    exists = 9  # useradd's exit code when another process has just made the account
    if done.returncode not in {0, exists}:
        raise ServerError(
            f"PostgreSQL does not run as root; account {NAME!r} could not be made: {done.stderr.strip()}",
            cure="run lessonlab as an ordinary user, or name a server with --dsn",
        )
