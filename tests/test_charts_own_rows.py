"""Bars, dots and curves of a reader's own rows: what they say, what they refuse, on light and dark."""

from __future__ import annotations

import base64
import re
from io import BytesIO

import pytest
from matplotlib import image as matplotlib_image

from lessonlab.charts import own_rows
from lessonlab.errors import ConfigError
from lessonlab.show.tables import Table
from lessonlab.varying import Varying

TRIES = Table(("lesson", "tries", "learners"), [("joins", 3, 40), ("keys", 12, 36), ("views", 7, None)])


def pixels(drawn):
    """Return the pixels of a chart's image."""
    content = re.search(r"base64,([^\"]+)", drawn.picture.html)[1]
    return matplotlib_image.imread(BytesIO(base64.b64decode(content)))


def test_bars_say_the_highest_and_the_lowest():
    """Each column of numbers is told, and the table stands below."""
    text = repr(own_rows.bars(TRIES))
    assert text.startswith(
        "[picture: bars for 3 rows; tries: highest keys 12, lowest joins 3;"
        " learners: highest joins 40, lowest keys 36]"
    )
    assert text.endswith(repr(TRIES))


def test_bars_of_a_whole():
    """A column that is the whole stands behind, and is no panel of its own."""
    assert "learners" not in own_rows.bars(TRIES, of="learners").picture.text
    with pytest.raises(ConfigError, match="no column of numbers 'users' here"):
        own_rows.bars(TRIES, of="users")


def test_dots_name_those_that_stand_out():
    """Only the rows asked for are told by name; one that is not there is refused."""
    drawn = own_rows.dots(TRIES, label=["keys"])
    assert drawn.picture.text == "[picture: 3 dots, tries across, learners up; keys 12, 36]"
    with pytest.raises(ConfigError, match="no row is called 'sets'"):
        own_rows.dots(TRIES, label=["sets"])


def test_dots_in_panels():
    """Each value of a column has a drawing of its own, and is told."""
    ids = Table(("kind", "made", "place"), [(kind, n, n) for kind in ("bigint", "uuid") for n in range(200)])
    drawn = own_rows.dots(ids, panels="kind")
    assert drawn.picture.text == "[picture: 400 dots, made across, place up; bigint; uuid]"
    with pytest.raises(ConfigError, match="no column 'sort' here"):
        own_rows.dots(ids, panels="sort")


def test_curve_leaves_out_what_varies():
    """A figure that varies is drawn, and not said: the words are the same on every run."""
    grown = Table(
        ("rows", "pages", "time"), [(10**n, 3 + n // 5, Varying(10**n / 7, "ms")) for n in range(3, 7)]
    )
    assert own_rows.curve(grown).picture.text == (
        "[picture: 2 lines over rows for 4 rows; pages: highest 100,000 4, lowest 1000 3; time]"
    )
    assert "time" not in own_rows.curve(grown, labels=["pages"]).picture.text


@pytest.mark.parametrize("kind", ["bars", "dots", "curve"])
def test_words_of_ones_own(kind):
    """What a page says of a picture takes the place of what we would say."""
    assert getattr(own_rows, kind)(TRIES, "three lessons").picture.text == "[picture: three lessons]"


@pytest.mark.parametrize("kind", ["bars", "dots", "curve"])
def test_what_cannot_be_drawn_says_why(kind):
    """No rows, or no numbers, is one clear error."""
    with pytest.raises(ConfigError, match="there are no rows to draw"):
        getattr(own_rows, kind)(Table(("a", "b"), []))
    with pytest.raises(ConfigError, match="have 0"):
        getattr(own_rows, kind)(Table(("a", "b"), [("x", "y")]))


@pytest.mark.parametrize("kind", ["bars", "dots", "curve"])
def test_drawn_for_light_and_dark(kind):
    """The background is transparent, and nothing that is drawn is black or white."""
    image = pixels(getattr(own_rows, kind)(TRIES))
    assert image[0, 0, 3] == 0
    opaque = image[image[..., 3] > 0.99][..., :3].mean(axis=1)
    assert (opaque.min() > 0.2, opaque.max() < 0.85) == (True, True)


def test_a_lab_draws_a_query_and_what_a_cell_kept(lab):
    """A query with its values, a table of ours, and nothing else."""
    query = "SELECT title, length(title) AS letters FROM courses WHERE title <> :but ORDER BY title"
    drawn = lab.bars(query, but="Photography")
    assert repr(drawn) == repr(lab.bars(lab.table(query, but="Photography")))
    assert "Photography" not in repr(drawn)
    assert "dots" in lab.dots("SELECT 1 AS a, 2 AS b").picture.text
    assert "a line over a" in lab.curve("SELECT 1 AS a, 2 AS b").picture.text
    with pytest.raises(ConfigError, match="have no rows to draw"):
        lab.bars("CREATE TABLE t ()")
    with pytest.raises(ConfigError, match="have no rows to draw"):
        lab.bars(None)
