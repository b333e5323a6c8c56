"""What all answers of the class's server have in common: JSON in one line, and nothing from elsewhere."""

from __future__ import annotations

import datetime as dt
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from tornado.web import HTTPError, RequestHandler

from lessonlab.errors import LessonLabError

if TYPE_CHECKING:
    from lessonlab.workshop.host import Host

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "Server": "lessonlab",
}


class Answering(RequestHandler):
    """What all answers have in common."""

    def initialize(self, host: Host) -> None:
        """Take the host."""
        self.host = host

    def set_default_headers(self) -> None:
        """Let nothing be loaded from elsewhere, framed or kept."""
        for name, value in HEADERS.items():
            self.set_header(name, value)

    def say(self, status: int, **values: Any) -> None:
        """Answer with JSON."""
        self.set_status(status)
        self.finish(values | {"time": dt.datetime.now(dt.UTC).isoformat(timespec="seconds")})

    def write_error(self, status_code: int, **_: Any) -> None:
        """Say what is wrong in one line, and nothing of what happened inside."""
        self.say(status_code, error=self._reason)

    def log_exception(self, *error: Any) -> None:
        """Log what is a fault of ours, and nothing of what somebody sent."""
        refused = isinstance(error[1], HTTPError) and error[1].status_code < HTTPStatus.INTERNAL_SERVER_ERROR
        if not refused and not issubclass(error[0], LessonLabError):
            super().log_exception(*error)
