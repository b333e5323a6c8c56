"""What goes wrong between two sessions, and in which orders."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lessonlab.grading.verdict import Difference

if TYPE_CHECKING:
    from lessonlab.grading.schedules import Schedule

EVERY, OVERLAP, SOME = "in every order", "where they overlap", "in some orders"


@dataclass(slots=True)
class Found:
    """What went wrong so far: in which orders, and what happened in the first of them."""

    played: list[bool] = field(default_factory=list)
    where: dict[Difference, list[bool]] = field(default_factory=dict)
    told: dict[Difference, tuple[bool, str]] = field(default_factory=dict)

    def note(self, schedule: Schedule, differences: tuple[Difference, ...], told: str) -> None:
        """Note what came of one order."""
        self.played.append(schedule.overlap)
        for difference in dict.fromkeys(differences):
            self.where.setdefault(difference, []).append(schedule.overlap)
            overlap, _ = self.told.get(difference, (False, ""))
            if not overlap:
                self.told[difference] = (schedule.overlap, told)

    def differences(self) -> tuple[Difference, ...]:
        """Return what goes wrong, with where; under the first stands an order that shows it."""
        named = [
            (difference, in_words(orders, len(self.played))) for difference, orders in self.where.items()
        ]
        return tuple(
            Difference(
                difference.word,
                f"{difference.text} ({where})"
                + (f"\n{self.told[difference][1]}" if not number and where == OVERLAP else ""),
                difference.why,
            )
            for number, (difference, where) in enumerate(named)
        )


def in_words(orders: list[bool], played: int) -> str:
    """
    Return in which orders something happens: *orders* says of each whether the sessions overlap in it.

    >>> in_words([True, True], 4), in_words([False, True], 4), in_words([False, True], 2)
    ('where they overlap', 'in some orders', 'in every order')
    """
    if len(orders) == played:
        return EVERY
    return OVERLAP if all(orders) else SOME
