"""What only a kernel shows: a cell's status, the order of what it gives, an interrupt."""

from __future__ import annotations

import asyncio
import re

import nbformat
import psycopg
import pytest
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

from lessonlab import content
from lessonlab.postgres.templates import ensure_template

SETUP = """
import psycopg
from lessonlab.magics import lab_magics as magics

class Session:
    made = psycopg.connect({dsn!r}, autocommit=True)
    def connection(self):
        return self.made

magics.register(get_ipython(), Session())
"""
CELLS = {
    "select": "%%sql\nSELECT 1 AS n;",
    "order": "%%sql\nDO $$ BEGIN RAISE NOTICE 'first'; END $$;\nSELECT 2 AS n;\nCREATE TABLE t (i int)",
    "error": "%%sql\nSELECT 1 AS n;\nSELECT nam",
    "expected": "%%expect_error 42703\nSELECT nam",
    "not expected": "%%expect_error 42703\nSELECT 1",
    "alive": "%sql SELECT 3 AS n",
}


@pytest.fixture(scope="module")
def outputs(server):
    """Return what each of the cells gave in a kernel, by name."""
    cells = [nbformat.v4.new_code_cell(source) for source in (SETUP.format(dsn=server.dsn), *CELLS.values())]
    cells.append(nbformat.v4.new_code_cell("%sql DROP TABLE t"))
    notebook = nbformat.v4.new_notebook(cells=cells)
    NotebookClient(notebook, timeout=120, kernel_name="python3", allow_errors=True).execute()
    return {name: cell.outputs for name, cell in zip(CELLS, notebook.cells[1:], strict=False)}


def test_a_semicolon_hides_nothing(outputs):
    """The result is the cell's, in text and HTML, also when the SQL ends with a semicolon."""
    (output,) = outputs["select"]
    assert ("execute_result", {"text/plain", "text/html"}) == (output.output_type, set(output.data))


def test_order(outputs):
    """Notices, rows and tags come in the order in which they happened."""
    texts = [output.get("text") or output.data["text/plain"] for output in outputs["order"]]
    assert ["NOTICE:  first\nDO\n", " n\n---\n 2\n(1 row)", "CREATE TABLE"] == texts


def test_an_error_is_the_cell_s(outputs):
    """The cell has status error with our report and no traceback, after what ran before it."""
    rows, error = outputs["error"]
    expected = [
        'ERROR:  column "nam" does not exist',
        "LINE 2: SELECT nam",
        "               ^",
        "SQLSTATE 42703 (undefined_column)",
        "statement 2 of 2 failed: 1 ran before it",
        "TIP:  there is no FROM: which table is nam a column of?",
    ]
    assert ("display_data", "error", "SqlError") == (rows.output_type, error.output_type, error.ename)
    assert (expected, expected) == (error.traceback, error.evalue.split("\n"))


def test_an_expected_error_is_output(outputs):
    """The cell that is meant to fail succeeds."""
    (output,) = outputs["expected"]
    assert 'ERROR:  column "nam" does not exist' == output.data["text/plain"].split("\n")[0]


def test_an_expected_error_that_does_not_come(outputs):
    """The cell that does not fail has status error."""
    assert "NotExpected" == outputs["not expected"][-1].ename


def test_the_session_lives_on(outputs):
    """Errors leave the session usable."""
    assert " 3" == outputs["alive"][0].data["text/plain"].split("\n")[2]


@pytest.mark.slow
def test_interrupt(dsn):
    """Interrupting the kernel stops the query in three lines, and the session is usable."""
    sources = [SETUP.format(dsn=dsn), "%sql SELECT pg_sleep(60)", "%sql SELECT 4 AS n"]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source) for source in sources])
    client = NotebookClient(notebook, timeout=120, kernel_name="python3")
    error, alive = asyncio.run(interrupted(client, notebook, dsn))
    assert ("SqlError", 2) == (error.ename, len(error.traceback))
    assert "ERROR:  canceling statement due to user request" == error.traceback[0]
    assert " 4" == alive.data["text/plain"].split("\n")[2]


def sleeping(dsn):
    """Say whether the query that sleeps has reached the server."""
    with psycopg.connect(dsn) as conn:
        query = (
            "SELECT count(*) FROM pg_stat_activity WHERE query = 'SELECT pg_sleep(60)' AND state = 'active'"
        )
        return conn.execute(query).fetchone() == (1,)


async def interrupted(client, notebook, dsn):
    """Run three cells, the second one interrupted; return the outputs of the second and the third."""
    async with client.async_setup_kernel():
        await client.async_execute_cell(notebook.cells[0], 0)
        running = asyncio.ensure_future(client.async_execute_cell(notebook.cells[1], 1))
        while not sleeping(dsn):  # noqa: ASYNC110 - the event is in the server
            await asyncio.sleep(0.1)
        await client.km.interrupt_kernel()
        with pytest.raises(CellExecutionError):
            await running
        await client.async_execute_cell(notebook.cells[2], 2)
    return notebook.cells[1].outputs[-1], notebook.cells[2].outputs[-1]


ASKED = {  # what is asked with a question mark: what the text must name
    "%sql": (":mina", "rows <<", "rows = %sql", "@ben", "--gset", "--needs", "--file", "--persist",
             "--append", "postgresql://", "lab@lessonlab", "--connections", "--close", "BEGIN"),
    "%%answer": ("06-01", "lab.exercise", "lab.hint", "lab.solution"),
    "%%explain": ("off", "60s", "buffers=off", "--compare", "without=", "hiding=", "adding=", "work_mem"),
    "%%expect_error": ("23514", "42703|42P01", "@ben"),
    "%%race": ("-- by an index", "rounds=", "times <<", ":mina"),
    "%%js": ("--with", "seconds <<", "clock.advance", "page.touch", "server.answer", "pool.query", "5 s"),
    "lab": ("rows", "compare", "exercise", "reset"),
    "lab.compare": ("without=", "hiding=", "adding=", "settings=", "instead=", "rounds", "seconds", "values"),
    "lessonlab.open": ("size", "scale", '"large"', '"06_constraints"'),
}  # fmt: skip


async def asked_in_chapter_06():
    """Return what a kernel on chapter 06 replies to each question, and how each example of it ended."""
    page = nbformat.read(content.folder("notebooks") / "06_constraints.ipynb", as_version=4)
    begin = [cell.source for cell in page.cells if cell.get("id") in {"setup", "names"}]
    client = NotebookClient(nbformat.v4.new_notebook(), timeout=120, kernel_name="python3")
    told, ended = {}, {}
    async with client.async_setup_kernel():
        kernel = client.kc
        for source in begin:
            await kernel.execute_interactive(source, output_hook=lambda _: None)
        for name in ("%%sql", *ASKED):
            content_of = (await kernel.inspect(name, reply=True))["content"]
            text = content_of["data"]["text/plain"] if content_of["found"] else ""
            told[name] = re.sub(r"\x1b\[[\d;]*m", "", text)
        for name, text in told.items():
            for source in examples(text):
                if "large" not in source:
                    reply = await kernel.execute_interactive(source, output_hook=lambda _: None)
                    ended.setdefault(name, []).append((source, reply["content"]["status"]))
        await kernel.execute_interactive("lab.close()")
    return told, ended


def examples(text):
    """Return the examples of a text: the paragraphs that are set in below `Examples:`."""
    below = re.search(r"^Examples:\n\n((?:    .*\n|\n)*)", text, re.MULTILINE)
    return (
        [re.sub(r"(?m)^    ", "", one).strip() for one in below[1].split("\n\n") if one.strip()]
        if below
        else []
    )


@pytest.fixture(scope="module")
def asked(server):
    """Return the texts and how their examples ended."""
    ensure_template(server, "small")
    return asyncio.run(asked_in_chapter_06())


@pytest.mark.parametrize("name", ASKED)
def test_a_question_mark_names_the_options(asked, name):
    """In the kernel's own reply: one sentence first, then two examples, and each option."""
    text = asked[0][name]
    first = text[re.search(r"Docstring:\s*", text).end() :].split("\n")[0]
    assert first.endswith("."), first
    assert [] == [option for option in ASKED[name] if option not in text]
    assert 2 == len(examples(text))


def test_a_question_mark_gives_examples_that_run(asked):
    """As they stand, in chapter 06's notebook; those of `%%sql` are those of `%sql`."""
    texts, ended = asked
    assert texts["%sql"] == texts["%%sql"]
    assert {*ASKED} <= {*ended}
    assert [] == [(name, one) for name, all_of in ended.items() for one in all_of if one[1] != "ok"]
