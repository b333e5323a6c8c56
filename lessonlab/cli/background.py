"""The large class, built while the reader has begun: they wait for it only where a page needs it."""

from __future__ import annotations

import contextlib
import threading
import time
from typing import TYPE_CHECKING

import click
import psycopg

from lessonlab import content
from lessonlab.errors import LessonLabError
from lessonlab.postgres.connect import connect
from lessonlab.postgres.provider import databases
from lessonlab.postgres.sizes import Kind
from lessonlab.postgres.templates import building_name, ensure_template, fresh_template
from lessonlab.system import processes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lessonlab.postgres.server import Server

LARGE = Kind("large")
LOOK_SECONDS = 0.5  # a class has sessions that help, and they come and go
FIRST_CELL_SECONDS = 20.0  # for a browser, a kernel and the first page's database: they go before


@contextlib.contextmanager
def large_class(server: Server) -> Iterator[None]:
    """Build the large class while inside, unless it is there, and say so; what is half built is nobody's."""
    with connect(server.dsn) as connection:
        there = server.given or fresh_template(connection, LARGE)
    if there:
        yield
        return
    click.echo("The large class of learners is being built meanwhile; a page that needs it waits for it.")
    over = threading.Event()
    threads = [
        threading.Thread(target=_build, args=(server, over), daemon=True),
        threading.Thread(target=_give_way, args=(server, over), daemon=True),
    ]
    for thread in threads if server.local else threads[:1]:
        thread.start()
    try:
        yield
    finally:
        over.set()


def _build(server: Server, over: threading.Event) -> None:
    """Build it; who has ended the lab meanwhile hears nothing of it."""
    try:
        _wait_for_first_cell(server, over)
        if over.is_set():
            return
        ensure_template(server, LARGE.size)
        said = "The large class of learners is ready."
    except LessonLabError as error:
        said = f"lessonlab: {error}"
    except psycopg.Error as error:
        said = f"lessonlab: the large class could not be built: {str(error).strip()}\nnext: lessonlab doctor"
    if not over.is_set():
        click.echo(said)
        over.set()


def _wait_for_first_cell(server: Server, over: threading.Event) -> None:
    """Return when a page has its database, or nobody opens one for so long."""
    until = time.monotonic() + FIRST_CELL_SECONDS
    with connect(server.dsn) as connection:
        while not databases(connection) and time.monotonic() < until:
            if over.wait(LOOK_SECONDS):
                return


def _give_way(server: Server, over: threading.Event) -> None:
    """Let those who build it have a processor when the reader's kernel does not want it."""
    with contextlib.suppress(LessonLabError, psycopg.Error), connect(server.dsn) as connection:
        name = building_name(connection, LARGE)
        while not over.wait(LOOK_SECONDS):
            for (pid,) in connection.execute(
                content.sql("catalog/sessions_of_database"), {"database": name}
            ).fetchall():
                processes.give_way(pid)
