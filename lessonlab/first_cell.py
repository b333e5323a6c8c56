"""
A page whose first cell was not run, after a restart or by mistake: its first SQL opens it, by its file's
name.

`load` is what a kernel of the reader's workspace begins with, and what `%load_ext lessonlab` is elsewhere.
It must cost next to nothing: what a lab needs is loaded with the first cell that asks for one.
"""

from __future__ import annotations

import ast
import json
import os
import re
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lessonlab import public_names
from lessonlab.errors import LessonLabError
from lessonlab.system.console import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from IPython.core.interactiveshell import InteractiveShell

    from lessonlab.course.chapters import Chapter
    from lessonlab.lab import Lab

JUPYTER, VS_CODE = "JPY_SESSION_NAME", "__vsc_ipynb_file__"  # who says which file a kernel belongs to
CURE = 'lab = lessonlab.open("06_constraints"), or the page that this is'


def load(ipython: InteractiveShell) -> None:
    """Register the magics, and put `lessonlab` and a `lab` that opens itself where cells find them."""
    import lessonlab
    from lessonlab.magics import lab_magics

    def opened() -> Any:
        lab = ipython.user_ns.get("lab")
        if lab is None or isinstance(lab, Unopened):
            lab = ipython.user_ns["lab"] = open_page(ipython.user_ns)
        return lab

    lab_magics.register(ipython, None, opener=opened)
    cells = Running(at_work=public_names.AT_START not in sys.argv)
    ipython.events.register("pre_execute", cells.begin)
    ipython.events.register("post_execute", cells.end)
    names = {"lessonlab": lessonlab, "lab": Unopened(opened, cells)}
    new = {name: value for name, value in names.items() if name not in ipython.user_ns}
    ipython.push(new, interactive=False)  # type: ignore[no-untyped-call]


@dataclass(slots=True)
class Running:
    """Whether a cell is *at_work*: who presses Tab asks for members too."""

    at_work: bool

    def begin(self) -> None:
        """Note that a cell begins."""
        self.at_work = True

    def end(self) -> None:
        """Note that it has ended."""
        self.at_work = False


class Unopened:
    """A `lab` before its page was opened: the first member that a cell asks for opens it."""

    def __init__(self, opened: Callable[[], Any], cells: Running) -> None:
        self._opened, self._cells = opened, cells

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_") or not self._cells.at_work:  # what IPython asks of everything that it shows
            raise AttributeError(name)
        return getattr(self._opened(), name)

    def __dir__(self) -> list[str]:
        from lessonlab.lab import Lab

        return [name for name in dir(Lab) if not name.startswith("_")]

    def __repr__(self) -> str:
        return "<lab, not open yet: the first SQL cell opens it, and so does the first cell of the page>"


def open_page(names: Mapping[str, Any]) -> Lab:
    """Return a lab for the page that the kernel belongs to, opened as its first cell does, and say so."""
    from lessonlab import content, lab

    chapter = find_page(page_file(names))
    options = told_options(content.folder("notebooks") / chapter.filename)
    say(f"first cell not run, opened by the name of this file: {first_cell(chapter.name, options)}")
    return lab.open(chapter.name, **options)


def first_cell(name: str, options: Mapping[str, Any]) -> str:
    """
    Return how the page *name* is opened.

    >>> first_cell("15_performance", {"size": "large", "scale": 10})
    'lab = lessonlab.open("15_performance", size="large", scale=10)'
    """
    given = "".join(f", {option}={json.dumps(value)}" for option, value in options.items())
    return f'lab = lessonlab.open("{name}"{given})'


def page_file(names: Mapping[str, Any], environ: Mapping[str, str] = os.environ) -> str:
    """
    Return the path of the file that this kernel belongs to, as JupyterLab, Notebook and VS Code tell it.

    >>> page_file({}, {"JPY_SESSION_NAME": "/course/06_constraints.ipynb"})
    '/course/06_constraints.ipynb'
    """
    told = names.get(VS_CODE) or environ.get(JUPYTER)
    if not told:
        raise LessonLabError("no lab is open yet, and nobody says which page this is", cure=CURE)
    return str(told)


def find_page(path: str) -> Chapter:
    """
    Return the page that *path* is, or a copy of: with more behind its name.

    >>> find_page("/course/06_constraints (kept 2026-11-29 06.00.00).ipynb").name
    '06_constraints'
    """
    from lessonlab.course.chapters import chapters

    stem = re.split(r"[/\\]", path)[-1].removesuffix(".ipynb")
    for chapter in chapters():
        if re.match(rf"{chapter.name}(?![a-z0-9_])", stem):
            return chapter
    raise LessonLabError(f"no lab is open yet, and {stem!r} is no page of the course", cure=CURE)


def told_options(path: Path) -> dict[str, Any]:
    """Return the options, as `size`, that the notebook at *path* gives in its own `lessonlab.open(…)`."""
    from lessonlab.course.chapters import opening

    call = ast.parse(opening(path), mode="eval").body
    found = call.keywords if isinstance(call, ast.Call) else []
    return {option.arg: ast.literal_eval(option.value) for option in found if option.arg}
