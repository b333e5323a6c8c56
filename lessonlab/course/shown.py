"""Verdicts that show themselves at the end of a cell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lessonlab.course import verdicts

if TYPE_CHECKING:
    from lessonlab.course.claims import Judgement


@dataclass(frozen=True, slots=True, repr=False)
class Shown:
    """One verdict or a family of them, as text and as HTML."""

    verdicts: tuple[Judgement, ...]

    def __repr__(self) -> str:
        return verdicts.text(self.verdicts)

    def _repr_html_(self) -> str:
        return verdicts.html(self.verdicts)
