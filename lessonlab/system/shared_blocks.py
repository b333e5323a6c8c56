"""Whether a copy of a file can share its original's blocks: then it costs neither time nor room."""

from __future__ import annotations

import ctypes
import os
import sys
import tempfile
from functools import cache
from pathlib import Path

BLOCK = 4096
FICLONE = 0x40049409  # the number of Linux's call that lets one file share the blocks of another


@cache
def shares_blocks(folder: Path, system: str = sys.platform) -> bool:
    """Say whether a copy in *folder* can share its original's blocks, as on XFS, Btrfs and APFS; make one."""
    try:
        with tempfile.TemporaryDirectory(prefix=".lessonlab-", dir=folder) as made:
            original, copy = Path(made) / "original", Path(made) / "copy"
            original.write_bytes(bytes(BLOCK))
            return _share(original, copy, system)
    except OSError:
        return False


def _share(original: Path, copy: Path, system: str) -> bool:
    if system == "darwin":
        done: int = ctypes.CDLL(None).clonefile(os.fsencode(original), os.fsencode(copy), 0)
        return done == 0
    if system != "linux":
        return False
    import fcntl  # noqa: PLC0415 - not on Windows

    with original.open("rb") as source, copy.open("wb") as target:
        fcntl.ioctl(target.fileno(), FICLONE, source.fileno())
    return True
