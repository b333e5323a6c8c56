"""A home for a benchmark's own server."""

from __future__ import annotations

import contextlib
import shutil

from lessonlab.postgres import local_server
from lessonlab.postgres.owned import Owned
from lessonlab.postgres.programs import wheel_programs
from lessonlab.system.files import new_folder


@contextlib.contextmanager
def temporary_home():
    """Yield the path of a home that the server's account can reach."""
    base = new_folder("lessonlab-benchmark-")
    base.chmod(0o711)
    try:
        yield base / "home"
    finally:
        local_server.stop(Owned(base / "home", wheel_programs()))
        shutil.rmtree(base, ignore_errors=True)
