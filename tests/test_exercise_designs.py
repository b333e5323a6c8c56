"""Design and function exercises ask each of their clauses: a solution with a change does not pass."""

from __future__ import annotations

import importlib.util
from dataclasses import replace
from pathlib import Path

import pytest

from lessonlab.grading import library
from lessonlab.grading.by_probes import run_script
from lessonlab.grading.exercise import read_exercise
from lessonlab.grading.judge import Judge

HERE = Path(__file__).parent
NAMES = [
    f"{path.parent.name[:2]}-{path.name[:2]}"
    for path in library.folders()
    if read_exercise(path).front.kind in ("design", "function")
]


def load_makers():
    """Return the module that makes mutants; tests are no package."""
    spec = importlib.util.spec_from_file_location("mutants_of_ddl", HERE / "mutants_of_ddl.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


makers = load_makers()


@pytest.fixture(scope="module")
def judge(judging_server, seed):
    """Return a judge whose drawn values are those of the run's seed."""
    with Judge(judging_server, seed) as made:
        yield made


def mutants(judge, exercise):
    """Return the statements that make a mutant of the solution, and of what kind each is."""
    with judge.ground.stages.on(exercise.front.base) as stage, stage.enter() as connection:
        run_script(connection, exercise.setup)
        before = makers.parts(connection)
        run_script(connection, exercise.solution.text)
        return makers.ddl_mutants(before, makers.parts(connection))


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_mutants_of_a_design_are_caught(judge, name):
    """What forgets a rule, says another one or touches more is wrong, or is listed as meaning the same."""
    exercise = library.find(name)
    made = mutants(judge, exercise)
    solution = exercise.solution.text.rstrip().rstrip(";")
    alive = [
        f"[[mutant]]\nsql = '''{text}'''\nwhy = ''  # {kind}"
        for text, kind in made.items()
        if text not in exercise.equivalent and judge.check(exercise, f"{solution};\n{text}").correct
    ]

    assert made
    assert "\n".join(alive) == ""
    assert set(exercise.equivalent) <= set(made), "equivalent.toml lists what is no mutant"


def test_the_makers_find_each_kind_of_part(judge):
    """The makers work: a table's columns, rules and indexes, a trigger and its body are each changed."""
    table = set(mutants(judge, library.find("18-02")).values())
    trigger = set(mutants(judge, library.find("22-05")).values())

    assert table >= {
        "column",
        "constraint",
        "index",
        "comment",
        "spare index",
        "one more rule",
        "something else",
    }
    assert trigger >= {"trigger", "function"}


def test_a_mutant_lives_where_no_probe_asks(judge):
    """The check can fail: without the probe on it, a score that is 0 by default passes."""
    exercise = library.find("06-01")
    mutant = f"{exercise.solution.text}\nALTER TABLE quiz_result ALTER score SET DEFAULT 0"
    probe = next(one for one in exercise.probes if one.label == "a score that is left out is not known")

    fewer = replace(exercise, probes=tuple(one for one in exercise.probes if one is not probe))
    assert not judge.check(exercise, mutant).correct
    assert judge.check(fewer, mutant).correct
