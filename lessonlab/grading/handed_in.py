"""Answers found in files, notebooks and folders."""

from __future__ import annotations

import codecs
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lessonlab.errors import ConfigError
from lessonlab.grading import library

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

KEY = re.compile(r"(?<!\d)(?=(\d\d)[-_.](\d\d)(?!\d))")  # looks ahead: 12-06-01 holds two
HEADER = re.compile(r"\A\s*(?:--|#) *(?:exercise|answer):? +(\d\d-\d\d)\b")
CELL = re.compile(r"\A\s*%%answer +(\S+)[^\n]*\n?(.*)\Z", re.DOTALL)
MAGIC = re.compile(r"\A%%answer[^\n]*\n")
SUFFIXES = (".sql", ".txt", ".ipynb")
MOST_BYTES = 32 * 2**20  # a notebook with pictures in it is far from this
MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}


@dataclass(frozen=True, slots=True)
class HandedIn:
    """An answer to the exercise *key*, and where it stands; *unread* says why nothing can be read there."""

    where: str
    key: str
    text: str
    unread: str = ""


def collect(path: Path) -> tuple[list[HandedIn], list[str]]:
    """
    Return the answers in *path*, and what holds none: a file of SQL, a notebook, a folder with all below it.

    In a folder a file that cannot be read is one student's trouble, not the end of the class's.
    """
    if not path.is_dir():
        return list(read_file(path, printed(path.name), named=True)), []
    found: list[HandedIn] = []
    without: list[str] = []
    for one in files(path):
        where = printed(str(one.relative_to(path)))
        try:
            read = list(read_file(one, where))
        except ConfigError as error:
            read = [HandedIn(where, "?", "", unread=f"{error.message}; {error.cure}")]
        found += read
        without += [] if read else [where]
    return found, without


def files(folder: Path) -> list[Path]:
    """Return what may hold answers below *folder*; a hidden one holds copies, as Jupyter's checkpoints."""
    return sorted(
        one
        for one in folder.rglob("*")
        if one.suffix.lower() in SUFFIXES
        and (one.is_symlink() or one.is_file())
        and not any(part.startswith(".") for part in one.relative_to(folder).parts)
    )


def printed(name: str) -> str:
    """
    Return the name of a file as it can be printed anywhere; to a terminal some characters are commands.

    >>> printed("a" + chr(27) + "[2J" + chr(0xDCFF) + ".sql") == "a\\ufffd[2J\\ufffd.sql"
    True
    """
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in name)


def read_text(path: Path, where: str, *, named: bool) -> str:
    """
    Return what stands in a file: UTF-8, or UTF-16 where it says so, as a shell of Windows writes it.
    """
    try:
        if path.is_symlink() and not named:
            raise ConfigError(f"{where} is a link: it leads to a file of another", cure="hand in the file")
        if path.stat().st_size > MOST_BYTES:
            raise ConfigError(f"{where} is too big for an answer", cure="hand in the answer alone")
        read = path.read_bytes()
        coding = next((name for mark, name in MARKS.items() if read.startswith(mark)), "utf-8")
        return read.decode(coding).replace("\r\n", "\n").replace("\r", "\n")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{where} cannot be read: {error}", cure="save it as UTF-8") from None


def read_file(path: Path, where: str, *, named: bool = False) -> Iterator[HandedIn]:
    """Yield the answers of one file; one that is *named* must hold an answer."""
    text = read_text(path, where, named=named)
    notebook = path.suffix.lower() == ".ipynb"
    found = list(cells(text, where)) if notebook else list(answers(text, where))
    if named and not found:
        raise ConfigError(
            f"{where} does not say which exercise it answers",
            cure="name it like 06-02.sql, begin it with `-- exercise: 06-02`, or use %%answer in a notebook",
        )
    yield from found


def answers(text: str, where: str) -> Iterator[HandedIn]:
    """
    Yield the answer that a file of SQL is; its first line or its name says to which exercise.

    >>> [one.key for one in answers("-- exercise: 06-02\\nSELECT 1", "x.sql")]
    ['06-02']
    >>> [one.key for one in answers("SELECT 1", "ada/06-02.sql")]
    ['06-02']
    """
    header = HEADER.match(text) or CELL.match(text)
    key = key_in(re.split(r"[/\\]", where)[-1], library.keys())
    if header:
        yield HandedIn(where, header[1], MAGIC.sub("", text, count=1))
    elif key:
        yield HandedIn(where, key, text)


def key_in(name: str, known: Collection[str]) -> str:
    """
    Return the key in a file's *name*: the last one that is *known*, otherwise the last, '' without one.

    >>> key_in("student12-06-01.sql", {"06-01"}), key_in("06-01_2025-11-24.sql", {"06-01"})
    ('06-01', '06-01')
    >>> key_in("99-01.sql", {"06-01"}), key_in("ada.sql", {"06-01"})
    ('99-01', '')
    """
    found = [f"{match[1]}-{match[2]}" for match in KEY.finditer(name)]
    return next((key for key in reversed(found) if key in known), found[-1] if found else "")


def cells(text: str, where: str) -> Iterator[HandedIn]:
    """Yield the answers in a notebook's `%%answer` cells; of two to one exercise the last counts."""
    try:
        sources = [
            "".join(cell["source"]) for cell in json.loads(text)["cells"] if cell["cell_type"] == "code"
        ]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise ConfigError(f"{where} is not a notebook", cure="hand in .ipynb, .sql or .txt files") from None
    last = {match[1]: match[2] for source in sources if (match := CELL.match(source))}
    for key, answer in last.items():
        yield HandedIn(where, printed(key), answer)
