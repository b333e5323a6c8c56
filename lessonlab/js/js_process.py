"""
A world in a process beside ours: whatever its JavaScript does, the kernel goes on.

V8 ends its process when memory runs out in the wrong place, cannot stop promises that never rest, and takes
its time zone from the environment: there it may.
"""

from __future__ import annotations

import json
import os
import sys
import weakref
from typing import TYPE_CHECKING, Any

from lessonlab.errors import JavaScriptError
from lessonlab.js.engine import MEMORY, SECONDS, took_too_long, took_too_much
from lessonlab.system.starting import talk_to

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from subprocess import Popen

TOO_LONG = 3  # what the process says with its end
ANEW = "JavaScript begins anew with the next cell"


class Beside:
    """
    Run cells in a world of their own; *query* answers what one asks of the database, *say* is told its lines.
    """

    def __init__(
        self,
        query: Callable[[str], str],
        say: Callable[[str], None],
        *,
        seconds: float = SECONDS,
        memory: int = MEMORY,
    ) -> None:
        self._query, self._say, self._seconds = query, say, seconds
        self._process = talk_to(
            [sys.executable, "-P", "-m", "lessonlab.js", str(seconds), str(memory)],
            {**os.environ, "TZ": "UTC", "PYTHONIOENCODING": "utf-8"},
        )
        self.close = weakref.finalize(self, end, self._process)
        self._hear()

    @property
    def is_lost(self) -> bool:
        """Say whether what the cells defined is gone."""
        return not self.close.alive

    def run(self, cell: str, names: Mapping[str, str]) -> tuple[str, str]:
        """
        Run *cell* with the JSON values *names*; return what is shown of its last value, and that as JSON.

        Raise `JavaScriptError` with the line of the cell.
        """
        try:
            self._put([cell, dict(names)])
            while True:
                kind, *words = self._hear()
                if kind == "say":
                    self._say(words[0])
                elif kind == "ask":
                    self._put(self._query(words[0]))
                elif kind == "value":
                    return words[0], words[1]
                else:
                    break
        except KeyboardInterrupt:
            self.close()
            raise JavaScriptError("the cell was interrupted", cure=ANEW) from None
        message, cure, lost = words
        if lost:
            self.close()
        raise JavaScriptError(message, cure=cure)

    def _put(self, message: Any) -> None:
        if self._process.stdin is not None:
            self._process.stdin.write(json.dumps(message) + "\n")
            self._process.stdin.flush()

    def _hear(self) -> list[Any]:
        """Return the next message; raise the error of a cell that ended the process instead."""
        line = self._process.stdout.readline() if self._process.stdout else ""
        if line:
            return list(json.loads(line))
        code = self._process.wait()
        self.close()
        if code != TOO_LONG:
            raise took_too_much()
        raise JavaScriptError(
            took_too_long(self._seconds).message, cure=f"look for a loop that does not end; {ANEW}"
        )


def end(process: Popen[str]) -> None:
    """End the process of a world."""
    process.kill()
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            stream.close()
    process.wait()
