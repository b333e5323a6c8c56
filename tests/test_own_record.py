"""What a reader sees of the record: a pass and what is next, the map, answers, the tables themselves."""

from __future__ import annotations

import re
import uuid
from dataclasses import replace

import psycopg
import pytest

import lessonlab
from lessonlab.course.chapters import chapters
from lessonlab.course.outline import find_page, outline
from lessonlab.course.ways import WAYS
from lessonlab.errors import ConfigError, SqlError, UnknownName
from lessonlab.grading import library
from lessonlab.grading.verdict import State, Verdict
from lessonlab.postgres import provider
from lessonlab.postgres.copies import Copies
from lessonlab.postgres.server import Server
from lessonlab.postgres.templates import ensure_template
from lessonlab.queries import queries
from lessonlab.reader import asked, own_answers, told_verdicts
from lessonlab.reader.course_map import CourseMap
from lessonlab.reader.going_on import after_pass, continue_at, minutes_left
from lessonlab.reader.notes import Passage
from lessonlab.reader.own_database import own_dsn
from lessonlab.reader.record import Record
from lessonlab.reader.standing import Standing, read_standing

PASSES = library.find("14-01").solution.text
FAILS = "SELECT title, 1.0 AS rate FROM courses"


@pytest.fixture
def reader(server, monkeypatch):
    """Let the environment name a reader whom nobody knows, and forget them afterwards."""
    name = f"ada-{uuid.uuid4().hex[:8]}"
    monkeypatch.setenv("LESSONLAB_RECORD", "on")
    monkeypatch.setenv("LESSONLAB_READER", name)
    yield name
    dsn = own_dsn(server, name)
    if dsn:
        provider.drop_clone(server, psycopg.conninfo.conninfo_to_dict(dsn)["dbname"])


@pytest.fixture
def own(server, reader, tmp_path, monkeypatch):
    """Return a lab of that reader, whose file lies in a folder of the test."""
    (tmp_path / ".lessonlab").mkdir()
    monkeypatch.setenv("LESSONLAB_WORKSPACE", str(tmp_path))
    ensure_template(server, "small")
    opened = lessonlab.open("14")
    assert opened.desk.record.name == reader
    yield opened
    opened.close()


@pytest.fixture
def record(server, reader, tmp_path):
    """Return that reader's record without a lab."""
    made = Record(lambda: server, reader, tmp_path / "record.json")
    yield made
    made.close()


def tell(record, *keys, state=State.CORRECT, answer=""):
    """Tell *record* that the exercises *keys* were judged."""
    for key in keys:
        record.write(library.find(key), Verdict(key, "", state), answer)


# ---- a pass


@pytest.mark.slow
def test_a_pass_shows_both_rows_counts_and_a_link_to_the_next(own):
    """One's own rows beside the expected, "1 of 2 here", all of them, and the next exercise of the page."""
    page = find_page("14_analytics")
    following = next(key for key in page.exercises if key != "14-01")
    wrong = told_verdicts.judged(own.desk, "14-01", FAILS)
    shown = told_verdicts.judged(own.desk, "14-01", PASSES)
    text, html = repr(shown), shown._repr_html_()
    total = len(library.keys())

    assert wrong.onward is None
    assert "in all" not in repr(wrong)
    assert f"1 of {len(page.exercises)} here, 1 of {total} in all; next: {following} " in text
    assert f'<a href="14_analytics.ipynb#cell-id=exercise-{following}">{following} ' in html
    assert re.search(r"yours, 8 rows.*expected, 8 rows", html)
    assert text.index("yours, 8 rows") < text.index("expected, 8 rows") < text.index("1 of ")
    assert own.desk.record.passed() == {"14-01"}


def test_rows_beside_each_other_are_no_part_of_what_is_compared(own):
    """A verdict without them is the same verdict."""
    verdict = own.desk.answer(library.find("14-01"), PASSES)

    assert verdict.beside
    assert Verdict("14-01", verdict.title, State.CORRECT) == verdict


def test_next_is_in_the_page_then_in_the_pages_after_it_then_before():
    """Where all are passed, that is said."""
    known = list(library.keys())
    page = find_page("06_constraints")
    here = list(page.exercises)

    assert after_pass(here[0], ()).next_exercise.startswith(here[1])
    assert after_pass(here[0], here).next_exercise[:3] == "06-"
    assert after_pass(known[-1], known[1:]).next_exercise.startswith(known[0])
    assert (
        after_pass(known[0], known[1:])
        .text()
        .endswith(f"{len(known)} of {len(known)} in all: that was the last one")
    )


@pytest.mark.parametrize("key", sorted(key for page in outline() for key in page.exercises))
def test_each_link_leads_to_a_cell_that_is_there(key):
    """The cell that asks the question, in the page that the link names."""
    spot = after_pass("none", set(library.keys()) - {key}).spot
    name, _, cell = spot.href.partition("#cell-id=")

    assert find_page(name.removesuffix(".ipynb")).cells[spot.number - 1] == cell
    assert key in cell


def test_a_pass_that_cannot_be_recorded_says_so(own):
    """The verdict stands, and one line says what became of the record."""
    own.desk.record._find_server = lambda: Server("postgresql://127.0.0.1:1/none", local=False)
    own.desk.record.close()
    shown = repr(told_verdicts.judged(own.desk, "14-01", PASSES))

    assert shown.startswith("✓ 14-01")
    assert "This pass is not recorded: no server answers at 127.0.0.1:1" in shown
    assert "1 of " in shown


# ---- the map


def test_the_map_of_a_reader_who_begins():
    """Each page with a link, nothing done, all minutes left, and the three ways through it."""
    shown = CourseMap(Standing())
    text, html = repr(shown), shown._repr_html_()
    left = sum((page.heading.minutes or 0) + page.heading.exercise_minutes for page in outline())

    assert text.splitlines()[0] == "Begin with 00_start_here"
    assert (
        f"0 of {len(outline())} pages done, 0 of {len(library.keys())} exercises passed, about {left // 60} h"
        in text
    )
    assert [
        f'<a href="{one.filename}">' for one in chapters() if f'<a href="{one.filename}">' not in html
    ] == []
    assert html.count('scope="col"') == 5
    assert "lab.tracking(False)" in text


def test_a_way_takes_no_longer_than_it_says():
    """Two hours are two hours of reading, of pages that are there."""
    pages = {page.chapter.key: page.heading.minutes or 0 for page in outline()}

    assert {"two hours", "a day"} == {path.name for path in WAYS}
    assert [path.name for path in WAYS if sum(pages[key] for key in path.pages) > path.minutes] == []


def test_the_map_says_where_to_go_on(record, server):
    """After the cell that was run last; then at the exercise that is left; then with the next page."""
    page = find_page("06_constraints")
    said = []
    for number in (14, len(page.cells)):
        record.read_on(page.name, Passage(60, page.cells[number - 1], number))
        found = read_standing(server, record.name)
        said.append(CourseMap(found).where())
        if number == 14:
            left = minutes_left(page, found)
    tell(record, *page.exercises)
    done = read_standing(server, record.name)

    first = min(page.number(cell) for cell in page.exercises.values()) - 1
    assert said == ["Continue at 06_constraints, cell 15", f"Continue at 06_constraints, cell {first}"]
    assert 0 < left < page.heading.minutes + page.heading.exercise_minutes
    assert CourseMap(done).where() == "Continue at 06b_bad_rows"
    assert continue_at(done).href == "06b_bad_rows.ipynb"
    assert "✓ done" in next(line for line in repr(CourseMap(done)).splitlines() if line.startswith(" 06  |"))


def test_passing_a_page_s_exercises_completes_it(record, server):
    """Its row, and the course's, in step."""
    *first, last = find_page("06_constraints").exercises
    tell(record, *first)
    before = read_standing(server, record.name).pages["06_constraints"].completed
    tell(record, last)

    assert (before, read_standing(server, record.name).pages["06_constraints"].completed) == (False, True)
    assert record.service().drift() == []


@pytest.mark.slow
def test_a_record_that_cannot_be_read_leaves_a_map(own):
    """The home page is readable without it, and says what is wrong."""
    own.desk.record._find_server = lambda: Server("postgresql://127.0.0.1:1/none", local=False)
    own.desk.record.close()
    shown = repr(own.progress())

    assert shown.startswith("Begin with 00_start_here")
    assert "Your record cannot be read: no server answers at 127.0.0.1:1" in shown


@pytest.mark.slow
def test_a_run_without_a_reader_has_the_map_of_one_who_begins(lab):
    """So the stored page 00 is the same on every machine; what needs a record says that there is none."""
    told_verdicts.judged(lab.desk, "14-01", PASSES)

    assert repr(lab.progress()) == repr(CourseMap(Standing()))
    for call in (lambda: lab.answers("14-01"), lambda: lab.mine, lambda: lab.tracking(False)):
        with pytest.raises(ConfigError, match="no record is kept in this run"):
            call()


# ---- a question


@pytest.mark.slow
def test_a_question_shows_tables_expected_rows_and_what_is_known_of_it(own):
    """Columns and two rows of the class; the last answer, its verdict and when it was passed."""
    before = repr(own.exercise("14-01"))
    own.desk.answer(library.find("14-01"), PASSES)
    own.desk.answer(library.find("14-01"), FAILS)
    after = repr(own.exercise("14-01"))
    design = repr(own.exercise("12-01"))

    assert re.search(
        r"^- `?courses`?: id, title, lesson_count, passing_score, created_at$", before, re.MULTILINE
    )
    assert "Expected on the class that you see: 8 rows, of which two." in before
    assert re.search(
        r"^\| title \| rate \|\n\|---\|---\|\n(\| \S.* \| [\d.]+ \|\n){2}\n", before, re.MULTILINE
    )
    assert "last answer" not in before
    assert re.search(
        r"You passed it at 20.*Your last answer, at 20.*: not yet\..*1\.0 AS rate", after, re.DOTALL
    )
    assert "Expected" not in design
    assert "course_progress" in design


def test_a_question_can_be_read_without_a_server():
    """Nothing stands beside it then."""
    copies = Copies(lambda: Server("postgresql://127.0.0.1:1/none", local=False))

    assert asked.beside_question(library.find("14-01"), copies) == []


def test_what_is_of_this_moment_is_marked(small):
    """A figure that counts back from now, and a day, are others tomorrow."""
    exercise = library.find("14-01")
    today = replace(
        exercise, solution=replace(exercise.solution, text="SELECT 3 AS n, now() > '2020-01-01' AS x")
    )
    with psycopg.connect(small) as connection:
        told = asked.expected(today, connection)

    assert told.splitlines()[0] == "Expected on the class that you see: ⟨1 row⟩."
    assert told.splitlines()[-1] in {"| ⟨3⟩ | ⟨t⟩ |", "| ⟨3⟩ | ⟨true⟩ |"}


# ---- answers


def test_answers_are_listed_and_can_be_put_back(own, shell):
    """The first one first, the same one once; what is put back is a cell that can be run."""
    for answer in (FAILS, PASSES, FAILS):
        own.desk.answer(library.find("14-01"), answer)
    listed = own.answers("14-1")
    cell = own_answers.chosen("14-01", own.desk.record.answers("14-01"), 1)
    own_answers.put_back(shell, cell)

    assert [(row[0], row[2], row[3]) for row in listed.rows] == [
        (1, "correct", PASSES.strip()),
        (2, "not yet", FAILS),
    ]
    assert (shell.rl_next_input, cell.splitlines()[0]) == (cell, "%%answer 14-01")
    with pytest.raises(UnknownName, match="no answer 7 to 14-01, have 1 to 2"):
        own.answers("14-01", 7)


def test_a_pass_can_be_taken_back(own, server, reader):
    """The row goes, the course's follows, and the answers stay."""
    own.desk.answer(library.find("14-01"), PASSES)
    own.forget("14-01")
    kept = own.desk.record.passed()
    own.forget("14-01", passed=True)

    assert (kept, own.desk.record.passed()) == ({"14-01"}, set())
    assert len(own.answers("14-01").rows) == 1
    assert own.desk.record.service().drift() == []
    assert "14-01" not in read_standing(server, reader).exercises


def test_only_the_last_answers_are_kept(record):
    """Twenty to an exercise, the newest."""
    for number in range(25):
        tell(record, "14-01", state=State.NOT_YET, answer=f"SELECT {number}")
    kept = record.answers("14-01")

    assert [one.answer for one in kept] == [f"SELECT {number}" for number in range(5, 25)]


# ---- oneself as a class


@pytest.mark.slow
def test_the_analytics_can_be_run_on_oneself(own):
    """Each query of the course, the course and the reader filled in; and nothing can be written."""
    own.desk.answer(library.find("14-01"), PASSES)
    mine = own.mine
    failed = []
    for query in queries():
        try:
            mine.query(query.name)
        except ConfigError as error:
            failed.append((query.name, error.message))

    assert failed == []
    assert mine.value("SELECT count(*) FROM lesson_progress WHERE completed") == 1
    assert len(mine.query("user_progress_summary")) == 1
    with pytest.raises(SqlError, match="read-only"):
        mine.run("DELETE FROM lesson_progress")


@pytest.mark.slow
def test_tracking_can_be_switched_off(own, server, reader):
    """From the next cell on, and in the map."""
    own.tracking(False)
    own._reading.cell_ended("setup")
    own._reading.write()
    off = own.progress()
    own.tracking(True)

    assert "lab.tracking(True) begins again" in repr(off)
    assert (off.standing.places, own._reading.wanted) == ((), True)
    assert read_standing(server, reader).tracking
