"""Signals: what ends us, and what is another program's while it runs."""

from __future__ import annotations

import signal
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

POLITE = ("SIGTERM", "SIGHUP", "SIGBREAK")  # what the system has of them


@contextmanager
def ended_by_signals() -> Iterator[None]:
    """Take a closed terminal and a polite kill for Ctrl+C, so that everything is put away."""

    def interrupt(_number: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    with _handled(POLITE, interrupt):
        yield


@contextmanager
def interrupts_ignored() -> Iterator[None]:
    """Leave Ctrl+C to the program that we run in our terminal."""
    with _handled(("SIGINT",), signal.SIG_IGN):
        yield


@contextmanager
def _handled(
    names: tuple[str, ...], by: Callable[[int, FrameType | None], Any] | signal.Handlers
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
