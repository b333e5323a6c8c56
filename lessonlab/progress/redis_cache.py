"""
Remember answers in Redis, for every process that asks, and do without it when it is away.

One round trip answers: the value, or the right to load it, or that somebody else is loading.  The right is a
second key with a token in it, which `forget` deletes: whoever loaded meanwhile finds the token gone and keeps
nothing.  That is how the promise of `cache` holds across processes.

When Redis does not answer in time, everything is read from the database, and nobody asks Redis again for a
pause.  What should have been forgotten meanwhile is owed, and paid before the next question.
"""

from __future__ import annotations

import json
import logging
import secrets
import threading
import time
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from cachetools import TTLCache

from lessonlab.errors import ConfigError
from lessonlab.progress.cache import MOST_KEYS, NONE_TTL, TTL, Counter, Counts, MemoryCache
from lessonlab.progress.circuit import Circuit

if TYPE_CHECKING:
    from collections.abc import Callable

    import redis

T = TypeVar("T")

TIMEOUT = 0.5  # a cache that takes longer is slower than the database
PAUSE = 5.0
PATIENCE = 2.0  # how long to wait for somebody else's load
LEASE = 10.0  # how long the right to load lasts: whoever takes longer may be dead
POLL = 0.01
NOTHING = "null"  # JSON's None

LOOK = """
local kept = redis.call('GET', KEYS[1])
if kept then return {'kept', kept} end
if redis.call('SET', KEYS[2], ARGV[1], 'NX', 'PX', ARGV[2]) then return {'load'} end
return {'wait'}
"""
KEEP = """
if redis.call('GET', KEYS[2]) ~= ARGV[1] then return 'forgotten' end
redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
redis.call('DEL', KEYS[2])
return 'kept'
"""
YIELD = "if redis.call('GET', KEYS[2]) == ARGV[1] then redis.call('DEL', KEYS[2]) end return 'yielded'"

log = logging.getLogger("lessonlab.progress")


class RedisCache(Generic[T]):
    """
    A cache in the Redis at *url*, for threads and processes.

    It keeps an answer for *ttl* seconds, `None` for *none_ttl*.  What is kept is text: *dump* makes it and
    *parse* reads it.  What was just loaded comes back through both too, so that an answer looks the same
    however it came.  An answer of Redis that takes longer than *timeout*, or none, opens the circuit for
    *pause* seconds.
    """

    def __init__(
        self,
        url: str,
        *,
        ttl: float = TTL,
        none_ttl: float = NONE_TTL,
        dump: Callable[[T], str] = json.dumps,
        parse: Callable[[str], T] = json.loads,
        timeout: float = TIMEOUT,
        pause: float = PAUSE,
    ) -> None:
        self._client = connect_redis(url, timeout)
        self._failure = _failure()
        self._ttl, self._none_ttl = ttl, none_ttl
        self._dump, self._parse = dump, parse
        self._scripts = {text: self._client.register_script(text) for text in (LOOK, KEEP, YIELD)}
        self._circuit = Circuit(pause)
        self._owed: TTLCache[str, object] = TTLCache(MOST_KEYS, ttl)  # what Redis keeps is gone by then
        self._owing = threading.Lock()
        self._beside: MemoryCache[str] = MemoryCache(ttl=0, none_ttl=0)  # keeps nothing: one load at a time
        self._counter = Counter()

    @property
    def counts(self) -> Counts:
        """Return what this process did so far."""
        own, beside = self._counter.counts, self._beside.counts
        return replace(
            own,
            loads=own.loads + beside.loads,
            waited=own.waited + beside.waited,
            away=beside.loads,
        )

    @property
    def is_away(self) -> bool:
        """Say whether Redis did not answer the last time that it was asked."""
        return self._circuit.is_open

    def get(self, key: str, load: Callable[[], T]) -> T:
        """
        Return what is kept for *key*, else what *load* returns.

        Of all who ask at once one loads; the others wait for it a while, then load for themselves.  An error
        of *load* reaches whoever called it, and nothing is kept.
        """
        token, waited = secrets.token_hex(8), False
        give_up = time.monotonic() + PATIENCE
        while True:
            answer = self._ask(LOOK, key, token, _milliseconds(LEASE))
            if answer is None:
                return self._read(self._beside.get(key, lambda: self._written(load())))
            if answer[0] == "kept":
                try:
                    value = self._read(answer[1])
                except (ValueError, TypeError, LookupError):  # another version's, or not ours
                    self.forget(key)
                    continue
                self._counter.add("waited" if waited else "hits")
                return value
            if answer[0] == "load" or time.monotonic() > give_up:
                return self._load(key, token, load)
            waited = True
            time.sleep(POLL)

    def forget(self, *keys: str) -> None:
        """Drop what is kept for *keys*, in all processes; owed while Redis is away."""
        self._beside.forget(*keys)
        with self._owing:
            self._owed.update((key, object()) for key in keys)
        self._ask(None, "")

    def _load(self, key: str, token: str, load: Callable[[], T]) -> T:
        """Load, and keep it if nobody forgot *key* since the right to load was given."""
        self._counter.add("loads")
        try:
            text = self._written(load())
        except BaseException:
            self._ask(YIELD, key, token)
            raise
        ttl = self._none_ttl if text == NOTHING else self._ttl
        self._ask(KEEP, key, token, text, _milliseconds(ttl))
        return self._read(text)

    def _ask(self, script: str | None, key: str, *args: str | int) -> Any:
        """Pay what is owed, then return what *script* answers about *key*; `None` when Redis is away."""
        if not self._circuit.lets_through():
            return None
        try:
            self._pay()
            answer = self._scripts[script](keys=[key, lock(key)], args=args) if script else True
        except self._failure as error:
            if self._circuit.broke():
                log.warning(
                    "Redis does not answer (%s): reading from the database, asking again in %g s",
                    type(error).__name__,
                    self._circuit.pause,
                )
                log.debug("Redis does not answer", exc_info=error)
            return None
        if self._circuit.healed():
            log.warning("Redis answers again")
        return answer

    def _pay(self) -> None:
        """Delete what is owed to be forgotten; a debt that grew anew meanwhile stays."""
        with self._owing:
            owed = list(self._owed.items())
        for key, debt in owed:
            self._client.delete(key, lock(key))
            with self._owing:
                if self._owed.get(key) is debt:
                    del self._owed[key]

    def _written(self, value: T) -> str:
        return NOTHING if value is None else self._dump(value)

    def _read(self, text: str) -> T:
        return json.loads(text) if text == NOTHING else self._parse(text)


def connect_redis(url: str, timeout: float) -> redis.Redis:
    """Return a client that gives up after *timeout* and tries nothing twice; the circuit does that better."""
    try:
        import redis  # noqa: PLC0415 - an extra
        from redis.backoff import NoBackoff  # noqa: PLC0415
        from redis.retry import Retry  # noqa: PLC0415
    except ImportError:
        raise ConfigError(
            "the package 'redis' is not installed", cure='python -m pip install "lessonlab[redis]"'
        ) from None
    try:
        return redis.Redis.from_url(
            url,
            decode_responses=True,
            socket_timeout=timeout,
            socket_connect_timeout=timeout,
            retry=Retry(NoBackoff(), 0),
            max_connections=10_000,  # more than there are threads: none left would look like no Redis
        )
    except ValueError as error:
        raise ConfigError(
            f"{url!r} is no address of a Redis: {error}", cure="write it as redis://host:6379/0"
        ) from None


def _failure() -> type[Exception]:
    """Return what every error of the client is; `connect` has seen that there is one."""
    import redis  # noqa: PLC0415 - an extra

    return redis.RedisError


def lock(key: str) -> str:
    """
    Return the name of the right to load *key*; the braces put both on one node of a cluster.

    >>> lock("progress:a:b")
    'lock:{progress:a:b}'
    """
    return f"lock:{{{key}}}"


def _milliseconds(seconds: float) -> int:
    return max(1, round(seconds * 1000))


connect = connect_redis  # what pages of 0.1.0 call it
