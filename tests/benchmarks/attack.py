"""
The progress service under attack: clients and server killed at random moments, and every promise checked.

    python tests/benchmarks/attack.py                       10,000 operations by 8 processes
    python tests/benchmarks/attack.py --broken lock         the same without the lock: it must be caught

Each client has operations without end, and a journal of those that were answered.  It asks for its share, and
goes on until enough blows have fallen, however fast the machine is.  A client that was killed is
started again and sends the first unanswered operation once more.  While it goes on, the two tables must agree
at every moment; at the end every operation must count exactly once.  The server is one of its own, in a
folder that is removed at the end.
"""

from __future__ import annotations

import argparse
import contextlib
import dataclasses
import itertools
import json
import multiprocessing
import os
import random
import shutil
import signal
import sys
import time
from collections import Counter
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, UUID, uuid5

import psycopg
from psycopg import conninfo

from lessonlab import content
from lessonlab.errors import LessonLabError, ProgressUnavailable
from lessonlab.postgres import leases, local_server
from lessonlab.postgres.account import server_account
from lessonlab.postgres.connect import connect
from lessonlab.postgres.owned import Owned
from lessonlab.postgres.programs import runnable_programs, wheel_programs
from lessonlab.progress import Patience, ProgressService, install
from lessonlab.progress.pool import open_pool
from lessonlab.progress.reconcile import find_drift
from lessonlab.system.files import new_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

USERS = [uuid5(NAMESPACE_URL, f"user {n}") for n in range(3)]
COURSES = [uuid5(NAMESPACE_URL, f"course {n}") for n in range(2)]
LESSONS = [f"lesson-{n}" for n in range(1, 41)]
KINDS = ["start", "add_time", "add_time", "attempt", "complete", "complete"]
BLOWS = {"client": 10, "session": 4, "backend": 2, "restart": 1, "server": 1}  # and how often each falls


@dataclasses.dataclass(frozen=True)
class Operation:
    """One thing that a client asks for."""

    number: int
    id: UUID
    kind: str
    user: UUID
    course: UUID
    lesson: str
    value: int | None


def operations(seed: str, slot: int) -> Iterator[Operation]:
    """Yield what the client *slot* asks for, the same whenever it is started."""
    chance = random.Random(f"{seed}/{slot}")
    for number in itertools.count():
        kind = chance.choice(KINDS)
        value = {"add_time": chance.randrange(1, 60), "attempt": chance.randrange(101)}.get(kind)
        where = (chance.choice(USERS), chance.choice(COURSES), chance.choice(LESSONS))
        yield Operation(number, uuid5(NAMESPACE_URL, f"{seed}/{slot}/{number}"), kind, *where, value)


class WithoutLock(ProgressService):
    """Makes the course's row, and does not lock it."""

    def _lock(self, connection, values):
        making = content.sql("progress/lock_course").partition(" DO UPDATE")[0]
        return connection.execute(f"{making} DO NOTHING", values).rowcount == 1


class WithoutOperations(ProgressService):
    """Does whatever it is asked, as often as it is asked."""

    def _is_first(self, connection, values):  # noqa: ARG002 - stands in for one that looks
        return True


SERVICES = {
    "": ProgressService,
    "lock": WithoutLock,
    "operations": WithoutOperations,
    "disk": ProgressService,
}
OPTIONS = {"disk": {"options": "-c synchronous_commit=off"}}


def read_journal(path: Path) -> list[dict]:
    """Return the answers that a client noted."""
    return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []


def client(dsn: str, slot: int, count: int, folder: Path, options: argparse.Namespace) -> None:
    """
    Ask for what was not answered yet, and note each answer; end when the share is done and enough blows fell.

    An answer takes a moment on its way, so that it may find nobody at home: the first is always asked for.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    journal = folder / f"{slot}.journal"
    done = len(read_journal(journal))
    note = os.open(journal, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    retries = []
    with contextlib.ExitStack() as stack:
        service = stack.enter_context(patient(dsn, options.broken, retries.append))
        for operation in itertools.islice(operations(options.seed, slot), done, None):
            row = ask(service, operation)
            time.sleep(random.random() * options.answer)
            answer = {"n": operation.number, "completed_at": str(row.completed_at), "retries": len(retries)}
            retries.clear()
            os.write(note, (json.dumps(answer) + "\n").encode())
            if operation.number + 1 >= count and (folder / "enough").exists():
                break


def patient(dsn: str, broken: str, on_retry) -> ProgressService:
    """Return a service, once there is a server to open it on."""
    while True:
        try:
            pool = open_pool(dsn, **OPTIONS.get(broken, {}))
        except LessonLabError:
            time.sleep(0.1)
        else:
            return SERVICES[broken](pool, patience=Patience(seconds=20), on_retry=on_retry)


def ask(service: ProgressService, one: Operation):
    """Ask for one operation, again and again while there is no answer."""
    more = [] if one.value is None else [one.value]
    while True:
        with contextlib.suppress(ProgressUnavailable):
            return getattr(service, one.kind)(one.user, one.course, one.lesson, *more, operation=one.id)


class Server:
    """A server of our own below *home*, that can be hit."""

    def __init__(self, home: Path) -> None:
        self.owned = Owned(home, wheel_programs())
        self.admin = local_server.start(self.owned)
        self.port = conninfo.conninfo_to_dict(self.admin)["port"]
        with connect(self.admin) as connection:
            connection.execute("CREATE DATABASE attacked")
            connection.execute("ALTER SYSTEM SET recovery_init_sync_method = syncfs")  # back sooner
            connection.execute("SELECT pg_reload_conf()")
        self.dsn = conninfo.make_conninfo(self.admin, dbname="attacked")
        with connect(self.dsn) as connection:
            install(connection)
            prepare(connection)

    def hit(self, blow: str) -> bool:
        """Strike; say whether it was possible just now."""
        try:
            getattr(self, f"hit_{blow}")()
        except (LessonLabError, psycopg.Error, OSError, TypeError):
            return False
        return True

    def hit_session(self) -> None:
        """End one session in the orderly way."""
        with connect(self.admin, connect_timeout=2) as connection:
            connection.execute("SELECT pg_terminate_backend(%s)", [self._session(connection)])

    def hit_backend(self) -> None:
        """Kill one of the server's processes: the server cuts all sessions and recovers."""
        with connect(self.admin, connect_timeout=2) as connection:
            os.kill(self._session(connection), signal.SIGKILL)

    def hit_restart(self) -> None:
        """Stop at once, writing nothing more to disk, and start again."""
        self._control("restart", "-m", "immediate")

    def hit_server(self) -> None:
        """Kill the server's first process, and start another as soon as its children have gone."""
        os.kill(local_server.read_state(self.owned)[0], signal.SIGKILL)
        for _ in range(100):
            if self._control("start", "-o", f"-p {self.port}") == 0:
                return
            time.sleep(0.1)

    def stop(self) -> None:
        """End it for good."""
        local_server.stop(self.owned)

    def _session(self, connection) -> int:
        query = (
            "SELECT pid FROM pg_stat_activity WHERE application_name = 'lessonlab progress' ORDER BY random()"
        )
        return connection.execute(query).fetchone()[0]

    def _control(self, verb: str, *options: str) -> int:
        account = server_account()
        programs = runnable_programs(self.owned.programs, self.owned.home, account)
        command = [
            programs.path("pg_ctl"),
            verb,
            "-D",
            "data",
            "-l",
            "server.log",
            "-w",
            "-t",
            "30",
            *options,
        ]
        return account.run(command, self.owned.folder)[0]


def prepare(connection) -> None:
    """Make the learners and the courses."""
    for n, user in enumerate(USERS):
        connection.execute(
            "INSERT INTO users (id, email, name) VALUES (%s, %s, 'x')", [user, f"{n}@example.org"]
        )
    for course in COURSES:
        values = [course, len(LESSONS)]
        connection.execute("INSERT INTO courses (id, title, lesson_count) VALUES (%s, 'x', %s)", values)


class Attack:
    """One run: the clients, the blows they and the server get, and what was found wrong."""

    def __init__(self, server: Server, folder: Path, options: argparse.Namespace) -> None:
        self.server, self.folder, self.options = server, folder, options
        self.count = options.operations // options.clients
        self.chance = random.Random(options.seed)
        self.blows: Counter[str] = Counter()
        self.looks = 0
        self.clients: dict[int, multiprocessing.Process] = {}
        self.faults: list[str] = []

    def run(self) -> None:
        """Let the clients ask, and hit, until every operation was answered or something is wrong."""
        until = time.monotonic() + self.options.seconds
        kinds = self.options.blows.split(",")
        blows = self.chance.sample(kinds, len(kinds))  # each once, then by weight
        least = max(self.options.least, len(kinds))
        for slot in range(self.options.clients):
            self.start(slot)
        while True:
            time.sleep(self.chance.uniform(0.5, 1.5) * self.options.pause)
            self.revive()
            self.look()
            if self.faults or not self.clients:
                break
            if time.monotonic() > until:
                self.faults.append(f"not done after {self.options.seconds} s")
                break
            if self.blows.total() >= self.options.most or not any(self.answers()):
                continue  # enough, or nobody is at work yet
            blow = blows[0] if blows else self.chance.choices(kinds, [BLOWS[kind] for kind in kinds])[0]
            landed = self.kill() if blow == "client" else self.server.hit(blow)
            self.blows[blow] += landed
            blows = blows[landed:]
            if self.blows.total() >= least:
                (self.folder / "enough").touch()
        for process in self.clients.values():
            process.kill()
            process.join()

    def start(self, slot: int) -> None:
        """Start a client, or start it again."""
        arguments = (self.server.dsn, slot, self.count, self.folder, self.options)
        fork = multiprocessing.get_context("fork")  # a client that starts at once can be killed at once
        self.clients[slot] = fork.Process(target=client, args=arguments)
        self.clients[slot].start()

    def revive(self) -> None:
        """Start the clients again that were killed; forget those that are done."""
        for slot, process in list(self.clients.items()):
            if process.exitcode == -signal.SIGKILL:
                self.start(slot)
            elif process.exitcode == 0:
                del self.clients[slot]
            elif process.exitcode is not None:
                self.faults.append(f"client {slot} failed")
                del self.clients[slot]

    def kill(self) -> bool:
        """Kill one client, wherever it is."""
        process = self.chance.choice(list(self.clients.values()))
        process.kill()
        process.join()
        return True

    def answers(self) -> list[list[dict]]:
        """Return what each client was answered."""
        return [read_journal(self.folder / f"{slot}.journal") for slot in range(self.options.clients)]

    def look(self) -> None:
        """Compare the two tables as they are at this moment."""
        with contextlib.suppress(LessonLabError, psycopg.OperationalError):
            with connect(self.server.dsn, connect_timeout=2) as connection:
                drift = find_drift(connection)
            self.looks += 1
            self.faults += [f"the tables differ: {one.missing or one.surplus or one}" for one in drift[:3]]


def check(attack: Attack) -> list[str]:
    """Return what is wrong at the end: an operation that counts twice or not at all, a time that moved."""
    answers = attack.answers()
    asked = [
        list(itertools.islice(operations(attack.options.seed, slot), len(done)))
        for slot, done in enumerate(answers)
    ]
    want: dict[tuple, Counter] = {}
    times: dict[tuple, set] = {}
    for one, answer in zip(itertools.chain(*asked), itertools.chain(*answers), strict=True):
        place = (one.user, one.course, one.lesson)
        sums = want.setdefault(place, Counter(seconds=0, attempts=0, completed=0))
        sums["seconds"] += one.value if one.kind == "add_time" else 0
        sums["attempts"] += one.kind == "attempt"
        sums["completed"] |= one.kind == "complete"
        if one.kind == "complete":
            times.setdefault(place, set()).add(answer["completed_at"])
    with connect(attack.server.dsn) as connection:
        return [*compare(connection, want, times), *count_operations(connection, asked)]


def compare(connection, want, times):
    """Yield the lessons whose rows are not the sum of what was asked."""
    query = """SELECT user_id, course_id, lesson_id, time_spent_seconds, attempts, completed::INTEGER,
                      completed_at, score FROM lesson_progress"""
    have = {tuple(row[:3]): row[3:] for row in connection.execute(query)}
    if missing := set(want) - set(have):
        yield f"{len(missing)} lessons have no row"
    for place, row in have.items():
        sums = tuple(want[place].values())
        if row[:3] != sums:
            yield f"{place[2]}: have {row[:3]}, want {sums} (seconds, attempts, completed)"
        if {str(row[3])} != times.get(place, {"None"}):
            yield f"{place[2]}: answered as completed at {times.get(place)}, is {row[3]}"
        if (row[4] is None) != (row[1] == 0):
            yield f"{place[2]}: {row[1]} tries and the score {row[4]}"


def count_operations(connection, asked):
    """Yield what is wrong with the record of operations."""
    (have,) = connection.execute("SELECT count(*) FROM lessonlab_record.progress_operation").fetchone()
    want = sum(map(len, asked))
    if have != want:
        yield f"{have} operations on record, want {want}"


def main() -> int:
    """Attack, report, and return 1 when something is wrong."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[1])
    parser.add_argument("--operations", type=int, default=10_000)
    parser.add_argument("--clients", type=int, default=8)
    parser.add_argument("--seconds", type=float, default=1800, help="give up after so long")
    parser.add_argument("--pause", type=float, default=0.4, help="seconds between two blows, on average")
    parser.add_argument("--answer", type=float, default=0.004, help="seconds that an answer takes at most")
    parser.add_argument("--blows", default=",".join(BLOWS), help="kinds of blows, with commas between")
    parser.add_argument("--least", type=int, default=0, help="go on until so many fell, and one of each kind")
    parser.add_argument("--most", type=float, default=float("inf"), help="then leave them in peace")
    parser.add_argument("--seed", default=str(random.randrange(10**6)))
    parser.add_argument("--broken", choices=SERVICES, default="", help="take away a part of the service")
    options = parser.parse_args()
    home = new_folder("lessonlab-attack-")
    home.chmod(0o711)  # the server's account must pass through
    started = time.monotonic()
    with contextlib.ExitStack() as stack:
        stack.callback(shutil.rmtree, home, ignore_errors=True)
        stack.enter_context(leases.held(home, "attack"))
        server = Server(home)
        stack.callback(server.stop)
        folder = home / "journals"
        folder.mkdir()
        attack = Attack(server, folder, options)
        attack.run()
        faults = attack.faults or check(attack)
        report(attack, faults, time.monotonic() - started)
    return 1 if faults else 0


def report(attack: Attack, faults: list[str], seconds: float) -> None:
    """Print what was done and what was found."""
    answers = list(itertools.chain(*attack.answers()))
    blows = ", ".join(f"{kind} {count}" for kind, count in sorted(attack.blows.items()))
    print(f"seed {attack.options.seed}, {attack.options.clients} clients, {seconds:.0f} s")
    print(f"{len(answers):,} operations answered, {sum(one['retries'] for one in answers):,} tries repeated")
    print(f"blows: {blows}; the tables were compared {attack.looks} times")
    for fault in faults[:10]:
        print(f"WRONG: {fault}")
    print(f"{len(faults)} faults" if faults else "every operation counts once, and the two tables agree")


if __name__ == "__main__":
    sys.exit(main())
