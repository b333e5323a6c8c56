"""A judge that lives long: a kernel is open overnight, and midnight comes everywhere in the world."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from lessonlab.grading import bases, library
from lessonlab.grading.bases import base_name
from lessonlab.grading.judge import Judge
from lessonlab.postgres.connect import connect
from lessonlab.postgres.templates import drop_template, ensure_template


@pytest.fixture(scope="module")
def judge(judging_server):
    """Return a judge."""
    with Judge(judging_server) as made:
        yield made


@pytest.mark.slow
def test_data_sets_are_drawn_anew_when_their_last_week_is_over(judging_server):
    """A notebook lies open overnight: the rows of "last week" are no longer those of the last week."""
    exercise = library.find("22-02")
    with Judge(judging_server) as judge:
        assert judge.check(exercise, exercise.solution.text).correct
        before = {data.database for data in judge.ground.data_sets(exercise)}
        judge.ground.drawn_at -= timedelta(hours=7)
        after = {data.database for data in judge.ground.data_sets(exercise)}

        assert not before & after
        assert judge.check(exercise, exercise.solution.text).correct
        assert judge.check(exercise, exercise.wrong[0].text).mistake == exercise.wrong[0].note


def test_what_is_wanted_is_asked_again_before_it_speaks_against_an_answer(judge):
    """What the solution gave an hour ago may be another answer now."""
    exercise = library.find("14-01")
    data = judge.ground.standard()[0]
    want = judge.by_rows.wanted(exercise, data)
    stale = (replace(want[0], texts=want[0].texts[1:]),)
    judge.by_rows._wanted[judge.by_rows._key(exercise, data)] = stale

    assert judge.check(exercise, exercise.right[0].text).correct
    assert judge.by_rows.wanted(exercise, data) == want


@pytest.mark.parametrize(
    ("key", "name", "age", "change"),
    [
        ("07-03", "six_days", 3600, lambda rows: rows[1:]),
        ("14-02", "no_tie", 0, lambda rows: rows[::-1]),
    ],
    ids=["an hour later", "in another order"],
)
def test_a_mistake_is_known_again(judge, key, name, age, change):
    """Rows have left "the last seven days" since it was asked; equal ones change places with the plan."""
    exercise = library.find(key)
    wrong = next(answer for answer in exercise.wrong if answer.name == name)
    assert judge.check(exercise, wrong.text).mistake == wrong.note
    known = judge.stored_mistakes._given
    for asked_for, (asked, found) in list(known.items()):
        changed = tuple(replace(one, texts=tuple(change(one.texts))) for one in found)
        known[asked_for] = (asked - age, changed)

    assert judge.check(exercise, wrong.text).mistake == wrong.note


@pytest.mark.slow
def test_a_right_answer_is_right_after_a_midnight(judge, monkeypatch):
    """The big table is made anew each day: what an answer leaves is compared with that day's."""
    exercise = library.find("14-08")
    with monkeypatch.context() as yesterday:
        yesterday.setattr(bases, "version_of_today", lambda: f"{bases.content_version()}_20200101")
        assert judge.check(exercise, exercise.solution.text).correct
        before = base_name(judge.ground.cage, "large")

    assert base_name(judge.ground.cage, "large") != before
    assert judge.check(exercise, exercise.solution.text).correct


@pytest.mark.slow
def test_a_stage_that_was_made_ahead_is_of_the_class_of_now(judge):
    """Its rows count back from when the class was made: one that waited overnight is not given."""
    stages = judge.ground.stages
    with stages.on("class") as first:
        pass
    with stages.on("class") as second:
        assert second.template == first.template
    stages._next["class"].result()  # the third is there before its class goes
    with connect(judge.ground.server.dsn) as admin:
        drop_template(admin, ensure_template(judge.ground.server, "small"))

    with stages.on("class") as third:
        assert third.template == base_name(judge.ground.cage, "class")
    assert third.template != first.template
