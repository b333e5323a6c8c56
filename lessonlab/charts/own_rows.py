"""
Rows of a reader's own query as bars, dots or curves, and the table that they were drawn from below.

The first column of words names a mark, each column of numbers is drawn.  A figure that varies is drawn as it
came, and stays out of the words.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from lessonlab.charts import marks
from lessonlab.charts.chart import Chart
from lessonlab.errors import ConfigError
from lessonlab.show.pictures import picture
from lessonlab.show.values import text_of
from lessonlab.varying import Varying

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from matplotlib.axes import Axes

    from lessonlab.show.tables import Table

TALL, LINE, HEAD = 2.8, 0.23, 0.55  # inches
MARKERS, STYLES = ("o", "s", "^", "D"), ("-", "--", ":", "-.")
PANELS = 4  # beside each other: more are not read
TENFOLDS = 100  # an axis on which the largest is so many times the smallest counts by tens
THOUSANDS = 10_000  # from here on a figure is read by its groups of three


def bars(table: Table, alt: str = "", *, of: str = "") -> Chart:
    """Return *table* with a bar for each row and each column of numbers, the column *of* pale behind them."""
    names, columns = split(table)
    whole = columns.pop(require(of, columns)) if of else []
    if not columns or len(columns) > PANELS:
        raise ConfigError(f"have {len(columns)} columns to draw as bars, want 1 to {PANELS}", cure=CHOOSE)
    figure = marks.new_figure(marks.WIDTH, HEAD + LINE * len(names))
    panels = figure.subplots(1, len(columns), squeeze=False)[0]
    for i, (axes, (title, values)) in enumerate(zip(panels, columns.items(), strict=True)):
        marks.bare(axes, f"{title} (pale: {of})" if of else title)
        labels = [written(value) for value in values]
        if of:
            labels = [f"{label} of {written(all_)}" for label, all_ in zip(labels, whole, strict=True)]
        marks.bars(axes, names, floats(values), labels, behind=floats(whole))
        if i:
            axes.set_yticks([])
    return Chart(picture(figure, alt or "; ".join(told("bars", names, columns))), table)


def dots(table: Table, alt: str = "", *, label: Sequence[str] = (), panels: str = "") -> Chart:
    """
    Return *table* with a dot for each row, the first column of numbers across, the second one up.

    The rows that *label* names stand out by shape, hue and name; each value of the column *panels* has a
    drawing of its own.
    """
    names, columns = split(table)
    if len(columns) != 2:  # noqa: PLR2004 - across and up
        raise ConfigError(f"have {len(columns)} columns of numbers, want two: across and up", cure=CHOOSE)
    (across, xs), (up, ys) = columns.items()
    require_all(label, names)
    groups = [str(row[place_of(panels, table)]) for row in table.rows] if panels else [""] * len(names)
    kinds = list(dict.fromkeys(groups))
    figure = marks.new_figure(marks.WIDTH, TALL)
    for axes, kind in zip(figure.subplots(1, len(kinds), squeeze=False)[0], kinds, strict=True):
        marks.bare(axes, kind)
        axes.margins(x=0.15 if label else 0.05)
        axes.set_xlabel(f"{across} →", color=marks.INK, fontsize=marks.SMALL)
        axes.set_ylabel(f"{up} →", color=marks.INK, fontsize=marks.SMALL)
        for name, x, y, group in zip(names, floats(xs), floats(ys), groups, strict=True):
            if group == kind:
                put_dot(axes, x, y, name if name in label else "", small=len(names) > marks.LARGEST)
    drawn = [f"{name} {written(x)}, {written(y)}" for name, x, y in zip(names, xs, ys, strict=True)]
    said = [text for name, text in zip(names, drawn, strict=True) if name in label]
    words = f"{len(names)} dots, {across} across, {up} up"
    return Chart(picture(figure, alt or "; ".join([words, *kinds] if panels else [words, *said])), table)


def curve(table: Table, alt: str = "", *, labels: Sequence[str] = ()) -> Chart:
    """Return *table* with a line for each column of numbers but the first, which runs across."""
    _, columns = split(table)
    across = next(iter(columns), "")
    xs = columns.pop(across, [])
    drawn = {name: columns[require(name, columns)] for name in labels} or columns
    if not drawn or len(drawn) > PANELS:
        raise ConfigError(f"have {len(drawn)} columns to draw as lines, want 1 to {PANELS}", cure=CHOOSE)
    figure = marks.new_figure(marks.WIDTH, TALL)
    axes = figure.subplots()
    marks.bare(axes, "")
    hues = (marks.HUE, marks.OTHER, marks.INK, marks.HUE)
    for (name, ys), hue, marker, style in zip(drawn.items(), hues, MARKERS, STYLES, strict=False):
        axes.plot(floats(xs), floats(ys), style, marker=marker, color=hue, markersize=5)
        marks.beside(axes, floats(xs)[-1], floats(ys)[-1], name, gap=8)
    axes.set_xlabel(f"{across} →", color=marks.INK, fontsize=marks.SMALL)
    scale(axes, floats(xs), [y for ys in drawn.values() for y in floats(ys)])
    words = f"{len(drawn)} lines over {across}" if len(drawn) > 1 else f"a line over {across}"
    said = told(words, [written(x) for x in xs], drawn)
    return Chart(picture(figure, alt or "; ".join(said)), table)


def split(table: Table) -> tuple[list[str], dict[str, list[Any]]]:
    """
    Return what names each row of *table*, and its columns of numbers.

    >>> from lessonlab.show.tables import Table
    >>> split(Table(("lesson", "tries"), [("joins", 3)]))
    (['joins'], {'tries': [3]})
    """
    if not table.rows:
        raise ConfigError("there are no rows to draw", cure=CHOOSE)
    right = table.to_the_right
    word = next((i for i, _ in enumerate(table.columns) if i not in right), 0)
    names = [str(text_of(row[word])) for row in table.rows]
    return names, {name: [row[i] for row in table.rows] for i, name in enumerate(table.columns) if i in right}


def told(kind: str, names: Sequence[str], columns: dict[str, list[Any]]) -> Iterator[str]:
    """
    Yield what one sees: how many marks, and the highest and the lowest of each column that does not vary.

    >>> list(told("bars", ["a", "b"], {"rows": [7, 3]}))
    ['bars for 2 rows', 'rows: highest a 7, lowest b 3']
    """
    yield f"{kind} for {len(names)} rows"
    for title, values in columns.items():
        known = [(float(v), name, v) for name, v in zip(names, values, strict=True) if v is not None]
        if not known or any(isinstance(value, Varying) for value in values):
            yield title
            continue
        most, least = max(known, key=lambda one: one[0]), min(known, key=lambda one: one[0])
        yield f"{title}: highest {most[1]} {written(most[2])}, lowest {least[1]} {written(least[2])}"


def put_dot(axes: Axes, x: float, y: float, name: str, *, small: bool) -> None:
    """Draw one dot: a full round one, or a square with its *name*."""
    style = {"marker": "s", "color": marks.OTHER} if name else {"marker": "o", "color": marks.HUE}
    axes.plot(x, y, markersize=2 if small else 6, linestyle="", **style)  # type: ignore[arg-type]
    if name:
        marks.beside(axes, x, y, name, gap=6)


def scale(axes: Axes, xs: Sequence[float], ys: Sequence[float]) -> None:
    """Count by tens where the largest is far beyond the smallest, else from nothing; leave room for names."""
    if min(xs) > 0 and max(xs) / min(xs) >= TENFOLDS:
        axes.set_xscale("log")
        axes.set_xlim(min(xs) / 1.5, max(xs) * (max(xs) / min(xs)) ** 0.3)
    else:
        axes.set_xlim(min(xs) - 0.02 * (max(xs) - min(xs)), max(xs) + 0.3 * (max(xs) - min(xs) or 1))
    if min(ys) > 0 and max(ys) / min(ys) >= TENFOLDS:
        axes.set_yscale("log")
    else:
        axes.set_ylim(bottom=min(0, *ys))


def floats(values: Sequence[Any]) -> list[float]:
    """Return *values* as matplotlib takes them, nothing where there is no value."""
    return [float("nan") if value is None else float(value) for value in values]


def written(value: Any) -> str:
    """
    Return a figure as it stands beside its mark.

    >>> written(1234567), written(Decimal("12.50")), written(None)
    ('1,234,567', '12.50', 'NULL')
    """
    if value is None:
        return "NULL"
    if isinstance(value, (int, float, Decimal)) and abs(float(value)) >= THOUSANDS:
        return f"{value:,.0f}"
    return str(text_of(value))


def require(name: str, columns: dict[str, list[Any]]) -> str:
    """Return *name* if it is a column of numbers; raise `ConfigError` if not."""
    if name not in columns:
        raise ConfigError(f"no column of numbers {name!r} here", cure=f"name one of {', '.join(columns)}")
    return name


def require_all(label: Sequence[str], names: Sequence[str]) -> None:
    """Raise `ConfigError` where a row that shall be named is not there."""
    for name in label:
        if name not in names:
            raise ConfigError(f"no row is called {name!r}", cure=f"name one of {', '.join(names[:5])}")


def place_of(name: str, table: Table) -> int:
    """Return where the column *name* stands; raise `ConfigError` if it does not."""
    if name not in table.columns:
        raise ConfigError(f"no column {name!r} here", cure=f"name one of {', '.join(table.columns)}")
    return list(table.columns).index(name)


CHOOSE = "SELECT a name and the numbers to draw, in that order"
