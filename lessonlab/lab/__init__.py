"""
The object that a reader holds: one notebook's database, and what can be asked of it.

It composes the rooms below and decides nothing itself.
"""

from lessonlab.lab.lab import Lab, open  # noqa: A004 - what a reader types

__all__ = ["Lab", "open"]
