"""
What a student tried, as it is kept in the workspace and handed in: one line of JSON a try, never changed.

A hand-in is one JSON file with those lines and who sends them.  It is data: nothing in it is believed but the
SQL, and that is only judged.
"""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING, Any

from lessonlab.errors import ConfigError
from lessonlab.system.appending import append_line
from lessonlab.system.foreign import printed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

FILE = "tries.jsonl"
MARK = "lessonlab_hand_in"
VERSION = 1
MOST_BYTES = 16 * 2**20  # of a file: a year of tries of one person is far from this
MOST_SENT = 2 * 2**20  # of what is sent to the class's server at once
MOST_PART = MOST_SENT // 2  # of the tries in it: spaces and line ends come on top
MOST_TRIES = 5_000
MOST_WORD = 500  # characters of what stands beside the SQL


@dataclass(frozen=True, slots=True)
class Try:
    """One answer as its student's machine saw it: *at* is that machine's clock, *verdict* what it said."""

    exercise: str
    sql: str
    at: str
    verdict: str = ""
    mistake: str = ""
    version: str = ""


@dataclass(frozen=True, slots=True)
class HandIn:
    """What one person sends: *person* is who they say they are."""

    person: str
    written: str
    tries: tuple[Try, ...]


def append(path: Path, one: Try) -> None:
    """Add *one* to the file at *path*, so that it is there whatever comes next."""
    append_line(path, json.dumps(asdict(one), ensure_ascii=False))


def read_tries(path: Path) -> list[Try]:
    """Return the tries in the file at *path*; a line that a killed kernel left is passed over."""
    if not path.is_file():
        return []
    return list(tries_in(_lines(path.read_text(encoding="utf-8", errors="replace"))))


def _lines(text: str) -> Iterator[Any]:
    for line in text.split("\n"):
        try:
            yield json.loads(line)
        except (ValueError, RecursionError):
            continue


def tries_in(values: Iterable[Any]) -> Iterator[Try]:
    """Yield those of *values* that are tries; each part is a text, and printable but for its SQL."""
    names = [one.name for one in fields(Try)]
    for value in values:
        if not isinstance(value, dict):
            continue
        parts = {name: value.get(name, "") for name in names}
        if all(isinstance(part, str) for part in parts.values()) and parts["exercise"] and parts["sql"]:
            words = {name: printed(part[:MOST_WORD]) for name, part in parts.items() if name != "sql"}
            yield Try(**words, sql=parts["sql"])


def packed(person: str, tries: Iterable[Try], now: dt.datetime) -> str:
    """Return a hand-in of *person* as the text of a file."""
    whole = {
        MARK: VERSION,
        "person": person,
        "written": now.astimezone(dt.UTC).isoformat(timespec="seconds"),
        "tries": [asdict(one) for one in tries],
    }
    return json.dumps(whole, indent=1) + "\n"  # in ASCII: half a character can be sent, too


def size_of(one: Try) -> int:
    """Return how many bytes *one* takes in a hand-in."""
    return len(json.dumps(asdict(one)))


def in_parts(tries: Iterable[Try]) -> Iterator[list[Try]]:
    """Yield *tries* in parts that are each a hand-in of a size that is taken; what is longer is left out."""
    part: list[Try] = []
    size = 0
    for one in tries:
        more = size_of(one)
        if more > MOST_PART:
            continue
        if part and (len(part) == MOST_TRIES or size + more > MOST_PART):
            yield part
            part, size = [], 0
        part.append(one)
        size += more
    if part:
        yield part


def read_hand_in(path: Path) -> HandIn:
    """Return the hand-in in the file at *path*; `ConfigError` says why it cannot be read."""
    size = path.stat().st_size
    if size > MOST_BYTES:
        raise ConfigError(
            f"it has {size / 2**20:,.0f} MB, and a hand-in at most {MOST_BYTES // 2**20}",
            cure="lessonlab hand-in",
        )
    return parse_hand_in(path.read_bytes())


def parse_hand_in(text: bytes) -> HandIn:
    """Return the hand-in that *text* is; `ConfigError` says why it is none."""
    try:
        value = json.loads(text.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise ConfigError("it is not JSON, or was cut on its way", cure="lessonlab hand-in") from None
    version = value.get(MARK) if isinstance(value, dict) else None
    if not isinstance(version, int) or not isinstance(value.get("tries"), list):
        raise ConfigError("is JSON, and no hand-in of lessonlab", cure="lessonlab hand-in")
    if version > VERSION:
        raise ConfigError(
            f"it has format {version}, and this lessonlab reads {VERSION}",
            cure="python -m pip install --upgrade lessonlab",
        )
    if len(value["tries"]) > MOST_TRIES:
        raise ConfigError(
            f"it has {len(value['tries']):,} tries, of {MOST_TRIES:,} at most", cure="lessonlab hand-in"
        )
    person, written = (printed(str(value.get(part, ""))[:MOST_WORD]) for part in ("person", "written"))
    return HandIn(person, written, tuple(tries_in(value["tries"])))


def time_of(text: str) -> dt.datetime | None:
    """
    Return the moment that *text* says, `None` where it says none.

    >>> str(time_of("2026-12-01T12:00:00+00:00")), time_of("noon"), time_of("2026-12-01T12:00:00")
    ('2026-12-01 12:00:00+00:00', None, None)
    """
    try:
        read = dt.datetime.fromisoformat(text)
    except ValueError:
        return None
    return read if read.tzinfo else None
