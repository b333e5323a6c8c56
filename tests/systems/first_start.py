"""
`lessonlab start` as a student's machine sees it: `python first_start.py FOLDER [--own-profile]`.

It asks the doctor, runs a page and asks psql.  It starts the course without a browser, fetches the address
that it prints, stops it, and sees that no process of PostgreSQL is left.  Each wait has
a limit; whoever is slower is shown with all that runs.
With `--own-profile` the folders of a user's profile lie in FOLDER: Windows gives another user's.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
import time
import urllib.request
from pathlib import Path

import psutil

ADDRESS = re.compile(r"JupyterLab: (http\S+)")
START_SECONDS = 300
END_SECONDS = 90
COMMAND_SECONDS = 180
COMMANDS = (["doctor"], ["run", "00"], ["psql", "--", "-c", "SELECT 1"])
PROFILE = ("USERPROFILE", "HOME", "APPDATA", "LOCALAPPDATA", "TEMP", "TMP")


def environment(folder: Path, *, own_profile: bool) -> dict[str, str]:
    """Return the environment to start in."""
    environ = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    if own_profile:
        for name in PROFILE:
            (folder / name.lower()).mkdir(parents=True, exist_ok=True)
            environ[name] = str(folder / name.lower())
        environ["LESSONLAB_HOME"] = str(folder / "home")
    return environ


def servers() -> list[psutil.Process]:
    """Return the processes of PostgreSQL that belong to us."""
    me = psutil.Process().username()
    found = psutil.process_iter(["name", "username"])
    return [p for p in found if (p.info["name"] or "").startswith("postgres") and p.info["username"] == me]


def give_up(why: str) -> None:
    """Say why, and what runs."""
    print(why)
    for process in psutil.process_iter(["pid", "ppid", "name", "username", "cmdline"]):
        print(process.info)
    sys.stdout.flush()
    os._exit(1)


def run_each(lessonlab: list[str], environ: dict[str, str], folder: Path) -> None:
    """Run the commands that end by themselves."""
    for words in COMMANDS:
        try:
            subprocess.run(
                [*lessonlab, *words], env=environ, cwd=folder, stdin=subprocess.DEVNULL, check=True,
                timeout=COMMAND_SECONDS,
            )  # fmt: skip
        except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
            give_up(f"lessonlab {words[0]}: {error}")


def main() -> None:
    """Run, start, fetch, stop, look."""
    folder = Path(sys.argv[1]).absolute()
    folder.mkdir(parents=True, exist_ok=True)
    environ = environment(folder, own_profile="--own-profile" in sys.argv)
    lessonlab = [sys.executable, "-m", "lessonlab"]
    run_each(lessonlab, environ, folder)
    started = subprocess.Popen(
        [*lessonlab, "start", "--no-browser", "--workspace", str(folder / "work")],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", errors="replace",
        env=environ, cwd=folder,
    )  # fmt: skip
    late = threading.Timer(START_SECONDS, give_up, ["no address came"])
    late.start()
    address = ""
    for line in started.stdout or ():
        print(line, end="")
        if found := ADDRESS.search(line):
            address = found[1]
            break
    late.cancel()
    if not address:
        give_up(f"it ended with {started.wait()} before an address came")
    with urllib.request.urlopen(address, timeout=30) as page:  # noqa: S310 - it is ours
        print(page.status, len(page.read()), "bytes")
    try:
        subprocess.run([*lessonlab, "stop"], env=environ, cwd=folder, check=True, timeout=END_SECONDS)
        started.communicate(timeout=END_SECONDS)
    except subprocess.TimeoutExpired:
        give_up("it did not stop")
    until = time.monotonic() + END_SECONDS
    while servers() and time.monotonic() < until:
        time.sleep(0.5)
    if servers():
        give_up("a server is left")
    print("Nothing is left.")


if __name__ == "__main__":
    main()
