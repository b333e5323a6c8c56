"""`lessonlab run`: the course as a test."""

from __future__ import annotations

import time
from pathlib import Path

import click

from lessonlab import content
from lessonlab.authoring.runner import CELL_TIMEOUT, PageRun, run_notebooks
from lessonlab.cli.options import (
    absolute,
    build_templates,
    dsn_option,
    kernel_environ,
    read_settings,
    say_workspace,
    workspace_option,
)
from lessonlab.course.chapters import chapters, find, needed_sizes
from lessonlab.errors import WorkspaceError
from lessonlab.postgres.provider import drop_unused
from lessonlab.postgres.server import use_server
from lessonlab.reader.remembered import is_workspace

# nbconvert lets <pre> inherit the font of prose, in which a plan or the caret of an error does not line up.
MONOSPACED = "<style>.jp-OutputArea-output pre { font-family: var(--jp-code-font-family); }</style>"


@click.command("run")
@click.argument("names", nargs=-1, metavar="[CHAPTER]...")
@click.option("--jobs", type=click.IntRange(1), default=2, show_default=True, help="Notebooks at a time.")
@click.option(
    "--html", type=click.Path(path_type=Path), metavar="DIR", help="Write what was run to DIR as pages."
)
@click.option(
    "--timeout",
    type=click.FloatRange(min=1),
    default=CELL_TIMEOUT,
    show_default=True,
    metavar="SECONDS",
    help="Give up on a cell after this long.",
)
@dsn_option
@workspace_option
def command(
    names: tuple[str, ...],
    *,
    jobs: int,
    html: Path | None,
    timeout: float,
    dsn: str | None,
    workspace: Path,
) -> None:
    """
    Run notebooks of the course without a browser, and say which of them fail.

    Fresh copies are run, not yours.  The exit code is 1 when one fails.

    \b
    Examples:
      lessonlab run                      all chapters
      lessonlab run 03 06 --jobs 1
      lessonlab run --html rendered      also write pages to ./rendered
    """
    folder = content.folder("notebooks")
    found = [find(name, folder) for name in dict.fromkeys(names)] or chapters(folder)
    paths = [folder / chapter.filename for chapter in dict.fromkeys(found)]
    pages = make_folder(absolute(html)) if html else None
    settings = read_settings(dsn)
    if is_workspace(workspace):
        say_workspace(workspace)  # they are not what is run

    def report(outcome: PageRun) -> None:
        click.echo(verdict(outcome, width=max(len(path.stem) for path in paths)))

    with use_server(settings, "lessonlab run") as server:
        build_templates(server, sorted(set().union(*map(needed_sizes, paths))))
        start = time.perf_counter()
        try:
            outcomes = run_notebooks(
                paths,
                jobs=1 if server.given else jobs,  # the pages of a person with one database take it in turn
                timeout=timeout,
                environ=kernel_environ(settings),
                report=report,
            )
        finally:
            drop_unused(server)
    if pages:
        for outcome in outcomes:
            write_page(outcome, pages)
    click.echo(summary(outcomes, time.perf_counter() - start))
    if any(outcome.failure for outcome in outcomes):
        raise SystemExit(1)


def verdict(outcome: PageRun, width: int = 0) -> str:
    """Return a line that says how *outcome* ended, and below it where and why it failed."""
    mark = "✗" if outcome.failure else "✓"
    line = f"{mark} {outcome.name:<{width}}  {outcome.seconds:6.1f} s  {len(outcome.notebook.cells):3} cells"
    if not outcome.failure:
        return line
    where = f"cell {outcome.failure.cell}: " if outcome.failure.cell else ""
    return f"{line}\n    {where}" + outcome.failure.error.replace("\n", "\n    ")


def summary(outcomes: list[PageRun], seconds: float) -> str:
    """Return the last line of a run."""
    failed = sum(outcome.failure is not None for outcome in outcomes)
    passed = len(outcomes) - failed
    return f"{passed} passed, {failed} failed in {seconds:.1f} s"


def make_folder(path: Path) -> Path:
    """Return the folder *path*, made if it is missing."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WorkspaceError(
            f"the folder {str(path)!r} cannot be made: {error.strerror}",
            cure="name another folder with --html",
        ) from None
    return path


def write_page(outcome: PageRun, folder: Path) -> None:
    """Write *outcome* as a page of HTML."""
    from nbconvert import HTMLExporter  # noqa: PLC0415 - a second that only --html is worth

    exporter = HTMLExporter(embed_images=True)  # type: ignore[no-untyped-call]
    page, _ = exporter.from_notebook_node(outcome.notebook, resources={"metadata": {"name": outcome.name}})
    page = page.replace("</head>", f"{MONOSPACED}</head>", 1)
    (folder / f"{outcome.name}.html").write_text(page, encoding="utf-8")
