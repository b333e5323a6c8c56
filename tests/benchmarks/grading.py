"""
What a verdict costs: `python tests/benchmarks/grading.py [SUBMISSIONS] [--peers DIR]`.

Medians of a query's and a design's verdict once warm, as a student meets them: one, then a pause.  Then a
class: `lessonlab check FOLDER`, by submission, beside one kernel for each submission with the lab open, and
beside nbgrader's `autograde` and otter's `run` where they are found: in the virtual environment DIR, or on
PATH.  They are taken in turn, ours, theirs, ours, …, and medians are compared.  The bound is for 200: the
fewer the submissions, the more our own start weighs.  `peers.py` says what each of them grades.  They are not
installed beside the lab but in an environment of their own:

    python -m venv /tmp/peers
    /tmp/peers/bin/pip install "nbgrader==0.9.*" "otter-grader==7.*" "psycopg[binary]"
    python tests/benchmarks/grading.py --peers /tmp/peers
"""

from __future__ import annotations

import argparse
import contextlib
import json
import statistics
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import nbformat
from nbclient import NotebookClient

from lessonlab.config import Settings
from lessonlab.grading import library
from lessonlab.grading.judge import Judge
from lessonlab.postgres.server import use_server

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lessonlab.grading.exercise import Exercise
    from lessonlab.postgres.server import Server

ROUNDS, PAUSE, TURNS, SUBMISSIONS = 15, 1.0, 3, 200
BOUNDS_MS = {"query": 60.0, "design": 400.0}
TIMES_FASTER = 30.0
KEYS = {"query": "14-01", "design": "06-01"}


def main() -> int:
    """Print the table; return 1 when a bound is missed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("submissions", nargs="?", type=int, default=SUBMISSIONS)
    parser.add_argument("--peers", type=Path, metavar="DIR", help="an environment with nbgrader and otter")
    options = parser.parse_args()
    with use_server(Settings.from_environment(), "benchmark") as server:
        with Judge(server) as judge:
            rows = [verdicts(judge, kind, bound) for kind, bound in BOUNDS_MS.items()]
        rows += a_class(server, options.submissions, options.peers)
    for name, have, want, met in rows:
        print(f"{'✓' if met else '✗'} {name:<44} {have:>14} {want:>18}")
    return 0 if all(met for *_, met in rows) else 1


def verdicts(judge: Judge, kind: str, bound: float) -> tuple[str, str, str, bool]:
    """Return the row of one kind of verdict."""
    exercise = library.find(KEYS[kind])
    answers = [exercise.solution, *exercise.right]
    for answer in answers:
        judge.check(exercise, answer.text)
    taken = []
    for i in range(ROUNDS):
        time.sleep(PAUSE)
        taken.append(judge.check(exercise, answers[i % len(answers)].text).seconds * 1000)
    median = statistics.median(taken)
    spread = f"{median:.0f} ms"
    return (
        f"{kind}: median of {ROUNDS} ({min(taken):.0f}–{max(taken):.0f})",
        spread,
        f"at most {bound:.0f} ms",
        median <= bound,
    )


def a_class(server: Server, count: int, where: Path | None) -> list[tuple[str, str, str, bool]]:
    """Return a row for each way to grade a class, beside ours of *count* submissions."""
    import peers  # noqa: PLC0415 - pytest looks for doctests in this file, and does not find its neighbours

    exercise = library.find(KEYS["query"])
    answer = exercise.solution.text
    with submissions(exercise, count) as folder, peers.graders(server, answer, count, where) as others:
        ways = {"a kernel": partial(kernel, answer), **others}
        ours, theirs = [], {name: [] for name in ways}
        for _ in range(TURNS):
            for name, grade in ways.items():
                ours.append(check(folder, count))
                theirs[name].append(grade())
    own = statistics.median(ours)
    rows = []
    for name, taken in theirs.items():
        ratio = statistics.median(taken) / own
        what = f"{name}: {statistics.median(taken):.2f} s, ours {own * 1000:.0f} ms"
        bound = f"at least {TIMES_FASTER:.0f} ×"
        rows.append((what, f"{ratio:.0f} × faster", bound, ratio >= TIMES_FASTER))
    return rows


@contextlib.contextmanager
def submissions(exercise: Exercise, count: int) -> Iterator[Path]:
    """Yield a folder with *count* submissions, half of them wrong."""
    texts = [answer.text for answer in (*exercise.right, *exercise.wrong)]
    with tempfile.TemporaryDirectory() as folder:
        for i in range(count):
            path = Path(folder, f"student{i:03}-{exercise.key}.sql")
            path.write_text(texts[i % len(texts)], encoding="utf-8")
        yield Path(folder)


def check(folder: Path, count: int) -> float:
    """Return the seconds that `lessonlab check` takes for one of *count* submissions."""
    with tempfile.TemporaryDirectory() as other:
        report = Path(other, "verdicts.json")
        started = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "lessonlab", "check", folder, "--brief", "--json", report],
            stdout=subprocess.DEVNULL, check=False,
        )  # fmt: skip
        taken = time.perf_counter() - started
        assert len(json.loads(report.read_text(encoding="utf-8"))) == count
    return taken / count


def kernel(answer: str) -> float:
    """Return the seconds of a notebook with one answer, run in a kernel of its own."""
    cells = ['import lessonlab\nlab = lessonlab.open("00_start_here")', f"%%sql\n{answer}"]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    started = time.perf_counter()
    NotebookClient(notebook, kernel_name="python3").execute(stderr=subprocess.DEVNULL)
    return time.perf_counter() - started


if __name__ == "__main__":
    sys.exit(main())
