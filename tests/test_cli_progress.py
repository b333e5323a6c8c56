"""`lessonlab progress`: the map, a record that is taken along, a page to show."""

from __future__ import annotations

import os
import uuid

import psycopg
import pytest
from click.testing import CliRunner

from lessonlab.cli import commands
from lessonlab.grading import library
from lessonlab.grading.verdict import State, Verdict
from lessonlab.postgres import provider
from lessonlab.reader.own_database import own_dsn
from lessonlab.reader.record import Record
from lessonlab.reader.standing import read_standing


def drop(server, reader):
    """Drop the database of *reader*, if there is one."""
    dsn = own_dsn(server, reader)
    if dsn:
        provider.drop_clone(server, psycopg.conninfo.conninfo_to_dict(dsn)["dbname"])


@pytest.fixture
def reader(server, monkeypatch):
    """Let the environment name a reader whom nobody knows, and forget them afterwards."""
    name = f"ada-{uuid.uuid4().hex[:8]}"
    monkeypatch.setenv("LESSONLAB_READER", name)
    yield name
    drop(server, name)


@pytest.fixture
def record(server, reader, tmp_path):
    """Return that reader's record."""
    made = Record(lambda: server, reader, tmp_path / "record.json")
    yield made
    made.close()


@pytest.fixture
def work(tmp_path, monkeypatch):
    """Stand in a folder of one's own."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def tell(record, *keys, answer=""):
    """Tell *record* that the exercises *keys* were passed."""
    for key in keys:
        record.write(library.find(key), Verdict(key, "", State.CORRECT), answer)


def run(*arguments):
    """Run `lessonlab progress` and return what came of it."""
    return CliRunner().invoke(commands, ["progress", *map(str, arguments)])


@pytest.mark.usefixtures("reader", "work")
def test_progress_of_one_who_begins():
    """The map."""
    done = run()

    assert (done.exit_code, done.output.splitlines()[0]) == (0, "Begin with 00_start_here")


def test_a_record_is_taken_along(record, server, work, monkeypatch):
    """Out of one database into another reader's new one: all is there; a second time changes nothing."""
    tell(record, "06-01", "14-01", answer="SELECT 1")
    out = run("--export", "ada.json")
    other = f"new-{uuid.uuid4().hex[:8]}"
    monkeypatch.setenv("LESSONLAB_READER", other)
    refused = run("--import", "ada.json", "--workspace", work / "elsewhere")
    untouched = own_dsn(server, other)
    taken = [run("--import", "ada.json", "--mine", "--workspace", work / "elsewhere") for _ in range(2)]
    found = read_standing(server, other)
    again = Record(lambda: server)
    answers, wrong = again.answers("06-01"), again.service().drift()
    again.close()
    drop(server, other)

    count = f"2 of {len(library.keys())} exercises"
    assert (out.exit_code, count in out.output) == (0, True)
    assert (refused.exit_code, untouched) == (1, None)
    assert f"is the record of {record.name!r}, and you are {other!r}" in refused.output
    assert [(done.exit_code, count in done.output) for done in taken] == [(0, True)] * 2
    assert found.passed == {"06-01", "14-01"}
    assert ([one.answer for one in answers], wrong) == (["SELECT 1"], [])


ROW = "has a row that cannot be"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (None, "cannot be read: No such file"),
        ("not json", "is no record: it is not JSON"),
        ('{"a": 1}', "is no record of lessonlab"),
        ('{"lessonlab_record": 99, "lessons": []}', "has format 99: have"),
        ('{"lessonlab_record": 1, "lessons": [{"course": "x"}]}', ROW),
        ('{"lessonlab_record": 1, "lessons": [], "answers": 3}', ROW),
        ('{"lessonlab_record": 1, "lessons": [], "places": [{"page": "x"}]}', ROW),
    ],
)
def test_a_file_that_is_none_is_one_line_and_loses_nothing(record, server, work, text, said):
    """What was there stays."""
    tell(record, "06-01")
    if text is not None:
        (work / "x.json").write_text(text, encoding="utf-8")
    done = run("--import", "x.json")

    assert done.exit_code == 1
    assert said in done.output
    assert len(done.output.strip().splitlines()) == 2
    assert read_standing(server, record.name).passed == {"06-01"}


def test_a_file_of_others_is_kept(record, work):
    """Neither --export nor --html writes over what another made."""
    tell(record, "06-01")
    (work / "letter.html").write_text("Dear Ada", encoding="utf-8")
    (work / "letter.json").write_text("{}", encoding="utf-8")
    (work / "bo.json").write_text('{"lessonlab_record": 1, "lessons": [], "reader": "bo"}', encoding="utf-8")
    done = [run("--html", "letter.html"), run("--export", "letter.json"), run("--export", "bo.json")]

    assert [one.exit_code for one in done] == [1, 1, 1]
    assert (work / "letter.html").read_text(encoding="utf-8") == "Dear Ada"
    assert "is the record of 'bo', and is kept" in done[2].output


def test_nothing_to_take_along_says_so(reader, work):
    """There is no empty file."""
    done = run("--export", "x.json")

    assert (done.exit_code, (work / "x.json").exists()) == (1, False)
    assert f"nothing is recorded of '{reader}' yet" in done.output


@pytest.mark.usefixtures("reader", "work")
def test_one_way_at_a_time():
    """Two of the options are a mistake."""
    assert run("--export", "a", "--html", "b").exit_code == 2


def test_two_readers_of_one_folder_have_a_file_each(server, reader, work):
    """The second one's file is another, and a new data folder brings each their own back."""
    names, found = [reader, f"bo-{uuid.uuid4().hex[:8]}"], []
    for name, key in zip(names, ("06-01", "06-02"), strict=True):
        one = Record(lambda: server, name, work / "record.json")
        tell(one, key)
        one.close()
        drop(server, name)
    for name in names:
        one = Record(lambda: server, name, work / "record.json")
        found.append(one.passed())
        one.close()
        drop(server, name)

    assert found == [{"06-01"}, {"06-02"}]
    assert len(list(work.glob("record*.json"))) == 2


def test_no_tracking_is_told_to_the_kernels(monkeypatch):
    """`lessonlab start --no-tracking` says it in the environment that kernels inherit."""
    monkeypatch.setenv("LESSONLAB_TRACKING", "on")
    done = CliRunner().invoke(commands, ["start", "no such page", "--no-tracking"])

    assert (done.exit_code, os.environ["LESSONLAB_TRACKING"]) == (1, "off")
