"""What a reader sees of the package: its public names, the lab's members, and earlier versions' names."""

from __future__ import annotations

import inspect
import re
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from jupyter_client.manager import start_new_kernel

import lessonlab
from lessonlab import former_names, progress, public_names
from lessonlab.authoring.runner import run_notebooks
from lessonlab.errors import UnknownName
from lessonlab.lab import Lab
from lessonlab.postgres.templates import ensure_template

ROOT = Path(__file__).parents[1]


def test_dir_shows_the_public_names_and_nothing_else():
    """Rooms that happen to be loaded and what the module itself imports are not offered."""
    assert sorted(lessonlab.__all__) == [name for name in dir(lessonlab) if not name.startswith("_")]
    assert sorted(public_names.PLACES) == sorted(lessonlab.__all__)
    assert len(lessonlab.__all__) <= 15


@pytest.mark.parametrize("module", [lessonlab, progress], ids=lambda module: module.__name__)
def test_every_public_name_is_there(module):
    """Each name of `__all__` can be had, and says in its docstring what it is."""
    for name in module.__all__:
        found = getattr(module, name)
        assert inspect.getdoc(found), name


def test_every_public_name_is_in_the_docstring():
    """What `lessonlab?` says and what there is agree."""
    told = set(re.findall(r"\b\w+\b", lessonlab.__doc__))
    assert set(lessonlab.__all__) - told == set()


@pytest.mark.slow
def test_the_completer_of_a_kernel_offers_the_public_names():
    """Tab after `lessonlab.` and `lab.`, in a real kernel."""
    manager, client = start_new_kernel()
    try:
        code = "import lessonlab\nlab = lessonlab.open(0)"
        client.execute_interactive(code, timeout=120, output_hook=lambda _: None)

        def offered(text: str) -> set[str]:
            reply = client.complete(text, len(text), reply=True, timeout=60)
            return {match.rpartition(".")[2] for match in reply["content"]["matches"]}

        assert offered("lessonlab.") == set(lessonlab.__all__)
        assert offered("lab.") == members()
        assert {"open"} == offered("lessonlab.o")
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def members() -> set[str]:
    """Return what a lab offers."""
    attributes = {"notebook", "size", "scale", "session", "desk"}
    return {name for name in dir(Lab) if not name.startswith("_")} | attributes


def test_the_lab_names_its_members():
    """`lab?` names every member that a reader calls, and each says what it does."""
    told = set(re.findall(r"\b\w+\b", Lab.__doc__ or ""))
    calls = {name for name, _ in inspect.getmembers(Lab, inspect.isfunction) if not name.startswith("_")}
    missing = calls - told - {"needs", "citus_version", "spread", "phases"}  # of one page each
    assert missing == set()
    assert [name for name in sorted(calls) if not inspect.getdoc(getattr(Lab, name))] == []


def test_a_page_is_found_by_its_number():
    """`lessonlab.open(6)` is chapter 06; no page at all is one clear line."""
    lab = lessonlab.open(6)
    assert "06_constraints" == lab.notebook
    lab.close()
    with pytest.raises(UnknownName, match="no page is named"):
        lessonlab.open()


# What the pages of 0.1.0 imported.
FORMER = """
from lessonlab import LessonLabError, content
from lessonlab.config import Settings
from lessonlab.errors import ConfigError, ProgressRefused, ProgressUnavailable, SqlError
from lessonlab.measure import Measure, interleaved, mark
from lessonlab.notebook.contents import contents
from lessonlab.notebook.sequence import Step, picture
from lessonlab.notebook.survivors import survivors
from lessonlab.notebook.tables import Table
from lessonlab.notebook.timeline import timeline
from lessonlab.postgres.apply import apply_set, pending, read_set
from lessonlab.postgres.citus import citus_version
from lessonlab.postgres.connect import connect
from lessonlab.postgres.pair import start_pair
from lessonlab.progress import Patience, install, open_service
from lessonlab.progress.cache import MemoryCache, progress_key
from lessonlab.progress.redis_cache import RedisCache, connect
from lessonlab.progress.redis_server import RedisServer
from lessonlab.queries.summary import keep_by_triggers, keep_by_view
import lessonlab
lessonlab.measure.Measure(1, "s")
install.__call__, open_service.__call__
"""


def test_what_earlier_pages_import_is_found_with_one_line_each():
    """A reader's edited copy of a page goes on running, and names what to write instead."""
    done = subprocess.run([sys.executable, "-c", FORMER], capture_output=True, encoding="utf-8", check=False)
    assert 0 == done.returncode, done.stderr
    said = done.stderr.splitlines()
    assert "lessonlab.notebook.tables is now: from lessonlab import Table" in said
    assert len(said) == len({line.split(" is now: ")[0] for line in said}) == 6


@pytest.mark.parametrize("old", sorted(former_names.MODULES))
def test_each_former_module_stands_for_one_that_is_there(old):
    """No name of the list leads nowhere."""
    assert (ROOT / "lessonlab" / (former_names.MODULES[old].replace(".", "/") + ".py")).is_file()
    assert not (ROOT / "lessonlab" / (old.replace(".", "/") + ".py")).exists()


def test_former_members_go_on_working(server, capsys):  # noqa: ARG001 - the server is there
    """What a lab's members were called, and what they took, each says what to write now."""
    lab = lessonlab.open(0)
    capsys.readouterr()
    assert "SELECT" in lab.queries("dropout")
    lab.reset("06-01")
    assert lab.server_version.startswith(str(lab.version))
    assert callable(lab.claims)
    lab.close()
    said = capsys.readouterr().err
    for new in ('lab.sql("analytics/dropout")', 'lab.forget("06-01")', "SHOW server_version", "lab.claim"):
        assert new in said


@pytest.mark.slow
def test_a_page_of_the_version_before_runs_and_is_told_each_new_name_once(server, tmp_path):
    """What its cells imported and called, in a kernel: no error, and one line for each name of then."""
    ensure_template(server, "small")
    text = (ROOT / "tests" / "former" / "page_of_0_1.txt").read_text(encoding="utf-8")
    cells = [nbformat.v4.new_code_cell(source.strip()) for source in text.split("# %%\n")]
    page = tmp_path / "12_triggers.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=cells), page)
    [done] = run_notebooks([page])

    assert done.failure is None
    outputs = [output for cell in done.notebook.cells for output in cell.get("outputs", ())]
    said = "".join(output.text for output in outputs if output.get("name") == "stderr")
    told = [line.partition(" is now: ")[0] for line in said.splitlines()]
    former = {
        f"lessonlab.{name}" for name in re.findall(r"lessonlab\.((?:measure|notebook)[.\w]*) import", text)
    }
    assert sorted(told) == sorted(
        {*former, "lab.queries('dropout')", "lab.reset('06-01')", "lab.server_version", "lab.claims"}
    )
