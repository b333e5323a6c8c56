"""
A class that hands in at one moment, and what the others wait while somebody floods the class's server.

    python tests/benchmarks/hand_ins.py                 500 people, twice; the server is killed once
    python tests/benchmarks/hand_ins.py --people 50 --rounds 1
"""

from __future__ import annotations

import argparse
import datetime as dt
import http.client
import json
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from lessonlab.workshop import class_file, roster, tokens, tries
from lessonlab.workshop.class_folder import new_class, open_class
from lessonlab.workshop.collected import collect
from lessonlab.workshop.tries import Try

if TYPE_CHECKING:
    from collections.abc import Callable

    from lessonlab.workshop.tokens import Pass

TRIES = 5
FLOODERS = 4
WATCHED = 8
ROUNDS = 6  # a student hands in thirty times a minute, and no more
PACE = 0.05


class Server:
    """`lessonlab class serve` in a process of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.port = folder, 0
        self.begin()

    def begin(self) -> None:
        """Start it, the second time at the port that it had."""
        command = [sys.executable, "-m", "lessonlab", "class", "serve", self.folder, "--port", str(self.port)]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8")
        assert self.process.stdout is not None
        self.port = int(self.process.stdout.readline().rpartition(":")[2])

    def end(self) -> None:
        """Kill it, whatever it is doing."""
        self.process.kill()
        self.process.wait()

    def send(self, token: str, body: bytes) -> int:
        """Send *body*, again while nobody answers; return the status."""
        for _ in range(600):
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
            try:
                connection.request("POST", "/hand-in", body, {"Authorization": f"Bearer {token}"})
                answer = connection.getresponse()
                json.loads(answer.read())
            except (OSError, http.client.HTTPException, ValueError):
                time.sleep(0.1)
            else:
                return answer.status
            finally:
                connection.close()
        return 0


def new_folder(folder: Path, people: int) -> dict[str, Pass]:
    """Make a class of *people*, and return their passes."""
    new_class(folder)
    (folder / class_file.FILE).write_text('[exercises]\n"06-01" = {}\n', encoding="utf-8")
    lines = "".join(f"P{number},p{number}@example.org\n" for number in range(people))
    (folder / roster.FILE).write_text(f"name,email\n{lines}", encoding="utf-8")
    return tokens.make_tokens(folder / tokens.FILE, open_class(folder).people)


def body(email: str, number: object, length: int = 400) -> bytes:
    """Return a hand-in that nobody sent before."""
    now = dt.datetime.now(dt.UTC)
    sent = [
        Try("06-01", f"SELECT {number}, '{'x' * length}'", f"{email} {number} {again}", "not yet")
        for again in range(TRIES)
    ]
    return tries.packed(email, sent, now).encode()


def at_once(server: Server, passes: list[Pass], number: object, *, kill: bool) -> float:
    """Let everybody hand in at one moment; return the seconds until the last is acknowledged."""
    ready = threading.Barrier(len(passes) + 1)

    def student(one: Pass) -> int:
        whole = body(one.email, number)
        ready.wait()
        return server.send(one.token, whole)

    with ThreadPoolExecutor(len(passes)) as pool:
        said = [pool.submit(student, one) for one in passes]
        ready.wait()
        started = time.perf_counter()
        if kill:
            time.sleep(0.3)
            server.end()
            server.begin()
        status = {one.result() for one in said}
        took = time.perf_counter() - started
    assert status == {200}, status
    return took


def one_by_one(server: Server, passes: list[Pass], number: object) -> float:
    """Let everybody hand in one after the other; return the seconds."""
    bodies = [(one.token, body(one.email, number)) for one in passes]
    started = time.perf_counter()
    assert {server.send(*one) for one in bodies} == {200}
    return time.perf_counter() - started


def waits(server: Server, passes: list[Pass], number: object) -> float:
    """Return the seconds below which 95 of 100 hand-ins of *passes* were answered, at a student's pace."""

    def student(one: Pass) -> list[float]:
        found = []
        for again in range(2):
            whole = body(one.email, f"{number} {again}")
            started = time.perf_counter()
            assert server.send(one.token, whole) == 200
            found.append(time.perf_counter() - started)
            time.sleep(PACE)
        return found

    with ThreadPoolExecutor(len(passes)) as pool:
        found = [each for one in pool.map(student, passes) for each in one]
    return statistics.quantiles(found, n=20)[-1]


def flooded(server: Server, passes: list[Pass], look: Callable[[], float]) -> float:
    """Return what *look* finds while *passes* send two megabytes each, as often as they can."""
    ended = threading.Event()

    def flooder(one: Pass) -> None:
        number = 0
        while not ended.is_set():
            number += 1
            server.send(one.token, body(one.email, f"{id(look)} {number}", tries.MOST_SENT // TRIES - 1000))

    floods = [threading.Thread(target=flooder, args=(one,)) for one in passes]
    for one in floods:
        one.start()
    try:
        return look()
    finally:
        ended.set()
        for one in floods:
            one.join()


def main() -> None:
    """Hand in by turns at once and one by one, count what is kept, and print the ratios."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[1])
    parser.add_argument("--people", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=2)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made) / "a class"
        passes = list(new_folder(folder, options.people).values())
        server = Server(folder)
        pairs = []
        try:
            for number in range(options.rounds):
                single = one_by_one(server, passes, f"single {number}")
                pairs.append((at_once(server, passes, f"once {number}", kill=number == 0), single))
            flooders, watched = passes[:FLOODERS], passes[FLOODERS : FLOODERS + WATCHED]
            quiet, loud = [], []
            for number in range(ROUNDS):
                quiet.append(waits(server, watched, f"quiet {number}"))
                loud.append(flooded(server, flooders, lambda n=number: waits(server, watched, f"loud {n}")))
        finally:
            server.end()
        found = collect(open_class(folder), dt.datetime.now(dt.UTC))
    sent = [f"{kind} {number}" for kind in ("single", "once") for number in range(options.rounds)]
    want = {(one.email, each) for one in passes for each in sent}
    texts = {(one.email, one.text) for one in found.handed if one.clock == "server"}
    kept = {(email, text.removeprefix("SELECT ").partition(",")[0]) for email, text in texts}
    once, single = (statistics.median(side) for side in zip(*pairs, strict=True))
    print(f"{options.people} people at once: {len(want - kept)} of {len(want)} hand-ins are lost")
    print(f"at once {once:.1f} s, one by one {single:.1f} s: {once / single:.2f} ×")
    ratio = statistics.median(many / few for many, few in zip(loud, quiet, strict=True))
    print(f"{FLOODERS} people flood the server: the others' p95 is {ratio:.1f} × the quiet one")


if __name__ == "__main__":
    main()
