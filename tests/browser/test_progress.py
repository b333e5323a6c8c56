"""The way from page to page, as a reader clicks it, and the page that shows how far one is."""

from __future__ import annotations

import contextlib
import uuid

import psycopg
import pytest
from axe_playwright_python.sync_playwright import Axe

from lessonlab.course.outline import find_page
from lessonlab.grading import library
from lessonlab.grading.verdict import State, Verdict
from lessonlab.postgres import provider
from lessonlab.reader import progress_page
from lessonlab.reader.notes import Passage
from lessonlab.reader.own_database import own_dsn
from lessonlab.reader.record import Record

SHOWN = ".jp-NotebookPanel:not(.lm-mod-hidden)"
CELLS = f"{SHOWN} .jp-CodeCell"
TAB = "#jp-main-dock-panel .lm-TabBar-tab.lm-mod-current"
ANSWER = "%%answer 00-01\nSELECT count(*) AS learners FROM users WHERE time_zone = 'Asia/Tehran'"


@pytest.fixture(scope="module")
def jupyter_folder(tmp_path_factory):
    """Return where JupyterLab keeps its things; as a reader has it, a page holds only the cells in view."""
    return tmp_path_factory.mktemp("jupyter")


@pytest.fixture(scope="module")
def page(open_page):
    """Return page 00, opened."""
    opened = open_page("00_start_here")
    opened.locator("#jp-main-statusbar").get_by_text("| Idle").wait_for()
    return opened


def scrolled_to(page, text):
    """Return the cell with *text*, once the page has been scrolled down to it."""
    found = page.locator(CELLS).filter(has_text=text).first
    page.locator(f"{SHOWN} .jp-Notebook").hover()
    for _ in range(100):
        if found.count():
            break
        page.mouse.wheel(0, 300)
        page.wait_for_timeout(50)
    found.scroll_into_view_if_needed()
    return found


def run(page, found, words):
    """Run the cell *found*, and wait until *words* stand below it."""
    found.locator(".cm-content").click()
    page.keyboard.press("Control+Enter")
    found.locator(".jp-OutputArea").filter(has_text=words).first.wait_for()


def test_a_pass_leads_to_the_next_question(page):
    """The answer is typed, the verdict has a link, and a click selects the next exercise on its page."""
    run(page, page.locator(CELLS).filter(has_text="lessonlab.open(").first, "ready in")
    found = scrolled_to(page, "%%answer 00-01")
    found.locator(".cm-content").click()
    page.keyboard.press("Control+A")
    page.keyboard.insert_text(ANSWER)
    run(page, found, " in all")
    link = found.locator(".jp-OutputArea a")
    leads = link.inner_text()
    link.click()
    page.locator(TAB).get_by_text("01_introduction.ipynb").wait_for()
    page.locator(f"{SHOWN} .jp-CodeCell.jp-mod-active").filter(has_text="01-01").wait_for()

    assert leads.startswith("01-01 ")


def test_the_map_leads_to_each_page(page):
    """A title is a link that JupyterLab opens beside the map."""
    page.locator("#jp-main-dock-panel .lm-TabBar-tab").get_by_text("00_start_here.ipynb").click()
    found = scrolled_to(page, "lab.progress()")
    run(page, found, "pages done")
    found.locator(".jp-OutputArea a").get_by_text("Break every constraint").click()

    page.locator(TAB).get_by_text("06_constraints.ipynb").wait_for()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_page_of_progress(chromium, server, tmp_path, scheme):
    """Heads, names, contrast, in both themes; and nothing is wider than a narrow window."""
    name = f"ada-{uuid.uuid4().hex[:8]}"
    begun = find_page("06_constraints")
    with contextlib.closing(Record(lambda: server, name)) as record:
        record.read_on(begun.name, Passage(900, begun.cells[13], 14))
        record.write(library.find("06-01"), Verdict("06-01", "", State.CORRECT))
        (tmp_path / "progress.html").write_text(progress_page.page(record.standing()), encoding="utf-8")
    provider.drop_clone(server, psycopg.conninfo.conninfo_to_dict(own_dsn(server, name))["dbname"])
    page = chromium.new_page(viewport={"width": 800, "height": 900}, color_scheme=scheme, bypass_csp=True)
    page.goto((tmp_path / "progress.html").as_uri())
    found = [f"{rule['id']}: {rule['nodes'][0]['html']}" for rule in Axe().run(page).response["violations"]]
    width, text = page.evaluate("document.documentElement.scrollWidth"), page.inner_text("body")
    page.close()

    assert found == []
    assert width <= 800
    assert "Continue at 06_constraints, cell 15." in text
