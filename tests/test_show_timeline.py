"""The drawing of moments: order, clocks, the time between, and which of them a row holds."""

from __future__ import annotations

import re
from base64 import b64decode
from datetime import UTC, datetime, timedelta

import pytest

from lessonlab.errors import ConfigError
from lessonlab.show.timeline import timeline

BEGUN = datetime(2025, 11, 1, 19, tzinfo=UTC)
HAPPENED = {BEGUN + timedelta(days=1): "again", BEGUN: "begins"}
ROW = {"first_started_at": BEGUN, "created_at": BEGUN, "completed_at": None}


def drawn(picture):
    """Return the SVG inside of *picture*."""
    return b64decode(re.search(r"base64,([^\"]+)", picture.html)[1]).decode()


def test_moments_stand_in_order_with_the_time_between_and_the_columns():
    """A moment that no column holds has a hollow dot."""
    assert repr(timeline(HAPPENED, ROW)) == (
        "● Sat 01 Nov 19:00  begins  first_started_at, created_at\n│   1 day\n○ Sun 02 Nov 19:00  again"
    )


def test_clocks_are_those_of_the_zone_and_the_time_between_is_what_passed():
    """In New York the clocks go back in between: 15:00 to 14:00 is a whole day."""
    assert repr(timeline(HAPPENED, ROW, "America/New_York")).splitlines()[1:] == [
        "│   1 day",
        "○ Sun 02 Nov 14:00  again",
    ]


class Kept(list):
    """What a SQL cell keeps under a name, as far as a drawing reads it."""

    keys = ("first_started_at", "completed_at")


def test_results_of_sql_cells_are_drawn_as_dictionaries_are():
    """Rows of a time and a text, and one row with the names of its columns."""
    row = Kept([(BEGUN, None)])
    assert repr(timeline(Kept(HAPPENED.items()), row)).splitlines()[0].endswith("begins  first_started_at")


def test_a_result_without_a_row_says_so():
    """An empty result is told, and what is wanted instead."""
    with pytest.raises(ConfigError, match="no row to draw"):
        timeline(HAPPENED, Kept())


def test_a_column_may_hold_a_moment_of_which_nothing_was_told():
    """It is drawn all the same."""
    later = BEGUN + timedelta(minutes=15)

    assert repr(timeline({BEGUN: "begins"}, ROW | {"completed_at": later})).splitlines()[-1] == (
        "● Sat 01 Nov 19:15          completed_at"
    )


def test_what_the_row_does_not_know_is_hollow_in_the_drawing():
    """One dot is filled, one is not."""
    svg = drawn(timeline(HAPPENED, ROW))

    assert re.findall(r'<circle [^>]*fill="(#?\w+)"', svg) == ["#4f7cab", "none"]


def test_the_alt_text_tells_all_of_it():
    """Zone and moments are in the words for those who do not see it."""
    assert "2 moments, clocks of UTC. ● Sat 01 Nov 19:00 begins" in timeline(HAPPENED, ROW).html


def test_an_unknown_zone_is_said():
    """The error shows how a zone is written."""
    with pytest.raises(ConfigError, match="there is no time zone 'EST5'"):
        timeline(HAPPENED, ROW, "EST5")
