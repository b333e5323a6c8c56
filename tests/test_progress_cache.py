"""The cache in this process: what it keeps, how long, for how many, and what it promises."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest

from lessonlab.progress.cache import Counts, MemoryCache, progress_key

CURRENT = """
    SELECT lesson_id FROM lesson_progress
    WHERE user_id = %s AND course_id = %s AND NOT completed
    ORDER BY last_accessed_at DESC, id LIMIT 1"""
SECONDS = 10  # no thread of a test may hang longer


class Clock:
    """A time that stands still until a test moves it."""

    now = 0.0

    def __call__(self):
        return self.now


def refuse():
    """Fail a test that loads where it must not."""
    pytest.fail("loaded again")


def fail():
    """Be a database that is down."""
    message = "the database is down"
    raise ConnectionError(message)


def until(condition):
    """Wait until *condition* holds."""
    deadline = time.monotonic() + SECONDS
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.001)


@pytest.mark.parametrize(("value", "kept_for"), [("joins", 300), ("", 300), (0, 300), (None, 30)])
def test_an_answer_is_kept_for_its_time(value, kept_for):
    """An answer, empty or zero too, lives as long as was said; None is an answer, and lives shorter."""
    clock = Clock()
    cache = MemoryCache(ttl=300, none_ttl=30, timer=clock)

    assert cache.get("a", lambda: value) == value
    clock.now = kept_for - 0.1
    assert cache.get("a", refuse) == value
    clock.now = kept_for
    assert cache.get("a", lambda: "new") == "new"


def test_it_never_grows_over_its_bound():
    """Of more keys than fit those stay that were asked for last."""
    cache = MemoryCache(most=100)
    for number in range(10_000):
        cache.get(str(number), lambda: "x")
        cache.get("0", lambda: "again")

    assert len(cache) == 100
    assert cache.get("0", refuse) == "x"
    assert cache.get("9950", refuse) == "x"
    assert cache.get("1", lambda: "loaded") == "loaded"


def test_what_is_forgotten_is_loaded_again():
    """Forgetting drops the keys that it names and no other, None like any answer."""
    cache = MemoryCache()
    for key, value in {"a": "old", "b": None, "c": "kept"}.items():
        cache.get(key, lambda value=value: value)
    cache.forget("a", "b", "unknown")

    assert [cache.get(key, lambda: "new") for key in "abc"] == ["new", "new", "kept"]


def test_of_many_who_ask_at_once_one_loads():
    """Twenty threads, one load, one answer; another key does not wait for it."""
    cache, gate = MemoryCache(), threading.Event()

    def load():
        assert gate.wait(SECONDS)
        return "slow"

    with ThreadPoolExecutor(20) as pool:
        answers = [pool.submit(cache.get, "a", load) for _ in range(20)]
        until(lambda: cache.counts.waited == 19)
        assert cache.get("b", lambda: "quick") == "quick"
        gate.set()
        assert {answer.result(SECONDS) for answer in answers} == {"slow"}
    assert cache.counts == Counts(hits=0, loads=2, waited=19)


def test_an_error_reaches_all_who_wait_and_is_not_kept():
    """A database that is down is asked once for all, and again by the next."""
    cache, gate = MemoryCache(), threading.Event()

    def load():
        assert gate.wait(SECONDS)
        fail()

    with ThreadPoolExecutor(3) as pool:
        answers = [pool.submit(cache.get, "a", load) for _ in range(3)]
        until(lambda: cache.counts.waited == 2)
        gate.set()
        assert {type(answer.exception(SECONDS)) for answer in answers} == {ConnectionError}
    assert cache.get("a", lambda: "up again") == "up again"


def test_an_interrupted_load_does_not_end_those_who_wait():
    """A Ctrl+C in one request is not an answer for the others: one of them loads."""
    cache, gate = MemoryCache(), threading.Event()

    def load():
        assert gate.wait(SECONDS)
        raise KeyboardInterrupt

    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(cache.get, "a", load)
        until(lambda: cache.counts.loads == 1)
        second = pool.submit(cache.get, "a", lambda: "mine")
        until(lambda: cache.counts.waited == 1)
        gate.set()
        assert second.result(SECONDS) == "mine"
        assert type(first.exception(SECONDS)) is KeyboardInterrupt


def test_what_was_read_before_forgetting_is_not_kept():
    """A load that began before the change answers who asked before it; who asks after it loads anew."""
    cache, gate = MemoryCache(), threading.Event()

    def load():
        assert gate.wait(SECONDS)
        return "before"

    with ThreadPoolExecutor(1) as pool:
        early = pool.submit(cache.get, "a", load)
        until(lambda: cache.counts.loads == 1)
        cache.forget("a")
        assert cache.get("a", lambda: "after") == "after"
        gate.set()
        assert early.result(SECONDS) == "before"
    assert cache.get("a", refuse) == "after"


@pytest.mark.slow
def test_nobody_reads_what_was_true_before_the_last_forget():
    """With eight readers and a writer in a hurry, no answer is older than the last finished change."""
    cache, committed, known, stop = MemoryCache(), [0], [0], threading.Event()

    def load():
        value = committed[0]
        time.sleep(0.0005)
        return value

    def read():
        old = 0
        while not stop.is_set():
            least = known[0]
            old += cache.get("a", load) < least
        return old

    with ThreadPoolExecutor(8) as pool:
        readers = [pool.submit(read) for _ in range(8)]
        for _ in range(300):
            committed[0] += 1
            cache.forget("a")
            known[0] = committed[0]
            time.sleep(0.0007)
        stop.set()
        assert [reader.result(SECONDS) for reader in readers] == [0] * 8
    assert cache.counts.hits > 100


def test_the_page_follows_start_move_and_completion(small):
    """A real learner: nothing open, a lesson started, another, back, completed; each change shows at once."""
    cache = MemoryCache()
    with psycopg.connect(small, autocommit=True) as db:
        course = db.execute("SELECT id FROM courses WHERE title = 'Algorithms'").fetchone()[0]
        learner = db.execute("INSERT INTO users (email, name) VALUES ('n', 'N') RETURNING id").fetchone()[0]
        key = progress_key(learner, course)

        def page():
            row = cache.get(key, lambda: db.execute(CURRENT, [learner, course]).fetchone())
            assert cache.get(key, refuse) == row
            return row and row[0]

        def visit(lesson):
            db.execute(
                """INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (%s, %s, %s)
                   ON CONFLICT (user_id, course_id, lesson_id) DO UPDATE SET last_accessed_at = now()""",
                [learner, course, lesson],
            )
            cache.forget(key)

        def complete(lesson):
            db.execute(
                """UPDATE lesson_progress SET completed = true, completed_at = now()
                   WHERE user_id = %s AND course_id = %s AND lesson_id = %s""",
                [learner, course, lesson],
            )
            cache.forget(key)

        seen = [page()]
        for change, lesson in (visit, "arrays"), (visit, "trees"), (visit, "arrays"), (complete, "arrays"):
            change(lesson)
            seen.append(page())

    assert seen == [None, "arrays", "trees", "arrays", "trees"]
