"""
Statements of a cell: bound, run, explained, compared, raced; no IPython.

Each module is what one magic or one member of the lab does, as plain functions over a session.
"""
