"""Plans and comparisons that show themselves: the values, with how they are drawn."""

from __future__ import annotations

from dataclasses import dataclass

from lessonlab.plans.beside import beside_text
from lessonlab.plans.beside_markup import beside_html
from lessonlab.plans.comparison import BeforeAfter
from lessonlab.plans.drawn_text import plan_text
from lessonlab.plans.markup import plan_html
from lessonlab.plans.tree import Tree


@dataclass(frozen=True, slots=True, repr=False)
class Plan(Tree):
    """What the server did for one statement, or would do; displays as a drawn tree."""

    def __str__(self) -> str:
        return plan_text(self)

    __repr__ = __str__

    def _repr_html_(self) -> str:
        return plan_html(self)


@dataclass(frozen=True, slots=True, repr=False)
class Comparison(BeforeAfter):
    """A statement's plan before and after a change; displays as both side by side."""

    def __str__(self) -> str:
        return beside_text(self)

    __repr__ = __str__

    def _repr_html_(self) -> str:
        return beside_html(self)
