"""
Names of earlier versions: a reader's edited copy of a page goes on running, and is told the new name once.

They are kept for one version.  Nothing of ours uses them, and no list of names shows them.
"""

from __future__ import annotations

import functools
import importlib
import importlib.abc
import importlib.util
import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from importlib.machinery import ModuleSpec

ROOM = "lessonlab."

# Where the modules of 0.1.0 are now.
MODULES = {
    "measure": "varying",
    "notebook.widths": "show.widths",
    "notebook.values": "show.values",
    "notebook.tables": "show.tables",
    "notebook.pictures": "show.pictures",
    "notebook.diagram": "show.diagram",
    "notebook.drawing": "show.drawing",
    "notebook.survivors": "show.survivors",
    "notebook.timeline": "show.timeline",
    "notebook.binding": "statements.binding",
    "notebook.running": "statements.running",
    "notebook.outcomes": "statements.outcomes",
    "notebook.explaining": "statements.explaining",
    "notebook.comparing": "statements.comparing",
    "notebook.race": "statements.race",
    "notebook.describe": "statements.describe",
    "notebook.expect": "statements.expect",
    "notebook.changes": "statements.what_if",
    "notebook.loading": "statements.tolerant_times",
    "notebook.sqlerrors": "postgres.sqlerrors",
    "notebook.elsewhere": "magics.elsewhere",
    "notebook.ipythonsql": "magics.ipythonsql",
    "notebook.speaking": "magics.speaking",
    "notebook.options": "magics.line_options",
    "notebook.results": "magics.result_set",
    "notebook.magics": "magics.lab_magics",
    "notebook.actor": "scenes.actor",
    "notebook.news": "scenes.news",
    "notebook.scene": "scenes.scene",
    "notebook.sequence": "scenes.sequence",
    "notebook.lanes": "scenes.lanes",
    "notebook.load": "scenes.load",
    "notebook.frames": "charts.frames",
    "notebook.marks": "charts.marks",
    "notebook.drawings": "charts.each_query",
    "notebook.charts": "charts.chart",
    "notebook.page": "charts.report_page",
    "notebook.asking": "charts.questions",
    "notebook.answers": "reader.told_verdicts",
    "notebook.exercising": "lab.exercises",
    "notebook.contents": "course.table_of_contents",
    "notebook.tracker": "tracker.widget",
    "notebook.beats": "tracker.beats",
    "notebook.recording": "tracker.recording",
    "notebook.subshells": "tracker.subshells",
    "course.displays": "authoring.displays",
    "course.sanitise": "authoring.sanitise",
    "course.runner": "authoring.runner",
    "course.claim_calls": "authoring.claim_calls",
    "course.rules": "authoring.page_rules",
    "course.normalise": "authoring.normal_form",
    "course.workspace": "reader.workspace",
    "course.delivered": "reader.delivered",
    "course.jupyter": "reader.jupyter",
    "grading.record": "reader.record",
    "grading.desk": "reader.desk",
    "grading.handed_in": "grading.submissions",
    "grading.session": "grading.answer_session",
    "grading.comparing": "grading.same_rows",
    "plans.facts": "plans.step_notes",
    "plans.pair": "plans.beside_markup",
    "plans.text": "plans.drawn_text",
    "review.text": "review.printed",
    "postgres.kinds": "postgres.sizes",
    "lab.asking": "lab.base",
}
# What was renamed in them.
NAMES = {
    ("varying", "Measure"): "Varying",
    ("statements.what_if", "Change"): "WhatIf",
    ("show.survivors", "draw"): "draw_squares",
    ("show.timeline", "draw"): "draw_timeline",
    ("scenes.lanes", "draw"): "draw_lanes",
    ("scenes.sequence", "Step"): "scenes.steps.Step",
}
# What a page says today in place of a name that pages of 0.1.0 imported from an inner module.
WRITE = {
    "measure": "from lessonlab import Varying, interleaved",
    "notebook.tables": "from lessonlab import Table",
    "notebook.contents": "from lessonlab import contents",
    "notebook.sequence": "lab.lanes(names, steps)",
    "notebook.survivors": "lab.survivors(before, after)",
    "notebook.timeline": "lab.timeline(diary, row)",
}
_told: set[str] = set()


def tell(old: str, new: str) -> None:
    """Say once in one line what *old* is called now."""
    if old not in _told:
        _told.add(old)
        print(f"{old} is now: {new}", file=sys.stderr)  # noqa: T201 - a line for the reader


class Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Find a module of an earlier version; asked last of all, so that what is there is never slower."""

    def find_spec(
        self, fullname: str, _path: Sequence[str] | None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        name = fullname.removeprefix(ROOM)
        if name == fullname or not (name in MODULES or name == "notebook"):
            return None
        return importlib.util.spec_from_loader(fullname, self, is_package=name == "notebook")

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return ModuleType(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """Let *module* answer for the one that took its place."""
        old = module.__name__.removeprefix(ROOM)
        if old not in MODULES:
            return  # the room itself: its modules are found one by one
        new = MODULES[old]
        tell(module.__name__, WRITE.get(old, ROOM + new))
        there = importlib.import_module(ROOM + new)

        def look_up(name: str) -> Any:
            place, _, now = NAMES.get((new, name), name).rpartition(".")
            return getattr(importlib.import_module(ROOM + place) if place else there, now)

        module.__getattr__ = look_up  # type: ignore[method-assign]  # PEP 562


def install() -> None:
    """Let `import` find the modules of earlier versions."""
    if not any(isinstance(finder, Finder) for finder in sys.meta_path):
        sys.meta_path.append(Finder())


def once_took(
    instead: str, do: Callable[[Any, str], Any]
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Let a method go on taking the argument that it had: say what to write *instead*, and *do* it."""

    def wrap(method: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(method)
        def call(self: Any, *former: str) -> Any:
            if not former:
                return method(self)
            tell(f"lab.{method.__name__}({former[0]!r})", instead.format(former[0]))
            return do(self, former[0])

        return call

    return wrap


class FormerMembers:
    """Members of a lab that are called otherwise now."""

    def __getattr__(self, name: str) -> Any:
        if name == "claims":
            tell("lab.claims", "lab.claim")
            return self.claim
        if name == "server_version":
            tell("lab.server_version", 'lab.value("SHOW server_version")')
            return self.value("SHOW server_version").split()[0]
        raise AttributeError(f"a lab has no member {name!r}")
