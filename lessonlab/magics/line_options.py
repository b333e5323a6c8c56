"""The `%sql` line of ipython-sql: options, a connection, `name <<`, and then SQL as it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

WORD = re.compile(r"""\s*('[^']*'|"[^"]*"|\S+)""")
URL = re.compile(r"[a-z][\w+]*://\S*$")
NAMED = re.compile(r"\$(\w+)$|\{(\w+)\}$")
ASSIGNED = re.compile(r"\s*([^\W\d]\w*)[ \t]*<<(?:[ \t]*\n|\s*)")
FLAGS = {"-l": "connections", "-p": "persist", "--connections": "connections", "--persist": "persist"} | {
    "--append": "append",
    "--gset": "gset",
    "--more": "more",
}
TAKING = {"-x": "close", "-c": "creator", "-s": "section", "-a": "connection_arguments", "-f": "file"}
TAKING |= {f"--{name}": name for name in (*TAKING.values(), "csv")}


@dataclass(frozen=True, slots=True)
class Request:
    """What a `%sql` line or cell asks for."""

    text: str
    given: tuple[tuple[str, str], ...] = ()
    connection: str = ""
    variable: str = ""

    def option(self, name: str) -> str | None:
        """Return the value of the option *name*, '' for one without a value, `None` if it is not given."""
        return dict(self.given).get(name)


def read_request(line: str, cell: str = "", connections: Collection[str] = ()) -> Request:
    """
    Return what *line* and *cell* ask for; *connections* are the names of those that are open.

    Only words before the SQL are options, and only `scheme://…`, `$name`, `{name}` or a name out of
    *connections* is a connection: SQL itself is never taken apart.

    >>> read_request("--bob@example.com").text, read_request("--persist frame").option("persist")
    ('--bob@example.com', '')
    >>> read_request("sqlite:// a << SELECT 5 -1")
    Request(text='SELECT 5 -1', given=(), connection='sqlite://', variable='a')
    """
    request, rest = take_words(Request(""), line, connections)
    text = "\n".join(part for part in (rest, cell) if part.strip())
    if not request.connection:
        request, text = take_words(request, text, connections, options=False)
    if found := ASSIGNED.match(text):
        request, text = replace(request, variable=found[1]), text[found.end() :]
    return replace(request, text=text)


def take_words(
    request: Request, text: str, connections: Collection[str], *, options: bool = True
) -> tuple[Request, str]:
    """Move options and a connection from the start of *text* into *request*."""
    while found := WORD.match(text):
        word, value = found[1], WORD.match(text, found.end())
        name, equals, given = word.partition("=")
        if options and word in FLAGS:
            request = replace(request, given=(*request.given, (FLAGS[word], "")))
        elif options and equals and name in TAKING:
            request = replace(request, given=(*request.given, (TAKING[name], bare(given))))
        elif options and word in TAKING and value:
            request = replace(request, given=(*request.given, (TAKING[word], bare(value[1]))))
            found = value
        elif not request.connection and is_connection(word, connections):
            request = replace(request, connection=word)
        else:
            break
        text = text[found.end() :].removeprefix("\n")
    return request, text


def bare(word: str) -> str:
    """Return *word* without the quotes around it."""
    return word[1:-1] if len(word) > 1 and word[0] in "'\"" and word[0] == word[-1] else word


def is_connection(word: str, connections: Collection[str]) -> bool:
    """
    Say whether *word* names a connection.

    >>> is_connection("postgresql://x", ()), is_connection("$url", ()), is_connection("ada@example.org", ())
    (True, True, False)
    """
    return bool(URL.match(word) or NAMED.match(word)) or word in connections
