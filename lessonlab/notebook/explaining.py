"""The plan of the statement in a `%%explain` cell."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from lessonlab.errors import ConfigError
from lessonlab.notebook.binding import bind
from lessonlab.notebook.running import noticed, reported
from lessonlab.notebook.sqlerrors import Place
from lessonlab.plans.explain import explain, prefix
from lessonlab.postgres.scan import Statement, split

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import psycopg

    from lessonlab.plans.tree import Plan

SECONDS = 30.0
LIMIT = re.compile(r"(\d+(?:\.\d+)?)s")


def read_options(line: str) -> tuple[bool, float]:
    """
    Return whether the statement runs, and for how many seconds at most.

    >>> read_options(""), read_options("off"), read_options("60s")
    ((True, 30.0), (False, 30.0), (True, 60.0))
    """
    analyze, seconds = True, SECONDS
    for word in line.split():
        if limit := LIMIT.fullmatch(word):
            seconds = float(limit[1])
        elif word == "off":
            analyze = False
        else:
            raise ConfigError(f"have {word!r}, want 'off' or a time such as '60s'", cure="%%explain")
    return analyze, seconds


def explain_cell(
    conn: psycopg.Connection[Any], line: str, cell: str, names: Mapping[str, Any], say: Callable[[str], None]
) -> Plan:
    """Return the plan of the one statement in *cell*; *line* has the options."""
    analyze, seconds = read_options(line)
    with noticed(conn, say):
        return explain_text(conn, cell, names, analyze=analyze, seconds=seconds)


def explain_text(
    conn: psycopg.Connection[Any],
    text: str,
    names: Mapping[str, Any],
    *,
    analyze: bool = True,
    seconds: float = SECONDS,
) -> Plan:
    """Return the plan of the one statement in *text*, which shows variables of *names* by their names."""
    statement = only(split(text))
    bound = bind(statement.text, names, conn)
    values = {name: names[name] for name in bound.names}
    query = bound.text.replace("%", "%%")  # psycopg reads it, because the values come along to be named
    before = len(prefix(analyze=analyze))
    with reported(conn, bound, statement, Place(text), before=before):
        return explain(conn, query, values, analyze=analyze, timeout=seconds)


def only(statements: list[Statement]) -> Statement:
    """Return the one statement there is."""
    if len(statements) != 1:
        raise ConfigError(
            f"have {len(statements)} statements, want one to explain", cure="%%explain above one"
        )
    return statements[0]
