"""How far each of a pair is in the log, as a picture of what both servers say: in order, not to scale."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lessonlab import content
from lessonlab.show.pictures import Picture, svg_picture
from lessonlab.show.svg import HEAD, INK, LETTER, LINE, OTHER, WIDE, document, text
from lessonlab.varying import Varying

if TYPE_CHECKING:
    from collections.abc import Iterator

    from psycopg import Connection

SECONDS, MOMENT = 5.0, 0.01  # that log is under way to the standby
MARGIN, ROW, BAR = 10, 26, 14
KB = 1000


@dataclass(frozen=True, slots=True)
class LogStretch:
    """A stretch of the log: *what* it is, where it begins and ends in bytes; a slot's is *kept*."""

    what: str
    start: float
    end: float
    kept: bool = False


def log_drawn(primary: Connection[Any], standby: Connection[Any]) -> Picture:
    """Return where *primary* and *standby* are in the log, and what slots keep of it."""
    stretches, followers = ask(primary, standby)
    lines = [f"{one.what}: {told(one, stretches[0].end)}" for one in stretches]
    said = f"the primary has {followers or 'no follower'}"
    alt = f"how far each is in the log, in order; {said}; {'; '.join(lines)}"
    return Picture(svg_picture(draw(stretches, said), alt).html, "\n".join([said, *lines]))


def ask(primary: Connection[Any], standby: Connection[Any]) -> tuple[list[LogStretch], str]:
    """Return the stretches, the primary's first, and who follows it; log under way is waited for."""
    row = primary.execute(content.sql("catalog/log_of_primary").encode()).fetchone()
    written, followers, slots, kept_from, used = row or (0, "", [], [], [])
    until = time.monotonic() + SECONDS
    received, shown, paused = positions(standby)
    while followers and _is_under_way(written, received, shown, paused) and time.monotonic() < until:
        time.sleep(MOMENT)
        received, shown, paused = positions(standby)
    found = [
        LogStretch("the primary has written", 0, float(written)),
        LogStretch("the standby has received", 0, min(received, float(written))),
        LogStretch(f"the standby shows{', and pauses' if paused else ''}", 0, min(shown, float(written))),
    ]
    for name, start, used_now in zip(slots, kept_from, used, strict=True):
        who = "" if used_now else ", which nobody reads,"
        found.append(LogStretch(f"the slot {name}{who} keeps", start, float(written), kept=True))
    return found, str(followers or "")


def _is_under_way(written: float, received: float, shown: float, paused: bool) -> bool:  # noqa: FBT001
    """Say whether log is still on its way to a standby that does not pause."""
    return received < written or (shown < written and not paused)


def positions(standby: Connection[Any]) -> tuple[float, float, bool]:
    """Return how far the standby has received the log and shows it, and whether it pauses."""
    received, shown, paused = standby.execute(content.sql("catalog/log_of_standby").encode()).fetchone() or (
        0,
        0,
        False,
    )
    return float(received or shown or 0), float(shown or 0), bool(paused)


def told(one: LogStretch, written: float) -> str:
    """
    Return a stretch in words.

    >>> told(LogStretch("it shows", 0, 7000), 9000), told(LogStretch("it keeps", 2000, 9000, kept=True), 9000)
    ('all but ⟨2 kB⟩', '⟨7 kB⟩')
    """
    if one.kept:
        return str(Varying((one.end - one.start) / KB, "kB"))
    return "all" if one.end == written else f"all but {Varying((written - one.end) / KB, 'kB')}"


def draw(stretches: list[LogStretch], said: str) -> str:
    """Return the stretches as bars below one another; equal places stand below each other."""
    places = sorted({place for one in stretches for place in (one.start, one.end)})
    first = max(len(one.what) for one in stretches) * LETTER + 2 * MARGIN
    step = (max(WIDE, first + 160) - first - MARGIN) / max(1, len(places) - 1)
    x = {place: first + i * step for i, place in enumerate(places)}
    parts = [text(MARGIN, MARGIN + ROW / 2, said, f'fill="{INK}" font-weight="bold"')]
    for i, one in enumerate(stretches, start=1):
        parts += bar(one, x, MARGIN + ROW * (i + 0.5))
    return document(first + step * (len(places) - 1) + MARGIN, 2 * MARGIN + ROW * (len(stretches) + 1), parts)


def bar(one: LogStretch, x: dict[float, float], y: float) -> Iterator[str]:
    """Yield a stretch: its name, its bar, and a line under it from end to end."""
    fill = OTHER if one.kept else HEAD
    left, right = min(x.values()), max(x.values())
    yield text(MARGIN, y, one.what, f'fill="{INK}"')
    yield f'<path d="M {left:.1f} {y + BAR / 2 + 2:.1f} H {right:.1f}" stroke="{LINE}" stroke-width="0.6"/>'
    yield (
        f'<rect x="{x[one.start]:.1f}" y="{y - BAR / 2:.1f}" width="{x[one.end] - x[one.start]:.1f}" '
        f'height="{BAR}" rx="3" fill="{fill}"/>'
    )
