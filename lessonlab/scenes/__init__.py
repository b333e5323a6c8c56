"""
Several sessions in one notebook: what they say in turn, and who waits for whom.

`scene` is what a reader holds, `actor` one session of it, `lanes` and `sequence` draw what happened.
"""

PATIENCE = 10.0  # seconds that a statement may work before it is stopped
