"""Plans in a saved notebook that JupyterLab does not trust, opened and not run."""

from __future__ import annotations

import json
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook, new_output

from lessonlab.authoring.normal_form import METADATA
from lessonlab.plans import Comparison
from lessonlab.plans.parse import parse

HERE = Path(__file__).parent
SHOWN = ".jp-NotebookPanel:not(.lm-mod-hidden)"
OUTPUTS = f"{SHOWN} .jp-CodeCell .jp-OutputArea-output"
CONTRAST = (HERE / "contrast.js").read_text(encoding="utf-8")
READABLE = 3.0
QUICKLY = 10_000  # milliseconds
DRAWN = ("hash join", "cte", "delete", "parallel hash", "sort on disk", "markup in names", "right to left")


def stored():
    """Return what is in the notebook: some plans, and two of them compared."""
    text = (HERE.parent / "plans" / "pg18.json").read_text(encoding="utf-8")
    plans = {name: parse(document) for name, document in json.loads(text).items()}
    sides = plans["hash join"], plans["merge join"]
    return [*(plans[name] for name in DRAWN), Comparison(*sides, ("with", "without"), 4.0, 20.0, 9)]


@pytest.fixture(scope="module")
def drawn():
    """Return what the notebook shows."""
    return stored()


@pytest.fixture(scope="module")
def page(open_page, workspace, drawn):
    """Return a page with a notebook that somebody else saved."""
    cells = [
        new_code_cell(
            f"plan_{number}",
            execution_count=number,
            outputs=[
                new_output(
                    "execute_result",
                    {"text/plain": str(each), "text/html": each._repr_html_()},
                    execution_count=number,
                )
            ],
        )
        for number, each in enumerate(drawn, 1)
    ]
    nbformat.write(new_notebook(cells=cells, metadata=METADATA), workspace / "plans.ipynb")
    made = open_page("plans")
    made.locator(f"{OUTPUTS} table").first.wait_for()
    return made


def test_notebook_is_not_trusted(page, drawn):
    """JupyterLab has not seen these outputs before, and cleans them."""
    trust = page.locator(".jp-StatusItem-trust").get_attribute("title")

    assert trust == f"Notebook not trusted: 0 of {len(drawn)} code cells trusted."


def test_all_of_a_plan_survives(page, drawn):
    """Captions, headers with their scope, steps that open, names and bars are all there."""
    html = "".join(each._repr_html_() for each in drawn)
    for start, selector in (
        ("<caption", "caption"),
        ('scope="row"', "th[scope=row]"),
        ('scope="col"', "th[scope=col]"),
        ("<details", "details > summary"),
        ("<code", "code"),
        ("border-top:4px", "div[style*='border-top']"),
    ):
        assert (selector, html.count(start)) == (selector, page.locator(f"{OUTPUTS} {selector}").count())


def test_bars_are_as_long_as_they_say(page):
    """A share of 100 per cent is a bar as wide as its cell, in its own colour."""
    bars = page.locator(f"{OUTPUTS} td div[style*='width: 100%'], {OUTPUTS} td div[style*='width:100%']")
    widths = bars.evaluate_all("found => found.map(e => e.offsetWidth)")
    colours = bars.evaluate_all("found => found.map(e => getComputedStyle(e).borderTopColor)")

    assert [] == [width for width in widths if width < 20]
    assert {"rgb(61, 139, 212)", "rgb(193, 122, 44)"} >= set(colours) != set()


def test_steps_open_by_keyboard(page):
    """A step that has the focus opens with the space bar, and it says what it does in plain words."""
    step = page.locator(f"{OUTPUTS} details").filter(has_text="Hash Join").first
    summary, words = step.locator("summary"), step.get_by_text("looks up each row")
    assert (1, False) == (words.count(), words.is_visible())
    summary.focus()
    page.keyboard.press("Space")
    words.wait_for(timeout=QUICKLY)

    page.keyboard.press("Space")
    words.wait_for(state="hidden", timeout=QUICKLY)


def test_steps_stand_left_and_are_indented(page):
    """A step stands further to the right than the one that it works for."""
    steps = page.locator(f"{OUTPUTS} table").first.locator("th[scope=row]")
    paddings = steps.evaluate_all("found => found.map(e => parseInt(getComputedStyle(e).paddingLeft))")

    assert [8, 26, 44, 44, 62] == paddings
    assert {"left"} == set(steps.evaluate_all("found => found.map(e => getComputedStyle(e).textAlign)"))


def test_what_is_hostile_does_nothing(page):
    """A table that is named as a script is a name."""
    assert page.locator(f"{OUTPUTS} code").get_by_text("<script>alert(1)</script>", exact=True).count() == 1
    assert page.locator(f"{OUTPUTS} script").count() == 0


@pytest.mark.parametrize("theme", ["JupyterLab Dark", "JupyterLab Light"])
def test_plans_are_readable_in_both_themes(page, theme):
    """Text stands out from what is behind it, also the quiet one, and in steps that are open."""
    page.locator(".lm-MenuBar-itemLabel").get_by_text("Settings", exact=True).click()
    for item in ("Theme", theme):
        page.locator(".lm-Menu-itemLabel").get_by_text(item, exact=True).click()
    page.locator(f'body[data-jp-theme-name="{theme}"]').wait_for(state="attached")
    page.locator(f"{OUTPUTS} details").evaluate_all("found => found.forEach(each => { each.open = true; })")

    texts = "td, th, caption, summary, code, b, td div, th div, caption div"
    found = page.evaluate(CONTRAST, [OUTPUTS, texts])

    assert len(found) > 100
    assert [] == [each for each in found if each["ratio"] < READABLE]
