"""Students who mean harm, and instructors who are in a hurry: one error of ours, and nobody else is hurt."""

from __future__ import annotations

import datetime as dt
import http.server
import json
import os
import socket
import sys
import threading
import zipfile
from contextlib import closing, suppress
from dataclasses import asdict

import pytest
from click.testing import CliRunner

from lessonlab.cli import commands
from lessonlab.config import HIDDEN
from lessonlab.errors import ConfigError
from lessonlab.grading import library
from lessonlab.workshop import board as board_module
from lessonlab.workshop import (
    class_file,
    collected,
    feedback,
    host,
    mark_files,
    private,
    roster,
    sending,
    similar,
    tokens,
    tries,
)
from lessonlab.workshop.board import Board
from lessonlab.workshop.class_folder import new_class, open_class
from lessonlab.workshop.collected import Handed, collect
from lessonlab.workshop.joined import Joined
from lessonlab.workshop.marking import MISSING, Mark
from lessonlab.workshop.similar import Alike
from lessonlab.workshop.store import Store
from lessonlab.workshop.tries import Try

NOW = dt.datetime(2026, 12, 1, 12, tzinfo=dt.UTC)
ADA, BEN = "ada@example.org", "ben@example.org"
HALF = "SELECT '\ud800'"  # half of a character: JSON can write it, UTF-8 cannot
links = pytest.mark.skipif(os.name == "nt", reason="links and pipes of POSIX")


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


def people(opened, *rows):
    """Return the class with another roster."""
    (opened.path / roster.FILE).write_text("\n".join(["name,email,group,extensions", *rows]), "utf-8")
    return open_class(opened.path)


def test_half_a_character_stops_nobody_s_marks(opened):
    """It is sent, kept, shown and written out; the class's tables are made."""
    sent = tries.parse_hand_in(tries.packed(ADA, [Try("06-01", HALF, "")], NOW).encode())
    assert HALF == sent.tries[0].sql
    put(opened, "ada/1.json", tries.packed(ADA, sent.tries, NOW))
    (one,) = collect(opened, NOW).handed
    blank = {key: Mark("", key, MISSING, 0.0) for key in opened.course.exercises}
    marks = {who.email: dict(blank) for who in opened.people}
    key = next(iter(blank))
    marks[ADA][key] = Mark(ADA, key, "not yet", 0.0, text=one.text, said=f"no\n{HALF}", mistake=HALF)
    alike = [Alike("06-01", "the same SQL", (ADA, BEN), (NOW, NOW), one.text)]
    mark_files.write_all(opened, marks, [], alike)
    feedback.write_pages(opened.path / "pages", opened, marks)
    assert "\\ud800" in (opened.path / "pages" / f"{ADA}.html").read_text("utf-8")


@pytest.mark.parametrize("coding", ["utf-16", "utf-32"])
def test_what_is_acknowledged_is_counted(opened, coding):
    """In whichever coding, and with the mark wherever it stands: what the server keeps, grading reads."""
    store = Store(opened)
    whole = json.loads(tries.packed(ADA, [Try("06-01", "SELECT 1", "")], NOW))
    late = {"x": "y" * 300, **whole}
    store.keep(ADA, json.dumps(late).encode(), NOW)
    with pytest.raises(ConfigError):
        store.keep(BEN, json.dumps(whole).encode(coding), NOW)
    assert [(ADA, "server")] == [(one.email, one.clock) for one in collect(opened, NOW).handed]


def test_a_file_stops_nobody_s_marks(opened):
    """A notebook with numbers for text, a time before and after all times, a name of no characters."""
    cells = [{"cell_type": "markdown", "source": 5}, 7, {"cell_type": "markdown", "source": ["a", 5]}]
    put(opened, "ada/a.ipynb", json.dumps({"cells": cells[:1]}))
    put(opened, "ada/b.ipynb", json.dumps({"cells": cells[2:]}))
    put(opened, "ada/c.json", json.dumps({tries.MARK: 1, "tries": [{"exercise": "6" * 9000, "sql": "x"}]}))
    for number, when in enumerate((-(10**11), 10**12)):
        os.utime(put(opened, f"ben/06-0{number + 1}.sql", "SELECT 1"), (when, when))
    if sys.platform == "linux":
        (opened.handed_in / os.fsdecode(b"x.\xff\x1b[2J")).write_text("x")
    put(
        opened, "received.jsonl", '{"file": "ada/c", "digest": "x", "received": "2026-12-01"}\n' + "[" * 10**5
    )
    found = collect(opened, NOW)
    assert len(found.handed) == 2
    assert all(one.when <= NOW for one in found.handed)
    assert all((one.where + one.why).isprintable() for one in found.rest)
    assert len(found.rest) == (4 if sys.platform == "linux" else 3)


@links
def test_folders_without_end(opened):
    """Twelve hundred folders below each other are read and forgotten, as one is."""
    deep = opened.handed_in / "ada" / "/".join("a" * 1200)
    for path in (*reversed(deep.parents), deep):
        path.mkdir(exist_ok=True)
    put(opened, "ben/06-01.sql", "SELECT 1")
    (deep / "06-01.sql").write_text("SELECT 1")
    assert {ADA, BEN} == {one.email for one in collect(opened, NOW).handed}
    private.forget(opened, opened.person(ADA))
    assert [path.name for path in opened.handed_in.iterdir()] == ["ben"]


def test_an_address_is_one_person_s(opened):
    """Two addresses of the same words are two people; one that has left the roster is nobody's."""
    opened = people(opened, "A,ada.b@x.org", "B,ada-b@x.org", "Zoe X,z@x.org")
    store = Store(opened)
    for number, email in enumerate(("ada.b@x.org", "ada-b@x.org", "zoe.x@y.org")):
        store.keep(email, tries.packed("", [Try("06-01", f"SELECT {number}", "")], NOW).encode(), NOW)
    found = {one.text: one.email for one in collect(opened, NOW).handed}
    assert found == {"SELECT 0": "ada.b@x.org", "SELECT 1": "ada-b@x.org"}


@links
def test_an_export_follows_no_link(opened, tmp_path):
    """It has the person's own files: not what a link leads to, and it waits for no pipe."""
    put(opened, "ada/06-01.sql", "SELECT 1")
    os.utime(opened.handed_in / "ada/06-01.sql", (0, 0))
    (opened.handed_in / "ada/06-02.sql").symlink_to(opened.path / tokens.FILE)
    (opened.handed_in / "x.json").symlink_to(opened.path / tokens.FILE)
    (opened.handed_in / "empty").symlink_to(tmp_path)
    (tmp_path / "nothing").mkdir()
    (opened.handed_in / "ada/none").symlink_to(tmp_path / "nothing")
    os.mkfifo(opened.handed_in / "ada/pipe.json")
    os.mkfifo(opened.handed_in / "pipe.json")
    done = threading.Thread(
        target=private.export, args=(opened, opened.person(ADA), tmp_path / "a.zip"), daemon=True
    )
    done.start()
    done.join(30)
    assert not done.is_alive()
    with zipfile.ZipFile(tmp_path / "a.zip") as packed:
        assert opened.passes[BEN].token not in "".join(packed.read(one).decode() for one in packed.namelist())
        assert "handed-in/ada/06-01.sql" in packed.namelist()
    private.forget(opened, opened.person(ADA))
    assert not (opened.handed_in / "ada").exists()
    assert (tmp_path / "nothing").is_dir()


def test_forgetting_takes_one_person_s_and_all_of_it(opened):
    """Hidden files and capitals too; not a hand-in of another that only says that it is theirs."""
    opened = people(opened, "Jörg,jörg@x.org", "Ben Example,ben@example.org", "[a]da,[a]da@example.org")
    store = Store(opened)
    store.keep("jörg@x.org", tries.packed(BEN, [Try("06-01", "SELECT 1", "")], NOW).encode(), NOW)
    put(opened, "ben/.06-01.sql.swp", "SELECT 1")
    put(opened, "__MACOSX/ben/._06-01.sql", "SELECT 1")
    put(opened, "LOOSE.JSON", tries.packed(BEN, [Try("06-01", "SELECT 1", "")], NOW))
    (opened.path / "pages").mkdir()
    (opened.path / "pages" / f"{ADA}.html").write_text("x")
    private.forget(opened, opened.person("[a]da@example.org"))
    assert (opened.path / "pages" / f"{ADA}.html").exists()
    private.forget(opened, opened.person(BEN))
    assert [one.email for one in collect(opened, NOW).handed] == ["jörg@x.org"]
    left = [path.name for path in opened.handed_in.rglob("*") if path.is_file()]
    assert len(left) == 2
    private.forget(opened, opened.person("jörg@x.org"))
    assert [path.name for path in opened.handed_in.rglob("*")] == [collected.RECEIVED]
    assert not (opened.handed_in / collected.RECEIVED).read_text()


def test_an_empty_key_opens_no_board(tmp_path):
    """A key that a full disk left empty is made anew."""
    (tmp_path / host.KEY_FILE).write_text("\n")
    assert len(host.read_key(tmp_path / host.KEY_FILE)) > 20


def test_who_left_the_roster_hands_nothing_in(opened):
    """Nothing is acknowledged that no mark is given for; what is wrong in the roster is not told to all."""
    token = opened.passes[BEN].token
    people(opened, "Ada,ada@example.org")
    served = host.Host(opened.path)
    assert served.whose(token) is None
    assert served.whose(opened.passes[ADA].token)


def test_board_learns_of_a_new_exercise(opened):
    """Also with what was handed in for it before."""
    file = opened.path / class_file.FILE
    file.write_text('[exercises]\n"06-01" = {}\n', "utf-8")
    served = host.Host(opened.path)
    served.store.keep(ADA, tries.packed(ADA, [Try("07-01", "SELECT 1", "")], NOW).encode(), NOW)
    file.write_text('[exercises]\n"07-01" = {}\n', "utf-8")
    os.utime(file, (0, 0))
    served._looked = -1e9
    served.look()
    (funnel,) = served.board.view(NOW).funnels
    assert (funnel.key, funnel.tried) == ("07-01", 1)


def test_who_is_forgotten_is_off_the_board_at_once(opened):
    """Their SQL too, while the class's server goes on; what others sent stays."""
    served = host.Host(opened.path)
    for email, sql in ((BEN, "SELECT 'of ben'"), (ADA, "SELECT 'of ada'")):
        body = tries.packed(email, [Try("06-01", sql, "", "not yet")], NOW).encode()
        served.store.keep(email, body, NOW)
        served.board.take(Handed(email, "06-01", sql, NOW, "server", "", "not yet"))
    private.forget(opened, opened.person(BEN))
    served._looked = -1e9
    served.look()
    (left,) = served.board.view(NOW).wrong
    assert (left.sql, [one.name for one in served.board.view(NOW).people]) == (
        "SELECT 'of ada'",
        ["Ada Example", "Mina Example"],
    )


@pytest.mark.parametrize("text", ["a,'", "$a$ ", "x ", "(", "1."])
def test_a_long_answer_holds_nobody_up(opened, text):
    """What is compared of an answer is its beginning: sixteen megabytes took the board a minute."""
    whole = text * (2_000_000 // len(text))
    assert len(similar.squeezed(whole)) <= 2 * similar.MOST_COMPARED  # a space between two tokens
    board = Board(opened)
    key = next(iter(opened.course.exercises))
    for end in "ab":
        board.take(Handed(ADA, key, whole + end, NOW, "server", "", "not yet"))
    assert [one.people for one in board.view(NOW).wrong] == [1]


@pytest.mark.parametrize(("tried", "size"), [(100, 20_000), (5_000, 300)])
def test_one_person_s_tries_hold_nobody_up(opened, monkeypatch, tried, size):
    """However many come at once, and however long: what the board reads of one person has an end."""
    read = []
    monkeypatch.setattr(board_module, "squeezed", lambda text: read.append(len(text)) or text)
    board = Board(opened)
    for number in range(tried):
        text = f"SELECT {number}" + " a" * (size // 2)
        board.take(Handed(ADA, "06-01", text, NOW, "server", "", "not yet", f"own word {number}"))
    assert sum(read) <= board_module.MOST_LISTED * board_module.MOST_READ == 300_000
    board.take(Handed(BEN, "06-01", "SELECT 'ben'", NOW, "server", "", "not yet"))
    assert read[-1] == len("SELECT 'ben'")  # others are still read
    (funnel,) = [one for one in board.view(NOW).funnels if one.key == "06-01"]
    assert (funnel.tried, board.view(NOW).people[0].tried["06-01"]) == (2, tried)
    assert not any(one.mistake for one in board.view(NOW).wrong)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (["A,a@b,,99999999999d"], "extensions is '99999999999d'"),
        (["A,a@b,,9999999d"], "extensions is '9999999d'"),
        (["A,a@b,,9999-12-31"], "extensions is '9999-12-31'"),
        (["A,../a@b"], "email is '../a@b'"),
        (["A,a\x00@b"], "email is 'a\\x00@b'"),
        (["A,a b@c"], "email is 'a b@c'"),
        (["A," + "a" * 200_000 + "@b"], "line 2"),
        (["A," + "a" * 300 + "@b"], "line 2: email is"),
    ],
)
def test_roster_of_nonsense(opened, rows, said):
    """It is said by its line."""
    with pytest.raises(ConfigError) as caught:
        people(opened, *rows)
    assert said in caught.value.message


def test_roster_with_a_column_twice(opened):
    """Which of two is meant is not guessed."""
    (opened.path / roster.FILE).write_text("name,email,Email\nAda,a@b,c@d\n")
    with pytest.raises(ConfigError, match="line 1: has the column 'email' twice"):
        open_class(opened.path)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[defaults]\npoints = nan", "[defaults] points is nan"),
        ("[defaults]\npoints = inf", "[defaults] points is inf"),
        ("[defaults]\ndue = 9999-12-31", "[defaults] due is 9999-12-31"),
        ("[defaults]\nopens = 0001-01-01T00:00:00+14:00", "[defaults] opens is 0001-01-01"),
        ('pages = ["99"]', "pages has '99'"),
        ('pages = ["6"]', "pages has '6'"),
        ('pages = [""]', "pages has ''"),
    ],
)
def test_class_file_of_nonsense(opened, text, said):
    """It is said."""
    (opened.path / class_file.FILE).write_text(text, "utf-8")
    with pytest.raises(ConfigError) as caught:
        open_class(opened.path)
    assert said in caught.value.message


@pytest.mark.parametrize("column", [0, 1, 2])
def test_tokens_that_were_edited(opened, column):
    """Two rows with one address, alias or token are not guessed about."""
    rows = [line.split(",") for line in (opened.path / tokens.FILE).read_text().splitlines()]
    rows[2][column] = rows[1][column]
    (opened.path / tokens.FILE).write_text("\n".join(map(",".join, rows)))
    with pytest.raises(ConfigError, match=f"line 3: the {tokens.HEAD[column]} .*twice") as caught:
        open_class(opened.path)
    assert rows[1][2] not in caught.value.message


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:PORT", "http://127.0.0.1:no", "http://[x", "http://a b"]
)
def test_address_of_another_server(address):
    """One that speaks something else, and one that is none, is said in a line."""

    def babble(listening):
        with suppress(OSError):  # nobody called
            caller, _ = listening.accept()
            with caller:
                caller.recv(100_000)
                caller.sendall(b"SSH-2.0-OpenSSH_9.2\r\n")

    with closing(socket.create_server(("127.0.0.1", 0))) as listening:
        threading.Thread(target=babble, args=(listening,), daemon=True).start()
        where = address.replace("PORT", str(listening.getsockname()[1]))
        with pytest.raises((ConfigError, sending.NotSent)):
            sending.send(where, Joined(ADA, "x"), [Try("06-01", "SELECT 1", "")], 5)


def test_server_that_wants_a_pause():
    """It gets one, of the length that it says; then the hand-in goes on."""
    waits, said = ["1", "0", ""], []

    class Slow(http.server.BaseHTTPRequestHandler):
        """Takes the second hand-in."""

        def do_POST(self):
            """Answer."""
            self.rfile.read(int(self.headers["Content-Length"]))
            wait = waits.pop(0)
            now = dt.datetime.now(dt.UTC).isoformat()
            ok = {"time": now, "received": now, "tries": 1, "alias": "owl 1"}
            whole = json.dumps({"error": "too fast"} if wait else ok).encode()
            self.send_response(429 if wait else 200)
            for name, value in {"Retry-After": wait, "Content-Length": str(len(whole))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(whole)

        def log_message(self, *_):
            """Say nothing."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Slow) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        where = f"http://127.0.0.1:{server.server_port}"
        one = [Try("06-01", "SELECT 1", "")]
        try:
            with pytest.raises(sending.NotSent, match="too fast"):  # a pause of no length is none
                list(sending.send_all(where, Joined(ADA, "x"), one, said.append))
            assert said == ["the class's server takes more in 1 seconds; waiting …"]
            assert [1] == [got.tries for got in sending.send_all(where, Joined(ADA, "x"), one, said.append)]
        finally:
            server.shutdown()


def test_very_many_tries_are_handed_in(opened, tmp_path, monkeypatch):
    """More than one hand-in takes are several, and none is lost."""
    monkeypatch.setenv("LESSONLAB_CLASS", str(opened.path / class_file.FILE))
    monkeypatch.setenv("LESSONLAB_READER", ADA)
    work = tmp_path / "work"
    file = work / HIDDEN / tries.FILE
    file.parent.mkdir(parents=True)
    kept = [Try("06-01", f"SELECT {number}", "") for number in range(tries.MOST_TRIES + 1)]
    kept += [Try("06-02", f"SELECT {number}" + "x" * 1_000_000, "") for number in range(9)]
    long = Try("06-03", "x" * tries.MOST_PART, "")
    file.write_text("".join(json.dumps(asdict(one)) + "\n" for one in [long, *kept]))
    done = CliRunner().invoke(commands, ["hand-in", "--workspace", str(work), "--to", str(opened.handed_in)])
    assert done.exit_code == 0, done.output
    assert done.output.startswith("left out: a try at 06-03 that is longer than 1 MB\n")
    found = collect(opened, NOW)
    assert (len(found.handed), found.rest) == (len(kept), [])


def test_many_names_are_looked_for_once(opened, monkeypatch):
    """A thousand tries at what is no exercise do not look through all folders a thousand times."""
    looked = []
    folders = library.folders
    monkeypatch.setattr(library, "folders", lambda root=None: looked.append(1) or folders(root))
    sent = [Try(f"no {number}", "SELECT 1", "") for number in range(50)]
    put(opened, "ada/1.json", tries.packed(ADA, sent, NOW))
    assert len(collect(opened, NOW).rest) == 50
    assert len(looked) < 5


@pytest.mark.parametrize(
    "text", ["email,alias,token\na@b," + "x" * 200_000 + ",y\n", "\xff", "email;token\n"]
)
def test_tokens_that_cannot_be_read(opened, text):
    """It is said what to do, and that is not what has just been done."""
    (opened.path / tokens.FILE).write_text(text, "latin-1")
    with pytest.raises(ConfigError) as caught:
        open_class(opened.path)
    assert caught.value.cure.startswith("move ")


def test_who_lost_a_token_gets_another(opened):
    """A line that was cut gives its person no empty token for ever."""
    (opened.path / tokens.FILE).write_text(f"{','.join(tokens.HEAD)}\n{ADA}\n")
    made = tokens.make_tokens(opened.path / tokens.FILE, open_class(opened.path).people)
    assert made[ADA].alias
    assert made[ADA].token
