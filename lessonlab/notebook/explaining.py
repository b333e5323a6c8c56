"""The plan of the statement in a `%%explain` cell."""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from lessonlab.errors import ConfigError
from lessonlab.notebook.binding import bind
from lessonlab.notebook.changes import Change
from lessonlab.notebook.comparing import ROUNDS, compare
from lessonlab.notebook.comparing import SECONDS as TOGETHER
from lessonlab.notebook.running import noticed, reported
from lessonlab.notebook.sqlerrors import Place
from lessonlab.plans.explain import explain, prefix
from lessonlab.postgres.scan import Statement, split

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import psycopg

    from lessonlab.plans import Comparison, Plan

SECONDS = 30.0
OPTION = re.compile(r"[A-Za-z_]+(=\w+)?")
LIMIT = re.compile(r"(\d+(?:\.\d+)?)s")


@dataclass(frozen=True, slots=True)
class Asked:
    """How a statement is explained: whether it runs, for how many seconds at most, and EXPLAIN's options."""

    analyze: bool = True
    seconds: float = SECONDS
    options: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


def read_options(line: str) -> Asked:
    """
    Return what stands behind `%%explain`: `off`, a time, and EXPLAIN's own options, bare or with a value.

    >>> read_options("off"), read_options("60s").seconds
    (Asked(analyze=False, seconds=30.0, options=mappingproxy({})), 60.0)
    >>> dict(read_options("wal settings buffers=off").options)
    {'wal': '', 'settings': '', 'buffers': 'off'}
    """
    analyze, seconds, options = True, SECONDS, {}
    for word in line.split():
        name, _, value = word.lower().partition("=")
        if limit := LIMIT.fullmatch(word):
            seconds = float(limit[1])
        elif word == "off" or (name, value) in {("analyze", "off"), ("generic_plan", "")}:
            analyze = False
        elif not OPTION.fullmatch(word) or name == "format":
            raise ConfigError(
                f"have {word!r}, want 'off', a time such as '60s', or an option of EXPLAIN",
                cure="%%explain wal settings buffers=off",
            )
        if OPTION.fullmatch(word) and name not in {"off", "analyze"}:
            options[name] = value
    return Asked(analyze, seconds, MappingProxyType(options))


def read_change(line: str) -> tuple[Change, float]:
    """
    Return the change that is written after `--compare`, and for how many seconds all may take at most.

    >>> read_change("without=idx_a,idx_b work_mem=64kB 60s")[0].names()
    ('as it is', 'without idx_a, idx_b, work_mem = 64kB')
    """
    seconds, given, settings = TOGETHER, dict.fromkeys(("without", "hiding", "adding"), ""), {}
    for word in shlex.split(line):
        name, equals, value = word.partition("=")
        if limit := LIMIT.fullmatch(word):
            seconds = float(limit[1])
        elif not equals:
            raise ConfigError(f"have {word!r}, want name=value", cure="%%explain --compare without=idx_…")
        elif name in given:
            given[name] = value
        else:
            settings[name] = value
    without, hiding = ([name for name in given[key].split(",") if name] for key in ("without", "hiding"))
    return Change.of(without, hiding, given["adding"], settings=settings), seconds


def compare_cell(conn: psycopg.Connection[Any], line: str, cell: str, names: Mapping[str, Any]) -> Comparison:
    """Return the statement in *cell* before and after the change in *line*; a second one runs instead."""
    change, seconds = read_change(line)
    first, *others = split(cell) or [Statement("", 0)]
    if len(others) > 1:
        raise ConfigError(f"have {len(others) + 1} statements, want one or two", cure="%%explain --compare")
    instead = others[0].text if others else ""
    return compare_text(conn, first.text, names, replace(change, instead=instead), seconds=seconds)


def explain_cell(
    conn: psycopg.Connection[Any], line: str, cell: str, names: Mapping[str, Any], say: Callable[[str], None]
) -> Plan | Comparison:
    """Return the plan of the one statement in *cell*; *line* has the options."""
    first, _, rest = line.strip().partition(" ")
    if first == "--compare":
        return compare_cell(conn, rest, cell, names)
    with noticed(conn, say):
        return explain_text(conn, cell, names, read_options(line))


def explain_text(conn: psycopg.Connection[Any], text: str, names: Mapping[str, Any], asked: Asked) -> Plan:
    """Return the plan of the one statement in *text*, which shows variables of *names* by their names."""
    statement = only(split(text))
    bound = bind(statement.text, names, conn)
    values = {name: names[name] for name in bound.names}
    before = len(prefix(analyze=asked.analyze, options=asked.options))
    with reported(conn, bound, statement, Place(text), before=before):
        return explain(
            conn,
            bound.text,
            analyze=asked.analyze,
            timeout=asked.seconds,
            names=values,
            options=asked.options,
        )


def compare_text(
    conn: psycopg.Connection[Any],
    text: str,
    names: Mapping[str, Any],
    change: Change,
    *,
    rounds: int = ROUNDS,
    seconds: float = TOGETHER,
) -> Comparison:
    """Return the plans of the statement in *text* before and after *change*, and what it was worth."""
    bound = bind(only(split(text)).text, names, conn)
    other = bind(only(split(change.instead)).text, names, conn) if change.instead else None
    change = replace(
        change,
        adding=bind(change.adding, names, conn).text,
        instead=other.text if other else "",
    )
    used = bound.names | (other.names if other else frozenset())
    values = {name: names[name] for name in used}
    return compare(conn, bound.text, change, names=values, rounds=rounds, seconds=seconds)


def only(statements: list[Statement]) -> Statement:
    """Return the one statement there is."""
    if len(statements) != 1:
        raise ConfigError(
            f"have {len(statements)} statements, want one to explain", cure="%%explain above one"
        )
    return statements[0]
