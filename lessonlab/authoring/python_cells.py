"""
What a Python cell of a page may be: short, and no hiding place for SQL.

A student of table design reads statements in SQL cells, whole; a value goes in as `:name`.
"""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from lessonlab.authoring.claim_calls import MAGIC
from lessonlab.authoring.sql_share import kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nbformat import NotebookNode

LINES = 10
SHORT = 60  # characters of a statement that may stand in Python: a count, a setting
BEGINS = re.compile(
    r"\s*(?:--[^\n]*\n\s*)*(?:ALTER|ANALYZE|BEGIN|CALL|COMMENT|COPY|CREATE|DELETE|DROP|EXPLAIN|GRANT|INSERT|LOCK"
    r"|MERGE|REFRESH|REINDEX|REVOKE|SELECT|SET|TRUNCATE|UPDATE|VACUUM|VALUES|WITH)\s"
)
WITHIN = re.compile(
    r"\b(?:SELECT\s.+\sFROM|INSERT\s+INTO|DELETE\s+FROM|UPDATE\s+\w+\s+SET|WHERE\s+\w+|GROUP\s+BY|ORDER\s+BY|UNION\s+ALL"
    r"|(?:ALTER|CREATE|DROP)\s+(?:INDEX|TABLE|TRIGGER|FUNCTION|VIEW))\b",
    re.DOTALL,
)
TAKES_SQL = frozenset(
    (
        *("compare", "execute", "executemany", "explain", "race", "refused", "rows", "run"),
        *("spread", "sql", "table", "value", "values"),
    )
)
FILLS = frozenset(("format", "join", "replace"))


def check_python_length(name: str, nb: NotebookNode) -> Iterator[str]:
    """A Python cell has at most ten lines."""
    for id_, source in python_cells(nb):
        lines = len(source.splitlines())
        if lines > LINES:
            yield (
                f"cell {id_!r} of {name} has {lines} lines of Python, expected at most {LINES}: "
                "put SQL into an SQL cell, plumbing into the package"
            )


def check_made_sql(name: str, nb: NotebookNode) -> Iterator[str]:
    """No statement is put together by Python."""
    for id_, source in python_cells(nb):
        for how in made_sql(source):
            yield f"cell {id_!r} of {name} makes SQL by {how}: write it whole in an SQL cell, values as :name"


def check_hidden_sql(name: str, nb: NotebookNode) -> Iterator[str]:
    """No statement that is longer than a short line stands in a Python string."""
    for id_, source in python_cells(nb):
        for statement in hidden_sql(source):
            first = statement.split("\n")[0]
            yield f"cell {id_!r} of {name} has {first!r} in a Python string: put it into an SQL cell"


def python_cells(nb: NotebookNode) -> Iterator[tuple[str, str]]:
    """Yield the id and the source of each Python cell."""
    for cell in nb.cells:
        if cell.cell_type == "code" and kind(cell.source) == "python":
            yield cell.id, cell.source


def made_sql(source: str) -> list[str]:
    r"""
    Return by what means *source* puts SQL together.

    >>> made_sql('lab.run(f"DROP INDEX {name}")'), made_sql('print(f"{n} rows")')
    (['an f-string'], [])
    >>> made_sql('lab.rows(QUERY.replace("a", b))'), made_sql('" UNION ALL ".join(parts)')
    (['.replace()'], ['.join()'])
    """
    tree = parsed(source)
    taken = {id(part) for call in _sql_calls(tree) for given in _given(call) for part in ast.walk(given)}
    found = [_made(node, taken=id(node) in taken) for node in ast.walk(tree)]
    return list(dict.fromkeys(how for how in found if how))


def hidden_sql(source: str) -> list[str]:
    """
    Return the statements in strings of *source* that are longer than a short line.

    >>> hidden_sql('lab.value("SELECT count(*) FROM users")')
    []
    """
    texts = [node.value for node in ast.walk(parsed(source)) if isinstance(node, ast.Constant)]
    return [
        text.strip()
        for text in texts
        if isinstance(text, str) and BEGINS.match(text) and ("\n" in text.strip() or len(text) > SHORT)
    ]


def parsed(source: str) -> ast.Module:
    """Return the tree of a Python cell, its magics left out; an empty one for what is wrong on purpose."""
    try:
        return ast.parse(MAGIC.sub(r"\1pass", source))
    except SyntaxError:
        return ast.Module(body=[], type_ignores=[])


def _sql_calls(tree: ast.AST) -> Iterator[ast.Call]:
    """Yield the calls that take SQL."""
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in TAKES_SQL
        ):
            yield node


def _given(call: ast.Call) -> Iterator[ast.expr]:
    """Yield the parts of a call that can be SQL: what comes first, and an index to try."""
    yield from call.args[:1]
    yield from (word.value for word in call.keywords if word.arg in {"adding", "without"})


def _made(node: ast.AST, *, taken: bool) -> str:
    """Return by what means *node* makes SQL, '' if it does not; *taken* says that a call takes it as SQL."""
    match node:
        case ast.JoinedStr(values=parts) if any(isinstance(part, ast.FormattedValue) for part in parts):
            return "an f-string" if taken or _is_sql(node) else ""
        case ast.BinOp(left=left, op=ast.Mod() | ast.Add() as sign, right=right):
            texts = [side for side in (left, right) if _has_text(side)]
            by = "%" if isinstance(sign, ast.Mod) else "+"
            return by if any(_is_sql(text) for text in texts) or (taken and texts) else ""
        case ast.Call(func=ast.Attribute(value=value, attr=attr)) if attr in FILLS:
            return f".{attr}()" if taken or _is_sql(value) else ""
    return ""


def _has_text(node: ast.expr) -> bool:
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))


def _is_sql(node: ast.expr) -> bool:
    """Say whether the text of *node* reads like a statement, or a part of one."""
    parts = [part for part in ast.walk(node) if isinstance(part, ast.Constant)]
    text = " x ".join(part.value for part in parts if isinstance(part.value, str))
    return bool(BEGINS.match(text) or WITHIN.search(text))
