"""What a review leaves out: comments, what somebody answered for, and what was there before."""

import json

import psycopg
import pytest
from click.testing import CliRunner

from lessonlab import cli


def run(*arguments):
    """Run the command in this process."""
    return CliRunner().invoke(cli.commands, ["review", *map(str, arguments)], prog_name="lessonlab")


def test_comments_are_counted_and_shown_when_asked_for(dsn):
    """What is missing everywhere hides nothing: it comes last, as two numbers."""
    with psycopg.connect(dsn, autocommit=True) as connection:
        connection.execute("CREATE TABLE lesson (id bigint PRIMARY KEY, opened timestamp)")
    short, long = run("--dsn", dsn).output, run("--dsn", dsn, "--comments").output

    assert "COMMENT ON" not in short
    assert "  · note   columns without comment  1  only counted\n" in short
    assert long.rstrip().endswith("cure: COMMENT ON TABLE lesson IS '…'")
    assert "only counted" not in long


@pytest.fixture
def old(dsn):
    """Return the connection string of a schema with two faults of one kind and a cost."""
    with psycopg.connect(dsn, autocommit=True) as connection:
        connection.execute(
            """CREATE TABLE course (id bigint PRIMARY KEY);
                   CREATE TABLE lesson (id bigint PRIMARY KEY, course_id bigint REFERENCES course (id));"""
            "ALTER TABLE lesson ADD opened timestamp, ADD closed timestamp"
        )
    return dsn


def test_what_is_ignored_has_a_reason_and_is_counted(old, tmp_path):
    """A rule, an object or a pattern is left out; the reason stands below the findings and in the JSON."""
    target = tmp_path / "x.json"
    one = run(
        "--dsn", old, "--ignore", "timestamp_without_zone:lesson.opened=kept as it came", "--json", target
    )
    all_ = run("--dsn", old, "--ignore", "timestamp_without_zone=old", "--ignore", "*:course*=ours")
    written = json.loads(target.read_text(encoding="utf-8"))

    assert (1, 0) == (one.exit_code, all_.exit_code)
    assert ("lesson.opened:" in one.output, "lesson.closed:" in one.output) == (False, True)
    assert "ignored: 1 of timestamp_without_zone:lesson.opened (kept as it came)" in one.output
    assert "ignored: 2 of timestamp_without_zone (old)" in all_.output
    reasons = [{"rule": "timestamp_without_zone", "object": "lesson.opened", "reason": "kept as it came"}]
    assert reasons == written["ignored"]


def test_what_ignores_nothing_any_more_is_named(old):
    """A reason whose finding is gone can be deleted."""
    result = run("--dsn", old, "--ignore", "padded_text=legacy")

    assert "nothing to ignore any more: padded_text (legacy)" in result.output


def test_the_file_of_settings(old, tmp_path, monkeypatch):
    """`lessonlab.toml` in the folder is read, and a baseline beside it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "lessonlab.toml").write_text(
        """[review]\nbaseline = "old.json"\n
           [[review.ignore]]\nrule = "timestamp_without_zone"\nobject = "lesson.*ed"\nreason = "an import"
        """
    )
    missing = run("--dsn", old)
    kept = run("--dsn", old, "--fail-on", "note", "--write-baseline", "old.json")
    again = run("--dsn", old, "--fail-on", "note")
    with psycopg.connect(old, autocommit=True) as connection:
        connection.execute("CREATE TABLE new (id bigint PRIMARY KEY, done boolean)")
    later = run("--dsn", old, "--fail-on", "note")

    assert "next: lessonlab review --write-baseline" in missing.stderr
    assert [(0, True), (0, True)] == [(one.exit_code, "ignored: 2 of" in one.output) for one in (kept, again)]
    assert "tables: nothing new\n" in again.output
    assert "known from before: 5" in again.output
    assert (1, True, False) == (
        later.exit_code,
        "new.done: boolean" in later.output,
        "lesson (" in later.output,
    )


def test_what_was_there_before_is_not_new(old, tmp_path):
    """A baseline, or the JSON of an earlier run, leaves what is new."""
    baseline, findings = tmp_path / "b.json", tmp_path / "f.json"
    run("--dsn", old, "--write-baseline", baseline, "--json", tmp_path / "none.json")
    run("--dsn", old, "--json", findings)
    with psycopg.connect(old, autocommit=True) as connection:
        connection.execute("ALTER TABLE lesson ADD body json, ALTER opened TYPE timestamptz")
    both = [run("--dsn", old, "--fail-on", "cost", "--baseline", file) for file in (baseline, findings)]

    assert [(1, "1 cost")] * 2 == [(one.exit_code, one.output.split(": ")[1].split("\n")[0]) for one in both]
    assert all("lesson.body: json" in one.output for one in both)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["--ignore", "json_as_text"], "why may it stay? A reason is missing"),
        (["--ignore", "json_as_text:a.b= "], "why may it stay?"),
        (["--ignore", "jsons_as_text=x"], "there is no rule 'jsons_as_text', did you mean 'json_as_text'"),
        (["--baseline", "none.json"], "next: lessonlab review --write-baseline"),
        (["--baseline", "broken.json"], "is no baseline"),
        (["--config", "none.toml"], "next: name another file with --config"),
        (["--config", "broken.json"], "broken.json is not TOML"),
        (["--config", "odd.toml"], "[review] holds baseline = 'FILE'"),
        (["--config", "bare.toml"], "bare.toml, entry 1: why may it stay?"),
        (["--config", "more.toml"], "more.toml, entry 1: want texts for rule, object and reason"),
    ],
)
def test_what_cannot_be_obeyed(dsn, tmp_path, monkeypatch, given, said):
    """A rule that is not there, a reason that is missing and a file that is something else are our errors."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "broken.json").write_text("[1")
    (tmp_path / "odd.toml").write_text("[review]\nskip = ['x']")
    (tmp_path / "bare.toml").write_text("[[review.ignore]]\nrule = 'json_as_text'")
    (tmp_path / "more.toml").write_text("[[review.ignore]]\nrule = 'json_as_text'\nreason = 'x'\nuntil = 1")
    result = run("--dsn", dsn, *given)

    assert (1, True) == (result.exit_code, said in result.stderr), result.stderr


def test_both_ways_to_name_a_database_are_the_same(old, monkeypatch):
    """`LESSONLAB_DSN` is reviewed as `--dsn` is; nothing is cloned onto it."""
    named = run("--dsn", old)
    monkeypatch.setenv("LESSONLAB_DSN", old)

    assert (1, named.output) == (run().exit_code, run().output)
    assert "lesson.opened: timestamp without time zone" in named.output
