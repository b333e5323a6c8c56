"""A key walked down a B-tree: the pages that PostgreSQL itself reads, on every version and for any role."""

from __future__ import annotations

import base64
import re
from xml.etree import ElementTree as ET

import psycopg
import pytest
from psycopg import conninfo

from lessonlab.errors import ConfigError, SqlError, UnknownName
from lessonlab.show.btree import btree, count, find

FILL = """
    CREATE TABLE visit (
      id uuid PRIMARY KEY, day date NOT NULL, place text NOT NULL, seat integer, note bigint NOT NULL,
      at timestamptz NOT NULL, done boolean NOT NULL);
    INSERT INTO visit
      SELECT md5(n::text)::uuid, date '2025-01-01' + n % 365, 'place ' || n % 5000, nullif(n % 50, 0), n,
             timestamptz '2025-01-01 00:00:00+00' + n * interval '1 minute', n % 10 = 0
      FROM generate_series(1, 60000) AS n;
    CREATE INDEX visit_day ON visit (day DESC);
    CREATE INDEX visit_place ON visit (place, day);
    CREATE INDEX visit_seat ON visit (seat);
    CREATE INDEX visit_note ON visit (note);
    CREATE INDEX visit_at ON visit (at);
    CREATE INDEX visit_done ON visit (done);
    ANALYZE visit"""
KEYS = {
    "visit_pkey": "c4ca4238-a0b9-2382-0dcc-509a6f75849b",
    "visit_day": "2025-06-01",
    "visit_place": "place 77",
    "visit_seat": 7,
    "visit_note": 30_000,
    "visit_at": "2025-01-11 00:00:00+00",
    "visit_done": "true",
}


@pytest.fixture
def visits(every_server):
    """Return a connection to a database with a table and indexes of each type that is read."""
    with psycopg.connect(every_server, autocommit=True) as conn:
        conn.execute(FILL)
        yield conn


@pytest.fixture
def eighteen(dsn):
    """Return a connection to the same on one server."""
    with psycopg.connect(dsn, autocommit=True) as conn:
        conn.execute(FILL)
        yield conn


def has_tools(conn):
    """Say whether the server has the extension that reads raw pages."""
    asked = conn.execute("SELECT FROM pg_available_extensions WHERE name = 'pageinspect'")
    return asked.fetchone() is not None


def test_as_many_pages_as_the_server_reads(visits):
    """The pages and rows of the walk are those that EXPLAIN counts, for every type of key."""
    for index, key in KEYS.items():
        told = repr(btree(visits, index, key)).split("\n")
        counted = count(visits, find(visits, index), str(key))
        rows = visits.execute(
            psycopg.sql.SQL("SELECT count(*) FROM visit WHERE {} = %s").format(
                psycopg.sql.Identifier(index.removeprefix("visit_").replace("pkey", "id"))
            ),
            [key],
        ).fetchone()[0]
        last = told[-1] if has_tools(visits) else told[-2]
        assert last == (
            f"{counted.read} of {counted.whole:,} pages read, "
            f"to the places of {rows:,} row{'s' * (rows != 1)}"
        )


def test_the_way_leads_past_the_right_keys(visits):
    """The entry taken does not stand after the key, and the next one does not stand before it."""
    if not has_tools(visits):
        pytest.skip("the server has no pageinspect")
    told = repr(btree(visits, "visit_note", 30_000)).split("\n")
    inner = [line for line in told if line.startswith(("root", "level"))]
    for line in inner:
        keys = re.findall(r"(\[?)(−?[\d∞]+)\]?(?: \| |$)", line.split(": ", 1)[1])
        taken = [i for i, (mark, _) in enumerate(keys) if mark]
        assert len(taken) == 1
        before, after = keys[taken[0]][1], keys[taken[0] + 1][1] if taken[0] + 1 < len(keys) else "60001"
        assert (before == "−∞" or int(before) < 30_000, int(after) >= 30_000) == (True, True)
    assert "[30000]" in told[-2]


def test_nothing_stays(visits):
    """Neither the extension nor its schema nor a setting is left, and no index is gone."""
    before = visits.execute("SELECT count(*) FROM pg_indexes").fetchone()
    for key in KEYS.items():
        btree(visits, *key)
    count(visits, find(visits, "visit_pkey"), KEYS["visit_pkey"])
    assert visits.execute("SELECT count(*) FROM pg_indexes").fetchone() == before
    assert visits.execute("SELECT count(*) FROM pg_extension").fetchone()[0] == 1
    assert visits.execute("SELECT count(*) FROM pg_namespace WHERE nspname ~ 'lessonlab'").fetchone()[0] == 0
    assert "lessonlab" not in visits.execute("SHOW search_path").fetchone()[0]


def test_an_extension_of_the_readers_is_used_and_stays(eighteen):
    """Who installed it already keeps it where it is."""
    eighteen.execute("CREATE SCHEMA mine")
    eighteen.execute("CREATE EXTENSION pageinspect SCHEMA mine")
    assert "leaf, page" in repr(btree(eighteen, "visit_note", 5))
    assert eighteen.execute("SELECT count(*) FROM pg_extension").fetchone()[0] == 2


def test_many_leaves_are_counted(eighteen):
    """Of many leaves the first two and the last one are shown."""
    told = repr(btree(eighteen, "visit_done", "false")).split("\n")
    assert any(re.fullmatch(r"… \d+ more leaves …", line) for line in told)
    assert sum(line.startswith("leaf") for line in told) == 3


def test_a_drawing_says_all_that_its_words_say(eighteen):
    """Each page's line stands in the drawing, and what is taken has a thick frame and is bold."""
    shown = btree(eighteen, "visit_note", 30_000)
    svg = ET.fromstring(base64.b64decode(re.search(r"base64,([^\"]+)", shown.html)[1]))  # noqa: S314
    texts = [node.text for node in svg.iter() if node.text]
    for line in repr(shown).split("\n")[1:-1]:
        assert line.split(": ")[0] in texts
    thick = [node for node in svg.iter() if node.get("stroke-width") == "2.4"]
    assert len(thick) == sum(line.count("[") for line in repr(shown).split("\n"))


@pytest.mark.parametrize("major", [15, 18])
def test_a_role_that_may_not_look_is_told_so(servers, major):
    """A role with CREATEDB sees how many pages there are, how many are read, and why not more."""
    server = servers(major)
    with psycopg.connect(server.dsn, autocommit=True) as admin:
        admin.execute("CREATE ROLE walker LOGIN CREATEDB PASSWORD 'x'")
        admin.execute("CREATE DATABASE walked OWNER walker")
    try:
        dsn = conninfo.make_conninfo(server.dsn, user="walker", password="x", dbname="walked")  # noqa: S106
        with psycopg.connect(dsn, autocommit=True) as conn:
            conn.execute(FILL)
            told = repr(btree(conn, "visit_pkey", KEYS["visit_pkey"])).split("\n")
            assert conn.execute("SELECT count(*) FROM pg_constraint WHERE conname = 'visit_pkey'").fetchone()
    finally:
        with psycopg.connect(server.dsn, autocommit=True) as admin:
            admin.execute("DROP DATABASE walked WITH (FORCE)")
            admin.execute("DROP ROLE walker")
    assert re.fullmatch(r"2 of \d+ pages read, to the places of 1 row", told[1])
    assert told[2] == "this role may not look into pages: EXPLAIN counted those that a look-up reads"


def test_what_cannot_be_walked_says_why(lab):
    """No such index, no B-tree, an empty one, a type that is not read, a key that is none."""
    with pytest.raises(UnknownName, match="no index 'idx_gone' here"):
        lab.btree("idx_gone", 1)
    lab.run("CREATE TABLE few (n integer, t int4range, h integer)")
    lab.run("CREATE INDEX few_hash ON few USING hash (h); CREATE INDEX few_n ON few (n)")
    with pytest.raises(ConfigError, match="few_hash is no B-tree but a hash"):
        lab.btree("few_hash", 1)
    with pytest.raises(ConfigError, match="few_n is empty"):
        lab.btree("few_n", 1)
    lab.run("CREATE INDEX few_t ON few (t); INSERT INTO few VALUES (1, '[1,2)', 1), (NULL, NULL, NULL)")
    with pytest.raises(ConfigError, match="keys of the type int4range are not read here"):
        lab.btree("few_t", "[1,2)")
    with pytest.raises(SqlError, match="invalid input syntax"):
        lab.btree("few_n", "one")
    assert "root and leaf, page 1, the only one, 2 entries, 1 of the key: [1] | NULL" in repr(
        lab.btree("few_n", 1)
    )


def test_a_key_that_is_not_there(lab):
    """The walk ends where the key would stand."""
    lab.run("CREATE TABLE odd (n integer PRIMARY KEY); INSERT INTO odd SELECT 2 * generate_series(1, 900)")
    told = repr(lab.btree("odd_pkey", 7)).split("\n")
    assert told[-1].endswith("2 of 5 pages read, to the places of 0 rows")
