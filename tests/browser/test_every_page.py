"""
Every page with its stored outputs in a real JupyterLab: light and dark, in half a window, by keyboard.

No kernel is started: what is looked at is what pages show.  Scroll bars are real, and take room.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import nbformat
import pytest
from axe_playwright_python.sync_playwright import Axe
from nbformat.v4 import new_code_cell, new_notebook, new_output

from lessonlab import content
from lessonlab.authoring.normal_form import METADATA
from lessonlab.course.chapters import chapters
from lessonlab.reader.jupyter import LABEXTENSIONS, SETTINGS, sign
from lessonlab.system.accounts import is_root

pytestmark = pytest.mark.slow
HERE = Path(__file__).parent
CONTRAST, WIDE = ((HERE / name).read_text(encoding="utf-8") for name in ("contrast.js", "wide.js"))
SHOWN = ".jp-NotebookPanel:not(.lm-mod-hidden)"
OUTPUTS, WORDS = f"{SHOWN} .jp-OutputArea-output", f"{SHOWN} .jp-RenderedMarkdown"
EDITORS = f"{SHOWN} .jp-CodeCell .cm-scroller"
JUPYTERLABS_OWN = f"{WORDS} pre"  # the colours of code in a text are its theme's
LIGHT, DARK = "JupyterLab Light", "JupyterLab Dark"
PATIENCE = 90.0  # seconds, for whatever a page waits for
READABLE, SEEN = 4.5, 3.0  # WCAG: for words, and for a sign whose meaning stands beside it in words
TEXTS = "td, th, caption, p, pre, summary, code, td i, td b, td div, th div, details div, caption div"
NARROW, HALF = 800, 640  # pixels: a narrow window, and a window of 1280 at 200 %
LARGE = {"width": 1280, "height": 900}
PAGES = [chapter.name for chapter in chapters()]
BY_AXE_TOO = PAGES[::18]  # whose contrast axe-core measures too, for seconds a page; we measure that of all
CONTRAST_RULE = "color-contrast"

OPEN = """async path => {
    const kernelPreference = {shouldStart: false, canStart: false, autoStartDefault: false};
    const {commands} = window.jupyterapp;
    const page = await commands.execute('docmanager:open', {path, factory: 'Notebook', kernelPreference});
    await page.context.ready;
    await page.revealed;
}"""
DRAWN = """selector => {
    const found = [...document.querySelectorAll(selector)];
    return found.length && found.flatMap(e => [...e.querySelectorAll('img')]).every(image => image.complete);
}"""
VIOLATIONS = """async ([where, options]) =>
    (await axe.run(where, {...options, resultTypes: ['violations']})).violations"""
RIGHT = f"document.querySelector('{SHOWN}').getBoundingClientRect().right"
FITS = f"width => innerWidth === width && {RIGHT} <= width"


@pytest.fixture(scope="module")
def jupyterlab(tmp_path_factory, apart):
    """Return the address of a JupyterLab of ours, and its folder: all pages with their stored outputs."""
    root, home = tmp_path_factory.mktemp("pages"), tmp_path_factory.mktemp("jupyterlab")
    for name in PAGES:
        shutil.copy(content.folder("notebooks") / f"{name}.ipynb", root)
    settings = {**SETTINGS, "@jupyterlab/notebook-extension:tracker": whole_pages()}
    (home / "overrides.json").write_text(json.dumps(settings), encoding="utf-8")
    environ = apart(home)
    sign(root.glob("*.ipynb"), environ)
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--IdentityProvider.token="]
    command += ["--allow-root"] * is_root() + [f"--ServerApp.root_dir={root}", "--ServerApp.port=0"]
    command += [f"--LabApp.app_settings_dir={home}", f"--LabApp.extra_labextensions_path={LABEXTENSIONS}"]
    command += ["--LabApp.expose_app_in_browser=True"]
    with (home / "log").open("w") as log:
        process = subprocess.Popen(command, env=environ, stdout=log, stderr=subprocess.STDOUT)
    try:
        yield address(process, home), root
    finally:
        process.terminate()
        process.wait(PATIENCE)


def whole_pages():
    """Return our settings of a notebook, with all cells of a page in it, not only those in view."""
    ours = SETTINGS.get("@jupyterlab/notebook-extension:tracker", {})
    return {**ours, "windowingMode": "none"}


def address(process, home):
    """Return where the JupyterLab *process* answers."""
    waited = time.monotonic() + PATIENCE
    while time.monotonic() < waited and process.poll() is None:
        for path in (home / "jupyter_runtime_dir").glob(f"jpserver-{process.pid}.json"):
            with suppress(ValueError):  # it may be half written
                return json.loads(path.read_text(encoding="utf-8"))["url"]
        time.sleep(0.1)
    raise AssertionError("JupyterLab did not start:\n" + (home / "log").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def page(chromium, jupyterlab):
    """Return a page of that JupyterLab, its side bar shut."""
    context = chromium.new_context(viewport=LARGE)
    context.set_default_timeout(PATIENCE * 1000)
    made = context.new_page()
    made.goto(f"{jupyterlab[0]}lab")
    made.wait_for_function("window.jupyterapp")
    made.evaluate("jupyterapp.restored.then(() => jupyterapp.shell.collapseLeft())")
    # axe takes for hidden what stands beyond the body, which JupyterLab leaves without a height.
    made.add_style_tag(content="body { height: 100vh }")
    made.evaluate(Axe().axe_script)
    yield made
    context.close()


@pytest.fixture
def look(page):
    """Return a function that opens a notebook and tells what is wrong with it; it is closed afterwards."""

    def complaints(name):
        page.evaluate(OPEN, f"{name}.ipynb")
        page.wait_for_function(DRAWN, arg=f"{OUTPUTS}, {WORDS}")
        return [*seen(page, by_axe_too=name not in PAGES or name in BY_AXE_TOO), *too_wide(page)]

    yield complaints
    page.evaluate("jupyterapp.commands.execute('application:close')")
    page.set_viewport_size(LARGE)  # nothing is there any more to be laid out


def seen(page, *, by_axe_too):
    """Yield what axe-core finds, and words that do not stand out, in one theme and in the other."""
    if by_axe_too:
        page.set_viewport_size({**LARGE, "height": 300 + page.evaluate(HEIGHT)})
    theme = page.locator("body").get_attribute("data-jp-theme-name")
    rules = {CONTRAST_RULE: {"enabled": by_axe_too}}
    yield from read(page, theme, {"rules": rules})
    other = DARK if theme == LIGHT else LIGHT
    page.evaluate("theme => jupyterapp.commands.execute('apputils:change-theme', {theme})", other)
    page.locator(f'body[data-jp-theme-name="{other}"]').wait_for(state="attached")
    page.locator("#jupyterlab-splash").wait_for(state="detached")
    yield from read(page, other, {"runOnly": [*[CONTRAST_RULE] * by_axe_too, "link-in-text-block"]})


HEIGHT = f"document.querySelector('{SHOWN} .jp-WindowedPanel-outer').scrollHeight"


def read(page, theme, options):
    """Yield what axe-core finds with *options*, and words that do not stand out, in *theme*."""
    where = {"include": [[OUTPUTS], [WORDS]], "exclude": [[JUPYTERLABS_OWN]]}
    here = {key: [one for one in some if page.locator(one[0]).count()] for key, some in where.items()}
    for rule in page.evaluate(VIOLATIONS, [here, options]):
        for node in rule["nodes"]:
            yield f"{theme}, {rule['id']}: {node['html'][:120]}"
    for text in page.evaluate(CONTRAST, [OUTPUTS, TEXTS]):
        sign_alone = len(text["text"]) == 1 and not text["text"].isalnum()
        if text["ratio"] < (SEEN if sign_alone else READABLE):
            yield f"{theme}, contrast {text['ratio']:.1f}: {text['text']}"


def too_wide(page):
    """Yield what must be scrolled sideways in a narrow window, and at 200 %."""
    for width in (NARROW, HALF):
        page.set_viewport_size({"width": width, "height": 900})
        page.wait_for_function(FITS, arg=width)
        for found in page.evaluate(WIDE, f"{OUTPUTS}, {WORDS}, {EDITORS}"):
            yield f"{width} pixels: {found}"


@pytest.mark.parametrize("name", PAGES)
def test_everybody_sees_every_page(look, name):
    """axe-core finds nothing of ours, words stand out in both themes, nothing is scrolled sideways."""
    assert [] == look(name)


def test_names_of_pages_have_room_beside_a_scroll_bar(page):
    """The list of files shows each name to its end, though there are more than fit."""
    page.evaluate("jupyterapp.commands.execute('filebrowser:activate')")
    names = page.locator(".jp-DirListing-itemText")
    names.first.wait_for()
    try:
        fits = names.evaluate_all("all => all.map(e => [e.textContent, e.scrollWidth <= e.clientWidth])")
        bar = page.locator(".jp-DirListing-content").evaluate("list => list.offsetWidth - list.clientWidth")
    finally:
        page.evaluate("jupyterapp.shell.collapseLeft()")

    assert bar > 0
    assert len(PAGES) <= len(fits)
    assert [] == [name for name, fit in fits if not fit]


def test_what_is_wrong_is_found(look, jupyterlab):
    """A head without words, pale words and a line that does not break are seen: the tests above can fail."""
    html = (
        '<table><tr><th scope="col"></th><td style="opacity:0.5">pale</td></tr></table>'
        f'<pre style="white-space:pre;overflow-x:auto">{"x" * 300}</pre>'
    )
    output = new_output("display_data", {"text/html": html, "text/plain": "a table"})
    cells = [new_code_cell("1", execution_count=1, outputs=[output])]
    nbformat.write(new_notebook(cells=cells, metadata=METADATA), jupyterlab[1] / "wrong.ipynb")

    found = "\n".join(look("wrong"))

    for each in ("empty-table-header", f"{DARK}, contrast", f"{LIGHT}, contrast", "PRE of 2", "640 pixels"):
        assert each in found


def test_plans_are_read_by_keyboard(page):
    """Tab goes from step to step, each shows that it has the focus and opens by Enter."""
    page.evaluate(OPEN, "07_indexes.ipynb")
    page.wait_for_function(DRAWN, arg=f"{OUTPUTS}, {WORDS}")
    steps = page.locator(f"{OUTPUTS} summary")
    steps.nth(0).focus()
    try:
        for number in range(3):
            step = steps.nth(number)
            assert step.evaluate("step => step === document.activeElement")
            assert step.evaluate("step => getComputedStyle(step).outlineStyle") != "none"
            page.keyboard.press("Enter")
            assert step.evaluate("step => step.parentElement.open")
            page.keyboard.press("Tab")
        tabs = f"{OUTPUTS} [tabindex], {WORDS} [tabindex]"
        assert [] == page.locator(tabs).evaluate_all("all => all.map(e => e.tabIndex).filter(i => i > 0)")
    finally:
        page.evaluate("jupyterapp.commands.execute('application:close')")
