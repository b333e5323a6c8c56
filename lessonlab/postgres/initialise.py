"""A server's folder and data, made whole or not at all."""

from __future__ import annotations

import os
import secrets
import shutil
from typing import TYPE_CHECKING

from lessonlab.config import is_root
from lessonlab.errors import ServerError

if TYPE_CHECKING:
    from pathlib import Path

    from lessonlab.postgres.account import Account
    from lessonlab.postgres.owned import Owned
    from lessonlab.postgres.programs import Programs

ROLE = "lessonlab"
BUILTIN_LOCALE_SINCE = 17


def make_home(home: Path) -> None:
    """Make *home*; root's may be passed through, by the server's account, but not read."""
    try:
        home.mkdir(mode=0o711 if is_root() else 0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise ServerError(
            f"the folder {str(home)!r} for the server cannot be made: {error.strerror}",
            cure="set LESSONLAB_HOME to a folder that you can write to",
        ) from None
    if not os.access(home, os.W_OK):
        raise ServerError(
            f"the folder {str(home)!r} for the server cannot be written to",
            cure="set LESSONLAB_HOME to a folder that you can write to",
        )


def require_reach(home: Path, account: Account) -> None:
    if not account.can_enter(home):
        raise ServerError(
            f"PostgreSQL does not run as root, and its account cannot enter {str(home)!r}",
            cure="unset LESSONLAB_HOME, or name a folder there that everybody may pass through",
        )


def initialise(owned: Owned, programs: Programs, account: Account) -> None:
    """Make the data folder under another name first, so that a half-made one is never taken for whole."""
    owned.folder.mkdir(mode=0o700, exist_ok=True)
    account.own(owned.folder)
    for left in ("data", "data.new"):
        shutil.rmtree(owned.folder / left, ignore_errors=True)
    password = secrets.token_urlsafe(32)
    _write_private(owned.password_file, password)
    pwfile = owned.folder / "pwfile"
    _write_private(pwfile, password)
    account.own(pwfile)
    try:
        code, output = account.run(_initdb(programs), owned.folder)
    finally:
        pwfile.unlink()
    if code:
        shutil.rmtree(owned.folder / "data.new", ignore_errors=True)
        raise ServerError(
            f"the server's data folder could not be made: {last_lines(output)}",
            cure="free some disk space or set LESSONLAB_HOME, then run: lessonlab doctor",
        )
    with (owned.folder / "data.new" / "postgresql.conf").open("a", encoding="utf-8") as file:
        file.write("include 'lessonlab.conf'\n")
    (owned.folder / "data.new").rename(owned.data)


def _initdb(programs: Programs) -> list[str | Path]:
    locale = ["--locale=C", "--encoding=UTF8"]
    if programs.major >= BUILTIN_LOCALE_SINCE:
        locale += ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    options = [
        "--auth=scram-sha-256",
        f"--username={ROLE}",
        "--pwfile=pwfile",
        "--no-sync",
        "--no-instructions",
    ]
    return [programs.path("initdb"), "-D", "data.new", *locale, *options]


def _write_private(path: Path, text: str) -> None:
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
        file.write(text)


def last_lines(text: str, count: int = 3) -> str:
    r"""
    Return the last lines of what a program said in one, blank ones left out: a full disk is named before.

    >>> last_lines("FATAL:  No space left\n\nexited with exit code 1\nremoving data.new")
    'FATAL:  No space left / exited with exit code 1 / removing data.new'
    """
    said = [line.strip() for line in text.splitlines() if line.strip()]
    return " / ".join(said[-count:])
