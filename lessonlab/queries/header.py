"""
A query file as a value: its header says the question, what it takes, what it gives, and what it costs.

    -- dropout: At which lessons of this course do learners stop?
    -- takes course uuid: the course
    -- takes idle interval = 30 days: who did not come back for longer has stopped
    -- gives abandonment_rate numeric [%]: abandoned of started
    -- order abandonment_rate before rounding, descending, lesson_id
    -- guide 14.8
    -- index idx_lesson_progress_course_id
    -- reads course
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from lessonlab.errors import ContentError
from lessonlab.queries.kinds import TYPES, read

if TYPE_CHECKING:
    from collections.abc import Mapping

TITLE = re.compile(r"-- (\w+): (\S.*\?)")
LINE = re.compile(r"-- (takes|gives|order|guide|index|reads) (\S.*)")
ITEM = re.compile(
    r"(?P<name>\w+) (?P<type>[a-z ]+?)(?: = (?P<default>[^\[:]+?))?(?: \[(?P<unit>[^\]]+)\])?: (?P<about>.+)"
)
PLACE = re.compile(r"(?<![\w:]):(\w+)")
READS = ("learner", "course", "everything")  # how much of the table: what a plan is judged by
REQUIRED = object()


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a query takes; *default* is `REQUIRED` where a value must be given."""

    name: str
    type: str
    about: str
    default: Any = REQUIRED

    @property
    def required(self) -> bool:
        """Say whether a value must be given."""
        return self.default is REQUIRED

    @property
    def nullable(self) -> bool:
        """Say whether NULL may be given: it is the default, or the header says what it means."""
        return self.default is None or "NULL for" in self.about

    @property
    def call(self) -> str:
        """Return how it stands in a call: `idle=30 days`."""
        if self.required:
            return self.name
        return f"{self.name}={'NULL' if self.default is None else written(self.default)}"


@dataclass(frozen=True, slots=True)
class Column:
    """What a query gives: a name, a type, a unit if it counts something, and what it means."""

    name: str
    type: str
    about: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Query:
    """One file of `sql/analytics`; *sql* is its statement with `:name` where a value belongs."""

    name: str
    question: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    order: str
    guide: str
    index: str
    reads: str
    sql: str

    @property
    def signature(self) -> str:
        """Return the call with what it takes: `dropout(course, idle=30 days)`."""
        return f"{self.name}({', '.join(parameter.call for parameter in self.parameters)})"

    @property
    def statement(self) -> str:
        """Return the statement as psycopg takes it: `%(name)s`, cast to the parameter's type."""
        types = {parameter.name: parameter.type for parameter in self.parameters}
        return PLACE.sub(lambda found: f"%({found[1]})s::{types[found[1]]}", self.sql.replace("%", "%%"))


def parse(name: str, text: str) -> Query:
    """Return the query in *text*, the file *name*; raise `ContentError` where its header is not whole."""
    lines = text.splitlines()
    head = [line for line in lines if line.startswith("--")]
    title = TITLE.fullmatch(head[0]) if head else None
    if title is None or title[1] != name:
        raise broken(name, f"the first line is not '-- {name}: … ?'")
    said: dict[str, list[str]] = {}
    for line in head[1:]:
        found = LINE.fullmatch(line)
        if found is None:
            raise broken(name, f"a line of the header cannot be read: {line!r}")
        said.setdefault(found[1], []).append(found[2])
    one = {key: single(name, said, key) for key in ("order", "guide", "index", "reads")}
    if one["reads"] not in READS:
        raise broken(name, f"it reads {one['reads']!r}, want one of {', '.join(READS)}")
    sql = "\n".join(line for line in lines if not line.startswith("--"))
    takes = tuple(parameter(name, item) for item in said.get("takes", ()))
    unknown = set(PLACE.findall(sql)) ^ {taken.name for taken in takes}
    if unknown:
        raise broken(name, f"parameters of header and statement differ: {', '.join(sorted(unknown))}")
    gives = tuple(column(name, item) for item in said.get("gives", ()))
    return Query(name, title[2], takes, gives, **one, sql=sql)


def parameter(query: str, item: str) -> Parameter:
    """
    Return what a line `takes` says.

    >>> parameter("dropout", "least integer = 10: at least so many").default
    10
    """
    found = matched(query, item)
    default = found["default"]
    if default is None:
        return Parameter(found["name"], found["type"], found["about"])
    value = None if default == "NULL" else read(found["type"], default)
    return Parameter(found["name"], found["type"], found["about"], value)


def column(query: str, item: str) -> Column:
    """
    Return what a line `gives` says.

    >>> column("dropout", "rate numeric [%]: abandoned of started")
    Column(name='rate', type='numeric', about='abandoned of started', unit='%')
    """
    found = matched(query, item)
    return Column(found["name"], found["type"], found["about"], found["unit"] or "")


def written(default: Any) -> str:
    """
    Return *default* as one would write it.

    >>> written(timedelta(days=30)), written(timedelta(hours=24)), written(10)
    ('30 days', '1 day', '10')
    """
    return str(default).removesuffix(", 0:00:00") if isinstance(default, timedelta) else str(default)


def matched(query: str, item: str) -> Mapping[str, Any]:
    """Return the parts of *item*: name, type, default, unit, about."""
    found = ITEM.fullmatch(item)
    if found is None or found["type"] not in TYPES:
        raise broken(query, f"want 'name type [unit]: what it is', have {item!r}")
    return found.groupdict()


def single(name: str, said: Mapping[str, list[str]], key: str) -> str:
    """Return the one line *key* of the header."""
    if len(said.get(key, ())) != 1:
        raise broken(name, f"want one line '-- {key} …'")
    return said[key][0]


def broken(name: str, what: str) -> ContentError:
    """Return the error of a file that cannot be used."""
    return ContentError(f"sql/analytics/{name}.sql: {what}", cure="correct the file's header")
