"""Files and folders that others may hold, that only some may enter, or that only seem to be writable."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
import uuid
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

T = TypeVar("T")
PAUSES = (0.01, 0.03, 0.1, 0.2, 0.5, 1.0)  # a scanner of Windows lets go of a new file within a moment


def patiently(do: Callable[[], T]) -> T:
    """Do it, and again while another program holds the file, as scanners on Windows do for a moment."""
    for pause in PAUSES:
        try:
            return do()
        except PermissionError:
            time.sleep(pause)
    return do()


def remove(path: Path) -> None:
    """Remove the file *path* if it is there."""
    patiently(lambda: path.unlink(missing_ok=True))


def move(path: Path, target: Path) -> None:
    """Give *path* the name *target*, in place of the file that has it."""
    patiently(lambda: path.replace(target))


def remove_tree(folder: Path) -> bool:
    """Remove *folder* and what is in it; say whether nothing is left."""
    with suppress(OSError):
        patiently(lambda: shutil.rmtree(folder))
    shutil.rmtree(folder, ignore_errors=True)
    return not folder.exists()


def tree_size(folder: Path) -> int:
    """Return the bytes of the files in *folder*, as far as we may look."""
    size = 0
    for path in folder.rglob("*"):
        with suppress(OSError):
            size += path.lstat().st_size
    return size


def mode_for(mode: int, system: str = sys.platform) -> int:
    """
    Return the mode to make a folder with.

    On Windows 0o700 is more than a mode: it takes the folder's own list of who may enter, without the user's
    name in it, and a server that drops an administrator's rights cannot enter.

    >>> oct(mode_for(0o700, "win32")), oct(mode_for(0o700, "linux"))
    ('0o777', '0o700')
    """
    return 0o777 if system == "win32" else mode


def make_folder(folder: Path, mode: int = 0o700) -> bool:
    """Make *folder* and those above it that are missing, of exactly *mode*; say whether it was missing."""
    if folder.is_dir():
        return False
    if not folder.parent.exists():
        make_folder(folder.parent, mode)
    try:
        folder.mkdir(mode=mode_for(mode))
    except FileExistsError:
        if not folder.is_dir():
            raise
        return False
    if sys.platform != "win32":
        folder.chmod(mode)  # a mask of the user's does not close it to the server's account
    return True


def stranger(folder: Path) -> str:
    """Return why *folder* is not ours alone to change, '' where it is."""
    if sys.platform == "win32":
        return ""
    info = folder.stat()
    if info.st_uid != os.geteuid():
        return "it belongs to another account"
    others = info.st_mode & 0o002 or (info.st_mode & 0o020 and info.st_gid != os.getegid())
    return "others may write to it" if others else ""


def give(path: Path | int, uid: int, gid: int) -> None:
    """Give *path*, or an open file, to a user and a group; a link itself, never its target."""
    if sys.platform == "win32" or uid < 0:
        return
    if isinstance(path, int):
        os.fchown(path, uid, gid)
    else:
        os.chown(path, uid, gid, follow_symlinks=False)


def make_readable(tree: Path) -> None:
    """Let everybody read what is in *tree*, which we made, and run what its owner may run."""
    for path in (tree, *tree.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)


def write_private(path: Path, text: str, owner: tuple[int, int] = (-1, -1)) -> None:
    """Write *text* to a new file that only we, or the user and the group *owner*, may read."""
    remove(path)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
        give(file.fileno(), *owner)


def write_whole(path: Path, text: str, newline: str | None = None) -> None:
    """Write *text* to *path*, all or nothing, also where the power goes in between."""
    half = path.with_name(f"{path.name}.{uuid.uuid4().hex[:8]}")
    try:
        with half.open("x", encoding="utf-8", newline=newline) as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        move(half, path)
    except OSError:
        remove(half)
        raise


def close_to_others(path: Path) -> None:
    """Let only its owner read the file *path*."""
    path.chmod(0o600)


def sync_setting(system: str = sys.platform) -> str:
    """
    Return how a server that ended without a word is to see that its files are on the disk.

    Linux does it for all files in one call; a server of many databases has thousands.

    >>> sync_setting("linux"), sync_setting("darwin")
    ('syncfs', 'fsync')
    """
    return "syncfs" if system == "linux" else "fsync"


def close_folder(folder: Path) -> None:
    """Let only its owner enter *folder*."""
    if sys.platform != "win32":
        folder.chmod(0o700)


def can_write(folder: Path) -> bool:
    """Say whether we may make files in *folder*, by making one: `os.access` does not read all the rules."""
    try:
        require_writable(folder)
    except OSError:
        return False
    return True


def require_writable(folder: Path) -> None:
    """Raise `OSError` where no file can be made in *folder*."""
    probe = folder / f".lessonlab-{os.getpid()}-{uuid.uuid4().hex[:8]}"
    probe.touch(exist_ok=False)
    with suppress(OSError):
        remove(probe)


def can_make(folder: Path) -> bool:
    """Say whether *folder* is there and can be written to, or could be made."""
    try:
        nearest = nearest_folder(folder)
    except OSError:
        return False
    return nearest.is_dir() and can_write(nearest)


def nearest_folder(folder: Path) -> Path:
    """Return *folder*, or the nearest one above it that exists."""
    return next(path for path in (folder, *folder.parents) if path.exists())


def is_same(one: Path, other: Path) -> bool:
    """Say whether both name one file or folder that is there."""
    try:
        return one.samefile(other)
    except OSError:
        return False


@contextmanager
def temporary_folder(prefix: str) -> Iterator[Path]:
    """Yield a folder that is gone afterwards, whatever still holds on to it."""
    folder = new_folder(prefix)
    try:
        yield folder
    finally:
        remove_tree(folder)


def new_folder(prefix: str) -> Path:
    """Return a new folder for temporary files, for us alone as all that lies there is on Windows."""
    folder = Path(tempfile.gettempdir()) / f"{prefix}{uuid.uuid4().hex[:12]}"
    folder.mkdir(mode=mode_for(0o700))
    return folder


def users_folder() -> Path:
    """Return the user's own folder; where nobody says which that is, one that is nowhere."""
    try:
        return Path.home()
    except RuntimeError:
        return Path(os.devnull) / "nobody"


def is_within(path: Path, folder: Path) -> bool:
    """Say whether *path* is *folder* or lies in it, also where `A` and `a` are one name."""
    real = path.resolve()
    if real.is_relative_to(folder.resolve()):
        return True
    return folder.exists() and any(one.exists() and one.samefile(folder) for one in (real, *real.parents))
