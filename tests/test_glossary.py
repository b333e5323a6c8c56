"""No word before its box: what is found, what is told, and the page that is made of the boxes."""

import re
from pathlib import Path

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from lessonlab import content
from lessonlab.authoring import glossary, glossary_page
from lessonlab.authoring.normal_form import dump, load
from lessonlab.errors import ContentError

FOLDER = content.folder("notebooks")
TERM = glossary.Term("RETURNING", (re.compile(r"\bRETURNING\b"),))
SCAN = glossary.Term("bitmap scan", (re.compile("Bitmap Heap Scan"),), outputs=True)
BOX = "> **RETURNING** gives back the rows that a statement wrote."


def page(*cells):
    """Return a page of a title and *cells*: text that begins with `%%` is code, a pair its output."""
    made = [new_markdown_cell("# Write\n\n**learn** RETURNING", id="title")]
    for i, cell in enumerate(cells):
        source, printed = cell if isinstance(cell, tuple) else (cell, "")
        if source.startswith("%%"):
            outputs = [new_output("stream", name="stdout", text=printed)] if printed else []
            made.append(new_code_cell(source, id=f"cell-{i}", outputs=outputs))
        else:
            made.append(new_markdown_cell(source, id=f"cell-{i}"))
    return new_notebook(cells=made)


SQL = "%%sql\nDELETE FROM users RETURNING name"


@pytest.mark.parametrize(
    ("pages", "told"),
    [
        ({"01_x": page(SQL)}, ["01_x"]),
        ({"01_x": page(BOX, SQL)}, []),
        ({"01_x": page(f"First RETURNING.\n\n{BOX}", SQL)}, []),
        ({"01_x": page(BOX.replace("RETURNING", "Returning"), SQL)}, []),
        ({"01_x": page(BOX.replace("** gives", "**: gives"), SQL)}, []),
        ({"01_x": page(SQL, BOX)}, ["01_x"]),
        ({"01_x": page(BOX), "02_x": page(SQL)}, []),
        ({"01_x": page(SQL), "02_x": page(BOX, SQL)}, ["01_x"]),
        ({"01_x": page(SQL, SQL), "02_x": page(SQL)}, ["01_x", "02_x"]),
        ({"01_x": page("What RETURNING is.")}, ["01_x"]),
        ({"01_x": page("What returning is.")}, []),
        ({"01_x": page("- Remember.\n\n**Next.** `02_x`, and RETURNING.")}, []),
        ({"01_x": page("%%answer 13-01\nSELECT 1")}, []),
        ({"01_x": page(("%%sql\nSELECT 1", "RETURNING"))}, []),
        ({"01_x": page(("%%sql\nSELECT 1", "Bitmap Heap Scan"))}, ["01_x"]),
        ({"00b_glossary": page(SQL)}, []),
    ],
)
def test_a_word_comes_after_its_box(pages, told):
    """A page that uses a term first has its box before it, in the same cell, or on an earlier page."""
    assert told == [name for name, _ in glossary.check_words(pages, [TERM, SCAN])]


def test_what_is_told_says_what_to_write():
    """The message names the cell, the term, and the line to write."""
    [(_, fault)] = glossary.check_words({"01_x": page(SQL)}, [TERM])
    assert fault.startswith("cell 'cell-0' of 01_x uses RETURNING")
    assert "'> **RETURNING** …'" in fault


def test_an_answer_needs_its_words_too():
    """A term that the solution of an exercise uses is explained before the cell that asks for it."""
    conflict = glossary.load_terms()["ON CONFLICT"]
    asked = {"03_x": page("%%answer 03-01\n-- INSERT INTO …")}
    assert ["03_x"] == [name for name, _ in glossary.check_words(asked, [conflict])]


def test_a_page_may_use_a_word_for_a_reason():
    """A page named in `before` may use the term unexplained, another not."""
    term = glossary.Term("RETURNING", TERM.used, before={"01_x": "why"})
    told = glossary.check_words({"01_x": page(SQL), "02_x": page(SQL)}, [term])
    assert ["02_x"] == [name for name, _ in told]


def test_boxes_are_of_known_terms_once_a_page():
    """A box of no term is told, and a second one on its page; a later page may repeat it."""
    pages = {"01_x": page(BOX, BOX), "02_x": page(BOX), "03_x": page("> **RETURNED** is no term.")}
    told = [fault for _, fault in glossary.check_boxes(pages, [TERM])]
    assert told == [
        "01_x explains RETURNING twice: keep the first box",
        "cell 'cell-0' of 03_x explains 'RETURNED': put it into glossary.toml",
    ]


def test_a_box_is_one_line_of_markdown():
    """Quotes that explain nothing are no boxes, and back quotes belong to no term."""
    text = "## Count\n\n> a quotation\n\n> **`lab.rows`** gives the rows.\n\n> **bold**"
    [box] = glossary.boxes("01_x", page(text))
    assert box == glossary.Explained("lab.rows", " gives the rows.", "01_x", "cell-0")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[x", "is not TOML"),
        ("[x]\noutputs = true", "without used"),
        ("x = 1", "without used"),
        ("[x]\nused = ['(']", "a pattern for 'x' that is none"),
        ("[x]\nused = ['a']\nbefore = 'no'", "before = 'no' for 'x'"),
        ("[x]\nused = ['a']\nafter = {}", "after = {} for 'x'"),
    ],
)
def test_a_faulty_term_is_told(text, said):
    """What is wrong with a term is said in one line."""
    with pytest.raises(ContentError, match=re.escape(said)):
        glossary.parse_terms(text)


def test_terms_stand_in_alphabetical_order():
    """Who looks for a term in the file finds it."""
    names = [name.casefold() for name in glossary.load_terms()]
    assert names == sorted(names)


# ---- the page


def test_the_glossary_is_up_to_date():
    """The page of words is what the boxes of all pages make it."""
    nb = load((FOLDER / "00b_glossary.ipynb").read_text(encoding="utf-8"))
    made = glossary_page.with_words(nb, glossary_page.first_boxes(FOLDER).values())
    assert dump(made) == dump(nb), "lessonlab normalise 00b"


def test_the_glossary_sorts_words_and_what_is_typed(tmp_path: Path):
    """Words and what is typed stand apart, each in alphabetical order, with a link to page and cell."""
    terms = ["RETURNING", "`lab.rows`", "bitmap scan", "`%%explain`", "`Varying`"]
    texts = [f"> **{term}** is explained." for term in terms]
    (tmp_path / "01_x.ipynb").write_text(dump(page(*texts)), encoding="utf-8")
    (tmp_path / "02_y.ipynb").write_text(dump(page(texts[0])), encoding="utf-8")
    cells = [new_markdown_cell("-", id="words"), new_markdown_cell("-", id="typed")]
    (tmp_path / "00b_glossary.ipynb").write_text(dump(new_notebook(cells=cells)), encoding="utf-8")

    assert glossary_page.write_glossary(tmp_path)
    assert not glossary_page.write_glossary(tmp_path)
    words, typed = load((tmp_path / "00b_glossary.ipynb").read_text(encoding="utf-8")).cells

    def line(term, place):
        return f"- **{term}** is explained. **[01](01_x.ipynb#cell-id=cell-{place})**"

    assert words.source.splitlines()[2:] == [line("bitmap scan", 2), line("RETURNING", 0)]
    assert typed.source.splitlines()[2:] == [
        line("`%%explain`", 3),
        line("`lab.rows`", 1),
        line("`Varying`", 4),
    ]


def test_no_glossary_is_no_fault(tmp_path: Path):
    """A folder without the page of words is left alone."""
    assert not glossary_page.write_glossary(tmp_path)
