"""
How the class's server takes a hand-in: who sends too much, too often or without a token is told so.

Nothing of it is read before that, so that nobody holds the others up.
"""

from __future__ import annotations

import datetime as dt
from math import ceil
from typing import TYPE_CHECKING

from tornado.http1connection import HTTP1Connection
from tornado.web import stream_request_body

from lessonlab.errors import ConfigError, WorkspaceError
from lessonlab.grading import library
from lessonlab.workshop.answering import Answering
from lessonlab.workshop.collected import Handed
from lessonlab.workshop.host import IN_A_MINUTE, MOST_IN_A_MINUTE
from lessonlab.workshop.store import NoRoom
from lessonlab.workshop.tries import MOST_SENT

if TYPE_CHECKING:
    from lessonlab.workshop.tokens import Pass

LONGEST_NUMBER = 15  # digits
MOST_HEARD = 64 * 2**20  # of what is too much: who still sends does not hear an answer
TOO_MUCH = (
    413,
    f"it has more than the {MOST_SENT // 2**20} MB that are taken at once",
    "lessonlab hand-in, which sends it in parts",
)


@stream_request_body
class TakesHandIns(Answering):
    """POST /hand-in: keep it, then say so; what is not taken is not kept in memory either."""

    def prepare(self) -> None:
        """Ask who sends how much, and whether it is taken."""
        self.came = bytearray()
        self.refusal: tuple[int, str, str] | None = None
        self.sender: Pass | None = None
        if self.request.method == "POST" and isinstance(self.request.connection, HTTP1Connection):
            self.request.connection.set_max_body_size(MOST_HEARD)
            word, _, token = self.request.headers.get("Authorization", "").partition(" ")
            self.sender = self.host.whose(token.strip()) if word.lower() == "bearer" else None
            size = size_said(self.request.headers.get("Content-Length", ""))
            self.refusal = self._refusal(size)
            if size > MOST_HEARD:
                self.post()  # and hang up

    def _refusal(self, size: int) -> tuple[int, str, str] | None:
        if self.sender is None:
            cure = "lessonlab join EMAIL TOKEN, with the token that your instructor sent last"
            return 401, "the token is nobody's here, or was changed", cure
        if size > MOST_SENT:
            return TOO_MUCH
        wait = self.host.seconds_to_wait(self.sender.email, size)
        if not wait:
            return None
        self.set_header("Retry-After", str(ceil(wait)))
        most = f"{IN_A_MINUTE} hand-ins, or {MOST_IN_A_MINUTE // 2**20} MB"
        return 429, f"more than {most}, within a minute", "wait a minute"

    def data_received(self, chunk: bytes) -> None:
        """Take a piece; what does not say how long it is may be too long."""
        if self.refusal is None:
            self.came += chunk
            if len(self.came) > MOST_SENT:
                self.refusal = TOO_MUCH
        if self.refusal is not None:
            self.came.clear()

    def post(self) -> None:
        """Take a hand-in of whoever showed a token."""
        if self.refusal is not None or self.sender is None:
            status, error, cure = self.refusal or TOO_MUCH
            return self.say(status, error=error, cure=cure)
        sender, now = self.sender, dt.datetime.now(dt.UTC)
        try:
            sent, received, new = self.host.store.keep(sender.email, bytes(self.came), now)
        except ConfigError as error:
            self.host.make_wait(sender.email)
            return self.say(400, error=error.message, cure=error.cure)
        except NoRoom as error:
            return self.say(413, error=error.message, cure=error.cure)
        except WorkspaceError as error:
            return self.say(507, error=error.message, cure=error.cure)
        if new:
            known = library.by_key()
            for one in sent.tries:
                key, said = library.key_of(one.exercise, known), (one.verdict, one.mistake, one.at)
                self.host.board.take(Handed(sender.email, key, one.sql, received, "server", "", *said))
        self.say(200, received=received.isoformat(), tries=len(sent.tries), alias=sender.alias)
        return None


def size_said(header: str) -> int:
    """
    Return the bytes that somebody says will come; who does not say it may send the most that is taken.

    >>> [size_said(text) for text in ("12", "", "2,2", "9" * 5000)] == [12, MOST_SENT, MOST_SENT, 10**15]
    True
    """
    if not (header.isascii() and header.isdigit()):
        return MOST_SENT
    return int(header) if len(header) <= LONGEST_NUMBER else 10**LONGEST_NUMBER
