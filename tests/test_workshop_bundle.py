"""What students of a class get: it works, nothing that is closed is in it, and what they try comes back."""

from __future__ import annotations

import base64
import csv
import dataclasses
import datetime as dt
import hashlib
import json
import os
import re
import stat
import subprocess
import sys
import zipfile

import pytest

from lessonlab import content
from lessonlab.errors import ConfigError, NotExpected
from lessonlab.grading import library
from lessonlab.grading.exercise import Answer
from lessonlab.grading.verdict import State, Verdict
from lessonlab.system.accounts import is_root
from lessonlab.workshop import at_desk, bundle, class_file, joined, private, sending, tries
from lessonlab.workshop.at_desk import AtDesk
from lessonlab.workshop.class_folder import new_class, open_class
from lessonlab.workshop.collected import collect
from lessonlab.workshop.joined import Joined
from lessonlab.workshop.tries import Try

NOW = dt.datetime(2026, 12, 1, 12, tzinfo=dt.UTC)
ADA, BEN = "ada@example.org", "ben@example.org"
LONG = 60  # shorter answers are words of the language
TAUGHT = {  # whose text is a statement that the course teaches, or a claim of the guide
    "07-02": ("both_directions",),
    "07-05": ("no_score",),
    "12-01": ("other_table", "solution"),  # the trigger of the guide, which 18 shows
    "12-02": ("only_not_stamped",),
    "21-02": ("rows_forgotten",),
}
RULES = """
title = "Spring"
pages = ["00", "06", "07"]
address = ""
erase_on = 2027-03-31
[defaults]
solutions = "after pass"
[exercises]
"06-01" = {judged = "by instructor"}
"06-02" = {solutions = "never"}
"06-03" = {solutions = "after due", due = 2926-12-08}
"07-01" = {attempts = 2}
"07-02" = {opens = 2999-01-01}
"""


@pytest.fixture
def opened(tmp_path):
    """Return a class in which some exercises are closed."""
    new_class(tmp_path / "a class")
    (tmp_path / "a class" / class_file.FILE).write_text(RULES, encoding="utf-8")
    return open_class(tmp_path / "a class")


def squashed(text):
    """Return a text with its spaces made one, in lower case."""
    return re.sub(r"\s+", " ", text.lower()).strip().rstrip(";")


def pieces(name, data):
    """Yield what stands in a file: of a notebook each cell and each output."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return
    if name.endswith(".ipynb"):
        for cell in json.loads(text)["cells"]:
            yield squashed("".join(cell["source"]))
            yield squashed(json.dumps(cell.get("outputs", [])).replace("\\n", "\n"))
    else:
        yield squashed(text)


def test_what_is_closed(opened):
    """It depends on the class, and on when the bundle is made."""
    assert bundle.closed_keys(opened, NOW) == ["06-01", "06-02", "06-03"]
    assert bundle.closed_keys(opened, NOW.replace(year=2927)) == ["06-01", "06-02"]


@pytest.mark.slow
def test_nothing_that_is_closed_leaks(opened, tmp_path):
    """In an exam no answer, no hidden data, no probe, no hint that names a mistake is in any file of it."""
    (opened.path / class_file.FILE).write_text("exam = true\n", encoding="utf-8")
    exam = open_class(opened.path)
    wheel = bundle.write_wheel(exam, tmp_path, NOW)
    with zipfile.ZipFile(wheel) as packed:
        files = {name: packed.read(name) for name in packed.namelist()}
    root = "lessonlab/content/exercises/"
    brief = f"{root}capstone/"  # an open brief: it has no answer
    below = {
        name.rpartition("/")[2] for name in files if name.startswith(root) and not name.startswith(brief)
    }
    assert below == {"README.md", "exercise.md", "stub.sql", "stub.txt", "closed"}
    assert not [name for name in files if name.endswith(".pyc") or ".git/" in name or "/tests/" in name]
    text = {name: list(pieces(name, data)) for name, data in files.items()}
    assert list(leaks(text, hidden_texts())) == []


def hidden_texts():
    """Yield what nobody may find, squashed, with the exercise and what it is there."""
    for exercise in library.exercises():
        answers = [exercise.solution, *exercise.right, *exercise.wrong]
        hidden = {one.name: one.text for one in answers} | dict(exercise.data)
        hidden |= {f"hint {one.key}": one.text for one in exercise.hints if one.key}
        for what, said in hidden.items():
            wanted = squashed(said)
            if len(wanted) >= LONG and what not in TAUGHT.get(exercise.key, ()):
                yield exercise.key, what, wanted


def leaks(text, hidden):
    """
    Yield where something hidden stands in *text*, the pieces of each file.

    Each place is looked up by what begins there: to look for one text after the other takes a minute.
    """
    by_head = {}
    for one in hidden:
        by_head.setdefault(one[-1][:LONG], []).append(one)
    for name, parts in text.items():
        for part in parts:
            for at in range(len(part) - LONG + 1):
                for key, what, wanted in by_head.get(part[at : at + LONG], ()):
                    if part.startswith(wanted, at):
                        yield key, what, name


def test_a_leak_is_found():
    """What stands somewhere in a file is found, with its place; the test above can fail."""
    hidden = [("06-01", "names", "a" * LONG + "b"), ("06-02", "codes", "c" * LONG)]
    text = {
        "clean": ["x" * 99, "a" * 2 * LONG],
        "leaky": ["", f"x{'a' * LONG}b", f"x{'a' * LONG}{'c' * LONG}x"],
    }

    assert list(leaks(text, hidden)) == [("06-01", "names", "leaky"), ("06-02", "codes", "leaky")]


def test_exam_closes_all(opened):
    """One word in the file that `class init` makes does it, whatever stands below, for one exercise too."""
    file = opened.path / class_file.FILE
    file.unlink()
    new_class(opened.path)
    text = file.read_text("utf-8").replace("exam = false", "exam = true")
    file.write_text(text + '"07-02" = {judged = "here", solutions = "open"}\n', "utf-8")
    assert bundle.closed_keys(open_class(opened.path), NOW) == list(library.keys())


def test_earlier_bundle_is_gone(opened, tmp_path):
    """What was open once, and is closed now, lies in no wheel, page or zip beside the new ones."""
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "syllabus.md").write_text("mine")
    for days, text in enumerate(('title = "open"\npages = ["06", "07"]\n', 'exam = true\npages = ["06"]\n')):
        (opened.path / class_file.FILE).write_text(text, encoding="utf-8")
        made, now = open_class(opened.path), NOW + dt.timedelta(days=days)
        wheel = bundle.write_wheel(made, tmp_path, now)
        pages = bundle.write_pages(made, tmp_path, wheel)
        packed = bundle.write_zip(tmp_path, pages, now)
    assert {wheel, packed, pages} == set(tmp_path.iterdir()) - {opened.path}
    names = {path.name for path in pages.iterdir()}
    assert {name for name in names if name.endswith(".whl")} == {wheel.name}
    assert {name[:2] for name in names if name.endswith(".ipynb")} == {"00", "06"}
    assert "syllabus.md" in names
    with zipfile.ZipFile(packed) as whole:
        assert {name.partition("/")[2] for name in whole.namelist()} == names


def test_leak_would_be_seen():
    """The test above can fail: an answer in a page is found."""
    page = content.folder("notebooks") / "06_constraints.ipynb"
    answer = library.find("06-01").solution.text
    text = json.loads(page.read_text(encoding="utf-8"))
    text["cells"].append({"cell_type": "code", "source": [f"%%sql\n{answer}"], "outputs": [], "metadata": {}})
    planted = list(pieces("x.ipynb", json.dumps(text).encode()))
    assert any(squashed(answer) in part for part in planted)


def test_wheel_is_one(opened, tmp_path):
    """Every file is in its record with its digest, and the version says that it is a class's."""
    wheel = bundle.write_wheel(opened, tmp_path, NOW)
    with zipfile.ZipFile(wheel) as packed:
        (info,) = {name.partition("/")[0] for name in packed.namelist() if ".dist-info/" in name}
        rows = list(csv.reader(packed.read(f"{info}/RECORD").decode().splitlines()))
        assert {name for name, _, _ in rows} == set(packed.namelist())
        for name, digest, size in rows[:-1]:
            data = packed.read(name)
            made = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
            assert (digest, size) == (f"sha256={made}", str(len(data)))
        assert "\nVersion: 0.1.0+class.20261201.120000\n" in packed.read(f"{info}/METADATA").decode()


def test_first_page_says_what_is_kept(opened):
    """In two sentences, where it goes, and until when; no page has outputs."""
    made = dict(bundle.pages(opened))
    first = json.loads(made["00_start_here.ipynb"])
    said = "".join(first["cells"][1]["source"])
    assert "leaves it when you hand it in" in said
    assert said.endswith("forget it, and erases it after 2027-03-31.")
    assert said.removeprefix("**Spring.**").count(". ") == 1
    assert {name[:2] for name in made} == {"00", "06", "07"}
    cells = [cell for text in made.values() for cell in json.loads(text)["cells"]]
    assert not any(cell.get("outputs") for cell in cells)


@pytest.mark.slow
def test_student_answers_and_hands_in(opened, tmp_path):
    """From the bundle alone: open, closed, limited and not open yet; what was tried comes back."""
    wheel = bundle.write_wheel(opened, tmp_path, dt.datetime.now(dt.UTC))
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(tmp_path / "site")
    work = tmp_path / "my work"
    (work / ".lessonlab").mkdir(parents=True)
    right = library.find("07-01").solution.text
    script = f"""
import lessonlab
from lessonlab.errors import LessonLabError
from lessonlab.grading import library
print(lessonlab.__file__)
lab = lessonlab.open(7)
def say(key, text):
    try:
        print(key, lab.desk.answer(library.find(key), text).state.value)
    except LessonLabError as error:
        print(key, error.message)
def solution(key):
    try:
        print(key, "solution", len(str(lab.solution(key))) > 9)
    except LessonLabError as error:
        print(key, error.message)
say("06-01", "CREATE TABLE mine (a INT)")
solution("06-01")
say("07-01", "CREATE INDEX ON lesson_progress (score)")
solution("07-01")
say("07-01", {right!r})
solution("07-01")
say("07-01", {right!r})
say("07-02", "SELECT 1")
say("06-04", "SELECT 1")
lab.close()
"""
    environ = os.environ | {"PYTHONPATH": str(tmp_path / "site"), "LESSONLAB_WORKSPACE": str(work)}
    environ |= {"LESSONLAB_READER": "ada", "LESSONLAB_RECORD": "on"}
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=work,
        env=environ,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    said = done.stdout.splitlines()
    assert str(tmp_path / "site") in said[0], done.stderr
    assert said[-9:] == [
        "06-01 kept for your instructor",
        "06-01 the solution of 06-01 stays with your instructor",
        "07-01 not yet",
        "07-01 the solution of 07-01 is shown once you have passed it",
        "07-01 correct",
        "07-01 solution True",
        "07-01 all 2 tries at 07-01 are used; the best of them counts",
        "07-02 07-02 opens 2999-01-01 00:00 UTC",
        "06-04 not yet",
    ], done.stderr
    for command in ("grade", "bundle"):  # with these files nobody can be judged
        refused = subprocess.run(
            [sys.executable, "-m", "lessonlab", "class", command, opened.path],
            cwd=work,
            env=environ,
            capture_output=True,
            encoding="utf-8",
            timeout=300,
            check=False,
        )
        answers = "the answers of 06-01, 06-02, 06-03 are not in it"
        assert f"this lessonlab is what students get: {answers}" in refused.stderr
    kept = tries.read_tries(work / ".lessonlab" / tries.FILE)
    assert [(one.exercise, one.verdict) for one in kept] == [
        ("06-01", "kept for your instructor"),
        ("07-01", "not yet"),
        ("07-01", "correct"),
    ]
    done = subprocess.run(
        [sys.executable, "-m", "lessonlab", "hand-in", "--to", opened.handed_in],
        cwd=work,
        env=environ,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert "3 tries of ada, packed" in done.stdout, done.stderr
    found = collect(opened, dt.datetime.now(dt.UTC))
    assert ([(one.email, one.key) for one in found.handed], found.rest) == (
        [(ADA, "06-01"), (ADA, "07-01"), (ADA, "07-01")],
        [],
    )


def seat(opened, tmp_path, **who):
    """Return a student's seat in the class."""
    return AtDesk(opened.course, Joined(**({"person": ADA} | who)), tmp_path / tries.FILE)


def test_solution_opens_when_the_class_says_so(opened, tmp_path):
    """Each rule in its words."""
    here = seat(opened, tmp_path)
    said = {}
    for key in ("06-02", "06-03", "07-01"):
        with pytest.raises(NotExpected) as caught:
            here.require_solution(library.find(key), passed=False)
        said[key] = caught.value.message
    assert said == {
        "06-02": "the solution of 06-02 is not shown in this class",
        "06-03": "the solution of 06-03 is shown after 2926-12-08 23:59 UTC",
        "07-01": "the solution of 07-01 is shown once you have passed it",
    }
    closed = dataclasses.replace(library.find("06-01"), solution=Answer("solution", ""))
    with pytest.raises(NotExpected, match="the solution of 06-01 stays with your instructor"):
        here.require_solution(closed, passed=False)
    here.require_solution(library.find("07-01"), passed=True)
    here.require_solution(library.find("08-01"), passed=False)  # counts for nothing here


def test_what_the_class_does_not_ask_is_not_kept_in_silence(opened, tmp_path):
    """Closed and no exercise of the class: nobody would judge it, and that is said."""
    here, exercise = seat(opened, tmp_path), library.find("08-01")
    here.admit(exercise)
    with pytest.raises(NotExpected, match="08-01 is no exercise of this class"):
        here.admit(dataclasses.replace(exercise, solution=Answer("solution", "")))


def test_server_that_is_not_there_loses_nothing():
    """A try is kept, and `hand-in` says in two lines what to do."""
    with pytest.raises(sending.NotSent) as caught:
        sending.send("http://127.0.0.1:1", Joined(ADA, "t"), [Try("06-01", "SELECT 1", "")])
    assert caught.value.cure == "lessonlab hand-in again later; your tries are kept here"
    with pytest.raises(ConfigError, match="want https://"):
        sending.send("ftp://example.org", Joined(ADA, "t"), [])


@pytest.mark.parametrize(("minutes", "note"), [(0, ""), (60, "60 minutes slow"), (-60, "60 minutes fast")])
def test_clock_that_is_an_hour_off(minutes, note):
    """It is said, and the server's counts."""
    now = dt.datetime.now(dt.UTC)
    server = (now + dt.timedelta(minutes=minutes)).isoformat()
    got = sending.receipt({"received": server, "tries": 1, "alias": "owl 1", "time": server}, now)
    assert got.note.partition("your clock is ")[2].partition(";")[0] == note


@pytest.mark.parametrize("given", [("ada", "t"), (ADA, ""), (ADA, "a b")])
def test_join_wants_both(tmp_path, given):
    """What is no address or no token is refused."""
    with pytest.raises(ConfigError, match="want an address and a token"):
        joined.join(tmp_path, *given)


def test_join_is_remembered(tmp_path):
    """For its owner alone; whoever joined no class is who the system knows."""
    assert joined.joined(tmp_path).token == ""
    home = tmp_path / "home"
    joined.join(home, " Ada@Example.org", "secret")
    if is_root():  # PostgreSQL's account must be able to pass through
        assert stat.S_IMODE(home.stat().st_mode) == 0o711
    assert joined.joined(home) == Joined(ADA, "secret")
    if os.name != "nt":
        assert (home / joined.FILE).stat().st_mode & 0o077 == 0


def test_person_is_given_all_and_forgotten(opened, tmp_path):
    """A zip with everything of one person and nothing of another's; then nothing is left of them."""
    for who, text in ((ADA, "SELECT 'ada was here'"), (BEN, "SELECT 'ben was here'")):
        (opened.handed_in / who).mkdir()
        (opened.handed_in / who / "06-01.sql").write_text(text)
        (opened.handed_in / f"{who.partition('@')[0]}-sent.json").write_text(
            tries.packed(who, [Try("06-02", text, "")], NOW)
        )
        (opened.path / "feedback").mkdir(exist_ok=True)
        (opened.path / "feedback" / f"{who}.html").write_text(text)
    (opened.marks / "not-understood.csv").write_text("file,why\nAda Example_4711/all.zip,is a zip\n")
    (opened.marks / "marks.csv").write_text(f"email,points\n{ADA},1\n{BEN},2\n")
    (opened.handed_in / "received.jsonl").write_text(
        "".join(
            json.dumps({"file": f"{who}/x.json", "digest": "d", "received": "r"}) + "\n" for who in (ADA, BEN)
        )
    )
    ada = opened.person(ADA)
    names = private.export(opened, ada, tmp_path / "ada.zip")
    with zipfile.ZipFile(tmp_path / "ada.zip") as packed:
        everything = "".join(packed.read(name).decode() for name in names)
    assert ("ada was here" in everything, "ben" in everything) == (True, False)
    assert f"{ADA},1" in everything

    private.forget(opened, ada)
    left = "".join(
        f"{path} {path.read_text(encoding='utf-8')}" for path in opened.path.rglob("*") if path.is_file()
    )
    assert ("ada" in left.lower(), "ben was here" in left) == (False, True)
    assert [one.email for one in open_class(opened.path).people] == [BEN, "mina@example.org"]


def test_kept_is_no_pass():
    """An answer that the instructor judges is neither right nor wrong here."""
    assert not Verdict("06-01", "t", State.KEPT).correct
    assert at_desk.SEND_SECONDS < sending.SECONDS
