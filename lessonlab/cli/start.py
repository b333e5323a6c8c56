"""`lessonlab start`: from nothing to the first cell."""

from __future__ import annotations

import contextlib
import socket
import threading
import webbrowser
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lessonlab.cli.background import large_class
from lessonlab.cli.options import (
    build_templates,
    dsn_option,
    kernel_environ,
    outputs_option,
    read_settings,
    slow_step,
    tracking_option,
    workspace_option,
)
from lessonlab.config import WORKSPACE
from lessonlab.course.chapters import START, find
from lessonlab.errors import ConfigError
from lessonlab.postgres.connect import connect, place, server_version
from lessonlab.postgres.initialise import make_home
from lessonlab.postgres.server import use_server
from lessonlab.reader import jupyter
from lessonlab.reader.hub import hub_prefix, page_address
from lessonlab.reader.own_pages import deliver, untouched
from lessonlab.reader.remembered import find_workspace, remember
from lessonlab.reader.workspace import open_workspace
from lessonlab.system import files, starting
from lessonlab.system.signals import ended_by_signals

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable, Iterator, Mapping

    from lessonlab.config import Settings
    from lessonlab.postgres.server import Server
    from lessonlab.reader.workspace import Workspace


@click.command("start")
@click.argument("chapter", default=START)
@click.option("--no-browser", is_flag=True, help="Only print the address.")
@click.option(
    "--port", type=click.IntRange(1, 65535), help="JupyterLab's port; otherwise 8888 or the next free one."
)
@outputs_option
@tracking_option
@dsn_option
@workspace_option
def command(
    chapter: str, *, no_browser: bool, port: int | None, outputs: bool, dsn: str | None, workspace: Path
) -> None:
    """
    Open the course: PostgreSQL, the classes of learners, your notebooks, JupyterLab.

    It runs until you press Ctrl+C.  JupyterLab opens when the small class is there; at the first start the
    large one, a million rows, is built meanwhile, and a page that needs it waits for it.

    \b
    Examples:
      lessonlab start
      lessonlab start 06
      lessonlab start --workspace ~/sql-course
      lessonlab start --no-browser --port 9000
      lessonlab start --dsn postgresql://ada@db.example.org/postgres
    """
    if hub_prefix():
        deliver_on_hub(workspace, chapter, outputs=outputs)
        return
    settings = read_settings(dsn)
    page = f"lab/tree/{find(chapter).filename}"
    folder = open_workspace(workspace)
    remember(settings.home, folder.root)
    with ended_by_signals("SIGINT") as told_to_end, contextlib.ExitStack() as last:
        with folder.lock():
            say_delivered(folder, settings, outputs=outputs)
            own = find_or_begin(folder, settings, last, page=page, port=port)
            server = last.enter_context(small_class(settings))
            sign_pages(folder, settings, first=page)
            if isinstance(own, Desktop):
                last.callback(own.end)  # its kernels before their server
            url = own.wait() if isinstance(own, Desktop) else own
        with contextlib.suppress(KeyboardInterrupt):  # from here on it is how one ends it
            show(folder, jupyter.at_page(url, page), again=own is url, browser=not no_browser)
            sign_pages(folder, settings)
            if isinstance(own, Desktop):
                keep_open(own.process, server, told_to_end)
    if isinstance(own, Desktop):
        click.echo("Stopped. Your notebooks stay where they are.")


def deliver_on_hub(workspace: Path, chapter: str, *, outputs: bool) -> None:
    """Bring the pages there: JupyterLab runs already, and PostgreSQL begins with the first page."""
    settings, folder = read_settings(), open_workspace(workspace)
    remember(settings.home, folder.root)
    with folder.lock():
        say_delivered(folder, settings, outputs=outputs)
        sign_pages(folder, settings)
    page = folder.root / find(chapter).filename
    address = page_address(page)
    click.echo(f"This is a hub: open {address} there" if address else f"This is a hub: have it show {page}")


@dataclass(frozen=True, slots=True)
class Desktop:
    """The JupyterLab that we began on *workspace*, and the note of it in the lab's home."""

    workspace: Workspace
    process: subprocess.Popen[bytes]
    note: Path
    environ: Mapping[str, str]

    def wait(self) -> str:
        """Return its address once it answers."""
        with slow_step("waiting for JupyterLab"):
            return jupyter.wait_until_ready(self.workspace, self.process, self.environ)

    def end(self) -> None:
        """End it, unless it has ended."""
        if self.process.poll() is None:
            jupyter.end(self.process.pid, self.environ)
            self.process.wait()
        files.remove(self.note)


def find_or_begin(
    workspace: Workspace, settings: Settings, last: contextlib.ExitStack, *, page: str, port: int | None
) -> Desktop | str:
    """Return the address of the JupyterLab that runs here, or one that begins now and that *last* ends."""
    environ = jupyter.jupyter_environ(settings.home)
    running = jupyter.find_running(workspace.root, environ)
    if running:
        return running
    require_port(port)
    if settings.dsn is None:
        make_home(settings.home)  # the server's account must be able to pass through what we make in it
    own = kernel_environ(settings) | {"LESSONLAB_WORKSPACE": str(workspace.root)}
    process = jupyter.launch(workspace, page=page, port=port, environ=environ | own)
    begun = Desktop(workspace, process, jupyter.record(settings.home, process, workspace.root), environ)
    last.callback(begun.end)
    return begun


@contextlib.contextmanager
def small_class(settings: Settings) -> Iterator[Server]:
    """Yield a server that has the small class; say which it is."""
    with contextlib.ExitStack() as held:
        with slow_step("starting PostgreSQL"):
            server = held.enter_context(use_server(settings, "lessonlab start"))
        click.echo(f"{describe_server(server)} is running.")
        build_templates(server, ["small"])
        yield server


def say_delivered(workspace: Workspace, settings: Settings, *, outputs: bool) -> None:
    """Bring the workspace up to date, and say what was kept back and where it all is."""
    with slow_step("copying the pages"):
        kept_back = deliver(workspace, outputs=outputs)
    for kept in kept_back:
        click.echo(
            f"Chapter {kept.key} is newer than your edited copy: lessonlab reset {kept.key} gives it to you."
        )
    click.echo(f"Your notebooks are in {workspace.root}")
    other = find_workspace(settings.home, Path.cwd()).other
    if other:
        click.echo(f"Others are in {other}: lessonlab start --workspace {WORKSPACE}")


def sign_pages(workspace: Workspace, settings: Settings, first: str = "") -> None:
    """Have JupyterLab trust the pages that nobody changed, or of them only the *first* that is opened."""
    paths = [path for path in untouched(workspace) if not first or first.endswith(path.name)]
    jupyter.sign(paths, jupyter.jupyter_environ(settings.home))


def show(workspace: Workspace, url: str, *, again: bool, browser: bool) -> None:
    """Say where JupyterLab is, that it ran before if it is *again*, and open a browser there."""
    click.echo(f"JupyterLab is already running here: {url}" if again else f"JupyterLab: {url}")
    if browser:
        page = jupyter.redirect(workspace, url).as_uri()
        threading.Thread(target=webbrowser.open, args=(page,), daemon=not again).start()  # some wait for it


def keep_open(process: subprocess.Popen[bytes], server: Server, told_to_end: Callable[[], bool]) -> None:
    """
    Return when *process* has ended or we are *told_to_end*; build the large class meanwhile.

    In short waits: for Windows, and for a signal that came where it could not end us at once.
    """
    with large_class(server):
        click.echo("Press Ctrl+C to stop.")
        while not (told_to_end() or starting.ends_within(process, 1.0)):
            pass


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
