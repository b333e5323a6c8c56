"""Who reads: the one place that says whose record it is."""

from __future__ import annotations

import getpass
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

SAID_BY = ("LESSONLAB_READER", "JUPYTERHUB_USER")  # the first that is not empty counts
NOBODY = "reader"


def reader_name(environ: Mapping[str, str] | None = None) -> str:
    """
    Return who reads: the name that the environment gives, a hub's name for its user, else the login's.

    >>> reader_name({"LESSONLAB_READER": "ada", "JUPYTERHUB_USER": "jovyan"})
    'ada'
    """
    return reader(environ)[0]


def reader(environ: Mapping[str, str] | None = None) -> tuple[str, str]:
    """
    Return who reads, and who says so.

    >>> reader({"JUPYTERHUB_USER": "bo"})
    ('bo', 'as JUPYTERHUB_USER says')
    """
    environ = os.environ if environ is None else environ
    for name in SAID_BY:
        if said := environ.get(name, "").strip():
            return said, f"as {name} says"
    try:
        return getpass.getuser(), "the login's name; LESSONLAB_READER says another"
    except (OSError, KeyError, ImportError):
        return NOBODY, "since the system knows no name; LESSONLAB_READER says one"
