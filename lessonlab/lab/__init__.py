"""
The object that a reader holds: one notebook's database, and what can be asked of it.

It composes the rooms below and decides nothing itself.  Each of them is loaded by the first member that needs
it, so imports stand inside methods here: a page that draws nothing does not wait for what draws.
"""

from lessonlab.lab.lab import Lab, open  # noqa: A004 - what a reader types

__all__ = ["Lab", "open"]
