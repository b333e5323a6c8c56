"""`lessonlab check`: answers in files, notebooks and folders, judged as in a notebook."""

from __future__ import annotations

import contextlib
import itertools
import time
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lessonlab.cli.options import dsn_option, read_settings, say_workspace, workspace_option
from lessonlab.cli.verdict_files import JsonResults, JunitResults
from lessonlab.errors import ConfigError, LessonLabError, ServerError, UnknownName
from lessonlab.grading import library
from lessonlab.grading.ground import Ground
from lessonlab.grading.submissions import CAPSTONE_KEY, HandedIn, find, read_one
from lessonlab.grading.verdict import Difference, State, Verdict
from lessonlab.postgres.server import use_server
from lessonlab.postgres.throwaway import throwaway
from lessonlab.reader import told_verdicts
from lessonlab.reader.desk import Desk
from lessonlab.system.foreign import printed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from lessonlab.cli.verdict_files import Results
    from lessonlab.config import Settings
    from lessonlab.postgres.server import Server

CAPSTONE_SCALE = 0.05
NAMED = 3  # files that are left out and named


@click.command("check")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--json",
    "as_json",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Also write the verdicts to FILE as data.",
)
@click.option(
    "--junit",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="The same as JUnit's XML, for a CI.",
)
@click.option("--brief", is_flag=True, help="One line an answer.")
@dsn_option
@workspace_option
def command(
    paths: tuple[Path, ...],
    *,
    as_json: Path | None,
    junit: Path | None,
    brief: bool,
    dsn: str | None,
    workspace: Path,
) -> None:
    """
    Judge answers: of a file, of a notebook's %%answer cells, of all files and notebooks below a folder.

    A file says which exercise it answers by its name (06-02.sql) or its first line (-- exercise: 06-02);
    what says none is left out of a folder, and named.  The exit code is 1 when an answer is not correct.

    Without PATHS it is your own pages, and a name that is not here may be one of theirs.

    A folder, or several files, are judged on a server of their own that is thrown away.  Trust the verdicts
    of a run of yours, and nothing that a student's machine says.

    \b
    Examples:
      lessonlab check 06-02.sql
      lessonlab check 06_constraints.ipynb
      lessonlab check handed-in/ --brief --json verdicts.json --junit verdicts.xml
    """
    started = time.perf_counter()
    settings = read_settings(dsn)
    paths = in_workspace(paths, workspace)
    run = Run(brief=brief, many=len(paths) > 1 or any(map(is_folder, paths)))
    with contextlib.ExitStack() as stack:
        for file, kind in ((as_json, JsonResults), (junit, JunitResults)):
            if file:
                run.results.append(stack.enter_context(contextlib.closing(kind(file))))
        waiting = read_all(paths, run)
        first = next(waiting, None)
        if first is None:  # a CI that looks into the wrong folder must not pass
            raise ConfigError(
                f"there is no answer in {printed(', '.join(map(str, paths)))}",
                cure="name a file like 06-02.sql, begin it with `-- exercise: 06-02`, or use %%answer",
            )
        find_server = stack.enter_context(judging_server(settings, apart=run.many))
        find_server()
        desk = stack.enter_context(contextlib.closing(Desk(find_server)))
        for answer in itertools.chain([first], waiting):
            if answer.key == CAPSTONE_KEY:
                run.take(answer, judge_capstone(find_server, answer))
            else:
                run.take(answer, judge_one(desk, answer))
    if run.without:
        click.echo(left_out(run.without), err=True)
    click.echo(summary(run.verdicts, time.perf_counter() - started))
    if not all(verdict.correct for verdict in run.verdicts):
        raise SystemExit(1)


def in_workspace(paths: tuple[Path, ...], workspace: Path) -> tuple[Path, ...]:
    """Return *paths*, those that are not here where the reader's pages are; these themselves for none."""
    found = tuple(workspace / p if not p.exists() and (workspace / p).exists() else p for p in paths)
    if found != paths or not paths:
        say_workspace(workspace)
    return found or (workspace,)


@dataclass(slots=True)
class Run:
    """What came of the answers so far, and the files that it goes to."""

    brief: bool
    many: bool
    verdicts: list[Verdict] = field(default_factory=list)
    without: list[str] = field(default_factory=list)
    results: list[Results] = field(default_factory=list)

    def take(self, answer: HandedIn, verdict: Verdict) -> None:
        """Say a verdict, and write it down: what is killed now has it."""
        self.verdicts.append(replace(verdict, example=(), differences=()))
        for result in self.results:
            result.add(answer, verdict)
        click.echo(told(answer, verdict, brief=self.brief, many=self.many))


def is_folder(path: Path) -> bool:
    """Say whether *path* is a folder itself, no link to one."""
    return path.is_dir() and not path.is_symlink()


def read_all(paths: Iterable[Path], run: Run) -> Iterator[HandedIn]:
    """
    Yield the answers of all files below *paths*, one file after the other, each file once.

    What holds none is noted in *run*.  Of several paths each may be somebody's: one that cannot be read is
    that one's trouble.
    """
    seen: set[str] = set()
    for path in paths:
        for found in find(path):
            one = replace(found, named=found.named and not run.many)
            where = str(one.path.absolute())
            if where in seen:
                continue
            seen.add(where)
            read = read_one(one)
            run.many = run.many or len(read) > 1
            run.without += [] if read else [f"{one.where} ({one.no_file})" if one.no_file else one.where]
            yield from read


@contextlib.contextmanager
def judging_server(settings: Settings, *, apart: bool) -> Iterator[Callable[[], Server]]:
    """
    Yield what finds the server to judge on.

    One's own answer is judged where the notebooks are; more than that *apart*, on a server that is made for
    the run, and made again where it is lost.
    """
    if apart and settings.dsn is None:
        with throwaway(settings.home) as made:
            yield made.server
        return
    with use_server(settings, "lessonlab check") as server:
        yield lambda: server


def judge_one(desk: Desk, answer: HandedIn) -> Verdict:
    """Return the verdict on one answer: whatever is wrong with it, the run goes on."""
    if answer.unread:
        return no_verdict(answer, "not read", answer.unread)
    try:
        exercise = library.find(answer.key)
    except UnknownName as error:
        return no_verdict(answer, "?", error.message)
    return desk.answer_of_others(exercise, answer.text)


def judge_capstone(find_server: Callable[[], Server], answer: HandedIn) -> Verdict:
    """Return the verdict on a folder that is a capstone: all of its stages, with fewer answers than alone."""
    from lessonlab.capstone import judging, submission, told_stages  # noqa: PLC0415 - few runs have one

    for last in (False, True):
        try:
            with contextlib.closing(Ground(find_server())) as ground:
                handed_in = submission.read_submission(Path(answer.text))
                return told_stages.verdict(list(judging.judge(ground, handed_in, scale=CAPSTONE_SCALE)))
        except LessonLabError as error:
            if last or not isinstance(error, ServerError):
                return no_verdict(answer, told_stages.TITLE, error.message)
    raise AssertionError  # one of the two has returned


def no_verdict(answer: HandedIn, title: str, said: str) -> Verdict:
    """Return that an answer was not judged, and why."""
    return Verdict(answer.key, title, State.COULD_NOT_RUN, (Difference("error", said),)).kept()


def told(answer: HandedIn, verdict: Verdict, *, brief: bool, many: bool) -> str:
    """Return what is said of one answer; of *many* each says whose it is."""
    if brief:
        return told_verdicts.head(verdict) + (f"  ({answer.where})" if many else "")
    return f"{answer.where}\n{told_verdicts.text(verdict)}" if many else told_verdicts.text(verdict)


def left_out(without: list[str]) -> str:
    """
    Return the line about files that hold no answer.

    >>> left_out(["a.sql", "b.sql (a folder)", "c.sql", "d.sql"])
    'left out, for they do not say which exercise they answer: a.sql, b.sql (a folder), c.sql and 1 more'
    """
    names = ", ".join(without[:NAMED])
    more = f" and {len(without) - NAMED} more" if len(without) > NAMED else ""
    return f"left out, for they do not say which exercise they answer: {names}{more}"


def summary(verdicts: Iterable[Verdict], seconds: float) -> str:
    """
    Return the last line.

    >>> summary([Verdict("06-01", "t", State.CORRECT), Verdict("06-02", "t", State.NOT_YET)], 1.5)
    '1 correct, 1 not yet in 1.5 s'
    """
    states = [verdict.state for verdict in verdicts]
    counts = [f"{states.count(state)} {state.value}" for state in State if state in states]
    return f"{', '.join(counts) or 'no answers'} in {seconds:.1f} s"
