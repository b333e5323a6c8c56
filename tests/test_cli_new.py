"""`lessonlab new`: each kind is begun by one command; a test is red then, and says what is missing."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from lessonlab.authoring.skeletons import next_claim
from lessonlab.course.claims import load_claims

pytestmark = pytest.mark.slow  # each is a process, in a copy of the checkout
ROOT = Path(__file__).resolve().parents[1]
PARTS = ("lessonlab", "notebooks", "sql", "exercises", "tests", "pyproject.toml", "README.md")
MAP = (ROOT / ".github/CONTRIBUTING.md").read_text(encoding="utf-8")
BEGUN = [shlex.split(line)[2:] for line in re.findall(r"^\| begin \| `(.*)` \|$", MAP, re.MULTILINE)]
RED = {  # by what was begun: the test that is red then, and what it says is missing
    "chapter": (
        "tests/test_notebooks.py::test_normal_form[07h_hash_indexes-length]",
        "07h_hash_indexes has 6 cells, expected 20 to 60: add, split or join some",
    ),
    "query": (
        "tests/test_queries_proof.py::test_every_query_has_a_computation_and_something_to_ask",
        "COMPUTED has no Python computation for",
    ),
    "query's picture": ("tests/test_charts.py::test_every_query_has_a_picture", "'first_try'"),
    "claim": (
        "tests/test_course_claims.py::test_every_claim_of_a_chapter_is_shown",
        f"no notebook of chapter 07 has a cell with %claims {next_claim(load_claims())}",
    ),
    "rule": (
        "tests/test_review.py::test_every_rule_has_a_case",
        "rules without a case in CASES: what breaks it, where, what mends it",
    ),
}

# What is asked of each chapter, query, claim and rule is asked of the new ones, and what is asked of all.
NEW = [*(words[1] for words in BEGUN if words[0] in ("chapter", "query", "rule")), next_claim(load_claims())]
NEW_ONLY = f"""
def pytest_collection_modifyitems(items):
    items[:] = [item for item in items if "[" not in item.name or any(new in item.name for new in {NEW})]
"""
LACKS = ("right/: have 1, want at least 2 beside the solution", "wrong/: have 1, want at least 4")


@pytest.fixture(scope="module")
def checkout(tmp_path_factory):
    """Return a copy of the checkout, in a folder whose name has a blank."""
    root = tmp_path_factory.mktemp("a checkout")
    for part in PARTS:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, root / part, ignore=shutil.ignore_patterns("__pycache__", ".*"))
        else:
            shutil.copy(ROOT / part, root / part)
    return root


def python(root, *arguments):
    """Run Python in the checkout *root*, on the package that is there."""
    environ = {**os.environ, "PYTHONPATH": str(root)}
    return subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=root,
        env=environ,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_each_kind_is_begun_by_one_command_and_one_red_test_says_the_rest(checkout):
    """A chapter, a query, a claim and a rule, begun as the map says: a red test each, two for a query."""
    assert {words[0] for words in BEGUN} == {"exercise", *(name.partition("'")[0] for name in RED)}
    for words in BEGUN:
        done = python(checkout, "lessonlab", "new", *words)
        assert (done.returncode, done.stderr) == (0, ""), words
        assert "next: " in done.stdout
    (checkout / "tests" / "what_is_new.py").write_text(NEW_ONLY, encoding="utf-8")
    files = ["notebooks", "queries_proof", "queries", "course_claims", "claim_probes"]
    files += ["course_chapters", "review", "charts"]
    done = python(
        checkout, "pytest", "-q", "-m", "not slow", "-p", "no:cacheprovider", "-n", "0", "-p",
        "tests.what_is_new", "lessonlab/course", "lessonlab/charts", "lessonlab/review",
        *(f"tests/test_{name}.py" for name in files),
    )  # fmt: skip
    red = set(re.findall(r"^(?:FAILED|ERROR) (tests/\S+)", done.stdout, re.MULTILINE))

    assert red == {test for test, _ in RED.values()}, done.stdout[-4000:]
    assert [said for _, said in RED.values() if said not in done.stdout] == []


def test_an_exercise_that_was_begun_says_what_it_lacks(checkout, server):
    """The command that `new` prints is red, and names the answers that are still to be written."""
    assert server.dsn
    words = next(words for words in BEGUN if words[0] == "exercise")
    begun = python(checkout, "lessonlab", "new", *words[:2], "second_try", *words[3:])
    asked = re.search(r"^next: lessonlab (exercise test \d\d-\d\d)$", begun.stdout, re.MULTILINE)[1]
    done = python(checkout, "lessonlab", *asked.split())

    assert (done.returncode, done.stderr) == (1, "")
    assert [said for said in LACKS if said not in done.stdout] == [], done.stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("chapter", "07e", "--title", "x"), "a notebook is named NN_slug.ipynb"),
        (("chapter", "07_hashes", "--title", "x"), "there is '07_indexes' already"),
        (("chapter", "24_indexes", "--title", "x"), "there is '07_indexes' already"),
        (("query", "First", "Who?"), "want a name in lower case like 'first_try'"),
        (("query", "first", "Who"), "want a question that ends in '?'"),
        (("query", "funnel", "Who?"), "already"),
        (("claim", "99", "x"), "there is no chapter '99'"),
        (("claim", "07", "x", "--fact", "a b"), "a fact is a Python name"),
        (("rule", "../x", "04", "x"), "want a name in lower case like 'first_try'"),
    ],
)
def test_what_cannot_be_begun_says_so_in_two_lines(checkout, words, said):
    """Nothing is written, and the next step is named."""
    done = python(checkout, "lessonlab", "new", *words)
    lines = done.stderr.splitlines()

    assert (done.returncode, len(lines), lines[1][:6]) == (1, 2, "next: ")
    assert said in lines[0]
