"""Tables: the same rows as text and as HTML that JupyterLab's sanitiser keeps."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from html.parser import HTMLParser
from uuid import UUID

import psycopg
import pytest

from lessonlab.show.tables import Preformatted, Table
from lessonlab.statements.outcomes import shape
from lessonlab.statements.running import run
from lessonlab.varying import Varying

IDS = [f"{n:08x}-0000-4000-8000-000000000000" for n in range(3)]


def test_text_twin():
    """Text stands left, numbers right, wide letters take two columns."""
    table = Table(("name", "score"), [("陈", Decimal("9.50")), ("Mina", None)], "class")
    expected = " name | score\n------+-------\n 陈   |  9.50\n Mina |  NULL\n(class · 2 rows)"
    assert expected == repr(table)


def test_a_long_table_says_how_much_more_there_is():
    """Twenty rows are shown, all are counted."""
    lines = repr(Table(("n",), [(n,) for n in range(5000)])).split("\n")
    assert (2 + 20 + 2, " … 4,980 more rows", "(5,000 rows)") == (len(lines), *lines[-2:])


def test_null_is_not_the_word_null():
    """NULL is set apart from a text that says NULL."""
    html = Table(("t",), [(None,), ("NULL",)])._repr_html_()
    assert 1 == html.count('<i style="opacity:0.7">NULL</i>')


def test_html_is_escaped():
    """A value cannot add markup."""
    html = Table(("<b>",), [('<script>"&',)])._repr_html_()
    assert ("&lt;b&gt;" in html, "&lt;script&gt;" in html, "<script" in html) == (True, True, False)


def test_html_keeps_to_what_the_sanitiser_keeps():
    """No style block, no variables, no aria, no ids, no fonts: inline styles and th scope only."""
    html = Table(("a", "b"), [(1, "x  y"), (None, "z" * 99)] * 15, "c")._repr_html_()
    assert [] == re.findall(r"<style|var\(|aria-|role=|data-| id=|font-family|light-dark|color-scheme", html)
    assert 2 == html.count('<th scope="col"')


def test_html_is_well_formed():
    """Every element that opens closes."""
    opened = []

    class Check(HTMLParser):
        def handle_starttag(self, tag, _attributes):
            opened.append(tag)

        def handle_endtag(self, tag):
            assert opened.pop() == tag

    Check().feed(Table(("a",), [(n,) for n in range(30)])._repr_html_())
    assert [] == opened


def test_a_long_cell_is_cut_and_whole_in_its_title():
    """A cell has at most eighty characters."""
    html = Table(("t",), [("x" * 100,)])._repr_html_()
    assert ("x" * 79 + "…</summary>" in html, f">{'x' * 100}</div></details>" in html) == (True, True)


def test_uuids_are_whole_in_a_narrow_table():
    """One uuid column has room."""
    assert IDS[0] in repr(Table(("id",), [(UUID(one),) for one in IDS]))


def test_uuids_are_short_in_a_wide_table():
    """Four do not; eight characters tell them apart, and the title has the rest."""
    table = Table(("a", "b", "c", "d"), [(one,) * 4 for one in IDS])
    assert ("00000001…" in repr(table), f">{IDS[1]}</div></details>" in table._repr_html_()) == (True, True)


def test_uuids_stay_whole_when_short_ones_would_be_the_same():
    """Uuids of one minute begin alike."""
    alike = [f"00000000-0000-4000-8000-{n:012x}" for n in range(3)]
    assert alike[2] in repr(Table(("a", "b", "c", "d"), [(one,) * 4 for one in alike]))


def test_line_ends_in_a_cell():
    """A text of two lines is one line in text and two in HTML."""
    table = Table(("t",), [("a\nb",)])
    assert (" a↵b" in repr(table), "white-space:pre-wrap" in table._repr_html_()) == (True, True)


def test_no_rows_and_no_columns():
    """`SELECT` alone gives a row of nothing; a table without rows says so."""
    assert ("\n\n\n(1 row)", " a\n---\n(0 rows)") == (repr(Table((), [()])), repr(Table(("a",), [])))


def test_measures_stand_right():
    """A figure that varies keeps its mark."""
    assert " ⟨2 ×⟩" in repr(Table(("ratio",), [(Varying(2.0, "×"),)]))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC), "2026-01-02 03:04:05+00"),
        (date(2026, 1, 2), "2026-01-02"),
        (timedelta(days=2, seconds=5), "2 days 00:00:05"),
        ({"a": [1, None]}, '{"a": [1, null]}'),
        ([1, None], "{1,NULL}"),
        (True, "true"),
        (Decimal("1.10"), "1.10"),
    ],
)
def test_values_of_python_read_as_in_psql(value, expected):
    """The same value shows the same whether it comes from the server or from Python."""
    assert expected in repr(Table(("v",), [(value,)]))


def test_rows_of_the_server_read_as_in_psql(dsn):
    """A result shows the server's own text; only booleans are spelled out."""
    query = (
        "SELECT true AS b, interval '1 mon 2 days' AS i, '2026-01-02 03:04:05.5+00'::timestamptz AS t, "
        """'{"a":1}'::jsonb AS j, '[1,5)'::int4range AS r, 1.50 AS n"""
    )
    with psycopg.connect(dsn, autocommit=True, options="-c timezone=UTC") as conn:
        (outcome,) = run(conn, query, {})
    expected = 'true | 1 mon 2 days | 2026-01-02 03:04:05.5+00 | {"a": 1} | [1,5) | 1.50'
    assert expected == repr(shape(outcome)).split("\n")[2].strip()


def test_a_plan_is_never_cut(dsn):
    """All lines of EXPLAIN are shown, whatever their number and length."""
    query = " UNION ALL ".join(f"SELECT '{'x' * 90}' WHERE random() < {n}" for n in range(2, 32))
    with psycopg.connect(dsn, autocommit=True) as conn:
        (outcome,) = run(conn, f"EXPLAIN VERBOSE {query}", {})
    shown = repr(shape(outcome))
    assert (30, "…" in shown) == (shown.count(f"'{'x' * 90}'"), False)


def test_preformatted_html_is_escaped():
    """A plan's `<` is text."""
    assert "a &lt; b</pre>" in Preformatted("a < b")._repr_html_()
