"""The analytics queries as pictures: alt text made from the data, and the table that was drawn below."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lessonlab.charts import marks
from lessonlab.charts.each_query import DAYS, Drawing, find, span
from lessonlab.charts.frames import cells, table_of
from lessonlab.show.pictures import Picture, picture

if TYPE_CHECKING:
    from collections.abc import Mapping

    from matplotlib.axes import Axes
    from pandas import DataFrame

    from lessonlab.show.tables import Table

DASHBOARD = (
    *("funnel", "dropout", "difficult_lessons"),
    *("score_distribution", "activity_by_hour", "weekly_cohort_retention"),
)
LINE, HEAD = 0.23, 0.6  # inches
TALL, LEAST = 2.6, 1.2
PAGE = "display:flex;flex-wrap:wrap;gap:12px 24px"
CARD = "flex:1 1 460px;max-width:560px"  # on a page of six: beside another where there is room to read it


@dataclass(frozen=True, slots=True, repr=False)
class Chart:
    """A picture, and the figures that it was drawn from; *folded* ones are opened by a click."""

    picture: Picture
    table: Table
    folded: bool = False

    def __repr__(self) -> str:
        return f"{self.picture.text}\n{self.table!r}"

    def _repr_html_(self) -> str:
        figures = self.table._repr_html_()
        if self.folded:
            figures = f"<details><summary>The figures</summary>{figures}</details>"
        return self.picture.html + figures


def chart(name: str, frame: DataFrame) -> Chart:
    """Return the rows *frame* of the query *name* as a chart; `ConfigError` where a table says it better."""
    return Chart(drawn(name, frame), table_of(name, frame), folded=True)


def drawn(name: str, frame: DataFrame) -> Picture:
    """Return the rows *frame* of the query *name* as a picture."""
    drawing = find(name)
    figure = marks.new_figure(marks.WIDTH, height_of(drawing, drawing.marked(frame)))
    put(figure.subplots(), name, frame)
    return picture(figure, alt(name, frame))


def height_of(drawing: Drawing, frame: DataFrame) -> float:
    """Return how high the marks of *frame* stand, in inches."""
    return max(HEAD + LINE * frame[drawing.name].nunique(), LEAST) if drawing.lines else TALL


def dashboard(frames: Mapping[str, DataFrame], headline: DataFrame) -> Chart:
    """Return the rows of the six queries of `DASHBOARD` on one page, the *headline* below."""
    cards = "".join(f'<div style="{CARD}">{drawn(name, frames[name]).html}</div>' for name in DASHBOARD)
    words = ". ".join(alt(name, frames[name]) for name in DASHBOARD)
    told = f"[picture: a dashboard of six charts. {words}]"
    return Chart(Picture(f'<div style="{PAGE}">{cards}</div>', told), table_of("completion_rate", headline))


def put(axes: Axes, name: str, frame: DataFrame) -> None:
    """Draw the rows *frame* of the query *name* on *axes*."""
    drawing = find(name)
    marks.bare(axes, drawing.title)
    rows = drawing.marked(frame).dropna(subset=[drawing.value])
    if rows.empty:
        axes.set_xticks([])
        axes.set_yticks([])
        axes.text(0, 0.5, "no rows", color=marks.INK, fontsize=marks.SIZE, transform=axes.transAxes)
        return
    drawing.draw(axes, rows)


def alt(name: str, frame: DataFrame) -> str:
    """Return what one sees in the chart of the query *name*: how many marks, the highest and the lowest."""
    drawing = find(name)
    marked = drawing.marked(frame)
    rows = [dict(zip(marked.columns, row, strict=True)) for row in cells(marked)]
    rows = [row for row in rows if row[drawing.value] is not None]
    if not rows:
        return f"{drawing.title}: nothing to show, there are no rows"
    most = max(rows, key=lambda row: row[drawing.value])
    least = min(rows, key=lambda row: row[drawing.value])
    highest, lowest = said(drawing, most), said(drawing, least)
    return f"{drawing.title}: {len(rows)} marks. Highest: {highest}; lowest: {lowest}"


def said(drawing: Drawing, row: Mapping[str, Any]) -> str:
    """Return one mark in words."""
    value = row[drawing.value]
    text = span(value) if drawing.unit == "time" else f"{value:g} {drawing.unit}".rstrip()
    return f"{named(drawing, row)} {text}"


def named(drawing: Drawing, row: Mapping[str, Any]) -> str:
    """Return what a mark stands for."""
    if drawing.name == "hour":
        return f"{DAYS[row['weekday'] - 1]} {row['hour']:02}:00"
    if drawing.name == "cohort":
        return f"{row['cohort']:%d %b %Y}, week {row['week']}"
    if drawing.name == "from_score":
        return f"{row['from_score']} to {row['to_score']}"
    return str(row[drawing.name])
