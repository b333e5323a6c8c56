"""How a session is ended that does not want to: without the server's help, and at last with the server."""

from __future__ import annotations

import contextlib
import socket
import time
from typing import TYPE_CHECKING, Any

import psycopg

from lessonlab import content
from lessonlab.errors import ServerError
from lessonlab.postgres import local_server
from lessonlab.postgres.connect import connect, is_ready, is_starting
from lessonlab.system import processes

if TYPE_CHECKING:
    import psutil
    from psycopg import Connection

    from lessonlab.postgres.server import Server

UNLIMITED = "-c search_path=pg_catalog"
SAFE = "-c search_path=pg_catalog -c statement_timeout=5s"  # an answer must not hold its watch up
SECONDS_TO_DIE = 0.5
SECONDS_TO_RECOVER = 2.0  # that the answer waits for which it was done; the next one waits for the rest
SECONDS_UNHEARD = 1.0  # as it ends its sessions it hangs up on who asks, too
MOMENT = 0.05  # each look is a process of the server's
MUCH_LOG = 2**20  # hundreds of files, each of which a server that begins anew would wait for


def hang_up(connection: Connection[Any]) -> None:
    """Cut the line to the server under whoever waits at it; the connection is closed for both."""
    with contextlib.suppress(OSError, psycopg.Error):
        line = socket.socket(fileno=connection.pgconn.socket)
        try:
            line.shutdown(socket.SHUT_RDWR)
        finally:
            line.detach()  # the number belongs to the connection


def ask_to_end(process: psutil.Process) -> None:
    """Ask a session's *process* to end where the server no longer lets us ask it."""
    if not processes.ask(process):
        with contextlib.suppress(ServerError):
            local_server.end_backend(process.pid)


def write_out(server: Server) -> None:
    """
    Have the *server* write its data to disk: what it would do over and wait for when it begins anew.

    Five seconds of a frozen answer's time were a server's that had just made its templates: it waits for each
    file.
    """
    with contextlib.suppress(psycopg.Error, ServerError), connect(server.dsn, options=UNLIMITED) as admin:
        row = admin.execute(content.sql("cage/log_since_checkpoint")).fetchone()
        if row and row[0] > MUCH_LOG:
            admin.execute("CHECKPOINT")


def begin_anew(server: Server, process: psutil.Process) -> None:
    """End a session's *process* without a word; return once the server has recovered from that, or soon."""
    processes.quit_now(process, SECONDS_TO_DIE)
    wait_for(server, SECONDS_TO_RECOVER)


def wait_for(server: Server, seconds: float) -> bool:
    """Wait for so many *seconds* for a server that begins anew and is not gone; say whether it is back."""
    heard = time.monotonic()
    until = heard + seconds
    while not is_ready(server.dsn):
        now = time.monotonic()
        heard = now if is_starting(server.dsn) else heard
        if now > until or now - heard > SECONDS_UNHEARD:
            return False
        time.sleep(MOMENT)
    return True
