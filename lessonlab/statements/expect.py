"""An error that a cell is meant to raise."""

from __future__ import annotations

import re

from lessonlab.errors import ConfigError, NotExpected, SqlError
from lessonlab.postgres.sqlerrors import condition
from lessonlab.show.tables import Preformatted

CODE = re.compile(r"[0-9A-Z]{5}")
EDGE = ";white-space:pre-wrap;word-break:normal;border:0;border-left:3px solid #c80;padding:2px 0 2px 10px"
CURE = "%%expect_error 23514"


def wanted_codes(line: str) -> tuple[str, ...]:
    """
    Return the SQLSTATEs that *line* names, one or several between bars.

    >>> wanted_codes("23001|23503"), wanted_codes(" 22p02 ")
    (('23001', '23503'), ('22P02',))
    """
    codes = tuple(code.strip().upper() for code in line.split("|"))
    for code in codes:
        if not CODE.fullmatch(code):
            raise ConfigError(f"have {code!r}, want a SQLSTATE of five characters", cure=CURE)
    return codes


def named(codes: tuple[str, ...]) -> str:
    """
    Return *codes* with their names.

    >>> named(("23514", "LL001"))
    '23514 (check_violation) or LL001'
    """
    names = ((code, condition(code)) for code in codes)
    return " or ".join(f"{code} ({name})" if name else code for code, name in names)


def met(error: SqlError, codes: tuple[str, ...]) -> Preformatted:
    """Return *error* as something to show if it is one of *codes*; raise `NotExpected` otherwise."""
    if error.sqlstate not in codes:
        have = named((error.sqlstate,)) if error.sqlstate else "an error without SQLSTATE"
        raise NotExpected(f"have {have}, want {named(codes)}\n{error}") from None
    return Preformatted(error.message, EDGE)


def nothing_failed(codes: tuple[str, ...]) -> NotExpected:
    """Return the error of a cell that should have failed and did not."""
    return NotExpected(
        f"have a cell that ran without an error, want {named(codes)}", cure="%%sql, if it may run"
    )
