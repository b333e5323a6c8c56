"""A change to a learner's progress: checked before it is sent, named so that it can be sent again."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from lessonlab.errors import ProgressRefused

if TYPE_CHECKING:
    from collections.abc import Mapping

SLUG = re.compile(r"[a-z0-9]+([-_][a-z0-9]+)*")  # as sql/strict has it
LONGEST_SLUG = 255
MOST_SECONDS = 86_400  # of one report: a client that reports once a day still gets through
BEST_SCORE = 100


@dataclass(frozen=True, slots=True)
class Change:
    """
    What is asked for: *kind* names the statement, *value* is the seconds or the score.

    *operation* names the request: two changes with one operation are one request that was sent twice.
    """

    kind: str
    user_id: UUID
    course_id: UUID
    lesson_id: str
    value: int | None
    operation: UUID

    def values(self) -> Mapping[str, Any]:
        """Return what the statements need to know."""
        return asdict(self)


def make_change(
    kind: str, where: tuple[UUID, UUID, str], value: int | None, operation: UUID | None
) -> Change:
    """
    Return a change of the lesson *where*, as user, course and lesson.

    Raise `ProgressRefused` for what cannot be recorded.
    """
    user_id, course_id, lesson_id = where
    return Change(
        kind,
        as_uuid(user_id, "user"),
        as_uuid(course_id, "course"),
        as_slug(lesson_id),
        value,
        uuid4() if operation is None else as_uuid(operation, "operation"),
    )


def as_uuid(value: object, what: str) -> UUID:
    """
    Return *value* as a UUID.

    >>> as_uuid("00000000-0000-4000-8000-000000000001", "user")
    UUID('00000000-0000-4000-8000-000000000001')
    """
    try:
        return value if isinstance(value, UUID) else UUID(str(value))
    except ValueError:
        raise ProgressRefused(
            f"{value!r} is no id of a {what}; want a UUID", cure=f"pass the id of the {what}, not its name"
        ) from None


def as_slug(lesson_id: object) -> str:
    """
    Return *lesson_id* if it is written as lessons are.

    >>> as_slug("react-hooks")
    'react-hooks'
    """
    if isinstance(lesson_id, str) and len(lesson_id) <= LONGEST_SLUG and SLUG.fullmatch(lesson_id):
        return lesson_id
    raise ProgressRefused(
        f"{lesson_id!r} is no name of a lesson; want lower-case letters and digits, single - or _ between",
        cure="pass the lesson's slug, such as react-hooks",
    )


def as_seconds(seconds: object) -> int:
    """
    Return *seconds* if a client can have measured them since its last report.

    >>> as_seconds(30)
    30
    """
    if isinstance(seconds, int) and not isinstance(seconds, bool) and 0 <= seconds <= MOST_SECONDS:
        return seconds
    raise ProgressRefused(
        f"{seconds!r} cannot be the seconds of one report; want a whole number from 0 to {MOST_SECONDS:,}",
        cure="report what was spent since the last report",
    )


def as_score(score: object) -> int | None:
    """
    Return *score* if it is a percentage, or there is none.

    >>> as_score(87), as_score(None)
    (87, None)
    """
    if score is None:
        return None
    if isinstance(score, int) and not isinstance(score, bool) and 0 <= score <= BEST_SCORE:
        return score
    raise ProgressRefused(
        f"{score!r} is no score; want a whole number from 0 to {BEST_SCORE}, or None for no score",
        cure="round the percentage before it is recorded",
    )
