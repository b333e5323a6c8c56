"""Where a student of a class sits: nothing but a look for a class file, for most readers are in none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lessonlab.workshop.joined import class_here, class_path, joined

if TYPE_CHECKING:
    from pathlib import Path

    from lessonlab.reader.desk import Desk


def take_seat(desk: Desk, home: Path, record: Path) -> None:
    """Let the rules of the class hold at *desk*, and keep each try beside the reader's *record*."""
    if class_path() is None:
        return
    from lessonlab.workshop.at_desk import AtDesk  # noqa: PLC0415 - see above
    from lessonlab.workshop.tries import FILE as TRIES  # noqa: PLC0415

    course = class_here()
    if course is not None:
        seat = AtDesk(course, joined(home), record.with_name(TRIES))
        desk.gate = seat
        desk.listeners = (*desk.listeners, seat)
