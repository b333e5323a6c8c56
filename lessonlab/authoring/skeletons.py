"""What an author begins with: a page, a query, a claim, a review rule, each in the form that tests want."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from lessonlab.authoring.claim_calls import code_cells
from lessonlab.authoring.minutes import with_minutes
from lessonlab.authoring.normal_form import normal
from lessonlab.course.chapters import chapters

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from nbformat import NotebookNode

AIMS = """What this page is about, in two sentences that make one curious.

**You will do** … · **learn** … · **need** notebook … · 25 minutes"""
STEP = """## The first question

What there is to see, in a sentence or two.

**Predict.** What will come of the statement below?"""
ANSWER = "What happened, and why: one paragraph for one statement."
TASK = "## On your own\n\nWhat would you try next?"
REMEMBER = (
    "## Remember\n\n- One line for each thing.\n\n**Next.** [`{next}`]({next}.ipynb): what it is about."
)
QUERY = """-- {name}: {question}
-- takes course uuid: the course
-- gives lesson_id text: the lesson
-- gives learners bigint [learners]: who began it
-- order lesson_id
-- guide none
-- index idx_lesson_progress_course_id
-- reads course
SELECT lesson_id, count(*) AS learners
FROM lesson_progress
WHERE course_id = :course
GROUP BY lesson_id
ORDER BY lesson_id
"""
RULE = """-- {reason}
-- level: {level}
-- chapter: {chapter}
SELECT t.name AS object,
       'what is seen there' AS seen,
       format('ALTER TABLE %%s …', t.name) AS cure
FROM tables AS t -- see sql/catalog/reviewed.sql: tables, columns, indexes, constraints
WHERE false
ORDER BY object
"""
CLAIM = """
[{id}]
chapter = "{chapter}"
claim = {said}
verdict = "holds"
expect = {{ {fact} = true }}
"""
PROBES = """--@ value {fact}: what is asked here, in words
SELECT NULL;
"""


def page(name: str, title: str, following: str) -> NotebookNode:
    """Return the notebook that the page *name* begins with, in the normal form; it leads to *following*."""
    told = [("title", f"# {title}\n\n{AIMS}"), ("first", STEP), ("first-why", ANSWER)]
    told += [("alone", TASK), ("remember", REMEMBER.format(next=following))]
    cells = [new_markdown_cell(text, id=id_) for id_, text in told]  # type: ignore[no-untyped-call]
    opening = f'import lessonlab\nlab = lessonlab.open("{name}")'
    cells.insert(1, new_code_cell(opening, id="setup"))  # type: ignore[no-untyped-call]
    return with_minutes(name, normal(new_notebook(cells=cells)))  # type: ignore[no-untyped-call]


def query(name: str, question: str) -> str:
    """Return the file of the query *name*: a whole header above a statement that runs."""
    return QUERY.format(name=name, question=question)


def rule(reason: str, level: str, chapter: str) -> str:
    """Return the file of a review rule, which finds nothing yet."""
    return RULE.format(reason=reason, level=level, chapter=chapter)


def claim(id_: str, chapter: str, said: str, fact: str) -> str:
    """Return the table of a claim of ours about one *fact*."""
    return CLAIM.format(id=id_, chapter=chapter, said=json.dumps(said, ensure_ascii=False), fact=fact)


def probes(fact: str) -> str:
    """Return the file that measures the *fact* of a claim; until it is written it measures nothing."""
    return PROBES.format(fact=fact)


def next_claim(known: Iterable[str]) -> str:
    """
    Return the next free id for a claim of ours, which the guide's come before.

    >>> next_claim(["G001", "G002"]), next_claim(["G001", "L001", "L002"])
    ('L001', 'L003')
    """
    return f"L{sum(name.startswith('L') for name in known) + 1:03}"


def pages_that_call(folder: Path, call: str) -> list[str]:
    """Return the keys of the pages in *folder* that show what *call* gives: their outputs are old now."""
    return [c.key for c in chapters(folder) if any(call in cell for cell in code_cells(folder / c.filename))]
