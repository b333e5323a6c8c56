"""The board in a real browser: light and dark, by keyboard, refreshed by itself, large enough for a room."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys

import pytest
from axe_playwright_python.sync_playwright import Axe

from lessonlab.workshop import feedback, tries
from lessonlab.workshop.class_folder import new_class, open_class
from lessonlab.workshop.marking import MISSING, Mark
from lessonlab.workshop.store import Store
from lessonlab.workshop.tries import Try

NOW = dt.datetime.now(dt.UTC)


@pytest.fixture
def board(tmp_path):
    """Yield a class and the address of its board, with three who have tried something."""
    folder = tmp_path / "a class"
    new_class(folder)
    opened = open_class(folder)
    store = Store(opened)
    for number, person in enumerate(opened.people):
        sent = [
            Try("06-01", f"SELECT {number}", f"try {again}", "not yet", "counts NULL") for again in range(3)
        ]
        store.keep(person.email, tries.packed(person.email, sent, NOW).encode(), NOW)
    command = [sys.executable, "-m", "lessonlab", "class", "serve", folder, "--port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8")
    process.stdout.readline()
    yield folder, process.stdout.readline().split()[1], process
    process.kill()
    process.wait()
    process.stdout.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_board_is_seen_by_everybody(chromium, board, theme):
    """axe-core finds nothing, also on a narrow screen; words are large on a projector."""
    _, address, _ = board
    page = chromium.new_page(color_scheme=theme, viewport={"width": 1920, "height": 1080})
    page.goto(address)
    assert page.locator("h1").inner_text() == "a class"
    found = Axe().run(page).response["violations"]
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == []
    size = page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")
    assert size >= 20
    page.set_viewport_size({"width": 400, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.close()


def test_board_by_keyboard_and_by_itself(chromium, board):
    """What somebody sends comes without a reload; what is open stays open; names come on request."""
    waits = pytest.importorskip("playwright.sync_api")
    folder, address, process = board
    page = chromium.new_page()
    page.goto(address)
    opened = open_class(folder)
    assert "Ada Example" not in page.content()
    for _ in range(9):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.tagName") == "SUMMARY":
            break
    page.keyboard.press("Enter")
    assert page.locator("details[open]").count() == 1
    page.evaluate("document.activeElement.blur()")
    ada = opened.passes["ada@example.org"]
    body = tries.packed("x", [Try("06-01", "SELECT 9", "later", "correct")], NOW)
    sent = page.request.post(
        address.partition("/board")[0] + "/hand-in",
        data=body,
        headers={"Authorization": f"Bearer {ada.token}"},
    )
    assert sent.status == 200
    waits.expect(page.locator("section li")).to_have_count(2, timeout=60_000)
    assert page.locator("details[open]").count() == 1
    assert page.get_by_role("status").inner_text() == page.locator(".head").inner_text()
    page.get_by_role("link", name="show names").click()
    waits.expect(page.locator("main")).to_contain_text("Ada Example")
    process.kill()
    waits.expect(page.get_by_role("alert")).to_contain_text("does not answer since", timeout=60_000)
    waits.expect(page.locator("main")).to_contain_text("Ada Example")
    page.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_feedback_is_read_by_everybody(chromium, tmp_path, theme):
    """axe-core finds nothing on the page that a person gets, and it is not scrolled sideways."""
    new_class(tmp_path / "a class")
    opened = open_class(tmp_path / "a class")
    states = ("correct", "not yet", "could not run", MISSING)
    said = "not yet\nmissing rows: " + "('Databases', 75.0) " * 20
    marks = {
        one.email: {
            key: Mark(one.email, key, state, 1.0, 1, 1, when=NOW, clock="student", said=said, text="SELECT 1")
            for key, state in zip(opened.course.exercises, states, strict=True)
        }
        for one in opened.people
    }
    path, *_ = feedback.write_pages(tmp_path / "pages", opened, marks)
    page = chromium.new_page(color_scheme=theme, viewport={"width": 800, "height": 900}, bypass_csp=True)
    page.goto(path.as_uri())
    page.locator("summary").first.click()
    found = Axe().run(page).response["violations"]
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.close()
