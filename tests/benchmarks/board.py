"""
The board of a large class: what one look costs, beside a look at a class of one.

    python tests/benchmarks/board.py                    500 people, all exercises
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import statistics
import tempfile
import time
from pathlib import Path

from lessonlab.grading import library
from lessonlab.grading.settling import known_mistakes
from lessonlab.workshop import class_file, roster, tokens, told_board
from lessonlab.workshop.board import Board
from lessonlab.workshop.class_folder import new_class, open_class
from lessonlab.workshop.collected import Handed

NOW = dt.datetime(2026, 12, 1, 12, tzinfo=dt.UTC)


def board_of(folder: Path, people: int) -> Board:
    """Return the board of a class in which everybody has tried everything, three times."""
    new_class(folder)
    mistakes = {one.key: sorted(known_mistakes(one)) for one in library.exercises()}
    keys = list(mistakes)
    listed = "\n".join(f'"{key}" = {{}}' for key in keys)
    (folder / class_file.FILE).write_text(f"[exercises]\n{listed}\n", encoding="utf-8")
    lines = "".join(f"P{number},p{number}@example.org\n" for number in range(people))
    (folder / roster.FILE).write_text(f"name,email\n{lines}", encoding="utf-8")
    tokens.make_tokens(folder / tokens.FILE, open_class(folder).people)
    board, chance = Board(open_class(folder)), random.Random(7)
    for number in range(people):
        for place, key in enumerate(keys):
            for again in range(3):
                when = NOW - dt.timedelta(minutes=3 * (len(keys) - place) - again)
                said = chance.choice(["correct", "not yet"])
                mistake = chance.choice(mistakes[key])
                email = f"p{number}@example.org"
                board.take(
                    Handed(email, key, f"SELECT {again}", when, "server", "", said, mistake, str(when))
                )
    return board


def look(board: Board) -> float:
    """Return the seconds that the page takes."""
    started = time.perf_counter()
    told_board.main(board.view(NOW), names=False)
    return time.perf_counter() - started


def main() -> None:
    """Look at both boards by turns, and print the median of each and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[1])
    parser.add_argument("--people", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=15)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        many = board_of(Path(folder) / "many", options.people)
        one = board_of(Path(folder) / "one", 1)
        pairs = [(look(many), look(one)) for _ in range(options.rounds)]
    large, small = (statistics.median(side) for side in zip(*pairs, strict=True))
    exercises = len(list(library.keys()))
    print(f"{options.people} people × {exercises} exercises: {large * 1000:.0f} ms a look")
    print(f"one person: {small * 1000:.1f} ms; {large / small:.0f} × for {options.people} × the people")


if __name__ == "__main__":
    main()
