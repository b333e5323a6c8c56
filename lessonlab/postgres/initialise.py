"""A server's folder and data, made whole or not at all."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from lessonlab.errors import ServerError
from lessonlab.postgres.roles import ADMIN
from lessonlab.system import files
from lessonlab.system.accounts import is_nameless, is_root, user_number
from lessonlab.system.cures import cure
from lessonlab.system.paths import in_code_page, is_in_code_page

if TYPE_CHECKING:
    from pathlib import Path

    from lessonlab.postgres.account import Account
    from lessonlab.postgres.owned import Owned
    from lessonlab.postgres.programs import Programs

BUILTIN_LOCALE_SINCE = 17
ITERATIONS_SINCE = 16


def make_home(home: Path) -> None:
    """
    Make *home* and what is missing above it; root's may be passed through, by the server's account.

    A folder that was there keeps its permissions.
    """
    try:
        files.make_folder(home, 0o711 if is_root() else 0o700)
    except OSError as error:
        raise ServerError(
            f"the folder {str(home)!r} for the server cannot be made: {error.strerror}",
            cure="set LESSONLAB_HOME to a folder that you can write to",
        ) from None
    said = files.stranger(home)
    if said:
        raise ServerError(
            f"the folder {str(home)!r} is no place for the server: {said}",
            cure="set LESSONLAB_HOME to a folder of your own that only you can write to",
        )
    if not files.can_write(home):
        raise ServerError(
            f"the folder {str(home)!r} for the server cannot be written to",
            cure="set LESSONLAB_HOME to a folder that you can write to",
        )


def require_reach(home: Path, account: Account) -> None:
    """Raise `ServerError` where the server's programs cannot enter *home* or read its name."""
    if not is_in_code_page(in_code_page(home)):
        raise ServerError(f"PostgreSQL's programs cannot read the name {str(home)!r}", cure=cure("odd path"))
    if not account.can_enter(home):
        raise ServerError(
            f"PostgreSQL does not run as root, and its account cannot enter {str(home)!r}",
            cure="unset LESSONLAB_HOME, or name a folder there that everybody may pass through",
        )


def require_name() -> None:
    """Raise `ServerError` where the system has only a number for us."""
    if is_nameless():
        raise ServerError(
            f"initdb wants a name for the user number {user_number()}, and this system has none",
            cure=cure("nameless"),
        )


def initialise(owned: Owned, programs: Programs, account: Account) -> None:
    """Make the data folder under another name first, so that a half-made one is never taken for whole."""
    require_name()
    files.make_folder(owned.folder)
    account.own(owned.folder)
    for left in ("data", "data.new", owned.made.name):
        files.remove_tree(owned.folder / left)
    password = kept_password(owned) or new_password(owned)
    pwfile = owned.folder / "pwfile"
    files.write_private(pwfile, password, (account.uid, account.gid))
    try:
        code, output = account.run(_initdb(programs), in_code_page(owned.folder))
    finally:
        files.remove(pwfile)
    if code:
        files.remove_tree(owned.folder / "data.new")
        raise ServerError(
            f"the server's data folder could not be made: {last_lines(output)}",
            cure="free some disk space or set LESSONLAB_HOME, then run: lessonlab doctor",
        )
    account.write(owned.folder / "data.new" / "postgresql.conf", "include 'lessonlab.conf'\n", append=True)
    files.move(owned.folder / "data.new", owned.data)


def new_password(owned: Owned) -> str:
    """Draw a password for the lab's own role, keep it, and return it."""
    password = secrets.token_urlsafe(32)
    files.write_private(owned.password_file, password)
    return password


def kept_password(owned: Owned) -> str:
    """Return the password of the data that was there before, '' where there is none."""
    try:
        return owned.password_file.read_text(encoding="ascii")
    except OSError:
        return ""


def _initdb(programs: Programs) -> list[str | Path]:
    locale = ["--locale=C", "--encoding=UTF8"]
    if programs.major >= BUILTIN_LOCALE_SINCE:
        locale += ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    # Passwords are drawn, 144 bits and more: to hash one 4,096 times only makes every connection slow.
    quick = ["--set", "scram_iterations=1"] if programs.major >= ITERATIONS_SINCE else []
    options = [
        *quick,
        "--auth=scram-sha-256",
        f"--username={ADMIN}",
        "--pwfile=pwfile",
        "--no-sync",
        "--no-instructions",
    ]
    return [programs.path("initdb"), "-D", "data.new", *locale, *options]


def last_lines(text: str, count: int = 3) -> str:
    r"""
    Return the last lines of what a program said in one, blank ones left out: a full disk is named before.

    >>> last_lines("FATAL:  No space left\n\nexited with exit code 1\nremoving data.new")
    'FATAL:  No space left / exited with exit code 1 / removing data.new'
    """
    said = [line.strip() for line in text.splitlines() if line.strip()]
    return " / ".join(said[-count:])
