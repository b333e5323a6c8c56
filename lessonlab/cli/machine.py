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

from lessonlab.system import files, memory, network
from lessonlab.system.cures import cure

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
class Examined:
    """What was found; *well* is `None` where the question does not arise."""

    well: bool | None
    said: str
    cure: str = ""


def check_python(_: Patient) -> Examined:
    """Python is new enough."""
    well = sys.version_info >= OLDEST_PYTHON
    return Examined(well, platform.python_version(), "" if well else "install Python 3.11 or newer")


def check_disk(patient: Patient) -> Examined:
    """There is room for the server's data."""
    if patient.settings.dsn:
        return Examined(None, "the data is on another server")
    free = shutil.disk_usage(files.nearest_folder(patient.settings.home)).free
    said = f"{free / 1e9:,.1f} GB free for {patient.settings.home}"
    if free >= DISK_BYTES:
        return Examined(True, said)
    return Examined(
        False,
        f"{said}, needs {DISK_BYTES / 1e9:.1f}",
        "lessonlab clean, or set LESSONLAB_HOME to another disk",
    )


def check_memory(_: Patient) -> Examined:
    """There is memory for a server and some kernels."""
    free = memory.available_bytes()
    said = f"{free / 1e9:,.1f} GB available"
    if free >= MEMORY_BYTES:
        return Examined(True, said)
    return Examined(False, f"{said}, needs {MEMORY_BYTES / 1e9:.1f}", "close notebooks and other programs")


def check_port(_: Patient) -> Examined:
    """This machine lets a server listen on loopback."""
    fault = network.loopback_fault()
    if fault:
        return Examined(False, f"this machine has no loopback network: {fault}", cure("loopback"))
    with socket.socket() as probe:
        if probe.connect_ex((network.HOST, JUPYTER_PORT)) == 0:
            return Examined(True, f"{JUPYTER_PORT} is taken; JupyterLab takes the next free one")
    return Examined(True, f"{JUPYTER_PORT} is free")


def check_locale(_: Patient) -> Examined:
    """The locale that is asked for is installed; the server does not depend on it."""
    before = locale.setlocale(locale.LC_ALL)
    try:
        locale.setlocale(locale.LC_ALL, "")
    except locale.Error:
        asked = os.environ.get("LC_ALL") or os.environ.get("LANG")
        return Examined(None, f"{asked!r} is not installed; the lab does without")
    finally:
        locale.setlocale(locale.LC_ALL, before)
    return Examined(True, locale.getpreferredencoding(do_setlocale=False))


def check_browser(_: Patient) -> Examined:
    """There is a browser to open."""
    try:
        name = getattr(webbrowser.get(), "name", "") or "found"
    except webbrowser.Error:
        return Examined(None, "none here; lessonlab start prints the address for another machine's")
    return Examined(True, name)
