"""The plan of the statement in a `%%explain` cell."""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from lessonlab.errors import ConfigError
from lessonlab.plans.explain import explain, prefix
from lessonlab.postgres.scan import Statement, split
from lessonlab.postgres.sqlerrors import Place
from lessonlab.statements.binding import bind
from lessonlab.statements.comparing import ROUNDS, compare
from lessonlab.statements.comparing import SECONDS as TOGETHER
from lessonlab.statements.running import noticed, reported
from lessonlab.statements.what_if import WhatIf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import psycopg

    from lessonlab.plans import Comparison, Plan

SECONDS = 30.0
NO = frozenset({"off", "false", "0"})
VALUES = NO | {"on", "true", "1", "none", "text", "binary"}
PLAN_ONLY = ("generic_plan", "")
OPTION = re.compile(r"[A-Za-z_]+(=\w+)?")
COUNT = re.compile(r"[1-9]\d*")
LIMIT = re.compile(r"(\d+(?:\.\d+)?)s")
PLANNED = frozenset({"select", "with", "insert", "update", "delete", "merge", "values", "table"})


@dataclass(frozen=True, slots=True)
class Asked:
    """How a statement is explained: whether it runs, for how many seconds at most, and EXPLAIN's options."""

    analyze: bool = True
    seconds: float = SECONDS
    options: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


def read_options(line: str) -> Asked:
    """
    Return what stands behind `%%explain`: `off`, a time, and EXPLAIN's own options, bare or with a value.

    They may be written as EXPLAIN has them, too: `buffers off`, `(ANALYZE, BUFFERS OFF)`.

    >>> read_options("off"), read_options("60s").seconds
    (Asked(analyze=False, seconds=30.0, options=mappingproxy({})), 60.0)
    >>> dict(read_options("wal settings buffers=off").options)
    {'wal': '', 'settings': '', 'buffers': 'off'}
    >>> dict(read_options("(BUFFERS OFF, WAL)").options), read_options("analyze false").analyze
    ({'buffers': 'off', 'wal': ''}, False)
    """
    analyze, seconds, options = True, SECONDS, {}
    for word in joined(line):
        name, _, value = word.lower().partition("=")
        if limit := LIMIT.fullmatch(word):
            seconds = float(limit[1])
        elif word.lower() == "off" or (name == "analyze" and value in NO) or (name, value) == PLAN_ONLY:
            analyze = False
        elif not OPTION.fullmatch(word) or name == "format":
            raise ConfigError(
                f"have {word!r}, want 'off', a time such as '60s', or an option of EXPLAIN",
                cure="%%explain wal settings buffers=off",
            )
        if OPTION.fullmatch(word) and name not in {"off", "analyze"}:
            options[name] = value
    return Asked(analyze, seconds, MappingProxyType(options))


def joined(line: str) -> Iterator[str]:
    """
    Yield the words of *line*, an option and its value as one, as `name=value`; brackets and commas are gone.

    >>> list(joined("(BUFFERS OFF, wal) 60s off"))
    ['BUFFERS=OFF', 'wal', '60s', 'off']
    """
    words = re.sub(r"[(),]", " ", line).split()
    while words:
        word = words.pop(0)
        named = OPTION.fullmatch(word) and "=" not in word and word.lower() != "off"
        yield f"{word}={words.pop(0)}" if named and words and words[0].lower() in VALUES else word


def read_change(line: str) -> tuple[WhatIf, float, int]:
    """
    Return the change that is written after `--compare`, for how many seconds at most, and in how many rounds.

    >>> read_change("without=idx_a,idx_b work_mem=64kB 60s")[0].names()
    ('as it is', 'without idx_a, idx_b, work_mem = 64kB')
    >>> read_change("instead='SELECT 1' rounds=99 60s")[1:]
    (60.0, 99)
    """
    seconds, rounds, settings = TOGETHER, ROUNDS, {}
    given = dict.fromkeys(("without", "hiding", "adding", "instead"), "")
    for word in worded(line):
        name, equals, value = word.partition("=")
        if limit := LIMIT.fullmatch(word):
            seconds = float(limit[1])
        elif not equals:
            raise ConfigError(f"have {word!r}, want name=value", cure="%%explain --compare without=idx_…")
        elif name == "rounds" and COUNT.fullmatch(value):
            rounds = int(value)
        elif name in given:
            between = ";" if name == "adding" else ","
            given[name] = between.join(filter(None, (given[name], value)))
        else:
            settings[name] = value
    without, hiding = ([name for name in given[key].split(",") if name] for key in ("without", "hiding"))
    return WhatIf.of(without, hiding, given["adding"], given["instead"], settings), seconds, rounds


def worded(line: str) -> list[str]:
    """Return the words of *line*; text in quotes is part of one."""
    try:
        return shlex.split(line)
    except ValueError:
        raise ConfigError("a quote is opened and not closed", cure='adding="CREATE INDEX …"') from None


def compare_cell(conn: psycopg.Connection[Any], line: str, cell: str, names: Mapping[str, Any]) -> Comparison:
    """Return the statement in *cell* before and after the change in *line*; a second one runs instead."""
    change, seconds, rounds = read_change(line)
    first, *others = split(cell) or [Statement("", 0)]
    if len(others) > 1:
        raise ConfigError(f"have {len(others) + 1} statements, want one or two", cure="%%explain --compare")
    if others:
        change = replace(change, instead=others[0].text)
    return compare_text(conn, first.text, names, change, rounds=rounds, seconds=seconds)


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


def plannable(text: str) -> str:
    """
    Return the last statement of *text* that EXPLAIN takes; nothing where there is none.

    >>> plannable("SELECT 1; UPDATE users SET name = ''; CREATE INDEX ON users (name)")
    "UPDATE users SET name = ''"
    """
    found = [statement.text for statement in split(text) if PLANNED.intersection(statement.words[:1])]
    return found[-1] if found else ""


def compare_text(
    conn: psycopg.Connection[Any],
    text: str,
    names: Mapping[str, Any],
    change: WhatIf,
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
    if statements[0].words[:1] == ["explain"]:
        raise ConfigError(
            "the statement says EXPLAIN itself, and %%explain says it again",
            cure="take EXPLAIN away; its options stand behind %%explain: %%explain buffers off",
        )
    return statements[0]
