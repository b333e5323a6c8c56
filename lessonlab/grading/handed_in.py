"""Answers found in files, notebooks and folders."""

from __future__ import annotations

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


@dataclass(frozen=True, slots=True)
class HandedIn:
    """An answer to the exercise *key*, and where it stands."""

    where: str
    key: str
    text: str


def collect(path: Path) -> list[HandedIn]:
    """Return the answers in *path*: a file of SQL, a notebook, or a folder of them, with all below it."""
    if path.is_dir():
        files = sorted(one for one in path.rglob("*") if one.suffix in SUFFIXES and one.is_file())
        return [answer for one in files for answer in read_file(one, str(one.relative_to(path)))]
    return list(read_file(path, path.name, named=True))


def read_file(path: Path, where: str, *, named: bool = False) -> Iterator[HandedIn]:
    """Yield the answers of one file; one that is *named* must hold an answer."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{where} cannot be read: {error}", cure="save it as UTF-8") from None
    found = list(cells(text, where)) if path.suffix == ".ipynb" else list(answers(text, where))
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
    name = KEY.search(re.split(r"[/\\]", where)[-1])
    if header:
        yield HandedIn(where, header[1], MAGIC.sub("", text, count=1))
    elif name:
        yield HandedIn(where, f"{name[1]}-{name[2]}", text)


def cells(text: str, where: str) -> Iterator[HandedIn]:
    """Yield the answers in a notebook's `%%answer` cells; of two to one exercise the last counts."""
    try:
        sources = [
            "".join(cell["source"]) for cell in json.loads(text)["cells"] if cell["cell_type"] == "code"
        ]
    except (ValueError, KeyError, TypeError):
        raise ConfigError(f"{where} is not a notebook", cure="hand in .ipynb, .sql or .txt files") from None
    last = {match[1]: match[2] for source in sources if (match := CELL.match(source))}
    for key, answer in last.items():
        yield HandedIn(where, key, answer)
