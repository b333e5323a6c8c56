"""Who waits for whom: the server's lock table, read from outside of the sessions that wait."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from psycopg import OperationalError

from lessonlab import content
from lessonlab.errors import ServerGone

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from psycopg import Connection

    from lessonlab.postgres.second import Second


@dataclass(frozen=True, slots=True)
class Wait:
    """A session that waits: the process ids of those *blockers* that it waits for, and what they keep."""

    blockers: frozenset[int]
    kind: str
    mode: str
    relation: str | None

    @property
    def what(self) -> str:
        """
        Return what is waited for, in words.

        >>> Wait(frozenset({7}), "transactionid", "ShareLock", "users").what
        'a row of users'
        >>> Wait(frozenset({7}), "relation", "RowExclusiveLock", "users").what
        'users, in RowExclusiveLock'
        """
        if self.kind == "relation":
            return f"{self.relation}, in {self.mode}"
        if self.kind in {"transactionid", "tuple"}:
            return f"a row of {self.relation}" if self.relation else "the end of a transaction"
        return {"advisory": "an advisory lock", "virtualxid": "the end of a transaction"}.get(
            self.kind, f"a lock on a {self.kind}"
        )


def read_waits(watcher: Connection[Any], pids: Collection[int]) -> dict[int, Wait]:
    """Return who of the sessions *pids* waits for a lock; *watcher* is a session that does nothing else."""
    rows = watcher.execute(content.sql("catalog/waits").encode(), {"pids": list(pids)})
    return {pid: Wait(frozenset(blockers), *what) for pid, blockers, *what in rows}


class Watcher:
    """A *session* that only looks at others, from outside of their transactions."""

    def __init__(self, session: Second) -> None:
        self.session = session

    def waits(self, pids: Collection[int]) -> dict[int, Wait]:
        """Return who of the sessions *pids* waits for a lock."""
        with self._looking() as connection:
            return read_waits(connection, pids) if pids else {}

    def locks(self, pids: Collection[int]) -> list[tuple[Any, ...]]:
        """Return who has, or wants, which lock on a table: session, table, mode, whether it has it."""
        with self._looking() as connection:
            return connection.execute(
                content.sql("catalog/locks_held").encode(), {"pids": list(pids)}
            ).fetchall()

    def deadlock_timeout(self) -> str:
        """Return after which time a session that waits looks for a deadlock, as the server shows it."""
        with self._looking() as connection:
            [(shown,)] = connection.execute("SHOW deadlock_timeout").fetchall()
            return str(shown)

    @contextmanager
    def _looking(self) -> Iterator[Connection[Any]]:
        """Yield the connection; when it breaks, say so."""
        try:
            yield self.session.connection
        except OperationalError:
            raise ServerGone(
                "the server ended the session that watches the others",
                cure="run the cell with lab.scene(…) again",
            ) from None


def at_rest(busy: Collection[int], waits: Mapping[int, Wait]) -> bool:
    """
    Say whether nothing will change by itself: all that are *busy* wait, and not in a circle.

    Who is busy and does not wait will end soon, and may let others go on; a circle is cut by the server.

    >>> on = lambda *pids: Wait(frozenset(pids), "tuple", "ExclusiveLock", None)
    >>> at_rest({2}, {2: on(1)}), at_rest({2, 3}, {3: on(2)}), at_rest({1, 2}, {1: on(2), 2: on(1)})
    (True, False, False)
    """
    return all(pid in waits for pid in busy) and not any(in_circle(pid, waits) for pid in busy)


def in_circle(pid: int, waits: Mapping[int, Wait]) -> bool:
    """Say whether *pid* waits, directly or through others, for itself."""
    return pid in everyone_before(pid, waits)


def everyone_before(pid: int, waits: Mapping[int, Wait]) -> set[int]:
    """
    Return for whom *pid* waits, directly or through others.

    >>> on = lambda *pids: Wait(frozenset(pids), "tuple", "ExclusiveLock", None)
    >>> sorted(everyone_before(3, {3: on(2), 2: on(1)}))
    [1, 2]
    """
    found: set[int] = set()
    ahead = set(waits[pid].blockers) if pid in waits else set()
    while ahead:
        found |= ahead
        ahead = {b for other in ahead if other in waits for b in waits[other].blockers} - found
    return found
