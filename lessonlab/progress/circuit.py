"""Whether to ask a service that may be away: after a failure not for a while, then one asks for all."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class Circuit:
    """
    Open after a failure for *pause* seconds, in which nobody loses time by asking; then one may try.

    >>> clock = iter([0.0, 1.0, 6.0, 6.5]).__next__
    >>> circuit = Circuit(5.0, clock)
    >>> circuit.broke()
    True
    >>> circuit.lets_through(), circuit.lets_through(), circuit.lets_through()
    (False, True, False)
    """

    def __init__(self, pause: float, timer: Callable[[], float] = time.monotonic) -> None:
        self.pause = pause
        self._timer = timer
        self._lock = threading.Lock()
        self._shut_until: float | None = None

    @property
    def is_open(self) -> bool:
        """Say whether the last that was heard is a failure."""
        return self._shut_until is not None

    def lets_through(self) -> bool:
        """Say whether to ask now; of many who want to after the pause, only one is told so."""
        with self._lock:
            if self._shut_until is None:
                return True
            now = self._timer()
            if now < self._shut_until:
                return False
            self._shut_until = now + self.pause
            return True

    def broke(self) -> bool:
        """Note a failure; say whether it is news."""
        with self._lock:
            news = self._shut_until is None
            self._shut_until = self._timer() + self.pause
            return news

    def healed(self) -> bool:
        """Note an answer; say whether it is news."""
        with self._lock:
            news = self._shut_until is not None
            self._shut_until = None
            return news
