"""Which queries there are: every file of `sql/analytics`."""

from __future__ import annotations

import difflib
from functools import cache

from lessonlab import content
from lessonlab.errors import ContentError, UnknownName
from lessonlab.queries.header import Query, parse

FOLDER = "analytics"


@cache
def queries() -> tuple[Query, ...]:
    """Return every query, by name."""
    names = sorted(path.stem for path in (content.folder("sql") / FOLDER).glob("*.sql"))
    if not names:
        raise ContentError("there are no queries", cure="python -m pip install --force-reinstall lessonlab")
    return tuple(parse(name, content.sql(f"{FOLDER}/{name}")) for name in names)


def find(name: str) -> Query:
    """Return the query *name*; raise `UnknownName` with the one that may have been meant."""
    known = {query.name: query for query in queries()}
    if name in known:
        return known[name]
    close = difflib.get_close_matches(str(name), known, n=1)
    near = f", did you mean {close[0]!r}" if close else ""
    raise UnknownName(f"there is no query {name!r}{near}", cure="lab.queries()")
