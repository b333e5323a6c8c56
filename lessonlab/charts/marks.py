"""
What charts are made of: bars, columns, dots, ranges and grids on a matplotlib axes.

One style: no frame, no scale where the figure stands beside its mark, one hue and its counterpart, that are
told apart by the colour-blind too; mid-tone ink, which reads on a light page and on a dark one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lessonlab.show.pictures import MIDTONE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

INK, HUE, OTHER, PALE = MIDTONE, "#4a86b8", "#9b7224", "#4a86b855"
WIDTH = 5.6  # inches: half a window shows words of `SMALL` points as 11 pixels
SIZE, SMALL = 10, 9  # points
CELL, LARGEST = 0.84, 130  # of a grid: a bar's length in cells, a square's area in square points
ROOM = 1.3  # how far beyond the longest bar there is room for its figure


def new_figure(width: float, height: float) -> Figure:
    """Return an empty figure, of no notebook's concern until it is shown."""
    from matplotlib.figure import Figure  # noqa: PLC0415 - half a second that only who draws pays

    return Figure(figsize=(width, height), layout="constrained")


def bare(axes: Axes, title: str) -> None:
    """Take frame, ticks and black from *axes*, and put *title* where reading begins."""
    axes.set_title(title, loc="left", color=INK, fontsize=SIZE + 1)
    axes.tick_params(length=0, labelsize=SMALL, colors=INK)
    for spine in axes.spines.values():
        spine.set_visible(False)


def beside(axes: Axes, x: float, y: float, text: str, gap: int = 4) -> None:
    """Write *text* right of a mark's end, *gap* points away."""
    axes.annotate(
        text, (x, y), xytext=(gap, 0), textcoords="offset points", color=INK, fontsize=SMALL, va="center"
    )


def rows(axes: Axes, names: Sequence[str]) -> None:
    """Give each of *names* a line of its own, the first on top."""
    axes.set_yticks(range(len(names)), [brief(name) for name in names], parse_math=False)  # "$" is a letter
    axes.set_ylim(len(names) - 0.4, -0.6)
    axes.set_xticks([])


def bars(
    axes: Axes,
    names: Sequence[str],
    values: Sequence[float],
    labels: Sequence[str],
    *,
    behind: Sequence[float] = (),
) -> None:
    """Draw a bar for each of *names* with its label at its end, *behind* each a pale, longer one."""
    rows(axes, names)
    longest = [max(pair) for pair in zip(values, behind, strict=True)] if behind else list(values)
    if behind:
        axes.barh(range(len(names)), list(behind), color=PALE, height=0.7)
    axes.barh(range(len(names)), list(values), color=HUE, height=0.7)
    for place, (end, label) in enumerate(zip(longest, labels, strict=True)):
        beside(axes, end, place, label)
    axes.set_xlim(0, max([*longest, 0]) * ROOM or 1)


def columns(axes: Axes, names: Sequence[str], values: Sequence[float], labels: Sequence[str]) -> None:
    """Draw a column for each of *names*, its label on top."""
    drawn = axes.bar(range(len(names)), list(values), color=HUE, width=0.86)
    axes.bar_label(drawn, labels, padding=2, color=INK, fontsize=SMALL)
    axes.set_xticks(range(len(names)), names)
    axes.set_yticks([])
    axes.margins(y=0.12)


def pairs(
    axes: Axes,
    names: Sequence[str],
    dots: Sequence[tuple[float, float | None]],
    legend: tuple[str, str],
) -> None:
    """Draw two dots for each of *names*, joined: a full one with its figure, and a hollow one."""
    rows(axes, names)
    for place, (full, hollow) in enumerate(dots):
        if hollow is not None:
            axes.plot([full, hollow], [place, place], color=INK, linewidth=1, zorder=1)
            axes.plot(hollow, place, "o", markerfacecolor="none", markeredgecolor=OTHER, markersize=6)
        axes.plot(full, place, "o", color=HUE, markersize=6)
        beside(axes, max(full, hollow or full), place, f"{full:.1f}", gap=8)
    axes.margins(x=0.15)
    axes.set_xlabel(f"● {legend[0]}   ○ {legend[1]}", color=INK, fontsize=SMALL, loc="left")


def ranges(
    axes: Axes,
    names: Sequence[str],
    spans: Sequence[tuple[float, float, float]],
    labels: Sequence[str],
) -> None:
    """Draw a line from lowest to highest for each of *names*, a dot at the middle, and its label."""
    rows(axes, names)
    for place, ((low, middle, high), label) in enumerate(zip(spans, labels, strict=True)):
        axes.plot([low, high], [place, place], color=INK, linewidth=1, zorder=1)
        axes.plot(middle, place, "o", color=HUE, markersize=6)
        beside(axes, high, place, label, gap=8)
    axes.margins(x=0.2)


def grid(
    axes: Axes,
    lines: Sequence[str],
    heads: Sequence[str],
    values: Sequence[Sequence[float | None]],
    *,
    written: bool,
) -> None:
    """
    Draw a mark for each value, nothing for none: the figure over a bar if *written*, else a square.

    Size tells how much, not shade: what is dark on a light page is bright on a dark one.
    """
    axes.set_yticks(range(len(lines)), lines)
    axes.set_xticks(range(len(heads)), heads)
    axes.set_xlim(-0.5, len(heads) - 0.5)
    axes.set_ylim(len(lines) - 0.5, -0.5)
    found = [
        (x, y, value) for y, line in enumerate(values) for x, value in enumerate(line) if value is not None
    ]
    highest = max((value for _, _, value in found), default=0) or 1
    if written:
        for x, y, value in found:
            axes.text(x, y - 0.1, f"{value:.0f}", ha="center", va="center", color=INK, fontsize=SMALL)
        lengths = [CELL * value / highest for _, _, value in found]
        axes.barh([y + 0.36 for _, y, _ in found], lengths, left=[x - CELL / 2 for x, _, _ in found],
                  color=HUE, height=0.16)  # fmt: skip
    else:
        xs, ys = [x for x, _, _ in found], [y for _, y, _ in found]
        areas = [LARGEST * value / highest for _, _, value in found]
        axes.scatter(xs, ys, s=areas, marker="s", color=HUE, linewidths=0)


def brief(name: str) -> str:
    """
    Return *name*, cut where it would take the drawing's room.

    >>> brief("asynchronous-javascript-in-depth")
    'asynchronous-javascript…'
    """
    return name if len(name) <= 24 else f"{name[:23]}…"  # noqa: PLR2004 - the longest lesson fits
