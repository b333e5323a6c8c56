"""Answers found in files, notebooks and folders."""

from __future__ import annotations

import codecs
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lessonlab.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KEY = re.compile(r"(?<!\d)(\d\d)[-_.](\d\d)(?!\d)")
HEADER = re.compile(r"\A\s*(?:--|#) *(?:exercise|answer):? +(\d\d-\d\d)\b")
CELL = re.compile(r"\A\s*%%answer +(\S+)[^\n]*\n?(.*)\Z", re.DOTALL)
MAGIC = re.compile(r"\A%%answer[^\n]*\n")
SUFFIXES = (".sql", ".txt", ".ipynb")
MOST_BYTES = 32 * 2**20  # a notebook with pictures in it is far from this
MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}


@dataclass(frozen=True, slots=True)
class HandedIn:
    """
    An answer to the exercise *key*, and where it stands; *problem* says why nobody can read it.
    """

    where: str
    key: str
    text: str
    problem: str = ""


def collect(path: Path) -> list[HandedIn]:
    """
    Return the answers in *path*: a file of SQL, a notebook, or a folder of them, with all below it.

    What cannot be read in a folder is a problem of whoever handed it in, and not of the others.  Hidden
    folders hold copies that nobody handed in, such as Jupyter's checkpoints.
    """
    if not path.is_dir():
        return list(read_file(path, printed(path.name), named=True))
    found = []
    for one in sorted(path.rglob("*")):
        inside = one.relative_to(path)
        if one.suffix.lower() in SUFFIXES and not any(part.startswith(".") for part in inside.parts):
            found += read_one_of_many(one, printed(str(inside)))
    return found


def read_one_of_many(path: Path, where: str) -> list[HandedIn]:
    """
    Return the answers of a file in a folder. A link would lead to files that are not the student's.
    """
    if path.is_symlink():
        return [HandedIn(where, key_of(where), "", f"{where} is a link and not a file")]
    if not path.is_file():
        return []
    try:
        return list(read_file(path, where))
    except ConfigError as error:
        return [HandedIn(where, key_of(where), "", error.message)]


def printed(name: str) -> str:
    """
    Return the name of a file as it can be printed anywhere; to a terminal some characters are commands.

    >>> printed("a" + chr(27) + "[2J" + chr(0xDCFF) + ".sql") == "a\\ufffd[2J\\ufffd.sql"
    True
    """
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in name)


def read_text(path: Path, where: str) -> str:
    """
    Return what stands in a file: UTF-8, or UTF-16 where it says so, as a shell of Windows writes it.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise ConfigError(f"{where} is too big for an answer", cure="hand in the answer alone")
        read = path.read_bytes()
        coding = next((name for mark, name in MARKS.items() if read.startswith(mark)), "utf-8")
        return read.decode(coding).replace("\r\n", "\n").replace("\r", "\n")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{where} cannot be read: {error}", cure="save it as UTF-8") from None


def read_file(path: Path, where: str, *, named: bool = False) -> Iterator[HandedIn]:
    """Yield the answers of one file; one that is *named* must hold an answer."""
    text = read_text(path, where)
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
    key = header[1] if header else key_of(where)
    if key:
        yield HandedIn(where, key, MAGIC.sub("", text, count=1) if header else text)


def key_of(where: str) -> str:
    """
    Return the exercise that a file's name says, or ''.

    >>> key_of("ada/06-02.sql"), key_of("06-02/mine.sql")
    ('06-02', '')
    """
    name = KEY.search(re.split(r"[/\\]", where)[-1])
    return f"{name[1]}-{name[2]}" if name else ""


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
