"""Kernels whose first cell was not run: in the reader's workspace, and elsewhere by `%load_ext lessonlab`."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import KernelManager

from lessonlab import content
from lessonlab.course.chapters import chapters, needed_sizes
from lessonlab.errors import LessonLabError
from lessonlab.first_cell import find_page, told_options
from lessonlab.postgres import provider
from lessonlab.postgres.connect import connect
from lessonlab.postgres.templates import ensure_template
from lessonlab.public_names import AT_START
from lessonlab.reader.kernels import PageKernels

OPENED = 'first cell not run, opened by the name of this file: lab = lessonlab.open("06_constraints")'
SQL = "%%sql\nSELECT count(*) AS n FROM users"
PATIENCE = 120


class Kernel:
    """A running kernel of the page at *path*, found by *kernels*."""

    def __init__(self, path, kernels=PageKernels):
        self.manager = KernelManager(kernel_spec_manager=kernels())
        environ = {**os.environ, "JPY_SESSION_NAME": path}
        if not path:
            del environ["JPY_SESSION_NAME"]
        self.manager.start_kernel(env=environ, stderr=subprocess.DEVNULL)
        self.client = self.manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(PATIENCE)

    def run(self, source):
        """Return what a cell shows: lines of text, results as text, an error as a reader sees it."""
        shown = []

        def take(message):
            said = message["content"]
            text = said.get("text") or said.get("data", {}).get("text/plain")
            shown.extend([text] if text else said.get("traceback", []))

        self.client.execute_interactive(source, output_hook=take, timeout=PATIENCE)
        return "\n".join(shown)

    def restart(self):
        """Begin anew, as by the menu."""
        self.manager.restart_kernel(now=True)
        self.client.wait_for_ready(PATIENCE)

    def end(self):
        """Let the kernel go."""
        self.client.stop_channels()
        self.manager.shutdown_kernel()


@pytest.fixture
def kernel(server):
    """Return a function that starts a kernel; all end with the test."""
    ensure_template(server, "small")
    made = []

    def start(*given, **named):
        made.append(Kernel(*given, **named))
        return made[-1]

    yield start
    for one in made:
        one.end()


@pytest.mark.slow
def test_sql_first_opens_the_page(kernel):
    """It says so in one line, the cell works, `lab` is there; after a restart the same again."""
    page = kernel("/a course/06_constraints.ipynb")
    for _ in range(2):
        said = page.run(SQL)
        assert 1 == said.count(OPENED)
        assert "06_constraints · PostgreSQL" in said
        assert "120" in said
        assert "3465" == page.run("lab.value('SELECT count(*) FROM lesson_progress')")
        assert "" == page.run("assert type(lab) is lessonlab.Lab")
        assert OPENED not in page.run(SQL)
        page.restart()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("lab.rows('SELECT 1')", "[(1,)]"),
        ("%%explain\nSELECT name FROM users", "Seq Scan"),
        ("%%expect_error 42703\nSELECT nam FROM users", "does not exist"),
        ("%%answer 06-01\nSELECT 1", "06-01"),
        ("%claims G064", "G064"),
        ("%%sql @ben\nSELECT 1", "there is no session 'ben'"),
        ("lab.exercise('06-01')", "06-01"),
    ],
    ids=["lab", "explain", "expect_error", "answer", "claims", "session", "exercise"],
)
def test_whatever_needs_a_lab_opens_the_page(kernel, cell, expected):
    """Each magic and each member of `lab` may be the first."""
    said = kernel("06_constraints.ipynb").run(cell)

    assert OPENED in said
    assert expected in said


@pytest.mark.slow
def test_what_needs_no_lab_opens_none(kernel, server):
    """Python, Tab, `lab` itself, a look at a magic: no database is made for them."""
    page = kernel("06_constraints.ipynb")
    for cell in ("x = 1", "lab", "dir(lab)", "%sql?", "hasattr(lab, '_repr_html_')"):
        assert "first cell not run" not in page.run(cell)
    page.client.complete("%%sql\nSELECT * FROM les", 22, reply=True, timeout=PATIENCE)
    page.client.complete("lab.ro", 6, reply=True, timeout=PATIENCE)
    with connect(server.dsn) as connection:
        owners = [found.owner.pid for found in provider.databases(connection) if found.owner]

    assert page.manager.provisioner.pid not in owners
    assert (
        "" == page.run("lab = lessonlab.open(6)\nassert lab.notebook == '06_constraints'").partition("06")[0]
    )


@pytest.mark.slow
@pytest.mark.parametrize(
    ("path", "said"),
    [("", "nobody says which page this is"), ("/a course/my.ipynb", "'my' is no page of the course")],
)
@pytest.mark.parametrize("cell", [SQL, "lab.rows('SELECT 1')"])
def test_a_page_that_cannot_be_known(kernel, path, said, cell):
    """Two lines say so, and what to type; no traceback."""
    shown = kernel(path).run(cell).splitlines()

    assert 2 == len(shown)
    assert said in shown[0]
    assert 'next: lab = lessonlab.open("06_constraints"), or the page that this is' == shown[1]


@pytest.mark.slow
@pytest.mark.parametrize("told_by", ["Jupyter", "VS Code"])
def test_load_ext_elsewhere(kernel, told_by):
    """In a Jupyter that somebody else started, one line does the same; the file may be known by VS Code."""
    file = "/a course/06_constraints.ipynb"
    page = kernel(file if told_by == "Jupyter" else "", kernels=KernelSpecManager)
    page.run("" if told_by == "Jupyter" else f"__vsc_ipynb_file__ = {file!r}")
    assert "not found" in page.run(SQL)

    assert "" == page.run("%load_ext lessonlab")
    assert OPENED in page.run(SQL)


@pytest.mark.slow
def test_a_lab_that_is_open_stays(kernel):
    """`%load_ext lessonlab` below the first cell changes nothing."""
    page = kernel("06_constraints.ipynb", kernels=KernelSpecManager)
    page.run("import lessonlab\nlab = lessonlab.open('07b', size='small')\n%load_ext lessonlab")

    assert "OK" == page.run("%sql CREATE TABLE mine ()\nprint('OK')").splitlines()[-1]
    assert "1" == page.run("lab.value(\"SELECT count(*) FROM pg_tables WHERE tablename = 'mine'\")")


def test_the_magics_cost_a_kernel_nothing_before_they_are_used():
    """No driver, no lab and no pandas is loaded where a kernel begins."""
    code = (
        "import sys, ipykernel.ipkernel\n"
        "from IPython.core.interactiveshell import InteractiveShell\n"
        "shell = InteractiveShell()\n"
        "shell.extension_manager.load_extension('lessonlab')\n"
        "heavy = {'psycopg', 'pandas', 'sqlalchemy', 'matplotlib', 'lessonlab.lab', 'lessonlab.statements'}\n"
        "sys.exit(repr(heavy & set(sys.modules)) if heavy & set(sys.modules) else 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, AT_START], capture_output=True, encoding="utf-8", check=False
    )

    assert (0, "") == (done.returncode, done.stderr)


@pytest.mark.parametrize("chapter", chapters(), ids=lambda chapter: chapter.name)
def test_each_page_is_opened_as_its_own_first_cell_does(chapter):
    """Size and scale are those that the page asks for."""
    path = content.folder("notebooks") / chapter.filename
    options = told_options(path)

    assert set(options) <= {"size", "scale"}
    assert options.get("size", "small") in needed_sizes(path)


@pytest.mark.parametrize(
    "name",
    ["06_constraints.ipynb", "06_constraints-Copy1.ipynb", "06_constraints (kept 2026-11-29 06.00.00).ipynb"],
)
@pytest.mark.parametrize("folder", ["", "/a b/", "C:\\course\\"])
def test_copies_are_that_page(name, folder):
    """A copy that was kept, or made in JupyterLab, is a page too."""
    assert "06_constraints" == find_page(folder + name).name


@pytest.mark.parametrize("name", ["06_constraints_of_mine.ipynb", "mine.ipynb", "", "06.ipynb"])
def test_other_files_are_none(name):
    """Another name is another file."""
    with pytest.raises(LessonLabError, match="is no page of the course"):
        find_page(name)


def test_only_kernels_of_this_python_begin_with_the_magics(tmp_path, monkeypatch):
    """Another Python may have no lessonlab, another language has none."""
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path))
    for name, argv in (("other", ["/opt/python", "-m", "ipykernel_launcher"]), ("ir", ["R", "--slave"])):
        folder = tmp_path / "kernels" / name
        folder.mkdir(parents=True)
        (folder / "kernel.json").write_text(
            f'{{"argv": {argv!r}, "display_name": "x", "language": "x"}}'.replace("'", '"')
        )
    kernels = PageKernels()
    found = {name: AT_START in kernels.get_kernel_spec(name).argv for name in ("python3", "other", "ir")}

    assert found == {"python3": True, "other": False, "ir": False}
