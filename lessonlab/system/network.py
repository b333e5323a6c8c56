"""The loopback network, which the server and JupyterLab listen on."""

from __future__ import annotations

import importlib
import os
import socket
import sys
from contextlib import suppress
from pathlib import Path  # noqa: TC003 - the example of a docstring uses it

HOST = "127.0.0.1"
SECONDS = 5.0
FEW, MANY = 512, 4096  # the first is what Windows can wait for at once
LONGEST_SOCKET = 100  # bytes, with room for a number: macOS takes 103
SPARE = 64  # files, and what Python itself has open


def most_connections() -> int:
    """
    Return how many connections a program of ours can have open at once, with files beside them.

    macOS begins with 256, and lets a program have more that asks for them.
    """
    files = FEW
    with suppress(ImportError, OSError, ValueError):
        resource = importlib.import_module("resource")  # not on Windows
        files, most = resource.getrlimit(resource.RLIMIT_NOFILE)
        if files < MANY:
            wanted = MANY if most == resource.RLIM_INFINITY else min(MANY, most)
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, most))
            files = wanted
    return max(1, min(files, MANY) - SPARE)


def takes_sockets(path: Path, system: str = sys.platform) -> bool:
    """
    Say whether programs here can listen at files that are called like *path*, as they do at ports.

    >>> takes_sockets(Path("/tmp/kernel"), "linux"), takes_sockets(Path("kernel"), "win32")
    (True, False)
    """
    return system != "win32" and len(os.fsencode(path)) <= LONGEST_SOCKET


def free_port() -> int:
    """Return a port of loopback that nobody listens on now; raise `OSError` where none can be reached."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        probe.listen(1)
        address = probe.getsockname()
        # An interface that is down lets one bind and listen: only a call gets no answer.
        socket.create_connection(address, timeout=SECONDS).close()
        return int(address[1])


def loopback_fault() -> str:
    """Return why a program cannot be reached on loopback, '' when it can."""
    try:
        free_port()
    except OSError as error:
        return error.strerror or str(error)
    return ""
