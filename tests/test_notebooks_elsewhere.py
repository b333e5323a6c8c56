"""The course on another server: the oldest version, as a role that may create databases and nothing else."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from lessonlab import content

pytestmark = pytest.mark.slow


def test_every_notebook_runs_on_15_as_a_role_with_createdb(as_student):
    """Every claim holds there too, and what needs more says so and passes."""
    command = [sys.executable, "-m", "lessonlab", "run", "--dsn", as_student]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, env=os.environ)

    count = len(list(content.folder("notebooks").glob("*.ipynb")))
    assert done.returncode == 0, done.stdout
    assert f"{count} passed, 0 failed" in done.stdout
