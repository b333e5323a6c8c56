"""Learn PostgreSQL table design in Jupyter, against a real server that is simply there."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from lessonlab.errors import LessonLabError

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell

    from lessonlab.lab import Lab, open  # noqa: A004 - what a reader types

__version__ = "0.1.0"
__all__ = ["Lab", "LessonLabError", "load_ipython_extension", "open"]


def __getattr__(name: str) -> Any:
    """Load the lab when it is asked for: the commands start in half the time without it."""
    if name in {"Lab", "open"}:
        from lessonlab import lab  # noqa: PLC0415

        return getattr(lab, name)
    raise AttributeError(f"module 'lessonlab' has no attribute {name!r}")


def load_ipython_extension(ipython: InteractiveShell) -> None:
    """Register `%sql` and its companions; `lessonlab.open` gives them a database."""
    from lessonlab.notebook import magics  # noqa: PLC0415

    magics.register(ipython, None)


if (
    "ipykernel" in sys.modules
):  # a kernel opens a lab next: load it now, so that the reader's first cell is quick
    from lessonlab import lab as _lab  # noqa: F401
