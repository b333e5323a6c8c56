"""
The account that the server's programs run as.

PostgreSQL refuses to run as root.  For root the programs run as a system account of the lab's own, which
can enter only folders that are open to it; no folder's permissions are ever changed to let it in.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lessonlab.errors import ServerError
from lessonlab.system import accounts, files, starting

if TYPE_CHECKING:
    from collections.abc import Sequence

NAME = "lessonlab"
FOREIGN = ("PG", "LC_")  # settings of other servers, and locales that may not be installed
SECONDS = 300.0  # a class that logs in at once makes thirty servers on one disk


@dataclass(frozen=True, slots=True)
class Account:
    """The user and group that programs run as; *uid* -1 is whoever we are."""

    uid: int = -1
    gid: int = -1

    @property
    def other(self) -> bool:
        """Say whether programs run as somebody else than we do."""
        return self.uid >= 0

    def run(
        self, command: Sequence[str | Path], cwd: Path, seconds: float | None = None, *, given: str = ""
    ) -> tuple[int, str]:
        """Run *command* in *cwd*, with *given* as its input; return its exit code and what it printed."""
        how = starting.unseen() | starting.identity(self.uid, self.gid)
        program = Path(command[0]).stem
        try:
            return starting.run_to_end(
                command,
                cwd=cwd,
                environ=plain_environment(),
                seconds=seconds or SECONDS,
                given=given,
                **how,
            )
        except starting.TookTooLong as error:
            raise ServerError(
                f"{program} was ended: {error}",
                cure="close what else keeps this machine busy, then run the same again",
            ) from None
        except OSError as error:
            raise ServerError(f"{program} cannot be run: {error.strerror}", cure="lessonlab doctor") from None

    def can_enter(self, folder: Path) -> bool:
        """Say whether the account may pass through *folder* and all the folders above it."""
        return not self.other or all(self._may(path, 0o1) for path in (folder, *folder.parents))

    def can_read(self, path: Path) -> bool:
        """Say whether the account may read the file *path*."""
        return not self.other or (self._may(path, 0o4) and self.can_enter(path.parent))

    def own(self, path: Path | int) -> None:
        """Give *path*, which we made, to the account; a link itself, never what it leads to."""
        if self.other:
            files.give(path, self.uid, self.gid)

    def write(self, path: Path, text: str, *, append: bool = False) -> None:
        """
        Write a file in a folder of the account's, as the account: a link there leads no further than it may.
        """
        if not self.other:
            if not append:
                files.remove(path)
            with path.open("a", encoding="utf-8") as file:
                file.write(text)
            return
        script = 'printf %s "$2" >> "$1"' if append else 'rm -f -- "$1" && printf %s "$2" > "$1"'
        code, said = self.run(["/bin/sh", "-c", script, "sh", path, text], Path(path.anchor))
        if code:
            raise ServerError(f"{str(path)!r} cannot be written: {said.strip()}", cure="lessonlab doctor")

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
    if not accounts.is_root():
        return Account()
    found = accounts.numbers_of(NAME)
    if found is None:
        _make_account()
        found = accounts.numbers_of(NAME)
    return Account(*(found or ()))


def _make_account() -> None:
    said = accounts.make_account(NAME)
    if said and accounts.numbers_of(NAME) is None:  # not somebody else's a moment before
        raise ServerError(
            f"PostgreSQL does not run as root, and the account {NAME!r} could not be made: {said}",
            cure="run lessonlab as an ordinary user, or name a server with --dsn",
        )
