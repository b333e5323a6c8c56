"""
The reader's folder: a folder of their own, never one of source or of installed files.

What lies in it are copies: `own_pages` brings them there.
"""

from __future__ import annotations

import contextlib
import sysconfig
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock

from lessonlab import content
from lessonlab.config import HIDDEN
from lessonlab.errors import WorkspaceError
from lessonlab.system import files

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lessonlab.course.chapters import Chapter

SOURCE_MARKS = ("pyproject.toml", "setup.py", "setup.cfg", ".git", "lessonlab/__init__.py")
LOCK_SECONDS = 600.0
OWN_FOLDER = "lessonlab start --workspace DIR, with a folder of your own"


@dataclass(frozen=True, slots=True)
class Workspace:
    """The folder *root*, seen to be usable by `open_workspace`; the course's own files lie in *course*."""

    root: Path
    course: Path

    @property
    def hidden(self) -> Path:
        """Return the folder for what is ours in there."""
        return self.root / HIDDEN

    def lock(self) -> FileLock:
        """Return the lock that serialises those who deliver, reset or start JupyterLab here."""
        return FileLock(self.hidden / "lock", timeout=LOCK_SECONDS)

    def path(self, chapter: Chapter) -> Path:
        """Return where the reader's copy of *chapter* is."""
        return self.root / chapter.filename


def open_workspace(root: Path, course: Path | None = None) -> Workspace:
    """
    Return the workspace at *root*, made if it does not exist.

    Raise `WorkspaceError` when the folder holds package source, is part of the installed files, is a file or
    cannot be written to.
    """
    with explained(root):
        refuse_source(root)
    workspace = Workspace(root, course or content.folder("notebooks"))
    with explained(root):
        fresh = not root.exists() or not any(root.iterdir())
        root.mkdir(parents=True, exist_ok=True)
        require_own(workspace.hidden)
        files.require_writable(workspace.hidden)
        if fresh:
            (root / ".gitignore").write_text("*\n", encoding="utf-8")
    return workspace


def require_own(hidden: Path) -> None:
    """Make the folder for what is ours; raise `WorkspaceError` where somebody else has made it."""
    files.make_folder(hidden)
    said = "it leads elsewhere" if hidden.is_symlink() else files.stranger(hidden)
    if said:
        raise WorkspaceError(f"the folder {str(hidden)!r} is not yours alone: {said}", cure=OWN_FOLDER)
    files.close_folder(hidden)


def refuse_source(root: Path) -> None:
    """Raise `WorkspaceError` when notebooks at *root* would lie among somebody's source."""
    for mark in SOURCE_MARKS:
        if (root / mark).exists():
            raise WorkspaceError(f"the folder {str(root)!r} holds source code ({mark})", cure=OWN_FOLDER)
    for taken in _installed_folders():
        if files.is_within(root, taken):
            raise WorkspaceError(f"the folder {str(root)!r} is part of the installed files", cure=OWN_FOLDER)


def _installed_folders() -> list[Path]:
    package = content.HERE.parent
    course = [content.folder(name) for name in content.FOLDERS]
    tests = [package.parent / "tests"] if content.is_checkout() else []
    return [package, *course, *tests, *(Path(sysconfig.get_path(name)) for name in ("purelib", "platlib"))]


@contextlib.contextmanager
def explained(root: Path) -> Iterator[None]:
    """Turn what the file system refuses into our word for it."""
    try:
        yield
    except FileExistsError:
        raise WorkspaceError(f"the workspace {str(root)!r} is a file", cure=OWN_FOLDER) from None
    except NotADirectoryError:
        raise WorkspaceError(
            f"the workspace {str(root)!r} is a file, or lies below one", cure=OWN_FOLDER
        ) from None
    except OSError as error:
        raise WorkspaceError(
            f"the workspace {str(root)!r} cannot be written to: {error.strerror}", cure=OWN_FOLDER
        ) from None
