"""Paths that another program can read: a shell's quoting, the code page of Windows."""

from __future__ import annotations

import re
import sys
from pathlib import Path

LONGEST_ON_WINDOWS = 160  # of 260, for a server's own names are up to a hundred letters longer
SHELL_SAFE = re.compile(r'[^$`"\\\n]+')


def is_shell_safe(path: Path, system: str = sys.platform) -> bool:
    r"""
    Say whether *path* keeps its meaning between double quotes in a shell.

    >>> is_shell_safe(Path("/a b/陈's"), "linux"), is_shell_safe(Path("/a$b"), "linux")
    (True, False)
    """
    return system == "win32" or bool(SHELL_SAFE.fullmatch(str(path)))


def is_in_code_page(path: Path, code_page: str | None = None) -> bool:
    """
    Say whether PostgreSQL's programs can read *path*: on Windows they know only letters of the code page.

    >>> is_in_code_page(Path("C:/Jörg Ä b"), "cp1252"), is_in_code_page(Path("C:/陈"), "cp1252")
    (True, False)
    """
    if code_page is None and sys.platform != "win32":
        return True
    try:
        str(path).encode(code_page or "mbcs")
    except UnicodeEncodeError:
        return False
    return True


def in_code_page(path: Path) -> Path:
    """Return *path* as those programs can read it: on Windows by its short name, where it needs that."""
    if is_in_code_page(path):
        return path
    short = _short_name(path)
    return short if is_in_code_page(short) else path


def is_too_long(path: Path, system: str = sys.platform) -> bool:
    """
    Say whether the names that a server gives below *path* are longer than the system takes.

    >>> is_too_long(Path("C:/" + "a" * 200), "win32"), is_too_long(Path("/" + "a" * 200), "linux")
    (True, False)
    """
    return system == "win32" and len(str(path)) > LONGEST_ON_WINDOWS


def _short_name(path: Path) -> Path:
    """Return the name of *path* that Windows keeps beside the long one, if it does."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - for this alone

        room = ctypes.create_unicode_buffer(1024)
        if ctypes.windll.kernel32.GetShortPathNameW(str(path), room, len(room)):
            return Path(room.value)
    return path
