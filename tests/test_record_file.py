"""The record as a file: written with each verdict, and back in a new data folder."""

from __future__ import annotations

import json
import uuid

import pytest

from lessonlab.errors import ConfigError
from lessonlab.grading import library
from lessonlab.grading.verdict import State, Verdict
from lessonlab.postgres import provider
from lessonlab.reader import record_file
from lessonlab.reader.own_database import COURSE, EXERCISES, database_name
from lessonlab.reader.record import Record, passed_by

PASSED, NOT_YET = State.CORRECT, State.NOT_YET


@pytest.fixture
def record(server, tmp_path):
    """Return a reader's record that is kept in a file too, and drop it afterwards."""
    made = Record(lambda: server, f"ada-{uuid.uuid4().hex[:8]}", tmp_path / "record.json")
    yield made
    made.close()
    provider.drop_clone(server, database_name(made.name))


def tell(record, key, state=PASSED):
    """Tell *record* that the exercise *key* was judged."""
    record(library.find(key), Verdict(key, "", state))


def lose_database(record, server):
    """Do to the record what a new data folder does."""
    record.close()
    provider.drop_clone(server, database_name(record.name))


def lessons(path):
    """Return the rows of the file, by lesson."""
    return {row["lesson"]: row for row in json.loads(path.read_text(encoding="utf-8"))["lessons"]}


def test_each_verdict_is_in_the_file(record):
    """A try and a pass are there at once."""
    tell(record, "06-01", NOT_YET)
    tried = lessons(record.file)["06-01"]
    tell(record, "06-01")
    passed = lessons(record.file)["06-01"]

    assert (tried["attempts"], tried["score"], tried["completed_at"]) == (1, 0, None)
    assert (passed["attempts"], passed["score"]) == (2, 100)
    assert passed["completed_at"] is not None


def test_a_new_data_folder_gets_all_back(record, server):
    """Attempts, times and completions, and the courses' rows in step; a list knows before that."""
    for exercise in library.exercises(14):
        tell(record, exercise.key)
    before = record.service().lesson(record.reader, EXERCISES, "14-01"), lessons(record.file)
    lose_database(record, server)
    listed = passed_by(server, record.name, record.file)
    tell(record, "06-01", NOT_YET)
    after = record.service().lesson(record.reader, EXERCISES, "14-01"), lessons(record.file)

    assert listed == {exercise.key for exercise in library.exercises(14)} == record.passed()
    assert before[0] == after[0]
    assert {key: after[1][key] for key in before[1]} == before[1]
    assert record.service().lesson(record.reader, COURSE, "14_analytics").completed
    assert record.service().drift() == []


def test_a_database_lost_in_between_loses_no_verdict(record, server):
    """The verdict after the loss is recorded, beside those from the file."""
    tell(record, "06-01")
    provider.drop_clone(server, database_name(record.name))
    tell(record, "06-02")

    assert record.passed() == {"06-01", "06-02"} <= set(lessons(record.file))


def test_what_is_recorded_is_not_replaced_by_a_file(record, tmp_path):
    """A file of before does nothing to a reader who has a record."""
    tell(record, "06-01", NOT_YET)
    record.close()
    record.file.write_text(record.file.read_text(encoding="utf-8").replace('"attempts": 1', '"attempts": 9'))

    assert record.service().lesson(record.reader, EXERCISES, "06-01").attempts == 1
    assert [path.name for path in tmp_path.iterdir()] == ["record.json"]


IMPOSSIBLE = {"course": str(EXERCISES), "lesson": "A B", "first_started_at": "now"}
POSSIBLE = {"course": str(EXERCISES), "lesson": "06-02", "first_started_at": "2026-01-01 00:00+00"} | {
    "last_accessed_at": "2026-01-01 00:00+00"
}
OF_NO_USE = {
    "empty": "",
    "no JSON": "nonsense",
    "a list": "[]",
    "no mark": '{"lessons": []}',
    "a later format": '{"lessonlab_record": 99, "lessons": []}',
    "a row that cannot be": json.dumps({"lessonlab_record": 1, "lessons": [IMPOSSIBLE]}),
    "a row twice": json.dumps({"lessonlab_record": 1, "lessons": [POSSIBLE, POSSIBLE]}),
    "no row": '{"lessonlab_record": 1, "lessons": [7]}',
}


@pytest.mark.parametrize("text", OF_NO_USE.values(), ids=OF_NO_USE)
def test_a_file_of_no_use_is_kept_under_another_name(record, tmp_path, text):
    """It holds nobody up, and nothing of it is lost."""
    record.file.write_text(text, encoding="utf-8")
    tell(record, "06-01")
    kept = [path for path in tmp_path.iterdir() if path != record.file]

    assert record.passed() == {"06-01"} == {key for key, row in lessons(record.file).items() if row["score"]}
    assert [path.read_text(encoding="utf-8") for path in kept] == [text]


def test_keys_of_others_stay(record):
    """What a later version wrote beside the lessons, and in a row of them, is no trouble, and is kept."""
    tell(record, "06-01")
    written = json.loads(record.file.read_text(encoding="utf-8"))
    written["marks"] = {"06-01": "SELECT 1"}
    written["lessons"][0]["mood"] = "good"
    record.file.write_text(json.dumps(written), encoding="utf-8")
    tell(record, "06-02")

    assert record_file.read(record.file)["marks"] == {"06-01": "SELECT 1"}
    assert {"06-01", "06-02"} <= record_file.completed(record_file.read(record.file), EXERCISES)


def test_the_file_lies_with_the_notebooks(tmp_path, monkeypatch):
    """Where the workspace is told or one stands in it; in the lab's home where there is none."""
    work, home = tmp_path / "work", tmp_path / "home"
    (work / ".lessonlab").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    nowhere = record_file.find_path(home, {})
    told = record_file.find_path(home, {"LESSONLAB_WORKSPACE": str(work)})
    monkeypatch.chdir(work)

    assert (nowhere, told) == (home / "record.json", work / ".lessonlab" / "record.json")
    assert record_file.find_path(home, {}) == told


def test_a_file_that_cannot_be_written_says_so(tmp_path):
    """Somebody asked for it by name: one clear error."""
    with pytest.raises(ConfigError, match="cannot be written") as error:
        record_file.write(tmp_path / "none" / "record.json", {})

    assert error.value.cure
