"""
A beginner's ten minutes in a real JupyterLab: the mistakes that everybody makes, and what is said to them.

Cells are typed below a page's last one and run by the keyboard.  Each mistake is a test of its own.  A day
ends by closing JupyterLab, the next one begins in the same workspace.
"""

from __future__ import annotations

import json
import time

import pytest
from playwright.sync_api import TimeoutError  # noqa: A004 - Playwright's own

from lessonlab import content
from lessonlab.course.chapters import find
from lessonlab.reader.own_pages import deliver
from lessonlab.reader.workspace import open_workspace

pytestmark = pytest.mark.slow
PAGE = "02_concepts"
SHOWN = ".jp-NotebookPanel:not(.lm-mod-hidden)"
CELL = f"{SHOWN} .jp-Notebook-cell.jp-mod-active"
OTHER = "03_storage_models"
BEFORE, MINE = "# The page as it was", "typed by a beginner"
RUNS = "([prompt, before]) => /\\*|\\d/.test(prompt.textContent) && prompt.textContent !== before"
DONE = "prompt => /^\\[\\d+\\]:$/.test(prompt.textContent)"
TRIES = 4
PATIENCE = 90.0  # seconds, for whatever a page waits for
FOR_EVER = 600  # seconds


class Beginner:
    """Somebody at an open page: what they type runs, and what they read is returned."""

    def __init__(self, page):
        self.page = page

    def types(self, text):
        """Write *text* into a new cell below the last one."""
        self.page.locator(f"{SHOWN} .jp-Notebook-cell .jp-InputPrompt").last.click()
        self.page.keyboard.press("Escape")
        self.page.keyboard.press("b")
        self.page.locator(f"{CELL} .cm-content").wait_for()
        self.page.keyboard.press("Enter")
        self.page.keyboard.insert_text(text)

    def begins(self, text):
        """Run a cell of *text*, and do not wait."""
        self.types(text)
        self.enters()

    def enters(self):
        """Run the cell at hand; once more where JupyterLab was not yet connected, and lost it."""
        prompt = self.page.locator(f"{CELL} .jp-InputPrompt").element_handle()
        for _ in range(TRIES):
            before = prompt.inner_text()
            self.page.keyboard.press("Control+Enter")
            try:
                self.page.wait_for_function(RUNS, arg=[prompt, before], polling=50, timeout=5000)
            except TimeoutError:
                self.page.keyboard.press("Enter")
                continue
            return
        raise AssertionError("the cell does not run")

    def runs(self, text):
        """Run a cell of *text*; return what stands below it when it is done."""
        self.begins(text)
        return self.reads()

    def reads(self):
        """Wait until the cell at hand is done, and return what stands below it."""
        prompt = self.page.locator(f"{CELL} .jp-InputPrompt").element_handle()
        self.page.wait_for_function(DONE, arg=prompt, polling=100)
        self.page.locator("#jp-main-statusbar").get_by_text("| Idle").wait_for()
        return "\n".join(self.page.locator(f"{CELL} .jp-OutputArea-output").all_inner_texts())

    def opens(self):
        """Run the page's first cell."""
        self.page.locator(f"{SHOWN} .jp-CodeCell .cm-content").first.click()
        self.enters()
        return self.reads()

    def chooses(self, menu, item):
        """Choose an *item* of a *menu*."""
        self.page.locator(".lm-MenuBar-itemLabel").get_by_text(menu, exact=True).click()
        self.page.locator(".lm-Menu-itemLabel").get_by_text(item, exact=True).click()

    def restarts(self):
        """Restart the kernel, as the menu does it."""
        self.chooses("Kernel", "Restart Kernel…")
        self.page.locator(".jp-Dialog .jp-mod-accept").click()
        self.page.locator(".jp-Dialog").wait_for(state="detached")
        self.page.locator("#jp-main-statusbar").get_by_text("| Idle").wait_for()


@pytest.fixture(scope="module")
def beginner(visit, address):
    """Return somebody at a page, whose first cell has run."""
    found = Beginner(visit(address, PAGE))
    assert "ready in" in found.opens()
    return found


OPEN = "BEGIN; UPDATE users SET name = name WHERE name = 'Mina'"
MISTAKES = {
    "a table's name": ("%%sql\nSELECT * FROM lessons_progress", "did you mean lesson_progress?"),
    "a column's name": ("%%sql\nSELECT nmae FROM users", 'meant to reference the column "users.name"'),
    "a quote": ("%%sql\nSELECT name FROM users WHERE name = 'Mina", "a quote is never closed"),
    "a semicolon": ("%%sql\nSELECT 1\nSELECT 2", "a semicolon is missing before SELECT"),
    "no WHERE": ("%%sql\nUPDATE users SET name = name", "no WHERE: that means every row"),
    "an open transaction": (
        f"%%sql\n{OPEN}",
        "a transaction is open: COMMIT keeps it, ROLLBACK takes it back",
    ),
}
MEANT = {
    "a comment above": "-- the people\n%%sql\nSELECT count(*) FROM users",
    "several lines": "%sql SELECT count(*)\nFROM users",
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_mistake_is_told_what_to_type(beginner, mistake):
    """Each mistake gets a line that says what to type, and no traceback; the session goes on."""
    typed, told = MISTAKES[mistake]

    said = beginner.runs(typed)

    assert told in said
    assert "Traceback" not in said
    assert "ROLLBACK" in beginner.runs("%%sql\nROLLBACK")


@pytest.mark.parametrize("meant", MEANT)
def test_what_is_meant_is_run(beginner, meant):
    """A comment above the magic, and a statement of several lines behind `%sql`, run as they are meant."""
    said = beginner.runs(MEANT[meant])

    assert "120" in said.split()
    assert "Error" not in said


def test_what_would_break_the_lab_is_refused_and_said(beginner):
    """Who drops the server's first database has broken nothing: reset and the next cell work."""
    said = beginner.runs("%%sql\nDROP DATABASE postgres")

    assert "ERROR" in said
    assert "Traceback" not in said + beginner.runs("lab.reset()")
    assert "120" in beginner.runs("%%sql\nSELECT count(*) FROM users").split()


@pytest.mark.parametrize(
    ("number", "right", "wrong"), [("02-01", ">= 90", "> 90"), ("02-02", "d: accepted", "d: 23505")]
)
def test_exercise_is_answered_wrongly_and_then_rightly(beginner, number, right, wrong):
    """A wrong answer is told what differs, the right one that it is right."""
    exercise = next(content.folder("exercises").glob(f"{number[:2]}_*/{number[3:]}_*"))
    answer = next(exercise.glob("solution.*")).read_text(encoding="utf-8")
    assert right in answer

    first = beginner.runs(f"%%answer {number}\n{answer.replace(right, wrong)}")
    second = beginner.runs(f"%%answer {number}\n{answer}")

    assert ("✗" in first, "✓" in first) == (True, False), first
    assert "✓" in second, second


def test_statement_without_end_is_interrupted(beginner):
    """Two keys end what runs too long, on the server too; the session goes on."""
    beginner.begins(f"%%sql\nSELECT pg_sleep({FOR_EVER})")
    beginner.page.locator(f"{CELL} .jp-InputPrompt").get_by_text("[*]:").wait_for()
    time.sleep(0.5)
    began = time.monotonic()
    beginner.page.keyboard.press("Escape")
    beginner.page.keyboard.press("i")
    beginner.page.keyboard.press("i")

    said = beginner.reads()

    assert time.monotonic() - began < FOR_EVER / 2
    assert "Traceback" not in said
    assert "120" in beginner.runs("%%sql\nSELECT count(*) FROM users").split()


def test_after_a_restart_the_next_cell_goes_on(beginner):
    """The kernel forgets; an SQL cell opens the page again by its file's name, and so does the first cell."""
    beginner.restarts()

    assert "120" in beginner.runs("%%sql\nSELECT count(*) FROM users").split()
    assert "ready in" in beginner.opens()


def sources(page):
    """Return what is in each cell of the notebook at the path *page*."""
    return ["".join(cell["source"]) for cell in json.loads(page.read_text(encoding="utf-8"))["cells"]]


@pytest.fixture
def older(tmp_path):
    """Return the course as it was: two pages had another first line."""
    folder = tmp_path / "older"
    folder.mkdir()
    for path in content.folder("notebooks").glob("*.ipynb"):
        notebook = json.loads(path.read_text(encoding="utf-8"))
        if path.stem in {PAGE, OTHER}:
            notebook["cells"][0]["source"] = [BEFORE]
        (folder / path.name).write_text(json.dumps(notebook), encoding="utf-8")
    return folder


def types_in(page):
    """Add a cell to the notebook at the path *page*, as a reader of the last release did."""
    notebook = json.loads(page.read_text(encoding="utf-8"))
    cell = {"cell_type": "code", "id": "mine", "metadata": {}, "outputs": [], "execution_count": None}
    notebook["cells"].append({**cell, "source": [f"%%sql\nSELECT '{MINE}'"]})
    page.write_text(json.dumps(notebook), encoding="utf-8")


@pytest.fixture
def root(older, tmp_path):
    """Return a workspace as the last release left it; a reader has typed into a page since."""
    made = tmp_path / "my course"
    deliver(open_workspace(made, older), outputs=True)
    types_in(made / find(PAGE).filename)
    return made


def test_an_upgrade_and_the_next_day_keep_what_was_typed(start, visit, save, root, jupyter_folder):
    """A page that was edited is as it was left, another one is the new one; on the next day too."""

    with start(root, jupyter_folder) as address:
        first_day = Beginner(visit(address, PAGE))
        assert 1 == first_day.page.locator(f"{SHOWN} .cm-content").filter(has_text=MINE).count()
        assert BEFORE in sources(root / find(PAGE).filename)[0]
        assert BEFORE not in sources(root / find(OTHER).filename)[0]
        assert "120" in first_day.runs("%%sql\nSELECT count(*) FROM users").split()  # nothing ran before it
        save(first_day.page)
        first_day.page.close()

    with start(root, jupyter_folder) as address:
        next_day = Beginner(visit(address, PAGE))
        assert 1 == next_day.page.locator(f"{SHOWN} .cm-content").filter(has_text=MINE).count()
        assert "%%sql\nSELECT count(*) FROM users" in sources(root / find(PAGE).filename)[-1]
        assert "ready in" in next_day.opens()
        next_day.page.close()
