"""Ways through the course for those who have less time than it takes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Way:
    """A way through the course: what it is called, how many minutes of reading it may take, its pages."""

    name: str
    minutes: int
    pages: tuple[str, ...]


WAYS = (
    Way("two hours", 120, ("00", "01", "04", "06")),
    Way("a day", 420, ("00", "01", "03", "04", "04b", "06", "06b", "07", "08", "10", "12", "14")),
)
