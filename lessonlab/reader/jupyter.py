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
import secrets
import socket
import sys
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jupyter_core.paths import jupyter_config_dir, jupyter_data_dir, jupyter_runtime_dir

from lessonlab.errors import LessonLabError, WorkspaceError
from lessonlab.reader.kernels import PageKernels
from lessonlab.system import files, processes, starting
from lessonlab.system.accounts import is_root
from lessonlab.system.living import Living, life

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Iterable, Mapping

    from lessonlab.reader.workspace import Workspace

TOKEN = "JUPYTER_TOKEN"  # noqa: S105 - its name; one that JupyterLab made itself it writes into its log
READY_SECONDS = 90.0
END_SECONDS = 15.0
SETTINGS = {  # no pop-up asks, nothing is fetched, the chapters' names have room, and long lines wrap
    "@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False},
    "@jupyterlab/filebrowser-extension:browser": {"showLastModifiedColumn": False},
    "@jupyterlab/notebook-extension:tracker": {"codeCellConfig": {"lineNumbers": False, "lineWrap": True}},
}
LABEXTENSIONS = Path(__file__).parent / "labextensions"


@dataclass(frozen=True, slots=True, kw_only=True)
class Started(Living):
    """A JupyterLab that we started on the folder *root*."""

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
        "IPYTHONDIR": Path(os.environ.get("IPYTHONDIR") or files.users_folder() / ".ipython"),
        "MPLCONFIGDIR": Path(
            os.environ.get("MPLCONFIGDIR") or files.users_folder() / ".config" / "matplotlib"
        ),
    }
    for name, folder in wanted.items():
        if not files.can_make(folder):
            own = home / "jupyter" / name.lower()
            files.make_folder(own)
            found[name] = str(own)
    return found


def sign(paths: Iterable[Path], environ: Mapping[str, str]) -> None:
    """Mark the notebooks at *paths* as trusted by JupyterLab, so that their outputs show as they are."""
    if not (paths := list(paths)):
        return
    import nbformat  # noqa: PLC0415 - takes a second to load, and `stop` does without
    from nbformat.sign import NotebookNotary  # noqa: PLC0415

    folder = Path(environ.get("JUPYTER_DATA_DIR") or jupyter_data_dir())
    files.make_folder(folder)
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
            if files.is_same(Path(info["root_dir"]), root):
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
    workspace: Workspace, *, page: str, port: int | None, environ: Mapping[str, str]
) -> subprocess.Popen[bytes]:
    """Start JupyterLab on *workspace*, at *page*, in a session of its own so that Ctrl+C reaches only us."""
    return starting.launch(
        _command(workspace, page=page, port=port),
        cwd=workspace.root,
        environ={TOKEN: secrets.token_hex(24), **os.environ, **environ},
        log=workspace.hidden / "jupyterlab.log",
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
    end(process.pid, environ)
    log = workspace.hidden / "jupyterlab.log"
    said = log.read_text(encoding="utf-8", errors="replace").strip().splitlines()
    raise LessonLabError(
        f"JupyterLab did not start: {said[-1].strip() if said else 'it said nothing'}",
        cure=f"read {str(log)!r}, then run: lessonlab doctor",
    )


def redirect(workspace: Workspace, url: str) -> Path:
    """Write a page for us alone that leads to *url*: everybody can see a browser's arguments."""
    page = workspace.hidden / "open.html"
    files.remove(page)
    page.write_text(f'<meta http-equiv="refresh" content="0; url={html.escape(url)}">', encoding="utf-8")
    return page


def record(home: Path, process: subprocess.Popen[bytes], root: Path) -> Path:
    """Note in *home* that *process* is a JupyterLab of ours, and return the note's path."""
    folder = _records(home)
    files.make_folder(folder)
    note = folder / f"{process.pid}.json"
    started = {**life(process.pid), "root": str(root)}
    note.write_text(json.dumps(started), encoding="utf-8")
    return note


def end_all(home: Path) -> list[Started]:
    """End every JupyterLab that we started, and return those that still ran."""
    ended = []
    for note in sorted(_records(home).glob("*.json")):
        with contextlib.suppress(OSError, ValueError, TypeError):
            started = Started(**json.loads(note.read_text(encoding="utf-8")))
            if started.is_alive:
                end(started.pid, jupyter_environ(home))
                ended.append(started)
        with contextlib.suppress(OSError):
            files.remove(note)
    return ended


def end(pid: int, environ: Mapping[str, str]) -> None:
    """End the JupyterLab *pid* and those below it: politely, so that kernels clean up, then not."""
    if not processes.HAS_A_WORD:
        ask_to_end(pid, environ)
    processes.end_family(pid, ask=(END_SECONDS,))


def ask_to_end(pid: int, environ: Mapping[str, str]) -> bool:
    """Ask the JupyterLab *pid* over its own network to end; say whether it heard."""
    for info in _running(environ):
        if info.get("pid") == pid:
            request = urllib.request.Request(  # noqa: S310 - its own address
                address(info, "api/shutdown"), data=b"", method="POST"
            )
            with contextlib.suppress(OSError), urllib.request.urlopen(request, timeout=5):  # noqa: S310
                return True
    return False


def _command(workspace: Workspace, *, page: str, port: int | None) -> list[str]:
    settings = workspace.hidden / "settings"
    try:
        settings.mkdir(exist_ok=True)
        (settings / "overrides.json").write_text(json.dumps(SETTINGS, indent=1), encoding="utf-8")
    except OSError as error:
        raise WorkspaceError(
            f"the workspace {str(workspace.root)!r} cannot be written to: {error.strerror}",
            cure="lessonlab start --workspace DIR",
        ) from None
    command = [
        sys.executable,
        "-m",
        "lessonlab.reader.without_token",
        f"--ServerApp.root_dir={workspace.root}",
    ]
    command += [f"--LabApp.app_settings_dir={settings}", f"--LabApp.default_url=/{page}"]
    command += [f"--ServerApp.kernel_spec_manager_class={PageKernels.__module__}.{PageKernels.__name__}"]
    command += [f"--LabApp.extra_labextensions_path={LABEXTENSIONS}"]
    command += ["--LabApp.extension_manager=readonly"]  # the list of others would come from the network
    command += ["--allow-root"] if is_root() else []
    command += ["--no-browser"]  # whoever starts it opens one when the class is there, too
    return command + ([f"--port={port}", "--ServerApp.port_retries=0"] if port is not None else [])


def _running(environ: Mapping[str, str]) -> Iterable[dict[str, Any]]:
    """Yield what each Jupyter server that runs says of itself: its own way to ask takes seconds to load."""
    folder = Path(environ.get("JUPYTER_RUNTIME_DIR") or jupyter_runtime_dir())
    for path in sorted(folder.glob("jpserver-*.json")):
        with contextlib.suppress(OSError, ValueError, TypeError, KeyError):  # one may be half written
            info = json.loads(path.read_text(encoding="utf-8"))
            if processes.is_active(info["pid"]):
                yield info


def _records(home: Path) -> Path:
    return home / "jupyterlabs"
