"""The normal form: what it changes, what it keeps."""

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from lessonlab.authoring.normal_form import METADATA, dump, load, normal, slug_ids

MARKS = [("⟨[^⟩]*⟩", "⟨⟩")]


def stream(text, name="stdout"):
    return new_output("stream", name=name, text=text)


def code(source, *outputs, **more):
    return new_code_cell(source, outputs=list(outputs), **more)


def test_metadata_only_the_kernel():
    """Whatever a front end wrote, the metadata names the kernel and the language."""
    nb = new_notebook(
        metadata={"language_info": {"name": "python", "version": "3.11"}, "widgets": {}, "toc": True}
    )
    assert METADATA == normal(nb).metadata


def test_cell_metadata_only_tags():
    """A cell keeps its tags and nothing else; no tags leave no key."""
    nb = new_notebook(
        cells=[
            code("1", metadata={"tags": ["raises-exception"], "execution": {}}),
            new_markdown_cell("a", metadata={"tags": [], "collapsed": True}),
        ]
    )
    assert [{"tags": ["raises-exception"]}, {}] == [cell.metadata for cell in normal(nb).cells]


def test_counts_from_one():
    """Code cells and their results are counted in order, whatever was run in whatever order."""
    result = new_output("execute_result", data={"text/plain": "1"}, execution_count=9)
    nb = new_notebook(cells=[code("1", result, execution_count=9), new_markdown_cell("a"), code("2")])
    first, _, last = normal(nb).cells
    assert (1, 1, 2) == (first.execution_count, first.outputs[0].execution_count, last.execution_count)


def test_blank_end_of_source():
    """Blank lines at a cell's end go, those inside stay."""
    assert "1\n\n2" == normal(new_notebook(cells=[code("1\n\n2\n \n\n")])).cells[0].source


def test_streams_merged():
    """Neighbouring pieces of one stream become one; another output between them keeps them apart."""
    shown = new_output("display_data", data={"text/plain": "x"})
    cell = code("1", stream("a\n"), stream("b\n"), stream("c", "stderr"), shown, stream("d"))
    outputs = normal(new_notebook(cells=[cell])).cells[0].outputs
    assert ["a\nb\n", "c", None, "d"] == [output.get("text") for output in outputs]


def test_alt_text_kept():
    """A picture's alt text is the only metadata of an output that stays."""
    picture = new_output(
        "display_data",
        data={"image/png": "eA=="},
        metadata={"image/png": {"alt": "a curve", "width": 3}, "needs": 1},
    )
    assert {"image/png": {"alt": "a curve"}} == normal(new_notebook(cells=[code("1", picture)])).cells[
        0
    ].outputs[0].metadata


def test_widget_is_left_out():
    """A widget needs the kernel that made it; what it says in HTML and in words is stored."""
    words = {"text/plain": "a tracker", "text/html": "<div>a tracker</div>"}
    shown = new_output(
        "display_data", data={**words, "application/vnd.jupyter.widget-view+json": {"model_id": "x"}}
    )
    assert words == normal(new_notebook(cells=[code("1", shown)])).cells[0].outputs[0].data


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (code("1", id="my-slug"), "my-slug"),
        (code("%%sql\n-- everything at once\nSELECT 1", id="3fa85b64"), "everything-at-once"),
        (code("lab.value('SELECT 1')", id="d9b2d63d-a233-4123-847a-7090f4b2b4b5"), "lab-value-select-1"),
        (new_markdown_cell("## What `CHECK` lets through", id="Upper"), "what-check-lets-through"),
        (new_markdown_cell("…", id="Upper"), "markdown"),
        (new_markdown_cell("![a curve](data:x)\n\n## Sizes", id="Upper"), "sizes"),
    ],
)
def test_id_chosen_or_made(cell, expected):
    """A chosen id stays; a generated one is replaced by the words that the cell is known by."""
    assert [expected] == slug_ids([cell])


def test_ids_unique():
    """A copied cell, and one with the same words, get a number; a later cell's own id is not taken."""
    cells = [code("x = 1", id="Z"), code("x = 1", id="Z"), code("y", id="x-1"), code("y", id="x-1")]
    assert ["x-1-2", "x-1-3", "x-1", "y"] == slug_ids(cells)


def run(text, source="lab.race()", id_="race"):
    return new_notebook(cells=[code(source, stream(text), id=id_)])


def test_unchanged_output_kept():
    """An output that differs only inside a mark is the one that was stored."""
    assert "in ⟨0.3 s⟩" == normal(run("in ⟨0.4 s⟩"), run("in ⟨0.3 s⟩"), MARKS).cells[0].outputs[0].text


@pytest.mark.parametrize(
    "old",
    [run("after ⟨0.3 s⟩"), run("in ⟨0.3 s⟩", source="lab.race(2)"), run("in ⟨0.3 s⟩", id_="other")],
    ids=["text", "source", "cell"],
)
def test_changed_output_replaced(old):
    """Another text, another source or another cell gives the new output."""
    assert "in ⟨0.4 s⟩" == normal(run("in ⟨0.4 s⟩"), old, MARKS).cells[0].outputs[0].text


def test_changed_picture_of_same_source_kept_only_if_blanked():
    """Pictures are compared by their HTML without the picture: the alt text tells."""
    rule = [("data:image/png;base64,[A-Za-z0-9+/=]+", "")]

    def shown(payload, alt):
        html = f'<img src="data:image/png;base64,{payload}" alt="{alt}">'
        return new_notebook(cells=[code("p", new_output("display_data", data={"text/html": html}), id="p")])

    def payload(nb):
        return "AAAA" in nb.cells[0].outputs[0].data["text/html"]

    assert (True, False) == (
        payload(normal(shown("BBBB", "one"), shown("AAAA", "one"), rule)),
        payload(normal(shown("BBBB", "two"), shown("AAAA", "one"), rule)),
    )


def test_extra_output_added():
    """A new output after those that stayed is added, one that vanished is gone."""
    two = new_notebook(cells=[code("1", stream("a"), stream("b", "stderr"), id="x")])
    one = new_notebook(cells=[code("1", stream("a"), id="x")])
    assert [2, 1] == [len(normal(new, old).cells[0].outputs) for new, old in ((two, one), (one, two))]


def test_idempotent_and_pure():
    """The normal form of a normal form is itself, and the argument is left alone."""
    nb = run("in ⟨0.4 s⟩\n")
    before = dump(nb)
    once = normal(nb)
    assert (before, dump(once)) == (dump(nb), dump(normal(load(dump(once)))))
