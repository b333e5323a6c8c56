"""`lessonlab normalise`: for authors."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from lessonlab import content
from lessonlab.authoring.glossary_page import write_glossary
from lessonlab.authoring.minutes import with_minutes
from lessonlab.authoring.normal_form import dump, load, normal
from lessonlab.authoring.page_rules import broken
from lessonlab.authoring.runner import PageRun, run_notebooks
from lessonlab.authoring.sanitise import load_patterns
from lessonlab.cli.options import build_templates, dsn_option, kernel_environ, read_settings
from lessonlab.course.chapters import chapters, find, needed_sizes
from lessonlab.errors import ConfigError
from lessonlab.postgres.server import use_server

if TYPE_CHECKING:
    from pathlib import Path

    from lessonlab.authoring.sanitise import Patterns


@click.command("normalise")
@click.argument("notebooks", nargs=-1)
@click.option("--check", is_flag=True, help="Run nothing: say what is not in the normal form.")
@click.option("--fresh", is_flag=True, help="Keep no stored output, not even one that compares equal.")
@click.option("--jobs", type=click.IntRange(1), default=2, show_default=True, help="Notebooks at a time.")
@dsn_option
def command(notebooks: tuple[str, ...], *, check: bool, fresh: bool, jobs: int, dsn: str | None) -> None:
    """
    Run the course's notebooks again and store them in the normal form.

    For authors, in a checkout.  An output that differs only where two runs may differ (tests/sanitize.cfg) is
    left as it was.  A notebook that fails is not written.  The minutes at its head and the glossary, which is
    made from the boxes of all pages, are put right.

    \b
    Examples:
      lessonlab normalise 03              one chapter
      lessonlab normalise                 all of them
      lessonlab normalise --fresh 05      its pictures were drawn anew
      lessonlab normalise --check         only say what is wrong
    """
    paths = named_notebooks(notebooks)
    if not check:
        write_normal(paths, jobs=jobs, fresh=fresh, dsn=dsn)
        if write_glossary(content.folder("notebooks")):
            click.echo("✓ the glossary has the words of these pages")
    faults = [fault for path in paths for fault in broken(path.stem, load(path.read_text(encoding="utf-8")))]
    for fault in faults:
        click.echo(f"✗ {fault}")
    if faults:
        raise SystemExit(1)
    if check:
        click.echo(f"{len(paths)} notebooks are in the normal form.")


def named_notebooks(names: tuple[str, ...]) -> list[Path]:
    """Return the paths of the notebooks *names*, or of all; only a checkout's may be changed."""
    if not content.is_checkout():
        raise ConfigError(
            "these are installed notebooks, authors normalise a checkout's",
            cure="lessonlab reset gives a fresh copy",
        )
    folder = content.folder("notebooks")
    found = [find(name, folder) for name in names] or chapters(folder)
    return [folder / chapter.filename for chapter in found]


def write_normal(paths: list[Path], *, jobs: int, fresh: bool, dsn: str | None) -> None:
    """Run the notebooks at *paths* and store those that succeed."""
    settings = read_settings(dsn)
    patterns = load_patterns(content.folder("notebooks").parent / "tests" / "sanitize.cfg")
    by_name = {path.stem: path for path in paths}
    failed: list[PageRun] = []

    def store(outcome: PageRun) -> None:
        if outcome.failure:
            failed.append(outcome)
            click.echo(f"✗ {outcome.name}  cell {outcome.failure.cell}: {outcome.failure.error}")
            return
        changed = rewrite(by_name[outcome.name], outcome, () if fresh else patterns, keep=not fresh)
        click.echo(f"✓ {outcome.name}  {outcome.seconds:.1f} s  {'stored' if changed else 'unchanged'}")

    with use_server(settings, "lessonlab normalise") as server:
        build_templates(server, sorted(set().union(*map(needed_sizes, paths))))
        run_notebooks(paths, jobs=jobs, environ=kernel_environ(settings), report=store)
    if failed:
        raise SystemExit(1)


def rewrite(path: Path, outcome: PageRun, patterns: Patterns | tuple[()], *, keep: bool) -> bool:
    """Store what was run at *path*, with unchanged outputs kept if *keep*; say whether the file changed."""
    before = path.read_text(encoding="utf-8")
    page = with_minutes(path.stem, outcome.notebook)
    after = dump(normal(page, load(before) if keep else None, patterns))
    if after != before:
        path.write_text(after, encoding="utf-8", newline="\n")
    return after != before
