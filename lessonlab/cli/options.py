"""What several commands ask for, and how they say what they did."""

from __future__ import annotations

import contextlib
import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lessonlab.config import WORKSPACE, Settings
from lessonlab.postgres.kinds import SIZES
from lessonlab.postgres.templates import ensure_template

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from lessonlab.postgres.server import Server

STEPS = 1000

dsn_option = click.option(
    "--dsn",
    metavar="DSN",
    help="A PostgreSQL to use in place of the lab's own, 15 or newer; postgresql:// reads PGHOST and so on.",
)
workspace_option = click.option(
    "--workspace",
    type=click.Path(path_type=Path),
    default=Path(WORKSPACE),
    envvar="LESSONLAB_WORKSPACE",
    show_default=f"./{WORKSPACE}",
    metavar="DIR",
    help="Your folder: the notebooks are copied there.",
)


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
    for size in sizes:
        with progress_bar(f"building the {size} class") as progress:
            ensure_template(server, size, progress)


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
