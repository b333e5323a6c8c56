"""The analytics files: found by folder, typed by their headers, run."""

from lessonlab.queries.catalogue import find, queries
from lessonlab.queries.frame import run
from lessonlab.queries.header import Column, Parameter, Query

__all__ = ["Column", "Parameter", "Query", "find", "queries", "run"]
