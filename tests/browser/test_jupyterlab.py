"""What a reader sees and does in JupyterLab: a real one, in a real browser."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lessonlab.course.chapters import chapters

TAB = "#jp-main-dock-panel .lm-TabBar-tab.lm-mod-current"
SHOWN = ".jp-NotebookPanel:not(.lm-mod-hidden)"
PROMPTS = f"{SHOWN} .jp-CodeCell .jp-InputPrompt"
OUTPUTS = f"{SHOWN} .jp-CodeCell .jp-OutputArea-output"
ERRORS = ", ".join(
    f'{OUTPUTS}[data-mime-type="application/vnd.jupyter.{kind}"]' for kind in ("stderr", "error")
)
INTERRUPTIONS = ".jp-Dialog, .Toastify__toast, .jp-toast, .lm-Menu"
CONTRAST = (Path(__file__).parent / "contrast.js").read_text(encoding="utf-8")
READABLE = 3.0

WIDE = "user_id uuid, " + "lesson_id text NOT NULL, " * 5
FUNCTION = "SELECT pg_get_functiondef(oid) FROM pg_proc WHERE proname = 'update_updated_at_column'"
SHOWN_WIDE = {  # what is run, and what must come
    f"%%answer 06-01\nCREATE TABLE quiz_result ({WIDE} nonsense)": "could not run",
    "%%answer 06-01\nCREATE TABLE quiz_result (user_id uuid, lesson_id text, tri int)": "missing",
    f"%sql {FUNCTION}": "CREATE OR",
}
# What is wider within than without, and has a scroll bar for it.
SCROLLING = """found => found.flatMap(output => [output, ...output.querySelectorAll('*')])
    .filter(e => e.scrollWidth > e.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(e).overflowX))
    .map(e => [e.tagName, e.scrollWidth, e.clientWidth, e.textContent.slice(0, 60)])"""

# True once every cell has its number, or one has failed.
RAN = """([prompts, errors]) =>
    document.querySelector(errors)
    || [...document.querySelectorAll(prompts)].every(prompt => /^\\[\\d+\\]:$/.test(prompt.textContent))"""


def choose(page, menu, *items):
    """Choose an item of *menu*, through its menus within."""
    page.locator(".lm-MenuBar-itemLabel").get_by_text(menu, exact=True).click()
    for item in items:
        page.locator(".lm-Menu-itemLabel").get_by_text(item, exact=True).click()


def run_all(page):
    """Empty every output, run every cell, and wait until that is done."""
    choose(page, "Edit", "Clear Outputs of All Cells")
    page.wait_for_function(f"!document.querySelector('{OUTPUTS}')")
    choose(page, "Run", "Run All Cells")
    page.wait_for_function(RAN, arg=[PROMPTS, ERRORS], polling=200)


def cell(page, text):
    """Return the first code cell that contains *text*."""
    return page.locator(f"{SHOWN} .jp-CodeCell").filter(has_text=text).first


def style(locator, name):
    """Return the computed style *name* of each element of *locator*."""
    return locator.evaluate_all("(found, name) => found.map(e => getComputedStyle(e)[name])", name)


def html_of(notebook):
    """Return the HTML of all saved outputs of *notebook*."""
    outputs = [output for cell in notebook["cells"] for output in cell.get("outputs", ())]
    return "".join("".join(output.get("data", {}).get("text/html", ())) for output in outputs)


def code_cells(notebook):
    """Return how many cells of code *notebook* has."""
    return sum(cell["cell_type"] == "code" for cell in notebook["cells"])


def test_start_opens_the_first_page_and_nothing_asks(first):
    """No news, no advice to build, no choice of a kernel, no notice: only the first page."""
    tab = first.locator(TAB)

    assert "00_start_here.ipynb" == tab.inner_text().strip()
    assert "Start here" in first.locator(f"{SHOWN} h1").inner_text()
    assert [] == first.locator(INTERRUPTIONS).all_inner_texts()
    assert "No notifications" == first.locator(".jp-Notification-Status [title]").first.get_attribute("title")


def test_opened_page_is_not_marked_as_changed(first):
    """JupyterLab writes what the kernel says of its language; who only read is not asked to save."""
    first.locator("#jp-main-statusbar").get_by_text("| Idle").wait_for()
    choose(first, "Help")
    first.locator(".lm-Menu-itemLabel").get_by_text("Python Reference", exact=True).wait_for()  # it said it
    first.keyboard.press("Escape")

    assert 1 == first.locator(TAB).count()
    assert 0 == first.locator(f"{TAB}.jp-mod-dirty").count()


def test_names_of_all_chapters_have_room(first):
    """The list of files shows each name to its end."""
    names = first.locator(".jp-DirListing-itemText")
    names.first.wait_for()

    fits = names.evaluate_all("found => found.map(e => e.scrollWidth <= e.clientWidth)")
    assert [True] * len(chapters()) == fits


def test_saved_outputs_show_before_any_cell_is_run(either):
    """The delivered page is signed: its tables, verdicts and pictures are there when it opens."""
    page, notebook = either
    html, count = html_of(notebook), code_cells(notebook)

    trust = page.locator(".jp-StatusItem-trust").get_attribute("title")
    assert f"Notebook trusted: {count} of {count} code cells trusted." == trust
    for start, selector in (("<caption", "caption"), ('<th scope="row"', "th[scope=row]"), ("<img", "img")):
        shown = [item.is_visible() for item in page.locator(f"{OUTPUTS} {selector}").all()]
        assert [True] * html.count(start) == shown
    assert "<caption" in html


def test_saved_picture_is_drawn_and_described(second):
    """A picture is there before any cell is run, with words for those who do not see it."""
    drawn = second.locator(f"{OUTPUTS} img").evaluate_all(
        "found => found.map(e => [e.complete && e.naturalWidth > 0, e.alt.length > 20])"
    )

    assert drawn
    assert {(True, True)} == {tuple(each) for each in drawn}


def test_text_stands_left_and_numbers_right(first):
    """JupyterLab's own style sets all cells to the right; ours wins."""
    table = cell(first, "UNION ALL SELECT 'users'").locator("table")

    cells = style(table.locator("tbody td"), "textAlign")

    assert ["left", "right"] == style(table.locator("thead th"), "textAlign")
    assert ["left", "right"] == sorted(set(cells))
    assert ["left", "right"] * (len(cells) // 2) == cells


def test_plan_keeps_its_indentation(first):
    """A plan is a tree: a step stands further in than the one that it works for."""
    steps = cell(first, "score = 100").locator(".jp-OutputArea-output th[scope=row]")

    assert ["Aggregate", "Seq Scan"] == [step.locator("summary b").inner_text() for step in steps.all()]
    assert ["8px", "26px"] == style(steps, "paddingLeft")


def test_sql_has_colours_of_its_own(first):
    """In a %%sql cell SELECT looks as a keyword of Python does in a cell of Python."""
    python, sql = (cell(first, text).locator(".cm-content") for text in ("import lessonlab", "FROM users"))

    keyword = style(python.locator("span").get_by_text("import", exact=True), "color")

    assert keyword == style(sql.locator("span").get_by_text("SELECT", exact=True), "color")
    assert keyword != style(sql, "color")


@pytest.mark.parametrize("theme", ["JupyterLab Dark", "JupyterLab Light"])
def test_outputs_are_readable_in_both_themes(either, theme):
    """Text, captions, NULLs, verdicts and messages stand out from what is behind them, light or dark."""
    page, _ = either
    choose(page, "Settings", "Theme", theme)
    page.locator(f'body[data-jp-theme-name="{theme}"]').wait_for(state="attached")

    found = page.evaluate(CONTRAST, [OUTPUTS, "td, th, caption, td i, td b, td div, pre"])

    assert len(found) > 50
    assert [] == [each for each in found if each["ratio"] < READABLE]


def test_run_all_passes(either):
    """Every cell runs, in order, without an error."""
    page, notebook = either

    run_all(page)

    assert [] == page.locator(ERRORS).all_inner_texts()
    numbers = [f"[{number}]:" for number in range(1, code_cells(notebook) + 1)]
    assert numbers == page.locator(PROMPTS).all_inner_texts()


def test_a_typo_is_answered_like_psql(open_page):
    """A broken statement shows message, LINE, caret and SQLSTATE, and no traceback."""
    page = open_page("00_start_here")
    cell(page, "import lessonlab").locator(".cm-content").click()
    page.keyboard.press("Control+Enter")
    cell(page, "FROM users").locator(".cm-content").click()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text("%%sql\nSELECT name\nFORM users")
    page.keyboard.press("Control+Enter")
    page.locator(ERRORS).wait_for()

    message, line, caret, state, tip = page.locator(ERRORS).inner_text().rstrip().splitlines()

    assert 'ERROR:  syntax error at or near "users"' == message
    assert "LINE 2: FORM users" == line
    assert (line.index("users"), "^") == (caret.index("^"), caret.strip())
    assert "SQLSTATE 42601 (syntax_error)" == state
    assert "TIP:  FORM should be FROM" == tip


@pytest.fixture(scope="module")
def verdicts(open_page):
    """Return a page on which answers and a long value were shown: an error, a missing column, a function."""
    page = open_page("06_constraints")
    cell(page, "import lessonlab").locator(".cm-content").click()
    page.keyboard.press("Control+Enter")
    for number, source in enumerate(SHOWN_WIDE):
        at = page.locator(f"{SHOWN} .jp-CodeCell").nth(number + 1)
        at.locator(".cm-content").click()
        page.keyboard.press("Control+a")
        page.keyboard.insert_text(source)
        page.keyboard.press("Control+Enter")
        at.locator(".jp-OutputArea-output").filter(has_text=SHOWN_WIDE[source]).first.wait_for()
    return page


@pytest.mark.parametrize("width", [1280, 800])
def test_no_verdict_scrolls_sideways(verdicts, width):
    """Each line of a verdict breaks between words, at half a window too."""
    verdicts.set_viewport_size({"width": width, "height": 900})
    outputs = verdicts.locator(OUTPUTS).filter(has=verdicts.locator("u, summary, strong"))
    told = outputs.filter(has_text=re.compile("|".join(SHOWN_WIDE.values())))
    assert len(SHOWN_WIDE) == told.count()
    assert [] == told.evaluate_all(SCROLLING)


def test_a_cut_value_opens_by_the_keyboard(verdicts):
    """The whole of it stands below, and can be marked and copied."""
    verdicts.set_viewport_size({"width": 1280, "height": 900})
    summary = verdicts.locator(f"{SHOWN} summary").filter(has_text="CREATE OR REPLACE FUNCTION").first
    summary.focus()
    verdicts.keyboard.press("Enter")
    whole = summary.locator("xpath=following-sibling::div")
    whole.wait_for()
    assert "RETURN NEW;" in whole.inner_text()


@pytest.mark.usefixtures("first", "second")
def test_nothing_comes_from_outside(requests):
    """A classroom without a network sees the same: every request went to this machine."""
    here = re.compile(r"http://(localhost|127\.0\.0\.1):|data:|blob:")

    assert len(requests) > 100
    assert [] == [url for url in requests if not here.match(url)]


def test_launcher_offers_the_first_page(address, context):
    """A new tab offers the map of the course first; it opens page 00."""
    page = context.new_page()
    page.goto(re.sub(r"lab/tree/[^?]*", "lab", address) + "&reset")
    card = page.locator(".jp-LauncherCard", has_text="Start here")
    card.first.wait_for()
    card.first.click()
    page.locator(".lm-TabBar-tab.lm-mod-current", has_text="00_start_here.ipynb").wait_for()
    page.close()
