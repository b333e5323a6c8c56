"""
`class.toml`: the pages of a class, the exercises that count, their points, times and tries.

A time without a zone is one of the class's own `timezone`; a day alone opens with its first moment and is due
with its last.
"""

from __future__ import annotations

import datetime as dt
import math
import re
import shlex
import tomllib
import urllib.parse
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from lessonlab.course.chapters import chapters
from lessonlab.errors import ConfigError
from lessonlab.grading import library

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FILE = "class.toml"
PAGE = re.compile(r"\d\d")
NEAR = (1900, 9000)
SOLUTIONS = ("open", "after pass", "after due", "never")
JUDGED = ("here", "by instructor")
KINDS: Mapping[str, tuple[str, type | tuple[type, ...]]] = {
    "title": ("a text", str),
    "timezone": ("a text such as 'Europe/Berlin'", str),
    "pages": ('a list such as ["00", "01"]', list),
    "address": ("a text such as 'https://class.example.org'", str),
    "live": ("true or false", bool),
    "exam": ("true or false", bool),
    "erase_on": ("a day such as 2027-03-31", dt.date),
    "defaults": ("a table [defaults]", dict),
    "exercises": ("a table [exercises]", dict),
    "points": ("a number", (int, float)),
    "opens": ("a time such as 2026-12-01T09:00:00, or a day", dt.date),
    "due": ("a time such as 2026-12-01T18:00:00, or a day", dt.date),
    "late": ("a number from 0 to 1", (int, float)),
    "attempts": ("a whole number; 0 is as many as one likes", int),
    "solutions": (" or ".join(map(repr, SOLUTIONS)), str),
    "judged": (" or ".join(map(repr, JUDGED)), str),
}


@dataclass(frozen=True, slots=True)
class Terms:
    """
    On which terms one exercise is done.

    Judged `here`, its answers are in what students get, and `solutions` says when `lab.solution` shows one;
    judged `by instructor`, nothing of the kind leaves the instructor's machine.  A right answer that comes
    *late* is worth this share of its points.
    """

    points: float = 1
    opens: dt.datetime | None = None
    due: dt.datetime | None = None
    attempts: int = 0
    solutions: str = "open"
    judged: str = "here"
    late: float = 0


@dataclass(frozen=True, slots=True)
class ClassFile:
    """What `class.toml` says; *exercises* has those that count in the order in which they stand there."""

    title: str
    zone: dt.tzinfo
    pages: tuple[str, ...]
    exercises: Mapping[str, Terms] = field(default_factory=dict)
    address: str = ""
    live: bool = True
    exam: bool = False
    erase_on: dt.date | None = None

    @property
    def points(self) -> float:
        """Return the points of all exercises together."""
        return sum(rule.points for rule in self.exercises.values())

    def overdue(self, today: dt.date) -> str:
        """Return what to do where the day has passed that students were told, '' before it."""
        if self.erase_on is None or today <= self.erase_on:
            return ""
        return f"this class was to be erased after {self.erase_on}: lessonlab class forget --everybody"

    def is_open(self, key: str, now: dt.datetime) -> bool:
        """Say whether exercise *key* can be answered at *now*; what does not count is always open."""
        opens = self.exercises.get(key, Terms()).opens
        return opens is None or opens <= now

    def shows_solution(self, key: str, now: dt.datetime, *, passed: bool) -> bool:
        """Say whether the solution of *key* may be shown at *now* to somebody who *passed* it or did not."""
        rule = self.exercises.get(key, Terms())
        if rule.solutions == "after due":
            return rule.due is not None and rule.due < now
        return rule.solutions == "open" or (rule.solutions == "after pass" and passed)


def read_class_file(path: Path) -> ClassFile:
    """Return what the file at *path* says; `ConfigError` names the line that cannot be used."""
    try:
        given = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise ConfigError(
            f"there is no {FILE} in {str(path.parent)!r}",
            cure=f"lessonlab class init {shlex.quote(str(path.parent))}",
        ) from None
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{FILE} is not TOML: {error}", cure=f"mend {path}") from None
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{str(path)!r} cannot be read: {error}", cure="save it as UTF-8") from None
    return parse_class(given, path)


def parse_class(given: Mapping[str, Any], path: Path) -> ClassFile:
    """Return the class that the tables of *path* describe."""
    known = {one.name for one in fields(ClassFile)} - {"zone"} | {"timezone", "defaults"}
    require(given, known, path, "")
    zone = zone_of(given.get("timezone", "UTC"), path)
    if (address := given.get("address", "")) and not is_address(address):
        raise broken(path, f"address is {address!r}; want {KINDS['address'][0]}")
    exam = given.get("exam", False)
    last = {"judged": "by instructor", "solutions": "never"} if exam else {}  # whatever else stands there
    defaults = read_rule(given.get("defaults", {}), zone, path, "[defaults] ")
    exercises = given.get("exercises", {})
    pages = tuple(given.get("pages", ()))
    names = [one.name for one in chapters()]
    for page in pages:
        if not isinstance(page, str):
            raise broken(path, f"pages has {page!r}; want texts such as '06'")
        if not PAGE.match(page) or not any(name.startswith(page) for name in names):
            raise broken(path, f"pages has {page!r}, which is no page; lessonlab list has them all")
    rules: dict[str, Terms] = {}
    every, starts = list(library.keys()), {page[:2] for page in pages or names}
    for name, values in (exercises or {key: {} for key in every if key[:2] in starts}).items():
        key = library.key_of(name)
        if key not in every:
            raise broken(path, f"[exercises] has {name!r}; lessonlab exercise list has them all")
        if key in rules:
            raise broken(path, f"[exercises] has {key} twice, the second time as {name!r}")
        if not isinstance(values, dict):
            raise broken(path, f"exercise {key} is {values!r}; want a table such as {{points = 2}}")
        rules[key] = Terms(**(defaults | read_rule(values, zone, path, f"exercise {key}: ") | last))
        require_sense(rules[key], path, key)
    return ClassFile(
        title=given.get("title", path.parent.name),
        zone=zone,
        pages=pages,
        exercises=rules,
        address=address,
        live=given.get("live", True),
        exam=exam,
        erase_on=given.get("erase_on"),
    )


def read_rule(values: Mapping[str, Any], zone: dt.tzinfo, path: Path, where: str) -> dict[str, Any]:
    """Return the parts of a rule that *values* gives."""
    require(values, {one.name for one in fields(Terms)}, path, where)
    read = dict(values)
    for part, choices in (("solutions", SOLUTIONS), ("judged", JUDGED)):
        if part in read and read[part] not in choices:
            raise broken(path, f"{where}{part} is {read[part]!r}; want {KINDS[part][0]}")
    for part in ("points", "attempts"):
        if not 0 <= read.get(part, 0) < math.inf:  # NaN is neither
            raise broken(path, f"{where}{part} is {read[part]}; want 0 or more")
    if not 0 <= read.get("late", 0) <= 1:
        raise broken(path, f"{where}late is {read['late']}; want {KINDS['late'][0]}")
    for part, clock in (("opens", dt.time.min), ("due", dt.time.max)):
        if part in read:
            if not is_near(read[part]):
                raise broken(path, f"{where}{part} is {read[part]}; want a day from {NEAR[0]} to {NEAR[1]}")
            read[part] = moment(read[part], clock, zone)
    return read


def require_sense(rule: Terms, path: Path, key: str) -> None:
    """Raise for times of exercise *key* at which nobody could answer it, or see its solution."""
    if rule.opens and rule.due and rule.due <= rule.opens:
        raise broken(path, f"exercise {key} is due {rule.due:%Y-%m-%d %H:%M}, before it opens")
    if rule.solutions == "after due" and rule.due is None:
        raise broken(path, f"exercise {key}: solutions is 'after due', and it has no due")


def require(given: Mapping[str, Any], known: set[str], path: Path, where: str) -> None:
    """Raise for a name that is not *known*, and for a value of another kind."""
    for name, value in given.items():
        if name not in known:
            raise broken(path, f"{where}{name!r} is unknown; want some of {', '.join(sorted(known))}")
        what, kinds = KINDS[name]
        truth = isinstance(value, bool) and kinds is not bool  # True is a number to Python
        hour = name == "erase_on" and isinstance(value, dt.datetime)  # which is a date to Python
        if truth or hour or not isinstance(value, kinds):
            raise broken(path, f"{where}{name} is {value!r}; want {what}")


def is_address(text: str) -> bool:
    """
    Say whether *text* is where a server can be.

    >>> [is_address(one) for one in ("https://x.org/a", "ftp://x", "http://x:no", "http://[x", "http://a b")]
    [True, False, False, False, False]
    """
    try:
        parts = urllib.parse.urlsplit(text)
        whole = bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
    return whole and parts.scheme in {"http", "https"} and text.isprintable() and " " not in text


def is_near(day: dt.date) -> bool:
    """Say whether a class can be on *day*: at the ends of the calendar no clock can be changed."""
    return NEAR[0] <= day.year <= NEAR[1]


def moment(value: dt.date, clock: dt.time, zone: dt.tzinfo) -> dt.datetime:
    """
    Return the moment that *value* means: a day alone is taken at *clock*.

    >>> str(moment(dt.date(2026, 12, 1), dt.time(23, 59), dt.UTC))
    '2026-12-01 23:59:00+00:00'
    """
    whole = value if isinstance(value, dt.datetime) else dt.datetime.combine(value, clock)
    return whole if whole.tzinfo else whole.replace(tzinfo=zone)


def zone_of(name: str, path: Path) -> dt.tzinfo:
    """Return the zone called *name*."""
    if name == "UTC":
        return dt.UTC
    try:
        return ZoneInfo(name)
    except (OSError, ValueError, KeyError):  # an unknown name, a name that leads out of the folder
        raise broken(path, f"timezone is {name!r}; want a name such as 'Europe/Berlin'") from None


def broken(path: Path, what: str) -> ConfigError:
    """Return the error that says what cannot be used."""
    return ConfigError(f"{FILE}: {what}", cure=f"mend {path}")
