"""A session beside the notebook's own, whose statements may wait while the notebook goes on."""

from __future__ import annotations

import contextlib
import threading
from typing import TYPE_CHECKING, Any

import psycopg

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from psycopg import Connection

SECONDS = 2.0  # that a cancelled statement may take to end


class Work:
    """Something that runs in the background; a daemon, lest a kernel that ends waits for a lock."""

    def __init__(self, do: Callable[[], object]) -> None:
        self.error: BaseException | None = None
        self._thread = threading.Thread(target=self._run, args=(do,), daemon=True)
        self._thread.start()

    @property
    def is_done(self) -> bool:
        """Say whether it has ended."""
        return not self._thread.is_alive()

    def wait(self, seconds: float) -> bool:
        """Wait for the end, at most so many *seconds*; say whether it came."""
        self._thread.join(seconds)
        return self.is_done

    def result(self) -> None:
        """Wait for the end, however long; raise what it raised."""
        self._thread.join()
        if self.error is not None:
            raise self.error

    def _run(self, do: Callable[[], object]) -> None:
        try:
            do()
        except BaseException as error:  # noqa: BLE001 - raised where somebody asks for the outcome
            self.error = error


class Second:
    """A connection, and at most one thing that it is busy with."""

    def __init__(self, connection: Connection[Any]) -> None:
        self.connection = connection
        self.pid = connection.info.backend_pid
        self.work: Work | None = None

    @property
    def is_busy(self) -> bool:
        """Say whether a statement is under way."""
        return self.work is not None and not self.work.is_done

    def begin(self, do: Callable[[], object]) -> Work:
        """Begin to *do* something in the background."""
        self.work = Work(do)
        return self.work

    def cancel(self) -> None:
        """Stop the statement that is under way, and wait until it has ended."""
        if self.work is None or self.work.is_done:
            return
        with contextlib.suppress(psycopg.Error):  # the server is gone, and with it the statement
            self.connection.cancel_safe(timeout=SECONDS)
        self.work.wait(SECONDS)

    def close(self) -> None:
        """End the session; what it had not committed is undone."""
        self.cancel()
        if not self.is_busy:  # else a thread still reads from it: it ends with the process
            self.connection.close()


def close_all(sessions: Sequence[Second]) -> None:
    """End *sessions*; none goes on because another that it waited for has ended."""
    for session in sessions:
        session.cancel()
    for session in sessions:
        session.close()
