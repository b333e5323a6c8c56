"""`lessonlab capstone`: a design of one's own for an open brief, judged in six stages."""

from __future__ import annotations

import contextlib
import shlex
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lessonlab import content
from lessonlab.capstone import told_stages
from lessonlab.capstone.judging import STAGES, How, judge
from lessonlab.capstone.submission import read_submission
from lessonlab.cli.check import judging_server
from lessonlab.cli.options import dsn_option, read_settings
from lessonlab.cli.report import refuse_strangers, write
from lessonlab.errors import WorkspaceError
from lessonlab.grading.ground import Ground

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lessonlab.capstone.judging import Staged
    from lessonlab.config import Settings

BEGINNING = ("start/parts.toml", "start/schema.sql", "brief.md")


@click.command("capstone")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--new", "make", is_flag=True, help="Make FOLDER, with the brief and files to begin with.")
@click.option(
    "--stage", "stages", multiple=True, type=click.IntRange(1, len(STAGES)), help="Judge this one; repeat."
)
@click.option(
    "--html",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Also write a page to show.",
)
@click.option(
    "--small", is_flag=True, help="Fifty thousand answers in place of a million: quicker, less sure."
)
@dsn_option
def command(
    folder: Path, *, make: bool, stages: tuple[int, ...], html: Path | None, small: bool, dsn: str | None
) -> None:
    """
    Judge a design of your own for the course's last brief: a school's quizzes.

    Tables and names are yours; parts.toml says which of them plays which part.  Six stages give a verdict
    each, and can be passed one by one.  The exit code is 1 while one that was judged is not passed.

    \b
    Examples:
      lessonlab capstone --new my-school
      lessonlab capstone my-school --stage 1 --stage 2
      lessonlab capstone my-school --html result.html
    """
    if make:
        click.echo(begin(folder))
        return
    if html:
        refuse_strangers(html.absolute(), told_stages.MARK)
    staged = []
    for one in judged(read_settings(dsn), folder, stages, scale=0.05 if small else 1.0):
        click.echo(told_stages.text(one))
        staged.append(one)
    click.echo(told_stages.summary(staged))
    if html:
        write(html.absolute(), told_stages.page(staged, folder.absolute().name))
    if not all(one.how is How.PASSED for one in staged):
        raise SystemExit(1)


def judged(
    settings: Settings, folder: Path, stages: Sequence[int] = (), *, scale: float = 1.0
) -> Iterator[Staged]:
    """Yield what comes of the stages of the design in *folder*, judged on a server that is thrown away."""
    submission = read_submission(folder)
    with judging_server(settings, apart=True) as find_server:
        ground = Ground(find_server())
        with contextlib.closing(ground):
            yield from judge(ground, submission, stages, scale=scale)


def begin(folder: Path) -> str:
    """Make *folder* with what one begins with; raise `WorkspaceError` where something is there."""
    if folder.exists() and any(folder.iterdir()):
        raise WorkspaceError(
            f"{str(folder)!r} is not empty", cure="name a new folder: lessonlab capstone --new DIR"
        )
    try:
        (folder / "questions").mkdir(parents=True, exist_ok=True)
        (folder / "change").mkdir(exist_ok=True)
        for name in BEGINNING:
            shutil.copyfile(content.folder("exercises") / "capstone" / name, folder / Path(name).name)
    except OSError as error:
        raise WorkspaceError(
            f"{str(folder)!r}: {error.strerror}", cure="lessonlab capstone --new DIR"
        ) from None
    said = f"{folder} is made: read brief.md, then fill in schema.sql and parts.toml"
    return f"{said}\nnext: lessonlab capstone {shlex.quote(str(folder))} --stage 1"
