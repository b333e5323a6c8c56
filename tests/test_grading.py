"""Judging: what is compared and how it is said, hidden data, counterexamples, the desk, files handed in."""

from __future__ import annotations

import json
import os
import re
import uuid
from dataclasses import replace
from itertools import product
from pathlib import Path
from xml.etree import ElementTree as ET

import nbformat
import pytest
from click.testing import CliRunner

from lessonlab.cli import commands
from lessonlab.errors import ContentError, LessonLabError, NotExpected, UnknownName
from lessonlab.grading import library
from lessonlab.grading.bases import base_name
from lessonlab.grading.by_prediction import agrees, read_predictions
from lessonlab.grading.exercise import KINDS, read_exercise, read_front
from lessonlab.grading.ground import put_in
from lessonlab.grading.judge import Judge
from lessonlab.grading.proving import prove
from lessonlab.grading.row_reasons import ONLY_THERE
from lessonlab.grading.same_rows import Result, alike, compare
from lessonlab.grading.sample import NATURES, draw_sample
from lessonlab.grading.submissions import collect
from lessonlab.grading.verdict import State, Verdict
from lessonlab.magics.lab_magics import register
from lessonlab.postgres import provider
from lessonlab.postgres.connect import connect
from lessonlab.postgres.server import Server
from lessonlab.reader import told_verdicts
from lessonlab.reader.desk import Desk
from lessonlab.reader.own_database import COURSE, EXERCISES, database_name
from lessonlab.reader.record import Record, passed_by

PASSES = library.find("14-01").right[0].text
FAILS = library.find("14-01").wrong[0].text


@pytest.fixture(scope="module")
def judge(server, seed):
    """Return a judge on the tests' server."""
    with Judge(server, seed) as made:
        yield made


@pytest.fixture
def desk(server):
    """Return a desk that forgets everything afterwards."""
    made = Desk(lambda: server)
    yield made
    made.close()


def result(*rows, kinds="number"):
    """Return a result of texts, its columns all of one kind."""
    width = len(rows[0]) if rows else 1
    return Result(tuple("abcd"[:width]), (kinds,) * width, rows)


def words(have, want, **options):
    """Return the words of the differences."""
    return [difference.word for difference in compare(have, want, **options)]


SAME = {
    "an integer and a decimal": (("1",), ("1.0",), "number"),
    "a float's noise": (("0.30000000000000004",), ("0.3",), "number"),
    "NaN": (("NaN",), ("NaN",), "number"),
    "minus zero": (("-0",), ("0",), "number"),
    "keys of JSON in another order": (('{"a": 1, "b": 2}',), ('{"b": 2, "a": 1}',), "json"),
    "a day and 24 hours": (("1 day",), ("24:00:00",), "interval"),
    "NULL": ((None,), (None,), "text"),
}
DIFFERENT = {
    "NULL and 0": ((None,), ("0",), "number"),
    "NULL and an empty text": ((None,), ("",), "text"),
    "capitals": (("Ada",), ("ada",), "text"),
    "a trailing blank": (("Ada ",), ("Ada",), "text"),
    "the seventh digit": (("0.12346",), ("0.12345",), "number"),
    "a document that is too deep to read": (("[" * 5000 + "]" * 5000,), ("{}",), "json"),
    "a document with too long a number": (("9" * 5000,), ("9",), "json"),
}


@pytest.mark.parametrize("name", SAME)
def test_values_that_mean_the_same_agree(name):
    """The form in which the server writes a value does not matter."""
    have, want, kind = SAME[name]

    assert words(result(have, kinds=kind), result(want, kinds=kind)) == []


@pytest.mark.parametrize("name", DIFFERENT)
def test_values_that_do_not_mean_the_same_differ(name):
    """And nothing is taken for something else."""
    have, want, kind = DIFFERENT[name]

    assert words(result(have, kinds=kind), result(want, kinds=kind))[:2] == ["missing rows", "extra rows"]


def test_an_instant_is_not_a_wall_clock():
    """Types of another kind differ as columns, even where the rows look alike."""
    text = (("2026-01-01 00:00:00",),)
    have, want = Result(("t",), ("timestamp",), text), Result(("t",), ("timestamp with time zone",), text)

    assert [str(one) for one in compare(have, want)] == [
        "columns differ: column 1 (t): have timestamp, want timestamp with time zone"
    ]


def test_columns_are_counted_and_named_only_where_asked():
    """Two columns are not one; their names count when the exercise says so."""
    one, two = result(("1",)), result(("1", "2"))
    renamed = replace(one, columns=("n",))

    assert [str(one_) for one_ in compare(one, two)] == ["columns differ: have (a), want (a, b)"]
    assert words(renamed, one) == []
    assert words(renamed, one, names=True) == ["columns differ"]


def test_rows_are_a_bag():
    """Order does not matter, how often a row comes does."""
    rows = ("1",), ("2",), ("2",)

    assert words(result(*reversed(rows)), result(*rows)) == []
    assert words(result(*rows[:2]), result(*rows)) == ["missing rows", "duplicates"]
    assert words(result(*rows), result(*rows[:2])) == ["extra rows", "duplicates"]


def test_order_matters_where_it_is_asked_for():
    """The first row that stands elsewhere is named."""
    rows = ("1",), ("2",)

    assert [str(one) for one in compare(result(*reversed(rows)), result(*rows), ordered=True)] == [
        "order differs: row 1: have (2), want (1)"
    ]


def test_common_mistakes_have_a_name():
    """NULL for 0, 0 for NULL, a lost decimal."""
    want = result(("1", "0"), ("2", "66.7"))

    assert "NULL where 0 is wanted" in words(result(("1", None), ("2", "66.7")), want)
    assert "off by rounding" in words(result(("1", "0"), ("2", "66")), want)
    assert "0 where NULL is wanted" in words(want, result(("1", None), ("2", "66.7")))


def test_the_only_column_that_is_wrong_is_named():
    """One or two columns, if all else agrees; a cause that has a name of its own is enough."""
    want = result(("1", "a", "5", "x"), ("2", "b", "6", "y"))
    tries = {
        "c": (("1", "a", "7", "x"), ("2", "b", "8", "y")),
        "c and d": (("1", "a", "7", "z"), ("2", "b", "6", "w")),
    }

    for told, rows in tries.items():
        assert [one.text for one in compare(result(*rows), want) if one.word == ONLY_THERE] == [
            f"{told}; all else in these rows is as it is wanted"
        ]
    assert ONLY_THERE not in words(result(("1", "a", None, "x"), ("2", "b", None, "y")), want)
    assert ONLY_THERE not in words(result(("9", "c", "7", "z"), ("8", "d", "6", "w")), want)
    assert ONLY_THERE not in words(result(("1", "a", "7", "x")), want)
    alike_but_there = result(("1", "a", "5"), ("1", "a", "6"))
    assert ONLY_THERE not in words(result(("1", "a", "7"), ("1", "a", "8")), alike_but_there)


@pytest.mark.parametrize("ordered", [False, True])
def test_what_is_alike_is_what_has_no_difference(ordered):
    """The short way and the long one agree, each result beside each."""
    rows = (
        [("1", "66.7")],
        [("1", "66.7"), ("2", None)],
        [("2", None), ("1", "66.70")],
        [("1", "66.7")] * 2,
        [],
    )
    results = [*(result(*some) for some in rows), result(("1", "66.7"), kinds="text"), result(("1",))]

    for one, other in product(results, repeat=2):
        assert alike(one, other, ordered=ordered) == (not compare(one, other, ordered=ordered))


def test_a_query_runs_where_the_exercises_clock_is(judge):
    """A day by the session's clock is no day in UTC where that clock is in Tokyo; a zone must be one."""
    exercise = library.find("14-09")
    by_session = next(answer.text for answer in exercise.wrong if answer.name == "day_of_the_session")
    nowhere = replace(exercise, front=replace(exercise.front, timezone="Asia/Atlantis"))
    in_utc = replace(exercise, key="00-00", front=replace(exercise.front, timezone="UTC"))

    assert judge.check(exercise, by_session).state is State.NOT_YET
    assert judge.check(in_utc, by_session).state is State.CORRECT
    with pytest.raises(ContentError, match="no time zone 'Asia/Atlantis'"):
        judge.check(nowhere, by_session)


@pytest.mark.parametrize("key", ["03-01", "12-04", "19-02"])
def test_what_writes_or_stays_is_judged_far_from_utc(judge, key):
    """There `now() AT TIME ZONE 'UTC'` is another moment than now(): in a statement, a trigger, a session."""
    exercise = library.find(key)
    by_utc = exercise.solution.text.replace("now()", "now() AT TIME ZONE 'UTC'")
    in_utc = replace(exercise, key="00-00", front=replace(exercise.front, timezone="UTC"))

    assert judge.check(exercise, by_utc).state is State.NOT_YET
    assert judge.check(in_utc, by_utc).state is State.CORRECT


def test_digits_say_how_far_numbers_are_compared():
    """With one digit 66.66 is 66.7."""
    assert words(result(("66.66",)), result(("66.7",)), digits=1) == []
    assert words(result(("66.66",)), result(("66.7",))) != []


def test_a_half_goes_up_as_the_server_rounds_it():
    """Whether an average that nobody rounded passes does not hang on the rows that were drawn."""
    for average, rounded in (("62.25", "62.3"), ("62.35", "62.4"), ("-0.25", "-0.3"), ("0.15", "0.2")):
        assert words(result((average,)), result((rounded,)), digits=1) == []


@pytest.mark.parametrize("nature", NATURES, ids=lambda nature: nature.name)
def test_hidden_rows_keep_the_strict_rules(judge, nature):
    """Nobody is blamed for rows that chapter 06 would refuse: a strict database takes them all."""
    sample = draw_sample(nature, judge.ground.random)
    with judge.ground.stages.on("strict") as stage, judge.ground.own_session(stage.database) as inside:
        put_in(inside, sample)
        count = inside.execute("SELECT count(*) FROM public.lesson_progress").fetchone()[0]

    assert count == len(sample.tables["lesson_progress"])


def test_averages_and_rates_that_hang_on_how_a_half_is_rounded(judge):
    """Of each kind of wrong rounding there is a course that tells it from the right one."""
    nature = next(one for one in NATURES if one.exact)
    with judge.ground.stages.on("strict") as stage, judge.ground.own_session(stage.database) as inside:
        put_in(inside, draw_sample(nature, judge.ground.random))
        for value in ("avg(score)", "100.0 * count(*) FILTER (WHERE completed) / count(*)"):
            for wrong in ("round({}::float8 * 10) / 10", "round(round({}, 2), 1)", "trunc({}, 1)"):
                query = f"SELECT round({value}, 1) <> ({wrong.format(f'({value})')})::numeric"
                rows = inside.execute(f"{query} FROM public.lesson_progress GROUP BY course_id").fetchall()

                assert (True,) in rows, wrong


def test_a_query_is_tried_on_data_sets_of_each_nature_and_on_one_that_is_seen(judge):
    """One visible, the others hidden, and the hidden ones are not the same for the next judge."""
    sets = judge.ground.standard()
    samples = [data.sample for data in sets if data.sample]
    other = draw_sample(NATURES[3], judge.ground.random)

    assert [data.visible for data in sets] == [True] + [False] * len(NATURES)
    assert other.tables["users"] != samples[3].tables["users"]


def test_the_big_table_is_of_today(judge):
    """Its last month must have rows: an index for them is judged by it."""
    names = {base: base_name(judge.ground.cage, base) for base in ("tables", "large")}

    assert re.fullmatch(r"\w+_large_[0-9a-f]{10}_\d{8}", names["large"])
    assert re.fullmatch(r"\w+_tables_[0-9a-f]{10}", names["tables"])


def test_the_smallest_data_are_shown(judge):
    """Two courses of one title and nothing else tell grouping by title from grouping by course."""
    exercise = library.find("14-01")
    wrong = next(answer for answer in exercise.wrong if answer.name == "by_title")
    verdict = judge.check(exercise, wrong.text)
    grids = {grid.caption: grid.rows for grid in verdict.example}

    assert len(grids["courses"]) == 2
    assert len({title for _, title in grids["courses"]}) == 1
    assert grids["lesson_progress"] == ()
    assert len(grids["wanted"]) == 2


def test_empty_and_untouched_answers_are_no_attempts(judge):
    """Comments, blanks and the stub itself: nothing was tried."""
    exercise = library.find("14-01")

    for text in ("", " ;\n", "-- later", "/* a /* b */ c */", exercise.stub, exercise.stub.upper()[:0]):
        assert judge.check(exercise, text).state is State.NOT_ATTEMPTED


def test_an_error_is_short_and_points_at_its_place(judge):
    """The message, the student's own line, the caret, the code."""
    verdict = judge.check(library.find("14-01"), "SELECT title,\n  nonsense\nFROM courses")

    assert verdict.state is State.COULD_NOT_RUN
    assert verdict.differences[0].text.splitlines() == [
        'column "nonsense" does not exist',
        "LINE 2:   nonsense",
        "          ^",
        "SQLSTATE 42703 (undefined_column)",
    ]


def test_a_verdict_reads_as_text_and_as_plain_html(judge):
    """The same words in both; no style block, no script, nothing that a sanitiser takes away."""
    verdict = judge.check(library.find("14-01"), FAILS)
    shown = told_verdicts.ShownVerdict(verdict, "1 hint left")

    assert repr(shown).splitlines()[0] == "✗ 14-01 Completion rate of each course: not yet"
    assert "Two courses of one title" in shown._repr_html_()
    assert not [
        bad
        for bad in ("<style", "<svg", "<script", "var(", "aria-", "font-family")
        if bad in shown._repr_html_()
    ]


def test_html_of_a_verdict_escapes_what_a_student_wrote(judge):
    """A title that looks like markup is text."""
    verdict = judge.check(library.find("14-01"), "SELECT '<img src=x onerror=alert(1)>', 1.0")

    assert "<img" not in told_verdicts.ShownVerdict(verdict)._repr_html_()


def test_a_desk_counts_tries_and_hints_and_tells_listeners(desk):
    """One place hears of every verdict that is a try."""
    heard = []

    class Ear:
        """Notes what it hears."""

        def __call__(self, exercise, verdict, answer):
            heard.append((exercise.key, verdict.state, answer))

        def close(self):
            heard.append("closed")

    desk.listeners = (Ear(),)
    exercise = library.find("14-01")
    desk.answer(exercise, exercise.stub)
    desk.answer(exercise, FAILS)
    desk.answer(exercise, PASSES)

    assert heard == [("14-01", State.NOT_YET, FAILS), ("14-01", State.CORRECT, PASSES)]
    assert desk.work(exercise).tries == 2


def test_hints_come_one_by_one_and_begin_anew_after_a_reset(desk):
    """Each call gives the next; the last stays."""
    exercise = library.find("14-01")
    given = [desk.hint(exercise) for _ in range(4)]

    assert [left for _, left in given] == [2, 1, 0, 0]
    assert given[3] == given[2]
    desk.reset("14-01")
    assert desk.hints_left(exercise) == 3


@pytest.mark.slow
def test_the_solution_comes_after_a_try(desk):
    """Before it, an error says what to do; after it there are the solution, its why, and other ways."""
    exercise = library.find("14-01")
    with pytest.raises(NotExpected, match="after a try"):
        told_verdicts.solution(desk, exercise)
    desk.answer(exercise, FAILS)
    page = told_verdicts.solution(desk, exercise)

    assert exercise.solution.note in repr(page)
    assert all(right.text in repr(page) for right in exercise.right)


def test_exercises_are_found_by_key_name_and_path():
    """What a student types finds it; what is not there is said with what is."""
    wanted = library.find("06-01").key

    assert {
        library.find(name).key
        for name in ("6-1", "06-01", "01_quiz_result", "06_constraints/01_quiz_result/stub.sql")
    } == {wanted}
    with pytest.raises(UnknownName, match="chapter 06 has"):
        library.find("06-99")


BROKEN = {
    "no front matter": ("exercise.md", "Question", "begins with TOML"),
    "no TOML": ("exercise.md", "+++\ntitle\n+++\nQ", "not TOML"),
    "unknown key": ("exercise.md", '+++\ntitle = "t"\nkind = "query"\ncolour = 1\n+++\nQ', "front matter"),
    "unknown kind": ("exercise.md", '+++\ntitle = "t"\nkind = "essay"\n+++\nQ', "kind is 'essay'"),
    "a probe without verb": ("probe.sql", "--@ hope: it works\nSELECT 1", "hope"),
    "a code that is none": ("probe.sql", "--@ refused no: x\nSELECT 1", "refused"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_folder_says_what_is_wrong(tmp_path, name):
    """A founder reads which file, and what is wanted in it."""
    folder = tmp_path / "14_analytics" / "09_mine"
    folder.mkdir(parents=True)
    for file, text in (
        ("exercise.md", '+++\ntitle = "t"\nkind = "query"\n+++\nQ'),
        ("stub.sql", "x"),
        ("solution.sql", "x"),
    ):
        (folder / file).write_text(text, encoding="utf-8")
    file, text, said = BROKEN[name]
    (folder / file).write_text(text, encoding="utf-8")

    with pytest.raises(ContentError, match=said):
        read_exercise(folder)


def test_an_exercise_that_does_not_prove_itself_is_told(judge):
    """Each rule can fail: a wrong answer that passes, a right one that fails, a stub that is right."""
    exercise = library.find("14-01")
    solution = exercise.solution
    broken = replace(
        exercise,
        stub=PASSES,
        right=(replace(solution, text=FAILS, note="x"),),
        wrong=(
            replace(exercise.wrong[0], text=solution.text),
            replace(exercise.wrong[1], says=("nonsense",)),
        ),
    )
    said = "\n".join(map(str, prove(judge, broken)))

    for wanted in (
        *("right/: have 1", "wrong/: have 2", "stub: is a right answer"),
        *("right/solution: must pass and does not", "must fail and is 'correct'", "does not say 'nonsense'"),
    ):
        assert wanted in said


@pytest.mark.slow
def test_a_judge_that_lost_the_server_judges_all_the_same(server):
    """An interruption is not the answer's doing: it is judged again, and so are the next ones."""
    desk, design = Desk(lambda: server), library.find("06-01")
    try:
        desk.answer(library.find("14-01"), PASSES)
        lost = desk._judge.ground.cage.admin.info.backend_pid
        with connect(server.dsn) as connection:
            connection.execute("SELECT pg_terminate_backend(%s, 10000)", [lost])

        assert desk.answer(design, design.solution.text).correct
        assert desk.answer(design, design.solution.text).correct
    finally:
        desk.close()


def test_files_notebooks_and_folders_are_read(tmp_path):
    """By name, by first line, by %%answer; the last answer of a notebook counts."""
    (tmp_path / "ada").mkdir()
    (tmp_path / "ada" / "14-01.sql").write_text(PASSES, encoding="utf-8")
    (tmp_path / "ada" / "mine.sql").write_text(f"-- exercise: 06-01\n{PASSES}", encoding="utf-8")
    cells = ["%%answer 14-01\nSELECT 1", "%%answer 14-01\nSELECT 2", "print(1)"]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    nbformat.write(notebook, tmp_path / "bo.ipynb")
    found = [(Path(one.where).relative_to(tmp_path).as_posix(), one.key) for one in collect(tmp_path)[0]]

    assert sorted(found) == [("ada/14-01.sql", "14-01"), ("ada/mine.sql", "06-01"), ("bo.ipynb", "14-01")]
    assert [one.text for one in collect(tmp_path / "bo.ipynb")[0]] == ["SELECT 2"]


@pytest.mark.parametrize(
    "above", ["", "# mine\n", "-- mine\n", "\n  # mine\n\n-- and this\n", "# %%answer 06-01\n", "# ä\r\n"]
)
@pytest.mark.parametrize("name", ["x.ipynb", "x.sql"])
def test_an_answer_below_a_comment_is_found(tmp_path, above, name):
    """A kernel runs `%%answer` there, so `check` judges it; the comment is no part of the answer."""
    source = f"{above}%%answer 14-01\nSELECT 1"
    cell = {"cell_type": "code", "source": source}
    written = json.dumps({"cells": [cell]}) if name.endswith("ipynb") else source
    (tmp_path / name).write_bytes(written.encode())
    assert [("14-01", "SELECT 1")] == [(one.key, one.text) for one in collect(tmp_path / name)[0]]


@pytest.mark.parametrize("above", ["x = 1\n", '"""\n', "SELECT 1;\n"])
def test_no_answer_stands_below_anything_else(tmp_path, above):
    """What no kernel takes for an answer is none."""
    cell = {"cell_type": "code", "source": f"{above}%%answer 14-01\nSELECT 1"}
    (tmp_path / "x.ipynb").write_text(json.dumps({"cells": [cell]}))
    (tmp_path / "14-02.sql").write_text("SELECT 1")
    assert [one.key for one in collect(tmp_path)[0]] == ["14-02"]


@pytest.mark.slow
def test_a_folder_is_judged_whatever_somebody_puts_into_it(tmp_path):
    """One who hands in what cannot be read hears so; the others get their verdicts."""
    folder, outside = tmp_path / "class", tmp_path / "solution.sql"
    outside.write_text(PASSES, encoding="utf-8")
    (folder / ".ipynb_checkpoints").mkdir(parents=True)
    (folder / ".ipynb_checkpoints" / "14-01.sql").write_text(PASSES, encoding="utf-8")
    (folder / "deep").mkdir()
    (folder / "deep" / "x.ipynb").write_text('{"cells":' + "[" * 100_000, encoding="utf-8")
    (folder / "folder 14-01.sql").mkdir()
    (folder / "link 14-01.sql").symlink_to(outside)
    (folder / "loop 14-01.sql").symlink_to("loop 14-01.sql")
    cell = nbformat.v4.new_code_cell("%%answer 14-01\nSELECT 'HALF'")
    half = nbformat.writes(nbformat.v4.new_notebook(cells=[cell])).replace("HALF", "\\ud800")
    (folder / "half.ipynb").write_text(half, encoding="utf-8")
    for name, written in {
        "binary 14-01.sql": b"\xff\x00\x9f",
        "latin 14-01.sql": "SELECT 'ä'".encode("latin-1"),
        "mark 14-01.SQL": PASSES.encode("utf-8-sig"),
        "mark.sql": f"-- exercise: 14-01\n{PASSES}".encode("utf-8-sig"),
        "old mac 14-01.sql": PASSES.replace("\n", "\r").encode(),
        "shell 14-01.sql": PASSES.encode("utf-16"),
        "windows 14-01.sql": PASSES.replace("\n", "\r\n").encode(),
        "red\x1b[31m 14-01.sql": b"",
    }.items():
        (folder / name).write_bytes(written)
    (folder / "zeros 14-01.sql").touch()
    os.truncate(folder / "zeros 14-01.sql", 2**26)
    verdicts = tmp_path / "v.json"
    done = CliRunner().invoke(commands, ["check", str(folder), "--brief", "--json", str(verdicts)])
    data = json.loads(verdicts.read_text(encoding="utf-8"))
    found = {Path(one["where"]).relative_to(folder).as_posix(): one["verdict"] for one in data}

    assert found == {
        "binary 14-01.sql": "could not run",
        "deep/x.ipynb": "could not run",
        "half.ipynb": "could not run",
        "latin 14-01.sql": "could not run",
        "link 14-01.sql": "could not run",
        "loop 14-01.sql": "could not run",
        "mark 14-01.SQL": "correct",
        "mark.sql": "correct",
        "old mac 14-01.sql": "correct",
        "red\\x1b[31m 14-01.sql": "not attempted",
        "shell 14-01.sql": "correct",
        "windows 14-01.sql": "correct",
        "zeros 14-01.sql": "could not run",
    }
    assert done.exit_code == 1
    assert "\x1b" not in done.output


@pytest.mark.slow
def test_check_judges_a_folder_and_writes_json_and_junit(tmp_path):
    """The command says what the notebook says, and exits with 1 when something is not correct."""
    (tmp_path / "14-01-ada.sql").write_text(PASSES, encoding="utf-8")
    (tmp_path / "14-01-bo.sql").write_text(FAILS, encoding="utf-8")
    (tmp_path / "99-01.sql").write_text("SELECT 1", encoding="utf-8")
    verdicts, junit = tmp_path / "v.json", tmp_path / "v.xml"
    done = CliRunner().invoke(
        commands, ["check", str(tmp_path), "--brief", "--json", str(verdicts), "--junit", str(junit)]
    )
    data = json.loads(verdicts.read_text(encoding="utf-8"))

    assert done.exit_code == 1
    assert [one["verdict"] for one in data] == ["correct", "not yet", "could not run"]
    assert data[1]["mistake"] == library.find("14-01").wrong[0].note
    assert ET.parse(junit).getroot().attrib["failures"] == "2"  # noqa: S314 - we wrote it


@pytest.mark.slow
def test_a_class_is_judged_although_one_file_cannot_be_read(tmp_path):
    """It is a verdict of its own; checkpoints are no answers, and a file that names no exercise is named."""
    (tmp_path / "14-01-ada.sql").write_text(PASSES, encoding="utf-8")
    (tmp_path / "14-01-bo.sql").write_bytes(b"SELECT 'caf\xe9'")
    (tmp_path / "cy.ipynb").write_text("{", encoding="utf-8")
    (tmp_path / "dee.sql").write_text("SELECT 1", encoding="utf-8")
    (tmp_path / ".ipynb_checkpoints").mkdir()
    (tmp_path / ".ipynb_checkpoints" / "14-01-checkpoint.sql").write_text(FAILS, encoding="utf-8")
    done = CliRunner().invoke(commands, ["check", str(tmp_path), "--brief"])
    *lines, _ = done.output.splitlines()

    assert done.exit_code == 1
    assert lines == [
        f"✓ 14-01 Completion rate of each course: correct  ({tmp_path / '14-01-ada.sql'})",
        f"! ? not read: could not run  ({tmp_path / '14-01-bo.sql'})",
        f"! ? not read: could not run  ({tmp_path / 'cy.ipynb'})",
        f"left out, for they do not say which exercise they answer: {tmp_path / 'dee.sql'}",
    ]


def test_a_folder_without_an_answer_does_not_pass(tmp_path):
    """A CI that looks into the wrong folder hears of it."""
    (tmp_path / "ada.sql").write_text(PASSES, encoding="utf-8")
    done = CliRunner().invoke(commands, ["check", str(tmp_path)])

    assert done.exit_code == 1
    assert "there is no answer in" in done.output


@pytest.mark.slow
def test_check_passes_when_all_is_correct(tmp_path):
    """Exit code 0."""
    (tmp_path / "14-01.sql").write_text(PASSES, encoding="utf-8")

    assert CliRunner().invoke(commands, ["check", str(tmp_path / "14-01.sql")]).exit_code == 0


@pytest.mark.slow
def test_the_magic_shows_a_verdict(server, shell):
    """%%answer KEY above an answer; the verdict is what the cell gives."""
    desk = Desk(lambda: server)
    register(shell, None, desk)
    try:
        shown = shell.run_cell_magic("answer", "14-01", PASSES)
        with pytest.raises(LessonLabError, match="no exercise"):
            shell.run_cell_magic("answer", "98-01", PASSES)
    finally:
        desk.close()

    assert repr(shown).splitlines()[0] == "✓ 14-01 Completion rate of each course: correct"


@pytest.mark.parametrize("kind", KINDS)
def test_new_makes_a_folder_that_can_be_tested(kind, judge, tmp_path, monkeypatch):
    """What `lessonlab exercise new` makes is read, and `exercise test` says all that is still to do."""
    monkeypatch.setattr("lessonlab.content.folder", lambda _: tmp_path)
    done = CliRunner().invoke(
        commands, ["exercise", "new", "14_analytics", "dropout", "--kind", kind, "--title", 'Say "gone"']
    )
    assert done.exit_code == 0, done.output
    exercise = read_exercise(tmp_path / "14_analytics" / "01_dropout")

    assert exercise.title == 'Say "gone"'
    assert "wrong/: have 1, want at least 4" in "\n".join(map(str, prove(judge, exercise)))


def test_new_adds_nothing_to_an_installed_course(tmp_path, monkeypatch):
    """What it would write is gone with the next version: where to write it is said."""
    monkeypatch.setattr("lessonlab.content.HERE", tmp_path)
    for name in ("exercises", "notebooks"):
        (tmp_path / name).mkdir()
    done = CliRunner().invoke(commands, ["exercise", "new", "14_analytics", "dropout"])

    assert (done.exit_code, done.output.splitlines()[-1]) == (
        1,
        "next: clone the repository, then python -m pip install -e .",
    )
    assert not list((tmp_path / "exercises").iterdir())


@pytest.mark.parametrize(
    ("chapter", "slug", "said"),
    [("14_analytics", "a__b", "a slug in lower case"), ("14_other", "x", "chapter 14 is '14_analytics'")],
)
def test_new_refuses_names_that_nothing_could_read(chapter, slug, said, tmp_path, monkeypatch):
    """A second chapter of one number would make two exercises of one key."""
    monkeypatch.setattr("lessonlab.content.folder", lambda _: tmp_path)
    (tmp_path / "14_analytics").mkdir()
    done = CliRunner().invoke(commands, ["exercise", "new", chapter, slug])

    assert (done.exit_code, said in done.output) == (1, True), done.output
    assert not list(tmp_path.glob("*/*"))


@pytest.mark.parametrize(
    ("front", "said"),
    [
        ('kind = "query"', "the front matter has no title"),
        ('title = "a"\nkind = ["query"]', "kind is ['query']; want a text"),
        ('title = "a"\nkind = "query"\ndigts = 1', "has 'digts'; want some of title, kind, level"),
        ('title = "a"\nkind = "query"\nseconds = "3"', "seconds is '3'; want a number"),
        ('title = "a"\nkind = "design"\nallow = "trigger"', "allow is 'trigger'; want a list"),
    ],
)
def test_a_front_matter_that_cannot_be_used_says_why(front, said, tmp_path):
    """Each part by its name, and what is wanted of it."""
    with pytest.raises(ContentError) as caught:
        read_front(f"+++\n{front}\n+++\nCount.\n", tmp_path)

    assert said in caught.value.message


def test_a_list_of_equivalents_that_cannot_be_read_says_why(tmp_path, monkeypatch):
    """Our error, not TOML's."""
    monkeypatch.setattr("lessonlab.content.folder", lambda _: tmp_path)
    assert CliRunner().invoke(commands, ["exercise", "new", "14_analytics", "dropout"]).exit_code == 0
    folder = tmp_path / "14_analytics" / "01_dropout"
    for text, said in (("sql = ", "is not TOML"), ('[[mutant]]\nsql = "x"\n', "without sql or why")):
        (folder / "equivalent.toml").write_text(text, encoding="utf-8")
        with pytest.raises(ContentError, match=said):
            read_exercise(folder)


@pytest.mark.slow
def test_what_breaks_while_an_exercise_is_judged_is_a_fault_of_it(judge):
    """A data set, a setup and a solution that the server refuses are said of the exercise, each once."""
    exercise = library.find("14-01")
    for part, said in (
        ({"data": {"mine": "INSERT INTO nowhere VALUES (1)"}}, 'relation "nowhere" does not exist'),
        ({"setup": "CREATE TABLE"}, "syntax error"),
        ({"solution": replace(exercise.solution, text="SELECT FROM")}, "solution: must pass"),
    ):
        faults = list(map(str, prove(judge, replace(exercise, key="14-98", **part))))

        assert any(said in fault for fault in faults)
        assert len(faults) == len(set(faults))


def test_a_chapter_without_exercises_is_an_error():
    """And not all exercises."""
    done = CliRunner().invoke(commands, ["exercise", "test", "77"])

    assert (done.exit_code, "chapter 77 has no exercises" in done.output) == (1, True)


@pytest.mark.slow
def test_a_check_is_an_attempt_and_the_last_pass_completes_the_chapter(server):
    """
    Written by the service, in a database that outlives labs: attempts, completions, and the chapter itself.
    """
    record = Record(lambda: server, f"ada-{uuid.uuid4().hex[:8]}")
    chapter = library.exercises(14)
    done = State.CORRECT
    try:
        record(chapter[0], Verdict(chapter[0].key, "", State.NOT_YET))
        first = record.service().lesson(record.reader, EXERCISES, chapter[0].key)
        record(chapter[0], Verdict(chapter[0].key, "", done))
        early = record.service().lesson(record.reader, COURSE, chapter[0].chapter)
        for exercise in chapter[1:]:
            record(exercise, Verdict(exercise.key, "", done))
        again = Record(lambda: server, record.name)
        passed = again.passed()
        whole = again.service().lesson(again.reader, COURSE, chapter[0].chapter)
        last = again.service().lesson(again.reader, EXERCISES, chapter[0].key)
        again.close()
        listed = passed_by(server, record.name), passed_by(server, "somebody else")
    finally:
        record.close()
        provider.drop_clone(server, database_name(record.name))

    assert (first.attempts, first.score, first.completed) == (1, 0, False)
    assert (last.attempts, last.score, last.completed) == (2, 100, True)
    assert {exercise.key for exercise in chapter} == passed
    assert (passed, set()) == listed
    assert not early.completed
    assert whole.completed


def test_a_record_that_cannot_be_kept_does_not_disturb():
    """A server that is gone, a role that may not: the verdict stands all the same."""
    exercise = library.find("14-01")
    record = Record(lambda: Server("postgresql://127.0.0.1:1/none", local=False), "nobody")

    assert record(exercise, Verdict(exercise.key, "", State.CORRECT)) is None


def test_answer_without_the_table_is_a_verdict(judge):
    """What the rows of an answer are read from may be missing: the verdict says so, and nothing is raised."""
    verdict = judge.check(library.find("04-02"), "SELECT 1")

    assert State.NOT_YET is verdict.state
    assert 'relation "invited" does not exist (SQLSTATE 42P01)' in told_verdicts.text(verdict)


NOTHING_DONE = {  # which is what is wrong
    "03-02": "A lesson is missing in the end: nobody wrote it, or the other session wrote over it.",
    "09-02": "In the end the lesson has no row: nobody made it.",
}


@pytest.mark.parametrize("key", ["12-01", "12-02", "03-02", "09-02", "07-01", "13-03", "18-02", "21-02"])
def test_answer_that_does_nothing_makes_no_known_mistake(judge, key):
    """To fail like a mistake is not to have made it: somebody without a trigger hears nothing of AFTER."""
    assert NOTHING_DONE.get(key, "") == judge.check(library.find(key), "SELECT 1").mistake


@pytest.mark.parametrize("key", ["07-01", "12-02", "18-02", "13-03"])
def test_answer_that_does_nothing_is_told_so(judge, key):
    """That nothing came of it stands behind all that fails because of it."""
    found = judge.check(library.find(key), "SELECT 1").differences

    assert found[-1].word == "nothing is new"
    assert len(found) > 1


def test_a_column_that_is_called_otherwise_is_no_matter_of_its_type(judge):
    """The server names the column that is not there, and no cause of another mistake is given."""
    verdict = judge.check(
        library.find("06-01"),
        """CREATE TABLE quiz_result (user_id uuid NOT NULL, lesson_id text NOT NULL,
           try int NOT NULL CHECK (try >= 1), score int CHECK (score BETWEEN 0 AND 100),
           UNIQUE (user_id, lesson_id, try))""",
    )

    assert 'column "attempt" does not exist (SQLSTATE 42703)' in verdict.differences[0].text
    assert "" == verdict.mistake


def test_another_name_for_a_table_makes_no_known_mistake(judge):
    """What is refused because the table is called otherwise says nothing of its key."""
    verdict = judge.check(library.find("18-02"), "CREATE TABLE bookmarks (id INTEGER)")

    assert "" == verdict.mistake
    assert '"bookmark" does not exist' in told_verdicts.text(verdict)


def test_first_of_many_differences_says_what_the_server_said(judge):
    """Of many differences the first is in full: it holds the cause of the others."""
    text = told_verdicts.text(judge.check(library.find("06-01"), "CREATE TABLE quizresult (id INTEGER)"))

    assert 1 == text.count('relation "quiz_result" does not exist (SQLSTATE 42P01)')


def test_key_that_leaves_the_try_out_is_named(judge):
    """One row for a lesson forbids a second try; the edges of the score are not blamed."""
    verdict = judge.check(
        library.find("06-01"),
        """CREATE TABLE quiz_result (user_id uuid NOT NULL, lesson_id text NOT NULL,
           attempt int NOT NULL CHECK (attempt >= 1), score int CHECK (score BETWEEN 0 AND 100),
           UNIQUE (user_id, lesson_id))""",
    )

    assert [
        "refused, but should be accepted: a second try, and a third",
        "refused, but should be accepted: two tries that are not marked yet",
        "refused, but should be accepted: two tries with the same score",
    ] == [str(one).splitlines()[0] for one in verdict.differences]
    assert "leaves the number of the try out" in verdict.mistake


def test_empty_answer_was_not_attempted(desk, shell):
    """IPython takes no cell magic without a body; here it is an answer that was not attempted."""
    register(shell, None, desk)

    done = shell.run_cell("%%answer 06-02")

    assert State.NOT_ATTEMPTED is done.result.verdict.state


@pytest.mark.parametrize("name", [6, "", "'06-99'"])
def test_what_is_no_key_is_said_without_a_traceback(name):
    """A number, nothing at all, a key in quotes: an error of ours."""
    with pytest.raises(UnknownName):
        library.find(name)


def test_prediction_reads_other_habits(judge):
    """Capital names, a bracket behind them, a comment of SQL's."""
    text = "A) 23514\nB: accepted -- NULL passes\nc = 23503\nD: 23505\ne: 23502"

    assert judge.check(library.find("06-02"), text).correct


@pytest.mark.parametrize(
    "line",
    [
        "- `a`: 23514",
        "* a) 23514",
        "**a**: 23514",
        "a -> 23514",
        "a 23514",
        "| a | 23514 |",
        "a: `23514`.",
        "A = '23514'",
    ],
)
def test_prediction_reads_what_people_write(line):
    """Bullets, ticks, bold, arrows, a row of a table: a list is copied from the question as it stands."""
    assert {"a": "23514"} == read_predictions(line, ("a", "b"))


@pytest.mark.parametrize(
    ("said", "truth"),
    [
        ("2,250", "2250"),
        ("14 hours", "14"),
        ("12 rows", "12"),
        ("8:00", "08:00"),
        ("1,010 rows", "1010"),
        ("5 of five", "5"),
        ("five of five", "5"),
        ("none of the five", "0"),
        ("3 of 5 rows", "3"),
        ("0", "0.0"),
    ],
)
def test_a_number_may_have_a_unit_and_a_time_no_zero(said, truth):
    """What people write behind a number, or leave out before a time, is no other answer."""
    assert agrees(said, truth)


@pytest.mark.parametrize(
    ("said", "truth"),
    [
        ("12 or 13", "12"),
        ("2,25", "225"),
        ("18:00", "08:00"),
        ("23505 rows", "23505"),
        ("4 of five", "5"),
        ("5 of five or six", "5"),
        ("five of 23505", "23505"),
        ("one", "accepted"),
    ],
)
def test_two_answers_and_another_number_are_not_read_as_the_right_one(said, truth):
    """The habits are read, and nothing is guessed."""
    assert not agrees(said, truth)


def test_code_with_its_name_must_mean_both():
    """Who writes two that differ has said neither."""
    assert agrees("23505 (unique_violation)", "23505")
    assert not agrees("23505 (check_violation)", "23505")


def test_prediction_that_can_be_guessed_names_no_line(judge):
    """Of two possible answers the other would be right: it is said how many are wrong, and not which."""
    text = "\n".join(f"{name}: no" for name in "abcdef")
    verdict = judge.check(library.find("21-01"), text)

    assert ["not what the server says: 3 of 6"] == [str(one) for one in verdict.differences]
    assert "" == verdict.mistake


def test_mistake_beside_another_one_is_explained(judge):
    """One line as in a stored mistake, another wrong in its own way."""
    exercise = library.find("06-02")
    known = next(answer for answer in exercise.wrong if answer.name == "null_fails")
    verdict = judge.check(exercise, f"{known.text}\na: 23502")

    assert known.note == verdict.mistake
