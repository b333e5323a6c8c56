"""What several commands ask for, and how they say what they did."""

from __future__ import annotations

import contextlib
import os
import sys
import threading
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lessonlab.config import WORKSPACE, Settings
from lessonlab.postgres.sizes import SIZES
from lessonlab.postgres.templates import ensure_template
from lessonlab.reader.remembered import find_workspace, is_workspace, remember

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from lessonlab.postgres.server import Server

WRITES = ("start", "reset")  # pages, and never a second set where the first is only out of reach
STEPS = 1000
SLOW_SECONDS = 1.0

dsn_option = click.option(  # of every command that meets a server: both ways to name one are the same
    "--dsn",
    metavar="DSN",
    envvar="LESSONLAB_DSN",
    show_envvar=True,
    help="A PostgreSQL to use in place of the lab's own, 15 or newer; postgresql:// reads PGHOST and so on.",
)


def find_root(context: click.Context, _parameter: click.Parameter, named: Path | None) -> Path:
    """Return the reader's folder: the one that is *named*, and from then on meant, or the known one."""
    home = Settings.from_environment().home
    if named is None:
        found = find_workspace(home, Path.cwd())
        return found.require() if context.info_name in WRITES else found.root
    if is_workspace(absolute(named)) and context.info_name != "doctor":  # that one changes nothing
        remember(home, absolute(named))
    return absolute(named)


workspace_option = click.option(
    "--workspace",
    type=click.Path(path_type=Path),
    callback=find_root,
    envvar="LESSONLAB_WORKSPACE",
    show_default=f"the last one, at first ./{WORKSPACE}",
    metavar="DIR",
    help="Your folder: the notebooks are copied there. It is remembered.",
)
outputs_option = click.option(
    "--with-outputs",
    "outputs",
    is_flag=True,
    help="Deliver the pages with what their cells gave when we ran them.",
)


def _note_nothing(_context: click.Context, _option: click.Parameter, wanted: bool) -> None:  # noqa: FBT001
    """Tell the kernels that are started from here not to note where their reader is."""
    if wanted:
        os.environ["LESSONLAB_TRACKING"] = "off"


tracking_option = click.option(
    "--no-tracking",
    is_flag=True,
    expose_value=False,
    callback=_note_nothing,
    help="Note neither the seconds in a page nor the cell that was run last.",
)


def say_workspace(root: Path) -> None:
    """Say which folder the reader's notebooks are in, beside what a command prints."""
    are = "are in" if is_workspace(root) else "are not there yet; lessonlab start puts them in"
    click.echo(f"Your notebooks {are} {root}", err=True)


def read_settings(dsn: str | None = None) -> Settings:
    """Return the settings of the environment, *dsn* before its own."""
    settings = Settings.from_environment()
    return replace(settings, dsn=dsn) if dsn else settings


def kernel_environ(settings: Settings) -> dict[str, str]:
    """Return what a kernel's environment needs to find the same server."""
    found = {"LESSONLAB_HOME": str(settings.home)}
    return found | ({"LESSONLAB_DSN": settings.dsn} if settings.dsn else {})


def build_templates(server: Server, sizes: Iterable[str] = SIZES) -> None:
    """Make sure of the templates of *sizes*; a bar shows what is being done while one is built."""
    for size in () if server.given else sizes:  # each page fills the one database that a class's server gave
        with progress_bar(f"building the {size} class") as progress:
            ensure_template(server, size, progress)


@contextlib.contextmanager
def slow_step(what: str, seconds: float = SLOW_SECONDS) -> Iterator[None]:
    """Say *what* is being done inside, once that has taken longer than *seconds*."""
    timer = threading.Timer(seconds, click.echo, [f"{what} …"])
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


@contextlib.contextmanager
def progress_bar(label: str) -> Iterator[Callable[[float, str], None]]:
    """Yield a function that shows a fraction and what is being done; nothing shows until it is called."""
    with contextlib.ExitStack() as stack:
        done = 0
        update: Callable[[int, str], None] | None = None

        def progress(fraction: float, what: str) -> None:
            nonlocal done, update
            if update is None:
                bar = stack.enter_context(_bar(label))
                update = bar.update
            step = max(0, round(fraction * STEPS) - done)
            done += step
            update(step, what)

        yield progress


def _bar(label: str) -> contextlib.AbstractContextManager[Any]:
    # On stderr: what psql prints on stdout may be piped somewhere.
    return click.progressbar(length=STEPS, label=label, show_eta=False, item_show_func=_say, file=sys.stderr)


def _say(what: object) -> str:
    return str(what or "")


def absolute(path: Path) -> Path:
    """Return *path* from the root, `~` resolved."""
    return Path(os.path.abspath(path.expanduser()))  # noqa: PTH100 - resolve() would follow the user's links
