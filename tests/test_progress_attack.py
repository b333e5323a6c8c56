"""The service under attack: killed clients and servers cost nothing, a service with a part less is caught."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ATTACK = Path(__file__).parent / "benchmarks" / "attack.py"

pytestmark = [pytest.mark.slow, pytest.mark.skipif(os.name == "nt", reason="the clients are forks")]


def attack(*options):
    """Run an attack; return its exit code and what it printed."""
    command = [sys.executable, ATTACK, "--seconds", "90", "--seed", "7", *options]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=150, check=False)
    return done.returncode, done.stdout + done.stderr


def test_every_answer_is_kept_whatever_is_killed():
    """Clients, sessions and the server are killed; each operation counts once, and the tables agree."""
    code, said = attack("--operations", "640", "--pause", "0.2", "--least", "14", "--most", "14")

    assert (0, "every operation counts once, and the two tables agree") == (code, said.splitlines()[-1]), said
    assert int(re.search(r"([\d,]+) operations answered", said)[1].replace(",", "")) >= 640, said
    blows = dict(re.findall(r"(\w+) (\d+)", said.split("blows: ")[1].split(";")[0]))
    assert {"client", "session", "backend", "restart", "server"} == set(blows)
    assert "0" not in blows.values()


@pytest.mark.parametrize(
    ("part", "options", "fault"),
    [
        ("lock", ("--blows", "session", "--most", "1", "--pause", "0.05"), "the tables differ"),
        (
            "operations",
            ("--blows", "client", "--least", "10", "--most", "20", "--answer", "0.1", "--pause", "0.15"),
            "want",
        ),
        ("disk", ("--blows", "restart", "--least", "3", "--most", "3"), "want"),
    ],
)
def test_a_service_without_a_part_is_caught(part, options, fault):
    """The attack can fail: without the lock, the record of operations, or commits that wait for the disk."""
    code, said = attack("--broken", part, "--operations", "1600" if part == "lock" else "320", *options)

    assert 1 == code, said
    assert fault in said
