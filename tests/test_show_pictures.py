"""Pictures, the diagram of the tables, and races: what is shown, and its twin in words."""

import base64
import re
from html import unescape
from io import BytesIO
from xml.etree import ElementTree as ET

import psycopg
import pytest
from matplotlib import image as matplotlib_image
from matplotlib.figure import Figure

from lessonlab import content
from lessonlab.errors import ConfigError, SqlError, UnknownName
from lessonlab.show.diagram import diagram, read
from lessonlab.show.drawing import draw_tables
from lessonlab.show.entities import Entity, Reference, TableColumn
from lessonlab.show.pictures import picture, svg_picture
from lessonlab.show.svg import WIDE
from lessonlab.statements.race import Race, race


@pytest.fixture
def conn(dsn):
    """Return an autocommit connection to an empty database."""
    with psycopg.connect(dsn, autocommit=True) as made:
        yield made


@pytest.fixture
def schema(conn):
    """Return a connection to a database with the guide's tables."""
    for path in sorted((content.folder("sql") / "schema").glob("*.sql")):
        conn.execute(path.read_text(encoding="utf-8"))
    return conn


def figure():
    """Return a small figure with a line, a title and a legend."""
    made = Figure(figsize=(3, 2))
    axes = made.subplots()
    axes.plot([1, 2], [3, 4], label="rows")
    axes.set_title("growth")
    axes.legend()
    return made


def content_of(html):
    """Return the bytes inside of the image of *html*."""
    return base64.b64decode(re.search(r"base64,([^\"]+)", html)[1])


def parse(svg):
    """Return the tree of an SVG that we drew ourselves."""
    return ET.fromstring(svg)  # noqa: S314


def test_a_figure_is_an_image_with_words():
    """A figure becomes a PNG inside of an <img> with alt text, and its twin is the alt text."""
    shown = picture(figure(), 'rows "grow"\n & grow')
    assert '[picture: rows "grow" & grow]' == repr(shown)
    assert 'rows "grow" & grow' == unescape(re.search(r'alt="([^"]*)"', shown._repr_html_())[1])
    assert b"\x89PNG" == content_of(shown.html)[:4]


def test_a_figure_reads_on_light_and_dark():
    """The background is transparent, and nothing that is drawn is black or white."""
    pixels = matplotlib_image.imread(BytesIO(content_of(picture(figure(), "growth").html)))
    assert 0 == pixels[0, 0, 3]
    opaque = pixels[pixels[..., 3] > 0.99][..., :3].mean(axis=1)
    assert (True, True) == (opaque.min() > 0.2, opaque.max() < 0.85)


def test_a_figure_is_the_same_twice():
    """One figure drawn twice gives the same bytes."""
    assert picture(figure(), "growth") == picture(figure(), "growth")


@pytest.mark.parametrize("alt", ["", " \n"])
def test_a_picture_needs_words(alt):
    """A picture without alt text is refused."""
    with pytest.raises(ConfigError, match="no alt text"):
        picture(figure(), alt)
    with pytest.raises(ConfigError, match="no alt text"):
        svg_picture("<svg/>", alt)


def test_diagram_in_words(schema):
    """The diagram's twin lists the tables with their keys, and each reference."""
    lines = repr(diagram(schema)).split("\n")
    assert "users: 5 columns; keys id (PK), email (UNIQUE)" == lines[0]
    assert [
        "users 1 to many course_progress by user_id, deleted with it",
        "courses 1 to many course_progress by course_id, deleted with it",
        "users 1 to many lesson_progress by user_id, deleted with it",
        "courses 1 to many lesson_progress by course_id, deleted with it",
    ] == lines[4:]


def test_diagram_has_every_column(schema):
    """The drawing is well-formed and names every table, column and key, and its alt text the references."""
    shown = diagram(schema).html
    texts = [node.text for node in parse(content_of(shown)).iter() if node.text]
    for table in read(schema):
        assert table.name in texts
        for column in table.columns:
            assert column.name in texts
    assert {"PK", "FK UNIQUE+", "UNIQUE", "1", "many"} <= set(texts)
    assert "users 1 to many lesson_progress by user_id" in shown


def names_at(svg, axis):
    """Return where on *axis* the name of each table stands."""
    return {node.text: float(node.get(axis)) for node in svg.iter() if node.get("text-anchor") == "middle"}


def test_diagram_puts_parents_outside():
    """A table that others point to stands left of those, where that fits on a narrow page."""
    parent = Entity("a", (TableColumn("id", "int", ("PK",)),))
    child = Entity("b", (TableColumn("a_id", "int"),), (Reference(("a_id",), "a"),))

    at = names_at(parse(draw_tables([child, parent])), "x")

    assert at["a"] < at["b"]


def test_wide_diagram_puts_parents_on_top(schema):
    """On a narrow page all tables stand below one another, and each line runs beside them for itself."""
    svg = parse(draw_tables(read(schema)))
    lines = [node.get("d") for node in svg.iter() if node.get("stroke-width") == "1.4"]
    turns = [float(found[1]) for line in lines if (found := re.search(r"H([\d.]+)q", line))]

    at = names_at(svg, "y")

    assert ["users", "courses", "course_progress", "lesson_progress"] == sorted(at, key=at.__getitem__)
    assert 1 == len(set(names_at(svg, "x").values()))
    assert len(turns) == len(set(turns)) == 4
    assert float(svg.get("width")) <= WIDE


def test_diagram_of_other_shapes(conn):
    """References to the own table, optional ones and one to one are said and drawn."""
    conn.execute("CREATE TABLE node (id int PRIMARY KEY, up int REFERENCES node)")
    conn.execute("CREATE TABLE note (node_id int PRIMARY KEY REFERENCES node, words text)")
    assert [
        "node 0 or 1 to many node by up",
        "node 1 to 1 note by node_id",
    ] == repr(diagram(conn)).split("\n")[2:]


def test_diagram_without_tables(conn):
    """A database without tables says so."""
    assert "no tables yet" == repr(diagram(conn))


def test_diagram_leaves_other_schemas_out(conn):
    """Only tables on the search path are drawn, and no partition beside its parent."""
    conn.execute("CREATE SCHEMA away; CREATE TABLE away.far (a int)")
    conn.execute(
        "CREATE TABLE whole (a int) PARTITION BY LIST (a); CREATE TABLE part PARTITION OF whole DEFAULT"
    )
    assert ["whole"] == [table.name for table in read(conn)]


def test_race_ratio(conn):
    """The slower statement takes several times the faster one's time."""
    queries = {"much": "SELECT count(*) FROM generate_series(1, 200000)", "little": "SELECT 1"}
    result = race(conn, queries, rounds=3)
    assert ("little", "×", True) == (
        result.fastest,
        result.ratio("much", "little").unit,
        result.ratio("much", "little").value > 3,
    )


def test_race_leaves_nothing(conn):
    """Statements that write are undone after each run, so that every run finds the same rows."""
    conn.execute("CREATE TABLE t (a int PRIMARY KEY)")
    race(conn, {"one": "INSERT INTO t VALUES (1)", "two": "INSERT INTO t VALUES (%(a)s)"}, {"a": 2}, rounds=2)
    assert 0 == conn.execute("SELECT count(*) FROM t").fetchone()[0]


def test_race_may_keep_what_it_does(conn):
    """With undo=False each run stays, and the one that warms up too."""
    conn.execute("CREATE TABLE t (a int)")
    race(conn, {"one": "INSERT INTO t VALUES (1)"}, rounds=2, undo=False)
    assert 3 == conn.execute("SELECT count(*) FROM t").fetchone()[0]


def test_race_inside_a_transaction(conn):
    """An open transaction sees the race and goes on after it."""
    conn.execute("BEGIN; CREATE TABLE t (a int)")
    race(conn, {"one": "INSERT INTO t VALUES (1)", "two": "SELECT * FROM t"}, rounds=1)
    assert 0 == conn.execute("SELECT count(*) FROM t").fetchone()[0]
    conn.execute("ROLLBACK")


def test_race_refused(conn):
    """A statement that the server refuses is an error as psql shows it, and nothing stays open."""
    with pytest.raises(SqlError, match='relation "nowhere" does not exist'):
        race(conn, {"one": "SELECT 1", "two": "SELECT * FROM nowhere"}, rounds=1)
    assert 1 == conn.execute("SELECT 1").fetchone()[0]


def test_race_shows_itself():
    """A race shows names in the given order, medians and ratios marked, in text and HTML."""
    result = Race({"<slow>": 0.03, "fast": 0.01})
    assert "<slow>   ⟨30 ms⟩   ⟨3 ×⟩ the fastest\nfast     ⟨10 ms⟩   ⟨1 ×⟩ the fastest" == repr(result)
    html = result._repr_html_()
    assert ("&lt;slow&gt;" in html, 4) == (True, html.count("⟨"))
    assert "⟨" not in re.sub("⟨[^⟩]*⟩", "", html)


def test_race_without_a_name():
    """An unknown name is answered with the names that there are."""
    with pytest.raises(UnknownName, match="one of a, b"):
        Race({"a": 1.0, "b": 2.0}).ratio("a", "c")


def test_race_without_statements(conn):
    """A race of nothing is refused."""
    with pytest.raises(ConfigError, match="nothing to race"):
        race(conn, {})
