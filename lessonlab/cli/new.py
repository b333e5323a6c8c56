"""`lessonlab new`: for authors, what a new part of the course begins with."""

from __future__ import annotations

import re
from importlib import resources
from pathlib import Path

import click

from lessonlab import content
from lessonlab.authoring import skeletons
from lessonlab.authoring.normal_form import dump
from lessonlab.cli import exercise
from lessonlab.course.chapters import chapters, find, parse_name
from lessonlab.course.claims import load_claims
from lessonlab.errors import ContentError
from lessonlab.review.rules import LEVELS

NAME = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")


@click.group("new")
def command() -> None:
    """
    Begin a chapter, a query, a claim, a review rule or an exercise.

    For authors, in a checkout.  What is written is in the right place and form; the line "next" says the one
    test that is red until you are done.  .github/CONTRIBUTING.md has the whole way.

    \b
    Examples:
      lessonlab new chapter 07h_hash_indexes --title "Look a value up by its hash"
      lessonlab new query first_try "How many pass each lesson at the first try?"
      lessonlab new claim 07 "a hash index is smaller than a B-tree"
      lessonlab new rule table_in_capitals 04 "a name in capitals needs quotes in every statement"
      lessonlab new exercise 14_analytics dropout --kind query
    """
    content.require_checkout()


@command.command("chapter")
@click.argument("name")
@click.option("--title", required=True, help="A title with a verb.")
def new_chapter(name: str, title: str) -> None:
    """Begin a page: lessonlab new chapter 07h_hash_indexes --title "Look a value up by its hash"."""
    chapter = parse_name(name)
    folder = content.folder("notebooks")
    for other in chapters(folder):
        if chapter.key == other.key or chapter.slug == other.slug:
            raise ContentError(
                f"there is {other.name!r} already; want a number and a slug of its own",
                cure="a second notebook of one number takes a letter: 07h",
            )
    following = next((one.name for one in chapters(folder) if one.name > chapter.name), "24_what_you_can_do")
    write(folder / chapter.filename, dump(skeletons.page(name, title, following)))
    stale = skeletons.pages_that_call(folder, "lab.progress(")
    follow(
        f"write the page, then: lessonlab normalise {' '.join([*stale, chapter.key])}",
        f"pytest tests/test_notebooks.py -k {chapter.name}",
    )


@command.command("query")
@click.argument("name")
@click.argument("question")
def new_query(name: str, question: str) -> None:
    """Begin an analytics query: lessonlab new query first_try "How many pass at the first try?"."""
    if not question.endswith("?"):
        raise ContentError(f"want a question that ends in '?', have {question!r}", cure="ask what it answers")
    write(named("analytics", name), skeletons.query(name, question))
    stale = " ".join(skeletons.pages_that_call(content.folder("notebooks"), "lab.queries()"))
    follow(
        f"write the statement, in tests/test_queries_proof.py how Python computes it, and its picture in "
        f"lessonlab/charts/each_query.py; then: lessonlab normalise {stale}",
        f"pytest tests/test_queries_proof.py tests/test_queries.py tests/test_charts.py "
        f"-k 'computation or picture or {name}'",
    )


@command.command("claim")
@click.argument("chapter")
@click.argument("said")
@click.option("--fact", default="as_said", show_default=True, help="What is measured.")
def new_claim(chapter: str, said: str, fact: str) -> None:
    """Add a claim of ours, measured by a file of probes: lessonlab new claim 07 "a hash index is smaller"."""
    if not fact.isidentifier():
        raise ContentError(f"a fact is a Python name, have {fact!r}", cure="--fact hash_is_smaller")
    of = find(chapter)
    id_ = skeletons.next_claim(load_claims())
    path = Path(str(resources.files("lessonlab.course") / "claims.toml"))
    with path.open("a", encoding="utf-8") as file:
        file.write(skeletons.claim(id_, f"{of.number:02}", said, fact))
    click.echo(f"{path}: {id_}")
    write(named("claims", id_.lower()), skeletons.probes(fact))
    follow(
        f"write what the file asks, put `%claims {id_}` into a cell of {of.name}, then: "
        f"lessonlab normalise {of.key}",
        "pytest tests/test_course_claims.py tests/test_claim_probes.py",
    )


@command.command("rule")
@click.argument("name")
@click.argument("chapter")
@click.argument("reason")
@click.option("--level", type=click.Choice(list(LEVELS)), default="note", show_default=True)
def new_rule(name: str, chapter: str, reason: str, level: str) -> None:
    """Begin a review rule: lessonlab new rule table_in_capitals 04 "a name in capitals needs quotes"."""
    write(named("review", name), skeletons.rule(reason, level, f"{find(chapter).number:02}"))
    follow(
        "write the query, and in CASES of tests/test_review.py what breaks the rule and what mends it",
        f"pytest tests/test_review.py -k 'every_rule or {name}'",
    )


command.add_command(exercise.new, "exercise")


def named(folder: str, name: str) -> Path:
    """Return the path of the file *name* in *folder* of `sql/`."""
    if not NAME.fullmatch(name):
        raise ContentError(
            f"want a name in lower case like 'first_try', have {name!r}", cure="choose another"
        )
    return content.folder("sql") / folder / f"{name}.sql"


def write(path: Path, text: str) -> None:
    """Write a new file, and say where it is."""
    if path.exists():
        raise ContentError(f"there is {str(path)!r} already", cure="choose another name")
    path.write_text(text, encoding="utf-8", newline="\n")
    click.echo(path)


def follow(task: str, red: str) -> None:
    """Say what is left to do, and the test that is red until then."""
    click.echo(f"next: {task}\nred until then: {red}")
