"""The class's server: what it acknowledges is kept, the token decides whose it is, the board shows text."""

from __future__ import annotations

import datetime as dt
import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest

from lessonlab.grading import library
from lessonlab.workshop import roster, sending, tokens, told_board, tries
from lessonlab.workshop.board import Board
from lessonlab.workshop.class_folder import new_class, open_class
from lessonlab.workshop.collected import RECEIVED, Handed, collect
from lessonlab.workshop.host import IN_A_MINUTE, MOST_IN_A_MINUTE
from lessonlab.workshop.joined import Joined
from lessonlab.workshop.store import MOST_KEPT
from lessonlab.workshop.tries import MOST_SENT, Try

NOW = dt.datetime(2026, 12, 1, 12, tzinfo=dt.UTC)
ADA, BEN, MINA = "ada@example.org", "ben@example.org", "mina@example.org"
EVIL = "SELECT '<script>alert(1)</script>' \x1b[2J"


@pytest.fixture
def folder(tmp_path):
    """Return a class of three."""
    new_class(tmp_path / "a class")
    return tmp_path / "a class"


class Served:
    """A server in a process of its own."""

    def __init__(self, folder, port=0, python=(sys.executable,)):
        command = [*python, "-m", "lessonlab", "class", "serve", folder, "--port", str(port)]
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8"
        )
        said = self.process.stdout.readline() + self.process.stdout.readline()
        self.port = int(re.search(r"127\.0\.0\.1:(\d+)", said)[1])
        self.key = re.search(r"key=(\S+)", said)[1]

    def ask(self, method, path, body=None, **headers):
        """Return the answer's status, headers and body."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            return answer.status, dict(answer.getheaders()), answer.read().decode()
        finally:
            connection.close()

    def send(self, token, *sent, body=None):
        """Hand in, and return the status and what was said."""
        whole = tries.packed("x", sent, NOW).encode() if body is None else body
        status, _, said = self.ask("POST", "/hand-in", whole, Authorization=f"Bearer {token}")
        return status, json.loads(said)

    def board(self, names=0):
        """Return the board's page."""
        cookie = f"lessonlab_board={self.key}"
        return self.ask("GET", f"/board?names={names}", Cookie=cookie)


@contextmanager
def serving(folder, port=0, **how):
    """Yield a server, and end it."""
    served = Served(folder, port, **how)
    try:
        yield served
    finally:
        served.process.kill()
        served.process.wait()
        served.process.stdout.close()


def a_try(key="06-01", sql="SELECT 1", minute=0, said="not yet", mistake=""):
    """Return a try at a minute."""
    return Try(key, sql, (NOW + dt.timedelta(minutes=minute)).isoformat(), said, mistake)


def test_what_is_acknowledged_is_kept(folder):
    """Also by a server that is killed at once; sent again it is the same, and counts from the first time."""
    token = open_class(folder).passes[ADA].token
    with serving(folder) as served:
        status, first = served.send(token, a_try())
        assert (200, 1, open_class(folder).passes[ADA].alias) == (status, first["tries"], first["alias"])
        served.process.send_signal(signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL)
        served.process.wait()
        port = served.port
    with serving(folder, port) as served:
        assert served.send(token, a_try())[1]["received"] == first["received"]
        served.send(token, a_try(), a_try(minute=1))
    found = collect(open_class(folder), dt.datetime.now(dt.UTC)).handed
    assert [(ADA, "server")] * 2 == [(one.email, one.clock) for one in found]
    assert found[0].when.isoformat() == first["received"]


DROPPED = """
import asyncio, os, signal
from lessonlab import cli
from lessonlab.workshop import serving

class Finalized:
    def __del__(self):
        os.kill(os.getpid(), signal.SIGTERM)

sleep = asyncio.sleep
async def sleep_on(seconds):
    asyncio.sleep = sleep
    Finalized()
    print("and it goes on", flush=True)
    await sleep(seconds)
asyncio.sleep = sleep_on
cli.main()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a process there is not told to end by SIGTERM")
def test_a_signal_that_python_drops_ends_the_server_all_the_same(folder):
    """What a handler raises in a finalizer goes nowhere: the server asks whether a signal has come."""
    done = subprocess.run(
        [sys.executable, "-c", DROPPED, "class", "serve", folder, "--port", "0"],
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )

    assert "Exception ignored in" in done.stderr
    assert "and it goes on" in done.stdout
    assert 0 == done.returncode


def test_whose_it_is_decides_the_token(folder):
    """Not what is written inside; one that is nobody's, or was rotated away meanwhile, is refused."""
    token = open_class(folder).passes[BEN].token
    with serving(folder) as served:
        whole = tries.packed(ADA, [a_try()], NOW).encode()
        assert served.send(token, body=whole)[0] == 200
        assert [BEN] == [one.email for one in collect(open_class(folder), NOW).handed]
        for wrong in ("", "x", token[:-1], token.lower()):
            assert served.send(wrong, a_try())[0] == 401
        made = tokens.make_tokens(folder / tokens.FILE, open_class(folder).people, rotate=[BEN])
        until = threading.Event()
        for _ in range(100):
            status, said = served.send(token, a_try())
            if status == 401:
                break
            until.wait(0.5)  # what is sent with either token counts towards one person's limit
        assert (status, said["cure"].partition(",")[0]) == (401, "lessonlab join EMAIL TOKEN")
        assert served.send(made[BEN].token, a_try(minute=9))[0] == 200


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"{}", 400),
        (b"\xff" * 10, 400),
        (b'{"lessonlab_hand_in": 99, "tries": []}', 400),
        (b"[" * 99_999, 400),
    ],
)
def test_what_is_no_hand_in(folder, body, status):
    """It is said in a line, and nothing is kept."""
    token = open_class(folder).passes[ADA].token
    with serving(folder) as served:
        got, said = served.send(token, body=body)
        assert (got, sorted(said)) == (status, ["cure", "error", "time"])
    assert not list((folder / "handed-in").iterdir())


def test_too_much_and_too_often(folder):
    """What is too big is cut off, and who sends too often waits; others do not."""
    passes = open_class(folder).passes
    with serving(folder) as served:
        for token, status in ((passes[ADA].token, 413), ("nobody's", 401)):
            assert served.send(token, body=b"x" * (MOST_SENT + 1))[0] == status
        pieces = iter([b"x" * MOST_SENT, b"x"])  # in pieces nobody says how much will come
        assert served.send(passes[ADA].token, body=pieces)[0] == 413
        got = [served.send(passes[BEN].token, a_try(minute=number))[0] for number in range(IN_A_MINUTE + 1)]
        assert got == [200] * IN_A_MINUTE + [429]
        large = "x" * (MOST_SENT // 2)
        got = [
            served.send(passes[ADA].token, a_try(sql=large, minute=number))[0]
            for number in range(2 * MOST_IN_A_MINUTE // MOST_SENT)
        ]
        assert got[0] == 200
        assert got[-1] == 429
        assert served.send(passes[MINA].token, a_try())[0] == 200


def test_who_sends_again_and_again(folder):
    """The disk of the class is not one person's: what is kept of each has an end, and is said in a line."""
    passes = open_class(folder).passes
    with serving(folder) as served:
        assert served.send(passes[ADA].token, a_try())[0] == 200
        with (folder / "handed-in" / ADA / f"20261201T120000-{16 * 'a'}.json").open("wb") as file:
            file.truncate(MOST_KEPT)  # a hole: it takes no room
        (folder / "handed-in" / BEN).mkdir()
        with (folder / "handed-in" / BEN / "thesis.pdf").open("wb") as file:
            file.truncate(MOST_KEPT)  # the instructor's own doing
        served.process.kill()
        served.process.wait()
        port = served.port
    with serving(folder, port) as served:
        status, said = served.send(passes[ADA].token, a_try(minute=1))
        assert (status, said["error"]) == (
            413,
            "you have handed in 100 MB, all that the class keeps of one person",
        )
        assert served.send(passes[ADA].token, a_try())[0] == 200  # it is there already
        ben = Joined(BEN, passes[BEN].token)
        first, again = (sending.send(f"http://127.0.0.1:{port}", ben, [a_try()]).received for _ in range(2))
        assert first == again
    assert len(list((folder / "handed-in" / ADA).iterdir())) == 2
    assert len(list((folder / "handed-in" / BEN).glob("*.json"))) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="/dev/full is Linux's")
def test_full_disk_makes_no_time_up(folder):
    """What is in no book is not kept either: it would count at its student's own clock."""
    passes = open_class(folder).passes
    book = folder / "handed-in" / RECEIVED
    book.symlink_to("/dev/full")
    with serving(folder) as served:
        status, said = served.send(passes[ADA].token, a_try())
        assert (status, said["error"]) == (507, "it could not be kept: No space left on device")
        assert collect(open_class(folder), NOW).handed == []
        book.unlink()
        assert served.send(passes[ADA].token, a_try())[0] == 200
    assert ["server"] == [one.clock for one in collect(open_class(folder), NOW).handed]


@pytest.mark.skipif(sys.platform == "win32", reason="a folder there is closed in another way")
def test_disk_that_takes_nothing(folder):
    """What cannot be kept is not acknowledged."""
    (folder / "handed-in" / ADA).write_text("a file where a folder should be")
    with serving(folder) as served:
        status, said = served.send(open_class(folder).passes[ADA].token, a_try())
        assert (status, said["cure"]) == (507, "send it again later; your file stays as it is")
        assert served.send(open_class(folder).passes[BEN].token, a_try())[0] == 200


@pytest.mark.slow
def test_many_at_once(tmp_path):
    """Two hundred people send at one moment: each is kept once, and the book has them all."""
    new_class(tmp_path / "many")
    rows = "".join(f"P{number},p{number}@example.org\n" for number in range(200))
    (tmp_path / "many" / roster.FILE).write_text(f"name,email\n{rows}", encoding="utf-8")
    opened = open_class(tmp_path / "many")
    passes = tokens.make_tokens(opened.path / tokens.FILE, opened.people)
    with serving(opened.path) as served, ThreadPoolExecutor(50) as pool:
        said = list(pool.map(lambda one: served.send(one.token, a_try())[0], passes.values()))
    assert said == [200] * 200
    found = collect(open_class(opened.path), dt.datetime.now(dt.UTC))
    assert ({one.email for one in found.handed}, found.rest) == (set(passes), [])
    assert all(one.clock == "server" for one in found.handed)


def test_board_is_the_instructor_s(folder):
    """Without the key there is none; with it in the address it moves into a cookie."""
    with serving(folder) as served:
        for path in ("/board", "/board.part", "/board?key=x"):
            assert served.ask("GET", path)[0] == 403
        status, headers, _ = served.ask("GET", f"/board?key={served.key}")
        assert (status, headers["Location"]) == (302, "/board")
        assert "HttpOnly" in headers["Set-Cookie"]
        assert "SameSite=Strict" in headers["Set-Cookie"]
        status, headers, _ = served.board()
        assert (status, "script-src 'self'" in headers["Content-Security-Policy"]) == (200, True)
        assert "lessonlab" == headers["Server"]
        assert served.ask("GET", "/../tokens.csv")[0] == 404
        assert served.ask("GET", "/board.css")[0] == 200


@pytest.mark.skipif(os.name == "nt", reason="a number of files a process is POSIX's")
def test_who_only_holds_connections_keeps_nobody_out(folder):
    """More than the system has numbers for: the oldest go, a hand-in is kept, and nothing is logged."""
    few = ["/bin/sh", "-c", 'ulimit -n 256; exec "$0" "$@"', sys.executable]
    with serving(folder, python=few) as served:
        held = []
        for _ in range(300):
            held.append(socket.create_connection(("127.0.0.1", served.port), timeout=60))
            held[-1].sendall(b"POST /hand-in HTTP/1.1\r\nHost: x\r\nContent-Le")
        assert served.send(open_class(folder).passes[ADA].token, a_try())[0] == 200
        assert served.ask("GET", "/board?key=%FF")[0] == 400
        held[0].settimeout(60)
        assert held[0].recv(10) == b""
        for one in held:
            one.close()
        served.process.kill()
        assert served.process.stdout.read() == ""


def test_what_a_student_sends_is_text(folder):
    """SQL, mistakes and names are shown as they are; nobody's name unless it is asked for."""
    (folder / roster.FILE).write_text("name,email\n<b>Ada</b>,ada@example.org\n", encoding="utf-8")
    with serving(folder) as served:
        served.send(open_class(folder).passes[ADA].token, a_try(sql=EVIL, mistake="<i>MINA IS SLOW</i>"))
        page, named = served.board()[2], served.board(names=1)[2]
    assert "<script>alert" not in page
    assert "\x1b" not in page
    assert "&lt;script&gt;alert" in page
    assert "MINA" not in page  # a mistake that no course knows is a student's own word
    assert ("Ada" in page, "&lt;b&gt;Ada&lt;/b&gt;" in named) == (False, True)
    assert ADA not in page


def board_of(folder, *handed):
    """Return the board after some tries."""
    board = Board(open_class(folder))
    for one in handed:
        board.take(one)
    return board


def at(email, key, minute, said, text="SELECT 1", mistake=""):  # noqa: PLR0917 - as a table
    """Return what was handed in at a minute."""
    when = NOW + dt.timedelta(minutes=minute)
    return Handed(email, key, text, when, "server", "", said, mistake, when.isoformat())


def test_who_may_want_help(folder):
    """Three tries at one exercise, or ten minutes without a pass; not who has just passed it."""
    tried = [at(ADA, "06-01", minute, "not yet") for minute in (0, 1, 2)]
    board = board_of(folder, *tried, at(BEN, "06-01", 0, "not yet"), at(BEN, "06-01", 1, "correct"))
    early, late = NOW + dt.timedelta(minutes=3), NOW + dt.timedelta(minutes=12)
    assert [one.name for one in board.view(early).stuck] == ["Ada Example"]
    board.take(at(BEN, "06-02", 1.5, "not yet"))
    assert [one.name for one in board.view(late).stuck] == ["Ada Example", "Ben Example"]
    board.take(at(ADA, "06-01", 12, "correct"))
    board.take(at("nobody@example.org", "06-01", 12, "correct"))
    view = board.view(late)
    (funnel,) = [one for one in view.funnels if one.key == "06-01"]
    assert (funnel.tried, funnel.passed, funnel.of, funnel.tries) == (2, 2, 3, 6)
    assert "! " in told_board.text(view, names=False)


def test_nobody_is_stuck_at_what_the_instructor_judges(folder):
    """It was handed in, three times, an hour ago: that is no trouble; the next exercise may be."""
    board = board_of(folder, *(at(ADA, "06-01", minute, "kept for your instructor") for minute in range(3)))
    late = NOW + dt.timedelta(hours=1)
    assert board.view(late).stuck == ()
    board.take(at(ADA, "06-02", 4, "not yet"))
    assert [one.name for one in board.view(late).stuck] == ["Ada Example"]


def test_commonest_wrong_answers(folder):
    """A mistake counts each person once, whatever the SQL; the same SQL is one answer, however it is set."""
    mistake = library.find("06-01").wrong[0].note
    assert mistake
    board = board_of(
        folder,
        at(ADA, "06-01", 0, "not yet", "SELECT a", mistake),
        at(ADA, "06-01", 1, "not yet", "SELECT b", mistake),
        at(BEN, "06-01", 2, "not yet", "SELECT c", mistake),
        at(ADA, "07-01", 3, "not yet", "SELECT  d"),
        at(BEN, "07-01", 4, "not yet", "select d -- mine"),
        at(BEN, "07-01", 5, "not yet", "SELECT e"),
    )
    assert [(one.key, one.people, one.mistake) for one in board.view(NOW).wrong] == [
        ("06-01", 2, mistake),
        ("07-01", 2, ""),
        ("07-01", 1, ""),
    ]


def test_somebody_who_joins_late_is_there(folder):
    """The board learns of the roster as it is now, and forgets nothing of those who stay."""
    board = board_of(folder, at(ADA, "06-01", 0, "correct"))
    with (folder / roster.FILE).open("a", encoding="utf-8") as file:
        file.write("Zoe,zoe@example.org,B,\n")
    board.know(open_class(folder))
    board.take(at("zoe@example.org", "06-01", 1, "correct"))
    (funnel,) = [one for one in board.view(NOW).funnels if one.key == "06-01"]
    assert (funnel.passed, funnel.of) == (2, 4)


def test_board_of_all_exercises_has_each(folder):
    """A class file that names none has those of its pages."""
    (folder / "class.toml").write_text('pages = ["06"]\n', encoding="utf-8")
    keys = [one.key for one in Board(open_class(folder)).view(NOW).funnels]
    assert keys == [key for key in library.keys() if key.startswith("06")]  # noqa: SIM118 - a function
