"""A process as it is written down: its number, and its beginning, which tells it from a later one."""

from __future__ import annotations

from dataclasses import dataclass

from lessonlab.system import processes


@dataclass(frozen=True, slots=True, kw_only=True)
class Living:
    """The process *pid*, begun at *began* (seconds since 1970)."""

    pid: int
    began: float

    @property
    def is_alive(self) -> bool:
        """Say whether it still runs."""
        return processes.is_alive(self.pid, self.began)


def life(pid: int | None = None) -> dict[str, float]:
    """Return what is written down of the process *pid*, our own if `None`."""
    number = processes.own_number() if pid is None else pid
    return {"pid": number, "began": processes.began(number)}
