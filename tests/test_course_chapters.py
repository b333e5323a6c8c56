"""Chapters: found by whatever a reader calls them, refused when misnamed."""

import json

import pytest

from lessonlab.course.chapters import (
    Chapter,
    chapters,
    find,
    needed_sizes,
    parse_heading,
    parse_sizes,
    read_heading,
)
from lessonlab.errors import ContentError, UnknownName


def make(folder, *names):
    for name in names:
        (folder / f"{name}.ipynb").write_text('{"cells": []}', encoding="utf-8")
    return folder


@pytest.fixture
def course(tmp_path):
    """Return a folder with three chapters."""
    return make(tmp_path, "03_storage_models", "05_column_design", "05b_column_values")


def test_chapters_in_order(course):
    """Chapters come by number, then letter."""
    assert ["03", "05", "05b"] == [chapter.key for chapter in chapters(course)]


@pytest.mark.parametrize(
    "name",
    [
        "3",
        "03",
        "storage_models",
        "storage-models",
        "03_storage_models",
        "03_storage_models.ipynb",
        "a/b/03_storage_models.ipynb",
        " 03 ",
    ],
)
def test_find_by_any_name(course, name):
    """Number, slug, both, and a path all name the chapter."""
    assert Chapter(3, "storage_models") == find(name, course)


@pytest.mark.parametrize("name", ["5b", "05b", "05B"])
def test_find_second_notebook(course, name):
    """A letter names the second notebook of a number."""
    assert Chapter(5, "column_values", "b") == find(name, course)


@pytest.mark.parametrize("name", ["99", "0", "storage", "../04", "5c", "'; DROP TABLE"])
def test_unknown_chapter(course, name):
    """An unknown name is our error with the command that lists the chapters."""
    with pytest.raises(UnknownName) as caught:
        find(name, course)
    assert "lessonlab list" == caught.value.cure


@pytest.mark.parametrize("name", ["", " "])
def test_no_chapter_named(course, name):
    """An empty name is our error that shows how to say which."""
    with pytest.raises(UnknownName) as caught:
        find(name, course)
    assert "say which: lessonlab.open(6), or: lessonlab list" == caught.value.cure


def test_unknown_chapter_near_miss(course):
    """A near miss is offered."""
    with pytest.raises(UnknownName, match="did you mean '03_storage_models'"):
        find("storage_model", course)


@pytest.mark.parametrize("name", ["Untitled", "3_storage", "03-storage", "03_Storage", "03_", "03__x"])
def test_misnamed_notebook(course, name):
    """A notebook that is no NN_slug is an error that states the rule."""
    make(course, name)
    with pytest.raises(ContentError, match=r"named NN_slug\.ipynb"):
        chapters(course)


@pytest.mark.parametrize("name", ["03_other", "04_storage_models"])
def test_duplicate_number_or_slug(course, name):
    """Two notebooks of one number, or of one slug, are an error."""
    make(course, name)
    with pytest.raises(ContentError, match="number and slug are its own"):
        chapters(course)


def test_heading_without_minutes():
    """A heading that states no minutes has none."""
    assert parse_heading("# Start here\n\nWelcome.").minutes is None


def test_heading_of_broken_notebook(tmp_path):
    """A file that is no notebook is called by its name."""
    path = tmp_path / "03_x.ipynb"
    path.write_text("{", encoding="utf-8")
    assert "03_x" == read_heading(path).title


def test_needed_sizes(tmp_path):
    """The classes that a notebook opens are read from its code alone."""
    path = tmp_path / "03_x.ipynb"
    code = {"cell_type": "code", "source": ["import lessonlab\n", 'lab = lessonlab.open("03_x")']}
    prose = {"cell_type": "markdown", "source": ['lessonlab.open("x", size="large")']}
    path.write_text(json.dumps({"cells": [code, prose]}), encoding="utf-8")
    assert {"small"} == needed_sizes(path)


@pytest.mark.parametrize(
    ("given", "sizes"),
    [
        ('"03", size="large", scale=1', {"large"}),
        ('"03", size="large", scale=1.0', {"large"}),
        ('"03", scale=1, size="large"', {"large"}),
        ('"03", size="large", scale=10', set()),
        ('"03", size="large", scale=0.02', set()),
        ('"03", size="large", scale=MANY', set()),
    ],
)
def test_a_class_of_another_scale_is_not_the_course_s(given, sizes):
    """It is built by the notebook that asks for it, not before the course runs."""
    assert sizes == parse_sizes(f"lab = lessonlab.open({given})")
