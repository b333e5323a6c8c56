"""The drawing of rows before and after: what it says in words, and that the drawing says the same."""

from __future__ import annotations

import re
from base64 import b64decode

from lessonlab.show.survivors import survivors

BEFORE = {"users": {1: "M", 2: "J"}, "notes": {7: "M", 8: "J", 9: "M"}}


def drawn(picture):
    """Return the SVG inside of *picture*."""
    return b64decode(re.search(r"base64,([^\"]+)", picture.html)[1]).decode()


def test_rows_that_are_gone_and_rows_that_changed_are_counted_by_label():
    """One line for each table; what stayed is not repeated."""
    after = {"users": {2: "J"}, "notes": {7: "–", 8: "J"}}

    assert repr(survivors(BEFORE, after)) == (
        "users: 2 before, 1 after; gone 1 × M\nnotes: 3 before, 2 after; gone 1 × M; changed 1 × M to –"
    )


def test_rows_of_a_query_are_drawn_like_a_mapping():
    """Table, key and letter, as a query gives them, are the same picture."""
    rows = [(table, key, letter) for table, keys in BEFORE.items() for key, letter in keys.items()]

    assert drawn(survivors(rows, rows[1:])) == drawn(survivors(BEFORE, {**BEFORE, "users": {2: "J"}}))


def test_every_row_is_drawn_twice_and_what_is_gone_is_crossed_out():
    """Five squares on each side; gone ones are dashed and crossed, so colour is not needed to see them."""
    svg = drawn(survivors(BEFORE, {"users": {2: "J"}, "notes": {7: "–", 8: "J"}}))
    kept, changed, gone, crosses = re.findall(r'<path d="([^"]+)"', svg)

    assert [path.count("z") for path in (kept, changed, gone)] == [5 + 2, 1, 2]
    assert (svg.count("stroke-dasharray"), crosses.count("l19 -19")) == (1, 2)


def test_the_alt_text_says_what_the_twin_says():
    """A reader who sees no picture loses nothing."""
    picture = survivors(BEFORE, BEFORE)

    assert 'alt="a square for each row. users: 2 before, 2 after notes: 3 before, 3 after"' in picture.html


def test_a_table_that_is_gone_altogether_has_lost_all_rows():
    """A table that is not looked at afterwards counts as empty."""
    assert repr(survivors(BEFORE, {})).splitlines()[1] == "notes: 3 before, 0 after; gone 2 × M, 1 × J"
