"""Who waits for whom: the server's lock table, read from outside of the sessions that wait."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lessonlab import content

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from psycopg import Connection


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
    return {
        pid: Wait(frozenset(blockers), kind, mode, relation) for pid, blockers, kind, mode, relation in rows
    }


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
