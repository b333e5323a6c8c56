"""A class's folder: made, read back, and what is wrong in it said by file and line."""

from __future__ import annotations

import datetime as dt
import os
import shlex
import stat

import pytest
from click.testing import CliRunner

from lessonlab.cli import commands
from lessonlab.errors import ConfigError
from lessonlab.grading import library
from lessonlab.workshop import class_file, roster, tokens
from lessonlab.workshop.class_folder import new_class, open_class

NOON = dt.datetime(2026, 12, 1, 12, tzinfo=dt.UTC)


@pytest.fixture
def folder(tmp_path):
    """Return a new class."""
    path = tmp_path / "spring term"
    new_class(path)
    return path


def class_of(folder, text):
    """Return the class whose file says *text*."""
    (folder / class_file.FILE).write_text(text, encoding="utf-8")
    return class_file.read_class_file(folder / class_file.FILE)


def lessonlab(*words):
    """Run a command; return its exit code and all that it said."""
    done = CliRunner().invoke(commands, [str(word) for word in words])
    return done.exit_code, done.output


def test_new_class_is_read_back(tmp_path):
    """What init makes is a class at once; a second init changes nothing."""
    path = tmp_path / "a class"
    code, said = lessonlab("class", "init", path)
    assert (code, sorted(one.name for one in path.iterdir())) == (
        0,
        [".gitignore", "class.toml", "handed-in", "marks", "roster.csv", "tokens.csv"],
    ), said
    had = (path / tokens.FILE).read_text()
    assert lessonlab("class", "init", path)[0] == 0
    assert had == (path / tokens.FILE).read_text()
    code, said = lessonlab("class", "show", path)
    assert (code, said.splitlines()[0]) == (0, "a class: 3 people in groups A, B"), said
    assert "Ben Example" not in said  # two days more of no end are none


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps who may read elsewhere")
def test_tokens_are_the_instructors_alone(folder):
    """Nobody else may read the tokens, and git is told to leave them, hand-ins and marks out."""
    assert stat.S_IMODE((folder / tokens.FILE).stat().st_mode) == 0o600
    assert (folder / ".gitignore").read_text().split() == [
        "tokens.csv",
        "databases.csv",
        "board.key",
        "bundle/",
        "handed-in/",
        "marks/",
    ]


def test_token_is_rotated_for_one(folder):
    """One person gets a new token, keeps the alias, and nobody else changes."""
    before = open_class(folder).passes
    code, said = lessonlab("class", "tokens", folder, "--rotate", "Ben Example")
    after = open_class(folder).passes
    assert (code, said.partition(";")[0]) == (0, "0 new, 1 renewed, 0 gone")
    changed = {email for email in before if before[email] != after[email]}
    assert changed == {"ben@example.org"}
    assert before["ben@example.org"].alias == after["ben@example.org"].alias
    assert len({one.alias for one in after.values()}) == 3


def test_everybody_has_an_alias_of_their_own(tmp_path):
    """Five hundred people have five hundred aliases and tokens."""
    people = [roster.Person(f"p{number}@example.org", "the same name") for number in range(500)]
    made = tokens.make_tokens(tmp_path / tokens.FILE, people)
    assert 500 == len({one.alias for one in made.values()}) == len(tokens.by_digest(made))
    assert made == tokens.read_tokens(tmp_path / tokens.FILE)


def test_times_are_of_the_class(folder):
    """A day is due with its end on the class's own clock; a person may have longer."""
    course = class_of(
        folder,
        'timezone = "Europe/Berlin"\n[defaults]\ndue = 2026-12-08\n'
        '[exercises]\n"6-2" = {opens = 2026-12-01}\n'
        '"07-01" = {due = 2026-12-01T18:00:00Z}\n',
    )
    assert list(course.exercises) == ["06-02", "07-01"]
    assert course.exercises["06-02"].due.astimezone(dt.UTC).isoformat() == "2026-12-08T22:59:59.999999+00:00"
    assert not course.is_open("06-02", dt.datetime(2026, 11, 30, 22, 59, tzinfo=dt.UTC))
    assert course.is_open("06-02", dt.datetime(2026, 11, 30, 23, tzinfo=dt.UTC))
    (ada, ben, mina) = open_class(folder).people
    assert ada.due(course, "06-02") == course.exercises["06-02"].due
    assert ben.due(course, "06-02") - course.exercises["06-02"].due == dt.timedelta(days=2)
    assert mina.due(course, "07-01") == dt.datetime(2026, 12, 2, 6, tzinfo=dt.UTC)
    assert mina.due(course, "06-02").year == 2030


def test_solutions_open_when_the_class_says_so(folder):
    """Each of the four rules, before and after; an exam shows none."""
    rules = "\n".join(
        f'"06-0{number}" = {{solutions = "{when}", due = 2026-12-01T12:00:00}}'
        for number, when in enumerate(class_file.SOLUTIONS, 1)
    )
    course = class_of(folder, f"[exercises]\n{rules}\n")
    later = NOON + dt.timedelta(seconds=1)
    shown = [
        [course.shows_solution(f"06-0{number}", now, passed=passed) for number in range(1, 5)]
        for now, passed in ((NOON, False), (NOON, True), (later, False))
    ]
    assert shown == [
        [True, False, False, False],
        [True, True, False, False],
        [True, False, True, False],
    ]
    exam = class_of(folder, 'exam = true\npages = ["06"]\n')
    assert {rule.judged for rule in exam.exercises.values()} == {"by instructor"}
    assert not exam.shows_solution("06-01", later, passed=True)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("title = 7", "title is 7; want a text"),
        ("tilte = 'x'", "'tilte' is unknown; want some of"),
        ("title = ", "is not TOML"),
        ('timezone = "Mars/North"', "timezone is 'Mars/North'"),
        ('timezone = "../../etc/passwd"', "timezone is '../../etc/passwd'"),
        ("pages = [6]", "pages has 6"),
        ('[exercises]\n"99-01" = {}', "[exercises] has '99-01'"),
        ('[exercises]\n"06-01" = 2', "exercise 06-01 is 2"),
        ('[exercises]\n"06-01" = {points = -1}', "exercise 06-01: points is -1"),
        ('[exercises]\n"06-01" = {points = true}', "exercise 06-01: points is True"),
        ('[exercises]\n"06-01" = {due = "soon"}', "exercise 06-01: due is 'soon'"),
        ('[defaults]\nsolutions = "later"', "[defaults] solutions is 'later'"),
        ('[defaults]\njudged = "elsewhere"', "[defaults] judged is 'elsewhere'"),
        ("erase_on = 2027-03-31T10:00:00", "erase_on is datetime.datetime(2027, 3, 31, 10, 0); want a day"),
        ('address = "class.example.org"', "address is 'class.example.org'; want a text such as 'https://"),
        ('address = "javascript:alert(1)"', "address is 'javascript:alert(1)'"),
        ('[exercises]\n"06-01" = {}\n"6-1" = {points = 2}', "[exercises] has 06-01 twice"),
        (
            '[defaults]\nopens = 2026-12-08T10:00:00\n[exercises]\n"06-01" = {due = 2026-12-01}',
            "exercise 06-01 is due 2026-12-01 23:59, before it opens",
        ),
        ('[exercises]\n"06-01" = {solutions = "after due"}', "solutions is 'after due', and it has no due"),
    ],
)
def test_bad_class_file(folder, text, said):
    """What cannot be used is named, and the file to mend."""
    with pytest.raises(ConfigError) as caught:
        class_of(folder, text)
    assert said in caught.value.message
    assert str(folder) in caught.value.cure


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name,mail\nAda,a@b\n", "line 1: has no column 'email'"),
        ("name,email\nAda,\n", "line 2: email is ''"),
        ("name,email\nAda,a@b\nAda,A@B\n", "line 3: a@b is there twice"),
        ("name,email,extensions\nAda,a@b,later\n", "line 2: extensions is 'later'"),
        ("name,email,extensions\nAda,a@b,99-01: 3d\n", "line 2: extensions is '99-01: 3d'"),
        ("name,email,extensions\nAda,a@b,06-01: 2026-13-01\n", "line 2: extensions is '2026-13-01'"),
        ("name,email,extensions\nAda,a@b,06-01\n", "line 2: extensions is '06-01'"),
    ],
)
def test_bad_roster(folder, text, said):
    """What cannot be used is named by its line."""
    (folder / roster.FILE).write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        open_class(folder)
    assert said in caught.value.message
    assert str(folder) in caught.value.cure


def test_two_people_of_one_name(folder):
    """They are two people, found by address; by name it is asked which."""
    text = "name;email;group\r\nAda;a@b;\r\nAda;c@d;X\r\n"
    (folder / roster.FILE).write_bytes(b"\xef\xbb\xbf" + text.encode())
    opened = open_class(folder)
    assert [one.email for one in opened.people] == ["a@b", "c@d"]
    assert opened.person("C@D").group == "X"
    with pytest.raises(ConfigError, match="'ada' are 2 people: a@b and c@d"):
        opened.person("Ada")


def test_what_spreadsheets_write_is_read(folder):
    """Tabs in UTF-16, as Excel's Unicode Text has them; Windows' own coding is refused with a way out."""
    path = folder / roster.FILE
    path.write_bytes("name\temail\r\nJörg\tj@x.org\r\nBen\tb@x.org\r\n".encode("utf-16"))
    assert [(one.name, one.email) for one in open_class(folder).people] == [
        ("Jörg", "j@x.org"),
        ("Ben", "b@x.org"),
    ]
    assert lessonlab("class", "forget", "b@x.org", "--class", folder, "--yes")[0] == 0
    assert [one.name for one in open_class(folder).people] == ["Jörg"]
    path.write_bytes("name,email\nJörg,j@x.org\n".encode("cp1252"))
    with pytest.raises(ConfigError) as caught:
        open_class(folder)
    assert "CSV UTF-8" in caught.value.cure


def test_an_empty_roster_ends_no_token(folder):
    """A roster that was saved empty is said; whoever had a token has it still."""
    had = (folder / tokens.FILE).read_text()
    (folder / roster.FILE).write_text("name,email\n")
    code, said = lessonlab("class", "tokens", folder)
    assert (code, said.splitlines()[0]) == (1, "lessonlab: nobody is in the roster, and 3 have a token")
    assert had == (folder / tokens.FILE).read_text()


def test_a_class_of_all_pages_has_all_exercises(folder):
    """Where neither pages nor exercises are named."""
    assert list(class_of(folder, "").exercises) == list(library.keys())


def test_no_class_below_a_file(tmp_path):
    """It is said that there is no room for one."""
    (tmp_path / "file").write_text("x")
    code, said = lessonlab("class", "init", tmp_path / "file" / "sub")
    assert (code, said.splitlines()[1]) == (1, "next: lessonlab class init DIR, a new folder")


@pytest.mark.parametrize("what", ["nowhere", "", "file"])
def test_no_class_there(tmp_path, what):
    """A folder that is no class, and what is none, are said in two lines."""
    path = tmp_path / what
    if what == "file":
        path.write_text("x")
    code, said = lessonlab("class", "show", path)
    assert code == 1
    cure = "name the folder" if what == "file" else f"lessonlab class init {shlex.quote(str(path))}"
    assert said.splitlines()[1:] == [f"next: {cure}"]
    if what == "file":
        code, said = lessonlab("class", "init", path)
        assert (code, said.splitlines()[0]) == (1, f"lessonlab: {str(path)!r} is a file")


@pytest.mark.slow
def test_student_s_doctor_says_one_line(tmp_path, monkeypatch):
    """Ready, who, versions and the server that really started; or not ready, and why, with exit code 1."""
    monkeypatch.setenv("LESSONLAB_READER", "ada")
    code, said = lessonlab("class", "doctor", "--workspace", tmp_path / "work")
    (line,) = [line for line in said.splitlines() if " · " in line]
    assert (code, line.split(" · ")[:2]) == (0, ["ready", "ada"]), said
    assert "PostgreSQL 1" in line
    code, said = lessonlab(
        "class", "doctor", "--dsn", "postgresql://127.0.0.1:1/x", "--workspace", tmp_path / "w"
    )
    assert (code, said.startswith("NOT READY · ada · ")) == (1, True)
    assert "no server answers at 127.0.0.1:1" in said


def test_class_that_should_be_gone(folder):
    """The day that students were told is over: each look at the class says so, and how it is erased."""
    before, after = dt.date(2026, 11, 1), dt.date(2026, 11, 2)
    course = class_of(folder, "erase_on = 2026-11-01\n")
    assert (course.overdue(before), course.overdue(after).partition(":")[0]) == (
        "",
        "this class was to be erased after 2026-11-01",
    )
    code, said = lessonlab("class", "show", folder)
    assert (code, "lessonlab class forget --everybody" in said) == (0, True)
    code, said = lessonlab("class", "forget", "--everybody", "--yes", "--class", folder)
    assert (code, open_class(folder).people) == (0, ())
