"""
Stop the server once nobody is left who needs it, even when all were killed: `python -m … HOME BIN MAJOR`.

One such process lives beside a server of ours; it ends with it.
"""

from __future__ import annotations

import contextlib
import sys
import time
from pathlib import Path

from lessonlab.errors import LessonLabError
from lessonlab.postgres import leases
from lessonlab.postgres.local_server import running_dsn, stop_if_unused
from lessonlab.postgres.owned import Owned
from lessonlab.postgres.programs import Programs

POLL_SECONDS = 1.0
PATIENCE = 5  # polls without a lease: a notebook that restarts its kernel keeps its server


def keep(owned: Owned, *, poll_seconds: float = POLL_SECONDS) -> None:
    """Return when the server of *owned* has ended, or was stopped here because nobody needs it."""
    idle = 0
    while running_dsn(owned):
        idle = 0 if leases.live_leases(owned.home) else idle + 1
        with contextlib.suppress(LessonLabError, OSError):  # held up, or a file is: the next look is soon
            if idle >= PATIENCE and stop_if_unused(owned):
                return
        time.sleep(poll_seconds)


if __name__ == "__main__":
    keep(Owned(Path(sys.argv[1]), Programs(Path(sys.argv[2]), int(sys.argv[3]))))
