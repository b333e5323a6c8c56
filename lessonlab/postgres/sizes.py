"""The classes of learners that there can be: a size, and for the large one how many times its rows."""

from __future__ import annotations

from dataclasses import dataclass

from lessonlab.errors import ConfigError
from lessonlab.postgres.seed import learners

SIZES = ("small", "large")
ROOM_MB = {"small": 200, "large": 1_500}  # with the log written on the way, and a clone
LEAST_ROOM_MB = 200


@dataclass(frozen=True, slots=True)
class Kind:
    """The class of *size*, its rows times *scale*."""

    size: str
    scale: float = 1

    @property
    def word(self) -> str:
        """
        Return what it is called in the name of a database.

        >>> Kind("large").word, Kind("large", 10).word, Kind("large", 0.02).word
        ('large', 'large_x10', 'large_x0_02')
        """
        times = "" if self.scale == 1 else f"_x{self.scale:g}".replace(".", "_")
        return f"{self.size}{times}"

    @property
    def room_mb(self) -> int:
        """
        Return the MB of disk that it needs while it is built.

        >>> Kind("large", 10).room_mb, Kind("large", 0.02).room_mb
        (15000, 200)
        """
        return max(round(ROOM_MB[self.size] * self.scale), LEAST_ROOM_MB)

    def require(self) -> Kind:
        """Return it, if there is such a class."""
        if self.size not in SIZES:
            raise ConfigError(
                f"there is no class of size {self.size!r}", cure=f"choose one of {', '.join(SIZES)}"
            )
        if self.size == "large":
            learners(self.scale)
        elif self.scale != 1:
            raise ConfigError(
                f"the {self.size} class has one scale, have {self.scale:g}",
                cure='open it with size="large" to choose a scale',
            )
        return self
