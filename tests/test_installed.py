"""The wheel, in an empty environment of its own, as an ordinary user, on machines that lack something."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import psutil
import pytest

from lessonlab.config import is_root
from lessonlab.system.files import new_folder

pytestmark = [pytest.mark.slow, pytest.mark.skipif(os.name == "nt", reason="users and name spaces are POSIX")]
ROOT = Path(__file__).resolve().parents[1]
NOBODY = 65534
SYSTEM_PYTHON = Path("/usr/bin/python3")


@pytest.fixture(scope="module")
def place():
    """Return a folder with a space in its name that everybody may pass through."""
    base = new_folder("lessonlab wheel ")
    base.chmod(0o755)
    yield base
    shutil.rmtree(base, ignore_errors=True)


@pytest.fixture(scope="module")
def wheel(place):
    """Return the wheel, built from a copy of what git has."""
    source = place / "source"
    listed = subprocess.run(
        [shutil.which("git"), "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    for name in filter(None, listed.stdout.split("\0")):
        if (ROOT / name).is_file():
            (source / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, source / name)
    command = [sys.executable, "-m", "build", "--wheel", "--outdir", str(place / "dist"), str(source)]
    subprocess.run(command, check=True, capture_output=True)
    shutil.rmtree(source)
    (built,) = (place / "dist").glob("*.whl")
    return built


@pytest.fixture(scope="module")
def lessonlab(place, wheel):
    """Return the command, installed from the wheel into an empty environment that everybody may use."""
    python = sys.executable
    if is_root() and not open_to_all(Path(python).resolve()):
        python = str(SYSTEM_PYTHON)
    subprocess.run([python, "-m", "venv", str(place / "venv")], check=True, capture_output=True)
    pip = [str(place / "venv/bin/python"), "-m", "pip", "install", "--quiet", "--compile", str(wheel)]
    subprocess.run(pip, check=True, capture_output=True)  # compiled: who runs it may not write there
    return str(place / "venv/bin/lessonlab")


def open_to_all(path):
    """Say whether everybody may pass through the folders above *path*."""
    return all(parent.stat().st_mode & 0o001 for parent in path.parents)


def test_wheel_carries_the_course(wheel):
    """Notebooks, SQL, exercises and claims are in it, and no tests."""
    names = set(zipfile.ZipFile(wheel).namelist())
    wanted = {
        f"lessonlab/content/{path.relative_to(ROOT).as_posix()}"
        for path in (ROOT / "notebooks").glob("*.ipynb")
    }
    wanted |= {
        f"lessonlab/content/{path.relative_to(ROOT).as_posix()}" for path in (ROOT / "sql").rglob("*.sql")
    }

    wanted |= {
        f"lessonlab/content/{path.relative_to(ROOT).as_posix()}"
        for path in (ROOT / "exercises").rglob("*")
        if path.is_file()
    }
    wanted |= {"lessonlab/course/claims.toml", "lessonlab/py.typed"}
    shared = f"{wheel.name.removesuffix('-py3-none-any.whl')}.data/data/share/jupyter/labextensions/lessonlab"
    wanted |= {f"{shared}/package.json", f"{shared}/install.json"}
    wanted |= {f"lessonlab/postgres/{name}.conf" for name in ("server", "throwaway")}

    assert wanted - names == set()
    assert [name for name in names if name.startswith("lessonlab/content/exercises/")]
    assert not [name for name in names if name.startswith(("tests/", "lessonlab/reader/labextension/"))]


def test_course_runs_from_the_wheel_alone(lessonlab, place):
    """`pip install` alone gives a student everything."""
    done = run(lessonlab, "run", "00", "02", place=place / "from wheel")

    assert done.returncode == 0, done.stdout
    assert "2 passed, 0 failed" in done.stdout


def test_jupyter_execute_runs_a_notebook_that_was_copied_away(lessonlab, place):
    """A notebook needs nothing beside it: `jupyter execute` in an empty folder is enough."""
    folder = place / "away"
    folder.mkdir()
    shutil.copy(ROOT / "notebooks/02_concepts.ipynb", folder)
    done = run(
        str(Path(lessonlab).with_name("jupyter")),
        "execute",
        "02_concepts.ipynb",
        place=place / "x",
        cwd=folder,
    )

    assert done.returncode == 0, done.stdout


@pytest.mark.skipif(not is_root() or sys.platform != "linux", reason="only root becomes another user")
@pytest.mark.parametrize("lack", ["nothing", "a writable home", "the locale", "any network"])
def test_ordinary_user_whose_machine_lacks(lessonlab, lack):
    """An ordinary user's course runs with a read-only home, an unknown locale, and no network at all."""
    home = new_folder("lessonlab-user-")
    home.chmod(0o555 if lack == "a writable home" else 0o755)
    os.chown(home, 0 if lack == "a writable home" else NOBODY, -1)
    command = [shutil.which("setpriv"), f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
    command += [lessonlab, "run", "00"]
    if lack == "any network":
        alone = 'ip link set lo up && exec "$@"'
        command = [shutil.which("unshare"), "--net", "/bin/sh", "-c", alone, "sh", *command]
    environ = {"HOME": str(home), "LESSONLAB_HOME": "", "PATH": f"{os.environ['PATH']}:/usr/sbin:/sbin"}
    if lack == "the locale":
        environ["LC_ALL"] = "xx_YY.UTF-8"
    try:
        done = run(*command, environ=environ, cwd="/")

        assert done.returncode == 0, done.stdout
        assert "1 passed, 0 failed" in done.stdout
        assert servers_below(home, Path(tempfile.gettempdir()) / f"lessonlab-{NOBODY}") == []
    finally:
        shutil.rmtree(home, ignore_errors=True)
        shutil.rmtree(Path(tempfile.gettempdir()) / f"lessonlab-{NOBODY}", ignore_errors=True)


@pytest.mark.skipif(not is_root() or sys.platform != "linux", reason="only root becomes another user")
@pytest.mark.parametrize("command", [("run", "00"), ("doctor",)], ids=" ".join)
def test_user_that_has_only_a_number(lessonlab, command):
    """A container may run us under a number that /etc/passwd does not know: initdb wants a name."""
    home = new_folder("lessonlab-user-")
    os.chown(home, 12345, -1)
    number = [shutil.which("setpriv"), "--reuid=12345", "--regid=0", "--clear-groups"]
    try:
        environ = {"HOME": str(home), "LESSONLAB_HOME": str(home / "lab")}
        done = run(*number, lessonlab, *command, environ=environ, cwd="/tmp")  # noqa: S108
    finally:
        shutil.rmtree(home, ignore_errors=True)

    assert done.returncode == 1
    assert "a name for the user number 12345" in done.stdout
    assert "/etc/passwd" in done.stdout
    assert "Traceback" not in done.stdout


def servers_below(*folders):
    """Return the processes of PostgreSQL that run below one of *folders*."""
    found = []
    for process in psutil.process_iter(["name"]):
        with contextlib.suppress(psutil.Error):
            if process.info["name"].startswith("postgres"):
                found += [process.pid for folder in folders if Path(process.cwd()).is_relative_to(folder)]
    return found


def run(*command, place=None, environ=None, cwd=None):
    """Run *command* away from the checkout, in a home of its own, and return what it printed."""
    own = {name: value for name, value in os.environ.items() if not name.startswith(("LESSONLAB", "XDG"))}
    if place is not None:
        place.mkdir(exist_ok=True)
        place.chmod(0o711)
        own["LESSONLAB_HOME"] = str(place / "home")
    return subprocess.run(
        [str(part) for part in command],
        cwd=cwd or place,
        env=own | (environ or {}),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
