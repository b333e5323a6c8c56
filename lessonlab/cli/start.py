"""`lessonlab start`: from nothing to the first cell."""

from __future__ import annotations

import contextlib
import signal
import socket
import subprocess
import threading
import webbrowser
from typing import TYPE_CHECKING

import click

from lessonlab.cli.options import (
    absolute,
    build_templates,
    dsn_option,
    kernel_environ,
    read_settings,
    workspace_option,
)
from lessonlab.course import jupyter
from lessonlab.course.chapters import START, find
from lessonlab.course.workspace import deliver, open_workspace, untouched
from lessonlab.errors import ConfigError
from lessonlab.postgres.connect import connect, place, server_version
from lessonlab.postgres.server import use_server

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path
    from types import FrameType

    from lessonlab.config import Settings
    from lessonlab.course.workspace import Workspace
    from lessonlab.postgres.server import Server


@click.command("start")
@click.argument("chapter", default=START)
@click.option("--no-browser", is_flag=True, help="Only print the address.")
@click.option(
    "--port", type=click.IntRange(1, 65535), help="JupyterLab's port; otherwise 8888 or the next free one."
)
@dsn_option
@workspace_option
def command(chapter: str, *, no_browser: bool, port: int | None, dsn: str | None, workspace: Path) -> None:
    """
    Open the course: PostgreSQL, the classes of learners, your notebooks, JupyterLab.

    It runs until you press Ctrl+C.  The first start takes about a minute, because it builds the classes.

    \b
    Examples:
      lessonlab start
      lessonlab start 06
      lessonlab start --workspace ~/sql-course
      lessonlab start --no-browser --port 9000
      lessonlab start --dsn postgresql://ada@db.example.org/postgres
    """
    settings = read_settings(dsn)
    page = f"lab/tree/{find(chapter).filename}"
    folder = open_workspace(absolute(workspace))
    with ended_by_signals(), use_server(settings, "lessonlab start") as server:
        click.echo(f"{describe_server(server)} is running.")
        build_templates(server)
        click.echo("The small and the large class of learners are ready.")
        serve(folder, settings, page=page, port=port, browser=not no_browser)


def serve(workspace: Workspace, settings: Settings, *, page: str, port: int | None, browser: bool) -> None:
    """Deliver the notebooks and run JupyterLab until it ends or we are told to; or show the one that runs."""
    environ = jupyter.jupyter_environ(settings.home)
    with workspace.lock():
        say_delivered(workspace, environ)
        running = jupyter.find_running(workspace.root, environ)
        if running:
            show_running(workspace, jupyter.at_page(running, page), browser=browser)
            return
        require_port(port)
        own = kernel_environ(settings) | {"LESSONLAB_WORKSPACE": str(workspace.root)}
        process = jupyter.launch(workspace, page=page, port=port, browser=browser, environ=environ | own)
        note = jupyter.record(settings.home, process, workspace.root)
        try:
            url = jupyter.wait_until_ready(workspace, process, environ)
        except BaseException:
            jupyter.end(process.pid)
            note.unlink(missing_ok=True)
            raise
    click.echo(f"JupyterLab: {jupyter.at_page(url, page)}")
    click.echo("Press Ctrl+C to stop.")
    try:
        wait_for(process)
    finally:
        jupyter.end(process.pid)
        note.unlink(missing_ok=True)
    click.echo("Stopped. Your notebooks stay where they are.")


def say_delivered(workspace: Workspace, environ: Mapping[str, str]) -> None:
    """Bring the workspace up to date, and say what was kept back and where it all is."""
    for kept in deliver(workspace):
        click.echo(
            f"Chapter {kept.key} is newer than your edited copy: lessonlab reset {kept.key} gives it to you."
        )
    jupyter.sign(untouched(workspace), environ)
    click.echo(f"Your notebooks are in {workspace.root}")


def show_running(workspace: Workspace, url: str, *, browser: bool) -> None:
    """Show the JupyterLab that already runs on this folder."""
    click.echo(f"JupyterLab is already running here: {url}")
    if browser:
        webbrowser.open(jupyter.redirect(workspace, url).as_uri())


def wait_for(process: subprocess.Popen[bytes]) -> None:
    """Return when *process* has ended or we were told to stop; in short waits, for Windows."""
    with contextlib.suppress(KeyboardInterrupt):
        while process.poll() is None:
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(timeout=1)


def describe_server(server: Server) -> str:
    """Return the server's name, version and place."""
    with connect(server.dsn) as connection:
        version = server_version(connection)
    where = "the lab's own" if server.local else place(server.dsn)
    return f"PostgreSQL {version // 10_000}.{version % 10_000} ({where})"


def require_port(port: int | None) -> None:
    """Raise `ConfigError` when *port* was asked for and somebody else has it."""
    if port is None:
        return
    with socket.socket() as probe:
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise ConfigError(
                f"port {port} cannot be used: {error.strerror}", cure="choose another --port, or leave it out"
            ) from None


@contextlib.contextmanager
def ended_by_signals() -> Iterator[None]:
    """Take a closed terminal and a polite kill for Ctrl+C, so that everything is put away."""

    def interrupt(_number: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = {}
    for name in ("SIGTERM", "SIGHUP", "SIGBREAK"):
        number = getattr(signal, name, None)
        if number is not None and threading.current_thread() is threading.main_thread():
            before[number] = signal.signal(number, interrupt)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
