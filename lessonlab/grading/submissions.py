"""Answers found in files, notebooks and folders: others wrote them, and nothing is taken on trust."""

from __future__ import annotations

import json
import os
import re
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lessonlab import content
from lessonlab.errors import ConfigError
from lessonlab.grading import library
from lessonlab.grading.keys import keys_in
from lessonlab.grading.plain_text import MOST_CHARACTERS
from lessonlab.system.foreign import printed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HEADER = re.compile(r"\A\s*(?:--|#) *(?:exercise|answer):? +(\d{1,2}[-_.]\d{1,2})\b")
COMMENTS = r"(?:\s*+(?:#|--)[^\n]*+\n)*+\s*+"  # a kernel passes them over too
CELL = re.compile(rf"\A{COMMENTS}%%answer +([^\n]*)\n?(.*)\Z", re.DOTALL)
CAPSTONE_KEY = "capstone"
CAPSTONE = "parts.toml"  # a folder with one is a capstone, handed in whole
SUFFIXES = (".sql", ".txt", ".ipynb")
MOST_BYTES = 32 * 2**20  # a notebook with pictures in it is far from this
KINDS = {stat.S_IFDIR: "a folder", stat.S_IFSOCK: "a socket", stat.S_IFIFO: "a pipe", stat.S_IFLNK: "a link"}
OPENING = (
    os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
)


@dataclass(frozen=True, slots=True)
class HandedIn:
    """An answer to the exercise *key*, and where it stands; *unread* says why nothing can be read there."""

    where: str
    key: str
    text: str
    unread: str = ""


@dataclass(frozen=True, slots=True)
class FoundFile:
    """Something that may hold answers: a file that is read when its turn comes, or why it cannot be one."""

    path: Path
    named: bool = False
    no_file: str = ""
    capstone: bool = False

    @property
    def where(self) -> str:
        """Return its path as it can be printed: two students' files are never one."""
        return printed(str(self.path))


def find(path: Path) -> Iterator[FoundFile]:
    """Yield what may hold answers at *path*: the file itself, or all below the folder that it is."""
    kind = kind_of(path)
    if kind != "a folder":
        yield FoundFile(path, named=True, no_file=kind)
        return
    waiting = [path]
    while waiting:
        here = waiting.pop()
        if kind_of(here / CAPSTONE) == "":
            yield FoundFile(here, capstone=True)
            continue
        if here.suffix.lower() in SUFFIXES and here != path:
            yield FoundFile(here, no_file="a folder")
        try:
            below = sorted(here.iterdir())
        except OSError as error:
            yield FoundFile(here, no_file=f"a folder that cannot be read: {error.strerror}")
            continue
        shown = [one for one in below if not one.name.startswith(".")]  # hidden ones hold copies
        folders = [one for one in shown if kind_of(one) == "a folder"]
        waiting += reversed(folders)
        for one in shown:
            if one not in folders and one.suffix.lower() in SUFFIXES:
                yield FoundFile(one, no_file=kind_of(one))


def kind_of(path: Path) -> str:
    """Return what *path* is when it is no file, '' when it is one; a link is not followed."""
    try:
        mode = path.lstat().st_mode
    except OSError as error:
        return f"not to be had: {error.strerror}"
    return "" if stat.S_ISREG(mode) else KINDS.get(stat.S_IFMT(mode), "a device")


def collect(path: Path) -> tuple[list[HandedIn], list[str]]:
    """Return the answers in *path*, and what holds none: a file of SQL, a notebook, all below a folder."""
    answers: list[HandedIn] = []
    without: list[str] = []
    for found in find(path):
        read = read_one(found)
        answers += read
        without += [] if read else [found.where]
    return answers, without


def read_one(found: FoundFile) -> list[HandedIn]:
    """
    Return the answers of one file; in a folder one that cannot be read is a student's trouble, not ours.

    A socket or a folder that is called like an answer holds none.
    """
    if found.capstone:
        return [HandedIn(found.where, CAPSTONE_KEY, str(found.path))]
    try:
        if found.no_file and found.no_file != "a link" and not found.named:
            return []
        return list(read_file(found))
    except ConfigError as error:
        if found.named:
            raise
        return [HandedIn(found.where, "?", "", unread=f"{error.message}; {error.cure}")]


def read_text(found: FoundFile) -> str:
    """
    Return what stands in a file: UTF-8, or UTF-16 where it says so, as a shell of Windows writes it.
    """
    where = found.where
    if found.no_file:
        raise ConfigError(f"{where} is {found.no_file}", cure="hand in the file itself")
    notebook = found.path.suffix.lower() == ".ipynb"
    most = MOST_BYTES if notebook else MOST_CHARACTERS * 4
    try:
        with os.fdopen(os.open(found.path, OPENING), "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise ConfigError(f"{where} is no file", cure="hand in the file itself")
            read = file.read(most + 1)
        if len(read) > most:
            raise ConfigError(f"{where} is too big for an answer", cure="hand in the answer alone")
        return content.decoded(read)
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{where} cannot be read: {error}", cure="save it as UTF-8") from None


def read_file(found: FoundFile) -> Iterator[HandedIn]:
    """Yield the answers of one file; one that is named must hold an answer."""
    text, where = read_text(found), found.where
    notebook = found.path.suffix.lower() == ".ipynb"
    read = list(cells(text, where)) if notebook else list(answers(text, where, found.path.name))
    if found.named and not read:
        raise ConfigError(
            f"{where} does not say which exercise it answers",
            cure="name it like 06-02.sql, begin it with `-- exercise: 06-02`, or use %%answer in a notebook",
        )
    yield from read


def answers(text: str, where: str, name: str) -> Iterator[HandedIn]:
    """
    Yield the answer that a file of SQL is; its first line or its *name* says to which exercise.

    >>> [one.key for one in answers("-- exercise: 06-02\\nSELECT 1", "x.sql", "x.sql")]
    ['06-02']
    >>> [one.key for one in answers("SELECT 1", "ada/06-02.sql", "06-02.sql")]
    ['06-02']
    """
    cell = CELL.match(text)
    header = HEADER.match(text) or cell
    keys = keys_in(name, library.keys())
    if header:
        yield HandedIn(where, printed(library.key_of(header[1])), cell[2] if cell else text)
    elif len(keys) > 1:
        said = f"its name says {' and '.join(keys)}; say which in its first line: -- exercise: {keys[0]}"
        yield HandedIn(where, "?", "", unread=said)
    elif keys:
        yield HandedIn(where, keys[0], text)


def cells(text: str, where: str) -> Iterator[HandedIn]:
    """Yield the answers in a notebook's `%%answer` cells; of two to one exercise the last counts."""
    try:
        sources = [
            "".join(cell["source"]) for cell in json.loads(text)["cells"] if cell["cell_type"] == "code"
        ]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise ConfigError(f"{where} is not a notebook", cure="hand in .ipynb, .sql or .txt files") from None
    found = [match for source in sources if (match := CELL.match(source))]
    last = {library.key_of(match[1]): match[2] for match in found}
    for key, answer in last.items():
        yield HandedIn(where, printed(key), answer)
