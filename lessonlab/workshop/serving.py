"""
The class's server: it takes hand-ins and shows the board, and runs nothing that a student sends.

It speaks HTTP on loopback; a proxy in front of it does TLS.  A student shows a token, the instructor a key.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import hmac
import logging
from collections import deque
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application, RequestHandler

from lessonlab.errors import ConfigError
from lessonlab.system.network import most_connections
from lessonlab.workshop import told_board
from lessonlab.workshop.answering import Answering
from lessonlab.workshop.taking import TakesHandIns
from lessonlab.workshop.tries import MOST_SENT

if TYPE_CHECKING:
    from collections.abc import Callable

    from tornado.iostream import IOStream

    from lessonlab.workshop.host import Host

COOKIE = "lessonlab_board"
log = logging.getLogger(__name__)


class Guarded(Answering):
    """What only the instructor sees."""

    def prepare(self) -> None:
        """Ask for the key: once in the address, then in a cookie."""
        shown = self.get_query_argument("key", "")
        if shown and hmac.compare_digest(shown.encode(), self.host.key.encode()):
            self.set_cookie(COOKIE, self.host.key, httponly=True, samesite="Strict", path="/")
            self.redirect("/board")
        elif not hmac.compare_digest((self.get_cookie(COOKIE) or "").encode(), self.host.key.encode()):
            self.say(403, error="the board is the instructor's: open the address that `class serve` printed")

    @property
    def names(self) -> bool:
        """Say whether names are asked for."""
        return self.get_query_argument("names", "0") == "1"


class ShowsBoard(Guarded):
    """GET /board: the page."""

    def get(self) -> None:
        """Show the board."""
        self.host.look()
        view = self.host.board.view(dt.datetime.now(dt.UTC))
        self.finish(told_board.page(view, names=self.names))


class ShowsPart(Guarded):
    """GET /board.part: what changes on the page."""

    def get(self) -> None:
        """Show the board's main part."""
        self.host.look()
        view = self.host.board.view(dt.datetime.now(dt.UTC))
        self.finish(told_board.main(view, names=self.names))


class ShowsFile(Answering):
    """GET /board.css and /board.js."""

    TYPES = {"board.css": "text/css", "board.js": "text/javascript"}  # noqa: RUF012 - never changed

    def get(self, name: str) -> None:
        """Send a file of the page."""
        self.set_header("Content-Type", f"{self.TYPES[name]}; charset=utf-8")
        self.finish(told_board.read_part(name))


class SaysIsThere(Answering):
    """GET /health: for a proxy, and for a student's doctor."""

    def get(self) -> None:
        """Say which class this is."""
        self.say(200, title=self.host.look().course.title, trouble=bool(self.host.trouble))


class NothingThere(Answering):
    """Any other address."""

    def prepare(self) -> None:
        """Say that there is nothing."""
        self.say(404, error="there is nothing here: students type lessonlab hand-in")


def log_faults(handler: RequestHandler) -> None:
    """Log what is a fault of ours: a student who is refused a thousand times fills no terminal."""
    if handler.get_status() >= HTTPStatus.INTERNAL_SERVER_ERROR:
        log.error("%s %s: %d", handler.request.method, handler.request.path, handler.get_status())


def application(host: Host) -> Application:
    """Return the class's server, to be given a port."""
    own = {"host": host}
    return Application(
        [
            (r"/hand-in", TakesHandIns, own),
            (r"/board", ShowsBoard, own),
            (r"/board\.part", ShowsPart, own),
            (r"/(board\.css|board\.js)", ShowsFile, own),
            (r"/health", SaysIsThere, own),
        ],
        default_handler_class=NothingThere,
        default_handler_args=own,
        compress_response=True,
        log_function=log_faults,
    )


class Listening(HTTPServer):
    """
    A server that has so many connections at once: for one more, the oldest is hung up.

    Who opens thousands and says nothing takes their own places.  Without an end to them the system has no
    number left for whoever hands in, nor for the file that it is kept in.
    """

    def initialize(self, *args: Any, **named: Any) -> None:
        """Begin with no connection."""
        super().initialize(*args, **named)
        self._most = most_connections()
        self._open: deque[IOStream] = deque()

    def handle_stream(self, stream: IOStream, address: tuple[Any, ...]) -> None:
        """Take one more."""
        if len(self._open) >= self._most:
            self._open = deque(one for one in self._open if not one.closed())
        if len(self._open) >= self._most:
            self._open.popleft().close()
        self._open.append(stream)
        super().handle_stream(stream, address)


ASK_AGAIN = 1.0  # seconds
LIMITS = {
    "max_body_size": MOST_SENT,
    "max_buffer_size": 2 * MOST_SENT,
    "body_timeout": 60.0,
    "idle_connection_timeout": 60.0,
}


async def serve(
    host: Host, address: str, port: int, say: Callable[[str], object], told_to_end: Callable[[], bool]
) -> None:
    """Serve until somebody ends it, and *say* where; *told_to_end* is asked, for a signal may be dropped."""
    server = Listening(application(host), **LIMITS)
    try:
        sockets = bind_sockets(port, address)
    except (OSError, UnicodeError) as error:  # the second: no name of a machine
        why = getattr(error, "strerror", "") or str(error)
        raise ConfigError(
            f"{address}:{port} cannot be listened at: {why}", cure="another --port, or --host"
        ) from None
    server.add_sockets(sockets)
    at = f"[{address}]" if ":" in address else address
    where = f"http://{at}:{sockets[0].getsockname()[1]}"
    say(f"{host.opened.course.title}: {len(host.opened.people)} people, hand-ins at {where}")
    say(f"board  {where}/board?key={host.key}")
    try:
        while not told_to_end():  # noqa: ASYNC110 - what would set an event is what may be dropped
            await asyncio.sleep(ASK_AGAIN)
    finally:
        server.stop()
        await server.close_all_connections()
