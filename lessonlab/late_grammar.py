"""
A library that costs seconds to load, loaded when it is asked for: jsonschema's check of two formats.

`rfc3987_syntax` builds a parser of its grammar while it is imported, three seconds of a processor here.
jsonschema imports it in each process that reads a notebook, and in JupyterLab's server; no schema of
Jupyter's has a format `iri`.  https://github.com/python-jsonschema/jsonschema/issues/1428
"""

from __future__ import annotations

import importlib
import sys
from importlib.util import find_spec
from types import ModuleType
from typing import Any

NAME = "rfc3987_syntax"


class Later(ModuleType):
    """Stands for the library until one of its functions is called, or anything else of it asked for."""

    @staticmethod
    def is_valid_syntax(term: str, value: str) -> bool:
        """Return what the library's own function of this name does."""
        valid: bool = _library().is_valid_syntax(term, value)
        return valid

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # who looks through all modules asks each for such a name
            raise AttributeError(name)
        return getattr(_library(), name)


def load_grammar_late() -> None:
    """Have the library loaded when it is first used in this process, unless it is there or not installed."""
    if NAME in sys.modules or (spec := find_spec(NAME)) is None:
        return
    made = Later(NAME)
    made.__spec__, made.__path__ = spec, list(spec.submodule_search_locations or ())
    sys.modules[NAME] = made


def _library() -> Any:
    """Return the library itself, which takes its place."""
    if isinstance(sys.modules.get(NAME), Later):
        del sys.modules[NAME]
    return importlib.import_module(NAME)
