"""
The files of the course: notebooks, SQL, exercises.

A checkout uses the folders in place; the wheel carries them beside this file.
"""

from __future__ import annotations

import codecs
import hashlib
from functools import cache
from pathlib import Path

from lessonlab.errors import ContentError

FOLDERS = ("notebooks", "sql", "exercises")
MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
HERE = Path(__file__).resolve().parent


def folder(name: str) -> Path:
    """
    Return the folder *name*, one of `FOLDERS`.

    >>> folder("sql").name
    'sql'
    """
    for base in (HERE, HERE.parents[1]):
        if (base / name).is_dir():
            return base / name
    raise ContentError(
        f"the course's folder {name!r} is missing", cure="python -m pip install --force-reinstall lessonlab"
    )


@cache
def sql(name: str) -> str:
    """Return the text of the file *name* below `sql/`, without its ending: `catalog/index_use`."""
    path = folder("sql") / f"{name}.sql"
    if not path.is_file():
        raise ContentError(
            f"there is no SQL file {name!r}", cure="python -m pip install --force-reinstall lessonlab"
        )
    return path.read_text(encoding="utf-8")


def decoded(read: bytes) -> str:
    """
    Return what a file holds: UTF-8, or UTF-16 where it says so, as a shell of Windows writes it.

    >>> decoded("é".encode("utf-16")), decoded(b"\\xef\\xbb\\xbfSELECT 1\\r\\n")
    ('é', 'SELECT 1\\n')
    """
    coding = next((name for mark, name in MARKS.items() if read.startswith(mark)), "utf-8")
    return read.decode(coding).replace("\r\n", "\n").replace("\r", "\n")


def fingerprint(*names: str) -> str:
    """Return ten hexadecimal digits that change with any file below the folders *names* of `sql/`."""
    digest = hashlib.sha256()
    for name in names:
        for path in sorted((folder("sql") / name).rglob("*.sql")):
            digest.update(path.name.encode() + b"\0" + path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return digest.hexdigest()[:10]


def is_checkout() -> bool:
    """Say whether the files are a checkout's own, so that an author may change them."""
    return not (HERE / "notebooks").is_dir()


def require_checkout() -> None:
    """Raise `ContentError` where the course is an installed one: what is added is gone with the next."""
    if not is_checkout():
        raise ContentError(
            "an installed course has nothing to add to",
            cure="clone the repository, then python -m pip install -e .",
        )
