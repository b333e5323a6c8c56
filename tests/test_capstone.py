"""The capstone: three designs that differ pass every stage, and each wrong one fails for its own reason."""

from __future__ import annotations

import json
import random
import shutil
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from lessonlab import cli
from lessonlab.capstone.draw import Draw
from lessonlab.capstone.judging import OF_USE, SCHEMAS, STAGES, How, judge
from lessonlab.capstone.submission import read_submission
from lessonlab.grading import library
from lessonlab.grading.by_probes import run_script
from lessonlab.grading.ground import Ground
from lessonlab.review import review

pytestmark = pytest.mark.slow

DESIGNS = Path(__file__).with_name("capstone")  # in no wheel: students' machines hold no answers
RIGHT = sorted(path.name for path in (DESIGNS / "right").iterdir())
WRONG = sorted(path.name for path in (DESIGNS / "wrong").iterdir())
SMALL = 0.05


@pytest.fixture(scope="module")
def ground(server):
    """Return a ground that all tests stand on."""
    made = Ground(server)
    yield made
    made.close()


def overlaid(name, folder):
    """Return the wrong design *name*, laid over the right one that it is made from, and what it tells."""
    told = tomllib.loads((DESIGNS / "wrong" / name / "wrong.toml").read_text(encoding="utf-8"))
    shutil.copytree(DESIGNS / "right" / told["base"], folder)
    shutil.copytree(DESIGNS / "wrong" / name, folder, dirs_exist_ok=True)
    for edit in told.get("edit", ()):
        text = (folder / edit["file"]).read_text(encoding="utf-8")
        assert text.count(edit["find"]) == 1, edit["find"]
        (folder / edit["file"]).write_text(text.replace(edit["find"], edit["put"]), encoding="utf-8")
    return folder, told


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("name", RIGHT)
def test_a_right_design_passes(ground, name, stage):
    """Ids, names and numbers: the judge knows of none of them beforehand."""
    (staged,) = judge(ground, read_submission(DESIGNS / "right" / name), [stage], scale=SMALL)

    assert (staged.how, staged.differences) == (How.PASSED, ())


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_design_fails_for_its_reason(ground, name, tmp_path):
    """What is said names the fault, and no stage before it fails."""
    folder, told = overlaid(name, tmp_path / name)
    (staged,) = judge(ground, read_submission(folder), [told["stage"]], scale=told.get("scale", SMALL))

    assert staged.how is How.NOT_YET
    assert any(told["says"] in str(found) for found in staged.differences), staged.differences


def test_a_million_answers(ground):
    """The five questions keep within their pages there too."""
    (staged,) = judge(ground, read_submission(DESIGNS / "right/names"), [4])

    assert (staged.how, staged.differences) == (How.PASSED, ())


def test_no_title_and_no_place_is_drawn_twice():
    """Two quizzes of one title in a course are refused, and rightly: no good day has them by chance."""
    draw = Draw(random.Random(1))  # noqa: S311

    assert 900 == len({draw.title() for _ in range(900)})
    assert 900 == len({draw.place() for _ in range(900)})


def test_a_stage_that_is_not_there_is_no_fault(ground, tmp_path):
    """Each stage can be passed alone."""
    for name in ("parts.toml", "schema.sql"):
        shutil.copy(DESIGNS / "right/ids" / name, tmp_path)
    staged = list(judge(ground, read_submission(tmp_path), scale=SMALL))

    assert [one.how for one in staged] == [How.PASSED, How.PASSED, *[How.NOT_THERE] * 4]
    assert [one.told for one in staged][2:4] == ["there is no start.sql", "there is no questions/1.sql"]


def hand_in(folder, **files):
    """Return *folder* with the design of ids, and *files* in place of some of its own."""
    shutil.copytree(DESIGNS / "right/ids", folder)
    for name, text in files.items():
        (folder / f"{name}.{'toml' if name == 'parts' else 'sql'}").write_text(text, encoding="utf-8")
    return folder


def run(*arguments):
    """Return what the command says."""
    return CliRunner().invoke(cli.commands, [*map(str, arguments)])


QUIZ = "[quiz]\npass_mark = 'p'\ntries = 't'\ncourse = 'c'\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[quiz", "it is not TOML"),
        ("", "[quiz] is missing: every part has a table"),
        ("[quizz]", "there is no part 'quizz', have quiz, question, attempt, answer"),
        ("[quiz]\ntable = 3", "[quiz] does not say which column plays 'title'"),
        (QUIZ + "table = 'q'\ntitle = ['a', 'b']", "[quiz] title: one column plays it, have 2"),
        (QUIZ + "table = ''\ntitle = 'a'", "[quiz] table: want a table's name"),
        (QUIZ + "table = 'q'\ntitle = 'a'\nkind = 'k'", "[quiz] has no 'kind', want table, title"),
    ],
)
def test_a_file_of_parts_that_is_wrong(tmp_path, text, said):
    """The part and the key are named, and what to compare it with."""
    done = run("capstone", hand_in(tmp_path / "x", parts=text), "--stage", 1)

    assert done.exit_code == 1
    assert said in done.output
    assert "next: " in done.output


EMPTY = "; ".join(
    f"CREATE TABLE {table} (id INT PRIMARY KEY)" for table in ("quiz", "question", "attempt", "answer")
)


@pytest.mark.parametrize(
    ("schema", "said"),
    [
        ("", "parts.toml names the table 'quiz', which schema.sql does not make"),
        (EMPTY, "quiz has no column 'course_id', which plays 'course'"),
        ("CREATE TABEL quiz ()", "syntax error"),
        ("DO $$ BEGIN LOOP END LOOP; END $$", "it took too long"),
    ],
)
def test_a_schema_that_is_wrong(ground, tmp_path, schema, said):
    """It is the student's own error, and the judge goes on."""
    (staged,) = judge(ground, read_submission(hand_in(tmp_path / "x", schema=schema)), [1])

    assert staged.how is How.NOT_YET
    assert any(said in str(found) for found in staged.differences), staged.differences


def test_a_folder_to_begin_with(tmp_path):
    """It holds the brief and the files, and no second one is made over it."""
    made, again = (run("capstone", "--new", tmp_path / "my school") for _ in range(2))

    assert made.exit_code == 0
    names = {path.name for path in (tmp_path / "my school").iterdir()}
    assert names == {"brief.md", "parts.toml", "schema.sql", "questions", "change"}
    assert "is not empty" in again.output


def test_the_page_that_a_student_can_show(tmp_path):
    """Each stage stands on it; what an answer brings about is text, and another's file is kept."""
    folder = hand_in(tmp_path / "x", tests="--@ true: <script>alert(1)</script>\nSELECT false;\n")
    done = run("capstone", folder, "--stage", 1, "--stage", 6, "--html", tmp_path / "result.html")
    page = (tmp_path / "result.html").read_text(encoding="utf-8")

    assert done.exit_code == 1
    assert "1 of 6 stages passed" in done.output
    assert "✓ 1 · good days go in, bad days are refused" in page
    assert "&lt;script&gt;" in page
    assert "<script" not in page
    (tmp_path / "mine.html").write_text("mine", encoding="utf-8")
    assert "is kept" in run("capstone", folder, "--stage", 1, "--html", tmp_path / "mine.html").output


def test_check_judges_a_capstone_among_other_answers(tmp_path):
    """A folder with parts.toml is handed in whole; its scripts are no answers of their own."""
    hand_in(tmp_path / "class/Ada B/school")
    (tmp_path / "class/Ben").mkdir()
    hand_in(tmp_path / "class/Ben/school", tests="--@ true: nothing\nSELECT true;\n")
    (tmp_path / "class/Ben/14-01.sql").write_text(library.find("14-01").solution.text, encoding="utf-8")
    done = run("check", tmp_path / "class", "--json", tmp_path / "v.json")
    data = json.loads((tmp_path / "v.json").read_text(encoding="utf-8"))

    assert done.exit_code == 1
    want = [("capstone", "correct"), ("14-01", "correct"), ("capstone", "not yet")]
    assert sorted((one["exercise"], one["verdict"]) for one in data) == sorted(want)
    assert "5 of 6 stages passed" in done.output
    assert "no test notices" in done.output


def test_a_capstone_that_cannot_be_read_ends_no_run(tmp_path):
    """The others are judged, and this one is told why it was not."""
    (tmp_path / "class").mkdir()
    hand_in(tmp_path / "class/Ada", parts="[quiz")
    (tmp_path / "class/14-01.sql").write_text(library.find("14-01").solution.text, encoding="utf-8")
    done = run("check", tmp_path / "class")

    assert "1 correct, 1 could not run" in done.output
    assert "it is not TOML" in done.output


def test_what_is_planted(ground):
    """Every kind of rule is taken out: a test that asks nothing notices none of it."""
    submission = read_submission(DESIGNS / "right/numbers")
    nothing = replace(submission, scripts={**submission.scripts, "tests.sql": "--@ true: yes\nSELECT true;"})
    (staged,) = judge(ground, nothing, [6])
    told = "\n".join(str(found) for found in staged.differences)

    kinds = (
        "CHECK",
        "UNIQUE",
        "FOREIGN KEY",
        "go too",
        "no longer takes",
        "may be NULL",
        "unique index",
        "trigger",
        "without (needed",
    )
    assert [kind for kind in (*kinds, "trigger") if kind not in told] == []


@pytest.mark.parametrize("key", [one.key for one in library.exercises(22) if one.front.answer == "script"])
def test_reference_answers_pass_the_review(ground, key):
    """What the course holds up as an answer is what it teaches."""
    exercise = library.find(key)
    with ground.stages.on(exercise.front.base) as stage, stage.enter() as asking:
        run_script(asking, exercise.setup)
        before = {(found.rule.name, found.object) for found in review(asking, SCHEMAS).findings}
        run_script(asking, exercise.solution.text)
        found = [one for one in review(asking, SCHEMAS).findings if (one.rule.name, one.object) not in before]

    assert [one for one in found if one.rule.level != "note" and one.rule.name not in OF_USE] == []
