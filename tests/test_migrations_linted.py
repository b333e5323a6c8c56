"""What a linter of migrations says of ours, as a team's CI asks it: squawk, with each exception's reason."""

import json
import subprocess
import sysconfig
from pathlib import Path

import pytest

from lessonlab import content

FOLDER = content.folder("sql") / "migrations"
OLDEST = "15.0"  # the oldest server that the course runs on
ALWAYS = {
    "require-statement-timeout": "a file that holds a strong lock reads no rows, which another test asks of "
    "each; one that reads takes as long as it takes, and stops nobody",
    "prefer-text-field": "lesson_id is VARCHAR(255) in the guide's schema, and a key has its partner's type",
}
ONCE = {
    ("04_attempts_required", "adding-not-nullable-field"): "the valid CHECK of 03 saves the reading",
    ("04_attempts_required", "ban-drop-constraint"): "NOT NULL says the same from here on",
    ("05_course_lesson_index", "prefer-robust-stmts"): "IF NOT EXISTS would keep an invalid index",
    ("05_course_lesson_index", "require-lock-timeout"): "whoever waits behind it reads and writes on",
    ("06_course_index_spare", "require-lock-timeout"): "whoever waits behind it reads and writes on",
    ("12_lessons_contract", "ban-drop-function"): "contract: the trigger that used it is gone a line before",
}


@pytest.fixture(scope="module")
def squawk():
    """Return a function from files to the rules that they break, each with the file's name."""
    program = Path(sysconfig.get_path("scripts")) / "squawk"
    found = next((path for path in (program, program.with_suffix(".exe")) if path.exists()), None)
    if found is None:
        pytest.skip("squawk is not here: pip install squawk-cli")

    def ask(*files):
        # every file but those that say otherwise runs in a transaction, see lessonlab/postgres/apply.py
        command = [found, f"--pg-version={OLDEST}", "--reporter=json"]
        apart = [file for file in files if file.read_text(encoding="utf-8").startswith("--! no-transaction")]
        said = []
        for some, option in (
            (apart, []),
            ([file for file in files if file not in apart], ["--assume-in-transaction"]),
        ):
            if some:
                done = subprocess.run(
                    [*command, *option, *some], capture_output=True, encoding="utf-8", check=False
                )
                assert done.returncode in {0, 1}, done.stderr
                said += json.loads(done.stdout)
        return {(Path(one["file"]).stem, one["rule_name"]) for one in said}

    return ask


@pytest.fixture(scope="module")
def said(squawk):
    """Return what squawk says of the migrations."""
    return squawk(*sorted(FOLDER.glob("*.sql")))


def test_nothing_is_said_without_a_reason(said):
    """All that squawk finds in the migrations is an exception that has its reason here."""
    assert {(file, rule) for file, rule in said if rule not in ALWAYS} - set(ONCE) == set()


def test_no_exception_is_left_over(said):
    """What squawk no longer says needs no exception."""
    assert set(ONCE) - said == set()
    assert set(ALWAYS) - {rule for _, rule in said} == set()


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("CREATE INDEX i ON lesson_progress (score);", "require-concurrent-index-creation"),
        ("ALTER TABLE lesson_progress ADD CONSTRAINT c CHECK (score > 0);", "constraint-missing-not-valid"),
        ("ALTER TABLE lesson_progress RENAME COLUMN score TO points;", "renaming-column"),
        ("ALTER TABLE lesson_progress DROP COLUMN score;", "ban-drop-column"),
        ("ALTER TABLE lesson_progress ALTER COLUMN score TYPE BIGINT;", "changing-column-type"),
        ("ALTER TABLE lesson_progress ADD COLUMN a TEXT;", "require-lock-timeout"),
    ],
)
def test_it_would_say_so(squawk, tmp_path, text, rule):
    """A file that stops the app is found."""
    file = tmp_path / "01_bad.sql"
    file.write_text(text, encoding="utf-8")

    assert ("01_bad", rule) in squawk(file)
