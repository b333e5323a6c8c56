"""
The course's notebooks are in the normal form, and nbval can see all of them.

nbval compares stored outputs; what it cannot see (a cell without a count, an output that was never stored, an
error that no longer comes, a picture nobody can read) is refused here.
"""

import pytest

from lessonlab import content
from lessonlab.authoring.normal_form import dump, load
from lessonlab.authoring.page_rules import RULES
from lessonlab.course.chapters import chapters

FOLDER = content.folder("notebooks")
NAMES = [chapter.name for chapter in chapters(FOLDER)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__.removeprefix("check_"))
@pytest.mark.parametrize("name", NAMES)
def test_normal_form(name, rule):
    """The notebook breaks no rule; each message says what to do."""
    nb = load((FOLDER / f"{name}.ipynb").read_text(encoding="utf-8"))
    assert [] == list(rule(name, nb))


@pytest.mark.parametrize("name", NAMES)
def test_stored_as_written(name):
    """The file is byte for byte what `lessonlab normalise` writes."""
    text = (FOLDER / f"{name}.ipynb").read_bytes().decode("utf-8")
    assert text == dump(load(text)), f"lessonlab normalise {name}"


def test_nothing_else_in_the_folder():
    """The folder holds the chapters' notebooks and nothing that a reader would get by mistake."""
    hidden = {".ipynb_checkpoints", ".gitkeep", ".hypothesis"}  # chapter 16, when run, leaves the last
    assert {f"{name}.ipynb" for name in NAMES} == {path.name for path in FOLDER.iterdir()} - hidden


def test_a_cell_is_prepared_for(request):
    """Classes are built before a page's cells, and a page is skipped where its program is not installed."""
    asked = request.session.gethookproxy(FOLDER / f"{NAMES[0]}.ipynb").pytest_runtest_setup

    assert "Pages" in [type(one.plugin).__name__ for one in asked.get_hookimpls()]
