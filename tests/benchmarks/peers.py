"""
Other graders at the same work, for `grading.py`: nbgrader's `autograde` and otter's `run`.

A submission is the least that each can grade: a notebook that connects to a database on the same server and
runs one right answer, whose rows are compared by one assert.  Neither grader knows the lab, and no clone, no
hidden rows and no cage are asked of it.  `autograde` grades a class in one call: a few submissions are
timed, from one finished notebook to the next, and its own start is spread over the class, as ours is.  `run`
takes one submission in one process: its start counts each time.  A grader that refuses the right answer ends
it all.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import sqlite3
import subprocess
import tempfile
import time
import zipfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import nbformat
from psycopg import conninfo

from lessonlab.postgres import provider
from lessonlab.postgres.connect import connect

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lessonlab.postgres.server import Server

NAMES = ("nbgrader", "otter")
HOW = (
    'python -m venv /tmp/peers && /tmp/peers/bin/pip install "nbgrader==0.9.*" "otter-grader==7.*" '
    '"psycopg[binary]" && python tests/benchmarks/grading.py --peers /tmp/peers'
)
STUDENTS = 4
CONNECT = "import psycopg\nconnection = psycopg.connect({dsn!r})"
ANSWER = "rows = connection.execute({answer!r}).fetchall()"
CHECK = "assert sorted(map(str, rows)) == {rows!r}"
OTTER_TEST = """
from otter.test_files import test_case
OK_FORMAT, name, points = False, "answer", 1
@test_case(points=1)
def test_rows(rows):
    {check}
"""


@contextlib.contextmanager
def graders(
    server: Server, answer: str, count: int, where: Path | None
) -> Iterator[dict[str, Callable[[], float]]]:
    """
    Yield, for each grader in *where* or on PATH, its name and what times it.

    The time is the seconds for one of *count* submissions, each with *answer*.
    """
    commands = {name: found for name in NAMES if (found := find(name, where))}
    if missing := [name for name in NAMES if name not in commands]:
        print(f"{' and '.join(missing)} not found; to measure both: {HOW}")
    if not commands:
        yield {}
        return
    dsn = provider.clone(server, "benchmark", "small")
    try:
        with tempfile.TemporaryDirectory() as folder, connect(dsn) as connection:
            rows = sorted(map(str, connection.execute(answer).fetchall()))
            cells = [CONNECT.format(dsn=dsn), ANSWER.format(answer=answer), CHECK.format(rows=rows)]
            made = {name: MAKERS[name](found, Path(folder), cells, count) for name, found in commands.items()}
            yield {f"{name} {version(commands[name])}": grade for name, grade in made.items()}
    finally:
        provider.drop_clone(server, str(conninfo.conninfo_to_dict(dsn)["dbname"]))


def find(name: str, where: Path | None) -> Path | None:
    """Return the command *name* of the environment *where*, or on PATH."""
    found = shutil.which(name, path=str(where / "bin") if where else None)
    return Path(found).resolve() if found else None


def run(command: Path, *arguments: str, folder: Path | None = None) -> str:
    """Run *command* in *folder* and return what it prints."""
    environment = dict(os.environ)
    environment["PATH"] = os.pathsep.join([str(command.parent), environment["PATH"]])  # nbgrader's alembic
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # nobody compiles at each start what can be kept
    done = subprocess.run(
        [command, *arguments],
        cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    if done.returncode:
        raise SystemExit(f"{command.name} {arguments[0]} failed:\n{done.stderr[-2000:]}")
    return done.stdout


def version(command: Path) -> str:
    """Return which version *command* is."""
    return re.findall(r"version:? (\d\S*)", run(command, "--version"))[-1]


def write(path: Path, cells: list[nbformat.NotebookNode]) -> None:
    """Write a notebook of *cells*."""
    path.parent.mkdir(parents=True)
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel}), path)


def make_nbgrader(command: Path, folder: Path, cells: list[str], count: int) -> Callable[[], float]:
    """Make a course with one assignment that `STUDENTS` have handed in; return what grades it."""
    course = folder / "course"
    first, answer, check = map(nbformat.v4.new_code_cell, cells)
    plain = {"schema_version": 3, "task": False}
    answer.metadata["nbgrader"] = plain | {
        "grade_id": "answer", "solution": True, "grade": False, "locked": False,
    }  # fmt: skip
    check.metadata["nbgrader"] = plain | {
        "grade_id": "check", "solution": False, "grade": True, "locked": True, "points": 1,
    }  # fmt: skip
    submitted = [f"submitted/student{i}" for i in range(STUDENTS)]
    for part in ["source", *submitted]:
        write(course / part / "sql/answer.ipynb", [first, answer, check])
    run(command, "generate_assignment", "sql", folder=course)
    return partial(time_nbgrader, command, course, count)


def time_nbgrader(command: Path, course: Path, count: int) -> float:
    """Return the seconds from one graded notebook to the next, and one of *count* shares in the start."""
    started = time.perf_counter()
    run(command, "autograde", "sql", "--force", folder=course)
    taken = time.perf_counter() - started
    with contextlib.closing(sqlite3.connect(course / "gradebook.db")) as gradebook:
        require_points(command, [points for (points,) in gradebook.execute("SELECT auto_score FROM grade")])
    finished = [path.stat().st_mtime for path in course.glob("autograded/*/sql/answer.ipynb")]
    each = (max(finished) - min(finished)) / (STUDENTS - 1)
    return each + (taken - STUDENTS * each) / count


def make_otter(command: Path, folder: Path, cells: list[str], _count: int) -> Callable[[], float]:
    """Make a submission and the archive with its test; return what grades it."""
    submission = folder / "otter/answer.ipynb"
    *student, check = cells
    write(submission, [nbformat.v4.new_code_cell(cell) for cell in student])
    with zipfile.ZipFile(submission.with_name("autograder.zip"), "w") as archive:
        archive.writestr("otter_config.json", "{}")
        archive.writestr("tests/answer.py", OTTER_TEST.format(check=check))
    return partial(time_otter, command, submission)


def time_otter(command: Path, submission: Path) -> float:
    """Return the seconds of one call."""
    started = time.perf_counter()
    run(command, "run", submission.name, "--no-logo", folder=submission.parent)
    taken = time.perf_counter() - started
    results = json.loads((submission.parent / "results.json").read_text(encoding="utf-8"))
    require_points(command, [test["score"] for test in results["tests"] if "score" in test])
    return taken


def require_points(command: Path, points: list[float]) -> None:
    """Say it when *command* has not given every right answer its point."""
    if not points or set(points) != {1}:
        raise SystemExit(f"{command.name} gave {points} to a right answer: is psycopg installed beside it?")


MAKERS = {"nbgrader": make_nbgrader, "otter": make_otter}
