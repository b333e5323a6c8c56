"""The course proves itself: every exercise against its own answers, and against mutants of its solution."""

from __future__ import annotations

import importlib.util
import random
from collections import Counter
from dataclasses import replace
from pathlib import Path

import psycopg
import pytest

from lessonlab import content
from lessonlab.authoring.normal_form import load
from lessonlab.grading import answer_session, library
from lessonlab.grading.answer_session import Failed
from lessonlab.grading.bases import ensure_base
from lessonlab.grading.by_rows import written
from lessonlab.grading.ground import put_in
from lessonlab.grading.judge import Judge
from lessonlab.grading.probes import Values
from lessonlab.grading.proving import prove, prove_digits
from lessonlab.grading.sample import NATURES, draw_sample
from lessonlab.grading.verdict import State

HERE = Path(__file__).parent
FOLDERS = library.folders()
NAMES = [f"{path.parent.name[:2]}-{path.name[:2]}" for path in FOLDERS]
KNOWN = {"exercise.md", "stub.sql", "solution.sql", "stub.txt", "solution.txt", "probe.sql", "setup.sql"}
INSIDE = {"right", "wrong", "data"}
HINTS = 3  # for everybody, in most exercises
OTHER_HINTS = dict.fromkeys(
    [
        "03-03",
        "04-01",
        "04-03",
        "05-01",
        "05-03",
        "06-01",
        "06-02",
        "06-04",
        "07-03",
        "07-04",
        "07-05",
        "14-07",
        "08-02",
        "10-01",
        "12-01",
        "15-03",
        "16-01",
        "16-02",
        "18-01",
        "18-02",
        "21-01",
        "21-03",
        "22-01",
    ],
    2,
) | dict.fromkeys(["11-03", "22-03"], 4)


def load_module(name):
    """Return a module of this folder; tests are no package."""
    spec = importlib.util.spec_from_file_location(name, HERE / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


mutants = load_module("mutants").mutants
session_mutants = load_module("mutants_of_sessions").session_mutants


DRAWS = 20
ANSWERS = {one.key: one.front.answer for one in library.exercises()}  # read once: each worker collects them
CONCURRENT = [name for name, answer in ANSWERS.items() if answer == "sessions"]
NEVER_COMMITS = ("leave out COMMIT", "leave out END")
PROBED = [name for name, answer in ANSWERS.items() if answer in {"script", "text", "sessions"}]
MUTABLE = [name for name, answer in ANSWERS.items() if answer in {"query", "write"}]


@pytest.fixture(scope="module")
def judge(judging_server, seed):
    """Return a judge whose hidden rows are those of the run's seed."""
    with Judge(judging_server, seed) as made:
        yield made


@pytest.fixture(scope="module")
def judge_of_the_day(judging_server, day):
    """Return a judge that probes with other values on another day."""
    with Judge(judging_server, day) as made:
        yield made


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_exercise_proves_itself(judge, judge_of_the_day, day, name):
    """
    The stub is no attempt, right answers pass, wrong ones fail and are told why.

    What rows say is tried with twenty draws below; who is probed, with the values of the day: twenty runs are
    twenty draws.  `LESSONLAB_TEST_SEED` repeats a day; `tests/benchmarks/verdicts.py` makes twenty at once.
    """
    faults = prove(judge_of_the_day if name in PROBED else judge, library.find(name))

    assert [f"{fault} (seed {day})" for fault in faults] == []


@pytest.mark.slow
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


def test_no_hint_is_missing():
    """Each exercise has the hints that it had: three for everybody, or as many as are written down here."""
    have = {name: len(library.find(name).steps) for name in NAMES}
    want = {name: OTHER_HINTS.get(name, HINTS) for name in NAMES}

    assert {name: (have[name], want[name]) for name in NAMES if have[name] != want[name]} == {}


def test_decimals_of_the_question_are_those_that_are_judged():
    """A question that says two decimals and is judged by one is a fault that names both."""
    exercise = library.find("09-01")
    other = replace(exercise, front=replace(exercise.front, digits=1))

    assert [str(fault) for fault in prove_digits(exercise)] == []
    assert [fault.what for fault in prove_digits(other)] == [
        "the question says two decimals, and `digits` is 1"
    ]


@pytest.mark.slow
@pytest.mark.parametrize("name", CONCURRENT)
def test_mutants_of_two_sessions_are_caught(judge, name):
    """
    A lock less, a statement less, other rows: each fails in some order, or is listed with its reason.

    An order in which it fails is enough; who never commits keeps the other waiting, and a second shows it.
    """
    exercise = library.find(name)
    hasty = replace(exercise, front=replace(exercise.front, seconds=1.0))
    made = {}
    for answer in (exercise.solution, *exercise.right):
        made |= session_mutants(answer.text)
    alive = [
        f"[[mutant]]\nsql = {text!r}\nwhy = ''  # {change}"
        for text, change in made.items()
        if text not in exercise.equivalent
        and lives(judge, hasty if change in NEVER_COMMITS else exercise, text)
    ]

    assert len(made) > len(exercise.right)
    assert "\n".join(alive) == ""
    assert set(exercise.equivalent) <= set(made), "equivalent.toml lists what is no mutant"


def lives(judge, exercise, text):
    """Say whether nothing goes wrong in any order."""
    try:
        return not any(differences for _, differences, _ in judge.by_sessions.each_order(exercise, text))
    except (Failed, psycopg.OperationalError):
        return False


@pytest.mark.slow
def test_stored_answers_keep_their_verdict_whatever_is_drawn(judge):
    """Of twenty draws: a right answer agrees on each, a wrong one fails on the fixed rows or on each draw."""
    found = {name: library.find(name) for name in MUTABLE}
    drawn = {name: fates(judge, exercise) for name, exercise in found.items() if not exercise.setup}
    database = judge.ground.cage.clone(
        ensure_base(judge.ground.cage, "tables"), [judge.ground.cage.group("reader")]
    )
    flips = set()
    with judge.ground.own_session(database) as inside:
        for seed in range(DRAWS):
            dead = Counter()
            source = random.Random(seed)  # noqa: S311
            for nature in NATURES:
                inside.execute("BEGIN")
                put_in(inside, draw_sample(nature, source))
                for name, answers in drawn.items():
                    for answer, wanted in differing(judge, inside, found[name], answers):
                        dead[name, answer] += 1
                        if wanted:
                            flips.add(f"{name} {answer}: right, and refused with seed {seed}")
                inside.execute("ROLLBACK")
            flips |= {
                f"{name} {answer}: wrong, and accepted with seed {seed}"
                for name, answers in drawn.items()
                for answer, (_, wanted) in answers.items()
                if not wanted and not dead[name, answer]
            }

    assert sorted(flips) == []


def test_kinds_that_draw_nothing_are_known():
    """What is probed with drawn values is tried with those of the day; a plan is always asked the same."""
    drawn = {library.find(name).front.kind for name in PROBED if draws(library.find(name))}

    assert {"concurrency", "design", "function", "predict", "repair"} == drawn
    assert {"plan"} == {library.find(name).front.kind for name in PROBED} - drawn


def draws(exercise):
    """Say whether two runs of *exercise* may probe with different values."""
    given = [value for many in exercise.front.sessions.values() for value in map(str, many.values())]
    text = "\n".join([*(probe.text for probe in exercise.probes), *given])
    return Values(random.Random(1)).fill(text) != Values(random.Random(2)).fill(text)  # noqa: S311


def fates(judge, exercise):
    """Return the answers whose verdict hangs on what is drawn, each with whether it is right."""
    fixed = [data for data in judge.ground.data_sets(exercise) if data.visible or data.name in exercise.data]
    hang = {f"right/{one.name}": (one.text, True) for one in exercise.right}
    for one in exercise.wrong:
        if (
            not any(differs_on(judge, exercise, one.text, data) for data in fixed)
            and not exercise.front.pages
        ):
            hang[f"wrong/{one.name}"] = (one.text, False)
    return hang


def differs_on(judge, exercise, text, data):
    """Say whether an answer is found out on one data set."""
    try:
        with judge.ground.off_the_clock():
            have = judge.by_rows.run(exercise, text, data)
    except Failed:
        return True
    return bool(judge.by_rows.differences(exercise, have, judge.by_rows.wanted(exercise, data)))


def differing(judge, inside, exercise, answers):
    """Yield the names of *answers* that differ from the solution now, and whether they are right."""
    want = given(inside, exercise, exercise.solution.text)
    for name, (text, wanted) in answers.items():
        have = given(inside, exercise, text)
        if have is None or judge.by_rows.differences(exercise, have, want):
            yield name, wanted


def given(inside, exercise, text):
    """Return what our own answer gives on the rows that are there; `None` when it fails."""
    inside.execute("SAVEPOINT drawn")
    try:
        if exercise.front.answer == "write":
            return written(exercise, text, inside)
        return (answer_session.read(inside, text),)
    except Failed:
        return None
    finally:
        inside.execute("ROLLBACK TO SAVEPOINT drawn")


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


def test_every_exercise_stands_on_a_page():
    """A page of its chapter names it in a cell of code or in words."""
    pages = {}
    for path in content.folder("notebooks").glob("*.ipynb"):
        cells = load(path.read_text(encoding="utf-8")).cells
        pages[path.name[:2]] = pages.get(path.name[:2], "") + "\n".join(cell.source for cell in cells)

    nowhere = [name for name in NAMES if name not in pages[name[:2]]]
    assert [f"no page of chapter {name[:2]} has exercise {name}" for name in nowhere] == []


def test_every_chapter_has_its_exercises():
    """Three or more for each chapter from 03 to 22."""
    counted = Counter(int(name[:2]) for name in NAMES)

    assert {chapter: counted[chapter] for chapter in range(3, 23) if counted[chapter] < 3} == {}


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
    with judge.ground.off_the_clock():
        seen = judge.by_rows.run(exercise, wrong.text, sets[0])

    assert not finding.data.visible
    assert (
        judge.by_rows.differences(
            exercise,
            seen,
            judge.by_rows.wanted(exercise, sets[0]),
        )
        == ()
    )
    assert judge.check(exercise, wrong.text).state is State.NOT_YET
