"""The tracker's side in the kernel: what a page sends is checked, recorded once, and answered."""

from __future__ import annotations

import gc
from types import SimpleNamespace
from uuid import UUID, uuid4

import pytest
from psycopg import conninfo

from lessonlab.errors import ConfigError, ProgressRefused, UnknownName
from lessonlab.postgres import provider
from lessonlab.postgres.session import Session
from lessonlab.tracker.beats import DAY, Beat, answer, read
from lessonlab.tracker.recording import Recorder
from lessonlab.tracker.subshells import hear_always
from lessonlab.tracker.widget import SCRIPTS, Tracker, track

ID = UUID("6f1c0c3e-0b0a-4c55-9b0e-3d5f3f0c7a11")
BEAT = {"id": str(ID), "seconds": 30}


@pytest.fixture
def session(settings, small):
    """Return the session of a notebook with the small class."""
    made = Session(settings, conninfo.conninfo_to_dict(small)["dbname"], "a test")
    yield made
    made.close()


@pytest.fixture
def where(session):
    """Return Mina, a course of hers, and a lesson that she never opened."""
    ids = session.connection().execute(
        "SELECT users.id, courses.id FROM users, courses"
        " WHERE email = 'mina@example.org' AND title = 'Databases'"
    )
    return *ids.fetchone(), "a-new-lesson"


@pytest.fixture
def record(session, where):
    """Return what adds to the row of that lesson."""
    made = Recorder(session, *where)
    yield made
    made.close()


def seconds_in(session, where):
    """Return what the row holds, `None` if there is none."""
    row = session.connection().execute(
        "SELECT time_spent_seconds FROM lesson_progress WHERE (user_id, course_id, lesson_id) = (%s, %s, %s)",
        where,
    )
    return next((seconds for (seconds,) in row), None)


def refuse(content):
    """Return the answer to *content* from a recorder that must not be reached."""

    def record(operation, seconds):
        raise AssertionError((operation, seconds))

    said, seconds = answer(content, record)
    assert seconds is None
    return said


def test_beat_is_read():
    """An id and whole seconds make a beat; what else is said is ignored."""
    assert Beat(ID, 30) == read({"kind": "beat", **BEAT})
    assert DAY == read(BEAT | {"seconds": DAY}).seconds


@pytest.mark.parametrize(
    "seconds", [0, -1, DAY + 1, 10**400, 1.5, 30.0, float("nan"), "30", True, None, [30], {}], ids=repr
)
def test_seconds_that_cannot_be_are_refused(seconds):
    """Negative, none, absurdly many, broken or of another type: said, and never recorded."""
    said = refuse(BEAT | {"seconds": seconds})

    assert ("refused", str(ID)) == (said["kind"], said["id"])
    assert "seconds: want" in said["message"]
    assert len(said["message"]) < 200


@pytest.mark.parametrize(
    "name", ["", "x", "6f1c0c3e", 7, None, [], "z" * 10**6], ids=lambda name: repr(name)[:9]
)
def test_ids_that_are_none_are_refused(name):
    """A beat without a proper id could be counted twice."""
    said = refuse(BEAT | {"id": name})

    assert "want a uuid" in said["message"]
    assert len(said["message"]) < 200


@pytest.mark.parametrize("content", [None, "beat", 30, [BEAT], {}], ids=repr)
def test_whatever_a_page_sends_is_answered(content):
    """Nothing that a page can send raises."""
    assert "refused" == refuse(content)["kind"]


def test_beat_that_comes_twice_counts_once(record, session, where):
    """Sent again, also by another kernel, a beat is acknowledged and adds nothing."""
    assert ({"kind": "recorded", "id": str(ID)}, 30) == answer(BEAT, record)
    assert 30 == answer(BEAT, record)[1]
    assert 30 == answer(BEAT, Recorder(session, *where))[1]
    assert 30 == seconds_in(session, where)


def test_beats_may_come_in_any_order(record, session, where):
    """A late one is added like any other, and the first may come again at the end."""
    beats = [{"id": str(uuid4()), "seconds": seconds} for seconds in (1, 2, 4, 8)]

    for i in (2, 0, 3, 2, 1, 0):
        answer(beats[i], record)

    assert 15 == seconds_in(session, where)


def test_id_with_other_seconds_is_refused(record, session, where):
    """A page that says something else under the same id is told so; the row keeps the first."""
    answer(BEAT, record)

    said, _ = answer(BEAT | {"seconds": 31}, record)

    assert "carried out before" in said["message"]
    assert 30 == seconds_in(session, where)


def test_readers_transaction_is_not_touched(record, session, where):
    """A beat is recorded while a cell has a transaction open, and a ROLLBACK there does not take it back."""
    session.connection().execute("BEGIN")
    answer(BEAT, record)
    session.connection().execute("ROLLBACK")

    assert 30 == seconds_in(session, where)


@pytest.mark.slow
def test_lock_of_the_reader_ends_in_a_refusal(record, session, where):
    """A row that a cell keeps locked makes the beat wait a little, and then it is the page's again."""
    answer(BEAT, record)
    session.connection().execute("BEGIN; SELECT FROM course_progress FOR UPDATE")

    said, _ = answer({"id": str(uuid4()), "seconds": 5}, record)
    session.connection().execute("ROLLBACK")

    assert "refused" == said["kind"]
    assert 30 == seconds_in(session, where)


def test_connection_that_was_cut_is_replaced(record, session):
    """The server ends the recorder's connections: the next beat is recorded."""
    answer(BEAT, record)
    session.connection().execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE datname = current_database() AND pid <> pg_backend_pid()"
    )

    assert 35 == answer({"id": str(uuid4()), "seconds": 5}, record)[1]


def test_recorder_does_not_keep_its_session(session, where):
    """A notebook that is opened anew lets its old database go; its tracker says what to do."""
    other = Session(session.settings, session.name, "another")
    record = Recorder(other, *where)
    del other
    gc.collect()

    said, _ = answer(BEAT, record)

    assert "the database of this tracker is gone; next: run the tracker's cell again" == said["message"]


def test_recorder_follows_a_reset(record, session, server):
    """After lab.reset() the beats go to the fresh database."""
    answer(BEAT, record)
    session.name = conninfo.conninfo_to_dict(provider.clone(server, "tests", "small"))["dbname"]
    try:
        assert 5 == answer({"id": str(uuid4()), "seconds": 5}, record)[1]
    finally:
        provider.drop_clone(server, session.name)


@pytest.mark.parametrize(
    ("place", "value", "error"),
    [
        (0, uuid4(), UnknownName),
        (1, uuid4(), UnknownName),
        (0, "mina", ProgressRefused),
        (2, "Joins!", ProgressRefused),
    ],
    ids=["user", "course", "name", "lesson"],
)
def test_what_does_not_exist_is_refused_at_once(session, where, place, value, error):
    """Not at the first beat, half a minute later."""
    given = list(where)
    given[place] = value

    with pytest.raises(error):
        Recorder(session, *given)


def test_tracker_says_in_words_what_it_is(session, where):
    """Without a browser the cell shows a text that is always the same, and HTML that says it too."""
    bundle, _ = track(session, {}, where, interval=30, idle=60)._repr_mimebundle_()

    first, second = bundle["text/plain"].splitlines()
    assert "time tracker · Mina in Databases: a-new-lesson" == first.partition(" · a beat")[0]
    assert "a beat every 30 s, idle after 60 s · 0 s in the row" in first
    assert "it counts in a page of JupyterLab, once this cell is run there" == second
    assert bundle["text/plain"].replace("\n", "<br>") in bundle["text/html"]


def test_tracker_answers_the_page(session, where):
    """A beat goes into the row, the row's seconds into the widget, the answer to the page."""
    tracker = track(session, {}, where, interval=30, idle=0)
    said = []
    tracker.send = said.append

    tracker._handle_custom_msg(BEAT, [])
    tracker._handle_custom_msg("nonsense", [])

    assert ["recorded", "refused"] == [each["kind"] for each in said]
    assert 30 == tracker.row == seconds_in(session, where)


def test_tracker_that_is_made_again_ends_the_first(session, where):
    """One lesson has one tracker in a notebook; another lesson has its own."""
    running = {}
    first = track(session, running, where, interval=30, idle=60)
    other = track(session, running, (*where[:2], "another-lesson"), interval=30, idle=60)
    second = track(session, running, where, interval=30, idle=60)

    assert {second.key: second, other.key: other} == running
    assert (None, True) == (first.comm, other.comm is not None)


@pytest.mark.parametrize("given", [{"interval": 0}, {"interval": -1}, {"interval": 9999}, {"idle": -1}])
def test_tracker_refuses_times_that_cannot_be(given):
    """An interval must pass, an idle limit must not be negative; NaN is neither."""
    with pytest.raises(ConfigError, match="want"):
        Tracker(lambda *_: 0, key="k", label="l", **given)
    with pytest.raises(ConfigError, match="want"):
        Tracker(lambda *_: 0, key="k", label="l", **dict.fromkeys(given, float("nan")))


def test_scripts_are_one_module():
    """What the page gets is both files, in order, and one default export."""
    source = Tracker(lambda *_: 0, key="k", label="l")._esm

    assert ("ledger.js", "tracker.js") == SCRIPTS
    assert source.index("class Ledger") < source.index("class Tracker")
    assert 1 == source.count("export default")


def test_message_for_a_subshell_that_ended_goes_to_the_main_shell():
    """A subshell that runs gets its messages; one that does not would swallow them."""
    manager = SimpleNamespace(list_subshell=lambda: ["alive"])
    kernel = SimpleNamespace(shell_channel_thread=SimpleNamespace(manager=manager))
    comm = SimpleNamespace(kernel=kernel)

    hear_always(comm)

    assert ["alive", None, None] == [comm._reply_subshell_for({}, one) for one in ("alive", "ended", None)]
    comm.kernel = SimpleNamespace()  # a kernel without subshells
    assert comm._reply_subshell_for({}, None) is None
