"""What the rules find in a database."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg.rows import tuple_row

from lessonlab import content
from lessonlab.errors import ConfigError, PrivilegeError, ServerGone
from lessonlab.postgres.sqlerrors import sql_error
from lessonlab.postgres.undone import undone
from lessonlab.review.found import Finding, Findings
from lessonlab.review.printed import review_text
from lessonlab.review.rules import Rule, rules

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


PRE = "text-align:left;white-space:pre-wrap;word-break:normal;line-height:1.35;margin:0;padding-left:6px"
SECONDS = 30  # for one rule, on a catalog of any size


@dataclass(frozen=True, slots=True, repr=False)
class Review(Findings):
    """All findings about the tables of some schemas, the worst first; displays as text."""

    def __repr__(self) -> str:
        return review_text(self)

    def _repr_html_(self) -> str:
        return f'<pre style="{PRE}">{escape(review_text(self), quote=False)}</pre>'


def review(connection: psycopg.Connection[Any], schemas: Sequence[str] = ()) -> Review:
    """
    Hold the tables of *schemas* against all rules, and change nothing.

    Without *schemas* it is every schema that is not the server's own or lessonlab's.  Raise `ConfigError`
    when a schema is not there, `PrivilegeError` when the role may not look, `ServerGone` or `SqlError` for
    anything else.
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
        if connection.closed:
            raise ServerGone("the server stopped while it was asked", cure="ask again") from None
        raise sql_error(error, heading="the schemas could not be read: ") from None


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
        raise sql_error(error, heading=f"the rule {rule.title!r} could not be asked: ") from None
    return [Finding(rule, *row) for row in rows]
