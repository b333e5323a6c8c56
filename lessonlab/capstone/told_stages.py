"""What came of a capstone, as text, as one verdict, and as a page that a student can show."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from lessonlab.capstone.judging import STAGES, How
from lessonlab.grading.submissions import CAPSTONE_KEY
from lessonlab.grading.verdict import Difference, State, Verdict
from lessonlab.reader.result_page import result_page
from lessonlab.show.shorten import shorten
from lessonlab.system.foreign import printed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lessonlab.capstone.judging import Staged

TITLE = "A school's quizzes"
SIGNS = {How.PASSED: "✓", How.NOT_YET: "✗", How.NOT_THERE: "○"}
MOST = 12  # differences of one stage that are told
LONGEST = 1_000
MARK = '<meta name="generator" content="lessonlab capstone">'


def text(staged: Staged) -> str:
    """Return what came of one stage: a line, and what was wrong below it."""
    lines = [f"{SIGNS[staged.how]} {staged.number} {staged.title}: {staged.how.value}"]
    lines += [f"    {staged.told}"] if staged.told else []
    for found in staged.differences[:MOST]:
        first, *rest = clean(str(found)).splitlines()
        lines += [f"    {first}", *(f"      {line}" for line in rest)]
        lines += [f"      {clean(found.why)}"] if found.why else []
    left = len(staged.differences) - MOST
    return "\n".join([*lines, *([f"    and {left} more"] if left > 0 else [])])


def clean(said: str) -> str:
    """Return *said* as it can be printed: it may be of any length, and hold anything."""
    return printed(shorten(said, LONGEST), lines=True)


def summary(all_staged: Sequence[Staged]) -> str:
    """Return the last line."""
    passed = sum(staged.how is How.PASSED for staged in all_staged)
    return f"{passed} of {len(STAGES)} stages passed"


def verdict(all_staged: Sequence[Staged]) -> Verdict:
    """Return all stages as the verdict on one answer, for a class's lists."""
    passed = sum(staged.how is How.PASSED for staged in all_staged)
    nothing = all(staged.how is How.NOT_THERE for staged in all_staged)
    state = State.CORRECT if passed == len(STAGES) else State.NOT_ATTEMPTED if nothing else State.NOT_YET
    found = [
        Difference(f"stage {staged.number}", staged.told or str(one))
        for staged in all_staged
        if staged.how is not How.PASSED
        for one in (staged.differences[:3] or [Difference("", staged.told)])
    ]
    seconds = sum(staged.seconds for staged in all_staged)
    return Verdict(
        CAPSTONE_KEY, f"{TITLE}, {summary(all_staged)}", state, tuple(found), seconds=seconds
    ).kept()


def page(all_staged: Sequence[Staged], who: str) -> str:
    """Return the page: static, without script or network."""
    return result_page(f"{TITLE}: {summary(all_staged)}", who, map(section, all_staged))


def section(staged: Staged) -> str:
    """Return one stage as HTML."""
    head = f"{SIGNS[staged.how]} {staged.number} · {staged.title}"
    told = "\n".join(text(staged).splitlines()[1:])
    body = f"<pre>{escape(told, quote=False)}</pre>" if told else ""
    kind = staged.how.name.lower()
    return f'<section class="{kind}"><h2>{escape(head)}</h2><p>{escape(staged.how.value)}</p>{body}</section>'
