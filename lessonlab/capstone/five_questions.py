"""Five questions to a school of a million answers: the right rows, within a number of pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from psycopg.rows import dict_row
from psycopg.sql import Literal

from lessonlab import content
from lessonlab.capstone.crowd import settle_crowd
from lessonlab.grading import answer_session
from lessonlab.grading.answer_session import Failed
from lessonlab.grading.by_probes import count_pages
from lessonlab.grading.probes import Values
from lessonlab.grading.same_rows import compare
from lessonlab.grading.spoken import spoken
from lessonlab.grading.verdict import Difference

if TYPE_CHECKING:
    from psycopg import Connection

    from lessonlab.capstone.submission import StageWork

SECONDS = 240.0
ROOM = 2_000  # megabytes
SECONDS_EACH = 10.0


@dataclass(frozen=True, slots=True)
class Question:
    """
    One question: its number, the *reference* that answers it, what is *asked*, how many *pages* are too many.

    What asks of all attempts at a quiz *grows* with the school.
    """

    number: int
    reference: str
    asked: str
    pages: int
    ordered: bool = False
    grows: bool = False

    def limit(self, scale: float) -> int:
        """Return how many pages are too many in a school of this *scale*."""
        return 300 + round(self.pages * scale) if self.grows else self.pages


QUESTIONS = (
    Question(1, "capstone/question_1", "a learner's best per cent in each quiz of a course", 400),
    Question(2, "capstone/question_2", "how many tried a quiz, and how many passed it", 7_000, grows=True),
    Question(
        3,
        "capstone/question_3",
        "how often each question of a quiz was answered, and its average",
        7_000,
        grows=True,
    ),
    Question(4, "capstone/question_4", "a learner's open attempts, the latest first", 60, ordered=True),
    Question(
        5,
        "capstone/question_5",
        "the twenty attempts of a course that were handed in last",
        1_000,
        ordered=True,
    ),
)


def judge(work: StageWork, _connection: Connection[Any]) -> tuple[Difference, ...]:
    """Return what is wrong with the answers to the five questions."""
    with work.stage.enter() as filling, work.ground.watched(filling, SECONDS, room=ROOM):
        settle_crowd(filling, work.design, work.scale)
        asked = drawn(filling)
        filling.execute("VACUUM (ANALYZE)")
        found: list[Difference] = []
        for question in QUESTIONS:
            name = f"questions/{question.number}.sql"
            text = work.submission.scripts.get(name)
            if text is None:
                found.append(Difference("missing", f"there is no {name}: {question.asked}"))
                continue
            found += judge_one(work, filling, question, text, asked)
    return tuple(found)


def drawn(filling: Connection[Any]) -> dict[str, Any]:
    """Return whom and what the questions are about."""
    with filling.cursor(row_factory=dict_row) as cursor:
        return cursor.execute(content.sql("capstone/asked")).fetchall()[0]


def judge_one(
    work: StageWork, filling: Connection[Any], question: Question, text: str, asked: dict[str, Any]
) -> list[Difference]:
    """Return what is wrong with one answer."""
    said = {key: Literal(value).as_string(filling) for key, value in asked.items()}
    want = answer_session.rows(filling, spoken(content.sql(question.reference), said, Values(work.source)))
    query = spoken(text, said, Values(work.source)).strip().rstrip(";")
    try:
        with work.stage.enter() as asking, work.ground.watched(asking, SECONDS_EACH):
            with asking.transaction(force_rollback=True):
                asking.execute("SET TRANSACTION READ ONLY")
                have = answer_session.read(asking, query)
            pages = count_pages(asking, query)
    except Failed as error:
        return [Difference("error", f"{question.asked}\n{error.text}")]
    found = [
        Difference(one.word, f"{question.asked}: {one.text}")
        for one in compare(have, want, ordered=question.ordered, digits=1, names=False)
    ]
    limit = question.limit(work.scale)
    if not found and pages >= limit:
        found.append(
            Difference("too many pages", f"{question.asked}: have {pages:,}, want fewer than {limit:,}")
        )
    return found
