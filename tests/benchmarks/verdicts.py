"""
How true verdicts are: `python tests/benchmarks/verdicts.py [SEEDS] [--only KEY,KIND,…]`.

Every stored answer is judged with so many draws of what is hidden, 20 unless said: a right one that is
refused once, or a wrong one that is accepted once, is named with its seed; what draws nothing is judged once.

Beside it, for each kind, how many of the stored wrong answers are explained, and how many would be if nobody
had stored them: so it is with somebody's new mistake.  The bound is three quarters of what is told not by the
server (an answer that cannot run has its words).
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from lessonlab.config import Settings
from lessonlab.grading import library
from lessonlab.grading.judge import Judge
from lessonlab.grading.probes import Values
from lessonlab.grading.proving import is_explained
from lessonlab.grading.verdict import State
from lessonlab.postgres.server import use_server

if TYPE_CHECKING:
    from lessonlab.grading.exercise import Exercise

SEEDS = 20
SHARE = 0.75
ROWS = ("query", "write")  # what they give is compared, and the verdict shows the smallest rows that differ
EXPLAINED = ("design", "function", "plan", "repair", "concurrency")


def main() -> int:
    """Print what flips, and the table; return 1 for a flip or too few explanations."""
    parser = argparse.ArgumentParser()
    parser.add_argument("seeds", nargs="?", type=int, default=SEEDS)
    parser.add_argument("--only", default="", metavar="KEY,KIND")
    options = parser.parse_args()
    sys.stdout.reconfigure(line_buffering=True)  # a long run is looked at meanwhile
    exercises = chosen(options.only.split(",") if options.only else [])
    flips = Counter[str]()
    told, untold, wrong = Counter[str](), Counter[str](), Counter[str]()
    with use_server(Settings.from_environment(), "benchmark") as server:
        for seed in range(options.seeds):
            started = time.monotonic()
            with Judge(server, seed) as judge:
                for exercise in exercises if seed == 0 else filter(draws, exercises):
                    flips.update(flipped(judge, exercise, seed))
                    if seed == 0:
                        count_explained(judge, exercise, wrong, told, untold)
            print(f"seed {seed}: {time.monotonic() - started:.0f} s, {flips.total()} flips", flush=True)
    print(f"{'kind':<15} {'drawn':>6} {'wrong':>6} {'flips':>6} {'explained':>10} {'if not stored':>14}")
    for kind in dict.fromkeys(map(kind_of, exercises)):
        drawn = sum(draws(one) for one in exercises if kind_of(one) == kind)
        shares = [f"{100 * part[kind] / max(1, wrong[kind]):.0f} %" for part in (told, untold)]
        print(f"{kind:<15} {drawn:>6} {wrong[kind]:>6} {flips[kind]:>6} {shares[0]:>10} {shares[1]:>14}")
    few = [kind for kind in EXPLAINED if untold[kind] < SHARE * wrong[kind]]
    if few:
        print(f"explained too seldom: {', '.join(few)}")
    return int(bool(few or flips.total()))


def chosen(only: list[str]) -> list[Exercise]:
    """Return the exercises whose key or kind is in *only*, or all."""
    every = [library.find(f"{path.parent.name[:2]}-{path.name[:2]}") for path in library.folders()]
    return [one for one in every if not only or one.key in only or one.front.kind in only]


def kind_of(exercise: Exercise) -> str:
    """Return the kind of *exercise*; a repair or a plan that is a query is judged by its rows."""
    by_rows = exercise.front.answer in ROWS and exercise.front.kind not in ROWS
    return f"{exercise.front.kind} by rows" if by_rows else exercise.front.kind


def draws(exercise: Exercise) -> bool:
    """Say whether two runs may differ in what is hidden: rows, or values of the probes."""
    if exercise.front.answer in ROWS:
        return True
    given = [str(value) for many in exercise.front.sessions.values() for value in many.values()]
    text = "\n".join([*(probe.text for probe in exercise.probes), *given])
    return Values(random.Random(1)).fill(text) != Values(random.Random(2)).fill(text)


def flipped(judge: Judge, exercise: Exercise, seed: int) -> list[str]:
    """Return the kind of *exercise* once for each answer whose verdict is false, and print which."""
    found = []
    for answer, right in (
        *((one, True) for one in (exercise.solution, *exercise.right)),
        *((one, False) for one in exercise.wrong),
    ):
        if judge.check(exercise, answer.text).correct is not right:
            print(f"{exercise.key} {answer.name}: {'right' if right else 'wrong'}, not so with seed {seed}")
            found.append(kind_of(exercise))
    return found


def count_explained(
    judge: Judge, exercise: Exercise, wrong: Counter[str], told: Counter[str], untold: Counter[str]
) -> None:
    """Count the wrong answers that run, those that are explained, and those that would be if not stored."""
    kind = kind_of(exercise)
    for answer in exercise.wrong:
        alone = replace(exercise, wrong=tuple(one for one in exercise.wrong if one is not answer))
        verdict = judge.check(exercise, answer.text)
        if verdict.state is not State.NOT_YET:
            continue
        wrong[kind] += 1
        told[kind] += is_explained(verdict)
        without = judge.check(alone, answer.text)
        untold[kind] += is_explained(without)
        if not is_explained(without) and kind in EXPLAINED:
            print(f"{exercise.key} {answer.name}: not explained if it were not stored")


if __name__ == "__main__":
    sys.exit(main())
