"""The brief changes, and so do the tables, while learners are at work on them."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

from psycopg import sql
from psycopg.sql import Literal

from lessonlab.capstone.acting import Alter, DayPlayer
from lessonlab.capstone.by_days import judge_days
from lessonlab.capstone.crowd import settle_crowd
from lessonlab.capstone.days import Day, moment
from lessonlab.capstone.design import find_design
from lessonlab.capstone.draw import Draw
from lessonlab.capstone.parts import PARTS
from lessonlab.grading.answer_session import Failed
from lessonlab.grading.by_probes import run_script
from lessonlab.grading.verdict import Difference
from lessonlab.postgres.second import Second
from lessonlab.scenes.load import Load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from psycopg import Connection

    from lessonlab.capstone.design import Design
    from lessonlab.capstone.submission import StageWork

SECONDS = 240.0
ROOM = 2_000  # megabytes
WRITERS = 2
PATIENCE = 2.0
UNKNOWN = "unknown"
DEVICES = ("phone", "tablet", "computer", UNKNOWN)
WRONG_DEVICES: tuple[str | None, ...] = ("fridge", "", None)


def judge(work: StageWork, connection: Connection[Any]) -> tuple[Difference, ...]:
    """Return what the writers felt of the change, and what is not as the new brief says."""
    with work.stage.enter() as filling, work.ground.watched(filling, SECONDS, room=ROOM):
        settle_crowd(filling, work.design, work.scale)
    scripts = [writer(connection, work.design, number) for number in range(WRITERS)]
    load = Load(scripts, lambda: Second(work.stage.enter()), PATIENCE)
    failed: tuple[Difference, ...] = ()
    with load:
        try:
            with work.stage.enter() as moving, work.ground.watched(moving, SECONDS, room=ROOM):
                for name, text in work.submission.some("change/*.sql").items():
                    run_named(moving, name, text)
        except Failed as error:
            failed = (Difference("error", error.text),)
    felt = [Difference("writers had to wait", f"for {said}") for said in load.waits]
    felt += [
        Difference("writers were refused", f"{code}, {many} times") for code, many in load.errors.items()
    ]
    return (*felt, *failed) if failed else (*felt, *as_it_says_now(work, connection))


def run_named(moving: Connection[Any], name: str, text: str) -> None:
    """Run one script of the change; its name stands in the error."""
    try:
        run_script(moving, text)
    except Failed as error:
        raise Failed(error.sqlstate, f"{name}: {error.text}") from None


def writer(connection: Connection[Any], design: Design, number: int) -> tuple[str, ...]:
    """Return what a learner does over and over: begins, answers and hands in, as the old app does."""
    actor, draw = DayPlayer(connection, design), Draw(random.Random(number))  # noqa: S311
    name = f"writer{number}"
    for step in (
        draw.learner(name),
        draw.course(f"c{number}"),
        draw.quiz("quiz", f"c{number}"),
        draw.question(),
    ):
        actor.do(step)
    attempt, columns = design.tables["attempt"], design.columns["attempt"]
    filled = actor.filled("attempt", {"learner": name, "quiz": "quiz"})
    same = sql.SQL(" AND ").join(
        sql.SQL("{} = {}").format(sql.Identifier(k), Literal(v)) for k, v in filled.items()
    )
    next_one = sql.SQL("(SELECT coalesce(max({0}), 0) + 1 FROM {1} WHERE {2})").format(
        sql.Identifier(columns["number"]), attempt, same
    )
    values = {**{k: Literal(v) for k, v in filled.items()}, columns["number"]: next_one}
    values |= {columns["handed_in"]: sql.SQL("clock_timestamp() + INTERVAL '1 hour'")}
    made = sql.SQL("INSERT INTO {} ({}) SELECT {} RETURNING *").format(
        attempt, sql.SQL(", ").join(map(sql.Identifier, values)), sql.SQL(", ").join(values.values())
    )
    row, links = actor.rows["question"][1], design.links["answer"]
    held: dict[str, sql.Composable] = {
        column: sql.SQL("made.{}").format(sql.Identifier(theirs)) for column, theirs in links["attempt"]
    }
    for column, theirs in links["question"]:
        held.setdefault(column, Literal(row[theirs]))
    held[design.columns["answer"]["points"]] = Literal(1)
    answered = sql.SQL("WITH made AS ({}) INSERT INTO {} ({}) SELECT {} FROM made").format(
        made,
        design.tables["answer"],
        sql.SQL(", ").join(map(sql.Identifier, held)),
        sql.SQL(", ").join(held.values()),
    )
    return (answered.as_string(connection),)


def as_it_says_now(work: StageWork, connection: Connection[Any]) -> Iterator[Difference]:
    """Yield what is not as the changed brief says: the new columns, the old rows, and the days of before."""
    played = work.submission.played
    for part, key in (("question", "withdrawn"), ("attempt", "device")):
        if key not in played[part].columns:
            yield Difference("missing", f"parts.toml: [{part}] does not say which column plays {key!r}")
            return
    design = find_design(connection, played)
    for part in PARTS:
        for key in PARTS[part].later:
            if design.columns[part][key] not in columns_now(connection, design, part):
                yield Difference(
                    "missing", f"{part} has no column {design.columns[part][key]!r}, which plays {key!r}"
                )
                return
    query = sql.SQL("SELECT count(*) FROM {} WHERE {} IS DISTINCT FROM {}").format(
        design.tables["attempt"], sql.Identifier(design.columns["attempt"]["device"]), Literal(UNKNOWN)
    )
    (wrong,) = connection.execute(query).fetchone() or (0,)
    if wrong:
        yield Difference("old rows", f"{wrong:,} attempts of before do not say {UNKNOWN!r}")
    yield from judge_days(connection, design, new_days(Draw(work.source)))


def columns_now(connection: Connection[Any], design: Design, part: str) -> list[str]:
    """Return the columns that the table of *part* has now."""
    cursor = connection.execute(sql.SQL("SELECT * FROM {} LIMIT 0").format(design.tables[part]))
    return [column.name for column in cursor.description or ()]


def new_days(draw: Draw) -> Iterator[Day]:
    """Yield days of the changed brief, and the first of the old one."""
    yield Day("an attempt as before", draw.tried(Alter("attempt", {"handed_in": moment(1)})))
    for known in DEVICES:
        yield Day(f"an attempt on a device: {known}", draw.school(draw.attempt(device=known)))
    for device in WRONG_DEVICES:
        said = "no device" if device is None else f"a device called {device!r}"
        yield Day(
            said, draw.school(draw.attempt(device=device)), bad=True, why="A device is one of four words."
        )
    yield Day("a question is withdrawn", draw.tried(Alter("question", {"withdrawn": moment()})))
