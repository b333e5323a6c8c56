"""On a hub: the pages are delivered, nothing else is started, and the address is one that can be reached."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from traitlets.config.loader import PyFileConfigLoader

from lessonlab.reader.hub import page_address
from lessonlab.workshop import databases

pytestmark = pytest.mark.slow  # each is a process


@pytest.mark.parametrize("command", ["start", "deliver"])
def test_pages_are_there_and_nothing_runs(tmp_path, command):
    """No second JupyterLab, no localhost address: what follows the hub's own address is said."""
    environ = os.environ | {
        "HOME": str(tmp_path),
        "USERPROFILE": str(tmp_path),
        "JUPYTERHUB_SERVICE_PREFIX": "/user/ada/",
        "JUPYTERHUB_USER": "ada",
    }
    work = tmp_path / "the course"
    done = subprocess.run(
        [sys.executable, "-m", "lessonlab", command, "--workspace", work],
        capture_output=True,
        encoding="utf-8",
        env=environ,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    last = done.stdout.splitlines()[-1]
    assert last == "This is a hub: open /user/ada/lab/tree/the%20course/00_start_here.ipynb there"
    assert "localhost" not in done.stdout
    assert len(list(work.glob("*.ipynb"))) >= 40


def test_delivered_without_a_hub(tmp_path):
    """The same anywhere: it says which file to open."""
    environ = {name: value for name, value in os.environ.items() if not name.startswith("JUPYTERHUB")}
    done = subprocess.run(
        [sys.executable, "-m", "lessonlab", "deliver", "--workspace", tmp_path / "w"],
        capture_output=True,
        encoding="utf-8",
        env=environ,
        timeout=120,
        check=False,
    )
    assert done.stdout.splitlines()[-1] == f"next: open {tmp_path / 'w' / '00_start_here.ipynb'} in Jupyter"


def test_page_that_the_hub_does_not_show(tmp_path):
    """It has no address."""
    environ = {"JUPYTERHUB_SERVICE_PREFIX": "/user/a/", "JUPYTERHUB_ROOT_DIR": str(tmp_path / "shown")}
    assert page_address(tmp_path / "elsewhere" / "x.ipynb", environ) == ""
    assert page_address(tmp_path / "shown" / "x.ipynb", environ) == "/user/a/lab/tree/x.ipynb"


def test_the_hub_gives_each_person_their_database(tmp_path):
    """By the address or what stands before its @, where that is sure; without the file each has a server."""
    shutil.copy(Path(__file__).parents[1] / ".github" / "hub" / "jupyterhub_config.py", tmp_path / "hub.py")

    def environment():
        return PyFileConfigLoader("hub.py", str(tmp_path)).load_config().Spawner.get("environment", {})

    assert environment() == {}
    emails = ("ada@x.org", "ben@x.org", "ben@y.org")
    given = {email: databases.drawn(email) for email in emails}
    databases.write_databases(tmp_path / databases.FILE, given.values(), "host=db port=5432")
    dsn_of = environment()["LESSONLAB_DSN"]

    def dsn(name):
        return dsn_of(SimpleNamespace(user=SimpleNamespace(name=name)))

    wanted = {email: databases.person_dsn(one, "host=db port=5432") for email, one in given.items()}
    assert (dsn("Ada"), dsn("ben@y.org")) == (wanted["ada@x.org"], wanted["ben@y.org"])
    for name in ("ben", "mina"):
        with pytest.raises(ValueError, match=f"'{name}' means"):
            dsn(name)
