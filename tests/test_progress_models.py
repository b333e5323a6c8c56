"""The SQLAlchemy models: what they say of the tables is what the tables are, on every server."""

from __future__ import annotations

import re

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import CheckConstraint, create_engine, inspect, select
from sqlalchemy.orm import Session
from sqlalchemy.pool import NullPool

from lessonlab.postgres.apply import apply_set
from lessonlab.postgres.connect import connect
from lessonlab.progress.models import Base, Course, CourseProgress, LessonProgressRow, User


def engine_of(dsn):
    """Return an engine that keeps no connection."""
    return create_engine("postgresql+psycopg://", creator=lambda: connect(dsn), poolclass=NullPool)


@pytest.fixture
def tables(every_server):
    """Return an engine on a database with the guide's schema."""
    with connect(every_server) as connection:
        apply_set(connection, "schema")
    return engine_of(every_server)


def differences(connection):
    """Return what Alembic would change to make the tables what the models say."""
    options = {"compare_type": True, "compare_server_default": True}
    found = compare_metadata(MigrationContext.configure(connection, opts=options), Base.metadata)
    flat = [change for one in found for change in (one if isinstance(one, list) else [one])]
    return [change for change in flat if not change[0].endswith("_comment")]  # they are told in one place


def test_models_are_the_live_tables(tables):
    """Columns, types, NULL, defaults, keys and indexes are those of the database; so are the CHECKs."""
    with tables.connect() as connection:
        assert [] == differences(connection)
        for table in Base.metadata.sorted_tables:
            assert checks(table) == live_checks(connection, table.name)


def test_models_name_the_same_keys_and_defaults(tables):
    """Foreign keys cascade, and every column that has a default here has it there."""
    with tables.connect() as connection:
        look = inspect(connection)
        for table in Base.metadata.sorted_tables:
            keys = {
                key["constrained_columns"][0]: (key["referred_table"], key["options"])
                for key in look.get_foreign_keys(table.name)
            }
            want = {
                column.name: (key.column.table.name, {"ondelete": key.ondelete})
                for column in table.columns
                for key in column.foreign_keys
            }
            assert want == keys
            live = {c["name"] for c in look.get_columns(table.name) if c["default"] is not None}
            assert {c.name for c in table.columns if c.server_default is not None} == live


def test_a_changed_table_is_noticed(tables):
    """The comparison can fail."""
    with tables.connect() as connection:
        connection.exec_driver_sql("ALTER TABLE lesson_progress ALTER COLUMN score TYPE BIGINT")
        connection.exec_driver_sql("ALTER TABLE lesson_progress ADD COLUMN mood TEXT")
        connection.exec_driver_sql("DROP INDEX idx_lesson_progress_completed")

        assert 3 == len(differences(connection))


def checks(table):
    """Return the CHECKs of a model, without blanks and brackets."""
    found = (one for one in table.constraints if isinstance(one, CheckConstraint))
    return {one.name: plain(one.sqltext.text) for one in found}


def live_checks(connection, name):
    """Return the CHECKs of a table, without blanks and brackets."""
    return {one["name"]: plain(one["sqltext"]) for one in inspect(connection).get_check_constraints(name)}


def plain(condition):
    """Return a condition without what the server adds to it."""
    return re.sub(r"[()\s]", "", condition)


def test_an_orm_reads_what_was_seeded(small):
    """A learner, her course and her lessons come as objects."""
    with Session(engine_of(small)) as session:
        row = session.scalars(
            select(CourseProgress)
            .join(User)
            .join(Course)
            .where(User.name == "Mina", Course.title == "Databases")
        ).one()
        done = session.scalars(
            select(LessonProgressRow.lesson_id).where(
                LessonProgressRow.user == row.user,
                LessonProgressRow.course == row.course,
                LessonProgressRow.completed,
            )
        ).all()

        assert ("Mina", "Databases") == (row.user.name, row.course.title)
        assert sorted(row.completed_lessons) == sorted(done)
