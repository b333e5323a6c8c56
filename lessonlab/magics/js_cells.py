"""`%%js`: JavaScript that runs, in one world for each database of a lab."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from lessonlab.errors import ConfigError
from lessonlab.js import pool_queries
from lessonlab.js.engine import NO_ENGINE, has_engine
from lessonlab.js.js_process import Beside
from lessonlab.js.json_values import as_json
from lessonlab.show.tables import Preformatted

if TYPE_CHECKING:
    from collections.abc import Callable, MutableMapping

    from psycopg import Connection

LINE = re.compile(
    r"\s*(?:--with(?:=|\s+)(?P<names>\w+(?:,\s*\w+)*)(?!\S))?"  # --with mina,photo
    r"\s*(?:(?P<to>[^\W\d]\w*)\s*<<)?\s*(?P<code>.*)"  # seconds << …
)


class JsCells:
    """The world of a lab's JavaScript: its first cell begins one, a new lab and `lab.reset()` another."""

    def __init__(self, connection: Callable[[], Connection[Any]], say: Callable[[str], None]) -> None:
        self._connection, self._say = connection, say
        self._world: Beside | None = None
        self._database = ""

    def run(self, line: str, cell: str, names: MutableMapping[str, Any]) -> Preformatted | None:
        """Run *cell* with what *line* asks for, and return what is shown of its last value."""
        if not has_engine():
            self._say(NO_ENGINE)
            return None
        found = LINE.fullmatch(line)
        given = re.split(r",\s*", found["names"]) if found and found["names"] else []
        code = found["code"] if found else line
        shown, value = self._ready().run(
            f"{code}\n{cell}", {name: as_json(name, named(name, names)) for name in given}
        )
        if found and found["to"]:
            if not value:
                raise ConfigError("the last value has no JSON", cure="a number, a text, a list or an object")
            names[found["to"]] = json.loads(value)
            return None
        return Preformatted(shown) if shown else None

    def _ready(self) -> Beside:
        """Return the world of the database that the lab has now; one that was lost is begun anew."""
        database = self._connection().info.dbname
        if self._world is not None and (self._world.is_lost or database != self._database):
            self._world.close()
            self._world = None
        if self._world is None:
            self._database = database
            self._world = Beside(
                lambda asked: pool_queries.answer(self._connection(), asked, self._say), self._say
            )
        return self._world


def named(name: str, names: MutableMapping[str, Any]) -> Any:
    """Return the reader's variable *name*."""
    if name not in names:
        raise ConfigError(f"there is no variable {name!r}", cure="%%js --with mina,photo")
    return names[name]
