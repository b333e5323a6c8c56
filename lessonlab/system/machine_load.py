"""How busy the machine is."""

from __future__ import annotations

import os

USUAL = 1.5  # programs that want a processor, for each of them: limits of time allow for so many
MOST_BUSY = 2.0  # and what does not end is held for no longer


def busy() -> float:
    """
    Return how many times longer than usual things take on this machine now: 1 to `MOST_BUSY`.

    Limits of time are multiplied by it: where many others work, who does nothing wrong would meet them.
    """
    if not hasattr(os, "getloadavg"):  # Windows does not say
        return 1.0
    return min(MOST_BUSY, max(1.0, os.getloadavg()[0] / USUAL / (os.cpu_count() or 1)))
