"""`lessonlab check`: answers in files, notebooks and folders, judged as in a notebook."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import click

from lessonlab.cli.options import dsn_option, read_settings
from lessonlab.errors import UnknownName, WorkspaceError
from lessonlab.grading import library
from lessonlab.grading.desk import Desk
from lessonlab.grading.handed_in import HandedIn, collect
from lessonlab.grading.verdict import Difference, State, Verdict
from lessonlab.notebook import answers
from lessonlab.postgres.server import use_server

if TYPE_CHECKING:
    from collections.abc import Iterable

Judged = tuple[HandedIn, Verdict]
NAMED = 3  # files that are left out and named


@click.command("check")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True))
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
def command(
    paths: tuple[Path, ...], *, as_json: Path | None, junit: Path | None, brief: bool, dsn: str | None
) -> None:
    """
    Judge answers: of a file, of a notebook's %%answer cells, of all files and notebooks below a folder.

    A file says which exercise it answers by its name (06-02.sql) or its first line (-- exercise: 06-02);
    what says none is left out of a folder, and named.  The exit code is 1 when an answer is not correct.

    \b
    Examples:
      lessonlab check 06-02.sql
      lessonlab check lessonlab-work/06_constraints.ipynb
      lessonlab check handed-in/ --brief --json verdicts.json --junit verdicts.xml
    """
    collected = [collect(path) for path in paths]
    handed_in = [answer for found, _ in collected for answer in found]
    without = [where for _, left in collected for where in left]
    started = time.perf_counter()
    judged: list[Judged] = []
    with use_server(read_settings(dsn), "lessonlab check") as server:
        desk = Desk(lambda: server)
        try:
            for answer in handed_in:
                verdict = judge_one(desk, answer)
                judged.append((answer, verdict))
                click.echo(told(answer, verdict, brief=brief, many=len(handed_in) > 1))
        finally:
            desk.close()
    write(as_json, lambda: json.dumps([record(*one) for one in judged], indent=2, ensure_ascii=False))
    write(junit, lambda: as_junit(judged))
    if without:
        click.echo(left_out(without), err=True)
    click.echo(summary([verdict for _, verdict in judged], time.perf_counter() - started))
    if not all(verdict.correct for _, verdict in judged):
        raise SystemExit(1)


def judge_one(desk: Desk, answer: HandedIn) -> Verdict:
    """Return the verdict on one answer; one to no exercise is a verdict too, not the end of the run."""
    if answer.unread:
        return Verdict(answer.key, "not read", State.COULD_NOT_RUN, (Difference("error", answer.unread),))
    try:
        return desk.answer(library.find(answer.key), answer.text)
    except UnknownName as error:
        return Verdict(answer.key, "?", State.COULD_NOT_RUN, (Difference("error", error.message),))


def told(answer: HandedIn, verdict: Verdict, *, brief: bool, many: bool) -> str:
    """Return what is said of one answer; of *many* each says whose it is."""
    if brief:
        return answers.head(verdict) + (f"  ({answer.where})" if many else "")
    return f"{answer.where}\n{answers.text(verdict)}" if many else answers.text(verdict)


def left_out(without: list[str]) -> str:
    """
    Return the line about files that answer no exercise.

    >>> left_out(["a.sql", "b.sql", "c.sql", "d.sql"])
    'left out, for they do not say which exercise they answer: a.sql, b.sql, c.sql and 1 more'
    """
    names = ", ".join(without[:NAMED])
    more = f" and {len(without) - NAMED} more" if len(without) > NAMED else ""
    return f"left out, for they do not say which exercise they answer: {names}{more}"


def write(path: Path | None, text: Any) -> None:
    """Write what *text* returns to *path*, where one is named."""
    if path is None:
        return
    try:
        path.write_text(text(), encoding="utf-8")
    except OSError as error:
        raise WorkspaceError(
            f"{str(path)!r} cannot be written: {error.strerror}", cure="name another file"
        ) from None


def summary(verdicts: Iterable[Verdict], seconds: float) -> str:
    """
    Return the last line.

    >>> summary([Verdict("06-01", "t", State.CORRECT), Verdict("06-02", "t", State.NOT_YET)], 1.5)
    '1 correct, 1 not yet in 1.5 s'
    """
    states = [verdict.state for verdict in verdicts]
    counts = [f"{states.count(state)} {state.value}" for state in State if state in states]
    return f"{', '.join(counts) or 'no answers'} in {seconds:.1f} s"


def record(answer: HandedIn, verdict: Verdict) -> dict[str, Any]:
    """Return a verdict as data."""
    return {
        "where": answer.where,
        "exercise": verdict.key,
        "title": verdict.title,
        "verdict": verdict.state.value,
        "differences": [{"word": one.word, "text": one.text} for one in verdict.differences],
        "mistake": verdict.mistake,
        "hint": verdict.hint,
        "example": [
            {"table": grid.caption, "columns": grid.columns, "rows": grid.rows} for grid in verdict.example
        ],
        "seconds": round(verdict.seconds, 3),
    }


def as_junit(judged: list[Judged]) -> str:
    """Return the verdicts as JUnit's XML: what is not correct is a failure, what was not tried is skipped."""
    states = [verdict.state for _, verdict in judged]
    suite = ET.Element(
        "testsuite",
        name="lessonlab",
        tests=str(len(judged)),
        failures=str(sum(state in {State.NOT_YET, State.COULD_NOT_RUN} for state in states)),
        skipped=str(states.count(State.NOT_ATTEMPTED)),
    )
    for answer, verdict in judged:
        case = ET.SubElement(
            suite,
            "testcase",
            classname=printable(answer.where),
            name=f"{verdict.key} {verdict.title}",
            time=f"{verdict.seconds:.3f}",
        )
        if verdict.state is State.NOT_ATTEMPTED:
            ET.SubElement(case, "skipped", message=verdict.state.value)
        elif not verdict.correct:
            ET.SubElement(case, "failure", message=verdict.state.value).text = printable(
                answers.text(verdict)
            )
    return ET.tostring(suite, encoding="unicode", xml_declaration=True)


def printable(text: str) -> str:
    """Return *text* without the characters that XML cannot hold."""
    return "".join(character for character in text if character in "\n\t" or character >= " ")
