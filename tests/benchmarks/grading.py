"""
What a verdict costs: `python tests/benchmarks/grading.py [SUBMISSIONS]`.

Medians of a query's and a design's verdict once warm, as a student meets them: one, then a pause.  Then a
class: `lessonlab check FOLDER` beside one kernel for each submission, which is the least that nbgrader and
otter start; a few kernels are timed and multiplied.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import nbformat
from nbclient import NotebookClient

from lessonlab.config import Settings
from lessonlab.grading import library
from lessonlab.grading.judge import Judge
from lessonlab.postgres.server import use_server

ROUNDS, PAUSE, KERNELS, SUBMISSIONS = 15, 1.0, 3, 200
BOUNDS_MS = {"query": 60.0, "design": 400.0}
TIMES_FASTER = 30.0
KEYS = {"query": "14-01", "design": "06-01"}


def main() -> int:
    """Print the table; return 1 when a bound is missed."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else SUBMISSIONS
    with use_server(Settings.from_environment(), "benchmark") as server:
        with Judge(server) as judge:
            rows = [verdicts(judge, kind, bound) for kind, bound in BOUNDS_MS.items()]
        rows.append(a_class(count))
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


def a_class(count: int) -> tuple[str, str, str, bool]:
    """Return the row of a class of *count* submissions, half of them wrong."""
    exercise = library.find(KEYS["query"])
    texts = [answer.text for answer in (*exercise.right, *exercise.wrong)]
    with tempfile.TemporaryDirectory() as folder:
        for i in range(count):
            Path(folder, f"student{i:03}-{exercise.key}.sql").write_text(
                texts[i % len(texts)], encoding="utf-8"
            )
        report = Path(folder, "verdicts.json")
        started = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "lessonlab", "check", folder, "--brief", "--json", report],
            stdout=subprocess.DEVNULL, check=False,
        )  # fmt: skip
        ours = time.perf_counter() - started
        assert len(json.loads(report.read_text(encoding="utf-8"))) == count
    theirs = statistics.median(kernel(texts[0]) for _ in range(KERNELS)) * count
    ratio = theirs / ours
    name = f"{count} submissions: {ours:.1f} s, kernels {theirs:.0f} s"
    return name, f"{ratio:.0f} × faster", f"at least {TIMES_FASTER:.0f} ×", ratio >= TIMES_FASTER


def kernel(answer: str) -> float:
    """Return the seconds of a notebook with one answer, run in a kernel of its own."""
    cells = ['import lessonlab\nlab = lessonlab.open("00_start_here")', f"%%sql\n{answer}"]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    started = time.perf_counter()
    NotebookClient(notebook, kernel_name="python3").execute()
    return time.perf_counter() - started


if __name__ == "__main__":
    sys.exit(main())
