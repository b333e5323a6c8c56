"""What the rules find in a database."""

from __future__ import annotations

from collections import Counter
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from html import escape
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg.rows import tuple_row

from lessonlab import content
from lessonlab.errors import ConfigError, PrivilegeError, SqlError
from lessonlab.postgres.undone import undone
from lessonlab.review.rules import LEVELS, Rule, rules
from lessonlab.review.text import draw

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PRE = "text-align:left;white-space:pre-wrap;word-break:normal;line-height:1.35;margin:0;padding-left:6px"
SECONDS = 30  # for one rule, on a catalog of any size


@dataclass(frozen=True, slots=True)
class Finding:
    """One object that breaks *rule*: what was *seen* there, and the *cure* as a statement or in words."""

    rule: Rule
    object: str
    seen: str
    cure: str

    def as_dict(self) -> dict[str, str]:
        """Return the finding as plain text values, for JSON."""
        found = {"rule": self.rule.name, "level": self.rule.level, "chapter": self.rule.chapter}
        found |= {"reason": self.rule.reason}
        return found | {name: value for name, value in asdict(self).items() if name != "rule"}


@dataclass(frozen=True, slots=True, repr=False)
class Review:
    """All *findings* about the *tables* tables of *schemas*, the worst first; displays as text."""

    schemas: tuple[str, ...]
    tables: int
    findings: tuple[Finding, ...]

    def __repr__(self) -> str:
        return draw(self)

    def _repr_html_(self) -> str:
        return f'<pre style="{PRE}">{escape(draw(self), quote=False)}</pre>'

    def count(self, level: str) -> int:
        """Return how many findings have *level*."""
        return sum(finding.rule.level == level for finding in self.findings)

    @property
    def summary(self) -> str:
        """Return the findings in one line."""
        counts = Counter(finding.rule.level for finding in self.findings)
        said = [plural(counts[level], level) for level in LEVELS if counts[level]]
        return f"{plural(self.tables, 'table')}: {', '.join(said) or 'nothing found'}"


def review(connection: psycopg.Connection[Any], schemas: Sequence[str] = ()) -> Review:
    """
    Hold the tables of *schemas* against all rules, and change nothing.

    Without *schemas* it is every schema that is not the server's own or lessonlab's.  Raise `ConfigError`
    when a schema is not there, `PrivilegeError` when the role may not look, `SqlError` for anything else.
    """
    with reading(connection) as cursor:
        rows = cursor.execute(content.sql("catalog/schemas").encode()).fetchall()
        known = {name: (oid, tables) for name, oid, tables in rows}
        missing = [name for name in schemas if name not in known]
        if missing:
            raise ConfigError(
                f"there is no schema {missing[0]!r}, have {', '.join(map(repr, known)) or 'none'}",
                cure="lessonlab review --schema NAME",
            )
        chosen = tuple(schemas) or tuple(known)
        oids = [known[name][0] for name in chosen]
        found = tuple(finding for rule in rules() for finding in ask(cursor, rule, oids))
    return Review(chosen, sum(known[name][1] for name in chosen), found)


@contextmanager
def reading(connection: psycopg.Connection[Any]) -> Iterator[psycopg.Cursor[Any]]:
    """Yield a cursor that can change nothing and waits for nothing long."""
    try:
        with undone(connection), connection.cursor(row_factory=tuple_row) as cursor:
            cursor.execute("SET TRANSACTION READ ONLY")
            cursor.execute(f"SET LOCAL statement_timeout = '{SECONDS}s'".encode())
            yield cursor
    except psycopg.Error as error:
        said = error.diag.message_primary or str(error)
        message = f"the schemas could not be read: {said}"
        raise SqlError(message, sqlstate=error.sqlstate, primary=said) from None


def ask(cursor: psycopg.Cursor[Any], rule: Rule, schemas: Sequence[int]) -> list[Finding]:
    """Return what breaks *rule* in *schemas*, given by their OIDs."""
    try:
        rows = cursor.execute(rule.query.encode(), {"schemas": schemas}).fetchall()
    except psycopg.errors.InsufficientPrivilege as error:
        raise PrivilegeError(
            f"the role may not read what {rule.title!r} asks: {error.diag.message_primary}",
            cure="use the owner of the tables, or a role with pg_read_all_data",
        ) from None
    except psycopg.Error as error:
        said = error.diag.message_primary or str(error)
        message = f"the rule {rule.title!r} could not be asked: {said}"
        raise SqlError(message, sqlstate=error.sqlstate, primary=said) from None
    return [Finding(rule, *row) for row in rows]


def plural(number: int, noun: str) -> str:
    """
    Return *number* with its noun.

    >>> plural(1, "fault"), plural(2, "cost")
    ('1 fault', '2 costs')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
