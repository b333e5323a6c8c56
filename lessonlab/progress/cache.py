"""
Remember answers for a while: in this process here, in Redis in `redis_cache`; both keep one promise.

**The promise.** A `get` that begins after `forget` has returned never answers with what was read before it.
So whoever changes a row commits first, then forgets its key, and reads what was written from then on.
A load that was under way meanwhile still answers those who waited for it; it is not kept.

`None` is an answer like any other ("no lesson is open"), kept for a shorter time: it is the one that a
learner is about to change.
"""

from __future__ import annotations

import threading
import time
from concurrent.futures import CancelledError, Future
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from cachetools import TLRUCache

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

TTL = 300.0
NONE_TTL = 30.0
MOST_KEYS = 10_000


def progress_key(user_id: object, course_id: object) -> str:
    """
    Return the key of what a learner does in a course.

    >>> progress_key("mina", "databases")
    'progress:mina:databases'
    """
    return f"progress:{user_id}:{course_id}"


@dataclass(frozen=True, slots=True)
class Counts:
    """
    What a cache did so far: each `get` is a *hit*, a *load*, or *waited* for somebody else's load.

    *away* counts those loads that happened because the cache's server did not answer.

    >>> Counts(hits=3, loads=1)
    Counts(hits=3, loads=1, waited=0, away=0)
    """

    hits: int = 0
    loads: int = 0
    waited: int = 0
    away: int = 0


class Counter:
    """Counts that threads add to."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.counts = Counts()

    def add(self, *names: str) -> None:
        """Add one to each of *names*."""
        with self._lock:
            self.counts = replace(self.counts, **{name: getattr(self.counts, name) + 1 for name in names})


class Cache(Protocol[T]):
    """What the caches have in common."""

    @property
    def counts(self) -> Counts:
        """Return what the cache did so far."""
        ...

    def get(self, key: str, load: Callable[[], T]) -> T:
        """Return what is kept for *key*, else what *load* returns; of many who ask at once, one loads."""
        ...

    def forget(self, *keys: str) -> None:
        """Drop what is kept for *keys*; call it after the commit, never before."""
        ...


class MemoryCache(Generic[T]):
    """
    A cache in this process, safe for threads.

    It keeps an answer for *ttl* seconds, `None` for *none_ttl*, and at most *most* keys: the ones that were
    asked for last.  It hands out the very object that was loaded, so load what nobody changes.  Other
    processes do not hear of `forget`: what they keep is old by up to *ttl*.

    >>> cache = MemoryCache()
    >>> cache.get("a", lambda: 1), cache.get("a", lambda: 2)
    (1, 1)
    >>> cache.forget("a")
    >>> cache.get("a", lambda: 2)
    2
    """

    def __init__(
        self,
        *,
        ttl: float = TTL,
        none_ttl: float = NONE_TTL,
        most: int = MOST_KEYS,
        timer: Callable[[], float] = time.monotonic,
    ) -> None:
        self._kept: TLRUCache[str, T] = TLRUCache(
            most, ttu=lambda _, value, now: now + (none_ttl if value is None else ttl), timer=timer
        )
        self._loading: dict[str, Future[T]] = {}
        self._lock = threading.Lock()
        self._counter = Counter()

    @property
    def counts(self) -> Counts:
        """Return what the cache did so far."""
        return self._counter.counts

    def __len__(self) -> int:
        """Return how many keys it keeps."""
        with self._lock:
            self._kept.expire()
            return len(self._kept)

    def get(self, key: str, load: Callable[[], T]) -> T:
        """
        Return what is kept for *key*, else what *load* returns.

        Of many threads that ask at once one loads and the others wait for it; an error of *load* reaches all
        of them, and nothing is kept.
        """
        while True:
            with self._lock:
                with suppress(KeyError):
                    value = self._kept[key]
                    self._counter.add("hits")
                    return value
                running = self._loading.get(key)
                if running is None:
                    mine = self._loading[key] = Future()
            if running is None:
                return self._load(key, mine, load)
            self._counter.add("waited")
            with suppress(CancelledError):  # whoever loaded was interrupted: that is not our end
                return running.result()

    def forget(self, *keys: str) -> None:
        """Drop what is kept for *keys*, and do not keep what is being loaded for them now."""
        with self._lock:
            for key in keys:
                self._kept.pop(key, None)
                self._loading.pop(key, None)

    def _load(self, key: str, mine: Future[T], load: Callable[[], T]) -> T:
        """Load for all who wait for *mine*."""
        self._counter.add("loads")
        try:
            value = load()
        except BaseException as error:
            self._land(key, mine)
            if isinstance(error, Exception):
                mine.set_exception(error)
            else:
                mine.cancel()
            raise
        with self._lock:
            if self._loading.get(key) is mine:  # else it was forgotten, or is loaded anew
                del self._loading[key]
                self._kept[key] = value
        mine.set_result(value)
        return value

    def _land(self, key: str, mine: Future[T]) -> None:
        """Let the next who asks load again."""
        with self._lock:
            if self._loading.get(key) is mine:
                del self._loading[key]
