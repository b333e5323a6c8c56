"""
The reader's copies of the pages: delivered, brought up to date, reset.

A page is delivered without outputs: a prediction is one only where the answer does not stand below it.  A
copy that the reader has changed is theirs: newer content never replaces it, and a reset keeps it under a
dated name.
"""

from __future__ import annotations

import enum
from datetime import datetime
from typing import TYPE_CHECKING

from lessonlab.course.chapters import Chapter, chapters
from lessonlab.errors import ContentError
from lessonlab.reader.delivered import (
    RECORD,
    Delivery,
    Fingerprint,
    dump_record,
    fill_language,
    fingerprint,
    kernel_language,
    read_record,
    without_outputs,
)
from lessonlab.reader.workspace import Workspace, explained
from lessonlab.system import files, processes

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


class PageState(enum.Enum):
    """What the reader has done with a chapter."""

    NOT_OPENED = "not opened"
    UNEDITED = "unedited"
    EDITED = "edited"


def deliver(
    workspace: Workspace, only: Iterable[Chapter] | None = None, *, outputs: bool = False
) -> list[Chapter]:
    """
    Copy the chapters that are missing or were not edited, and return those kept back in their favour.

    A chapter is kept back when the reader edited it and the course has something newer.
    """
    kept = []
    record = read_record(_record_path(workspace))
    for chapter in chapters(workspace.course) if only is None else only:
        text = _course_text(workspace, chapter, outputs=outputs)
        new = Delivery(fingerprint(text), outputs)
        delivered = record.get(chapter.name)
        have = _have(workspace, chapter)
        if have in {None, new.page} or (delivered and _is_replaceable(have, delivered, new)):
            _copy(workspace, chapter, text)
            record[chapter.name] = new
        elif delivered is None and have.sources == new.page.sources:
            record[chapter.name] = new
        elif have.sources != new.page.sources and (
            delivered is None or delivered.page.sources != new.page.sources
        ):
            kept.append(chapter)
    _write_record(workspace, record)
    return kept


def untouched(workspace: Workspace) -> list[Path]:
    """Return the copies that are, but for what a kernel says of its language, the course's own."""
    return [
        workspace.path(chapter)
        for chapter in chapters(workspace.course)
        if _have(workspace, chapter)
        in [fingerprint(_course_text(workspace, chapter, outputs=outputs)) for outputs in (False, True)]
    ]


def reset(workspace: Workspace, chapter: Chapter, *, outputs: bool = False) -> Path | None:
    """Put a fresh copy of *chapter* in place; return where what the reader had is kept, if it differed."""
    path = workspace.path(chapter)
    have = _have(workspace, chapter)
    text = _course_text(workspace, chapter, outputs=outputs)
    new = Delivery(fingerprint(text), outputs)
    delivered = read_record(_record_path(workspace)).get(chapter.name)
    as_given = {new.page.whole, delivered and delivered.page.whole}
    kept = None if have is None or have.whole in as_given else keep(path)
    _copy(workspace, chapter, text)
    _write_record(workspace, read_record(_record_path(workspace)) | {chapter.name: new})
    return kept


def state(workspace: Workspace, chapter: Chapter) -> PageState:
    """Return what the reader has done with *chapter*."""
    have = _have(workspace, chapter)
    delivered = read_record(_record_path(workspace)).get(chapter.name)
    page = delivered.page if delivered else fingerprint(_course_text(workspace, chapter, outputs=False))
    if have is None or have.whole == page.whole:
        return PageState.NOT_OPENED
    return PageState.UNEDITED if have.sources == page.sources else PageState.EDITED


def keep(path: Path, now: datetime | None = None) -> Path:
    """Copy *path* beside itself under a dated name that nothing has yet, and return the copy's path."""
    now = now or datetime.now().astimezone()
    text = path.read_bytes()
    with explained(path.parent):
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


def _is_replaceable(have: Fingerprint, delivered: Delivery, new: Delivery) -> bool:
    """
    Say whether the course has something else, and the reader typed nothing into *have*.

    What a run of the reader's shows stays until there is something newer to read.  An earlier version
    delivered answers with its pages, and did not note it: those go.
    """
    if have == delivered.page:
        return have != new.page
    answers = delivered.outputs is None and not new.outputs
    return have.sources == delivered.page.sources and (answers or new.page.sources != have.sources)


def _course_text(workspace: Workspace, chapter: Chapter, *, outputs: bool) -> bytes:
    """Return the course's notebook as it is delivered, but for what a kernel says of its language."""
    path = workspace.course / chapter.filename
    try:
        text = path.read_bytes()
    except OSError as error:
        raise ContentError(
            f"the notebook {str(path)!r} cannot be read: {error.strerror}",
            cure="python -m pip install --force-reinstall lessonlab",
        ) from None
    return text if outputs else without_outputs(text)


def _have(workspace: Workspace, chapter: Chapter) -> Fingerprint | None:
    path = workspace.path(chapter)
    with explained(workspace.root):
        return fingerprint(path.read_bytes()) if path.exists() else None


def _copy(workspace: Workspace, chapter: Chapter, text: bytes) -> None:
    """Put *text* in place, unless it is there: JupyterLab may have it open."""
    filled = fill_language(text, kernel_language())
    path = workspace.path(chapter)
    with explained(workspace.root):
        if not path.exists() or path.read_bytes() != filled:
            _replace(workspace, path, filled)


def _replace(workspace: Workspace, path: Path, text: bytes) -> None:
    """Write *text* to *path*, all or nothing."""
    half = workspace.hidden / f"{path.name}.{processes.own_number()}"
    half.write_bytes(text)
    files.move(half, path)


def _record_path(workspace: Workspace) -> Path:
    return workspace.hidden / RECORD


def _write_record(workspace: Workspace, record: dict[str, Delivery]) -> None:
    with explained(workspace.root):
        _replace(workspace, _record_path(workspace), dump_record(record))
