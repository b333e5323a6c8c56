"""What comes next: the exercise after the one that was passed, the cell to continue at, the minutes left."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from lessonlab.course.outline import outline, page_of
from lessonlab.grading import library

if TYPE_CHECKING:
    from collections.abc import Collection

    from lessonlab.course.outline import PageOutline
    from lessonlab.reader.standing import Standing


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell of a page, which a link leads to; *number* counts the page's cells of code from 1."""

    page: PageOutline
    number: int = 1

    @property
    def href(self) -> str:
        """Return where the spot is, seen from another page: JupyterLab opens it there."""
        if self.number <= 1:
            return self.page.chapter.filename
        return f"{self.page.chapter.filename}#cell-id={self.page.cells[self.number - 1]}"

    def link(self, words: str) -> str:
        """Return *words* as a link to the spot."""
        return f'<a href="{escape(self.href)}">{escape(words)}</a>'


@dataclass(frozen=True, slots=True)
class Onward:
    """What is said after a pass: how many are passed here and in all, and which exercise is next."""

    counts: str
    next_exercise: str = ""
    spot: Spot | None = None

    def text(self) -> str:
        """Return it as words."""
        where = f", in {self.spot.page.name}" if self.spot else ""
        return f"{self.counts}; next: {self.next_exercise}{where}" if self.next_exercise else self.counts

    def html(self) -> str:
        """Return it with a link to the next exercise."""
        if not self.next_exercise:
            return escape(self.counts)
        shown = self.spot.link(self.next_exercise) if self.spot else escape(self.next_exercise)
        return f"{escape(self.counts)}; next: {shown}"


def after_pass(key: str, passed: Collection[str]) -> Onward:
    """Return what is said to somebody who has just passed *key*, and has *passed* these."""
    known = library.keys()
    done = {*passed, key} & set(known)
    page = page_of(key)
    counts = f"{len(done)} of {len(known)} in all"
    if page is not None and len(page.exercises) > 1:
        counts = f"{len(done.intersection(page.exercises))} of {len(page.exercises)} here, {counts}"
    following = next_key(key, done)
    if not following:
        return Onward(f"{counts}: that was the last one")
    title = library.find(following).title
    there = page_of(following)
    return Onward(counts, f"{following} {title}", spot_of(there, following) if there else None)


def next_key(key: str, done: Collection[str]) -> str:
    """Return the exercise after *key* that is not *done*: of its page, of the pages after it, of all."""
    ordered = [one for page in outline() for one in page.exercises]
    ordered += [one for one in library.keys() if one not in ordered]  # noqa: SIM118 - a function
    page = page_of(key)
    here = rest(list(page.exercises), key) if page else []
    return next((one for one in [*here, *rest(ordered, key)] if one not in done), "")


def rest(here: list[str], key: str) -> list[str]:
    """
    Return *here* in the order in which it comes after *key*, what is before it last.

    >>> rest(["06-01", "06-02", "06-03"], "06-02")
    ['06-03', '06-01']
    """
    at = here.index(key) + 1 if key in here else 0
    return [*here[at:], *here[: max(0, at - 1)]]


def spot_of(page: PageOutline, key: str) -> Spot:
    """Return where the question of the exercise *key* is asked: the cell above its answer's."""
    number = page.number(page.exercises[key]) or 1
    asks = number > 1 and page.cells[number - 2].startswith("exercise")
    return Spot(page, number - 1 if asks else number)


def continue_at(standing: Standing) -> Spot | None:
    """Return where to go on: after the cell that was run last, else with the first page that is not done."""
    pages = {page.name: page for page in outline()}
    here = pages.get(standing.places[0].page) if standing.places else None
    if here is not None and not standing.is_done(here):
        number = here.number(standing.places[0].cell) or standing.places[0].number
        if number < len(here.cells):
            return Spot(here, number + 1)
        open_ones = [key for key in here.exercises if key not in standing.passed]
        if open_ones:
            return spot_of(here, open_ones[0])
    names = list(pages)
    after = names[names.index(here.name) + 1 :] if here else []
    left = (pages[name] for name in [*after, *names] if not standing.is_done(pages[name]))
    return next((Spot(page) for page in left), None)


def minutes_left(page: PageOutline, standing: Standing) -> int:
    """Return how many minutes *page* still takes: of its reading, and of the exercises not passed yet."""
    if standing.is_done(page):
        return 0
    place = standing.place(page.name)
    read = min(1.0, place.number / len(page.cells)) if place and page.cells else 0.0
    keys = page.exercises
    passed = len(standing.passed.intersection(keys)) / len(keys) if keys else 0.0
    took = (page.heading.minutes or 0) * (1 - read) + page.heading.exercise_minutes * (1 - passed)
    return round(took)
