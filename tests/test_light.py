"""What a page or a command does not use is not loaded; `tests/benchmarks/speed.py` says what it is worth."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys

import nbformat
import pytest
from nbclient import NotebookClient

LIBRARIES = {
    *("alembic", "anywidget", "cachetools", "hypothesis", "jupyterlab", "matplotlib", "nbclient"),
    *("nbconvert", "nbformat", "numpy", "pandas", "prettytable", "psycopg_pool", "redis", "sql"),
    *("sqlalchemy", "sqlparse", "wcwidth"),
}
ROOMS = {
    *("authoring", "charts", "cli", "plans", "progress", "queries", "review", "scenes.scene", "tracker"),
    *("course.claims", "grading.judge", "grading.library", "magics.ipythonsql", "postgres.advice"),
    *("reader.told_verdicts", "show.diagram", "show.pictures", "statements.explaining", "statements.race"),
}
UNUSED = LIBRARIES | {f"lessonlab.{room}" for room in ROOMS}
LOADED = "import sys, json; print('loaded', json.dumps(sorted(sys.modules)))"


@pytest.fixture(scope="module")
def kernel():
    """Return the modules that a real kernel has before the import, after it, and after `open`."""
    sources = ("pass", "import lessonlab", 'lab = lessonlab.open("00")')
    cells = [nbformat.v4.new_code_cell(f"{source}\n{LOADED}") for source in sources]
    notebook = nbformat.v4.new_notebook(cells=cells)
    NotebookClient(notebook, timeout=120, kernel_name="python3").execute()
    texts = ["".join(output.text for output in cell.outputs if "text" in output) for cell in notebook.cells]
    return [set(json.loads(text.partition("loaded ")[2])) for text in texts]


def test_an_import_loads_the_driver(kernel):
    """The import brings psycopg and no room of a lab: who asks for the contents does not wait for one."""
    before, after, _ = kernel
    new = after - before

    assert {"psycopg", "lessonlab.postgres.connect"} <= new
    assert set() == new & (UNUSED | {"filelock", "psutil", "lessonlab.lab", "lessonlab.reader"})


def test_opening_a_lab_loads_the_magics_and_no_more(kernel):
    """A page that only asks its database waits for nothing else."""
    before, _, opened = kernel
    new = opened - before

    assert {"filelock", "lessonlab.lab", "lessonlab.magics.lab_magics", "lessonlab.reader.desk"} <= new
    assert set() == new & UNUSED


@pytest.mark.parametrize("asked", [["--help"], ["--version"]], ids=" ".join)
def test_help_loads_no_library_but_click(asked):
    """Who asks for help does not wait for the server's driver, for IPython or for Jupyter."""
    program = (
        "import sys, json, atexit\n"
        "atexit.register(lambda: print('loaded', json.dumps(sorted(sys.modules))))\n"
        f"sys.argv = ['lessonlab', *{asked!r}]\n"
        "from lessonlab.cli import main; main()"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True)
    loaded = set(json.loads(done.stdout.rpartition("loaded ")[2]))

    assert "click" in loaded
    others = {"IPython", "psycopg", "platformdirs", "psutil", "lessonlab.lab"}
    assert {"lessonlab.cli"} == loaded & (UNUSED | others)


BEGUN = {  # what reads notebooks, and a library that it has
    "from lessonlab.cli import main; sys.argv = ['lessonlab', 'run', '--help']; main()": "nbclient",
    "import runpy; sys.argv = ['jupyterlab', '--version'];"
    " runpy.run_module('lessonlab.reader.without_token', run_name='__main__')": "jupyter_server.serverapp",
}


@pytest.mark.parametrize("begin", BEGUN, ids=["a command", "JupyterLab"])
def test_nobody_waits_for_a_grammar(begin):
    """Our commands and JupyterLab begin without what jsonschema would load for seconds."""
    program = f"import sys, json, atexit\natexit.register(lambda: exec({LOADED!r}))\n{begin}"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True)
    loaded = set(json.loads(done.stdout.rpartition("loaded ")[2]))

    assert {BEGUN[begin], "rfc3987_syntax"} == loaded & {BEGUN[begin], "rfc3987_syntax", "lark"}


def test_what_is_not_loaded_is_named_rightly():
    """A name that is misspelt would never be found: each is a module."""
    assert [] == [name for name in sorted(UNUSED) if not importlib.util.find_spec(name)]
