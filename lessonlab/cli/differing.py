"""What the doctor looks at where systems differ: who runs us, what may be entered, what has room."""

from __future__ import annotations

import shutil
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from lessonlab.cli.machine import Examined
from lessonlab.postgres.account import NAME, Account
from lessonlab.postgres.server import our_server
from lessonlab.system import accounts, files, memory, paths
from lessonlab.system.cures import cure

if TYPE_CHECKING:
    from lessonlab.cli.machine import Patient


def check_command(_: Patient) -> Examined:
    """The word `lessonlab` means this installation."""
    found = shutil.which("lessonlab")
    own = Path(sys.executable).parent
    if found is None:
        return Examined(None, f"lessonlab is not on PATH; it is in {own}", cure("scripts"))
    if not files.is_same(Path(found).parent, own):
        return Examined(None, f"lessonlab is another one's: {found}", cure("scripts"))
    return Examined(True, found)


def check_account(patient: Patient) -> Examined:
    """PostgreSQL runs as whoever runs us."""
    if patient.settings.dsn:
        return Examined(None, "the server runs as somebody else's")
    if accounts.is_nameless():
        said = f"initdb wants a name for the user number {accounts.user_number()}, and this system has none"
        return Examined(False, said, cure("nameless"))
    if accounts.is_elevated():
        said = "this terminal has an administrator's rights, which PostgreSQL drops"
        return Examined(None, said, cure("elevated"))  # every server runs so on GitHub's machines
    if accounts.is_root():
        return Examined(True, f"root's server runs as the account {NAME}")
    return Examined(True, "an ordinary user")


def check_home(patient: Patient) -> Examined:
    """The folder for the server can be written to, its data read, and the server's account can enter it."""
    home = patient.settings.home
    if not files.can_make(home):
        return Examined(False, f"{home} cannot be written to", "set LESSONLAB_HOME to a folder of your own")
    numbers = accounts.numbers_of(NAME) if accounts.is_root() else None
    if numbers and not Account(*numbers).can_enter(files.nearest_folder(home)):
        return Examined(
            False,
            f"the account {NAME}, which root's server runs as, cannot enter {home}",
            "unset LESSONLAB_HOME, or name a folder there that everybody may pass through",
        )
    try:
        with suppress(FileNotFoundError):
            (our_server(patient.settings).data / "PG_VERSION").read_bytes()
    except OSError as error:  # what an administrator's terminal made may be closed to an ordinary one
        said = f"the server's data in {home} cannot be read: {error.strerror}"
        return Examined(False, said, "set LESSONLAB_HOME to a folder of your own")
    return Examined(True, str(home))


def check_path(patient: Patient) -> Examined:
    """PostgreSQL's programs can read the names of the folders that they work in."""
    for folder in (patient.settings.home, Path(sys.prefix)):
        if not paths.is_in_code_page(paths.in_code_page(folder)):
            said = f"PostgreSQL's programs cannot read {folder} in this system's code page"
            return Examined(False, said, cure("odd path"))
    if paths.is_too_long(patient.settings.home):
        return Examined(False, f"{patient.settings.home} is too long a name", cure("odd path"))
    return Examined(True, "PostgreSQL's programs can read the folders' names")


def check_segments(patient: Patient) -> Examined:
    """There is room for a server's piece of shared memory: macOS has 32 in all."""
    counted = None if patient.settings.dsn else memory.count_segments()
    if counted is None:
        return Examined(None, "shared memory is not counted here")
    taken, most = counted
    said = f"{taken} of {most} shared segments are taken"
    return Examined(True, said) if taken < most else Examined(False, said, cure("segments"))
