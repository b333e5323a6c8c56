"""JupyterLab on the reader's folder: its environment, its records, its trust in our notebooks."""

import json
import os
import subprocess
import sys
from pathlib import Path

import nbformat
import psutil
import pytest
from nbformat.sign import NotebookNotary
from nbformat.v4 import new_code_cell, new_notebook, new_output

from lessonlab.authoring.normal_form import dump
from lessonlab.reader import jupyter
from lessonlab.reader.workspace import open_workspace
from lessonlab.system import processes


@pytest.fixture
def sleeper():
    """Return a process that does nothing for a while."""
    process = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    yield process
    process.kill()
    process.wait()


def test_environment_prefers_this_python():
    """Where Jupyter's folders can be written to, only the order of kernels is ours to say."""
    assert "1" == jupyter.jupyter_environ(Path("/unused"))["JUPYTER_PREFER_ENV_PATH"]


def test_environment_of_a_closed_home(tmp_path, monkeypatch):
    """Where they cannot, JupyterLab, IPython and matplotlib get closed folders in the lab's home."""
    (tmp_path / "file").write_text("x")
    names = {"JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "JUPYTER_CONFIG_DIR", "IPYTHONDIR", "MPLCONFIGDIR"}
    for name in names:
        monkeypatch.setenv(name, str(tmp_path / "file" / name))
    found = jupyter.jupyter_environ(tmp_path / "home")
    assert names | {"JUPYTER_PREFER_ENV_PATH"} == set(found)
    folders = [Path(found[name]) for name in names]
    assert all(folder.is_relative_to(tmp_path / "home") and folder.is_dir() for folder in folders)
    assert os.name == "nt" or {0o700} == {folder.stat().st_mode & 0o777 for folder in folders}


def test_signed_notebook_is_trusted(tmp_path):
    """A signed notebook is trusted by whoever uses the same data folder, an unsigned one is not."""
    environ = {"JUPYTER_DATA_DIR": str(tmp_path / "not" / "yet")}
    paths = [tmp_path / "one.ipynb", tmp_path / "two.ipynb"]
    for number, path in enumerate(paths):
        shown = new_output("display_data", data={"text/html": f"<b>{number}</b>"})
        path.write_text(dump(new_notebook(cells=[new_code_cell("1", outputs=[shown])])), encoding="utf-8")
    jupyter.sign(paths[:1], environ)
    notary = NotebookNotary(data_dir=environ["JUPYTER_DATA_DIR"])
    trusted = [notary.check_signature(nbformat.read(path, as_version=4)) for path in paths]
    notary.store.close()
    assert [True, False] == trusted


def test_recorded_process_is_ended(tmp_path, sleeper):
    """What was recorded and still runs is ended, once."""
    jupyter.record(tmp_path, sleeper, tmp_path / "work")
    assert [str(tmp_path / "work")] == [started.root for started in jupyter.end_all(tmp_path)]
    assert sleeper.wait(10) is not None
    assert [] == jupyter.end_all(tmp_path)


def test_another_process_of_that_number_lives(tmp_path, sleeper):
    """A process that only got the number of one that we started is left alone."""
    note = jupyter.record(tmp_path, sleeper, tmp_path)
    record = json.loads(note.read_text(encoding="utf-8"))
    note.write_text(json.dumps(record | {"began": record["began"] - 100}), encoding="utf-8")
    assert [] == jupyter.end_all(tmp_path)
    assert sleeper.poll() is None
    assert not note.exists()


@pytest.mark.parametrize("text", ["", "[]", '{"pid": "x"}'])
def test_broken_record(tmp_path, text):
    """A record that cannot be read stops nobody."""
    (tmp_path / "jupyterlabs").mkdir()
    (tmp_path / "jupyterlabs" / "1.json").write_text(text)
    assert [] == jupyter.end_all(tmp_path)


@pytest.mark.slow
def test_jupyterlab_is_asked_over_its_own_network_where_no_signal_is_polite(tmp_path, monkeypatch):
    """On Windows to ask a process to end is to kill it: its own address takes the word instead."""
    monkeypatch.setattr(processes, "HAS_A_WORD", False)
    environ = {name: str(tmp_path / name) for name in ("JUPYTER_RUNTIME_DIR", "JUPYTER_DATA_DIR")}
    workspace = open_workspace(tmp_path / "work")
    process = jupyter.launch(workspace, page="lab", port=None, environ=environ)
    jupyter.wait_until_ready(workspace, process, environ)

    assert jupyter.ask_to_end(process.pid, environ)
    jupyter.end(process.pid, environ)
    assert 0 == process.wait()  # it ended by itself


@pytest.mark.skipif(os.name == "nt", reason="signals are POSIX")
def test_stubborn_family_is_ended(monkeypatch):
    """A process that ignores a polite end, and its child, are ended all the same."""
    monkeypatch.setattr(jupyter, "END_SECONDS", 1.0)
    source = (
        "import signal, subprocess, sys, time\n"
        "signal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
        "print(subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)']).pid, flush=True)\n"
        "time.sleep(60)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", source], stdout=subprocess.PIPE, encoding="utf-8"
    ) as process:
        child = psutil.Process(int(process.stdout.readline()))
        jupyter.end(process.pid, {})
        assert process.poll() is not None
    assert not child.is_running() or child.status() == psutil.STATUS_ZOMBIE


def test_redirect_is_private(tmp_path):
    """The page that a browser is sent to holds the address, and nobody else can enter its folder."""
    place = open_workspace(tmp_path / "work")
    page = jupyter.redirect(place, 'http://localhost:8888/lab?token=a"b')
    assert 'url=http://localhost:8888/lab?token=a&quot;b"' in page.read_text()
    assert os.name == "nt" or page.parent.stat().st_mode & 0o077 == 0
