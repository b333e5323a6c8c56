"""The guide's claims and our own: complete as data, judged by value, shown where they belong."""

from __future__ import annotations

import json
from decimal import Decimal
from html.parser import HTMLParser

import pytest
from click.testing import CliRunner

from lessonlab import cli, content
from lessonlab.authoring.claim_calls import chapter_claims, missing_claims, shown_claims
from lessonlab.course.claims import VERDICTS, find_claim, insist, judge, load_claims, parse_claims
from lessonlab.course.facts import SQLSTATE, agree, show
from lessonlab.course.verdicts import WORDS, html, text
from lessonlab.errors import ClaimError, ContentError, UnknownName
from lessonlab.varying import Varying

ROW = '[G001]\nchapter = "01"\nclaim = "all is well"\n'
HOLDS = ROW + 'verdict = "holds"\n'


def claim_of(rest, head=HOLDS):
    """Return the one claim that *head* and *rest* describe."""
    return parse_claims(head + rest)["G001"]


def notebook(folder, name, *cells):
    """Write a notebook of code *cells*."""
    found = [{"cell_type": "code", "source": cell.splitlines(keepends=True)} for cell in cells]
    (folder / f"{name}.ipynb").write_text(json.dumps({"cells": found}), encoding="utf-8")


# The data


def test_ids_are_contiguous():
    """The guide's claims are G001 to G214, in order, none left out; ours follow, numbered from L001."""
    ours = [name for name in load_claims() if name[0] == "L"]
    guides = [f"G{number:03}" for number in range(1, 215)]
    assert [*guides, *(f"L{number:03}" for number, _ in enumerate(ours, 1))] == list(load_claims())


def test_what_does_not_run_is_seen_to_be_refused():
    """A claim that does not run as written has a fact that is an SQLSTATE; each verdict occurs."""
    claims = load_claims().values()
    stopped = {claim.id: claim.expect.values() for claim in claims if claim.verdict == "does not run"}
    assert [name for name, facts in stopped.items() if not any(map(is_code, facts))] == []
    assert {claim.verdict for claim in claims} == set(VERDICTS)


def is_code(fact):
    """Say whether *fact* is an SQLSTATE."""
    return isinstance(fact, str) and SQLSTATE.fullmatch(fact) is not None


def test_chapters_follow_the_guide():
    """From the introduction on, claims of the guide stand in the order of their chapters."""
    order = [claim.chapter for claim in load_claims().values() if "G005" <= claim.id < "L"]
    assert sorted(order) == order


def test_texts_read_on_from_their_labels():
    """Every text is one short clause: no full stop, no blanks around it."""
    texts = [
        said
        for claim in load_claims().values()
        for said in (claim.claim, claim.condition, claim.truth, claim.versions)
    ]
    wrong = [
        said
        for said in texts
        if said != said.strip() or len(said) > 125 or (said + " ").endswith((". ", "! "))
    ]
    assert ["an UPDATE ends in WHERE ..."] == wrong


def test_older_servers_change_only_facts_that_are_there():
    """What an older server replaces or leaves out is a fact that newer ones measure."""
    stray = [
        (claim.id, name)
        for claim in load_claims().values()
        for older in claim.older.values()
        for name in (*older.expect, *older.without)
        if name not in claim.facts(99)
    ]
    assert [] == stray


def test_claims_cannot_be_changed():
    """What one cell does to a claim cannot reach another."""
    with pytest.raises(TypeError):
        load_claims()["G005"].expect["percent"] = 65


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ("[G001", "not TOML"),
        (ROW, "'verdict' is missing"),
        (ROW + 'verdict = "so"\n', "have 'so'"),
        (ROW + 'verdict = "holds if"\n', "a condition stands with 'holds if'"),
        (HOLDS + 'condition = "it rains"\n', "a condition stands with 'holds if'"),
        (ROW + 'verdict = "wrong"\n', "needs a truth"),
        (HOLDS + 'verdit = "x"\n', "have 'verdit'"),
        (HOLDS + "shown = 3\n", "'shown': want list, have 3"),
        (HOLDS + 'expect = { "a b" = 1 }\n', "facts are Python names"),
        (HOLDS + 'expect = { a = 1 }\nshown = ["a"]\n', "not both"),
        (HOLDS + "before_18 = { expects = {} }\n", "have 'expects'"),
        (HOLDS.replace("G001", "X1"), "want an id"),
        (HOLDS.replace('"01"', '"1"'), "two digits"),
        ("G001 = 3\n", "want a table"),
    ],
)
def test_broken_data_says_where(toml, said):
    """A mistake in claims.toml is an error that names it."""
    with pytest.raises(ContentError, match=said):
        parse_claims(toml)


# Judging


@pytest.mark.parametrize(
    ("want", "have"),
    [
        (14, 14),
        (85, Decimal("85.0000000000000000")),
        (14, Varying(14, "")),
        (True, True),
        ("23505", "23505"),
        ("accepted", None),
        ("NULL", None),
        (66.7, Decimal("66.6667")),
        (61.08, 61.0833),
        (">= 3", 3),
        (">= 3", Varying(152.4, "×")),
        ("<= 101", 70),
        ("> -1", 0),
        ("< 0.5", 0.4),
        ((1, 3), [1, 3]),
        ("=> x", "=> x"),
    ],
)
def test_fact_agrees(want, have):
    """A fact that is what was wanted agrees, whatever type carries it."""
    assert agree(want, have)


@pytest.mark.parametrize(
    ("want", "have"),
    [
        (14, 13),
        (14, None),
        (1, True),
        (True, 1),
        (False, None),
        ("23505", "23514"),
        ("23505", None),
        ("accepted", "23505"),
        ("NULL", 0),
        (66.7, 66.6),
        (66.7, "66.7"),
        (">= 3", 2.99),
        (">= 3", True),
        (">= 3", "3"),
        (">= 3", None),
        ("> 3", 3),
        ("< 3", 3),
        ("<= 3", 3.01),
        ((1, 3), (1, 2)),
        ((1, 3), (1, 3, 4)),
        ((1, 3), "13"),
    ],
)
def test_fact_disagrees(want, have):
    """A fact that is anything else does not."""
    assert not agree(want, have)


def test_disagreement_is_refused():
    """A verdict that reality contradicts is an error with claim, fact, want, have and the next step."""
    verdict = judge(claim_of("expect = { rows = 14, sound = true }"), {"rows": 12, "sound": True}, 18)
    with pytest.raises(ClaimError) as caught:
        insist([verdict])
    assert "claim G001: rows differs: want '14', have '12'" == caught.value.message
    assert "lab.reset(), then Run All Cells" == caught.value.cure


def test_agreement_passes():
    """A verdict that reality confirms is none."""
    verdict = judge(claim_of("expect = { rows = 14 }"), {"rows": 14}, 18)
    insist([verdict])
    assert verdict.agrees


def test_shown_facts_are_not_judged():
    """A fact that is only shown agrees whatever it is."""
    assert judge(claim_of('shown = ["ratio"]'), {"ratio": Varying(1.02, "×")}, 18).agrees


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({}, "claim G001: facts differ: missing ratio, rows"),
        ({"rows": 14, "ratio": 1, "row": 1}, "claim G001: facts differ: extra row"),
        ({"row": 14, "ratio": 1}, "claim G001: facts differ: missing rows; extra row"),
    ],
)
def test_facts_have_the_right_names(facts, said):
    """A fact too many or too few is an error that says which, and how the call reads."""
    with pytest.raises(ClaimError) as caught:
        judge(claim_of('expect = { rows = 14 }\nshown = ["ratio"]'), facts, 18)
    assert said == caught.value.message
    assert 'lab.claim("G001", ratio=…, rows=…)' == caught.value.cure


def test_older_server_replaces_facts():
    """What an older server does differently is judged by what it should do."""
    claim = claim_of('expect = { uuidv7 = "accepted" }\nbefore_18 = { expect = { uuidv7 = "42883" } }')
    agreed = [judge(claim, {"uuidv7": have}, major).agrees for have in (None, "42883") for major in (18, 17)]
    assert [True, False, False, True] == agreed


def test_older_server_leaves_facts_out():
    """What an older server does not have is not asked for, whether judged or shown."""
    claim = claim_of('expect = { a = 1, b = 2 }\nshown = ["c"]\nbefore_18 = { without = ["b", "c"] }')
    assert [{"a", "b", "c"}, {"a"}] == [claim.facts(18), claim.facts(17)]


def test_oldest_server_has_the_last_word():
    """Of two replacements that apply, the one for the older server wins."""
    claim = claim_of(
        "expect = { a = 1 }\nbefore_16 = { expect = { a = 3 } }\nbefore_18 = { expect = { a = 2 } }"
    )
    assert [1, 2, 2, 3] == [claim.expected(major)["a"] for major in (18, 17, 16, 15)]


@pytest.mark.parametrize(
    ("name", "said"),
    [("G999", "have G001 to G214"), ("g005", "did you mean 'G005'"), ("G5", "did you mean 'G005'")],
)
def test_unknown_claim(name, said):
    """A claim that does not exist is an error that helps."""
    with pytest.raises(UnknownName, match=said) as caught:
        find_claim(name)

    listed = run_command(*caught.value.cure.split()[1:])
    assert {line.split()[0] for line in listed.splitlines()} == set(load_claims()), caught.value.cure


def run_command(*arguments):
    """Return what `lessonlab` prints."""
    done = CliRunner().invoke(cli.commands, arguments, prog_name="lessonlab")
    assert 0 == done.exit_code, done.output
    return done.output


def test_a_claim_of_ours_says_so():
    """It is numbered apart from the guide's, and nothing is put under the guide's name."""
    ours = parse_claims(HOLDS.replace("G001", "L001"))["L001"]
    verdict = judge(ours, {}, 18)

    assert text([verdict]).startswith("L001  our claim  all is well\n")
    assert ("our claim" in html([verdict]), "the guide" in html([verdict])) == (True, False)
    assert "the guide · our claim" in html([verdict, judge(find_claim("G004"), {}, 18)])


# Rendering


@pytest.mark.parametrize(
    ("fact", "want", "seen"),
    [(None, "23505", "accepted"), (None, "accepted", "accepted"), (None, "NULL", "NULL"), (None, 14, "NULL")],
)
def test_none_reads_by_what_was_asked(fact, want, seen):
    """None is an accepted statement where a statement was tried, and NULL where a value was read."""
    assert seen == show(fact, want)


def test_text_names_guide_verdict_and_facts():
    """The plain text has the claim, the verdict in words, and each fact as people write it."""
    claim = find_claim("G016")
    verdict = judge(claim, {"times_the_rows": 10, "times_the_bytes": Varying(18.4, "×")}, 18)
    assert (
        "G016  the guide  the relational model needs more rows\n"
        "      here       ✓ holds\n"
        "      seen       times the rows: 10 · times the bytes: ⟨18 ×⟩" == text([verdict])
    )


def test_text_is_never_wider_than_a_page():
    """Every claim of the course folds to 100 columns."""
    wide = [
        line
        for claim in load_claims().values()
        for line in text([judge(claim, dict.fromkeys(claim.facts(18)), 18)]).splitlines()
        if len(line) > 100
    ]
    assert [] == wide


@pytest.mark.parametrize("kind", WORDS)
def test_verdict_has_a_mark_and_words(kind):
    """Each verdict is told by a mark and by words, never by colour alone, in text and in HTML."""
    verdict = next(
        judge(claim, dict.fromkeys(claim.facts(18)), 18)
        for claim in load_claims().values()
        if claim.verdict == kind
    )
    mark, words, _ = WORDS[kind]
    assert f"{mark} {words}" in text([verdict])
    assert f"{mark}</b> <b>{words}</b>" in html([verdict])


def test_family_is_one_table():
    """Several verdicts share one table, each a row with its id at the head."""
    drawn = html([judge(find_claim("G004"), {}, 18), judge(find_claim("G005"), {"percent": 66.7}, 18)])
    assert [1, 2] == [drawn.count("<table"), drawn.count('<th scope="row"')]


class Tags(HTMLParser):
    """What JupyterLab would take away, if it is there."""

    def __init__(self, source):
        super().__init__()
        self.refused, self.open = [], []
        self.feed(source)

    def handle_starttag(self, tag, attrs):
        self.open.append(tag)
        self.refused += [tag] * (tag in {"style", "svg", "script"})
        self.refused += [name for name, value in attrs if name not in {"style", "scope"} or "var(" in value]

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def test_html_survives_jupyterlab():
    """The HTML is well formed, and has nothing that JupyterLab strips from a saved output."""
    verdicts = [judge(claim, dict.fromkeys(claim.facts(18)), 18) for claim in load_claims().values()]
    tags = Tags(html(verdicts))
    assert ([], []) == (tags.refused, tags.open)


def test_html_is_escaped():
    """What a server answered is text, not markup."""
    drawn = html([judge(claim_of('expect = { answer = "<b>" }'), {"answer": "<i>&"}, 18)])
    assert "answer: &lt;i&gt;&amp;" in drawn
    assert "want &lt;b&gt;" in drawn


def test_counted_figures_are_told_apart():
    """Figures counted in the guide are shown as such, not as seen here."""
    verdict = judge(find_claim("G001"), {}, 18)
    assert "      counted    entries: 22 · entries with a section: 21" in text([verdict])
    assert "seen" not in text([verdict])


# The notebooks


def test_calls_are_read_from_code():
    """Ids are read from calls of claim, among magics and whatever surrounds them."""
    cells = [
        'x = lab.value("SELECT 1")\nlab.claim("G001", a=x)',
        'lab.claim({\n    "G002": {"a": 1},\n    "G003": {},\n})',
        'rows = %sql SELECT 1\n!ls\nif lab.needs("superuser"):\n    %sql SELECT 2\n    lab.claim("G004")',
        '%%sql\nlab.claim("G005")',
        '# lab.claim("G006")\nprint("lab.claim(\'G007\')")',
        'lab.claim(name)\nlab.claim(family)\nlab.value("G008")',
        "this is not Python",
        "%claims G009–G011, L001",
        "x = 1\n  %claims G012",
        "%%sql\n%claims G013",
        "# %claims G014",
    ]
    ours = {"G009", "G010", "G011", "G012", "L001"}
    assert {"G001", "G002", "G003", "G004"} | ours == shown_claims(cells)


def test_missing_claims_of_a_chapter_in_two_notebooks(tmp_path):
    """A chapter's notebooks owe its claims together; a chapter without a notebook owes none."""
    fifth = [claim.id for claim in load_claims().values() if claim.chapter == "05"]
    notebook(tmp_path, "05_columns", *(f'lab.claim("{name}")' for name in fifth[:10]))
    notebook(tmp_path, "05b_columns_again", *(f'lab.claim("{name}")' for name in fifth[10:-2]))
    assert {"05": fifth[-2:]} == missing_claims(tmp_path)


@pytest.mark.parametrize("seconds", [5, 1234567])
def test_text_breaks_in_the_same_places_whatever_was_measured(seconds):
    """A figure that varies does not move the others to another line, and stays in one piece."""
    facts = {f"time_{n}": Varying(seconds, "ms") for n in range(8)}
    claim = claim_of(f"shown = {list(facts)}")
    lines = text([judge(claim, facts, 18)]).splitlines()

    assert [line.count("⟨") for line in lines] == [0, 0, 4, 4]
    assert [line.count("⟩") for line in lines] == [0, 0, 4, 4]


def test_every_claim_of_a_chapter_is_shown():
    """The notebooks that are there show every claim of their chapters."""
    owed = missing_claims(content.folder("notebooks"))
    said = [
        f"no notebook of chapter {chapter} has a cell with %claims {name}"
        for chapter, names in owed.items()
        for name in names
    ]
    assert [] == said


def test_every_claim_shown_belongs():
    """No notebook shows a claim that does not exist, or one that its own chapter does not show."""
    shown = chapter_claims(content.folder("notebooks"))
    claims = load_claims()
    stray = [
        (chapter, name)
        for chapter, names in shown.items()
        for name in sorted(names)
        if name not in claims or name not in shown.get(claims[name].chapter, ())
    ]
    assert [] == stray


def test_every_claim_that_can_be_tested_is():
    """A claim of a chapter that is there names facts to measure, or is about the guide's text alone."""
    there = chapter_claims(content.folder("notebooks"))
    untested = [
        claim.id
        for claim in load_claims().values()
        if claim.chapter in there and claim.verdict != "not testable" and not (claim.expect or claim.counted)
    ]
    assert [] == untested
