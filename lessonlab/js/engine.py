"""
V8, out of the `mini-racer` wheel, with its limits.

Of what PyPI has, mini-racer alone brings the engine of Chrome and Node with ICU, so that `toLocaleString`
knows time zones; it has wheels for Linux, macOS and Windows on both processors, for every Python from 3.10,
and is released as V8 is (20 MB).  quickjs-ng is a fortieth of that and has no `Intl`; quickjs ends at
Python 3.12.
"""

from __future__ import annotations

import asyncio
import math
import re
import time
from contextlib import contextmanager
from threading import Thread
from typing import TYPE_CHECKING, Any

from lessonlab.errors import JavaScriptError

if TYPE_CHECKING:
    from collections.abc import Coroutine, Iterator

MEMORY = 256_000_000  # bytes
SECONDS = 5.0  # of the processor: where others work, a cell is no longer one than elsewhere
PATIENCE = 12  # as many times as long may it take by the clock on the wall
LOOK = 0.1  # seconds between two looks at both
REPORT = re.compile(r"\A(?P<file>[^\n]*?):(?P<line>\d+): (?P<told>.*?)\n[^\n]*\n\s*\^", re.DOTALL)
NO_ENGINE = "not run here: this cell needs mini-racer, a JavaScript engine that has no wheel for this machine"
WORDS = {"SyntaxError: Unexpected end of input": "SyntaxError: the cell ends before its code does"}


class Thrown(Exception):
    """What JavaScript threw, with its *stack*; *file* and *line* are where V8 saw it."""

    def __init__(self, told: str, stack: str, file: str = "", line: int = 0) -> None:
        super().__init__(told)
        self.told, self.stack, self.file, self.line = WORDS.get(told, told), stack, file, line


class Stopped(JavaScriptError):
    """A cell took too long or too much; after too much the world is *lost*."""

    def __init__(self, message: str, cure: str, *, lost: bool) -> None:
        super().__init__(message, cure=cure)
        self.lost = lost


def took_too_long(seconds: float) -> Stopped:
    """Return the error of a cell that ran for so many *seconds*."""
    return Stopped(
        f"the cell ran for {seconds:g} s and was stopped",
        "look for a loop or a timer that does not end; time passes by: await clock.advance(1000)",
        lost=False,
    )


def took_too_much() -> Stopped:
    """Return the error of a cell that the engine did not survive."""
    return Stopped(
        "the cell took more memory than it may, and was stopped",
        "look for what grows without end; JavaScript begins anew with the next cell",
        lost=True,
    )


def has_engine() -> bool:
    """Say whether there is an engine for this machine."""
    try:
        import py_mini_racer  # noqa: F401, PLC0415 - 60 MB, for those who run JavaScript
    except (ImportError, OSError):
        return False
    return True


class Allowance:
    """What a cell may take: so many *seconds* of the processor, and of the clock on the wall some more."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.end()

    def begin(self) -> None:
        """Let a cell begin with all of it."""
        self._worked, self._waited = (
            time.process_time() + self.seconds,
            time.monotonic() + PATIENCE * self.seconds,
        )

    def end(self) -> None:
        """Let what comes now take what it takes."""
        self._worked = self._waited = math.inf

    def is_over(self, grace: float = 0.0) -> bool:
        """Say whether the cell has had it all, and *grace* seconds more."""
        return time.process_time() > self._worked + grace or time.monotonic() > self._waited + grace

    @contextmanager
    def off_the_clock(self) -> Iterator[None]:
        """Run what is inside, which is not the cell's own, without counting its time."""
        worked, waited = self._worked - time.process_time(), self._waited - time.monotonic()
        self.end()
        yield
        self._worked, self._waited = time.process_time() + worked, time.monotonic() + waited


class Engine:
    """One V8 with a world of its own, whose calls end when the *allowance* is over."""

    def __init__(self, allowance: Allowance, memory: int) -> None:
        from py_mini_racer import mini_racer  # noqa: PLC0415 - see has_engine

        self.allowance = allowance
        self._loop = asyncio.new_event_loop()
        Thread(target=self._loop.run_forever, daemon=True).start()
        self._kept = mini_racer(self._loop)  # who lets it go closes the engine
        self._v8 = self._kept.__enter__()
        self._v8.set_hard_memory_limit(memory)

    def eval(self, script: str, file: str = "lessonlab") -> Any:
        """Run *script* under the name *file*, and return the value of its last expression."""
        return self._limited(self._v8.eval_cancelable(f"{script}\n//# sourceURL={file}"))

    def call(self, function: Any, *words: Any) -> Any:
        """Call a function of the engine's."""
        return self._limited(function.cancelable()(*words))

    def _limited(self, work: Coroutine[Any, Any, Any]) -> Any:
        future = asyncio.run_coroutine_threadsafe(work, self._loop)
        with said_by_us():
            while True:
                try:
                    return future.result(LOOK)
                except TimeoutError:
                    if self.allowance.is_over():
                        future.cancel()
                        raise took_too_long(self.allowance.seconds) from None


@contextmanager
def said_by_us() -> Iterator[None]:
    """Raise what the engine raises as an error of ours."""
    from py_mini_racer import (  # noqa: PLC0415 - see has_engine
        JSEvalException,
        JSOOMException,
        JSParseException,
        JSPromiseError,
    )

    try:
        yield
    except JSOOMException:
        raise took_too_much() from None
    except (JSParseException, JSEvalException, JSPromiseError) as error:
        raise read_report(str(error)) from None


def read_report(text: str) -> Thrown:
    r"""
    Return what V8 says in its report.

    >>> thrown = read_report("cell-1:2: TypeError: no\nf()\n^\n\nTypeError: no\n    at f (cell-1:2:21)\n")
    >>> thrown.told, thrown.file, thrown.line
    ('TypeError: no', 'cell-1', 2)
    """
    found = REPORT.match(text)
    if found is None:
        return Thrown(text.strip().split("\n")[0], text)
    return Thrown(found["told"], text[found.end() :], found["file"], int(found["line"]))
