"""
The tables of progress as SQLAlchemy models, for those who use an ORM.

They describe the guide's schema as it is and make nothing: the files of `sql/schema` do.  A test holds them
against the live tables.  They are for reading; what records progress goes through the service, which knows
what an ORM's session does not: the lock, the operation's id, and which values stay.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated
from uuid import UUID

from sqlalchemy import CheckConstraint, DateTime, FetchedValue, ForeignKey, Index, String, Text, text
from sqlalchemy import UniqueConstraint as Unique
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

NOW = text("CURRENT_TIMESTAMP")

Key = Annotated[UUID, mapped_column(primary_key=True, server_default=text("gen_random_uuid()"))]
UserId = Annotated[UUID, mapped_column(ForeignKey("users.id", ondelete="CASCADE"))]
CourseId = Annotated[UUID, mapped_column(ForeignKey("courses.id", ondelete="CASCADE"))]
Moment = Annotated[datetime, mapped_column(DateTime(timezone=True), server_default=NOW)]
Words = Annotated[str, mapped_column(Text)]


class Base(DeclarativeBase):
    """What the models have in common: one catalogue of tables."""


class User(Base):
    """A person who takes courses."""

    __tablename__ = "users"

    id: Mapped[Key]
    email: Mapped[Words] = mapped_column(Text, unique=True)
    name: Mapped[Words]
    time_zone: Mapped[Words] = mapped_column(Text, server_default=text("'UTC'"))
    created_at: Mapped[Moment]


class Course(Base):
    """A collection of lessons, of which it knows the number."""

    __tablename__ = "courses"
    __table_args__ = (
        CheckConstraint("lesson_count > 0", name="courses_lesson_count_check"),
        CheckConstraint("passing_score >= 0 AND passing_score <= 100", name="courses_passing_score_check"),
    )

    id: Mapped[Key]
    title: Mapped[Words]
    lesson_count: Mapped[int]
    passing_score: Mapped[int] = mapped_column(server_default=text("70"))
    created_at: Mapped[Moment]


class CourseProgress(Base):
    """A learner in a course at a glance, the completed lessons as a list."""

    __tablename__ = "course_progress"
    __table_args__ = (
        Unique("user_id", "course_id", name="course_progress_user_id_course_id_key"),
        CheckConstraint(
            "progress_percentage >= 0 AND progress_percentage <= 100",
            name="course_progress_progress_percentage_check",
        ),
    )

    id: Mapped[Key]
    user_id: Mapped[UserId]
    course_id: Mapped[CourseId]
    completed_lessons: Mapped[list[str]] = mapped_column(JSONB, server_default=text("'[]'"))
    progress_percentage: Mapped[int] = mapped_column(server_default=text("0"))
    last_accessed_at: Mapped[Moment | None]
    created_at: Mapped[Moment | None]
    updated_at: Mapped[Moment | None]

    user: Mapped[User] = relationship()
    course: Mapped[Course] = relationship()


class LessonProgressRow(Base):
    """A learner in a lesson of a course."""

    __tablename__ = "lesson_progress"
    __table_args__ = (
        Unique("user_id", "course_id", "lesson_id", name="lesson_progress_user_id_course_id_lesson_id_key"),
        CheckConstraint("time_spent_seconds >= 0", name="lesson_progress_time_spent_seconds_check"),
        CheckConstraint("attempts >= 0", name="lesson_progress_attempts_check"),
        CheckConstraint("score >= 0 AND score <= 100", name="lesson_progress_score_check"),
        Index("idx_lesson_progress_user_id", "user_id"),
        Index("idx_lesson_progress_course_id", "course_id"),
        Index("idx_lesson_progress_lesson_id", "lesson_id"),
        Index("idx_lesson_progress_user_course", "user_id", "course_id"),
        Index("idx_lesson_progress_completed", "completed"),
        Index(
            "idx_lesson_progress_completed_at",
            "completed_at",
            postgresql_where=text("completed_at IS NOT NULL"),
        ),
    )

    id: Mapped[Key]
    user_id: Mapped[UserId]
    course_id: Mapped[CourseId]
    lesson_id: Mapped[str] = mapped_column(String(255))
    completed: Mapped[bool] = mapped_column(server_default=text("false"))
    time_spent_seconds: Mapped[int | None] = mapped_column(server_default=text("0"))
    attempts: Mapped[int | None] = mapped_column(server_default=text("0"))
    score: Mapped[int | None]
    first_started_at: Mapped[Moment | None]
    last_accessed_at: Mapped[Moment | None]
    completed_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    created_at: Mapped[Moment | None]
    updated_at: Mapped[Moment | None] = mapped_column(server_onupdate=FetchedValue())  # the trigger

    user: Mapped[User] = relationship()
    course: Mapped[Course] = relationship()
