"""
JupyterLab on the reader's folder: set up without pop-ups, started, found again, ended.

It runs as a process of its own.  A small record of each lies in the lab's home, so that `stop` ends what we
started and nothing else.
"""

from __future__ import annotations

import contextlib
import html
import json
import os
import socket
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psutil
from jupyter_core.paths import jupyter_config_dir, jupyter_data_dir, jupyter_runtime_dir

from lessonlab.config import can_make, is_root
from lessonlab.errors import LessonLabError, WorkspaceError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lessonlab.course.workspace import Workspace

READY_SECONDS = 90.0
END_SECONDS = 15.0
SETTINGS = {  # no pop-up asks a student, nothing is fetched, and the chapters' names have room
    "@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False},
    "@jupyterlab/filebrowser-extension:browser": {"showLastModifiedColumn": False},
}


@dataclass(frozen=True, slots=True)
class Started:
    """A JupyterLab that we started: process *pid*, begun at *began*, on the folder *root*."""

    pid: int
    began: float
    root: str


def jupyter_environ(home: Path) -> dict[str, str]:
    """
    Return what JupyterLab's environment needs beyond our own.

    Its kernel is this interpreter's.  Where Jupyter's own folders cannot be written to, it gets some below
    *home*, and so do IPython and matplotlib.
    """
    found = {"JUPYTER_PREFER_ENV_PATH": "1"}
    wanted = {
        "JUPYTER_DATA_DIR": Path(jupyter_data_dir()),
        "JUPYTER_RUNTIME_DIR": Path(jupyter_runtime_dir()),
        "JUPYTER_CONFIG_DIR": Path(jupyter_config_dir()),
        "IPYTHONDIR": Path(os.environ.get("IPYTHONDIR") or Path.home() / ".ipython"),
        "MPLCONFIGDIR": Path(os.environ.get("MPLCONFIGDIR") or Path.home() / ".config" / "matplotlib"),
    }
    for name, folder in wanted.items():
        if not can_make(folder):
            own = home / "jupyter" / name.lower()
            own.mkdir(mode=0o700, parents=True, exist_ok=True)
            found[name] = str(own)
    return found


def sign(paths: Iterable[Path], environ: Mapping[str, str]) -> None:
    """Mark the notebooks at *paths* as trusted by JupyterLab, so that their outputs show as they are."""
    import nbformat  # noqa: PLC0415 - takes a second to load, and `stop` does without
    from nbformat.sign import NotebookNotary  # noqa: PLC0415

    folder = Path(environ.get("JUPYTER_DATA_DIR") or jupyter_data_dir())
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    notary = NotebookNotary(data_dir=str(folder))  # type: ignore[no-untyped-call]
    try:
        for path in paths:
            notary.sign(nbformat.read(path, as_version=4))  # type: ignore[no-untyped-call]
    finally:
        notary.store.close()


def find_running(root: Path, environ: Mapping[str, str]) -> str | None:
    """Return the address of a JupyterLab that already serves *root* and answers, with its token."""
    for info in _running(environ):
        with contextlib.suppress(OSError):
            if Path(info["root_dir"]).samefile(root):
                # It says that it runs before it listens.
                socket.create_connection((info["hostname"], info["port"]), timeout=5).close()
                return address(info)
    return None


def address(info: Mapping[str, Any], page: str = "lab") -> str:
    """
    Return the address of *page* on the server that *info* describes.

    >>> address({"url": "http://localhost:8888/", "token": "abc"}, "lab/tree/00_start_here.ipynb")
    'http://localhost:8888/lab/tree/00_start_here.ipynb?token=abc'
    """
    return f"{info['url']}{page}" + (f"?token={info['token']}" if info.get("token") else "")


def at_page(url: str, page: str) -> str:
    """
    Return *url*, an address of JupyterLab, with *page* in place of its start page.

    >>> at_page("http://localhost:8888/lab?token=abc", "lab/tree/a.ipynb")
    'http://localhost:8888/lab/tree/a.ipynb?token=abc'
    """
    before, mark, token = url.partition("?")
    return before.removesuffix("lab") + page + mark + token


def launch(
    workspace: Workspace, *, page: str, port: int | None, browser: bool, environ: Mapping[str, str]
) -> subprocess.Popen[bytes]:
    """Start JupyterLab on *workspace*, at *page*, in a session of its own so that Ctrl+C reaches only us."""
    log = workspace.hidden / "jupyterlab.log"
    detached: dict[str, Any] = (
        {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}  # type: ignore[attr-defined,unused-ignore]
        if os.name == "nt"
        else {"start_new_session": True}
    )
    with log.open("wb") as output:
        return subprocess.Popen(
            _command(workspace, page=page, port=port, browser=browser),
            cwd=workspace.root,
            env={**os.environ, **environ},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            **detached,
        )


def wait_until_ready(
    workspace: Workspace, process: subprocess.Popen[bytes], environ: Mapping[str, str]
) -> str:
    """Return the address of the JupyterLab *process* once it answers; raise when it ended or never does."""
    deadline = time.monotonic() + READY_SECONDS
    while process.poll() is None and time.monotonic() < deadline:
        url = find_running(workspace.root, environ)
        if url:
            return url
        time.sleep(0.1)
    end(process.pid)
    log = workspace.hidden / "jupyterlab.log"
    said = log.read_text(encoding="utf-8", errors="replace").strip().splitlines()
    raise LessonLabError(
        f"JupyterLab did not start: {said[-1].strip() if said else 'it said nothing'}",
        cure=f"read {str(log)!r}, then run: lessonlab doctor",
    )


def redirect(workspace: Workspace, url: str) -> Path:
    """Write a page for us alone that leads to *url*: everybody can see a browser's arguments."""
    page = workspace.hidden / "open.html"
    page.unlink(missing_ok=True)
    page.write_text(f'<meta http-equiv="refresh" content="0; url={html.escape(url)}">', encoding="utf-8")
    return page


def record(home: Path, process: subprocess.Popen[bytes], root: Path) -> Path:
    """Note in *home* that *process* is a JupyterLab of ours, and return the note's path."""
    folder = _records(home)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    note = folder / f"{process.pid}.json"
    started = Started(process.pid, psutil.Process(process.pid).create_time(), str(root))
    note.write_text(json.dumps(asdict(started)), encoding="utf-8")
    return note


def end_all(home: Path) -> list[Started]:
    """End every JupyterLab that we started, and return those that still ran."""
    ended = []
    for note in sorted(_records(home).glob("*.json")):
        with contextlib.suppress(OSError, ValueError, TypeError, psutil.Error):
            started = Started(**json.loads(note.read_text(encoding="utf-8")))
            if abs(psutil.Process(started.pid).create_time() - started.began) < 1:
                end(started.pid)
                ended.append(started)
        note.unlink(missing_ok=True)
    return ended


def end(pid: int) -> None:
    """End the process *pid* and those below it: politely, so that kernels clean up, then not."""
    with contextlib.suppress(psutil.Error):
        process = psutil.Process(pid)
        family = [*process.children(recursive=True), process]
        process.terminate()
        for stubborn in _still_there(family):
            with contextlib.suppress(psutil.Error):
                stubborn.kill()
        _still_there(family)


def _still_there(family: Iterable[psutil.Process]) -> list[psutil.Process]:
    """Wait for *family* to end, and return those that did not; one that nobody buries has ended too."""
    deadline = time.monotonic() + END_SECONDS
    left = list(family)
    while left and time.monotonic() < deadline:
        left = [process for process in left if _is_active(process)]
        time.sleep(0.05)
    return left


def _is_active(process: psutil.Process) -> bool:
    with contextlib.suppress(psutil.Error):
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    return False


def _command(workspace: Workspace, *, page: str, port: int | None, browser: bool) -> list[str]:
    settings = workspace.hidden / "settings"
    try:
        settings.mkdir(exist_ok=True)
        (settings / "overrides.json").write_text(json.dumps(SETTINGS, indent=1), encoding="utf-8")
    except OSError as error:
        raise WorkspaceError(
            f"the workspace {str(workspace.root)!r} cannot be written to: {error.strerror}",
            cure="lessonlab start --workspace DIR",
        ) from None
    command = [sys.executable, "-m", "jupyterlab", f"--ServerApp.root_dir={workspace.root}"]
    command += [f"--LabApp.app_settings_dir={settings}", f"--LabApp.default_url=/{page}"]
    command += ["--LabApp.extension_manager=readonly"]  # the list of others would come from the network
    command += ["--allow-root"] if is_root() else []
    command += [] if browser else ["--no-browser"]
    return command + ([f"--port={port}", "--ServerApp.port_retries=0"] if port is not None else [])


def _running(environ: Mapping[str, str]) -> Iterable[dict[str, Any]]:
    from jupyter_server.serverapp import list_running_servers  # noqa: PLC0415 - slow, and only `start` needs it

    with contextlib.suppress(OSError):
        yield from list_running_servers(environ.get("JUPYTER_RUNTIME_DIR"))


def _records(home: Path) -> Path:
    return home / "jupyterlabs"
