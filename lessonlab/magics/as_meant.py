"""A cell of SQL as it was meant, where IPython would refuse how it is written."""

from __future__ import annotations

import ast
import re

COMMENT = re.compile(r"\s*(#|--)")
CELL_MAGICS = "sql|answer|explain|expect_error|race|js"
CELL_MAGIC = re.compile(rf"%%({CELL_MAGICS})\b")
ALONE = re.compile(r"%%(answer|explain)\b(?!\?)")
ONE_LINE = re.compile(r"(?:([^\W\d]\w*)\s*=\s*)?%sql\s+(.*)")
GOES_ON = re.compile(
    r"\s*(from|where|group\s+by|order\s+by|limit|having|(left|right|full|inner|cross)?\s*join|on|values|set"
    r"|returning|union|select|and|or)\b(?!\s*[=.(])",
    re.IGNORECASE,
)
OTHER_LINE = re.compile(r"^(\s*)(?:[^\W\d][\w, ]*=\s*)?[%!].*$", re.MULTILINE)
REFUSED = 'raise __import__("lessonlab").errors.ConfigError({message!r}, cure={cure!r})\n'


def with_a_body(lines: list[str]) -> list[str]:
    """
    Return the lines of a cell; `%%answer` and `%%explain` with nothing under them get an empty line.

    IPython refuses a cell magic without a body; an empty answer is one that was not attempted, and
    `%%explain` alone is about the query before.

    >>> with_a_body(["%%answer 06-02\\n"])
    ['%%answer 06-02\\n', '\\n']
    """
    alone = len(lines) == 1 and ALONE.match(lines[0])
    return [*lines, "\n"] if alone else as_meant(lines)


def as_meant(lines: list[str]) -> list[str]:
    """
    Return the lines of a cell as they are meant: `%%sql` below a comment, `%sql` above the rest of its SQL.

    IPython takes `%%sql` in the first line alone, and of `%sql` one line; what follows would be no Python.

    >>> as_meant(["# of mine\\n", "%%sql\\n", "SELECT 1"])
    ['%%sql\\n', 'SELECT 1']
    >>> as_meant(["x = %sql SELECT 1\\n", "FROM users\\n"])
    ['%%sql x << SELECT 1\\n', 'FROM users\\n']
    >>> as_meant(["%sql SELECT 1\\n", "print(2)\\n"])
    ['%sql SELECT 1\\n', 'print(2)\\n']
    """
    first = next((i for i, line in enumerate(lines) if line.strip() and not COMMENT.match(line)), 0)
    if first and CELL_MAGIC.match(lines[first]):
        return lines[first:]
    found = ONE_LINE.match(lines[first]) if lines else None
    if found and len(lines) > first + 1 and GOES_ON.match(lines[first + 1]):
        name = f"{found[1]} << " if found[1] else ""
        return [f"%%sql {name}{found[2]}\n", *lines[first + 1 :]]
    return told_apart(lines)


def told_apart(lines: list[str]) -> list[str]:
    """
    Return the lines of a cell; one with `%%sql` below complete lines of Python becomes an error of ours.

    >>> "%%sql stands below other lines" in told_apart(["x = 1\\n", "%%sql\\n", "SELECT 1"])[0]
    True
    >>> told_apart(["x = (\\n", "%%sql\\n"])
    ['x = (\\n', '%%sql\\n']
    """
    if lines[:1] and lines[0].startswith("%%"):
        return lines
    found = ((i, CELL_MAGIC.match(line.lstrip())) for i, line in enumerate(lines) if i)
    magic = next((hit[0] for i, hit in found if hit and is_whole("".join(lines[:i]))), None)
    if magic is None:
        return lines
    message = f"{magic} stands below other lines: none of this cell was run"
    return [REFUSED.format(message=message, cure=f"a cell of its own, with {magic} in its first line")]


def is_whole(text: str) -> bool:
    """
    Say whether *text* is Python that ends where it ends: in no string, bracket or block that was begun.

    >>> is_whole("x = 1\\n%sql SELECT 1\\n"), is_whole("x = (1\\n"), is_whole("x = \\"\\"\\"y")
    (True, False, False)
    """
    flags = ast.PyCF_ONLY_AST | ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
    try:
        compile(OTHER_LINE.sub(r"\1pass", text), "cell", "exec", flags=flags)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return True
