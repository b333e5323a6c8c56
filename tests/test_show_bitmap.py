"""Which pages hold the rows of a condition, on every version and for any role: counted, drawn, told."""

from __future__ import annotations

import base64
import re
from xml.etree import ElementTree as ET

import psycopg
import pytest
from psycopg import conninfo

from lessonlab.errors import ConfigError, SqlError, UnknownName
from lessonlab.show.bitmap import bitmap

FILL = """
    CREATE TABLE visit (id integer PRIMARY KEY, day integer NOT NULL, place integer NOT NULL,
                        seat integer NOT NULL, note text);
    INSERT INTO visit
      SELECT n, n * 37 % 1000, n / 40, n * 53 % 997, repeat('x', 60)
      FROM generate_series(1, 20000) AS n;
    CREATE INDEX visit_day ON visit (day); CREATE INDEX visit_place ON visit (place);
    CREATE INDEX visit_seat ON visit (seat);
    ANALYZE visit"""


@pytest.fixture
def visits(every_server):
    """Return a connection to a database with a table of a few hundred pages."""
    with psycopg.connect(every_server, autocommit=True) as conn:
        conn.execute(FILL)
        yield conn


def lines(conn, *conditions):
    """Return the words of the picture of *conditions*."""
    return repr(bitmap(conn, "visit", {text: text for text in conditions})).split("\n")


def test_an_index_scan_jumps_and_a_bitmap_scan_does_not(visits):
    """A range of days lies in the order of the days in the index, in the order of the pages in the bitmap."""
    told = lines(visits, "day BETWEEN 10 AND 14")
    pages = visits.execute(
        "SELECT count(DISTINCT (ctid::text::point)[0]) FROM visit WHERE day BETWEEN 10 AND 14"
    ).fetchone()[0]
    assert told[1].startswith(f"day BETWEEN 10 AND 14: 100 rows on {pages} of ")
    assert re.fullmatch(r"Index Scan visit_day: \d+ turns to a page, [1-9]\d* of them back", told[3])
    assert told[4] == f"Bitmap Heap Scan visit_day: each of {pages} pages once, first to last"


def test_two_conditions_meet_in_a_bitmap(visits):
    """The third grid holds what both conditions keep, found by both indexes."""
    told = lines(visits, "day BETWEEN 10 AND 60", "seat < 10")
    assert told[5].startswith("all of these (BitmapAnd): ")
    kept = "SELECT count(*) FROM visit WHERE day BETWEEN 10 AND 60 AND seat < 10"
    assert f": {visits.execute(kept).fetchone()[0]:,} rows on " in told[5]
    assert len(told) == 7


def test_the_strip_shows_where_rows_lie_together(visits):
    """Rows that were written together stand on neighbouring pages."""
    strip = lines(visits, "place < 100")[2].strip()
    assert re.fullmatch("█+▪?·+", strip)


def test_without_an_index_it_says_so(visits):
    """No order is drawn where every page is read anyhow."""
    assert re.fullmatch(r"no index serves this: all \d+ pages are read", lines(visits, "note = 'y'")[-1])


def test_nothing_stays(visits):
    """Settings are the session's own again."""
    lines(visits, "day = 1")
    assert visits.execute("SHOW enable_seqscan").fetchone()[0] == "on"


def test_the_squares_are_well_formed(visits):
    """As many squares are full as cells of the grid hold a row."""
    shown = bitmap(visits, "visit", {"place < 100": "place < 100"})
    svg = ET.fromstring(base64.b64decode(re.search(r"base64,([^\"]+)", shown.html)[1]))  # noqa: S314
    full = next(node for node in svg.iter() if node.get("fill") == "#4f7cab" and node.get("d"))
    pages = visits.execute("SELECT count(DISTINCT (ctid::text::point)[0]) FROM visit WHERE place < 100")
    assert full.get("d").count("M") == pages.fetchone()[0]


def test_any_role_sees_it(servers):
    """A role with CREATEDB and nothing else sees its own tables' pages."""
    server = servers(15)
    with psycopg.connect(server.dsn, autocommit=True) as admin:
        admin.execute("CREATE ROLE looker LOGIN CREATEDB PASSWORD 'x'")
        admin.execute("CREATE DATABASE looked OWNER looker")
    try:
        dsn = conninfo.make_conninfo(server.dsn, user="looker", password="x", dbname="looked")  # noqa: S106
        with psycopg.connect(dsn, autocommit=True) as conn:
            conn.execute(FILL)
            assert len(lines(conn, "day = 1")) == 5
    finally:
        with psycopg.connect(server.dsn, autocommit=True) as admin:
            admin.execute("DROP DATABASE looked WITH (FORCE)")
            admin.execute("DROP ROLE looker")


def test_a_lab_binds_and_refuses(lab):
    """Values go in by name; what cannot be asked is one clear error."""
    assert "score > :least: " in repr(lab.bitmap("lesson_progress", "score > :least", least=95))
    with pytest.raises(UnknownName, match="no table 'lesson'"):
        lab.bitmap("lesson", "true")
    with pytest.raises(ConfigError, match="have no condition"):
        lab.bitmap("lesson_progress")
    with pytest.raises(SqlError, match="scores"):
        lab.bitmap("lesson_progress", "scores > 3")
