"""
Which folder is the reader's: one, remembered in the lab's home, whatever folder they stand in.

Who stands in a workspace means that one; who names one means it from then on.
"""

from __future__ import annotations

import contextlib
import json
from dataclasses import dataclass
from pathlib import Path

from lessonlab.config import HIDDEN, WORKSPACE
from lessonlab.errors import LessonLabError, WorkspaceError
from lessonlab.postgres.initialise import make_home
from lessonlab.reader.delivered import RECORD
from lessonlab.system import files

NOTE = "workspace.json"


@dataclass(frozen=True, slots=True)
class OwnFolder:
    """The reader's folder *root*; *other* is one with pages too that lies where they stand."""

    root: Path
    other: Path | None = None

    def require(self) -> Path:
        """Return the folder; raise `WorkspaceError` where even the one that it lies in is gone."""
        if not self.root.is_dir() and not self.root.parent.is_dir():
            raise WorkspaceError(
                f"your notebooks are in {str(self.root)!r}, and that is not there",
                cure="lessonlab start --workspace DIR, with the folder that they are in now",
            )
        return self.root


def find_workspace(home: Path, here: Path) -> OwnFolder:
    """Return the workspace that *here* is in, or the remembered one, or the one that a start would make."""
    below = here / WORKSPACE
    inside = next((folder for folder in (here, *here.parents) if is_workspace(folder)), None)
    if inside is not None:
        return OwnFolder(inside)
    known = recall(home)
    if known is None:
        return OwnFolder(below)
    return OwnFolder(known, below if is_workspace(below) and not files.is_same(below, known) else None)


def is_workspace(folder: Path) -> bool:
    """Say whether pages were delivered to *folder*."""
    with contextlib.suppress(OSError):
        return (folder / HIDDEN / RECORD).is_file()
    return False


def recall(home: Path) -> Path | None:
    """Return the workspace that *home* remembers, if any."""
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
        return Path(json.loads((home / NOTE).read_text(encoding="utf-8"))["workspace"])
    return None


def remember(home: Path, root: Path) -> None:
    """Have *home* remember *root*; where that cannot be, nobody's work ends for it."""
    if recall(home) == root:
        return
    with contextlib.suppress(OSError, LessonLabError):
        make_home(home)
        half = home / f"{NOTE}.new"
        half.write_text(json.dumps({"workspace": str(root)}), encoding="utf-8")
        files.move(half, home / NOTE)
