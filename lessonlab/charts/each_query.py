"""How each analytics query is drawn: one function for those that share a form, and the list of all."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from lessonlab.charts import marks, shapes
from lessonlab.charts.frames import cells, grid_of
from lessonlab.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from matplotlib.axes import Axes
    from pandas import DataFrame

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


@dataclass(frozen=True, slots=True)
class Drawing:
    """
    How a query is drawn: the column that names a mark, the one that gives its size, and its unit.

    *marked* makes of its rows those that are drawn, where these are others.
    """

    title: str
    draw: Callable[[Axes, DataFrame], None]
    name: str
    value: str
    unit: str
    lines: bool = True  # one line a row; else the drawing is as high as it is
    marked: Callable[[DataFrame], DataFrame] = lambda frame: frame


def find(name: str) -> Drawing:
    """Return how the query *name* is drawn."""
    if name not in DRAWINGS:
        raise ConfigError(
            f"{name} has no picture, its rows read best as a table; pictures: {', '.join(DRAWINGS)}",
            cure=f'lab.query("{name}", …)',
        )
    return DRAWINGS[name]


def span(value: Any) -> str:
    """
    Return a span of time in the unit that suits it.

    >>> from datetime import timedelta
    >>> [span(timedelta(seconds=s)) for s in (59, 1500, 7200, 200000)]
    ['59 s', '25 min', '2.0 h', '2.3 days']
    """
    seconds = value.total_seconds()
    for size, unit, digits in ((86400, "days", 1), (3600, "h", 1), (60, "min", 0)):
        if seconds >= size:
            return f"{seconds / size:.{digits}f} {unit}"
    return f"{seconds:.0f} s"


def draw_funnel(axes: Axes, frame: DataFrame) -> None:
    """Pale: opened; full: completed."""
    shares = cells(frame, "share_opened", "share_completed")
    labels = [f"{opened:.0f} % opened, {done:.0f} % completed" for opened, done in shares]
    marks.bars(axes, [*frame.lesson_id], [*frame.share_completed], labels, behind=[*frame.share_opened])
    axes.set_xlim(0, 175)


def draw_dropout(axes: Axes, frame: DataFrame) -> None:
    """One bar a lesson: the share that stopped there."""
    draw_rates(axes, frame, "abandonment_rate", "abandoned", "started")


def draw_pass_rate(axes: Axes, frame: DataFrame) -> None:
    """One bar a quiz: the share that passes."""
    draw_rates(axes, frame, "pass_rate", "passed", "scored")


def draw_rates(axes: Axes, frame: DataFrame, rate: str, part: str, whole: str) -> None:
    """One bar a lesson, and at its end of how many it is how many."""
    labels = [f"{of:.1f} %: {some} of {every}" for of, some, every in cells(frame, rate, part, whole)]
    marks.bars(axes, [*frame.lesson_id], [*frame[rate]], labels)


def draw_difficult(axes: Axes, frame: DataFrame) -> None:
    """Two dots a lesson: all who tried, and the survivors."""
    tries = list(cells(frame, "avg_tries", "avg_tries_completed"))
    legend = ("all who tried", "those who completed it")
    marks.pairs(axes, [*frame.lesson_id], [(every, survivors) for every, survivors in tries], legend)


def draw_scores(axes: Axes, frame: DataFrame) -> None:
    """A line from the lowest score to the highest, a dot at the median."""
    spans = [(low, mid, high) for low, mid, high in cells(frame, "min_score", "median_score", "max_score")]
    marks.ranges(axes, [*frame.lesson_id], spans, [f"median {middle:g}" for _, middle, _ in spans])


def draw_times(axes: Axes, frame: DataFrame) -> None:
    """The same for spans of time, which need a scale of powers."""
    rows = [(low, mid, high) for low, mid, high in cells(frame, "fastest", "median", "slowest")]
    seconds = [[max(value.total_seconds(), 1) for value in row] for row in rows]
    spans = [(low, mid, high) for low, mid, high in seconds]
    marks.ranges(axes, [*frame.lesson_id], spans, [f"median {span(middle)}" for _, middle, _ in rows])
    axes.set_xscale("log")
    axes.minorticks_off()
    axes.set_xticks([60, 3600, 86400, 604800], ["1 min", "1 h", "1 day", "1 week"])


def draw_minutes(axes: Axes, frame: DataFrame) -> None:
    """One bar a lesson."""
    marks.bars(axes, [*frame.lesson_id], [*frame.avg_minutes], [f"{m:.0f} min" for m in frame.avg_minutes])


def draw_engagement(axes: Axes, frame: DataFrame) -> None:
    """One bar a learner."""
    marks.bars(axes, [*frame.name], [*frame.hours], [f"{hours:.2f} h" for hours in frame.hours])


def draw_distribution(axes: Axes, frame: DataFrame) -> None:
    """One column for each ten of the scale."""
    names = [f"{low}–{high}" for low, high in cells(frame, "from_score", "to_score")]
    marks.columns(axes, names, [*frame.scores], [f"{scores}" for scores in frame.scores])


def draw_retention(axes: Axes, frame: DataFrame) -> None:
    """A line for each week of beginners, a cell for each week after."""
    lines, heads, values = grid_of(frame, "cohort", "week", "share")
    sizes = dict(cells(frame, "cohort", "learners"))
    names = [f"{line:%d %b %y} ({sizes[line]})" for line in lines]
    weeks = [str(head) if head else "week 0" for head in heads]
    marks.grid(axes, names, weeks, values, written=True)


def draw_hours(axes: Axes, frame: DataFrame) -> None:
    """A line for each day, a cell for each hour."""
    lines, heads, values = grid_of(frame, "weekday", "hour", "begun")
    marks.grid(axes, [DAYS[day - 1] for day in lines], [str(hour) for hour in heads], values, written=False)


def draw_discrimination(axes: Axes, frame: DataFrame) -> None:
    """A dot for each quiz, right of 0 when it agrees with the others."""
    values = [*frame.discrimination]
    spans = [(min(value, 0), value, max(value, 0)) for value in values]
    marks.ranges(axes, [*frame.lesson_id], spans, [f"{value:+.2f}" for value in values])
    axes.axvline(0, color=marks.INK, linewidth=1)


def draw_quartiles(axes: Axes, frame: DataFrame) -> None:
    """A line over the middle half of the scores, a dot at the median."""
    columns = ("lower_quartile", "median_score", "upper_quartile")
    spans = [(low, mid, high) for low, mid, high in cells(frame, *columns)]
    marks.ranges(axes, [*frame.lesson_id], spans, [f"median {middle:g}" for _, middle, _ in spans])


def draw_what(unit: str) -> Callable[[Axes, DataFrame], None]:
    """Return a function that draws one bar for each `what`, as long as its `much`."""

    def bars(axes: Axes, frame: DataFrame) -> None:
        marks.bars(axes, [*frame.what], [*frame.much], [f"{much:g} {unit}" for much in frame.much])

    return bars


DRAWINGS: Mapping[str, Drawing] = MappingProxyType(
    {
        "funnel": Drawing("Who gets to each lesson", draw_funnel, "lesson_id", "share_opened", "% opened it"),
        "dropout": Drawing("Where they stop", draw_dropout, "lesson_id", "abandonment_rate", "% stopped"),
        "difficult_lessons": Drawing("Tries at the quiz", draw_difficult, "lesson_id", "avg_tries", "tries"),
        "pass_rate": Drawing("Who passes the quiz", draw_pass_rate, "lesson_id", "pass_rate", "% pass"),
        "quiz_performance": Drawing(
            "Scores: lowest, median, highest", draw_scores, "lesson_id", "median_score", "% median"
        ),
        "time_to_complete": Drawing("From opening to completing", draw_times, "lesson_id", "median", "time"),
        "average_time_per_lesson": Drawing(
            "Minutes spent, mean", draw_minutes, "lesson_id", "avg_minutes", "min"
        ),
        "user_engagement": Drawing("Hours spent", draw_engagement, "name", "hours", "h"),
        "score_distribution": Drawing(
            "Scores by ten", draw_distribution, "from_score", "scores", "scores", lines=False
        ),
        "weekly_cohort_retention": Drawing(
            "Still there, % of those who began that week", draw_retention, "cohort", "share", "%"
        ),
        "activity_by_hour": Drawing("Lessons begun", draw_hours, "hour", "begun", "begun", lines=False),
        "item_discrimination": Drawing(
            "Agreement with the other quizzes", draw_discrimination, "lesson_id", "discrimination", ""
        ),
        "completion_rate": Drawing("Completed", draw_what("%"), "what", "much", "%", marked=shapes.rates),
        "score_summary": Drawing(
            "Scores: the middle half",
            draw_quartiles,
            "lesson_id",
            "median_score",
            "% median",
            marked=shapes.all_named,
        ),
        "recent_activity": Drawing(
            "Visits listed", draw_what("visits"), "what", "much", "visits", marked=shapes.visits
        ),
        "user_progress_summary": Drawing(
            "Minutes spent", draw_what("min"), "what", "much", "min", marked=shapes.minutes
        ),
        "user_course_time": Drawing("Hours spent", draw_what("h"), "what", "much", "h", marked=shapes.hours),
        "user_activity_timeline": Drawing(
            "Hours since the event before", draw_what("h"), "what", "much", "h", marked=shapes.pauses
        ),
        "struggling_users": Drawing(
            "Tries without success", draw_what("tries"), "what", "much", "tries", marked=shapes.tries
        ),
        "started_never_completed": Drawing(
            "Opened, nothing completed", draw_what("opened"), "what", "much", "opened", marked=shapes.opened
        ),
        "learners_at_risk": Drawing(
            "Lessons completed", draw_what("completed"), "what", "much", "completed", marked=shapes.at_risk
        ),
    }
)
