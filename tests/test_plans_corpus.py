"""Stored plans of all four servers, of every kind of node: each is read, counted, and drawn twice."""

from __future__ import annotations

import json
import re
import tomllib
from html.parser import HTMLParser
from pathlib import Path

import pytest

from lessonlab.authoring.sanitise import load_patterns, sanitise
from lessonlab.plans import Plan, beside_markup, drawn_text
from lessonlab.plans.meaning import UNKNOWN, does
from lessonlab.plans.parse import parse
from lessonlab.plans.plan import Comparison

HERE = Path(__file__).parent
STORED = {
    (path.stem, name): document
    for path in sorted((HERE / "plans").glob("pg*.json"))
    for name, document in json.loads(path.read_text(encoding="utf-8")).items()
}
STATEMENTS = tomllib.loads((HERE / "plans" / "statements.toml").read_text(encoding="utf-8"))
OFF = {name: each["off"] for name, each in STATEMENTS.items() if "off" in each}
PATTERNS = load_patterns(HERE / "sanitize.cfg")
KINDS = """
Append; Merge Append; Memoize; Gather; Gather Merge; Insert; Update; Delete; Merge; Sort; Incremental Sort;
Materialize; WindowAgg; HashSetOp Except; SetOp Intersect All; Recursive Union; WorkTable Scan; Tid Scan;
Tid Range Scan; Function Scan; Table Function Scan; Values Scan; Foreign Scan; Sample Scan; Subquery Scan;
CTE Scan; Seq Scan; Index Scan; Index Only Scan; Bitmap Heap Scan; BitmapAnd; BitmapOr; Nested Loop;
Hash Join; Merge Join; HashAggregate; GroupAggregate; MixedAggregate; Group; Unique; Limit; LockRows;
ProjectSet; Result; Parallel Seq Scan; Parallel Index Only Scan; Parallel Bitmap Heap Scan; Parallel Append;
Parallel Hash Join
"""
TURNS = re.compile("[\u202a-\u202e\u2066-\u2069\x00-\x09]")
VOID = {"wbr"}  # is not closed
TAGS = {
    "div",
    "table",
    "caption",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "details",
    "summary",
    "b",
    "code",
} | VOID
ATTRIBUTES = {"style", "scope"}
NEVER = re.compile(r"var\(|light-dark|font-family|color-scheme|url\(|expression|position", re.IGNORECASE)


class Reader(HTMLParser):
    """Reads HTML strictly: every tag closed, and nothing but what the sanitisers keep."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.open, self.said, self.seen = [], [], []
        self.feed(html)
        self.close()
        assert [] == self.open

    def handle_starttag(self, tag, attributes):
        assert (tag in TAGS, set(dict(attributes)) <= ATTRIBUTES) == (True, True), (tag, attributes)
        assert not NEVER.search(dict(attributes).get("style", ""))
        self.open += [tag] * (tag not in VOID)
        self.seen.append((tag, dict(attributes)))

    def handle_endtag(self, tag):
        assert tag == self.open.pop()

    def handle_data(self, data):
        self.said.append(data)


@pytest.fixture(params=STORED, ids="-".join)
def plan(request):
    """Return each of the stored plans in turn."""
    return parse(STORED[request.param])


def stored(name, server="pg18"):
    """Return one of the stored plans."""
    return parse(STORED[server, name])


def test_the_corpus_is_large_and_small():
    """Each statement has its plan of the newest server, and they are of every kind of node, in 600 kB."""
    kinds = {node.kind for document in STORED.values() for node in parse(document).nodes}
    size = sum(path.stat().st_size for path in (HERE / "plans").iterdir() if path.is_file())

    everywhere = {name for name, each in STATEMENTS.items() if "everywhere" in each}
    wanted = {(server, name) for server in ("pg15", "pg16", "pg17") for name in everywhere}
    wanted |= {("pg18", name) for name in STATEMENTS}

    assert wanted - STORED.keys() == set()
    assert size < 600_000
    assert set() == {" ".join(kind.split()) for kind in KINDS.split(";")} - kinds


def test_pages_add_up(plan):
    """What the nodes touched themselves is never negative, and all together the plan's pages."""
    if plan.pages is None:
        assert [] == [node for node in plan.nodes if node.pages is not None]
    else:
        assert plan.pages == sum(node.pages for node in plan.nodes)
        assert [] == [node for node in plan.nodes if node.pages < 0]


def test_times_add_up(plan):
    """What the nodes took themselves is never negative, and together the plan's time, but for rounding."""
    if plan.root.ms is None:
        return
    rounding = sum(0.001 * (node.loops or 0) for node in plan.nodes)
    total = sum(node.ms for node in plan.nodes)

    assert [] == [node for node in plan.nodes if node.ms < 0]
    assert pytest.approx(plan.root.ms_total, abs=rounding + 0.002 * len(plan.nodes)) == total


def test_every_node_has_words(plan):
    """There are plain words for each kind of node."""
    assert [] == [node.kind for node in plan.nodes if UNKNOWN in does(node)]


def test_text_is_drawn(plan):
    """Each node has a line, none is much wider than a page, and nothing turns or breaks it."""
    text = str(plan)
    lines = re.sub("⟨[^⟩]*⟩", "⟨⟩", text).split("\n")

    assert [] == [line for line in lines if len(line) > 110]
    assert len(lines) >= len(plan.nodes)
    assert (text.count("⟨"), None) == (
        text.count("⟩"),
        re.search("[\u202a-\u202e\u2066-\u2069\x00-\x09]", text),
    )


def test_picture_is_drawn(plan):
    """The picture is well-formed, keeps to what survives, and each node has a row with a header."""
    read = Reader(plan._repr_html_())
    tags = [tag for tag, _ in read.seen]
    rows = [attributes for tag, attributes in read.seen if tag == "th" and attributes["scope"] == "row"]

    assert (1, len(plan.nodes), len(plan.nodes)) == (tags.count("caption"), len(rows), tags.count("details"))
    assert [] == [node.kind for node in plan.nodes if node.kind not in read.said]


def test_a_picture_of_200_nodes_is_small():
    """A plan of 200 nodes, of every kind, takes less than 200 kB."""
    parts, count = [], 0
    for document in STORED.values():
        if (
            count < 200
            and "Actual Total Time" in document["Plan"]
            and "Shared Hit Blocks" in document["Plan"]
        ):
            parts.append(document["Plan"])
            count += len(parse(document).nodes)
    root = {**STORED["pg18", "append"]["Plan"], "Plans": parts}

    assert (True, True) == (count >= 200, len(parse({"Plan": root})._repr_html_().encode()) < 200_000)


def test_shape_has_no_figures(plan):
    """A plan's shape is the same whatever was counted and measured."""
    bare = ("Plans", "Actual", "Shared", "Local", "Temp", "Total", "Startup", "Rows Removed", "WAL")

    def without(raw):
        kept = {key: value for key, value in raw.items() if not key.startswith(bare)}
        return {**kept, "Plans": [without(child) for child in raw.get("Plans", [])]}

    document = next(document for document in STORED.values() if parse(document) == plan)
    assert plan.shape == parse({"Plan": without(document["Plan"])}).shape


def test_one_shape_on_all_servers():
    """What all servers do alike has one shape, whatever they call it."""
    for name in (
        "index only scan",
        "memoize",
        "initplan",
        "recursive",
        "upsert",
        "merge",
        "no workers",
    ):
        shapes = {stored(name, server).shape for server in ("pg15", "pg16", "pg17", "pg18")}
        assert (name, 1) == (name, len(shapes)), "\n---\n".join(shapes)


def test_compared_with_itself(plan):
    """Each plan is the same as itself, and drawn so."""
    found = Comparison(plan, plan, ("before", "after"), 1.0, 1.0)

    assert (True, (), len(plan.nodes)) == (found.same, found.moved, len(found.pairs))
    Reader(found._repr_html_())
    assert "the same plan" in str(found)


def test_compared_with_others():
    """Whatever two plans are compared, each node of both has its place, once and in order."""
    plans = [parse(document) for document in STORED.values()]
    for before, after in zip(plans, plans[7:], strict=False):
        found = Comparison(before, after, ("before", "after"), 1.0, 20.0)
        Reader(beside_markup.beside_html(found))
        assert list(before.nodes) == [each.before for each in found.pairs if each.before]
        assert list(after.nodes) == [each.after for each in found.pairs if each.after]
        assert str(found).endswith("run each⟩")


def test_what_is_hostile_is_text():
    """Names and conditions with markup, marks, or changes of direction are shown and do nothing."""
    html, text = stored("markup in names")._repr_html_(), str(stored("right to left"))

    assert "<script>alert(1)</script>" in Reader(html).said
    assert "&lt;script&gt;" in html
    assert ("שלום ‹עולם›" in text, "\u202e" in text) == (True, False)


def test_long_names_and_conditions_are_cut():
    """What is very long is cut in the middle, in the picture as in the text."""
    plan = stored("long list")

    assert (True, True) == (len(plan.root.conditions[0].text) > 900, len(str(plan)) < 700)
    assert "…" in str(stored("long name"))
    assert "…" in plan._repr_html_()


def test_an_estimate_that_is_off():
    """Ten times more or fewer rows than expected are told, but not of what was stopped early."""
    window = stored("window")

    assert "expected 20,000 rows, 133 × too many⟩" in str(window).split("\n")[0]
    assert "expected" not in str(window).split("\n")[-1]
    assert "▲ expected 20,000 rows, 133 × too many" in window._repr_html_()
    assert "expected" not in str(stored("hash join"))


@pytest.mark.parametrize("server", ["pg15", "pg16", "pg17", "pg18"])
@pytest.mark.parametrize("name", OFF)
def test_only_what_was_misjudged_is_called_so(name, server):
    """A step that was stopped when there was enough is not misjudged; one that ran to its end may be."""
    plan = stored(name, server)
    drawn = zip(plan.nodes, drawn_text.lines(plan, drawn_text.Room()), strict=True)
    off = {node.name or node.kind for node, line in drawn if line.off}

    assert set(OFF[name]) == off, str(plan)
    assert (str(plan).count("× too "), plan._repr_html_().count("▲")) == (
        len([line for line in drawn_text.lines(plan, drawn_text.Room()) if line.off]),
    ) * 2


def test_what_spilled_says_so():
    """A sort, a hash and an aggregate that did not fit say what went to disk."""
    for name in ("sort on disk", "hash in batches", "aggregate on disk"):
        assert (name, True) == (name, any(node.spilled for node in stored(name).nodes))
        assert "on disk" in stored(name)._repr_html_()


def test_triggers_stand_at_the_top():
    """The time of a foreign key's trigger is in the caption, with its share."""
    html = stored("delete")._repr_html_()

    assert "trigger progress_user_id_fkey on users: 1 call" in html.partition("</caption>")[0]
    assert "% of the time⟩" in html.partition("</caption>")[0]


def test_what_was_asked_for_is_told():
    """Settings, the write-ahead log, planning, compiling and sending are shown where EXPLAIN tells them."""
    verbose, sent = stored("verbose"), stored("sent")

    assert "8MB" == verbose.settings["work_mem"]
    assert "work_mem = 8MB" in str(verbose)
    assert "output: name, lower(email)" in verbose._repr_html_()
    assert "write-ahead log: ⟨60 records" in str(stored("insert"))
    assert "sent to the client: ⟨" in str(sent)
    assert "memory for planning: ⟨" in str(sent)
    assert "inner unique: yes" in stored("verbose join")._repr_html_()
    assert "to plan⟩" in sent._repr_html_()
    assert ("own pages" in stored("without buffers")._repr_html_()) is False
    assert ("own time" in stored("without timing")._repr_html_()) is False


def test_two_runs_differ_only_where_they_may():
    """Other times and estimates change nothing that is compared, in the text or the picture."""
    for name in ("hash join", "gather merge", "cte", "sort on disk", "update", "memoize"):
        document = STORED["pg18", name]
        one, two = parse(document), parse(faster(document))
        assert one._repr_html_() != two._repr_html_()
        for draw in (str, Plan._repr_html_):
            assert sanitise(draw(one), PATTERNS) == sanitise(draw(two), PATTERNS)


def faster(document):
    """Return the plan *document* as if it had run in less time, and more had been expected of it."""

    def change(raw):
        times = {key: raw[key] / 3 for key in ("Actual Startup Time", "Actual Total Time") if key in raw}
        below = [change(child) for child in raw.get("Plans", [])]
        own = {"Actual Total Time": times["Actual Total Time"] + 0.01} if not below else {}
        return {**raw, **times, **own, "Plan Rows": raw["Plan Rows"] * 50, "Plans": below}

    return {**document, "Execution Time": 0.1, "Planning Time": 3, "Plan": change(document["Plan"])}


def test_what_nobody_knows_degrades():
    """A node from the future keeps its name, its children and its keys, between marks."""
    raw = {
        "Node Type": "Teleport",
        "Plans": [{}, {"Node Type": 7}],
        "New": {"Deep": [1, {"x": "<b>"}]},
        "Old": [],
    }
    plan = parse({"Plan": raw, "Odd": {}})
    html = plan._repr_html_()

    assert "Teleport\n  Unknown\n  7" == plan.shape
    assert "new: ⟨deep 1, x &lt;b&gt;⟩" in html
    assert UNKNOWN in html
    Reader(html)
