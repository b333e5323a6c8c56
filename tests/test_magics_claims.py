"""`%claims`: a claim's probes, run in a copy of the class that is gone afterwards."""

from __future__ import annotations

import signal
import threading
from contextlib import contextmanager
from functools import partial

import psycopg
import pytest
from IPython.utils.capture import capture_output
from psycopg import conninfo

from lessonlab.course.claim_names import claim_ids
from lessonlab.course.claims import find_claim, parse_claims
from lessonlab.errors import ClaimError, ConfigError, ContentError, SqlError, UnknownName
from lessonlab.grading import claim_probes
from lessonlab.grading.claim_probes import measures_of, parse_measures
from lessonlab.magics import lab_magics
from lessonlab.postgres.copies import Copies
from lessonlab.postgres.provider import databases
from lessonlab.postgres.server import Server
from lessonlab.statements.claim_cells import seen_by

HELD = """--@ do: a row that names Mina
CREATE TABLE bookmark (user_id UUID REFERENCES users (id));
INSERT INTO bookmark VALUES (:mina);
"""
DELETE = "--@ sqlstate delete: she is deleted\nDELETE FROM users WHERE id = :mina;\n"


@pytest.fixture
def cell(shell, lab, server):
    """Return a function that runs a cell beside an open lab, and gives its result or raises."""
    lab_magics.register(shell, lab.session, lab.desk, Copies(lambda: server))

    def run(source):
        with capture_output():
            done = shell.run_cell(source)
        if error := done.error_before_exec or done.error_in_exec:
            raise error
        return done.result

    return run


@pytest.fixture
def probes(tmp_path, monkeypatch):
    """Return a function that gives the claim G190, whose one fact is `delete`, other probes."""
    monkeypatch.setattr(claim_probes, "path_of", lambda claim: tmp_path / claim.id)
    return partial((tmp_path / "G190").write_text, encoding="utf-8")


@contextmanager
def stopping_soon():
    """Interrupt this process in a moment, as Ctrl-C does."""
    timer = threading.Timer(1.5, signal.raise_signal, (signal.SIGINT,))
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def copies_left(server):
    """Return the databases that copies were."""
    with psycopg.connect(server.dsn) as connection:
        return [one.name for one in databases(connection) if one.name.startswith("lab_claims_")]


def test_no_lab_is_open(shell):
    """Before a lab is open, it says how to open one."""
    lab_magics.load_ipython_extension(shell)
    with capture_output():
        error = shell.run_cell("%claims G190").error_in_exec
    assert 'no lab is open yet\nnext: lab = lessonlab.open("00_start_here")' == str(error)


def test_a_family_is_measured_and_shown(cell, server):
    """Each claim of the span is a row with what was seen; no copy is left."""
    shown = repr(cell("%claims G190–G191, G004"))
    assert [line[:4] for line in shown.splitlines() if line[0] == "G"] == ["G190", "G191", "G004"]
    assert "seen       delete: 23503 · another one, whom nothing holds: accepted" in shown
    assert copies_left(server) == []


def test_the_reader_s_session_is_left_alone(cell, lab):
    """An open transaction stays open, its rows stay hers, and the copy does not see them."""
    lab.run("BEGIN; DELETE FROM users")
    before = lab.connection.info.backend_pid
    cell("%claims G190")
    assert (lab.value("SELECT count(*) FROM users"), before) == (0, lab.connection.info.backend_pid)
    lab.run("ROLLBACK")


def test_nothing_of_a_probe_is_there_for_the_next(cell, probes):
    """A probe is taken back, a `do` stays, and another claim of the cell sees neither."""
    probes(
        "--@ accepted: everybody is gone\nDELETE FROM users;\n"
        "--@ true: they are back\nSELECT count(*) = 120 FROM users;\n"
        "--@ true: a setting is too\nSELECT current_setting('work_mem') = '4MB';\n"
        f"{HELD}SET work_mem = '1MB';\n--@ true: the row stays\nSELECT count(*) = 1 FROM bookmark;\n{DELETE}"
    )
    once = repr(cell("%claims G190"))
    assert once.count("yes") == 3
    assert "delete: 23503" in once
    assert repr(cell("%claims G190")) == once


def test_each_verb_shows_what_it_saw(cell, probes):
    """Facts stand under their names, what judges by itself under its label."""
    probes(
        f"{HELD}{DELETE}"
        "--@ refused 23505 or 23P01: the same address\n"
        "INSERT INTO users (email, name) SELECT email, name FROM users;\n"
        "--@ pages < 500: a look at all\nSELECT count(*) FROM users;\n"
    )
    seen = "delete: 23503 · the same address: 23505 · a look at all: fewer than 500"
    assert seen in repr(cell("%claims G190"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (DELETE, "delete differs: want '23503', have 'accepted'"),
        (
            "--@ value delete: none\nSELECT nothing;\n",
            "have 'column \"nothing\" does not exist (SQLSTATE 42703)'",
        ),
        (
            HELD.replace("UUID", "INTEGER") + DELETE,
            "a row that names Mina differs: want 'accepted', have 'foreign",
        ),
        (HELD + DELETE + "--@ accepted: x\nSELECT nothing;\n", "x differs: want 'accepted', have 'column"),
        (HELD + DELETE + "--@ refused 23505: x\nSELECT 1;\n", "x differs: want '23505', have 'accepted'"),
        (HELD + DELETE + "--@ refused 23505: x\nSELECT nothing;\n", "x differs: want '23505', have '42703'"),
        (HELD + DELETE + "--@ true: x\nSELECT false;\n", "x differs: want 'yes', have 'no'"),
        (HELD + DELETE + "--@ true: x\nSELECT NULL::boolean;\n", "x differs: want 'yes', have 'None'"),
        (HELD + DELETE + "--@ true: x\nSELECT nothing;\n", "x differs: want 'yes', have 'column"),
        (HELD + DELETE + "--@ pages < 1: x\nSELECT * FROM users;\n", "x differs: want 'fewer than 1', have"),
    ],
)
def test_what_is_not_so_fails_the_cell(cell, probes, server, text, said):
    """A fact, and each verb that judges by itself, can fail; the copy is dropped all the same."""
    probes(text)
    with pytest.raises(ClaimError) as caught:
        cell("%claims G190")
    assert said in caught.value.message
    assert caught.value.cure == "lessonlab report"
    assert copies_left(server) == []


def test_a_rule_that_waits_for_commit_answers_too(cell, probes):
    """What a deferred rule would refuse at COMMIT is refused, and a `do` leaves it deferred for others."""
    probes(
        "--@ do: a rule that waits\nCREATE TABLE late (id INTEGER UNIQUE DEFERRABLE INITIALLY DEFERRED);\n"
        "INSERT INTO late VALUES (1);\n--@ refused 23505: twice\nINSERT INTO late VALUES (1);\n"
        "--@ accepted: twice for a moment\n"
        "INSERT INTO late VALUES (1); UPDATE late SET id = 2 WHERE ctid = '(0,1)';\n"
        f"{HELD}{DELETE}"
    )
    assert "twice: 23505 · twice for a moment: accepted" in repr(cell("%claims G190"))


def test_apart_runs_without_a_transaction(cell, probes, server):
    """A file that begins with apart may VACUUM; it has a copy of its own, which is gone afterwards."""
    probes(f"--@ apart: VACUUM\n{HELD}{DELETE}--@ accepted: a vacuum\nVACUUM users;\n")
    assert "a vacuum: accepted" in repr(cell("%claims G190"))
    probes(f"{HELD}{DELETE}--@ refused 25001: a vacuum\nVACUUM users;\n")
    assert "a vacuum: 25001" in repr(cell("%claims G190"))
    assert copies_left(server) == []


def test_a_stop_is_no_answer(cell, probes, server):
    """Ctrl-C ends the cell, whatever the probe wanted, and drops the copy."""
    probes(
        f"{HELD}--@ sqlstate delete: stopped\n"
        "SELECT pg_cancel_backend(pg_backend_pid()); SELECT pg_sleep(60);\n"
    )
    with pytest.raises(ClaimError, match="have '57014'"):
        cell("%claims G190")
    probes(f"{HELD}--@ sqlstate delete: stopped\nSELECT pg_sleep(60);\n")
    with pytest.raises((SqlError, KeyboardInterrupt)), stopping_soon():
        cell("%claims G190")
    assert copies_left(server) == []


def test_a_role_that_may_make_no_copy_is_told_so(shell, lab, server):
    """One line says what is not possible, one what to do."""
    with psycopg.connect(server.dsn, autocommit=True) as admin:
        admin.execute("CREATE ROLE looker LOGIN PASSWORD 'x'")
        bare = Server(conninfo.make_conninfo(server.dsn, user="looker", password="x"), local=False)  # noqa: S106
        lab_magics.register(shell, lab.session, lab.desk, Copies(lambda: bare))
        with capture_output() as captured:
            error = shell.run_cell("%claims G190").error_in_exec
        admin.execute("DROP ROLE looker")
    assert str(error).splitlines() == [
        "the role 'looker' may not create databases",
        'next: as an administrator: ALTER ROLE "looker" CREATEDB',
    ]
    assert captured.stdout.splitlines()[0] == "lessonlab: the role 'looker' may not create databases"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("--@ valu delete: x\nSELECT 1;\n", "want do, refused"),
        ("--@ do nothing_of_this_name: x\n" + DELETE, "there is no SQL file 'prepared/nothing_of_this_name'"),
        ("--@ value delete\nSELECT 1;\n", "a line is not `--@ VERB: what is tried`"),
        ("SELECT 1;\n" + DELETE, "SQL stands above the first"),
        ("-- nothing\n", "it has no probes"),
        ("--@ apart: VACUUM\n", "it has no probes"),
        (DELETE + "--@ apart: VACUUM\n", "stands only once, above all others"),
        ("--@ value delete: x\n-- only words\n", "needs a label, and SQL below it"),
        ("--@ value delete:\nSELECT 1;\n", "needs a label, and SQL below it"),
        (DELETE + DELETE, "two probes are called 'delete'"),
        ("--@ true: x\nSELECT true;\n", "claims.toml has a fact 'delete' that no probe measures"),
        (DELETE + "--@ value more: x\nSELECT 1;\n", "it measures 'more', which is no fact of G190"),
        ("--@ pages < 5 delete: x\nSELECT 1;\n", "want do, refused"),
    ],
)
def test_a_broken_file_says_where(text, said):
    """A mistake in a file of probes is one error that names the file."""
    with pytest.raises(ContentError, match=r"sql/claims/g190\.sql|'prepared/") as caught:
        parse_measures(find_claim("G190"), text)
    assert said in caught.value.message


def test_facts_of_newer_servers_are_left_out_on_older_ones(every_server):
    """A fact that is left out there is not asked for; one that is replaced is judged by what is so there."""
    claim = parse_claims(
        '[G001]\nchapter = "01"\nclaim = "x"\nverdict = "holds"\n'
        'expect = { one = 1, uuidv7 = "accepted", version = 7 }\n'
        'before_18 = { expect = { uuidv7 = "42883" }, without = ["version"] }\n'
    )["G001"]
    measures = parse_measures(
        claim,
        "--@ value one: any server\nSELECT 1;\n--@ sqlstate uuidv7: a function\nSELECT uuidv7();\n"
        "--@ value version: what it gives\nSELECT uuid_extract_version(uuidv7());\n",
    )
    with psycopg.connect(every_server, autocommit=True) as session:
        verdict = seen_by(session, measures, {})
        newest = session.info.server_version >= 180_000
    want = {"one": "1", "uuidv7": "accepted", "version": "7"} if newest else {"one": "1", "uuidv7": "42883"}
    assert (dict(verdict.seen), verdict.disagreements) == (want, ())


def test_a_name_without_a_value_is_an_error(cell, probes):
    """A probe that asks for somebody who is not in the class says so, and is not sent."""
    probes(HELD + DELETE.replace(":mina", ":minna"))
    with pytest.raises(ContentError, match=r"`she is deleted`: sql/claims/names.sql has no :minna"):
        cell("%claims G190")


@pytest.mark.usefixtures("probes")
def test_a_claim_without_probes_says_who_measures_it():
    """Its page has a cell that does; one without facts is shown as it is."""
    with pytest.raises(ClaimError, match="G009 has no probes") as caught:
        measures_of(find_claim("G009"))
    assert caught.value.cure == 'lab.claim("G009", all_learners_ratio=…, one_learner_ratio=…)'
    assert measures_of(find_claim("G004")).probes == ()


@pytest.mark.parametrize(
    ("line", "ids"),
    [
        ("G064", ["G064"]),
        (" G064 – G066 ", ["G064", "G065", "G066"]),
        ("G064—G065,G001 L001", ["G064", "G065", "G001", "L001"]),
        ("G064 G064-G065", ["G064", "G065"]),
        ("G064..G066", ["G064..G066"]),
    ],
)
def test_ids_of_a_line(line, ids):
    """One, several, a span with any dash; what is no id is left for the look-up to refuse."""
    assert list(claim_ids(line)) == ids


@pytest.mark.parametrize(
    ("line", "error", "said"),
    [
        ("", ConfigError, "no claim is named"),
        ("G066–G064", ConfigError, "is no span"),
        ("G064-L066", ConfigError, "is no span"),
        ("G064-066", UnknownName, "there is no claim 'G064-066'"),
        ("g190", UnknownName, "did you mean 'G190'"),
        ("G213-G215", UnknownName, "there is no claim 'G215'"),
    ],
)
def test_a_line_that_names_none(cell, line, error, said):
    """What is no claim is one error that says what to type."""
    with pytest.raises(error, match=said):
        cell(f"%claims {line}")
