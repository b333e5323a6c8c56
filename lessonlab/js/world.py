"""The world in which the JavaScript of cells lives: what one of them defines the next finds."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lessonlab.errors import JavaScriptError
from lessonlab.js.engine import MEMORY, SECONDS, Allowance, Engine, Stopped, Thrown, took_too_long

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

HERE = Path(__file__).parent
FILES = ("shown.js", "clock.js", "browser.js", "cell.js")  # one function, in this order
FRAME = re.compile(r"\bcell-(\d+):(\d+):\d+")
NEVER = "await of what never comes: no timer is due, and nobody was asked"


@dataclass(frozen=True, slots=True)
class Value:
    """The value of a cell's last expression: how it is *shown*, and its *json* for Python."""

    shown: str
    json: str


class World:
    """
    Run cells one after the other; what one defines the next finds.

    *query* answers what a cell asks of the database, *say* is told a line of the console's.
    """

    def __init__(
        self,
        query: Callable[[str], str],
        say: Callable[[str], None],
        *,
        seconds: float = SECONDS,
        memory: int = MEMORY,
    ) -> None:
        self.allowance = Allowance(seconds)
        self._engine = Engine(self.allowance, memory)
        self._query, self._say = query, say
        self._cells: list[str] = []
        prelude = "\n".join((HERE / name).read_text(encoding="utf-8") for name in FILES)
        self._host = self._engine.eval(
            f'(() => {{ "use strict"; const host = {{}};\n{prelude}\nreturn host; }})()'
        )

    def run(self, cell: str, names: Mapping[str, str]) -> Value:
        """Run *cell*; *names* are values that it finds, as JSON.  Raise `JavaScriptError`."""
        self.allowance.begin()
        self._cells.append(cell)
        try:
            for name, value in names.items():
                self._ask("name", name, value)
            value = self._steps(cell)
            self._settle()
            return Value(self._ask("display", value), self._ask("given", value))
        except Thrown as error:
            raise self._placed(error) from None
        finally:
            self.allowance.begin()  # what was said is told, also by a cell that took too long
            with suppress(Stopped):
                self._tell()
            self.allowance.end()

    def _steps(self, cell: str) -> Any:
        """Run the steps of *cell*, and return the value of the last."""
        value = self._engine.eval("undefined")
        for step in json.loads(self._ask("steps", cell)):
            if "refused" in step:
                raise JavaScriptError(step["refused"], cure="const first = await …; const second = await …")
            if "script" in step:
                value = self._engine.eval(step["script"], self._file)
            else:
                value = self._awaited(step["awaited"])
            if "names" in step:
                self._ask("keep", value)
                self._engine.eval(f"{step['names']} = $awaited", self._file)
                self._ask("forget")
                value = self._engine.eval("undefined")
        return value

    @property
    def _file(self) -> str:
        return f"cell-{len(self._cells)}"

    def _awaited(self, script: str) -> Any:
        """Run a step that awaits: its world goes on until it has what it waits for."""
        self._ask("watch", self._engine.eval(script, self._file))
        self._settle(waiting=True)
        if self._ask("hasFailed"):
            failed = json.loads(self._ask("failure"))
            raise Thrown(failed["told"], failed["stack"])
        return self._ask("awaitedValue")

    def _settle(self, *, waiting: bool = False) -> None:
        """
        Answer what is asked and let go on what waited for it.

        While the cell is *waiting* the clock goes to the next timer: nobody waits for the time of day.
        """
        while (turn := self._ask("turn", waiting)) != "done":
            if turn == "ask":
                self._answer()
            elif turn == "stuck":
                raise JavaScriptError(NEVER, cure="let a timer, server.answer or pool.query settle it")
            elif self.allowance.is_over():
                raise took_too_long(self.allowance.seconds)

    def _answer(self) -> None:
        """Let the database answer; its time is not the cell's."""
        self._tell()
        with self.allowance.off_the_clock():
            reply = self._query(self._ask("request"))
        self._ask("reply", reply)

    def _tell(self) -> None:
        if lines := self._ask("saying"):
            self._say(lines)

    def _ask(self, name: str, *words: Any) -> Any:
        return self._engine.call(self._host[name], *words)

    def _clock(self, name: str) -> Any:
        return self._engine.call(self._host["clock"][name])

    def _placed(self, error: Thrown) -> JavaScriptError:
        """Return the error with the line of the cell that it comes from."""
        found = FRAME.search(error.stack) or FRAME.search(f"{error.file}:{error.line}:0")
        if found is None:
            return JavaScriptError(error.told)
        number, line = int(found[1]), int(found[2])
        lines = self._cells[number - 1].rstrip("\n").split("\n")
        line = max(1, min(line, len(lines)))
        earlier = "" if number == len(self._cells) else " of an earlier cell"
        return JavaScriptError(f"{error.told}\nLINE {line}{earlier}: {lines[line - 1].strip()}")
