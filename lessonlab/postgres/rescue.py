"""
A server of ours that does not start, or does not let the lab's own role in, put right while it is stopped.

What readers set by ALTER SYSTEM, or wrote into its files, is put aside; its own role is let in by the server
without sessions, which asks nobody for a password; data that no server starts on is put aside whole.  What
is put aside is kept.
"""

from __future__ import annotations

import contextlib
import shutil
from datetime import datetime
from typing import TYPE_CHECKING

from psycopg import sql

from lessonlab import content
from lessonlab.postgres.account import Account, server_account
from lessonlab.postgres.postmaster import is_there
from lessonlab.postgres.roles import ADMIN, verifier
from lessonlab.system import files
from lessonlab.system.paths import in_code_page

if TYPE_CHECKING:
    from pathlib import Path

    from lessonlab.errors import ServerError
    from lessonlab.postgres.owned import Owned
    from lessonlab.postgres.programs import Programs

SETTINGS = ("postgresql.conf", "pg_hba.conf", "pg_ident.conf")
AUTO = "postgresql.auto.conf"
KEPT = "data-kept-"  # how the name of data that was put aside begins
ENTRANCES = ("template1", "postgres", "template0")
SECONDS = 600.0  # it may have to read its log first
RESERVE = "reserve"
RESERVE_BYTES = 64 * 2**20  # a server that begins writes its log anew: some files of 16 MB
PLENTY = 5
NOT_THE_DATA = ("lock file", "shared memory", "semaphore", "could not bind", "No space", "memory", "loopback")


def put_settings_right(owned: Owned, account: Account) -> list[str]:
    """Write the files that say who comes in and which settings hold; return what was changed in them."""
    told = []
    files.make_folder(owned.made)
    account.own(owned.made)
    for name in SETTINGS:
        made, now = owned.made / name, _text(owned.data / name)
        if not made.exists():
            account.write(made, now)
        elif now != _text(made):
            kept = _keep(owned, account, name)
            account.write(owned.data / name, _text(made))
            told.append(f"{name} had been changed; what was there is kept in {kept}")
    settings = [] if owned.keeps_settings else _settings(_text(owned.data / AUTO))
    if settings:
        kept = _keep(owned, account, AUTO)
        account.write(owned.data / AUTO, "")
        told.append(f"ALTER SYSTEM had set {', '.join(settings)}; it is kept in {kept}")
    return told


def keep_settings(owned: Owned) -> None:
    """Keep a copy of what ALTER SYSTEM wrote."""
    _keep(owned, server_account(), AUTO)


def open_way(owned: Owned, programs: Programs, account: Account, password: str) -> bool:
    """Let the lab's own role in with *password*, on a server that is stopped; say whether that was done."""
    values = {"admin": sql.Literal(ADMIN), "verifier": sql.Literal(verifier(password))}
    lines = [line for line in content.sql("mending/open_way").splitlines() if not line.startswith("--")]
    script = "\n".join(lines)
    for name, value in values.items():
        script = script.replace(f"%({name})s", value.as_string())
    for entrance in ENTRANCES:
        command: list[str | Path] = [programs.path("postgres"), "--single", "-D", "data", entrance]
        code, _ = account.run(command, in_code_page(owned.folder), SECONDS, given=f"{script}\n")
        if code == 0:
            return True
    return False


def put_data_aside(owned: Owned) -> Path:
    """Give the data folder a dated name, and return it."""
    now = datetime.now().astimezone()
    number, kept = 1, owned.data
    while kept.exists():
        again = f"-{number}" if number > 1 else ""
        kept = owned.folder / f"{KEPT}{now:%Y-%m-%d-%H.%M.%S}{again}"
        number += 1
    files.move(owned.data, kept)
    return kept


def kept_data(home: Path) -> dict[Path, int]:
    """Return the data folders that were put aside below *home*, and the bytes of each."""
    return {folder: files.tree_size(folder) for folder in sorted(home.glob(f"pg*/{KEPT}*"))}


def is_of_the_data(owned: Owned, error: ServerError) -> bool:
    """Say whether a server that does not start, by *error*, may start on other data; none is under way."""
    said = error.message.replace(str(owned.home), "")  # whose name may have such a word, too
    return not is_there(owned) and not any(word in said for word in NOT_THE_DATA)


def take_reserve(owned: Owned) -> None:
    """Keep some room on the disk for a start when it is full, where there is plenty."""
    reserve = owned.home / RESERVE
    if reserve.exists() or shutil.disk_usage(owned.home).free < PLENTY * RESERVE_BYTES:
        return
    with contextlib.suppress(OSError):
        reserve.write_bytes(bytes(RESERVE_BYTES))


def give_reserve_back(owned: Owned) -> bool:
    """Free the room that is kept, where the disk is full; say whether that was done."""
    reserve = owned.home / RESERVE
    if not reserve.exists() or shutil.disk_usage(owned.home).free > RESERVE_BYTES:
        return False
    files.remove(reserve)
    return True


def _settings(text: str) -> list[str]:
    """
    Return the settings that a file of them makes.

    >>> _settings("# Do not edit\\nport = '1'\\nwork_mem = '4MB'\\n")
    ['port', 'work_mem']
    """
    lines = (line.strip() for line in text.splitlines())
    return [line.partition("=")[0].strip() for line in lines if line and not line.startswith("#")]


def _keep(owned: Owned, account: Account, name: str) -> str:
    """Keep a copy of the file *name* of the data folder, and return the copy's name."""
    text = _text(owned.data / name)
    now = datetime.now().astimezone()
    copy = owned.folder / f"{name}-kept-{now:%Y-%m-%d-%H.%M.%S}"
    with contextlib.suppress(OSError):
        account.write(copy, text)
    return str(copy)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
