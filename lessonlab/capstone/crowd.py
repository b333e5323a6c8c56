"""A school of a million answers in a student's tables; what is in it stays beside it, in temporary ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from psycopg import sql

from lessonlab import content
from lessonlab.capstone.parts import GIVEN, PARTS

if TYPE_CHECKING:
    from psycopg import Connection

    from lessonlab.capstone.design import Design

NUMBER = sql.Identifier("number in the crowd")
MOST = {"learners": 2_000, "courses": 20, "quizzes": 10, "questions": 10, "attempts": 64}


def settle_crowd(connection: Connection[Any], design: Design, scale: float) -> None:
    """Fill the tables of *design*; the crowd's own tables are those of `sql/capstone/crowd.sql`."""
    connection.execute("SET work_mem = '256MB'")
    sizes = {**MOST, "learners": max(50, round(MOST["learners"] * scale))}
    for name, size in sizes.items():
        connection.execute(sql.SQL("SET {} = {}").format(sql.Identifier("crowd", name), sql.Literal(size)))
    for name in ("capstone/crowd", "capstone/crowd_given"):
        connection.execute(content.sql(name).encode())
    for given in GIVEN:
        connection.execute(map_given(given))
    for part in PARTS:
        connection.execute(fill(design, part))
        connection.execute(sql.SQL("ANALYZE {}").format(design.tables[part]))
        if part != "answer":
            connection.execute(map_part(design, part))
    connection.execute(sql.SQL("ANALYZE"))


def crowd_of(part: str) -> sql.Identifier:
    """Return the crowd's own table of *part*."""
    return sql.Identifier(f"crowd_{part}")


def found_of(part: str) -> sql.Identifier:
    """Return the table that knows the student's row of each member of the crowd."""
    return sql.Identifier(f"found_{part}")


def map_given(part: str) -> sql.Composed:
    """Return what finds the rows of users or courses again."""
    return sql.SQL(
        "CREATE TEMP TABLE {} AS SELECT c.n AS {}, t.* FROM {} AS c JOIN {} AS t ON t.id = c.id"
    ).format(found_of(part), NUMBER, crowd_of(part), sql.Identifier(GIVEN[part]))


def links_of(design: Design, part: str) -> dict[str, tuple[str, str]]:
    """Return which reference, and which of its parent's columns, fills each column; the first that does."""
    found: dict[str, tuple[str, str]] = {}
    for ref, pairs in design.links[part].items():
        for column, theirs in pairs:
            found.setdefault(column, (ref, theirs))
    return found


def joins(part: str) -> sql.Composed:
    """Return the crowd's table of *part*, joined with the student's rows that it refers to."""
    joined = [
        sql.SQL("JOIN {found} AS {ref} ON {ref}.{number} = c.{ref}").format(
            found=found_of(parent), ref=sql.Identifier(ref), number=NUMBER
        )
        for ref, parent in PARTS[part].refers.items()
    ]
    return sql.SQL("{} AS c {}").format(crowd_of(part), sql.SQL(" ").join(joined))


def fill(design: Design, part: str) -> sql.Composed:
    """Return the INSERT of all rows of *part*, in the order in which they happened."""
    links, own = (
        links_of(design, part),
        {k: v for k, v in design.columns[part].items() if k in PARTS[part].columns},
    )
    values = [
        sql.SQL("{}.{}").format(sql.Identifier(ref), sql.Identifier(theirs)) for ref, theirs in links.values()
    ]
    values += [sql.SQL("c.{}").format(sql.Identifier(key)) for key in own]
    return sql.SQL("INSERT INTO {} ({}) SELECT {} FROM {} ORDER BY c.n").format(
        design.tables[part],
        sql.SQL(", ").join(map(sql.Identifier, (*links, *own.values()))),
        sql.SQL(", ").join(values),
        joins(part),
    )


def map_part(design: Design, part: str) -> sql.Composed:
    """Return what finds the student's rows of *part* again: by references and by name."""
    key = {"quiz": "title", "question": "place", "attempt": "number"}[part]
    same = [
        sql.SQL("t.{} = {}.{}").format(sql.Identifier(column), sql.Identifier(ref), sql.Identifier(theirs))
        for column, (ref, theirs) in links_of(design, part).items()
    ]
    same.append(sql.SQL("t.{} = c.{}").format(sql.Identifier(design.columns[part][key]), sql.Identifier(key)))
    return sql.SQL(
        "CREATE TEMP TABLE {} AS SELECT c.n AS {}, t.* FROM {} JOIN {} AS t ON {}; ANALYZE {}"
    ).format(
        found_of(part), NUMBER, joins(part), design.tables[part], sql.SQL(" AND ").join(same), found_of(part)
    )
