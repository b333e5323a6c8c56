"""Each rule of a notebook refuses what breaks it, and only then."""

import inspect

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from lessonlab.authoring import page_rules
from lessonlab.authoring.displays import LAB_SHOWS, shows
from lessonlab.authoring.normal_form import normal
from lessonlab.lab import Lab

NAME = "03_storage_models"
SETUP = f'import lessonlab\nlab = lessonlab.open("{NAME}")'


def good():
    """Return a notebook that breaks no rule."""
    cells = [new_markdown_cell("# Choose\n\n5 minutes", id="title"), new_code_cell(SETUP, id="setup")]
    for number in range(9):
        text = new_output("execute_result", data={"text/plain": str(number)}, execution_count=number + 2)
        cells += [
            new_markdown_cell(f"## Step {number}\n\n```sh\n# no title\n```", id=f"step-{number}"),
            new_code_cell(f"{number} + 0", id=f"run-{number}", outputs=[text]),
        ]
    cells[-1] = new_markdown_cell("**Next.** [`04_table_design`](04_table_design.ipynb)", id="next")
    return normal(new_notebook(cells=cells))


def error():
    return new_output("error", ename="E", evalue="e", traceback=["E: e"])


def html(text):
    return new_output("display_data", data={"text/html": text, "text/plain": "x"})


def set_(path, value):
    """Return a change that sets an attribute of a cell: `3.source`."""

    def change(nb):
        index, name = path.split(".")
        setattr(nb.cells[int(index)], name, value)

    return change


BROKEN = {
    "a page is named, not linked": ("check_next", set_("-1.source", "**Next.** `04_table_design`: tables.")),
    "a link back": ("check_next", set_("-1.source", "**Next.** [`01_a`](01_a.ipynb)")),
    "a link to no page": ("check_next", set_("-1.source", "**Next.** [more](https://example.org/x.ipynb)")),
    "inner import": ("check_imports", set_("3.source", "from lessonlab.show.tables import Table")),
    "inner path": ("check_imports", set_("3.source", "lessonlab.varying.Varying(1)")),
    "no public name": ("check_imports", set_("3.source", "from lessonlab import Table, content")),
    "notebook metadata": ("check_metadata", lambda nb: nb.metadata.update(toc=1)),
    "cell metadata": ("check_metadata", lambda nb: nb.cells[3].metadata.update(collapsed=True)),
    "empty tags": ("check_metadata", lambda nb: nb.cells[3].metadata.update(tags=[])),
    "hidden by tag": ("check_tags", lambda nb: nb.cells[3].metadata.update(tags=["nbval-ignore-output"])),
    "hidden by comment": ("check_tags", set_("3.source", "# NBVAL_SKIP\n1 + 1")),
    "generated id": ("check_ids", set_("3.id", "3fa85b64")),
    "same id twice": ("check_ids", set_("3.id", "setup")),
    "no count": ("check_counts", set_("3.execution_count", None)),
    "wrong count": ("check_counts", set_("3.execution_count", 7)),
    "wrong result count": ("check_counts", lambda nb: nb.cells[3].outputs[0].update(execution_count=7)),
    "empty cell": ("check_sources", set_("2.source", " ")),
    "blank end": ("check_sources", set_("2.source", "## Step\n\n")),
    "too few cells": ("check_length", lambda nb: nb.cells.pop()),
    "too many cells": ("check_length", lambda nb: nb.cells.extend(nb.cells * 3)),
    "long code": ("check_length", set_("3.source", "\n".join(["x = 1"] * 16))),
    "long statement": ("check_length", set_("3.source", "\n".join(["%%sql", *["SELECT 1"] * 20]))),
    "wide code": ("check_width", set_("3.source", f"x = {'1' * 93}")),
    "no title": ("check_title", set_("0.source", "## Choose")),
    "two titles": ("check_title", set_("2.source", "# Again")),
    "title in second place": ("check_title", lambda nb: nb.cells.insert(0, nb.cells.pop(2))),
    "no set-up": ("check_setup", set_("1.source", "import lessonlab")),
    "two set-ups": ("check_setup", set_("3.source", SETUP)),
    "another chapter's set-up": ("check_setup", set_("1.source", 'lab = lessonlab.open("04_table_design")')),
    "code before set-up": ("check_setup", lambda nb: nb.cells.insert(1, nb.cells[3])),
    "stream in pieces": (
        "check_streams",
        set_(
            "3.outputs",
            [new_output("stream", name="stdout", text="a"), new_output("stream", name="stdout", text="b")],
        ),
    ),
    "nothing stored": ("check_shown", set_("3.outputs", [])),
    "stray error": ("check_errors", set_("3.outputs", [error()])),
    "missing error": ("check_errors", lambda nb: nb.cells[3].metadata.update(tags=["raises-exception"])),
    "bare markdown image": ("check_alt", set_("2.source", "![](a.png)")),
    "bare img in markdown": ("check_alt", set_("2.source", '<img src="a.png" alt="">')),
    "bare img in output": ("check_alt", set_("3.outputs", [html('<img src="data:image/png;base64,AA==">')])),
    "bare png": ("check_alt", set_("3.outputs", [new_output("display_data", data={"image/png": "AA=="})])),
    "author's folder": ("check_machine", set_("3.outputs", [html("<p>/home/ada/x</p>")])),
    "address": ("check_machine", set_("3.outputs", [html("<f at 0x7f00aa>")])),
    "other minutes": ("check_minutes", set_("0.source", "# Choose\n\n20 minutes")),
    "no minutes": ("check_minutes", set_("0.source", "# Choose")),
    "output metadata": ("check_form", lambda nb: nb.cells[3].outputs[0].metadata.update(x=1)),
}


def test_good_notebook():
    """A notebook in order breaks no rule."""
    assert [] == page_rules.broken(NAME, good())


@pytest.mark.parametrize(("rule", "change"), BROKEN.values(), ids=BROKEN)
def test_rule_refuses(rule, change):
    """The rule that a change breaks says so."""
    nb = good()
    change(nb)
    assert list(getattr(page_rules, rule)(NAME, nb))


def test_every_rule_has_a_breaker():
    """No rule is there that nothing above breaks."""
    assert {rule.__name__ for rule in page_rules.RULES} == {rule for rule, _ in BROKEN.values()}


def test_width_counts_characters_of_code():
    """A line of code may have 96 characters, whatever their bytes, and prose any number."""
    nb = good()
    nb.cells[2].source = "long " * 40
    nb.cells[3].source = "'" + "é" * 94 + "'"
    assert [] == list(page_rules.check_width(NAME, nb))


def test_a_statement_may_be_longer_than_python():
    """A statement that makes a table of thirteen columns stands whole."""
    nb = good()
    nb.cells[3].source = "\n".join(["%%sql", *["SELECT 1;"] * 19])
    assert [] == list(page_rules.check_length(NAME, nb))


def test_short_chapter_may_be_short():
    """The chapter that only opens the door may have fewer cells."""
    nb = good()
    del nb.cells[4:]
    assert [] == list(page_rules.check_length("00_start_here", nb))


def test_described_pictures_pass():
    """Alt text in a picture's metadata, in HTML or in Markdown is enough."""
    nb = good()
    nb.cells[2].source = "![a curve](a.png)"
    described = {"image/png": {"alt": "a curve"}}
    nb.cells[3].outputs = [
        html('<img alt="a curve" src="x">'),
        new_output("display_data", data={"image/png": "AA=="}, metadata=described),
    ]
    assert [] == list(page_rules.check_alt(NAME, nb))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("lab.table('SELECT 1')", True),
        ("lab.claim('G001', rows=1)", True),
        ("lab.run('DROP TABLE t')", False),
        ("x = lab.table('SELECT 1')", False),
        ("for i in x:\n    pass\nprint(x)", True),
        ("%%sql\n-- a comment; with a semicolon\nSELECT 1;", True),
        ("%%sql\nSELECT 1;\nDROP TABLE t", False),
        ("%%sql\nBEGIN;\nWITH a AS (SELECT 1) SELECT * FROM a", True),
        ("%%explain\nDELETE FROM t", True),
        ("%%expect_error 23514\nINSERT INTO t VALUES (1)", False),
        ("%%sql x <<\nSELECT 1", False),
        ("%matplotlib inline\n1 + 1", False),
        ("", False),
    ],
)
def test_shows(source, expected):
    """Only a source that surely displays something is said to."""
    assert expected is shows(source)


def test_every_member_of_the_lab_that_gives_something_is_known_to():
    """A cell that ends in one shows it, so that its output must be stored."""
    members = inspect.getmembers(Lab, inspect.isfunction)
    gives = {name: inspect.signature(member).return_annotation for name, member in members}
    surely = {name for name, kind in gives.items() if name[0] != "_" and kind != "Any" and "None" not in kind}

    assert surely == LAB_SHOWS
