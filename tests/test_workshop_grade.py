"""What was handed in to a class: whose it is, when it counts, what it is worth, what is not understood."""

from __future__ import annotations

import csv
import datetime as dt
import hashlib
import json
import os
import subprocess
import sys
import zipfile

import pytest

from lessonlab.errors import ConfigError
from lessonlab.grading import library
from lessonlab.workshop import (
    class_file,
    collected,
    feedback,
    mark_files,
    marking,
    roster,
    similar,
    tries,
)
from lessonlab.workshop.class_folder import new_class, open_class
from lessonlab.workshop.collected import Handed, collect
from lessonlab.workshop.marking import Judged, Mark
from lessonlab.workshop.tries import Try

NOW = dt.datetime(2026, 12, 1, 12, tzinfo=dt.UTC)
ADA, BEN, MINA = "ada@example.org", "ben@example.org", "mina@example.org"
HOUR = dt.timedelta(hours=1)


@pytest.fixture
def opened(tmp_path):
    """Return a class of three."""
    new_class(tmp_path / "a class")
    return open_class(tmp_path / "a class")


def put(opened, name, text):
    """Put a file below what was handed in."""
    path = opened.handed_in / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def why(opened):
    """Return why each file is not understood, by file."""
    return {one.where.replace(os.sep, "/"): one.why for one in collect(opened, NOW).rest}


@pytest.mark.parametrize(
    "folder",
    [
        "ada@example.org",
        "ADA@Example.org",
        "ada",
        "Ada Example",
        "Example, Ada",
        "Ada Example_4711_assignsubmission_file_",
        "spring/group A/ada@example.org/again",
    ],
)
def test_whose_it_is(opened, folder):
    """A folder says it by an address, a name, or what a learning platform makes of one."""
    put(opened, f"{folder}/06-01.sql", "SELECT 1")
    assert [(ADA, "06-01")] == [(one.email, one.key) for one in collect(opened, NOW).handed]


def test_alias_names_its_person(opened):
    """So does the name on the board."""
    put(opened, f"{opened.passes[MINA].alias}/06-01.sql", "SELECT 1")
    assert [MINA] == [one.email for one in collect(opened, NOW).handed]


@pytest.mark.parametrize("folder", ["example.org", "Example", "somebody", "ada ben"])
def test_nobody_is_guessed(opened, folder):
    """What could be two people, or nobody, is nobody's."""
    put(opened, f"{folder}/06-01.sql", "SELECT 1")
    assert not collect(opened, NOW).handed
    assert "does not say whose it is" in why(opened)[f"{folder}/06-01.sql"]


def test_every_file_is_named(opened, tmp_path):
    """What is not understood is named with its reason, and a link is not followed."""
    with zipfile.ZipFile(opened.handed_in / "all.zip", "w") as packed:
        packed.writestr("06-01.sql", "SELECT 1")
    cells = [{"cell_type": "code", "source": "%%sql\nSELECT 1"}]
    put(opened, "ada/answers.ipynb", json.dumps({"cells": cells}))
    put(opened, "ada/page.ipynb", "{}")
    put(opened, "ada/essay.pdf", b"%PDF")
    put(opened, "ada/answer.sql", "SELECT 1")
    put(opened, "ada/99-01.sql", "SELECT 1")
    put(opened, "ada/06-01.sql", b"\xff\xfeS\xd8")
    put(opened, "ada/other.json", "{}")
    put(opened, "x.json", tries.packed("eve@example.org", [], NOW))
    put(opened, "ada/.hidden.sql", "SELECT 1")
    (tmp_path / "secret.sql").write_text("-- exercise: 06-01\nSELECT 1")
    said = why(opened)
    if os.name != "nt":
        (opened.handed_in / "ada/06-02.sql").symlink_to(tmp_path / "secret.sql")
        said = why(opened)
        assert said.pop("ada/06-02.sql") == "is a link"
    assert said.pop("ada/06-01.sql").startswith("cannot be read: ")
    assert said.pop("ada/page.ipynb").startswith("is not a notebook")
    assert said == {
        "all.zip": "is a zip: unpack it",
        "ada/answers.ipynb": "has no %%answer, and 1 %%sql: an answer begins with %%answer 06-02",
        "ada/essay.pdf": "is a pdf; want .sql, .txt, .ipynb or a hand-in",
        "ada/answer.sql": "does not say which exercise it answers",
        "ada/99-01.sql": "answers '99-01', which is no exercise",
        "ada/other.json": "is JSON, and no hand-in of lessonlab",
        "x.json": "says it is 'eve@example.org''s, who is not in the roster",
    }


def test_hand_in_that_is_too_big(opened):
    """Two gigabytes are refused before they are read."""
    path = put(opened, "ada/big.json", tries.packed(ADA, [], NOW))
    with path.open("r+b") as file:
        file.truncate(2 * 2**30)  # a hole: it takes no room
    assert "it has 2,048 MB, and a hand-in at most 16" == why(opened)["ada/big.json"]


@pytest.mark.parametrize("text", ["", "[]", "{", '{"lessonlab_hand_in": 99, "tries": []}', "[" * 100_000])
def test_hand_in_that_is_none(text):
    """What is none, was cut or is of a later version is an error of ours."""
    with pytest.raises(ConfigError):
        tries.parse_hand_in(text.encode())


def test_tries_are_kept_whatever_was_killed(tmp_path):
    """A line that was cut spoils no other; what was appended is there."""
    path = tmp_path / tries.FILE
    one, two = Try("06-01", "SELECT 'ü'", "2026-12-01T12:00:00+00:00"), Try("06-02", "SELECT\n2", "")
    tries.append(path, one)
    with path.open("ab") as file:
        file.write(b'{"exercise": "06-0')
    tries.append(path, two)
    assert [one, two] == tries.read_tries(path)
    assert (one, two) == tries.parse_hand_in(tries.packed("ada", [one, two], NOW).encode()).tries


def test_server_s_clock_counts(opened):
    """What came to the server counts when it came; what a student's clock says is never later than now."""
    early, late = "2020-01-01T00:00:00+00:00", "2099-01-01T00:00:00+00:00"
    path = put(opened, "ada/1.json", tries.packed(ADA, [Try("06-01", "SELECT 1", early)], NOW))
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    put(opened, "ben/1.json", tries.packed(BEN, [Try("06-01", "SELECT 1", late)], NOW))
    book = [
        {"digest": digest, "file": "ada/1.json", "received": f"2026-12-01T1{hour}:00:00+00:00"}
        for hour in (1, 5)
    ]
    put(opened, collected.RECEIVED, "\n".join([*map(json.dumps, book), '{"digest": "']))
    came = {one.email: (one.when, one.clock) for one in collect(opened, NOW).handed}
    assert came == {ADA: (NOW - HOUR, "server"), BEN: (NOW, "student")}


def course(text, path):
    """Return a class that says *text* of 06-01."""
    path.write_text(f'[exercises]\n"06-01" = {{{text}}}\n', encoding="utf-8")
    return class_file.read_class_file(path)


@pytest.mark.parametrize(
    ("terms", "hours", "verdict", "points", "late"),
    [
        ("points = 2", {1: "right"}, "correct", 2, False),
        ("points = 2", {}, "missing", 0, False),
        ("points = 2", {1: "wrong", 2: "other"}, "not yet", 0, False),
        ("points = 2", {1: "right", 2: "wrong"}, "correct", 2, False),
        ("due = 2026-12-01T05:00:00", {6: "right"}, "correct", 0, True),
        ("due = 2026-12-01T05:00:00, late = 0.5, points = 3", {4: "wrong", 6: "right"}, "correct", 1.5, True),
        ("due = 2026-12-01T05:00:00, late = 0.5", {4: "wrong", 6: "other"}, "not yet", 0, False),
        ("due = 2026-12-01T05:00:00", {5: "right", 6: "wrong"}, "correct", 1, False),
        ("attempts = 2", {1: "wrong", 2: "other", 3: "right"}, "not yet", 0, False),
        ("attempts = 2", {1: "wrong", 2: "right", 3: "other"}, "correct", 1, False),
        ("opens = 2026-12-01T02:00:00", {1: "right"}, "missing", 0, False),
        ("opens = 2026-12-01T02:00:00, attempts = 1", {1: "wrong", 2: "right"}, "correct", 1, False),
    ],
)
def test_what_counts(tmp_path, terms, hours, verdict, points, late):  # noqa: PLR0917 - a table
    """The best in time, else the best that is late, else the last; of a limited number the first ones."""
    start = NOW - 12 * HOUR
    handed = [Handed(ADA, "06-01", text, start + hour * HOUR, "server", "") for hour, text in hours.items()]
    answers = {"right": Judged("correct"), "wrong": Judged("not yet", "a"), "other": Judged("not yet", "b")}
    person = roster.Person(ADA, "Ada")
    got = marking.mark(
        person, "06-01", handed, course(terms, tmp_path / "class.toml"), lambda one: answers[one.text]
    )
    assert (got.verdict, got.points, got.late) == (verdict, points, late)


@pytest.mark.parametrize(("place", "points"), [(0, 0.0), (4_999, 1.0)])
def test_thousands_of_tries_hold_up_nobody_s_marks(tmp_path, place, points):
    """So many of one person are judged: what was called right, the newest first; the last one is told."""
    handed = [
        Handed(ADA, "06-01", f"{number}", NOW + number * dt.timedelta(seconds=1), "server", "", "correct")
        for number in range(5_000)
    ]
    handed.append(Handed(ADA, "06-01", "last", NOW + HOUR * 2, "server", "", "not yet"))
    asked = []

    def judge(one):
        asked.append(one.text)
        return Judged("correct" if one.text == str(place) else "not yet", one.text)

    made = course("", tmp_path / class_file.FILE)
    got = marking.mark(roster.Person(ADA, "Ada"), "06-01", handed, made, judge)
    assert (got.points, got.tries) == (points, 5_001)
    assert len(asked) == (1 if points else marking.MOST_JUDGED + 1)
    assert got.mistake == ("4999" if points else "last")


def test_extension_is_somebody_s_own(tmp_path):
    """A day more for one person makes that person's answer one in time, and says so."""
    made = course("due = 2026-12-01T05:00:00", tmp_path / "class.toml")
    one = Handed(ADA, "06-01", "right", NOW, "server", "")
    marks = [
        marking.mark(roster.Person(ADA, "Ada", "", more), "06-01", [one], made, lambda _: Judged("correct"))
        for more in ({}, {"": dt.timedelta(days=1)}, {"07-01": dt.timedelta(days=1)})
    ]
    assert [(1.0 if mark.points else 0.0, mark.late, mark.extended) for mark in marks] == [
        (0.0, True, False),
        (1.0, False, True),
        (0.0, True, False),
    ]


@pytest.mark.parametrize(
    ("clock", "said", "counted"),
    [
        ("server", "the class's clock", ""),
        ("student", "your own clock", "1 mark has a time from"),
        ("file", "the file's time", "1 mark has a time from"),
    ],
)
def test_marks_say_whose_clock(tmp_path, clock, said, counted):
    """A time that only its student's machine says is counted, where there is an end; the page says it too."""
    rules = course("due = 2026-12-08", tmp_path / class_file.FILE)
    mark = Mark(ADA, "06-01", "not yet", 0.0, 1, 1, when=NOW, clock=clock)
    assert mark_files.on_trust(rules, {ADA: {"06-01": mark}}).startswith(counted)
    assert bool(mark_files.on_trust(rules, {ADA: {"06-01": mark}})) == bool(counted)
    assert f"0 of 1 points, handed in 2026-12-01 12:00 UTC by {said}<" in feedback.section(mark, "a", rules)
    free = course("", tmp_path / class_file.FILE)
    assert mark_files.on_trust(free, {ADA: {"06-01": mark}}) == ""


def test_a_student_s_verdict_is_not_believed(tmp_path):
    """It decides which is judged first, and nothing else."""
    handed = [
        Handed(ADA, "06-01", text, NOW, "student", "", said)
        for text, said in (("right", "not yet"), ("wrong", "correct"), ("wrong", "correct"))
    ]
    asked = []

    def judge(one):
        asked.append(one.text)
        return Judged("correct" if one.text == "right" else "not yet")

    got = marking.mark(roster.Person(ADA, "Ada"), "06-01", handed, course("", tmp_path / "class.toml"), judge)
    assert (got.verdict, asked) == ("correct", ["wrong", "right"])


def test_alike_is_listed_and_not_judged():
    """Long SQL of two, or one mistake in the same minutes; not what is short, nor what most people write."""
    long = "SELECT user_id, lesson_id, attempt, score, handed_in, reviewed, reviewer, remark FROM quiz_result"
    people = [f"p{number}" for number in range(9)]

    def handed(email, text, minute):
        return Handed(email, "06-01", text, NOW + dt.timedelta(minutes=minute), "server", "")

    own = [handed(email, f"SELECT {email}", 100 * number) for number, email in enumerate(people)]
    pair = [
        handed("p1", f"{long} ORDER BY lesson_id", 1),
        handed("p2", f"{long.lower()}\n ORDER BY lesson_id -- mine", 500),
    ]
    short = [handed("p3", "SELECT 1", 1), handed("p4", "SELECT 1", 2)]
    natural = [
        handed(email, f"{long} ORDER BY user_id, attempt", 30 * number) for number, email in enumerate(people)
    ]
    mistaken = [handed("p5", "SELECT 5", 1), handed("p6", "SELECT 6", 9), handed("p7", "SELECT 7", 40)]
    judged = {one: Judged("not yet", "counts NULL") for one in mistaken}
    found = similar.find_alike([*own, *pair, *short, *natural, *mistaken], judged)
    assert [(one.how.partition(":")[0], one.people) for one in found] == [
        ("the same SQL", ("p1", "p2")),
        ("the same mistake within 10 minutes", ("p5", "p6")),
    ]


def table(opened, name):
    """Return the rows of a file of marks."""
    with (opened.marks / name).open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def lessonlab(*words):
    """Run a command in a process of its own, as its judges are, too; return its code and what it said."""
    command = [sys.executable, "-m", "lessonlab", *map(str, words)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=300, check=False)
    return done.returncode, done.stdout + done.stderr


@pytest.mark.slow
def test_class_is_graded(opened):
    """Right, wrong, hostile, not understood and nothing: each is said; what is known is not judged again."""
    exercise = library.find("06-01")
    right, wrong = exercise.solution.text, exercise.wrong[0].text
    put(opened, "ada/06-01.sql", right)
    put(
        opened,
        "ada/06-02.sql",
        "DO $$ BEGIN LOOP BEGIN PERFORM 1; EXCEPTION WHEN OTHERS THEN NULL; END; END LOOP; END $$",
    )
    put(
        opened,
        "ben/1.json",
        tries.packed(BEN, [Try("06-01", wrong, "", "correct"), Try("6-1", right, "", "not yet")], NOW),
    )
    put(opened, "ben/notes.pdf", "x")
    pages = opened.path / "for students"

    code, said = lessonlab("class", "grade", opened.path, "--jobs", "2", "--feedback", pages)
    head, *rows = table(opened, "marks.csv")
    marks = {row[0]: dict(zip(head, row, strict=True)) for row in rows}
    assert (code, [marks[who]["06-01"] for who in (ADA, BEN, MINA)]) == (0, ["1", "1", "missing"]), said
    assert (marks[ADA]["06-02"], marks[ADA]["points"], marks[ADA]["of"]) == ("0", "1.0", "6")
    assert "nothing from Mina Example <mina@example.org>" in said
    assert f"not understood: {os.path.join('ben', 'notes.pdf')} is a pdf" in said  # noqa: PTH118 - as it is said
    assert sorted(path.stem for path in pages.iterdir()) == sorted([ADA, BEN, MINA])
    assert "&lt;" not in (pages / f"{MINA}.html").read_text(encoding="utf-8")
    assert "LOOP" in (pages / f"{ADA}.html").read_text(encoding="utf-8")
    known = (opened.marks / "verdicts.jsonl").read_text().splitlines()

    code, said = lessonlab("class", "grade", opened.path)  # nothing is new
    assert known == (opened.marks / "verdicts.jsonl").read_text().splitlines()[: len(known)]
    assert "→" not in said

    put(opened, "ben/2.json", tries.packed(BEN, [Try("6-2", library.find("06-02").solution.text, "")], NOW))
    code, said = lessonlab("class", "grade", opened.path, "--regrade")
    assert f"{BEN} 06-02: missing (0) → correct (2)" in said.splitlines()


def test_marks_are_for_moodle_and_canvas(opened):
    """Moodle finds people by address and Canvas by login; a name like a formula stays a name."""
    (opened.path / roster.FILE).write_text("name,email\n=1+1,ada@example.org\n", encoding="utf-8")
    code, said = lessonlab("class", "grade", opened.path)
    assert code == 0, said
    moodle = table(opened, "moodle.csv")
    canvas = table(opened, "canvas.csv")
    assert [["Email address", "a class 04-01"], [ADA, "0"]] == [row[:2] for row in moodle]
    assert canvas[1][:1] + canvas[1][-2:] == ["    Points Possible", "2", "2"]
    assert canvas[2][:4] == ["'=1+1", "", "", ADA]
