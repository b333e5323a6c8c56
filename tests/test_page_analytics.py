"""Each analytics query stands whole on a page: run, planned and drawn there; file and cell are one."""

import re

import pytest

from lessonlab import content
from lessonlab.authoring.normal_form import load
from lessonlab.postgres.scan import SILENT, split, tokens
from lessonlab.queries import queries

PAGES = {
    path.stem: [
        cell.source for cell in load(path.read_text(encoding="utf-8")).cells if cell.cell_type == "code"
    ]
    for path in sorted(content.folder("notebooks").glob("14*.ipynb"))
}
RUN = re.compile(r"%%sql(?: +\w+ +<<| +--gset)?\n")


def same(text):
    """Return a statement as what it says: no comments, no blanks, capitals only where they count."""
    said = (token for token in tokens(text) if token.kind not in SILENT)
    return [token.text.lower() if token.kind == "word" else token.text for token in said]


def shown(query):
    """Return where the statement of *query* stands: the page, its code cells, the number of the cell."""
    written = same((content.folder("sql") / "analytics" / f"{query.name}.sql").read_text(encoding="utf-8"))
    return [
        (name, cells, i)
        for name, cells in PAGES.items()
        for i, source in enumerate(cells)
        if RUN.match(source) and written == same(split(RUN.sub("", source, count=1))[-1].text)
    ]


def faults(query):
    """Yield what is missing of *query* on the pages."""
    found = shown(query)
    if len(found) != 1:
        yield f"it stands in {len(found)} SQL cells, expected one"
    for name, cells, i in found:
        after = cells[i + 1 :]
        later = next((n for n, source in enumerate(after) if RUN.match(source)), len(after))
        if not any(source.startswith("%%explain") for source in after[:later]):
            yield f"no %%explain follows it in {name}"
        if not any(source.startswith(f'lab.chart("{query.name}"') for source in cells):
            yield f'no lab.chart("{query.name}", …) draws it in {name}'


@pytest.mark.parametrize("query", queries(), ids=lambda query: query.name)
def test_query_stands_whole_on_a_page(query):
    """Its statement is run in an SQL cell and planned by the next ones, and a line draws it."""
    assert [] == list(faults(query))


@pytest.mark.parametrize("name", ["view", "table", "triggers"])
def test_summary_is_typed_on_a_page(name):
    """Each statement of `sql/summary`, functions and triggers too, stands in an SQL cell."""
    text = (content.folder("sql") / "summary" / f"{name}.sql").read_text(encoding="utf-8")
    typed = [
        plain(statement.text)
        for cells in PAGES.values()
        for source in cells
        if source.startswith("%%sql\n")
        for statement in split(source.removeprefix("%%sql\n"))
    ]
    wanted = [plain(re.sub(r"(?m)^-- .*\n", "", statement.text)) for statement in split(text)]
    assert wanted
    assert [] == [statement for statement in wanted if statement not in typed]


def plain(text):
    """Return a statement on one line, the body of a function too."""
    return " ".join(text.split())


def test_statements_differ_by_what_they_say():
    """Blanks and comments do not count, a sign or a quoted name does."""
    assert same("SELECT a -- b\nFROM (  t )") == same("select a from (t)")
    assert same("SELECT a > 1") != same("SELECT a >= 1")
    assert same('SELECT "A"') != same('SELECT "a"')
