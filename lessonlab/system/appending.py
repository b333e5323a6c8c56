"""A file that grows by lines: what was added is there whatever comes next, and spoils nothing that was."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def append_line(path: Path, line: str) -> None:
    """
    Add *line* to the file at *path*, which is made for its owner's eyes alone.

    A line that a killed process left unfinished ends here, and stays as it is.
    """
    flags = os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0)  # Windows would add a \r
    with os.fdopen(os.open(path, flags, 0o600), "r+b", buffering=0) as file:
        size = file.seek(0, os.SEEK_END)
        whole = True
        if size:
            file.seek(size - 1)
            whole = file.read(1) == b"\n"
        file.write(("" if whole else "\n").encode() + line.encode("utf-8", "backslashreplace") + b"\n")
        os.fsync(file.fileno())
