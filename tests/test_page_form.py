"""
A page of the course is read in SQL: its share, its Python cells, where its exercises stand, its words.

`NOT_YET` names the pages that are not turned yet, and what each still breaks.  It only shrinks: what is
mended must be taken off.
"""

import re
from functools import cache

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from lessonlab import content
from lessonlab.authoring import exercise_places, glossary, minutes, python_cells, sql_share
from lessonlab.authoring.normal_form import load
from lessonlab.course.chapters import chapters
from lessonlab.grading import library
from lessonlab.lab import Lab
from lessonlab.magics.lab_magics import LabMagics
from lessonlab.public_names import PLACES


def lab_terms():
    """Return what a reader types as terms: the lab's members, the magics, what a page may import."""
    own = {"notebook", "size", "scale", "session", "desk"}  # attributes, which the class does not show
    members = own | {name for name in dir(Lab) if not name.startswith("_")}
    cells, lines = (set(LabMagics.magics[kind]) for kind in ("cell", "line"))
    names = set(PLACES) - {"Lab", "LessonLabError", "errors", "open", "progress"}
    typed = {f"lab.{name}": rf"\blab\.{name}\b" for name in members}
    typed |= {f"%%{name}": rf"%%{name}\b" for name in cells}
    typed |= {f"%{name}": rf"(?<!%)%{name}\b" for name in lines - cells}
    typed |= {name: rf"\b{name}\b(?=[(.\[,]|\n|$)" for name in names}
    return [glossary.Term(name, (re.compile(pattern),)) for name, pattern in typed.items()]


FOLDER = content.folder("notebooks")
PAGES = {
    chapter.name: load((FOLDER / chapter.filename).read_text(encoding="utf-8"))
    for chapter in chapters(FOLDER)
}
TERMS = [*glossary.load_terms().values(), *lab_terms()]


@cache
def words():
    """Return what each page breaks of the glossary's rules: seconds, for the worker that asks."""
    return [*glossary.check_words(PAGES, TERMS), *glossary.check_boxes(PAGES, TERMS)]


RULES = {
    "share": lambda name, nb: sql_share.check_share(name, nb, LEAST.get(name, (sql_share.LEAST,))[0]),
    "length": python_cells.check_python_length,
    "made": python_cells.check_made_sql,
    "hidden": python_cells.check_hidden_sql,
    "asked": exercise_places.check_asked,
    "topic": exercise_places.check_under_topic,
    "words": lambda name, _: (fault for page, fault in words() if page == name),
}
LEAST = {}  # a page that may fall to 50 %: {"14d_dashboard": (sql_share.LEAST_WITH_REASON, "why")}
ALLOWED = {}  # a Python cell in which SQL is the subject: {("16_testing_schemas", "cell-id"): "why"}

# One page a line.  Take off what your page no longer breaks; the test says when.
NOT_YET: dict[str, set[str]] = {}
NO_PAGE_YET: set[str] = set()
ALL_YET = False


def faults(rule, name):
    """Return what breaks a rule on a page, without the cells for which there is a reason."""
    allowed = [cell for page, cell in ALLOWED if page == name]
    found = list(RULES[rule](name, PAGES[name]))
    return [fault for fault in found if not any(f"cell {cell!r} " in fault for cell in allowed)]


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("name", PAGES)
def test_page(name, rule):
    """A page breaks no rule of the form but those for which it is in the list, and breaks those."""
    found = faults(rule, name)
    if rule in NOT_YET.get(name, ()):
        assert found, f"{name} no longer breaks {rule!r}: take it off NOT_YET"
    else:
        assert [] == found


def test_the_list_names_pages_that_are():
    """No page and no rule in the list is unknown."""
    assert set(NOT_YET) - set(PAGES) == set()
    assert set().union(*NOT_YET.values()) - set(RULES) == set()
    assert [name for name, broken in NOT_YET.items() if not broken] == []


def test_each_lower_share_has_a_reason():
    """A page falls to half at the lowest, for a reason, and only while it needs to."""
    for name, (least, why) in LEAST.items():
        assert least == sql_share.LEAST_WITH_REASON
        assert why
        assert list(sql_share.check_share(name, PAGES[name])), f"{name} has its 60 %: take it off LEAST"


def test_each_allowed_cell_needs_it():
    """A cell stays allowed for a reason, and while it would break a rule."""
    for (name, cell), why in ALLOWED.items():
        found = [fault for check in RULES.values() for fault in check(name, PAGES[name])]
        assert why
        assert any(f"cell {cell!r} " in fault for fault in found), f"take {(name, cell)} off ALLOWED"


def test_share_of_all():
    """Half of the code cells of all pages are SQL, once the pages are turned."""
    found = list(sql_share.check_share_of_all(PAGES.values()))
    assert found if ALL_YET else [] == found, "set ALL_YET = False"


def test_each_exercise_stands_in_one_page():
    """Each exercise stands in exactly one page of its chapter."""
    found = [
        fault
        for fault in exercise_places.check_places(PAGES, library.keys())
        if not any(f"exercise {key} " in fault for key in NO_PAGE_YET)
    ]
    broken = {fault.split()[1] for fault in exercise_places.check_places(PAGES, library.keys())}
    assert [] == found
    assert set() == NO_PAGE_YET - broken, "take it off NO_PAGE_YET"


# ---- each rule, red


def page(*sources, markdown=()):
    """Return a page of code cells, after some Markdown."""
    cells = [new_markdown_cell(text, id=f"text-{i}") for i, text in enumerate(markdown)]
    cells += [new_code_cell(source, id=f"cell-{i}") for i, source in enumerate(sources)]
    return new_notebook(cells=cells)


SQL, PYTHON = "%%sql\nSELECT 1", "x = 1"


@pytest.mark.parametrize(
    ("name", "sources", "broken"),
    [
        ("06_x", [SQL] * 3 + [PYTHON] * 2, False),
        ("06_x", [SQL] * 2 + [PYTHON] * 2, True),
        ("06_x", [SQL] * 3 + [PYTHON] * 2 + ["%claims G001", "%%js\n1"], False),
        (
            "06_x",
            ["%%explain\nSELECT 1", "%%race\nSELECT 1", "%%answer 06-01\nSELECT 1", *[PYTHON] * 2],
            False,
        ),
        ("06_x", ["# count\n%sql SELECT 1", PYTHON], True),
        ("06_x", ["%sql SELECT 1\nprint(1)"], True),
        ("16_x", [PYTHON], False),
    ],
)
def test_share_counts(name, sources, broken):
    """SQL cells are counted among SQL and Python, JavaScript and verdicts are left out."""
    assert broken is bool(list(sql_share.check_share(name, page(*sources))))


def test_share_of_all_counts_cells_of_all():
    """The sum is over cells, not over pages."""
    few, many = page(SQL), page(SQL, *[PYTHON] * 3)
    assert [] == list(sql_share.check_share_of_all([few, few, many]))
    [fault] = sql_share.check_share_of_all([few, many])
    assert "2 of 5" in fault


def test_python_has_ten_lines():
    """Eleven lines are too many, and SQL may have them."""
    ten = "\n".join(["x = 1"] * 10)
    assert [] == list(python_cells.check_python_length("06_x", page(ten, "%%sql\n" + ten)))
    [fault] = python_cells.check_python_length("06_x", page(ten + "\ny = 2"))
    assert "11 lines of Python" in fault


@pytest.mark.parametrize(
    ("source", "how"),
    [
        ('lab.run(f"DROP INDEX {name}")', ["an f-string"]),
        ('lab.explain(f"select 1 from {name}")', ["an f-string"]),
        ('query = f"SELECT {what} FROM users"', ["an f-string"]),
        ('query = f"{head} WHERE id = 1"', ["an f-string"]),
        ('lab.compare("SELECT 1", adding=f"create index on {t}")', ["an f-string"]),
        ('lab.run("DELETE FROM {}".format(t))', [".format()"]),
        ('lab.rows(QUERY.replace("score", "attempts"))', [".replace()"]),
        ('lab.rows(" UNION ALL ".join(parts))', [".join()"]),
        ('lab.rows("\\n".join(parts))', [".join()"]),
        ('lab.run("DROP TABLE %s" % name)', ["%"]),
        ('text = "SELECT * FROM users WHERE id = " + key', ["+"]),
        ('lab.run(BEGUN + " score > 1")', ["+"]),
        ('print(f"{n} rows are there, where {k} were")', []),
        ('", ".join(names)', []),
        ('lab.rows("SELECT 1 WHERE :a = 1", a=", ".join(names))', []),
        ('lab.rows("SELECT 100 % 7")', []),
        ("total = 3 % 2 + 1", []),
        ("this is (no Python", []),
    ],
)
def test_made_sql(source, how):
    """SQL that Python puts together is seen, text for people is not."""
    assert how == python_cells.made_sql(source)
    assert bool(how) is bool(list(python_cells.check_made_sql("06_x", page(source))))


@pytest.mark.parametrize(
    ("source", "hidden"),
    [
        ('lab.run("""CREATE TABLE t (\\n  id int\\n)""")', True),
        ('text = "SELECT user_id, lesson_id, score FROM lesson_progress WHERE score > 90"', True),
        ('lab.run("""-- why\\nUPDATE users\\nSET name = 1""")', True),
        ('lab.value("SELECT count(*) FROM lesson_progress")', False),
        ('"With this long sentence nothing at all is hidden from anybody who reads"', False),
        ("%sql SELECT user_id, lesson_id, score FROM lesson_progress WHERE score > 90", False),
    ],
)
def test_hidden_sql(source, hidden):
    """A statement longer than a short line does not stand in a Python string."""
    assert hidden is bool(list(python_cells.check_hidden_sql("06_x", page(source))))


@pytest.mark.parametrize(
    ("sources", "asked", "under"),
    [
        (
            [
                SQL,
                'lab.exercise("06-01")',
                "%%answer 06-01\nx",
                SQL,
                'lab.exercise("06-02")',
                "%%answer 06-02\nx",
            ],
            0,
            0,
        ),
        (
            [SQL, 'lab.exercise("06-01")', "%%answer 06-01\nx", 'lab.exercise("06-02")', "%%answer 06-02\nx"],
            0,
            1,
        ),
        ([SQL, "%%answer 06-01\nx", SQL], 1, 0),
        ([SQL, 'lab.exercise("07-01")', "%%answer 07-01\nx", SQL], 1, 0),
        ([SQL, 'lab.exercise("06-01")', "%%answer 06-02\nx"], 1, 0),
    ],
)
def test_exercises_stand_under_their_topic(sources, asked, under):
    """Each answer's cell follows its question, in its chapter; two or more are not all at the end."""
    assert asked == len(list(exercise_places.check_asked("06_x", page(*sources))))
    assert under == len(list(exercise_places.check_under_topic("06_x", page(*sources))))


def test_places():
    """An exercise in no page, or in two, is told."""
    pages = {"06_x": page("%%answer 06-01\nx", "%%answer 06-02\nx"), "06b_x": page("%%answer 06-02\nx")}
    faults = list(exercise_places.check_places(pages, ["06-01", "06-02", "06-03"]))
    assert [fault.split(",")[0] for fault in faults] == [
        "exercise 06-02 stands in 06_x and 06b_x",
        "exercise 06-03 stands in no page",
    ]


# ---- minutes


@pytest.mark.parametrize(
    ("sources", "markdown", "said"),
    [
        ([], ["word " * 130 * 12], "10 minutes"),
        ([], ["word " * 130 * 13], "15 minutes"),
        ([SQL] * 40, [], "15 minutes"),
        (["%%sql\nSELECT 1" + ",\n       2" * 10] * 20, [], "20 minutes"),
        (["%%explain\nSELECT 1"] * 40, [], "45 minutes"),
        (["%claims G001–G030, G041"], [], "10 minutes"),
        (['lab.claim("G001", a=1)'], ["**Predict.** a"] * 30, "15 minutes"),
        ([SQL, 'lab.exercise("06-01")', "%%answer 06-01\nx"], [], "5 minutes, and 5 for its exercises"),
    ],
)
def test_minutes(sources, markdown, said):
    """Words, cells, their lines, what is looked at, verdicts and predictions take time; exercises too."""
    assert said == minutes.stated("06_x", page(*sources, markdown=markdown))


def test_exercises_cells_do_not_lengthen_the_page():
    """What belongs to an exercise counts in its own minutes alone."""
    nb = page(SQL, markdown=["word " * 1000])
    nb.cells[0].id = "exercises"
    assert 5 == minutes.page_minutes("06_x", nb)


def test_minutes_are_written_into_the_first_cell():
    """Only the figures at the head change, and whoever said them twice keeps the second."""
    head = "# Choose\n\n**need** notebook 02 · 90 minutes, better in two sittings. Then 20 minutes."
    nb = minutes.with_minutes("06_x", page(markdown=[head, "30 minutes"]))
    assert [cell.source for cell in nb.cells] == [head.replace("90", "5"), "30 minutes"]
    again = page(markdown=["7 minutes, and 3 for its exercises"])
    assert "5 minutes" == minutes.with_minutes("06_x", again).cells[0].source
