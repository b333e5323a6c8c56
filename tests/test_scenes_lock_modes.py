"""Which lock waits for which: the server's own answers, as a grid."""

import pytest

import lessonlab
from lessonlab.scenes.lock_modes import MODES, TOGETHER, WAITS

BEHIND = {  # the documentation's table of conflicts, by the numbers of the modes
    1: {8},
    2: {7, 8},
    3: {5, 6, 7, 8},
    4: {4, 5, 6, 7, 8},
    5: {3, 4, 6, 7, 8},
    6: {3, 4, 5, 6, 7, 8},
    7: {2, 3, 4, 5, 6, 7, 8},
    8: {1, 2, 3, 4, 5, 6, 7, 8},
}
LOCKED = "SELECT count(*) FROM pg_locks WHERE relation = 'lesson_progress'::REGCLASS"


@pytest.fixture(scope="module")
def lab():
    """Return a lab of the small class."""
    made = lessonlab.open("21_migrations")
    yield made
    made.close()


def test_each_lock_against_each(lab):
    """The grid says what PostgreSQL's manual says, and the drawing says the same in words."""
    picture = lab.lock_modes("lesson_progress")
    _, *rows = str(picture.text).split("\n")
    found = {
        int(row.split()[0]): {i for i, word in enumerate(row.split()[-8:], start=1) if word == WAITS}
        for row in rows
    }

    assert BEHIND == found
    assert {WAITS, TOGETHER} == {word for row in rows for word in row.split()[-8:]}
    assert "Behind ACCESS SHARE wait ACCESS EXCLUSIVE." in picture.html
    assert len(MODES) == len(rows)


def test_nothing_stays_locked(lab):
    """Afterwards the table is free, and its sessions are gone."""
    lab.lock_modes("lesson_progress")

    assert lab.refused("LOCK TABLE lesson_progress IN ACCESS EXCLUSIVE MODE NOWAIT") is None
    assert 0 == lab.value(LOCKED)


def test_a_table_that_is_not_there(lab):
    """A wrong name is one clear error."""
    with pytest.raises(lessonlab.LessonLabError, match="nobody"):
        lab.lock_modes("nobody")
