"""
Figures that vary from run to run: marked where they are shown, compared by what they are worth.

The mark ⟨…⟩ is the one that tests/sanitize.cfg blanks when notebook outputs are compared.
"""

from __future__ import annotations

import statistics
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


@dataclass(frozen=True, slots=True, order=True)
class Varying:
    """
    A measured figure with its unit, shown between marks.

    >>> print(Varying(2.2361, "×"), Varying(0.0512, "s"), Varying(1532.4, "ms"), Varying(18, ""))
    ⟨2.2 ×⟩ ⟨0.051 s⟩ ⟨1,532 ms⟩ ⟨18⟩
    """

    value: float
    unit: str = ""

    def __str__(self) -> str:
        return mark(f"{significant(self.value)} {self.unit}".rstrip())

    def __float__(self) -> float:
        return float(self.value)


def mark(text: str) -> str:
    """
    Return *text* between the marks of a figure that varies.

    >>> mark("0.3 s")
    '⟨0.3 s⟩'
    """
    return f"⟨{text}⟩"


def significant(value: float) -> str:
    """
    Return *value* with two significant digits, or whole with thousands separators from 10 on.

    >>> [significant(v) for v in (0, 0.04567, 3.14159, 9.96, 1234567.8)]
    ['0', '0.046', '3.1', '10', '1,234,568']
    """
    if value == 0 or abs(value) >= 9.95:  # noqa: PLR2004 - rounds to 10
        return f"{value:,.0f}"
    return f"{value:.2g}"


def interleaved(runs: Mapping[str, Callable[[], object]], *, rounds: int = 9) -> dict[str, float]:
    """
    Return the median seconds of each of *runs*, taken in turn so that a noisy machine is unfair to none.

    One round before the counted ones warms the caches.
    """
    seconds: dict[str, list[float]] = {name: [] for name in runs}
    for round_ in range(rounds + 1):
        for name, run in runs.items():
            start = time.perf_counter()
            run()
            if round_:
                seconds[name].append(time.perf_counter() - start)
    return {name: statistics.median(taken) for name, taken in seconds.items()}
