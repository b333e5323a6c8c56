"""`roster.csv`: one person a line, told apart by the address of their mail; names may be the same."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
import shlex
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lessonlab.content import decoded
from lessonlab.errors import ConfigError
from lessonlab.grading import library
from lessonlab.workshop.class_file import is_near, moment

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from lessonlab.workshop.class_file import ClassFile

FILE = "roster.csv"
COLUMNS = ("name", "email", "group", "extensions")
EXAMPLE = "'3d', or '06-02: 2026-12-08; 07-01: 2d'"
EVERYTHING = ""  # the key of an extension for all exercises
LATER = re.compile(r"(\d{1,4}) *([dh])")
ADDRESS = re.compile(r"""[^\s@/\\:*?"<>|,;()]+@[^\s@/\\:*?"<>|,;()]+""")  # it is a file's name, too
MOST_ADDRESS = 200
UNITS = {"d": "days", "h": "hours"}
Extension = dt.timedelta | dt.datetime


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the class; *extensions* gives more time for an exercise, under '' for all of them."""

    email: str
    name: str
    group: str = ""
    extensions: Mapping[str, Extension] = field(default_factory=dict)

    def due(self, course: ClassFile, key: str) -> dt.datetime | None:
        """Return until when this person may answer *key*, `None` when there is no end."""
        rule = course.exercises.get(key)
        if rule is None or rule.due is None:
            return None
        more = self.extensions.get(key, self.extensions.get(EVERYTHING))
        if more is None:
            return rule.due
        return max(rule.due, more) if isinstance(more, dt.datetime) else rule.due + more


def read_roster(path: Path, zone: dt.tzinfo) -> list[Person]:
    """Return everybody in the file at *path*; `ConfigError` names the line that cannot be used."""
    try:
        text = decoded(path.read_bytes())
    except FileNotFoundError:
        raise ConfigError(
            f"there is no {FILE} in {str(path.parent)!r}",
            cure=f"lessonlab class init {shlex.quote(str(path.parent))}",
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(
            f"{str(path)!r} cannot be read: {error}", cure="save it as UTF-8; Excel calls that CSV UTF-8"
        ) from None
    return parse_roster(text, path, zone)


def parse_roster(text: str, path: Path, zone: dt.tzinfo) -> list[Person]:
    """Return everybody in *text*: a table with a head."""
    rows = csv.DictReader(io.StringIO(text), delimiter=delimiter_of(text))
    have = [name.strip().lower() for name in rows.fieldnames or ()]
    if missing := [name for name in ("name", "email") if name not in have]:
        raise broken(path, 1, f"has no column {missing[0]!r}; want {', '.join(COLUMNS)}")
    rows.fieldnames = have
    if twice := [name for name in COLUMNS if have.count(name) > 1]:
        raise broken(path, 1, f"has the column {twice[0]!r} twice")
    try:
        return people_in(rows, path, zone)
    except csv.Error as error:
        raise broken(path, rows.line_num + 1, f"cannot be read: {error}") from None


def delimiter_of(text: str) -> str:
    """
    Return what stands between the columns of the table *text*: some spreadsheets write no commas.

    >>> [delimiter_of(head) for head in ("name,email", "name;email", "name\\temail", "name")]
    [',', ';', '\\t', ',']
    """
    return max(",;\t", key=text.partition("\n")[0].count)


def people_in(rows: csv.DictReader[str], path: Path, zone: dt.tzinfo) -> list[Person]:
    """Return everybody in *rows*."""
    people: dict[str, Person] = {}
    for row in rows:
        values = {name: (row.get(name) or "").strip() for name in COLUMNS}
        if not any(values.values()):
            continue
        email = values["email"].lower()
        if not ADDRESS.fullmatch(email) or not email.isprintable() or len(email) > MOST_ADDRESS:
            raise broken(path, rows.line_num, f"email is {values['email']!r}; want an address")
        if email in people:
            raise broken(path, rows.line_num, f"{email} is there twice; each person has an address alone")
        more = read_extensions(values["extensions"], path, rows.line_num, zone)
        people[email] = Person(email, values["name"] or email, values["group"], more)
    return list(people.values())


def read_extensions(text: str, path: Path, line: int, zone: dt.tzinfo) -> dict[str, Extension]:
    """Return who gets how much longer, by exercise."""
    found: dict[str, Extension] = {}
    known = list(library.keys())
    for part in filter(None, (one.strip() for one in text.split(";"))):
        name, colon, value = part.partition(":") if library.KEY.match(part) else ("", "", part)
        key = library.key_of(name) if name else EVERYTHING
        if name and (key not in known or not colon):
            raise broken(path, line, f"extensions is {part!r}; want {EXAMPLE}")
        found[key] = read_extension(value.strip(), path, line, zone)
    return found


def read_extension(value: str, path: Path, line: int, zone: dt.tzinfo) -> Extension:
    """Return what one extension says: some days or hours more, or until when."""
    later = LATER.fullmatch(value)
    if later:
        return dt.timedelta(**{UNITS[later[2]]: int(later[1])})
    try:
        day = (
            dt.date.fromisoformat(value)
            if len(value) == len("2026-12-08")
            else dt.datetime.fromisoformat(value)
        )
    except ValueError:
        raise broken(path, line, f"extensions is {value!r}; want {EXAMPLE}") from None
    if not is_near(day):
        raise broken(path, line, f"extensions is {value!r}; want {EXAMPLE}")
    return moment(day, dt.time.max, zone)


def broken(path: Path, line: int, what: str) -> ConfigError:
    """Return the error that names the line."""
    return ConfigError(f"{FILE}, line {line}: {what}", cure=f"mend {path}")
