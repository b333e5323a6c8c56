"""JavaScript of cells: a world with state, a clock, a page, a server and the reader's own database."""

import asyncio
import json
import os
import signal
import subprocess
import sys
import time
from threading import Timer
from types import SimpleNamespace

import nbformat
import psutil
import psycopg
import pytest
from IPython.utils.capture import capture_output
from nbclient import NotebookClient

from lessonlab.errors import ConfigError, JavaScriptError
from lessonlab.js.js_process import Beside
from lessonlab.js.json_values import as_json
from lessonlab.magics import lab_magics
from lessonlab.postgres.templates import ensure_template


@pytest.fixture
def world():
    """Return a world without a database, and what its console said."""
    lines = []
    made = Beside(lambda _: json.dumps({"rows": [{"n": 1}], "rowCount": 1}), lines.append, seconds=2)
    made.said = lines
    yield made
    made.close()


def run(world, cell, **names):
    """Return what is shown of the last value of *cell*."""
    return world.run(cell, {name: as_json(name, value) for name, value in names.items()})[0]


@pytest.fixture
def cell(shell, dsn):
    """Return a function that runs a cell on a fresh database, and gives its result or raises its error."""
    with psycopg.connect(dsn, autocommit=True) as conn:
        lab_magics.register(shell, SimpleNamespace(connection=lambda: conn))

        def run(source, **variables):
            shell.user_ns.update(variables)
            with capture_output() as captured:
                done = shell.run_cell(source)
            run.out = captured.stdout.partition("Out[")[0]
            if error := done.error_before_exec or done.error_in_exec:
                raise error
            return done.result

        run.conn, run.names = conn, shell.user_ns
        yield run
        javascript = shell.__dict__["_lessonlab_magics"].javascript
        if javascript is not None and javascript._world is not None:
            javascript._world.close()


def test_what_a_cell_defines_the_next_finds(world):
    """Names made by const, let, function and class live on."""
    run(world, "const a = 1; let b = 2; function f() { return a + b }\nclass C { x = 4 }")
    assert "7" == run(world, "f() + new C().x")


@pytest.mark.parametrize(
    "source",
    [
        "const a = 1\nlet b = a + 1; class C { c = b }\nfunction f() { return new C().c }\nf()",
        "// of mine\nconst { a, b: [c] } = { a: 1, b: [2] }; /* and */ const d = 0;\nc",
        "const a = await 1; let { b } = await { b: 2 }\nclass C {}\nfor (const a of [1]) { await a }\nb",
        "const text = `\nconst no = 1\n`; const c = text.includes('const no') ? 2 : 0\nc",
    ],
)
def test_a_cell_may_be_run_again(world, source):
    """Names are made anew, as in a browser's console; also after a cell that failed in the middle."""
    with pytest.raises(JavaScriptError):
        run(world, "const a = nowhere, c = 1")
    assert ["2", "2", "2"] == [run(world, source) for _ in range(3)]


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("'it\\'s'", r"'it\'s'"),
        ("[1, null, undefined, -0]", "[1, null, undefined, -0]"),
        ("({ a: { b: [new Date(0)] }, 'c d': 1n })", '{ a: { b: [1970-01-01T00:00:00.000Z] }, "c d": 1n }'),
        ("null", "null"),
        ("undefined", ""),
        ("const one = 1", ""),
        ("(function named() {})", "[Function: named]"),
        ("const o = {}; o.o = o; o", "{ o: [Circular] }"),
        ("new Map([['a', new Set([1])]])", "Map { 'a' => Set { 1 } }"),
        ("Array.from({ length: 40 }, (_, i) => 1000 + i).slice(0, 2)", "[1000, 1001]"),
    ],
)
def test_the_last_value_is_shown(world, source, shown):
    """As Node shows it; nothing of a declaration."""
    assert shown == run(world, source)


def test_a_long_value_takes_lines(world):
    """What does not fit in a line is one part a line."""
    shown = run(world, "Array.from({ length: 12 }, (_, id) => ({ id, name: 'somebody' }))")
    assert ["[", "  { id: 0, name: 'somebody' },"] == shown.split("\n")[:2]


def test_the_console_speaks_in_order(world):
    """Lines come in their order, before and after an await."""
    run(world, "console.log('a', { b: 1 });\nawait clock.advance(10);\nconsole.error('c')")
    assert ["a { b: 1 }", "c"] == "\n".join(world.said).split("\n")


def test_rows_are_printed_as_a_table(world):
    """As wide as they need to be."""
    run(world, "console.table([{ a: 1, b: 'long' }, { a: null, b: 'x' }])")
    assert [" a    | b", "------+------", " 1    | long", " null | x"] == "\n".join(world.said).split("\n")


def test_endless_output_is_cut(world):
    """A loop that prints is no megabyte of page."""
    run(world, "for (let i = 0; i < 5000; i += 1) console.log(i)")
    assert ["999", "… 4000 lines more"] == "\n".join(world.said).split("\n")[-2:]


@pytest.mark.parametrize(
    ("source", "told", "line"),
    [
        ("const x = 1\n\nnot.there", "ReferenceError: not is not defined", "LINE 3: not.there"),
        ("// of mine\nlet k = (", "SyntaxError: the cell ends before its code does", "LINE 2: let k = ("),
        ("1\n\n  )", "SyntaxError: Unexpected token ')'", "LINE 3: )"),
        ("await 1\n\nnull.x", "TypeError: Cannot read properties of null (reading 'x')", "LINE 3: null.x"),
        ("const a =\n  await Promise.reject(new RangeError('far'))", "RangeError: far", "LINE 2: await"),
        ("1\nthrow 'a text'", "a text", "LINE 2: throw 'a text'"),
        ("await Promise.reject(5)", "5", ""),
        ("clock.set('never')", "RangeError: clock.set: no moment: never", "LINE 1: clock.set('never')"),
    ],
)
def test_an_error_names_its_line(world, source, told, line):
    """One message, with the line that was typed, whether the cell awaits or not."""
    with pytest.raises(JavaScriptError) as caught:
        run(world, source)
    assert str(caught.value).startswith(told)
    assert line in str(caught.value)
    assert "Traceback" not in "".join(caught.value._render_traceback_())


def test_an_error_in_an_earlier_cell_s_function_names_that_cell_s_line(world):
    """Where it was thrown, not where the same number stands in this cell."""
    run(world, "function g() {\n  throw new Error('deep')\n}")
    with pytest.raises(JavaScriptError, match="LINE 2 of an earlier cell: throw new Error"):
        run(world, "g()")


def test_what_ran_before_an_error_stays(world):
    """As in a browser's console."""
    with pytest.raises(JavaScriptError):
        run(world, "var kept = 3; nowhere()")
    assert "3" == run(world, "kept")


@pytest.mark.slow
@pytest.mark.parametrize(
    "source",
    [
        "while (true) {}",
        "await (async () => { while (true) {} })()",
        "setInterval(() => {}, 10); await new Promise(() => {})",
    ],
)
def test_what_never_ends_is_stopped(world, source):
    """After the cell's seconds, with one message; the world is still there."""
    run(world, "const before = 1")
    started = time.monotonic()
    with pytest.raises(JavaScriptError, match="the cell ran for 2 s and was stopped\nnext: look for a "):
        run(world, source)
    assert time.monotonic() - started < 60
    assert "1" == run(world, "before")


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="this system cannot hold a process")
def test_a_cell_is_not_stopped_for_what_others_work(world):
    """Its seconds are those of the processor: held for longer than they are, it goes on."""
    later = [Timer(0.05, os.kill, (world._process.pid, signal.SIGSTOP))]
    later += [Timer(3, os.kill, (world._process.pid, signal.SIGCONT))]
    world._query = lambda _: [one.start() for one in later] and '{"rows": [], "rowCount": 0}'

    loop = "const loop = () => { let n = 0; for (let i = 0; i < 2e8; i++) n += i % 3; return n }"
    started = time.monotonic()
    shown = run(world, f"{loop}\nawait pool.query('SELECT 1')\nloop()")

    assert "199999999" == shown
    assert time.monotonic() - started > 2.5, "it was not held"


@pytest.mark.slow
def test_what_waits_without_working_is_stopped_too():
    """It takes no processor: the clock on the wall ends it, and the next cell has a world."""
    world = Beside(str, print, seconds=0.2)
    try:
        with pytest.raises(JavaScriptError, match=r"the cell ran for 0\.2 s and was stopped"):
            run(world, "Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)")
        assert world.is_lost or "2" == run(world, "1 + 1")
    finally:
        world.close()


def test_what_nothing_will_bring_is_said(world):
    """A promise that nobody settles is no endless wait."""
    with pytest.raises(JavaScriptError, match="await of what never comes"):
        run(world, "await new Promise(() => {})")


def test_memory_has_a_limit(world):
    """What grows without end is stopped, and the world is said to be lost."""
    with pytest.raises(JavaScriptError, match="took more memory than it may"):
        run(world, "const all = []; while (true) all.push(new Array(10000).fill(1.5))")
    assert world.is_lost


def test_the_clock_stands_until_it_is_moved(world):
    """Date and performance read it; real time does not pass."""
    run(world, "clock.set('2024-03-10T06:59:00Z'); const first = Date.now(), p = performance.now()")
    time.sleep(0.05)
    assert "[0, 0]" == run(world, "[Date.now() - first, performance.now() - p]")
    run(world, "await clock.advance(90_000)")
    assert "['2024-03-10T07:00:30.000Z', 90000]" == run(
        world, "[new Date().toISOString(), performance.now() - p]"
    )
    assert "true" == run(world, "new Date() instanceof Date && Date().startsWith('Sun Mar 10 2024')")


def test_timers_come_in_their_order_and_at_their_time(world):
    """Each at its own moment, as often as it fits."""
    run(
        world,
        """
        const seen = []
        const every = setInterval(() => seen.push(['every', performance.now()]), 400)
        setTimeout((word) => seen.push([word, performance.now()]), 900, 'once')
        const never = setTimeout(() => seen.push('never'), 100)
        clearTimeout(never)
        await clock.advance(1300)
        clearInterval(every)
        await clock.advance(5000)
        """,
    )
    assert "[['every', 400], ['every', 800], ['once', 900], ['every', 1200]]" == run(world, "seen")


def test_late_timers(world):
    """Each comes as late as the clock says; an interval keeps its step, as in Chrome."""
    run(world, "let n = 0; clock.lateness = () => [250, 0, 100][n++ % 3]")
    run(world, "const at = []; setInterval(() => at.push(performance.now()), 1000)")
    run(world, "await clock.advance(4500)")
    assert "[1250, 2000, 3100, 4250]" == run(world, "at")


def test_a_cell_that_awaits_goes_to_the_next_timer(world):
    """Three waits of a second take three seconds of the clock and none of ours."""
    started = time.monotonic()
    run(
        world,
        "const wait = (ms) => new Promise((go) => setTimeout(go, ms))\n"
        "for (const ms of [1000, 2000, 4_000_000]) await wait(ms)",
    )
    assert "4003000" == run(world, "performance.now()")
    assert time.monotonic() - started < 60


def test_what_a_timer_throws_is_told_and_stops_nothing(world):
    """As a browser's console tells it, also of a promise."""
    run(world, "setTimeout(() => { throw new Error('a') }, 1); setTimeout(async () => { null.b }, 2)")
    run(world, "await clock.advance(10)")
    assert ["Uncaught Error: a", "Uncaught (in promise) TypeError: Cannot read properties of null"] == [
        line.split(" (reading")[0] for line in "\n".join(world.said).split("\n")
    ]


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("const { rows: [{ n }] } = await pool.query(`SELECT ';'\n AS n`); n", "1"),
        ("const a = await 1, b = await 2", None),
        ("const a = await 1; const b = await 2; // two\n[a, b]", "[1, 2]"),
        ("const all = [5], a = 0\nconst b = await 0, c = await 1", None),
        ("const all = [5], a = 0\nconst b = await all\n[a]\nb", "5"),
        ("if (await true) {\n}\n[await 4]", "[4]"),
        ("let total = 0\nfor (const n of [1, 2]) {\n  total += await n\n}\ntotal", "3"),
        ("const v = await Promise.resolve([3, 1])\n  .then((all) => all.sort())\nv", "[1, 3]"),
        ("const r = await f()\nasync function f() { return 'hoisted' }\nr", "'hoisted'"),
        ("if (await false) {\n  1\n} else {\n  globalThis.z = await 5\n}\nz", "5"),
        ("// await nothing; here\nconst q = /[;/]/.test(';') && await 'x;y'; q", "'x;y'"),
        ("const later = async () => await 9\nlater", "[Function: later]"),
        ("const { a = 1, b: { c } = { c: await 2 } } = await {};\n[a, c]", None),
        (
            "try {\n  await Promise.reject(5)\n} catch (error) {\n  console.log(1)\n}\n'went on'",
            "'went on'",
        ),
    ],
)
def test_await_at_the_top_of_a_cell(world, cell, shown):
    """Names stay, the last value is shown; what cannot be told apart is refused and not run."""
    if shown is None:
        with pytest.raises(JavaScriptError, match=r"one name|const, let or var"):
            run(world, cell)
    else:
        assert shown == run(world, cell)


def test_the_page_and_who_reads_it(world):
    """Events come to who listens, in the document and in the window."""
    run(
        world,
        """
        const seen = []
        document.addEventListener('scroll', () => seen.push('scroll'))
        document.addEventListener('visibilitychange', () => seen.push(document.visibilityState))
        window.addEventListener('beforeunload', () => seen.push('unload'))
        setInterval(() => seen.push('tick'), 1000)
        page.touch('scroll'); page.hide(); page.hide(); page.show(); page.leave()
        await clock.advance(5000)
        """,
    )
    assert "['scroll', 'hidden', 'visible', 'unload', 'hidden']" == run(world, "seen")


def test_a_page_that_is_killed_says_nothing(world):
    """No event, and no timer any more."""
    run(
        world,
        "const s = []; window.addEventListener('beforeunload', () => s.push(1))\n"
        "setInterval(() => s.push(2), 9)",
    )
    assert "[]" == run(world, "page.kill(); await clock.advance(100); s")
    run(world, "document.addEventListener('scroll', () => s.push(3)); page.leave(); page.touch('scroll')")
    assert "[[], false]" == run(world, "[s, document.hidden]")


def test_fetch_reaches_the_server_that_the_cell_answers_for(world):
    """What arrived is recorded; answers, slowness, failure and a lost answer are the cell's to choose."""
    run(world, "server.answer = async ({ body }) => ({ twice: body.n * 2 }); server.takes = 700")
    assert "[true, { twice: 6 }, 700]" == run(
        world,
        "const sent = await fetch('/api', { method: 'PUT', body: JSON.stringify({ n: 3 }) });\n"
        "[sent.ok, await sent.json(), performance.now()]",
    )
    assert "[{ at: 0, method: 'PUT', url: '/api', body: { n: 3 } }]" == run(world, "server.requests")
    with pytest.raises(JavaScriptError, match="TypeError: Failed to fetch"):
        run(world, "server.down = true; await fetch('/api')")
    with pytest.raises(JavaScriptError, match="TypeError: Failed to fetch"):
        run(world, "server.forget(); server.losesAnswers = true; await fetch('/lost')")
    assert "['/lost']" == run(world, "server.requests.map((one) => one.url)")
    assert "500" == run(world, "server.forget(); server.answer = () => nowhere; (await fetch('/x')).status")


def test_zones_are_known_and_the_machine_s_is_not(world):
    """Intl converts across daylight saving; without a zone it is UTC everywhere."""
    assert "['3/10/2024, 1:59:00 AM', '3/10/2024, 3:01:00 AM']" == run(
        world,
        "['06:59', '07:01'].map((at) => new Date(`2024-03-10T${at}:00Z`)"
        ".toLocaleString('en-US', { timeZone: 'America/New_York' }).replaceAll('\\u202f', ' '))",
    )
    assert "[0, 'UTC']" == run(
        world, "[new Date().getTimezoneOffset(), Intl.DateTimeFormat().resolvedOptions().timeZone]"
    )


def test_a_page_of_javascript_on_the_reader_s_session(cell):
    """`pool` is the notebook's own connection: it sees what a transaction there has not committed."""
    cell("%%sql\nBEGIN;\nCREATE TABLE seen (id INTEGER PRIMARY KEY, who TEXT, at TIMESTAMPTZ, tags TEXT[])")
    told = cell(
        "%%js --with who\n"
        "const values = [1, who, new Date(), ['a', 'b \"c\"']]\n"
        "await pool.query('INSERT INTO seen VALUES ($1, $2, $3, $4)', values)\n"
        "const query = 'SELECT *, count(*) OVER () AS n FROM seen WHERE id = $1'\n"
        "const { rows, rowCount } = await pool.query(query, [1]);\n"
        "[rows, rowCount]",
        who="Mina",
    )
    assert "at: 2024-01-15T09:00:00.000Z" in repr(told)
    assert "n: '1'" in repr(told)  # node-postgres gives a bigint as a text
    cell("%sql ROLLBACK")
    with pytest.raises(JavaScriptError, match=r'relation "seen" does not exist'):
        cell("%%js\nawait pool.query('TABLE seen')")


def test_a_statement_that_is_refused_is_an_error_of_javascript_s(cell):
    """With the code, the constraint and the state of the transaction as they are."""
    cell("%%sql\nCREATE TABLE one (id INTEGER PRIMARY KEY);\nINSERT INTO one VALUES (1);\nBEGIN")
    told = cell(
        "%%js\ntry {\n  await pool.query('INSERT INTO one VALUES (1)')\n} catch (error) {\n"
        "  console.log(error.code, error.constraint)\n}\n(await pool.query('SELECT 1').catch((e) => e)).code"
    )
    assert "23505 one_pkey\n" == cell.out
    assert "'25P02'" == repr(told)
    assert psycopg.pq.TransactionStatus.INERROR == cell.conn.info.transaction_status
    cell("%sql ROLLBACK")


def test_values_go_in_and_come_out(cell):
    """Names of Python's by --with, the last value by <<."""
    assert cell("%%js --with n,who out << \n({ twice: n * 2, who })", n=4, who=["Mina"]) is None
    assert {"twice": 8, "who": ["Mina"]} == cell.names["out"]
    cell("%%sql rows <<\nSELECT 1 AS a, 'x' AS b")
    assert "[{ a: 1, b: 'x' }]" == repr(cell("%%js --with rows\nrows"))
    with pytest.raises(ConfigError, match="there is no variable 'nobody'\nnext: %%js --with"):
        cell("%%js --with nobody\n1")
    with pytest.raises(ConfigError, match="'f' is a Python function"):
        cell("%%js --with f\n1", f=cell)


def test_js_is_ours_and_wants_a_lab(shell):
    """IPython has a %%js that runs in the browser: ours stands in its place, and says how to begin."""
    lab_magics.load_ipython_extension(shell)
    shell.__dict__["_lessonlab_magics"].session = None
    with capture_output():
        error = shell.run_cell("%%js\n1").error_in_exec
    assert 'no lab is open yet\nnext: lab = lessonlab.open("00_start_here")' == str(error)


def test_a_new_database_has_a_new_world(cell, shell):
    """What lab.reset() and another lab begin anew, JavaScript begins anew too."""
    cell("%%js\nconst kept = 1")
    magics = shell.__dict__["_lessonlab_magics"]
    assert "1" == repr(cell("%%js\nkept"))
    magics.javascript._database = "another"
    with pytest.raises(JavaScriptError, match="kept is not defined"):
        cell("%%js\nkept")


def test_without_an_engine_a_cell_says_so_and_passes(cell, monkeypatch):
    """A machine that has no wheel runs the page all the same."""
    monkeypatch.setitem(sys.modules, "py_mini_racer", None)
    assert cell("%%js\nnowhere()") is None
    assert cell.out.startswith("not run here: this cell needs mini-racer")


@pytest.mark.slow
def test_promises_that_never_rest_end_their_process(world):
    """V8 cannot stop them; the next cell has a world again, and nothing is left running."""
    with pytest.raises(JavaScriptError, match="the cell ran for 2 s and was stopped"):
        run(world, "(async () => { for (;;) await null })()")
    assert world.is_lost
    assert world._process.poll() is not None


@pytest.mark.slow
def test_a_world_ends_with_its_process():
    """Also after a loop that was stopped, and when the kernel is killed."""
    code = (
        "import os\nfrom lessonlab.js.js_process import Beside\nw = Beside(str, print, seconds=0.5)\n"
        "try: w.run('while (true) {{}}', {{}})\nexcept Exception as error: print(error.message)\n"
        "print(w._process.pid, flush=True)\n{}"
    )
    for last in ("", "os._exit(1)"):
        said = subprocess.run(
            [sys.executable, "-c", code.format(last)],
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        ).stdout.split("\n")
        assert "the cell ran for 0.5 s and was stopped" == said[0]
        deadline = time.monotonic() + 60
        while psutil.pid_exists(int(said[1])) and time.monotonic() < deadline:
            time.sleep(0.1)
        assert not psutil.pid_exists(int(said[1]))


@pytest.mark.slow
def test_an_interrupt_stops_a_cell_at_once(server):
    """The kernel's own button: one line, and the next cell has a world again."""
    ensure_template(server, "small")
    sources = [
        "import lessonlab\nlab = lessonlab.open('00')",
        "%%js\nawait pool.query('SELECT pg_sleep(300)')",
    ]
    sources += ["%%js\n1 + 1", "lab.close()"]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(text) for text in sources])
    client = NotebookClient(notebook, timeout=120, kernel_name="python3", allow_errors=True)
    asyncio.run(interrupted(client, notebook, server.dsn))
    assert "the cell was interrupted" in "".join(notebook.cells[1].outputs[-1].traceback)
    assert "2" == notebook.cells[2].outputs[-1].data["text/plain"]


async def interrupted(client, notebook, dsn):
    """Run the cells, and interrupt the second when it runs."""
    async with client.async_setup_kernel():
        await client.async_execute_cell(notebook.cells[0], 0)
        running = asyncio.ensure_future(client.async_execute_cell(notebook.cells[1], 1))
        while not asleep(dsn):  # noqa: ASYNC110 - the event is in the server
            await asyncio.sleep(0.1)
        await client.km.interrupt_kernel()
        await running
        for at in (2, 3):
            await client.async_execute_cell(notebook.cells[at], at)


def asleep(dsn):
    """Say whether a session does what the cell asked for."""
    with psycopg.connect(dsn, autocommit=True) as conn:
        found = (
            "SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND query ~ '^SELECT pg_sleep.300'"
        )
        return conn.execute(found).fetchone()[0] > 0
