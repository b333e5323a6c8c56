"""
The reader's folder: the notebooks as they work on them, and what was delivered.

Only copies live there.  A copy that the reader has changed is theirs: newer content never replaces it, and a
reset keeps it under a dated name.
"""

from __future__ import annotations

import contextlib
import enum
import os
import sysconfig
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock

from lessonlab import content
from lessonlab.course.chapters import Chapter, chapters
from lessonlab.course.delivered import (
    Fingerprint,
    dump_record,
    fill_language,
    fingerprint,
    kernel_language,
    read_record,
)
from lessonlab.errors import ContentError, WorkspaceError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

HIDDEN = ".lessonlab"
SOURCE_MARKS = ("pyproject.toml", "setup.py", "setup.cfg", ".git", "lessonlab/__init__.py")
LOCK_SECONDS = 600.0
OWN_FOLDER = "lessonlab start --workspace DIR, with a folder of your own"


class State(enum.Enum):
    """What the reader has done with a chapter."""

    NOT_OPENED = "not opened"
    UNEDITED = "unedited"
    EDITED = "edited"


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
    with _explained(root):
        refuse_source(root)
    workspace = Workspace(root, course or content.folder("notebooks"))
    with _explained(root):
        fresh = not root.exists() or not any(root.iterdir())
        root.mkdir(parents=True, exist_ok=True)
        workspace.hidden.mkdir(mode=0o700, exist_ok=True)  # JupyterLab's log says its token
        probe = workspace.hidden / f"probe-{os.getpid()}"
        probe.write_bytes(b"")
        probe.unlink()
        if fresh:
            (root / ".gitignore").write_text("*\n", encoding="utf-8")
    return workspace


def refuse_source(root: Path) -> None:
    """Raise `WorkspaceError` when notebooks at *root* would lie among somebody's source."""
    for mark in SOURCE_MARKS:
        if (root / mark).exists():
            raise WorkspaceError(f"the folder {str(root)!r} holds source code ({mark})", cure=OWN_FOLDER)
    for taken in _installed_folders():
        if root.resolve().is_relative_to(taken.resolve()):
            raise WorkspaceError(f"the folder {str(root)!r} is part of the installed files", cure=OWN_FOLDER)


def deliver(workspace: Workspace, only: Iterable[Chapter] | None = None) -> list[Chapter]:
    """
    Copy the chapters that are missing or were not edited, and return those kept back in their favour.

    A chapter is kept back when the reader edited it and the course has something newer.
    """
    kept = []
    record = read_record(_record_path(workspace))
    for chapter in chapters(workspace.course) if only is None else only:
        new = fingerprint(_read(workspace.course / chapter.filename))
        delivered = record.get(chapter.name)
        have = _have(workspace, chapter)
        if have in {None, new} or (delivered and _is_replaceable(have, delivered, new)):
            _copy(workspace, chapter)
            record[chapter.name] = new
        elif delivered is None and have.sources == new.sources:
            record[chapter.name] = new
        elif have.sources != new.sources and (delivered is None or delivered.sources != new.sources):
            kept.append(chapter)
    _write_record(workspace, record)
    return kept


def untouched(workspace: Workspace) -> list[Path]:
    """Return the copies that are, but for what a kernel says of its language, the course's own."""
    return [
        workspace.path(chapter)
        for chapter in chapters(workspace.course)
        if _have(workspace, chapter) == fingerprint(_read(workspace.course / chapter.filename))
    ]


def reset(workspace: Workspace, chapter: Chapter) -> Path | None:
    """Put a fresh copy of *chapter* in place; return where what the reader had is kept, if it differed."""
    path = workspace.path(chapter)
    have = _have(workspace, chapter)
    new = fingerprint(_read(workspace.course / chapter.filename))
    delivered = read_record(_record_path(workspace)).get(chapter.name)
    kept = None if have is None or have.whole in {new.whole, delivered and delivered.whole} else keep(path)
    _copy(workspace, chapter)
    _write_record(workspace, read_record(_record_path(workspace)) | {chapter.name: new})
    return kept


def state(workspace: Workspace, chapter: Chapter) -> State:
    """Return what the reader has done with *chapter*."""
    have = _have(workspace, chapter)
    delivered = read_record(_record_path(workspace)).get(chapter.name) or fingerprint(
        _read(workspace.course / chapter.filename)
    )
    if have is None or have.whole == delivered.whole:
        return State.NOT_OPENED
    return State.UNEDITED if have.sources == delivered.sources else State.EDITED


def keep(path: Path, now: datetime | None = None) -> Path:
    """Copy *path* beside itself under a dated name that nothing has yet, and return the copy's path."""
    now = now or datetime.now().astimezone()
    text = path.read_bytes()
    with _explained(path.parent):
        number = 1
        while True:
            again = f", {number}" if number > 1 else ""
            copy = path.with_name(f"{path.stem} (kept {now:%Y-%m-%d %H.%M.%S}{again}){path.suffix}")
            try:
                with copy.open("xb") as file:  # never over another copy, not even another process's
                    file.write(text)
            except FileExistsError:
                number += 1
            else:
                return copy


def _is_replaceable(have: Fingerprint, delivered: Fingerprint, new: Fingerprint) -> bool:
    """Say whether the course has something newer, and the reader typed nothing into *have*."""
    return have.sources == delivered.sources and delivered != new


def _installed_folders() -> list[Path]:
    package = content.HERE.parent
    course = [content.folder(name) for name in content.FOLDERS]
    tests = [package.parent / "tests"] if content.is_checkout() else []
    return [package, *course, *tests, *(Path(sysconfig.get_path(name)) for name in ("purelib", "platlib"))]


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ContentError(
            f"the notebook {str(path)!r} cannot be read: {error.strerror}",
            cure="pip install --force-reinstall lessonlab",
        ) from None


def _have(workspace: Workspace, chapter: Chapter) -> Fingerprint | None:
    path = workspace.path(chapter)
    with _explained(workspace.root):
        return fingerprint(path.read_bytes()) if path.exists() else None


def _copy(workspace: Workspace, chapter: Chapter) -> None:
    """Put the course's notebook in place, unless it is there: JupyterLab may have it open."""
    text = fill_language(_read(workspace.course / chapter.filename), kernel_language())
    path = workspace.path(chapter)
    with _explained(workspace.root):
        if not path.exists() or path.read_bytes() != text:
            _replace(workspace, path, text)


def _replace(workspace: Workspace, path: Path, text: bytes) -> None:
    """Write *text* to *path*, all or nothing."""
    half = workspace.hidden / f"{path.name}.{os.getpid()}"
    half.write_bytes(text)
    half.replace(path)


def _record_path(workspace: Workspace) -> Path:
    return workspace.hidden / "delivered.json"


def _write_record(workspace: Workspace, record: dict[str, Fingerprint]) -> None:
    with _explained(workspace.root):
        _replace(workspace, _record_path(workspace), dump_record(record))


@contextlib.contextmanager
def _explained(root: Path) -> Iterator[None]:
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
