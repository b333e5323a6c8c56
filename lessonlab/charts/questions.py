"""The queries of `sql/analytics` as a reader meets them: listed, shown, planned."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import psycopg

from lessonlab.plans import explain
from lessonlab.queries import find, queries
from lessonlab.queries.arguments import arguments
from lessonlab.queries.frame import refused
from lessonlab.show.tables import Table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from psycopg import Connection

    from lessonlab.plans import Plan


def listing() -> Table:
    """
    Return every query with its parameters and its question.

    >>> dict(listing().rows)["dropout(course, idle=30 days)"]
    'At which lessons of this course do learners stop?'
    """
    rows = [(query.signature, query.question) for query in queries()]
    return Table(("query", "question"), rows, limit=None, unit="question")


def plan(connection: Connection[Any], name: str, given: Mapping[str, Any]) -> Plan:
    """Return how the server runs the query *name* with the parameters *given*."""
    query = find(name)
    values = arguments(query, given)
    try:
        return explain(connection, query.statement, values)
    except psycopg.Error as error:
        raise refused(connection, query, error) from None
