"""A class in the tables that the course teaches: every count and time as it was graded, nobody's name."""

from __future__ import annotations

import datetime as dt
import shlex

import pytest
from click.testing import CliRunner

from lessonlab.cli import commands
from lessonlab.postgres.connect import connect
from lessonlab.progress import install, open_service
from lessonlab.queries import queries, run
from lessonlab.workshop import class_file, mark_files, private, recorded, tries
from lessonlab.workshop.class_folder import new_class, open_class
from lessonlab.workshop.marking import MISSING, Mark
from lessonlab.workshop.store import Store
from lessonlab.workshop.tries import Try

NOON = dt.datetime(2026, 12, 1, 12, tzinfo=dt.UTC)
ADA, BEN, MINA = "ada@example.org", "ben@example.org", "mina@example.org"
LESSONS = """
SELECT u.name, p.lesson_id, p.completed, p.attempts, p.score,
       p.first_started_at, p.last_accessed_at, p.completed_at
FROM lesson_progress AS p JOIN users AS u ON u.id = p.user_id ORDER BY p.lesson_id, p.attempts
"""


def hour(number):
    """Return a moment of the day."""
    return NOON + dt.timedelta(hours=number)


@pytest.fixture
def opened(tmp_path):
    """Return a class of three: one passed late what another passed at once, and the third did nothing."""
    new_class(tmp_path / "a class")
    opened = open_class(tmp_path / "a class")
    (opened.path / class_file.FILE).write_text('[exercises]\n"06-01" = {points = 2}\n"06-02" = {}\n', "utf-8")
    opened = open_class(opened.path)
    store = Store(opened)
    for email, key, number in ((ADA, "06-01", 0), (BEN, "06-01", 1), (BEN, "06-01", 3), (BEN, "06-02", 4)):
        sent = [Try(key, f"SELECT {number}", f"{number}")]
        store.keep(email, tries.packed(email, sent, NOON).encode(), hour(number))
    grade(opened, worth=1.0)
    return opened


def grade(opened, *, worth):
    """Write marks as `class grade` does: Ben has *worth* points for what he passed late, or did not pass."""
    blank = {key: Mark("", key, MISSING, 0.0) for key in opened.course.exercises}
    marks = {one.email: dict(blank) for one in opened.people}
    ben = ("correct", worth, 2, 2, True) if worth else ("not yet", 0.0, 2, 2)
    for mark in (
        Mark(ADA, "06-01", "correct", 2.0, 1, 1, when=hour(0)),
        Mark(BEN, "06-01", *ben, when=hour(3)),
        Mark(BEN, "06-02", "not yet", 0.0, 1, 1, when=hour(4)),
    ):
        if mark.email in marks:
            marks[mark.email][mark.key] = mark
    mark_files.write_all(opened, marks, [], [])


def test_class_is_a_course(opened, dsn):
    """What was graded is there once, however often it is recorded, and the course's own queries read it."""
    with connect(dsn) as inside:
        install(inside)
        inside.execute("INSERT INTO users (email, name) VALUES ('x@example.org', 'somebody else')")
    for _ in range(2):
        done = CliRunner().invoke(commands, ["class", "record", str(opened.path), "--dsn", dsn])
        assert (done.exit_code, done.stdout.splitlines()[0]) == (
            0,
            "a class: 2 learners in 2 lessons are recorded",
        )
    alias = {email: opened.passes[email].alias for email in (ADA, BEN)}
    with connect(dsn) as inside, open_service(dsn) as service:
        assert inside.execute(LESSONS).fetchall() == [
            (alias[ADA], "06-01", True, 1, 100, hour(0), hour(0), hour(0)),
            (alias[BEN], "06-01", True, 2, 50, hour(1), hour(3), hour(3)),
            (alias[BEN], "06-02", False, 1, 0, hour(4), hour(4), None),
        ]
        assert service.drift() == []
        course, user = (
            recorded.course_id(opened),
            inside.execute("SELECT id FROM users WHERE name = %s", [alias[BEN]]).fetchone(),
        )
        summary = service.course_summary(*user, course)
        assert (summary.completed_lessons, summary.progress_percentage) == (("06-01",), 50)
        given = {"course": course, "user": user[0]}
        found = {
            query.name: run(inside, query, {p.name: given[p.name] for p in query.parameters if p.required})
            for query in queries()
        }
        assert len(found) == 21
        (first, second) = found["funnel"].itertuples()
        assert "06-01" in first
        assert "06-02" in second
        people = {name for row in inside.execute("SELECT email, name FROM users").fetchall() for name in row}
    assert {"somebody else", *alias.values()} <= people
    assert not {ADA, BEN, "Ada Example", "Ben Example"} & people


def test_mended_and_forgotten(opened, dsn):
    """A pass that was none is no more, and who is forgotten is gone with the next run; others stay."""
    recorded.record(opened, dsn, NOON, lambda *_: None)
    grade(opened, worth=0.0)
    recorded.record(opened, dsn, NOON, lambda *_: None)
    with connect(dsn) as inside:
        passed = inside.execute("SELECT count(*) FROM lesson_progress WHERE completed").fetchone()
        assert passed == (1,)
        private.forget(opened, opened.person(BEN))
        left = open_class(opened.path)
        with pytest.raises(recorded.ConfigError, match="nothing of this class is graded yet") as caught:
            recorded.record(left, dsn, NOON, lambda *_: None)
        assert caught.value.cure == f"lessonlab class grade {shlex.quote(str(opened.path))}"
        grade(left, worth=0.0)
        recorded.record(left, dsn, NOON, lambda *_: None)
        names = inside.execute("SELECT name FROM users").fetchall()
    assert names == [(opened.passes[ADA].alias,)]


def test_record_wants_a_database(opened, monkeypatch):
    """It makes tables: it does not guess where."""
    monkeypatch.delenv("LESSONLAB_DSN", raising=False)
    done = CliRunner().invoke(commands, ["class", "record", str(opened.path)])
    assert (done.exit_code, "which database?" in done.output) == (1, True)
