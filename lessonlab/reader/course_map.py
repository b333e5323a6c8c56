"""The map of the course: every page with a link, what was done in it and what it still takes."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from lessonlab.course.outline import outline
from lessonlab.course.ways import WAYS
from lessonlab.grading import library
from lessonlab.reader.going_on import Spot, continue_at, minutes_left
from lessonlab.show.tables import Table, draw_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lessonlab.course.outline import PageOutline
    from lessonlab.reader.standing import Standing

HOUR = 60
COLUMNS = ("no.", "page", "state", "exercises", "minutes left")
KEPT = (
    "Kept on this machine, in a database of your own and in a file beside your notebooks: which pages you "
    "opened, the seconds between your cells, the cell that you ran last, your answers and their verdicts."
)
SWITCH = {
    True: "lab.tracking(False) ends the seconds and the cell.",
    False: "Seconds and cells are not noted: lab.tracking(True) begins again.",
}
EDGE = "border:0;border-bottom:1px solid #8884"


@dataclass(frozen=True, slots=True, repr=False)
class CourseMap:
    """A map that shows itself, as far as *standing* says."""

    standing: Standing

    def __repr__(self) -> str:
        rows = [row_of(page, self.standing) for page in outline()]
        table = Table(COLUMNS, rows, unit="page", numeric=frozenset({3, 4}), limit=None)
        ways = [f"{way}: {' '.join(spot.page.chapter.key for spot in spots)}" for way, spots in paths()]
        return "\n".join([self.where(), self.done(), *ways, "", draw_text(table), "", self.note])

    def _repr_html_(self) -> str:
        note = f'<p style="opacity:0.75">{escape(self.note)}</p>'
        return f"{self.head_html()}{self.table_html()}{note}"

    @property
    def note(self) -> str:
        """Return what is kept, and how that is switched off."""
        said = f"{KEPT} {SWITCH[self.standing.tracking]}"
        unread = f"Your record cannot be read: {self.standing.trouble}. " if self.standing.trouble else ""
        return f"{unread}{said}"

    @property
    def onward(self) -> Spot | None:
        """Return where to go on."""
        return continue_at(self.standing)

    def where(self) -> str:
        """Return where to go on, in words."""
        spot = self.onward
        if spot is None:
            return "You have done the whole course."
        if self.standing.is_empty:
            return f"Begin with {spot.page.name}"
        cell = f", cell {spot.number}" if spot.number > 1 else ""
        return f"Continue at {spot.page.name}{cell}"

    def done(self) -> str:
        """Return how much is done and how much is left."""
        pages, keys = outline(), library.keys()
        have = sum(self.standing.is_done(page) for page in pages)
        passed = len(self.standing.passed.intersection(keys))
        left = sum(minutes_left(page, self.standing) for page in pages)
        told = [f"{have} of {len(pages)} pages done", f"{passed} of {len(keys)} exercises passed"]
        if self.standing.seconds:
            told.append(f"{duration(self.standing.seconds // 60)} spent")
        return ", ".join([*told, f"about {duration(left)} left"])

    def head_html(self) -> str:
        """Return what stands above the map, with links."""
        spot = self.onward
        where = spot.link(self.where()) if spot else escape(self.where())
        ways = "".join(
            f"<li>{escape(path)}: {' · '.join(spot.link(spot.page.chapter.key) for spot in spots)}</li>"
            for path, spots in paths()
        )
        return f"<p><strong>{where}</strong><br>{escape(self.done())}</p><ul>{ways}</ul>"

    def table_html(self) -> str:
        """Return the pages as a table, each a link."""
        sides = ("left", "left", "left", "right", "right")
        head = "".join(
            f'<th scope="col" style="text-align:{side};{EDGE}">{name}</th>'
            for name, side in zip(COLUMNS, sides, strict=True)
        )
        body = "".join(self._row_html(page, sides) for page in outline())
        return (
            '<table style="margin:0;border-collapse:collapse">'
            '<caption style="caption-side:top;text-align:left">The pages of the course</caption>'
            f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
        )

    def _row_html(self, page: PageOutline, sides: tuple[str, ...]) -> str:
        key, title, *more = row_of(page, self.standing)
        cells = [escape(key), Spot(page).link(title), *(escape(str(one)) for one in more)]
        pairs = zip(sides, cells, strict=True)
        shown = [f'<td style="text-align:{side}">{cell}</td>' for side, cell in pairs]
        return f"<tr>{''.join(shown)}</tr>"


def row_of(page: PageOutline, standing: Standing) -> tuple[str, str, str, str, int]:
    """Return what is said of *page*: number, title, state, exercises, minutes left."""
    count = len(page.exercises)
    passed = len(standing.passed.intersection(page.exercises))
    shown = f"{passed} of {count}" if count else ""
    return page.chapter.key, page.heading.title, state_of(page, standing), shown, minutes_left(page, standing)


def state_of(page: PageOutline, standing: Standing) -> str:
    """Return what was done with *page*, in a sign and a word."""
    if standing.is_done(page):
        return "✓ done"
    place = standing.place(page.name)
    if place is not None:
        return f"◐ cell {place.number} of {len(page.cells)}"
    begun = page.name in standing.pages or standing.passed.intersection(page.exercises)
    return "◐ opened" if begun else ""


def paths() -> Iterator[tuple[str, list[Spot]]]:
    """Yield the ways through the course, each with its pages."""
    pages = {page.chapter.key: page for page in outline()}
    for path in WAYS:
        chosen = [pages[key] for key in path.pages if key in pages]
        took = sum(page.heading.minutes or 0 for page in chosen)
        yield f"In {path.name} ({duration(took)} of reading)", [Spot(page) for page in chosen]
    whole = sum((page.heading.minutes or 0) + page.heading.exercise_minutes for page in pages.values())
    yield f"The whole course, with its exercises ({duration(whole)})", [Spot(outline()[0])]


def duration(minutes: int) -> str:
    """
    Return *minutes* as people say them.

    >>> duration(45), duration(60), duration(405)
    ('45 min', '1 h', '6 h 45 min')
    """
    hours, rest = divmod(minutes, HOUR)
    parts = [f"{hours} h"] if hours else []
    return " ".join([*parts, *([f"{rest} min"] if rest or not hours else [])])
