"""Notebooks run headless: what passes, what fails and where, and that nothing is left."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from lessonlab.authoring.normal_form import dump
from lessonlab.authoring.runner import run_notebooks

pytestmark = pytest.mark.slow


def write(folder, name, *cells):
    """Write a notebook whose code cells are called a, b, c …"""
    made = [new_markdown_cell("# Title", id="title")]
    made += [cell if not isinstance(cell, str) else new_code_cell(cell) for cell in cells]
    for cell, id_ in zip(made[1:], "abcdef", strict=False):
        cell.id = id_
    path = folder / f"{name}.ipynb"
    path.write_text(dump(new_notebook(cells=made)), encoding="utf-8")
    return path


def raising(source):
    return new_code_cell(source, metadata={"tags": ["raises-exception"]})


def run(path, **options):
    return run_notebooks([path], **options)[0]


def test_outputs_and_counts(tmp_path):
    """A notebook that passes has its outputs, its counts, and no record of the time."""
    cell = run(write(tmp_path, "01_ok", "print('a')", "1 + 1")).notebook.cells[2]
    assert (2, "2", {}) == (cell.execution_count, cell.outputs[0].data["text/plain"], cell.metadata)


def test_source_untouched(tmp_path):
    """A copy is run: the file stays as it is, and nothing is written beside it."""
    path = write(tmp_path, "01_ok", "open('left', 'w').write('x')")
    before = path.read_bytes()
    assert run(path).failure is None
    assert (before, [path]) == (path.read_bytes(), list(tmp_path.iterdir()))


@pytest.mark.parametrize(
    ("cells", "cell", "error"),
    [
        (["x = 1", "1 / 0", "2"], "b", "ZeroDivisionError: division by zero"),
        (["raise ValueError('one\\ntwo\\n\\nthree\\nfour')"], "a", "ValueError: one\ntwo\nthree"),
        (["raise ValueError()"], "a", "ValueError"),
        (["import os", "os.kill(os.getpid(), 9)"], "b", "the kernel died"),
        (["1", raising("x = 1")], "b", "tagged raises-exception, and nothing was raised"),
        (["def f(:"], "a", "SyntaxError: invalid syntax"),
        (
            ["from lessonlab import errors", "raise errors.ServerError('no', cure='go')"],
            "b",
            "ServerError: no\nnext: go",
        ),
    ],
    ids=["raises", "long", "wordless", "killed", "did-not-raise", "syntax", "ours"],
)
def test_failure(tmp_path, cells, cell, error):
    """A failure names the cell and the first lines of what went wrong."""
    failure = run(write(tmp_path, "01_bad", *cells), timeout=300).failure
    assert cell == failure.cell
    assert failure.error.startswith(error)


def test_slow_cell_is_a_failure(tmp_path):
    """A cell that goes on for longer than it may is named; it is the first: a busy machine slows any."""
    failure = run(write(tmp_path, "01_bad", "import time; time.sleep(600)", "2"), timeout=2).failure
    assert ("a", "still running after 2 s") == (failure.cell, failure.error)


def test_expected_error_passes(tmp_path):
    """A cell tagged for an error may raise it, and the next ones run."""
    outcome = run(write(tmp_path, "01_ok", raising("1 / 0"), "'after'"))
    assert outcome.failure is None
    assert "'after'" == outcome.notebook.cells[2].outputs[0].data["text/plain"]


def test_old_outputs_are_not_shown(tmp_path):
    """Cells after a failure have no output, not even a stored one."""
    path = write(tmp_path, "01_bad", "1 / 0", "'stored'")
    stored = run(write(tmp_path, "02_ok", "0", "'stored'")).notebook
    stored.cells[1].source = "1 / 0"
    path.write_text(dump(stored), encoding="utf-8")
    assert [] == run(path).notebook.cells[2].outputs


def test_in_parallel(tmp_path):
    """Two jobs run two notebooks at once, each in a kernel and a folder of its own."""
    meet = (
        "import pathlib, time\n"
        f"mine, other = (pathlib.Path({str(tmp_path)!r}, name) for name in NAMES)\n"
        "mine.touch()\n"
        "while not other.exists():\n"
        "    time.sleep(0.05)"
    )
    paths = [
        write(tmp_path, "01_a", "NAMES = 'a', 'b'", meet),
        write(tmp_path, "02_b", "NAMES = 'b', 'a'", meet),
    ]
    assert [None, None] == [outcome.failure for outcome in run_notebooks(paths, jobs=2, timeout=30)]


def test_in_given_order_and_reported(tmp_path):
    """Outcomes come in the order asked for, reports as each one ends."""
    paths = [write(tmp_path, "01_slow", "import time; time.sleep(3)"), write(tmp_path, "02_quick", "1")]
    reported = []
    outcomes = run_notebooks(paths, jobs=2, report=lambda outcome: reported.append(outcome.name))
    assert ["01_slow", "02_quick"] == [outcome.name for outcome in outcomes]
    assert ["02_quick", "01_slow"] == reported


@pytest.mark.skipif(os.name != "posix", reason="a kernel of Windows listens at ports")
def test_no_port_that_another_process_might_take(tmp_path):
    """A kernel whose port is taken before it listens there may hang: it listens at files."""
    source = (
        "from pathlib import Path\napp = get_ipython().kernel.parent\n"
        "print(app.transport, Path(app.ip).parent == Path.cwd())"  # conftest.py lets others listen elsewhere
    )
    done = run(write(tmp_path, "01_ports", source))
    assert "ipc True\n" == done.notebook.cells[1].outputs[0].text


def test_environment(tmp_path):
    """Kernels get the environment that they are given, and none of the reader's IPython."""
    source = (
        "import os, IPython\n"
        "assert os.environ['LESSONLAB_DSN'] == 'x'\n"
        "assert 'lessonlab-run-' in IPython.paths.get_ipython_dir()"
    )
    assert run(write(tmp_path, "01_ok", source), environ={"LESSONLAB_DSN": "x"}).failure is None


def test_nothing_left(tmp_path, monkeypatch):
    """No folder and no kernel is left, whether notebooks pass, fail or die."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    (tmp_path / "tmp").mkdir()
    sources = {"01_ok": "1", "02_bad": "1 / 0", "03_dead": "import os; os.kill(os.getpid(), 9)"}
    run_notebooks([write(tmp_path, name, source) for name, source in sources.items()])
    assert [] == list((tmp_path / "tmp").iterdir())
    assert [] == [child for child in psutil.Process().children() if is_kernel(child)]


def is_kernel(process):
    """Say whether *process* is a kernel that still runs."""
    try:
        return "ipykernel" in " ".join(process.cmdline())
    except psutil.Error:  # gone, or a zombie that nobody has asked for yet
        return False


RUN = """
import sys
from pathlib import Path
from lessonlab.authoring.runner import run_notebooks
run_notebooks([Path(path) for path in sys.argv[1:]])
"""


@pytest.mark.skipif(os.name == "nt", reason="signals are POSIX")
def test_interrupted(tmp_path):
    """Ctrl+C ends the running kernels and starts no other."""
    busy = (
        "import os, pathlib, time\n"
        f"pathlib.Path({str(tmp_path)!r}, f'{{os.getpid()}}.pid').touch()\n"
        "time.sleep(60)"
    )
    paths = [str(write(tmp_path, f"0{number}_busy", busy)) for number in range(1, 5)]
    environ = {**os.environ, "TMPDIR": str(tmp_path)}
    process = subprocess.Popen([sys.executable, "-c", RUN, *paths], stderr=subprocess.PIPE, env=environ)
    kernels = wait_for_pids(tmp_path, 2)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=300)
    assert b"KeyboardInterrupt" in said
    assert [] == [pid for pid in kernels if psutil.pid_exists(pid)]
    assert 2 == len(list(tmp_path.glob("*.pid")))
    assert [] == list(tmp_path.glob("lessonlab-run-*"))


def wait_for_pids(folder: Path, count: int) -> list[int]:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        pids = [int(path.stem) for path in folder.glob("*.pid")]
        if len(pids) >= count:
            return pids
        time.sleep(0.1)
    raise AssertionError(f"{count} kernels expected")
