"""The time tracker: a widget that counts in the page and adds what it counted to a learner's row."""

from __future__ import annotations

from html import escape
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

import anywidget
import traitlets

from lessonlab.errors import ConfigError
from lessonlab.tracker.beats import answer
from lessonlab.tracker.recording import Recorder
from lessonlab.tracker.subshells import hear_always

if TYPE_CHECKING:
    from collections.abc import MutableMapping

    from lessonlab.postgres.session import Session
    from lessonlab.tracker.beats import Record

HERE = Path(__file__).parent
SCRIPTS = ("ledger.js", "tracker.js")  # one module to the page
NO_PAGE = "it counts in a page of JupyterLab, once this cell is run there"


class Tracker(anywidget.AnyWidget):
    """
    Counts the seconds in which somebody reads, and adds them with *record*, every *interval* seconds.

    It stops while the page is hidden and after *idle* seconds without an input; 0 means never.  *key* says
    whose time it is: one page has one tracker of a key, and one that is made again takes over what the last
    one kept.  *row* are the seconds recorded so far.
    """

    _esm = traitlets.Unicode().tag(sync=True)
    _css = traitlets.Unicode().tag(sync=True)
    key = traitlets.Unicode().tag(sync=True)
    label = traitlets.Unicode().tag(sync=True)
    interval = traitlets.Float(30.0).tag(sync=True)
    idle = traitlets.Float(60.0).tag(sync=True)
    row = traitlets.Int(0).tag(sync=True)

    def __init__(
        self, record: Record, *, key: str, label: str, row: int = 0, interval: float = 30, idle: float = 60
    ) -> None:
        _check(interval, idle)
        super().__init__(key=key, label=label, row=row, interval=interval, idle=idle)
        self._record = record
        self._turn = Lock()  # a beat may arrive while another is recorded, and while a cell runs
        self.on_msg(self._hear)
        hear_always(self.comm)

    @traitlets.default("_esm")
    def _default_esm(self) -> str:
        return "".join((HERE / name).read_text(encoding="utf-8") for name in SCRIPTS)

    @traitlets.default("_css")
    def _default_css(self) -> str:
        return (HERE / "tracker.css").read_text(encoding="utf-8")

    def __repr__(self) -> str:
        pause = f"idle after {self.idle:g} s" if self.idle else "never idle"
        beats = f"a beat every {self.interval:g} s, {pause}"
        return f"time tracker · {self.label} · {beats} · {self.row} s in the row"

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        """Return the widget, and for a page without a kernel what it would be, in words."""
        bundle, about = super()._repr_mimebundle_(**kwargs) or ({}, {})
        words = f"{self!r}\n{NO_PAGE}"
        html = "<br>".join(escape(line) for line in words.splitlines())
        return {**bundle, "text/plain": words, "text/html": f"<div>{html}</div>"}, about

    def _hear(self, _: Any, content: object, __: Any) -> None:
        """Answer what the page sent; whatever it sends must not break the channel."""
        with self._turn:
            said, seconds = answer(content, self._record)
            if seconds is not None:
                self.row = seconds
            self.send(said)


def track(
    session: Session,
    running: MutableMapping[str, Tracker],
    where: tuple[object, object, object],
    *,
    interval: float,
    idle: float,
) -> Tracker:
    """Return a tracker of the user, course and lesson in *where*; it replaces the one *running* for these."""
    record = Recorder(session, *where)
    lesson = record.lesson
    if lesson.key in running:
        running.pop(lesson.key).close()
    tracker = Tracker(
        record, key=lesson.key, label=str(lesson), row=record.seconds(), interval=interval, idle=idle
    )
    running[lesson.key] = tracker
    return tracker


def _check(interval: float, idle: float) -> None:
    """Raise `ConfigError` where a page could not count by these."""
    if not 0 < interval <= 3600:  # noqa: PLR2004 - an hour
        raise ConfigError(f"a beat every {interval:g} s: want more than 0, at most 3,600", cure="interval=30")
    if not idle >= 0:
        raise ConfigError(f"idle after {idle:g} s: want 0, which means never, or more", cure="idle=60")
