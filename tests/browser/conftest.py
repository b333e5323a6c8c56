"""One JupyterLab, started as a reader starts it, and one headless Chromium, for all tests of a module."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from lessonlab import content

if TYPE_CHECKING:
    from pathlib import Path

BROWSERS = ("chromium", "google-chrome", "chromium-browser")
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")
HIDDEN_BARS = ["--hide-scrollbars"]  # Playwright hides them, and what they cover
PATIENCE = 90.0  # seconds, for whatever a page waits for
START_SECONDS = 300.0  # the first start builds the classes
SIZE = {"width": 1280, "height": 900}


@pytest.fixture(scope="module")
def chromium():
    """Return a running browser; without one the tests are skipped, but never in CI."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        message = f"no browser on this machine: none of {', '.join(BROWSERS)}"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  # not needed for a skip

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=found, args=FLAGS, ignore_default_args=HIDDEN_BARS
        )
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def context(chromium):
    """Return what all pages share; it is slow to load one, so the tests share pages too."""
    made = chromium.new_context(viewport=SIZE)
    made.set_default_timeout(PATIENCE * 1000)
    yield made
    made.close()


@pytest.fixture(scope="module")
def requests(context):
    """Return the addresses that the pages have asked for so far."""
    asked = []
    context.on("request", lambda request: asked.append(request.url))
    return asked


@pytest.fixture(scope="module")
def jupyter_folder(tmp_path_factory):
    """Return where JupyterLab keeps its things; all cells of a page are there, not only those in view."""
    folder = tmp_path_factory.mktemp("jupyter")
    write_setting(folder, "notebook-extension/tracker", {"windowingMode": "none"})
    return folder


@pytest.fixture(scope="session")
def apart():
    """Return the environment that keeps a JupyterLab below a folder, away from whoever runs the tests."""
    return lambda folder: {**os.environ, **jupyter_environ(folder)}


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    """Return the folder that the reader works in, with a space in its name."""
    return tmp_path_factory.mktemp("browser") / "my course"


@pytest.fixture(scope="module")
def options():
    """Return what `lessonlab start` is told: most tests look at what pages showed when we ran them."""
    return ["--with-outputs"]


@pytest.fixture(scope="module")
def address(requests, jupyter_folder, workspace, options):
    """Return what `lessonlab start --no-browser` says is JupyterLab's address."""
    assert requests == []  # there is a browser, and it has asked for nothing yet
    with started(workspace, jupyter_folder, *options) as found:
        yield found


@pytest.fixture(scope="session")
def start():
    """Return what starts the course in a workspace, as long as a `with` lasts, and gives its address."""
    return started


@pytest.fixture(scope="module")
def visit(context):
    """Return a function that opens a notebook of a JupyterLab and waits until its kernel listens."""

    def opened(address: str, name: str | None = None):
        """Open the notebook *name* and nothing else, or what `lessonlab start` opens."""
        page = context.new_page()
        page.goto(
            re.sub(r"lab/tree/[^?]*", f"lab/tree/{name}.ipynb", address) + "&reset" if name else address
        )
        page.wait_for_function(LISTENS, arg=f"{name or FIRST}.ipynb", polling=200)
        page.locator(f"{SHOWN} .jp-CodeCell .cm-line").first.wait_for()
        page.locator("#jp-main-statusbar").get_by_text("| Idle").wait_for()
        return page

    return opened


@pytest.fixture(scope="session")
def save():
    """Return what saves a page's notebook, and waits until its tab no longer says that it was changed."""

    def saved(page):
        page.keyboard.press("Control+s")
        page.locator(f"{TAB}:not(.jp-mod-dirty)").wait_for()

    return saved


@pytest.fixture(scope="module")
def open_page(visit, address):
    """Return a function that opens a notebook in a new page and waits until its kernel listens."""
    return lambda name=None: visit(address, name)


@pytest.fixture(scope="module")
def first(open_page):
    """Return the page that `lessonlab start` opens; leave its cells as they are."""
    return open_page()


@pytest.fixture(scope="module")
def second(open_page):
    """Return a page that has pictures; leave its cells as they are."""
    return open_page("02_concepts")


@pytest.fixture(params=["00_start_here", "02_concepts"])
def either(request):
    """Return a page and what was delivered as its notebook, for each in turn."""
    page = request.getfixturevalue("first" if request.param == FIRST else "second")
    delivered = content.folder("notebooks") / f"{request.param}.ipynb"
    return page, json.loads(delivered.read_text(encoding="utf-8"))


# JupyterLab shows an idle kernel before it is connected to it, and loses what is run then.
LISTENS = """async path => {
    const answer = await fetch('/api/sessions');
    const sessions = answer.ok ? await answer.json() : [];
    return sessions.some(session => session.path === path && session.kernel.connections > 0
                                    && session.kernel.execution_state === 'idle');
}"""
FIRST = "00_start_here"
SHOWN = ".jp-NotebookPanel:not(.lm-mod-hidden)"
TAB = "#jp-main-dock-panel .lm-TabBar-tab.lm-mod-current"


def jupyter_environ(folder: Path):
    """Return the variables that keep JupyterLab below *folder*, away from whoever runs the tests."""
    names = ("JUPYTERLAB_SETTINGS_DIR", "JUPYTERLAB_WORKSPACES_DIR", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR")
    found = {name: str(folder / name.lower()) for name in (*names, "JUPYTER_RUNTIME_DIR", "IPYTHONDIR")}
    return {**found, "PYTHONUNBUFFERED": "1"}


def write_setting(folder: Path, name: str, values):
    """Write *values* as the reader's own setting *name* of JupyterLab."""
    path = folder / "jupyterlab_settings_dir" / "@jupyterlab" / f"{name}.jupyterlab-settings"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(values), encoding="utf-8")


@contextmanager
def started(workspace: Path, jupyter_folder: Path, *options: str):
    """Run `lessonlab start --no-browser` on *workspace*, and give the address that it names."""
    process = subprocess.Popen(
        [
            *(sys.executable, "-m", "lessonlab", "start", "--no-browser"),
            *(*options, "--workspace", workspace),
        ],
        env={**os.environ, **jupyter_environ(jupyter_folder)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    overdue = threading.Timer(START_SECONDS, process.kill)
    overdue.start()
    try:
        try:
            found = read_address(process.stdout)
        finally:
            overdue.cancel()
        yield found
    finally:
        process.terminate()
        process.communicate(timeout=START_SECONDS)  # kernels and servers end with it


def read_address(lines):
    """Return the address that one of *lines* names."""
    said = []
    for line in lines:
        said.append(line)
        if line.startswith("JupyterLab: "):
            return line.removeprefix("JupyterLab: ").strip()
    raise AssertionError("lessonlab start ended before JupyterLab ran:\n" + "".join(said))
