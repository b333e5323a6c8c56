"""The course proves itself: every exercise against its own answers, and against mutants of its solution."""

from __future__ import annotations

import importlib.util
from collections import Counter
from pathlib import Path

import pytest

from lessonlab import content
from lessonlab.grading import library
from lessonlab.grading.judge import Judge
from lessonlab.grading.proving import prove
from lessonlab.grading.verdict import State

HERE = Path(__file__).parent
FOLDERS = library.folders()
NAMES = [f"{path.parent.name[:2]}-{path.name[:2]}" for path in FOLDERS]
KNOWN = {"exercise.md", "stub.sql", "solution.sql", "stub.txt", "solution.txt", "probe.sql", "setup.sql"}
INSIDE = {"right", "wrong", "data"}


def load_mutants():
    """Return the function that makes mutants; tests are no package."""
    spec = importlib.util.spec_from_file_location("mutants", HERE / "mutants.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.mutants


mutants = load_mutants()


MUTABLE = [name for name in NAMES if library.find(name).front.answer in {"query", "write"}]


@pytest.fixture(scope="module")
def judge(server, seed):
    """Return a judge whose hidden rows are those of the run's seed."""
    with Judge(server, seed) as made:
        yield made


@pytest.mark.parametrize("name", NAMES)
def test_exercise_proves_itself(judge, name):
    """The stub is no attempt, right answers pass, wrong ones fail and are told why."""
    assert [str(fault) for fault in prove(judge, library.find(name))] == []


@pytest.mark.parametrize("name", MUTABLE)
def test_mutants_of_the_solution_are_caught(judge, name):
    """A query that differs from the solution differs on some data set, or is listed as meaning the same."""
    exercise = library.find(name)
    made = mutants(exercise.solution.text.rstrip().rstrip(";"))
    alive = [
        f"[[mutant]]\nsql = {text!r}\nwhy = ''  # {change}"
        for text, change in made.items()
        if text not in exercise.equivalent and judge.by_rows.find(exercise, text) is None
    ]

    assert made
    assert "\n".join(alive) == ""
    assert set(exercise.equivalent) <= set(made), "equivalent.toml lists what is no mutant"


@pytest.mark.parametrize("folder", FOLDERS, ids=NAMES)
def test_no_stray_file(folder):
    """Every file of an exercise is one that the format knows."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    stray = [
        path.name
        for path in files
        if not (path.parent == folder and path.name in KNOWN | {"equivalent.toml"})
        and not (path.parent.name in INSIDE and path.suffix in {".sql", ".txt"})
    ]

    assert stray == []


def test_keys_are_contiguous_and_unique():
    """The exercises of a chapter are numbered from 01 without a gap."""
    chapters = {}
    for name in NAMES:
        chapters.setdefault(name[:2], []).append(int(name[3:]))

    assert {
        key: numbers for key, numbers in chapters.items() if numbers != list(range(1, len(numbers) + 1))
    } == {}


def test_chapters_are_those_of_the_notebooks():
    """A folder of exercises is named like the chapter that it belongs to."""
    notebooks = {path.stem for path in content.folder("notebooks").glob("*.ipynb")}
    have = {path.parent.name for path in FOLDERS}

    assert have - notebooks == set()


def test_every_chapter_has_its_exercises():
    """At least 66 in all, three or more for each chapter from 03 to 22."""
    counted = Counter(int(name[:2]) for name in NAMES)

    assert {chapter: counted[chapter] for chapter in range(3, 23) if counted[chapter] < 3} == {}
    assert len(NAMES) >= 66


def test_mutants_are_told_apart_from_the_query():
    """The makers of mutants work: each of these changes is found."""
    made = mutants(
        "SELECT count(score) FROM lesson_progress AS a LEFT JOIN users AS u ON u.id = a.id WHERE score >= 70"
    )

    assert {"swap", "turn_join", "drop", "count_rows", "count_distinct", "another_number"} <= set(
        made.values()
    )


def test_a_mutant_lives_where_the_data_do_not_ask(judge):
    """The check can fail: with the visible class alone a mutant of 14-01 passes."""
    exercise = library.find("14-01")
    sets = judge.ground.standard()
    wrong = next(answer for answer in exercise.wrong if answer.name == "by_title")
    finding = judge.by_rows.find(exercise, wrong.text)

    assert not finding.data.visible
    assert (
        judge.by_rows.differences(
            exercise,
            judge.by_rows.run(exercise, wrong.text, sets[0]),
            judge.by_rows.wanted(exercise, sets[0]),
        )
        == ()
    )
    assert judge.check(exercise, wrong.text).state is State.NOT_YET
