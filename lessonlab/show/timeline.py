"""What happened, one moment below the other, and which of it a row still knows: as a drawing and in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Protocol
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from lessonlab.errors import ConfigError
from lessonlab.show.pictures import Picture, svg_picture
from lessonlab.show.svg import INK, KEY, LETTER, LINE, document, text
from lessonlab.show.values import interval
from lessonlab.show.widths import pad, width

if TYPE_CHECKING:
    from collections.abc import Iterator

MARGIN, ROW, KNOWN, DOT = 14, 26, 18, 5
LEAST, MOST = 20, 78  # how far apart two moments stand, by the time between them
AN_HOUR = timedelta(hours=1)
DAY_AND_TIME = "%a %d %b %H:%M"


@dataclass(frozen=True, slots=True)
class Happening:
    """A moment as the clock shows it, what happened, and the columns that say so."""

    at: datetime
    happened: str
    columns: tuple[str, ...]

    @property
    def clock(self) -> str:
        """Return day and time."""
        return self.at.strftime(DAY_AND_TIME)

    @property
    def known_by(self) -> str:
        """Return the columns that hold this moment."""
        return ", ".join(self.columns)


class ReadResult(Protocol):
    """What a SQL cell keeps under a name: rows, and the names of their columns."""

    keys: Sequence[str]

    def __getitem__(self, place: int, /) -> Sequence[Any]: ...


Happened = Mapping[datetime, str] | Sequence[tuple[datetime, str]]
Row = Mapping[str, datetime | None] | ReadResult


def timeline(happened: Happened, row: Row, zone: str = "UTC") -> Picture:
    """
    Return what *happened* on the clocks of *zone*, and beside it the columns of *row* that hold the moment.

    A moment that no column holds is a hollow dot: the row does not know of it.  Both may be what a SQL cell
    keeps under a name: rows of a time and a text, and one row of times.

    >>> from datetime import UTC
    >>> at = datetime(2025, 11, 1, 19, tzinfo=UTC)
    >>> timeline({at: "begins"}, {"first_started_at": at}, "America/New_York")
    ● Sat 01 Nov 15:00  begins  first_started_at
    """
    told_of = happened if isinstance(happened, Mapping) else {at: what for at, what in happened}  # noqa: C416
    moments = tuple(read(told_of, by_column(row), clock_of(zone)))
    told = "\n".join(lines(moments))
    alt = f"a line down through {len(moments)} moments, clocks of {zone}. {told}"
    return Picture(svg_picture(draw_timeline(moments), alt).html, told)


def by_column(row: Row) -> Mapping[str, datetime | None]:
    """Return the values of *row* by column; of a SQL cell's result, which may have none, its first row."""
    if isinstance(row, Mapping):
        return row
    try:
        return dict(zip(row.keys, row[0], strict=True))
    except IndexError:
        raise ConfigError("the result has no row to draw", cure="row << SELECT … of one row") from None


def clock_of(zone: str) -> ZoneInfo:
    """Return the time zone called *zone*."""
    try:
        return ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError):
        raise ConfigError(f"there is no time zone {zone!r}", cure="name one such as Asia/Tokyo") from None


def read(
    happened: Mapping[datetime, str], row: Mapping[str, datetime | None], zone: ZoneInfo
) -> Iterator[Happening]:
    """Yield each moment that happened or that a column holds, in order."""
    for at in sorted({*happened, *(value for value in row.values() if value is not None)}):
        columns = tuple(name for name, value in row.items() if value == at)
        yield Happening(at.astimezone(zone), happened.get(at, ""), columns)


def between(earlier: Happening, later: Happening) -> timedelta:
    """Return how long it really was from one moment to the next, whatever the clocks did."""
    return later.at.astimezone(ZoneInfo("UTC")) - earlier.at.astimezone(ZoneInfo("UTC"))


def lines(moments: Sequence[Happening]) -> Iterator[str]:
    """Yield a line for each moment, and one for the time between two."""
    widest = max((width(moment.happened) for moment in moments), default=0)
    for i, moment in enumerate(moments):
        if i:
            yield f"│   {interval(between(moments[i - 1], moment))}"
        dot = "●" if moment.columns else "○"
        yield f"{dot} {moment.clock}  {pad(moment.happened, widest)}  {moment.known_by}".rstrip()


def draw_timeline(moments: Sequence[Happening]) -> str:
    """Return *moments* as SVG, further apart where more time passed."""
    clocks = max((len(moment.clock) for moment in moments), default=0) * LETTER
    words = max((len(moment.happened) for moment in moments), default=0) * LETTER
    columns = max((len(moment.known_by) for moment in moments), default=0) * LETTER
    line = MARGIN + clocks + 18
    heights = [MARGIN + ROW / 2]
    for earlier, later in pairwise(moments):
        known = KNOWN if earlier.columns else 0
        heights.append(heights[-1] + ROW + known + gap(between(earlier, later)))
    wide = line + 18 + max(words, columns) + MARGIN
    high = heights[-1] + ROW / 2 + KNOWN * bool(moments and moments[-1].columns) + MARGIN
    parts = [
        *(
            f'<path d="M{line:.1f} {a + DOT + 1:.1f}V{b - DOT - 1:.1f}" stroke="{LINE}" stroke-width="2"/>'
            for a, b in pairwise(heights)
        ),
        *(
            text(
                line + 18,
                (a + b + KNOWN * bool(pair[0].columns)) / 2,
                interval(between(*pair)),
                f'fill="{INK}"',
            )
            for pair, (a, b) in zip(pairwise(moments), pairwise(heights), strict=True)
        ),
        *(part for moment, y in zip(moments, heights, strict=True) for part in drawn(moment, y, line)),
    ]
    return document(wide, high, parts)


def gap(time: timedelta) -> float:
    """
    Return the room between two moments: little for minutes, more for hours, no more for days.

    >>> [gap(timedelta(hours=n)) for n in (0.25, 12, 1000)]
    [20.5, 44.0, 78]
    """
    return min(LEAST + 2 * (time / AN_HOUR), MOST)


def drawn(moment: Happening, y: float, line: float) -> Iterator[str]:
    """Yield a moment: its clock on the left, a dot, what happened, and below it the columns that know."""
    known = bool(moment.columns)
    yield text(line - 18, y, moment.clock, f'fill="{INK}" text-anchor="end"')
    yield (
        f'<circle cx="{line:.1f}" cy="{y:.1f}" r="{DOT}" fill="{KEY if known else "none"}"'
        f' stroke="{KEY if known else LINE}" stroke-width="2"/>'
    )
    weight = ' font-weight="bold"' if known else ""
    yield text(line + 18, y, moment.happened, f'fill="{INK}"{weight}')
    yield text(line + 18, y + KNOWN, moment.known_by, f'fill="{KEY}" font-weight="bold"')
