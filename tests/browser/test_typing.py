"""Typing in JupyterLab: colours in every kind of cell, Tab, the margin, long lines."""

from __future__ import annotations

import nbformat
import pytest

from lessonlab import content

SHOWN = ".jp-NotebookPanel:not(.lm-mod-hidden)"
NAME = "typing"
CELLS = {
    "python": "import lessonlab\nlab = lessonlab.open('06_constraints')",
    "sql": "%%sql\nSELECT 'a' FROM users -- why",
    "session": "%%sql @ben\nSELECT 'a' FROM users -- why",
    "options": "%%sql --gset --needs superuser\nSELECT 'a' FROM users -- why",
    "answer": "%%answer 06-01\nSELECT 'a' FROM users -- why",
    "explain": "%%explain wal buffers=off\nSELECT 'a' FROM users -- why",
    "expect_error": "%%expect_error 42703 @ben\nSELECT 'a' FROM users -- why",
    "race": "%%race rounds=3\n-- one\nSELECT 'a' FROM users -- why",
    "commented": "# it's a cell of mine\n%%sql\nSELECT 'a' FROM users -- why",
    "line": "%sql SELECT 'a' FROM users -- why",
    "between": "rows = 'a'\nfor i in 1, 2:\n    rows = %sql SELECT 'a' FROM users -- why\n    print(rows)",
    "named": "%%sql\nSELECT id, name AS last FROM users AS p ORDER BY 1 NULLS LAST",
    "js": "%%js\nconst text = 'a' // why",
    "empty": "",
    "long": "%%sql\nSELECT " + ", ".join(f"{n} AS column_number_{n}" for n in range(20)),
}
SQL = [kind for kind, source in CELLS.items() if "SELECT 'a'" in source]
KEYWORDS = dict.fromkeys(SQL, "SELECT") | {"js": "const"}
THEMES = ("JupyterLab Light", "JupyterLab Dark")
# The colour of each piece of a cell, by its text.
COLOURS = """cell => {
    const found = {};
    const walk = document.createTreeWalker(cell.querySelector('.cm-content'), NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
        found[walk.currentNode.data.trim()] ??= getComputedStyle(walk.currentNode.parentElement).color;
    }
    return found;
}"""


@pytest.fixture(scope="module")
def page(open_page, workspace):
    """Return a page with a cell of each kind, whose first has run."""
    notebook = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(source) for source in CELLS.values()],
        metadata=nbformat.read(content.folder("notebooks") / "06_constraints.ipynb", as_version=4).metadata,
    )
    nbformat.write(notebook, workspace / f"{NAME}.ipynb")
    found = open_page(NAME)
    found.locator("#jp-main-statusbar").get_by_text("| Idle").wait_for()
    cell(found, "python").locator(".cm-content").click()
    found.keyboard.press("Control+Enter")
    cell(found, "python").locator(".jp-InputPrompt").get_by_text("[1]:").wait_for()
    return found


def cell(page, kind):
    """Return the cell of a *kind*."""
    return page.locator(f"{SHOWN} .jp-CodeCell").nth(list(CELLS).index(kind))


def colours(page, kind):
    """Return the colour of each word of the cell of a *kind*."""
    return cell(page, kind).evaluate(COLOURS)


def typed(page, text, *keys):
    """Type *text* and *keys* into the empty cell, in place of what stands there; return its editor."""
    editor = cell(page, "empty").locator(".cm-content")
    editor.click()
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    page.keyboard.type(text)
    for key in keys:
        page.keyboard.press(key)
    return editor


def offered(page):
    """Return what Tab offers, without the kind that stands beside each."""
    names = page.locator(".jp-Completer-item .jp-Completer-match")
    names.first.wait_for()
    found = names.all_inner_texts()
    page.keyboard.press("Escape")
    return found


@pytest.fixture(params=THEMES)
def theme(page, request):
    """Return a theme that the page has, light or dark."""
    page.locator(".lm-MenuBar-itemLabel").get_by_text("Settings", exact=True).click()
    for item in ("Theme", request.param):
        page.locator(".lm-Menu-itemLabel").get_by_text(item, exact=True).click()
    page.locator(f'body[data-jp-theme-name="{request.param}"]').wait_for(state="attached")
    return request.param


@pytest.mark.usefixtures("theme")
@pytest.mark.parametrize("kind", KEYWORDS)
def test_a_cell_has_the_colours_of_its_language(page, kind):
    """Keyword, text and comment look as Python's do, and none as plain words; in a line of SQL too."""
    python, found = colours(page, "python"), colours(page, kind)
    comment = next(text for text in found if text.endswith("why"))
    seen = {found[KEYWORDS[kind]], found["'a'"], found[comment]}

    assert (python["import"], python["'06_constraints'"]) == (found[KEYWORDS[kind]], found["'a'"])
    assert (3, False) == (len(seen), python["lessonlab"] in seen)


@pytest.mark.usefixtures("theme")
def test_a_column_that_is_called_as_a_keyword_is_a_name(page):
    """`id`, `name`, an alias of one letter look as other names do, and what is a keyword here as keywords."""
    found = colours(page, "named")

    assert {found["users"]} == {found[word] for word in ("id", "name", "p", "last")}
    assert {found["SELECT"]} == {found[word] for word in ("FROM", "NULLS", "LAST")}
    assert found["users"] != found["SELECT"]


def test_a_cell_changes_its_colours_as_it_is_typed(page):
    """The same letters are Python, then SQL once a magic stands above them, then JavaScript."""
    typed(page, "from users")
    python = colours(page, "empty")
    typed(page, "%%sql\nfrom users")
    sql = colours(page, "empty")
    typed(page, "%%js\nfrom users")

    assert sql["from"] != sql["users"]
    assert ("%%sql" in sql, python["from"]) == (True, python["from"])
    assert colours(page, "empty")["from users"] == sql["users"]


def test_tab_completes_a_table(page):
    """One name fits: Tab shows it, and Tab again writes it."""
    editor = typed(page, "%%sql\nSELECT * FROM lesson_p", "Tab")
    page.locator(".jp-Completer-item").get_by_text("lesson_progress").wait_for()
    page.keyboard.press("Tab")
    editor.get_by_text("lesson_progress").wait_for()

    assert "%%sql\nSELECT * FROM lesson_progress" == editor.inner_text()


@pytest.mark.parametrize(
    ("text", "some"),
    [
        ("%%sql\nSELECT * FROM ", {"users", "lesson_progress", "courses"}),
        ("%%explain\nSELECT 1 FROM lesson_progress AS p WHERE p.", {"score", "attempts", "lesson_id"}),
        ("%%answer 06-", {"06-01", "06-02", "06-05"}),
        ("%%expect_error 23514\nSELECT co", {"course_id", "course_progress"}),
    ],
)
def test_tab_offers_what_fits(page, text, some):
    """Tables, columns under an alias, exercises; nothing of Python's."""
    typed(page, text, "Tab")
    found = set(offered(page))

    assert (set(), set()) == (some - found, {"copyright", "compile", "%%html", "abs"} & found)


def test_enter_keeps_the_margin(page):
    """Clauses stand under each other; what stands in brackets stands one step in."""
    editor = typed(page, "%%sql\nSELECT name\nFROM users;\nCREATE TABLE t (\na int,\nb int)")
    wanted = "%%sql\nSELECT name\nFROM users;\nCREATE TABLE t (\n    a int,\n    b int)"

    assert wanted == editor.inner_text()


def test_a_statement_is_commented_out_as_sql(page):
    """Ctrl+/ puts two dashes before a line."""
    editor = typed(page, "%%sql\nSELECT 1", "Control+/")

    assert "%%sql\n-- SELECT 1" == editor.inner_text()


def test_long_lines_wrap(page):
    """At 800 pixels no cell scrolls sideways."""
    size = page.viewport_size
    page.set_viewport_size({"width": 800, "height": 900})
    try:
        sizes = page.locator(f"{SHOWN} .jp-CodeCell .cm-scroller").evaluate_all(
            "found => found.map(e => [e.scrollWidth, e.clientWidth])"
        )
    finally:
        page.set_viewport_size(size)

    assert len(CELLS) == len(sizes)
    assert [] == [each for each in sizes if each[0] > each[1]]
