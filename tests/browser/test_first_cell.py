"""A page as a beginner meets it: nothing has run, and the first cell is forgotten."""

from __future__ import annotations

import re

import pytest

from lessonlab.postgres.advisory import alone
from lessonlab.postgres.building import BUILDER
from lessonlab.postgres.connect import connect
from lessonlab.postgres.sizes import Kind
from lessonlab.postgres.templates import building_name

SHOWN = ".jp-NotebookPanel:not(.lm-mod-hidden)"
CELLS = f"{SHOWN} .jp-CodeCell"
OUTPUTS = f"{CELLS} .jp-OutputArea-output"
TAB = "#jp-main-dock-panel .lm-TabBar-tab.lm-mod-current"
SAYS = "([cell, words]) => cell.querySelector('.jp-OutputArea')?.innerText.includes(words)"


@pytest.fixture(scope="module")
def options():
    """Return what a beginner tells `lessonlab start`: nothing."""
    return []


@pytest.fixture(scope="module")
def page(open_page):
    """Return page 06, in which nothing has run."""
    return open_page("06_constraints")


def cell(page, text):
    """Return the first code cell that contains *text*."""
    return page.locator(CELLS).filter(has_text=text).first


def run(page, text, words):
    """Run the cell with *text*, wait until *words* stand below it, and return what does."""
    found = cell(page, text)
    found.locator(".cm-content").click()
    page.keyboard.press("Control+Enter")
    page.wait_for_function(SAYS, arg=[found.element_handle(), words], polling=100)
    return found.locator(".jp-OutputArea").inner_text()


def listens(page):
    """Wait until the kernel is idle and the page is connected to it."""
    page.locator("#jp-main-statusbar").get_by_text("| Idle").wait_for()


def restart(page):
    """Restart the kernel by the menu, and empty the cells: what is shown next is new."""
    for menu, item in (("Kernel", "Restart Kernel and Clear Outputs of All Cells…"),):
        page.locator(".lm-MenuBar-itemLabel").get_by_text(menu, exact=True).click()
        page.locator(".lm-Menu-itemLabel").get_by_text(item, exact=True).click()
    page.locator(".jp-Dialog .jp-mod-accept").click()
    page.locator(".jp-Dialog").wait_for(state="detached")
    page.wait_for_function(f"!document.querySelector('{OUTPUTS}')")
    listens(page)


def test_no_cell_looks_as_if_it_had_run(page):
    """No output, no number, and nothing that JupyterLab does not trust or thinks changed."""
    count = page.locator(CELLS).count()
    prompts = page.locator(f"{CELLS} .jp-InputPrompt").all_inner_texts()

    assert 0 == page.locator(OUTPUTS).count()
    assert {"[ ]:"} == {prompt.strip() for prompt in prompts}
    trust = page.locator(".jp-StatusItem-trust").get_attribute("title")
    assert f"Notebook trusted: {count} of {count} code cells trusted." == trust
    assert 0 == page.locator(f"{TAB}.jp-mod-dirty").count()


def test_sql_first_and_after_a_restart(page):
    """An SQL cell opens the page and says so in one line; the next does not, and a new kernel does again."""
    for _ in range(2):
        listens(page)
        said = run(page, "--gset", ":photo")
        assert 1 == said.count("first cell not run, opened by the name of this file")
        assert 'lab = lessonlab.open("06_constraints")' in said
        assert "06_constraints · PostgreSQL" in said
        assert "first cell" not in run(page, "CREATE SCHEMA bare", "CREATE TABLE AS")
        restart(page)


def test_what_was_run_is_trusted_when_the_page_is_opened_again(page, open_page, save):
    """The reader's own results stand there the next day, and JupyterLab takes them for theirs."""
    run(page, "--gset", ":photo")
    run(page, "CREATE SCHEMA bare", "CREATE TABLE AS")
    save(page)
    again = open_page("06_constraints")

    assert "CREATE TABLE AS" in cell(again, "CREATE SCHEMA bare").locator(".jp-OutputArea").inner_text()
    title = again.locator(".jp-StatusItem-trust").get_attribute("title")
    assert re.fullmatch(r"Notebook trusted: (\d+) of \1 code cells trusted\.", title)


def test_a_page_that_needs_the_large_class_waits_with_a_bar(open_page, server):
    """While another process builds it the cell shows how far that is; then the bar is gone."""
    kind = Kind("large", 0.01)
    page = open_page("03_storage_models")
    setup = cell(page, "import lessonlab")
    listens(page)
    setup.locator(".cm-content").click()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text('import lessonlab\nlab = lessonlab.open("03", size="large", scale=0.01)')
    with (
        connect(server.dsn, application_name=f"{BUILDER} {kind.word}: 0.25 the rows") as builder,
        alone(builder, building_name(builder, kind)),
    ):
        said = run(page, "import lessonlab", "25%")
        assert "building the class of learners ██████░" in said
        assert "the rows" in said
    page.wait_for_function(SAYS, arg=[setup.element_handle(), "ready in"], polling=100)

    said = setup.locator(".jp-OutputArea").inner_text()
    assert "building" not in said
    assert "10,000 rows of progress" in said
