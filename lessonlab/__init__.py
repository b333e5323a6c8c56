"""
Learn PostgreSQL table design in Jupyter, against a real server that is simply there.

A reader types `lab = lessonlab.open("03_storage_models")`; what else a page needs is a member of `lab`, a
magic (`%sql?` says more), or one of these:

- `open` and `Lab`: a database of one's own, and the object that holds it;
- `Table`, `Varying`, `interleaved`: rows as a small table, a figure that varies, functions timed in turn;
- `contents`: the pages of the course;
- `progress`: the service of chapters 19 and 20, and its caches;
- `errors` and `LessonLabError`: every failure that a reader can meet.

The house, from the roof down.  A room imports only rooms below it, rooms on one line do not know each other,
and `lint-imports` checks it; each room's own docstring says what it is for.

    cli                                 the commands; nothing imports them
    first_cell                          a page whose first cell was not run: it opens itself
    lab                                 the object a reader holds: composes, decides nothing
    magics · capstone                   %sql and its companions · a design of one's own, judged in stages
    tracker · scenes · charts · js      time counted · sessions that meet · queries drawn · JavaScript
    statements                          a cell's SQL: bound, run, explained, compared, raced
    workshop                            a class: roster, tokens, what was handed in, marks, the board
    reader · authoring                  a reader's folder, record, JupyterLab · a notebook's rules and runs
    grading                             an exercise, the cage, a verdict
    progress                            the service that records what learners do
    plans                               EXPLAIN's JSON as a tree, compared and drawn
    queries · review                    the analytics files · a schema held against what is taught
    course                              chapters, claims, verdicts
    postgres                            a server found or started, its templates, its refusals
    show                                tables, values and pictures, as HTML and as text
    content · config · varying          files and headers; settings; figures that differ by run
    errors · system                     one error tree · what differs between systems
    public_names · former_names         what a page may import, and what pages of 0.1.0 did
    late_grammar                        a library that costs seconds to load, loaded when it is used

What is read and run is data beside the package: `notebooks/`, `exercises/`, `sql/`.
`.github/CONTRIBUTING.md` says which files a new chapter, query, exercise, claim, rule or magic needs.
"""

from __future__ import annotations

import importlib
import sys
from typing import TYPE_CHECKING, Any

from lessonlab import former_names, public_names

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell

    from lessonlab import errors, progress
    from lessonlab.course.table_of_contents import contents
    from lessonlab.errors import LessonLabError
    from lessonlab.lab import Lab, open  # noqa: A004 - what a reader types
    from lessonlab.show.tables import Table
    from lessonlab.varying import Varying, interleaved

__version__ = "0.1.0"
__all__ = [
    "Lab",
    "LessonLabError",
    "Table",
    "Varying",
    "contents",
    "errors",
    "interleaved",
    "open",
    "progress",
]
former_names.install()


def __getattr__(name: str) -> Any:
    """Load a public name, or a room, when it is asked for; a name of an earlier version too."""
    if place := public_names.PLACES.get(name):
        return getattr(importlib.import_module(f"lessonlab.{place}"), name)
    if name in public_names.PLACES or name in former_names.MODULES:
        return importlib.import_module(f"lessonlab.{name}")
    raise AttributeError(f"module 'lessonlab' has no attribute {name!r}")


def __dir__() -> list[str]:
    """Return what a reader may use: rooms that happen to be loaded are none of it."""
    return [*__all__, *(name for name in globals() if name.startswith("__") and name.endswith("__"))]


def load_ipython_extension(ipython: InteractiveShell) -> None:
    """Register `%sql` and its companions; the first of them opens the page, if its first cell did not."""
    from lessonlab import first_cell  # noqa: PLC0415

    first_cell.load(ipython)


# A cell that imports us asks a database next: the driver is loaded now, a lab by `open`.  A kernel that
# begins with us is to begin at once.
if "ipykernel" in sys.modules and public_names.AT_START not in sys.argv:
    from lessonlab.postgres import connect as _connect  # noqa: F401
