"""`lessonlab exercise`: write exercises, try them, see them as students do."""

from __future__ import annotations

import json
import re
from pathlib import Path

import click

from lessonlab import content
from lessonlab.cli.options import dsn_option, read_settings
from lessonlab.errors import ConfigError, ContentError, UnknownName
from lessonlab.grading import library
from lessonlab.grading.exercise import ANSWERS, KINDS, NAME, Exercise, read_exercise
from lessonlab.grading.judge import Judge
from lessonlab.grading.proving import prove
from lessonlab.postgres.server import use_server
from lessonlab.reader import told_verdicts

FRONT = """+++
title = {title}
kind = "{kind}"
level = 1
minutes = 5
{more}+++
The question, in a few sentences. Say which columns are wanted, and how figures are rounded.

## Hint
The first step.
"""
PARTS = {
    "stub": "-- TODO\n",
    "solution": "-- Why this is a good answer.\n",
    "right/another": "-- What is different in this one.\n",
    "wrong/mistake": "-- What went wrong, for the student.\n-- says: missing rows\n",
}
STUB_TEXT = "# TODO\nname:\n"
PROBE = "--@ refused 23514: what is tried, in the student's words\nINSERT …;\n"
PROBES = {
    "write": "--@ rows: what is there afterwards, in the student's words\nSELECT … ORDER BY …;\n",
    "plan": "--@ pages < 50: what is asked, in the student's words\nSELECT …;\n",
    "predict": "--@ value name: what is asked, in the student's words\nSELECT …;\n",
    "concurrency": "--@ true: what must be so when both are done, in the student's words\nSELECT …;\n",
}
MORE = {"plan": 'base = "large"\n', "concurrency": "\n[sessions.a]\n\n[sessions.b]\n"}


@click.group("exercise")
def command() -> None:
    """
    Write exercises: a folder of data each, no Python.

    \b
    exercises/NN_chapter/MM_slug/
      exercise.md     TOML between two lines +++, the question, then "## Hint" sections
      stub.sql        what a student starts from (predict: stub.txt)
      solution.sql    the reference; its first comment lines say why it is good
      right/*.sql     other right answers, at least two, really different
      wrong/*.sql     mistakes people make, at least four; first lines "-- explanation",
                      then "-- says: …", what the verdict must say
      probe.sql       what is tried: blocks under "--@ VERB: label"
      setup.sql       what there is before the answer runs
      data/*.sql      more data sets
      equivalent.toml mutants of the solution that mean the same, and why

    \b
    front matter:     title, kind, level 1-3, minutes, base, ordered, digits, names, pages, seconds, allow
    kinds:            query write design function plan repair predict concurrency
    base:             empty tables strict class large (100,000 rows)
    probe verbs:      do, accepted, refused CODE|CODE, true, rows, pages < N;
                      predict: value NAME, sqlstate NAME, steps NAME
    in probes:        :uuid_x, :int_x, :text_x are random values, one for each name and run

    exercises/README.md has all of it.

    \b
    Examples:
      lessonlab exercise new 14_analytics dropout --kind query
      lessonlab exercise test 14-02
      lessonlab exercise preview 14-02
    """


@command.command("list")
def list_() -> None:
    """List the exercises."""
    for exercise in library.exercises():
        front = exercise.front
        click.echo(f"{exercise.key}  {'●' * front.level:<3}  {front.kind:<11}  {front.title}")


@command.command("new")
@click.argument("chapter")
@click.argument("slug")
@click.option("--kind", type=click.Choice(KINDS), default="query", show_default=True)
@click.option("--title", default="", help="What it is called.")
def new(chapter: str, slug: str, kind: str, title: str) -> None:
    """
    Make the folder of a new exercise, in a checkout: lessonlab exercise new 14_analytics dropout.
    """
    content.require_checkout()
    if not NAME.fullmatch(chapter) or not NAME.fullmatch(f"01_{slug}"):
        raise ContentError(
            f"have {chapter!r} and {slug!r}; want a chapter like 14_analytics, a slug in lower case",
            cure="lessonlab exercise new 14_analytics dropout",
        )
    root = content.folder("exercises") / chapter
    for other in root.parent.glob(f"{chapter[:2]}_*"):
        if other.name != chapter:
            raise ContentError(
                f"chapter {chapter[:2]} is {other.name!r}", cure=f"lessonlab exercise new {other.name} {slug}"
            )
    number = max((int(path.name[:2]) for path in root.glob("[0-9][0-9]_*")), default=0) + 1
    folder = root / f"{number:02}_{slug}"
    title = title or slug.replace("_", " ").capitalize()
    write(
        folder / "exercise.md",
        FRONT.format(title=json.dumps(title, ensure_ascii=False), kind=kind, more=MORE.get(kind, "")),
    )
    suffix = "txt" if ANSWERS.get(kind) == "text" else "sql"
    for name, text in PARTS.items():
        write(folder / f"{name}.{suffix}", STUB_TEXT if (name, suffix) == ("stub", "txt") else text)
    if kind != "query":
        write(folder / "probe.sql", PROBES.get(kind, PROBE))
    click.echo(f"{folder}\nnext: lessonlab exercise test {chapter[:2]}-{number:02}")


def write(path: Path, text: str) -> None:
    """Write a new file, its folder if need be."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


@command.command("test")
@click.argument("names", nargs=-1)
@dsn_option
def test(names: tuple[str, ...], dsn: str | None) -> None:
    """
    Hold exercises against themselves: stubs, right and wrong answers; all when none is named.

    A name is a key (06-02), a chapter (06) or a folder.
    """
    found = [exercise for name in names for exercise in named(name)] or library.exercises()
    failed = 0
    with use_server(read_settings(dsn), "lessonlab exercise") as server, Judge(server) as judge:
        for exercise in found:
            faults = prove(judge, exercise)
            failed += bool(faults)
            click.echo(f"{'✗' if faults else '✓'} {exercise.key} {exercise.title}")
            for fault in faults:
                click.echo("    " + str(fault).replace("\n", "\n      "))
    if failed:
        raise SystemExit(1)


@command.command("preview")
@click.argument("name")
@click.argument("file", required=False, type=click.Path(path_type=Path, exists=True, dir_okay=False))
@dsn_option
def preview(name: str, file: Path | None, dsn: str | None) -> None:
    """
    Show an exercise as students meet it: the question, each hint, each stored answer's verdict.

    With FILE only the verdict on that file.
    """
    exercise = (
        read_exercise(Path(name).resolve()) if Path(name, "exercise.md").is_file() else library.find(name)
    )
    text = read(file) if file else ""
    with use_server(read_settings(dsn), "lessonlab exercise") as server, Judge(server) as judge:
        if file:
            click.echo(told_verdicts.text(judge.check(exercise, text)))
            return
        click.echo(f"{exercise.key} {exercise.title}\n\n{exercise.question}\n\n{exercise.stub}")
        for hint in exercise.hints:
            click.echo(f"Hint{f' ({hint.key})' if hint.key else ''}: {hint.text}")
        for answer in (exercise.solution, *exercise.right, *exercise.wrong):
            verdict = judge.check(exercise, answer.text)
            click.echo(f"\n{answer.name} ({verdict.seconds * 1000:.0f} ms)\n{told_verdicts.text(verdict)}")


def read(file: Path) -> str:
    """Return what is in *file*."""
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{str(file)!r} cannot be read: {error}", cure="save it as UTF-8") from None


def named(name: str) -> list[Exercise]:
    """Return the exercises that *name* means: those of a chapter, or one."""
    path = Path(name)
    if (path / "exercise.md").is_file():
        return [read_exercise(path.resolve())]
    chapter = re.fullmatch(r"(\d\d?)(?:_\w+)?/?", path.name if path.is_dir() else name)
    if chapter is None:
        return [library.find(name)]
    found = library.exercises(int(chapter[1]))
    if not found:
        raise UnknownName(f"chapter {chapter[1]} has no exercises", cure="lessonlab exercise list")
    return found
