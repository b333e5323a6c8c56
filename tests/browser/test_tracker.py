"""
The time tracker in a real JupyterLab: what it counts is held against the page's own clock.

A headless browser never hides a page by itself: `hide` and `show` set `document.visibilityState` and send
the event, as a browser would.  All else is real: time, input, kernels, restarts, reloads, the row.
"""

from __future__ import annotations

import re
import time
from pathlib import Path
from typing import NamedTuple

import nbformat
import psycopg
import pytest
from playwright.sync_api import TimeoutError  # noqa: A004 - Playwright's own
from psycopg import conninfo

from lessonlab.authoring.normal_form import METADATA
from lessonlab.postgres import provider
from lessonlab.postgres.templates import ensure_template

HERE = Path(__file__).parent
SCRIPTS = HERE.parents[1] / "lessonlab" / "tracker"
SHOWN = ".jp-NotebookPanel:not(.lm-mod-hidden)"
BOX = f"{SHOWN} .lessonlab-tracker-box"
CONTRAST = (HERE / "contrast.js").read_text(encoding="utf-8")
ERRORS = f'{SHOWN} .jp-OutputArea-output[data-mime-type="application/vnd.jupyter.error"]'
READABLE = 3.0
BEAT = 1.0  # seconds, and so the most by which row and clock may differ
IDLE = 2.0  # seconds, where a test is about it; elsewhere a busy machine may take long between two inputs
PATIENT = 60.0
SOON = 20.0  # seconds, for what takes a moment on a busy machine

CODE = """\
from lessonlab.config import Settings
from lessonlab.tracker.widget import track
from lessonlab.postgres.session import Session

session = Session(Settings.from_environment(), {database!r}, "this test")  # outlives a kernel
track(session, {{}}, ({user!r}, {course!r}, {lesson!r}), interval={interval},
      idle=globals().get("limit", {idle}))"""

RUNS = "([prompt, before]) => prompt.textContent.includes('*') || prompt.textContent !== before"
TRIES = 4
OTHERS = ("import time\ntime.sleep(3)", f"limit = {IDLE}", "del limit")

# A page that was hidden stays so when it is loaded again, until the test shows it.
VISIBILITY = """
Object.defineProperty(document, 'visibilityState', {
    get: () => sessionStorage.getItem('test-hidden') ? 'hidden' : 'visible', configurable: true});
window.setVisible = visible => {
    visible ? sessionStorage.removeItem('test-hidden') : sessionStorage.setItem('test-hidden', '1');
    const before = performance.now();
    document.dispatchEvent(new Event('visibilitychange'));
    return [before / 1000, performance.now() / 1000];  // JupyterLab listens too, and may take its time
};"""


class Spent(NamedTuple):
    """Seconds on the page's clock: so many at least, and at most."""

    least: float
    most: float

    def __add__(self, other):
        """Return the sum of both."""
        return Spent(self.least + other.least, self.most + other.most)

    def __eq__(self, seconds):
        """Say whether *seconds* of the row differ by no more than one beat."""
        return self.least - BEAT <= seconds <= self.most + BEAT

    __hash__ = None


class Moment(NamedTuple):
    """A moment on the page's clock: not before, and not after."""

    before: float
    after: float

    def __sub__(self, earlier):
        """Return what passed since an *earlier* moment."""
        return Spent(self.before - earlier.after, self.after - earlier.before)


@pytest.fixture(scope="module")
def database(server):
    """Return the connection string of a small class that outlives the kernels."""
    ensure_template(server, "small")
    made = provider.clone(server, "tests", "small")
    yield made
    provider.drop_clone(server, conninfo.conninfo_to_dict(made)["dbname"])


@pytest.fixture(scope="module")
def rows(database):
    """Return a connection to it."""
    with psycopg.connect(database, autocommit=True) as connection:
        yield connection


@pytest.fixture(scope="module")
def mina(rows):
    """Return Mina's id and that of a course of hers."""
    return rows.execute(
        "SELECT users.id, courses.id FROM users, courses"
        " WHERE email = 'mina@example.org' AND title = 'Databases'"
    ).fetchone()


@pytest.fixture(scope="module")
def lesson(context, workspace, open_page, rows, mina):
    """Return a function that opens a notebook with a tracker in its first cell, hidden."""
    context.add_init_script(VISIBILITY)

    def opened(name, *, interval=BEAT, idle=PATIENT):
        user, course = map(str, mina)
        given = {"user": user, "course": course, "lesson": name, "interval": interval, "idle": idle}
        code = CODE.format(database=rows.info.dbname, **given)
        cells = [nbformat.v4.new_code_cell(text) for text in (code, *OTHERS)]
        nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=METADATA), workspace / f"{name}.ipynb")
        made = Lesson(open_page(name), name, rows, mina)
        made.run_cell(0)
        made.page.locator(BOX).wait_for()
        made.hide()
        return made

    return opened


@pytest.fixture(scope="module")
def shared(lesson):
    """Return one page for all tests that leave it as it was: hidden, with nothing to send."""
    return lesson("joins")


@pytest.fixture
def reader(shared):
    """Return that page, settled."""
    shared.hide()
    shared.settle()
    return shared


@pytest.fixture
def impatient(reader):
    """Return that page with a tracker that soon takes its reader for idle."""
    reader.start_again(2)
    yield reader
    reader.hide()
    reader.start_again(3)


class Lesson:
    """A page with a tracker, and the row that it writes to."""

    def __init__(self, page, name, rows, mina):
        self.page, self.name, self._rows, self._mina = page, name, rows, mina

    def run_cell(self, number):
        """
        Run a cell; once more where JupyterLab was not yet connected and lost it.

        Not soon: a cell that is only slow would run twice, and take the first tracker's database away.
        """
        prompt = self.page.locator(f"{SHOWN} .jp-CodeCell .jp-InputPrompt").nth(number)
        self.page.locator("#jp-main-statusbar").get_by_text("| Idle").wait_for()
        for _ in range(TRIES):
            before = prompt.inner_text()
            self.page.locator(f"{SHOWN} .jp-CodeCell .cm-content").nth(number).click()
            self.page.keyboard.press("Control+Enter")
            try:
                self.page.wait_for_function(RUNS, arg=[prompt.element_handle(), before], timeout=SOON * 1000)
            except TimeoutError:
                assert [] == self.page.locator(".jp-Dialog").all_inner_texts()
                continue
            return
        raise AssertionError(f"cell {number} does not run")

    def start_again(self, number):
        """Run a cell and then the tracker's; wait for the new one, which begins hidden."""
        self.run_cell(number)
        self.run_cell(0)
        self.page.locator(f"{BOX} .lessonlab-tracker-log", has_text=re.compile("^0:00 hidden$")).wait_for()

    def row(self):
        """Return the seconds in the database."""
        found = self._rows.execute(
            "SELECT time_spent_seconds FROM lesson_progress"
            " WHERE (user_id, course_id, lesson_id) = (%s, %s, %s)",
            [*self._mina, self.name],
        ).fetchone()
        return found[0] if found else 0

    def text(self, part):
        """Return what a part of the tracker says."""
        return self.page.locator(f"{BOX} .lessonlab-tracker-{part}").inner_text()

    def pending(self):
        """Return the seconds that the page holds."""
        return int(re.search(r"not there yet (\d+) s", self.text("spent"))[1])

    def hide(self):
        """Hide the page; return the moment on its clock."""
        return Moment(*self.page.evaluate("setVisible(false)"))

    def show(self):
        """Show the page; return the moment on its clock."""
        return Moment(*self.page.evaluate("setVisible(true)"))

    def read(self, seconds):
        """Be at work for so long."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.page.mouse.move(400 + 50 * (end - time.monotonic()), 700)
            time.sleep(0.2)

    def until(self, state):
        """Wait for a state."""
        self.page.locator(f"{BOX} .lessonlab-tracker-state", has_text=state).wait_for()

    def settle(self):
        """Wait until nothing is left to send, and the row stands still; return it."""
        waited = time.monotonic()
        while self.pending() and time.monotonic() - waited < SOON:
            time.sleep(0.1)
        assert 0 == self.pending(), self.text("said")
        return self.row()

    def press(self, label):
        """Press a button of the tracker."""
        self.page.locator(BOX).get_by_role("button", name=label).click()


@pytest.fixture(scope="module")
def calculate(chromium):
    """Return a function that gives what an expression makes of the ledger alone, with a clock of its own."""
    page = chromium.new_page()
    source = (SCRIPTS / "ledger.js").read_text(encoding="utf-8")
    page.evaluate(
        "async text => Object.assign(window, await import(URL.createObjectURL("
        "new Blob([text], {type: 'text/javascript'}))))",
        source,
    )
    yield lambda body: page.evaluate(f"() => {{ {LEDGER} {body} }}")
    page.close()


LEDGER = "const ledger = new Ledger({idle: 60000, now: 0});"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("ledger.advance(59999); return ledger.open", 59_999),
        ("ledger.advance(61000); return ledger.open", 60_000),  # not until it was noticed
        ("ledger.advance(9e9); return ledger.open", 60_000),  # the lid was closed
        ("ledger.advance(70000); ledger.touch(80000); ledger.advance(81000); return ledger.open", 61_000),
        ("ledger.show(false, 5000); ledger.advance(9000); return ledger.open", 5_000),
        (
            "ledger.show(false, 5000); ledger.show(true, 9e6); ledger.advance(9e6 + 10); return ledger.open",
            5_010,
        ),
        ("ledger.leave(5000); ledger.advance(9000); return ledger.open", 5_000),
        ("ledger.advance(5000); ledger.advance(4000); return ledger.open", 5_000),
        ("const all = new Ledger({idle: 0, now: 0}); all.advance(9e6); return all.open", 9e6),
    ],
)
def test_ledger_counts_what_was_active(calculate, body, expected):
    """It counts to the moment of the last input plus the limit, whenever somebody looks."""
    assert expected == calculate(body)


def test_ledger_loses_no_fraction(calculate):
    """Ten beats of 1.7 s are 17 s: a beat is of whole seconds, and what is over goes on to the next."""
    beats = calculate(
        "for (let i = 1; i <= 10; i++) { ledger.advance(i * 1700); ledger.close(); }"
        "return ledger.beats.map(beat => beat.seconds)"
    )

    assert [1, 2, 2, 1, 2, 2, 1, 2, 2, 2] == beats


def test_ledger_sends_again_under_the_same_name(calculate):
    """New beats go at once, one of those without an answer again after a pause, and none after an answer."""
    sent = calculate(
        "ledger.advance(2000); ledger.close(); const first = ledger.due(2000, 1000);"
        "ledger.advance(3500); ledger.close(); const both = ledger.due(3500, 1000);"
        "const none = ledger.due(3600, 1000);"
        "ledger.acknowledge(first[0].id); ledger.acknowledge(first[0].id);"
        "const name = (beats) => beats.map(({id}) => id === first[0].id ? 'first' : 'second');"
        "return [name(first), name(both), name(none), name(ledger.due(9000, 1000)), ledger.acknowledged]"
    )

    assert [["first"], ["first", "second"], [], ["second"], 2] == sent


def test_ledger_makes_no_beat_of_more_than_a_day(calculate):
    """What a kernel would refuse is sent in parts."""
    assert [86_400, 3_600] == calculate(
        "ledger.open = 90000000; ledger.close(); return ledger.beats.map(beat => beat.seconds)"
    )


def test_ledger_is_restored(calculate):
    """What is saved is what was closed, and the fraction; what is saved in vain is nothing."""
    assert [[2], 500, 0] == calculate(
        "ledger.advance(2500); ledger.close();"
        "const next = new Ledger({idle: 0, now: 7, saved: JSON.parse(JSON.stringify(ledger.saved))});"
        "const odd = new Ledger({idle: 0, now: 7, saved: {beats: 'x'}});"
        "return [next.beats.map(beat => beat.seconds), next.open, odd.pending]"
    )


def test_active_time_is_in_the_row_within_one_beat(reader):
    """What the reader spends at work is what the page's clock says, and what is hidden is not in it."""
    before, shown = reader.row(), reader.show()
    reader.read(3)
    spent = reader.hide() - shown

    after = reader.settle()
    time.sleep(1.5 * BEAT)

    assert spent == after - before
    assert after == reader.row()
    assert "○ hidden" == reader.text("state")


def test_idle_time_is_not_counted_and_input_resumes(impatient):
    """Without an input it stops after the limit, not later; the next input starts it again."""
    before, _ = impatient.row(), impatient.show()
    impatient.until("idle")
    time.sleep(1.5 * BEAT)
    assert Spent(IDLE, IDLE) == impatient.settle() - before

    impatient.page.keyboard.press("Shift")

    impatient.until("counting")


def test_video_that_plays_is_input(impatient):
    """Who watches in silence is not idle: a video tells the page that it plays."""
    impatient.show()
    impatient.until("idle")

    impatient.page.evaluate(
        f"document.querySelector('{BOX}').appendChild(document.createElement('video'))"
        ".dispatchEvent(new Event('timeupdate'))"
    )

    impatient.until("counting")


def test_reader_who_is_in_another_window_is_not_here(reader):
    """Two windows show the lesson: it counts in the one that has the input."""
    reader.show()
    reader.until("counting")

    reader.page.evaluate("new BroadcastChannel('lessonlab.tracker').postMessage('another page')")

    reader.until("idle")
    reader.read(0.3)
    reader.until("counting")


def test_line_that_is_cut_loses_nothing(reader):
    """What is spent while nothing can be sent is kept, said, and sent afterwards, once."""
    reader.press("Cut the line")
    before, shown = reader.row(), reader.show()
    reader.read(2.5)
    spent = reader.hide() - shown
    assert before == reader.row()
    assert spent == reader.pending()
    assert "✂ the line is cut" in reader.text("said")

    reader.press("Mend the line")

    assert spent == reader.settle() - before


def test_slow_beat_counts_once(reader, rows, mina):
    """A beat that waits for a lock is sent again meanwhile: the row gets it once."""
    before, shown = reader.row(), reader.show()
    with rows.transaction():
        rows.execute("SELECT FROM course_progress WHERE (user_id, course_id) = (%s, %s) FOR UPDATE", mina)
        reader.read(2.5)
        said = reader.page.locator(f"{BOX} .lessonlab-tracker-said")
        said.get_by_text("no answer from the kernel yet").wait_for()
        spent = reader.hide() - shown

    assert spent == reader.settle() - before


def test_busy_kernel_loses_nothing(reader):
    """A cell that runs for seconds does not cost the reader's time."""
    before, shown = reader.row(), reader.show()
    reader.run_cell(1)
    reader.read(3.5)
    spent = reader.hide() - shown

    assert spent == reader.settle() - before


def test_beat_that_is_refused_is_kept_and_said(reader):
    """What the kernel cannot accept changes nothing, and the page says why."""
    before = reader.row()

    reader.page.evaluate(
        "[...globalThis[Symbol.for('lessonlab.trackers')].trackers.values()]"
        ".forEach(tracker => tracker.post({kind: 'beat', id: tracker.key, seconds: -5}))"
    )
    reader.page.locator(f"{BOX} .lessonlab-tracker-said", has_text="want a uuid").wait_for()

    assert before == reader.row()


def test_cell_that_is_run_again_counts_once(reader):
    """The new tracker takes the place of the old one, with what that one kept."""
    reader.press("Cut the line")
    before, shown = reader.row(), reader.show()
    reader.read(1.5)
    reader.run_cell(0)
    reader.page.locator(f"{BOX} button", has_text="Cut the line").wait_for()
    reader.read(1.5)
    spent = reader.hide() - shown

    assert spent == reader.settle() - before
    assert 1 == reader.page.evaluate("globalThis[Symbol.for('lessonlab.trackers')].trackers.size")


def test_reload_loses_nothing(reader, save):
    """A page that is loaded again while its line is cut sends afterwards what it kept."""
    reader.press("Cut the line")
    before, shown = reader.row(), reader.show()
    reader.read(1.5)
    spent = reader.hide() - shown
    save(reader.page)
    reader.page.reload()
    reader.page.locator(BOX).wait_for()
    shown = reader.show()
    reader.read(1.5)
    spent += reader.hide() - shown

    assert spent == reader.settle() - before


@pytest.mark.parametrize("where", ["here", "elsewhere"])
def test_kernel_that_is_restarted_loses_nothing(reader, where):
    """The page goes on counting without a kernel; the cell that is run again takes over."""
    before, shown = reader.row(), reader.show()
    reader.read(1.5)
    if where == "here":
        restart(reader.page)
    else:
        assert 200 == reader.page.evaluate(RESTART, f"{reader.name}.ipynb")
    reader.read(1.5)
    assert reader.pending() > 0
    reader.run_cell(0)
    reader.until("counting")
    reader.read(1.5)
    spent = reader.hide() - shown

    assert spent == reader.settle() - before


# As another window would; JupyterLab then keeps the ids of subshells that are gone.
RESTART = """async path => {
    const sessions = await (await fetch('/api/sessions')).json();
    const {kernel} = sessions.find(session => session.path === path);
    const headers = {'X-XSRFToken': document.cookie.match(/_xsrf=([^;]+)/)?.[1] ?? ''};
    return (await fetch(`/api/kernels/${kernel.id}/restart`, {method: 'POST', headers})).status;
}"""


def restart(page):
    """Restart the kernel, as a reader does."""
    page.locator(".lm-MenuBar-itemLabel").get_by_text("Kernel", exact=True).click()
    page.locator(".lm-Menu-itemLabel").get_by_text("Restart Kernel…", exact=True).click()
    page.locator(".jp-Dialog .jp-mod-accept").click()
    page.locator(".jp-Dialog").wait_for(state="detached")


@pytest.mark.parametrize("theme", ["JupyterLab Dark", "JupyterLab Light"])
def test_tracker_is_readable_in_both_themes(reader, theme):
    """Words and buttons stand out, light or dark."""
    page = reader.page
    for item in ("Settings", "Theme", theme):
        place = ".lm-MenuBar-itemLabel" if item == "Settings" else ".lm-Menu-itemLabel"
        page.locator(place).get_by_text(item, exact=True).click()
    page.locator(f'body[data-jp-theme-name="{theme}"]').wait_for(state="attached")

    found = page.evaluate(CONTRAST, [BOX, "strong, span, div, button"])

    assert len(found) > 3
    assert [] == [each for each in found if each["ratio"] < READABLE]


def test_tracker_serves_keyboard_and_screen_reader(reader):
    """It has a name, its state is announced, its buttons are buttons."""
    box = reader.page.get_by_role("group", name="time tracker: Mina in Databases: joins")
    box.get_by_role("button", name="Send now").focus()
    reader.page.keyboard.press("Tab")

    focused = reader.page.evaluate("document.activeElement.textContent")

    assert "Cut the line" == focused
    assert "○ hidden" == box.get_by_role("status").first.inner_text()


@pytest.mark.parametrize("way", ["notebook", "window"])
def test_last_beat_on_closing(lesson, save, way):
    """Long before the next beat is due, who closes the notebook or the window has the time recorded."""
    reader = lesson(f"closing-{way}", interval=600, idle=60)
    save(reader.page)
    began = time.monotonic()
    shown = reader.show()
    reader.read(2.2)
    spent = reader.page.evaluate("performance.now()") / 1000 - shown.after
    log = reader.text("log")
    assert 0 == reader.row(), log

    if way == "notebook":
        reader.page.locator(".lm-TabBar-tab.lm-mod-current .lm-TabBar-tabCloseIcon").last.click()
    else:
        reader.page.close(run_before_unload=False)
    most = time.monotonic() - began
    waited = time.monotonic()
    while reader.row() < spent - BEAT and time.monotonic() - waited < SOON:
        time.sleep(0.1)

    assert spent - BEAT <= reader.row() <= most + BEAT, log


@pytest.mark.usefixtures("lesson")  # its page can be hidden
def test_chapter_counts_its_reader(open_page, server):
    """Notebook 09b in JupyterLab: every cell passes, the tracker counts, the row is the database's."""
    page = open_page("09b_page_timers")
    page.locator("#jp-main-statusbar").get_by_text("| Idle").wait_for()
    page.locator(".lm-MenuBar-itemLabel").get_by_text("Run", exact=True).click()
    page.locator(".lm-Menu-itemLabel").get_by_text("Run All Cells", exact=True).click()
    page.locator(BOX).wait_for()
    page.locator(f"{BOX} button", has_text="Send now").click()

    page.locator(f"{BOX} .lessonlab-tracker-spent", has_text=re.compile(r"from here [1-9]")).wait_for()
    page.evaluate("setVisible(false)")
    page.locator(f"{BOX} .lessonlab-tracker-spent", has_text="not there yet 0 s").wait_for()

    said = int(re.search(r"in the row (\d+) s", page.locator(BOX).inner_text())[1])
    assert [] == page.locator(ERRORS).all_inner_texts()
    with psycopg.connect(provider.live_database(server, "09b_page_timers")) as connection:
        row = connection.execute(
            "SELECT time_spent_seconds FROM lesson_progress JOIN users ON users.id = user_id"
            " WHERE email = 'mina@example.org' AND lesson_id = 'distributions'"
        )
        assert (said,) == row.fetchone()
