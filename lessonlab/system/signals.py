"""Signals: what ends us, and what is another program's while it runs."""

from __future__ import annotations

import signal
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from types import FrameType

POLITE = ("SIGTERM", "SIGHUP", "SIGBREAK")  # what the system has of them


@contextmanager
def ended_by_signals(*others: str) -> Iterator[Callable[[], bool]]:
    """
    Take a closed terminal and a polite kill for Ctrl+C, so that everything is put away; *others* as well.

    Yield what says whether one has come.  Whoever waits must ask: Python drops what a handler raises while a
    finalizer runs, or what is called when an object goes, as each import does.  A signal that our caller has
    us ignore, as `nohup` does, stays ignored.
    """
    come = False

    def interrupt(_number: int, _frame: FrameType | None) -> None:
        nonlocal come
        come = True
        raise KeyboardInterrupt

    names = [name for name in (*POLITE, *others) if not _is_ignored(name)]
    with _handled(names, interrupt):
        yield lambda: come


@contextmanager
def interrupts_ignored() -> Iterator[None]:
    """Leave Ctrl+C to the program that we run in our terminal."""
    with _handled(("SIGINT",), signal.SIG_IGN):
        yield


def _is_ignored(name: str) -> bool:
    return hasattr(signal, name) and signal.getsignal(getattr(signal, name)) is signal.SIG_IGN


@contextmanager
def _handled(
    names: Iterable[str], by: Callable[[int, FrameType | None], Any] | signal.Handlers
) -> Iterator[None]:
    """Have the signals *names* that this system knows handled *by* something while inside."""
    before = {}
    for name in names:
        number = getattr(signal, name, None)
        if number is not None and threading.current_thread() is threading.main_thread():
            before[number] = signal.signal(number, by)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
