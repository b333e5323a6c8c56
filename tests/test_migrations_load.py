"""The migrations of chapter 21 on the large class, with writers at work: nobody waits for long."""

import tempfile
from pathlib import Path

import pytest
from psycopg import conninfo

import lessonlab
from lessonlab import content
from lessonlab.postgres.apply import apply_set, read_set
from lessonlab.postgres.connect import connect

SET = "migrations"
FILES = read_set(SET)
ROUNDS = 3  # a busy machine may hold a lock for long, once; a file that does so does it each time
OPEN_A_LESSON = """INSERT INTO lesson_progress (user_id, course_id, lesson_id)
    SELECT :user_id, course_id, lesson_id FROM lesson_progress
    WHERE id >= gen_random_uuid() ORDER BY id LIMIT 1
    ON CONFLICT (user_id, course_id, lesson_id) DO UPDATE SET last_accessed_at = now()"""
LAST = "SELECT pg_sleep(1)"  # stands for the reading, however fast the machine is
BAD = {
    "trigger, then the reading": (8, f"{FILES[7].text}; {LAST}", "the table lesson_progress"),
    "lessons entered, then the reading": (
        9,
        f"""INSERT INTO lessons SELECT DISTINCT course_id, lesson_id FROM lesson_progress
            ON CONFLICT DO NOTHING; {LAST}""",
        "the end of a transaction",
    ),
}


@pytest.fixture
def school():
    """Return a lab on the large class, and a session that applies files without waiting for the disk."""
    lab = lessonlab.open("21_migrations", size="large")
    dsn = conninfo.make_conninfo(
        lab.connection.info.dsn, password=lab.connection.info.password, options="-c synchronous_commit=off"
    )
    with connect(dsn) as migrating:
        yield lab, migrating
    lab.close()


def apply_upto(connection, texts):
    """Apply files with the names of the set and *texts*."""
    with tempfile.TemporaryDirectory() as folder:
        for file, text in zip(FILES, texts, strict=False):
            (Path(folder) / file.name).write_text(text, encoding="utf-8")
        apply_set(connection, SET, Path(folder))


def felt(school, texts):
    """Return what the writers waited for, and their errors, while the last of *texts* was applied."""
    lab, migrating = school
    apply_upto(migrating, texts[:-1])
    beat, page = content.sql("load/heartbeat"), content.sql("load/page")
    with lab.load(beat, page, OPEN_A_LESSON, patience=60) as load:
        apply_upto(migrating, texts)
    return load.waits, load.errors


@pytest.mark.slow
def test_nobody_feels_the_migrations(school):
    """Each file in its turn: no wait over the bound, no error, for heartbeats, pages and lessons opened."""
    texts = [file.text for file in FILES]
    for _ in range(ROUNDS):
        noticed = {
            file.name: what
            for upto, file in enumerate(FILES, start=1)
            if (what := felt(school, texts[:upto])) != ((), {})
        }
        if not noticed:
            break
        school[0].reset()
    assert {} == noticed


@pytest.mark.slow
@pytest.mark.parametrize("kind", BAD)
def test_a_bad_migration_is_noticed(school, kind):
    """The same writers do feel a file that reads while it stops them."""
    number, text, waited_for = BAD[kind]

    waits, errors = felt(school, [*(file.text for file in FILES[: number - 1]), text])

    assert (waited_for,) == waits
    assert {} == errors
