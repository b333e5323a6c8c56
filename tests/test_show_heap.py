"""The versions of a row on the pages of its table, on every version and for any role."""

from __future__ import annotations

import base64
import re
from xml.etree import ElementTree as ET

import psycopg
import pytest
from psycopg import conninfo

from lessonlab.errors import ConfigError, UnknownName
from lessonlab.show.heap import heap

FILL = """
    CREATE TABLE roomy (id integer PRIMARY KEY, seen integer NOT NULL, place integer NOT NULL, note text)
      WITH (fillfactor = 50, autovacuum_enabled = off);
    CREATE INDEX roomy_place ON roomy (place);
    CREATE TABLE packed (LIKE roomy INCLUDING ALL) WITH (autovacuum_enabled = off);
    INSERT INTO roomy SELECT n, 0, n, repeat('x', 100) FROM generate_series(1, 500) AS n;
    INSERT INTO packed SELECT * FROM roomy;
    VACUUM (ANALYZE) roomy; VACUUM (ANALYZE) packed"""
MORE = "UPDATE {} SET seen = seen + 30 WHERE id = 1"
MOVE = "UPDATE {} SET place = place + 1000 WHERE id = 1"


def filled(conn):
    """Make the two tables; VACUUM wants each statement for itself."""
    for statement in FILL.split(";"):
        conn.execute(statement)
    return conn


@pytest.fixture
def rows(every_server):
    """Return a connection to two tables, one with room on its pages."""
    with psycopg.connect(every_server, autocommit=True) as conn:
        filled(conn)
        asked = conn.execute("SELECT FROM pg_available_extensions WHERE name = 'pageinspect'")
        if asked.fetchone() is None:
            pytest.skip("the server has no pageinspect")
        yield conn


def lines(conn, table):
    """Return the words of the picture of the first row of *table*."""
    return repr(heap(conn, table, 1)).split("\n")


def hot(conn, statement, table):
    """Say whether *statement* is a HOT update, by the server's own count."""
    counted = "SELECT n_tup_hot_upd FROM pg_stat_xact_user_tables WHERE relname = %s"
    before = conn.execute(counted, [table]).fetchone()[0]
    conn.execute(statement.format(table))
    return conn.execute(counted, [table]).fetchone()[0] > before


def test_a_row_has_one_version(rows):
    """Before any update there is one, to which the indexes lead."""
    assert lines(rows, "roomy") == [
        "roomy, the row id = 1, 1 place",
        "page 0, place 1: indexes lead here; made by T1; the one that is seen",
    ]


@pytest.mark.parametrize("table", ["roomy", "packed"])
@pytest.mark.parametrize("change", [MORE, MOVE])
def test_hot_where_the_server_counts_one(rows, table, change):
    """Two versions in a transaction: HOT is said where the server counted a HOT update, and only there."""
    rows.execute("BEGIN")
    is_hot = hot(rows, change, table)
    told = lines(rows, table)
    rows.execute("COMMIT")
    assert len(told) == 3
    assert ("HOT" in told[1], "no index leads here" in told[2]) == (is_hot, is_hot)
    assert ("index entries of its own" in told[2]) == (not is_hot)
    assert "ended by T2" in told[1]
    assert "made by T2; the one that is seen" in told[2]
    assert is_hot == ((table, change) == ("roomy", MORE))


def test_a_pruned_page_keeps_a_pointer(rows):
    """After VACUUM the old version of a HOT update is a pointer, and the indexes still lead there."""
    rows.execute(MORE.format("roomy"))
    rows.execute("VACUUM roomy")
    place = rows.execute("SELECT ctid::text FROM roomy WHERE id = 1").fetchone()[0].strip("()").split(",")[1]
    assert lines(rows, "roomy")[1:] == [
        f"page 0, place 1: indexes lead here; a pointer, no row; leads to place {place}",
        f"page 0, place {place}: made by T1; the one that is seen; no index leads here",
    ]


def test_an_update_that_was_taken_back_leaves_the_first(rows):
    """A version of a transaction that was rolled back is none of the row's."""
    rows.execute("BEGIN")
    rows.execute(MORE.format("roomy"))
    rows.execute("ROLLBACK")
    rows.execute("SELECT FROM roomy WHERE id = 1")
    assert lines(rows, "roomy")[1].startswith(
        "page 0, place 1: indexes lead here; made by T1; the one that is"
    )


def test_a_locked_row_is_not_ended(rows):
    """FOR UPDATE writes its number where an end would stand, and ends nothing."""
    rows.execute("BEGIN")
    rows.execute("SELECT FROM roomy WHERE id = 1 FOR UPDATE")
    told = lines(rows, "roomy")
    rows.execute("COMMIT")
    assert "ended" not in told[1]


def test_a_drawing_shows_each_version(rows):
    """A box for each version, a thick one for the one that is seen, and as many full squares as versions."""
    rows.execute("BEGIN")
    rows.execute(MORE.format("roomy"))
    shown = heap(rows, "roomy", 1)
    rows.execute("COMMIT")
    svg = ET.fromstring(base64.b64decode(re.search(r"base64,([^\"]+)", shown.html)[1]))  # noqa: S314
    frames = [node for node in svg.iter() if node.tag.endswith("rect")]
    squares = [node for node in frames if node.get("width") == "12"]
    assert sum(node.get("fill") != "none" for node in squares) == 2
    assert sum(node.get("stroke-width") == "2.4" for node in frames) == 1


@pytest.mark.parametrize("major", [15, 18])
def test_a_role_that_may_not_look_is_told_so(servers, major):
    """A role with CREATEDB sees its version, the server's count, and why not more."""
    server = servers(major)
    with psycopg.connect(server.dsn, autocommit=True) as admin:
        admin.execute("CREATE ROLE reader_of_pages LOGIN CREATEDB PASSWORD 'x'")
        admin.execute("CREATE DATABASE of_pages OWNER reader_of_pages")
    try:
        values = {"user": "reader_of_pages", "password": "x", "dbname": "of_pages"}
        with psycopg.connect(conninfo.make_conninfo(server.dsn, **values), autocommit=True) as conn:
            filled(conn).execute(MORE.format("roomy"))
            conn.execute(MOVE.format("roomy"))
            told = lines(conn, "roomy")
    finally:
        with psycopg.connect(server.dsn, autocommit=True) as admin:
            admin.execute("DROP DATABASE of_pages WITH (FORCE)")
            admin.execute("DROP ROLE reader_of_pages")
    assert re.fullmatch(r"page 0, place \d+: the one that is seen", told[1])
    assert told[2] == "updates of roomy: 2, 1 of them HOT"
    assert told[3].startswith("this role may not look into pages")


def test_what_cannot_be_drawn_says_why(lab):
    """No such table, no key of one column, no such row."""
    with pytest.raises(UnknownName, match="no table 'lessons' here"):
        lab.heap("lessons", 1)
    lab.run("CREATE TABLE pairs (a integer, b integer, PRIMARY KEY (a, b))")
    with pytest.raises(ConfigError, match="pairs has no primary key of one column"):
        lab.heap("pairs", 1)
    lab.run("CREATE TABLE one (a integer PRIMARY KEY)")
    with pytest.raises(UnknownName, match="no row of one has a = 7"):
        lab.heap("one", 7)
