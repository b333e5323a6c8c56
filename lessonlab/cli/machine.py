"""What the doctor looks at on the machine itself."""

from __future__ import annotations

import locale
import os
import platform
import shutil
import socket
import sys
import webbrowser
from dataclasses import dataclass
from typing import TYPE_CHECKING

import psutil

from lessonlab.config import can_make

if TYPE_CHECKING:
    from pathlib import Path

    from lessonlab.config import Settings

OLDEST_PYTHON = (3, 11)
DISK_BYTES = 1_500_000_000  # both templates, their log, and a clone or two
MEMORY_BYTES = 500_000_000
JUPYTER_PORT = 8888


@dataclass(frozen=True, slots=True)
class Patient:
    """What is examined: the *settings*, and the reader's folder *workspace*."""

    settings: Settings
    workspace: Path


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found; *well* is `None` where the question does not arise."""

    well: bool | None
    said: str
    cure: str = ""


def check_python(_: Patient) -> Finding:
    """Python is new enough."""
    well = sys.version_info >= OLDEST_PYTHON
    return Finding(well, platform.python_version(), "" if well else "install Python 3.11 or newer")


def check_disk(patient: Patient) -> Finding:
    """There is room for the server's data."""
    if patient.settings.dsn:
        return Finding(None, "the data is on another server")
    free = shutil.disk_usage(nearest(patient.settings.home)).free
    said = f"{free / 1e9:,.1f} GB free for {patient.settings.home}"
    if free >= DISK_BYTES:
        return Finding(True, said)
    return Finding(
        False,
        f"{said}, needs {DISK_BYTES / 1e9:.1f}",
        "lessonlab clean, or set LESSONLAB_HOME to another disk",
    )


def check_memory(_: Patient) -> Finding:
    """There is memory for a server and some kernels."""
    free = psutil.virtual_memory().available
    said = f"{free / 1e9:,.1f} GB available"
    if free >= MEMORY_BYTES:
        return Finding(True, said)
    return Finding(False, f"{said}, needs {MEMORY_BYTES / 1e9:.1f}", "close notebooks and other programs")


def check_home(patient: Patient) -> Finding:
    """The folder for the server can be written to."""
    home = patient.settings.home
    if can_make(home):
        return Finding(True, str(home))
    return Finding(False, f"{home} cannot be written to", "set LESSONLAB_HOME to a folder of your own")


def check_port(_: Patient) -> Finding:
    """This machine lets a server listen on loopback."""
    try:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
    except OSError as error:
        return Finding(False, f"no program can listen on 127.0.0.1: {error.strerror}", "ip link set lo up")
    with socket.socket() as probe:
        if probe.connect_ex(("127.0.0.1", JUPYTER_PORT)) == 0:
            return Finding(True, f"{JUPYTER_PORT} is taken; JupyterLab takes the next free one")
    return Finding(True, f"{JUPYTER_PORT} is free")


def check_locale(_: Patient) -> Finding:
    """The locale that is asked for is installed; the server does not depend on it."""
    before = locale.setlocale(locale.LC_ALL)
    try:
        locale.setlocale(locale.LC_ALL, "")
    except locale.Error:
        asked = os.environ.get("LC_ALL") or os.environ.get("LANG")
        return Finding(None, f"{asked!r} is not installed; the lab does without")
    finally:
        locale.setlocale(locale.LC_ALL, before)
    return Finding(True, locale.getpreferredencoding(do_setlocale=False))


def check_browser(_: Patient) -> Finding:
    """There is a browser to open."""
    try:
        name = getattr(webbrowser.get(), "name", "") or "found"
    except webbrowser.Error:
        return Finding(None, "none here; lessonlab start prints the address for another machine's")
    return Finding(True, name)


def nearest(folder: Path) -> Path:
    """Return *folder*, or the nearest one above it that exists."""
    return next(path for path in (folder, *folder.parents) if path.exists())
