"""Three-valued logic on a few rows, as the server says it: drawn, told, and refused where it cannot be."""

from __future__ import annotations

import base64
import re
from xml.etree import ElementTree as ET

import pytest

from lessonlab.errors import ConfigError
from lessonlab.show.tables import Table
from lessonlab.show.truth import truth

EIGHT = """
    SELECT score, score = 70 AS "= 70", score <> 70 AS "<> 70", score < 70 AS "< 70", score >= 70 AS ">= 70"
    FROM (VALUES (100), (90), (70), (70), (55), (0), (NULL), (NULL)) AS eight (score)"""


def svg_of(shown):
    """Return the tree of a picture's drawing."""
    return ET.fromstring(base64.b64decode(re.search(r"base64,([^\"]+)", shown.html)[1]))  # noqa: S314


def test_eight_rows_as_the_server_says(lab):
    """A NULL is neither equal nor unequal: WHERE keeps it nowhere, no CHECK refuses it."""
    assert repr(lab.truth(EIGHT)).split("\n")[-4:] == [
        "NULL          | NULL   | NULL   | NULL   | NULL",
        "NULL          | NULL   | NULL   | NULL   | NULL",
        "WHERE keeps   | 2 of 8 | 4 of 8 | 2 of 8 | 4 of 8",
        "CHECK refuses | 4 of 8 | 2 of 8 | 4 of 8 | 2 of 8",
    ]


def test_what_where_keeps_is_what_the_server_keeps(lab):
    """The counts below the grid are those of WHERE, and of rows that a CHECK refuses."""
    lab.run(f"CREATE TABLE eight AS {EIGHT}")
    told = dict(line.split(" | ", 1) for line in repr(lab.truth("SELECT * FROM eight")).split("\n")[-2:])
    for i, condition in enumerate(("= 70", "<> 70", "< 70", ">= 70")):
        kept = lab.value(f"SELECT count(*) FROM eight WHERE score {condition}")
        lab.run(f"CREATE TABLE checked_{i} (score integer CHECK (score {condition}))")
        refused = sum(
            lab.refused(f"INSERT INTO checked_{i} VALUES (:score)", score=score) == "23514"
            for (score,) in lab.rows("SELECT score FROM eight")
        )
        assert told["WHERE keeps  "].split("|")[i].strip() == f"{kept} of 8"
        assert told["CHECK refuses"].split("|")[i].strip() == f"{refused} of 8"


def test_a_condition_that_is_always_null(lab):
    """`= NULL` is NULL on every row, and is drawn so."""
    assert "WHERE keeps   | 0 of 2" in repr(
        lab.truth("SELECT n, n = NULL AS never FROM generate_series(1, 2) AS n")
    )


def test_each_cell_says_its_word_and_has_a_frame_of_its_own(lab):
    """True is full, false is empty, NULL is dashed: no colour is needed."""
    svg = svg_of(lab.truth(EIGHT))
    frames = [node for node in svg.iter() if node.tag.endswith("rect")]
    words = [node.text for node in svg.iter() if node.text in {"true", "false"}]
    assert (len(frames), len(words)) == (32, 24)
    assert sum(node.get("stroke-dasharray") is not None for node in frames) == 8
    assert sum(node.get("fill") != "none" for node in frames) == words.count("true") == 12


def test_what_is_no_condition_is_refused(lab):
    """A number in the place of a condition, one column, no rows, too many rows."""
    for query, said in (
        ("SELECT 1, 2 AS two", "the column 'two' is no condition: it holds 2"),
        ("SELECT 1", "have no conditions on rows"),
        ("SELECT 1, true WHERE false", "have no conditions on rows"),
        ("SELECT n, true FROM generate_series(1, 17) AS n", "have 17 rows, want 16 at most"),
    ):
        with pytest.raises(ConfigError, match=said):
            lab.truth(query)


def test_words_for_who_does_not_see():
    """The alt text says for each condition which values it is true for."""
    shown = truth(Table(("score", "< 70"), [(90, False), (None, None), (60, True)]))
    assert "&lt; 70: true for 60; false for 90; NULL for NULL" in shown.html
